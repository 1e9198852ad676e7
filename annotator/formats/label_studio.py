"""Reading Label Studio's JSON: tasks with annotations, predictions and drafts.

A task is a document, each annotation the layer of who completed it, each prediction a
model's suggestions. Which field of a task's data is the text its regions do not say:
it is the one in which they find their words. Where a task shows several texts, each is
a document. What was answered about a whole text is kept as metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.text import document_id
from annotator.domain.wording import tr
from annotator.domain.zones import Zone
from annotator.formats.assembling import assemble
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.details import FIELDS, gather
from annotator.formats.foreign import ForeignDocument, ForeignLayer
from annotator.formats.jsonl_own import is_id
from annotator.formats.label_studio_regions import Region
from annotator.formats.label_studio_schema import holds_config, is_config, read_config
from annotator.formats.label_studio_tasks import Version, claim, tasks, versions
from annotator.formats.label_studio_texts import ShownText, is_page, shown
from annotator.formats.offsets import OffsetMap, found_by_words
from annotator.formats.zone_rows import read_zones

Row = Mapping[str, Any]

CONFIG = "-config.xml"
"""What the name of a labelling config ends with that our writer put beside a file."""

_NAMES = ("text", "html", "content", "body", "article", "document", "dialogue")
_SAMPLE = 20
"""Tasks that are looked at for which field is the text."""
_TRIED = 12
"""Regions of a task that are looked for in a field to tell whether it is theirs."""


class LabelStudioReader:
    """Reads tasks, one at a time."""

    name = "label-studio"
    title = "Label Studio JSON"
    suffixes: tuple[str, ...] = (".json", ".jsonl")
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take files whose first objects are tasks, and labelling configs."""
        return Claim.SURE if is_config(head) else claim(path, head)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the labelling config that our writer puts beside."""
        config = path.with_name(f"{path.stem}{CONFIG}")
        return (config,) if config.exists() else ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield a record for each task and whoever marked it, or what is wrong.

        Of a labelling config, its schema.
        """
        if holds_config(path):
            try:
                yield read_config(path, options.mapping)
            except InputError as error:
                yield Problem(path.name, f"{error}.")
            return
        rows = tasks(path)
        sample = list(islice(rows, _SAMPLE))
        fields = _Fields(options.columns.get("text", ""))
        fields.learn(row for _, row in sample if not isinstance(row, Problem))
        for where, task in chain(sample, rows):
            if isinstance(task, Problem):
                yield task
                continue
            try:
                for document in _documents(task, where, fields, options.annotator):
                    yield from assemble(document, options.mapping)
            except InputError as error:
                yield Problem(where, f"{error}.")


def _documents(
    task: Row, where: str, fields: _Fields, annotator: str
) -> Iterator[ForeignDocument]:
    """Yield a document for each text that a task shows.

    Raises:
        InputError: It shows none; half a sentence.
    """
    data = task.get("data")
    if not isinstance(data, dict):
        raise InputError(tr("the task has no “data”"))
    made = versions(task)
    texts: dict[str, tuple[ShownText, set[str]]] = {}
    for to_name, regions in _by_text(made).items():
        field, text = fields.find(data, to_name, regions)
        texts.setdefault(field, (text, set()))[1].add(to_name)
    if not texts:
        field, text = fields.find(data, "", [])
        texts[field] = text, set()
    for text, names in texts.values():
        layers = tuple(
            _layer(
                version, text, frozenset(names) if len(texts) > 1 else None, annotator
            )
            for version in made
        )
        details = _details(task, data, set(texts), text.text)
        losses = list(found_by_words(text.repaired()))
        yield ForeignDocument(
            text.text,
            _with_answers(details, made),
            where,
            layers,
            zones=_zones(data, text.text, losses),
            losses=tuple(losses),
        )


def _by_text(made: list[Version]) -> dict[str, list[Region]]:
    found: dict[str, list[Region]] = {}
    for version in made:
        for region in version.result.regions:
            found.setdefault(region.to_name, []).append(region)
    return found


