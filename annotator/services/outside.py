"""Annotations without what of them lies in boilerplate, for whatever compares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.domain.annotations import Annotation, Parts
from annotator.domain.schema import Kind
from annotator.domain.zones import ZoneMap


def outside(
    annotations: Iterable[Annotation], zones: ZoneMap, kinds: Sequence[Kind]
) -> Iterator[Annotation]:
    """Yield annotations without those whose main part lies in zones.

    Those that run into a zone are cut to what is left of them, so that two people
    who differ only there do not differ.
    """
    if not zones:
        yield from annotations
        return
    mains = {kind.name: kind.main_role.name for kind in kinds}
    for annotation in annotations:
        if not zones.touches_parts(annotation.parts):
            yield annotation
            continue
        parts = cut_parts(annotation.parts, zones)
        main = mains.get(annotation.kind, next(iter(annotation.parts)))
        if main in parts or (main not in annotation.parts and parts):
            yield replace(annotation, parts=parts)


def cut_parts(parts: Parts, zones: ZoneMap) -> Parts:
    """Return what of *parts* is in no zone, without the roles that are gone."""
    cut = {role: zones.outside(fragments) for role, fragments in parts.items()}
    return {role: fragments for role, fragments in cut.items() if fragments}
