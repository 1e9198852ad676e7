"""Stories of the window: real widgets, real services, keys as they are pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from annotator.domain.documents import Status
from annotator.domain.errors import EnvironmentFault
from annotator.domain.progress import Progress
from annotator.services.importing import ImportRequest
from annotator.services.project import Project
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.errors import ErrorDialog
from annotator.ui.marking_modes import Linking, Preview, Sticky
from annotator.ui.theme import Theme
from annotator.ui.window.command_palette import CommandPalette
from tests.ui.window_helpers import (
    BRIDGE,
    CTRL,
    CTRL_SHIFT,
    HARBOUR,
    SHIFT,
    place,
    suggest,
)

CONTENT = place(HARBOUR, "“We waited nine years 🚢 for this,”")
MORE = place(HARBOUR, "“and it was worth it.”")
BROOK = place(HARBOUR, "Brook", nth=1)
TOLD = place(HARBOUR, "told")
ADA = place(HARBOUR, "Ada Brook")
VELM = place(HARBOUR, "Velm")
Key = Qt.Key


def press(qtbot, window, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys in the article."""
    window.activateWindow()
    window.parts.view.setFocus()
    for key in keys:
        qtbot.keyClick(window.parts.view, key, modifier)


def layer(window):
    return window.article.document.layer


def labels(window):
    return sorted(a.label for a in layer(window).annotations.values())


# -- the whole way -------------------------------------------------------------


def test_mark_with_keys_undo_and_reopen(qtbot, open_window, path):
    window = open_window(path)
    view = window.parts.view
    assert "corpus" in window.windowTitle()
    assert "ada" in window.windowTitle()
    assert window.parts.status.saved.text() == "✓ All saved"
    view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    view.set_selection([CONTENT])
    press(qtbot, window, Key.Key_Q)
    view.set_selection([BROOK])
    press(qtbot, window, Key.Key_S)
    view.set_selection([TOLD])
    press(qtbot, window, Key.Key_V)
    view.set_selection([MORE])
    press(qtbot, window, Key.Key_A)
    assert labels(window) == ["PERSON", "direct"]
    quote = window.article.current
    assert quote.parts == {
        "content": (CONTENT, MORE),
        "speaker": (BROOK,),
        "cue": (TOLD,),
    }
    assert window.parts.status.saved.text().startswith("✓ Saved ")
    press(qtbot, window, Key.Key_Z, modifier=CTRL)
    assert window.article.item(quote.id).parts["content"] == (CONTENT,)
    press(qtbot, window, Key.Key_Z, modifier=CTRL_SHIFT)
    assert window.article.item(quote.id).parts["content"] == (CONTENT, MORE)
    before = dict(layer(window).annotations)
    window.close()

    again = open_window(path)
    assert layer(again).annotations == before
    assert again.actions_["undo"].text().startswith("&Undo Add to content “")
    press(qtbot, again, Key.Key_Z, modifier=CTRL)
    assert again.article.item(quote.id).parts["content"] == (CONTENT,)
    with Project.open(path) as project:
        assert project.check(Progress()) == []


def test_what_was_marked_is_on_disk_before_the_next_key(qtbot, window, path):
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    with Project.open(path) as other:
        annotator = other.annotator("ada")
        stored = other.store.layer(window.article.document.document.id, annotator.id)
        assert [a.label for a in stored.annotations.values()] == ["PERSON"]


def test_undo_opens_the_article_it_happened_in(qtbot, window):
    first = window.article.document.document.id
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    press(qtbot, window, Key.Key_PageDown, modifier=CTRL)
    assert window.article.document.document.id != first
    assert window.parts.documents.current() == window.article.document.document.id
    press(qtbot, window, Key.Key_Z, modifier=CTRL)
    assert window.article.document.document.id == first
    assert window.parts.documents.current() == first
    assert labels(window) == []
    assert window.parts.status.hint.text() == "Undone: Mark PERSON “Ada Brook”"


def test_two_annotators_do_not_see_each_other(qtbot, open_window, path):
    window = open_window(path, "ada")
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    window.close()
    other = open_window(path, "grace")
    assert labels(other) == []
    assert "grace" in other.windowTitle()
    assert not other.actions_["undo"].isEnabled()


# -- keys ----------------------------------------------------------------------


def test_letters_go_into_text_fields_and_not_into_the_article(qtbot, window):
    window.parts.view.set_selection([ADA])
    window.parts.documents.focus_search()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "pq")
    assert field.text() == "pq"
    assert labels(window) == []


