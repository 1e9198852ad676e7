"""Full-text search over titles and texts. SQLite only: FTS5."""

from __future__ import annotations

from collections.abc import Iterator

STATEMENTS = (
    """CREATE VIEW searchable_documents AS
    SELECT d.position AS position, d.title AS title, t.text AS text
    FROM documents AS d JOIN document_texts AS t ON t.document_id = d.id""",
    # External content: the index holds no second copy of the texts.
    """CREATE VIRTUAL TABLE document_search USING fts5(
    title, text, content='searchable_documents', content_rowid='position',
    tokenize='unicode61 remove_diacritics 2')""",
)

INSERT = "INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)"

# For a look at what the same texts come to; contentless.
IN_MEMORY = """CREATE VIRTUAL TABLE document_search USING fts5(
    title, text, content='', tokenize='unicode61 remove_diacritics 2')"""
FORGET_ALL = "INSERT INTO document_search (document_search) VALUES ('delete-all')"

# Rank 1 compares the index with the texts instead of only with itself.
CHECK = "INSERT INTO document_search (document_search, rank) VALUES (?, 1)"
CHECK_ARGUMENTS = ("integrity-check",)


def split_query(query: str) -> tuple[str, tuple[str, ...]]:
    """Return an FTS5 expression and the words that it cannot look up.

    Every word is quoted, so that nothing a user types is read as syntax, and may be
    the beginning of one. A single letter is a word by itself, as in “plan B”: a
    twentieth of all words begins with it, and to find those takes a second among a
    million documents. Words
    without a letter or digit (“☃”, “—”) are in no index: they are for a plain
    substring search.
    """
    words = tuple(_words(query))
    indexed = (w for w in words if _has_token(w))
    expression = " ".join(map(_term, indexed))
    return expression, tuple(w for w in words if not _has_token(w))


def phrase(text: str) -> str:
    """Return the expression for the words of *text* in a row; "" if it has none."""
    words = " ".join(_words(text))
    quoted = words.replace('"', '""')
    return f'"{quoted}"' if _has_token(words) else ""


def _term(word: str) -> str:
    quoted = '"' + word.replace('"', '""') + '"'
    return quoted if word.isascii() and len(word) == 1 else f"{quoted}*"


def _words(query: str) -> Iterator[str]:
    clean = query.encode("utf-8", "ignore").decode().replace("\x00", " ")
    return iter(clean.split())


def _has_token(word: str) -> bool:
    return any(character.isalnum() for character in word)
