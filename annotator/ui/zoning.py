"""Boilerplate and language of the open article, as the user says what they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.domain.annotations import Fragment
from annotator.domain.wording import tr
from annotator.ui.article_desk import ArticleDesk

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.desk import Desk


class ZoneCommands(QObject):
    """Marks and unmarks boilerplate; says which language an article is in."""

    def __init__(self, article: ArticleDesk, window: QWidget) -> None:
        super().__init__(window)
        self._article = article
        self._window = window

    def mark(self) -> None:
        """Make the selection boilerplate, or the paragraph of the caret."""
        chosen = self._article.view.selection() or (self._paragraph(),)
        self._run(
            lambda desk: desk.mark_zones(chosen),
            tr("This is marked as boilerplate already."),
        )

    def unmark(self) -> None:
        """Take the selection out of the boilerplate, or all of it at the caret."""
        position = self._article.view.caret()
        here = Fragment(position, position)
        chosen = self._article.view.selection() or (here,)
        self._run(
            lambda desk: desk.unmark_zones(chosen), tr("There is no boilerplate here.")
        )

    def recognise(self) -> None:
        """Look for boilerplate in the article again."""
        self._run(
            lambda desk: desk.recognise_zones(),
            tr("Nothing more of this article looks like boilerplate."),
        )

    def choose_language(self) -> None:
        """Ask which language the article is in."""
        document = self._article.document
        if document is None:
            return
        from annotator.ui.dialogs.language import LanguageDialog

        present = document.document.details.language
        dialog = LanguageDialog(present, self._window)
        dialog.chosen.connect(self.set_language)
        dialog.open()

    def set_language(self, code: str) -> None:
        """Say which language the article is in; "" for unknown."""
        self._run(
            lambda desk: desk.set_language(code),
            tr("The article is in that language already."),
        )

    def _run(self, step: Callable[[Desk], Changes | None], nothing: str) -> None:
        """Carry out a step; say why where there was nothing to do."""
        desk = self._article.desk
        if desk is None or self._article.document is None:
            return
        done: list[Changes | None] = []

        def call() -> Changes | None:
            done.append(step(desk))
            return done[0]

        changes = self._article.run(call)
        if changes is not None:
            self._article.view.set_selection(())
            self._article.hint.emit(changes.name)
        elif done:
            self._article.hint.emit(nothing)

    def _paragraph(self) -> Fragment:
        from annotator.services.zoning import paragraph

        document = self._article.document
        text = document.document.text if document is not None else ""
        return paragraph(text, self._article.view.caret())
