"""Reading the JSON that spaCy's recognisers were trained on before the DocBin.

- spaCy 2: an array of ``{"id", "paragraphs": [{"raw", "sentences": [{"tokens":
  [{"orth", "ner", "space", …}]}]}]}``; ``docs_to_json`` and ``spacy convert`` write it.
  A paragraph is a document, as spaCy reads it. Where there is no ``raw``, its words
  make the text.
- Pairs as in spaCy's examples: ``[text, {"entities": [[start, end, label]], "spans":
  {key: […]}, "cats": {…}}]``, in an array, one a line, or under ``annotations`` as NER
  Annotator has them.

See https://v2.spacy.io/api/annotation#json-input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.annotations import Fragment, now
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.text import first_line
from annotator.domain.wording import noop, tr, trn
from annotator.formats import json_stream
from annotator.formats.assembling import assemble
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.conll_tags import OUT, Scheme, Tag, parser, spans_of
from annotator.formats.details import gather
from annotator.formats.foreign import ForeignDocument, ForeignLayer, ForeignSpan
from annotator.formats.offsets import OffsetMap

_STRING = rb'"(?:[^"\\]|\\.)*+"'
_TREES = re.compile(
    rb'\s*\[?\s*\{\s*(?:"id"\s*:\s*(?:%b|[\w.-]+)\s*,\s*)?"paragraphs"\s*:\s*\[\s*\{'
    rb'\s*"(?:raw|sentences|cats|links)"' % _STRING
)
_PAIRS = re.compile(
    rb'\s*(?:\[|\{\s*"classes"\s*:\s*\[[^\[\]{}]*\]\s*,\s*"annotations"\s*:\s*\[)?'
    rb"\s*(?:null\s*,\s*)*\[\s*%b\s*,\s*\{\s*(?:\}|"
    rb'"(?:entities|spans|cats|links)"\s*:)' % _STRING
)
_MAX_NAMED = 20
"""Words without a place and spans without sense that are named of one text."""

Row = Mapping[str, Any]


class SpacyJsonReader:
    """Reads spaCy's training data."""

    name = "spacy-json"
    title = noop("spaCy training data (JSON)")
    suffixes: tuple[str, ...] = ()
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what starts like one of the two."""
        start = head.removeprefix(json_stream.BOM)
        is_one = _TREES.match(start) or _PAIRS.match(start)
        return Claim.SURE if is_one else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield a record for each text, or why it was left out."""
        moment = now()
        try:
            for where, found in _texts(path):
                try:
                    document = found.document(where, options.annotator, moment)
                    yield from assemble(document, options.mapping)
                except InputError as error:
                    yield Problem(where, f"{error}.")
        except OSError as error:
            yield Problem(
                path.name, tr("it cannot be read ({reason}).", reason=error.strerror)
            )
        except InputError as error:
            yield Problem(path.name, f"{error}.")


