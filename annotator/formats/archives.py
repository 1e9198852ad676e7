"""Zip, gz, tar and tar.gz: their members as files of a folder, if they are harmless.

An archive is hostile until shown otherwise: what is written is counted while it is
written (sizes in headers are not believed), names stay below the folder, and links,
devices and archives three deep are left out and named.
"""

from __future__ import annotations

import gzip
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.records import Problem
from annotator.domain.text import in_a_line
from annotator.domain.wording import noop, tr
from annotator.formats.office import BROKEN_ZIP

MAX_TOTAL_BYTES = 4 << 30
"""Of everything that is unpacked for one import."""
MAX_RATIO = 250
"""Of unpacked to packed; text shrinks to a tenth, seldom to a fiftieth."""
MAX_MEMBERS = 200_000
MAX_DEPTH = 2
SMALL = 16 << 20
"""Unpacked bytes below which the ratio does not matter."""

_NO_FILE = noop("it is a link or a device, so it was left out.")
_CHUNK = 1 << 20
_MAX_HEADER = 1 << 20
_BROKEN = (*BROKEN_ZIP, tarfile.TarError)
_LONG_HEADERS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


class Member(NamedTuple):
    """A file that was in an archive.

    Attributes:
        shown: How messages call it: ``archive.zip › inner/name.html``.
    """

    path: Path
    shown: str


def is_archive(path: Path) -> bool:
    """Return whether a file is a zip, gz or tar; documents packed as zip are not."""
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError:
        return False
    if head.startswith(b"PK\x03\x04"):
        return _is_plain_zip(path)
    return head.startswith((b"\x1f\x8b", b"PK\x05\x06")) or head[257:262] == b"ustar"


class _Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


