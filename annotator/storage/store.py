"""One project file, as services see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from annotator.domain.documents import (
    LANGUAGE_SOUGHT,
    Document,
    Status,
    Survey,
)
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.layers import Layer, Operation
from annotator.domain.progress import Progress
from annotator.domain.records import Problem
from annotator.domain.tokens import Tokens
from annotator.domain.zones import Zone
from annotator.storage.backup import back_up
from annotator.storage.bin import BinShelf
from annotator.storage.bulk import Bulk
from annotator.storage.check import check
from annotator.storage.columns import Columns
from annotator.storage.database import BACKGROUND_PAGES, Database
from annotator.storage.documents import Documents
from annotator.storage.files import create_file, open_file
from annotator.storage.handout import write_handout
from annotator.storage.journal import Journal
from annotator.storage.layers import LayerKey, Layers
from annotator.storage.merging import Merged, Merger
from annotator.storage.people import ProjectRecord
from annotator.storage.rows import (
    Binned,
    FormerSchema,
    Hanging,
    LoggedOperation,
    PipelineResult,
    StoredProject,
    Use,
    VerdictCount,
)
from annotator.storage.shelf import (
    DEFAULT_KEPT,
    Kept,
    Why,
    folder_of,
    holds_work,
    keep,
    kept,
)
from annotator.storage.suggestions import Suggestions
from annotator.storage.survey import SurveyShelf
from annotator.storage.team import Team
from annotator.storage.tokens import TokenShelf
from annotator.storage.usage import Usage, relabel

__all__ = [
    "Binned",
    "Bulk",
    "FormerSchema",
    "Hanging",
    "Kept",
    "LoggedOperation",
    "Merged",
    "Merger",
    "PipelineResult",
    "Store",
    "StoredProject",
    "Use",
    "VerdictCount",
    "Why",
]


class Store(Team):
    """One project file, one connection.

    Use each store from one thread at a time and open another for a background
    thread: they do not wait for each other but while both write. Everything here
    goes on to a small part that does it; see there for how.

    Attributes:
        path: The file.
        documents: The articles, one by one or as rows of a list.
        suggestions: What pipelines propose.
        columns: Layers and tokens as columns, for measures.
        usage: What of the schema is in use.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.path = database.path
        self.columns = Columns(database)
        self.usage = Usage(database)
        self._db = database
        self._project = ProjectRecord(database)
        self.documents = Documents(database)
        self._layers = Layers(database, self.documents)
        self._journal = Journal(database, self._layers)
        self._tokens = TokenShelf(database)
        self._survey = SurveyShelf(database)
        self._bin = BinShelf(database)
        self.suggestions = Suggestions(database, self.documents, self._tokens)

    @classmethod
    def create(cls, path: Path, *, schema_toml: str, name: str) -> Store:
        """Make a new project file; on any error there is none.

        Raises:
            InputError: There is something of that name already, or no such folder.
            EnvironmentFault: The disk does not let it.
        """
        return cls(create_file(path, schema_toml=schema_toml, name=name))

    @classmethod
    def open(cls, path: Path, *, keep_old: bool = True) -> Store:
        """Open a project file; an older one is backed up, then brought up to date.

        Args:
            path: The file.
            keep_old: Unset where the file is a copy itself.

        Raises:
            InputError: There is none, it is no project, or it is damaged.
            NewerFileError: A newer program wrote it; it has not been touched.
            EnvironmentFault: It cannot be opened, or a migration failed.
        """
        return cls(open_file(path, keep_old=keep_old))

    def tidy_log_often(self) -> None:
        """Let this connection move the write-ahead log into the file every so often.

        For a thread in the background that writes much: otherwise it falls to
        whoever saves next, who is waiting for it.
        """
        self._db.raw.execute(f"PRAGMA wal_autocheckpoint = {BACKGROUND_PAGES}")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- the project and its people ----------------------------------------

    def info(self) -> StoredProject:
        """Return what the file says of itself."""
        return self._project.info()

    def set_pipeline(self, name: str) -> None:
        """Choose the spaCy pipeline; "" for the default one."""
        self._project.set_pipeline(name)

    def schema_toml(self) -> str:
        """Return the project's copy of its schema."""
        return self._project.schema_toml()

    def set_schema_toml(self, text: str) -> None:
        """Replace the project's copy of its schema."""
        self._project.set_schema_toml(text)

    def change_schema(
        self, text: str, renamed: Sequence[tuple[str, str, str]]
    ) -> list[int]:
        """Replace the schema and give labels other names, all of it or nothing.

        Args:
            text: The new schema.
            renamed: Kind, old and new name of each label.

        Returns:
            How many annotations of each have the other name now.
        """
        with self._db.transaction(durable=True):
            self._project.write_schema(text)
            return [relabel(self._db, *names) for names in renamed]

    def relabel(self, kind: str, old: str, new: str) -> int:
        """Give a label another name as part of a merge that is going on."""
        return relabel(self._db, kind, old, new)

    def former_schemas(self) -> list[FormerSchema]:
        """Return the schemas that the project had before, the newest first."""
        return self._project.former_schemas()

    # -- the bin -----------------------------------------------------------

    def binned(self) -> list[Binned]:
        """Return the documents in the bin, what came last first."""
        return self._bin.list()

    def hanging(self, documents: Sequence[DocumentId]) -> Hanging:
        """Return what work hangs on documents, in the bin or not."""
        return self._bin.hanging(documents)

    def count_binned(self) -> int:
        """Return how many documents are in the bin."""
        return self._bin.count()

    def is_binned(self, document_id: DocumentId) -> bool:
        """Return whether a document is in the bin."""
        return bool(self._bin.put_in(document_id)[0])

    # -- layers and their history ------------------------------------------

    def layer(self, document_id: DocumentId, annotator_id: AnnotatorId) -> Layer:
        """Return a layer in text order, empty where there is none."""
        return self._layers.layer(document_id, annotator_id)

    def layer_keys(self) -> list[LayerKey]:
        """Return the layers with annotations or a state, in document order."""
        return self._layers.keys()

    def layer_states(
        self, annotator_id: AnnotatorId
    ) -> dict[DocumentId, tuple[Status, int]]:
        """Return state and number of annotations of an annotator's layers, in order."""
        return self._layers.states(annotator_id)

    def read_layers(
        self, keys: Iterable[LayerKey]
    ) -> Iterator[tuple[Document, Layer, Tokens | None]]:
        """Yield those layers with document and tokens, fast; without verdicts."""
        return self._layers.read(keys)

    def revision(self, document_id: DocumentId, annotator_id: AnnotatorId) -> str:
        """Return the stamp of a layer's newest change, "" where there is none."""
        return self._layers.revision((document_id, annotator_id))

    def document_revision(self, document_id: DocumentId) -> str:
        """Return the stamp of the newest change of any layer of a document."""
        return self._layers.document_revision(document_id)

    def newest_change(self, document_id: DocumentId) -> str:
        """Return the stamp of the last step of this connection on a document."""
        return self._journal.newest.get(document_id, "")

    def commit(self, operation: Operation, since: str | None = None) -> None:
        """Carry an operation out and log it; it is on disk when this returns.

        What this annotator had undone can no longer be redone.

        Args:
            operation: What is to be done.
            since: The layer's ``revision`` when it was planned; None for any.

        Raises:
            InputError: A fragment is outside of the text, or an annotation's id
                belongs to another layer; nothing was changed.
            ChangedElsewhereError: The layer has another revision by now; nothing
                was changed.
        """
        self._journal.commit(operation, since)

    def commit_step(self, operations: Iterable[Operation]) -> list[Operation]:
        """Carry out operations of several documents as one step of the history.

        What somebody else has changed since they were planned is left out.

        Returns:
            What was carried out.
        """
        return self._journal.commit_step(operations)

    def undo(
        self, annotator_id: AnnotatorId, since: tuple[DocumentId, str] | None = None
    ) -> list[Operation]:
        """Apply the inverse of the annotator's newest step and return it.

        It has several operations where it was one of several documents, and none
        where there is nothing to undo.

        Args:
            annotator_id: Whose.
            since: A document and the ``revision`` of its layer that is known.

        Raises:
            ChangedElsewhereError: The step touches that document, and its layer has
                another revision by now; nothing was changed.
        """
        return self._journal.undo(annotator_id, since)

    def redo(
        self, annotator_id: AnnotatorId, since: tuple[DocumentId, str] | None = None
    ) -> list[Operation]:
        """Apply again the step that was undone last and return it; see ``undo``."""
        return self._journal.redo(annotator_id, since)

    def others_wrote(self) -> int:
        """Return a number that is another one once another connection has written."""
        return self._db.others_wrote()

    def set_patience(self, seconds: float) -> None:
        """Wait for others who write no longer than this, from now on."""
        self._db.set_patience(seconds)

    @contextmanager
    def impatient(self) -> Iterator[None]:
        """Do not wait for others who write in a block; fail at once."""
        with self._db.impatient():
            yield

    def require_in_place(self) -> None:
        """Refuse to go on with a file that is no longer where it was opened.

        Raises:
            EnvironmentFault: It was moved or deleted, or its drive removed.
        """
        self._db.require_in_place()

    def pulse(self) -> tuple[object, ...]:
        """Return what differs whenever layers, documents, people or schema do.

        Suggestions are not in it: they come in by the thousand.
        """
        return self._project.pulse()

    def undo_name(self, annotator_id: AnnotatorId) -> str | None:
        """Return the name of what undo would take back."""
        return self._journal.undo_name(annotator_id)

    def redo_name(self, annotator_id: AnnotatorId) -> str | None:
        """Return the name of what redo would do again."""
        return self._journal.redo_name(annotator_id)

    def operations(
        self, annotator_id: AnnotatorId, *, limit: int = 200
    ) -> list[LoggedOperation]:
        """Return the annotator's history, newest first."""
        return self._journal.operations(annotator_id, limit)

    # -- zones and language ------------------------------------------------

    def zones(self, document_id: DocumentId) -> list[Zone]:
        """Return what of a document is boilerplate, in text order."""
        return self._survey.zones(document_id)

    def language(self, document_id: DocumentId) -> str:
        """Return a document's language; "" where nobody knows."""
        return self._survey.language(document_id)

    def languages(self) -> dict[str, int]:
        """Return how many documents are in each language, the most frequent first."""
        return self._survey.languages()

    def documents_to_survey(self, level: int = LANGUAGE_SOUGHT) -> list[DocumentId]:
        """Return the documents that nobody has looked at as far as *level*."""
        return self._survey.missing(level)

    def surveyed(self, document_id: DocumentId) -> int:
        """Return how far a document has been looked at: ``ZONES_SOUGHT`` or more."""
        return self._survey.reached(document_id)

    def put_surveys(self, found: Iterable[Survey]) -> None:
        """Keep what was found in documents at which nobody has looked.

        Zones that somebody has taken back stay away, and a language that somebody
        has given stays.
        """
        self._survey.keep(found)

    # -- tokens ------------------------------------------------------------

    def tokens(self, document_id: DocumentId) -> Tokens | None:
        """Return a document's tokens, None where nothing has made them yet."""
        return self._tokens.get(document_id)

    def put_tokens(self, items: Iterable[tuple[DocumentId, Tokens]]) -> None:
        """Keep tokens, in place of those that are there."""
        self._tokens.put(items)

    def documents_without_tokens(self) -> list[DocumentId]:
        """Return the documents without tokens, in order of import."""
        return self._tokens.missing()

    # -- the whole file ----------------------------------------------------

    @contextmanager
    def bulk(self) -> Iterator[Bulk]:
        """Import many things in one transaction; any exception takes all back."""
        with self._db.transaction(durable=True):
            bulk = Bulk(self._db, self._people, self._project)
            yield bulk
            bulk.flush()

    @contextmanager
    def merging(self, other: Store) -> Iterator[Merger]:
        """Merge another file in one transaction; any exception takes all back."""
        with self._db.transaction(durable=True):
            yield Merger(self._db, other._db)

    def write_schema(self, text: str) -> None:
        """Replace the schema as part of a merge that is going on."""
        self._project.write_schema(text)

    def hand_out(
        self,
        target: Path,
        annotator_id: AnnotatorId,
        documents: Sequence[DocumentId],
        progress: Progress,
    ) -> None:
        """Write a project file for one annotator, in place of one of that name.

        Raises:
            EnvironmentFault: The disk does not let it.
            CancelledError: Somebody asked for a stop; the target is as it was.
        """
        write_handout(self.path, target, annotator_id, documents, progress)

    def check(self, progress: Progress, *, deep: bool = False) -> list[Problem]:
        """Return everything that is wrong with the file; empty if nothing is.

        Args:
            progress: Told how far it is.
            deep: Prove the index of words word by word, while nobody can write.
        """
        return check(self._db, progress, deep=deep)

    def backup(self, target: Path, progress: Progress | None = None) -> None:
        """Write a copy, whole, consistent and verified.

        Raises:
            InputError: There is something of that name already, or no such folder.
            EnvironmentFault: The disk does not let it.
            CancelledError: Somebody asked for a stop; there is no copy.
        """
        back_up(self._db, target, progress)

    def keep_backup(
        self, why: Why, progress: Progress | None = None, limit: int = DEFAULT_KEPT
    ) -> Path:
        """Put a verified copy of what has been committed among the project's backups.

        It may be made while this store is in the middle of a transaction.

        Raises:
            EnvironmentFault: The disk does not let it.
            CancelledError: Somebody asked for a stop; there is no copy.
        """
        with Database.looking_in(self.path) as committed:
            return keep(committed, why, progress=progress, limit=limit)

    def has_work(self) -> bool:
        """Return whether anybody has a layer."""
        return self._db.row("SELECT 1 FROM layers LIMIT 1") is not None

    def is_backed_up(self, backup: Kept) -> bool:
        """Return whether a backup holds all that people have done by hand."""
        return holds_work(backup, self._db)

    def backups(self) -> list[Kept]:
        """Return the project's backups, the newest first."""
        return kept((folder_of(self._db),))
