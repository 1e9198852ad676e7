"""Reads the layers of a project into the columns that measures take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import orjson

from annotator.agreement.cutting import LineCut
from annotator.agreement.marks import Bools, Fragments, Ints, Marks
from annotator.agreement.painting import Stretches
from annotator.agreement.tokens import white_space_tokens
from annotator.domain.annotations import Fragment
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.schema import Kind
from annotator.domain.zones import ZoneMap
from annotator.storage.columns import LayerColumns
from annotator.storage.store import Store

_DOCUMENTS = 200
"""How many are read at once."""


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

    def number(self, name: str) -> int:
        """Return the number of a name, -1 where it has not come."""
        return self._numbers.get(name, -1)

    def all(self) -> list[str]:
        """Return the names by number."""
        return list(self._numbers)


_NONE = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class _Rows:
    """One annotator's annotations.

    Attributes:
        document: By its place on the line.
        number: The annotation's where it has several fragments, else ``_SOLE``.
        start: On the line of all documents.
        end: Likewise.
        role: Of the only fragment; numbered as they come, and so are the next two.
        kind: Likewise.
        label: Likewise.
    """

    document: Ints
    number: Ints
    start: Ints
    end: Ints
    role: Ints
    kind: Ints
    label: Ints


_SOLE = -1


class _Parts(NamedTuple):
    """Everybody's fragments of annotations that have several.

    Attributes:
        number: Of the annotation.
        start: Code points of its document's text.
        end: Likewise.
        role: Numbered as they come.
        names: The roles by number.
    """

    number: Ints
    start: Ints
    end: Ints
    role: Ints
    names: _Names


class LayerReader:
    """What was read of some annotators' layers.

    Attributes:
        cut: The line without boilerplate, on which marks are.
    """

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
        self.cut = zone_cut(store, line)
        self._kinds, self._labels, self._roles = _Names(), _Names(), _Names()
        # SQLite works outside of Python's lock, so that two connections are faster.
        with ThreadPoolExecutor(1) as beside:
            parts = beside.submit(_parts, store.path, people, lambda: step(self._read))
            self._whole = self._rows(store, people)
            self._parts = parts.result()
        if self.cut:
            self._whole = [self._outside(rows) for rows in self._whole]

    def _outside(self, rows: _Rows) -> _Rows:
        """Return what does not lie in boilerplate from its start to its end."""
        left = self.cut.place(rows.start) < self.cut.place(rows.end)
        return _Rows(*(getattr(rows, column.name)[left] for column in fields(_Rows)))

    def _rows(self, store: Store, people: Sequence[AnnotatorId]) -> list[_Rows]:
        growing: list[list[list[Ints]]]
        growing = [[[] for _ in fields(_Rows)] for _ in self._people]
        documents = self._line.documents
        for first in range(0, len(documents), _DOCUMENTS):
            some = documents[first : first + _DOCUMENTS]
            self._step(self._read)
            columns, person = self._parsed(store.columns.annotations(people, some))
            for place, own in enumerate(growing):
                mine = np.flatnonzero(person == place)
                for column, values in zip(own, columns, strict=True):
                    column.append(values[mine])
        return [
            _Rows(*(np.concatenate([_NONE, *column]) for column in own))
            for own in growing
        ]

    def _parsed(self, layers: LayerColumns) -> tuple[tuple[Ints, ...], Ints]:
        """Return the columns as arrays, and whose each annotation is.

        That is -1 where the layer does not count.
        """
        documents, people = (
            orjson.loads(layers.documents),
            orjson.loads(layers.annotators),
        )
        self._read += len(documents)
        size = _numbers(layers.sizes)
        place = np.array([self._places[document] for document in documents], np.int64)
        person = np.array([self._people[one] for one in people], np.int64)
        person[~self._line.present[person, place]] = -1
        document = np.repeat(place, size)
        role = self._roles.numbers(_texts(layers.roles))
        number = np.full(len(role), _SOLE)
        number[role == self._roles.number("")] = _numbers(layers.numbers)
        base = self._starts[document]
        columns = (
            document,
            number,
            _numbers(layers.starts) + base,
            _numbers(layers.ends) + base,
            role,
            self._kinds.numbers(_texts(layers.kinds)),
            self._labels.numbers(_texts(layers.labels)),
        )
        return columns, np.repeat(person, size)

    def kinds(self) -> set[str]:
        """Return the kinds that occur."""
        return set(self._kinds.all())

    def labels(self, kind: str) -> set[str]:
        """Return the labels that occur in a kind."""
        names, number = self._labels.all(), self._kinds.number(kind)
        used = np.zeros(len(names), bool)
        for rows in self._whole:
            used[rows.label[rows.kind == number]] = True
        return {names[label] for label in np.flatnonzero(used)}

    def marks(self, kind: Kind, labels: Sequence[str]) -> tuple[Marks, ...]:
        """Return each annotator's annotations of a kind.

        Args:
            kind: The kind, with the roles that are compared.
            labels: Those that occur; a label's number is its place here.
        """
        known = self._labels.all()
        number = np.full(len(known) + 1, -1)
        for place, label in enumerate(labels):
            number[known.index(label)] = place
        found = (self._marks(kind, number, rows) for rows in self._whole)
        return tuple(map(self.cut.marks, found))

    def _marks(self, kind: Kind, labels: Ints, whole: _Rows) -> Marks:
        chosen = np.flatnonzero(whole.kind == self._kinds.number(kind.name))
        # In the order of the text, which everything after is faster with.
        chosen = chosen[np.argsort(whole.start[chosen], kind="stable")]
        document = whole.document[chosen]
        number = whole.number[chosen]
        several = np.flatnonzero(number != _SOLE)
        several = several[np.argsort(number[several], kind="stable")]
        known = number[several]
        parts = self._parts
        place = np.searchsorted(known, parts.number)
        here = place < len(known)
        here[here] = known[place[here]] == parts.number[here]
        owners = np.full(len(here), -1)
        owners[here] = several[place[here]]
        roles = {}
        for name in (role.name for role in kind.roles):
            one = np.flatnonzero(whole.role[chosen] == self._roles.number(name))
            at = chosen[one]
            some = np.flatnonzero(here & (parts.role == parts.names.number(name)))
            base = self._starts[document[owners[some]]]
            owner = np.concatenate([one, owners[some]])
            start = np.concatenate([whole.start[at], parts.start[some] + base])
            end = np.concatenate([whole.end[at], parts.end[some] + base])
            # Both lists are in order: one key for owner and start is sorted at once.
            rank = np.argsort((owner << _PLACE_BITS) | start, kind="stable")
            roles[name] = Fragments(owner[rank], start[rank], end[rank])
        return Marks(document, labels[whole.label[chosen]], roles)


def zone_cut(store: Store, line: Line) -> LineCut:
    """Return the line without what is boilerplate."""
    base = dict(zip(line.documents, line.starts.tolist(), strict=True))
    zones = ZoneMap(
        Fragment(base[document] + start, base[document] + end)
        for document, start, end in store.columns.zones()
        if document in base
    )
    starts = [stretch.start for stretch in zones.stretches]
    ends = [stretch.end for stretch in zones.stretches]
    return LineCut(np.array(starts, np.int64), np.array(ends, np.int64))


_PLACE_BITS = 38
"""Bits of a place on the line: 275 billion code points, and 33 million annotations."""


def _parts(
    path: Path, people: Sequence[AnnotatorId], check: Callable[[], None]
) -> _Parts:
    """Read the fragments of annotations that have several, on a connection apart."""
    names = _Names()
    columns: list[list[Ints]] = [[_NONE] for _ in range(4)]
    with Store.open(path) as store:
        for found in store.columns.fragments(people):
            check()
            values = (
                _numbers(found.numbers),
                _numbers(found.starts),
                _numbers(found.ends),
                names.numbers(_texts(found.roles)),
            )
            for column, value in zip(columns, values, strict=True):
                column.append(value)
    number, start, end, role = (np.concatenate(column) for column in columns)
    return _Parts(number, start, end, role, names)


def _numbers(text: str) -> Ints:
    return np.fromstring(text, np.int64, sep=",") if text else _NONE


def _texts(arrays: str) -> list[str]:
    """Return the members of JSON arrays that stand one behind another."""
    found: list[list[str]] = orjson.loads(f"[{arrays}]")
    return list(chain.from_iterable(found))


def white_space(store: Store, line: Line) -> Stretches:
    """Return what stands between white space in all documents."""
    starts, ends = [_NONE], [_NONE]
    begin = line.starts
    for first in range(0, len(line.documents), _DOCUMENTS):
        some = line.documents[first : first + _DOCUMENTS]
        texts = dict(store.columns.texts(some))
        start, end = white_space_tokens([texts[document] for document in some])
        starts.append(start + begin[first])
        ends.append(end + begin[first])
    return _stretches(np.concatenate(starts), np.concatenate(ends), line)


def pipeline_tokens(store: Store, line: Line) -> Stretches:
    """Return the tokens of all documents, each of which has some or is empty."""
    starts, ends = [_NONE], [_NONE]
    begin = line.starts
    for first in range(0, len(line.documents), _DOCUMENTS):
        some = line.documents[first : first + _DOCUMENTS]
        found = {document: rest for document, *rest in store.columns.tokens(some)}
        counts = np.array([len(found[document][0]) for document in some])
        gaps = np.concatenate([_NONE, *(found[document][0] for document in some)])
        lengths = np.concatenate([_NONE, *(found[document][1] for document in some)])
        # The sum of all gaps up to a token, without those of documents before.
        sums = np.append(0, np.cumsum(gaps))
        before = sums[np.cumsum(counts) - counts]
        base = begin[first : first + len(some)] - before
        start = sums[1:] + np.repeat(base, counts)
        starts.append(start)
        ends.append(start + lengths)
    return _stretches(np.concatenate(starts), np.concatenate(ends), line)


def _stretches(starts: Ints, ends: Ints, line: Line) -> Stretches:
    document = np.searchsorted(np.cumsum(line.lengths), starts, "right")
    return Stretches(starts, ends, document.astype(np.int32))
