"""The schema is changed in the window; the work under it stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu

from annotator.services import schema_editing
from annotator.services.project import Project
from annotator.services.schema_changes import label_counts
from annotator.ui.schema.dialog import LookDialog, NewLabelDialog, SchemaDialog
from tests.ui.window_helpers import HARBOUR, make_project, place


def dialog_of(window, kind: type[QDialog]) -> QDialog:
    return next(d for d in window.findChildren(kind) if d.isVisible())


@pytest.fixture
def marked(window):
    """Return the window with a person and a place marked."""
    desk = window.article.desk
    for label, words in (("PERSON", "Ada Brook"), ("GPE", "Velm")):
        fragment = place(HARBOUR, words)
        window.article.run(lambda a=label, f=fragment: desk.mark("entity", a, [f]))
    return window


@pytest.fixture
def dialog(marked):
    marked.actions_["schema"].trigger()
    return dialog_of(marked, SchemaDialog)


def select(dialog, kind: str, label: str = "") -> None:
    dialog.table.selectRow(dialog.model.row_of((kind, label)))


def take(qtbot, window, dialog, *, look: bool) -> None:
    window.parts.status.show_hint("")
    version = window.project.project.store.info().schema_version
    dialog.accept_button.click()
    if look:
        dialog_of(window, LookDialog).accept_button.click()
    store = window.project.project.store
    qtbot.waitUntil(lambda: store.info().schema_version > version)
    qtbot.waitUntil(lambda: "schema was changed" in window.parts.status.hint.text())


def chips(window, kind: str) -> set[str]:
    return set(window.parts.panels.palette._groups[kind].labels)


def labels(window) -> list[str]:
    return sorted(a.label for a in window.article.document.layer.annotations.values())


def test_it_shows_what_is_used_how_often(qtmodeltester, dialog):
    qtmodeltester.check(dialog.model)
    rows = {row.key: dialog.model.count(row) for row in dialog.model.rows}
    assert rows["entity", "PERSON"] == rows["entity", "GPE"] == 1
    assert rows["entity", ""] == 2
    assert rows["entity", "ORG"] == 0
    select(dialog, "entity", "PERSON")
    assert not dialog.remove.isEnabled()
    select(dialog, "entity", "ORG")
    assert dialog.remove.isEnabled()
    assert not dialog.misfits.isVisible()


def test_a_retired_label_is_not_offered_and_comes_back(qtbot, marked, dialog):
    select(dialog, "entity", "GPE")
    dialog.retire.click()
    take(qtbot, marked, dialog, look=False)
    assert "GPE" not in chips(marked, "entity")
    assert labels(marked) == ["GPE", "PERSON"]
    assert "GPE" in {m.title for m in marked.article.marks.values()}
    assert "g" not in {key.key for key in marked.actions_.keys}
    marked.actions_["schema"].trigger()
    again = dialog_of(marked, SchemaDialog)
    select(again, "entity", "GPE")
    assert again.retire.text() == "Bring &back"
    again.retire.click()
    take(qtbot, marked, again, look=False)
    assert "GPE" in chips(marked, "entity")


def test_renaming_says_how_many_and_takes_them_along(qtbot, marked, dialog):
    select(dialog, "entity", "GPE")
    dialog.form.name.setText("CITY")
    qtbot.keyClick(dialog.form.name, Qt.Key.Key_Tab)
    dialog.accept_button.click()
    look = dialog_of(marked, LookDialog)
    assert "1 annotation" in look.list.item(0).text()
    look.reject()
    assert labels(marked) == ["GPE", "PERSON"]
    take(qtbot, marked, dialog, look=True)
    assert labels(marked) == ["CITY", "PERSON"]
    assert "CITY" in {m.title for m in marked.article.marks.values()}
    marked.actions_["schema"].trigger()
    back = dialog_of(marked, SchemaDialog)
    back.former.click()
    take(qtbot, marked, back, look=True)
    assert labels(marked) == ["GPE", "PERSON"]


def test_every_former_schema_can_be_had_again(qtbot, marked, dialog):
    first = dialog.draft
    for title in ("Once", "Twice"):
        if not dialog.isVisible():
            marked.actions_["schema"].trigger()
            dialog = dialog_of(marked, SchemaDialog)
        select(dialog, "entity")
        dialog.form.title.setText(title)
        take(qtbot, marked, dialog, look=False)
        marked.actions_["schema"].trigger()
        dialog = dialog_of(marked, SchemaDialog)
    dialog.former.click()
    (menu,) = [m for m in dialog.findChildren(QMenu) if m.isVisible()]
    _, oldest = menu.actions()
    oldest.trigger()
    menu.close()
    assert dialog.draft == first
    take(qtbot, marked, dialog, look=False)
    assert marked.article.schema == first


def test_a_key_that_is_taken_is_refused_with_its_owner(qtbot, dialog):
    select(dialog, "entity", "ORG")
    dialog.form.key.selectAll()
    qtbot.keyClicks(dialog.form.key, "p")
    assert dialog.form.problem.text() == "The key p belongs to Person."
    dialog.form.key.selectAll()
    qtbot.keyClicks(dialog.form.key, "7")
    assert dialog.form.problem.text() == ""
    assert dialog.draft.kind("entity").label("ORG").key == "7"


def test_title_guideline_and_colours_are_edited(qtbot, marked, dialog):
    select(dialog, "entity", "PERSON")
    dialog.form.text.setPlainText("Anybody with a name.")
    dialog.form.light._take(dialog.form.dark.palette().window().color())
    select(dialog, "entity")
    dialog.form.title.setText("Names")
    take(qtbot, marked, dialog, look=False)
    kind = marked.article.schema.kind("entity")
    assert kind.title == "Names"
    assert kind.label("PERSON").description == "Anybody with a name."
    assert marked.parts.panels.palette._groups["entity"].caption.text() == "Names"


def test_a_label_is_added_and_removed_again(qtbot, marked, dialog):
    select(dialog, "entity", "ORG")
    dialog.add.click()
    asked = dialog_of(dialog, NewLabelDialog)
    asked.name.setText("SHIP")
    asked.accept_button.click()
    assert dialog.row().key == ("entity", "SHIP")
    dialog.add_label("entity", "SHIP")
    assert "already" in dialog.form.problem.text()
    dialog.remove.click()
    assert dialog.draft.kind("entity").label("SHIP") is None
    dialog.add_label("entity", "SHIP")
    take(qtbot, marked, dialog, look=False)
    assert "SHIP" in chips(marked, "entity")


def test_a_file_that_lacks_labels_keeps_their_work(qtbot, marked, dialog, tmp_path):
    file = tmp_path / "mine.toml"
    dialog.save(str(file))
    text = file.read_text("utf-8").replace('name = "GPE"', 'name = "TOWN"')
    file.write_text(text, "utf-8")
    dialog.load(str(file))
    assert "label GPE of kind entity: 1 of ada" in dialog.misfits.item(0).text()
    take(qtbot, marked, dialog, look=True)
    assert labels(marked) == ["GPE", "PERSON"]
    assert "GPE (not in the schema)" in {m.title for m in marked.article.marks.values()}
    gpe = next(m for m in marked.article.marks.values() if m.label == "GPE")
    marked.parts.view.select_mark(gpe.id)
    form = marked.parts.panels.inspector._forms["entity"]
    assert form.label.currentText() == "GPE (not in the schema)"
    marked.actions_["schema"].trigger()
    again = dialog_of(marked, SchemaDialog)
    marked.parts.view.select_mark(None)
    again.misfits.itemActivated.emit(again.misfits.item(0))
    assert marked.parts.view.selected_mark() == gpe.id
    desk = marked.article.desk
    marked.article.run(lambda: desk.relabel(gpe.id, "TOWN"))
    assert labels(marked) == ["PERSON", "TOWN"]


def test_a_wrong_file_is_refused_in_a_sentence(dialog, tmp_path):
    file = tmp_path / "wrong.toml"
    file.write_text('name = "x"\n', "utf-8")
    before = dialog.draft
    dialog.load(str(file))
    assert "no [[kind]]" in dialog.problem.text() or "kind" in dialog.problem.text()
    assert dialog.draft == before


def test_another_window_shows_the_new_schema(qtbot, marked):
    with Project.open(marked.project.project.path) as other:
        schema = schema_editing.rename_label(other.schema, "entity", "GPE", "CITY")
        from annotator.services.schema_changes import change_schema

        change_schema(other, other.person("ada"), schema)
        assert label_counts(other)["entity", "CITY"] == 1
    marked.article.catch_up()
    assert labels(marked) == ["CITY", "PERSON"]
    assert "CITY" in chips(marked, "entity")
    assert "CITY" in {m.title for m in marked.article.marks.values()}


def test_only_the_lead_is_offered_it(open_window, tmp_path):
    path = make_project(tmp_path)
    with Project.open(path) as project:
        project.enter("lea")
    window = open_window(path, annotator="ben")
    assert not window.actions_["schema"].isEnabled()
    window.schema.open()
    assert not [d for d in window.findChildren(SchemaDialog) if d.isVisible()]
