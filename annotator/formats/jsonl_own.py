"""Reading the lines that ``jsonl_writer`` wrote: ``annotations`` are the record.

The line's ``spans`` and ``relations`` say the same and are not read. If they were
changed since (by somebody working on the export in Prodigy), ``_task_hash`` shows
it, and the record's losses say so.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from operator import itemgetter, le
from typing import Any, TypeGuard

from annotator.domain.annotations import (
    Annotation,
    AttributeValue,
    Fragment,
    Link,
    Suggestion,
    merge_fragments,
)
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import (
    AnnotationId,
    DocumentId,
    LinkId,
    SuggestionId,
    derived_id,
)
from annotator.domain.records import LayerRecord
from annotator.domain.tokens import MADE_ANEW, Tokens
from annotator.domain.wording import tr
from annotator.formats.drafts import safe_name
from annotator.formats.jsonl_shape import task_hash
from annotator.formats.offsets import OffsetMap

Row = Mapping[str, Any]

_ID = re.compile(r"[0-9a-f]{32}")
_STRINGS = ("id", "kind", "label", "note", "origin", "created", "modified")
_get_strings = itemgetter(*_STRINGS)
_ALL_STRINGS = {str}


def is_id(value: object) -> TypeGuard[str]:
    """Tell whether it has the form of this program's ids."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def read_status(row: Row, default: Status) -> Status:
    """Return the status that a line gives; Prodigy's ``ignore`` is *skipped*."""
    if row.get("answer") == "ignore":
        return Status.SKIPPED
    try:
        return Status(str(row.get("status")))
    except ValueError:
        return default


def read_own_layer(
    row: Row, offsets: OffsetMap, document_id: DocumentId, losses: list[str]
) -> LayerRecord | None:
    """Return the layer of a line, or None where it has none."""
    if row.get("answer") == "reject":
        losses.append(
            tr(
                "The answer is “reject”, so its annotations were left out ({number}).",
                number=len(row["annotations"]),
            )
        )
        return None
    name = row.get("_annotator_id")
    reading = _LayerReading(row, offsets, document_id, losses)
    reading.read()
    status = read_status(row, Status.TODO)
    annotator = name if isinstance(name, str) else ""
    if not (annotator or reading.found or status is not Status.TODO):
        return None
    _warn_of_changed_spans(row, document_id, losses)
    return LayerRecord(
        annotator or reading.pipeline,
        tuple(reading.annotations),
        tuple(reading.links()),
        status,
        tuple(reading.suggestions),
    )


class _LayerReading:
    """One line's annotations while they are read.

    Attributes:
        pipeline: Its name where a pipeline made the line, else "".
    """

    def __init__(
        self, row: Row, offsets: OffsetMap, document_id: DocumentId, losses: list[str]
    ) -> None:
        self.annotations: list[Annotation] = []
        self.suggestions: list[Suggestion] = []
        self.found: dict[str, AnnotationId] = {}
        self._row = row
        self._offsets = offsets
        self._size = len(offsets.raw)
        self._shifted = offsets.shifted
        self._document_id = document_id
        self._losses = losses
        pipeline = row.get("pipeline")
        self._is_pipeline = isinstance(pipeline, dict)
        source = pipeline if isinstance(pipeline, dict) else {}
        self.pipeline = str(source.get("name", ""))
        self._version = str(source.get("version", ""))

    def read(self) -> None:
        """Read ``annotations``."""
        add = self._add_suggestion if self._is_pipeline else self._add_annotation
        for number, row in enumerate(self._row["annotations"], 1):
            try:
                add(row)
            except InputError as error:
                self._losses.append(
                    tr(
                        "Annotation {number} was left out: {error}.",
                        number=number,
                        error=error,
                    )
                )

    def links(self) -> list[Link]:
        """Return ``links`` between annotations that have been read."""
        rows = self._row.get("links") or []
        if not isinstance(rows, list):
            self._losses.append(tr("Its “links” are no list, so they were left out."))
            return []
        links = []
        for number, row in enumerate(rows, 1):
            link = self._link(row)
            if link is None:
                self._losses.append(
                    tr(
                        "Link {number} was left out: it does not join two annotations.",
                        number=number,
                    )
                )
            else:
                links.append(link)
        return links

    def _link(self, row: object) -> Link | None:
        if not isinstance(row, dict):
            return None
        given, label, *ends = (row.get(k) for k in ("id", "label", "from", "to"))
        if not isinstance(label, str) or not all(isinstance(e, str) for e in ends):
            return None
        source, target = (self.found.get(str(end)) for end in ends)
        if source is None or target is None:
            return None
        link_id = given if is_id(given) else derived_id("link", label, source, target)
        return Link(LinkId(link_id), safe_name(label), source, target)

    def _add_annotation(self, row: object) -> None:
        given, kind, label, note, origin, created, modified = _strings(row)
        assert isinstance(row, dict)  # noqa: S101 - _strings has seen to it
        attributes = row.get("attributes")
        self.annotations.append(
            Annotation(
                self._identify(given),
                kind,
                label,
                self._parts(row.get("parts")),
                self._attributes(attributes) if attributes else {},
                note,
                origin,
                created,
                modified,
            )
        )

    def _add_suggestion(self, row: object) -> None:
        given, kind, label, *_ = _strings(row)
        assert isinstance(row, dict)  # noqa: S101 - _strings has seen to it
        self.suggestions.append(
            Suggestion(
                SuggestionId(self._identify(given)),
                self._document_id,
                self.pipeline,
                self._version,
                kind,
                label,
                self._parts(row.get("parts")),
                _score(row.get("score")),
                self._attributes(row.get("attributes") or {}),
                str(row.get("reason", "")),
            )
        )

    def _identify(self, given: str) -> AnnotationId:
        """Return the id to keep for the id that the file gives."""
        if given in self.found:
            raise InputError(tr("there are two with the id {given}", given=given))
        if _ID.fullmatch(given):
            identity = AnnotationId(given)
        else:
            name = str(self._row.get("_annotator_id", ""))
            number = given or str(len(self.found))
            identity = AnnotationId(
                derived_id("import", self._document_id, name, number)
            )
        self.found[given or identity] = identity
        return identity

    def _parts(self, rows: object) -> dict[str, tuple[Fragment, ...]]:
        if not isinstance(rows, dict) or not rows:
            raise InputError(tr("it has no parts"))
        try:
            return {role: self._fragments(spans) for role, spans in rows.items()}
        except (TypeError, ValueError) as error:
            raise InputError(
                tr("its parts are no offsets: {rows}", rows=rows)
            ) from error

    def _fragments(self, spans: list[list[int]]) -> tuple[Fragment, ...]:
        fragments = []
        last = -1
        apart = True
        for start, end in spans:
            if type(start) is not int or type(end) is not int:
                raise TypeError(start, end)
            if not 0 <= start < end <= self._size:
                raise InputError(
                    tr(
                        "[{start}, {end}) is no span of a text of {size} characters",
                        start=start,
                        end=end,
                        size=self._size,
                    )
                )
            apart = apart and start > last
            last = end
            fragments.append(Fragment(start, end))
        if not fragments:
            raise InputError(tr("one of its roles has no fragment"))
        if self._shifted:
            fragments = [self._shift(fragment) for fragment in fragments]
        return tuple(fragments) if apart else merge_fragments(tuple(fragments))

    def _shift(self, fragment: Fragment) -> Fragment:
        found = self._offsets.fragment(*fragment)
        if found.start >= found.end:
            raise InputError(
                tr("{fragment} holds half a line end only", fragment=list(fragment))
            )
        return found

    def _attributes(self, given: object) -> dict[str, AttributeValue]:
        if not isinstance(given, dict):
            self._losses.append(
                tr("The attributes {given!r} were left out: no object.", given=given)
            )
            return {}
        kept: dict[str, AttributeValue] = {}
        for name, value in given.items():
            if isinstance(value, str | int | float):
                kept[name] = value
            else:
                self._losses.append(
                    tr(
                        "The attribute “{name}” was left out: {value!r} is "
                        "neither text, number nor true or false.",
                        name=name,
                        value=value,
                    )
                )
        return kept


