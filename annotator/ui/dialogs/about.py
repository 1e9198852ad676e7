"""What the program is, and where it keeps things."""

from __future__ import annotations

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.domain.wording import tr
from annotator.services.versions import versions
from annotator.ui.errors import log_path
from annotator.ui.theme import Space, set_role


class AboutDialog(QDialog):
    """Version, licence, and where settings and logs are."""

    def __init__(
        self,
        settings_file: str,
        project: str,
        pipeline: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            settings_file: Where settings are kept.
            project: The open one; "" for none.
            pipeline: The open project's.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Annotator"))
        self.rows = (
            (tr("Version"), __version__),
            (tr("Licence"), "MIT"),
            (tr("Project"), project or tr("none open")),
            (tr("Settings"), settings_file),
            (tr("Log"), str(log_path())),
            ("Qt", f"{qVersion()}, PySide {pyside_version}"),
            *((tr(name), said) for name, said in versions(pipeline)),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        title = QLabel(tr("Annotator"))
        set_role(title, "heading")
        said = QLabel(tr("Labelled corpora of news: entities, quotes and claims."))
        set_role(said, "muted")
        column.addWidget(title)
        column.addWidget(said)
        rows = QFormLayout()
        rows.setHorizontalSpacing(Space.L)
        for name, value in self.rows:
            label = QLabel(value)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addRow(name, label)
        column.addLayout(rows)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        copy = QPushButton(tr("Copy"))
        copy.clicked.connect(self.copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def copy(self) -> None:
        """Copy all of it, for a report of a fault."""
        lines = "\n".join(f"{name}: {value}" for name, value in self.rows)
        QGuiApplication.clipboard().setText(f"{lines}\n")
