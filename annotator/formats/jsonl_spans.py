"""``spans`` and ``relations`` of a JSONL line, as Prodigy's tools expect them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from operator import itemgetter

from annotator.domain.annotations import Fragment, Link
from annotator.domain.records import Finding, Problem, Record, Trouble
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
        rows = self._rows
        for item in items:
            main = self._mains.of(item)
            first = len(rows)
            anchor = None
            for role in roles_of(item.parts):
                label = item.label if role == main else role
                for number, fragment in enumerate(item.parts[role]):
                    row = self._span(item, role, number, label, fragment)
                    rows.append(row)
                    if anchor is None and role == main:
                        anchor = row
            self._anchors[item.id] = anchor or rows[first]
            if len(rows) - first > 1 and anchor is not None:
                for row in rows[first:]:
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
        identity = item.id
        try:
            return {
                "start": start,
                "end": end,
                "token_start": self._first[start],
                "token_end": self._last[end],
                "label": label,
                "id": f"{identity}.{role}.{number}",
                "kind": item.kind,
                "role": role,
                "annotation": identity,
            }
        except KeyError:
            if self._tokenised:
                self._report_cut(item, role, start, end)
        return {
            "start": start,
            "end": end,
            "label": label,
            "id": f"{identity}.{role}.{number}",
            "kind": item.kind,
            "role": role,
            "annotation": identity,
        }

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
        surface, layer = self._record.text[start:end], self._record.layer
        self.losses.append(
            Finding(
                place(self._record, start, end),
                f"{item.label} {role} “{surface}” cuts a token, so in “spans” it has "
                "characters only, and no relations; “annotations” has it in full.",
                Trouble.CUT,
                self._record.document_id,
                start,
                end,
                layer.annotator if layer else "",
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
