"""The figures of an evaluation as a tree: kinds, and their labels and parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QFont

from annotator.domain.schema import Kind, Schema
from annotator.domain.wording import noop, number, tr
from annotator.services.evaluation import Criterion, Evaluation, KindFigures
from annotator.ui.mark_building import pill_text
from annotator.ui.tables import ROOT, Index

FIGURE_ROLE = int(Qt.ItemDataRole.UserRole)
NAME, PRECISION, RECALL, F1, RIGHT, ANNOTATED, SUGGESTED = range(7)
NOTHING = "–"
_HEADERS = (
    "",
    "P",
    "R",
    "F1",
    noop("Right if found"),
    noop("Annotated"),
    noop("Suggested"),
)
_HEADER_TIPS = (
    "",
    noop("Precision: the share of the suggestions that were annotated, too"),
    noop("Recall: the share of the annotations that were suggested"),
    noop("F1: the harmonic mean of precision and recall"),
    noop("Of what was found, the share whose label, or whose part, is right"),
    noop("How many were annotated"),
    noop("How many were suggested"),
)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_EDGE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: a kind, all its labels together, one label, or one part.

    Attributes:
        label: "" for all labels.
        role: "" unless the row is about a part.
        right: Of what was found, the share that is right in this respect.
        found: Of how many that is the share.
        tip: The same with counts, as a sentence.
    """

    title: str
    kind: str
    label: str = ""
    role: str = ""
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    right: float | None = None
    found: int = 0
    gold: int = 0
    suggested: int = 0
    tip: str = ""
    children: tuple[Figure, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells a row from others, also in the next evaluation."""
        return self.kind, self.title, self.role


def figures_of(
    evaluation: Evaluation, schema: Schema, criterion: Criterion
) -> list[Figure]:
    """Return the rows of an evaluation under one criterion."""
    found = []
    for name, figures in evaluation.kinds.items():
        kind = schema.kind(name)
        if kind is not None:
            found.append(_of_kind(kind, figures, criterion))
    return found


def _of_kind(kind: Kind, figures: KindFigures, criterion: Criterion) -> Figure:
    tally = figures.tallies[criterion]
    score = tally.place
    children = [*_of_labels(kind, figures, criterion)] if len(tally.labels) > 1 else []
    for role in kind.roles[1:]:
        part = tally.roles[role.name]
        children.append(
            Figure(
                role.title,
                kind.name,
                role=role.name,
                precision=part.precision,
                recall=part.recall,
                f1=part.f1,
                right=part.accuracy,
                found=part.n,
                gold=part.right,
                suggested=part.left,
                tip=(
                    tr(
                        "{title}: of {n:,} found that have one, {both:,} overlap and "
                        "{exact:,} are exactly right.",
                        title=role.title,
                        n=part.n,
                        both=part.both,
                        exact=part.exact,
                    )
                ),
            )
        )
    return Figure(
        kind.title,
        kind.name,
        precision=score.precision,
        recall=score.recall,
        f1=score.f1,
        gold=score.right,
        suggested=score.left,
        tip=(
            tr(
                "{title}, whatever the label: {both:,} of {right:,} found by "
                "{left:,} suggestions in {documents:,} articles.",
                title=kind.title,
                both=score.both,
                right=score.right,
                left=score.left,
                documents=figures.documents,
            )
        ),
        children=tuple(children),
    )


def _of_labels(
    kind: Kind, figures: KindFigures, criterion: Criterion
) -> Iterator[Figure]:
    tally = figures.tallies[criterion]
    same = tally.label
    found = tally.place.both
    yield Figure(
        tr("Same label"),
        kind.name,
        precision=same.precision,
        recall=same.recall,
        f1=same.f1,
        right=same.both / found if found else None,
        found=found,
        gold=same.right,
        suggested=same.left,
        tip=tr(
            "Of {found:,} found, {both:,} have the right label.",
            found=found,
            both=same.both,
        ),
    )
    order = {label.name: number for number, label in enumerate(kind.labels)}
    for name in sorted(tally.labels, key=lambda n: (order.get(n, len(order)), n)):
        score, label = tally.labels[name], kind.label(name)
        yield Figure(
            pill_text(kind, label) if label else name,
            kind.name,
            label=name,
            precision=score.precision,
            recall=score.recall,
            f1=score.f1,
            right=score.both / score.found if score.found else None,
            found=score.found,
            gold=score.right,
            suggested=score.left,
            tip=(
                tr(
                    "{found:,} of {right:,} found under whatever label, {both:,} of "
                    "them under this one.",
                    found=score.found,
                    right=score.right,
                    both=score.both,
                )
            ),
        )


class FigureModel(QAbstractItemModel):
    """Kinds, and below each its labels and parts; a column for each figure."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Figure] = ()
        self._strong = QFont()
        self._strong.setBold(True)

    def set_figures(self, rows: Sequence[Figure]) -> None:
        """Show other figures."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def figure(self, index: Index) -> Figure | None:
        """Return the row of an index, or None outside of the tree."""
        if not index.isValid():
            return None
        above = index.internalId()
        if not above:
            return self._rows[index.row()]
        return self._rows[above - 1].children[index.row()]

    def find(self, key: tuple[str, str, str]) -> QModelIndex:
        """Return where the row of that key is now; invalid where it is not."""
        for above, row in enumerate(self._rows):
            if row.key == key:
                return self.createIndex(above, 0, 0)
            for place, child in enumerate(row.children):
                if child.key == key:
                    return self.createIndex(place, 0, above + 1)
        return QModelIndex()

    # The model's face to the view ---------------------------------------------

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        # A child knows its kind by number; 0 is for the kinds themselves.
        return self.createIndex(
            row, column, parent.row() + 1 if parent.isValid() else 0
        )

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the kind of a label or part."""
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows are below another."""
        if not parent.isValid():
            return len(self._rows)
        if parent.column() or parent.internalId():
            return 0
        return len(self._rows[parent.row()].children)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the name and the figures."""
        return len(_HEADERS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title, and what it means as its tool tip."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADERS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(_HEADER_TIPS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        row = self.figure(index)
        if row is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole and not index.internalId():
            return self._strong
        return {FIGURE_ROLE: row, _TOOL_TIP: row.tip}.get(role)


def _alignment(column: int) -> int | None:
    return None if column == NAME else int(Qt.AlignmentFlag.AlignRight | _EDGE)


def spoken(row: Figure, column: int) -> str:
    """Return what a screen reader says of a cell."""
    said = cell(row, column)
    return said if column == NAME else f"{tr(_HEADERS[column])} {said}"


def cell(row: Figure, column: int) -> str:
    """Return what stands in a column; a dash where there is no figure."""
    if column == NAME:
        return row.title
    if column in {ANNOTATED, SUGGESTED}:
        return number(row.gold if column == ANNOTATED else row.suggested)
    figure = (row.precision, row.recall, row.f1, row.right)[column - 1]
    if figure is None:
        return NOTHING
    return number(figure, ".2f") + (
        tr(" of {found:,}", found=row.found) if column == RIGHT else ""
    )
