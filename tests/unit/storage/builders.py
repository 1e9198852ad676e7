"""Small worlds for tests of the store."""

from __future__ import annotations

from annotator.domain.annotations import (
    Annotation,
    Decision,
    Fragment,
    Link,
    Suggestion,
    Verdict,
    now,
)
from annotator.domain.documents import Details
from annotator.domain.ids import (
    AnnotationId,
    AnnotatorId,
    DocumentId,
    LinkId,
    OperationId,
    SuggestionId,
    derived_id,
    new_id,
)
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.records import Record
from annotator.domain.text import document_id, normalise
from annotator.domain.tokens import Tokens
from annotator.storage.store import Store

TEXT = normalise(
    "Mayor Ada Lindqvist 👩‍💼 spoke in Norrby.\r\n"
    "“We will reopen it,” she said, “before the snow.”\r\n"
    "قال الوزير إن الجسر مغلق. אמר השר.\r\nCafe\u0301 Noe\u0308l agreed."
)
FAMILY = "👩‍💼"
DOCUMENT = document_id(TEXT)


def record(
    text: str = TEXT,
    title: str = "Bridge",
    *,
    tokens: Tokens | None = None,
    **details: object,
) -> Record:
    """Return a record of a text."""
    return Record(document_id(text), text, Details(title, **details), tokens=tokens)


def add(store: Store, *records: Record) -> list[DocumentId]:
    """Import documents and return their ids."""
    with store.bulk() as bulk:
        for item in records:
            bulk.add_document(item)
    return [item.document_id for item in records]


def fragment(surface: str, text: str = TEXT) -> Fragment:
    """Return where *surface* first stands."""
    start = text.index(surface)
    return Fragment(start, start + len(surface))


def mark(surface: str = "Ada", label: str = "PERSON", **fields: object) -> Annotation:
    """Return an entity on the first place of *surface*."""
    moment = now()
    defaults = {"created": moment, "modified": moment}
    parts = fields.pop("parts", None) or {"mention": (fragment(surface),)}
    kind = fields.pop("kind", "entity")
    return Annotation(AnnotationId(new_id()), kind, label, parts, **(defaults | fields))


def quote(**fields: object) -> Annotation:
    """Return a quote in two fragments, its main role not the first."""
    parts = {
        "cue": (fragment("said"),),
        "content": (fragment("“We will reopen it,”"), fragment("“before the snow.”")),
        "speaker": (fragment("she"),),
    }
    return mark(label="direct", kind="quote", parts=parts, **fields)


def link(source: Annotation, target: Annotation) -> Link:
    """Return a link between two annotations."""
    return Link(LinkId(new_id()), "made_in", source.id, target.id)


def suggestion(
    surface: str,
    document: DocumentId = DOCUMENT,
    *,
    kind: str = "entity",
    made_by: tuple[str, str] = ("pipe", "1"),
    score: float = 0.5,
) -> Suggestion:
    """Return a suggested entity on the first place of *surface*."""
    identity = SuggestionId(derived_id("test", document, *made_by, kind, surface))
    parts = {"mention": (fragment(surface),)}
    return Suggestion(
        identity, document, *made_by, kind, "PERSON", parts, score, {}, "a reason"
    )


def verdict(found: Suggestion, decision: Decision = Decision.REJECTED) -> Verdict:
    """Return a decision on a suggestion."""
    return Verdict(found.id, decision, None, now())


def commit(
    store: Store,
    annotator: AnnotatorId,
    name: str = "Mark",
    document: DocumentId = DOCUMENT,
    **change: object,
) -> Operation:
    """Commit a change with the inverse that the present state gives it."""
    forward = LayerChange(document, annotator, **change)
    inverse = store.layer(document, annotator).inverse(forward)
    operation = Operation(OperationId(new_id()), name, now(), forward, inverse)
    store.commit(operation)
    return operation
