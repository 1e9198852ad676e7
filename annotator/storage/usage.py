"""What of a schema is in use, by whom and where, and giving labels other names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.storage import encoding
from annotator.storage.bin import kept
from annotator.storage.database import Database
from annotator.storage.rows import Use
from annotator.storage.stamps import ANNOTATION, PUT_STAMP, Stamps

_KEPT = kept("a.document_id")

_LABELS = f"""
SELECT a.kind, a.label, a.annotator_id, count(*) FROM annotations AS a
WHERE {_KEPT} GROUP BY a.kind, a.label, a.annotator_id"""  # noqa: S608

_ROLES = f"""
SELECT kind, role, annotator_id, sum(number) FROM (
    SELECT a.kind, a.sole_role AS role, a.annotator_id, count(*) AS number
    FROM annotations AS a WHERE a.sole_role <> '' AND {_KEPT} GROUP BY 1, 2, 3
    UNION ALL
    SELECT a.kind, f.role, a.annotator_id, count(DISTINCT a.id)
    FROM annotations AS a JOIN fragments AS f ON f.annotation_id = a.id
    WHERE a.sole_role = '' AND {_KEPT} GROUP BY 1, 2, 3
) GROUP BY kind, role, annotator_id"""  # noqa: S608

_ATTRIBUTES = f"""
SELECT a.kind, j.key, a.annotator_id, count(*)
FROM annotations AS a, json_each(a.attributes) AS j
WHERE a.attributes <> '{{}}' AND {_KEPT} GROUP BY 1, 2, 3"""  # noqa: S608

_VALUES = f"""
SELECT a.kind, j.key, CAST(coalesce(j.atom, '') AS TEXT), a.annotator_id, count(*)
FROM annotations AS a, json_each(a.attributes) AS j
WHERE a.attributes <> '{{}}' AND a.kind || char(10) || j.key IN
    (SELECT value FROM json_each(?)) AND {_KEPT} GROUP BY 1, 2, 3, 4"""  # noqa: S608

_LINKS = f"""
SELECT k.label, a.kind, t.kind, k.annotator_id, count(*) FROM links AS k
JOIN annotations AS a ON a.id = k.source_id
JOIN annotations AS t ON t.id = k.target_id
WHERE {_KEPT} GROUP BY 1, 2, 3, 4"""  # noqa: S608

_CONDITIONS = {
    "kind": "a.kind = :kind",
    "label": "a.kind = :kind AND a.label = :name",
    "part": "a.kind = :kind AND (a.sole_role = :name OR a.sole_role = '' AND EXISTS"
    " (SELECT 1 FROM fragments AS f WHERE f.annotation_id = a.id"
    " AND f.role = :name))",
    "attribute": "a.kind = :kind AND a.attributes <> '{}'"
    " AND EXISTS (SELECT 1 FROM json_each(a.attributes) AS j WHERE j.key = :name)",
    "value": "a.kind = :kind AND a.attributes <> '{}' AND EXISTS (SELECT 1"
    " FROM json_each(a.attributes) AS j WHERE j.key = :name"
    " AND CAST(coalesce(j.atom, '') AS TEXT) = :value)",
    "link": "EXISTS (SELECT 1 FROM links AS k JOIN annotations AS t"
    " ON t.id = k.target_id WHERE k.source_id = a.id AND k.label = :name"
    " AND a.kind = :kind AND t.kind = :value)",
}

_PLACES = """
SELECT a.document_id, a.id, a.start, a."end", a.annotator_id
FROM annotations AS a JOIN documents AS d ON d.id = a.document_id
WHERE {condition} AND {kept} ORDER BY d.position, a.start, a.rowid LIMIT :limit"""

_TOUCH = """
UPDATE layers SET changed = ? WHERE (document_id, annotator_id) IN (
    SELECT DISTINCT document_id, annotator_id FROM annotations
    WHERE kind = ? AND label = ?)"""


class Usage:
    """Reads what of a schema is in use; what is in the bin is left out."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def labels(self) -> list[Use]:
        """Return how often each label is used, by kind and annotator."""
        return [Use(*row) for row in self._db.rows(_LABELS)]

    def roles(self) -> list[Use]:
        """Return how many annotations have each part."""
        return [Use(*row) for row in self._db.rows(_ROLES)]

    def attributes(self) -> list[Use]:
        """Return how many annotations have each attribute."""
        return [Use(*row) for row in self._db.rows(_ATTRIBUTES)]

    def values(self, attributes: Iterable[tuple[str, str]]) -> list[Use]:
        """Return how often each value of some attributes is used.

        Args:
            attributes: Kind and name of each.
        """
        asked = encoding.dump([f"{kind}\n{name}" for kind, name in attributes])
        return [
            Use(kind, name, who, number, str(value))
            for kind, name, value, who, number in self._db.rows(_VALUES, (asked,))
        ]

    def links(self) -> list[Use]:
        """Return how many links of each label there are, by kinds of their ends."""
        return [
            Use(source, label, who, number, target)
            for label, source, target, who, number in self._db.rows(_LINKS)
        ]

    def places(
        self, what: str, use: Use, limit: int
    ) -> list[tuple[DocumentId, str, int, int, AnnotatorId]]:
        """Return the first annotations of a use: document, id, start, end, whose.

        Args:
            what: ``kind``, ``label``, ``part``, ``attribute``, ``value`` or ``link``.
            use: Which; whose does not matter.
            limit: How many at most.
        """
        sql = _PLACES.format(condition=_CONDITIONS[what], kept=_KEPT)
        chosen: Any = {
            "kind": use.kind,
            "name": use.name,
            "value": use.value,
            "limit": limit,
        }
        return list(self._db.raw.execute(sql, chosen))


