"""Asking which language an article is in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from annotator.domain.languages import UNKNOWN, language_code, language_name, languages
from annotator.domain.wording import tr
from annotator.ui.dialogs.form import FormDialog


class LanguageDialog(FormDialog):
    """Offers the languages by name; a name or code can be typed.

    Signals:
        chosen: The code of the language, "" for unknown.
    """

    chosen = Signal(str)

    def __init__(self, present: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Language of the article"),
            tr(
                "A pipeline suggests only in the language it knows, and where the "
                "language is unknown."
            ),
            tr("Set"),
            parent,
        )
        self.names = QComboBox()
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setAccessibleName(tr("Language"))
        self.names.addItem(tr(UNKNOWN).capitalize(), "")
        for name, code in sorted((language_name(code), code) for code in languages()):
            self.names.addItem(name, code)
        completer = self.names.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.names.setCurrentIndex(max(self.names.findData(present), 0))
        self.fields.addRow(tr("&Language"), self.names)
        self.names.setFocus()
        line = self.names.lineEdit()
        if line is not None:
            line.selectAll()

    def submit(self) -> None:
        """Emit the language, unless what was typed is none."""
        typed = self.names.currentText().strip()
        code = language_code(typed)
        if not code and typed.casefold() not in ("", tr(UNKNOWN)):
            self.show_problem(
                tr(
                    "“{typed}” is no language that is known here; choose one of the "
                    "list.",
                    typed=typed,
                )
            )
            return
        self.chosen.emit(code)
        self.accept()
