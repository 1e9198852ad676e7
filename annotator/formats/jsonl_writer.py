"""Writing JSONL: lossless for this program, at home in Prodigy's tools.

One line a document and layer, its keys in this order:

``text``, ``meta``
    See ``jsonl_shape`` for how free metadata is told from the known kind.
``answer``
    ``ignore`` for a skipped document, else ``accept``; ``status`` says it exactly.
``_annotator_id``, ``_session_id``
    The layer's name: an annotator's, ``gold``, or a pipeline's. Null where the
    document has no layer.
``_input_hash``, ``_task_hash``, ``_view_id``
    See ``jsonl_shape``; the view is always ``spans_manual``.
``tokenizer``, ``tokens``
    The tokens as spaCy has them, white space included, so that ``Doc(words,
    spaces)`` gives the text back. ``tokenizer`` has the ``name`` of what made them
    and in ``sentences`` the characters at which sentences start. Both are absent
    where the document has no tokens; spans then have characters only, which
    Prodigy knows from its highlighting by character.
``spans``
    Every fragment of every part of every annotation, by start. ``label`` is the
    annotation's label for its main role (an entity's mention, a quote's content)
    and the role's name for any other: ``PERSON``, ``direct``, ``speaker``, ``cue``.
    ``annotation`` is the annotation's id and ties its spans together; ``id`` is
    ``ANNOTATION.ROLE.NUMBER``. A span that cuts a token has no ``token_start`` and
    ``token_end``, and no relation: the export report names it.
``relations``
    From the first main span of an annotation to each of its other spans, labelled
    like that span (``direct`` → ``speaker``: its speaker), and one for each link.
``annotations``, ``links``
    The record itself; see below.
``settlement``
    In an annotation of the settled layer: ``how`` it was settled (``unanimous``,
    ``majority``, ``adjudicated``), ``by`` whom, when (``time``), and the ``sources``
    it was taken from: ``annotator``, ``annotation``, and which ``parts`` (none: all).
``status``
    ``todo``, ``in_progress``, ``done``, ``flagged`` or ``skipped``.

A pipeline's suggestions are written alike. The line then has ``pipeline`` with the
pipeline's ``name`` and ``version``, and each annotation ``score`` and ``reason`` in
place of ``note``, ``origin``, ``created`` and ``modified``.

Annotations stand in the order of the text, roles and attributes in alphabetical
order, so that the same layer always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.domain.documents import Status
from annotator.domain.ids import AnnotationId
from annotator.domain.records import ExportReport, LayerRecord, Problem, Record
from annotator.domain.tokens import Tokens
from annotator.domain.wording import noop
from annotator.formats.base import (
    Item,
    ReadOptions,
    WriteOptions,
)
from annotator.formats.jsonl import JsonlReader
from annotator.formats.jsonl_shape import input_hash, task_hash, wrap_meta
from annotator.formats.jsonl_spans import SpanRows
from annotator.formats.layout import TokenLayout, lay_out
from annotator.formats.line_writer import NO_LAYER, LineWriter
from annotator.formats.rows import (
    MainRoles,
    Marked,
    Row,
    annotation_row,
    link_row,
    select_links,
    settlement_rows,
)
from annotator.formats.tallying import tallied
from annotator.formats.zone_rows import zone_rows


class JsonlWriter(LineWriter):
    """Writes one line a document and layer."""

    name = "jsonl"
    title = noop("JSONL (this program’s)")
    needs_tokens = True

    def holding(
        self, records: Iterable[Record], options: WriteOptions, report: ExportReport
    ) -> Iterator[Record]:
        """Yield the records as they are: all of them fits."""
        return tallied(records, self.limits, options, report)

    def row(
        self,
        record: Record,
        items: list[Marked],
        mains: MainRoles,
        losses: list[Problem],
    ) -> Row:
        """Return the object of a line."""
        return _row(record, items, mains, losses)

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the lines as the reader understands them."""
        return JsonlReader().read(target, ReadOptions())


def _row(
    record: Record, items: list[Marked], mains: MainRoles, losses: list[Problem]
) -> Row:
    layer = record.layer or NO_LAYER
    links = select_links(layer.links, items)
    tokens = record.tokens
    layout = None if tokens is None else lay_out(record.text, tokens)
    span_rows = SpanRows(record, mains, layout)
    span_rows.add(items)
    span_rows.add_links(links)
    losses += span_rows.losses
    spans = span_rows.spans()
    row: Row = {
        "text": record.text,
        "meta": wrap_meta(record.details, record.document_id),
        "answer": "ignore" if layer.status is Status.SKIPPED else "accept",
        "_annotator_id": layer.annotator or None,
        "_session_id": layer.annotator or None,
        "_input_hash": input_hash(record.document_id),
        "_task_hash": task_hash(record.document_id, spans),
        "_view_id": "spans_manual",
    }
    if tokens is not None and layout is not None:
        row["tokenizer"] = _tokenizer_row(tokens)
        row["tokens"] = token_rows(layout)
    row["spans"] = spans
    row["relations"] = span_rows.relations
    row["annotations"] = _annotation_rows(layer, items)
    row["links"] = [link_row(link) for link in links]
    row["status"] = layer.status
    if record.zones is not None:
        row["zones"] = zone_rows(record.zones)
    return row


def _annotation_rows(layer: LayerRecord, items: list[Marked]) -> list[Row]:
    if not layer.settlements:
        return [annotation_row(item) for item in items]
    settled = settlement_rows(layer)
    rows = []
    for item in items:
        row = annotation_row(item)
        if item.id in settled:
            row["settlement"] = settled[AnnotationId(item.id)]
        rows.append(row)
    return rows


def _tokenizer_row(tokens: Tokens) -> Row:
    return {"name": tokens.tokenizer, "sentences": tokens.sentences.tolist()}


def token_rows(layout: TokenLayout) -> list[Row]:
    """Return the tokens as Prodigy has them."""
    words, starts, ends, blanks = layout
    return [
        {"text": word, "start": start, "end": end, "id": number, "ws": blank}
        for word, start, end, number, blank in zip(
            words, starts, ends, range(len(words)), blanks, strict=True
        )
    ]
