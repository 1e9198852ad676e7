"""Tokens, kept once per document."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.ids import DocumentId
from annotator.domain.tokens import Tokens
from annotator.storage import encoding
from annotator.storage.bin import kept
from annotator.storage.database import Database, insert_into

INSERT_TOKENS = insert_into("tokens") + (
    " ON CONFLICT (document_id) DO UPDATE SET tokenizer = excluded.tokenizer,"
    " starts = excluded.starts, lengths = excluded.lengths,"
    " sentences = excluded.sentences"
)


class TokenShelf:
    """Reads and writes tokens."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, document_id: DocumentId) -> Tokens | None:
        """Return a document's tokens, None where nothing has made them yet."""
        row = self._db.row(
            "SELECT tokenizer, starts, lengths, sentences FROM tokens"
            " WHERE document_id = ?",
            (document_id,),
        )
        return None if row is None else encoding.unpack_tokens(*row)

    def put(self, items: Iterable[tuple[DocumentId, Tokens]]) -> None:
        """Keep tokens, in place of those that are there."""
        with self._db.transaction(durable=False):
            self.insert(items)

    def insert(self, items: Iterable[tuple[DocumentId, Tokens]]) -> None:
        """Write tokens; the caller has opened the transaction."""
        self._db.raw.executemany(
            INSERT_TOKENS,
            [(document_id, *encoding.pack_tokens(t)) for document_id, t in items],
        )

    def missing(self) -> list[DocumentId]:
        """Return the documents without tokens, in order of import."""
        rows = self._db.rows(
            "SELECT d.id FROM documents AS d LEFT JOIN tokens AS k"  # noqa: S608
            f" ON k.document_id = d.id WHERE k.document_id IS NULL AND {kept('d.id')}"
            " ORDER BY d.position"
        )
        return [row[0] for row in rows]
