"""What does not fit a format, grouped by trouble, as a model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    Qt,
)

from annotator.domain.records import Finding, Losses, Problem, Trouble
from annotator.domain.wording import number, tr
from annotator.services.passages import Snippet
from annotator.services.troubles import TroubleKind, in_order, kind_of
from annotator.ui.tables import ROOT, Index

Reader = Callable[[Finding], Snippet]

PROBLEM_ROLE = int(Qt.ItemDataRole.UserRole)
GROUP_ROLE = PROBLEM_ROLE + 1
SNIPPET_ROLE = PROBLEM_ROLE + 2
ARTICLE, WORDS, REASON = range(3)


@dataclass(frozen=True, slots=True)
class Group:
    """All that has one trouble.

    Attributes:
        count: How many there are; ``rows`` may be the first of them.
    """

    trouble: Trouble | None
    kind: TroubleKind
    count: int
    rows: tuple[Problem, ...]

    @property
    def title(self) -> str:
        """What stands above the rows."""
        shown = len(self.rows)
        more = (
            tr(", the first {shown:,} shown", shown=shown) if shown < self.count else ""
        )
        return f"{tr(self.kind.title)} ({number(self.count)}{more})"


def groups_of(losses: Losses) -> list[Group]:
    """Return losses by trouble."""
    rows: dict[Trouble | None, list[Problem]] = {}
    for problem in losses:
        trouble = problem.trouble if isinstance(problem, Finding) else None
        rows.setdefault(trouble, []).append(problem)
    return [
        Group(t, kind_of(t), losses.counts[t], tuple(rows.get(t, ())))
        for t in in_order(losses.counts)
    ]


class TroubleModel(QAbstractItemModel):
    """Groups, and under each its findings; words are read when a row is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: Sequence[Group] = ()
        self._read: Reader | None = None

    def set_groups(self, groups: Sequence[Group], read: Reader | None) -> None:
        """Show others.

        Args:
            groups: What does not fit.
            read: Returns the words of a finding; None where there is no project.
        """
        self.beginResetModel()
        self.groups, self._read = groups, read
        self.endResetModel()

    # A group's index has the id 0; a row's, one more than its group's number.

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a group, or of a row under one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(
            row, column, parent.row() + 1 if parent.isValid() else 0
        )

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the index of the group that a row is under."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many groups there are, or rows in one."""
        if not parent.isValid():
            return len(self.groups)
        if parent.internalId() == 0 and parent.column() == 0:
            return len(self.groups[parent.row()].rows)
        return 0

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 3: article, words, reason."""
        return 3

    def group(self, index: Index) -> Group | None:
        """Return the group that an index is, or is in."""
        if not index.isValid():
            return None
        number = index.internalId()
        return self.groups[number - 1 if number else index.row()]

    def problem(self, index: Index) -> Problem | None:
        """Return the problem of a row, None of a group."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self.groups[index.internalId() - 1].rows[index.row()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a group or a row."""
        group, problem = self.group(index), self.problem(index)
        if role == GROUP_ROLE:
            return group if problem is None else None
        if role == PROBLEM_ROLE:
            return problem
        if group is None:
            return None
        if problem is None:
            said = {
                Qt.ItemDataRole.DisplayRole: group.title,
                Qt.ItemDataRole.ToolTipRole: tr(group.kind.advice),
                Qt.ItemDataRole.AccessibleTextRole: group.title,
            }
            return said.get(Qt.ItemDataRole(role)) if index.column() == 0 else None
        return self._of_row(problem, index.column(), role)

    def _of_row(self, problem: Problem, column: int, role: int) -> object:
        if role == SNIPPET_ROLE:
            return self._snippet(problem)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return str(problem)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(problem, column)
        return None

    def _cell(self, problem: Problem, column: int) -> str:
        if column == REASON:
            return problem.reason
        snippet = self._snippet(problem)
        if snippet is None:
            return problem.where if column == ARTICLE else ""
        if column == WORDS:
            return snippet.words
        # The layer first: it must not be cut off by a long title.
        layer = problem.layer if isinstance(problem, Finding) else ""
        return f"{layer} · {snippet.title}" if layer else snippet.title

    def _snippet(self, problem: Problem) -> Snippet | None:
        if self._read is None or not isinstance(problem, Finding):
            return None
        return self._read(problem)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the column's title."""
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < 3:
            return None
        return (tr("Article"), tr("Words"), tr("What"))[section]
