"""A document with what the rules for quotes have to ask about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.suggest.frames import Span
from annotator.suggest.lexicon import Lexicon, attribution
from annotator.suggest.quoting.marks import Quoted, Within, find_quoted
from annotator.suggest.sentences import paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HEAD = 3
_STOPS = (".", "!", "?", "”", '"', "…", ":")
_LIST_MARKS = ("- ", "• ", "* ", "· ", "– ")


@dataclass(frozen=True)
class Reading:
    """A document, its text, and the stretches of it in quotation marks.

    Attributes:
        text: The document's; ``doc.text`` puts it together anew at every call.
        tagged: It has been through a tagger.
        parsed: It has been through a parser.
    """

    doc: Doc
    text: str
    tagged: bool
    parsed: bool
    lexicon: Lexicon
    quoted: list[Quoted]

    @classmethod
    def of(cls, doc: Doc) -> Reading:
        """Read *doc*."""
        text = doc.text
        tagged, parsed = doc.has_annotation("TAG"), doc.has_annotation("DEP")
        return cls(doc, text, tagged, parsed, attribution(), find_quoted(text))

    @cached_property
    def within(self) -> Within:
        """Tells which quoted stretch a position stands in."""
        return Within(self.quoted)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Return ``(start, end)`` of the paragraphs, blank ones left out."""
        return paragraphs(self.text)

    def headlines(self) -> Iterator[Span]:
        """Yield the first lines of the document that no full stop ends."""
        for start, end in self.paragraphs[:_HEAD]:
            surface = self.text[start:end]
            if "\n" in surface or surface.rstrip()[-1:] in _STOPS:
                return
            yield start, start + len(surface.rstrip())

    def paragraph_number(self, position: int) -> int:
        """Return which paragraph *position* stands in, from 1."""
        return bisect_right(self.paragraphs, (position, len(self.text)))

    def sentence_start(self, position: int) -> int:
        """Return where the sentence at *position* starts, or its paragraph."""
        start, _ = self.paragraph(position)
        for mark in (". ", "? ", "! ", "” ", '." '):
            start = max(start, self.text.rfind(mark, start, position) + 1)
        return start

    def paragraph(self, position: int) -> Span:
        """Return the paragraph at *position*."""
        return self.paragraphs[self.paragraph_number(position) - 1]

    def is_listed(self, position: int) -> bool:
        """Whether *position* stands in a line of a list, such as further links."""
        start, _ = self.paragraph(position)
        return self.text.startswith(_LIST_MARKS, start)
