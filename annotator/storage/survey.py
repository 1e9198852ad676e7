"""What is known of a document besides its text: zones and language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.domain.documents import LANGUAGE_SOUGHT, ZONES_SOUGHT, Survey
from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId, ZoneId
from annotator.domain.wording import tr
from annotator.domain.zones import Zone, ZoneMap
from annotator.storage import encoding
from annotator.storage.bin import kept
from annotator.storage.database import Database, Row, insert_into

ZONES_COLUMN = """
(SELECT json_group_array(json_array(z.id, z.start, z."end", z.kind, z.marked_by))
    FROM zones AS z WHERE z.document_id = d.id)"""
"""The zones of a document ``d``, in one column; see ``load_zones``."""

_READ = """
SELECT id, start, "end", kind, marked_by FROM zones
WHERE document_id = ? ORDER BY start, "end", id"""

PUT_ZONE = (
    insert_into("zones")
    + """
ON CONFLICT (id) DO UPDATE SET start = excluded.start, "end" = excluded."end",
    kind = excluded.kind, marked_by = excluded.marked_by
WHERE zones.document_id = excluded.document_id"""
)

_REACH = "UPDATE documents SET surveyed = ?1 WHERE id = ?2 AND surveyed < ?1"

# Somebody may have said which language it is while it was looked for.
_TELL = "UPDATE documents SET language = ? WHERE id = ? AND language = ''"

_REMOVED = """
SELECT 1 FROM stamps WHERE document_id = ? AND annotator_id = '' AND kind = 'zone'
AND item = ? AND removed = 1"""


class SurveyShelf:
    """Reads and writes zones and languages."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def zones(self, document_id: DocumentId) -> list[Zone]:
        """Return a document's zones in text order."""
        return list(map(encoding.to_zone, self._db.rows(_READ, (document_id,))))

    def language(self, document_id: DocumentId) -> str:
        """Return a document's language; "" where nobody knows."""
        sql = "SELECT language FROM documents WHERE id = ?"
        return str(self._db.value(sql, (document_id,)) or "")

    def languages(self) -> dict[str, int]:
        """Return how many documents are in each language, the most frequent first."""
        return dict(
            self._db.rows(
                "SELECT language, count(*) FROM documents"  # noqa: S608
                f" WHERE {kept('id')} GROUP BY language"
                " ORDER BY 2 DESC, 1"
            )
        )

    def missing(self, level: int) -> list[DocumentId]:
        """Return the documents not looked at as far as *level*, in order of import."""
        rows = self._db.rows(
            f"SELECT id FROM documents WHERE surveyed < ? AND {kept('id')}"  # noqa: S608
            " ORDER BY position",
            (level,),
        )
        return [row[0] for row in rows]

    def reached(self, document_id: DocumentId) -> int:
        """Return how far a document has been looked at."""
        sql = "SELECT surveyed FROM documents WHERE id = ?"
        return int(self._db.value(sql, (document_id,)) or 0)

    def keep(self, found: Iterable[Survey]) -> None:
        """Write what was found in documents at which nobody had looked.

        A zone that somebody has taken back does not come again.
        """
        with self._db.transaction(durable=False):
            for survey in found:
                identity = survey.document_id
                if self._reach(identity, ZONES_SOUGHT):
                    self.put(identity, self._fresh(survey), None)
                if survey.language is not None:
                    self._reach(identity, LANGUAGE_SOUGHT)
                    self._db.raw.execute(_TELL, (survey.language, identity))

    def _reach(self, document_id: DocumentId, level: int) -> bool:
        done = self._db.raw.execute(_REACH, (level, document_id))
        return bool(done.rowcount)

    def _fresh(self, survey: Survey) -> list[Zone]:
        return [
            zone
            for zone in survey.zones
            if self._db.row(_REMOVED, (survey.document_id, zone.id)) is None
        ]

    # -- inside of the transaction of whoever changes something -----------------

    def put(
        self, document_id: DocumentId, zones: Sequence[Zone], length: int | None
    ) -> None:
        """Write zones.

        Args:
            document_id: Of which document.
            zones: What to put in, or in place of those of the same ids.
            length: Of the text, to be checked against; None where they were found
                in it.

        Raises:
            InputError: One is outside of the text.
        """
        for zone in zones:
            if (
                not 0
                <= zone.start
                < zone.end
                <= (zone.end if length is None else length)
            ):
                raise InputError(
                    tr(
                        "A zone at {start}-{end} is outside of its text, which has"
                        " {length} characters.",
                        start=zone.start,
                        end=zone.end,
                        length=length,
                    )
                )
        rows = [zone_row(zone, document_id) for zone in zones]
        if rows and self._db.raw.executemany(PUT_ZONE, rows).rowcount < len(rows):
            raise InputError(tr("The id of a zone is taken in another document."))
        if rows:
            self.hide(document_id)

    def remove(self, document_id: DocumentId, ids: Sequence[ZoneId]) -> None:
        """Delete zones; pipelines have to look at what comes out of them."""
        self._db.raw.executemany(
            "DELETE FROM zones WHERE id = ? AND document_id = ?",
            [(i, document_id) for i in ids],
        )
        if ids:
            self._db.raw.execute(
                "UPDATE suggestion_runs SET stale = 1 WHERE document_id = ?",
                (document_id,),
            )
            self.hide(document_id)

    def set_language(self, document_id: DocumentId, language: str) -> None:
        """Say which language a document is in."""
        self._db.raw.execute(
            "UPDATE documents SET language = ? WHERE id = ?", (language, document_id)
        )

    def hide(self, document_id: DocumentId) -> None:
        """Note which suggestions touch a zone."""
        zones = ZoneMap(self.zones(document_id))
        rows = self._db.rows(
            "SELECT id, parts, zoned FROM suggestions WHERE document_id = ?",
            (document_id,),
        )
        changed = []
        for identity, parts, zoned in rows:
            touches = zones.touches_parts(encoding.load_parts(encoding.load(parts)))
            if touches != bool(zoned):
                changed.append((touches, identity))
        self._db.raw.executemany(
            "UPDATE suggestions SET zoned = ? WHERE id = ?", changed
        )

    def has_zones(self, document_id: DocumentId) -> bool:
        """Return whether a document has any zone."""
        sql = "SELECT 1 FROM zones WHERE document_id = ? LIMIT 1"
        return self._db.row(sql, (document_id,)) is not None


def zone_row(zone: Zone, document_id: DocumentId) -> Row:
    """Return the columns of a zone, in the order of its table."""
    return zone.id, document_id, zone.start, zone.end, zone.kind, zone.marked_by


def load_zones(column: str) -> tuple[Zone, ...]:
    """Return the zones of a ``ZONES_COLUMN`` in the order of the text."""
    if column == "[]":
        return ()
    return tuple(
        sorted(
            map(encoding.to_zone, encoding.load(column)),
            key=lambda zone: (zone.start, zone.end, zone.id),
        )
    )
