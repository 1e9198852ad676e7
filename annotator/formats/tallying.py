"""What is written is counted, so that reading it back can prove that it is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.domain.records import ExportReport, LayerRecord, Problem, Record, Tally
from annotator.domain.wording import tr, trn
from annotator.formats.base import Limits, WriteOptions
from annotator.formats.rows import MainRoles, Marked
from annotator.formats.uncarried import Uncarried

_REASONS = 5
"""Sentences of a reader that go with a failed verification."""


def tallied(
    records: Iterable[Record],
    limits: Limits,
    options: WriteOptions,
    report: ExportReport,
) -> Iterator[Record]:
    """Yield *records* as they are, for formats that hold all of them, and count."""
    mains, articles = MainRoles(options.schema), Uncarried(limits.articles)
    for record in records:
        articles.see(record)
        count(report.tally, record, mains, limits, options.kinds)
        yield record
    articles.tell(report.losses)


def count(
    tally: Tally,
    record: Record,
    mains: MainRoles,
    limits: Limits,
    kinds: frozenset[str] | None = None,
) -> None:
    """Count what a record has that is written."""
    tally.add(record.document_id, flat_spans(record, mains, limits, kinds))
    layer = record.layer
    for item in _items(layer, kinds) if layer else ():
        tally.kinds[item.kind, item.label] += 1
        for role, fragments in item.parts.items():
            tally.roles[role] += len(fragments)


def _items(layer: LayerRecord, kinds: frozenset[str] | None) -> Iterator[Marked]:
    for items in (layer.annotations, layer.suggestions):
        for item in items:
            if kinds is None or item.kind in kinds:
                yield item


def flat_spans(
    record: Record,
    mains: MainRoles,
    limits: Limits,
    kinds: frozenset[str] | None = None,
) -> Iterator[tuple[str, int, int, str]]:
    """Yield ``(label, start, end, surface)`` of every fragment of a record.

    The label of a main part is the annotation's, of any other its role. Where the
    format does not keep the text, positions are 0 and white space is left out.
    """
    layer, text = record.layer, record.text
    if layer is None:
        return
    for item in _items(layer, kinds):
        main = mains.of(item)
        for role, fragments in item.parts.items():
            label = item.label if role == main else role
            for start, end in fragments:
                surface = text[start:end]
                if limits.text:
                    yield label, start, end, surface
                else:
                    yield label, 0, 0, "".join(surface.split())


def verify(
    tally: Tally,
    read_back: Iterable[object],
    options: WriteOptions,
    limits: Limits,
) -> list[str]:
    """Return what a file that was read back does not have as it was written.

    One sentence for each label whose count differs, with the first of what the
    reader says of it, and one for documents whose spans are others; none where
    everything is there.
    """
    mains = MainRoles(options.schema)
    found = Tally()
    said: list[str] = []
    for item in read_back:
        if isinstance(item, Record):
            found.add(item.document_id, flat_spans(item, mains, limits))
        elif isinstance(item, Problem) and len(said) < _REASONS:
            said.append(str(item))
    faults = [
        tr(
            "{label}: {written} were written, {found} read back.",
            label=label,
            written=tally.labels[label],
            found=found.labels[label],
        )
        for label in sorted(tally.labels.keys() | found.labels.keys())
        if tally.labels[label] != found.labels[label]
    ]
    if faults:
        return faults + said
    if limits.text:
        other = sum(found.sums.get(d, 0) != s for d, s in tally.sums.items())
        if other:
            return [
                trn(
                    "In {n} document other spans were read back than written.",
                    "In {n} documents other spans were read back than written.",
                    other,
                )
            ]
    elif sum(found.sums.values()) != sum(tally.sums.values()):
        return [tr("Other spans were read back than written.")]
    return []
