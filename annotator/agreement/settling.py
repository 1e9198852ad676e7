"""What several annotators marked on one document, put together thing by thing.

A cluster holds what different annotators took for the same thing: at most one
annotation of each. Pairs of annotators are compared by overlap, and the best pair of
all is joined first, then the next, unless that would bring two annotations of one
annotator together (agglomeration by the strongest link, as in R. Sibson, SLINK, 1973,
with that constraint). Which annotator comes first plays no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from annotator.agreement.matching import Fragments, Ruler, candidates
from annotator.domain.annotations import (
    Annotation,
    AttributeValue,
    Parts,
    extent,
    merge_fragments,
)
from annotator.domain.schema import Kind

MAIN_SHARE = 0.75
"""What the main part weighs when two frames are compared; the others share the rest."""


class Sort(StrEnum):
    """In which way annotators differ; the first that holds is the chief one.

    The same words as in ``differences``, so that a passage is called the same in the
    figures of two annotators and where it is settled.
    """

    SPLIT = "split"
    """One has a single thing where another has several."""
    MISSED = "missed"
    """Somebody has not marked it."""
    LABEL = "label"
    PART = "part"
    """A further part of the frame is missing or elsewhere."""
    BOUNDARY = "boundary"
    """A part that all have has other fragments."""
    ATTRIBUTE = "attribute"
    """An attribute has another value; one that is not given says nothing."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """What annotators took for one thing.

    Attributes:
        members: Annotator → annotation, by annotator.
        missing: Who has done the document and marked no such thing.
        sorts: In which ways they differ, the chief one first; none: all agree.
        rows: What differs: ``label``, roles, names of attributes.
    """

    kind: str
    members: Mapping[str, Annotation]
    missing: tuple[str, ...] = ()
    sorts: tuple[Sort, ...] = ()
    rows: tuple[str, ...] = ()

    @property
    def is_agreed(self) -> bool:
        """Whether everybody has it, and says the same of it."""
        return not self.sorts

    @property
    def start(self) -> int:
        """Where it begins, by whoever begins first."""
        return min(extent(a.parts).start for a in self.members.values())

    @property
    def end(self) -> int:
        """Where it ends, by whoever ends last."""
        return max(extent(a.parts).end for a in self.members.values())


Overlaps = dict[tuple[int, int], float]
"""Numbers of two things of different annotators → Jaccard's index, above 0."""


class _Item(NamedTuple):
    """One annotation, ready to be compared."""

    annotator: str
    annotation: Annotation
    main: Fragments


class _Bond(NamedTuple):
    """Two things that may be one; sorts with the strongest first."""

    weakness: float
    other_label: bool
    other_attributes: bool
    where: tuple[object, ...]
    one: int
    other: int


def clusters(
    layers: Mapping[str, Iterable[Annotation]], text: str, kinds: Sequence[Kind]
) -> list[Cluster]:
    """Return what annotators took for the same things, in the order of the text.

    Every annotation of *kinds* is in exactly one cluster.

    Args:
        layers: Annotator → annotations; of everybody who has done the document.
        text: The document's.
        kinds: Only annotations of these are taken; never two kinds together.
    """
    ruler = Ruler(text)
    everybody = sorted(layers)
    annotations = {name: list(layers[name]) for name in everybody}
    found: list[Cluster] = []
    for kind in kinds:
        items = [
            _Item(name, a, _main(a.parts, kind.main_role.name))
            for name in everybody
            for a in annotations[name]
            if a.kind == kind.name
        ]
        overlaps = _overlaps(items, ruler)
        groups = _joined(items, kind, overlaps)
        split = _split(items, groups, overlaps, ruler)
        for number, group in enumerate(groups):
            members = {items[i].annotator: items[i].annotation for i in group}
            found.append(_classified(kind, members, everybody, split=number in split))
    found.sort(key=_place)
    return found


def _main(parts: Parts, role: str) -> Fragments:
    """Return what a thing is compared by: its main part, or else all it has."""
    main = parts.get(role)
    if main:
        return tuple(main)
    return merge_fragments(tuple(f for some in parts.values() for f in some))


def _place(cluster: Cluster) -> tuple[object, ...]:
    ids = [(name, a.id) for name, a in cluster.members.items()]
    return cluster.start, -cluster.end, cluster.kind, ids


# -- joining -------------------------------------------------------------------


def _joined(items: Sequence[_Item], kind: Kind, overlaps: Overlaps) -> list[list[int]]:
    """Return the numbers of items that belong together, each number once."""
    group_of = list(range(len(items)))
    groups: dict[int, dict[str, int]] = {
        i: {item.annotator: i} for i, item in enumerate(items)
    }
    for bond in sorted(_bonds(items, kind, overlaps)):
        one, other = group_of[bond.one], group_of[bond.other]
        if one == other or not groups[one].keys().isdisjoint(groups[other]):
            continue
        for i in groups[other].values():
            group_of[i] = one
        groups[one].update(groups.pop(other))
    return [sorted(group.values()) for group in groups.values()]


def _bonds(items: Sequence[_Item], kind: Kind, overlaps: Overlaps) -> Iterator[_Bond]:
    for (i, j), overlap in overlaps.items():
        one, other = items[i], items[j]
        score = overlap
        if kind.is_frame:
            further = _further(one.annotation.parts, other.annotation.parts, kind)
            if further is not None:
                score = MAIN_SHARE * overlap + (1 - MAIN_SHARE) * further
        first, second = sorted((_content(one), _content(other)))
        label = one.annotation.label != other.annotation.label
        attributes = one.annotation.attributes != other.annotation.attributes
        yield _Bond(-score, label, attributes, (first, second), i, j)


