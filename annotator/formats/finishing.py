"""Which documents go into data for training: those that are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.domain.documents import Status
from annotator.domain.records import ExportReport, LayerRecord, Record
from annotator.formats.base import WriteOptions


def finished(
    records: Iterable[Record], options: WriteOptions, report: ExportReport
) -> Iterator[Record]:
    """Yield the records that are wanted; the others are counted."""
    for record in records:
        if options.include_unfinished or is_finished(record.layer):
            yield record
        else:
            report.left_out += 1


def is_finished(layer: LayerRecord | None) -> bool:
    """Tell whether somebody has looked at all of a document, or a pipeline has."""
    return layer is not None and (
        layer.status is Status.DONE or bool(layer.suggestions)
    )
