"""A spaCy project trains at once, whatever is marked."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import spacy
from spacy.tokens import DocBin
from spacy.util import load_config

from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.resources import resource
from annotator.services.desk import Desk
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import import_paths
from annotator.services.project import Project
from annotator.services.suggesting import suggest_project

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return a project of the sample articles' paragraphs, all accepted but one."""
    folder = tmp_path_factory.mktemp("project")
    lines = [
        json.dumps({"text": paragraph, "source": path.stem})
        for path in sorted(resource("samples").iterdir())
        for paragraph in path.read_text("utf-8").split("\n\n")
        if len(paragraph) > 100
    ]
    (folder / "texts.jsonl").write_text("\n".join(lines), "utf-8")
    with Project.create(folder / "p.annot") as made:
        import_paths(made, [folder / "texts.jsonl"])
        suggest_project(made.path)
        desk = Desk(made, made.annotator("ada"))
        for document_id in made.store.documents.ids()[1:]:
            desk.open(document_id)
            desk.accept_all()
            desk.set_status(Status.DONE)
    return folder / "p.annot"


def spacy_command(folder, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", "spacy", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
        cwd=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_trains_with_the_one_command(project, tmp_path):
    out = tmp_path / "news"
    report = export(project, out, ExportRequest("spacy-project", annotator="ada"))
    assert report.faults == []
    assert report.verified
    assert [part.name for part in report.parts] == ["train", "dev"]
    checked = spacy_command(out, "debug", "data", "config.cfg")
    assert "✘" not in checked
    assert "python -m spacy train config.cfg --output model" in (
        out / "README.md"
    ).read_text("utf-8")
    steps = ("--training.max_steps", 3, "--training.eval_frequency", 3)
    spacy_command(out, "train", "config.cfg", "--output", "model", *steps)
    model = spacy.load(out / "model" / "model-last")
    assert model.pipe_names == ["tok2vec", "ner", "spancat"]
    assert model("Ada Lindqvist said that the bridge was closed.").text


@pytest.mark.parametrize("component", ["ner", "spancat"])
def test_it_trains_what_it_is_told_to(project, tmp_path, component):
    out = tmp_path / "news"
    request = ExportRequest("spacy-project", annotator="ada", components=(component,))
    report = export(project, out, request)
    config = load_config(out / "config.cfg")
    assert config["nlp"]["pipeline"] == ["tok2vec", component]
    too_long = [loss for loss in report.losses if loss.where == "config.cfg"]
    if component == "spancat":
        suggester = config["components"]["spancat"]["suggester"]
        assert 3 < suggester["max_size"] <= 24
        assert "spans are longer than the" in too_long[0].reason
    else:
        assert not too_long


def test_docbins_of_a_split_hold_entities_and_span_groups(project, tmp_path):
    request = ExportRequest("docbin", split={"train": 70, "dev": 30})
    report = export(project, tmp_path / "news.spacy", request)
    assert len(report.files) == 2
    assert report.left_out == 1
    vocab = spacy.blank("en").vocab
    docs = list(DocBin().from_disk(tmp_path / "news-train.spacy").get_docs(vocab))
    assert sum(len(doc.ents) for doc in docs) > 50
    assert sum(len(doc.spans["quotes"]) for doc in docs) > 10
    assert sum(len(doc.spans["sc"]) for doc in docs) > 100
    assert all(doc.user_data["document_id"] for doc in docs)


def test_the_parts_are_of_the_shares_and_apart(project, tmp_path):
    out = tmp_path / "news"
    request = ExportRequest(
        "spacy-project",
        annotator="ada",
        split={"train": 8, "dev": 1, "test": 1},
        seed=2,
    )
    report = export(project, out, request)
    count = sum(part.records for part in report.parts)
    shares = [part.records / count for part in report.parts]
    assert shares == pytest.approx([0.8, 0.1, 0.1], abs=0.05)
    vocab = spacy.blank("en").vocab
    texts = [
        {
            doc.text
            for path in (out / "corpus" / name).iterdir()
            for doc in DocBin().from_disk(path).get_docs(vocab)
        }
        for name in ("train", "dev", "test")
    ]
    assert len(set.union(*texts)) == sum(map(len, texts)) == count
    config = load_config(out / "config.cfg")
    assert config["nlp"]["pipeline"] == ["tok2vec", "ner", "spancat"]
    assert config["paths"]["dev"] == "corpus/dev"
    assert "evaluate model/model-best corpus/test" in (out / "README.md").read_text(
        "utf-8"
    )


def test_what_cannot_be_trained_on_is_refused(project, tmp_path):
    request = ExportRequest("spacy-project", split={"train": 1})
    with pytest.raises(InputError, match="needs two parts"):
        export(project, tmp_path / "x", request)
    assert list(tmp_path.iterdir()) == []
