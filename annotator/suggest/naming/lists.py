"""The word lists of names: gazetteers, first names, titles, what a name ends in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from annotator.domain.resources import resource

# As tokenizers of raw text part them: "Coca-Cola", "Moody's", "S&P".
_PARTS = re.compile(r"['’]s\b|[-–/]|[^\s\-–/'’]+(?:['’](?!s\b)[^\s\-–/'’]+)*|['’]")
_UNSURE = "?"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a gazetteer says of a name.

    Attributes:
        label: Of the entity; empty where the words are no name at all.
        title: What sort of thing it is, for the reasons.
        sure: Whether it is nothing else, as far as the lists know.
    """

    label: str
    title: str
    sure: bool = True


Branch = dict[str, Any]


@dataclass(slots=True)
class Gazetteer:
    """Names under their tokens, as written and in capitals."""

    as_written: Branch = field(default_factory=dict)
    in_capitals: Branch = field(default_factory=dict)

    def add(self, name: str, entry: Entry) -> None:
        """Add *name* under each way of parting it into tokens; the first one stays."""
        for tokens in _tokenizations(name):
            _insert(self.as_written, tokens, entry)
            _insert(self.in_capitals, [token.upper() for token in tokens], entry)

    def longest(
        self, texts: list[str], start: int, *, capitals: bool = False
    ) -> tuple[int, Entry] | None:
        """Return the end and the entry of the longest name at token *start*."""
        branch = self.in_capitals if capitals else self.as_written
        found = None
        for at in range(start, len(texts)):
            following = branch.get(texts[at])
            if following is None:
                break
            branch = following
            if "" in branch:
                found = at + 1, branch[""]
        return found

    def get(self, name: str) -> Entry | None:
        """Return the entry of a name of one token."""
        found: Entry | None = self.as_written.get(name, {}).get("")
        return found


@dataclass(frozen=True, slots=True)
class Lists:
    """All word lists; forms as written, cues in lower case where they stand so."""

    gazetteer: Gazetteer
    first_names: frozenset[str]
    unsure_first_names: frozenset[str]
    surnames: frozenset[str]
    words: Mapping[str, frozenset[str]]
    """``section.key`` of ``names.toml`` → words."""


@cache
def shipped() -> Lists:
    """Return the lists that come with the program."""
    return make_lists({})


def make_lists(extra: Mapping[str, Iterable[str]]) -> Lists:
    """Return the shipped lists, those of *extra* (label → names) first."""
    data = tomllib.loads(resource("suggest", "names.toml").read_text("utf-8"))
    folder = resource("suggest", "names")
    gazetteer = Gazetteer()
    for label, names in extra.items():
        for name in names:
            gazetteer.add(name, Entry(label, "own list"))
    for sort in data.pop("gazetteers"):
        for name in read_names(folder / sort["file"]):
            entry = Entry(sort["label"], sort["title"], not name.endswith(_UNSURE))
            gazetteer.add(name.rstrip(_UNSURE), entry)
    first = set(_words(folder / "first_names.txt"))
    return Lists(
        gazetteer=gazetteer,
        first_names=frozenset(name for name in first if not name.endswith(_UNSURE)),
        unsure_first_names=frozenset(
            name[:-1] for name in first if name.endswith(_UNSURE)
        ),
        surnames=frozenset(_words(folder / "surnames.txt")),
        words={
            f"{section}.{key}": frozenset(words)
            for section, keys in data.items()
            for key, words in keys.items()
        },
    )


def read_names(path: Path) -> Iterator[str]:
    """Yield the names of a gazetteer: parted by semicolons and line ends."""
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from filter(None, (name.strip() for name in line.split(";")))


def _words(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def _tokenizations(name: str) -> Iterator[list[str]]:
    """Yield *name* parted at blanks only, and as tokenizers of raw text part it."""
    spaced = name.replace(",", " ,").split()
    yield spaced
    parted = _PARTS.findall(name.replace(",", " ,"))
    if parted != spaced:
        yield parted
    for marks in (spaced, parted):
        # "Moody 's" of texts parted into tokens beforehand; curly marks likewise.
        if any("'" in token for token in marks):
            yield [token.replace("'", "’") for token in marks]
    if "'s" in parted and parted != spaced:
        yield [*name.replace("'s", " 's").split()]


def _insert(branch: Branch, tokens: list[str], entry: Entry) -> None:
    for token in tokens:
        branch = branch.setdefault(token, {})
    branch.setdefault("", entry)
