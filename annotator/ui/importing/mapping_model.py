"""The names in foreign files as a table, each with what it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.domain.errors import InputError
from annotator.domain.schema import Schema
from annotator.domain.wording import noop, number, tr
from annotator.services import import_mapping
from annotator.services.import_mapping import Choice, FoundName, LabelMap, Sort
from annotator.services.passages import Snippet
from annotator.ui.panels.passage_drawing import draw_snippet
from annotator.ui.tables import Index, TitledModel
from annotator.ui.theme import Space, colours

NAME, COUNT, EXAMPLE, BECOMES = range(4)
SNIPPET_ROLE = Qt.ItemDataRole.UserRole + 1
_WHAT = {
    Sort.LABEL: "{name}",
    Sort.FRAME: noop("event {name}"),
    Sort.ROLE: noop("role {name}"),
    Sort.RELATION: noop("relation {name}"),
    Sort.ATTRIBUTE: noop("attribute {name}"),
}


class NameModel(TitledModel):
    """A row for each label, event, relation and attribute of the files.

    Signals:
        changed: The mapping is another one now.
        refused: Why something cannot be what it was said to become.
    """

    titles = (noop("In the files"), noop("Count"), noop("For example"), noop("Becomes"))
    numbers = frozenset((COUNT,))
    changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        names: Sequence[FoundName],
        schema: Schema,
        mapping: LabelMap,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        order = list(Sort)
        self.rows: list[FoundName] = sorted(
            names, key=lambda n: (order.index(n.sort), -n.count)
        )
        self._schema = schema
        self.mapping = mapping
        self._choices: Mapping[Sort, Sequence[Choice]] = {
            sort: import_mapping.choices(schema, sort) for sort in Sort
        }

    def choices(self, row: int) -> Sequence[Choice]:
        """Return what the name in a row may become."""
        return self._choices[self.rows[row].sort]

    def set_mapping(self, mapping: LabelMap) -> None:
        """Show what another mapping says."""
        self.mapping = mapping
        last = self.index(self.rowCount() - 1, BECOMES)
        self.dataChanged.emit(self.index(0, BECOMES), last)
        self.changed.emit()

    def guess(self) -> None:
        """Let names that plainly mean something of the schema become that."""
        guessed = import_mapping.guess(self.mapping, self.rows, self._schema)
        self.set_mapping(guessed)

    def set_targets(self, rows: Sequence[int], said: str) -> None:
        """Let the names in rows become what was said, by its title or as in a file.

        Rows of another sort than the first are left as they are.
        """
        sort = self.rows[rows[0]].sort
        mapping = self.mapping
        try:
            for row in rows:
                name = self.rows[row]
                if name.sort is sort:
                    target = self._target(row, said)
                    mapping = import_mapping.set_target(mapping, name, target)
        except InputError as error:
            self.refused.emit(f"{error}.")
            return
        self.refused.emit("")
        self.set_mapping(mapping)

    def _target(self, row: int, said: str) -> str:
        plain = said.strip().casefold()
        for choice in self.choices(row):
            if plain in (choice.title.casefold(), choice.target.casefold()):
                return choice.target
        close = [c for c in self.choices(row) if plain and plain in c.title.casefold()]
        return close[0].target if len(close) == 1 else said.strip()

    def title_of(self, row: int) -> str:
        """Return for people what the name in a row becomes."""
        target = import_mapping.target_of(self.mapping, self.rows[row])
        titles = {choice.target: choice.title for choice in self.choices(row)}
        return titles.get(target, target)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the last column be changed."""
        flags = super().flags(index)
        edit = Qt.ItemFlag.ItemIsEditable
        return flags | edit if index.column() == BECOMES else flags

    def setData(
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take what a name becomes."""
        if role != Qt.ItemDataRole.EditRole or index.column() != BECOMES:
            return False
        self.set_targets([index.row()], str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._cells(row)[column]
        if column == BECOMES:
            return self._colour(row) if role == Qt.ItemDataRole.ForegroundRole else None
        example = self.rows[row].example
        if role == SNIPPET_ROLE:
            return Snippet("", example.before, example.surface, example.after)
        return example.where if role == Qt.ItemDataRole.ToolTipRole else None

    def _cells(self, row: int) -> tuple[str, ...]:
        name = self.rows[row]
        example = name.example
        return (
            tr(_WHAT[name.sort], name=name.key),
            number(name.count),
            f"{example.before}{example.surface}{example.after}",
            self.title_of(row),
        )

    def _colour(self, row: int) -> QColor | None:
        """Return a fainter colour for names that nothing was chosen for."""
        if import_mapping.target_of(self.mapping, self.rows[row]):
            return None
        return QColor(colours(QGuiApplication.palette()).muted)


class NameDelegate(QStyledItemDelegate):
    """Draws examples in their context; a box to choose from where names become."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one cell."""
        if index.column() != EXAMPLE:
            super().paint(painter, option, index)
            return
        look = colours(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(look.accent_soft))
        box = option.rect.adjusted(Space.XS, 0, -Space.S, 0)
        draw_snippet(painter, option, box, index.data(SNIPPET_ROLE), look)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a box that is typed into or chosen from."""
        model = index.model()
        box = QComboBox(parent)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if isinstance(model, NameModel):
            box.addItems([choice.title for choice in model.choices(index.row())])
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        box.activated.connect(self._commit)
        return box

    def _commit(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the name becomes now."""
        if isinstance(editor, QComboBox):
            text = str(index.data(Qt.ItemDataRole.EditRole))
            place = editor.findText(text)
            if place >= 0:
                editor.setCurrentIndex(place)
            else:
                editor.setEditText(text)
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Take over the choice, for all selected rows."""
        view = self.parent()
        if not isinstance(editor, QComboBox) or not isinstance(model, NameModel):
            return
        rows = [index.row()]
        if isinstance(view, QWidget) and hasattr(view, "selectionModel"):
            chosen = [i.row() for i in view.selectionModel().selectedRows()]
            if index.row() in chosen:
                rows += [row for row in chosen if row != index.row()]
        model.set_targets(rows, editor.currentText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Give the box the height that it needs."""
        editor.setGeometry(option.rect.adjusted(0, -1, 0, 1))
