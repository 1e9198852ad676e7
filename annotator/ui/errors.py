"""The one place that shows errors: silent, one sentence, or a crash report."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.domain.errors import AnnotatorError, CancelledError
from annotator.domain.wording import tr
from annotator.ui.icons import tinted
from annotator.ui.theme import Space, colours, set_role

WORDS_LEFT_OUT = "its words are left out: they may hold text of the article"

_WIDTH = 460
_LOG_LIMIT_BYTES = 1_000_000
_logger = logging.getLogger(__name__)


def log_path() -> Path:
    """Return the file that unexpected errors are written to."""
    from platformdirs import user_data_path

    return user_data_path("annotator", appauthor=False) / "errors.log"


class _Message(QDialog):
    """A heading, a sentence, details, and buttons; shown without blocking."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, details: str
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.resize(_WIDTH, 120)
        self.sentence = sentence
        self.details = details
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._rows.setSpacing(Space.M)
        self._rows.addLayout(self._message(title))
        self._foot = QHBoxLayout()
        self._foot.setSpacing(Space.S)
        copy = QPushButton(tr("Copy details"))
        copy.clicked.connect(self.copy_details)
        self._foot.addWidget(copy)
        self._foot.addStretch(1)
        close = QPushButton(tr("Close"))
        set_role(close, "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self._foot.addWidget(close)
        self._rows.addLayout(self._foot)
        close.setFocus()

    def fit(self) -> None:
        """Take the height that the words need at this width."""
        self.resize(self.width(), self._rows.totalHeightForWidth(self.width()))

    def _message(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        sign = QLabel()
        look = colours(self.palette())
        sign.setPixmap(tinted("warning", 24, self.devicePixelRatio(), look.danger))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        heading = QLabel(title)
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_role(heading, "heading")
        text = QLabel(self.sentence)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.addWidget(heading)
        words.addWidget(text)
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def copy_details(self) -> None:
        """Put everything that is known onto the clipboard."""
        QGuiApplication.clipboard().setText(self.details)


class ErrorDialog(_Message):
    """Something outside the program is at fault: one sentence says what to do."""

    def __init__(self, parent: QWidget | None, error: AnnotatorError) -> None:
        sentence = _as_sentence(str(error))
        super().__init__(
            parent, tr("That did not work"), sentence, f"{sentence}\n\n{report(error)}"
        )


class NoticeDialog(_Message):
    """Something to know, though nothing has gone wrong."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str) -> None:
        super().__init__(parent, title, _as_sentence(sentence), sentence)
        self.fit()


class CrashDialog(_Message):
    """The program is at fault: what to send us, and that the work is safe."""

    def __init__(
        self, parent: QWidget | None, error: BaseException, log: Path | None
    ) -> None:
        where = tr(" It was written to {log}.", log=log) if log else ""
        super().__init__(
            parent,
            tr("Something went wrong in Annotator"),
            tr(
                "This is a mistake in the program, not yours. Everything you "
                "marked is saved; you can go on working.{where} Please report it "
                "with the details.",
                where=where,
            ),
            report(error),
        )
        self._error = error
        self.words = QCheckBox(tr("&Include what the error says"))
        self.words.setToolTip(
            tr("It helps to find the mistake, and may hold words of the article.")
        )
        self.words.toggled.connect(self._choose_words)
        self.words.hide()
        self._rows.insertWidget(1, self.words)
        self.trace = QPlainTextEdit(self.details)
        self.trace.setReadOnly(True)
        self.trace.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.trace.setMinimumHeight(200)
        self.trace.setAccessibleName(tr("Details of the error"))
        self.trace.hide()
        self._rows.insertWidget(2, self.trace)
        self.more = QPushButton(tr("Details"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._toggle)
        self._foot.insertWidget(0, self.more)

    def _toggle(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.trace.setVisible(shown)
        self.words.setVisible(shown)
        self.fit()

    def _choose_words(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.details = report(self._error, with_words=wanted)
        self.trace.setPlainText(self.details)


def report(error: BaseException, *, with_words: bool = False) -> str:
    """Return the error with its traceback and what it ran on.

    Args:
        error: What happened.
        with_words: Also what the errors themselves say: that may hold text of the
            article, which without it is in no report.
    """
    parts = [_traced(one, with_words=with_words) for one in _chain(error)]
    trace = "\nThat led to:\n\n".join(reversed(parts)).rstrip()
    return (
        f"Annotator {__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, {platform.platform()}\n\n{trace}"
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that led to it, each once."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        hidden = None if found.__suppress_context__ else found.__context__
        found = found.__cause__ or hidden


def _traced(error: BaseException, *, with_words: bool) -> str:
    """Return where an error was, and which; the lines shown are the program's own."""
    places = "".join(traceback.format_tb(error.__traceback__))
    if with_words:
        said = "".join(traceback.format_exception_only(error))
    else:
        said = f"{type(error).__qualname__}: ({WORDS_LEFT_OUT})\n"
    return f"Traceback (most recent call last):\n{places}{said}"


def present(parent: QWidget | None, error: BaseException) -> QDialog | None:
    """Show *error* as it deserves; return the dialog, or None if it needs none.

    The dialog is opened, never waited for. While a crash is on the screen,
    further crashes only go to the log, so that a fault in painting cannot bury
    the window under dialogs; nor does one sentence stand there twice.
    """
    if isinstance(error, CancelledError):
        return None
    dialog: ErrorDialog | CrashDialog
    if isinstance(error, AnnotatorError):
        shown = _shown(_as_sentence(str(error)))
        if shown is not None:
            shown.raise_()
            return shown
        dialog = ErrorDialog(parent, error)
    else:
        log = _write_log(error)
        if _crash_is_shown():
            return None
        dialog = CrashDialog(parent, error, log)
    dialog.fit()
    dialog.open()
    return dialog


def install_excepthook(parent: Callable[[], QWidget | None]) -> None:
    """Send whatever nobody caught to ``present``, with the window from *parent*."""

    def hook(
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt) or QApplication.instance() is None:
            sys.__excepthook__(kind, error, trace)
            return
        present(parent(), error)

    sys.excepthook = hook


def _shown(sentence: str) -> ErrorDialog | None:
    """Return the dialog that says this already."""
    windows = (w for w in QApplication.topLevelWidgets() if w.isVisible())
    dialogs = (w for w in windows if isinstance(w, ErrorDialog))
    return next((d for d in dialogs if d.sentence == sentence), None)


def _crash_is_shown() -> bool:
    windows = QApplication.topLevelWidgets()
    return any(isinstance(w, CrashDialog) and w.isVisible() for w in windows)


def _write_log(error: BaseException) -> Path | None:
    log = log_path()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.is_file() and log.stat().st_size > _LOG_LIMIT_BYTES:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat()} {report(error)}\n\n")
    except OSError as fault:
        _logger.info("the error log cannot be written: %s", fault)
        return None
    return log


def _as_sentence(message: str) -> str:
    text = message.strip() or tr("It is not known what.")
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else text + "."
