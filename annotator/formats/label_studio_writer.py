"""Writing Label Studio's JSON, and beside it the labelling config it needs.

One array of tasks, one a line. ``data`` has ``text``, ``title``, ``source``, ``url``,
``date``, ``language``, ``document_id`` and ``zones``, the task's ``meta`` the rest.
Each layer of a document is an annotation of its task (``was_cancelled`` where it was
skipped, ``ground_truth`` for the settled layer), each pipeline's suggestions a
prediction with ``model_version`` and ``score``. Each fragment of each part is a region;
relations lead from an annotation's main part to its others, and one stands for each
link. Attributes are per-region answers on the first region, notes its ``meta.text``.

Label Studio refuses ``completed_by`` of people it does not know, so the annotator is in
``annotator``, the status in ``status``. Keys of ours in a region's ``meta`` (see
``own_keys``) it keeps, but does not show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from annotator.domain.annotations import Annotation, Fragment, Link
from annotator.domain.documents import Status
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, LayerRecord, Record
from annotator.formats.base import (
    Item,
    Limits,
    ReadOptions,
    WriteOptions,
    replacing,
)
from annotator.formats.details import FIELDS
from annotator.formats.doctor import fitted
from annotator.formats.label_studio import CONFIG, LabelStudioReader
from annotator.formats.label_studio_config import TEXT, LabellingConfig
from annotator.formats.line_writer import dump, groups
from annotator.formats.own_keys import about
from annotator.formats.rows import (
    MainRoles,
    Marked,
    Row,
    roles_of,
    select,
    select_links,
)
from annotator.formats.zone_rows import zone_rows

_GOLD = "gold"


class LabelStudioWriter:
    """Writes one task a document."""

    name = "label-studio"
    title = "Label Studio JSON"
    suffix = ".json"
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
        config = target.with_name(f"{target.stem}{CONFIG}")
        report = ExportReport(files=[str(target), str(config)], losses=options.losses)
        tasks = _Tasks(options, report)
        fitting = fitted(records, self.limits, options, report)
        counted = _counted(fitting, progress, total)
        with replacing(target) as file:
            before = b"[\n"
            for _, layers in groupby(counted, attrgetter("document_id")):
                file.write(before + dump(tasks.task(list(layers))).rstrip(b"\n"))
                before = b",\n"
            file.write(b"\n]\n" if before == b",\n" else b"[]\n")
            with replacing(config) as other:
                other.write(tasks.config.xml().encode())
        return report

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the tasks as the reader understands them."""
        return LabelStudioReader().read(target, ReadOptions())


def _counted(
    records: Iterable[Record], progress: Progress, total: int
) -> Iterator[Record]:
    for done, record in enumerate(records, 1):
        yield record
        progress.step(done, total)


