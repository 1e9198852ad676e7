"""What a row of doccano's says: spans, relations, and whose they are.

Its dialects, as the program has exported and imported them over the years:

``{"text", "label": [[start, end, label], …]}``
    Also with ``labels``, with ``data`` for the text, and with the surface as a fourth
    element.
``{"doc_id", "text", "entities": [[start, end, label], …], "username"}``
    The first versions.
``{"text", "annotations": [{"label", "start_offset", "end_offset", "user"}, …]}``
    Of several users; ``label`` is a number that only the project knew.
``{"text", "entities": [{"id", "label", "start_offset", "end_offset"}, …],
"relations": [{"from_id", "to_id", "type"}, …], "Comments": […]}``
    Projects with relations.

Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.domain.annotations import Fragment
from annotator.domain.wording import tr
from annotator.formats.foreign import ForeignRelation, ForeignSpan
from annotator.formats.jsonl_own import is_id
from annotator.formats.moments import as_moment
from annotator.formats.offsets import OffsetMap
from annotator.formats.own_keys import read_own

Row = Mapping[str, Any]

LABEL_KEYS = ("label", "labels")
MARK_KEYS = (*LABEL_KEYS, "entities", "annotations")
_TRIPLE = ("start_offset", "end_offset", "label", "text")


def text_key(row: Row, told: str = "") -> str:
    """Return which key holds the text."""
    if told:
        return told
    return "text" if "text" in row or not isinstance(row.get("data"), str) else "data"


def marks_in(row: Row, told: str = "") -> list[tuple[str, list[Any]]]:
    """Return the keys under which spans are marked, with what is marked there.

    A list of labels of the whole text is none; an empty list is.
    """
    keys = (told, *MARK_KEYS) if told and told not in MARK_KEYS else MARK_KEYS
    return [
        (key, marks)
        for key in keys
        if isinstance(marks := row.get(key), list) and all(map(_is_mark, marks))
    ]


def _is_mark(mark: object) -> bool:
    if isinstance(mark, dict):
        return "start_offset" in mark or ("start" in mark and "label" in mark)
    return (
        isinstance(mark, list)
        and len(mark) in (3, 4)
        and not isinstance(mark[0], str)
        and not isinstance(mark[1], str)
    )


class RowReading:
    """One row while it is read.

    Attributes:
        spans: User → the spans marked by them; "" where the row does not say.
        losses: What could not be kept, one sentence each.
    """

    def __init__(self, row: Row, offsets: OffsetMap) -> None:
        self.spans: dict[str, list[ForeignSpan]] = {}
        self.losses: list[str] = []
        self._row = row
        self._offsets = offsets
        self._users: dict[str, str] = {}

    def read(self, told: str = "") -> None:
        """Read the spans."""
        number = 0
        for _, marks in marks_in(self._row, told):
            for mark in marks:
                number += 1
                if isinstance(mark, list):
                    mark = dict(zip(_TRIPLE, mark, strict=False))  # noqa: PLW2901
                self._add(mark, number)

    def relations(self) -> Iterator[tuple[str, ForeignRelation]]:
        """Yield each relation with the user whose spans it joins."""
        rows = self._row.get("relations")
        if not rows:
            return
        if not isinstance(rows, list):
            self.losses.append(
                tr("Its “relations” are no list, so they were left out.")
            )
            return
        for number, row in enumerate(rows, 1):
            relation = _relation(row)
            if relation is None:
                self.losses.append(
                    tr(
                        "Relation {number} was left out: it has no type, or no ends.",
                        number=number,
                    )
                )
                continue
            yield self._users.get(relation.source, ""), relation

    def _add(self, mark: Row, number: int) -> None:
        fault = _fault(mark)
        found = None if fault else self._find(mark)
        if found is None:
            fault = fault or self._misfit(mark)
            self.losses.append(
                tr("Span {number} was left out: {fault}.", number=number, fault=fault)
            )
            return
        given = mark.get("id")
        identity = f"#{number}" if given is None else str(given)
        if identity in self._users:
            identity = f"{identity}#{number}"
        user = _user(mark.get("user"))
        self._users[identity] = user
        self.spans.setdefault(user, []).append(_span(identity, mark, found))

    def _find(self, mark: Row) -> Fragment | None:
        start, end = _place(mark)
        surface = mark.get("text")
        return self._offsets.find(
            start, end, surface if isinstance(surface, str) else None
        )

    def _misfit(self, mark: Row) -> str:
        start, end = _place(mark)
        where = f"{_label(mark)} [{start}, {end})"
        surface = mark.get("text")
        if isinstance(surface, str):
            return tr(
                "the text at {where} is not “{words}”", where=where, words=surface
            )
        return tr(
            "{where} is outside the text of {size} characters",
            where=where,
            size=len(self._offsets.raw),
        )


def _span(identity: str, mark: Row, found: Fragment) -> ForeignSpan:
    label = _label(mark)
    created, modified = (as_moment(mark.get(f"{k}_at")) for k in ("created", "updated"))
    read = read_own(mark, label)
    if read is None:
        return ForeignSpan(
            identity, label, (found,), created=created, modified=modified
        )
    own, about = read
    return ForeignSpan(
        identity,
        label,
        (found,),
        attributes=about.attributes,
        note=about.note,
        own=own,
        score=_score(mark.get("score")),
        created=about.created,
        modified=about.modified,
    )


def _relation(row: object) -> ForeignRelation | None:
    if not isinstance(row, dict):
        return None
    label, source, target = (row.get(k) for k in ("type", "from_id", "to_id"))
    if label in (None, "") or source is None or target is None:
        return None
    given = row.get("link")
    return ForeignRelation(
        str(label), str(source), str(target), given if is_id(given) else ""
    )


def _fault(mark: Row) -> str:
    """Return why a mark cannot be kept whatever the text is, or ""."""
    start, end = _place(mark)
    if start < 0 or end < 0:
        return tr("it has no start and end")
    if not _label(mark):
        return tr("[{start}, {end}) has no label", start=start, end=end)
    if start >= end:
        return tr(
            "{label} [{start}, {end}) is empty",
            label=_label(mark),
            start=start,
            end=end,
        )
    return ""


def _place(mark: Row) -> tuple[int, int]:
    """Return start and end; -1 for what is none."""
    if "start_offset" in mark:
        return _whole(mark["start_offset"]), _whole(mark.get("end_offset"))
    return _whole(mark.get("start")), _whole(mark.get("end"))


def _whole(value: object) -> int:
    # Tables that had gaps turn whole numbers into floats.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _label(mark: Row) -> str:
    label = mark.get("label")
    if isinstance(label, dict):
        label = label.get("text")
    return str(label) if isinstance(label, str | int) else ""


def _user(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return f"user {value}"
    return _string(value)


def _score(value: object) -> float:
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else 1.0


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
