"""The list of documents as a model that only ever holds what was looked at."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    Qt,
    QTimer,
    Signal,
)

from annotator.domain.documents import (
    STATUS_TITLES,
    DocumentFilter,
    DocumentRow,
    Status,
)
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.wording import tr, trn
from annotator.ui.tables import ROOT, Index
from annotator.ui.tasks import Task, working_pool

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
PAGE = 50
_STRIDE_PAGES = 40
_WALK_BUDGET_S = 0.008
_BEYOND = 2**62
_MANY = 2_000


class DocumentSource(Protocol):
    """Where the rows come from; pages are in order of position."""

    def rows(
        self,
        where: DocumentFilter = ...,
        *,
        after: int | None = None,
        before: int | None = None,
        limit: int = 200,
    ) -> Sequence[DocumentRow]:
        """Return the page right after, or right before, a position."""

    def row(self, document_id: DocumentId) -> DocumentRow:
        """Return one document's row."""

    def count(self, where: DocumentFilter = ...) -> int:
        """Return how many documents the filter lets through."""

    def status_counts(self) -> Mapping[Status, int]:
        """Return how many documents are in each state."""

    def finder(
        self, where: DocumentFilter
    ) -> Callable[[Progress], Sequence[int]] | None:
        """Return what finds all positions in the background; None for at once."""

    def rows_at(self, positions: Sequence[int]) -> Sequence[DocumentRow]:
        """Return the documents at those positions."""


