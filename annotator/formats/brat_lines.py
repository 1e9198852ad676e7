"""The lines of a brat standoff file, each taken apart or named.

``ID⇥body⇥text``: the first character of the id says what a line is. See
https://brat.nlplab.org/standoff.html, and for what programs write besides: blanks in
place of tabs, no text after the offsets, relations without ``Arg1:``, ``M`` for ``A``,
note ids without a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.wording import tr, trn

_PIECE = re.compile(r";|[^\s;]+")
_NUMBERED = re.compile(r"[A-Za-z#]\S*")
_MAX_NAMED = 100
"""Lines of one file that are named before the rest is only counted."""
_MAX_DIGITS = 12


class BratSpan(NamedTuple):
    """A ``T`` line.

    Attributes:
        places: As the file counts.
        surface: None where the line gives none.
    """

    id: str
    label: str
    places: tuple[tuple[int, int], ...]
    surface: str | None
    where: str


class BratEvent(NamedTuple):
    """An ``E`` line."""

    id: str
    label: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]
    where: str


class BratRelation(NamedTuple):
    """An ``R`` line, or two neighbours of an ``Equiv``."""

    id: str
    label: str
    source: str
    target: str
    where: str


class BratAttribute(NamedTuple):
    """An ``A``, ``M`` or ``N`` line; a value of None is a flag."""

    id: str
    name: str
    target: str
    value: str | None
    where: str


class BratNote(NamedTuple):
    """A ``#`` line."""

    type: str
    target: str
    text: str
    where: str


