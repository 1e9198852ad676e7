"""``spans`` and ``relations`` of a JSONL line, as Prodigy's tools expect them.

In our own JSONL they say again what ``annotations`` and ``links`` say. Where they
stand alone (``alone``), one span of each annotation has ``about`` besides (see
``own_keys``), a link's relation has ``link``, its id, and the spans that a relation
repeats have their ``id``, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from operator import itemgetter

from annotator.domain.annotations import Fragment, Link, Suggestion, extent
from annotator.domain.records import Finding, Problem, Record, Trouble
from annotator.domain.wording import noop, tr
from annotator.formats.base import name_of, place
from annotator.formats.layout import TokenLayout
from annotator.formats.own_keys import about
from annotator.formats.rows import MainRoles, Marked, Row, roles_of

_CUT = noop(
    "{label} {role} “{words}” cuts a token, so in “spans” it has characters only, and "
    "no relations; “annotations” has it in full."
)
_CUT_ALONE = noop(
    "{label} {role} “{words}” cuts a token, so it has characters only, and no "
    "relations."
)
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
        self,
        record: Record,
        mains: MainRoles,
        layout: TokenLayout | None,
        *,
        alone: bool = False,
    ) -> None:
        self.relations: list[Row] = []
        self.losses: list[Problem] = []
        self._rows: list[Row] = []
        self._record = record
        self._mains = mains
        self._alone = alone
        self._anchors: dict[str, Row] = {}
        self._places: dict[str, Fragment] = {}
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
            if self._alone:
                self._tell_more(item, rows[first:])
                self._places[item.id] = extent(item.parts)
            if len(rows) - first > 1 and anchor is not None:
                for row in rows[first:]:
                    if row is not anchor:
                        self._relate(anchor, row, row["label"])

    def _tell_more(self, item: Marked, rows: list[Row]) -> None:
        """Add what stands nowhere else."""
        rows[0]["about"] = about(item)
        if isinstance(item, Suggestion):
            for row in rows:
                row["source"], row["score"] = item.pipeline, item.score
        self._places[item.id] = extent(item.parts)

    def add_links(self, links: Iterable[Link]) -> None:
        """Add a relation for each link; both its ends have been added."""
        for link in links:
            ends = self._anchors[link.source], self._anchors[link.target]
            related = self._relate(*ends, link.label)
            if self._alone and related is None:
                self._lose(link)
            elif self._alone and related is not None:
                related["link"] = link.id

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

    def _relate(self, head: Row, child: Row, label: object) -> Row | None:
        try:
            head_span = dict(zip(_END_KEYS, _get_end(head), strict=True))
            child_span = dict(zip(_END_KEYS, _get_end(child), strict=True))
        except KeyError:
            self._report_unrelated(label)
            return None
        if self._alone:
            head_span["id"], child_span["id"] = head["id"], child["id"]
        row: Row = {
            "head": head["token_end"],
            "child": child["token_end"],
            "label": label,
            "head_span": head_span,
            "child_span": child_span,
        }
        self.relations.append(row)
        return row

    def _report_cut(self, item: Marked, role: str, start: int, end: int) -> None:
        surface = self._record.text[start:end]
        what = tr(
            _CUT_ALONE if self._alone else _CUT,
            label=item.label,
            role=role,
            words=surface,
        )
        self._find(Trouble.CUT, start, end, what)

    def _lose(self, link: Link) -> None:
        what = tr(
            "Its link {label} was left out: relations join tokens, and one "
            "of its ends has none.",
            label=link.label,
        )
        self._find(Trouble.LINK, *self._places[link.source], what)

    def _find(self, trouble: Trouble, start: int, end: int, what: str) -> None:
        record = self._record
        self.losses.append(
            Finding(
                place(record, start, end),
                what,
                trouble,
                record.document_id,
                start,
                end,
                record.layer.annotator if record.layer else "",
            )
        )

    def _report_unrelated(self, label: object) -> None:
        if not self._tokenised and not self.losses and not self._alone:
            self.losses.append(
                Problem(
                    name_of(self._record),
                    tr(
                        "it has no tokens, which relations refer to (the first: "
                        "{label}); “annotations” and “links” have them in full.",
                        label=label,
                    ),
                )
            )
