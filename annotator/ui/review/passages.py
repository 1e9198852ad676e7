"""The passages behind a figure, as a model."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    Qt,
)

from annotator.domain.schema import Kind, Schema
from annotator.domain.wording import tr, within
from annotator.services.passages import Snippet
from annotator.services.review_figures import (
    DIFFERS_TITLES,
    Difference,
    Differs,
    Voice,
)
from annotator.ui.mark_building import pill_text
from annotator.ui.tables import ROOT, Index

Reader = Callable[[Difference], Snippet]
DIFFERENCE_ROLE = int(Qt.ItemDataRole.UserRole)
SNIPPET_ROLE = DIFFERENCE_ROLE + 1
WHAT, LEFT, RIGHT, WORDS, ARTICLE = range(5)


class DifferenceModel(QAbstractTableModel):
    """Passages a row each; their words are read when a row is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Difference] = ()
        self._read: Reader | None = None
        self._schema: Schema | None = None

    def set_rows(
        self, rows: Sequence[Difference], schema: Schema, read: Reader
    ) -> None:
        """Show others."""
        self.beginResetModel()
        self._rows, self._schema, self._read = rows, schema, read
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows = ()
        self.endResetModel()

    def difference(self, row: int) -> Difference:
        """Return the passage of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 5: what differs, both labels, words, article."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a passage."""
        if not index.isValid() or self._read is None:
            return None
        found = self._rows[index.row()]
        if role == DIFFERENCE_ROLE:
            return found
        if role == SNIPPET_ROLE:
            return self._read(found)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(found, self._read, index.column())
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.sentence(found)
        return None

    def _cell(self, found: Difference, read: Reader, column: int) -> str:
        if column == WHAT:
            return self.what(found)
        if column in {LEFT, RIGHT}:
            return self.called(found, found.left if column == LEFT else found.right)
        snippet = read(found)
        return snippet.title if column == ARTICLE else snippet.words

    def _kind(self, found: Difference) -> Kind | None:
        return self._schema.kind(found.kind) if self._schema else None

    def called(self, found: Difference, voice: Voice) -> str:
        """Return what one of the two calls it; "" for nothing."""
        kind = self._kind(found)
        label = kind.label(voice.label) if kind else None
        title = pill_text(kind, label) if kind and label else voice.label
        return f"{title} ×{voice.number}" if voice.number > 1 else title

    def what(self, found: Difference) -> str:
        """Return what differs, in two or three words."""
        if found.differs not in {Differs.PART, Differs.BOUNDARY}:
            return within(tr(DIFFERS_TITLES[found.differs]))
        kind = self._kind(found)
        roles = [kind.role(name) for name in found.roles] if kind else []
        named = ", ".join(within(role.title) for role in roles if role)
        if kind is not None and kind.is_frame and named:
            if found.differs is Differs.PART:
                return tr("other {parts}", parts=named)
            return tr("more or less {parts}", parts=named)
        return within(tr(DIFFERS_TITLES[found.differs]))

    def sentence(self, found: Difference) -> str:
        """Return all that a row shows, as a sentence."""
        assert self._read is not None  # noqa: S101 - there are rows only with it
        snippet = self._read(found)
        sides = " – ".join(
            f"{voice.annotator}: {self.called(found, voice) or 'nothing'}"
            for voice in (found.left, found.right)
        )
        return tr(
            "{what}, {sides}: “{words}” in {title}",
            what=self.what(found),
            sides=sides,
            words=snippet.words,
            title=snippet.title,
        )
