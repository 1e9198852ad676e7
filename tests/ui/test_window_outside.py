"""A window shows what another window or program does to its project."""

from __future__ import annotations

import pytest

from annotator.domain.annotations import Fragment
from annotator.services.desk import Desk
from annotator.services.importing import import_paths
from annotator.services.project import Project
from tests.ui.test_window_stories import (
    ADA,
    Key,
    labels,
    press,
)
from tests.ui.window_helpers import HARBOUR, place, suggest


@pytest.fixture
def other(window):
    """Return a second connection, as another process has one."""
    with Project.open(window.project.project.path) as opened:
        yield opened


def desk_of(project: Project, window, name: str) -> Desk:
    desk = Desk(project, project.annotator(name))
    desk.open(window.article.document.document.id)
    return desk


def test_marks_of_the_same_annotator_in_another_window_appear(qtbot, window, other):
    desk = desk_of(other, window, window.project.annotator.name)
    made = desk.mark("entity", "GPE", [place(HARBOUR, "Velm")])
    qtbot.waitUntil(lambda: labels(window) == ["GPE"], timeout=5_000)
    # Both go on, each on what the other left.
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    assert labels(window) == ["GPE", "PERSON"]
    assert desk.relabel(made.select, "LOC").reread
    assert {a.label for a in desk.opened.layer.annotations.values()} == {
        "LOC",
        "PERSON",
    }
    qtbot.waitUntil(lambda: labels(window) == ["LOC", "PERSON"], timeout=5_000)
    # Undo takes back the newest step, whoever's window it was made in.
    window.article.undo()
    assert labels(window) == ["GPE", "PERSON"]


def test_a_step_on_what_is_gone_says_so(qtbot, window, other):
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    marked = window.article.current.id
    desk = desk_of(other, window, window.project.annotator.name)
    desk.delete([marked])
    hints = []
    window.article.hint.connect(hints.append)
    desk_here = window.article.desk
    window.article.run(lambda: desk_here.relabel(marked, "ORG"))
    qtbot.waitUntil(lambda: labels(window) == [], timeout=5_000)
    assert any("no longer there" in hint for hint in hints)


def test_others_annotators_marks_do_not_appear_but_their_articles_do(
    qtbot, window, other, tmp_path
):
    desk = desk_of(other, window, "somebody else")
    desk.mark("entity", "GPE", [Fragment(0, 5)])
    (tmp_path / "new.txt").write_text(
        "A third article, from the command line.", "utf-8"
    )
    import_paths(other, [tmp_path / "new.txt"])
    model = window.parts.documents.model
    qtbot.waitUntil(lambda: model.rowCount() == 3, timeout=5_000)
    assert labels(window) == []


def test_suggestions_of_another_program_appear(qtbot, window, other):
    document_id = window.article.document.document.id
    parts = {"mention": (place(HARBOUR, "Omar Haddad"),)}
    suggest(other, document_id, [("entity", "PERSON", parts, 0.9)])
    qtbot.waitUntil(lambda: window.article.pending_count == 1, timeout=5_000)


def test_a_label_that_another_program_added_can_be_used(qtbot, window, other):
    other.set_schema(other.schema.with_label("entity", "SHIP"))
    qtbot.waitUntil(
        lambda: window.project.project.schema.kind("entity").label("SHIP") is not None,
        timeout=5_000,
    )
