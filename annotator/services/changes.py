"""What one user action changed, for every view to refresh by."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.ids import DocumentId
from annotator.domain.layers import LayerChange


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of one action; doing, undoing and redoing all return one.

    Attributes:
        name: The action's name, as the undo menu shows it.
        document_id: The document it happened in; None where it touched no layer.
        change: What happened to the layer; None where nothing did.
        select: Id of the annotation or suggestion worth selecting next, or None.
        documents: Lists of documents show something else now.
        history: What undo and redo would do has changed.
        schema: Labels or kinds have changed.
        suggestions: The open document's suggestions have changed.
        zones: What of the document is boilerplate has changed.
        language: The document is said to be in another language.
        binned: The document, and maybe others, went into the bin or came out.
        several: Other documents changed in the same step.
        reread: The open document's layer was read again, for somebody else had
            changed it: all of it may be other than it was, besides ``change``.
    """

    name: str
    document_id: DocumentId | None = None
    change: LayerChange | None = None
    select: str | None = None
    documents: bool = False
    history: bool = False
    schema: bool = False
    suggestions: bool = False
    zones: bool = False
    language: bool = False
    binned: bool = False
    several: bool = False
    reread: bool = False