class _Tasks:
    """Makes tasks of records, and knows what config they need."""

    def __init__(self, options: WriteOptions, report: ExportReport) -> None:
        self.config = LabellingConfig(options.schema)
        self._mains = MainRoles(options.schema)
        self._report = report

    def task(self, records: list[Record]) -> Row:
        """Return the task of a document with all its layers."""
        first = records[0]
        annotations: list[Row] = []
        predictions: list[Row] = []
        for record in records:
            layer = record.layer
            self._report.records += 1
            if layer is None:
                continue
            for items, extra in groups(layer):
                chosen = select(items, None)
                self._report.annotations += len(chosen)
                result = self._result(record.text, layer, chosen)
                if layer.suggestions:
                    predictions.append(_prediction(result, chosen, extra))
                elif result or layer.status is not Status.TODO:
                    annotations.append(_annotation(result, layer))
        return {
            "data": _data(first),
            "meta": dict(first.details.meta),
            "annotations": annotations,
            "predictions": predictions,
        }

    def _result(self, text: str, layer: LayerRecord, items: list[Marked]) -> list[Row]:
        result: list[Row] = []
        anchors: dict[str, str] = {}
        for item in items:
            anchors[item.id] = self._add(result, text, item)
        links = select_links(layer.links, items)
        return [*result, *(self._link(link, anchors) for link in links)]

    def _add(self, result: list[Row], text: str, item: Marked) -> str:
        """Add the regions of an annotation; return the id of the main one."""
        main, first = self._mains.of(item), len(result)
        anchor = ""
        for role in roles_of(item.parts):
            for number, fragment in enumerate(item.parts[role]):
                region = self._region(text, item, role, main, fragment)
                region["id"] = f"{item.id}.{role}.{number}"
                result.append(region)
                if not anchor and role == main:
                    anchor = str(region["id"])
        regions = result[first:]
        _tell_more(regions[0], item)
        anchor = anchor or str(regions[0]["id"])
        for name, value in sorted(item.attributes.items()):
            result.append(self._attribute(regions[0], name, value))
        result += [
            self._relation(anchor, str(region["id"]), _label(region))
            for region in regions
            if region["id"] != anchor
        ]
        return anchor

    def _region(
        self, text: str, item: Marked, role: str, main: str, fragment: Fragment
    ) -> Row:
        start, end = fragment
        label = item.label if role == main else role
        region: Row = {
            "id": "",
            "from_name": self.config.label(item.kind, label),
            "to_name": TEXT,
            "type": "labels",
            "value": {
                "start": start,
                "end": end,
                "text": text[start:end],
                "labels": [label],
            },
            "meta": {"annotation": item.id, "kind": item.kind, "role": role},
        }
        if not isinstance(item, Annotation):
            region["score"] = item.score
        return region

    def _attribute(self, region: Row, name: str, value: object) -> Row:
        assert isinstance(value, str | int | float)  # noqa: S101 - what attributes are
        control, kind, said = self.config.attribute(name, value)
        place = region["value"]
        assert isinstance(place, dict)  # noqa: S101 - made above
        given = {"start": place["start"], "end": place["end"]}
        given["text" if kind == "textarea" else kind] = said
        return {
            "id": region["id"],
            "from_name": control,
            "to_name": TEXT,
            "type": kind,
            "value": given,
        }

    def _link(self, link: Link, anchors: Mapping[str, str]) -> Row:
        row = self._relation(anchors[link.source], anchors[link.target], link.label)
        return row | {"link": link.id}

    def _relation(self, source: str, target: str, label: str) -> Row:
        self.config.relation(label)
        return {
            "type": "relation",
            "from_id": source,
            "to_id": target,
            "direction": "right",
            "labels": [label],
        }


def _data(record: Record) -> Row:
    data: Row = {TEXT: record.text}
    data |= {name: getattr(record.details, name) for name in FIELDS}
    data["document_id"] = record.document_id
    if record.zones is not None:
        data["zones"] = zone_rows(record.zones)
    return data


def _tell_more(region: Row, item: Marked) -> None:
    """Add what stands nowhere else to an annotation's first region."""
    said = about(item)
    note = said.pop("note", "")
    meta = region["meta"]
    assert isinstance(meta, dict)  # noqa: S101 - made above
    meta["about"] = said
    if note:
        meta["text"] = [note]


def _label(region: Row) -> str:
    value = region["value"]
    assert isinstance(value, dict)  # noqa: S101 - made above
    return str(value["labels"][0])


def _annotation(result: list[Row], layer: LayerRecord) -> Row:
    row: Row = {
        "result": result,
        "was_cancelled": layer.status is Status.SKIPPED,
        "ground_truth": layer.annotator == _GOLD,
        "annotator": layer.annotator,
        "status": layer.status,
    }
    created = [a.created for a in layer.annotations if a.created]
    modified = [a.modified for a in layer.annotations if a.modified]
    if created and modified:
        row["created_at"], row["updated_at"] = min(created), max(modified)
    return row


def _prediction(result: list[Row], items: list[Marked], extra: Row) -> Row:
    scores = [item.score for item in items if not isinstance(item, Annotation)]
    pipeline = extra.get("pipeline")
    assert isinstance(pipeline, dict)  # noqa: S101 - groups of suggestions have one
    return {
        "model_version": f"{pipeline['name']} {pipeline['version']}".strip(),
        "score": sum(scores) / len(scores),
        "result": result,
        "pipeline": pipeline,
    }
