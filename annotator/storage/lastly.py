"""Two states of one layer, and the one that follows from both.

Each thing of a layer (an annotation, a link, a verdict, a settlement, the state) is
an entry with the stamp of its last change. Of two entries for one thing the later
wins; a removal is an entry, too. So the outcome is the same in whatever order, and
however often, states are brought together, and nothing is lost that was not removed
or changed later. (A map of last-writer-wins registers: M. Shapiro et al. 2011, “A
comprehensive study of convergent and commutative replicated data types”, section
3.2.1, with stamps of a hybrid logical clock.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.domain.annotations import Annotation, Link, Verdict
from annotator.domain.documents import Status
from annotator.domain.people import Comment
from annotator.domain.settling import Settlement
from annotator.domain.zones import Zone
from annotator.storage import encoding
from annotator.storage.stamps import ANNOTATION, LINK

Value = Annotation | Link | Verdict | Settlement | Comment | Status | Zone | str
Thing = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one thing.

    Attributes:
        stamp: Of its last change; "" if it was imported and never changed.
        value: None where it was removed.
    """

    stamp: str
    value: Value | None


Entries = dict[Thing, Entry]


def later(mine: Entry | None, theirs: Entry) -> bool:
    """Return whether *theirs* takes the place of *mine*.

    Stamps are equal where both are the same change, or imported. Then what is there
    is worth more than what is not, and after that any order does that is the same
    everywhere.
    """
    if mine is None:
        return True
    if mine.stamp != theirs.stamp:
        return theirs.stamp > mine.stamp
    if mine.value == theirs.value:
        return False
    return _rank(theirs.value) > _rank(mine.value)


def _rank(value: Value | None) -> tuple[int, str]:
    if value is None:
        return 0, ""
    if isinstance(value, Status):
        return 2 - (value is Status.TODO), value
    if isinstance(value, str):
        return 1 + bool(value), value
    return 2, encoding.dump(value)


def winners(mine: Entries, theirs: Entries) -> Entries:
    """Return the entries of *theirs* that take the place of those of *mine*."""
    return {
        thing: entry for thing, entry in theirs.items() if later(mine.get(thing), entry)
    }


def dangling(entries: Mapping[Thing, Entry]) -> set[str]:
    """Return the ids of the links that have lost an end.

    One copy of a layer removed an annotation while another linked it. The link is
    kept out of sight, in case that another file brings the end back.
    """
    found = set()
    for (kind, item), entry in entries.items():
        if kind == LINK and isinstance(entry.value, Link):
            ends = (entry.value.source, entry.value.target)
            if not all(_is_there(entries, end) for end in ends):
                found.add(item)
    return found


def _is_there(entries: Mapping[Thing, Entry], annotation_id: str) -> bool:
    entry = entries.get((ANNOTATION, annotation_id))
    return entry is not None and entry.value is not None


def in_order(annotations: Iterable[Annotation], fresh: set[str]) -> list[Annotation]:
    """Return *fresh* annotations with those at the same place, in a fixed order.

    Annotations of the same extent are shown in the order of their rows, so that
    those are written anew together: by the time they were made, whoever came first.
    """
    places: dict[tuple[int, int], list[Annotation]] = {}
    for annotation in annotations:
        starts = [f for spans in annotation.parts.values() for f in spans]
        place = (min(f.start for f in starts), max(f.end for f in starts))
        places.setdefault(place, []).append(annotation)
    found: list[Annotation] = []
    for group in places.values():
        if any(a.id in fresh for a in group):
            found += sorted(group, key=lambda a: (a.created, a.id))
    return found
