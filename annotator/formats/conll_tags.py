"""From a column of tags to spans, whatever scheme they follow.

IOB1, IOB2, IO, BIOES, BILOU (and BMEWO) are read alike: ``B``, ``S``, ``U`` and ``W``
begin a span, ``E`` and ``L`` end one, ``I`` and ``M`` go on with one of the same label
and begin one where there is none. That is also what conlleval and seqeval count.
Which of them a file follows matters only for what is a prefix and what a label, so
that is told from all tags of the file. CoNLL-2012 has brackets instead: ``(ORG*``,
``*``, ``*)``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

OUTSIDE = frozenset(
    ("O", "o", "_", "-", "*", "", "OUT", "0", "-X-", "\u041e", "\u039f")
)
"""What says that there is nothing; the last two are typed on other keyboards."""

CHUNKS = frozenset(
    "NP VP PP ADVP ADJP SBAR PRT CONJP INTJ LST UCP NC VC PC AC".split()  # noqa: SIM905
)
"""Labels of chunk columns, which stand beside names in CoNLL-2003."""

_PREFIXED = re.compile(r"([BIESLUMW](?=[-_/:|])|[bies](?=-)).(\S.*)")
_SUFFIXED = re.compile(r"(\S.*)[-_/]([BIESLUMW])")
_BRACKET = re.compile(r"(?:\(([^()*]+))?\*?(\))?")
_MOST = 0.95
_SLIPS = 2
_BEGINS = frozenset("BSUW")
_ENDS = frozenset("ESLUW")


class Scheme(StrEnum):
    """How tags are written."""

    PREFIX = "prefix"
    SUFFIX = "suffix"
    PLAIN = "plain"
    BRACKET = "bracket"


class Tag(NamedTuple):
    """What one cell says.

    Attributes:
        label: "" where no span goes on here.
        begins: A span begins here whatever stood before.
        ends: It ends here.
    """

    label: str
    begins: bool
    ends: bool


OUT = Tag("", begins=False, ends=False)


def scheme_of(values: Counter[str]) -> Scheme | None:
    """Return how the values of a column are written; None if they are no tags.

    A slip here and there does not make it another scheme.

    Args:
        values: Value → how often it stands there.
    """
    given = {value: n for value, n in values.items() if value not in OUTSIDE}
    if not given or len(given) == len(values):
        return None
    total = sum(given.values())

    def most(is_one: Callable[[str], object]) -> bool:
        good = sum(n for value, n in given.items() if is_one(value))
        bad = total - good
        return good > bad and bad <= max(_SLIPS, total * (1 - _MOST))

    if most(_PREFIXED.fullmatch):
        return Scheme.PREFIX
    if most(_SUFFIXED.fullmatch):
        return Scheme.SUFFIX
    if "*" in values and most(_is_bracket):
        return Scheme.BRACKET
    return Scheme.PLAIN if "O" in values else None


def labels_of(values: Iterable[str], scheme: Scheme) -> set[str]:
    """Return the labels that the values of a column name."""
    parse = parser(scheme)
    tags = (parse(value) for value in values)
    return {tag.label for tag in tags if tag is not None and tag.label}


def parser(scheme: Scheme) -> Callable[[str], Tag | None]:
    """Return what takes a cell apart; it gives None for what is no tag."""
    return {
        Scheme.PREFIX: _prefixed,
        Scheme.SUFFIX: _suffixed,
        Scheme.PLAIN: _plain,
        Scheme.BRACKET: _bracket,
    }[scheme]


def spans_of(tags: Sequence[Tag]) -> Iterator[tuple[int, int, str]]:
    """Yield ``(first, last, label)`` of the spans of a sentence, last exclusive."""
    start, label = 0, ""
    for position, tag in enumerate(tags):
        if label and (tag.begins or tag.label != label):
            yield start, position, label
            label = ""
        if tag.label:
            if not label:
                start, label = position, tag.label
            if tag.ends:
                yield start, position + 1, label
                label = ""
    if label:
        yield start, len(tags), label


def unbracketed(tags: Sequence[Tag]) -> list[Tag]:
    """Return tags of brackets with the label on every token between them."""
    told: list[Tag] = []
    label = ""
    for tag in tags:
        label = tag.label or label
        told.append(Tag(label, tag.begins, tag.ends) if label else OUT)
        if tag.ends:
            label = ""
    return told


def _prefixed(cell: str) -> Tag | None:
    if cell in OUTSIDE:
        return OUT
    match = _PREFIXED.fullmatch(cell)
    if match is None:
        return None
    return _tag(match[1], match[2])


def _suffixed(cell: str) -> Tag | None:
    if cell in OUTSIDE:
        return OUT
    match = _SUFFIXED.fullmatch(cell)
    return None if match is None else _tag(match[2], match[1])


def _tag(letter: str, label: str) -> Tag:
    letter = letter.upper()
    return Tag(label, letter in _BEGINS, letter in _ENDS)


def _plain(cell: str) -> Tag | None:
    return OUT if cell in OUTSIDE else Tag(cell, begins=False, ends=False)


def _is_bracket(cell: str) -> bool:
    return _bracket(cell) is not None


def _bracket(cell: str) -> Tag | None:
    if cell in OUTSIDE:
        return OUT
    match = _BRACKET.fullmatch(cell)
    if match is None or not (match[1] or match[2]):
        return None
    return Tag(match[1] or "", begins=match[1] is not None, ends=match[2] is not None)