def test_label_keys_work_from_a_list_too(qtbot, window):
    window.parts.view.set_selection([ADA])
    listed = window.parts.panels.annotations
    listed.setFocus()
    target = QApplication.focusWidget()
    assert target is not window.parts.view
    qtbot.keyClick(target, Key.Key_P)
    assert labels(window) == ["PERSON"]


def test_shift_and_a_label_key_keep_the_label_until_escape(qtbot, window):
    press(qtbot, window, Key.Key_P, modifier=SHIFT)
    assert window.marking.mode == Sticky("entity", "PERSON")
    assert window.parts.panels.palette.sticky() == ("entity", "PERSON")
    window.parts.view.set_selection([ADA])
    window.parts.view.selection_made.emit()
    assert labels(window) == ["PERSON"]
    press(qtbot, window, Key.Key_Escape)
    assert window.marking.mode is None
    assert window.parts.panels.palette.sticky() is None


def test_every_further_occurrence(qtbot, window):
    window.parts.view.set_selection([VELM])
    press(qtbot, window, Key.Key_G)
    press(qtbot, window, Key.Key_M, modifier=CTRL)
    assert isinstance(window.marking.mode, Preview)
    assert window.parts.status.hint.text().startswith("2 more places")
    press(qtbot, window, Key.Key_Escape)
    assert window.marking.mode is None
    assert window.parts.status.hint.text() == ""
    press(qtbot, window, Key.Key_M, modifier=CTRL)
    press(qtbot, window, Key.Key_Return)
    assert window.parts.status.hint.text() == ""
    assert labels(window) == ["GPE"] * 3
    assert window.actions_["undo"].text() == "&Undo Mark 2 more GPE “Velm”"
    press(qtbot, window, Key.Key_Z, modifier=CTRL)
    assert labels(window) == ["GPE"]


def test_link_with_keys(qtbot, window):
    view = window.parts.view
    view.set_selection([CONTENT])
    press(qtbot, window, Key.Key_Q)
    quote = window.article.current
    view.set_selection([place(HARBOUR, "the harbour cost twice the sum")])
    press(qtbot, window, Key.Key_C)
    claim = window.article.current
    press(qtbot, window, Key.Key_L, modifier=CTRL)
    assert isinstance(window.marking.mode, Linking)
    view.select_mark(quote.id)
    press(qtbot, window, Key.Key_Return)
    [link] = layer(window).links.values()
    assert (link.source, link.target) == (claim.id, quote.id)


def test_delete_keys(qtbot, window):
    for key in (Key.Key_Delete, Key.Key_Backspace):
        window.parts.view.set_selection([ADA])
        press(qtbot, window, Key.Key_P)
        assert labels(window) == ["PERSON"]
        press(qtbot, window, key)
        assert labels(window) == []


def test_suggestions_with_keys(qtbot, window):
    document = window.article.document.document.id
    ids = suggest(
        window.project.project,
        document,
        [
            ("entity", "PERSON", {"mention": [ADA]}, 0.9),
            ("entity", "GPE", {"mention": [VELM]}, 0.8),
            ("quote", "direct", {"content": [CONTENT], "speaker": [BROOK]}, 0.7),
        ],
    )
    window.article.show(window.article.desk.reload_suggestions())
    assert window.parts.status.waiting.text() == "3 suggestions open"
    press(qtbot, window, Key.Key_Space)
    assert window.parts.view.selected_mark() == ids[0]
    assert window.actions_["delete"].text() == "&Reject"
    press(qtbot, window, Key.Key_Return)
    assert window.parts.view.selected_mark() == ids[1]
    press(qtbot, window, Key.Key_Delete)
    assert window.parts.view.selected_mark() == ids[2]
    press(qtbot, window, Key.Key_Space, modifier=SHIFT)
    press(qtbot, window, Key.Key_Return)
    assert labels(window) == ["PERSON", "direct"]
    assert window.parts.status.waiting.text() == ""
    assert not window.actions_["accept"].isEnabled()


# -- articles and states -------------------------------------------------------


def test_done_and_next(qtbot, window):
    first = window.article.document.document.id
    press(qtbot, window, Key.Key_Return, modifier=CTRL)
    assert window.article.document.document.id != first
    assert window.documents.library.row(first).status is Status.DONE
    press(qtbot, window, Key.Key_Return, modifier=CTRL)
    assert layer(window).status is Status.DONE
    assert "last article" in window.parts.status.hint.text()


