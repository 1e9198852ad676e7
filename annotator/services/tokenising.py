"""Tokens at first need, made in a child process by the project's tokenizer."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.errors import EnvironmentFault
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.storage.store import Store
from annotator.suggest.client import run_all
from annotator.suggest.pipelines import DEFAULT_PIPELINE

BATCH = 64


def pipeline_name(store: Store) -> str:
    """Return the project's pipeline: the one chosen, or the default."""
    return store.info().pipeline or DEFAULT_PIPELINE


def ensure_tokens(
    store: Store, documents: Iterable[DocumentId], progress: Progress
) -> None:
    """Make and keep the tokens of those *documents* that have none yet."""
    missing = set(store.documents_without_tokens()).intersection(documents)
    if not missing:
        return
    todo = [d for d in store.documents.ids() if d in missing]
    items = ((d, store.documents.text(d)) for d in todo)
    waiting = []
    for result in run_all(
        items,
        pipeline_name(store),
        jobs=1,
        suggest=False,
        progress=progress,
        total=len(todo),
    ):
        if result.tokens is None:
            raise EnvironmentFault(
                tr("The tokenizer failed on a document: {error}", error=result.error)
            )
        waiting.append((result.document_id, result.tokens))
        if len(waiting) >= BATCH:
            store.put_tokens(waiting)
            waiting.clear()
    store.put_tokens(waiting)
