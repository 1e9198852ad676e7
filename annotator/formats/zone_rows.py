"""Zones in lines of JSON: ``{"id", "start", "end", "kind", "marked_by"}``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId, ZoneId
from annotator.domain.wording import tr
from annotator.domain.zones import Zone, ZoneKind, recognised_zone
from annotator.formats.offsets import OffsetMap

Row = dict[str, object]

MOST_ZONES = 10_000
"""Of one document; more are not looked at."""


def zone_rows(zones: Iterable[Zone]) -> list[Row]:
    """Return zones as objects; who marked one is left out where a rule did."""
    return [
        {
            "id": zone.id,
            "start": zone.start,
            "end": zone.end,
            "kind": zone.kind.value,
            **({"marked_by": zone.marked_by} if zone.marked_by else {}),
        }
        for zone in zones
    ]


def read_zones(
    row: Mapping[str, object],
    offsets: OffsetMap,
    document_id: DocumentId,
    losses: list[str],
) -> tuple[Zone, ...] | None:
    """Return the zones of a line; None where it says nothing of them.

    One that is no stretch of the text is left out and named in *losses*.
    """
    given = row.get("zones")
    if not isinstance(given, list):
        return None
    found = list(_zones(given[:MOST_ZONES], offsets, document_id, losses))
    return tuple({zone.id: zone for zone in found}.values())


def _zones(
    given: list[object], offsets: OffsetMap, document_id: DocumentId, losses: list[str]
) -> Iterator[Zone]:
    for item in given:
        try:
            yield _zone(item, offsets, document_id)
        except InputError as error:
            losses.append(tr("A zone was left out: {error}.", error=error))


def _zone(item: object, offsets: OffsetMap, document_id: DocumentId) -> Zone:
    if not isinstance(item, dict):
        raise InputError(tr("{row!r} is no object", row=item))
    start, end = item.get("start"), item.get("end")
    size = len(offsets.raw)
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= size:
        raise InputError(
            tr(
                "{start}–{end} is no span of a text of {size} characters",
                start=start,
                end=end,
                size=size,
            )
        )
    place = offsets.fragment(start, end)
    if place.start >= place.end:
        raise InputError(
            tr("{start}–{end} holds half a line end only", start=start, end=end)
        )
    kinds = {kind.value: kind for kind in ZoneKind}
    kind = kinds.get(str(item.get("kind")), ZoneKind.OTHER)
    zone = recognised_zone(document_id, *place, kind)
    identity, by = item.get("id"), item.get("marked_by", "")
    if not isinstance(identity, str) or not identity:
        return zone
    return Zone(ZoneId(identity), *place, kind, by if isinstance(by, str) else "")
