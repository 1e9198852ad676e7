"""Folders and zip files of an export, written whole or not at all.

A folder keeps a hidden list of what was written into it. A later export to the same
place takes it away only if everything in it is on that list and as it was written:
what a user put there, or changed there with another tool, is never lost.
"""

from __future__ import annotations

import os
import shutil
import uuid
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Protocol, cast

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.records import PartReport, Record
from annotator.domain.refusals import reason_of
from annotator.domain.wording import tr
from annotator.formats.base import replacing

LISTING = ".annotator-export"
"""One line a file: the checksum of its bytes, a blank, its name."""

_LONGEST_NAME = 40
_CHUNK = 1 << 20


class Folder(Protocol):
    """A folder or zip file while it is written."""

    def write(self, name: str, data: bytes) -> None:
        """Add a file; *name* may hold ``/`` for folders in it."""
        ...

    def opened(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a file to write it piece by piece; one at a time."""
        ...


@contextmanager
def replacing_folder(target: Path) -> Iterator[Folder]:
    """Give a folder that takes *target*'s place only if nothing goes wrong.

    A target called ``….zip`` becomes a zip file of the folder.

    Raises:
        InputError: There is a folder that no export wrote, or not all that is in it.
        EnvironmentFault: The place is not there, not writable, or full.
    """
    if target.suffix.lower() == ".zip":
        with replacing(target) as file, zipfile.ZipFile(file, "w") as package:
            yield _Zip(package)
        return
    try:
        if target.exists():
            _refuse_foreign(target)
        draft = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.part")
        draft.mkdir()
        try:
            folder = _Plain(draft)
            yield folder
            folder.finish()
            _take_place(draft, target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        reason = reason_of(error)
        raise EnvironmentFault(
            tr(
                "{target} could not be written ({reason}); choose another place "
                "or free some room.",
                target=target,
                reason=reason,
            )
        ) from error


def written_files(target: Path, pattern: str) -> Iterator[Path]:
    """Yield the files of an export whose names match, in order of their names.

    Of a zip file each is unpacked for as long as it is looked at.

    Raises:
        EnvironmentFault: It cannot be read.
    """
    if target.is_dir():
        yield from sorted(target.glob(pattern))
        return
    try:
        with (
            zipfile.ZipFile(target) as package,
            TemporaryDirectory(prefix="annotator-read-") as place,
        ):
            for name in sorted(package.namelist()):
                if Path(name).match(pattern):
                    path = Path(place, Path(name).name)
                    with package.open(name) as source, path.open("wb") as copy:
                        shutil.copyfileobj(source, copy, _CHUNK)
                    yield path
                    path.unlink()
    except (OSError, zipfile.BadZipFile) as error:
        raise EnvironmentFault(
            tr("{name} cannot be read ({error}).", name=target.name, error=error)
        ) from error


def parts_table(parts: Sequence[PartReport]) -> Iterator[str]:
    """Yield a table in Markdown: how much of each label each part of a split has."""
    total: Counter[tuple[str, str]] = Counter()
    for part in parts:
        total.update(part.kinds)
    yield f"| | {' | '.join(part.name for part in parts)} |"
    yield f"|---|{'---|' * len(parts)}"
    yield f"| documents | {' | '.join(str(part.records) for part in parts)} |"
    for kind, label in sorted(total):
        counts = (str(part.kinds[kind, label]) for part in parts)
        cell = f"{kind} {label}".replace("|", "\\|")
        yield f"| {cell} | {' | '.join(counts)} |"


class FileNames:
    """Names for the files of an export: told from the title, never twice the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, record: Record, *more: str) -> str:
        """Return a name without suffix: title, start of the id, and *more*."""
        title = _slug(record.details.title) or "document"
        words = [f"{title}-{record.document_id[:8]}", *filter(None, map(_slug, more))]
        stem = ".".join(words)
        name, number = stem, 1
        # Some file systems take names for the same whatever their case.
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name


def _slug(words: str) -> str:
    """Return what every file system takes: letters, digits and single hyphens."""
    kept = "".join(c if c.isalnum() else " " for c in words)
    return "-".join(kept.split())[:_LONGEST_NAME].strip("-")


class _Zip:
    """Writes into a zip file."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package

    def write(self, name: str, data: bytes) -> None:
        # No date, so that the same export gives the same bytes.
        info = zipfile.ZipInfo(name)
        info.external_attr = 0o644 << 16
        self._package.writestr(info, data, zipfile.ZIP_DEFLATED)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        info = zipfile.ZipInfo(name)
        info.external_attr = 0o644 << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        with self._package.open(info, "w", force_zip64=True) as file:
            yield cast("BinaryIO", file)


class _Plain:
    """Writes into a folder."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._listing: list[str] = []

    def write(self, name: str, data: bytes) -> None:
        path = self._place / name
        if "/" in name:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._listing.append(f"{zlib.crc32(data):08x} {name}\n")

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        path = self._place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb", buffering=_CHUNK) as file:
            yield file
        self._listing.append(f"{_checksum(path)} {name}\n")

    def finish(self) -> None:
        """Write down what was written."""
        (self._place / LISTING).write_text("".join(self._listing), "utf-8")


def _take_place(draft: Path, target: Path) -> None:
    """Rename, with what stands there kept until the new one does."""
    old = draft.with_suffix(".old")
    if target.exists():
        target.rename(old)
    try:
        draft.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(target: Path) -> None:
    """Raise where replacing a folder would lose what no export wrote."""
    if not target.is_dir():
        raise InputError(
            tr("{target} is a file; name a folder, or a .zip file.", target=target)
        )
    listed = _listed(target)
    for place, _, files in os.walk(target):
        for file in files:
            path = Path(place, file)
            name = path.relative_to(target).as_posix()
            if name == LISTING:
                continue
            if name not in listed:
                raise InputError(
                    tr(
                        "{target} holds {name}, which no export wrote; choose "
                        "another folder.",
                        target=target,
                        name=name,
                    )
                )
            if listed[name] != _checksum(path):
                raise InputError(
                    tr(
                        "{target} holds {name}, which was changed after it was "
                        "exported; choose another folder.",
                        target=target,
                        name=name,
                    )
                )


def _listed(target: Path) -> dict[str, str]:
    try:
        lines = (target / LISTING).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.partition(" ") for line in lines)
    return {name: checksum for checksum, _, name in pairs}


def _checksum(path: Path) -> str:
    value = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return f"{value:08x}"
