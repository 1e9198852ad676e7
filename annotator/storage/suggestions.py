"""What pipelines propose, and how far each has got."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from annotator.domain.annotations import Decision, Suggestion, extent
from annotator.domain.documents import Document
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.scores import ROUNDING, TOP, ScoreHistogram
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.storage import encoding
from annotator.storage.bin import kept
from annotator.storage.database import Database, Row, insert_into
from annotator.storage.documents import Documents
from annotator.storage.faults import translated
from annotator.storage.rows import PipelineResult, VerdictCount
from annotator.storage.survey import SurveyShelf
from annotator.storage.tokens import TokenShelf

_COLUMNS = (
    "id, document_id, pipeline, version, kind, label, parts, score, attributes, reason"
)

INSERT_SUGGESTION = insert_into("suggestions") + " ON CONFLICT (id) DO NOTHING"

_RECORD_RUN = (
    insert_into("suggestion_runs")
    + " ON CONFLICT (document_id, pipeline, kind)"
    + " DO UPDATE SET version = excluded.version, stale = 0"
)

# What somebody decided on stays: the verdicts are the pipeline's score sheet.
_DELETE = """
DELETE FROM suggestions WHERE document_id = ? AND pipeline = ?
AND kind IN (SELECT value FROM json_each(?))
AND NOT EXISTS (SELECT 1 FROM verdicts WHERE suggestion_id = suggestions.id)"""

_KINDS_RUN = """
SELECT count(*) FROM suggestion_runs AS r WHERE r.document_id = {document}
AND NOT r.stale AND r.pipeline = ? AND r.version = ?
AND r.kind IN (SELECT value FROM json_each(?))"""

_LOOKED_AT = f"""
SELECT document_id, kind, version FROM suggestion_runs
WHERE pipeline = ?1 AND {kept("document_id")}
UNION
SELECT s.document_id, k.kind, s.version FROM (
    SELECT DISTINCT document_id, version FROM suggestions
    WHERE pipeline = ?1 AND {kept("document_id")}
) AS s, (
    SELECT DISTINCT kind FROM suggestions WHERE pipeline = ?1
) AS k WHERE NOT EXISTS (
    SELECT 1 FROM suggestion_runs AS r
    WHERE r.document_id = s.document_id AND r.pipeline = ?1
)"""  # noqa: S608 - constants

# As ``score_bin`` does, to the last bit: both cut off what is behind the point.
_BIN = f"max(0, min({TOP}, CAST(s.score * {TOP} + {ROUNDING!r} AS INTEGER)))"

_BY_SCORE = f"""
SELECT s.kind, {_BIN} AS bin, count(*) FROM suggestions AS s
WHERE s.document_id IS NOT ? AND NOT s.zoned AND {kept("s.document_id")}
GROUP BY s.kind, bin"""  # noqa: S608

# From the verdicts, which are few, to their suggestions, which are many.
_VERDICTS_BY_SCORE = f"""
SELECT s.kind, {_BIN} AS bin, v.decision, count(*)
FROM verdicts AS v CROSS JOIN suggestions AS s ON s.id = v.suggestion_id
WHERE v.annotator_id = ? AND v.document_id IS NOT ? AND NOT s.zoned
AND {kept("v.document_id")}
GROUP BY s.kind, bin, v.decision"""  # noqa: S608


class Suggestions:
    """Reads and replaces suggestions."""

    def __init__(
        self, database: Database, documents: Documents, tokens: TokenShelf
    ) -> None:
        self._db = database
        self._documents = documents
        self._tokens = tokens
        self._survey = SurveyShelf(database)

    def of(self, document_id: DocumentId) -> list[Suggestion]:
        """Return a document's suggestions, of all pipelines, in text order."""
        return suggestions_of(self._db, document_id)

    def count(self, document_id: DocumentId) -> int:
        """Return how many suggestions a document has, of all pipelines."""
        return int(
            self._db.value(
                "SELECT count(*) FROM suggestions WHERE document_id = ?", (document_id,)
            )
        )

    def put(
        self,
        document_id: DocumentId,
        pipeline: str,
        version: str,
        kinds: frozenset[str],
        suggestions: Sequence[Suggestion],
    ) -> None:
        """Replace a pipeline's suggestions of these kinds on a document.

        Those that somebody has decided on stay. That the pipeline has looked is
        recorded, also where it found nothing.
        """
        with self._db.transaction(durable=False):
            self._replace(document_id, (pipeline, version, suggestions), kinds)

    def put_results(
        self, results: Iterable[PipelineResult], kinds: frozenset[str]
    ) -> None:
        """Do the same for many documents in one transaction, and keep their tokens."""
        with self._db.transaction(durable=False):
            for result in results:
                if result.tokens is not None:
                    self._tokens.insert([(result.document_id, result.tokens)])
                if result.suggested and not result.error:
                    found = (result.pipeline, result.version, result.suggestions)
                    self._replace(result.document_id, found, kinds)

    def _replace(
        self,
        document_id: DocumentId,
        found: tuple[str, str, Sequence[Suggestion]],
        kinds: frozenset[str],
    ) -> None:
        pipeline, version, suggestions = found
        ordered = sorted(kinds)
        self._db.raw.execute(_DELETE, (document_id, pipeline, encoding.dump(ordered)))
        length = len(self._documents.text(document_id))
        self._db.raw.executemany(
            INSERT_SUGGESTION, [suggestion_row(s, length) for s in suggestions]
        )
        self._db.raw.executemany(
            _RECORD_RUN,
            [(document_id, pipeline, kind, version, False) for kind in ordered],
        )
        if self._survey.has_zones(document_id):
            self._survey.hide(document_id)

    def todo(
        self,
        pipeline: str,
        version: str,
        kinds: frozenset[str],
        languages: frozenset[str] = frozenset(),
    ) -> list[DocumentId]:
        """Return the documents this pipeline has not looked at for all *kinds*.

        Args:
            pipeline: Its name.
            version: Its version.
            kinds: What it is to look for.
            languages: Only documents in one of these ("" for those of which nobody
                knows); empty for all.
        """
        by = (pipeline, version)
        return [DocumentId(row[0]) for row in self._todo("id", by, kinds, languages)]

    def todo_positions(
        self,
        by: tuple[str, str],
        kinds: frozenset[str],
        languages: frozenset[str] = frozenset(),
    ) -> array[int]:
        """Return the positions of those documents, for there may be a million.

        Args:
            by: The pipeline's name and version.
            kinds: As for ``todo``.
            languages: As for ``todo``.
        """
        found = self._todo("position", by, kinds, languages)
        return array("q", (row[0] for row in found))

    def _todo(
        self,
        column: str,
        by: tuple[str, str],
        kinds: frozenset[str],
        languages: frozenset[str],
    ) -> Iterator[Row]:
        count = _KINDS_RUN.format(document="d.id")
        spoken = encoding.dump(sorted(languages))
        asked = encoding.dump(sorted(kinds))
        with translated(self._db.path):
            yield from self._db.raw.execute(
                f"SELECT d.{column} FROM documents AS d WHERE ({count}) < ?"  # noqa: S608
                " AND (? OR d.language IN (SELECT value FROM json_each(?)))"
                f" AND {kept('d.id')} ORDER BY d.position",
                (*by, asked, len(kinds), not languages, spoken),
            )

    def is_done(
        self,
        document_id: DocumentId,
        pipeline: str,
        version: str,
        kinds: frozenset[str],
    ) -> bool:
        """Return whether this pipeline has looked at a document for all *kinds*."""
        count = self._db.value(
            _KINDS_RUN.format(document="?"),
            (document_id, pipeline, version, encoding.dump(sorted(kinds))),
        )
        return bool(count == len(kinds))

    def pipelines(self) -> list[tuple[str, str]]:
        """Return the ``(pipeline, version)`` that have suggestions here."""
        return [
            (pipeline, version)
            for pipeline, version in self._db.rows(
                "SELECT DISTINCT pipeline, version FROM suggestions"  # noqa: S608
                f" WHERE {kept('document_id')} ORDER BY pipeline, version"
            )
        ]

    def makers(self) -> list[str]:
        """Return the pipelines that have looked here, also those that found nothing."""
        rows = self._db.rows(
            f"SELECT pipeline FROM suggestion_runs WHERE {kept('document_id')} UNION"  # noqa: S608
            f" SELECT pipeline FROM suggestions WHERE {kept('document_id')} ORDER BY 1"
        )
        return [pipeline for (pipeline,) in rows]

    def looked_at(self, pipeline: str) -> list[tuple[DocumentId, str, str]]:
        """Return what a pipeline has looked for, as ``(document, kind, version)``.

        Where its suggestions were imported nobody knows what it looked for: a
        document that has any counts for each kind that it has anywhere.
        """
        return [
            (document_id, kind, version)
            for document_id, kind, version in self._db.rows(_LOOKED_AT, (pipeline,))
        ]

    def counts(self) -> list[tuple[str, str, str, int]]:
        """Return how many there are of each ``(pipeline, version, kind)``."""
        return [
            (pipeline, version, kind, number)
            for pipeline, version, kind, number in self._db.rows(
                "SELECT pipeline, version, kind, count(*) FROM suggestions"  # noqa: S608
                f" WHERE {kept('document_id')}"
                " GROUP BY pipeline, version, kind ORDER BY pipeline, version, kind"
            )
        ]

    def verdict_counts(self) -> list[VerdictCount]:
        """Return how everybody has decided, by pipeline, version and kind."""
        return [
            VerdictCount(pipeline, version, kind, Decision(decision), count)
            for pipeline, version, kind, decision, count in self._db.rows(
                f"""SELECT s.pipeline, s.version, s.kind, v.decision, count(*)
                FROM verdicts AS v JOIN suggestions AS s ON s.id = v.suggestion_id
                WHERE {kept("v.document_id")}
                GROUP BY s.pipeline, s.version, s.kind, v.decision
                ORDER BY s.pipeline, s.version, s.kind, v.decision"""  # noqa: S608
            )
        ]

    def score_histogram(
        self, annotator_id: AnnotatorId, *, besides: DocumentId | None = None
    ) -> ScoreHistogram:
        """Count all suggestions by kind and score, and one annotator's verdicts.

        Reads every suggestion (half a second for 300,000): call it in the
        background.

        Args:
            annotator_id: Whose verdicts count.
            besides: A document to leave out, because it is known better.
        """
        with self._db.snapshot():
            every = self._db.rows(_BY_SCORE, (besides,))
            decided = self._db.rows(_VERDICTS_BY_SCORE, (annotator_id, besides))
            rows: list[tuple[str, int, Decision | None, int]]
            rows = [(kind, number, None, count) for kind, number, count in every]
            for kind, number, decision, count in decided:
                rows.append((kind, number, Decision(decision), count))
                rows.append((kind, number, None, -count))
        return ScoreHistogram.of(rows)

    def read(
        self, pipeline: str | None
    ) -> Iterator[tuple[Document, str, str, list[Suggestion], Tokens | None]]:
        """Yield ``(document, pipeline, version, suggestions, tokens)`` for export.

        Args:
            pipeline: Only this one's; None for all.
        """
        for document_id in self._documents.ids():
            chosen = [s for s in self.of(document_id) if pipeline in (None, s.pipeline)]
            if not chosen:
                continue
            document = self._documents.get(document_id)
            tokens = self._tokens.get(document_id)
            chosen.sort(key=_maker)  # stable: text order stays inside each
            for (name, version), group in groupby(chosen, key=_maker):
                yield document, name, version, list(group), tokens


