"""Tokens as units that two or more annotators have classed.

The class of a token is that of the shortest annotation which shares a character
with it: a token that an annotation covers in part counts as covered, as it does
where brat's and doccano's spans are turned into tags, and where spaCy's alignment
expands. The classes are plain (``io``: one for each label, and none) or tell
beginnings (``bio``: B- for the first token of an annotation, I- for the others,
those of its further fragments included).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
import numpy.typing as npt

from annotator.agreement.marks import Bools, Fragments, Ints
from annotator.agreement.painting import Stretches, paint
from annotator.agreement.ratings import PairSums, RatingSums

Classes = npt.NDArray[np.int16]

OUTSIDE = 0
"""The class of what is not annotated."""


class Scheme(StrEnum):
    """What the classes of tokens tell."""

    IO = "io"
    BIO = "bio"

    def classes(self, labels: int) -> int:
        """Return how many classes there are."""
        return 1 + labels * (2 if self is Scheme.BIO else 1)

    def alike(self, labels: int) -> Ints:
        """Return for each class its number where all labels are one."""
        each = 2 if self is Scheme.BIO else 1
        return np.append(0, np.tile(np.arange(each) + 1, labels)).astype(np.int64)

    def label(self, labels: int) -> Ints:
        """Return for each class 1 + its label's number, 0 for ``OUTSIDE``."""
        each = 2 if self is Scheme.BIO else 1
        return np.concatenate([[0], np.repeat(np.arange(labels) + 1, each)])

    def only(self, labels: int, label: int) -> Ints:
        """Return for each class its number where there is no label but one."""
        each = 2 if self is Scheme.BIO else 1
        found = np.zeros(self.classes(labels), np.int64)
        found[1 + label * each : 1 + (label + 1) * each] = np.arange(each) + 1
        return found


def classes(
    fragments: Fragments, label: Ints, tokens: Stretches, scheme: Scheme
) -> Classes:
    """Return the class of every token.

    Args:
        fragments: Of one role of one annotator's annotations.
        label: The number of each annotation's label.
        tokens: Of all documents.
        scheme: With ``bio`` odd numbers are beginnings.
    """
    strokes = paint(fragments, label, tokens)
    found = np.zeros(len(tokens), np.int16)
    labels = label[strokes.owner]
    if scheme is Scheme.BIO:
        found[strokes.where] = 2 + 2 * labels - strokes.begins
    else:
        found[strokes.where] = 1 + labels
    return found


# The last stands for all characters from there on.
_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])


