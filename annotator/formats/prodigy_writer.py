"""Writing Prodigy's annotation tasks, for Prodigy and what reads its files.

A line a document and layer, as ``jsonl_writer`` has it but without ``annotations``
and ``links``: what these say stands in keys of our own in the spans and relations
(see ``jsonl_spans``), which Prodigy leaves alone. ``answer`` is there only where
the document is done with: ``accept`` (with ``flagged`` where it is), or ``ignore`` for
a skipped one. A pipeline's suggestions have no answer; their spans say the
``source`` and the ``score``.

A span that cuts a token has characters only, and no relations; with ``mend`` such
spans are fitted to whole tokens first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from annotator.domain.documents import Status
from annotator.domain.records import ExportReport, Problem, Record
from annotator.formats.base import (
    Item,
    ReadOptions,
    WriteOptions,
)
from annotator.formats.doctor import fitted
from annotator.formats.fitting import REPORT
from annotator.formats.jsonl import ProdigyReader
from annotator.formats.jsonl_shape import input_hash, task_hash, wrap_meta
from annotator.formats.jsonl_spans import SpanRows
from annotator.formats.jsonl_writer import token_rows
from annotator.formats.layout import lay_out
from annotator.formats.line_writer import NO_LAYER, LineWriter
from annotator.formats.rows import MainRoles, Marked, Row, select_links
from annotator.formats.zone_rows import zone_rows

_ANSWERS: Mapping[Status, Row] = {
    Status.DONE: {"answer": "accept"},
    Status.FLAGGED: {"answer": "accept", "flagged": True},
    Status.SKIPPED: {"answer": "ignore"},
}


class ProdigyWriter(LineWriter):
    """Writes one line a document and layer."""

    name = "prodigy"
    title = "Prodigy JSONL"
    needs_tokens = True

    def holding(
        self, records: Iterable[Record], options: WriteOptions, report: ExportReport
    ) -> Iterator[Record]:
        """Yield records with spans fitted to tokens where the user asks for it."""
        limits = replace(self.limits, cuts=options.mend == REPORT)
        return fitted(records, limits, options, report)

    def row(
        self,
        record: Record,
        items: list[Marked],
        mains: MainRoles,
        losses: list[Problem],
    ) -> Row:
        """Return a task."""
        return _task(record, items, mains, losses)

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the lines as the reader understands them."""
        return ProdigyReader().read(target, ReadOptions())


def _task(
    record: Record, items: list[Marked], mains: MainRoles, losses: list[Problem]
) -> Row:
    layer = record.layer or NO_LAYER
    tokens = record.tokens
    layout = None if tokens is None else lay_out(record.text, tokens)
    rows = SpanRows(record, mains, layout, alone=True)
    rows.add(items)
    rows.add_links(select_links(layer.links, items))
    losses += rows.losses
    spans = rows.spans()
    task: Row = {
        "text": record.text,
        "meta": wrap_meta(record.details, record.document_id),
        "_input_hash": input_hash(record.document_id),
        "_task_hash": task_hash(record.document_id, spans),
        "_session_id": layer.annotator or None,
        "_annotator_id": layer.annotator or None,
        "_view_id": "relations" if rows.relations else "spans_manual",
    }
    if layout is not None:
        task["tokens"] = token_rows(layout)
    task["spans"] = spans
    task["relations"] = rows.relations
    if not layer.suggestions:
        task |= _ANSWERS.get(layer.status, {})
    task["status"] = layer.status
    if record.zones is not None:
        task["zones"] = zone_rows(record.zones)
    return task
