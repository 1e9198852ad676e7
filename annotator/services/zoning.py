"""Steps that mark and unmark boilerplate and say which language it is. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.annotations import Fragment
from annotator.domain.boilerplate import recognise
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, ZoneId, new_id
from annotator.domain.languages import language_code, language_name
from annotator.domain.wording import tr
from annotator.domain.zones import Zone, ZoneKind, ZoneMap
from annotator.services.marking import trim
from annotator.services.steps import OpenDocument, Step, named


def paragraph(text: str, position: int) -> Fragment:
    """Return the line that a position is on, without the white space at its ends."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = text[start:] if end < 0 else text[start:end]
    first = start + len(line) - len(line.lstrip())
    return Fragment(first, max(first, start + len(line.rstrip())))


def mark_zones(
    opened: OpenDocument, fragments: Iterable[Fragment], by: AnnotatorId
) -> Step | None:
    """Make *fragments* boilerplate; zones that they run into become one with them."""
    text = opened.document.text
    chosen = trim(text, fragments)
    put: list[Zone] = []
    removed: set[ZoneId] = set()
    for fragment in chosen:
        if opened.zones.holds([fragment]):
            continue
        joined = _touching(opened, fragment)
        removed.update(zone.id for zone in joined)
        put.append(
            Zone(
                ZoneId(new_id()),
                min((fragment.start, *(zone.start for zone in joined))),
                max((fragment.end, *(zone.end for zone in joined))),
                joined[0].kind if joined else ZoneKind.OTHER,
                by,
            )
        )
    if not put:
        return None
    name = tr("Mark {words} as boilerplate", words=named(text, chosen))
    return Step(name, put_zones=tuple(put), removed_zones=tuple(sorted(removed)))


def unmark_zones(
    opened: OpenDocument, fragments: Iterable[Fragment], by: AnnotatorId
) -> Step | None:
    """Take *fragments* out of the zones they are in; a zone at an empty one, whole."""
    text = opened.document.text
    gone: dict[ZoneId, Zone] = {}
    cut: list[Fragment] = []
    for fragment in fragments:
        found = _touching(opened, fragment)
        gone.update((zone.id, zone) for zone in found)
        if fragment.start == fragment.end:
            cut += [Fragment(zone.start, zone.end) for zone in found]
        else:
            cut.append(fragment)
    if not gone:
        return None
    keep = ZoneMap(cut)
    rest = [
        Zone(ZoneId(new_id()), *left, zone.kind, by)
        for zone in gone.values()
        for left in trim(text, keep.outside([Fragment(zone.start, zone.end)]))
    ]
    name = tr("{words} is no boilerplate", words=named(text, cut))
    return Step(name, put_zones=tuple(rest), removed_zones=tuple(sorted(gone)))


def recognise_zones(opened: OpenDocument) -> Step | None:
    """Mark what the rules find and is not marked yet."""
    document = opened.document
    found = [
        zone
        for zone in recognise(document.id, document.text)
        if not opened.zones.touches([Fragment(zone.start, zone.end)])
    ]
    if not found:
        return None
    return Step(tr("Recognise boilerplate"), put_zones=tuple(found))


def set_language(opened: OpenDocument, given: str) -> Step | None:
    """Say which language the document is in; "" for unknown.

    Raises:
        InputError: There is no such language.
    """
    code = language_code(given)
    if given.strip() and not code:
        raise InputError(
            tr(
                "“{given}” is no language that is known here; give its"
                " name in English or its code of two letters.",
                given=given,
            )
        )
    if code == opened.layer.language:
        return None
    name = tr("Set the language to {language}", language=language_name(code))
    return Step(name, language=code)


def _touching(opened: OpenDocument, fragment: Fragment) -> list[Zone]:
    """Return the zones that share a character with a fragment, or hold a position."""
    start, end = fragment
    return sorted(
        (
            zone
            for zone in opened.layer.zones.values()
            if (zone.start < end and start < zone.end)
            or (start == end and zone.start <= start <= zone.end)
        ),
        key=lambda zone: zone.start,
    )
