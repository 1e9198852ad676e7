"""Writing CoNLL-2003: ``WORD -X- -X- TAG``, IOB2, blanks between columns.

Each document begins with ``-DOCSTART- -X- -X- O``, each sentence ends with a blank
line, so that everything that reads the shared task's files reads these. A row has one
tag, so of overlapping annotations one stays, parts are spans of their own, and spans
are whole tokens: what is lost by that is in the report. A word that holds white space
is several rows. A document that is not done is left out unless asked for: ``O`` says
that there is nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.domain.annotations import extent
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, LayerRecord, Losses, Problem, Record
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.formats.base import (
    Item,
    Limits,
    ReadOptions,
    WriteOptions,
    name_of,
    place,
    replacing,
)
from annotator.formats.conll import ConllReader
from annotator.formats.conll_layout import DOCSTART, MARKER
from annotator.formats.doctor import fitted
from annotator.formats.finishing import is_finished
from annotator.formats.layout import lay_out
from annotator.formats.rows import Marked

_HEAD = f"{DOCSTART} -X- -X- O\n\n"
_WORD = re.compile(rf"{DOCSTART[:-1]}|\S+")
_SPACE = re.compile(r"\s+")
_COLUMNS = {"text": "1", "tag": "4", "document": MARKER}


class ConllWriter:
    """Writes a row for each token."""

    name = "conll"
    finished_only = True
    title = "CoNLL-2003"
    suffix = ".conll"
    needs_spacy = False
    needs_tokens = True
    folder = False
    limits = Limits(
        articles=frozenset(),
        text=False,
        overlaps=False,
        cuts=False,
        space=False,
        pieces=False,
        parts=False,
        links=False,
        attributes=False,
        notes=False,
    )

    def write(
        self,
        records: Iterable[Record],
        target: Path,
        options: WriteOptions,
        progress: Progress,
        total: int,
    ) -> ExportReport:
        """Write *records* to *target*, whole or not at all."""
        report = ExportReport(files=[str(target)], losses=options.losses)
        chosen = _Choice(options, report, progress, total)
        with replacing(target) as file:
            for record in fitted(chosen.of(records), self.limits, options, report):
                layer = record.layer or LayerRecord("")
                items: tuple[Marked, ...] = (*layer.annotations, *layer.suggestions)
                file.write("".join(_rows(record, items)).encode())
                report.records += 1
                report.annotations += len(items)
        return report

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the documents as the reader understands them."""
        if target.stat().st_size:
            yield from ConllReader().read(target, ReadOptions(columns=_COLUMNS))


def _rows(record: Record, items: Iterable[Marked]) -> Iterator[str]:
    tokens = record.tokens
    if tokens is None:
        return
    starts, text = tokens.starts, record.text
    tags = ["O"] * len(tokens)
    for item in items:
        start, end = extent(item.parts)
        first, upto = bisect_left(starts, start), bisect_left(starts, end)
        tags[first] = f"B-{item.label}"
        tags[first + 1 : upto] = [f"I-{item.label}"] * (upto - first - 1)
    breaks = set(tokens.sentences) or _line_starts(text, tokens)
    yield _HEAD
    for number, (start, end, tag) in enumerate(
        zip(starts, tokens.ends, tags, strict=True)
    ):
        # A blank line would cut an annotation in two.
        if number and start in breaks and not tag.startswith("I-"):
            yield "\n"
        yield f"{text[start:end]} -X- -X- {tag}\n"
    yield "\n"


def _line_starts(text: str, tokens: Tokens) -> set[int]:
    """Return the tokens before which a line ends, for texts without sentences."""
    pairs = zip(tokens.ends, tokens.starts[1:], strict=False)
    return {start for end, start in pairs if "\n" in text[end:start]}


class _Choice:
    """Lets through what is written, made ready for it."""

    def __init__(
        self,
        options: WriteOptions,
        report: ExportReport,
        progress: Progress,
        total: int,
    ) -> None:
        self._options = options
        self._report = report
        self._progress = progress
        self._total = total
        self._seen: dict[DocumentId, str] = {}
        self._is_told = False

    def of(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the finished records, their words and labels without white space."""
        for done, record in enumerate(records, 1):
            if self._options.include_unfinished or is_finished(record.layer):
                self._name_layers(record)
                yield _with_labels(_with_words(record), self._report.losses)
            else:
                self._report.left_out += 1
            self._progress.step(done, self._total)

    def _name_layers(self, record: Record) -> None:
        name = record.layer.annotator if record.layer else ""
        if self._seen.setdefault(record.document_id, name) != name:
            if not self._is_told:
                reason = tr(
                    "its layers stand one after the other, and CoNLL cannot "
                    "say whose they are; export one annotator’s. So it is "
                    "with every document that has several."
                )
                self._report.losses.append(Problem(name_of(record), reason))
            self._is_told = True


def _with_words(record: Record) -> Record:
    """Return it with tokens that are words: nothing in them may end a column."""
    text = record.text
    if record.tokens is None:
        spans = [match.span() for match in _WORD.finditer(text)]
        return replace(record, tokens=Tokens.of("words", spans))
    found = record.tokens
    given = zip(found.starts, found.ends, strict=True)
    words = "".join([text[start:end] for start, end in given])
    if words == "".join(text.split()) and DOCSTART not in text:
        return record
    starts, ends = lay_out(text, found)[1:3]
    pieces = [
        match.span()
        for start, end in zip(starts, ends, strict=True)
        for match in _WORD.finditer(text, start, end)
    ]
    known = {start for start, _ in pieces}
    sentences = [start for start in found.sentences if start in known]
    return replace(record, tokens=Tokens.of(found.tokenizer, pieces, sentences))


def _with_labels(record: Record, losses: Losses) -> Record:
    """Return it with labels that are one word, changed ones named."""
    layer = record.layer
    if layer is None:
        return record
    items: tuple[Marked, ...] = (*layer.annotations, *layer.suggestions)
    if not any(map(_SPACE.search, (item.label for item in items))):
        return record
    return replace(
        record,
        layer=replace(
            layer,
            annotations=tuple(
                replace(a, label=_one_word(record, a, losses))
                for a in layer.annotations
            ),
            suggestions=tuple(
                replace(s, label=_one_word(record, s, losses))
                for s in layer.suggestions
            ),
        ),
    )


def _one_word(record: Record, item: Marked, losses: Losses) -> str:
    label = _SPACE.sub("_", item.label)
    if label != item.label:
        where = place(record, *extent(item.parts))
        losses.append(
            Problem(
                where,
                tr(
                    "{label}: its label was written as {written}.",
                    label=item.label,
                    written=label,
                ),
            )
        )
    return label
