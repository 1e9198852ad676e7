"""The bin: taking documents out of the project, and putting them back.

Nothing is ever deleted. What is in the bin keeps its text and all work on it, is
handed out and merged with it, and comes back as it was; until then it is in no list,
count, measure or export. Both ways are steps of the history like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.annotations import now
from annotator.domain.documents import Annotator, DocumentFilter
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, DocumentId, OperationId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.progress import Progress
from annotator.domain.text import excerpt
from annotator.domain.wording import noop, tr, trn
from annotator.services.project import GOLD, Project, login_name
from annotator.storage.store import Binned

__all__ = [
    "Binned",
    "Work",
    "articles",
    "bin_lines",
    "hangs_line",
    "joined",
    "may_bin",
    "named_documents",
    "named_in_bin",
    "put_into_bin",
    "take_out_of_bin",
    "title_of",
    "whoever",
    "work_line",
    "work_on",
]

_TITLE = 40
"""Characters of a title that a step's name holds."""

ID_LENGTH = 8
"""The least characters of a document's id that name it."""


@dataclass(frozen=True, slots=True)
class Work:
    """What hangs on documents.

    Attributes:
        documents: How many documents.
        annotations: Annotations of everybody but ``gold``.
        annotators: Whose they are, by name.
        settled: Annotations of the settled layer.
        assigned: Names of those to whom any is assigned.
        comments: How many.
        seconds: Of work.
    """

    documents: int
    annotations: int = 0
    annotators: tuple[str, ...] = ()
    settled: int = 0
    assigned: tuple[str, ...] = ()
    comments: int = 0
    seconds: float = 0.0

    @property
    def is_any(self) -> bool:
        """Whether anybody has done anything there, or is to."""
        return bool(self.annotations or self.settled or self.assigned or self.comments)


def work_on(project: Project, documents: Sequence[DocumentId]) -> Work:
    """Return what hangs on documents."""
    hanging = project.store.hanging(documents)
    people = {person.id: person.name for person in project.annotators()}
    counts = {people[who]: n for who, n in hanging.annotations.items()}
    settled = counts.pop(GOLD, 0)
    return Work(
        len(documents),
        sum(counts.values()),
        tuple(name for name in people.values() if name in counts),
        settled,
        tuple(name for who, name in people.items() if who in hanging.assigned),
        hanging.comments,
        hanging.seconds,
    )


def work_line(work: Work) -> str:
    """Return in words what hangs on documents, without a full stop.

    Like “3 articles with 212 annotations of ana and ben, 14 settled, assigned to
    cleo”.
    """
    if work.annotations:
        return tr(
            "{articles} with {work}",
            articles=articles(work.documents),
            work=hangs_line(work),
        )
    if work.is_any:
        return f"{articles(work.documents)}, {hangs_line(work)}"
    return trn(
        "{n:,} article, on which nobody has worked",
        "{n:,} articles, on none of which anybody has worked",
        work.documents,
    )


def hangs_line(work: Work) -> str:
    """Return the same without saying how many documents they are."""
    said = []
    if work.annotations:
        said.append(
            trn(
                "{n:,} annotation of {whose}",
                "{n:,} annotations of {whose}",
                work.annotations,
                whose=joined(work.annotators),
            )
        )
    if work.settled:
        said.append(tr("{number:,} settled", number=work.settled))
    if work.comments:
        said.append(trn("{n:,} comment", "{n:,} comments", work.comments))
    if work.assigned:
        said.append(tr("assigned to {whom}", whom=joined(work.assigned)))
    return ", ".join(said) or tr("no work")


def articles(number: int) -> str:
    """Return how many articles, in words."""
    return trn("{n:,} article", "{n:,} articles", number)


def joined(names: Sequence[str]) -> str:
    """Return names as one says them."""
    *others, last = names or (tr("nobody"),)
    if not others:
        return last
    return tr("{most} and {last}", most=", ".join(others), last=last)


# -- the steps -----------------------------------------------------------------


def may_bin(project: Project, person: Annotator) -> bool:
    """Return whether somebody may take documents out: the lead, in a whole project."""
    return person.lead and project.handout_for() is None


def put_into_bin(
    project: Project,
    by: Annotator,
    documents: Sequence[DocumentId],
    progress: Progress | None = None,
) -> list[Operation]:
    """Take documents out of the project, as one step of the history.

    Returns:
        What was done; nothing for what is in the bin already.

    Raises:
        InputError: Somebody else than the lead wants it, or it is a handout.
        CancelledError: The user asked for a stop; nothing was done.
    """
    return _carry_out(project, by, documents, now(), progress or Progress())


def take_out_of_bin(
    project: Project,
    by: Annotator,
    documents: Sequence[DocumentId],
    progress: Progress | None = None,
) -> list[Operation]:
    """Put documents back into the project; see ``put_into_bin``."""
    return _carry_out(project, by, documents, "", progress or Progress())


