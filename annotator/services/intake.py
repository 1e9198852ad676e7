"""Puts what files bring into the project: documents, layers, suggestions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from annotator.domain.annotations import Annotation, Link, Suggestion, suggestion_id
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import derived_id
from annotator.domain.names import is_label_name, is_name
from annotator.domain.records import (
    ImportReport,
    LayerRecord,
    Problem,
    Record,
    note,
)
from annotator.domain.schema import Schema
from annotator.domain.tokens import MADE_ANEW
from annotator.domain.wording import tr
from annotator.services.label_names import present_names, renamed
from annotator.services.project import GOLD
from annotator.services.surveying import surveyed
from annotator.storage.store import Bulk

NAMELESS = "imported"
"""Whose layer annotations become where neither file nor user names anybody."""

IMPORTED_VERSION = "import"
"""The version of a pipeline whose output came in a file that names none."""


class Destination(Protocol):
    """Where annotations go.

    Attributes:
        annotator: This annotator's layer; "" for whoever the file names.
        as_suggestions: They become suggestions instead of a layer.
    """

    @property
    def annotator(self) -> str: ...  # noqa: D102 - said above

    @property
    def as_suggestions(self) -> bool: ...  # noqa: D102 - said above


class Intake:
    """Puts records into one bulk transaction and keeps count."""

    def __init__(
        self, bulk: Bulk, schema: Schema, request: Destination, report: ImportReport
    ) -> None:
        self._bulk = bulk
        self._request = request
        self._report = report
        self._known: set[tuple[str, str]] = {
            (kind.name, label.name) for kind, label in schema.labels()
        }
        self._roles: set[tuple[str, str]] = {
            (kind.name, role.name) for kind in schema.kinds for role in kind.roles
        }
        self._present = present_names(schema)
        self.schema = schema
        self.records = 0

    def grow(self, schema: Schema) -> None:
        """Let the project's schema grow by what the files say may be marked."""
        before = self.schema
        self.schema = before.grown_by(schema)
        self._report.new_labels += names_added(before, self.schema)
        self._known.update((k.name, label.name) for k, label in self.schema.labels())
        self._roles.update((k.name, r.name) for k in self.schema.kinds for r in k.roles)

    def add(self, record: Record) -> None:
        """Add one record."""
        report = self._report
        if record.tokens is not None and not record.tokens.fit(len(record.text)):
            record = replace(
                record, tokens=None, losses=(*record.losses, tr(MADE_ANEW))
            )
        for loss in record.losses:
            note(report.problems, Problem(record.where, loss))
        if not self._bulk.has_document(record.document_id):
            record = self._surveyed(record)
        if self._bulk.add_document(record):
            report.documents += 1
        else:
            report.duplicates += 1
            if self._bulk.take_out(record.document_id):
                report.taken_out.append(record.details.title or record.where)
        self.records += 1
        layer = self._present_names(record.layer)
        if layer is None:
            return
        if layer.suggestions or self._request.as_suggestions:
            self._add_suggestions(record, layer)
        elif layer.annotations or layer.status is not Status.TODO:
            self._add_layer(record, layer)

    def _present_names(self, layer: LayerRecord | None) -> LayerRecord | None:
        """Return a layer with the names that its labels have in the project now."""
        if layer is None or not self._present:
            return layer
        return replace(
            layer,
            annotations=renamed(layer.annotations, self._present),
            suggestions=renamed(layer.suggestions, self._present),
        )

    def _surveyed(self, record: Record) -> Record:
        """Return a record with its zones; who marked one by id where known."""
        record = surveyed(record)
        zones = record.zones or ()
        if not any(zone.marked_by for zone in zones):
            return record
        people = self._bulk.people()
        told = (
            replace(zone, marked_by=people.get(zone.marked_by, zone.marked_by))
            for zone in zones
        )
        return replace(record, zones=tuple(told))

    def _add_layer(self, record: Record, layer: LayerRecord) -> None:
        name = self._request.annotator or layer.annotator or NAMELESS
        for annotation in layer.annotations:
            self._admit(annotation)
        annotations, links = layer.annotations, layer.links
        if layer.annotator != name and self._request.annotator:
            annotations, links = _copies(record, name, annotations, links)
        status = layer.status
        if self._request.annotator == GOLD and status is Status.TODO:
            # Whoever brings in the settled layer says that it is settled.
            status = Status.DONE
        person = self._bulk.annotator(name)
        added = self._bulk.add_layer(record, person.id, annotations, links, status)
        self._report.layers += 1
        self._report.annotations += added

    def _add_suggestions(self, record: Record, layer: LayerRecord) -> None:
        pipeline = layer.annotator or Path(record.where.split(",")[0]).stem or NAMELESS
        suggestions = list(layer.suggestions)
        suggestions += [
            _suggestion(record, pipeline, annotation)
            for annotation in (
                layer.annotations if self._request.as_suggestions else ()
            )
        ]
        for suggestion in suggestions:
            self._admit(suggestion)
        by_version: dict[tuple[str, str], list[Suggestion]] = {}
        for suggestion in suggestions:
            key = (suggestion.pipeline, suggestion.version)
            by_version.setdefault(key, []).append(suggestion)
        for (name, version), group in by_version.items():
            self._report.suggestions += self._bulk.add_suggestions(
                record, name, version, group
            )

    def _admit(self, item: Annotation | Suggestion) -> None:
        """Let the schema grow by the label and the roles it does not know."""
        key = (item.kind, item.label)
        self._report.marks[key] += 1
        if key not in self._known:
            if not (is_name(item.kind) and is_label_name(item.label)):
                raise InputError(
                    tr(
                        "“{kind} {label}” is no name for a label.",
                        kind=item.kind,
                        label=item.label,
                    )
                )
            first = next(iter(item.parts), "mention")
            self.schema = self.schema.with_label(*key, role=first)
            self._known.add(key)
            kind = self.schema.kind(item.kind)
            if kind is not None:
                self._roles.update((kind.name, role.name) for role in kind.roles)
            self._report.new_labels.append(f"{item.kind} {item.label}")
        for role in item.parts:
            self._report.parts[item.kind, role] += 1
            if (item.kind, role) not in self._roles:
                if not is_name(role):
                    raise InputError(tr("“{role}” is no name for a part.", role=role))
                self.schema = self.schema.with_role(item.kind, role)
                self._roles.add((item.kind, role))
                self._report.new_labels.append(
                    tr("{kind} part {role}", kind=item.kind, role=role)
                )


