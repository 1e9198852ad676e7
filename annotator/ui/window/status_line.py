"""The status bar: what was saved, where the caret is, who works, what runs."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from annotator.domain.wording import tr, trn
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.key_names import name_in_tip
from annotator.ui.theme import Space, colours, set_role
from annotator.ui.window.preferences import DEFAULT_ZOOM


class StatusLine(QStatusBar):
    """Says only what is true: “Saved” stands for a commit that has happened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(Space.M, 0, Space.S, 0)
        self.saved = QLabel()
        self.hint = QLabel()
        self.position = QLabel()
        self.waiting = QLabel()
        self.worker = QLabel()
        self.snap = QToolButton()
        self.zoom = QToolButton()
        self.who = QToolButton()
        zoom_tip = tr("Size of the article's text; a click for the usual one")
        for button, tip, keys in (
            (self.snap, tr("What selections snap to"), ("snap",)),
            (self.zoom, zoom_tip, ("zoom_reset",)),
            (self.who, tr("Who is working; click to change"), ()),
        ):
            set_role(button, "quiet")
            name_in_tip(button, tip, *keys)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )
        self.addWidget(self.saved)
        self.addWidget(self.hint, 1)
        for part in (self.worker, self.waiting, self.position):
            part.setContentsMargins(Space.S, 0, Space.S, 0)
            self.addPermanentWidget(part)
        for button in (self.snap, self.zoom, self.who):
            self.addPermanentWidget(button)
        self._failed = ""
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)

    def show_saved(self, moment: datetime | None = None) -> None:
        """Say that everything up to *moment* (now) is on disk."""
        self._failed = ""
        moment = moment or datetime.now().astimezone()
        self.saved.setText(tr("✓ Saved {moment:%H:%M:%S}", moment=moment))
        self._tint(colours(self.palette()).success)

    def show_all_saved(self) -> None:
        """Say that nothing has been changed since the project was opened."""
        self._failed = ""
        self.saved.setText(tr("✓ All saved"))
        self._tint(colours(self.palette()).success)

    def show_failed(self, reason: str) -> None:
        """Say that the last change is not saved, until one is."""
        self._failed = reason
        self.saved.setText(tr("✗ Not saved"))
        self.saved.setToolTip(reason)
        self._tint(colours(self.palette()).danger)

    @property
    def failed(self) -> str:
        """Why the last change could not be saved; "" if it was."""
        return self._failed

    def show_hint(self, sentence: str) -> None:
        """Show a sentence for a few seconds."""
        self.hint.setText(sentence)
        self.hint.setToolTip(sentence)

    def show_pending(self, pending: int) -> None:
        """Say how many suggestions of the article are open."""
        said = trn("{n} suggestion open", "{n} suggestions open", pending)
        self.waiting.setText(said if pending else "")

    def show_worker(self, done: int, total: int) -> None:
        """Say how far the pipeline is with the project."""
        self.worker.setText(
            tr("Suggesting {done:,}/{total:,}", done=done, total=total)
            if done < total
            else ""
        )

    def show_position(self, article: ArticleDesk) -> None:
        """Say where the caret is, or how much is selected."""
        document = article.document
        if document is None:
            self.position.clear()
            return
        fragments = article.view.selection()
        if fragments:
            size = sum(end - start for start, end in fragments)
            parts = (
                tr(" in {number} fragments", number=len(fragments))
                if len(fragments) > 1
                else ""
            )
            self.position.setText(
                trn(
                    "{n:,} character selected{parts}",
                    "{n:,} characters selected{parts}",
                    size,
                    parts=parts,
                )
            )
        else:
            caret, length = article.view.caret(), len(document.document.text)
            self.position.setText(
                tr("{caret:,} / {length:,}", caret=caret, length=length)
            )

    def show_look(self, zoom: float, *, characters: bool) -> None:
        """Say the size of the text and what selections snap to."""
        self.zoom.setText(f"{round(100 * zoom / DEFAULT_ZOOM)} %")
        self.snap.setText(tr("Characters") if characters else tr("Tokens"))

    def clear(self) -> None:
        """Say nothing: no project is open."""
        for label in (self.saved, self.hint, self.position, self.waiting, self.worker):
            label.clear()

    def redraw(self) -> None:
        """Use the colours of the theme that now is."""
        look = colours(self.palette())
        self._tint(look.danger if self._failed else look.success)

    def _tint(self, colour: str) -> None:
        self.saved.setStyleSheet(f"color: {colour}; font-weight: bold;")
        if not self._failed:
            self.saved.setToolTip(tr("Every change is on disk before the next one."))
