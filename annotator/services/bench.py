"""The bench: the settled layer on the desk, with everybody's layers beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from annotator.agreement.matching import Ruler, candidates
from annotator.agreement.settling import Cluster, clusters
from annotator.domain.annotations import Annotation, Link, now
from annotator.domain.documents import Annotator, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import (
    AnnotationId,
    DocumentId,
    LinkId,
    SettlementId,
    derived_id,
    new_id,
)
from annotator.domain.layers import Layer, LayerChange
from annotator.domain.schema import Kind
from annotator.domain.settling import How, Settlement, Source
from annotator.domain.wording import tr
from annotator.services.activity import ActivityClock
from annotator.services.adjudication import (
    Case,
    Evidence,
    Hearing,
    World,
    hear,
    made_key,
    testify,
)
from annotator.services.changes import Changes
from annotator.services.desk import Desk
from annotator.services.outside import outside
from annotator.services.project import GOLD, Project
from annotator.services.rulings import LinkKey, supported_links
from annotator.services.steps import OpenDocument, Step, describe, named
from annotator.services.surveying import ensure_zones

LEAST_OVERLAP = 0.5
"""Jaccard's index from which what is marked by hand settles a difference there."""


class Bench(Desk):
    """The desk of the settled layer; what is marked by hand settles differences.

    There are no suggestions here. Every change carries what follows from it: links,
    settlements, and whether the document is done.

    Attributes:
        lead: Who decides; None where only a rule does.
        layers: Annotator → layer, of everybody who has done the open document.
        people: Everybody in the project, by id.
        current: Key of the difference that somebody is at, or None.
    """

    def __init__(
        self,
        project: Project,
        lead: Annotator | None = None,
        *,
        only: Collection[str] = (),
    ) -> None:
        """Sit down.

        Args:
            project: The project.
            lead: Who decides.
            only: Annotators' ids: nobody else's layers count; empty for everybody.
        """
        super().__init__(project, project.annotator(GOLD))
        self.lead = lead
        if lead is not None:
            self.clock = ActivityClock(self._store, lead, settling=True)
        self.layers: dict[str, Layer] = {}
        self.people = {p.id: p for p in project.annotators()}
        self.current: str | None = None
        self._only = frozenset(only)
        self._clusters: list[Cluster] = []
        self._evidence: list[Evidence] = []
        self._hearing: Hearing | None = None

    # -- the document ------------------------------------------------------

    def open(self, document_id: DocumentId) -> OpenDocument:
        """Lay a document on the desk, with the layers of whoever has done it."""
        if self.lead is not None:
            self.clock.open(document_id)
            self.clock.write()
        store = self._store
        ensure_zones(store, document_id)
        self._read_layers(document_id)
        self.current = None
        return self._opened

    def _read_layers(self, document_id: DocumentId) -> None:
        store = self._store
        self._note_revision(document_id)
        document = store.documents.get(document_id)
        layer = store.layer(document_id, self.annotator.id)
        self.opened = OpenDocument(document, store.tokens(document_id), layer)
        self.people = {p.id: p for p in self.project.annotators()}
        keys = [(document_id, p) for p in self.people if self._counts(p)]
        self.layers = {
            read.annotator_id: read
            for _, read, _ in store.read_layers(keys)
            if read.status is Status.DONE
        }
        self._compare()

    def _reread(self) -> None:
        """Read all layers again; the difference that somebody is at stays."""
        self._read_layers(self._opened.document.id)

    def _compare(self) -> None:
        """Find what there is to settle; nothing is that lies in boilerplate."""
        zones = self._opened.zones
        kinds = self.project.schema.kinds
        self._clusters = clusters(
            {
                name: list(outside(one.annotations.values(), zones, kinds))
                for name, one in self.layers.items()
            },
            self._opened.document.text,
            kinds,
        )
        self._evidence = testify(self._clusters)
        self._hearing = None

    def _counts(self, annotator_id: str) -> bool:
        return annotator_id != self.annotator.id and (
            not self._only or annotator_id in self._only
        )

    @property
    def hearing(self) -> Hearing:
        """What there is to settle, as things are now."""
        if self._hearing is None:
            self._hearing = self._hear(self._opened.layer)
        return self._hearing

    def _hear(self, gold: Layer) -> Hearing:
        world = World(
            self._opened.document.text, self.project.schema, sorted(self.layers)
        )
        return hear(self._clusters, self._evidence, gold, world)

    def reload_suggestions(self) -> Changes:
        """Leave things as they are: gold is not made of suggestions."""
        return Changes("Suggestions", self._opened.document.id)

    # -- what follows from a change ---------------------------------------

    def _linked(self, change: LayerChange) -> LayerChange:
        """Return the change with the links that follow from it.

        Links that went over with annotations go when their reason does; those that
        somebody made by hand stay as long as both ends do.
        """
        before = self._opened.layer
        after = _applied(before, change)
        held = {(k.label, k.source, k.target): k for k in before.links.values()}
        there = {(k.label, k.source, k.target) for k in after.links.values()}
        old, new = self._supported(before), self._supported(after)
        gone = [
            link.id
            for key, link in held.items()
            if (key in old and key not in new)
            or link.source not in after.annotations
            or link.target not in after.annotations
        ]
        made = [
            Link(LinkId(new_id()), *key)
            for key in sorted(new)
            if key not in there
            and key[1] in after.annotations
            and key[2] in after.annotations
        ]
        return replace(
            change,
            put_links=(*change.put_links, *made),
            removed_links=tuple(dict.fromkeys((*change.removed_links, *gone))),
        )

    def _supported(self, gold: Layer) -> set[LinkKey]:
        sources = {
            s.annotation_id: s.sources
            for s in gold.settlements.values()
            if s.annotation_id
        }
        links = {
            name: [(k.label, k.source, k.target) for k in layer.links.values()]
            for name, layer in self.layers.items()
        }
        return supported_links(sources, links)

    def _closed(self, change: LayerChange) -> LayerChange:
        """Return the change with the state that the document then has.

        It is done when nothing is open. Where there is nobody to compare with, the
        state is what somebody sets it to.
        """
        layer = self._opened.layer
        hearing = self._hear(_applied(layer, change))
        if not hearing.is_comparable:
            return change
        status = Status.IN_PROGRESS if hearing.open else Status.DONE
        return change if status is layer.status else replace(change, status=status)

    # -- what is marked by hand --------------------------------------------

    def _planned(self, step: Step) -> LayerChange:
        """Return what a step changes, with what it settles."""
        change = super()._planned(step)
        if step.status is not None or not (step.put or step.removed):
            return change
        return self._closed(self._linked(self._noted(change)))

    def _noted(self, change: LayerChange) -> LayerChange:
        """Return the change of marking by hand with what it settles."""
        moment = now()
        rows: dict[SettlementId, Settlement] = {}
        spent: list[SettlementId] = []
        for annotation in change.put:
            case = self.hearing.case_of(annotation.id) or self._case_under(annotation)
            row = self._by_hand(case, annotation.id, moment)
            rows[row.id] = row
            spent += [
                s.id
                for s in self._opened.layer.settlements.values()
                if s.annotation_id == annotation.id
                or (case is not None and s.key == case.key and not s.annotation_id)
            ]
        gone = set(change.removed)
        spent += [
            s.id
            for s in self._opened.layer.settlements.values()
            if s.annotation_id in gone
        ]
        for case in self.hearing.cases:
            ids = {a.id for a in case.gold}
            if ids and ids <= gone and case.cluster.members:
                row = self._by_hand(case, "", moment)
                rows[row.id] = row
        return replace(
            change,
            put_settlements=tuple(rows.values()),
            removed_settlements=tuple(dict.fromkeys(i for i in spent if i not in rows)),
        )

    def _by_hand(
        self, case: Case | None, annotation_id: AnnotationId | str, moment: str
    ) -> Settlement:
        key = case.key if case is not None else made_key(annotation_id)
        return Settlement(
            self._settlement_id(key, annotation_id),
            key,
            How.ADJUDICATED,
            self._by,
            moment,
            self._sources(case, annotation_id) if case is not None else (),
            annotation_id,
        )

    def _case_under(self, annotation: Annotation) -> Case | None:
        """Return the open difference that a new annotation settles.

        The one somebody is at, if it only touches that; any other, if it is most of
        it or most of that.
        """
        ruler = Ruler(self._opened.document.text)
        role = self._kind_named(annotation.kind).main_role.name
        best: tuple[float, Case] | None = None
        for case in self.hearing.open:
            if case.cluster.kind != annotation.kind:
                continue
            others = [a.parts.get(role, ()) for a in case.cluster.members.values()]
            found = candidates([annotation.parts.get(role, ())], others, ruler)
            overlap = found[0].overlap if found else 0.0
            if found and case.key == self.current:
                return case
            if overlap >= LEAST_OVERLAP and (best is None or overlap > best[0]):
                best = overlap, case
        return best[1] if best else None

    # -- small things ------------------------------------------------------

    @property
    def _by(self) -> str:
        return self.lead.id if self.lead is not None else ""

    def _settlement_id(self, key: str, what: str) -> SettlementId:
        document = self._opened.document.id
        return SettlementId(derived_id("settlement", document, key, what))

    def _case(self, key: str) -> Case:
        case = self.hearing.by_key.get(key)
        if case is None:
            raise InputError(tr("This difference is not there any more."))
        return case

    def _kind(self, cluster: Cluster) -> Kind:
        return self._kind_named(cluster.kind)

    def _kind_named(self, name: str) -> Kind:
        kind = self.project.schema.kind(name)
        if kind is None:
            raise InputError(tr("The schema has no kind “{name}” any more.", name=name))
        return kind

    def _words(self, annotation: Annotation) -> str:
        return describe(self._opened, self.project.schema, annotation)

    def _place(self, case: Case) -> str:
        return named(self._opened.document.text, [case.extent])

    # -- every change passes here ------------------------------------------

    def _changes(self, name: str, change: LayerChange, select: str | None) -> Changes:
        self._hearing = None
        if change.put_zones or change.removed_zones:
            self._compare()
        return super()._changes(name, change, select)

    def _sources(self, case: Case, annotation_id: str) -> tuple[Source, ...]:
        return next(
            (s.sources for s in case.settlements if s.annotation_id == annotation_id),
            (),
        )


def _applied(layer: Layer, change: LayerChange) -> Layer:
    """Return a copy of a layer after a change."""
    copy = replace(
        layer,
        zones=dict(layer.zones),
        annotations=dict(layer.annotations),
        links=dict(layer.links),
        verdicts=dict(layer.verdicts),
        settlements=dict(layer.settlements),
        comments=dict(layer.comments),
    )
    copy.apply(change)
    return copy
