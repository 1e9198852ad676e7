"""The list of places that were settled otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotations import Annotation, Fragment
from annotator.domain.ids import DocumentId
from annotator.domain.schema import Schema
from annotator.domain.wording import noop, tr, within
from annotator.services.overruled import Overruled
from annotator.services.passages import Snippet
from annotator.ui.adjudicate.layer_marks import label_title
from annotator.ui.adjudicate.wording import SORT_TITLES, row_title
from annotator.ui.tables import Index, TitledModel
from annotator.ui.theme import Space, set_role

Reader = Callable[[DocumentId, tuple[Fragment, ...]], Snippet]
WHAT, MINE, GOLD, WORDS, COMMENTS, ARTICLE = range(6)


class OverruledModel(TitledModel):
    """One row for each place; words are read when they are shown."""

    titles = (
        noop("What"),
        noop("Yours"),
        noop("Settled"),
        noop("Words"),
        noop("Comments"),
        noop("Article"),
    )

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Overruled] = []
        self._schema: Schema | None = None
        self._read: Reader | None = None
        self._names: Mapping[str, str] = {}

    def set_places(
        self,
        places: Sequence[Overruled],
        schema: Schema | None,
        read: Reader | None,
        names: Mapping[str, str],
    ) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(places)
        self._schema, self._read, self._names = schema, read, names
        self.endResetModel()

    def data(
        self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return what a cell says."""
        shown = {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)}
        if not index.isValid() or role not in shown:
            return None
        return self._words(self.rows[index.row()], index.column())

    def _words(self, place: Overruled, column: int) -> str:
        if self._schema is None or self._read is None:
            return ""
        if column == WHAT:
            return _what(place, self._schema)
        if column == MINE:
            return _label(place.mine, self._schema)
        if column == GOLD:
            return _label(place.gold, self._schema)
        if column == COMMENTS:
            return "; ".join(
                f"{self._names.get(c.author, 'somebody')}: {c.text}"
                for c in place.comments
            )
        snippet = self._read(place.document_id, place.fragments)
        return snippet.title if column == ARTICLE else snippet.words


def _what(place: Overruled, schema: Schema) -> str:
    if not place.sorts:
        return tr("Comment")
    if place.mine is None:
        return tr("You missed it")
    if place.gold is None:
        return tr("Not kept")
    kind = schema.kind(place.kind)
    rows = [within(row_title(row, kind)) for row in place.rows] if kind else []
    words = ", ".join(rows) or within(tr(SORT_TITLES[place.sorts[0]]))
    return tr("Other {words}", words=words)


def _label(annotation: Annotation | None, schema: Schema) -> str:
    return "–" if annotation is None else label_title(annotation, schema)


class OverruledTable(QTableView):
    """The list; a click, the arrow keys or Enter show a place.

    Signals:
        chosen: The row to show.
    """

    chosen = Signal(int)

    def __init__(self, model: OverruledModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Places settled otherwise"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in ((WHAT, 150), (MINE, 90), (GOLD, 90), (ARTICLE, 200)):
            self.setColumnWidth(column, width)
        across.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(COMMENTS, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the place that a key led to."""
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter or self.currentIndex().row() != before:
            self._choose()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window, where they are labels."""

    def _choose(self, *_: object) -> None:
        if self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())


class OverruledPanel(QWidget):
    """The list, or why it is empty.

    Signals:
        shown: The ``Overruled`` place to show in the article.
    """

    shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = OverruledModel(self)
        self.table = OverruledTable(self.model)
        self.none = QLabel()
        self.none.setWordWrap(True)
        self.none.setMargin(Space.L)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_role(self.none, "muted")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.table.chosen.connect(self._show)

    def show_looking(self) -> None:
        """Say that places are being looked for."""
        self._say(tr("Looking…"))

    def show_places(
        self,
        places: Sequence[Overruled],
        schema: Schema,
        read: Reader,
        names: Mapping[str, str],
    ) -> None:
        """Show these places."""
        self.model.set_places(places, schema, read, names)
        if places:
            self._pages.setCurrentWidget(self.table)
            self.table.setFocus()
        else:
            self._say(
                tr(
                    "Nothing that you have done was settled otherwise. Places are "
                    "listed here as soon as articles that you have set to done are "
                    "settled."
                )
            )

    def clear(self) -> None:
        """Forget another annotator's places."""
        self.model.set_places((), None, None, {})

    def _say(self, sentence: str) -> None:
        self.none.setText(sentence)
        self._pages.setCurrentWidget(self.none)

    def _show(self, row: int) -> None:
        self.shown.emit(self.model.rows[row])
