"""The card: one difference with everything that can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.people import Comment
from annotator.domain.schema import Kind
from annotator.domain.settling import How
from annotator.domain.wording import noop, tr
from annotator.services.adjudicating import Case
from annotator.ui.adjudicate.grid import CaseGrid
from annotator.ui.adjudicate.voices import World
from annotator.ui.adjudicate.wording import sentence, sort_title
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.theme import Space, set_role

HOW_TITLES = {
    How.UNANIMOUS: noop("unanimous"),
    How.MAJORITY: noop("by majority"),
    How.ADJUDICATED: noop("decided"),
}
_BUTTONS = (
    ("none", noop("0  None of them")),
    ("keep", noop("K  Keep what is settled")),
    ("edit", noop("E  Mark by hand")),
    ("reopen", noop("R  Open again")),
    ("comment", noop("C  Comment")),
)


class CaseCard(QFrame):
    """Shows a difference, or why there is none.

    Signals:
        wanted: ``none``, ``keep``, ``edit``, ``reopen``, ``comment``,
            ``next`` or ``agreed``.
        comment_made: What somebody wrote.
        comment_left: The field for a comment was left without one.
        resolved: Id of a comment that is dealt with.
    """

    wanted = Signal(str)
    comment_made = Signal(str)
    comment_left = Signal()
    resolved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The difference"))
        self.heading = QLabel()
        set_role(self.heading, "heading")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.said, "muted")
        self.grid = CaseGrid()
        self.buttons: dict[str, QPushButton] = {}
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("A comment for everybody; Return keeps it"))
        self.field.setAccessibleName(tr("Comment"))
        self.field.installEventFilter(self)
        self.field.hide()
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        set_role(self.hint, "caption")
        self.headline = QLabel()
        set_role(self.headline, "heading")
        self.advice = QLabel()
        self.advice.setWordWrap(True)
        set_role(self.advice, "muted")
        self.next = QPushButton()
        set_role(self.next, "primary")
        self.next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.next.clicked.connect(self._on_next)
        self._wants = "next"
        self._comments = QVBoxLayout()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._case_page())
        self._pages.addWidget(self._empty_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _case_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.XS)
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self.heading)
        top.addWidget(self.said, 1)
        column.addLayout(top)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.grid)
        inside.addLayout(self._comments)
        inside.addStretch(1)
        area.setWidget(inner)
        column.addWidget(area, 1)
        column.addWidget(self.field)
        flow = FlowLayout(gap=Space.S, row_gap=Space.XS)
        for name, title in _BUTTONS:
            button = QPushButton(tr(title))
            set_role(button, "small")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._want, name))
            flow.addWidget(button)
            self.buttons[name] = button
        column.addLayout(flow)
        column.addWidget(self.hint)
        return page

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(Space.S)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self.headline, 0, middle)
        column.addWidget(self.advice)
        column.addWidget(self.next, 0, middle)
        self.advice.setAlignment(middle)
        column.addStretch(1)
        return page

    # -- what the window calls ---------------------------------------------

    def show_case(
        self, case: Case, kind: Kind, world: World, names: Mapping[str, str]
    ) -> None:
        """Show a difference.

        Args:
            case: The difference.
            kind: Its kind.
            world: What it is a difference of.
            names: Annotator's id → name.
        """
        voices = world.voices
        by_id = {voice.id: voice for voice in voices}
        again = tr("Open again: ") if case.is_reopened else ""
        self.heading.setText(f"{again}{sort_title(case)}")
        said = sentence(case, by_id, kind)
        if case.is_settled and case.settlements:
            last = case.settlements[-1]
            by = tr(" by {names}", names=names[last.by]) if last.by in names else ""
            none = "" if case.gold else tr(", none of them")
            said += tr(
                " Settled: {how}{by}{none}.",
                how=tr(HOW_TITLES[last.how]),
                by=by,
                none=none,
            )
        self.said.setText(said)
        self.grid.show_case(case, kind, world)
        self.buttons["keep"].setVisible(bool(case.gold) and not case.is_settled)
        self.buttons["reopen"].setVisible(bool(case.settlements or case.gold))
        self._pages.setCurrentIndex(0)

    def show_hint(self, sentence_: str) -> None:
        """Say which keys do what now."""
        self.hint.setText(sentence_)

    def show_comments(
        self, comments: Sequence[Comment], names: Mapping[str, str]
    ) -> None:
        """Show what was said of the passage."""
        while (item := self._comments.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for comment in comments:
            self._comments.addWidget(self._comment_row(comment, names))

    def _comment_row(self, comment: Comment, names: Mapping[str, str]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        who = names.get(comment.author, tr("somebody"))
        words = QLabel(tr("{who} says: {text}", who=who, text=comment.text))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        set_role(words, "muted" if comment.resolved else "")
        line.addWidget(words, 1)
        button = QPushButton(tr("Open again") if comment.resolved else tr("Resolve"))
        set_role(button, "small")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._resolve, comment.id))
        line.addWidget(button)
        return row

    def show_advice(
        self, headline: str, sentence_: str, button: str = "", *, wants: str = "next"
    ) -> None:
        """Say that there is nothing to decide, and what to do next.

        Args:
            headline: In large letters.
            sentence_: Why.
            button: What is on the button; "" for none.
            wants: What the button then wants.
        """
        self._wants = wants
        self.headline.setText(headline)
        self.advice.setText(sentence_)
        self.next.setText(button)
        self.next.setVisible(bool(button))
        self._pages.setCurrentIndex(1)

    @property
    def shows_case(self) -> bool:
        """Whether a difference is shown, and not advice."""
        return self._pages.currentIndex() == 0

    def ask_comment(self) -> None:
        """Let somebody write a comment."""
        self.field.clear()
        self.field.show()
        self.field.setFocus()

    # -- inside ------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a comment on Return, leave it on Esc."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.field.hide()
                self.comment_made.emit(self.field.text())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.field.hide()
                self.comment_left.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_next(self) -> None:
        self.wanted.emit(self._wants)

    def _want(self, name: str, *_: object) -> None:
        self.wanted.emit(name)

    def _resolve(self, comment_id: str, *_: object) -> None:
        self.resolved.emit(comment_id)
