"""What the bar over the article shows while a suggestion is set right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain.schema import Kind
from annotator.domain.wording import tr, within
from annotator.ui.key_names import name_in_tip, name_on
from annotator.ui.panels.drawing import SWATCH, key_name, swatch_icon
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.theme import Space, set_role


class CorrectionBar(QWidget):
    """The parts to choose from, and the two ways out; hidden by default.

    Signals:
        part_chosen: The role whose words are to be selected.
        done: Keep what was corrected.
        stopped: Give it up.
    """

    part_chosen = Signal(str)
    done = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind: Kind | None = None
        self.parts: dict[str, QPushButton] = {}
        self.sentence = QLabel()
        self.finish = QPushButton()
        name_on(self.finish, tr("Done"), "confirm")
        set_role(self.finish, "primary")
        name_in_tip(self.finish, tr("Make it an annotation as it is now"), "confirm")
        self.finish.clicked.connect(self.done)
        self.stop = QPushButton()
        name_on(self.stop, tr("Stop"), "cancel")
        set_role(self.stop, "small")
        name_in_tip(self.stop, tr("Leave the suggestion as it was"), "cancel")
        self.stop.clicked.connect(self.stopped)
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=Space.S, row_gap=Space.XS)
        self._flow.addWidget(self.sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self.hide()

    def show_part(self, kind: Kind, role_name: str) -> None:
        """Show the parts of a kind, one of them as chosen ("" for none)."""
        if kind is not self._kind:
            self._set_kind(kind)
        for name, button in self.parts.items():
            button.setChecked(name == role_name)
        role = kind.role(role_name)
        self.sentence.setText(
            tr("Which part is wrong?")
            if role is None
            else tr("Select the words of the <b>{title}</b>:", title=within(role.title))
        )
        self.finish.setFixedHeight(self.stop.sizeHint().height())
        self.show()

    def _set_kind(self, kind: Kind) -> None:
        self._kind = kind
        while self._flow.count() > 1:
            item = self._flow.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None and widget in self.parts.values():
                widget.deleteLater()
        self.parts = {}
        for role in kind.roles:
            key = f"  {key_name(role.key)}" if role.key else ""
            button = QPushButton(f"{role.title}{key}")
            button.setCheckable(True)
            set_role(button, "small")
            button.setIconSize(SWATCH)
            scale = self.devicePixelRatio()
            button.setIcon(swatch_icon(role.style, self.palette(), scale))
            button.setToolTip(
                tr("Correct the {title} (Tab goes on)", title=within(role.title))
            )
            button.clicked.connect(partial(_choose, self, role.name))
            self.parts[role.name] = button
            self._flow.addWidget(button)
        self._flow.addWidget(self.finish)
        self._flow.addWidget(self.stop)


def _choose(bar: CorrectionBar, role: str, *_: object) -> None:
    bar.part_chosen.emit(role)
