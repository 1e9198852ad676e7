"""Imports as their users meet them, on the command line."""

import io
import json
import zipfile

import pytest

from annotator.domain.errors import CancelledError
from annotator.services import fetching
from annotator.services.project import Project
from tests.unit.formats.pages import PARAGRAPHS, TITLE, page

OTHER = tuple(
    f"In Torsk the {word} was opened by the mayor, who spoke of nothing but the rain "
    f"that had fallen on the {word} for weeks."
    for word in ("bridge", "market", "port")
)


@pytest.fixture
def project(annotator, tmp_path):
    path = tmp_path / "news.annot"
    annotator("new", path)
    return path


@pytest.fixture
def archive(tmp_path):
    """Return a zip: an article, its copy with another headline, another article."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a/post.html", page())
        package.writestr("a/agency.html", page(PARAGRAPHS, title="Lighthouse shut"))
        package.writestr("b/torsk.html", page(OTHER, title="Rain in Torsk"))
        package.writestr("b/photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)))
        package.writestr("../evil.html", page())
    path = tmp_path / "pages.zip"
    path.write_bytes(out.getvalue())
    return path


def documents(path):
    with Project.open(path) as project:
        store = project.store
        return [store.documents.get(i).details.title for i in store.documents.ids()]


def test_a_zip_of_web_pages_with_copies(annotator, project, archive, tmp_path):
    code, out, err = annotator("import", project, archive, "--check")
    assert (code, err) == (0, "")
    assert "3 articles in 3 files (Web pages (HTML, MHT): 3)." in out
    assert "1 of 3 articles is nearly the same as another." in out
    assert "pages.zip › a/agency.html: “Lighthouse shut” is" in out
    assert "pages.zip › b/photo.jpg: " in out
    assert "pages.zip › ../evil.html: its name leads out" in out
    assert out.endswith("Nothing was imported.\n")
    assert documents(project) == []
    code, out, _ = annotator("import", project, archive, "--without-copies")
    assert code == 0
    assert out.startswith("2 new documents from 4 files")
    assert "pages.zip › a/agency.html: nearly the same as" in out
    assert sorted(documents(project)) == [TITLE, "Rain in Torsk"]
    code, out, _ = annotator("import", project, archive, "--check")
    assert "2 of them are there already" in out
    assert "in the project" in out
    assert not list(tmp_path.parent.glob("evil.html"))


def test_columns_that_only_the_user_knows(annotator, project, tmp_path):
    rows = [{"nr": n, "a": f"Nr {n}.", "b": f"Title {n} 🙂"} for n in range(3)]
    (tmp_path / "t.json").write_text(json.dumps(rows), "utf-8")
    code, _, err = annotator("import", project, tmp_path / "t.json")
    assert code == 1
    assert "--column text=NAME" in err
    assert err.count("\n") == 1
    columns = ("--column", "text=a", "--column", "title=b")
    assert annotator("import", project, tmp_path / "t.json", *columns)[0] == 0
    assert sorted(documents(project)) == [f"Title {n} 🙂" for n in range(3)]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--column", "text"), "ROLE=NAME"),
        (("--column", "nose=a"), "with one of text"),
        (("--format", "xyz"), "choose one of auto, "),
        (("--gold", "--annotator", "bo"), "choose one of --annotator, --gold"),
    ],
)
def test_wrong_usage_is_said(annotator, project, options, said):
    code, _, err = annotator("import", project, "x", *options)
    assert code == 2
    assert said in " ".join(err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ('[labels]\nPER = "entity PERSON"\n', "“entity PERSON” is no target"),
        ("[labels\n", "cannot be read as a mapping"),
        ('[label]\nPER = "skip"\n', "“label” is not known"),
        (None, "cannot be read as a mapping"),
        ('[relations]\nx = "links"\n', "of the relation x"),
    ],
)
def test_a_wrong_mapping_changes_nothing(annotator, project, archive, mapping, said):
    file = project.with_name("map.toml")
    if mapping is not None:
        file.write_text(mapping, "utf-8")
    code, out, err = annotator("import", project, archive, "--map", file)
    assert (code, out) == (1, "")
    assert err.startswith("annotator: ")
    assert "map.toml" in err
    assert said in err
    assert err.count("\n") == 1
    assert documents(project) == []


def test_a_web_address(annotator, project, monkeypatch):
    code, out, err = annotator("import", project, "http://127.0.0.1:9/a")
    assert (code, out) == (1, "")
    assert "Nothing was imported." in err
    assert "on this machine" in err
    assert err.count("\n") == 1

    def served(url, progress):
        return fetching.Fetched(url, page().encode(), ".html")

    monkeypatch.setattr(fetching, "fetch", served)
    code, out, _ = annotator("import", project, "https://post.example/a")
    assert code == 0
    assert out.startswith("1 new documents from 1 files")
    assert documents(project) == [TITLE]


def test_a_stop_half_way_leaves_nothing(annotator, project, archive, monkeypatch):
    from annotator.services.intake import Intake

    add = Intake.add
    taken = []

    def add_one(intake, record):
        if taken:
            raise CancelledError("stopped")
        taken.append(record)
        add(intake, record)

    monkeypatch.setattr(Intake, "add", add_one)
    code, out, err = annotator("import", project, archive)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert len(taken) == 1
    assert documents(project) == []
    monkeypatch.undo()


def test_ctrl_c_in_the_middle(annotator, project, archive, monkeypatch):
    from annotator.services.intake import Intake

    def interrupted(intake, record):
        raise KeyboardInterrupt

    monkeypatch.setattr(Intake, "add", interrupted)
    code, out, err = annotator("import", project, archive)
    assert (code, out) == (1, "")
    assert "nothing was changed" in err
    assert documents(project) == []


def test_another_tools_export_with_a_mapping(annotator, project):
    text = "🔥 Ada Brook said on Monday that “the port” reopens. Sports follow."
    found = (("Ada Brook", "PER"), ("“the port” reopens", "QUOTE"), ("said", "CUE"))
    entities = [
        {
            "id": number,
            "label": label,
            "start_offset": text.index(surface),
            "end_offset": text.index(surface) + len(surface),
        }
        for number, (surface, label) in enumerate(
            (*found, ("Monday", "WHEN"), ("Sports", "NOISE")), 1
        )
    ]
    relation = {"id": 1, "from_id": 3, "to_id": 2, "type": "belongs"}
    row = {"id": 1, "text": text, "entities": entities, "relations": [relation]}
    file = project.with_name("admin.jsonl")
    file.write_text(json.dumps(row) + "\n", "utf-8")
    mapping = project.with_name("map.toml")
    mapping.write_text(
        '[labels]\nPER = "entity:PERSON"\nQUOTE = "quote.content"\n'
        'CUE = "quote.cue"\nNOISE = "skip"\n[relations]\nbelongs = "part"\n',
        "utf-8",
    )
    arguments = ("import", project, file, "--map", mapping)
    code, out, _ = annotator(*arguments, "--check")
    assert code == 0
    assert "entity PERSON: 1" in out
    assert "Labels that no mapping names: WHEN (1)." in out
    code, out, err = annotator(*arguments, "--gold")
    assert (code, err) == (0, "")
    assert "  quote: direct 1; parts: content 1, cue 1" in out
    assert "Added to the schema: entity WHEN." in out
    assert "No mapping names these labels" in out
    assert "  WHEN 1\n" in out
    assert "Left out, as the mapping says:\n  NOISE 1\n" in out
    with Project.open(project) as opened:
        ((_, layer, _),) = opened.store.read_layers(opened.store.layer_keys())
    (quote,) = (a for a in layer.annotations.values() if a.kind == "quote")
    surfaces = {role: text[f[0].start : f[0].end] for role, f in quote.parts.items()}
    assert surfaces == {"content": "“the port” reopens", "cue": "said"}
    assert annotator("check", project)[0] == 0
