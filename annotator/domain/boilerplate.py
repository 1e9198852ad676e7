"""Recognising what of a scraped page is no part of the article.

By its lines: what they say (phrases of several languages, in ``resources``), what
they look like, and where they stand. Text of the article is never to be called
boilerplate, so that what is in doubt is left alone: a list of links counts from its
heading on and only as far as its lines look like links; short words of menus and
buttons count only at the edges of a page or beside their like.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from annotator.domain.ids import DocumentId
from annotator.domain.resources import resource
from annotator.domain.zones import Zone, ZoneKind, recognised_zone

_LONGEST_LINE = 700
_LONGEST_TEXT = 2_000_000
_MOST_WORDS = {ZoneKind.RIGHTS: 90, ZoneKind.MENU: 60, ZoneKind.NEWSLETTER: 45}
_WORDS_ALONE = 25
_WORDS_OF_HEADING = 9
_WORDS_OF_LINK = 22
_MOST_SHARE = 0.8
"""Of a text's letters: where more would be boilerplate, the rules do not fit it."""

_IN_SENTENCES = frozenset(_MOST_WORDS)
"""Kinds of which the lines may end like sentences."""

_BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦‣►▶»›|>#]+|\d{1,2}[.)])\s+")
_BEFORE = "-–—•*·▪●◦‣►▶»›|>#→ \t\xa0"
_BEHIND = "-–—•*·▪●◦‣►▶»›|>#→←:.!?… \t\xa0"
_SPACE = re.compile(r"\s+")
_COLON = re.compile(r"\s+(?=[:;!?])")
_COUNT = re.compile(r"\b\d[\d.,]*\b")
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]»]*$")
_STOP = re.compile(r"[.][”’\"')\]»]*$")
_INNER_STOP = re.compile(r"[.!?][”’\"')\]»]*\s+[“‘\"'(«„]?[A-ZÀ-ÞА-Я]")
_PARENTHESIS = re.compile(r"\([^()]{4,120}\)$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank.

    Attributes:
        start: Code point of its first character that is not white space.
        end: Behind the last.
        said: What it says, as phrases are written.
        words: How many.
    """

    start: int
    end: int
    text: str
    said: str
    words: int

    @property
    def is_bulleted(self) -> bool:
        return _BULLET.match(self.text) is not None

    @property
    def is_linkish(self) -> bool:
        """Whether it may be the title of something that it links to."""
        return (
            self.words <= _WORDS_OF_LINK
            and not _STOP.search(self.text)
            and not _INNER_STOP.search(self.text)
        )


class _Phrases(NamedTuple):
    opens: Mapping[ZoneKind, re.Pattern[str]]
    alone: Mapping[ZoneKind, re.Pattern[str]]
    edge: Mapping[ZoneKind, re.Pattern[str]]
    agencies: re.Pattern[str]


def recognise(document_id: DocumentId, text: str) -> tuple[Zone, ...]:
    """Return what of a text is boilerplate, in its order; see the module."""
    if len(text) > _LONGEST_TEXT:
        return ()
    lines = list(_lines(text))
    kinds = _Page(lines).kinds
    zones = [recognised_zone(document_id, *found) for found in _zones(lines, kinds)]
    inside = sum(text.count("", z.start, z.end) - 1 for z in zones)
    if inside > _MOST_SHARE * sum(line.end - line.start for line in lines):
        return ()
    return tuple(zones)


def _zones(
    lines: Sequence[_Line], kinds: Sequence[ZoneKind | None]
) -> Iterator[tuple[int, int, ZoneKind]]:
    """Yield what runs of lines of some kind cover, under the kind of the first."""
    run: tuple[int, int, ZoneKind] | None = None
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not None:
            run = (run[0], line.end, run[2]) if run else (line.start, line.end, kind)
            continue
        if run is not None:
            yield run
            run = None
        credit = _credit_at_end(line)
        if credit is not None:
            yield credit, line.end, ZoneKind.CREDIT
    if run is not None:
        yield run


def _credit_at_end(line: _Line) -> int | None:
    """Return where a credit in parentheses begins that a line ends with."""
    found = _PARENTHESIS.search(line.text)
    if found is None or not found.start():
        return None
    said = _said(found.group()[1:-1])
    phrases = _phrases()
    is_credit = phrases.alone[ZoneKind.CREDIT].fullmatch(said)
    if is_credit or phrases.agencies.fullmatch(said):
        return line.start + found.start()
    return None


class _Page:
    """The lines of a page, and which of them are boilerplate.

    Attributes:
        kinds: Of each line, None for text.
    """

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._opens = [_opens(line) for line in lines]
        self._edges = [_edge(line) for line in lines]
        self.kinds: list[ZoneKind | None] = [_alone(line) for line in lines]
        self._lists()
        self._runs()
        self._ends()

    def _lists(self) -> None:
        """Find headings of lists of links, with the lists."""
        for number, kind in enumerate(self._opens):
            if kind is None or self.kinds[number] is not None:
                continue
            last = self._list_end(number)
            is_tail = last == len(self._lines)
            has_items = any(map(self._is_item, range(number + 1, last)))
            if is_tail or (kind is ZoneKind.LINKS and has_items):
                for place in range(number, last):
                    self.kinds[place] = self.kinds[place] or kind

    def _list_end(self, heading: int) -> int:
        """Return the line behind the list under a heading.

        To the end of the page if nothing more of the article comes; else as far as
        the lines have bullets.
        """
        rest = range(heading + 1, len(self._lines))
        if all(self._is_furniture(n) or self._lines[n].is_linkish for n in rest):
            return len(self._lines)
        for number in rest:
            if not (self._is_furniture(number) or self._is_item(number)):
                return number
        return len(self._lines)

    def _is_item(self, number: int) -> bool:
        line = self._lines[number]
        return line.is_bulleted and line.is_linkish

    def _is_furniture(self, number: int) -> bool:
        found = self.kinds[number] or self._opens[number] or self._edges[number]
        return found is not None

    def _runs(self) -> None:
        """Find buttons side by side, wherever they are."""
        run: list[int] = []
        for number, kind in enumerate([*self._edges, None]):
            if kind is ZoneKind.SHARING:
                run.append(number)
                continue
            if len(run) > 1:
                for place in run:
                    self.kinds[place] = self.kinds[place] or ZoneKind.SHARING
            run = []

    def _ends(self) -> None:
        """Find what stands before and behind everything else."""
        for order in (range(len(self._lines)), range(len(self._lines) - 1, -1, -1)):
            run = []
            for number in order:
                if self.kinds[number] is None and self._edges[number] is None:
                    break
                run.append(number)
            sure = any(self.kinds[number] is not None for number in run)
            if sure or len(run) > 1:
                for number in run:
                    self.kinds[number] = self.kinds[number] or self._edges[number]


def _opens(line: _Line) -> ZoneKind | None:
    if line.words > _WORDS_OF_HEADING or _STOP.search(line.text):
        return None
    return _first(_phrases().opens, line.said)


def _edge(line: _Line) -> ZoneKind | None:
    return _first(_phrases().edge, line.said)


def _alone(line: _Line) -> ZoneKind | None:
    kind = _first(_phrases().alone, line.said)
    if kind is None and line.words <= _WORDS_ALONE and "/" in line.text:
        kind = ZoneKind.CREDIT if _phrases().agencies.fullmatch(line.said) else None
    if kind is None or line.words > _MOST_WORDS.get(kind, _WORDS_ALONE):
        return None
    is_sentence = line.words > 2 and _STOP.search(line.text) is not None
    is_sentence = is_sentence and "@" not in line.text
    return None if is_sentence and kind not in _IN_SENTENCES else kind


def _first(patterns: Mapping[ZoneKind, re.Pattern[str]], said: str) -> ZoneKind | None:
    if not said:
        return None
    return next((k for k, p in patterns.items() if p.fullmatch(said)), None)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for whole in text.split("\n"):
        surface = whole.strip()
        if surface:
            first = start + len(whole) - len(whole.lstrip())
            is_short = len(surface) <= _LONGEST_LINE
            said = _said(surface) if is_short else ""
            words = len(surface.split()) if is_short else _LONGEST_LINE
            yield _Line(first, first + len(surface), surface, said, words)
        start += len(whole) + 1


def _said(surface: str) -> str:
    """Return what a line says as phrases are written."""
    said = surface.casefold().replace("’", "'").strip()
    said = said.lstrip(_BEFORE).rstrip(_BEHIND)
    return _COLON.sub("", _SPACE.sub(" ", said))


# -- phrases ---------------------------------------------------------------


@cache
def _phrases() -> _Phrases:
    tables: dict[str, dict[str, list[str]]] = {"opens": {}, "alone": {}, "edge": {}}
    agencies: list[str] = []
    for path in sorted(resource("boilerplate").glob("*.toml")):
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
        agencies += loaded.pop("agencies", {}).get("names", ())
        for section, kinds in loaded.items():
            for kind, phrases in kinds.items():
                tables[section].setdefault(kind, []).extend(phrases)
    made = {
        section: {ZoneKind(kind): _pattern(phrases) for kind, phrases in kinds.items()}
        for section, kinds in tables.items()
    }
    names = "|".join(map(re.escape, sorted(agencies, key=len, reverse=True)))
    # “Jane Doe/Getty Images”, “REUTERS/Jane Doe/File Photo”.
    credit = re.compile(
        rf"(?:[^/.!?:]{{2,60}}/ ?)+(?:{names})|(?:{names})(?: ?/[^/.!?:]{{2,60}})+"
    )
    return _Phrases(made["opens"], made["alone"], made["edge"], credit)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what a whole line is matched against."""
    return re.compile("|".join(map(_expression, sorted(set(phrases)))))


def _expression(phrase: str) -> str:
    """Return a phrase as a regular expression; “…” is any words."""
    said = _COLON.sub("", phrase.casefold())
    parts = [re.escape(part) for part in said.split("…")]
    return ".*".join(parts)
