"""Writing a folder with a file for each document and layer, and its type system."""

from __future__ import annotations

import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, Problem, Record
from annotator.formats.base import Item, Limits, Reader, ReadOptions, WriteOptions
from annotator.formats.cas_types import TypesInUse
from annotator.formats.doctor import fitted
from annotator.formats.folders import LISTING, FileNames, replacing_folder
from annotator.formats.rows import MainRoles

TYPE_SYSTEM = "TypeSystem.xml"


class FolderWriter(ABC):
    """What the writers of TSV and XMI have in common."""

    name: str
    title: str
    suffix = ""
    needs_spacy = False
    needs_tokens = True
    folder = True
    limits = Limits()
    file_suffix: ClassVar[str]
    reader: ClassVar[Reader]

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
        types = TypesInUse()
        names = FileNames()
        with replacing_folder(target) as folder:
            fit = fitted(records, self.limits, options, report)
            for done, record in enumerate(fit, 1):
                layer = record.layer
                owner = "" if layer is None else layer.annotator
                data = self.dump(record, mains, types, report.losses)
                folder.write(names.of(record, owner) + self.file_suffix, data)
                report.records += 1
                if layer is not None:
                    report.annotations += len(layer.annotations)
                    report.annotations += len(layer.suggestions)
                progress.step(done, total)
            folder.write(TYPE_SYSTEM, types.dump())
        return report

    @abstractmethod
    def dump(
        self,
        record: Record,
        mains: MainRoles,
        types: TypesInUse,
        losses: list[Problem],
    ) -> bytes:
        """Return the file of one record."""

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield what the files hold as the reader understands them."""
        if target.suffix.lower() == ".zip":
            yield from self._read_zip(target)
        else:
            yield from self._read_folder(target)

    def _read_folder(self, folder: Path) -> Iterator[Item]:
        options = ReadOptions()
        for path in sorted(folder.iterdir()):
            if path.name not in (LISTING, TYPE_SYSTEM):
                yield from self.reader.read(path, options)

    def _read_zip(self, target: Path) -> Iterator[Item]:
        """Unpack one file at a time."""
        with zipfile.ZipFile(target) as package, TemporaryDirectory() as place:
            names = [n for n in package.namelist() if n != TYPE_SYSTEM]
            package.extract(TYPE_SYSTEM, place)
            for name in names:
                path = Path(package.extract(name, place))
                yield from self.reader.read(path, ReadOptions())
                path.unlink()