class DocumentModel(QAbstractTableModel):
    """Rows by number over a source that pages by position.

    A page beside a known one is fetched when it is first drawn. To a page far
    from any known one the model walks in long strides, a few milliseconds at a
    time, while the view shows blank rows; where positions have no gaps (the
    usual unfiltered list) it goes there at once. Of a filtered list that is long to
    go through, all positions are found in the background; until then it shows what
    it showed, if that was under the same filter, or else nothing.

    Signals:
        located: The row number of the document that ``seek`` was asked for.
        found: The list that was looked for in the background is there.
        failed: The error that it could not be found for.
    """

    located = Signal(str, int)
    found = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: DocumentSource | None = None
        self.where = DocumentFilter()
        self._blind = False
        self._finding: Task | None = None
        self._walk = QTimer(self, singleShot=True, interval=0)
        self._walk.timeout.connect(self._step)
        self._forget()

    def _forget(self) -> None:
        self._count = 0
        self._pages: dict[int, list[DocumentRow]] = {}
        self._ends: dict[int, int] = {}
        self._numbers: dict[DocumentId, int] = {}
        self._first_if_gapless: int | None = None
        self._positions: Sequence[int] | None = None
        self._goal_page = -1
        self._sought: DocumentRow | None = None
        self._stride_pages = _STRIDE_PAGES
        self._walk.stop()

    def load(self, source: DocumentSource | None, where: DocumentFilter) -> None:
        """Show what *where* lets through of *source*."""
        self._stop_finding()
        finder = None if source is None else source.finder(where)
        if finder is not None:
            self._look_for(finder, same=source is self._source and where == self.where)
            self._source, self.where = source, where
            return
        self.beginResetModel()
        self._forget()
        self._source = source
        self.where = where
        if source is not None:
            self._count = source.count(where)
            self._look_for_gaps()
        self.endResetModel()

    @property
    def searching(self) -> bool:
        """Whether the list is still being looked for in the background."""
        return self._finding is not None

    def _look_for(
        self, finder: Callable[[Progress], Sequence[int]], *, same: bool
    ) -> None:
        if not same:
            self.beginResetModel()
            self._forget()
            self.endResetModel()
        self._finding = Task(finder, self)
        self._finding.succeeded.connect(self._on_found)
        self._finding.failed.connect(self._on_not_found)
        self._finding.start(working_pool())

    def _stop_finding(self) -> None:
        task, self._finding = self._finding, None
        if task is not None:
            task.succeeded.disconnect(self._on_found)
            task.failed.disconnect(self._on_not_found)
            task.cancel()

    def _on_found(self, positions: Sequence[int]) -> None:
        self._finding = None
        self.beginResetModel()
        sought = self._sought
        self._forget()
        self._positions = positions
        self._count = len(positions)
        self.endResetModel()
        self.found.emit()
        if sought is not None:
            self.seek(sought)

    def _on_not_found(self, error: Exception) -> None:
        self._finding = None
        self.failed.emit(error)

    def _look_for_gaps(self) -> None:
        if self._count <= PAGE or self._source is None:
            return
        first = self._source.rows(self.where, limit=1)
        last = self._source.rows(self.where, before=_BEYOND, limit=1)
        if first and last:
            span = last[0].position - first[0].position + 1
            self._first_if_gapless = first[0].position if span == self._count else None

    # The model's face to the view ------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many documents the filter lets through."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 1: the delegate draws a document as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a document; None while it is on its way."""
        wanted = (
            ROW_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if not index.isValid() or role not in wanted:
            return None
        row = self.document(index.row())
        if row is not None and self._blind and row.status is not Status.DONE:
            row = replace(row, pending=0)
        if row is None or role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return describe(row)

    def set_blind(self, on: bool) -> None:  # noqa: FBT001 - the only argument
        """Tell nothing of the suggestions in articles that are not done, or do."""
        self._blind = on
        if self._count:
            last = self.index(self._count - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last)

    def document(self, number: int) -> DocumentRow | None:
        """Return a row, fetching its page; None while the model walks there."""
        if not 0 <= number < self._count:
            return None
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            rows = self._fetch(page)
        return rows[place] if rows is not None and place < len(rows) else None

    def between(self, first: int, last: int) -> list[DocumentId]:
        """Return the documents of rows, both ends included.

        Of rows that have never been shown only the ends are looked up, and then
        what lies between them; nothing while the ends are still on their way.
        """
        ends = self.document(first), self.document(last)
        if self._source is None or ends[0] is None or ends[1] is None:
            return []
        pages = range(first // PAGE, last // PAGE + 1)
        if all(page in self._pages for page in pages):
            rows = [row for page in pages for row in self._pages[page]]
            skipped = pages[0] * PAGE
            return [row.id for row in rows[first - skipped : last - skipped + 1]]
        found: list[DocumentId] = []
        reached = ends[0].position - 1
        while some := self._source.rows(self.where, after=reached, limit=_MANY):
            reached = some[-1].position
            found += [row.id for row in some if row.position <= ends[1].position]
            if reached >= ends[1].position:
                break
        return found

    def number_of(self, document_id: DocumentId) -> int | None:
        """Return the row of a document that has been fetched."""
        return self._numbers.get(document_id)

    def update(self, row: DocumentRow) -> None:
        """Show a document as it now is, if it has been fetched."""
        number = self._numbers.get(row.id)
        if number is None:
            return
        page, place = divmod(number, PAGE)
        self._pages[page][place] = row
        index = self.index(number, 0)
        self.dataChanged.emit(index, index)

    def seek(self, row: DocumentRow, *, far: bool = True) -> None:
        """Find a document's row number; ``located`` tells it, maybe later.

        Args:
            far: Go on, in the background, where it is not near a known page.
        """
        number = self._numbers.get(row.id)
        if number is None and self._first_if_gapless is not None:
            number = row.position - self._first_if_gapless
        if number is None and self._positions is not None:
            place = bisect_left(self._positions, row.position)
            known = place < self._count and self._positions[place] == row.position
            number = place if known else None
        if number is not None:
            self._tell(row, number)
            return
        if self._finding is not None:
            self._sought = row  # told once the list is there
            return
        if self._positions is not None:
            return
        self._sought = row
        self._step()
        if not far:
            self._sought = None

    def _tell(self, row: DocumentRow, number: int) -> None:
        found = self.document(number)
        if found is not None and found.id == row.id:
            self.located.emit(row.id, number)

    # Pages ------------------------------------------------------------------

    def _fetch(self, page: int) -> list[DocumentRow] | None:
        if self._source is None:
            return None
        size = min(PAGE, self._count - page * PAGE)
        if self._positions is not None:
            some = self._positions[page * PAGE : page * PAGE + size]
            return self._keep(page, list(self._source.rows_at(some)), size)
        after = self._position_before(page)
        following = self._pages.get(page + 1)
        if page == 0 or after is not None:
            rows = self._source.rows(self.where, after=after, limit=size)
        elif following is not None or (page + 1) * PAGE >= self._count:
            before = following[0].position if following else _BEYOND
            rows = self._source.rows(self.where, before=before, limit=size)
        else:
            self._goal_page = page
            self._walk.start()
            return None
        return self._keep(page, list(rows), size)

    def _position_before(self, page: int) -> int | None:
        if self._first_if_gapless is not None:
            return self._first_if_gapless + page * PAGE - 1
        return self._ends.get(page - 1)

    def _keep(self, page: int, rows: list[DocumentRow], size: int) -> list[DocumentRow]:
        self._pages[page] = rows
        if len(rows) == size:
            self._ends[page] = rows[-1].position
        else:  # the documents changed behind our back: count again
            QTimer.singleShot(0, self, self._reload)
        for place, row in enumerate(rows):
            self._numbers[row.id] = page * PAGE + place
        return rows

    def _reload(self) -> None:
        self.load(self._source, self.where)

    # Walking ----------------------------------------------------------------

    def _step(self) -> None:
        """Walk on for a few milliseconds; again later if it was not enough."""
        deadline = time.perf_counter() + _WALK_BUDGET_S
        while (start := self._next_stride()) is not None:
            if time.perf_counter() > deadline:
                self._walk.start()
                return
            if not self._stride(start):
                break
        self._arrive()

    def _next_stride(self) -> int | None:
        """Return the page to walk on from, or None when there."""
        if self._sought is not None:
            pages = sorted(self._ends)
            ends = [self._ends[page] for page in pages]
            place = bisect_left(ends, self._sought.position)
            known = pages[place - 1] if place else -1
            reached = place < len(pages) and pages[place] == known + 1
            beyond = (known + 1) * PAGE >= self._count
            return None if reached or beyond else known + 1
        if self._goal_page < 0 or self._goal_page - 1 in self._ends:
            return None
        return max((p for p in self._ends if p < self._goal_page), default=-1) + 1

    def _stride(self, page: int) -> bool:
        """Note where the next pages end; return whether there are more."""
        if self._source is None:
            return False
        length = self._stride_pages * PAGE
        self._stride_pages *= 2  # a search costs much the same for a longer stride
        rows = self._source.rows(
            self.where, after=self._ends.get(page - 1), limit=length
        )
        for place in range(PAGE - 1, len(rows), PAGE):
            self._ends[page + place // PAGE] = rows[place].position
        if len(rows) % PAGE and len(rows) < length:
            self._ends[page + len(rows) // PAGE] = rows[-1].position
        return len(rows) == length

    def _arrive(self) -> None:
        sought, self._sought = self._sought, None
        self._goal_page = -1
        self._stride_pages = _STRIDE_PAGES
        if sought is not None:
            page = next(
                (p for p in sorted(self._ends) if self._ends[p] >= sought.position), -1
            )
            if page >= 0:
                self.document(page * PAGE)
            number = self._numbers.get(sought.id)
            if number is not None:
                self._tell(sought, number)
        if self._count:
            last = self.index(self._count - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last)


def describe(row: DocumentRow) -> str:
    """Return a document in words, for tips and screen readers."""
    facts = [row.title, tr(STATUS_TITLES[row.status]), row.source, row.date]
    facts.append(trn("{n:,} character", "{n:,} characters", row.length))
    facts.append(trn("{n:,} annotation", "{n:,} annotations", row.annotations))
    if row.pending:
        facts.append(
            trn("{n:,} open suggestion", "{n:,} open suggestions", row.pending)
        )
    return ", ".join(fact for fact in facts if fact)
