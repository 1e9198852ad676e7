"""Writing brat standoff: a folder or zip file that a brat server takes as it is.

Each document is ``NAME.txt`` with ``NAME.ann``; where layers of several annotators
are exported, each has a folder with its own copy of the texts, as brat wants it. See
``brat_ann`` for the lines and ``brat_settings`` for the configuration beside them.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from annotator.domain.annotations import (
    Annotation,
    Fragment,
    Parts,
    Suggestion,
    merge_fragments,
)
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import (
    ExportReport,
    Finding,
    LayerRecord,
    Losses,
    Problem,
    Record,
    Trouble,
)
from annotator.domain.wording import tr
from annotator.formats.base import Item, Limits, ReadOptions, WriteOptions, place
from annotator.formats.brat import BratReader
from annotator.formats.brat_ann import AnnLines, Used, safe_type
from annotator.formats.brat_places import BREAK
from annotator.formats.brat_settings import settings
from annotator.formats.doctor import fitted
from annotator.formats.folders import Folder, replacing_folder
from annotator.formats.rows import MainRoles

M = TypeVar("M", Annotation, Suggestion)

_BREAK_ONLY = re.compile(rf"\s*[{BREAK}]\s*")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")
_HOSTILE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_BOM = "\ufeff"
_IN_MEMORY = 32 << 20
_SIZE = 4


class BratWriter:
    """Writes a text and a standoff file for each document and layer."""

    name = "brat"
    title = "brat standoff"
    suffix = ""
    needs_spacy = False
    needs_tokens = False
    folder = True
    limits = Limits(space=False, articles=frozenset())

    def write(
        self,
        records: Iterable[Record],
        target: Path,
        options: WriteOptions,
        progress: Progress,
        total: int,
    ) -> ExportReport:
        """Write *records* to the folder or zip file *target*, whole or not at all."""
        report = ExportReport(files=[str(target)], losses=options.losses)
        mains, used, names = MainRoles(options.schema), Used(), _Names()
        whole = _joined(records, report.losses)
        with replacing_folder(target) as folder, _Shelf(folder) as shelf:
            records = fitted(whole, self.limits, options, report)
            for done, record in enumerate(records, 1):
                lines = AnnLines(record, mains, used, report.losses)
                layer = record.layer or LayerRecord("")
                report.annotations += lines.add(layer)
                ann = "".join(f"{line}\n" for line in lines.lines)
                name = names.of(record, layer.annotator)
                shelf.add(layer.annotator, name, _text(record.text), ann.encode())
                report.records += 1
                _name_scores(layer, report.losses)
                progress.step(done, total)
            for name, data in settings(options.schema, options.kinds, used).items():
                folder.write(name, data)
        return report

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield what the folder or zip file holds, whose layer by its folder."""
        if target.suffix.lower() != ".zip":
            yield from _read_folder(target)
            return
        with tempfile.TemporaryDirectory(prefix="annotator-") as place:
            with zipfile.ZipFile(target) as package:
                package.extractall(place)
            yield from _read_folder(Path(place))


def _read_folder(folder: Path) -> Iterator[Item]:
    reader = BratReader()
    for path in sorted(folder.rglob("*.ann")):
        annotator = "" if path.parent == folder else path.parent.name
        yield from reader.read(path, ReadOptions(annotator=annotator))


def _text(text: str) -> bytes:
    """Return a text's bytes; a reader takes one mark away from the start."""
    return (_BOM + text if text.startswith(_BOM) else text).encode()


def _name_scores(layer: LayerRecord, losses: Losses) -> None:
    if any(item.score < 1 or item.reason for item in layer.suggestions):
        where = tr("suggestions of {annotator}", annotator=layer.annotator)
        reason = tr("Scores and reasons have no place in brat.")
        if not any(loss.where == where for loss in losses):
            losses.append(Problem(where, reason))


