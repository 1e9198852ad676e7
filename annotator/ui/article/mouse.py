"""What the mouse does in the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.domain.annotations import Fragment
from annotator.ui.article.caret import Spot
from annotator.ui.article.edges import Edge, edge_at
from annotator.ui.article.marks import Snap

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

_SLACK = 2.0
_STILL = 4.0
_SCROLL_EVERY_MS = 30
_CLICK_UNITS = {2: Snap.WORD, 3: Snap.SENTENCE, 4: Snap.PARAGRAPH}
_WIDTH = {
    Snap.CHARACTER: 0,
    Snap.TOKEN: 1,
    Snap.WORD: 2,
    Snap.SENTENCE: 3,
    Snap.PARAGRAPH: 4,
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


@dataclass(slots=True)
class _Press:
    """A button that is down.

    Attributes:
        spot: What it fell on, wherever that is scrolled to later.
        clicks: How many in quick succession, this one included.
        edge: The edge of a bar that was gripped.
        on_mark: It fell on a bar or pill.
        dragging: The mouse has moved since.
    """

    point: QPointF
    spot: Spot
    clicks: int
    edge: Edge | None
    on_mark: bool
    modifiers: Qt.KeyboardModifier
    dragging: bool = False


class Mouse(QObject):
    """The gestures of one view; points are those of its viewport."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._press: _Press | None = None
        self._point = QPointF()
        self._clicks = 0
        self._last_point = QPointF(-99.0, -99.0)
        self._last_time = 0
        self._selected_before: str | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_EVERY_MS)
        self._timer.timeout.connect(self._scroll_on)

    # -- events ------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position()
        is_here = _near(point, self._last_point)
        in_time = (
            event.timestamp() - self._last_time < QApplication.doubleClickInterval()
        )
        self._clicks = self._clicks + 1 if is_here and in_time else 1
        self._last_time = event.timestamp()
        view = self._view
        on_mark = bool(view.page.drawn_at(point, _SLACK))
        edge = edge_at(view.page, view.focus.selected, point)
        modifiers = event.modifiers()
        spot = view.caret_moves.spot_at(point)
        self._press = _Press(point, spot, self._clicks, edge, on_mark, modifiers)
        self._point = point
        if on_mark or edge is not None:
            self._press_on_mark(event)
        else:
            self._press_on_text(self._press)

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or show what is under the mouse."""
        self._point = event.position()
        press = self._press
        if press is None:
            self._hover(self._point)
            return
        press.modifiers = event.modifiers() | (press.modifiers & _CTRL)
        if not press.dragging and _near(self._point, press.point):
            return
        self._drag(press)
        outside = not 0 <= self._point.y() < self._view.page.height
        if outside and not self._timer.isActive():
            self._timer.start()
        elif not outside:
            self._timer.stop()

    def release(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        press = self._press
        if event.button() != Qt.MouseButton.LeftButton or press is None:
            return
        self._press = None
        self._timer.stop()
        view = self._view
        if press.edge is not None and press.dragging:
            self._drop_edge(press.edge)
        elif press.dragging:
            view.selection_made.emit()
        elif press.on_mark or press.edge is not None:
            if press.clicks == 1:
                self._pick(press.point)
        elif press.clicks > 1 or press.modifiers & (_SHIFT | _CTRL):
            self._click_with_keys(press)
            view.selection_made.emit()
        else:
            self._pick(press.point)
        self._last_point = press.point
        self._hover(event.position())

    def leave(self) -> None:
        """Show nothing as under the mouse."""
        self._view.set_hovered(None)

    def is_dragging(self) -> bool:
        """Return whether a drag is under way."""
        return self._press is not None and self._press.dragging

    def mark_for_menu(self, point: QPointF) -> str:
        """Return the mark that a menu at a point is for, and select it; "" if none.

        A menu on selected text is for the text: the selected mark stays.
        """
        view = self._view
        hits = view.page.drawn_at(point, _SLACK)
        if hits:
            view.pick_mark(hits[0].mark.id, None)
            return hits[0].mark.id
        if not view.page.is_over_text(point):
            return ""
        position = view.page.position_at(point, on=True)
        if any(f.start <= position < f.end for f in view.selection()):
            return view.selected_mark() or ""
        if not view.selection():
            # The menu may be about the place itself.
            unit = view.page.model.units.at(position, Snap.TOKEN)
            view.set_caret(position if unit is None else unit.start)
        ids = view.marks_at(position)
        if ids and view.selected_mark() not in ids:
            view.pick_mark(ids[0], None)
        return (view.selected_mark() or "") if ids else ""

    def cancel(self) -> bool:
        """Give up a drag; return whether there was one."""
        press, self._press = self._press, None
        self._timer.stop()
        if press is None or not press.dragging:
            return False
        if press.edge is not None:
            self._view.show_moved(None)
        else:
            self._view.set_selection(())
        return True

    # -- clicks ------------------------------------------------------------

    def _press_on_mark(self, event: QMouseEvent) -> None:
        selected = self._view.selected_mark()
        if self._clicks == 2 and selected is not None:
            self._view.mark_activated.emit(selected)

    def _press_on_text(self, press: _Press) -> None:
        view = self._view
        if press.modifiers & (_SHIFT | _CTRL):
            return
        if press.clicks == 1:
            self._selected_before = view.selected_mark()
            unit = view.caret_moves.unit_of(press.spot, view.snap_of(press.modifiers))
            view.set_caret(unit.start)
            return
        if press.clicks == 2 and view.selected_mark() != self._selected_before:
            # The first of two clicks picked a mark, but words were meant.
            view.select_mark(self._selected_before, reveal=False)
        unit = view.caret_moves.unit_of(press.spot, self._snap(press))
        view.set_selection((unit,) if unit.start < unit.end else ())

    def _snap(self, press: _Press) -> Snap:
        """Return what this gesture snaps to: the wider of clicks and setting."""
        snap = self._view.snap_of(press.modifiers)
        clicked = _CLICK_UNITS.get(min(press.clicks, 4), snap)
        return max(snap, clicked, key=lambda s: _WIDTH[s])

    def _click_with_keys(self, press: _Press) -> None:
        """Extend to the click, or add or take out the unit under it."""
        view = self._view
        if press.modifiers & _SHIFT:
            unit = view.caret_moves.unit_of(press.spot, self._snap(press))
            view.change_selection(lambda: view.text_selection.reach(unit))
        elif press.modifiers & _CTRL:
            unit = view.caret_moves.unit_of(press.spot, self._snap(press))
            if unit.start < unit.end:
                view.change_selection(lambda: view.text_selection.toggle(unit))

    def _pick(self, point: QPointF) -> None:
        """Select what was clicked; again at the same place: what lies around it."""
        view = self._view
        hits = view.page.drawn_at(point, _SLACK)
        ids = [one.mark.id for one in hits]
        if hits or view.page.is_over_text(point):
            position = view.page.position_at(point, on=True)
            ids += view.marks_at(position)
        ids = list(dict.fromkeys(ids))
        if not ids:
            view.select_mark(None)
            return
        selected = view.selected_mark()
        if _near(point, self._last_point) and selected in ids:
            chosen = ids[(ids.index(selected) + 1) % len(ids)]
        else:
            chosen = ids[0]
        part = next(
            ((one.span.role, one.span.number) for one in hits if one.mark.id == chosen),
            None,
        )
        view.pick_mark(chosen, part)

    # -- drags -------------------------------------------------------------

    def _drag(self, press: _Press) -> None:
        if press.edge is not None:
            press.dragging = True
            self._drag_edge(press.edge, press.modifiers)
            return
        view = self._view
        snap = self._snap(press)
        begun = view.caret_moves.unit_of(press.spot, snap)
        reached = view.caret_moves.unit_of(view.caret_moves.spot_at(self._point), snap)
        selection = view.text_selection
        first = not press.dragging
        press.dragging = True

        def extend() -> None:
            if first and press.modifiers & _CTRL:
                selection.keep()
            if not (press.modifiers & _SHIFT):
                selection.begin(begun)
            selection.reach(reached)

        view.change_selection(extend)

    def _drag_edge(self, edge: Edge, modifiers: Qt.KeyboardModifier) -> None:
        view = self._view
        snap = view.snap_of(modifiers)
        unit = view.caret_moves.unit_of(view.caret_moves.spot_at(self._point), snap)
        start, end = edge.fragment
        if edge.is_end:
            moved = Fragment(start, max(unit.end, self._least(edge, snap)))
        else:
            moved = Fragment(min(unit.start, self._least(edge, snap)), end)
        view.show_moved((edge.mark_id, moved))

    def _least(self, edge: Edge, snap: Snap) -> int:
        """Return how far an edge can go without the fragment being empty."""
        start, end = edge.fragment
        units = self._view.page.model.units
        at = start if edge.is_end else end - 1
        unit = units.at(at, snap if snap is not Snap.CHARACTER else Snap.TOKEN)
        if unit is None or snap is Snap.CHARACTER:
            return start + 1 if edge.is_end else end - 1
        return min(unit.end, end) if edge.is_end else max(unit.start, start)

    def _drop_edge(self, edge: Edge) -> None:
        moved = self._view.highlights.moved
        self._view.show_moved(None)
        if moved is not None and moved[1] != edge.fragment:
            self._view.boundary_moved.emit(
                edge.mark_id, edge.role, edge.number, *moved[1]
            )

    def _scroll_on(self) -> None:
        """Scroll while a drag is held beyond the upper or lower edge."""
        press, y, height = self._press, self._point.y(), self._view.page.height
        if press is None:
            self._timer.stop()
            return
        beyond = y if y < 0 else y - height
        self._view.scroll_by(max(-60.0, min(60.0, beyond * 0.6)))
        self._drag(press)

    def _hover(self, point: QPointF) -> None:
        view = self._view
        hits = view.page.drawn_at(point, _SLACK)
        view.set_hovered(hits[0].mark.id if hits else None)
        if edge_at(view.page, view.focus.selected, point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif hits:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        if view.viewport().cursor().shape() is not shape:
            view.viewport().setCursor(shape)


def _near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < _STILL