def _carry_out(
    project: Project,
    by: Annotator,
    documents: Sequence[DocumentId],
    time: str,
    progress: Progress,
) -> list[Operation]:
    project.require_whole(noop("take documents out or put them back"))
    if not by.lead:
        raise InputError(
            tr("Only the lead of the project takes documents out or puts them back.")
        )
    store = project.store
    there = {one.id: one.time for one in store.binned()}
    chosen = [d for d in dict.fromkeys(documents) if bool(time) != (d in there)]
    name = _name(project, chosen, back=not time)
    step = new_id() if len(chosen) > 1 else ""
    planned = (
        _operation(name, step, LayerChange(d, by.id, bin=time), there.get(d, ""))
        for d in _reported(chosen, progress)
    )
    return store.commit_step(planned)


def _reported(
    documents: Sequence[DocumentId], progress: Progress
) -> Iterator[DocumentId]:
    for number, document_id in enumerate(documents):
        progress.step(number, len(documents))
        yield document_id
    progress.step(len(documents), len(documents))


def _operation(name: str, step: str, change: LayerChange, before: str) -> Operation:
    back = LayerChange(change.document_id, change.annotator_id, bin=before)
    return Operation(OperationId(new_id()), name, now(), change, back, step)


def _name(project: Project, documents: Sequence[DocumentId], *, back: bool) -> str:
    if len(documents) != 1:
        said = noop("Put back {what}") if back else noop("Remove {what}")
        return tr(said, what=articles(len(documents)))
    title = title_of(project, documents[0])
    said = noop("Put back “{title}”") if back else noop("Remove “{title}”")
    return tr(said, title=excerpt(title, 0, len(title), limit=_TITLE))


def title_of(project: Project, document_id: DocumentId) -> str:
    """Return what a document is called in a list."""
    details = project.store.documents.get(document_id).details
    return details.title or document_id[:ID_LENGTH]


# -- for the command line ------------------------------------------------------


def whoever(project: Project, name: str = "") -> Annotator:
    """Return who is at work: *name*, whoever is logged in, or the only lead.

    Raises:
        InputError: There is nobody of that name, or it is not clear who is meant.
    """
    people = project.annotators()
    if name:
        return project.person(name)
    leads = [p for p in people if p.lead and not p.retired]
    login = login_name()
    if not leads:
        return project.enter(login)
    for person in leads:
        if person.name == login or len(leads) == 1:
            return person
    raise InputError(
        tr(
            "The project has several leads; say who you are with --as: {leads}.",
            leads=joined([p.name for p in leads]),
        )
    )


def named_documents(project: Project, words: Sequence[str]) -> list[DocumentId]:
    """Return the documents that ids, beginnings of ids, or words to search say.

    Raises:
        InputError: One of them says none.
    """
    everything = project.store.documents.ids()
    found: dict[DocumentId, None] = {}
    for asked in words:
        hits = _by_id(everything, asked) or _by_words(project, asked)
        if not hits:
            raise InputError(
                tr(
                    "No article of the project has the id or the words “{asked}”.",
                    asked=asked,
                )
            )
        found.update(dict.fromkeys(hits))
    return list(found)


def named_in_bin(project: Project, words: Sequence[str]) -> list[Binned]:
    """Return what is in the bin under ids, beginnings of ids, or words of titles.

    Raises:
        InputError: One of them says nothing.
    """
    binned = {one.id: one for one in project.store.binned()}
    found: dict[DocumentId, Binned] = {}
    for asked in words:
        hits = _by_id(list(binned), asked) or [
            one.id
            for one in binned.values()
            if asked.casefold() in one.title.casefold()
        ]
        if not hits:
            raise InputError(
                tr("Nothing in the bin has the id or the words “{asked}”.", asked=asked)
            )
        found.update((hit, binned[hit]) for hit in hits)
    return list(found.values())


def _by_id(documents: Sequence[DocumentId], asked: str) -> list[DocumentId]:
    if len(asked) < ID_LENGTH:
        return []
    return [d for d in documents if d.startswith(asked)]


def _by_words(project: Project, asked: str) -> list[DocumentId]:
    store, nobody = project.store, AnnotatorId("")
    where = DocumentFilter(query=asked)
    rows, last = [], -1
    while page := store.documents.rows(nobody, where, after=last, limit=1000):
        rows += page
        last = page[-1].position
    return [row.id for row in rows]


def bin_lines(project: Project) -> Iterator[str]:
    """Yield what ``annotator bin`` prints."""
    binned = project.store.binned()
    if not binned:
        yield "The bin is empty."
        return
    people = {person.id: person.name for person in project.annotators()}
    for one in binned:
        by = people.get(one.by, "somebody")
        work = hangs_line(work_on(project, [one.id]))
        yield f"{one.id[:ID_LENGTH]}  {one.title or 'Untitled'}"
        yield f"          removed {one.time[:10]} by {by}; {work}"
    yield f"In all {articles(len(binned))}; put back with --restore WORDS|ID."
