"""``spans`` and ``relations`` of a JSONL line, as Prodigy's tools expect them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from operator import itemgetter

from annotator.domain.annotations import Fragment, Link
from annotator.domain.records import Problem, Record
from annotator.formats.base import name_of, place
from annotator.formats.layout import TokenLayout
from annotator.formats.rows import MainRoles, Marked, Row, roles_of

_END_KEYS = ("start", "end", "token_start", "token_end", "label")
_get_end = itemgetter(*_END_KEYS)
_start = itemgetter("start")


class SpanRows:
    """Builds ``spans`` and ``relations`` of one line.

    Attributes:
        relations: Those of the annotations and links added so far.
        losses: What spans or relations cannot say.
    """

    def __init__(
        self, record: Record, mains: MainRoles, layout: TokenLayout | None
    ) -> None:
        self.relations: list[Row] = []
        self.losses: list[Problem] = []
        self._rows: list[Row] = []
        self._record = record
        self._mains = mains
        self._anchors: dict[str, Row] = {}
        self._tokenised = layout is not None
        _, starts, ends, _ = layout or TokenLayout([], [], [], [])
        self._first = dict(zip(starts, count(), strict=False))
        self._last = dict(zip(ends, count(), strict=False))

    def spans(self) -> list[Row]:
        """Return the spans added so far, by start."""
        return sorted(self._rows, key=_start)

    def add(self, items: Iterable[Marked]) -> None:
        """Add the spans of annotations, with the relations inside each."""
        for item in items:
            main = self._mains.of(item)
            first = len(self._rows)
            anchor = None
            for role in roles_of(item.parts):
                label = item.label if role == main else role
                for number, fragment in enumerate(item.parts[role]):
                    row = self._span(item, role, number, label, fragment)
                    self._rows.append(row)
                    if anchor is None and role == main:
                        anchor = row
            self._anchors[item.id] = anchor or self._rows[first]
            if anchor is not None and len(self._rows) - first > 1:
                for row in self._rows[first:]:
                    if row is not anchor:
                        self._relate(anchor, row, row["label"])

    def add_links(self, links: Iterable[Link]) -> None:
        """Add a relation for each link; both its ends have been added."""
        for link in links:
            ends = self._anchors[link.source], self._anchors[link.target]
            self._relate(*ends, link.label)

    def _span(
        self, item: Marked, role: str, number: int, label: str, fragment: Fragment
    ) -> Row:
        start, end = fragment
        row: Row = {"start": start, "end": end}
        first = self._first.get(start)
        last = self._last.get(end)
        if first is not None and last is not None:
            row["token_start"] = first
            row["token_end"] = last
        elif self._tokenised:
            self._report_cut(item, role, start, end)
        row["label"] = label
        row["id"] = f"{item.id}.{role}.{number}"
        row["kind"] = item.kind
        row["role"] = role
        row["annotation"] = item.id
        return row

    def _relate(self, head: Row, child: Row, label: object) -> None:
        try:
            head_span = dict(zip(_END_KEYS, _get_end(head), strict=True))
            child_span = dict(zip(_END_KEYS, _get_end(child), strict=True))
        except KeyError:
            self._report_unrelated(label)
            return
        self.relations.append(
            {
                "head": head["token_end"],
                "child": child["token_end"],
                "label": label,
                "head_span": head_span,
                "child_span": child_span,
            }
        )

    def _report_cut(self, item: Marked, role: str, start: int, end: int) -> None:
        surface = self._record.text[start:end]
        self.losses.append(
            Problem(
                place(self._record, start, end),
                f"{item.label} {role} “{surface}” cuts a token, so in “spans” it has "
                "characters only, and no relations; “annotations” has it in full.",
            )
        )

    def _report_unrelated(self, label: object) -> None:
        if not self._tokenised and not self.losses:
            self.losses.append(
                Problem(
                    name_of(self._record),
                    f"it has no tokens, which relations refer to (the first: {label}); "
                    "“annotations” and “links” have them in full.",
                )
            )
