"""What stands where there is nothing to show yet: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.theme import Space, set_role

_READABLE = 520


class Advice(QWidget):
    """A headline, a sentence, and a button where something can be done.

    Signals:
        pressed: The one button.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.headline = QLabel()
        set_role(self.headline, "heading")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setMaximumWidth(_READABLE)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_role(self.sentence, "muted")
        self.button = QPushButton()
        self.button.setAutoDefault(True)  # so that Return presses it, as Space does
        set_role(self.button, "primary")
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.addStretch(1)
        column.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignHCenter)
        # A wrapped label that a layout aligns gets the height of one line.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sentence, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, headline: str, sentence: str, button: str = "") -> None:
        """Say something, with a button or without."""
        self.headline.setText(headline)
        self.sentence.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
