"""Annotations and links as JSON objects, in an order that is always the same."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from annotator.domain.annotations import Annotation, Link, Parts, Suggestion
from annotator.domain.ids import AnnotationId, AnnotatorId
from annotator.domain.records import LayerRecord
from annotator.domain.schema import Schema

Row = dict[str, object]
Marked = Annotation | Suggestion


def annotation_row(item: Marked) -> Row:
    """Return an annotation or suggestion as an object."""
    parts = item.parts
    row: Row = {
        "id": item.id,
        "kind": item.kind,
        "label": item.label,
        "parts": {
            role: [[start, end] for start, end in parts[role]]
            for role in roles_of(parts)
        },
        "attributes": _attributes(item) if item.attributes else {},
    }
    if isinstance(item, Annotation):
        row["note"] = item.note
        row["origin"] = item.origin
        row["created"] = item.created
        row["modified"] = item.modified
    else:
        row["score"] = item.score
        row["reason"] = item.reason
    return row


def _attributes(item: Marked) -> Row:
    return dict(sorted(item.attributes.items()))


def settlement_rows(layer: LayerRecord) -> dict[AnnotationId, Row]:
    """Return for each settled annotation how it was settled, and from whose layers."""
    return {
        identity: {
            "how": settlement.how.value,
            "by": layer.people.get(AnnotatorId(settlement.by), ""),
            "time": settlement.time,
            "sources": [
                {
                    "annotator": layer.people.get(source.annotator_id, ""),
                    "annotation": source.annotation_id,
                    "parts": list(source.parts),
                }
                for source in settlement.sources
            ],
        }
        for identity, settlement in layer.settlements.items()
    }


def link_row(link: Link) -> Row:
    """Return a link as an object."""
    return {
        "id": link.id,
        "label": link.label,
        "from": link.source,
        "to": link.target,
    }


def roles_of(parts: Parts) -> Iterable[str]:
    """Return the roles in alphabetical order."""
    return parts if len(parts) == 1 else sorted(parts)


def select(items: Iterable[Marked], kinds: frozenset[str] | None) -> list[Marked]:
    """Return the items of *kinds* in the order of the text; ids settle ties."""
    if kinds is not None:
        items = (item for item in items if item.kind in kinds)
    return sorted(items, key=_position)


def select_links(links: Iterable[Link], items: Iterable[Marked]) -> list[Link]:
    """Return the links between *items*, by id."""
    chosen = list(links)
    if chosen:
        ids = {item.id for item in items}
        chosen = [k for k in chosen if k.source in ids and k.target in ids]
        chosen.sort(key=attrgetter("id"))
    return chosen


def _position(item: Marked) -> tuple[int, int, str]:
    parts = item.parts.values()
    if len(parts) == 1:
        (fragments,) = parts
        return fragments[0][0], fragments[-1][1], item.id
    start = min([fragments[0][0] for fragments in parts])
    return start, max([fragments[-1][1] for fragments in parts]), item.id


class MainRoles:
    """Which role of an annotation its label stands for."""

    def __init__(self, schema: Schema) -> None:
        self._roles = {k.name: {r.name for r in k.roles} for k in schema.kinds}
        self._mains = {kind.name: kind.main_role.name for kind in schema.kinds}

    def of(self, item: Marked) -> str:
        """Return the name of that role, which an unfinished annotation may lack.

        Where the schema knows neither the kind nor any of the roles, it is the
        first of them.
        """
        main = self._mains.get(item.kind, "")
        if main in item.parts:
            return main
        known = self._roles.get(item.kind)
        if known is None or known.isdisjoint(item.parts):
            return min(item.parts)
        return main
