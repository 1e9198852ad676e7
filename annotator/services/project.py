"""A project: the file, its schema and its people."""

from __future__ import annotations

import getpass
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from annotator.domain.documents import Annotator
from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.domain.records import Problem
from annotator.domain.resources import resource
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import dump_schema, load_schema, parse_schema
from annotator.domain.wording import tr
from annotator.storage.store import Store

SUFFIX = ".annot"
GOLD = "gold"

WINDOW_PATIENCE_S = 3.0
"""Then it is said that somebody else is writing, and who waits can go on."""


def default_schema_file() -> Path:
    """Return the schema that a new project gets unless another is given."""
    return resource("schemas", "news.toml")


def project_path(path: Path) -> Path:
    """Return *path* with the project suffix, added where it has none."""
    return path if path.suffix else path.with_suffix(SUFFIX)


class Project:
    """An open project file.

    Attributes:
        store: For services; the window asks services instead.
        schema: As the project keeps it; renewed when labels are added.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.schema: Schema = parse_schema(store.schema_toml())

    @classmethod
    def create(cls, path: Path, schema_file: Path | None = None) -> Project:
        """Make a new project file.

        Raises:
            InputError: The file exists, its folder does not, or the schema is wrong.
        """
        path = project_path(path)
        schema = load_schema(schema_file or default_schema_file())
        return cls(Store.create(path, schema_toml=dump_schema(schema), name=path.stem))

    @classmethod
    def open(cls, path: Path) -> Project:
        """Open a project file, bringing an older one up to date."""
        return cls(Store.open(path))

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.store.path

    def serve_a_window(self) -> None:
        """Wait for others who write no longer than somebody at a window would."""
        self.store.set_patience(WINDOW_PATIENCE_S)

    def set_schema(self, schema: Schema) -> None:
        """Keep *schema* in the project."""
        self.store.set_schema_toml(dump_schema(schema))
        self.schema = schema

    def reload_schema(self) -> None:
        """Read the schema again after another connection has changed it."""
        self.schema = parse_schema(self.store.schema_toml())

    def annotators(self) -> list[Annotator]:
        """Return everybody who has a layer, in order of arrival."""
        return self.store.annotators()

    def annotator(self, name: str) -> Annotator:
        """Return the annotator of that name, made at first need."""
        name = name.strip()
        if not name:
            raise InputError(tr("An annotator needs a name."))
        return self.store.annotator(name)

    def enter(self, name: str) -> Annotator:
        """Return who sits down to work, made at first need.

        A handout is its annotator's, whoever *name* is. The first to enter a whole
        project that has no lead becomes its lead.

        Raises:
            InputError: The name is empty, or that annotator is retired.
        """
        owner = self.handout_for()
        if owner is not None:
            return owner
        person = self.annotator(name)
        if person.retired:
            raise InputError(
                tr(
                    "{name} is retired and cannot be chosen; choose another"
                    " annotator, or let the lead bring them back.",
                    name=person.name,
                )
            )
        leads = any(other.lead for other in self.annotators())
        if not leads and person.name != GOLD:
            self.store.set_lead(person.id, lead=True)
            person = replace(person, lead=True)
        return person

    def handout_for(self) -> Annotator | None:
        """Return whose handout the file is; None for a whole project."""
        owner = self.store.info().handout_for
        return next((p for p in self.annotators() if p.id == owner), None)

    def person(self, name: str) -> Annotator:
        """Return the annotator of that name.

        Raises:
            InputError: There is none.
        """
        people = self.annotators()
        for person in people:
            if person.name == name:
                return person
        known = ", ".join(sorted(p.name for p in people)) or tr("nobody")
        raise InputError(
            tr(
                "The project has no annotator {name}; it has {known}.",
                name=name,
                known=known,
            )
        )

    def require_whole(self, action: str) -> None:
        """Refuse a handout for what only the lead's file can do.

        Args:
            action: What that is, marked for translation.

        Raises:
            InputError: The file is a handout.
        """
        owner = self.handout_for()
        if owner is not None:
            raise InputError(
                tr(
                    "{path} is the handout of {name}; {action} in the lead's project.",
                    path=self.path,
                    name=owner.name,
                    action=tr(action),
                )
            )

    def check(self, progress: Progress, *, deep: bool = False) -> list[Problem]:
        """Return everything that is wrong with the file; empty if nothing is.

        Args:
            progress: Told how far it is.
            deep: Prove the index of words word by word, while nobody can write.
        """
        return self.store.check(progress, deep=deep)

    def backup(self, target: Path, progress: Progress | None = None) -> None:
        """Write a copy of the project, whole, consistent and verified."""
        self.store.backup(target, progress)


def backup_path(path: Path) -> Path:
    """Return a name for a copy of a project beside it, with today's date and time."""
    moment = datetime.now().astimezone()
    return path.with_name(f"{path.stem}-{moment:%Y-%m-%d-%H%M%S}{path.suffix}")


def login_name() -> str:
    """Return the name of whoever is logged in, for the first annotator."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "annotator"
