"""Signs of life of whoever is at the article, for the time spent on it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from annotator.ui.article_desk import ArticleDesk

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    }
)


class ActivityWatch(QObject):
    """Touches the desk's clock at every key, click and turn over the article.

    Steps touch it too, so that work in the panels counts.
    """

    def __init__(
        self, article: ArticleDesk, parent: QObject, *, more: Iterable[QWidget] = ()
    ) -> None:
        """Watch.

        Args:
            article: The article and its desk.
            parent: Goes with this.
            more: Further widgets at which somebody works on the article.
        """
        super().__init__(parent)
        for widget in more:
            widget.installEventFilter(self)
        self._article = article
        article.view.installEventFilter(self)
        article.view.viewport().installEventFilter(self)
        article.selected.connect(self._touch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what happens, and keep nothing from happening."""
        if event.type() in _SIGNS:
            self._touch()
        return super().eventFilter(watched, event)

    def _touch(self, _item: object = None) -> None:
        desk = self._article.desk
        if desk is not None:
            desk.clock.touch()
