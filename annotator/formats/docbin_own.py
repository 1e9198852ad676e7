"""What stands in ``doc.user_data`` besides a Doc's spans; see ``docbin``."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

import orjson

from annotator.domain.annotations import Suggestion
from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.languages import languages
from annotator.domain.records import LayerRecord, Record
from annotator.domain.text import document_id
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.formats.details import FIELDS
from annotator.formats.docbin_strings import NUMBERS
from annotator.formats.jsonl_own import is_id, read_own_layer
from annotator.formats.offsets import OffsetMap
from annotator.formats.rows import (
    Marked,
    annotation_row,
    link_row,
    select_links,
    settlement_rows,
)
from annotator.formats.zone_rows import read_zones, zone_rows

if TYPE_CHECKING:
    import numpy.typing as npt

    Rows = npt.NDArray[Any]

Row = Mapping[str, Any]

FRAMES = "frames"
CHECK = "check"

_ENTITY = (NUMBERS["ENT_IOB"], NUMBERS["ENT_TYPE"])


def is_own(user_data: Row) -> bool:
    """Tell whether this program wrote a Doc."""
    return is_id(user_data.get("document_id")) and isinstance(
        user_data.get(FRAMES), str
    )


def user_data(
    record: Record, layer: LayerRecord, items: list[Marked]
) -> dict[str, object]:
    """Return all there is to know of a record besides its text, in plain values."""
    details = record.details
    frames: dict[str, object] = {
        "annotations": [_frame(item) for item in items],
        "links": [link_row(link) for link in select_links(layer.links, items)],
    }
    if details.meta:
        frames["meta"] = dict(details.meta)
    if record.tokens is not None:
        frames["tokenizer"] = {
            "name": record.tokens.tokenizer,
            "sentences": record.tokens.sentences.tolist(),
        }
    if record.zones is not None:
        frames["zones"] = zone_rows(record.zones)
    if layer.settlements:
        chosen = {item.id for item in items}
        rows = settlement_rows(layer).items()
        frames["settlements"] = {i: row for i, row in rows if i in chosen}
    return {
        "document_id": record.document_id,
        "title": details.title,
        "source": details.source,
        "date": details.date,
        "url": details.url,
        "language": details.language,
        "layer": layer.annotator,
        "status": layer.status.value,
        "frames": _json(frames),
    }


def _frame(item: Marked) -> dict[str, object]:
    row = annotation_row(item)
    if isinstance(item, Suggestion):
        row["pipeline"] = item.pipeline
        row["version"] = item.version
    return row


def _json(value: object) -> str:
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        # Integers beyond 64 bits in free metadata, which orjson refuses.
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def marks_check(tokens: Rows, groups: object, attrs: Mapping[int, int]) -> int:
    """Return a checksum of a Doc's entities and packed span groups.

    Args:
        tokens: A row a token.
        attrs: Number of an attribute → its column.
    """
    check = zlib.crc32(groups) if isinstance(groups, bytes) else 0
    if not all(attr in attrs for attr in _ENTITY):
        return check
    columns = tokens[:, [attrs[attr] for attr in _ENTITY]]
    return zlib.crc32(columns.astype("<u8").tobytes(), check)


def read_record(
    text: str,
    user_data: Row,
    where: str,
    spans: Iterable[tuple[int, int]],
    check: int | None,
) -> Record:
    """Return the record that a Doc of ours was made of.

    Args:
        spans: Where its tokens are.
        check: Of the entities and span groups that it has; None without any.

    Raises:
        InputError: Its frames cannot be read.
    """
    frames = _frames(user_data)
    offsets = OffsetMap(text)
    identity = document_id(offsets.text)
    losses: list[str] = []
    if user_data.get("document_id") != identity:
        losses.append(
            tr(
                "Its text was changed after the export, so its annotations were "
                "left out."
            )
        )
        frames = {"annotations": []}
    elif check is not None and user_data.get(CHECK) != check:
        losses.append(
            tr(
                "Its entities or spans were changed after the export; its "
                "“frames” were read, which still say what was exported. Remove "
                "them from user_data to have the spans read."
            )
        )
    layer = _layer(frames, user_data, offsets, losses)
    tokens = _tokens(frames.get("tokenizer"), text, spans)
    known = {key: _text(user_data, key) for key in FIELDS}
    if known["language"] not in languages():
        known["language"] = ""
    meta = frames.get("meta")
    details = Details(**known, meta=meta if isinstance(meta, dict) else {})
    zones = read_zones(frames, offsets, identity, losses)
    return Record(
        identity, offsets.text, details, layer, tokens, where, tuple(losses), zones
    )


def _frames(user_data: Row) -> dict[str, Any]:
    try:
        frames = orjson.loads(_text(user_data, FRAMES))
    except orjson.JSONDecodeError as error:
        raise InputError(
            tr("its frames are not valid JSON ({msg})", msg=error.msg)
        ) from error
    if not isinstance(frames, dict) or not isinstance(frames.get("annotations"), list):
        raise InputError(tr("its frames hold no annotations"))
    return frames


def _layer(
    frames: Row, user_data: Row, offsets: OffsetMap, losses: list[str]
) -> LayerRecord | None:
    line = {
        "annotations": frames["annotations"],
        "links": frames.get("links", []),
        "_annotator_id": _text(user_data, "layer"),
        "status": user_data.get("status"),
    }
    identity = document_id(offsets.text)
    if not any("pipeline" in row for row in _rows(frames)):
        return read_own_layer(line, offsets, identity, losses)
    suggestions: list[Suggestion] = []
    for (name, version), rows in groupby(sorted(_rows(frames), key=_run), _run):
        made_by = {"name": name, "version": version}
        part = line | {"annotations": list(rows), "pipeline": made_by}
        layer = read_own_layer(part, offsets, identity, losses)
        suggestions += layer.suggestions if layer else ()
    whole = read_own_layer(line | {"annotations": []}, offsets, identity, losses)
    empty = whole or LayerRecord(_text(user_data, "layer"))
    return replace(empty, suggestions=tuple(suggestions))


def _tokens(
    made_by: object, text: str, spans: Iterable[tuple[int, int]]
) -> Tokens | None:
    """Return the Doc's tokens, if the project had made them."""
    if not isinstance(made_by, dict):
        return None
    kept = [(start, end) for start, end in spans if not text[start:end].isspace()]
    sentences = made_by.get("sentences")
    starts = {start for start, _ in kept}
    if not isinstance(sentences, list) or sentences != sorted({*sentences} & starts):
        return None
    return Tokens.of(_text(made_by, "name"), kept, sentences)


def _rows(frames: Row) -> list[dict[str, Any]]:
    return [row for row in frames["annotations"] if isinstance(row, dict)]


def _run(row: Row) -> tuple[str, str]:
    return _text(row, "pipeline"), _text(row, "version")


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""