def relabel(database: Database, kind: str, old: str, new: str) -> int:
    """Give a label another name wherever it is; the caller has opened the transaction.

    In everybody's layers, in suggestions and in the history, so that a step that is
    undone brings the new name back. Every annotation gets a stamp: the name counts
    where another file of the project still has the old one.

    Returns:
        How many annotations have the other name now.
    """
    run, many = database.raw.execute, database.raw.executemany
    stamp = Stamps(database).next()
    rows = database.rows(
        "SELECT document_id, annotator_id, id FROM annotations"
        " WHERE kind = ? AND label = ?",
        (kind, old),
    )
    many(
        PUT_STAMP,
        [(d, who, ANNOTATION, i, stamp, False, "") for d, who, i in rows],
    )
    run(_TOUCH, (stamp, kind, old))
    run(
        "UPDATE annotations SET label = ?3 WHERE kind = ?1 AND label = ?2",
        (kind, old, new),
    )
    run(
        "UPDATE suggestions SET label = ?3 WHERE kind = ?1 AND label = ?2",
        (kind, old, new),
    )
    _relabel_history(database, kind, old, new)
    return len(rows)


def _relabel_history(database: Database, kind: str, old: str, new: str) -> None:
    named = encoding.dump(old)
    changed = []
    for identity, *texts in database.rows(
        "SELECT id, forward, inverse FROM operations"
        " WHERE instr(forward, ?1) OR instr(inverse, ?1)",
        (named,),
    ):
        after = [_relabelled(text, kind, old, new) for text in texts]
        if after != texts:
            changed.append((*after, identity))
    database.raw.executemany(
        "UPDATE operations SET forward = ?, inverse = ? WHERE id = ?", changed
    )


def _relabelled(text: str, kind: str, old: str, new: str) -> str:
    """Return a change of the history with other names; as it was where it has none."""
    items = json.loads(text)
    found = False
    put: Sequence[dict[str, Any]] = items.get("put", ())
    for annotation in put:
        if annotation["kind"] == kind and annotation["label"] == old:
            annotation["label"] = new
            found = True
    return encoding.dump(items) if found else text
