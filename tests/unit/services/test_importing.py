"""Import: what goes where, what is refused, and that it is all or nothing."""

import json

import pytest

from annotator.domain.documents import Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.progress import Progress
from annotator.domain.tokens import MADE_ANEW, Tokens
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.project import Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "news.annot") as project:
        yield project


def write(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def spans(text, *found):
    made = []
    for surface, label in found:
        start = text.index(surface)
        made.append({"start": start, "end": start + len(surface), "label": label})
    return {"text": text, "spans": made, "answer": "accept", "_annotator_id": "bo"}


def layers(project):
    names = {person.id: person.name for person in project.annotators()}
    return [
        (names[layer.annotator_id], layer)
        for _, layer, _ in project.store.read_layers(project.store.layer_keys())
    ]


ROW = spans("🔥 Ada met Bo in Kyiv.", ("Ada", "PERSON"), ("Kyiv", "DRAGON_LAIR"))


def test_annotations_become_the_layer_the_file_names(project, tmp_path):
    report = import_paths(project, [write(tmp_path / "a.jsonl", ROW)])
    ((name, layer),) = layers(project)
    assert name == "bo"
    assert layer.status is Status.DONE
    assert len(layer.annotations) == report.annotations == 2
    assert report.new_labels == ["entity DRAGON_LAIR"]
    with Project.open(project.path) as again:
        assert again.schema == project.schema
        assert again.schema.kind("entity").label("DRAGON_LAIR") is not None


def test_the_same_again_adds_nothing_and_another_name_adds_a_layer(project, tmp_path):
    file = write(tmp_path / "a.jsonl", ROW)
    import_paths(project, [file])
    again = import_paths(project, [file])
    assert (again.documents, again.duplicates, again.annotations) == (0, 1, 0)
    for _ in range(2):
        import_paths(project, [file], ImportRequest(annotator="gold"))
    assert sorted(name for name, _ in layers(project)) == ["bo", "gold"]
    assert [len(layer.annotations) for _, layer in layers(project)] == [2, 2]


def test_files_of_two_people_that_name_nobody_are_two_whole_layers(project, tmp_path):
    nameless = {k: v for k, v in ROW.items() if k != "_annotator_id"}
    file = write(tmp_path / "a.jsonl", nameless)
    for name in ("ann", "bo"):
        report = import_paths(project, [file], ImportRequest(annotator=name))
        assert report.annotations == 2
        again = import_paths(project, [file], ImportRequest(annotator=name))
        assert again.annotations == 0
    (_, one), (_, other) = layers(project)
    contents = [
        [(a.label, a.parts) for a in layer.annotations.values()]
        for layer in (one, other)
    ]
    assert contents[0] == contents[1]
    assert not one.annotations.keys() & other.annotations.keys()


def test_as_suggestions_nothing_is_anybodys_layer(project, tmp_path):
    file = write(tmp_path / "a.jsonl", ROW)
    request = ImportRequest(as_suggestions=True)
    assert import_paths(project, [file], request).suggestions == 2
    assert layers(project) == []
    (document_id,) = project.store.documents.ids()
    found = project.store.suggestions.of(document_id)
    assert {(s.pipeline, s.label) for s in found} == {
        ("bo", "PERSON"),
        ("bo", "DRAGON_LAIR"),
    }
    assert import_paths(project, [file], request).suggestions == 0


def test_a_cancel_leaves_nothing_half_imported(project, tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.domain.progress.REPORT_INTERVAL_S", 0)
    rows = [
        {"text": f"Article number {i}, long enough to be read."} for i in range(500)
    ]
    file = write(tmp_path / "many.jsonl", *rows)
    progress = Progress()
    seen = []

    def stop(done, total):
        seen.append((done, total))
        if done:
            progress.cancel()

    progress._report = stop
    with pytest.raises(CancelledError):
        import_paths(project, [file, *[file] * 3], None, progress)
    assert seen
    assert project.store.documents.ids() == []
    assert project.check(Progress()) == []


def test_a_label_that_cannot_be_one_costs_that_layer_only(project, tmp_path):
    bad = spans("Eve met Kyiv.", ("Kyiv", " GPE "))
    report = import_paths(project, [write(tmp_path / "a.jsonl", bad, ROW)])
    assert report.documents == 2
    assert len(layers(project)) >= 1
    assert all(
        problem.where.startswith(str(tmp_path)) or "a.jsonl" in problem.where
        for problem in report.problems
    )


def test_the_project_itself_is_never_read_as_an_article(project, tmp_path):
    with pytest.raises(InputError, match="this project itself"):
        import_paths(project, [project.path])
    (tmp_path / "one.txt").write_text("An article of one line.", "utf-8")
    report = import_paths(project, [tmp_path])
    assert (report.files, report.documents) == (1, 1)


def test_nothing_to_read_says_why(project, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError, match="no files to import"):
        import_paths(project, [empty])
    (tmp_path / "blank.txt").write_text(" \n", "utf-8")
    with pytest.raises(InputError, match=r"Nothing was imported.*blank\.txt"):
        import_paths(project, [tmp_path / "blank.txt"])


def test_files_of_one_name_are_told_apart_by_their_folders(project, tmp_path):
    folder = tmp_path / "brat"
    for name in ("a", "b/c"):
        place = folder / name
        place.mkdir(parents=True)
        (place / "x.txt").write_text(f"Ada met {name}.", "utf-8")
        (place / "x.ann").write_text("T1\tPER 0 3\tBo\n", "utf-8")
        (place / "y.jsonl").write_text('{"text": "Bo."}\n{\n', "utf-8")
        (place / "z.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    report = import_paths(project, [folder])
    assert [p.where for p in report.problems] == [
        "a/z.png",
        "b/c/z.png",
        "a/x.ann, line 1",
        "a/y.jsonl, line 2",
        "b/c/x.ann, line 1",
        "b/c/y.jsonl, line 2",
    ]


def test_a_file_of_no_known_format_costs_itself(project, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "one.txt").write_text("An article of one line.", "utf-8")
    report = import_paths(project, [folder])
    assert report.documents == 1
    (problem,) = report.problems
    assert problem.where.endswith("photo.png")
    with pytest.raises(InputError, match=r"Nothing was imported.*photo\.png"):
        import_paths(project, [folder / "photo.png"])
    with pytest.raises(InputError, match="yaml"):
        import_paths(project, [folder], ImportRequest("yaml"))


def test_tokens_that_a_reader_got_wrong_cost_themselves(project, tmp_path, monkeypatch):
    wrong = Tokens.of("t", [(0, 5), (3, 10_000)])
    monkeypatch.setattr("annotator.formats.jsonl.read_tokens", lambda *_: wrong)
    row = {**ROW, "annotations": []}
    report = import_paths(project, [write(tmp_path / "a.jsonl", row)])
    assert [p.reason for p in report.problems] == [MADE_ANEW]
    assert project.store.tokens(project.store.documents.ids()[0]) is None
    assert project.check(Progress()) == []