@dataclass(slots=True)
class Standoff:
    """What one text's standoff files say.

    Attributes:
        problems: The lines that could not be read, up to a hundred by name.
        failed: How many they are.
    """

    spans: dict[str, BratSpan] = field(default_factory=dict)
    events: dict[str, BratEvent] = field(default_factory=dict)
    relations: list[BratRelation] = field(default_factory=list)
    attributes: list[BratAttribute] = field(default_factory=list)
    notes: list[BratNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failed: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all could be read."""
        return not (
            self.spans or self.events or self.relations or self.attributes or self.notes
        )

    def read(self, name: str, lines: Iterable[str]) -> None:
        """Add the lines of a file.

        Args:
            name: Of the file, for messages.
            lines: Without their ends.
        """
        for number, line in enumerate(lines, 1):
            if not line or line.isspace():
                continue
            where = tr("{name}, line {number}", name=name, number=number)
            try:
                self._add(line, where)
            except InputError as error:
                if not self._goes_on(line):
                    self._fail(where, f"{error}.")
        if self.failed > _MAX_NAMED:
            more = self.failed - _MAX_NAMED
            self.problems.append(
                Problem(
                    name,
                    trn(
                        "{n:,} further line cannot be read.",
                        "{n:,} further lines cannot be read.",
                        more,
                    ),
                )
            )

    def _goes_on(self, line: str) -> bool:
        """Take a line for more of the last span's words, if some are missing.

        Programs that do not know brat's rule write spans over the end of a line so.
        """
        span = next(reversed(self.spans.values()), None)
        if span is None or span.surface is None:
            return False
        missing = sum(end - start for start, end in span.places) - len(span.surface)
        if missing < len(line):
            return False
        self.spans[span.id] = span._replace(surface=f"{span.surface}\n{line}")
        return True

    def _add(self, line: str, where: str) -> None:
        identity, tab, rest = line.partition("\t")
        if not tab:
            identity, _, rest = line.partition(" ")
        parse = _PARSERS.get(identity[:1])
        if parse is None or not rest:
            raise InputError(tr("“{line}” is no line of brat’s", line=_short(line)))
        parse(self, identity.strip(), rest, where)

    def _fail(self, where: str, reason: str) -> None:
        self.failed += 1
        if self.failed <= _MAX_NAMED:
            self.problems.append(Problem(where, reason))

    # ------------------------------------------------------- kinds of lines

    def _span(self, identity: str, rest: str, where: str) -> None:
        if identity in self.spans:
            raise InputError(tr("the id {identity} is there twice", identity=identity))
        body, tab, text = rest.partition("\t")
        pieces = body.split(" ")
        if tab and len(pieces) == 3:
            label, start, end = pieces
            if label and start.isdecimal() and end.isdecimal():
                places: tuple[tuple[int, int], ...] = ((_int(start), _int(end)),)
                self._keep(BratSpan(identity, label, places, text, where))
                return
        self._keep(_loose_span(identity, body, text if tab else None, where))

    def _keep(self, span: BratSpan) -> None:
        for start, end in span.places:
            if start >= end:
                raise InputError(
                    tr(
                        "{id} {label} {start} {end} is empty",
                        id=span.id,
                        label=span.label,
                        start=start,
                        end=end,
                    )
                )
        self.spans[span.id] = span

    def _event(self, identity: str, rest: str, where: str) -> None:
        if identity in self.events:
            raise InputError(tr("the id {identity} is there twice", identity=identity))
        first, *others = rest.split() or [""]
        label, colon, trigger = first.rpartition(":")
        if not colon or not label or not trigger:
            raise InputError(
                tr("“{rest}” begins with no Type:TRIGGER", rest=_short(rest))
            )
        arguments = [_argument(argument) for argument in others]
        self.events[identity] = BratEvent(
            identity, label, trigger, tuple(arguments), where
        )

    def _relation(self, identity: str, rest: str, where: str) -> None:
        label, *ends = rest.split() or [""]
        pairs = [end.rpartition(":")[::2] for end in ends]
        if len(pairs) != 2 or not all(target for _, target in pairs):
            raise InputError(
                tr("“{rest}” is no relation between two things", rest=_short(rest))
            )
        if [role for role, _ in pairs] == ["Arg2", "Arg1"]:
            pairs.reverse()
        (_, source), (_, target) = pairs
        self.relations.append(BratRelation(identity, label, source, target, where))

    def _equiv(self, identity: str, rest: str, where: str) -> None:
        label, *members = rest.split() or [""]
        members = [member.rpartition(":")[2] for member in members]
        if len(members) < 2:
            raise InputError(
                tr("“{rest}” names fewer than two things", rest=_short(rest))
            )
        for source, target in pairwise(members):
            self.relations.append(BratRelation(identity, label, source, target, where))

    def _attribute(self, identity: str, rest: str, where: str) -> None:
        pieces = rest.replace("\t", " ").split(" ", 2)
        if len(pieces) < 2 or not all(pieces[:2]):
            raise InputError(tr("“{rest}” is about nothing", rest=_short(rest)))
        name, target, *value = pieces
        given = value[0] if value and value[0].strip() else None
        self.attributes.append(BratAttribute(identity, name, target, given, where))

    def _reference(self, identity: str, rest: str, where: str) -> None:
        body, _, words = rest.partition("\t")
        pieces = body.split(" ", 2)
        if len(pieces) != 3:
            raise InputError(
                tr("“{rest}” refers to no entry of a database", rest=_short(rest))
            )
        name, target, entry = pieces
        value = f"{entry} {words}".strip()
        self.attributes.append(BratAttribute(identity, name, target, value, where))

    def _note(self, identity: str, rest: str, where: str) -> None:
        body, tab, text = rest.partition("\t")
        pieces = body.split() if tab else body.split(None, 2)
        if len(pieces) < 2 or not _NUMBERED.fullmatch(pieces[1]):
            raise InputError(tr("“{rest}” is no note on anything", rest=_short(rest)))
        if not tab:
            text = pieces[2] if len(pieces) > 2 else ""
        self.notes.append(BratNote(pieces[0], pieces[1], text, where))


_Parser = Callable[[Standoff, str, str, str], None]
_PARSERS: Mapping[str, _Parser] = {
    "T": Standoff._span,  # noqa: SLF001 - the class's own table
    "E": Standoff._event,  # noqa: SLF001
    "R": Standoff._relation,  # noqa: SLF001
    "*": Standoff._equiv,  # noqa: SLF001
    "A": Standoff._attribute,  # noqa: SLF001
    "M": Standoff._attribute,  # noqa: SLF001
    "N": Standoff._reference,  # noqa: SLF001
    "#": Standoff._note,  # noqa: SLF001
}


def _loose_span(identity: str, body: str, surface: str | None, where: str) -> BratSpan:
    """Return a span with several fragments, or written a little otherwise.

    Label, then pairs of numbers with semicolons between; whatever blanks there are.
    Without a tab, what follows the last pair is the surface.
    """
    pieces = list(_PIECE.finditer(body))
    words = [piece[0] for piece in pieces]
    numbers = [word.isdecimal() for word in words]
    first = next(
        (i for i in range(1, len(words) - 1) if numbers[i] and numbers[i + 1]), 0
    )
    if not first:
        raise InputError(
            tr(
                "“{body}” has no label with a start and an end after it",
                body=_short(body),
            )
        )
    places, at = [], first
    while at + 1 < len(words) and numbers[at] and numbers[at + 1]:
        places.append((_int(words[at]), _int(words[at + 1])))
        at += 3
        if at - 1 >= len(words) or words[at - 1] != ";":
            break
    end = pieces[first + 3 * len(places) - 2].end()
    if surface is None:
        surface = body[end:].strip() or None
    label = body[: pieces[first].start()].strip()
    return BratSpan(identity, label, tuple(places), surface, where)


def _argument(text: str) -> tuple[str, str]:
    role, colon, target = text.rpartition(":")
    if not colon or not role or not target:
        raise InputError(tr("“{text}” is no argument Role:ID", text=_short(text)))
    return role, target


def _int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise InputError(tr("{digits}… is no offset", digits=digits[:_MAX_DIGITS]))
    return int(digits)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
