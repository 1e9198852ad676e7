"""The line above the article: what it is, and how far the annotator is with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QIcon,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.documents import STATUS_TITLES, Details, Status
from annotator.domain.languages import language_name
from annotator.domain.text import first_line
from annotator.domain.wording import tr, trn
from annotator.ui.theme import Space, colours, set_role

TOOLBAR_ROOM = 640


class ElidedLabel(QLabel):
    """A one-line label that is cut to its width, its whole text in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def whole(self) -> str:
        """All of the text."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show *text*, as much of it as there is room for."""
        self._whole = text
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Let the label shrink to nothing."""
        return QSize(0, super().minimumSizeHint().height())

    def _cut(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        cut = self.fontMetrics().elidedText(self._whole, mode, self.width())
        self.setText(cut)
        self.setToolTip(self._whole if cut != self._whole else "")


class ArticleHeader(QFrame):
    """Title, source and date of the open article, and its state as a button.

    Signals:
        status_chosen: The state picked from the button's menu.
    """

    status_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        set_role(self.title, "heading")
        self.details = ElidedLabel()
        set_role(self.details, "muted")
        self.status = QToolButton()
        self.status.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.status.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.status.setMenu(self._menu())
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.details)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addLayout(lines, 1)
        row.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        self._toolbar: QToolBar | None = None

    def add_toolbar(self, toolbar: QToolBar) -> None:
        """Put the toolbar between the title and the state."""
        self._toolbar = toolbar
        self._row.insertWidget(1, toolbar, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rather show the title than the toolbar; menus have all that it has."""
        super().resizeEvent(event)
        if self._toolbar is not None:
            self._toolbar.setVisible(event.size().width() >= TOOLBAR_ROOM)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        self._choices: dict[Status, QAction] = {}
        for status, title in STATUS_TITLES.items():
            choice = menu.addAction(tr(title))
            choice.setCheckable(True)
            choice.setData(status)
            self._group.addAction(choice)
            self._choices[status] = choice
        self._group.triggered.connect(self._choose)
        return menu

    def _choose(self, choice: QAction) -> None:
        self.status_chosen.emit(Status(choice.data()))

    def show_document(self, details: Details, text: str) -> None:
        """Show what is known of an article."""
        self.title.set_whole(details.title or first_line(text))
        language = language_name(details.language) if details.language else ""
        known = filter(None, (details.source, details.date, language))
        words = len(text.split())
        self.details.set_whole(
            " · ".join([*known, trn("{n:,} word", "{n:,} words", words)])
        )
        self.setToolTip(details.url)

    def show_status(self, status: Status) -> None:
        """Show the article's state on the button."""
        title = tr(STATUS_TITLES[status])
        self.status.setText(f"{title} ▾")
        self.status.setIcon(status_icon(status, self))
        self.status.setAccessibleName(tr("State: {title}", title=title))
        self.status.setToolTip(tr("Set how far you are with this article"))
        self._choices[status].setChecked(True)


def status_icon(status: Status, widget: QWidget) -> QIcon:
    """Return a disc that tells the states apart by shape and colour."""
    look = colours(widget.palette())
    tint = {
        Status.TODO: look.faint,
        Status.IN_PROGRESS: look.accent,
        Status.DONE: look.success,
        Status.FLAGGED: look.danger,
        Status.SKIPPED: look.muted,
    }[status]
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(round(14 * ratio), round(14 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tint), 1.6))
    painter.drawEllipse(2, 2, 10, 10)
    painter.setBrush(QColor(tint))
    if status is Status.IN_PROGRESS:
        painter.drawPie(2, 2, 10, 10, 90 * 16, -180 * 16)
    elif status in {Status.DONE, Status.FLAGGED}:
        painter.drawEllipse(2, 2, 10, 10)
    elif status is Status.SKIPPED:
        painter.drawLine(4, 10, 10, 4)
    painter.end()
    return QIcon(pixmap)
