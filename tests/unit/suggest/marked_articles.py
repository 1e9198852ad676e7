"""Articles with their gold annotation written into the text.

``[c1 …]`` is content of quote 1, ``[s1 …]`` its speaker, ``[k1 …]`` its cue;
``[PER …]``, ``[ORG …]`` and ``[LOC …]`` are named entities. Marks nest. A role in
several pieces is marked several times with the same number. The text itself has no
square brackets. Articles of every author stand in ``articles/*.txt``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "articles"
ENTITIES = ("PER", "ORG", "LOC")

Pieces = tuple[tuple[int, int], ...]

_MARK = re.compile(r"\[(?P<tag>[csk]\d+|PER|ORG|LOC) |\]")
# A line is a paragraph: a quote that goes on in the next one is opened again there.
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)"
    r'|"[^"\n]*(?:"|$)'
    r"|‘[^\n]*?’(?!\w)"
    r"|(?<!\w)'(?=\w)[^\n]*?'(?!\w)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class GoldQuote:
    """One attribution: half-open code-point pieces of each role, in text order.

    Attributes:
        label: ``direct`` where all letters of the content stand inside quotation
            marks, ``mixed`` where some do, else ``indirect``.
    """

    content: Pieces
    speaker: Pieces
    cue: Pieces
    label: str


@dataclass(frozen=True)
class MarkedArticle:
    """An article, its quotes in order of their numbers, its entities in text order."""

    name: str
    text: str
    quotes: list[GoldQuote]
    entities: list[tuple[int, int, str]]


def load(path: Path) -> MarkedArticle:
    """Read one marked article.

    Raises:
        ValueError: Marks are not balanced, or a quote has no content.
    """
    return parse(path.stem, path.read_text("utf-8"))


def load_all() -> list[MarkedArticle]:
    """Read every marked article there is, in order of file names."""
    return [load(path) for path in sorted(FOLDER.glob("*.txt"))]


def parse(name: str, source: str) -> MarkedArticle:
    """Take the marks out of *source*.

    Raises:
        ValueError: Marks are not balanced, or a quote has no content.
    """
    text, spans = _take_out(name, source)
    entities = sorted(span for span in spans if span[2] in ENTITIES)
    roles: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for start, end, tag in sorted(spans):
        if tag not in ENTITIES:
            quote = roles.setdefault(int(tag[1:]), {"c": [], "s": [], "k": []})
            quote[tag[0]].append((start, end))
    quoted = _quoted(text)
    quotes = []
    for number, quote in sorted(roles.items()):
        if not quote["c"]:
            raise ValueError(f"{name}: quote {number} has no content")
        content = tuple(quote["c"])
        label = _label(text, content, quoted)
        quotes.append(GoldQuote(content, tuple(quote["s"]), tuple(quote["k"]), label))
    return MarkedArticle(name, text, quotes, entities)


def _take_out(name: str, source: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text without marks, and ``(start, end, tag)`` of each mark."""
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    opened: list[tuple[int, str]] = []
    read = length = 0
    for mark in _MARK.finditer(source):
        parts.append(source[read : mark.start()])
        length += len(parts[-1])
        read = mark.end()
        if mark["tag"]:
            opened.append((length, mark["tag"]))
        elif opened:
            start, tag = opened.pop()
            spans.append((start, length, tag))
        else:
            raise ValueError(f"{name}: a mark too many is closed: {parts[-1][-60:]!r}")
    text = "".join(parts) + source[read:]
    if opened:
        start, tag = opened[-1]
        raise ValueError(f"{name}: {tag} is not closed: {text[start : start + 60]!r}")
    if "[" in text:
        raise ValueError(f"{name}: unknown mark: {text[text.index('[') :][:60]!r}")
    return text, spans


def _quoted(text: str) -> set[int]:
    """Return the places inside quotation marks."""
    return {i for part in _QUOTED.finditer(text) for i in range(*part.span())}


def _label(text: str, content: Pieces, quoted: set[int]) -> str:
    letters = {i for s, e in content for i in range(s, e) if text[i].isalnum()}
    if letters <= quoted:
        return "direct"
    return "mixed" if letters & quoted else "indirect"