def names_added(before: Schema, after: Schema) -> Iterator[str]:
    """Yield what a schema has that it lacked before, as reports call it."""
    for kind in after.kinds:
        mine = before.kind(kind.name)
        for label in kind.labels:
            if mine is None or mine.label(label.name) is None:
                yield f"{kind.name} {label.name}"
        for role in kind.roles:
            # The main part of a new kind goes without saying.
            if mine is not None and mine.role(role.name) is None:
                yield f"{kind.name} part {role.name}"
        known = {a.name for a in mine.attributes} if mine is not None else set()
        for attribute in kind.attributes:
            if attribute.name not in known:
                yield f"{kind.name} attribute {attribute.name}"
    linked = {link.label for link in before.links}
    yield from (f"link {x.label}" for x in after.links if x.label not in linked)


def _suggestion(record: Record, pipeline: str, annotation: Annotation) -> Suggestion:
    kind, label, parts = annotation.kind, annotation.label, annotation.parts
    made_by = (pipeline, IMPORTED_VERSION)
    return Suggestion(
        suggestion_id(record.document_id, made_by, kind, label, parts),
        record.document_id,
        *made_by,
        kind,
        label,
        parts,
        1.0,
        annotation.attributes,
    )


def _copies(
    record: Record,
    name: str,
    annotations: Sequence[Annotation],
    links: Sequence[Link],
) -> tuple[tuple[Annotation, ...], tuple[Link, ...]]:
    """Return another author's layer under *name*: the same things, ids of their own.

    An id belongs to one layer, also where files of several people name nobody and
    people marked the same words. The new ones are derived, so that importing the
    same file again adds nothing.
    """

    def own(old: str) -> str:
        return derived_id("copy", record.document_id, name, old)

    copied = tuple(
        replace(a, id=type(a.id)(own(a.id)), origin="import") for a in annotations
    )
    relinked = tuple(
        replace(
            k,
            id=type(k.id)(own(k.id)),
            source=type(k.source)(own(k.source)),
            target=type(k.target)(own(k.target)),
        )
        for k in links
    )
    return copied, relinked
