"""The text of a page in Label Studio, and where its regions lie in it.

A region gives XPaths with offsets in their text nodes, and ``globalOffsets`` that
count the characters of all text nodes, ``br`` as one (LSF, ``selection-tools.js``).
The stored text has a line end besides wherever a block starts or ends.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from annotator.domain.annotations import Fragment
from annotator.domain.errors import InputError
from annotator.domain.text import in_a_line, normalise
from annotator.domain.wording import tr
from annotator.formats.label_studio_words import (
    Value,
    WordSearch,
    alike,
    places,
    words_of,
)
from annotator.formats.offsets import code_point, starts_u16

_BLOCKS = frozenset(
    """address article aside blockquote dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table
    tbody td tfoot th thead tr ul""".split()  # noqa: SIM905
)
_NOT_SHOWN = frozenset(("script", "noscript", "template"))
_MAX_HTML = 16 << 20


class HyperText:
    """The text of HTML."""

    def __init__(self, raw: str) -> None:
        self._nodes = _Nodes(raw)
        self.text = normalise(self._nodes.text)
        self._search = WordSearch(self.text)

    def find(self, value: Value) -> Fragment | None:
        """Return the span that a region's value means, or None if there is none."""
        words = words_of(value)
        for found in self._readings(value):
            if 0 <= found.start < found.end <= len(self.text) and (
                words is None or alike(self.text[found.start : found.end], words)
            ):
                return found
        return self._search.find(words)

    def _readings(self, value: Value) -> Iterator[Fragment]:
        by_node = isinstance(value.get("start"), str)
        given = {"globalOffsets": value.get("globalOffsets")} if by_node else value
        for start, end in places(given):
            yield self._nodes.globally(start, end)
            yield self._nodes.globally(
                self._nodes.code_point(start), self._nodes.code_point(end)
            )
        found = self._nodes.by_path(value)
        if found is not None:
            yield found

    def repaired(self) -> int:
        """Return how many regions were found elsewhere than they say."""
        return self._search.found


class _Nodes:
    """The text nodes of a page, as a browser numbers them.

    Attributes:
        text: All of them, with line ends between blocks.
    """

    def __init__(self, raw: str) -> None:
        self._pieces: list[str] = []
        self._size = 0
        self._units: array[int] | None = None
        self._bare: list[str] = []
        self._global = 0
        self._globals: list[int] = []
        self._mine: list[int] = []
        self._paths: dict[str, tuple[int, str]] = {}
        self._walk(_body(raw))
        self.text = "".join(self._pieces)

    def globally(self, start: int, end: int) -> Fragment:
        """Return where the characters are that globalOffsets count."""
        if not 0 <= start < end <= self._global:
            return Fragment(-1, -1)
        return Fragment(self._at(start), self._at(end - 1) + 1)

    def code_point(self, position_u16: int) -> int:
        """Return the code point at a UTF-16 position."""
        if self._units is None:
            self._units = starts_u16("".join(self._bare))
        return code_point(self._units, position_u16)

    def by_path(self, value: Value) -> Fragment | None:
        """Return what XPaths and offsets in their nodes mean."""
        ends = [self._path_end(value, side) for side in ("start", "end")]
        if ends[0] is None or ends[1] is None:
            return None
        return self.globally(ends[0], ends[1])

    def _path_end(self, value: Value, side: str) -> int | None:
        path, offset = value.get(side), value.get(f"{side}Offset")
        if not isinstance(path, str) or not isinstance(offset, int):
            return None
        found = self._paths.get(path.strip("/"))
        if found is None:
            return None
        first, words = found
        units = words.encode("utf-16-le", "surrogatepass")[: 2 * max(offset, 0)]
        return first + len(units.decode("utf-16-le", "ignore"))

    def _at(self, position: int) -> int:
        index = bisect_right(self._globals, position) - 1
        return self._mine[index] + position - self._globals[index]

    def _walk(self, body: Any) -> None:
        """Go through the elements, without recursion: pages may be deep."""
        stack: list[tuple[Any, str, bool]] = [(body, "", False)]
        counts: dict[str, int] = {}
        while stack:
            element, path, left = stack.pop()
            if left:
                self._leave(element, path, counts)
                continue
            name = element.tag.lower() if isinstance(element.tag, str) else ""
            mine = path
            if element is not body and name:
                mine = _numbered(counts, path, name)
            self._enter(name)
            stack.append((element, path, True))
            if name and name not in _NOT_SHOWN:
                self._text(element.text, mine, counts)
                stack += [(child, mine, False) for child in reversed(element)]

    def _enter(self, name: str) -> None:
        if name == "br":
            self._add("\n")
        elif name in _BLOCKS:
            self._break()

    def _leave(self, element: Any, path: str, counts: dict[str, int]) -> None:
        if isinstance(element.tag, str) and element.tag.lower() in _BLOCKS:
            self._break()
        self._text(element.tail, path, counts)

    def _break(self) -> None:
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self._pieces.append("\n")
            self._size += 1

    def _text(self, text: str | None, path: str, counts: dict[str, int]) -> None:
        if text:
            where = _numbered(counts, path, "text()")
            self._paths[where] = (self._global, text)
            self._add(text)

    def _add(self, text: str) -> None:
        text = text.replace("\r", "\n")
        self._globals.append(self._global)
        self._mine.append(self._size)
        self._pieces.append(text)
        self._bare.append(text)
        self._size += len(text)
        self._global += len(text)


def _numbered(counts: dict[str, int], path: str, name: str) -> str:
    key = f"{path}/{name}" if path else name
    counts[key] = counts.get(key, 0) + 1
    return f"{key}[{counts[key]}]"


def _body(raw: str) -> Any:
    if len(raw) > _MAX_HTML:
        raise InputError(tr("its HTML is too large to be read"))
    from lxml.html import (  # type: ignore[import-untyped]
        HTMLParser,
        document_fromstring,
    )

    try:
        page = document_fromstring(
            raw.replace("\r\n", "\n").encode(), parser=HTMLParser(encoding="utf-8")
        )
    except (SyntaxError, ValueError) as error:
        # What lxml raises are syntax errors.
        raise InputError(
            tr("its HTML cannot be read ({error})", error=in_a_line(error))
        ) from error
    body = page.find("body")
    return page if body is None else body
