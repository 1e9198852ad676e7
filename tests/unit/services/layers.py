"""Projects with random layers of several annotators, and a plain view of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.domain.annotations import Annotation, Fragment, merge_fragments
from annotator.domain.documents import Details, Status
from annotator.domain.ids import AnnotationId, DocumentId, derived_id
from annotator.domain.records import LayerRecord, Record
from annotator.domain.resources import resource
from annotator.domain.text import document_id
from annotator.storage.store import Store
from tests.unit.services.builders import tokens_of

WORDS = ("Ada", "👩\u200d🚒", "met", "cafe\u0301", "Bo,", "שלום", "and\u00a0they")
WORDS += ("said:", "“no”.\nKyiv", "—", "then")
LABELS = {"entity": ("PERSON", "ORG", "GPE"), "quote": ("direct", "mixed")}
ROLES = {"entity": ("mention",), "quote": ("content", "speaker", "cue")}

Layers = dict[tuple[DocumentId, str], tuple[Annotation, ...]]


class Corpus:
    """A project file with random layers.

    Attributes:
        layers: The annotations of each ``(document, annotator)`` that is done.
        texts: Of each document, in order of import.
    """

    def __init__(
        self,
        path: Path,
        people: Sequence[str],
        *,
        documents: int = 6,
        seed: int = 1,
        absent: float = 0.0,
    ) -> None:
        """Make one.

        Args:
            path: Where.
            people: Names of the annotators.
            documents: How many.
            seed: The same gives the same project.
            absent: How many of the layers there are not, from 0 to 1.
        """
        self.path = path
        self.layers: Layers = {}
        self.texts: dict[DocumentId, str] = {}
        self._chance = random.Random(seed)
        schema = resource("schemas", "news.toml").read_text("utf-8")
        with (
            Store.create(path, schema_toml=schema, name="random") as store,
            store.bulk() as bulk,
        ):
            for record in self._records(people, documents, absent):
                bulk.add_document(record)
                if record.layer is not None:
                    own = record.layer
                    person = bulk.annotator(own.annotator).id
                    bulk.add_layer(record, person, own.annotations, (), own.status)

    def _records(
        self, people: Sequence[str], documents: int, absent: float
    ) -> Iterator[Record]:
        chance = self._chance
        for number in range(documents):
            words = [chance.choice(WORDS) for _ in range(chance.randint(12, 40))]
            text = f"Report {number}: {' '.join(words)}"
            identity = document_id(text)
            self.texts[identity] = text
            common = [self._parts(text) for _ in range(6)]
            for person in people:
                layer = None
                if chance.random() >= absent:
                    made = self._layer(identity, person, text, common)
                    layer = LayerRecord(person, made, (), Status.DONE)
                    self.layers[identity, person] = made
                details = Details(f"Report {number}")
                yield Record(identity, text, details, layer, tokens_of(text))

    def _layer(self, identity, person, text, common) -> tuple[Annotation, ...]:
        chance = self._chance
        made = []
        for index in range(chance.randint(0, 7)):
            kind, parts = (
                chance.choice(common) if chance.random() < 0.6 else self._parts(text)
            )
            label = chance.choice(LABELS[kind])
            name = AnnotationId(derived_id(identity, person, str(index)))
            made.append(Annotation(name, kind, label, parts))
        return tuple(made)

    def _parts(self, text: str):
        chance = self._chance
        kind = chance.choice(("entity", "entity", "quote"))
        parts = {}
        for role in ROLES[kind]:
            main = role == ROLES[kind][0]
            if main or chance.random() < 0.6:
                several = chance.randint(1, 3) if main else 1
                parts[role] = merge_fragments(
                    tuple(self._fragment(text) for _ in range(several))
                )
        return kind, parts

    def _fragment(self, text: str) -> Fragment:
        start = self._chance.randrange(len(text) - 1)
        return Fragment(start, min(start + self._chance.randint(1, 14), len(text)))

    def shared(self, *people: str) -> list[DocumentId]:
        """Return the documents that all of these have finished."""
        return [d for d in self.texts if all((d, p) in self.layers for p in people)]

    def of(self, document: DocumentId, person: str, kind: str) -> list[Annotation]:
        """Return somebody's annotations of one kind."""
        return [a for a in self.layers[document, person] if a.kind == kind]


def tags(
    annotations: Sequence[Annotation],
    tokens: Sequence[tuple[int, int]],
    role: str,
    *,
    labels: Sequence[str],
) -> list[str]:
    """Return the plain class of each token, found by walking over characters.

    Of equally short annotations the later wins, then the label that is later among
    *labels*, as the figures have it.
    """
    found = []
    for start, end in tokens:
        over = []
        for annotation in annotations:
            fragments = annotation.parts.get(role, ())
            touching = [s for s, e in fragments if s < end and e > start]
            if touching:
                size = sum(e - s for s, e in fragments)
                rank = labels.index(annotation.label)
                over.append((size, -max(touching), -rank, annotation.label))
        found.append(min(over)[-1] if over else "")
    return found
