"""Reads the layers of a project into the columns that measures take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import orjson

from annotator.agreement.marks import Bools, Fragments, Ints, Marks
from annotator.agreement.painting import Stretches
from annotator.agreement.tokens import white_space_tokens
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.schema import Kind
from annotator.storage.columns import BETWEEN, LayerColumns
from annotator.storage.store import Store

_LAYERS = 500
_DOCUMENTS = 200
"""How many are turned into arrays at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """The documents that are compared, one behind another.

    Attributes:
        documents: In order of import.
        lengths: In code points.
        present: ``[annotators, documents]``: whose layers count.
    """

    documents: tuple[DocumentId, ...]
    lengths: Ints
    present: Bools

    @property
    def starts(self) -> Ints:
        """Where each document begins."""
        return np.cumsum(self.lengths) - self.lengths


class _Names:
    """Numbers names as they come."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__

    def numbers(self, names: Sequence[str]) -> Ints:
        """Return the number of each name."""
        return np.fromiter(map(self._numbers.__getitem__, names), np.int64, len(names))

    def all(self) -> list[str]:
        """Return the names by number."""
        return list(self._numbers)


@dataclass(slots=True)
class _Growing:
    """One annotator's rows while they are read: arrays that are to be joined."""

    document: list[Ints] = field(default_factory=list)
    number: list[Ints] = field(default_factory=list)
    start: list[Ints] = field(default_factory=list)
    end: list[Ints] = field(default_factory=list)
    name: list[Ints] = field(default_factory=list)

    def joined(self) -> _Rows:
        """Return the rows."""
        columns = (self.document, self.number, self.start, self.end, self.name)
        return _Rows(*(np.concatenate([_NONE, *column]) for column in columns))


_NONE = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Annotations or fragments: document, number of the annotation, place, name."""

    document: Ints
    number: Ints
    start: Ints
    end: Ints
    name: Ints


class LayerReader:
    """What was read of some annotators' layers."""

    def __init__(
        self,
        store: Store,
        line: Line,
        people: Sequence[AnnotatorId],
        step: Callable[[int], None],
    ) -> None:
        """Read.

        Args:
            store: The project.
            line: Which documents, and whose layers of them.
            people: The annotators, in the order of ``line.present``.
            step: Is told how many layers have been read; may raise to stop.
        """
        self._line = line
        self._people = {person: number for number, person in enumerate(people)}
        self._places = {document: n for n, document in enumerate(line.documents)}
        self._starts = line.starts
        self._step = step
        self._read = 0
        self._names, self._roles = _Names(), _Names()
        with store.columns.snapshot():
            self._whole = self._rows(store.columns.annotations(people), self._names)
            self._parts = self._rows(store.columns.fragments(people), self._roles)
        self._kinds, self._sole, self._labels = _split(self._names.all())

    def _rows(self, layers: Iterable[LayerColumns], names: _Names) -> list[_Rows]:
        growing = [_Growing() for _ in self._people]
        for some in _batches(self._chosen(layers), _LAYERS):
            self._step(self._read)
            self._read += len(some)
            found = _parsed(some, names)
            counts = [layer.numbers.count(",") + 1 for layer in some]
            person = np.repeat([self._people[s.annotator_id] for s in some], counts)
            document = np.repeat([self._places[s.document_id] for s in some], counts)
            base = self._starts[document]
            columns = (document, found[0], found[1] + base, found[2] + base, found[3])
            for number, own in enumerate(growing):
                mine = person == number
                for column, values in zip(_columns(own), columns, strict=True):
                    column.append(values[mine])
        return [own.joined() for own in growing]

    def _chosen(self, layers: Iterable[LayerColumns]) -> Iterator[LayerColumns]:
        present = self._line.present
        for layer in layers:
            place = self._places.get(layer.document_id)
            if place is not None and present[self._people[layer.annotator_id], place]:
                yield layer

    def kinds(self) -> set[str]:
        """Return the kinds that occur."""
        return set(self._kinds)

    def labels(self, kind: str) -> set[str]:
        """Return the labels that occur in a kind."""
        pairs = zip(self._kinds, self._labels, strict=True)
        return {label for own, label in pairs if own == kind}

    def marks(self, kind: Kind, labels: Sequence[str]) -> tuple[Marks, ...]:
        """Return each annotator's annotations of a kind.

        Args:
            kind: The kind, with the roles that are compared.
            labels: Those that occur; a label's number is its place here.
        """
        places = {label: number for number, label in enumerate(labels)}
        number = np.array(
            [
                places[label] if own == kind.name else -1
                for own, label in zip(self._kinds, self._labels, strict=True)
            ],
            np.int64,
        )
        found = zip(self._whole, self._parts, strict=True)
        return tuple(self._marks(kind, number, *rows) for rows in found)

    def _marks(self, kind: Kind, labels: Ints, whole: _Rows, parts: _Rows) -> Marks:
        chosen = np.flatnonzero(labels[whole.name] >= 0)
        names = whole.name[chosen]
        order = np.argsort(whole.number[chosen])
        known = whole.number[chosen][order]
        roles = {}
        for role in kind.roles:
            alone = np.array([name == role.name for name in self._sole], bool)
            one = np.flatnonzero(alone[names]) if len(alone) else _NONE
            at = chosen[one]
            mine = np.array([name == role.name for name in self._roles.all()], bool)
            some = np.flatnonzero(mine[parts.name]) if len(mine) else _NONE
            place = np.searchsorted(known, parts.number[some])
            here = place < len(known)
            here[here] = known[place[here]] == parts.number[some[here]]
            owner = np.concatenate([one, order[place[here]]])
            start = np.concatenate([whole.start[at], parts.start[some[here]]])
            end = np.concatenate([whole.end[at], parts.end[some[here]]])
            rank = np.lexsort((start, owner))
            roles[role.name] = Fragments(owner[rank], start[rank], end[rank])
        return Marks(whole.document[chosen], labels[names], roles)


