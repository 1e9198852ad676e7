"""Writing JSON Lines that doccano imports into a project with relations.

A row a document and layer: ``text``, ``entities`` with ``id`` (a number, unique in
the row), ``label``, ``start_offset`` and ``end_offset``, and ``relations`` with
``from_id``, ``to_id`` and ``type``. Each fragment of each part is an entity, its
label the annotation's for the main part and the role's name for any other; a relation
leads from the main part to each of the others, and one stands for each link.

doccano keeps all other columns as the example's metadata: ``meta`` (see
``jsonl_shape``), ``annotator``, ``status``, ``zones`` and a model's ``pipeline``. Keys
of ours in entities (see ``own_keys``) and relations (``link``, the link's id) it does
not look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.domain.annotations import Annotation, Link
from annotator.domain.records import Problem, Record
from annotator.formats.base import (
    Item,
    ReadOptions,
)
from annotator.formats.doccano import DoccanoReader
from annotator.formats.jsonl_shape import wrap_meta
from annotator.formats.line_writer import NO_LAYER, LineWriter
from annotator.formats.own_keys import about
from annotator.formats.rows import (
    MainRoles,
    Marked,
    Row,
    roles_of,
    select_links,
)
from annotator.formats.zone_rows import zone_rows


class DoccanoWriter(LineWriter):
    """Writes one row a document and layer."""

    name = "doccano"
    title = "doccano JSONL"

    def row(
        self,
        record: Record,
        items: list[Marked],
        mains: MainRoles,
        losses: list[Problem],
    ) -> Row:
        """Return a row."""
        return _row(record, items, mains)

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the rows as the reader understands them."""
        return DoccanoReader().read(target, ReadOptions())


def _row(record: Record, items: list[Marked], mains: MainRoles) -> Row:
    layer = record.layer or NO_LAYER
    marks = _Marks(mains)
    for item in items:
        marks.add(item)
    for link in select_links(layer.links, items):
        marks.link(link)
    row: Row = {
        "text": record.text,
        "entities": marks.entities,
        "relations": marks.relations,
        "meta": wrap_meta(record.details, record.document_id),
        "annotator": layer.annotator,
        "status": layer.status,
    }
    if record.zones is not None:
        row["zones"] = zone_rows(record.zones)
    return row


class _Marks:
    """Entities and relations of one row."""

    def __init__(self, mains: MainRoles) -> None:
        self.entities: list[Row] = []
        self.relations: list[Row] = []
        self._mains = mains
        self._anchors: dict[str, int] = {}

    def add(self, item: Marked) -> None:
        """Add the entities of an annotation, with the relations inside of it."""
        main, first = self._mains.of(item), len(self.entities)
        anchor = -1
        for role in roles_of(item.parts):
            for start, end in item.parts[role]:
                number = len(self.entities)
                if anchor < 0 and role == main:
                    anchor = number
                self.entities.append(
                    {
                        "id": number,
                        "label": item.label if role == main else role,
                        "start_offset": start,
                        "end_offset": end,
                        "annotation": item.id,
                        "kind": item.kind,
                        "role": role,
                    }
                )
        mine = self.entities[first:]
        mine[0]["about"] = about(item)
        if not isinstance(item, Annotation):
            mine[0]["score"] = item.score
        anchor = first if anchor < 0 else anchor
        self._anchors[item.id] = anchor
        for row in mine:
            if row["id"] != anchor:
                self._relate(anchor, row["id"], row["label"])

    def link(self, link: Link) -> None:
        """Add the relation that a link is; both its ends have been added."""
        ends = self._anchors[link.source], self._anchors[link.target]
        self._relate(*ends, link.label)["link"] = link.id

    def _relate(self, source: object, target: object, label: object) -> Row:
        row: Row = {
            "id": len(self.relations),
            "from_id": source,
            "to_id": target,
            "type": label,
        }
        self.relations.append(row)
        return row
