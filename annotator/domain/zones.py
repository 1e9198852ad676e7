"""Zones: what of a scraped page is no part of the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.annotations import Fragment, merge_fragments
from annotator.domain.ids import DocumentId, ZoneId, derived_id
from annotator.domain.wording import noop


class ZoneKind(StrEnum):
    """Why a stretch of text is boilerplate."""

    LINKS = "links"
    MENU = "menu"
    NEWSLETTER = "newsletter"
    CONTACT = "contact"
    CREDIT = "credit"
    SHARING = "sharing"
    RIGHTS = "rights"
    ADVERTISEMENT = "advertisement"
    COMMENTS = "comments"
    TOPICS = "topics"
    OTHER = "other"


ZONE_TITLES = {
    ZoneKind.LINKS: noop("links to other articles"),
    ZoneKind.MENU: noop("menu"),
    ZoneKind.NEWSLETTER: noop("newsletter"),
    ZoneKind.CONTACT: noop("contact line"),
    ZoneKind.CREDIT: noop("photo credit"),
    ZoneKind.SHARING: noop("share buttons"),
    ZoneKind.RIGHTS: noop("copyright notice"),
    ZoneKind.ADVERTISEMENT: noop("advertisement"),
    ZoneKind.COMMENTS: noop("readers’ comments"),
    ZoneKind.TOPICS: noop("list of topics"),
    ZoneKind.OTHER: noop("boilerplate"),
}
"""What people call the kinds; within a sentence."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a document that is boilerplate, for all annotators.

    Attributes:
        start: Code point of the stored text.
        end: Likewise, exclusive.
        marked_by: Who said so: an annotator's id, or a name where the project has
            nobody of it; "" where it was recognised by rule.
    """

    id: ZoneId
    start: int
    end: int
    kind: ZoneKind
    marked_by: str = ""


def recognised_zone(
    document_id: DocumentId, start: int, end: int, kind: ZoneKind
) -> Zone:
    """Return the zone that a rule finds; the same in every project."""
    identity = ZoneId(derived_id("zone", document_id, str(start), str(end)))
    return Zone(identity, start, end, kind)


class ZoneMap:
    """Which characters of a text are in zones.

    Attributes:
        stretches: What the zones cover, in order, apart from one another.
    """

    def __init__(self, zones: Iterable[Zone | Fragment] = ()) -> None:
        self.stretches = merge_fragments(tuple(Fragment(z.start, z.end) for z in zones))
        self._starts = [stretch.start for stretch in self.stretches]
        self._ends = [stretch.end for stretch in self.stretches]

    def __bool__(self) -> bool:
        return bool(self.stretches)

    def within(self, start: int, end: int) -> tuple[Fragment, ...]:
        """Return the stretches that share a character with ``[start, end)``."""
        first = bisect_right(self._ends, start)
        return self.stretches[first : bisect_left(self._starts, end)]

    def touches(self, fragments: Iterable[Fragment]) -> bool:
        """Return whether any fragment shares a character with a zone."""
        return any(self.within(*fragment) for fragment in fragments)

    def touches_parts(self, parts: Mapping[str, tuple[Fragment, ...]]) -> bool:
        """Return whether any part does."""
        return bool(self.stretches) and any(map(self.touches, parts.values()))

    def holds(self, fragments: Iterable[Fragment]) -> bool:
        """Return whether all of the fragments lie in zones."""
        return all(not self._rest(*fragment) for fragment in fragments)

    def outside(self, fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
        """Return what of *fragments* is in no zone."""
        return tuple(rest for fragment in fragments for rest in self._rest(*fragment))

    def _rest(self, start: int, end: int) -> list[Fragment]:
        found = []
        for stretch in self.within(start, end):
            if start < stretch.start:
                found.append(Fragment(start, stretch.start))
            start = stretch.end
        if start < end:
            found.append(Fragment(start, end))
        return found


NO_ZONES = ZoneMap()