def _columns(own: _Growing) -> tuple[list[Ints], ...]:
    return own.document, own.number, own.start, own.end, own.name


def _parsed(layers: Sequence[LayerColumns], names: _Names) -> tuple[Ints, ...]:
    """Return numbers, starts, ends and names of several layers as arrays."""
    found = orjson.loads("[" + ",".join(s.names[1:-1] for s in layers) + "]")
    return (
        _numbers(s.numbers for s in layers),
        _numbers(s.starts for s in layers),
        _numbers(s.ends for s in layers),
        names.numbers(found),
    )


def _numbers(texts: Iterable[str]) -> Ints:
    return np.fromstring(",".join(texts), np.int64, sep=",")


def _split(names: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """Return kind, sole role and label of each name."""
    found = [name.split(BETWEEN, 2) for name in names]
    kinds, roles, labels = ([parts[i] for parts in found] for i in range(3))
    return kinds, roles, labels


def _batches(layers: Iterable[LayerColumns], size: int) -> Iterator[list[LayerColumns]]:
    batch: list[LayerColumns] = []
    for layer in layers:
        batch.append(layer)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def white_space(store: Store, line: Line) -> Stretches:
    """Return what stands between white space in all documents."""
    starts, ends = [_NONE], [_NONE]
    for first in range(0, len(line.documents), _DOCUMENTS):
        some = line.documents[first : first + _DOCUMENTS]
        texts = dict(store.columns.texts(some))
        start, end = white_space_tokens([texts[document] for document in some])
        starts.append(start + line.starts[first])
        ends.append(end + line.starts[first])
    return _stretches(np.concatenate(starts), np.concatenate(ends), line)


def pipeline_tokens(store: Store, line: Line) -> Stretches:
    """Return the tokens of all documents, each of which has some or is empty."""
    starts, ends = [_NONE], [_NONE]
    for first in range(0, len(line.documents), _DOCUMENTS):
        some = line.documents[first : first + _DOCUMENTS]
        found: Mapping[str, tuple[Ints, Ints]] = {
            document: (np.asarray(gaps, np.int64), np.asarray(lengths, np.int64))
            for document, gaps, lengths in store.columns.tokens(some)
        }
        for place, document in enumerate(some, first):
            gaps, lengths = found[document]
            begins = line.starts[place] + np.cumsum(gaps)
            starts.append(begins)
            ends.append(begins + lengths)
    return _stretches(np.concatenate(starts), np.concatenate(ends), line)


def _stretches(starts: Ints, ends: Ints, line: Line) -> Stretches:
    document = np.searchsorted(np.cumsum(line.lengths), starts, "right")
    return Stretches(starts, ends, document.astype(np.int32))
