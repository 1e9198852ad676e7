"""Writing WebAnno TSV 3.3: a folder with a file for each document and layer.

See ``cas_own`` for what an annotation becomes. Every mark has a number in brackets,
which the format allows everywhere and needs wherever marks are stacked, reach over
tokens, or are led to. White space between sentences belongs to the sentence before it,
so that the text comes back to the character, from INCEpTION too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.records import Problem, Record
from annotator.domain.tokens import Tokens
from annotator.formats.base import Limits
from annotator.formats.cas import Mark
from annotator.formats.cas_own import (
    LINKS,
    NAMED_ENTITY,
    PART,
    PARTS,
    VALUE,
    Outgoing,
    feature_text,
    link_type,
)
from annotator.formats.cas_types import ANNOTATION, TypesInUse
from annotator.formats.cas_writing import FolderWriter
from annotator.formats.layout import lay_out
from annotator.formats.rows import MainRoles
from annotator.formats.uncarried import ALL, ZONES
from annotator.formats.utf16 import units_of
from annotator.formats.webanno_escapes import (
    FORMAT,
    NOTHING,
    NULL,
    OWN,
    SPAN_LAYER,
    escape_text,
    escape_value,
)
from annotator.formats.webanno_tsv import WebannoReader

_NO_TOKENS = Tokens.of("", ())
_ILLEGAL = re.compile("[\x00\ud800-\udfff]")


class WebannoWriter(FolderWriter):
    """Writes a folder of TSV files, or a zip file of one."""

    name = "webanno"
    title = "WebAnno TSV (WebAnno, INCEpTION)"
    limits = Limits(space=False, articles=ALL - {ZONES})
    file_suffix = ".tsv"
    reader = WebannoReader()

    def dump(
        self,
        record: Record,
        mains: MainRoles,
        types: TypesInUse,
        losses: list[Problem],
    ) -> bytes:
        """Return the file of one record."""
        outgoing = Outgoing(record, mains, _legal)
        types.add(outgoing.marks)
        grid = _Grid(record)
        if grid.tokens_as_given:
            outgoing.extra["tokenizer"] = record.tokens and record.tokens.tokenizer
        layers = _layers(outgoing.marks)
        lines = [f"{FORMAT}3.3", *(layer.header() for layer in layers), "", ""]
        lines.append(OWN + outgoing.dump())
        grid.place(outgoing.marks)
        lines += grid.lines(layers)
        return "\n".join(lines).encode()


def _legal(value: str) -> str:
    """Return a value as a text file can hold it."""
    return _ILLEGAL.sub("\ufffd", value)


@dataclass(slots=True)
class _Unit:
    """A token, or a piece of one.

    Attributes:
        marks: Those that reach over it, by type; None where none does.
    """

    start: int
    end: int
    name: str = ""
    marks: dict[str, list[Mark]] | None = None


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer of one file: its features with a value, its slots with a link.

    Attributes:
        nothing: The cells of a row without a mark of it.
    """

    type: str
    features: tuple[str, ...]
    slots: tuple[str, ...]
    nothing: str

    def header(self) -> str:
        """Return the line that declares it."""
        columns = [self.type, *self.features]
        for slot in self.slots:
            columns.append(f"ROLE_{self.type}:{slot}_{link_type(self.type, slot)}")
            columns.append(PART if slot == PARTS else ANNOTATION)
        return SPAN_LAYER + "|".join(columns)

    def cells(self, mark: Mark, units: dict[str, _Unit]) -> Iterator[str]:
        """Yield what a mark of it says in each column, in every row it reaches over."""
        for name in self.features:
            yield f"{_cell(mark.features.get(name))}[{mark.id}]"
        for slot in self.slots:
            links = mark.slots.get(slot, ())
            roles = ";".join(escape_value(role) for role, _ in links)
            yield f"{roles or NOTHING}[{mark.id}]"
            yield ";".join(f"{units[end].name}[{end}]" for _, end in links) or NULL


def _cell(value: object) -> str:
    return NULL if value is None else escape_value(feature_text(value))


def _layers(marks: Sequence[Mark]) -> list[_Layer]:
    """Return the layers that marks are of, entities first and parts last."""
    features: dict[str, dict[str, None]] = {}
    slots: dict[str, set[str]] = {}
    for mark in marks:
        features.setdefault(mark.type, {VALUE: None}).update(
            dict.fromkeys(mark.features)
        )
        slots.setdefault(mark.type, set()).update(mark.slots)
    order = sorted(features, key=lambda t: (t != NAMED_ENTITY, t == PART, t))
    return [_layer(name, tuple(features[name]), slots[name]) for name in order]


def _layer(name: str, features: tuple[str, ...], used: set[str]) -> _Layer:
    slots = tuple(slot for slot in (PARTS, LINKS) if slot in used)
    nothing = "\t".join([NOTHING] * (len(features) + 2 * len(slots)))
    return _Layer(name, features, slots, nothing)