def suggestions_of(database: Database, document_id: DocumentId) -> list[Suggestion]:
    """Return a document's suggestions in text order."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM suggestions WHERE document_id = ?",  # noqa: S608
        (document_id,),
    )
    return sorted(map(_to_suggestion, rows), key=_text_order)


def suggestion_row(suggestion: Suggestion, length: int) -> Row:
    """Return the columns of a suggestion, in the order of its table.

    Raises:
        InputError: A part is empty or outside of the text.
    """
    fragments = [f for spans in suggestion.parts.values() for f in spans]
    if not fragments or any(not 0 <= s < e <= length for s, e in fragments):
        raise InputError(
            tr(
                "A suggested {kind} “{label}” of {pipeline} is outside of its"
                " text or empty.",
                kind=suggestion.kind,
                label=suggestion.label,
                pipeline=suggestion.pipeline,
            )
        )
    return (
        suggestion.id,
        suggestion.document_id,
        suggestion.pipeline,
        suggestion.version,
        suggestion.kind,
        suggestion.label,
        encoding.dump_mapping(suggestion.parts),
        suggestion.score,
        encoding.dump_mapping(suggestion.attributes),
        suggestion.reason,
        False,
    )


def _to_suggestion(row: Sequence[Any]) -> Suggestion:
    identity, document_id, pipeline, version, kind, label, *rest = row
    parts, score, attributes, reason = rest
    return Suggestion(
        identity,
        document_id,
        pipeline,
        version,
        kind,
        label,
        encoding.load_parts(encoding.load(parts)),
        score,
        encoding.load_attributes(attributes),
        reason,
    )


def _text_order(suggestion: Suggestion) -> tuple[int, int, str]:
    start, end = extent(suggestion.parts)
    return start, -end, suggestion.id


def _maker(suggestion: Suggestion) -> tuple[str, str]:
    return suggestion.pipeline, suggestion.version
