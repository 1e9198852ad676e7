"""Tokens, words, sentences and paragraphs: what selections snap to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from annotator.domain.annotations import Fragment
from annotator.domain.tokens import Tokens
from annotator.ui.article.blocks import Blocks
from annotator.ui.article.marks import Snap

_ROUGH_TOKEN = re.compile(r"\w+|[^\w\s]")
_POSSESSIVE = re.compile("[’'][sS]?$")
_LONGEST_WORD = 200
WIDENING = (Snap.TOKEN, Snap.WORD, Snap.SENTENCE, Snap.PARAGRAPH)


class Units:
    """The units of one text.

    Until there are tokens, words and punctuation marks take their place.
    """

    def __init__(self, text: str, blocks: Blocks, tokens: Tokens) -> None:
        self._text = text
        self._blocks = blocks
        self._given = tokens
        self._rough: Tokens | None = None

    @property
    def tokens(self) -> Tokens:
        """The tokens that units are made of."""
        if len(self._given):
            return self._given
        if self._rough is None:
            spans = (match.span() for match in _ROUGH_TOKEN.finditer(self._text))
            self._rough = Tokens.of("", spans)
        return self._rough

    def at(self, position: int, snap: Snap) -> Fragment | None:
        """Return the unit that holds the character at *position*, or None.

        For single characters it is empty and lies at *position*.
        """
        if snap is Snap.CHARACTER:
            return Fragment(position, position)
        if snap is Snap.PARAGRAPH:
            return self._paragraph(position)
        token = self._token(position)
        if token is None or snap is Snap.TOKEN:
            return token
        return self._word(token) if snap is Snap.WORD else self._sentence(token)

    def near(self, position: int, snap: Snap) -> Fragment | None:
        """Return the unit at *position*, else the one before or after on its line."""
        unit = self.at(position, snap)
        if unit is not None:
            return unit
        tokens = self.tokens
        paragraph = self._blocks.paragraph(position)
        before = bisect_right(tokens.ends, position) - 1
        if before >= 0 and tokens.ends[before] > paragraph.start:
            return self.at(tokens.ends[before] - 1, snap)
        if before + 1 < len(tokens) and tokens.starts[before + 1] < paragraph.end:
            return self.at(tokens.starts[before + 1], snap)
        return None

    def snapped(self, start: int, end: int, snap: Snap) -> Fragment | None:
        """Return ``[start, end)`` widened to whole units; None where it has none."""
        if start >= end:
            return None
        if snap is Snap.CHARACTER:
            return Fragment(start, end)
        tokens = self.tokens
        first, last = tokens.covering(start, end)
        if first >= last:
            return None
        left = self.at(tokens.starts[first], snap)
        right = self.at(tokens.ends[last - 1] - 1, snap)
        if left is None or right is None:
            return None
        return Fragment(left.start, right.end)

    def next_start(self, position: int) -> int | None:
        """Return where the next token after *position* starts."""
        starts = self.tokens.starts
        index = bisect_right(starts, position)
        return starts[index] if index < len(starts) else None

    def next_end(self, position: int, snap: Snap) -> int | None:
        """Return the next end of a unit after *position*."""
        ends = self.tokens.ends
        for index in range(bisect_right(ends, position), len(ends)):
            unit = self.at(ends[index] - 1, snap)
            if unit is not None and unit.end > position:
                return unit.end
        return None

    def previous_start(self, position: int, snap: Snap) -> int | None:
        """Return the last start of a unit before *position*."""
        starts = self.tokens.starts
        for index in range(bisect_left(starts, position) - 1, -1, -1):
            unit = self.at(starts[index], snap)
            if unit is not None and unit.start < position:
                return unit.start
        return None

    def previous_end(self, position: int) -> int | None:
        """Return the last end of a token before *position*."""
        ends = self.tokens.ends
        index = bisect_left(ends, position) - 1
        return ends[index] if index >= 0 else None

    def starts_within(self, start: int, end: int) -> list[int]:
        """Return where the tokens start that start in ``[start, end)``."""
        starts = self.tokens.starts
        return list(starts[bisect_left(starts, start) : bisect_left(starts, end)])

    def wider(self, start: int, end: int) -> Fragment | None:
        """Return the smallest unit that holds ``[start, end)`` and more, or None."""
        for snap in WIDENING:
            if start == end:
                unit = self.near(start, snap)
            else:
                unit = self.snapped(start, end, snap)
            if unit is None or unit.start > start or unit.end < end:
                continue
            if unit.end - unit.start > end - start:
                return unit
        return None

    def _token(self, position: int) -> Fragment | None:
        tokens = self.tokens
        index = bisect_right(tokens.starts, position) - 1
        if index < 0 or tokens.ends[index] <= position:
            return None
        return Fragment(tokens.starts[index], tokens.ends[index])

    def _word(self, token: Fragment) -> Fragment:
        """Return what stands between blanks, without punctuation at its edges."""
        text, start, end = self._text, *token
        lowest, highest = start - _LONGEST_WORD, end + _LONGEST_WORD
        while start > max(0, lowest) and not text[start - 1].isspace():
            start -= 1
        while end < min(len(text), highest) and not text[end].isspace():
            end += 1
        while start < end and not text[start].isalnum():
            start += 1
        while start < end and not text[end - 1].isalnum():
            end -= 1
        possessive = _POSSESSIVE.search(text[start:end])
        if possessive is not None:
            end = start + possessive.start()
        if not start <= token.start < token.end <= end:
            return token
        return self.tokens.snap(start, end) or token

    def _sentence(self, token: Fragment) -> Fragment:
        paragraph = self._paragraph(token.start) or token
        sentence = self.tokens.sentence(token.start)
        if sentence is None or not sentence.start <= token.start < sentence.end:
            return paragraph
        # A pipeline's sentence may run on into the next paragraph.
        start = max(sentence.start, paragraph.start)
        return Fragment(start, min(sentence.end, paragraph.end))

    def _paragraph(self, position: int) -> Fragment | None:
        return self.tokens.snap(*self._blocks.paragraph(position))
