"""The annotations in the rows of a WebAnno TSV file.

A row is a token (``1-2``) or a piece of one (``1-2.1``). A mark over several rows, or
beside others of its type, has a number in brackets that ties its cells together;
without one, the place in the stack (``A|B``) says which mark of the row a cell is of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.domain.wording import tr
from annotator.formats.cas import Arc, Cas, Chain, Choice, Features, Mark, short_name
from annotator.formats.webanno_escapes import (
    CHAIN_LAYER,
    NOTHING,
    NULL,
    SPAN_LAYER,
    Column,
    Layer,
    What,
    split_at,
    split_number,
    unescape_value,
)

_CHAIN_LINK = re.compile(r"(.*)(?<!\\)->(\d+)-(\d+)\Z", re.DOTALL)
_SOURCE = re.compile(r"([\d.-]+)(?:\[(\d+)_(\d+)\])?\Z")


_Stacks = list[list[str] | tuple[()]]
"""For each column of a layer what is stacked in its cell."""

_NO_ROW: tuple[list[str], list[Mark]] = ([], [])


class Unit(NamedTuple):
    """A row whose place in the stored text is known.

    Attributes:
        id: ``1-2`` or ``1-2.1``.
        cells: From the fourth column on, as they stand there; there is a mark in one.
        line: Counted from 1.
    """

    id: str
    start: int
    end: int
    cells: str
    line: int


@dataclass(slots=True)
class _OpenArc:
    """A relation before its ends are known."""

    layer: Layer
    base: str
    reference: str
    unit: str
    line: int
    features: Features


class Rows:
    """Makes the marks, arcs and chains of a document of its rows.

    Attributes:
        skipped: Type → how many marks the mapping does not want.
    """

    def __init__(self, layers: list[Layer], choice: Choice, cas: Cas) -> None:
        self.skipped: Counter[str] = Counter()
        self._cas = cas
        self._layers = [layer for layer in layers if choice.takes(layer.type)]
        self._others = [layer for layer in layers if not choice.takes(layer.type)]
        # Type → number → mark.
        self._numbered: dict[str, dict[int, Mark]] = {n.type: {} for n in layers}
        self._any_number: dict[int, Mark] = {}
        # Row → marks, of as many pairs as have been sorted so far.
        self._at: dict[str, list[Mark]] = {}
        self._reached: list[tuple[str, Mark]] = []
        self._links: dict[tuple[str, int], dict[int, tuple[Mark, str]]] = {}
        self._open: list[_OpenArc] = []
        # First column of a layer → its cells in the last row where all marks have
        # numbers, and these marks.
        self._before: dict[int, tuple[list[str], list[Mark]]] = {}
        # First column of a layer of one column → what a numbered mark's cell says.
        self._pieces: dict[int, dict[str, Mark]] = {n.first: {} for n in layers}
        # Where slots lead, with the line, until all marks are there.
        self._targets: dict[tuple[str, int], tuple[Mark, Column, str, int]] = {}
        for layer in layers:
            names = [c.feature for c in layer.columns if c.what is not What.TARGETS]
            cas.declared[layer.type] = [name for name in names if name]

    def add(self, unit: Unit) -> None:
        """Read one row."""
        cells = unit.cells.split("\t")
        for layer in self._layers:
            mine = cells[layer.first : layer.end]
            if mine == layer.nothing:
                continue
            before, marks = self._before.get(layer.first, _NO_ROW)
            if mine == before:
                for mark in marks:
                    self._reach(mark, unit)
                continue
            stacks = [split_at(cell, "|") if cell != NOTHING else () for cell in mine]
            if layer.mark == SPAN_LAYER:
                add = self._add_stacked if len(mine) > 1 else self._add_single
                marks = add(layer, stacks, unit)
                if marks:
                    self._before[layer.first] = mine, marks
            elif layer.mark == CHAIN_LAYER:
                self._add_links(layer, stacks, unit)
            else:
                self._add_arcs(layer, stacks, unit)
        for layer in self._others:
            if cells[layer.first : layer.end] != layer.nothing:
                self.skipped[short_name(layer.type)] += 1

    def finish(self) -> None:
        """Tie slots, relations and chains to their marks."""
        for mark, column, cell, line in self._targets.values():
            self._fill_slot(mark, column, cell, line)
        for arc in self._open:
            self._close(arc)
        for (name, _), links in self._links.items():
            ordered = [links[number] for number in sorted(links)]
            self._cas.chains.append(
                Chain(name, [(mark.id, label) for mark, label in ordered])
            )

    # -------------------------------------------------------------- spans

    def _add_single(self, layer: Layer, stacks: _Stacks, unit: Unit) -> list[Mark]:
        """Return the marks of a layer of one column, if each of them has a number."""
        (column,), (stack,) = layer.columns, stacks
        pieces = self._pieces[layer.first]
        marks = []
        for cell in stack:
            mark = pieces.get(cell)
            if mark is not None:
                self._reach(mark, unit)
                marks.append(mark)
                continue
            value, number = split_number(cell)
            mark = self._mark(layer.type, number, unit)
            self._describe(mark, column, value, unit.line)
            if number:
                pieces[cell] = mark
                marks.append(mark)
        return marks if len(marks) == len(stack) else []

    def _add_stacked(self, layer: Layer, stacks: _Stacks, unit: Unit) -> list[Mark]:
        """Return the marks of a layer of several columns, if each has a number."""
        columns = layer.columns
        parsed = [
            [(cell, 0) for cell in stack]
            if column.what is What.TARGETS
            else list(map(split_number, stack))
            for column, stack in zip(columns, stacks, strict=True)
        ]
        numbers = _numbers(parsed)
        marks: dict[tuple[int, int], Mark] = {}
        for column, stack in zip(columns, parsed, strict=True):
            for place, (value, given) in enumerate(stack):
                number = given or numbers.get(place, 0)
                key = (number, 0 if number else place)
                mark = marks.get(key) or self._mark(layer.type, number, unit)
                marks[key] = mark
                self._describe(mark, column, value, unit.line)
        return list(marks.values()) if all(number for number, _ in marks) else []

    def _mark(self, name: str, number: int, unit: Unit) -> Mark:
        """Return the mark with that number, reaching over the unit, or a new one."""
        mark = self._numbered[name].get(number)
        if mark is None:
            # Our own files number every mark, and no two alike.
            is_new = number and number not in self._any_number
            identity = str(number) if is_new else f"m{len(self._cas.marks)}"
            mark = Mark(identity, name, unit.start, unit.end)
            self._cas.marks.append(mark)
            if number:
                self._numbered[name][number] = mark
                self._any_number.setdefault(number, mark)
        self._reach(mark, unit)
        return mark

    def _reach(self, mark: Mark, unit: Unit) -> None:
        """Let a mark reach over a row."""
        mark.end = max(mark.end, unit.end)
        self._reached.append((unit.id, mark))

    def _describe(self, mark: Mark, column: Column, value: str, line: int) -> None:
        if column.what is What.VALUE:
            if column.feature not in mark.features and value not in (NULL, NOTHING):
                mark.features[column.feature] = unescape_value(value)
        elif column.what is What.ROLES:
            if value not in (NOTHING, ""):
                roles = ["" if r == NULL else r for r in split_at(value, ";")]
                mark.slots.setdefault(
                    column.feature, [(unescape_value(role), "") for role in roles]
                )
        elif column.what is What.TARGETS and value not in (NULL, NOTHING):
            # A mark over several rows says it in each of them.
            self._targets.setdefault(
                (mark.id, column.index), (mark, column, value, line)
            )

    def _fill_slot(self, mark: Mark, column: Column, cell: str, line: int) -> None:
        roles = [role for role, _ in mark.slots.get(column.feature, ())]
        filled = []
        for place, reference in enumerate(split_at(cell, ";")):
            unit, number = split_number(reference)
            target = self._find(column.base, unit, number)
            if target is None:
                self._cas.losses.append(
                    tr(
                        "A link of {type} (line {line}) was left out: "
                        "{reference} holds no mark it could lead to.",
                        type=short_name(mark.type),
                        line=line,
                        reference=reference,
                    )
                )
            else:
                role = roles[place] if place < len(roles) else ""
                filled.append((role, target.id))
        mark.slots[column.feature] = filled

    # ------------------------------------------------- chains and relations

    def _add_links(self, layer: Layer, stacks: _Stacks, unit: Unit) -> None:
        for labels, links in _side_by_side(layer, stacks):
            label, number = split_number(labels) if labels else (NULL, 0)
            match = _CHAIN_LINK.match(links)
            relation, place = NULL, 0
            if match is not None:
                relation, number, place = match[1], int(match[2]), int(match[3])
            chain = self._links.setdefault((layer.type, number), {})
            if place in chain:
                mark, _ = chain[place]
                mark.end = max(mark.end, unit.end)
                continue
            mark = self._mark(layer.type, 0, unit)
            if label not in (NULL, NOTHING):
                mark.features["referenceType"] = unescape_value(label)
            tie = "" if relation in (NULL, NOTHING) else unescape_value(relation)
            chain[place or len(chain) + 1] = mark, tie

    def _add_arcs(self, layer: Layer, stacks: _Stacks, unit: Unit) -> None:
        *features, source = layer.columns
        for place, reference in enumerate(stacks[-1]):
            values: Features = {}
            for column, stack in zip(features, stacks, strict=False):
                if place < len(stack) and stack[place] not in (NULL, NOTHING):
                    values[column.feature] = unescape_value(stack[place])
            if reference != NOTHING:
                self._open.append(
                    _OpenArc(layer, source.base, reference, unit.id, unit.line, values)
                )

    def _close(self, arc: _OpenArc) -> None:
        match = _SOURCE.match(arc.reference)
        source = target = None
        if match is not None:
            source = self._find(arc.base, match[1], int(match[2] or 0))
            target = self._find(arc.base, arc.unit, int(match[3] or 0))
        if source is None or target is None:
            self._cas.losses.append(
                tr(
                    "A relation {type} (line {line}, from {reference} to {unit}) "
                    "was left out: it does not join two marks.",
                    type=short_name(arc.layer.type),
                    line=arc.line,
                    reference=arc.reference,
                    unit=arc.unit,
                )
            )
            return
        self._cas.arcs.append(Arc(arc.layer.type, source.id, target.id, arc.features))

    def _find(self, base: str, unit: str, number: int) -> Mark | None:
        """Return the mark that a reference means."""
        if number:
            numbered = self._numbered.get(base, {})
            return numbered.get(number) or self._any_number.get(number)
        for identity, mark in self._reached:
            self._at.setdefault(identity, []).append(mark)
        self._reached.clear()
        here = self._at.get(unit, [])
        of_type = [mark for mark in here if mark.type == base]
        return next(iter(of_type or here), None)


def _numbers(parsed: Sequence[Sequence[tuple[str, int]]]) -> dict[int, int]:
    """Return for each place in the stack the number that a column gives there."""
    numbers: dict[int, int] = {}
    for stack in parsed:
        for place, (_, number) in enumerate(stack):
            if number:
                numbers.setdefault(place, number)
    return numbers


def _side_by_side(layer: Layer, stacks: _Stacks) -> Iterator[tuple[str, str]]:
    """Yield ``(label, link)`` of each element of a chain in a row."""
    by_what = {c.what: s for c, s in zip(layer.columns, stacks, strict=True)}
    labels = by_what.get(What.CHAIN_LABEL, ())
    links = by_what.get(What.CHAIN_LINK, ())
    for place in range(max(len(labels), len(links))):
        yield (
            labels[place] if place < len(labels) else "",
            links[place] if place < len(links) else "",
        )
