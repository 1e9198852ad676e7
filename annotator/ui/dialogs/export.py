"""Exporting: which format, whose annotations, which file, and what does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from annotator.domain.errors import InputError
from annotator.domain.schema import Schema
from annotator.domain.wording import noop, tr
from annotator.services.choices import output_formats
from annotator.services.exporting import ExportRequest, parse_split
from annotator.services.troubles import TROUBLES
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.dialogs.path_field import PathField, PathMode
from annotator.ui.theme import Space, indented

_EVERYBODY = ""
_SUGGESTIONS = None
_BY_KIND = "kind"
_SOURCES = (
    (noop("One source in one part, where the shares allow it"), None),
    (noop("One source in one part, always"), True),
    (noop("Sources mixed"), False),
)


class ExportDialog(FormDialog):
    """Asks what to export and where to.

    Signals:
        chosen: The file and an ``ExportRequest``: write it.
        check_wanted: The same: say first what would not fit.
    """

    chosen = Signal(object, object)
    check_wanted = Signal(object, object)

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
            tr("Export annotations"),
            tr(
                "What does not fit the format is listed, never dropped silently: "
                "“Check” says so before, with what can be done."
            ),
            tr("Export"),
            parent,
        )
        self.format = QComboBox()
        self._formats = {found.name: found for found in output_formats()}
        for found in self._formats.values():
            self.format.addItem(found.title, found.name)
        self.target = PathField(PathMode.SAVE, tr("Export to"), tr("All files (*)"))
        self.layer = QComboBox()
        if everybody:
            self.layer.addItem(tr("Everybody"), _EVERYBODY)
        for name in layers:
            self.layer.addItem(name, name)
        self.layer.insertSeparator(self.layer.count())
        self.layer.addItem(tr("The pipelines’ suggestions instead"), _SUGGESTIONS)
        self.kinds = {kind.name: QCheckBox(kind.title) for kind in schema.kinds}
        self.split = QLineEdit()
        self.seed = indented(QSpinBox())
        self.seed.setRange(0, 999_999)
        self.seed.setPrefix(tr("seed "))
        self.seed.setAccessibleName(tr("Seed of the split"))
        self.seed.setToolTip(
            tr("Another number, another split; the same, the same split.")
        )
        self.sources = QComboBox()
        self.sources.setAccessibleName(tr("Sources in a split"))
        for text, keep in _SOURCES:
            self.sources.addItem(tr(text), keep)
        self.unfinished = QCheckBox(tr("Also articles that are not done"))
        self.without_zones = QCheckBox(tr("Cut it out of the texts"))
        self.options = {
            kind.option: self._choices(kind.option)
            for kind in TROUBLES.values()
            if kind.option
        }
        self.prefer = QComboBox()
        for kind in schema.kinds:
            self.prefer.addItem(
                tr("{title} before all others", title=kind.title), kind.name
            )
        self.check = QPushButton(tr("&Check…"))
        self.check.setAutoDefault(False)
        self._lay_out()
        self.target.set_path(target)
        self._follow_format()
        self.split.textChanged.connect(self._follow_split)
        self.format.currentIndexChanged.connect(self._follow_format)
        self.options["overlaps"].currentIndexChanged.connect(self._follow_overlaps)
        self.check.clicked.connect(self._ask_check)

    def _choices(self, option: str) -> QComboBox:
        box = QComboBox()
        kind = next(kind for kind in TROUBLES.values() if kind.option == option)
        for remedy in kind.remedies:
            box.addItem(tr(remedy.title), remedy.value)
        return box

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(Space.L)
        for box in self.kinds.values():
            box.setChecked(True)
            kinds.addWidget(box)
        kinds.addStretch(1)
        self.fields.addRow(tr("For&mat"), self.format)
        self.fields.addRow(tr("&File"), self.target)
        self.fields.addRow(tr("&Annotations of"), self.layer)
        self.fields.addRow(tr("Kinds"), kinds)
        self.fields.addRow(tr("&Split"), self.split)
        self.how = QWidget()
        how = QHBoxLayout(self.how)
        how.setContentsMargins(0, 0, 0, 0)
        how.setSpacing(Space.S)
        how.addWidget(self.seed)
        how.addWidget(self.sources, 1)
        self.fields.addRow("", self.how)
        self.fields.addRow(tr("&Unfinished"), self.unfinished)
        self.fields.addRow(tr("&Boilerplate"), self.without_zones)
        self.fields.addRow(tr("Spans that cut &tokens"), self.options["mend"])
        self.fields.addRow(tr("&White space at ends"), self.options["space"])
        self.fields.addRow(tr("&Overlaps"), self.options["overlaps"])
        self.fields.addRow("", self.prefer)
        self.fields.addRow(tr("Parts in &pieces"), self.options["pieces"])
        self.buttons.addButton(self.check, self.buttons.ButtonRole.ActionRole)

    def _follow_format(self) -> None:
        """Give the file the format's suffix, and show what concerns the format."""
        chosen = self._formats[self.format.currentData()]
        suffix = chosen.suffixes[0]
        path = self.target.path()
        known = {"", *(found.suffixes[0] for found in self._formats.values())}
        if path is not None and path.suffix in known:
            self.target.set_path(path.with_suffix("" if chosen.folder else suffix))
        pattern = "*" if chosen.folder else f"*{suffix}"
        self.target.set_name_filter(f"{chosen.title} ({pattern})")
        self.fields.setRowVisible(self.unfinished, chosen.by_tokens)
        for option, box in self.options.items():
            self.fields.setRowVisible(box, option in chosen.options)
        self.split.setPlaceholderText(
            chosen.split or tr("one file; or train=80,dev=20")
        )
        self._follow_split()
        self._follow_overlaps()
        # Rows that were hidden may be wider: nothing of them is cut off.
        self.resize(self.size().expandedTo(self.sizeHint()))

    def _follow_split(self) -> None:
        """Show how to split only where there is a split."""
        chosen = self._formats[self.format.currentData()]
        split = bool(chosen.split or self.split.text().strip())
        self.fields.setRowVisible(self.how, split)

    def _follow_overlaps(self) -> None:
        box = self.options["overlaps"]
        matters = "overlaps" in self._formats[self.format.currentData()].options
        by_kind = box.currentData() == _BY_KIND
        self.fields.setRowVisible(self.prefer, matters and by_kind)

    def set_request(self, target: Path, request: ExportRequest) -> None:
        """Show what was chosen before."""
        self.format.setCurrentIndex(self.format.findData(request.format_name))
        self.target.set_path(target)
        layer = _SUGGESTIONS if request.suggestions else request.annotator
        for row in range(self.layer.count()):
            if self.layer.itemData(row) == layer and self.layer.itemText(row):
                self.layer.setCurrentIndex(row)
        for name, box in self.kinds.items():
            box.setChecked(not request.kinds or name in request.kinds)
        shares = (f"{name}={share:g}" for name, share in request.split.items())
        self.split.setText(",".join(shares))
        self.unfinished.setChecked(request.include_unfinished)
        for option, choice in self.options.items():
            choice.setCurrentIndex(choice.findData(getattr(request, option)))
        self.without_zones.setChecked(request.without_zones)
        self.seed.setValue(request.seed)
        self.sources.setCurrentIndex(self.sources.findData(request.keep_sources))
        if request.prefer:
            self.prefer.setCurrentIndex(self.prefer.findData(request.prefer[0]))

    def request(self) -> ExportRequest:
        """Return what to export.

        Raises:
            InputError: The split is not written as it must be.
        """
        layer = self.layer.currentData()
        chosen = frozenset(n for n, box in self.kinds.items() if box.isChecked())
        request = ExportRequest(
            self.format.currentData(),
            layer or "",
            layer is None,
            frozenset() if len(chosen) == len(self.kinds) else chosen,
            parse_split(self.split.text()),
            self.unfinished.isChecked(),
            seed=self.seed.value(),
            keep_sources=self.sources.currentData(),
            without_zones=self.without_zones.isChecked(),
        )
        # Only what matters: an option that is hidden says nothing.
        matters = self._formats[request.format_name].options
        options = {o: self.options[o].currentData() for o in matters}
        if options.get("overlaps") == _BY_KIND:
            options["prefer"] = (self.prefer.currentData(),)
        return replace(request, **options)

    def submit(self) -> None:
        """Emit the choice, unless something is wrong with it."""
        self._emit(self.chosen)

    def _ask_check(self) -> None:
        self._emit(self.check_wanted)

    def _emit(self, signal: object) -> None:
        path = self.target.path()
        try:
            request = self.request()
        except InputError as error:
            self.show_problem(str(error))
            return
        if path is None or not path.name:
            self.show_problem(tr("Name a file to write."))
        elif not any(box.isChecked() for box in self.kinds.values()):
            self.show_problem(tr("Choose at least one kind."))
        else:
            wanted = self.chosen if signal is self.chosen else self.check_wanted
            wanted.emit(path, request)
            self.accept()