class _Names:
    """Names of documents, the same in every annotator's folder."""

    def __init__(self) -> None:
        self._names: dict[DocumentId, str] = {}
        self._taken: set[str] = set()
        self._written: set[tuple[str, str]] = set()

    def of(self, record: Record, annotator: str) -> str:
        """Return a name that brat takes: from the file it came from, or the title."""
        name = self._names.get(record.document_id)
        if name is None:
            given = record.details.meta.get("name")
            if not isinstance(given, str) or not _NAME.fullmatch(given):
                title = safe_type(record.details.title)[:40].strip("_-")
                given = f"{title}-{record.document_id[:8]}"
            name = self._names[record.document_id] = self._free(given)
        # Two runs of one pipeline on one document, or a layer of nobody's.
        while not self._written.isdisjoint({(annotator, name), ("", name)}):
            name += "-again"
        self._written |= {(annotator, name)}
        return name

    def _free(self, given: str) -> str:
        name, number = given, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{given}-{number}"
        self._taken.add(name.casefold())
        return name


class _Shelf:
    """Holds files back until it is clear whether annotators need folders.

    With one annotator all files go to the top; as soon as there is a second one,
    each has a folder. What is held back is on disk, not in memory.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._held = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        self._folders: dict[str, str] = {}

    def __enter__(self) -> _Shelf:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if kind is None:
                self._release()
        finally:
            self._held.close()

    def add(self, annotator: str, name: str, text: bytes, ann: bytes) -> None:
        """Add a document with a layer."""
        if annotator and annotator not in self._folders:
            self._folders[annotator] = self._folder_name(annotator)
            if len(self._folders) == 2:
                self._release()
        if len(self._folders) > 1:
            self._write(annotator, name, text, ann)
            return
        for data in (annotator.encode(), name.encode(), text, ann):
            self._held.write(len(data).to_bytes(_SIZE))
            self._held.write(data)

    def _folder_name(self, annotator: str) -> str:
        name = _HOSTILE.sub("_", annotator).strip(" .") or "annotator"
        taken = {folder.casefold() for folder in self._folders.values()}
        while name.casefold() in taken:
            name += "_"
        return name

    def _release(self) -> None:
        self._held.seek(0)
        while size := self._held.read(_SIZE):
            annotator = self._held.read(int.from_bytes(size))
            name, text, ann = (self._next() for _ in range(3))
            self._write(annotator.decode(), name.decode(), text, ann)
        self._held.seek(0)
        self._held.truncate()

    def _next(self) -> bytes:
        return self._held.read(int.from_bytes(self._held.read(_SIZE)))

    def _write(self, annotator: str, name: str, text: bytes, ann: bytes) -> None:
        several = len(self._folders) > 1 and annotator
        where = f"{self._folders[annotator]}/" if several else ""
        self._folder.write(f"{where}{name}.txt", text)
        self._folder.write(f"{where}{name}.ann", ann)


def _joined(records: Iterable[Record], losses: Losses) -> Iterator[Record]:
    """Yield records whose fragments are joined where only a line ends between them.

    brat has every span that goes over the end of a line in fragments, so that such
    fragments cannot be told from it.
    """
    for record in records:
        layer = record.layer
        if layer is None:
            yield record
            continue
        yield replace(
            record,
            layer=replace(
                layer,
                annotations=tuple(_join(record, a, losses) for a in layer.annotations),
                suggestions=tuple(_join(record, s, losses) for s in layer.suggestions),
            ),
        )


def _join(record: Record, item: M, losses: Losses) -> M:
    if all(len(fragments) == 1 for fragments in item.parts.values()):
        return item
    parts: Parts = {
        role: _without_breaks(record.text, fragments)
        for role, fragments in item.parts.items()
    }
    for role, fragments in item.parts.items():
        if len(parts[role]) < len(fragments):
            start, end = fragments[0].start, fragments[-1].end
            losses.append(
                Finding(
                    place(record, start, end),
                    tr(
                        "{label}: fragments of its {role} with nothing but the "
                        "end of a line between them were joined.",
                        label=item.label,
                        role=role,
                    ),
                    Trouble.PIECES,
                    record.document_id,
                    start,
                    end,
                    record.layer.annotator if record.layer else "",
                )
            )
    return replace(item, parts=parts)


def _without_breaks(text: str, fragments: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
    joined = list(fragments)
    last: Fragment | None = None
    for fragment in fragments:
        surface = text[fragment.start : fragment.end]
        if surface.isspace():
            continue
        if last is not None:
            before = len(text[last.start : last.end].rstrip())
            after = len(surface) - len(surface.lstrip())
            gap = last.start + before, fragment.start + after
            if _BREAK_ONLY.fullmatch(text, *gap):
                joined.append(Fragment(last.start, fragment.end))
        last = fragment
    return merge_fragments(tuple(joined))
