"""Annotations as a table, one a row: for Excel, R and pandas.

``annotation``, ``document``, ``title``, ``source``, ``date``, ``url``
    Ids, and what is known of the article.
``annotator``, ``status``, ``kind``, ``label``
    Whose it is, how far the document is annotated, and what it is.
``text``, ``start``, ``end``
    The main part (an entity's mention, a quote's content) and where it is: code
    points of the article's text, the end exclusive. Pieces of a part that is in
    several are joined by `` … ``.
``speaker``, ``cue``, ``claimant``, …
    The other parts, a column for each role that the schema has.
``left``, ``right``
    What stands before and after the main part, on one line.
``attributes``, ``note``, ``links``
    A JSON object; the note (a suggestion's reason); a JSON object of link → ids.
``origin``, ``score``, ``created``, ``modified``
    Where it comes from; a suggestion has a score instead of dates.
``parts``, ``more``
    JSON objects: role → ``[start, end]`` pairs, and role → text of the roles that
    have no column.

The file is UTF-8 with a byte order mark, without which Excel takes it for something
else, and with CRLF (RFC 4180). A cell that a spreadsheet would run as a formula, for
it begins with ``=``, ``+``, ``-``, ``@``, a tab or a return, has an apostrophe before
it (OWASP, "CSV Injection"); a cell that begins with an apostrophe and one of these
has one more.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from annotator.domain.annotations import Annotation, Fragment
from annotator.domain.documents import Details
from annotator.domain.ids import AnnotationId, DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, LayerRecord, Problem, Record
from annotator.domain.schema import Schema
from annotator.domain.wording import noop, tr, trn
from annotator.formats.base import Item, Limits, WriteOptions, replacing
from annotator.formats.rows import MainRoles, Marked, select, select_links
from annotator.formats.tallying import tallied

CONTEXT = 60
"""Characters to the left and to the right."""

JOINT = " … "

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_FIRST = (
    "annotation",
    "document",
    "title",
    "source",
    "date",
    "url",
    "annotator",
    "status",
    "kind",
    "label",
    "text",
    "start",
    "end",
)
_LAST = (
    "left",
    "right",
    "attributes",
    "note",
    "links",
    "origin",
    "score",
    "created",
    "modified",
    "parts",
    "more",
)
_TAKEN = frozenset((*_FIRST, *_LAST))
_NO_LAYER = LayerRecord("")
_ROW_LIMIT = 1 << 28

Row = dict[str, object]


class CsvWriter:
    """Writes one row an annotation."""

    name = "csv"
    title = noop("CSV, one annotation a row")
    suffix = ".csv"
    needs_spacy = False
    needs_tokens = False
    folder = False
    limits = Limits(text=False, articles=frozenset(("title", "source", "date", "url")))

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
        maker = _RowMaker(options.schema, options.kinds)
        bare = 0
        with replacing(target) as file:
            text = io.TextIOWrapper(file, "utf-8-sig", newline="")
            table = csv.DictWriter(text, maker.columns)
            table.writeheader()
            for record in tallied(records, self.limits, options, report):
                rows = maker.rows(record)
                table.writerows(rows)
                report.records += 1
                report.annotations += len(rows)
                bare += not rows
                progress.step(report.records, total)
            text.flush()
            text.detach()
        if bare:
            report.losses.append(
                Problem(
                    target.name,
                    trn(
                        "{n:,} document without annotations: no rows.",
                        "{n:,} documents without annotations: no rows.",
                        bare,
                    ),
                )
            )
        return report

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the annotations, each in a text that is made of its parts."""
        csv.field_size_limit(_ROW_LIMIT)
        with target.open(encoding="utf-8-sig", newline="") as file:
            table = csv.reader(file)
            names = next(table, [])
            for number, cells in enumerate(table, 2):
                row = dict(zip(names, map(plain, cells), strict=False))
                try:
                    yield _record(row)
                except (KeyError, ValueError) as error:
                    yield Problem(
                        tr("{name}, row {number}", name=target.name, number=number),
                        f"{error!r}.",
                    )


