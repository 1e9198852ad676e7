"""A small window with one slider a kind: the least score that is shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Kind
from annotator.ui.theme import Space, set_role

_STEPS = 100


class ThresholdPopup(QFrame):
    """Opens below a button and closes on Esc or a click elsewhere.

    Signals:
        changed: Kind → least score, as a dict.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_role(self, "popup")
        self.setAccessibleName("Show suggestions from a score on")
        self.sliders: dict[str, QSlider] = {}
        self._figures: dict[str, QLabel] = {}
        self._scores: Mapping[str, list[float]] = {}
        heading = QLabel("Show suggestions from a score of")
        set_role(heading, "caption")
        note = QLabel("Hidden ones stay open; nothing is decided on them.")
        set_role(note, "muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addWidget(note)

    def set_kinds(self, kinds: Iterable[Kind]) -> None:
        """Offer one slider for each kind; known ones keep their score."""
        before = self.thresholds()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.sliders = {}
        self._figures = {}
        for row, kind in enumerate(kinds):
            self._add(row, kind)
        self.set_thresholds(before)

    def _add(self, row: int, kind: Kind) -> None:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _STEPS)
        slider.setSingleStep(5)
        slider.setPageStep(10)
        slider.setFixedWidth(160)
        slider.setAccessibleName(f"Least score of {kind.title}")
        slider.valueChanged.connect(self._on_moved)
        figure = QLabel()
        figure.setMinimumWidth(150)
        title = QLabel(kind.title)
        title.setBuddy(slider)
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(slider, row, 1)
        self._grid.addWidget(figure, row, 2)
        self.sliders[kind.name] = slider
        self._figures[kind.name] = figure

    def set_scores(self, scores: Mapping[str, list[float]]) -> None:
        """Take the sorted scores of the open suggestions, kind by kind."""
        self._scores = scores
        self._count()

    def thresholds(self) -> dict[str, float]:
        """Return the least score of each kind."""
        return {kind: s.value() / _STEPS for kind, s in self.sliders.items()}

    def set_thresholds(self, thresholds: Mapping[str, float]) -> None:
        """Set the least scores; tells nobody."""
        for kind, slider in self.sliders.items():
            slider.blockSignals(True)
            slider.setValue(round(thresholds.get(kind, 0.0) * _STEPS))
            slider.blockSignals(False)
        self._count()

    def open_below(self, button: QWidget) -> None:
        """Show it under *button*."""
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(0, button.height() + Space.XS)))
        self.show()
        first = next(iter(self.sliders.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_moved(self) -> None:
        self._count()
        self.changed.emit(self.thresholds())

    def _count(self) -> None:
        for kind, figure in self._figures.items():
            least = self.sliders[kind].value() / _STEPS
            scores = self._scores.get(kind, [])
            shown = len(scores) - bisect_left(scores, least - 1e-9)
            figure.setText(f"{least:.2f} · {shown:,} of {len(scores):,} shown")
