"""A document read as the name rules see it: tokens, capitals, headlines, lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from annotator.suggest.naming.lists import Lists

_SENTENCE_ENDS = frozenset([".", "!", "?", "…", ":", "-", "--", "—", "–", "·", "|"])
_TRANSPARENT = frozenset("\"'“”‘’«»()[]") | {"''", "``"}
_CAPITALS_WORDS = 3
_HEADLINE_WORDS = 4
_HEADLINE_LENGTH = 25
_HEADLINE_SHARE = 0.75
_LONG = 4
# "3-Alberto" of a player's number or seed.
_NUMBERED = re.compile(r"\d+-(?=[^\W\d_])")


class Zone(IntEnum):
    """What sort of text a token stands in."""

    PROSE = 0
    CAPITALS = 1
    HEADLINE = 2
    BOILERPLATE = 3


@dataclass(slots=True)
class Page:
    """A document's tokens with what the rules ask of them again and again.

    Attributes:
        texts: The tokens; of "3-Alberto" in a list of players only the name.
        capital: Whether each token starts with a capital letter.
        zones: The ``Zone`` of each token.
        lines: Half-open token ranges of the lines; one where there are no line ends.
        capitals: The places of the tokens that start with a capital letter.
        vocabulary: The different tokens.
    """

    doc: Doc
    lists: Lists
    texts: list[str]
    capital: list[bool]
    capitals: list[int]
    zones: bytearray
    lines: list[tuple[int, int]]
    vocabulary: frozenset[str]

    @classmethod
    def of(cls, doc: Doc, lists: Lists) -> Page:
        """Read *doc*."""
        ids = doc.to_array("ORTH").tolist()
        strings = doc.vocab.strings
        words = {word: _bare(strings[word]) for word in set(ids)}
        upper = {word: text[0].isupper() for word, text in words.items()}
        texts = [words[word] for word in ids]
        capital = [upper[word] for word in ids]
        page = cls(
            doc=doc,
            lists=lists,
            texts=texts,
            capital=capital,
            capitals=[at for at, is_capital in enumerate(capital) if is_capital],
            zones=bytearray(len(texts)),
            lines=_lines(texts),
            vocabulary=frozenset(words.values()),
        )
        _mark_capitals(page)
        if len(page.lines) > 1:
            _mark_headlines(page)
        return page

    def begins(self, at: int) -> bool:
        """Whether a sentence or a line starts at token *at*, as far as marks tell."""
        at -= 1
        while at >= 0 and self.texts[at] in _TRANSPARENT:
            at -= 1
        if at < 0:
            return True
        text = self.texts[at]
        return text in _SENTENCE_ENDS or "\n" in text

    def before(self, at: int) -> str:
        """Return the token before *at*, empty at the start of a line."""
        return self.texts[at - 1] if at > 0 and "\n" not in self.texts[at - 1] else ""

    def after(self, at: int) -> str:
        """Return the token at *at*, empty behind the end of a line."""
        return (
            self.texts[at]
            if at < len(self.texts) and "\n" not in self.texts[at]
            else ""
        )

    def name(self, start: int, end: int) -> str:
        """Return the tokens from *start* to *end* as a key: one blank between all."""
        return " ".join(self.texts[start:end])

    def has(self, words: str, text: str) -> bool:
        """Whether *text* is one of the *words*: ``section.key`` of the lists."""
        return text in self.lists.words[words]

    def is_glued(self, at: int) -> bool:
        """Whether no blank stands on either side of token *at*."""
        return not self.doc[at - 1].whitespace_ and not self.doc[at].whitespace_

    def is_title(self, text: str) -> bool:
        """Whether *text* stands before the names of persons: "Sen.", "President"."""
        return text.rstrip(".") in self.lists.words["person.titles"]


def _bare(text: str) -> str:
    return _NUMBERED.sub("", text) if text[0].isdigit() else text


def _lines(texts: list[str]) -> list[tuple[int, int]]:
    ends = [i for i, text in enumerate(texts) if "\n" in text]
    starts = [0, *(end + 1 for end in ends)]
    return [
        (start, end)
        for start, end in zip(starts, [*ends, len(texts)], strict=True)
        if end > start
    ]


def _mark_capitals(page: Page) -> None:
    """Mark stretches of words in capitals, whether or not they fill a line."""
    texts = page.texts
    words: list[int] = []
    for at in page.capitals:
        if len(texts[at]) > 1 and texts[at].isupper():
            if words and _interrupted(texts, words[-1] + 1, at):
                _settle_capitals(page, words)
                words = []
            words.append(at)
    _settle_capitals(page, words)


def _interrupted(texts: list[str], start: int, end: int) -> bool:
    """Whether anything between two words in capitals ends the stretch."""
    return end - start > 4 or any(
        text[0].islower() or (len(text) > 1 and text[0].isupper()) or "\n" in text
        for text in texts[start:end]
    )


def _settle_capitals(page: Page, words: list[int]) -> None:
    long = sum(len(page.texts[at]) >= _LONG for at in words)
    if len(words) >= _CAPITALS_WORDS and long >= 2:
        for at in range(words[0], words[-1] + 1):
            page.zones[at] = Zone.CAPITALS


def _mark_headlines(page: Page) -> None:
    """Mark lines in Title Case and lines of boilerplate."""
    boilerplate = tuple(page.lists.words["text.boilerplate"])
    for start, end in page.lines:
        opening = " ".join(page.texts[start : start + 3]).lower().lstrip("-*• ")
        if opening.startswith(boilerplate):
            zone = Zone.BOILERPLATE
        elif end - start <= _HEADLINE_LENGTH and _is_headline(page.texts[start:end]):
            zone = Zone.HEADLINE
        else:
            continue
        for at in range(start, end):
            page.zones[at] = page.zones[at] or zone


def _is_headline(texts: list[str]) -> bool:
    """Whether nearly all long words are capitalised, and no sentence ends."""
    words = [text for text in texts if len(text) >= _LONG and text.isalpha()]
    if len(words) < _HEADLINE_WORDS or texts[-1] in (".", "!") or "(" in texts:
        return False
    upper = sum(word[0].isupper() for word in words)
    return upper >= _HEADLINE_SHARE * len(words)
