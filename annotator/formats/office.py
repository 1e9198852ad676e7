"""Office Open XML packages (ECMA-376): opened only where they are harmless."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from pathlib import Path

from annotator.domain.errors import InputError
from annotator.domain.wording import tr

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word and Excel before 2007 start, and encrypted newer ones."""

BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError),
    RuntimeError,
)
"""What ``zipfile`` raises for a file that is no sound package; RuntimeError is for
passwords and, as NotImplementedError, for versions that it does not know."""

MAX_PART_BYTES = 256 << 20
_MAX_RATIO = 200
_SMALL = 10 << 20
_HEAD = 4096


def holds_part(path: Path, head: bytes, part: str) -> bool:
    """Return whether a file is a package with that part."""
    if not head.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(path) as package:
            return part in package.NameToInfo
    except (OSError, *BROKEN_ZIP):
        return False


def refuse_harmful(package: zipfile.ZipFile) -> None:
    """Raise for what no word processor writes: bombs, and XML with entities.

    Raises:
        InputError: Half a sentence.
    """
    for info in package.infolist():
        if not info.filename.endswith((".xml", ".rels", ".vml")):
            continue
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > MAX_PART_BYTES or (
            info.file_size > _SMALL and ratio > _MAX_RATIO
        ):
            raise InputError(
                tr(
                    "it unpacks to far more than it is ({size} MB in "
                    "{filename}), so it was not opened",
                    size=info.file_size >> 20,
                    filename=info.filename,
                )
            )
        with package.open(info) as part:
            top = part.read(_HEAD).replace(b"\x00", b"")
        if b"<!DOCTYPE" in top or b"<!ENTITY" in top:
            raise InputError(
                tr(
                    "its {filename} defines entities, which no office program "
                    "does, so it was not opened",
                    filename=info.filename,
                )
            )