class _Text:
    """What is said of one text: in the words it is made of, or by offsets."""

    def __init__(
        self, row: Row, number: object = "", text: object = None, fault: str = ""
    ) -> None:
        self._row = row
        self._number = number
        self._given = text
        self._fault = fault
        self._losses: list[str] = []
        self._lost = 0

    def document(self, where: str, annotator: str, moment: str) -> ForeignDocument:
        """Return the text with its layer.

        Raises:
            InputError: It has no text, or its words are no words; half a sentence.
        """
        if self._fault:
            raise InputError(self._fault)
        offsets, spans = self._pair() if self._given is not None else self._tree()
        if self._lost > _MAX_NAMED:
            more = self._lost - _MAX_NAMED
            self._losses.append(
                trn("{n:,} more was left out.", "{n:,} more were left out.", more)
            )
        if self._row.get("links"):
            self._losses.append(tr("Its links to a knowledge base were left out."))
        known = {"id": self._number, "cats": _categories(self._row.get("cats"))}
        status = Status.DONE if spans else Status.TODO
        return ForeignDocument(
            offsets.text,
            gather(
                offsets.text,
                {key: value for key, value in known.items() if value not in ("", {})},
                title=first_line(offsets.text),
            ),
            where,
            (ForeignLayer(annotator, tuple(spans), status=status, moment=moment),),
            losses=(*self._losses, *offsets.repairs()),
        )

    def _lose(self, what: str) -> None:
        self._lost += 1
        if self._lost <= _MAX_NAMED:
            self._losses.append(what)

    # --------------------------------------------------------- words and tags

    def _tree(self) -> tuple[OffsetMap, list[ForeignSpan]]:
        words = list(_words(self._row.get("sentences")))
        raw = self._row.get("raw")
        if raw is None:
            raw = "".join(
                f"{orth}{'' if token.get('space') == '' else ' '}"
                for orth, token in words
            ).rstrip(" ")
        if not isinstance(raw, str) or not raw.strip():
            raise InputError(tr("it has no text"))
        offsets = OffsetMap(raw)
        places = self._places(raw, words)
        tags = [self._tag(orth, token.get("ner")) for orth, token in words]
        spans = []
        for first, last, label in spans_of(tags):
            held = [place for place in places[first:last] if place is not None]
            if not held:
                continue
            found = offsets.fragment(held[0].start, held[-1].end)
            if found.start < found.end:
                spans.append(ForeignSpan(f"t{first}", label, (found,)))
        return offsets, spans

    def _places(self, raw: str, words: list[tuple[str, Row]]) -> list[Fragment | None]:
        """Return where each word stands, None where it does not."""
        places: list[Fragment | None] = []
        position = 0
        for orth, _ in words:
            start = position if raw.startswith(orth, position) else -1
            if start < 0:
                start = raw.find(orth, position)
            if not orth or start < 0 or raw[position:start].strip():
                self._lose(
                    tr(
                        "The word “{orth}” does not stand in the text; it was "
                        "left out.",
                        orth=orth,
                    )
                )
                places.append(None)
                continue
            position = start + len(orth)
            places.append(Fragment(start, position))
        return places

    def _tag(self, orth: str, given: object) -> Tag:
        cell = "-" if given is None else given
        tag = _TAG(cell) if isinstance(cell, str) else None
        if tag is None:
            self._lose(
                tr(
                    "“{cell}” is no tag; “{form}” was taken without.",
                    cell=given,
                    form=orth,
                )
            )
        return tag or OUT

    # --------------------------------------------------------------- offsets

    def _pair(self) -> tuple[OffsetMap, list[ForeignSpan]]:
        raw = self._given
        if not isinstance(raw, str) or not raw.strip():
            raise InputError(tr("it has no text"))
        offsets = OffsetMap(raw)
        spans: list[ForeignSpan] = []
        groups = self._row.get("spans")
        found = {"": self._row.get("entities")}
        found |= groups if isinstance(groups, dict) else {}
        numbers = count(1)
        for key, given in found.items():
            for one in given if isinstance(given, list) else ():
                span = _span(one, f"s{next(numbers)}", str(key), offsets)
                if span is None:
                    self._lose(
                        tr(
                            "The span {shown} was left out: it marks no text.",
                            shown=_shown(one),
                        )
                    )
                else:
                    spans.append(span)
        return offsets, spans


_TAG = parser(Scheme.PREFIX)


def _span(
    given: object, number: str, key: str, offsets: OffsetMap
) -> ForeignSpan | None:
    """Return a span of ``[start, end, label, …]`` or of an object with these."""
    if isinstance(given, dict):
        given = [given.get(name) for name in ("start", "end", "label")]
    if not isinstance(given, list) or len(given) < 3:
        return None
    start, end, label = given[:3]
    if not (type(start) is int and type(end) is int and isinstance(label, str)):
        return None
    found = offsets.find(start, end, None)
    if found is None or not label.strip():
        return None
    return ForeignSpan(number, label, (found,), layer=key)


def _shown(given: object) -> str:
    return orjson.dumps(given).decode("utf-8", "replace")[:60]


