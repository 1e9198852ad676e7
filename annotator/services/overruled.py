"""Where an annotator's work was settled otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.agreement.settling import Cluster, Sort, clusters
from annotator.domain.annotations import Annotation, Fragment, extent
from annotator.domain.documents import Annotator, Status
from annotator.domain.ids import AnnotationId, DocumentId
from annotator.domain.people import Comment
from annotator.domain.progress import Progress
from annotator.domain.schema import Kind
from annotator.domain.schema_toml import parse_schema
from annotator.domain.settling import How, Settlement
from annotator.services.project import GOLD
from annotator.storage.store import Store


@dataclass(frozen=True, slots=True)
class Overruled:
    """One place where the settled layer says something else.

    Attributes:
        fragments: The main part of what the annotator has, or else of gold's.
        mine: What the annotator has; None where it was missed.
        gold: What was settled; None where nothing was.
        sorts: In which ways they differ, the chief one first.
        rows: What differs: ``label``, roles, names of attributes.
        how: How it was settled; None where nobody has noted it.
        comments: What was said of the place.
    """

    document_id: DocumentId
    kind: str
    fragments: tuple[Fragment, ...]
    mine: Annotation | None
    gold: Annotation | None
    sorts: tuple[Sort, ...]
    rows: tuple[str, ...]
    how: How | None
    comments: tuple[Comment, ...] = ()


def overruled(
    store: Store, person: Annotator, progress: Progress | None = None
) -> list[Overruled]:
    """Return where settled documents differ from what an annotator has done.

    Nothing is told of what other annotators have marked. Documents count that are
    settled and that the annotator has done.
    """
    progress = progress or Progress()
    gold = next((p for p in store.annotators() if p.name == GOLD), None)
    if gold is None:
        return []
    kinds = parse_schema(store.schema_toml()).kinds
    own = store.layer_states(person.id)
    todo = [
        document_id
        for document_id, (status, _) in store.layer_states(gold.id).items()
        if status is Status.DONE
        and own.get(document_id, (Status.TODO, 0))[0] is Status.DONE
    ]
    decisions = store.settlements(gold.id)
    found: list[Overruled] = []
    for number, document_id in enumerate(todo):
        progress.step(number, len(todo))
        mine = store.layer(document_id, person.id)
        settled = store.layer(document_id, gold.id)
        how = {
            AnnotationId(s.annotation_id): s
            for s in decisions.get(document_id, {}).values()
        }
        differing = clusters(
            {
                "gold": settled.annotations.values(),
                "mine": mine.annotations.values(),
            },
            store.text(document_id),
            kinds,
        )
        comments = list(mine.comments.values())
        found += _places(document_id, differing, how, comments, kinds)
    progress.step(len(todo), len(todo))
    return found


def overruled_in(
    project_path: Path, person: Annotator, progress: Progress | None = None
) -> list[Overruled]:
    """Do the same for a project file, on a connection of its own."""
    with Store.open(project_path) as store:
        return overruled(store, person, progress)


def _places(
    document_id: DocumentId,
    differing: list[Cluster],
    how: dict[AnnotationId, Settlement],
    comments: list[Comment],
    kinds: tuple[Kind, ...],
) -> Iterator[Overruled]:
    role_of = {kind.name: kind.main_role.name for kind in kinds}
    for cluster in differing:
        if cluster.is_agreed:
            continue
        mine, gold = cluster.members.get("mine"), cluster.members.get("gold")
        shown = mine or gold
        assert shown is not None  # noqa: S101 - every cluster has a member
        settlement = how.get(gold.id) if gold is not None else None
        yield Overruled(
            document_id,
            cluster.kind,
            shown.parts.get(role_of[cluster.kind]) or (extent(shown.parts),),
            mine,
            gold,
            cluster.sorts,
            cluster.rows,
            settlement.how if settlement is not None else None,
            tuple(
                c for c in comments if c.start < cluster.end and cluster.start < c.end
            ),
        )