class _Grid:
    """The tokens of a text as rows.

    Attributes:
        tokens_as_given: Whether rows are the document's tokens and sentences.
    """

    def __init__(self, record: Record) -> None:
        self._text = text = record.text
        tokens = record.tokens or _NO_TOKENS
        words, starts, ends, _ = lay_out(text, tokens)
        kept = [n for n, word in enumerate(words) if not word.isspace()]
        self._starts = [starts[n] for n in kept]
        self._ends = [ends[n] for n in kept]
        self.tokens_as_given = (
            len(kept) == len(tokens) and list(tokens.sentences[:1]) == self._starts[:1]
        )
        if self._starts[0]:
            # WebAnno puts blanks in front of a first token that does not start at 0.
            self._starts.insert(0, 0)
            self._ends.insert(0, self._starts[1])
        breaks = [bisect_left(self._starts, start) for start in tokens.sentences]
        self._firsts = sorted({0, *(b for b in breaks if b < len(self._starts))})
        if len(self._firsts) > 1 and not self._text[: self._starts[1]].strip():
            # White space in front is no sentence.
            self._firsts = [n for n in self._firsts if n != 1]
        self._tokens = [
            _Unit(start, end)
            for start, end in zip(self._starts, self._ends, strict=True)
        ]
        self._pieces: dict[int, dict[tuple[int, int], _Unit]] = {}
        self._first_of: dict[str, _Unit] = {}
        self._cells_of: dict[str, tuple[str, ...]] = {}

    def place(self, marks: Iterable[Mark]) -> None:
        """Put marks into the rows they reach over."""
        for mark in marks:
            start, end = mark.start, mark.end
            first = bisect_right(self._ends, start)
            last = bisect_left(self._starts, end)
            if first >= last:
                # Only white space is no token; marks have none at their ends.
                raise AssertionError(f"{mark} covers no token")
            units = [self._piece(n, start, end) for n in range(first, last)]
            self._first_of[mark.id] = units[0]
            for unit in units:
                if unit.marks is None:
                    unit.marks = {mark.type: [mark]}
                else:
                    unit.marks.setdefault(mark.type, []).append(mark)

    def _piece(self, number: int, start: int, end: int) -> _Unit:
        """Return a token, or the piece of it that lies within."""
        token = self._tokens[number]
        if start <= token.start and token.end <= end:
            return token
        extent = max(start, token.start), min(end, token.end)
        return self._pieces.setdefault(number, {}).setdefault(extent, _Unit(*extent))

    def lines(self, layers: Sequence[_Layer]) -> list[str]:
        """Return the sentences with their rows."""
        self._name()
        units, text = units_of(self._text), self._text
        nothing = "".join(f"{layer.nothing}\t" for layer in layers)
        # Most texts have nothing to escape within a token.
        is_plain = escape_text(text.replace("\n", " ")) == text.replace("\n", " ")
        is_plain = is_plain and not text[0].isspace()
        lines: list[str] = []
        ends = [*self._firsts[1:], len(self._tokens)]
        for first, last in zip(self._firsts, ends, strict=True):
            lines += self._sentence(first, last)
            for unit in self._rows(first, last):
                start, end = unit.start, unit.end
                form = text[start:end] if is_plain else escape_text(text[start:end])
                cells = self._cells(unit.marks, layers) if unit.marks else nothing
                lines.append(
                    f"{unit.name}\t{units[start]}-{units[end]}\t{form}\t{cells}"
                )
            lines.append("")
        return lines

    def _rows(self, first: int, last: int) -> Iterator[_Unit]:
        """Yield tokens, and after each the pieces of it that marks cut."""
        if not self._pieces:
            yield from self._tokens[first:last]
            return
        for number in range(first, last):
            yield self._tokens[number]
            pieces = self._pieces.get(number)
            if pieces:
                yield from (pieces[extent] for extent in sorted(pieces))

    def _cells(self, by_type: dict[str, list[Mark]], layers: Sequence[_Layer]) -> str:
        cells: list[str] = []
        for layer in layers:
            marks = by_type.get(layer.type)
            if marks is None:
                cells.append(layer.nothing)
            elif len(marks) == 1:
                cells += self._said(marks[0], layer)
            else:
                stacked = [self._said(mark, layer) for mark in marks]
                cells += map("|".join, zip(*stacked, strict=True))
        cells.append("")
        return "\t".join(cells)

    def _said(self, mark: Mark, layer: _Layer) -> tuple[str, ...]:
        cells = self._cells_of.get(mark.id)
        if cells is None:
            cells = tuple(layer.cells(mark, self._first_of))
            self._cells_of[mark.id] = cells
        return cells

    def _sentence(self, first: int, last: int) -> list[str]:
        """Return the text of a sentence up to where the next starts."""
        is_last = last == len(self._tokens)
        end = len(self._text) if is_last else self._starts[last]
        text = self._text[self._starts[first] : end]
        if not is_last:
            # A reader puts a line break wherever there is a gap.
            text = text.removesuffix("\n")
        return [f"#Text={escape_text(line)}" for line in text.split("\n")]

    def _name(self) -> None:
        ends = [*self._firsts[1:], len(self._tokens)]
        for sentence, (first, last) in enumerate(zip(self._firsts, ends, strict=True)):
            for number, token in enumerate(self._tokens[first:last], 1):
                token.name = f"{sentence + 1}-{number}"
        for number, pieces in self._pieces.items():
            for count, extent in enumerate(sorted(pieces), 1):
                pieces[extent].name = f"{self._tokens[number].name}.{count}"
