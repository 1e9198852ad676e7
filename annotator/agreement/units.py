"""Unitizing: what annotators cut out of a text, in code points.

Each annotator's continuum is cut into stretches that do not overlap: a stretch
belongs to the shortest annotation over it, as a token does. An annotation that
another cuts in two, and each fragment of one that has several, is a unit of its
own; annotations that touch stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.alpha import UnitSums
from annotator.agreement.marks import Bools, Fragments, Ints
from annotator.agreement.painting import Stretches, paint
from annotator.agreement.tokens import Classed, Classes, count_classes

_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Unitized:
    """What several annotators cut out, as counts by document.

    Attributes:
        classed: Code points by class: 0 for gaps, 1 + its label's number.
        squares: ``[annotators, documents, classes]``: the squared lengths of units.
    """

    classed: Classed
    squares: Ints

    def alike(self) -> Unitized:
        """Return it with all labels as one."""
        width = self.squares.shape[2]
        squares = np.zeros((*self.squares.shape[:2], 2), np.int64)
        squares[:, :, 1] = self.squares[:, :, 1:].sum(axis=2)
        mapping = np.minimum(np.arange(width), 1)
        return Unitized(self.classed.mapped(mapping, 2), squares)

    def sums(self, chosen: Sequence[int], mapping: Ints) -> UnitSums:
        """Return the counts of some annotators, classes being mapped to others.

        What is mapped to 0 counts as a gap. Documents that fewer than two of them
        have looked at count nothing.
        """
        sums = self.classed.sums(chosen, mapping)
        number = self.classed.present[list(chosen)].sum(axis=0)
        kept = self.squares[list(chosen)][..., mapping > 0].sum(axis=(0, 2))
        gaps = np.asarray(sums.pairable)[:, 0]
        return UnitSums(
            sums.pairable, sums.coincident, np.where(number >= 2, kept + gaps, 0)
        )


def unitize(
    parts: Sequence[tuple[Fragments, Ints]],
    present: Bools,
    lengths: Ints,
    labels: int,
) -> Unitized:
    """Cut the texts and count.

    Args:
        parts: Each annotator's fragments, with the label of every annotation.
        present: ``[annotators, documents]``: who has looked at what.
        lengths: Of the documents, in code points.
        labels: How many labels there are.
    """
    pieces = _pieces([fragments for fragments, _ in parts], lengths)
    found: list[Classes] = []
    squares = np.zeros((*present.shape, labels + 1), np.int64)
    for number, (fragments, label) in enumerate(parts):
        strokes = paint(fragments, label, pieces)
        owners = np.full(len(pieces), _NOBODY)
        owners[strokes.where] = strokes.owner
        own = np.zeros(len(pieces), np.int16)
        own[strokes.where] = label[strokes.owner] + 1
        found.append(own)
        squares[number] = _squares(owners, own, pieces, squares.shape[1:])
        squares[number][~present[number]] = 0
    weight = pieces.end - pieces.start
    classed = count_classes(found, present, pieces, labels + 1, weight)
    return Unitized(classed, squares)


def _pieces(parts: Sequence[Fragments], lengths: Ints) -> Stretches:
    """Cut the line of all documents wherever anybody's annotation begins or ends."""
    ends = np.cumsum(lengths)
    edges = [ends - lengths, ends]
    for fragments in parts:
        edges += [fragments.start, fragments.end]
    cuts = np.sort(np.concatenate(edges))
    cuts = cuts[np.append(True, cuts[1:] != cuts[:-1])]
    start, end = cuts[:-1], cuts[1:]
    document = np.searchsorted(ends, start, "right").astype(np.int32)
    return Stretches(start, end, document)


def _squares(
    owners: Ints, classes: Classes, pieces: Stretches, shape: tuple[int, ...]
) -> Ints:
    """Return the squared lengths of an annotator's units by document and class."""
    if not len(owners):
        return np.zeros(shape, np.int64)
    new = np.ones(len(owners), bool)
    new[1:] = (owners[1:] != owners[:-1]) | (pieces.start[1:] != pieces.end[:-1])
    firsts = np.flatnonzero(new)
    units = np.add.reduceat(pieces.end - pieces.start, firsts)
    cells = pieces.document[firsts] * np.int64(shape[1]) + classes[firsts]
    kept = owners[firsts] != _NOBODY
    found = np.bincount(
        cells[kept], units[kept].astype(np.float64) ** 2, minlength=shape[0] * shape[1]
    )
    return found.astype(np.int64).reshape(shape)
