"""People as a table: what they have, what they have done, how long it took."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QObject,
    Qt,
)

from annotator.domain.documents import Status
from annotator.domain.wording import noop, number, tr
from annotator.services.people import PersonProgress, duration
from annotator.ui.tables import Index, TitledModel


class PeopleModel(TitledModel):
    """A row for everybody."""

    titles = (
        noop("Name"),
        noop("assigned"),
        noop("done"),
        noop("flagged"),
        noop("annotations"),
        noop("time"),
        noop("pace"),
        noop("settling"),
    )
    numbers = frozenset(range(1, len(titles)))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[PersonProgress] = ()

    def set_people(self, people: Sequence[PersonProgress]) -> None:
        """Show others."""
        self.beginResetModel()
        self.rows = people
        self.endResetModel()

    def person(self, row: int) -> PersonProgress:
        """Return who is in a row."""
        return self.rows[row]

    def row_of(self, name: str) -> int:
        """Return where somebody stands; -1 for nowhere."""
        names = [one.person.name for one in self.rows]
        return names.index(name) if name in names else -1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(self.rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return None


def _cells(one: PersonProgress) -> tuple[str, ...]:
    notes = [tr("lead")] if one.person.lead else []
    if one.person.retired:
        notes.append(tr("retired"))
    return (
        f"{one.person.name} ({', '.join(notes)})" if notes else one.person.name,
        number(one.assigned),
        number(one.done),
        number(one.states[Status.FLAGGED]),
        number(one.annotations),
        duration(one.seconds),
        "–" if one.per_hour is None else f"{number(one.per_hour, '.1f')}/h",
        duration(one.settling) if one.settling else "–",
    )
