"""What the JSONL writer and reader must agree on.

**Details.** ``meta`` holds ``title``, ``source``, ``url``, ``date``, ``document_id``
and, where it is known, ``language``, then the free metadata. A free key that is one of
these six, or one of them after underscores, is written with one more underscore in
front and loses it when it is read: every set of metadata comes back as it was.

**Hashes.** Prodigy's own are not published. Ours are signed 32-bit numbers too:
``_input_hash`` are the first bits of the document's id, ``_task_hash`` a CRC-32 of it
and of the spans. The same text has the same input hash, in whichever project; the
same spans on it have the same task hash, so that a reader can tell whether
somebody changed ``spans`` without changing ``annotations``.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

import orjson

from annotator.domain.documents import Details
from annotator.domain.ids import DocumentId
from annotator.domain.languages import languages
from annotator.formats.details import FIELDS

_RESERVED = frozenset((*FIELDS, "document_id"))
_ESCAPED = re.compile(rf"_+(?:{'|'.join(sorted(_RESERVED))})")
_CONTENT = itemgetter("start", "end", "label")


def wrap_meta(details: Details, document_id: DocumentId) -> dict[str, object]:
    """Return the ``meta`` of a line."""
    meta: dict[str, object] = {
        "title": details.title,
        "source": details.source,
        "url": details.url,
        "date": details.date,
        "document_id": document_id,
    }
    if details.language:
        meta["language"] = details.language
    for key, value in details.meta.items():
        taken = key in _RESERVED or _ESCAPED.fullmatch(key)
        meta[f"_{key}" if taken else key] = value
    return meta


def unwrap_meta(meta: Mapping[str, object]) -> Details:
    """Return the details in the ``meta`` of a line this program wrote."""
    known = {key: str(meta.get(key, "")) for key in FIELDS}
    free = {
        key[1:] if _ESCAPED.fullmatch(key) else key: value
        for key, value in meta.items()
        if key not in _RESERVED
    }
    if known["language"] not in languages():
        # Before it was one of the details, anything could stand there.
        known["language"] = ""
        free |= {key: value for key, value in meta.items() if key == "language"}
    return Details(**known, meta=free)


def input_hash(document_id: DocumentId) -> int:
    """Return the ``_input_hash`` of a document."""
    return _signed(int(document_id[:8], 16))


def task_hash(document_id: DocumentId, spans: Iterable[Mapping[str, Any]]) -> int:
    """Return the ``_task_hash`` of a document with these spans.

    Raises:
        KeyError: A span lacks its start, end or label.
        TypeError: A span is no object, or these are no numbers and text.
    """
    content = orjson.dumps(sorted(map(_CONTENT, spans)))
    return _signed(zlib.crc32(content, int(document_id[:8], 16)))


def _signed(number: int) -> int:
    return number - (1 << 32) if number >> 31 else number
