"""Quotation marks: which belong together, over paragraphs too."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice

from annotator.suggest.frames import Span
from annotator.suggest.sentences import paragraphs

_DOUBLE_OPEN = "“„«"
_DOUBLE_CLOSE = "”»"
_STRAIGHT = '"'
_SINGLE_OPEN = "‘'"
_SINGLE_CLOSE = "’'"
_MARK = re.compile(r"[“”„«»\"‘']")
_BEFORE_OPENING = " \t\n\u00a0([{—–-/"
_ENDS_SPEECH = ",.!?…—-"
# Words that start with an apostrophe: "’tis", "’90s".
_ELISION = re.compile(r"['‘](?:tis|twas|em|til|cause|cos|n|\d)\b", re.IGNORECASE)
_CLOSER = re.compile(r"[’']")
_LONGEST_SINGLE = 1500
_MOST_CLOSERS = 40
_TITLE = 5


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch of text in quotation marks.

    Attributes:
        fragments: One for each paragraph, marks included.
        closed: It has a closing mark.
    """

    fragments: tuple[Span, ...]
    closed: bool = True

    @property
    def start(self) -> int:
        """Return where the opening mark stands."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Return the position after the closing mark."""
        return self.fragments[-1][1]

    def surface(self, text: str) -> str:
        """Return the quoted text, without its outer marks and blanks."""
        marks = _DOUBLE_OPEN + _DOUBLE_CLOSE + _STRAIGHT + _SINGLE_OPEN + _SINGLE_CLOSE
        marks += " \u00a0"
        return " ".join(text[start:end] for start, end in self.fragments).strip(marks)

    def is_name(self, text: str) -> bool:
        """Whether it is but a few words with capitals: a nickname or a title."""
        words = self.surface(text).split()
        capital = (w for w in words if w not in ("of", "the", "and", "in", "for"))
        return len(words) < _TITLE and not any(w[0].islower() for w in capital)


def find_quoted(text: str) -> list[Quoted]:
    """Return the outermost quoted stretches of *text*, in order.

    A stretch that no mark closes in its paragraph goes on in the next where that
    opens with a mark again, or closes one that it has not opened; otherwise it
    ends with its paragraph.
    """
    if _MARK.search(text) is None:
        return []
    borders = paragraphs(text)
    found: list[Quoted] = []
    open_fragments: list[Span] = []
    for index, (start, end) in enumerate(borders):
        scanned = _Paragraph(text, start, end, carried=bool(open_fragments))
        scanned.scan()
        if open_fragments:
            if scanned.carried_to is None:
                scanned_end = trimmed(text, start, end)
                open_fragments.append(scanned_end)
            else:
                open_fragments.append((scanned.first, scanned.carried_to))
                found.append(Quoted(tuple(open_fragments)))
                open_fragments = []
        found.extend(Quoted((span,)) for span in scanned.spans)
        if scanned.open_at is not None:
            open_fragments = [trimmed(text, scanned.open_at, end)]
        if open_fragments and not _goes_on(text, borders, index):
            found.append(Quoted(tuple(open_fragments), closed=False))
            open_fragments = []
    return sorted(found, key=lambda quoted: quoted.start)


class Within:
    """Tells which quoted stretch a position stands in."""

    def __init__(self, quoted: list[Quoted]) -> None:
        pairs = sorted(
            (start, end, number)
            for number, stretch in enumerate(quoted)
            for start, end in stretch.fragments
        )
        self._starts = [start for start, _, _ in pairs]
        self._ends = [end for _, end, _ in pairs]
        self._quoted = [quoted[number] for _, _, number in pairs]

    def at(self, position: int) -> Quoted | None:
        """Return the stretch that holds the character at *position*."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._ends[index]:
            return None
        return self._quoted[index]

    def touches(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with ``[start, end)``."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end


class _Paragraph:
    """The marks of one paragraph.

    Attributes:
        spans: What is opened and closed here.
        open_at: Where what is not closed here opens, or None.
        first: Where the paragraph's text starts.
        carried_to: The end of what came open into it; None where it is not closed.
    """

    def __init__(self, text: str, start: int, end: int, *, carried: bool) -> None:
        self.spans: list[Span] = []
        self.open_at: int | None = None
        self.first, _ = trimmed(text, start, end)
        self.carried_to: int | None = None
        self._text = text
        self._start = start
        self._end = end
        self._carried = carried

    def scan(self) -> None:
        """Pair the marks."""
        position = self._start
        if self._carried and self._text[self.first] in _DOUBLE_OPEN + _STRAIGHT:
            position = self.first + 1  # the mark that reopens what goes on
        while match := _MARK.search(self._text, position, self._end):
            position = self._step(match.start())

    def _step(self, at: int) -> int:
        """Deal with the mark at *at*; return where to look on."""
        mark = self._text[at]
        inside = self._carried or self.open_at is not None
        if mark in _SINGLE_OPEN:
            return at + 1 if inside else self._single(at)
        if mark in _DOUBLE_CLOSE or (mark == _STRAIGHT and inside):
            self._close(at + 1)
        elif not inside:
            self.open_at = at
        return at + 1

    def _close(self, end: int) -> None:
        if self.open_at is not None:
            self.spans.append((self.open_at, end))
            self.open_at = None
        elif self._carried:
            self.carried_to = end
            self._carried = False

    def _single(self, at: int) -> int:
        """Take a stretch in single marks, if the one at *at* opens one."""
        end = _single_end(self._text, at, self._end)
        if end is None:
            return at + 1
        self.spans.append((at, end))
        return end


def _single_end(text: str, at: int, limit: int) -> int | None:
    """Return where what the single mark at *at* opens ends, or None."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < limit else " "
    if before not in _BEFORE_OPENING or after.isspace() or _ELISION.match(text, at):
        return None
    fallback = None
    closers = _CLOSER.finditer(text, at + 2, min(limit, at + _LONGEST_SINGLE))
    for match in islice(closers, _MOST_CLOSERS):
        position = match.start()
        if position + 1 < limit and text[position + 1].isalnum():
            continue  # an apostrophe inside a word
        if text[position - 1] in _ENDS_SPEECH:
            return position + 1
        # After a letter it may be a plural's apostrophe: look for a better one.
        if fallback is None and not text[position - 1].isspace():
            fallback = position + 1
        if text[position + 1 : position + 2] in (",", ".", ";", ":", "?", "!", ")"):
            return fallback
    return fallback


def _goes_on(text: str, borders: list[Span], index: int) -> bool:
    """Whether what is open at the end of a paragraph goes on in the next."""
    if index + 1 >= len(borders):
        return False
    start, end = borders[index + 1]
    first, _ = trimmed(text, start, end)
    if text[first] in _DOUBLE_OPEN + _STRAIGHT:
        return True
    mark = re.compile('[“”„«»"]').search(text, first, end)
    if mark is None:
        return False
    if mark.group() == _STRAIGHT:
        return not text[mark.start() - 1].isspace()
    return mark.group() in _DOUBLE_CLOSE


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the blanks at its ends.

    Of blanks alone nothing is left: it does not start before its end.
    """
    surface = text[start:end]
    left = len(surface) - len(surface.lstrip())
    return start + left, start + len(surface.rstrip())
