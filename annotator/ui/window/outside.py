"""What other windows and programs do to the open project, shown as it happens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.ui.article_desk import ArticleDesk

INTERVAL_MS = 500
"""Asking takes some microseconds where nobody has written."""


class OutsideWatch(QObject):
    """Looks every so often, and at once when somebody comes back to the window."""

    def __init__(self, article: ArticleDesk, window: QWidget) -> None:
        super().__init__(window)
        self._article = article
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        window.installEventFilter(self)

    def look(self) -> None:
        """Take in and show what has happened."""
        self._article.catch_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window becomes the one that is worked in."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)
