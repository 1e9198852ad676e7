"""The schema is shown, looked at, replaced and taken back on the command line."""

from __future__ import annotations

from pathlib import Path

from annotator.services.desk import Desk
from annotator.services.project import Project
from tests.unit.services.builders import place
from tests.unit.services.handouts import make_project


def test_a_schema_is_replaced_and_taken_back(annotator, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    with Project.open(project) as opened:
        desk = Desk(opened, opened.annotator("ada"))
        desk.open(opened.store.documents.ids()[0])
        desk.mark("entity", "GPE", [place("Norrby")])
        desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
    code, printed, _ = annotator("schema", project)
    assert code == 0
    file = tmp_path / "mine.toml"
    file.write_text(
        printed.replace('name = "GPE"', 'name = "CITY"\nformerly = ["GPE"]').replace(
            'name = "PERSON"', 'name = "HUMAN"'
        ),
        "utf-8",
    )
    code, out, _ = annotator("schema", project, "--set", file, "--check")
    assert "entity GPE is called CITY; what goes along: 1 annotation." in out
    assert "label PERSON of kind entity: 1 of ada" in out
    assert "“Ada Lindqvist”" in out
    assert "Nothing was changed." in out
    assert annotator("schema", project)[1] == printed
    code, out, _ = annotator("schema", project, "--set", file)
    assert (code, "The project as it was is in " in out) == (0, True)
    assert "not in the schema: label PERSON" in annotator("info", project)[1]
    assert "label PERSON" in annotator("schema", project, "--check")[1]
    assert annotator("check", project)[0] == 0
    assert "News" in annotator("schema", project, "--former")[1]
    assert "All work fits" in annotator("schema", project, "--back")[1]
    assert annotator("schema", project)[1] == printed
    assert annotator("check", project)[0] == 0


def test_a_wrong_schema_changes_nothing(annotator, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    before = annotator("schema", project)[1]
    file = tmp_path / "wrong.toml"
    file.write_text('name = "x"\n[[kind]]\nname = "y"\n', "utf-8")
    code, _, err = annotator("schema", project, "--set", file)
    assert code == 1
    assert "wrong.toml" in err
    assert annotator("schema", project)[1] == before
