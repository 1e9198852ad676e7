"""What every format offers, and how a file is written whole or not at all."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO, Protocol, runtime_checkable

from annotator.domain.errors import EnvironmentFault
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, Losses, Problem, Record
from annotator.domain.refusals import reason_of
from annotator.domain.schema import Schema
from annotator.domain.text import first_line
from annotator.domain.wording import noop, tr
from annotator.formats import uncarried
from annotator.formats.mapping import LabelMap

HEAD_BYTES = 65_536
"""How much of a file ``Reader.sniff`` gets to see."""

_BUFFER_BYTES = 1 << 20
_TITLE = 60
"""Characters of a text's first line where it has no title."""


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
        named: The user said what format it is, so that it need not look like it.
    """

    mapping: LabelMap = field(default_factory=LabelMap)
    annotator: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    named: bool = False


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


@dataclass(frozen=True, slots=True)
class Table:
    """The top of a file with columns.

    Attributes:
        columns: Their names; a dot leads into an object.
        rows: The first ones, shown as text, cell by cell.
        chosen: Role → the column that is taken for it.
        roles: What a column can be, the one that must be there first.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    chosen: Mapping[str, str]
    roles: tuple[str, ...]


ROLE_TITLES: Mapping[str, str] = {
    "text": noop("text"),
    "label": noop("label"),
    "tag": noop("tag"),
    "document": noop("document"),
    "title": noop("title"),
    "date": noop("date"),
    "source": noop("source"),
    "url": noop("URL"),
    "language": noop("language"),
}
"""What a column can be → as people call it; to be translated where it is shown."""


@runtime_checkable
class TableReader(Protocol):
    """A reader of files with columns, which the user may say the meaning of.

    Attributes:
        column_roles: What a column can be: the names in ``ReadOptions.columns``.
    """

    column_roles: tuple[str, ...]

    def preview(
        self, path: Path, count: int, columns: Mapping[str, str]
    ) -> Table | None:
        """Return a file's top, None if it has no columns to choose from.

        Raises:
            InputError: It cannot be read; half a sentence.
        """
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What a format can hold; see ``doctor``.

    Attributes:
        text: The text comes back to the character.
        overlaps: Annotations may share characters.
        cuts: Spans may begin and end inside a token.
        space: Spans may begin and end with white space.
        pieces: A part may have several fragments.
        parts: The parts of an annotation are tied together.
        links: Annotations may be linked.
        attributes: Annotations may have attributes.
        notes: Annotations may have a note.
        articles: What of an article besides its text comes along; see ``uncarried``.
    """

    text: bool = True
    overlaps: bool = True
    cuts: bool = True
    space: bool = True
    pieces: bool = True
    parts: bool = True
    links: bool = True
    attributes: bool = True
    notes: bool = True
    articles: frozenset[str] = uncarried.ALL


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
        overlaps: Which of overlapping annotations stays, where only one can:
            ``longest``, ``first`` or ``kind`` (by ``prefer``, then the longest).
        prefer: Kinds, the preferred ones first.
        pieces: For discontinuous parts, where the format has none: ``split`` into
            spans of their own, ``hull`` (with what stands between) or ``drop``.
        space: For white space at a span's ends: ``trim`` it or ``drop`` the span.
        losses: Where to say what did not fit; the report's own.
        parts: Document → part of a split, for a ``PartsWriter``; the records of one
            part come one after the other.
        components: Of spaCy's, that a project is to train; empty for those that can
            learn what is there.
    """

    schema: Schema
    kinds: frozenset[str] | None = None
    include_unfinished: bool = False
    mend: str = "report"
    overlaps: str = "longest"
    prefer: tuple[str, ...] = ()
    pieces: str = "split"
    space: str = "trim"
    losses: Losses = field(default_factory=Losses, compare=False)
    parts: Mapping[DocumentId, str] = field(default_factory=dict)
    components: tuple[str, ...] = ()


class Writer(Protocol):
    """Turns records into one file.

    Attributes:
        suffix: Of the files it writes, with the dot.
        needs_spacy: It imports spaCy, which takes seconds.
        needs_tokens: Records should carry tokens.
        folder: It writes a folder (or a zip file of one, where the target's name
            ends so) rather than a file.
        limits: What it can hold.
    """

    name: str
    title: str
    suffix: str
    needs_spacy: bool
    needs_tokens: bool
    folder: bool
    limits: Limits

    def write(
        self,
        records: Iterable[Record],
        target: Path,
        options: WriteOptions,
        progress: Progress,
        total: int,
    ) -> ExportReport:
        """Write *records* to *target*, whole or not at all.

        The report's losses are those of the options, its tally what was written;
        ``doctor.fitted`` and ``tallying.tallied`` keep it.
        """
        ...

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield what a file holds that was written, to prove that it is there."""
        ...


@runtime_checkable
class PartsWriter(Writer, Protocol):
    """Writes all parts of a split into one folder, as ``WriteOptions.parts`` says.

    Any other format has a file of its own for each part.

    Attributes:
        default_split: What is split where nobody says how: part → share; empty for
            no split.
    """

    default_split: Mapping[str, float]


@runtime_checkable
class FinishedOnly(Protocol):
    """A writer that leaves out documents that are not done, unless asked for."""

    finished_only: bool


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
        reason = reason_of(error)
        raise EnvironmentFault(
            tr(
                "{target} could not be written ({reason}); choose another place "
                "or free some room.",
                target=target,
                reason=reason,
            )
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def place(record: Record, start: int, end: int) -> str:
    """Return where in a record something is, for messages."""
    return tr(
        "{record}, characters {start}–{end}",
        record=name_of(record),
        start=start,
        end=end,
    )


def name_of(record: Record) -> str:
    """Return how messages call a record: titles are not unique, ids are."""
    title = record.details.title or first_line(record.text, _TITLE)
    return tr("“{title}” ({id})", title=title, id=record.document_id[:8])
