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
from annotator.domain.zones import ZoneMap
from annotator.services.outside import outside
from annotator.services.project import GOLD
from annotator.storage.store import Store


@dataclass(frozen=True, slots=True)
class Overruled:
    """One place where the settled layer says something else.

    Attributes:
        fragments: The main part of what the annotator has, or else of gold's.
        mine: What the annotator has; None where it was missed.
        gold: What was settled; None where nothing was.
        sorts: In which ways they differ, the chief one first; none where there is
            only a comment.
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
    settled and that the annotator has done; comments on any that the annotator has
    begun are told, too, those on no such place as places of their own.
    """
    progress = progress or Progress()
    gold = next((p for p in store.annotators() if p.name == GOLD), None)
    if gold is None:
        return []
    kinds = parse_schema(store.schema_toml()).kinds
    settled = {
        document_id
        for document_id, (status, _) in store.layer_states(gold.id).items()
        if status is Status.DONE
    }
    commented = store.comment_counts()
    todo = [
        (document_id, document_id in settled and status is Status.DONE)
        for document_id, (status, _) in store.layer_states(person.id).items()
        if (document_id in settled and status is Status.DONE)
        or document_id in commented
    ]
    decisions = store.settlements(gold.id)
    found: list[Overruled] = []
    for number, (document_id, is_settled) in enumerate(todo):
        progress.step(number, len(todo))
        mine = store.layer(document_id, person.id)
        comments = [c for c in mine.comments.values() if not c.resolved]
        places: list[Overruled] = []
        if is_settled:
            settlements = decisions.get(document_id, {}).values()
            how = {AnnotationId(s.annotation_id): s for s in settlements}
            settled_layer = store.layer(document_id, gold.id)
            zones = ZoneMap(mine.zones.values())
            layers = {
                name: list(outside(layer.annotations.values(), zones, kinds))
                for name, layer in (("gold", settled_layer), ("mine", mine))
            }
            differing = clusters(layers, store.documents.text(document_id), kinds)
            places = list(_places(document_id, differing, how, comments, kinds))
        told = {c.id for place in places for c in place.comments}
        places += [_remark(document_id, c) for c in comments if c.id not in told]
        found += sorted(places, key=lambda place: place.fragments)
    progress.step(len(todo), len(todo))
    return found


def _remark(document_id: DocumentId, comment: Comment) -> Overruled:
    """Return a comment on a place where nobody was overruled."""
    place = Fragment(comment.start, comment.end)
    return Overruled(document_id, "", (place,), None, None, (), (), None, (comment,))


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