def white_space_tokens(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """Return start and end of the tokens of texts that stand one behind another.

    A token is what ``str.split`` makes: a run of characters none of which is white
    space in Unicode. No token goes over the end of a text.
    """
    joined = "\n".join((*texts, ""))  # A break after each text: taken out below.
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    spaces = _SPACES[np.minimum(codes, len(_SPACES) - 1)]
    inside = np.diff(~spaces, prepend=False, append=False)
    edges = np.flatnonzero(inside)
    starts, ends = edges[::2], edges[1::2]
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    breaks = np.searchsorted(np.cumsum(lengths + 1), starts, "right")
    return starts - breaks, ends - breaks


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often two annotators class a unit so and so, by document.

    A row for each cell of a document's table that is not empty; where classes were
    mapped to others it may have several.

    Attributes:
        left: Class by the first annotator.
        right: Class by the second.
        count: Of tokens, or of code points.
    """

    document: Ints
    left: Ints
    right: Ints
    count: Ints

    def matrix(self, keep: Bools, classes: int) -> Ints:
        """Return the counts of the documents to *keep*: rows left, columns right."""
        kept = keep[self.document]
        cells = self.left[kept] * classes + self.right[kept]
        found = np.bincount(cells, self.count[kept], minlength=classes * classes)
        return found.astype(np.int64).reshape(classes, classes)

    def mapped(self, mapping: Ints) -> Confusion:
        """Return it with other classes; several may become one."""
        return Confusion(
            self.document, mapping[self.left], mapping[self.right], self.count
        )

    def sums(self, documents: int, mapping: Ints) -> PairSums:
        """Return the counts of each document, the classes being mapped to others."""
        width = int(mapping.max()) + 1
        left, right = mapping[self.left], mapping[self.right]
        same = left == right
        return PairSums(
            _weighted(self.document, left, self.count, (documents, width)),
            _weighted(self.document, right, self.count, (documents, width)),
            _weighted(
                self.document[same], left[same], self.count[same], (documents, width)
            ),
        )


def _weighted(
    rows: Ints, columns: Ints | Classes, weight: Ints | None, shape: tuple[int, int]
) -> Ints:
    cells = rows * shape[1] + columns
    found = np.bincount(cells, weight, minlength=shape[0] * shape[1])
    return found.astype(np.int64).reshape(shape)


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Classed:
    """What several annotators class units as, as counts by document.

    Attributes:
        present: ``[annotators, documents]``: who has looked at what.
        marginals: ``[annotators, documents, classes]``: how many units of a document
            each class has; 0 where the annotator has not looked.
        confusions: For each pair of annotators, the lower number first; on what both
            have looked at.
    """

    present: Bools
    marginals: Ints
    confusions: Mapping[Pair, Confusion]

    def mapped(self, mapping: Ints, width: int) -> Classed:
        """Return it with *width* other classes; several may become one."""
        marginals = np.zeros((*self.marginals.shape[:2], width), np.int64)
        for old, new in enumerate(mapping):
            marginals[:, :, new] += self.marginals[:, :, old]
        return Classed(
            self.present,
            marginals,
            {pair: found.mapped(mapping) for pair, found in self.confusions.items()},
        )

    def pair_sums(self, chosen: Sequence[int], mapping: Ints) -> dict[Pair, PairSums]:
        """Return the counts of each pair of some annotators, the lower number first.

        By document, classes being mapped to others.
        """
        documents = self.present.shape[1]
        return {
            pair: self.confusions[pair].sums(documents, mapping)
            for pair in combinations(sorted(chosen), 2)
        }

    def sums(
        self,
        chosen: Sequence[int],
        mapping: Ints,
        pairs: Mapping[Pair, PairSums] | None = None,
    ) -> RatingSums:
        """Return the counts of some annotators, classes being mapped to others.

        Documents that fewer than two of them have looked at count nothing.

        Args:
            chosen: Their numbers.
            mapping: The new class of each old one.
            pairs: What ``pair_sums`` returns for the same, where it is known.
        """
        documents = self.present.shape[1]
        together = np.zeros(documents, np.int64)
        found = self.pair_sums(chosen, mapping) if pairs is None else pairs
        for sums in found.values():
            together += sums.both.sum(axis=1)
        width = int(mapping.max()) + 1
        raters = np.zeros((documents, len(chosen), width), np.int64)
        for place, annotator in enumerate(chosen):
            for old, new in enumerate(mapping):
                raters[:, place, new] += self.marginals[annotator, :, old]
        return RatingSums.of_documents(self.present[list(chosen)], together, raters)


def count_classes(
    found: Sequence[Classes],
    present: Bools,
    units: Stretches,
    width: int,
    weight: Ints | None = None,
) -> Classed:
    """Count the classes that annotators have given.

    Args:
        found: Each annotator's class of every unit.
        present: ``[annotators, documents]``: who has looked at what.
        units: Tokens, or pieces of text.
        width: How many classes there are.
        weight: What each unit counts; None for 1.
    """
    documents = present.shape[1]
    total = _totals(units, documents, weight)
    marginals = np.zeros((len(found), documents, width), np.int64)
    for number, own in enumerate(found):
        # Most units are outside of everything: they are what is left over.
        marked = np.flatnonzero(own != OUTSIDE)
        rows = units.document[marked].astype(np.int64)
        some = None if weight is None else weight[marked]
        table = _weighted(rows, own[marked], some, (documents, width))
        table[:, OUTSIDE] = total - table.sum(axis=1)
        marginals[number] = np.where(present[number][:, None], table, 0)
    confusions = {
        (one, other): _confusion(
            (found[one], found[other]),
            present[one] & present[other],
            total,
            units,
            weight,
        )
        for one, other in combinations(range(len(found)), 2)
    }
    return Classed(present, marginals, confusions)


def _totals(units: Stretches, documents: int, weight: Ints | None) -> Ints:
    """Return what each document counts; units are in the order of documents."""
    edges = np.searchsorted(units.document, np.arange(documents + 1, dtype=np.int32))
    if weight is None:
        return np.diff(edges)
    return np.diff(np.append(0, np.cumsum(weight))[edges])


def _confusion(
    pair: tuple[Classes, Classes],
    shared: Bools,
    total: Ints,
    units: Stretches,
    weight: Ints | None,
) -> Confusion:
    """Count the cells of one pair; only what one of the two has marked is looked at."""
    left, right = pair
    marked = np.flatnonzero((left | right) != OUTSIDE)
    marked = marked[shared[units.document[marked]]]
    width = max(int(left.max(initial=0)), int(right.max(initial=0))) + 1
    keys = units.document[marked].astype(np.int64) * width + left[marked]
    keys = keys * width + right[marked]
    cells, counts = _cells(keys, None if weight is None else weight[marked])
    document = cells // (width * width)
    outside = np.where(shared, total, 0)
    outside -= np.bincount(document, counts, minlength=len(shared)).astype(np.int64)
    empty = np.flatnonzero(outside)
    nothing = np.zeros(len(empty), np.int64)
    return Confusion(
        np.concatenate([document, empty]),
        np.concatenate([cells // width % width, nothing]),
        np.concatenate([cells % width, nothing]),
        np.concatenate([counts, outside[empty]]),
    )


def _cells(keys: Ints, weight: Ints | None) -> tuple[Ints, Ints]:
    """Return the different keys, and how often each occurs."""
    if not len(keys):
        return keys, keys
    # Keys come in the order of the documents: sorting them again costs little.
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    firsts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    if weight is None:
        return keys[firsts], np.diff(firsts, append=len(keys))
    return keys[firsts], np.add.reduceat(weight[order], firsts)
