"""The passages behind a figure of an evaluation, as a model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    Qt,
)

from annotator.domain.schema import Schema
from annotator.domain.wording import noop, tr, within
from annotator.services.evaluation import Outcome, Passage
from annotator.services.passages import Snippet
from annotator.ui.mark_building import pill_text
from annotator.ui.tables import ROOT, Index
from annotator.ui.window.evaluation_figures import Figure

Reader = Callable[[Passage], Snippet]
PASSAGE_ROLE = int(Qt.ItemDataRole.UserRole)
SNIPPET_ROLE = PASSAGE_ROLE + 1
OUTCOME, LABELS, WORDS, ARTICLE = range(4)
OUTCOME_TITLES = {
    Outcome.MISSED: noop("Missed"),
    Outcome.FALSE_ALARM: noop("False alarms"),
    Outcome.LABEL: noop("Other label"),
    Outcome.PART: noop("Other part"),
    Outcome.RIGHT: noop("Right"),
}
DIFFERENCES = frozenset(Outcome) - {Outcome.RIGHT}


class PassageModel(QAbstractTableModel):
    """Passages a row each, narrowed by figure and outcome; words are read late."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages: Sequence[Passage] = ()
        self._rows: list[Passage] = []
        self._read: Reader | None = None
        self._schema: Schema | None = None
        self._figure: Figure | None = None
        self._outcomes: Collection[Outcome] = DIFFERENCES

    def set_passages(
        self, passages: Sequence[Passage], schema: Schema, read: Reader
    ) -> None:
        """Show the passages of another evaluation."""
        self._passages, self._schema, self._read = passages, schema, read
        self._rebuild()

    def clear(self) -> None:
        """Show nothing."""
        self._passages, self._read, self._figure = (), None, None
        self._rebuild()

    def set_filter(
        self, figure: Figure | None, outcomes: Collection[Outcome]
    ) -> Counter[Outcome]:
        """Show what is behind a figure; return how many there are of each outcome.

        Args:
            figure: A row of the figures; None for all.
            outcomes: Only these.
        """
        self._figure, self._outcomes = figure, outcomes
        return self._rebuild()

    def _rebuild(self) -> Counter[Outcome]:
        behind = [p for p in self._passages if is_behind(p, self._figure)]
        self.beginResetModel()
        self._rows = [p for p in behind if p.outcome in self._outcomes]
        self.endResetModel()
        return Counter(p.outcome for p in behind)

    def passage(self, row: int) -> Passage:
        """Return the passage of a row."""
        return self._rows[row]

    # The model's face to the view ---------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many passages the filter lets through."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 4: outcome, labels, words, article."""
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a passage."""
        if not index.isValid() or self._read is None:
            return None
        passage = self._rows[index.row()]
        if role == PASSAGE_ROLE:
            return passage
        if role == SNIPPET_ROLE:
            return self._read(passage)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(passage, self._read, index.column())
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.sentence(passage)
        return None

    def _cell(self, passage: Passage, read: Reader, column: int) -> str:
        if column == OUTCOME:
            return self.outcome_of(passage)
        if column == LABELS:
            return " → ".join(self.titles(passage))
        snippet = read(passage)
        return snippet.title if column == ARTICLE else snippet.words

    def titles(self, passage: Passage) -> list[str]:
        """Return the layer's label and, if it is another, the suggested one."""
        names = dict.fromkeys(filter(None, (passage.label, passage.suggested)))
        kind = self._schema.kind(passage.kind) if self._schema else None
        found = []
        for name in names:
            label = kind.label(name) if kind else None
            found.append(pill_text(kind, label) if kind and label else name)
        return found

    def outcome_of(self, passage: Passage) -> str:
        """Return what became of a passage, in two or three words."""
        if passage.outcome is Outcome.PART:
            kind = self._schema.kind(passage.kind) if self._schema else None
            roles = [kind.role(name) for name in passage.parts] if kind else []
            named = ", ".join(within(role.title) for role in roles if role)
            return tr("other {parts}", parts=named)
        if passage.outcome is Outcome.FALSE_ALARM:
            return tr("false alarm")
        return within(tr(OUTCOME_TITLES[passage.outcome]))

    def sentence(self, passage: Passage) -> str:
        """Return all that a row shows, as a sentence."""
        assert self._read is not None  # noqa: S101 - there are rows only with it
        snippet = self._read(passage)
        labels = " → ".join(self.titles(passage))
        score = (
            ""
            if passage.score is None
            else tr(", score {score:.2f}", score=passage.score)
        )
        return tr(
            "{outcome_of}, {labels}{score}: “{words}” in {title}",
            outcome_of=self.outcome_of(passage),
            labels=labels,
            score=score,
            words=snippet.words,
            title=snippet.title,
        )


def is_behind(passage: Passage, figure: Figure | None) -> bool:
    """Return whether a passage is one of those that a figure counts."""
    if figure is None:
        return True
    if passage.kind != figure.kind:
        return False
    if figure.role:
        return figure.role in passage.parts or passage.outcome is Outcome.RIGHT
    return not figure.label or figure.label in (passage.label, passage.suggested)
