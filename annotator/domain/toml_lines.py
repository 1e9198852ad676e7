"""Where the tables and keys of a TOML text stand, for messages about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

TomlPath = tuple[str | int, ...]

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_HEAD = re.compile(rf"[ \t]*(\[?\[?)[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)")


class TomlLines:
    """The line of every table and key, found without parsing the values.

    The text must be valid TOML. Paths are as in the parsed data: table and key
    names, and positions in arrays: ``("kind", 0, "label", 2, "name")``.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[TomlPath, int] = {}
        self._arrays: dict[TomlPath, int] = {}
        self._table: TomlPath = ()
        for line, statement, elements in _statements(text):
            self._note(line, statement, elements)

    def line(self, path: TomlPath) -> int:
        """Return the one-based line of *path*, or of what it stands in."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _note(self, line: int, statement: str, elements: list[int]) -> None:
        head = _HEAD.match(statement)
        if head is None:
            return
        brackets, dotted = head.groups()
        names = [name.strip("\"'") for name in re.findall(_NAME, dotted)]
        if brackets:
            self._table = self._resolve(names, is_array=brackets == "[[")
            self._put(self._table, line)
            return
        path = (*self._table, *names)
        self._put(path, line)
        for position, element_line in enumerate(elements):
            self._put((*path, position), element_line)

    def _put(self, path: TomlPath, line: int) -> None:
        """Keep the line of *path*, and of what it is the first part of."""
        for depth in range(1, len(path) + 1):
            self._lines.setdefault(path[:depth], line)

    def _resolve(self, names: list[str], *, is_array: bool) -> TomlPath:
        """Return the path that a table header opens."""
        path: TomlPath = ()
        for name in names[:-1]:
            path = (*path, name)
            if path in self._arrays:
                path = (*path, self._arrays[path])
        path = (*path, names[-1])
        if not is_array:
            return path
        self._arrays[path] = self._arrays.get(path, -1) + 1
        return (*path, self._arrays[path])


def _statements(text: str) -> Iterator[tuple[int, str, list[int]]]:
    """Yield line, text and lines of inline tables in an array, of each statement."""
    start, line, depth = 0, 1, 0
    first_line = line
    elements: list[int] = []
    for match in _TOKEN.finditer(text):
        mark = match.group()
        if mark == "{" and depth == 1:
            elements.append(line)
        depth += (mark in ("[", "{")) - (mark in ("]", "}"))
        line += mark.count("\n")
        if mark == "\n" and depth == 0:
            yield first_line, text[start : match.start()], elements
            start, first_line, elements = match.end(), line, []
    yield first_line, text[start:], elements