@pytest.mark.parametrize(
    ("key", "status", "shown"),
    [
        (Key.Key_D, Status.DONE, "Done"),
        (Key.Key_G, Status.FLAGGED, "Flagged"),
        (Key.Key_K, Status.SKIPPED, "Skipped"),
        (Key.Key_P, Status.IN_PROGRESS, "In progress"),
    ],
)
def test_states_have_keys(qtbot, window, key, status, shown):
    press(qtbot, window, key, modifier=CTRL_SHIFT)
    assert layer(window).status is status
    assert window.parts.header.status.text().startswith(shown)
    press(qtbot, window, Key.Key_Z, modifier=CTRL)
    assert layer(window).status is Status.TODO


def test_the_status_button_sets_the_state(window):
    window.parts.header.status_chosen.emit(Status.FLAGGED)
    assert layer(window).status is Status.FLAGGED


def test_the_last_article_and_the_place_in_it_come_back(qtbot, open_window, path):
    window = open_window(path)
    press(qtbot, window, Key.Key_PageDown, modifier=CTRL)
    bridge = window.article.document.document.id
    window.parts.view.set_caret(30)
    window.close()
    again = open_window(path)
    assert again.article.document.document.id == bridge
    assert again.parts.view.caret() == 30


def test_the_list_opens_articles(qtbot, window):
    second = window.documents.library.rows()[1]
    window.parts.documents.document_chosen.emit(second.id)
    assert window.article.document.document.text == BRIDGE
    assert window.parts.header.title.whole.startswith("Engineers in Torsk")
    assert window.parts.view.hasFocus()


# -- panels --------------------------------------------------------------------


def test_the_inspector_edits_what_it_shows(qtbot, window):
    panels, view = window.parts.panels, window.parts.view
    view.set_selection([CONTENT])
    press(qtbot, window, Key.Key_Q)
    quote = window.article.current
    assert panels.inspector.shown_id() == quote.id
    panels.inspector.label_changed.emit("mixed")
    assert window.article.item(quote.id).label == "mixed"
    panels.inspector.note_changed.emit("Who is “we”?")
    assert window.article.item(quote.id).note == "Who is “we”?"
    view.set_selection([BROOK])
    panels.inspector.part_set.emit("speaker")
    assert window.article.item(quote.id).parts["speaker"] == (BROOK,)
    view.set_selection([MORE])
    panels.inspector.part_added.emit("content")
    assert window.article.item(quote.id).parts["content"] == (CONTENT, MORE)
    panels.inspector.fragment_removed.emit("content", 0)
    assert window.article.item(quote.id).parts["content"] == (MORE,)
    panels.inspector.part_activated.emit("speaker", 0)
    assert view.selection() == (BROOK,)
    panels.inspector.part_cleared.emit("speaker")
    assert "speaker" not in window.article.item(quote.id).parts
    panels.inspector.delete.emit()
    assert labels(window) == []


def test_a_note_is_kept_when_something_else_is_selected(qtbot, window):
    view, inspector = window.parts.view, window.parts.panels.inspector
    view.set_selection([VELM])
    press(qtbot, window, Key.Key_G)
    velm = window.article.current
    view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    ada = window.article.current
    press(qtbot, window, Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not view
    qtbot.keyClicks(field, "the mayor")
    view.select_mark(velm.id)
    assert window.article.item(ada.id).note == "the mayor"
    assert view.selected_mark() == velm.id
    assert inspector.shown_id() == velm.id


def test_ctrl_return_in_a_note_saves_it_and_escape_goes_back(qtbot, window):
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    ada = window.article.current
    press(qtbot, window, Key.Key_F2)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "the mayor")
    qtbot.keyClick(field, Key.Key_Return, CTRL)
    assert window.article.item(ada.id).note == "the mayor"
    assert layer(window).status is Status.IN_PROGRESS
    qtbot.keyClick(field, Key.Key_Escape)
    assert window.parts.view.hasFocus()
    press(qtbot, window, Key.Key_Z, modifier=CTRL)
    assert window.article.item(ada.id).note == ""


def test_the_palette_marks_and_keeps(qtbot, window):
    palette, view = window.parts.panels.palette, window.parts.view
    view.set_selection([ADA])
    palette.label_chosen.emit("entity", "PERSON")
    assert labels(window) == ["PERSON"]
    view.set_selection([CONTENT])
    palette.label_chosen.emit("quote", "direct")
    view.set_selection([BROOK])
    palette.role_chosen.emit("quote", "speaker")
    assert window.article.current.parts["speaker"] == (BROOK,)
    palette.sticky_changed.emit("entity", "GPE")
    assert window.marking.mode == Sticky("entity", "GPE")
    palette.sticky_changed.emit("entity", "")
    assert window.marking.mode is None


