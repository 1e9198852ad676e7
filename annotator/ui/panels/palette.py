"""The label palette: every label and role with its look, its key, its count."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Kind, Label, Role, Schema
from annotator.domain.wording import noop, tr
from annotator.ui.mark_building import pill_text
from annotator.ui.panels.flow import INTRODUCES, FlowLayout
from annotator.ui.panels.label_chip import CHIP_HEIGHT, LabelChip, caption_width
from annotator.ui.theme import Space, set_role

_NARROW = 420
_LABEL_HINT = noop("Click marks the selection. Shift+click or the pin keeps the label.")


class _Flow(QWidget):
    """Chips in rows; tells its layout that its height follows its width."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=Space.XS)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Group(QWidget):
    """One kind: its title, its labels, and after a line its roles.

    Roles stand there all the time, so that nothing moves when a frame is
    selected; they can be used only then.
    """

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.labels: dict[str, LabelChip] = {}
        self.roles: dict[str, LabelChip] = {}
        self.caption = QLabel(kind.title)
        set_role(self.caption, "caption")
        self.caption.setToolTip(kind.guideline)
        self.caption.setFixedHeight(CHIP_HEIGHT)
        self._flow = _Flow()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)
        self._box.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self._flow, 1)
        for label in kind.offered:
            self._add_label(label)
        if kind.is_frame:
            self._add_roles()
        self.set_context(active=False)

    def _add_label(self, label: Label) -> None:
        chip = LabelChip(self.kind.name, label, pill_text(self.kind, label))
        chip.explain(label.description, tr(_LABEL_HINT))
        self.labels[label.name] = chip
        self._flow.flow.addWidget(chip)

    def _add_roles(self) -> None:
        mark = QLabel(tr("parts"))
        set_role(mark, "muted")
        mark.setFixedHeight(CHIP_HEIGHT)
        mark.setProperty(INTRODUCES, True)
        mark.setContentsMargins(Space.S, 0, Space.XS, 0)
        self._flow.flow.addWidget(mark)
        for role in self.kind.roles:
            if role.key:
                self._add_role(role)

    def _add_role(self, role: Role) -> None:
        chip = LabelChip(self.kind.name, role)
        self.roles[role.name] = chip
        self._flow.flow.addWidget(chip)

    def set_context(self, *, active: bool) -> None:
        """Let the roles be used, or say what has to be selected first."""
        for name, chip in self.roles.items():
            role = self.kind.role(name)
            chip.setEnabled(active)
            description = role.description if role else ""
            first = tr(
                "Select one of “{title}” first, then its {text}.",
                title=self.kind.title,
                text=chip.text(),
            )
            now = tr("Sets the {text} to the selected text.", text=chip.text())
            chip.explain(description, now if active else first)

    def set_narrow(self, *, narrow: bool, width: int) -> None:
        """Put the title above or beside the labels."""
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._box.setSpacing(0 if narrow else Space.S)
        self.caption.setMinimumWidth(0 if narrow else width)


class LabelPalette(QWidget):
    """All labels of the schema, by kind.

    Signals:
        label_chosen: Kind and label to mark the selection with.
        role_chosen: Kind and role to set to the selection.
        sticky_changed: Kind and label that is kept now; label "" if none.
    """

    label_chosen = Signal(str, str)
    role_chosen = Signal(str, str)
    sticky_changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Labels"))
        self._groups: dict[str, _Group] = {}
        self._sticky: tuple[str, str] | None = None
        self._context: str | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # No layout: a widget that has one is never asked for its height by width.
        self._area.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_schema(self, schema: Schema) -> None:
        """Show the labels of *schema*; what was kept is let go if it is gone."""
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self._rows.setSpacing(Space.XS)
        self._groups = {}
        for kind in schema.kinds:
            group = _Group(kind)
            self._groups[kind.name] = group
            self._rows.addWidget(group)
            self._connect(group)
        self._rows.addStretch(1)
        self._area.setWidget(inner)
        sticky, self._sticky = self._sticky, None
        if sticky is not None:
            self.set_sticky(*sticky)
        self.set_context(self._context)
        self._fit(self.width())
        self.updateGeometry()

    def _connect(self, group: _Group) -> None:
        for chip in group.labels.values():
            chip.chosen.connect(self.label_chosen)
            chip.pinned.connect(self._pin)
        for chip in group.roles.values():
            chip.chosen.connect(self.role_chosen)

    def set_context(self, kind: str | None) -> None:
        """Say of which kind the selected annotation is: its roles can be set."""
        self._context = kind
        for name, group in self._groups.items():
            group.set_context(active=name == kind)

    def set_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show how many of each kind and label the document holds."""
        for kind, group in self._groups.items():
            for label, chip in group.labels.items():
                chip.set_count(counts.get((kind, label), 0))

    def sticky(self) -> tuple[str, str] | None:
        """Return kind and label that are kept, or None."""
        return self._sticky

    def set_sticky(self, kind: str, label: str | None) -> None:
        """Keep a label, or with None let go; tells nobody."""
        group = self._groups.get(kind)
        known = group is not None and label in group.labels
        self._sticky = (kind, label) if known and label else None
        for name, each in self._groups.items():
            for key, chip in each.labels.items():
                chip.set_sticky((name, key) == self._sticky)

    def _pin(self, kind: str, label: str) -> None:
        released = self._sticky == (kind, label)
        self.set_sticky(kind, None if released else label)
        self.sticky_changed.emit(kind, "" if released else label)

    # Size -------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Say that narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which nothing has to be scrolled."""
        inner = self._area.widget()
        return inner.heightForWidth(width) if inner is not None else 0

    def sizeHint(self) -> QSize:
        """Return the size at the width it has."""
        width = max(self.width(), 320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for one row; the rest can be scrolled to."""
        return QSize(160, 44)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the titles where there is room for them."""
        self._area.setGeometry(self.rect())
        self._fit(event.size().width())
        super().resizeEvent(event)
        self.updateGeometry()

    def _fit(self, width: int) -> None:
        titles = [group.kind.title for group in self._groups.values()]
        column = caption_width(self, titles)
        for group in self._groups.values():
            group.set_narrow(narrow=width < _NARROW, width=column + Space.XS)
