"""The text of a WebAnno TSV file, put together again, and where its tokens are.

A file has sentences, each with its own text and its tokens with offsets; what stands
between two sentences is known by its length only. As WebAnno does it, a line break
stands there, unless nothing does; a longer gap is read as that many line breaks, for
blank lines between paragraphs are what such gaps mostly were.

Offsets count UTF-16 units. Of tools that get this wrong, code points are read as well;
and where offsets do not fit the words at all, the words are looked for in their
sentence, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from operator import itemgetter, le
from typing import NamedTuple

from annotator.domain.errors import InputError
from annotator.domain.wording import noop, tr
from annotator.formats.utf16 import CODE_POINTS, StoredPositions, size_in_units
from annotator.formats.webanno_escapes import unescape_text
from annotator.formats.webanno_rows import Unit

MAX_GAP = 100_000
"""Characters between two sentences; more is a broken offset."""


class RawRows(NamedTuple):
    """The rows of a file as they stand there, column by column.

    Attributes:
        begins: In what the file counts in.
        forms: The tokens' words.
        cells: "" where there is no annotation.
        lines: Counted from 1.
    """

    ids: Sequence[str]
    begins: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    cells: Sequence[str]
    lines: Sequence[int]


@dataclass(slots=True)
class Sentence:
    """One sentence.

    Attributes:
        first: The index of its first row.
        end: The index after its last row.
        lines: Its text, as it stands there.
    """

    first: int
    end: int
    lines: list[str] = field(default_factory=list)

    @property
    def has_rows(self) -> bool:
        """Whether it has rows at all."""
        return self.end > self.first


@dataclass(frozen=True, slots=True)
class Located:
    """The text, and where everything is.

    Attributes:
        text: As it is stored.
        sentences: ``(start, end)``, from the first token to the last.
    """

    text: str
    units: list[Unit]
    tokens: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    losses: tuple[str, ...] = ()


def locate(sentences: Sequence[Sentence], rows: RawRows, *, as_java: bool) -> Located:
    """Put the text together and find every row in it that has annotations.

    Raises:
        InputError: A word is not in its sentence, or the text cannot be stored;
            half a sentence.
    """
    texts = [
        "\n".join(unescape_text(line, as_java=as_java) for line in sentence.lines)
        for sentence in sentences
    ]
    for measure, losses in ((size_in_units, ()), (len, (tr(CODE_POINTS),))):
        raw = _assemble(sentences, rows, texts, measure)
        if raw is None:
            continue
        positions = StoredPositions(raw)
        place = positions.of_points() if measure is len else positions.of_units
        extents = _extents(rows, positions.text, place, as_java=as_java)
        if extents is not None:
            return _located(sentences, rows, positions.text, extents, losses)
    return _search(sentences, rows, texts, as_java=as_java)


_SEARCHED = noop(
    "Its offsets do not fit its words; the words were looked for in the text instead."
)


def _assemble(
    sentences: Sequence[Sentence],
    rows: RawRows,
    texts: Sequence[str],
    measure: Callable[[str], int],
) -> str | None:
    """Return the text with every sentence where its first token says, or None."""
    pieces: list[str] = []
    size = 0
    for sentence, text in zip(sentences, texts, strict=True):
        gap = 1 if pieces else 0
        if sentence.has_rows:
            leading = _leading(text, rows.forms[sentence.first])
            gap = rows.begins[sentence.first] - leading - size
        if not 0 <= gap <= MAX_GAP:
            return None
        filler = ("\n" if pieces else " ") * gap
        pieces += (filler, text)
        size += gap + measure(text)
    return "".join(pieces)


def _leading(text: str, form: str) -> int:
    """Return how far in its sentence the first token starts.

    That is 0 by the format, but some tools have white space before it.
    """
    if not text[:1].isspace() or text.startswith(unescape_text(form, as_java=False)):
        return 0
    return len(text) - len(text.lstrip())


_Extents = tuple[Sequence[int], Sequence[int]]
"""Of every row where it starts and ends in the stored text."""


def _extents(
    rows: RawRows, text: str, place: Sequence[int], *, as_java: bool
) -> _Extents | None:
    """Return where the rows are, or None if their words are not there."""
    begins, ends = rows.begins, rows.ends
    if not all(map(le, begins, ends)):
        return None
    if min(begins, default=0) < 0 or max(ends, default=0) >= len(place):
        return None
    starts, stops = [place[at] for at in begins], [place[at] for at in ends]
    if -1 in starts or -1 in stops:
        return None
    surfaces = map(text.__getitem__, map(slice, starts, stops))
    for surface, form in zip(surfaces, rows.forms, strict=True):
        if surface != form and not _is_same(surface, form, as_java=as_java):
            return None
    return starts, stops


def _located(
    sentences: Sequence[Sentence],
    rows: RawRows,
    text: str,
    extents: _Extents,
    losses: tuple[str, ...],
) -> Located:
    """Return what is known once every row has its place; white space is no token."""
    starts, stops = extents
    columns = (rows.ids, starts, stops, rows.cells, rows.lines)
    marked = filter(itemgetter(3), zip(*columns, strict=True))
    units = list(starmap(Unit, marked))
    tokens: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    for sentence in sentences:
        mine = [
            (start, stop)
            for identity, start, stop in zip(
                *(c[sentence.first : sentence.end] for c in columns[:3]), strict=True
            )
            if "." not in identity and text[start:stop].strip()
        ]
        if mine:
            tokens += mine
            spans.append((mine[0][0], mine[-1][1]))
    return Located(text, units, tokens, spans, losses)


def _is_same(surface: str, form: str, *, as_java: bool) -> bool:
    """Tell whether words are the same but for escapes, white space and line ends."""
    form = unescape_text(form, as_java=as_java)
    return surface == form or surface.split() == form.split()


def _search(
    sentences: Sequence[Sentence],
    rows: RawRows,
    texts: Sequence[str],
    *,
    as_java: bool,
) -> Located:
    """Find the words of every sentence in its text, one after the other."""
    positions = StoredPositions("\n".join(texts))
    place = positions.of_points()
    starts: list[int] = []
    stops: list[int] = []
    offset = 0
    for sentence, text in zip(sentences, texts, strict=True):
        at, token = 0, sentence.first
        where = (0, 0)
        for row in range(sentence.first, sentence.end):
            form = unescape_text(rows.forms[row], as_java=as_java)
            if "." not in rows.ids[row]:
                token, where = row, _find(text, form, at, rows.lines[row])
                at = where[1]
                found = where
            else:
                further = rows.begins[row] - rows.begins[token]
                found = _find_piece(text, form, where, further, rows.lines[row])
            starts.append(place[offset + found[0]])
            stops.append(place[offset + found[1]])
        offset += len(text) + 1
    return _located(sentences, rows, positions.text, (starts, stops), (tr(_SEARCHED),))


def _find(text: str, form: str, at: int, line: int) -> tuple[int, int]:
    start = text.find(form, at)
    if start < 0:
        raise InputError(
            tr(
                "the token “{form}” in line {line} is not in the text of its sentence",
                form=form,
                line=line,
            )
        )
    return start, start + len(form)


def _find_piece(
    text: str, form: str, where: tuple[int, int], further: int, line: int
) -> tuple[int, int]:
    """Find a piece of a token: where its offsets say, else wherever it first is.

    Args:
        where: The token.
        further: How far in it the piece starts, as the file counts.
    """
    start = where[0] + further
    if text[start : start + len(form)] != form:
        start = text.find(form, where[0], where[1])
        if start < 0:
            raise InputError(
                tr(
                    "the piece “{form}” in line {line} is not in its token",
                    form=form,
                    line=line,
                )
            )
    return start, start + len(form)
