"""What every format offers, and how a file is written whole or not at all."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO, Protocol

from annotator.domain.errors import EnvironmentFault
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, Problem, Record
from annotator.domain.schema import Schema
from annotator.formats.mapping import LabelMap

HEAD_BYTES = 65_536
"""How much of a file ``Reader.sniff`` gets to see."""

_BUFFER_BYTES = 1 << 20


Item = Record | Problem | Schema
"""What a reader yields; a schema is what the files say may be marked."""


class Claim(IntEnum):
    """How sure a reader is that a file is in its format.

    The highest claim gets the file; among equals the format that stands first in
    the registry.
    """

    NO = 0
    MAYBE = 1
    """It could read it, as it could almost anything (plain text)."""
    LIKELY = 2
    """The name or the first bytes speak for it."""
    SURE = 3
    """No other format starts like this."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a user says of files on their way in.

    Attributes:
        mapping: What the labels of other tools become.
        annotator: Whose layer it is where the file itself does not say, e.g. the
            name of its folder; "" for nobody's.
        columns: For formats of columns: ``text``, ``title``, ``tag``, … → the
            name of a column, or its number counted from 1.
    """

    mapping: LabelMap = field(default_factory=LabelMap)
    annotator: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


class Reader(Protocol):
    """Turns files of one format into records.

    Attributes:
        name: As given to ``--format``.
        title: As shown to people.
        suffixes: Lower case, with the dot.
        by_folder: Its files do not name the annotator, and where the same file name
            stands in several folders, a folder is an annotator's.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    by_folder: bool

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Say from a file's first bytes (and its name) whether it is this format."""
        ...

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return files that reading *path* takes along; they are not read alone."""
        ...

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield what the file holds; whatever is left out comes as a problem."""
        ...


@dataclass(frozen=True)
class WriteOptions:
    """How to write.

    Attributes:
        schema: Says which role is an annotation's main one.
        kinds: Only these kinds, or None for all.
        include_unfinished: Also documents that are not done, where the format
            would otherwise leave them out.
        mend: For spans that cut a token, where the format has tokens only:
            ``report`` (leave out), ``expand`` or ``contract`` to whole tokens.
    """

    schema: Schema
    kinds: frozenset[str] | None = None
    include_unfinished: bool = False
    mend: str = "report"


class Writer(Protocol):
    """Turns records into one file.

    Attributes:
        suffix: Of the files it writes, with the dot.
        needs_spacy: It imports spaCy, which takes seconds.
        needs_tokens: Records should carry tokens.
    """

    name: str
    title: str
    suffix: str
    needs_spacy: bool
    needs_tokens: bool

    def write(
        self,
        records: Iterable[Record],
        target: Path,
        options: WriteOptions,
        progress: Progress,
        total: int,
    ) -> ExportReport:
        """Write *records* to *target*, whole or not at all."""
        ...


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Open a file that takes *target*'s place only if nothing goes wrong.

    Raises:
        EnvironmentFault: The folder is not there, not writable, or full.
    """
    draft = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        with draft.open("wb", buffering=_BUFFER_BYTES) as file:
            yield file
        draft.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise EnvironmentFault(
            f"{target} could not be written ({reason}); "
            "choose another place or free some room."
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def place(record: Record, start: int, end: int) -> str:
    """Return where in a record something is, for messages."""
    return f"{name_of(record)}, characters {start}–{end}"


def name_of(record: Record) -> str:
    """Return how messages call a record: titles are not unique, ids are."""
    return f"“{record.details.title}” ({record.document_id[:8]})"