def test_the_list_of_annotations_selects(qtbot, window):
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    made = window.article.current
    window.parts.view.select_mark(None)
    window.parts.panels.annotations.mark_chosen.emit(made.id)
    assert window.parts.view.selected_mark() == made.id


def test_the_suggestion_bar_accepts_above_a_score(qtbot, window):
    document = window.article.document.document.id
    suggest(
        window.project.project,
        document,
        [
            ("entity", "PERSON", {"mention": [ADA]}, 0.9),
            ("entity", "GPE", {"mention": [VELM]}, 0.3),
        ],
    )
    window.article.show(window.article.desk.reload_suggestions())
    bar = window.parts.panels.suggestions
    qtbot.waitUntil(bar.accept_all.isEnabled)
    qtbot.mouseClick(bar.accept_all, Qt.MouseButton.LeftButton)
    assert labels(window) == ["PERSON"]
    # The button is grey now: keys still go to the article, not to a field beside it.
    assert window.focusWidget() is window.parts.view
    press(qtbot, window, Key.Key_Z, modifier=CTRL)
    assert labels(window) == []


# -- menus, palette, find ------------------------------------------------------


def test_the_context_menu_of_a_selection_marks(qtbot, window):
    window.parts.view.set_selection([ADA])
    menu = window._menus.build("")
    marks = find_action(menu, "Person\tp")
    marks.trigger()
    assert labels(window) == ["PERSON"]


def test_the_context_menu_of_a_mark_relabels_and_deletes(qtbot, window):
    window.parts.view.set_selection([VELM])
    press(qtbot, window, Key.Key_P)
    made = window.article.current
    menu = window._menus.build(made.id)
    relabel = next(a for a in leaves(menu) if a.text().endswith("\tg"))
    relabel.trigger()
    assert labels(window) == ["GPE"]
    assert window.actions_["delete"] in menu.actions()
    assert window.actions_["delete"].text() == "&Delete"
    assert window.actions_["mark_all"] in menu.actions()


def test_the_context_menu_sets_roles_of_the_selected_quote(qtbot, window):
    window.parts.view.set_selection([CONTENT])
    press(qtbot, window, Key.Key_Q)
    quote = window.article.current
    window.parts.view.set_selection([BROOK])
    menu = window._menus.build("")
    find_action(menu, "Set as speaker\ts").trigger()
    assert window.article.item(quote.id).parts["speaker"] == (BROOK,)
    view = window.parts.view
    view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    name = window.article.current
    view.select_mark(quote.id)
    view.select_mark(name.id)
    find_action(window._menus.build(name.id), "Set as speaker\ts").trigger()
    assert window.article.item(quote.id).parts["speaker"] == (ADA,)
    menu = window._menus.build(quote.id)
    assert not any("Set as" in a.text() for a in leaves(menu))
    find_action(menu, "Remove the speaker").trigger()
    assert "speaker" not in window.article.item(quote.id).parts


def leaves(menu: QMenu):
    for made in menu.actions():
        if made.menu() is not None:
            yield from leaves(made.menu())
        else:
            yield made


def find_action(menu: QMenu, text: str):
    return next(a for a in leaves(menu) if a.text() == text)


def test_the_menu_opens_where_the_mouse_is(qtbot, window):
    window.parts.view.menu_requested.emit(window.mapToGlobal(QPoint(400, 300)), "")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()


def test_the_command_palette_runs_anything(qtbot, window):
    press(qtbot, window, Key.Key_K, modifier=CTRL)
    palette = window.findChild(CommandPalette)
    palette.field.setText("set to flagged")
    palette.run_current()
    assert layer(window).status is Status.FLAGGED


def test_find_in_the_article(qtbot, window):
    press(qtbot, window, Key.Key_G, modifier=CTRL)
    find = window.parts.find
    assert find.isVisible()
    find.field.setText("velm")
    assert find.count.text() == "1 of 3"
    qtbot.keyClick(find.field, Key.Key_Return)
    assert window.parts.view.selection() == (place(HARBOUR, "Velm", nth=1),)
    find.match_case.setChecked(True)
    assert find.count.text() == "Not found"
    find.field.setText("nine\n years")
    assert find.count.text() == "1 of 1"
    qtbot.keyClick(find.field, Key.Key_Escape)
    assert not find.isVisible()
    assert find.found == []


