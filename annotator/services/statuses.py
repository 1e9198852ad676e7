"""Saying how far somebody is with several documents at once, as one step."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.annotations import now
from annotator.domain.documents import STATUS_TITLES, Annotator, Status
from annotator.domain.ids import DocumentId, OperationId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.progress import Progress
from annotator.domain.wording import tr, trn, within
from annotator.services.project import Project


def set_statuses(
    project: Project,
    by: Annotator,
    documents: Sequence[DocumentId],
    status: Status,
    progress: Progress | None = None,
) -> list[Operation]:
    """Set how far somebody is with documents, as one step of their history.

    Returns:
        What was done; nothing for what is in that state already.

    Raises:
        CancelledError: The user asked for a stop; nothing was done.
    """
    progress = progress or Progress()
    states = project.store.layer_states(by.id)
    before = {d: states.get(d, (Status.TODO, 0))[0] for d in documents}
    chosen = [d for d, state in before.items() if state is not status]
    state = within(tr(STATUS_TITLES[status]))
    name = (
        tr("Set {state}", state=state)
        if len(chosen) == 1
        else trn(
            "Set {n:,} article to {state}",
            "Set {n:,} articles to {state}",
            len(chosen),
            state=state,
        )
    )
    step = new_id() if len(chosen) > 1 else ""
    planned: list[Operation] = []
    for number, document_id in enumerate(chosen):
        progress.step(number, len(chosen))
        there = LayerChange(document_id, by.id, status=status)
        back = LayerChange(document_id, by.id, status=before[document_id])
        planned.append(Operation(OperationId(new_id()), name, now(), there, back, step))
    progress.step(len(chosen), len(chosen))
    return project.store.commit_step(planned)
