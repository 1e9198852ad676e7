"""What client and worker say to one another: JSON, one message a line.

::

    client → worker   {"id", "text", "suggest": bool, "urgent": bool,
                       "zones": [[start, end], …]}
    worker → client   {"id", "tokens": {…} | null, "found": [[…], …],
                       "suggested": bool, "last": bool, "error": str}

Every request is answered by exactly one reply with ``last`` set. An urgent one
that asks for suggestions has a reply with its tokens alone before that.
"""

from __future__ import annotations

import base64
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from annotator.domain.annotations import Fragment, Suggestion
from annotator.domain.ids import DocumentId
from annotator.domain.tokens import Tokens

CANNOT_RUN = 3
"""The worker's exit code where no other worker would get any further."""

ALL_KINDS = frozenset({"entity", "quote", "claim"})


@dataclass(frozen=True, slots=True)
class Request:
    """One document to be worked on.

    Attributes:
        zones: What of it is boilerplate, where nothing is to be suggested.
    """

    document_id: DocumentId
    text: str
    suggest: bool = True
    urgent: bool = False
    zones: tuple[tuple[int, int], ...] = ()

    def encode(self) -> bytes:
        """Return it as a line."""
        return orjson.dumps(
            {
                "id": self.document_id,
                "text": self.text,
                "suggest": self.suggest,
                "urgent": self.urgent,
                "zones": [(start, end) for start, end in self.zones],
            },
            option=orjson.OPT_APPEND_NEWLINE,
        )

    @classmethod
    def decode(cls, line: bytes) -> Request:
        """Return the request of a line."""
        data = orjson.loads(line)
        zones = tuple((start, end) for start, end in data["zones"])
        return cls(data["id"], data["text"], data["suggest"], data["urgent"], zones)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the worker has on one document.

    Attributes:
        suggested: The suggestions are all there are; unset where only tokens come.
        last: Nothing more comes on this request.
        error: What the component that failed says; "" where all went well. The
            client makes a sentence of it, in the language of whoever reads it.
    """

    document_id: DocumentId
    tokens: Tokens | None = None
    suggestions: tuple[Suggestion, ...] = ()
    suggested: bool = False
    last: bool = True
    error: str = ""

    def encode(self) -> bytes:
        """Return it as a line."""
        return orjson.dumps(
            {
                "id": self.document_id,
                "tokens": _encode_tokens(self.tokens),
                "found": [_encode_suggestion(s) for s in self.suggestions],
                "suggested": self.suggested,
                "last": self.last,
                "error": self.error,
            },
            option=orjson.OPT_APPEND_NEWLINE,
        )

    @classmethod
    def decode(cls, line: bytes, pipeline: str, version: str) -> Reply:
        """Return the reply of a line; *pipeline* and *version* made it."""
        data = orjson.loads(line)
        document_id = DocumentId(data["id"])
        return cls(
            document_id=document_id,
            tokens=_decode_tokens(data["tokens"]),
            suggestions=tuple(
                _decode_suggestion(found, document_id, pipeline, version)
                for found in data["found"]
            ),
            suggested=data["suggested"],
            last=data["last"],
            error=data["error"],
        )


def _encode_suggestion(suggestion: Suggestion) -> list[Any]:
    return [
        suggestion.id,
        suggestion.kind,
        suggestion.label,
        {r: [(s, e) for s, e in spans] for r, spans in suggestion.parts.items()},
        suggestion.score,
        dict(suggestion.attributes),
        suggestion.reason,
    ]


def _decode_suggestion(
    found: Sequence[Any], document_id: DocumentId, pipeline: str, version: str
) -> Suggestion:
    identity, kind, label, parts, score, attributes, reason = found
    return Suggestion(
        id=identity,
        document_id=document_id,
        pipeline=pipeline,
        version=version,
        kind=kind,
        label=label,
        parts={
            role: tuple(Fragment(start, end) for start, end in spans)
            for role, spans in parts.items()
        },
        score=score,
        attributes=attributes,
        reason=reason,
    )


def _encode_tokens(tokens: Tokens | None) -> dict[str, str] | None:
    # Base64 of the arrays: a megabyte of text has 200,000 tokens, and the client
    # may be a window that must not stop to parse as many numbers.
    if tokens is None:
        return None
    return {
        "tokenizer": tokens.tokenizer,
        "starts": base64.b64encode(tokens.starts).decode(),
        "ends": base64.b64encode(tokens.ends).decode(),
        "sentences": base64.b64encode(tokens.sentences).decode(),
    }


def _decode_tokens(data: dict[str, str] | None) -> Tokens | None:
    if data is None:
        return None
    return Tokens(
        data["tokenizer"],
        _decode_array(data["starts"]),
        _decode_array(data["ends"]),
        _decode_array(data["sentences"]),
    )


def _decode_array(text: str) -> array[int]:
    values = array("I")
    values.frombytes(base64.b64decode(text))
    return values
