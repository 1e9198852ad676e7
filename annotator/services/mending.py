"""Mending in the project what does not fit a format: one step of the history.

White space at the ends of spans is trimmed, spans that cut a token are widened or
narrowed to whole tokens. All of it can be undone at once, also after a restart.
Whose layer it is decides who may do so: everybody mends their own, the lead the
settled layer. Other people's layers are mended in the export only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import ne
from pathlib import Path

from annotator.domain.annotations import (
    Annotation,
    Fragment,
    Verdict,
    merge_fragments,
    now,
)
from annotator.domain.documents import Annotator, Document
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, DocumentId, OperationId, new_id
from annotator.domain.layers import Layer, LayerChange, Operation
from annotator.domain.progress import Progress
from annotator.domain.records import Finding
from annotator.domain.tokens import Tokens
from annotator.domain.wording import noop, tr, trn
from annotator.formats.fitting import TokenGrid
from annotator.formats.layout import lay_out
from annotator.services.backups import back_up_first, before_line
from annotator.services.project import GOLD, Project, login_name
from annotator.services.steps import (
    OpenDocument,
    edited,
    in_reading_order,
)
from annotator.services.tokenising import ensure_tokens
from annotator.storage.store import Store

Place = tuple[DocumentId, int, int]
"""Document, start and end of a fragment."""

_MENDED = noop("Mended {spans} in {articles}; one undo takes it back.")
_MENDED_GOLD = noop(
    "Mended {spans} in {articles}; one undo in “Settle differences” takes it back."
)

Said = tuple[str, str, frozenset[tuple[str, tuple[Fragment, ...]]]]
"""Kind, label and parts of an annotation."""


@dataclass(frozen=True, slots=True)
class MendRequest:
    """What to mend.

    Attributes:
        layer: Whose annotations; ``gold`` is one.
        by: Who does it.
        space: Trim white space at the ends of spans.
        tokens: Fit spans that cut a token: ``expand``, ``contract``, or "" for not.
        kinds: Only these; empty for all.
        places: Only these fragments; None for all.
    """

    layer: str
    by: str
    space: bool = False
    tokens: str = ""
    kinds: frozenset[str] = frozenset()
    places: frozenset[Place] | None = None


@dataclass(slots=True)
class Mended:
    """What was mended.

    Attributes:
        spans: Fragments that have other boundaries now.
        documents: In how many articles.
        left: Fragments that could not be mended: nothing would be left of them, or
            the same is marked there already.
        busy: Articles that somebody changed at the same time; they were left alone.
        layer: Whose annotations; the settled layer has a history of its own.
        name: As the history calls it.
        opened: The articles.
        backup: The copy of the project made before; None where none was needed.
    """

    spans: int = 0
    documents: int = 0
    left: int = 0
    busy: int = 0
    layer: str = ""
    name: str = ""
    opened: list[DocumentId] = field(default_factory=list)
    backup: Path | None = None

    def sentence(self) -> str:
        """Return what was done."""
        if not self.spans:
            done = tr("Nothing was mended.")
        else:
            said = _MENDED_GOLD if self.layer == GOLD else _MENDED
            done = tr(
                said,
                spans=trn("{n:,} span", "{n:,} spans", self.spans),
                articles=trn("{n:,} article", "{n:,} articles", self.documents),
            )
        if self.left:
            done += " " + trn(
                "{n:,} could not be: nothing would be left of it, or the same is marked"
                " there already.",
                "{n:,} could not be: nothing would be left of them, or the same is"
                " marked there already.",
                self.left,
            )
        if self.busy:
            done += " " + trn(
                "{n:,} article was being changed and left alone.",
                "{n:,} articles were being changed and left alone.",
                self.busy,
            )
        if self.backup is not None:
            done += f" {before_line(self.backup)}"
        return done


def may_mend(viewer: Annotator, layer: str) -> bool:
    """Return whether somebody may change that layer."""
    return layer == viewer.name or (layer == GOLD and viewer.lead)


def whoever_works(project_path: Path, name: str = "") -> str:
    """Return who works at a project from the command line.

    Args:
        project_path: The file. A handout is its annotator's.
        name: Who it is, for they said so; "" for the name they are logged in by.
    """
    with Project.open(project_path) as project:
        owner = project.handout_for()
        if owner is not None and not name:
            return owner.name
        return project.person(name or login_name()).name


def mend(
    project_path: Path, request: MendRequest, progress: Progress | None = None
) -> Mended:
    """Mend a layer, as one step of its history.

    The project is backed up before several articles are changed.

    Raises:
        InputError: There is no such annotator, or the layer is not theirs.
        EnvironmentFault: The project cannot be backed up or written.
        CancelledError: The user asked for a stop; nothing was changed.
    """
    progress = progress or Progress()
    with Project.open(project_path) as project:
        layer = _layer_of(project, request)
        store = project.store
        keys = [key for key in store.layer_keys() if key[1] == layer]
        if request.tokens:
            ensure_tokens(store, [document_id for document_id, _ in keys], progress)
        mended = Mended(layer=request.layer)
        planned: list[Operation] = []
        counts: dict[OperationId, int] = {}
        for done, found in enumerate(store.read_layers(keys), 1):
            mending = _Mending(*found, request)
            mended.left += mending.left
            if mending.changed:
                operation = _operation(store, mending)
                planned.append(operation)
                counts[operation.id] = mending.spans
            progress.step(done, len(keys))
        if len(planned) > 1:
            mended.backup = back_up_first(project, progress)
        _commit(store, planned, counts, mended)
    return mended


def _layer_of(project: Project, request: MendRequest) -> AnnotatorId:
    by = project.person(request.by)
    layer = project.person(request.layer)
    if request.layer == GOLD:
        project.require_whole(noop("mend the settled layer"))
    if not may_mend(by, layer.name):
        if layer.name == GOLD:
            raise InputError(
                tr(
                    "Only the lead mends the settled layer, and {name} is not; "
                    "mend in the export only.",
                    name=by.name,
                )
            )
        raise InputError(
            tr(
                "The annotations of {name} are {name}’s to change, not "
                "{by}’s; mend in the export only.",
                name=layer.name,
                by=by.name,
            )
        )
    return layer.id


def _commit(
    store: Store,
    planned: list[Operation],
    counts: dict[OperationId, int],
    mended: Mended,
) -> None:
    if not planned:
        return
    spans = sum(counts.values())
    mended.name = trn("Mend {n:,} span", "Mend {n:,} spans", spans)
    step = new_id()
    done = store.commit_step(
        replace(operation, name=mended.name, step=step) for operation in planned
    )
    mended.spans = sum(counts[operation.id] for operation in done)
    mended.documents = len(done)
    mended.busy = len(planned) - len(done)
    mended.opened = [operation.forward.document_id for operation in done]


def _operation(store: Store, mending: _Mending) -> Operation:
    """Return what changes a layer, with the verdicts that follow from it."""
    document = mending.document
    layer = store.layer(document.id, mending.layer.annotator_id)
    suggestions = store.suggestions.of(document.id) if layer.verdicts else []
    opened = OpenDocument(document, None, layer, in_reading_order(suggestions))
    moment = now()
    put: list[Annotation] = []
    verdicts: list[Verdict] = []
    for annotation in mending.changed:
        dated, decided = edited(opened, annotation, moment)
        put.append(dated)
        verdicts += decided
    change = LayerChange(
        document.id,
        layer.annotator_id,
        put=tuple(put),
        put_verdicts=tuple(verdicts),
    )
    return Operation(OperationId(new_id()), "", moment, change, layer.inverse(change))


class _Mending:
    """One layer of one document while it is mended.

    Attributes:
        changed: Annotations with other boundaries.
        spans: How many of their fragments are others.
        left: How many could not be mended.
    """

    def __init__(
        self,
        document: Document,
        layer: Layer,
        tokens: Tokens | None,
        request: MendRequest,
    ) -> None:
        self.document = document
        self.layer = layer
        self.changed: list[Annotation] = []
        self.spans = 0
        self.left = 0
        self._tokens = tokens
        self._request = request
        for annotation in layer.annotations.values():
            if not request.kinds or annotation.kind in request.kinds:
                self._mend(annotation)

    def _mend(self, annotation: Annotation) -> None:
        parts, spans = dict(annotation.parts), 0
        for role, fragments in annotation.parts.items():
            fitted = tuple(self._fitted(f) for f in fragments)
            different = sum(map(ne, fragments, fitted))
            if different:
                spans += different
                parts[role] = merge_fragments(fitted)
        if not spans:
            return
        mended = replace(annotation, parts=parts)
        if _said(mended) in self._marked:
            self.left += spans
        else:
            self._marked -= {_said(annotation)}
            self._marked.add(_said(mended))
            self.changed.append(mended)
            self.spans += spans

    @cached_property
    def _marked(self) -> set[Said]:
        """What is marked in the layer by now."""
        return {_said(a) for a in self.layer.annotations.values()}

    def _fitted(self, fragment: Fragment) -> Fragment:
        """Return a fragment as it should be: itself where nothing is to be done."""
        request = self._request
        trimmed = self._trimmed(fragment)
        if not self._is_wanted(fragment, trimmed or fragment):
            return fragment
        if trimmed is None:
            self.left += request.space
            return fragment
        fitted = trimmed if request.space else fragment
        grid = self._grid
        if grid is None or grid.exact(*fitted) is not None:
            return fitted
        span = grid.mended(*fitted, request.tokens)
        if span is None:
            self.left += 1
            return fitted
        return Fragment(*grid.characters(span))

    def _is_wanted(self, *fragments: Fragment) -> bool:
        places = self._request.places
        return places is None or any(
            (self.document.id, *f) in places for f in fragments
        )

    def _trimmed(self, fragment: Fragment) -> Fragment | None:
        start, end = fragment
        surface = self.document.text[start:end]
        left = len(surface) - len(surface.lstrip())
        right = len(surface.rstrip())
        return Fragment(start + left, start + right) if right else None

    @cached_property
    def _grid(self) -> TokenGrid | None:
        if not self._request.tokens or self._tokens is None:
            return None
        return TokenGrid(lay_out(self.document.text, self._tokens))


def _said(annotation: Annotation) -> Said:
    return annotation.kind, annotation.label, frozenset(annotation.parts.items())


def places_of(findings: Iterable[Finding]) -> frozenset[Place]:
    """Return the places of findings."""
    return frozenset((f.document_id, f.start, f.end) for f in findings)
