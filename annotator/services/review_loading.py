"""What the review compares, read once from a project into columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from annotator.agreement.aligning import Side
from annotator.agreement.cutting import LineCut
from annotator.agreement.marks import Bools, Ints, Marks, places
from annotator.agreement.painting import Stretches
from annotator.domain.documents import Annotator, Status
from annotator.domain.progress import Progress
from annotator.domain.schema import Kind, Schema
from annotator.domain.schema_toml import parse_schema
from annotator.services.agreeing_columns import (
    LayerReader,
    Line,
    pipeline_tokens,
    white_space,
)
from annotator.services.project import GOLD
from annotator.services.surveying import ensure_all_zones
from annotator.services.tokenising import ensure_tokens
from annotator.storage.store import Store


@dataclass(frozen=True, slots=True)
class KindColumns:
    """All annotations of one kind.

    Attributes:
        labels: The names of those that occur; a label's number is its place here.
        sides: For each annotator.
    """

    kind: Kind
    labels: tuple[str, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Columns:
    """A project's layers, as far as two annotators have the same document.

    Attributes:
        project: Its name.
        names: Of the annotators who have something in common with another; the
            settled layer last.
        line: The documents; who has begun them: has done them, or has annotations
            and has not skipped them.
        titles: Of the documents.
        days: Of the last change of each; "" where nothing is annotated.
        done: ``[annotators, documents]``.
        kinds: By name, in the order of the schema; only those that occur.
        pipeline: Tokens of the project's pipeline.
        whole: The line with what is boilerplate.
        cut: How ``line``, on which everything is, comes of it.
    """

    path: Path
    project: str
    schema: Schema
    names: tuple[str, ...]
    line: Line
    titles: tuple[str, ...]
    days: tuple[str, ...]
    done: Bools
    kinds: dict[str, KindColumns]
    pipeline: Stretches
    whole: Line
    cut: LineCut

    def back(self, document: int, start: Ints, end: Ints) -> tuple[Ints, Ints]:
        """Return where fragments of a document are in its whole text."""
        begin = self._begins[document]
        return self.cut.back(start) - begin, self.cut.back(end - 1) + 1 - begin

    @cached_property
    def _begins(self) -> Ints:
        return self.whole.starts

    @cached_property
    def white_space(self) -> Stretches:
        """Tokens between blanks; read when first asked for."""
        with Store.open(self.path) as store:
            return self.cut.tokens(white_space(store, self.whole))


def load(path: Path, progress: Progress | None = None) -> Columns:
    """Read the layers of everybody who shares a document with somebody else.

    Tokens that have not been cut yet are cut now. Two connections read at once, for
    SQLite works outside of Python's lock.

    Raises:
        CancelledError: The user asked for a stop.
    """
    progress = progress or Progress()
    with Store.open(path) as store, ThreadPoolExecutor(1) as beside:
        schema = parse_schema(store.schema_toml())
        people, done, line = _shared(store)
        ensure_all_zones(store, line.documents, progress)
        ensure_tokens(store, line.documents, progress)
        layers = int(line.present.sum())
        about = beside.submit(_about, path, line)
        reader = LayerReader(
            store,
            line,
            [person.id for person in people],
            lambda count: progress.step(count, layers * 2),
        )
        kinds = _kinds(schema, reader)
        titles, days, tokens = about.result()
        return Columns(
            path,
            store.info().name,
            schema,
            tuple(person.name for person in people),
            replace(line, lengths=reader.cut.lengths(line.lengths)),
            titles,
            days,
            done,
            kinds,
            reader.cut.tokens(tokens),
            line,
            reader.cut,
        )


def _shared(store: Store) -> tuple[list[Annotator], Bools, Line]:
    """Return who has worked on what, as far as two have the same document."""
    people = sorted(
        store.annotators(), key=lambda p: (p.name == GOLD, p.name.casefold())
    )
    lengths = store.columns.lengths()
    known = {document_id: place for place, document_id in enumerate(lengths)}
    done = np.zeros((len(people), len(known)), bool)
    begun = done.copy()
    for row, person in enumerate(people):
        for document_id, status, marked in store.columns.states(person.id):
            column = known[document_id]
            done[row, column] = status is Status.DONE
            begun[row, column] = done[row, column] or (
                marked and status is not Status.SKIPPED
            )
    shared = begun.sum(axis=0) > 1
    working: Bools = begun[:, shared].sum(axis=1) > 0
    documents = tuple(d for d, kept in zip(lengths, shared, strict=True) if kept)
    sizes = np.array([lengths[document] for document in documents], np.int64)
    return (
        [person for person, kept in zip(people, working, strict=True) if kept],
        done[working][:, shared],
        Line(documents, sizes, begun[working][:, shared]),
    )


def _about(
    path: Path, line: Line
) -> tuple[tuple[str, ...], tuple[str, ...], Stretches]:
    """Read titles, days of the last change and tokens, on a connection apart."""
    with Store.open(path) as store:
        titles, days = store.columns.titles(), store.columns.days()
        return (
            tuple(titles[document] for document in line.documents),
            tuple(days.get(document, "") for document in line.documents),
            pipeline_tokens(store, line),
        )


def _kinds(schema: Schema, reader: LayerReader) -> dict[str, KindColumns]:
    found = {}
    for kind in schema.kinds:
        occurring = reader.labels(kind.name)
        if not occurring:
            continue
        labels = [label.name for label in kind.labels if label.name in occurring]
        labels += sorted(occurring.difference(labels))
        sides = _sides(reader.marks(kind, labels), kind)
        found[kind.name] = KindColumns(kind, tuple(labels), sides)
    return found


def _sides(marks: Sequence[Marks], kind: Kind) -> tuple[Side, ...]:
    counts = [len(one) for one in marks]
    found: list[dict[str, Ints]] = [{} for _ in marks]
    for role in kind.roles:
        numbers = places([one.roles[role.name] for one in marks], counts)
        for own, number in zip(found, numbers, strict=True):
            own[role.name] = number
    return tuple(Side(m, p) for m, p in zip(marks, found, strict=True))
