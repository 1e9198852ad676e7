"""Writing formats of one JSON object a line: a line a document and layer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import orjson

from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, LayerRecord, Problem, Record
from annotator.formats.base import Limits, WriteOptions, replacing
from annotator.formats.doctor import fitted
from annotator.formats.rows import MainRoles, Marked, Row, select

NO_LAYER = LayerRecord("")

_run = attrgetter("pipeline", "version")


class LineWriter:
    """What writers of such formats share; each says what its lines hold."""

    suffix = ".jsonl"
    needs_spacy = False
    needs_tokens = False
    folder = False
    limits = Limits()

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
        mains = MainRoles(options.schema)
        holding = self.holding(records, options, report)
        with replacing(target) as file:
            for done, record in enumerate(holding, 1):
                for items, extra in groups(record.layer or NO_LAYER):
                    chosen = select(items, options.kinds)
                    row = self.row(record, chosen, mains, report.losses)
                    file.write(dump(row | extra))
                    report.records += 1
                    report.annotations += len(chosen)
                progress.step(done, total)
        return report

    def holding(
        self, records: Iterable[Record], options: WriteOptions, report: ExportReport
    ) -> Iterator[Record]:
        """Yield records that the format holds, tallied."""
        return fitted(records, self.limits, options, report)

    def row(
        self,
        record: Record,
        items: list[Marked],
        mains: MainRoles,
        losses: list[Problem],
    ) -> Row:
        """Return the object of a line.

        Args:
            record: The document.
            items: Which annotations, or suggestions of one run, the line is to hold.
            mains: Knows the main roles.
            losses: Gets what the line cannot say.
        """
        raise NotImplementedError


def groups(layer: LayerRecord) -> Iterator[tuple[Iterable[Marked], Row]]:
    """Yield what goes into one line: pipelines are not mixed in one."""
    if not layer.suggestions:
        yield layer.annotations, {}
        return
    for (name, version), items in groupby(sorted(layer.suggestions, key=_run), _run):
        yield items, {"pipeline": {"name": name, "version": version}}


def dump(row: Row) -> bytes:
    """Return an object as a line."""
    try:
        return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        # Integers beyond 64 bits in free metadata, which orjson refuses.
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        return f"{text}\n".encode()
