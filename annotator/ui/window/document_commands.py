"""Going from article to article, and saying how far one is with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.documents import DocumentRow, Status
from annotator.domain.ids import DocumentId
from annotator.domain.wording import tr
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.panels.documents import DocumentsPanel

if TYPE_CHECKING:
    from annotator.services.desk import Desk
    from annotator.services.library import Library


class DocumentCommands(QObject):
    """Opens articles, from the list and one after the other.

    Signals:
        shown: Id of the article that is open now.
        listed: The list may be needed: show it.
    """

    shown = Signal(str)
    listed = Signal()

    def __init__(
        self, article: ArticleDesk, panel: DocumentsPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._article = article
        self._panel = panel
        self._library: Library | None = None
        panel.document_chosen.connect(self.choose)
        article.elsewhere.connect(self.open)

    @property
    def library(self) -> Library | None:
        """The open project's articles."""
        return self._library

    def set_desk(self, desk: Desk | None) -> None:
        """List a project's articles and open the one that was open last."""
        if desk is None:
            self._library = None
            self._panel.set_source(None)
            return
        from annotator.services.library import Library

        self._library = Library(desk.project, desk.annotator)
        self._panel.set_source(self._library)
        last = desk.places.last_document()
        if last is None:
            first = self._library.first()
            last = first.id if first else None
        if last is not None:
            self.open(last)

    def refresh(self, *, everything: bool = False) -> None:
        """Show the list anew: the open article's row, or all rows."""
        document = self._article.document
        if everything or document is None:
            self._panel.refresh()
            self._panel.select(document.document.id if document else None)
        else:
            self._panel.refresh(document.document.id)

    def open_first(self) -> None:
        """Open the first article, where none is open yet."""
        if self._article.document is None and self._library is not None:
            first = self._library.first()
            if first is not None:
                self.open(first.id)

    def open(self, document_id: str) -> None:
        """Open an article."""
        self._article.open(document_id)
        self._panel.select(DocumentId(document_id))
        self.shown.emit(document_id)

    def leave_binned(self) -> None:
        """Go on to the next article where the open one is in the bin now."""
        desk = self._article.desk
        if desk is None or not desk.is_binned:
            return
        found = self._neighbour(1) or self._neighbour(-1)
        if found is None and self._library is not None:
            found = self._library.first()
        if found is not None:
            self.open(found.id)
            return
        self._article.close()
        self._panel.select(None)

    def choose(self, document_id: str) -> None:
        """Open an article from the list and go on in its text."""
        document = self._article.document
        if document is None or document.document.id != document_id:
            self.open(document_id)
        self._article.view.setFocus()

    def next(self) -> None:
        """Open the next article that the list shows."""
        self._step(1)

    def previous(self) -> None:
        """Open the article before this one in the list."""
        self._step(-1)

    def _step(self, step: int) -> None:
        found = self._neighbour(step)
        if found is None:
            last = tr("This is the last article of the list.")
            first = tr("This is the first article of the list.")
            self._article.hint.emit(last if step > 0 else first)
        else:
            self.open(found.id)

    def _neighbour(self, step: int) -> DocumentRow | None:
        document = self._article.document
        if document is None or self._library is None:
            return None
        return self._library.neighbour(
            document.document.id, self._panel.filter(), step=step
        )

    def done_and_next(self) -> None:
        """Set the article to done and open the next one."""
        # Asked before: once it is done, a filter may not let this article through.
        found = self._neighbour(1)
        self.set_status(Status.DONE)
        if found is None:
            self._article.hint.emit(tr("Done. This was the last article of the list."))
        else:
            self.open(found.id)

    def set_status(self, status: Status) -> None:
        """Say how far the annotator is with the open article."""
        desk = self._article.desk
        if desk is not None and desk.opened is not None:
            self._article.run(lambda: desk.set_status(status))

    def set_todo(self) -> None:
        """Set the article to *to do*."""
        self.set_status(Status.TODO)

    def set_in_progress(self) -> None:
        """Set the article to *in progress*."""
        self.set_status(Status.IN_PROGRESS)

    def set_done(self) -> None:
        """Set the article to *done*."""
        self.set_status(Status.DONE)

    def set_flagged(self) -> None:
        """Set the article to *flagged*."""
        self.set_status(Status.FLAGGED)

    def set_skipped(self) -> None:
        """Set the article to *skipped*."""
        self.set_status(Status.SKIPPED)

    def search(self) -> None:
        """Go to the field that searches the articles."""
        self.listed.emit()
        self._panel.focus_search()