def _content(item: _Item) -> tuple[object, ...]:
    """Return what decides between bonds as strong: never who the annotator is."""
    a = item.annotation
    parts = sorted((role, tuple(some)) for role, some in a.parts.items())
    return item.main, a.label, parts, sorted(map(repr, a.attributes.items())), a.id


def _overlaps(items: Sequence[_Item], ruler: Ruler) -> Overlaps:
    """Return Jaccard's index of every pair of different annotators that has one."""
    of: dict[str, list[int]] = defaultdict(list)
    places: dict[Fragments, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        of[item.annotator].append(i)
        places[item.main].append(i)
    found: Overlaps = {}
    for one, other in combinations(of.values(), 2):
        mains = [items[i].main for i in one], [items[j].main for j in other]
        for overlap, i, j in candidates(*mains, ruler):
            found[one[i], other[j]] = overlap
    # The same place is the same, also where it holds nothing that overlaps count.
    for same in places.values():
        for i, j in combinations(same, 2):
            if items[i].annotator != items[j].annotator:
                found[i, j] = 1.0
    return found


def _further(one: Parts, other: Parts, kind: Kind) -> float | None:
    """Return how alike further parts are, 0 to 1; None where neither has any."""
    shares = []
    for role in kind.roles[1:]:
        first = {i for start, end in one.get(role.name, ()) for i in range(start, end)}
        second = {
            i for start, end in other.get(role.name, ()) for i in range(start, end)
        }
        if first or second:
            shares.append(len(first & second) / len(first | second))
    return sum(shares) / len(shares) if shares else None


def _split(
    items: Sequence[_Item],
    groups: Sequence[Sequence[int]],
    overlaps: Overlaps,
    ruler: Ruler,
) -> set[int]:
    """Return the groups in which somebody divided what another left whole.

    That is a thing whose annotator's partner, in another group, overlaps it, while
    the two that were joined there do not lie on the same words.
    """
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    found = set()
    for i, j in overlaps:
        if group_of[i] == group_of[j]:
            continue
        for whole, rest in ((i, j), (j, i)):
            partner = _member(items, groups[group_of[whole]], items[rest].annotator)
            lacks = _member(items, groups[group_of[rest]], items[whole].annotator)
            if partner is None or lacks is not None:
                continue
            # Of one annotator, a name inside a name is no division of it.
            nested = ruler.shared(items[partner].main, items[rest].main) > 0
            if items[partner].main != items[whole].main and not nested:
                found |= {group_of[whole], group_of[rest]}
    return found


def _member(items: Sequence[_Item], group: Iterable[int], annotator: str) -> int | None:
    return next((i for i in group if items[i].annotator == annotator), None)


# -- telling what differs ------------------------------------------------------


def _classified(
    kind: Kind,
    members: Mapping[str, Annotation],
    everybody: Sequence[str],
    *,
    split: bool,
) -> Cluster:
    missing = tuple(name for name in everybody if name not in members)
    some = list(members.values())
    rows = _differing(kind, some)
    main = kind.main_role.name
    roles = {role for a in some for role in a.parts} - {main}
    apart = {role for role in roles if _is_apart(some, role)}
    holds = {
        Sort.SPLIT: split,
        Sort.MISSED: bool(missing),
        Sort.LABEL: "label" in rows,
        Sort.PART: bool(apart),
        Sort.BOUNDARY: main in rows or any(role in rows for role in roles - apart),
        Sort.ATTRIBUTE: any(row in a.attributes for a in some for row in rows),
    }
    sorts = tuple(sort for sort, holding in holds.items() if holding)
    return Cluster(kind.name, dict(members), missing, sorts, rows)


def _is_apart(some: Sequence[Annotation], role: str) -> bool:
    """Tell whether two of them share no character of a part, or one lacks it."""
    return any(
        not any(
            max(a.start, b.start) < min(a.end, b.end)
            for a in one.parts.get(role, ())
            for b in other.parts.get(role, ())
        )
        for one, other in combinations(some, 2)
    )


def _differing(kind: Kind, some: Sequence[Annotation]) -> tuple[str, ...]:
    """Return the rows on which annotations differ: label, roles, attributes."""
    rows = ["label"] if len({a.label for a in some}) > 1 else []
    known = [role.name for role in kind.roles]
    roles = dict.fromkeys((*known, *sorted({r for a in some for r in a.parts})))
    rows += [
        role for role in roles if len({tuple(a.parts.get(role, ())) for a in some}) > 1
    ]
    attributes = sorted({name for a in some for name in a.attributes})
    rows += [n for n in attributes if len(attribute_values(some, n)) > 1]
    return tuple(rows)


def attribute_values(
    some: Iterable[Annotation], name: str
) -> set[tuple[type, AttributeValue]]:
    """Return the values that annotations give an attribute, with their types.

    One that is not given says nothing, but for a flag, which then is not set.
    """
    some = list(some)
    values = {
        (type(a.attributes[name]), a.attributes[name])
        for a in some
        if name in a.attributes
    }
    if (bool, True) in values and any(name not in a.attributes for a in some):
        values.add((bool, False))
    return values
