"""Exporting: which annotations, in which format, into which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from annotator.domain.errors import InputError
from annotator.domain.schema import Schema
from annotator.services.choices import output_formats
from annotator.services.exporting import ExportRequest, parse_split
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.dialogs.path_field import PathField, PathMode
from annotator.ui.theme import Space

_EVERYBODY = ""
_SUGGESTIONS = None
_MENDS = (
    ("Leave them out and list them", "report"),
    ("Widen them to whole tokens", "expand"),
    ("Narrow them to whole tokens", "contract"),
)


class ExportDialog(FormDialog):
    """Asks what to export and where to.

    Signals:
        chosen: The file and an ``ExportRequest``.
    """

    chosen = Signal(object, object)

    def __init__(
        self,
        target: Path,
        schema: Schema,
        layers: Sequence[str],
        parent: QWidget | None = None,
        *,
        everybody: bool = True,
    ) -> None:
        """Make the dialog.

        Args:
            target: The file without its suffix.
            schema: Whose kinds can be chosen.
            layers: Whose annotations can be chosen.
            parent: The window.
            everybody: Offer all layers at once, too.
        """
        super().__init__(
            "Export annotations",
            "What does not fit the format is listed afterwards, never dropped "
            "silently.",
            "Export",
            parent,
        )
        self.format = QComboBox()
        self._formats = {found.name: found for found in output_formats()}
        for found in self._formats.values():
            self.format.addItem(found.title, found.name)
        self.target = PathField(PathMode.SAVE, "Export to", "All files (*)")
        self.layer = QComboBox()
        if everybody:
            self.layer.addItem("Everybody", _EVERYBODY)
        for name in layers:
            self.layer.addItem(name, name)
        self.layer.insertSeparator(self.layer.count())
        self.layer.addItem("The pipelines’ suggestions instead", _SUGGESTIONS)
        self.kinds = {kind.name: QCheckBox(kind.title) for kind in schema.kinds}
        self.split = QLineEdit()
        self.split.setPlaceholderText("one file; or train=80,dev=20")
        self.unfinished = QCheckBox("Also articles that are not done")
        self.without_zones = QCheckBox("Cut it out of the texts")
        self.mend = QComboBox()
        for text, name in _MENDS:
            self.mend.addItem(text, name)
        self._lay_out()
        self.target.set_path(target)
        self._follow_format()
        self.format.currentIndexChanged.connect(self._follow_format)

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(Space.L)
        for box in self.kinds.values():
            box.setChecked(True)
            kinds.addWidget(box)
        kinds.addStretch(1)
        self.fields.addRow("For&mat", self.format)
        self.fields.addRow("&File", self.target)
        self.fields.addRow("&Annotations of", self.layer)
        self.fields.addRow("Kinds", kinds)
        self.fields.addRow("&Split", self.split)
        self.fields.addRow("&Unfinished", self.unfinished)
        self.fields.addRow("&Boilerplate", self.without_zones)
        self.fields.addRow("Spans that cut &tokens", self.mend)

    def _follow_format(self) -> None:
        """Give the file the format's suffix, and show what concerns the format."""
        chosen = self._formats[self.format.currentData()]
        suffix = chosen.suffixes[0]
        path = self.target.path()
        known = {"", *(found.suffixes[0] for found in self._formats.values())}
        if path is not None and path.suffix in known:
            self.target.set_path(path.with_suffix(suffix))
        self.target.set_name_filter(f"{chosen.title} (*{suffix})")
        for field in (self.unfinished, self.mend):
            self.fields.setRowVisible(field, chosen.by_tokens)

    def request(self) -> ExportRequest:
        """Return what to export.

        Raises:
            InputError: The split is not written as it must be.
        """
        layer = self.layer.currentData()
        chosen = frozenset(n for n, box in self.kinds.items() if box.isChecked())
        return ExportRequest(
            self.format.currentData(),
            layer or "",
            layer is None,
            frozenset() if len(chosen) == len(self.kinds) else chosen,
            parse_split(self.split.text()),
            self.unfinished.isChecked(),
            self.mend.currentData(),
            without_zones=self.without_zones.isChecked(),
        )

    def submit(self) -> None:
        """Emit the choice, unless something is wrong with it."""
        path = self.target.path()
        try:
            request = self.request()
        except InputError as error:
            self.show_problem(str(error))
            return
        if path is None or not path.name:
            self.show_problem("Name a file to write.")
        elif not any(box.isChecked() for box in self.kinds.values()):
            self.show_problem("Choose at least one kind.")
        else:
            self.chosen.emit(path, request)
            self.accept()
