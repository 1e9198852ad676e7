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
from typing import NamedTuple

from annotator.domain.errors import InputError
from annotator.formats.utf16 import CODE_POINTS, StoredPositions, units_of
from annotator.formats.webanno_escapes import unescape_text
from annotator.formats.webanno_rows import Unit

MAX_GAP = 100_000
"""Characters between two sentences; more is a broken offset."""


class RawRow(NamedTuple):
    """A row as it stands there.

    Attributes:
        begin: In what the file counts in.
        form: The token's words.
        cells: "" where there is no annotation.
        line: Counted from 1.
    """

    id: str
    begin: int
    end: int
    form: str
    cells: str
    line: int


@dataclass(slots=True)
class Sentence:
    """One sentence.

    Attributes:
        lines: Its text, as it stands there.
    """

    line: int
    lines: list[str] = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)


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


def locate(sentences: Sequence[Sentence], *, as_java: bool) -> Located:
    """Put the text together and find every row in it that has annotations.

    Raises:
        InputError: A word is not in its sentence, or the text cannot be stored;
            half a sentence.
    """
    texts = [
        "\n".join(unescape_text(line, as_java=as_java) for line in sentence.lines)
        for sentence in sentences
    ]
    for measure, losses in ((_units, ()), (len, (CODE_POINTS,))):
        raw = _assemble(sentences, texts, measure)
        if raw is None:
            continue
        positions = StoredPositions(raw)
        place = positions.of_units if measure is _units else positions.of_points()
        located = _read(sentences, positions.text, place, losses, as_java=as_java)
        if located is not None:
            return located
    return _search(sentences, texts, as_java=as_java)


_SEARCHED = (
    "Its offsets do not fit its words; the words were looked for in the text instead."
)


def _units(text: str) -> int:
    return units_of(text)[-1]


def _assemble(
    sentences: Sequence[Sentence], texts: Sequence[str], measure: Callable[[str], int]
) -> str | None:
    """Return the text with every sentence where its first token says, or None."""
    pieces: list[str] = []
    size = 0
    for sentence, text in zip(sentences, texts, strict=True):
        gap = 1 if pieces else 0
        if sentence.rows:
            gap = sentence.rows[0].begin - _leading(text, sentence.rows[0].form) - size
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


def _read(
    sentences: Sequence[Sentence],
    text: str,
    place: Sequence[int],
    losses: tuple[str, ...],
    *,
    as_java: bool,
) -> Located | None:
    """Return where the rows are, or None if their words are not there."""
    units: list[Unit] = []
    tokens: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    size = len(place)
    for sentence in sentences:
        first = len(tokens)
        for identity, begin, end, form, cells, line in sentence.rows:
            if not 0 <= begin <= end < size:
                return None
            start, stop = place[begin], place[end]
            surface = text[start:stop]
            if surface != form and not _is_same(surface, form, as_java=as_java):
                return None
            if start < 0 or stop < 0:
                return None
            if cells:
                units.append(Unit(identity, start, stop, cells, line))
            if "." not in identity and not surface.isspace():
                tokens.append((start, stop))
        if len(tokens) > first:
            spans.append((tokens[first][0], tokens[-1][1]))
    return Located(text, units, tokens, spans, losses)


def _is_same(surface: str, form: str, *, as_java: bool) -> bool:
    """Tell whether words are the same but for escapes, white space and line ends."""
    form = unescape_text(form, as_java=as_java)
    return surface == form or surface.split() == form.split()


def _search(
    sentences: Sequence[Sentence], texts: Sequence[str], *, as_java: bool
) -> Located:
    """Find the words of every sentence in its text, one after the other."""
    raw = "\n".join(texts)
    positions = StoredPositions(raw)
    place = positions.of_points()
    units: list[Unit] = []
    tokens: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    offset = 0
    for sentence, text in zip(sentences, texts, strict=True):
        at, token = 0, sentence.rows[0] if sentence.rows else None
        first = len(tokens)
        where = (0, 0)
        for row in sentence.rows:
            form = unescape_text(row.form, as_java=as_java)
            is_token = "." not in row.id
            if is_token:
                token, where = row, _find(text, form, at, row)
                at = where[1]
                found = where
            else:
                found = _find_piece(text, form, where, row, token)
            start, end = (place[offset + at] for at in found)
            if row.cells:
                units.append(Unit(row.id, start, end, row.cells, row.line))
            if is_token and start < end:
                tokens.append((start, end))
        if len(tokens) > first:
            spans.append((tokens[first][0], tokens[-1][1]))
        offset += len(text) + 1
    return Located(positions.text, units, tokens, spans, (_SEARCHED,))


def _find(text: str, form: str, at: int, row: RawRow) -> tuple[int, int]:
    start = text.find(form, at)
    if start < 0:
        raise InputError(
            f"the token “{form}” in line {row.line} is not in the text of its sentence"
        )
    return start, start + len(form)


def _find_piece(
    text: str,
    form: str,
    where: tuple[int, int],
    row: RawRow,
    token: RawRow | None,
) -> tuple[int, int]:
    """Find a piece of a token: where its offsets say, else wherever it first is."""
    start = where[0] + (row.begin - token.begin if token is not None else 0)
    if text[start : start + len(form)] != form:
        start = text.find(form, where[0], where[1])
        if start < 0:
            raise InputError(
                f"the piece “{form}” in line {row.line} is not in its token"
            )
    return start, start + len(form)
