"""The drawing and scrolling half of the article view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.domain.annotations import Fragment
from annotator.ui.article.focus import MarkFocus
from annotator.ui.article.highlights import Dimmed, FragmentList, Highlights
from annotator.ui.article.look import Look
from annotator.ui.article.marks import Styles
from annotator.ui.article.page import Page
from annotator.ui.article.painting import Scene, paint
from annotator.ui.article.selection import Selection
from annotator.ui.theme import is_dark

DEFAULT_POINTS = 13.0
SMALLEST_POINTS, LARGEST_POINTS = 7.0, 40.0
_LINES_PER_NOTCH = 3


class ArticleCanvas(QAbstractScrollArea):
    """Draws a page, scrolls and zooms it.

    Attributes:
        page: Where everything is.
        text_selection: The caret and the selected text.
        focus: The selected mark.
        highlights: What else is highlighted.

    Signals:
        zoom_changed: The new size in points.
    """

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = DEFAULT_POINTS
        self._dark = is_dark(self.palette())
        self.page = Page(self._make_look())
        self.text_selection = Selection()
        self.focus = MarkFocus()
        self.highlights = Highlights()
        self._scene = Scene(self.page, self.text_selection, self.focus, self.highlights)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change the width of the column.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        viewport = self.viewport()
        viewport.setMouseTracking(True)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().valueChanged.connect(self._on_bar_moved)

    # -- looks -------------------------------------------------------------

    def set_styles(self, styles: Styles) -> None:
        """Draw labels and roles like this."""
        self.page.set_styles(styles)
        self.refresh()

    def set_dark(self, dark: bool) -> None:  # noqa: FBT001 - a slot
        """Draw in the dark or the light theme."""
        if dark != self._dark:
            self._dark = dark
            self._change_look()

    def zoom(self) -> float:
        """Return the size of the text in points."""
        return self._points

    def set_zoom(self, points: float) -> None:
        """Draw the text in another size; what is in view stays in view."""
        points = min(max(points, SMALLEST_POINTS), LARGEST_POINTS)
        if points != self._points:
            self._points = points
            self._change_look()
            self.zoom_changed.emit(points)

    def zoom_in(self) -> None:
        """Draw the text a point larger."""
        self.set_zoom(self._points + 1.0)

    def zoom_out(self) -> None:
        """Draw the text a point smaller."""
        self.set_zoom(self._points - 1.0)

    def zoom_reset(self) -> None:
        """Draw the text in the size it comes with."""
        self.set_zoom(DEFAULT_POINTS)

    def set_preview(self, fragments: Iterable[Fragment]) -> None:
        """Highlight candidates, such as further places of the same words."""
        self.highlights.preview = FragmentList(fragments)
        self.viewport().update()

    def set_search(
        self, fragments: Iterable[Fragment], current: Fragment | None
    ) -> None:
        """Highlight what a search found; scroll to the *current* one."""
        self.highlights.search = FragmentList(fragments)
        self.highlights.search_now = current
        if current is not None:
            self.page.reveal(*current)
        self.refresh()

    def set_dimmed(self, reasons: Mapping[Fragment, str]) -> None:
        """Draw stretches as no part of the article, each for some reason."""
        self.highlights.dimmed = Dimmed(reasons)
        self.viewport().update()

    def show_moved(self, moved: tuple[str, Fragment] | None) -> None:
        """Show where the edge of a mark would come to lie; None to stop."""
        if moved != self.highlights.moved:
            self.highlights.moved = moved
            self.viewport().update()

    def set_hovered(self, mark_id: str | None) -> None:
        """Show which mark is under the mouse."""
        if mark_id != self.focus.hovered:
            self.focus.hovered = mark_id
            self.viewport().update()

    def _make_look(self) -> Look:
        return Look(
            self.font(),
            points=self._points,
            dark=self._dark,
            dpr=self.devicePixelRatioF(),
        )

    def _change_look(self) -> None:
        self.page.set_look(self._make_look())
        self.refresh()

    # -- scrolling ---------------------------------------------------------

    def scroll_by(self, pixels: float) -> None:
        """Scroll down, up where negative."""
        self.page.scroll_by(pixels)
        self.refresh()

    def refresh(self) -> None:
        """Draw everything again, with the scroll bar in step."""
        self.page.visible()
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setPageStep(int(self.page.height))
        bar.setSingleStep(int(self.page.look.plain_line))
        bar.setRange(0, self.page.maximum)
        bar.setValue(self.page.value)
        bar.blockSignals(False)
        self.viewport().update()

    def update_lines(self, start: int, end: int) -> None:
        """Draw the lines again that a stretch of text is on."""
        strip = self.page.strip(start, end)
        self.viewport().update(strip.toAlignedRect().adjusted(0, -2, 0, 2))

    def _on_bar_moved(self, value: int) -> None:
        self.page.scroll_to(value)
        self.refresh()

    # -- Qt's events -------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what was uncovered."""
        painter = QPainter(self.viewport())
        try:
            clip = QRectF(event.rect())
            paint(painter, self._scene, clip, caret=self.hasFocus())
        finally:
            # A painter that an error leaves active would end the process.
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column to the new size."""
        self.page.resize(self.viewport().width(), self.viewport().height())
        self.refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Do nothing: the page scrolls by itself."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            if notches:
                self.set_zoom(self._points + notches)
            return
        pixels = float(event.pixelDelta().y())
        if not pixels:
            lines = event.angleDelta().y() / 120 * _LINES_PER_NOTCH
            pixels = lines * self.page.look.plain_line
        self.scroll_by(-pixels)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._change_look()

    def event(self, event: QEvent) -> bool:
        """Draw sharply on another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._change_look()
        return super().event(event)