def _words(sentences: object) -> Iterator[tuple[str, Row]]:
    for sentence in sentences if isinstance(sentences, list) else ():
        tokens = sentence.get("tokens") if isinstance(sentence, dict) else None
        for token in tokens if isinstance(tokens, list) else ():
            orth = token.get("orth") if isinstance(token, dict) else None
            if not isinstance(orth, str):
                raise InputError(tr("one of its tokens has no “orth”"))
            yield orth, token


def _categories(given: object) -> dict[str, object]:
    """Return labels of the whole text, which stay with its details."""
    if isinstance(given, dict):
        return {str(key): value for key, value in given.items()}
    rows = given if isinstance(given, list) else []
    return {str(r.get("label")): r.get("value") for r in rows if isinstance(r, dict)}


# ------------------------------------------------------------------ the file


def _texts(path: Path) -> Iterator[tuple[str, _Text]]:
    """Yield the texts of a file, each with where it stands."""
    with path.open("rb") as file:
        head = file.read(json_stream.CHUNK).removeprefix(json_stream.BOM)
    is_array = head.lstrip().startswith(b"[")
    if _TREES.match(head) and is_array:
        with path.open("rb") as file:
            for element in json_stream.elements(file):
                yield from _paragraphs(
                    json_stream.load(element), f"{path.name}, line {element.line}"
                )
        return
    for where, value in _values(path):
        if isinstance(value, _Text):
            yield where, value
        elif isinstance(value, dict) and "paragraphs" in value:
            yield from _paragraphs(value, where)
        else:
            yield from _pairs(value, where)


def _paragraphs(row: Row, where: str) -> Iterator[tuple[str, _Text]]:
    given = row.get("paragraphs")
    if not isinstance(given, list):
        raise InputError(tr("{where}: its “paragraphs” are no list", where=where))
    identity = row.get("id", "")
    for number, paragraph in enumerate(given, 1):
        if isinstance(paragraph, dict):
            yield (
                tr("{where}, paragraph {number}", where=where, number=number),
                _Text(paragraph, identity),
            )


def _pairs(value: object, where: str) -> Iterator[tuple[str, _Text]]:
    """Yield what a pair says, or each pair of an array."""
    if isinstance(value, dict):
        value = value.get("annotations")
    if not isinstance(value, list):
        raise InputError(tr("it holds no texts with entities"))
    pairs = [value] if value and isinstance(value[0], str) else value
    for number, pair in enumerate(pairs, 1):
        place = (
            where
            if pairs is not value
            else tr("{where}, text {number}", where=where, number=number)
        )
        if pair is None:
            continue
        if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[1], dict):
            yield place, _Text(pair[1], text="" if pair[0] is None else pair[0])
        else:
            yield place, _Text({}, fault=tr("it is no pair of a text and its entities"))


def _values(path: Path) -> Iterator[tuple[str, object]]:
    """Yield the JSON values of a file: one, or one a line with what is wrong there."""
    if path.stat().st_size > json_stream.MAX_OBJECT_BYTES:
        raise InputError(
            tr(
                "it is larger than {limit} MB; cut it up, or convert it to a "
                "DocBin with spaCy",
                limit=json_stream.MAX_OBJECT_BYTES >> 20,
            )
        )
    data = path.read_bytes().removeprefix(json_stream.BOM)
    try:
        yield path.name, orjson.loads(data)
    except orjson.JSONDecodeError as error:
        lines = [(n, x) for n, x in enumerate(data.split(b"\n"), 1) if x.strip()]
        if len(lines) < 2 or not _is_value(lines[0][1]):
            raise InputError(
                tr(
                    "it is not valid JSON (line {line}: {msg})",
                    line=error.lineno,
                    msg=error.msg,
                )
            ) from error
        for number, line in lines:
            yield (
                tr("{name}, line {number}", name=path.name, number=number),
                _line(line),
            )


def _is_value(line: bytes) -> bool:
    return not isinstance(_line(line), _Text)


def _line(line: bytes) -> object:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return _Text({}, fault=tr("it is not valid JSON ({msg})", msg=error.msg))
