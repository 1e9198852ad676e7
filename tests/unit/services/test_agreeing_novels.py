"""The published κ of twelve novels, from imported data."""

from __future__ import annotations

import json

import pytest

from annotator.services.agreeing import agree
from annotator.services.agreement import AgreementRequest, Scheme, TokenSource
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.project import Project
from annotator.storage.store import Store


@pytest.fixture(scope="module")
def novels(shared_data, tmp_path_factory):
    """Import both annotators' layers; return the project and what was published."""
    source = shared_data / "novels"
    if not source.is_dir():
        pytest.skip("the novels are not in the shared data")
    folder = tmp_path_factory.mktemp("novels")
    data = (source / "gold.jsonl").read_bytes()
    rows = [json.loads(line) for line in data.splitlines()]
    with Project.create(folder / "novels.annot") as project:
        for annotator in ("1", "2"):
            path = folder / f"{annotator}.jsonl"
            lines = [
                {
                    "text": row["text"],
                    "meta": {"title": row["id"]},
                    "answer": "accept",
                    "spans": [
                        {k: span[k] for k in ("start", "end", "label")}
                        for span in row["spans"]
                    ],
                }
                for row in rows
                if row["annotator"] == annotator
            ]
            path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
            request = ImportRequest("auto", f"annotator {annotator}")
            import_paths(project, [path], request)
        made = project.path
    published = json.loads((source / "published_kappa.json").read_bytes())
    return made, published


@pytest.mark.parametrize(
    ("labels", "name", "tolerance"),
    [
        ({"PERSON"}, "PERSON", 0.005),
        ({"PERSON", "PERX"}, "PERSON+PERX", 0.01),
        (set(), "PERSON+PERX", 0.01),
    ],
)
def test_published_kappa(novels, labels, name, tolerance):
    path, published = novels
    request = AgreementRequest(
        labels=frozenset(labels),
        tokens=TokenSource.WHITESPACE,
        scheme=Scheme.BIO,
        per_document=True,
        intervals=False,
    )
    result = agree(path, request)
    with Store.open(path) as store:
        titles = {
            d: store.documents.get(d).details.title for d in store.documents.ids()
        }
    found = {
        titles[document]: kinds["entity"].tokens.cohen_kappa["annotator 1|annotator 2"]
        for document, kinds in result.per_document.items()
    }
    assert found == pytest.approx(published[name], abs=tolerance)
    assert len(found) == 12