class _RowMaker:
    """Makes rows.

    Attributes:
        columns: Their names.
    """

    def __init__(self, schema: Schema, kinds: frozenset[str] | None) -> None:
        self._mains = MainRoles(schema)
        roles = dict.fromkeys(
            role.name
            for kind in schema.kinds
            if kinds is None or kind.name in kinds
            for role in kind.roles[1:]
            if role.name not in _TAKEN
        )
        self.columns = [*_FIRST, *roles, *_LAST]
        self._roles = frozenset(roles)
        self._kinds = kinds

    def rows(self, record: Record) -> list[Row]:
        """Return the rows of a record."""
        layer = record.layer or _NO_LAYER
        items = select((*layer.annotations, *layer.suggestions), self._kinds)
        links: defaultdict[str, defaultdict[str, list[str]]]
        links = defaultdict(lambda: defaultdict(list))
        for link in select_links(layer.links, items):
            links[link.source][link.label].append(link.target)
        known = _known(record, layer)
        return [self._row(record, known, item, links.get(item.id)) for item in items]

    def _row(
        self,
        record: Record,
        known: Row,
        item: Marked,
        links: Mapping[str, list[str]] | None,
    ) -> Row:
        text, main = record.text, self._mains.of(item)
        row: Row = {
            **known,
            "annotation": item.id,
            "kind": item.kind,
            "label": item.label,
            "attributes": _json(item.attributes),
            "links": _json(links),
            "parts": _json(item.parts),
            **_origin(item),
        }
        more: dict[str, str] = {}
        for role, fragments in item.parts.items():
            surface = JOINT.join(text[start:end] for start, end in fragments)
            if role == main:
                start, end = fragments[0].start, fragments[-1].end
                before, after = text[max(start - CONTEXT, 0) : start], text[end:]
                row |= {
                    "text": surface,
                    "start": start,
                    "end": end,
                    "left": " ".join(before.split()),
                    "right": " ".join(after[:CONTEXT].split()),
                }
            elif role in self._roles:
                row[role] = surface
            else:
                more[role] = surface
        row["more"] = _json(more)
        return {
            name: harmless(value) if isinstance(value, str) else value
            for name, value in row.items()
        }


def _known(record: Record, layer: LayerRecord) -> Row:
    details = record.details
    return {
        "document": record.document_id,
        "title": details.title,
        "source": details.source,
        "date": details.date,
        "url": details.url,
        "annotator": layer.annotator,
        "status": layer.status.value,
    }


def _origin(item: Marked) -> Row:
    if isinstance(item, Annotation):
        return {
            "note": item.note,
            "origin": item.origin,
            "created": item.created,
            "modified": item.modified,
        }
    return {
        "note": item.reason,
        "origin": f"suggestion:{item.pipeline}-{item.version}",
        "score": item.score,
    }


def _json(value: Mapping[str, object] | None) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """Return what ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _record(row: Mapping[str, str]) -> Record:
    """Return an annotation with a text of its own, made of its parts' surfaces."""
    given = json.loads(row["parts"])
    more = json.loads(row["more"] or "{}")
    text, parts = "", {}
    for role, pairs in given.items():
        has_column = role in row and role not in _TAKEN
        # What has neither a column nor a place in “more” is the main part.
        surface = row[role] if has_column else more.get(role, "")
        surface = surface or row["text"]
        places = []
        for start, end in pairs:
            places.append(Fragment(len(text), len(text) + end - start))
            text += surface[: end - start] + "\n"
            surface = surface[end - start + len(JOINT) :]
        parts[role] = tuple(places)
    made = Annotation(AnnotationId(row["annotation"]), row["kind"], row["label"], parts)
    identity = DocumentId(row["document"])
    return Record(identity, text, Details(row["title"]), LayerRecord("", (made,)))
