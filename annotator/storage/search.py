"""Full-text search over titles and texts. SQLite only: FTS5."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

OPEN_LAST = 3
"""Letters from which the last word of a query may be the beginning of one."""
OPEN = 4
"""The same for the words before it."""

_ALPHABETS = (
    *("LATIN ", "GREEK ", "CYRILLIC ", "ARMENIAN ", "GEORGIAN "),
    *("HEBREW ", "ARABIC "),
)

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
    the beginning of one. A word of one or two letters is one by itself, as in
    “plan B” and “EU”; one of three letters is, too, where another follows it, for
    then it is typed to its end. To find what begins so the index reads the places of
    all words that do: a million short documents have five million beginning with
    “st”, which takes half a second, and a fifth of that with “sta”. Words without a
    letter or digit (“☃”, “—”) are in no index: they are for a plain substring search.
    """
    words = tuple(_words(query))
    indexed = [w for w in words if _has_token(w)]
    last = len(indexed) - 1
    expression = " ".join(
        _term(word, open_from=OPEN_LAST if number == last else OPEN)
        for number, word in enumerate(indexed)
    )
    return expression, tuple(w for w in words if not _has_token(w))


def phrase(text: str) -> str:
    """Return the expression for the words of *text* in a row; "" if it has none."""
    words = " ".join(_words(text))
    quoted = words.replace('"', '""')
    return f'"{quoted}"' if _has_token(words) else ""


def _term(word: str, *, open_from: int) -> str:
    quoted = '"' + word.replace('"', '""') + '"'
    return f"{quoted}*" if _is_open(word, open_from) else quoted


def _is_open(word: str, least: int) -> bool:
    """Return whether a word may be the beginning of one; its last part counts.

    Where words are written together or by syllables, few characters say much.
    """
    letters = [c for c in unicodedata.normalize("NFD", word) if not _is_mark(c)]
    parts = "".join(c if c.isalnum() else " " for c in letters).split()
    return len(parts[-1]) >= least or not all(map(_is_of_alphabet, parts[-1]))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _is_of_alphabet(character: str) -> bool:
    name = unicodedata.name(character, "")
    return character.isascii() or name.startswith(_ALPHABETS)


def _words(query: str) -> Iterator[str]:
    clean = query.encode("utf-8", "ignore").decode().replace("\x00", " ")
    return iter(clean.split())


def _has_token(word: str) -> bool:
    return any(character.isalnum() for character in word)
