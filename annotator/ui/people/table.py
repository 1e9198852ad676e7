"""People as a table: what they have, what they have done, how long it took."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.domain.documents import Status
from annotator.domain.wording import noop, tr
from annotator.services.people import PersonProgress, duration

Index = QModelIndex | QPersistentModelIndex
_TITLES = (
    noop("Name"),
    noop("assigned"),
    noop("done"),
    noop("flagged"),
    noop("annotations"),
    noop("time"),
    noop("pace"),
    noop("settling"),
)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROOT = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """A row for everybody."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[PersonProgress] = ()

    def set_people(self, people: Sequence[PersonProgress]) -> None:
        """Show others."""
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def person(self, row: int) -> PersonProgress:
        """Return who is in a row."""
        return self._people[row]

    def row_of(self, name: str) -> int:
        """Return where somebody stands; -1 for nowhere."""
        names = [one.person.name for one in self._people]
        return names.index(name) if name in names else -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return 8."""
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(self._people[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() else _LEFT
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a title."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return None


def _cells(one: PersonProgress) -> tuple[str, ...]:
    notes = [note for note in ("lead", "retired") if getattr(one.person, note)]
    return (
        f"{one.person.name} ({', '.join(notes)})" if notes else one.person.name,
        f"{one.assigned:,}",
        f"{one.done:,}",
        f"{one.states[Status.FLAGGED]:,}",
        f"{one.annotations:,}",
        duration(one.seconds),
        "–" if one.per_hour is None else f"{one.per_hour:.1f}/h",
        duration(one.settling) if one.settling else "–",
    )