class Unpacker:
    """Unpacks archives below a folder, within limits that hold for all together.

    Attributes:
        members: The files, in the archives' order.
        problems: What was left out, and why.
    """

    def __init__(self, folder: Path, progress: Progress) -> None:
        self.members: list[Member] = []
        self.problems: list[Problem] = []
        self._folder = folder
        self._progress = progress
        self._written = 0
        self._count = 0
        self._archives = 0

    def unpack(self, path: Path, shown: str, depth: int = 1) -> None:
        """Unpack an archive and those in it; faults are added to the problems.

        Raises:
            CancelledError: The user asked for a stop.
            EnvironmentFault: The disk is full.
        """
        if depth > MAX_DEPTH:
            self._leave_out(
                shown,
                tr("it is an archive in an archive in an archive, so it was left out."),
            )
            return
        self._archives += 1
        name = path.name.removesuffix(".gz").removesuffix(".tgz").removesuffix(".tar")
        # Some tools zip single files: whose they are only the folders around say.
        around = [part for part in path.parent.parts[-2:] if part.strip("./\\:")]
        place = self._folder.joinpath(
            str(self._archives), *around, name.removesuffix(".zip")
        )
        try:
            place.mkdir(parents=True)
            for member in self._files(path, shown, place):
                if is_archive(member.path):
                    self.unpack(member.path, member.shown, depth + 1)
                else:
                    self.members.append(member)
        except InputError as error:
            self.problems.append(Problem(shown, f"{error}."))
        except RuntimeError as error:  # it may be sound, but of a kind not known
            self.problems.append(
                Problem(
                    shown,
                    tr("it cannot be unpacked ({error}).", error=in_a_line(error)),
                )
            )
        except _BROKEN as error:
            self.problems.append(
                Problem(
                    shown,
                    tr("it is a damaged archive ({error}).", error=in_a_line(error)),
                )
            )
        except OSError as error:
            if isinstance(error, gzip.BadGzipFile):
                reason = tr(
                    "it is a damaged archive ({error}).", error=in_a_line(error)
                )
                self.problems.append(Problem(shown, reason))
                return
            raise EnvironmentFault(
                tr(
                    "{shown} could not be unpacked ({reason}); free some room, "
                    "or unpack it yourself and import the folder.",
                    shown=shown,
                    reason=error.strerror or error,
                )
            ) from error

    def _files(self, path: Path, shown: str, place: Path) -> Iterator[Member]:
        with path.open("rb") as file:
            head = file.read(512)
        if head.startswith(b"PK"):
            yield from self._zip(path, shown, place)
        elif head.startswith(b"\x1f\x8b"):
            yield from self._gz(path, shown, place)
        else:
            yield from self._tar(path, shown, place)

    def _zip(self, path: Path, shown: str, place: Path) -> Iterator[Member]:
        allowance = _Allowance(path)
        with zipfile.ZipFile(path) as package:
            for info in package.infolist():
                mode = info.external_attr >> 16
                if info.is_dir() or _is_hidden(info.filename):
                    continue
                inner = f"{shown} › {info.filename}"
                if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
                    self._leave_out(inner, tr(_NO_FILE))
                elif info.flag_bits & 1:
                    self._leave_out(
                        inner,
                        tr("it is protected by a password, so it was left out."),
                    )
                elif (target := self._target(place, info.filename, inner)) is not None:
                    with package.open(info) as source:
                        self._write(source, target, allowance)
                    yield Member(target, inner)

    def _tar(self, path: Path, shown: str, place: Path) -> Iterator[Member]:
        allowance = _Allowance(path)
        with tarfile.open(path, "r:", tarinfo=_Header) as package:
            for info in package:
                if info.isdir() or _is_hidden(info.name):
                    continue
                inner = f"{shown} › {info.name}"
                if not info.isreg() or info.issparse():
                    self._leave_out(inner, tr(_NO_FILE))
                elif (target := self._target(place, info.name, inner)) is not None:
                    source = package.extractfile(info)
                    if source is not None:
                        self._write(source, target, allowance)
                        yield Member(target, inner)

    def _gz(self, path: Path, shown: str, place: Path) -> Iterator[Member]:
        name = path.name.removesuffix(".gz").replace(".tgz", ".tar") or "file"
        target = place / name
        with gzip.open(path) as source:
            self._write(source, target, _Allowance(path))
        with target.open("rb") as file:
            is_tar = file.read(262)[257:] == b"ustar"
        if is_tar:
            yield from self._tar(target, shown, place / "tar")
            target.unlink()
        else:
            yield Member(target, f"{shown} › {name}")

    def _target(self, place: Path, name: str, shown: str) -> Path | None:
        """Return where a member goes, None for one that means harm."""
        self._count += 1
        if self._count > MAX_MEMBERS:
            raise InputError(
                tr("it holds too many files; unpack it and import the folder")
            )
        parts = PurePosixPath(name.replace("\\", "/")).parts
        # A name like a/../b, /etc/x or C:x leads somewhere else.
        if not parts or any(p in ("..", "/") or ":" in p or "\x00" in p for p in parts):
            self._leave_out(
                shown, tr("its name leads out of the archive, so it was left out.")
            )
            return None
        target = place.joinpath(*parts)
        if target.exists() or any(
            p.is_file() for p in target.parents if place in p.parents
        ):
            self._leave_out(
                shown, tr("it is a second file of that name, so it was left out.")
            )
            return None
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def _write(self, source: _Readable, target: Path, allowance: _Allowance) -> None:
        with target.open("xb") as file:
            while chunk := source.read(_CHUNK):
                self._progress.step(0, 0)
                self._written += len(chunk)
                allowance.spend(len(chunk))
                if self._written > MAX_TOTAL_BYTES:
                    raise InputError(
                        tr(
                            "it unpacks to more than {limit} GB; unpack it "
                            "yourself and import the folder",
                            limit=MAX_TOTAL_BYTES >> 30,
                        )
                    )
                file.write(chunk)

    def _leave_out(self, shown: str, why: str) -> None:
        self.problems.append(Problem(shown, why))


class _Allowance:
    """How much an archive may still unpack to."""

    def __init__(self, path: Path) -> None:
        self._packed = max(1, path.stat().st_size)
        self._unpacked = 0

    def spend(self, size: int) -> None:
        """Count what was unpacked."""
        self._unpacked += size
        if self._unpacked > SMALL and self._unpacked / self._packed > MAX_RATIO:
            raise InputError(
                tr(
                    "it unpacks to more than {times} times its size, as no "
                    "articles do; if it is no trap, unpack it yourself and "
                    "import the folder",
                    times=MAX_RATIO,
                )
            )


class _Header(tarfile.TarInfo):
    """A header whose names are of a sane length; tarfile reads them whole."""

    def _proc_member(self, package: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in _LONG_HEADERS and self.size > _MAX_HEADER:
            raise tarfile.ReadError(tr("a name is too long"))
        made: tarfile.TarInfo = super()._proc_member(package)  # type: ignore[misc]
        return made


def _is_plain_zip(path: Path) -> bool:
    """Return whether a zip is no document of an office program."""
    try:
        with zipfile.ZipFile(path) as package:
            names = package.NameToInfo
    except (OSError, *BROKEN_ZIP):
        return True
    return "[Content_Types].xml" not in names and not (
        {"word/document.xml", "xl/workbook.xml", "mimetype"} & names.keys()
    )


def _is_hidden(name: str) -> bool:
    """Return whether it is what systems add, or hidden."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(
        part == "__MACOSX" or (part.startswith(".") and part not in (".", ".."))
        for part in parts
    )
