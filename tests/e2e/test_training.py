"""The exported DocBin is trained on by spaCy itself, the same minute."""

import json
import subprocess
import sys

import pytest
import spacy
from spacy.tokens import DocBin

from annotator.domain.documents import Status
from annotator.domain.resources import resource
from annotator.services.desk import Desk
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import import_paths
from annotator.services.project import Project
from annotator.services.suggesting import suggest_project

pytestmark = pytest.mark.e2e


def paragraphs():
    """Yield the sample articles' paragraphs: spaCy wants a hundred texts."""
    for path in sorted(resource("samples").iterdir()):
        for paragraph in path.read_text("utf-8").split("\n\n"):
            if len(paragraph) > 100:
                yield json.dumps({"text": paragraph})


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Return train and dev DocBins, every suggestion accepted."""
    folder = tmp_path_factory.mktemp("corpus")
    with Project.create(folder / "p.annot") as project:
        (folder / "texts.jsonl").write_text("\n".join(paragraphs()), "utf-8")
        import_paths(project, [folder / "texts.jsonl"])
        suggest_project(project.path)
        desk = Desk(project, project.annotator("ada"))
        for document_id in project.store.document_ids():
            desk.open(document_id)
            desk.accept_all()
            desk.set_status(Status.DONE)
        request = ExportRequest("docbin", split={"train": 70, "dev": 30})
        report = export(project.path, folder / "news.spacy", request)
    assert len(report.files) == 2
    return folder


def spacy_command(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "spacy", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


def test_docbin_holds_entities_and_span_groups(corpus):
    docs = list(
        DocBin()
        .from_disk(corpus / "news-train.spacy")
        .get_docs(spacy.blank("en").vocab)
    )
    assert sum(len(doc.ents) for doc in docs) > 50
    assert sum(len(doc.spans["quotes"]) for doc in docs) > 10
    assert sum(len(doc.spans["sc"]) for doc in docs) > 100
    for doc in docs:
        assert doc.user_data["document_id"]


@pytest.mark.parametrize("pipe", ["ner", "spancat"])
def test_spacy_trains_on_it(corpus, pipe, tmp_path):
    config = tmp_path / f"{pipe}.cfg"
    done = spacy_command("init", "config", config, "--pipeline", pipe, "--lang", "en")
    assert done.returncode == 0, done.stderr
    paths = (
        "--paths.train",
        corpus / "news-train.spacy",
        "--paths.dev",
        corpus / "news-dev.spacy",
    )
    if pipe == "ner":
        done = spacy_command("debug", "data", config, *paths)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "0 texts with entities crossing" not in done.stdout
    limits = ("--training.max_steps", 4, "--training.eval_frequency", 2)
    done = spacy_command("train", config, *paths, *limits, "-o", tmp_path / "model")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "model" / "model-last" / "meta.json").is_file()
