"""What an export came to: what is in the files, whether it is there, every loss."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.records import ExportReport
from annotator.domain.wording import tr, trn
from annotator.services import export_report
from annotator.services.export_report import summary
from annotator.ui.doctor.model import Reader, TroubleModel, groups_of
from annotator.ui.doctor.tree import TroubleTree
from annotator.ui.theme import Space, set_role

_SHOWN_LINES = 12
"""Lines of what is in the files; all of them are in the copy."""


class ExportDoneDialog(QDialog):
    """The report of an export.

    Signals:
        place_shown: A ``Finding`` whose place is to be shown.
    """

    place_shown = Signal(object)

    def __init__(
        self,
        report: ExportReport,
        format_name: str,
        read: Reader | None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            report: Of the export.
            format_name: That it was written in.
            read: Returns the words of a finding.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = report
        self.text = "\n".join(export_report.as_lines(report, format_name)) + "\n"
        self.setWindowTitle(tr("Export"))
        self.setMinimumWidth(460)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._column.setSpacing(Space.S)
        self.headline = self._label(self._headline(), "heading")
        self._label(self._verdict(), "error" if report.faults else "muted")
        for fault in report.faults[:_SHOWN_LINES]:
            self._label(fault, "error")
        self._show_contents()
        self.model = TroubleModel(self)
        self.tree = TroubleTree(self.model)
        self.tree.shown.connect(self.place_shown)
        self.tree.entered_place.connect(self.place_shown)
        self.tree.setVisible(bool(report.losses.total))
        if report.losses.total:
            self._show_losses(read)
        self._column.addWidget(self._buttons())

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(label, role)
        self._column.addWidget(label)
        return label

    def _headline(self) -> str:
        if self.report.faults:
            return tr("The file does not hold what was written")
        return tr("Exported") if self.report.records else tr("Nothing was exported")

    def _verdict(self) -> str:
        report = self.report
        if report.faults:
            return tr(
                "Reading it back gave something else. Do not use it, and report the"
                " fault, please."
            )
        said = f"{summary(report)}."
        if report.verified:
            said += tr(" Verified: read back and equal.")
        return said

    def _show_contents(self) -> None:
        report = self.report
        lines = export_report.content_lines(report)
        for line in lines[:_SHOWN_LINES]:
            self._label(line, "")
        if len(lines) > _SHOWN_LINES:
            self._label(
                trn(
                    "… and {n} line more",
                    "… and {n} lines more",
                    len(lines) - _SHOWN_LINES,
                ),
                "muted",
            )
        if report.left_out:
            self._label(
                trn(
                    "{n:,} article is not done and left out; tick “Also articles that "
                    "are not done” to take it along.",
                    "{n:,} articles are not done and left out; tick “Also articles "
                    "that are not done” to take them along.",
                    report.left_out,
                ),
                "warning",
            )
        self._label("\n".join(report.files), "muted")

    def _show_losses(self, read: Reader | None) -> None:
        losses = self.report.losses
        caption = tr("Did not fit the format ({total:,})", total=losses.total)
        if self.report.losses_file:
            caption += tr(
                "; all of it is listed in {name}",
                name=Path(self.report.losses_file).name,
            )
        self._label(caption, "caption")
        self._column.addWidget(self.tree, 1)
        self.model.set_groups(groups_of(losses), read)
        self.resize(820, 560)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        for text, handler, wanted in (
            (tr("Copy report"), self.copy, True),
            (tr("Open folder"), self.open_folder, bool(self.report.files)),
        ):
            if wanted:
                button = QPushButton(text)
                button.setAutoDefault(False)
                button.clicked.connect(handler)
                buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        close.setDefault(True)
        return buttons

    def copy(self) -> None:
        """Copy the report as text."""
        QGuiApplication.clipboard().setText(self.text)

    def open_folder(self) -> None:
        """Open the folder that the files are in."""
        folder = Path(self.report.files[0]).absolute().parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