def _layer(
    version: Version, text: ShownText, names: frozenset[str] | None, annotator: str
) -> ForeignLayer:
    """Return the layer of one version in one text.

    Args:
        version: What somebody said.
        text: The text.
        names: What the labelling config calls it; None where it is the only one.
        annotator: Whose layer it is where the file does not say.
    """
    result, score = version.result, version.score
    if version.by_model and score is not None:
        for region in result.regions:
            region.score = score if region.score is None else region.score
    spans = tuple(result.spans(text, names, version.times))
    relations = result.relations
    if names is not None:
        ids = {span.id for span in spans}
        relations = [r for r in relations if {r.source, r.target} & ids]
    losses = tuple(result.losses)
    # Where a task shows several texts, they are those of the first.
    result.losses.clear()
    return ForeignLayer(
        version.annotator or ("" if version.by_model else annotator),
        spans,
        tuple(relations),
        status=version.status,
        by_model=version.by_model,
        version=version.model_version,
        moment=version.times[0],
        losses=losses,
    )


class _Fields:
    """Knows which field of the data is the text.

    Args:
        told: What the user says it is; "" for nothing.
    """

    def __init__(self, told: str) -> None:
        self._told = told
        self._pages = False
        self._known: dict[str, str] = {}

    def learn(self, rows: Iterator[Row]) -> None:
        """Look at the first tasks, so that those without regions are read alike."""
        for row in rows:
            data = row.get("data")
            if not isinstance(data, dict):
                continue
            for to_name, regions in _by_text(versions(row)).items():
                try:
                    self.find(data, to_name, regions)
                except InputError:
                    continue

    def find(
        self, data: Row, to_name: str, regions: list[Region]
    ) -> tuple[str, ShownText]:
        """Return the field with the text of these regions, and the text.

        Raises:
            InputError: There is no text; half a sentence.
        """
        tried = [region.value for region in regions[:_TRIED]]
        page = is_page(tried, regions[0].type_name) if regions else self._pages
        self._pages = page
        fault: InputError | None = None
        best: tuple[tuple[int, int], str, ShownText] | None = None
        for name in self._candidates(data, to_name):
            try:
                text = shown(data[name], page=page)
            except InputError as error:
                if isinstance(data[name], str):
                    fault = fault or error
                continue
            found = sum(text.find(value) is not None for value in tried)
            score = found - text.repaired(), found
            if best is None or score > best[0]:
                best = score, name, shown(data[name], page=page)
            if score[0] == len(tried):
                break
        if best is None:
            names = ", ".join(map(str, data)) or "nothing"
            generic = InputError(
                tr("the task shows no text; its data has {names}", names=names)
            )
            raise fault or generic
        if best[0][1] or not tried:
            self._known[to_name] = best[1]
        return best[1], best[2]

    def _candidates(self, data: Row, to_name: str) -> list[str]:
        if self._told:
            if self._told not in data:
                raise InputError(
                    tr("the task has no “{key}” in its data", key=self._told)
                )
            return [self._told]
        known = self._known.get(to_name) or next(iter(self._known.values()), "")
        names = [name for name in (known, to_name, *_NAMES) if name in data]
        rest = [k for k, v in data.items() if isinstance(v, str | list)]
        rest.sort(key=lambda k: -len(data[k]))
        return list(dict.fromkeys([*names, *rest]))


def _details(task: Row, data: Row, used: set[str], text: str) -> Details:
    meta = task.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    if is_id(data.get("document_id")):
        known = {key: str(data.get(key, "")) for key in FIELDS}
        return Details(**known, meta=meta)
    rest = {key: value for key, value in data.items() if key not in used}
    number = task.get("id")
    return gather(text, rest, meta, {} if number is None else {"id": number})


def _zones(data: Row, text: str, losses: list[str]) -> tuple[Zone, ...] | None:
    if not is_id(data.get("document_id")):
        return None
    return read_zones(data, OffsetMap(text), document_id(text), losses)


def _with_answers(details: Details, made: list[Version]) -> Details:
    """Return the details with what people answered about the whole text."""
    said: dict[str, object] = {}
    for version in made:
        for control, answer in version.result.answers.items():
            if control not in said:
                said[control] = answer
            elif said[control] != answer:
                said[f"{control} ({version.annotator or 'another'})"] = answer
    if not said:
        return details
    return replace(details, meta={**said, **details.meta})
