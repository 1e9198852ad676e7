"""The words behind a figure of an evaluation, with some text around them."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Document
from annotator.domain.ids import DocumentId
from annotator.domain.text import excerpt, first_line
from annotator.services.project import Project

KEPT_DOCUMENTS = 32
AROUND = 48
WORDS = 160
TITLE = 60


class Snippet(NamedTuple):
    """A passage on one line.

    Attributes:
        title: Of its article.
        before: What stands before it, from a word's beginning.
        words: The passage itself, its middle cut out where it is long.
        after: What stands after it, to a word's end.
    """

    title: str
    before: str
    words: str
    after: str


class PassageReader:
    """Reads passages of a project, the last documents kept; use it from one thread."""

    def __init__(self, project: Project) -> None:
        self._store = project.store
        self._kept: OrderedDict[DocumentId, Document] = OrderedDict()

    def snippet(
        self, document_id: DocumentId, fragments: tuple[Fragment, ...]
    ) -> Snippet:
        """Return *fragments* of a document with what stands around them."""
        document = self._document(document_id)
        text = document.text
        start, end = fragments[0].start, fragments[-1].end
        limit = max(WORDS // len(fragments), 20)
        return Snippet(
            document.details.title or first_line(text, TITLE),
            _before(text, start),
            " … ".join(excerpt(text, *f, limit=limit) for f in fragments),
            _after(text, end),
        )

    def _document(self, document_id: DocumentId) -> Document:
        document = self._kept.pop(document_id, None)
        if document is None:
            document = self._store.documents.get(document_id)
        self._kept[document_id] = document
        if len(self._kept) > KEPT_DOCUMENTS:
            self._kept.popitem(last=False)
        return document


def _before(text: str, end: int) -> str:
    start = max(end - AROUND, 0)
    words = text[start:end]
    if start and not text[start - 1].isspace():
        words = words.partition(" ")[2]
    return _one_line(words)


def _after(text: str, start: int) -> str:
    end = min(start + AROUND, len(text))
    words = text[start:end]
    if end < len(text) and not text[end].isspace():
        words = words.rpartition(" ")[0]
    return _one_line(words)


def _one_line(words: str) -> str:
    """Return *words* with single blanks, those at its ends included."""
    line = " ".join(words.split())
    if not line:
        return ""
    return f"{' ' * words[0].isspace()}{line}{' ' * words[-1].isspace()}"
