import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from annotator.domain.errors import CancelledError, EnvironmentFault, InputError
from annotator.ui import errors
from annotator.ui.errors import (
    CrashDialog,
    ErrorDialog,
    install_excepthook,
    log_path,
    present,
    report,
)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    yield window
    for dialog in window.findChildren(QDialog):
        dialog.close()


def crash() -> Exception:
    try:
        {}["no such key"]
    except KeyError as error:
        return error
    raise AssertionError


def test_a_cancel_is_silent(window):
    assert present(window, CancelledError("stopped")) is None
    assert window.findChild(ErrorDialog) is None


@pytest.mark.parametrize("kind", [InputError, EnvironmentFault])
def test_a_fault_is_one_sentence(window, kind):
    dialog = present(window, kind("the disk is full: free some space"))
    assert isinstance(dialog, ErrorDialog)
    assert dialog.sentence == "The disk is full: free some space."
    assert dialog.isVisible()
    dialog.copy_details()
    copied = QGuiApplication.clipboard().text()
    assert dialog.sentence in copied
    assert kind.__name__ in copied
    assert not log_path().exists()


def test_a_sentence_is_shown_as_it_is_written(window):
    dialog = present(window, InputError("Is <b>this</b> a file?"))
    assert dialog.sentence == "Is <b>this</b> a file?"
    assert present(window, InputError("")).sentence


def test_a_crash_hides_its_traceback_and_is_logged(window):
    dialog = present(window, crash())
    assert isinstance(dialog, CrashDialog)
    assert not dialog.trace.isVisible()
    dialog.more.click()
    assert dialog.trace.isVisible()
    assert "KeyError: (its words are left out" in dialog.trace.toPlainText()
    assert "KeyError: (its words are left out" in log_path().read_text("utf-8")
    assert str(log_path()) in dialog.sentence
    dialog.more.click()
    assert not dialog.trace.isVisible()


def test_what_an_error_says_is_in_no_report_unless_that_is_ticked(window):
    said = "words of the article"
    error = RuntimeError(said.upper())
    error.__cause__ = ValueError(said)
    dialog = present(window, error)
    assert "ValueError" in dialog.details
    assert dialog.details.index("ValueError") < dialog.details.index("RuntimeError")
    for text in (dialog.details, dialog.trace.toPlainText(), log_path().read_text()):
        assert said not in text.lower()
    dialog.more.click()
    dialog.words.click()
    assert said in dialog.details
    assert said.upper() in dialog.trace.toPlainText()
    dialog.copy_details()
    assert said not in log_path().read_text().lower()
    dialog.words.click()
    assert said not in dialog.details.lower()


def test_crash_upon_crash_shows_one_dialog_and_logs_both(window):
    first = present(window, crash())
    assert present(window, ValueError("second")) is None
    assert "ValueError: (" in log_path().read_text("utf-8")
    first.accept()
    assert isinstance(present(window, crash()), CrashDialog)


def test_a_log_that_cannot_be_written_stops_nobody(window):
    log_path().parent.parent.mkdir(parents=True)
    log_path().parent.write_text("a file where the folder should be")
    dialog = present(window, crash())
    assert isinstance(dialog, CrashDialog)
    assert "written to" not in dialog.sentence


def test_a_long_log_is_put_aside(window, monkeypatch):
    monkeypatch.setattr(errors, "_LOG_LIMIT_BYTES", 10)
    present(window, crash()).accept()
    present(window, ValueError("newer"))
    assert "KeyError" in log_path().with_suffix(".old.log").read_text("utf-8")
    assert "KeyError" not in log_path().read_text("utf-8")


def test_the_report_says_what_it_ran_on():
    words = report(crash())
    assert "Annotator " in words
    assert "Python " in words
    assert "Qt " in words


def test_the_excepthook_presents(window, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_excepthook(lambda: window)
    error = crash()
    sys.excepthook(type(error), error, error.__traceback__)
    assert window.findChild(CrashDialog) is not None


def test_ctrl_c_is_left_to_python(window, monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *caught: seen.append(caught[0]))
    install_excepthook(lambda: window)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]
    assert window.findChild(CrashDialog) is None
