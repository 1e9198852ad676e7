"""Moves of the article view, for the menu and the command palette."""

from __future__ import annotations

from annotator.ui.article.view import ArticleView


class ArticleMoves:
    """Carries the view's own keys out without the keyboard."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view

    def next_mark(self) -> None:
        """Select the next annotation or suggestion."""
        self._view.next_mark(1)

    def previous_mark(self) -> None:
        """Select the annotation or suggestion before this one."""
        self._view.next_mark(-1)

    def outer_mark(self) -> None:
        """Widen to the mark around the selected one."""
        self._view.nest(1)

    def inner_mark(self) -> None:
        """Narrow to the mark inside the selected one."""
        self._view.nest(-1)

    def wider_selection(self) -> None:
        """Grow the selection by one unit."""
        self._view.expand_selection(1)

    def narrower_selection(self) -> None:
        """Shrink the selection by one unit."""
        self._view.expand_selection(-1)
