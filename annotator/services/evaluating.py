"""How good suggestions are: a pipeline's, against what people have annotated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.agreement.comparing import Compared, Comparison
from annotator.agreement.matching import Ruler
from annotator.domain.annotations import Annotation, Suggestion, extent
from annotator.domain.documents import Annotator, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.schema import Kind, Schema
from annotator.domain.schema_toml import parse_schema
from annotator.domain.wording import tr
from annotator.domain.zones import ZoneMap
from annotator.services.evaluation import (
    Evaluation,
    EvaluationRequest,
    KindFigures,
    LeftOut,
    Passage,
)
from annotator.services.outside import outside
from annotator.services.people import visible_people
from annotator.services.project import GOLD, Project
from annotator.services.surveying import ensure_all_zones
from annotator.services.tokenising import pipeline_name
from annotator.storage.store import Store
from annotator.suggest.pipelines import label_of

ROUNDING = 1e-8
"""What a score may lack of the limit: 0.29 as a sum of others is not quite 0.29."""

MOST_PASSAGES = 200_000
"""How many passages are kept in memory; the figures count all of them."""


@dataclass(frozen=True, slots=True)
class EvaluationChoices:
    """What an open project lets one choose from.

    Attributes:
        layers: Whose layers there are, the settled one first.
        pipelines: Who has made suggestions.
        pipeline: Which of them is taken unless another is asked for; "" if none.
    """

    layers: tuple[str, ...]
    pipelines: tuple[str, ...]
    pipeline: str


def evaluation_choices(project: Project, viewer: Annotator) -> EvaluationChoices:
    """Return what somebody can compare in *project* with what."""
    store = project.store
    people = visible_people(project, viewer)
    layers = sorted(
        (p.name for p in people if store.layer_states(p.id)),
        key=lambda name: (name != GOLD, name.casefold()),
    )
    makers = store.suggestions.makers()
    own = pipeline_name(store)
    chosen = own if own in makers else next(iter(makers), "")
    return EvaluationChoices(tuple(layers), tuple(makers), chosen)


def evaluate(
    project_path: Path, request: EvaluationRequest, progress: Progress | None = None
) -> Evaluation:
    """Compare a pipeline's suggestions with a layer, document by document.

    A document counts where the layer is done, as in an export for training. What
    somebody decided on a suggestion plays no part. One document is in memory at a
    time, besides the passages that are asked for.

    Raises:
        InputError: There is no such layer, pipeline, kind or label.
        CancelledError: The user asked for a stop.
    """
    progress = progress or Progress()
    with Store.open(project_path) as store:
        plan = _Plan(store, request, progress)
        result = plan.result
        todo = plan.documents()
        for number, (document_id, sides) in enumerate(_sides(store, plan, todo)):
            progress.step(number, len(todo))
            _compare(plan, document_id, *sides)
        progress.step(len(todo), len(todo))
    return result


_Sides = tuple[str, list[Suggestion], list[Annotation]]


def _sides(
    store: Store, plan: _Plan, todo: list[DocumentId]
) -> Iterator[tuple[DocumentId, _Sides]]:
    """Yield text, suggestions and annotations of each document.

    Without those in boilerplate.
    """
    ensure_all_zones(store, todo, plan.progress)
    keys = [(document_id, plan.person.id) for document_id in todo]
    for document, layer, _ in store.read_layers(keys):
        zones = ZoneMap(document.zones)
        suggestions = [
            s
            for s in store.suggestions.of(document.id)
            if plan.takes(s) and not zones.touches_parts(s.parts)
        ]
        annotations = list(outside(layer.annotations.values(), zones, plan.kinds))
        yield document.id, (document.text, suggestions, annotations)


def _compare(
    plan: _Plan,
    document_id: DocumentId,
    text: str,
    suggestions: list[Suggestion],
    annotations: list[Annotation],
) -> None:
    """Count one document in, kind by kind."""
    ruler = Ruler(text)
    for kind in plan.kinds:
        if (document_id, kind.name) not in plan.looked_at:
            continue
        comparison = Comparison(
            [s for s in suggestions if s.kind == kind.name],
            [a for a in annotations if a.kind == kind.name and plan.lets(a.label)],
            ruler,
            main_role=kind.main_role.name,
            roles=[role.name for role in kind.roles[1:]],
        )
        figures = plan.result.kinds[kind.name]
        figures.documents += 1
        for criterion, tally in figures.tallies.items():
            tally.add(comparison, criterion)
        if plan.request.passages is not None:
            found = comparison.outcomes(plan.request.passages)
            _keep(plan.result, (_passage(document_id, kind, one) for one in found))


def _keep(result: Evaluation, passages: Iterator[Passage]) -> None:
    ordered = sorted(passages, key=lambda p: (p.fragments, p.label))
    room = MOST_PASSAGES - len(result.passages)
    result.passages += ordered[:room]
    result.unkept += len(ordered[room:])


def _passage(
    document_id: DocumentId, kind: Kind, one: Compared[Suggestion, Annotation]
) -> Passage:
    suggestion, annotation = one.left, one.right
    shown = annotation or suggestion
    assert shown is not None  # noqa: S101 - every outcome is about something
    fragments = shown.parts.get(kind.main_role.name) or (extent(shown.parts),)
    return Passage(
        document_id,
        kind.name,
        one.outcome,
        annotation.label if annotation else "",
        suggestion.label if suggestion else "",
        fragments,
        annotation.id if annotation else None,
        suggestion.id if suggestion else None,
        one.parts,
        suggestion.score if suggestion else None,
    )


class _Plan:
    """What a request comes to in a project."""

    def __init__(
        self, store: Store, request: EvaluationRequest, progress: Progress
    ) -> None:
        self.request = request
        self.progress = progress
        self._store = store
        schema = parse_schema(store.schema_toml())
        self.person = _person(store, request.against)
        self.pipeline = _pipeline(store, request.pipeline)
        self.looked_at: dict[tuple[DocumentId, str], set[str]] = {}
        for document_id, kind, version in store.suggestions.looked_at(self.pipeline):
            self.looked_at.setdefault((document_id, kind), set()).add(version)
        _check_labels(schema, request)
        self.kinds, absent = self._choose_kinds(schema)
        versions = {v for some in self.looked_at.values() for v in some}
        self.result = Evaluation(
            store.info().name,
            self.person.name,
            self.pipeline,
            tuple(sorted(versions)),
            request.min_score,
            tuple(sorted(request.labels)),
            kinds={kind.name: KindFigures() for kind in self.kinds},
            absent=absent,
        )

    def _choose_kinds(self, schema: Schema) -> tuple[list[Kind], tuple[str, ...]]:
        """Return the kinds to compare, and those that the layer has none of."""
        sought = {kind for _, kind in self.looked_at}
        present = {
            k for k, _, _ in self._store.annotation_counts().get(self.person.id, ())
        }
        for name in sorted(self.request.kinds - sought):
            known = ", ".join(sorted(sought))
            raise InputError(
                tr(
                    "{pipeline} has not looked for the kind “{kind}” here; it has"
                    " looked for {known}.",
                    pipeline=self.pipeline,
                    kind=name,
                    known=known,
                )
            )
        if not present:
            raise InputError(
                tr("{name} has annotated nothing yet.", name=self.person.name)
            )
        wanted = self.request.kinds or (sought & present)
        absent = tuple(sorted(sought - wanted)) if not self.request.kinds else ()
        return [kind for kind in schema.kinds if kind.name in wanted], absent

    def takes(self, suggestion: Suggestion) -> bool:
        """Return whether a suggestion is one of those that are judged.

        Of another version there may be some that somebody has decided on.
        """
        key = (suggestion.document_id, suggestion.kind)
        return (
            suggestion.pipeline == self.pipeline
            and suggestion.version in self.looked_at.get(key, ())
            and suggestion.score >= self.request.min_score - ROUNDING
            and self.lets(suggestion.label)
        )

    def lets(self, label: str) -> bool:
        """Return whether things of this label are compared."""
        return not self.request.labels or label in self.request.labels

    def documents(self) -> list[DocumentId]:
        """Return the documents to compare; note why others are not."""
        states = self._store.layer_states(self.person.id)
        todo = []
        for document_id in self._store.documents.ids():
            reason = self._reason(document_id, *states.get(document_id, (None, 0)))
            if reason is None:
                todo.append(document_id)
            else:
                self.result.left_out[reason] += 1
        self.result.compared = len(todo)
        return todo

    def _reason(
        self, document_id: DocumentId, status: Status | None, number: int
    ) -> LeftOut | None:
        if status is None or (status is Status.TODO and not number):
            return LeftOut.NOT_ANNOTATED
        if status is Status.SKIPPED:
            return LeftOut.SKIPPED
        unfinished = self.request.include_unfinished and number
        if status is not Status.DONE and not unfinished:
            return LeftOut.NOT_DONE
        if not any((document_id, k.name) in self.looked_at for k in self.kinds):
            return LeftOut.NOT_SUGGESTED
        return None


def _person(store: Store, name: str) -> Annotator:
    people = store.annotators()
    for person in people:
        if person.name == name:
            return person
    known = ", ".join(sorted(person.name for person in people)) or tr("nobody")
    if name == GOLD:
        raise InputError(
            tr("The project has no settled layer; it has {known}.", known=known)
        )
    raise InputError(
        tr(
            "The project has no annotator {name}; it has {known}.",
            name=name,
            known=known,
        )
    )


def _pipeline(store: Store, wanted: str) -> str:
    """Return the pipeline that is meant."""
    makers = store.suggestions.makers()
    if not makers:
        raise InputError(
            tr(
                "There are no suggestions yet; run “annotator suggest {path}” first.",
                path=store.path,
            )
        )
    known = ", ".join(makers)
    if wanted:
        if wanted not in makers:
            raise InputError(
                tr(
                    "There are no suggestions of {wanted}; there are some of {known}.",
                    wanted=wanted,
                    known=known,
                )
            )
        return wanted
    own, _ = label_of(pipeline_name(store))
    if own in makers:
        return own
    if len(makers) == 1:
        return makers[0]
    raise InputError(
        tr("Several pipelines have suggested; choose one: {known}.", known=known)
    )


def _check_labels(schema: Schema, request: EvaluationRequest) -> None:
    kinds = {kind.name for kind in schema.kinds}
    for name in sorted(request.kinds - kinds):
        raise InputError(
            tr(
                "The schema has no kind “{name}”; it has {known}.",
                name=name,
                known=", ".join(sorted(kinds)),
            )
        )
    known = dict.fromkeys(label.name for _, label in schema.labels())
    for name in sorted(request.labels - known.keys()):
        raise InputError(
            tr(
                "The schema has no label “{name}”; it has {known}.",
                name=name,
                known=", ".join(known),
            )
        )
