"""How values that have no columns of their own are written, and read again."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from operator import add, sub
from typing import Any

import orjson

from annotator.domain.annotations import (
    Annotation,
    AttributeValue,
    Decision,
    Fragment,
    Link,
    Parts,
    Verdict,
)
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.layers import LayerChange
from annotator.domain.people import Comment
from annotator.domain.settling import How, Settlement, Source
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.domain.zones import Zone, ZoneKind

# -- JSON ------------------------------------------------------------------


def dump(value: object) -> str:
    """Return *value* as JSON; the order of keys and the types of values are kept.

    Raises:
        InputError: It holds something that JSON has no form for.
    """
    try:
        return orjson.dumps(value, default=tuple).decode()
    except TypeError as error:
        raise InputError(
            tr("A value cannot be kept as JSON: {error}.", error=error)
        ) from error


def load(text: str) -> Any:
    """Return what ``dump`` was given."""
    return orjson.loads(text)


def dump_mapping(value: Mapping[str, object]) -> str:
    """Return a mapping as JSON, fast where it is empty."""
    return dump(dict(value)) if value else "{}"


def load_attributes(text: str) -> dict[str, AttributeValue]:
    """Return attributes, fast where there are none."""
    return {} if text == "{}" else orjson.loads(text)


def load_parts(value: Mapping[str, Iterable[Iterable[int]]]) -> Parts:
    """Return parts from ``{role: [[start, end], …]}``."""
    return {
        role: tuple(Fragment(*fragment) for fragment in fragments)
        for role, fragments in value.items()
    }


# -- changes: what the operation log keeps ---------------------------------


def dump_change(change: LayerChange, step: str = "") -> str:
    """Return a change without its document and annotator, which are columns.

    Args:
        change: The change.
        step: What it shares with changes of other documents; a program that knows
            nothing of it undoes them one by one.
    """
    items: dict[str, object] = {
        "step": step,
        "put": [_from_annotation(a) for a in change.put],
        "removed": change.removed,
        "put_links": [[k.id, k.label, k.source, k.target] for k in change.put_links],
        "removed_links": change.removed_links,
        "put_verdicts": [
            [v.suggestion_id, v.decision, v.annotation_id, v.time]
            for v in change.put_verdicts
        ],
        "removed_verdicts": change.removed_verdicts,
        "status": change.status,
        "put_settlements": [_from_settlement(s) for s in change.put_settlements],
        "removed_settlements": change.removed_settlements,
        "put_comments": [
            [c.id, c.start, c.end, c.author, c.time, c.text, c.resolved]
            for c in change.put_comments
        ],
        "removed_comments": change.removed_comments,
        "put_zones": [from_zone(z) for z in change.put_zones],
        "removed_zones": change.removed_zones,
        "language": None if change.language is None else [change.language],
        "in_bin": None if change.bin is None else [change.bin],
    }
    return dump({name: value for name, value in items.items() if value})


def load_change(text: str, document_id: Any, annotator_id: Any) -> LayerChange:
    """Return what ``dump_change`` was given."""
    items = orjson.loads(text)
    status = items.get("status")
    return LayerChange(
        document_id,
        annotator_id,
        put=tuple(_to_annotation(a) for a in items.get("put", ())),
        removed=tuple(items.get("removed", ())),
        put_links=tuple(Link(*k) for k in items.get("put_links", ())),
        removed_links=tuple(items.get("removed_links", ())),
        put_verdicts=tuple(
            Verdict(suggestion, Decision(decision), annotation, time)
            for suggestion, decision, annotation, time in items.get("put_verdicts", ())
        ),
        removed_verdicts=tuple(items.get("removed_verdicts", ())),
        status=None if status is None else Status(status),
        put_settlements=tuple(
            to_settlement(s) for s in items.get("put_settlements", ())
        ),
        removed_settlements=tuple(items.get("removed_settlements", ())),
        put_comments=tuple(Comment(*c) for c in items.get("put_comments", ())),
        removed_comments=tuple(items.get("removed_comments", ())),
        put_zones=tuple(to_zone(z) for z in items.get("put_zones", ())),
        removed_zones=tuple(items.get("removed_zones", ())),
        language=next(iter(items.get("language", ())), None),
        bin=next(iter(items.get("in_bin", ())), None),
    )


def from_zone(zone: Zone) -> list[object]:
    """Return a zone as JSON values."""
    return [zone.id, zone.start, zone.end, zone.kind, zone.marked_by]


def to_zone(items: Sequence[Any]) -> Zone:
    """Return a zone from ``id, start, end, kind, marked_by``."""
    identity, start, end, kind, marked_by = items
    return Zone(identity, start, end, ZoneKind(kind), marked_by)


def load_step(text: str) -> str:
    """Return the step that ``dump_change`` was given."""
    # Looked for first: a history is long, and few changes have one.
    return str(orjson.loads(text).get("step", "")) if '"step"' in text else ""


def _from_settlement(settlement: Settlement) -> list[object]:
    return [
        settlement.id,
        settlement.key,
        settlement.how,
        settlement.by,
        settlement.time,
        from_sources(settlement.sources),
        settlement.annotation_id,
    ]


def from_sources(sources: Iterable[Source]) -> list[list[object]]:
    """Return the sources of a settlement as JSON values."""
    return [[s.annotator_id, s.annotation_id, s.parts] for s in sources]


def to_settlement(items: Sequence[Any]) -> Settlement:
    """Return a settlement from ``id, key, how, by, time, sources, annotation_id``."""
    identity, key, how, by, time, sources, annotation_id = items
    return Settlement(
        identity,
        key,
        How(how),
        by,
        time,
        tuple(Source(who, what, tuple(parts)) for who, what, parts in sources),
        annotation_id,
    )


def _from_annotation(annotation: Annotation) -> dict[str, object]:
    return {
        "id": annotation.id,
        "kind": annotation.kind,
        "label": annotation.label,
        "parts": dict(annotation.parts),
        "attributes": dict(annotation.attributes),
        "note": annotation.note,
        "origin": annotation.origin,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _to_annotation(items: dict[str, Any]) -> Annotation:
    return Annotation(**{**items, "parts": load_parts(items["parts"])})


# -- tokens: gaps instead of offsets, each in as few bytes as the largest needs --

_WIDTHS = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))


def pack(offsets: array[int]) -> bytes:
    """Return rising offsets as the gaps between them, little-endian.

    The first byte is the type code. Most gaps fit one byte, so that the tokens of
    an article take less room than its text.
    """
    gaps = [*offsets[:1], *map(sub, offsets[1:], offsets)]
    return _pack_numbers(gaps)


def unpack(data: bytes) -> array[int]:
    """Return what ``pack`` was given."""
    return array("I", accumulate(unpack_numbers(data)))


def pack_tokens(tokens: Tokens) -> tuple[str, bytes, bytes, bytes]:
    """Return the columns that keep *tokens*."""
    lengths = list(map(sub, tokens.ends, tokens.starts))
    return (
        tokens.tokenizer,
        pack(tokens.starts),
        _pack_numbers(lengths),
        pack(tokens.sentences),
    )


def unpack_tokens(
    tokenizer: str, starts: bytes, lengths: bytes, sentences: bytes
) -> Tokens:
    """Return what ``pack_tokens`` was given."""
    begins = unpack(starts)
    ends = array("I", map(add, begins, unpack_numbers(lengths)))
    return Tokens(tokenizer, begins, ends, unpack(sentences))


def _pack_numbers(numbers: list[int]) -> bytes:
    largest = max(numbers, default=0)
    code = next(code for code, limit in _WIDTHS if largest < limit)
    packed = array(code, numbers)
    if sys.byteorder == "big":  # pragma: no cover - no such machine here
        packed.byteswap()
    return code.encode() + packed.tobytes()


def unpack_numbers(data: bytes) -> array[int]:
    """Return the numbers of ``pack`` or ``pack_tokens``, as few bytes each."""
    numbers: array[int] = array(chr(data[0]))
    numbers.frombytes(memoryview(data)[1:])
    if sys.byteorder == "big":  # pragma: no cover - no such machine here
        numbers.byteswap()
    return numbers
