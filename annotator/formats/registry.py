"""Every format by name, and which one a file is in.

A new format is a module of its own and one more entry here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.domain.errors import InputError
from annotator.domain.wording import tr
from annotator.formats.base import (
    HEAD_BYTES,
    Claim,
    FinishedOnly,
    PartsWriter,
    Reader,
    ReadOptions,
    TableReader,
    WriteOptions,
    Writer,
)
from annotator.formats.brat import BratReader
from annotator.formats.brat_writer import BratWriter
from annotator.formats.cas_json import JsonCasReader
from annotator.formats.conll import ConllReader
from annotator.formats.conll_writer import ConllWriter
from annotator.formats.csv_annotations import CsvWriter
from annotator.formats.csv_tables import CsvReader
from annotator.formats.docbin import DocBinWriter
from annotator.formats.docbin_reader import DocBinReader
from annotator.formats.doccano import DoccanoReader
from annotator.formats.doccano_writer import DoccanoWriter
from annotator.formats.docx import DocxReader
from annotator.formats.feeds import FeedReader
from annotator.formats.html import HtmlReader
from annotator.formats.huggingface import HuggingFaceJsonWriter, HuggingFaceWriter
from annotator.formats.json_articles import JsonReader
from annotator.formats.jsonl import JsonlReader, ProdigyReader
from annotator.formats.jsonl_writer import JsonlWriter
from annotator.formats.label_studio import LabelStudioReader
from annotator.formats.label_studio_writer import LabelStudioWriter
from annotator.formats.markdown import MarkdownReader
from annotator.formats.plain import PlainReader
from annotator.formats.prodigy_writer import ProdigyWriter
from annotator.formats.sheets import ExcelReader, ParquetReader
from annotator.formats.spacy_json import SpacyJsonReader
from annotator.formats.spacy_project import SpacyProjectWriter
from annotator.formats.webanno_tsv import WebannoReader
from annotator.formats.webanno_writer import WebannoWriter
from annotator.formats.xmi import XmiReader
from annotator.formats.xmi_writer import XmiWriter

__all__ = [
    "FinishedOnly",
    "PartsWriter",
    "ReadOptions",
    "Reader",
    "WriteOptions",
    "Writer",
    "column_roles",
    "find_files",
    "reader_for",
    "readers",
    "writer",
    "writers",
]

_READERS: tuple[Reader, ...] = (
    LabelStudioReader(),
    DoccanoReader(),
    ConllReader(),
    JsonlReader(),
    ProdigyReader(),
    WebannoReader(),
    XmiReader(),
    JsonCasReader(),
    SpacyJsonReader(),
    HtmlReader(),
    DocBinReader(),
    DocxReader(),
    ExcelReader(),
    ParquetReader(),
    FeedReader(),
    CsvReader(),
    JsonReader(),
    MarkdownReader(),
    BratReader(),
    PlainReader(),
)
_WRITERS: tuple[Writer, ...] = (
    JsonlWriter(),
    ProdigyWriter(),
    DoccanoWriter(),
    LabelStudioWriter(),
    WebannoWriter(),
    XmiWriter(),
    DocBinWriter(),
    SpacyProjectWriter(),
    BratWriter(),
    HuggingFaceWriter(),
    HuggingFaceJsonWriter(),
    ConllWriter(),
    CsvWriter(),
)


def readers() -> tuple[Reader, ...]:
    """Return every format that can be imported."""
    return _READERS


def column_roles() -> tuple[str, ...]:
    """Return what columns can be, in whatever format has them."""
    found = (r.column_roles for r in _READERS if isinstance(r, TableReader))
    return tuple(dict.fromkeys(role for roles in found for role in roles))


def writers() -> tuple[Writer, ...]:
    """Return every format that can be exported."""
    return _WRITERS


def writer(name: str) -> Writer:
    """Return the writer of that name.

    Raises:
        InputError: There is none.
    """
    for candidate in _WRITERS:
        if candidate.name == name:
            return candidate
    names = ", ".join(w.name for w in _WRITERS)
    raise InputError(
        tr(
            "There is no export format “{name}”; choose one of: {names}.",
            name=name,
            names=names,
        )
    )


def reader_for(path: Path, name: str = "auto") -> Reader:
    """Return the reader of that name, or the one that *path* asks for.

    The content decides, a name only where the content leaves it open.

    Raises:
        InputError: There is no such format, or none reads the file.
    """
    if name != "auto":
        return _named_reader(name)
    head = _head(path)
    # ``max`` keeps the first of equals.
    claims = [(candidate.sniff(path, head), candidate) for candidate in _READERS]
    claim, best = max(claims, key=lambda pair: pair[0])
    if claim is not Claim.NO:
        return best
    if b"<typeSystemDescription" in head:
        raise InputError(
            tr(
                "it holds types of UIMA and no articles; it is used where it "
                "lies beside XMI files, named TypeSystem.xml."
            )
        )
    raise InputError(
        tr(
            "it is in no format that is read here; if it is text, choose that "
            "(on the command line: --format text)."
        )
    )


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files at *paths*: folders walked in order, hidden names left out.

    A file that is named itself is taken whatever its name is.

    Raises:
        InputError: One of *paths* does not exist, or is a pipe or a device.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path
        elif path.exists():
            raise InputError(
                tr("{path} is no file; save what comes from it first.", path=path)
            )
        else:
            raise InputError(
                tr("{path} does not exist; check the spelling.", path=path)
            )


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            # Reading a pipe would wait for ever.
            if not name.startswith(".") and path.is_file():
                yield path


def _named_reader(name: str) -> Reader:
    for candidate in _READERS:
        if candidate.name == name:
            return candidate
    names = ", ".join(("auto", *(r.name for r in _READERS)))
    raise InputError(
        tr(
            "There is no import format “{name}”; choose one of: {names}.",
            name=name,
            names=names,
        )
    )


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError as error:
        raise InputError(
            tr(
                "{name} cannot be read ({reason}); check its permissions.",
                name=path.name,
                reason=error.strerror,
            )
        ) from error