def test_zoom_snap_and_docks(qtbot, window, path, open_window):
    press(qtbot, window, Key.Key_Equal, modifier=CTRL)
    assert window.parts.status.zoom.text() != "100 %"
    press(qtbot, window, Key.Key_0, modifier=CTRL)
    assert window.parts.status.zoom.text() == "100 %"
    press(qtbot, window, Key.Key_F6)
    assert window.parts.status.snap.text() == "Characters"
    window.parts.status.snap.click()
    assert window.parts.status.snap.text() == "Tokens"
    press(qtbot, window, Key.Key_B, modifier=CTRL)
    assert window.parts.documents_dock.isHidden()
    assert not window.actions_["toggle_documents"].isChecked()
    window.close()
    again = open_window(path)
    assert again.parts.documents_dock.isHidden()
    press(qtbot, again, Key.Key_B, modifier=CTRL)
    assert not again.parts.documents_dock.isHidden()


# -- projects ------------------------------------------------------------------


def test_welcome_then_project_then_welcome(qtbot, open_window, path):
    window = open_window()
    assert window.parts.welcome.isVisible()
    assert not window.actions_["import"].isEnabled()
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.parts.welcome.project_chosen.emit(path)
    assert window.parts.view.isVisible()
    assert not window.parts.documents_dock.isHidden()
    window.project.close()
    assert window.parts.welcome.isVisible()
    assert window.parts.documents_dock.isHidden()
    assert window.windowTitle() == "Annotator"
    assert not window.actions_["import"].isEnabled()


def test_a_file_that_is_no_project_is_refused(qtbot, open_window, tmp_path):
    wrong = tmp_path / "wrong.annot"
    wrong.write_text("not a project", "utf-8")
    window = open_window()
    window.project.open_path(wrong)
    qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None, timeout=10_000)
    assert window.parts.welcome.isVisible()
    assert window.project.project is None
    window.findChild(ErrorDialog).close()


def test_a_new_project_has_an_empty_state_and_imports(qtbot, open_window, tmp_path):
    window = open_window()
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.project.make(tmp_path / "new.annot", None)
    assert window.parts.empty.isVisible()
    assert "no articles" in window.parts.empty.headline.text()
    (tmp_path / "a.txt").write_text(HARBOUR, "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    with qtbot.waitSignal(window.project.imported, timeout=20_000):
        window.project.run_import(
            [tmp_path / "a.txt", tmp_path / "bad.txt"], ImportRequest()
        )
    report = window.findChild(ReportDialog)
    assert report.outcome.headline == "1 new article"
    assert any("bad.txt" in p.where for p in report.outcome.problems)
    report.close()
    assert window.parts.view.isVisible()
    assert window.article.document.document.text == HARBOUR
    window.suggesting.set_project(None, everything=False)


def test_check_and_backup(qtbot, window, tmp_path):
    window.care.check()
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is not None, timeout=20_000)
    report = window.findChild(ReportDialog)
    assert "sound" in report.outcome.headline
    report.close()
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is None)
    target = tmp_path / "copy.annot"
    window.care.run_backup(str(target))
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is not None, timeout=20_000)
    window.findChild(ReportDialog).close()
    with Project.open(target) as copy:
        assert len(copy.store.documents.ids()) == 2


def test_a_failed_save_is_said_and_stays_said_until_one_succeeds(
    qtbot, window, monkeypatch
):
    def full(*_given):
        raise EnvironmentFault("The disk is full; make room and try again.")

    window.parts.view.set_selection([ADA])
    with monkeypatch.context() as patch:
        patch.setattr(window.project.project.store, "commit", full)
        press(qtbot, window, Key.Key_P)
    assert window.parts.status.saved.text() == "✗ Not saved"
    assert labels(window) == []
    window.findChild(ErrorDialog).close()
    press(qtbot, window, Key.Key_P)
    assert window.parts.status.saved.text().startswith("✓ Saved")
    assert labels(window) == ["PERSON"]


def test_settings_take_effect_and_another_annotator_sits_down(qtbot, window):
    from annotator.ui.dialogs.settings import Settings
    from annotator.ui.settings_model import SETTINGS

    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    values = {
        **{setting.name: setting.default for setting in SETTINGS},
        "theme": Theme.DARK,
        "zoom": 16.0,
        "characters": True,
        "annotator": "grace",
        "suggest": False,
    }
    window.settings.apply(Settings(values, "en_core_web_sm"))
    assert labels(window) == []
    assert window.parts.status.who.text() == "grace"
    assert window.parts.status.snap.text() == "Characters"
    window.appearance.set_theme(Theme.LIGHT)


def test_every_action_has_a_key_that_qt_listens_to(window):
    for entry, made in window.actions_:
        if entry.keys:
            shown = QKeySequence(made.text().partition("\t")[2])
            assert not (made.shortcut().isEmpty() and shown.isEmpty()), entry.id
