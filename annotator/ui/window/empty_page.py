"""What stands in the middle while no article is open: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain.wording import tr
from annotator.ui.icons import icon
from annotator.ui.theme import Space, set_role


class EmptyPage(QWidget):
    """One sentence, and the button that gets on.

    Signals:
        import_requested: Articles are to be imported.
    """

    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = QLabel()
        set_role(self.headline, "heading")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setMaximumWidth(420)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_role(self.sentence, "muted")
        self.button = QPushButton(icon("import"), tr("Import articles…"))
        set_role(self.button, "primary")
        self.button.clicked.connect(self.import_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addStretch(2)
        for part in (self.headline, self.sentence, self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_opening(self, sentence: str) -> None:
        """Say that a project is being opened."""
        self.headline.setText(sentence)
        self.sentence.clear()
        self.button.hide()

    def show_no_articles(self) -> None:
        """Say how articles get into the project."""
        self.headline.setText(tr("This project has no articles yet"))
        self.sentence.setText(
            tr(
                "Import text, Markdown or JSONL files, or drop files and folders "
                "anywhere on this window."
            )
        )
        self.button.show()

    def show_none_open(self) -> None:
        """Say how an article is opened."""
        self.headline.setText(tr("No article is open"))
        self.sentence.setText(tr("Choose one from the list on the left."))
        self.button.hide()