def _score(given: object) -> float:
    if isinstance(given, int | float) and 0 <= given <= 1:
        return float(given)
    return 1.0


def _strings(row: object) -> tuple[str, ...]:
    """Return the texts of an annotation in the order of its fields."""
    if not isinstance(row, dict):
        raise InputError(tr("{row!r} is no object", row=row))
    try:
        values: tuple[str, ...] = _get_strings(row)
    except KeyError:
        values = tuple([row.get(name, "") for name in _STRINGS])
    if {*map(type, values)} != _ALL_STRINGS:
        raise InputError(tr("one of id, kind, label, note and dates is no text"))
    if not values[1] or not values[2]:
        raise InputError(tr("it has no kind or no label"))
    return values


def _warn_of_changed_spans(
    row: Row, document_id: DocumentId, losses: list[str]
) -> None:
    spans = row.get("spans")
    expected = row.get("_task_hash")
    if not isinstance(spans, list) or not isinstance(expected, int):
        return
    try:
        same = task_hash(document_id, spans) == expected
    except (KeyError, TypeError):
        same = False
    if not same:
        losses.append(
            tr(
                "Its “spans” were changed after the export; the “annotations” "
                "were read, which still say what was exported. Remove "
                "“annotations” from the line to have the spans read."
            )
        )


def read_tokens(row: Row, offsets: OffsetMap, losses: list[str]) -> Tokens | None:
    """Return the tokens of a line, white space left out, or None."""
    source, rows = row.get("tokenizer"), row.get("tokens")
    if not isinstance(source, dict) or not isinstance(rows, list):
        return None
    try:
        return _tokens(source, rows, offsets.text)
    except (KeyError, TypeError, ValueError, OverflowError):
        losses.append(tr(MADE_ANEW))
        return None


def _tokens(source: Row, rows: list[Row], text: str) -> Tokens:
    words = [row["text"] for row in rows]
    starts = [row["start"] for row in rows]
    if not all(map(text.startswith, words, starts)) or "" in words:
        raise ValueError(words)
    blank = {word for word in set(words) if word.isspace()}
    if blank:
        starts = [
            start
            for start, word in zip(starts, words, strict=True)
            if word not in blank
        ]
        words = [word for word in words if word not in blank]
    ends = list(map(int.__add__, starts, map(len, words)))
    if not all(map(le, ends, starts[1:])) or ends[-1:] > [len(text)]:
        raise ValueError(starts)
    sentences = source["sentences"]
    if sentences != sorted({*sentences} & {*starts}):
        raise ValueError(sentences)
    return Tokens(
        str(source["name"]),
        array("I", starts),
        array("I", ends),
        array("I", sentences),
    )
