"""γ of what is compared: slow, and only with the optional extra."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from annotator.agreement.counting import Material
from annotator.agreement.figures import Figures
from annotator.agreement.gamma import Disorder, Unit, disorders, gamma_is_available
from annotator.agreement.marks import Ints
from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.services.agreeing_columns import Line
from annotator.services.agreement import Agreement
from annotator.services.extras import gamma_advice


def check_gamma() -> None:
    """Refuse where the package for γ is not installed.

    Raises:
        InputError: It is not.
    """
    if not gamma_is_available():
        raise InputError(gamma_advice())


def with_gamma(
    result: Agreement, material: Material, kind: str, line: Line, progress: Progress
) -> None:
    """Compute γ of a kind and put it into its figures, those of documents included.

    A unit is an annotation from the start of its main part to its end.
    """
    found = []
    for number, disorder in enumerate(disorders(_documents(material, line))):
        progress.step(number, len(line.documents))
        found.append(disorder)
    whole = Disorder(sum(d.observed for d in found), sum(d.expected for d in found))
    result.kinds[kind] = _filled(result.kinds[kind], whole)
    for document, disorder in zip(line.documents, found, strict=True):
        if document in result.per_document:
            figures: Mapping[str, Figures] = result.per_document[document]
            own = _filled(figures[kind], disorder)
            result.per_document[document] = {**figures, kind: own}


def _filled(figures: Figures, disorder: Disorder) -> Figures:
    return replace(figures, units=replace(figures.units, gamma=disorder.gamma()))


def _documents(material: Material, line: Line) -> Iterator[Sequence[Sequence[Unit]]]:
    """Yield the units of each document, by those who have finished it."""
    units = [_units(material, number) for number in range(len(material.marks))]
    starts = line.starts
    for document in range(len(line.documents)):
        base = int(starts[document])
        yield [
            [
                (int(start) - base, int(end) - base, material.labels[label])
                for start, end, label in zip(*own[document], strict=True)
            ]
            for own, here in zip(units, line.present[:, document], strict=True)
            if here
        ]


def _units(material: Material, annotator: int) -> list[tuple[Ints, Ints, Ints]]:
    """Return start, end and label of an annotator's units, by document."""
    marks = material.marks[annotator]
    main = marks.main
    has_main, first = np.unique(main.owner, return_index=True)
    last = np.append(first[1:], len(main.owner))[: len(first)] - 1
    document = marks.document[has_main]
    order = np.argsort(document, kind="stable")
    edges = np.searchsorted(document[order], np.arange(1, material.present.shape[1]))
    columns = (main.start[first], main.end[last], marks.label[has_main])
    parts = [np.split(column[order], edges) for column in columns]
    return list(zip(*parts, strict=True))
