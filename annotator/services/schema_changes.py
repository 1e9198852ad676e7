"""Changing a schema under existing work: what is kept, and what no longer fits.

Work is never changed to fit: whatever the new schema does not know stays, is drawn
plainly, counted and exported, and can be edited. A label that is renamed takes its
work along (``formerly`` in the schema says so). The schema that is replaced is kept,
so that there is a way back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.documents import Annotator
from annotator.domain.errors import AnnotatorError, InputError
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.progress import Progress
from annotator.domain.schema import AttributeType, Schema
from annotator.domain.schema_toml import dump_schema, parse_schema
from annotator.domain.text import excerpt
from annotator.domain.wording import noop, tr, trn
from annotator.services.backups import back_up_first
from annotator.services.binning import joined
from annotator.services.project import Project
from annotator.storage.store import FormerSchema, Use

__all__ = [
    "FormerSchema",
    "Misfit",
    "Place",
    "Renamed",
    "SchemaLook",
    "change_schema",
    "former_schemas",
    "go_back",
    "label_counts",
    "look_at",
    "look_lines",
    "misfit_line",
    "misfits",
]

PLACES = 3
"""Places that are named of each thing that does not fit."""

_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is that does not fit.

    Attributes:
        annotation: Its id.
        start: Code points of the text; so is ``end``.
        who: Whose it is.
        words: What stands there.
    """

    document_id: DocumentId
    title: str
    annotation: str
    start: int
    end: int
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing in the work that a schema does not know.

    Attributes:
        what: ``kind``, ``label``, ``part``, ``attribute``, ``value`` or ``link``.
        kind: Whose it is, or which.
        name: Which it is; "" for a kind.
        said: What it is, in words.
        counts: Annotator's name → how many annotations or links.
        places: The first of them.
    """

    what: str
    kind: str
    name: str
    said: str
    counts: dict[str, int]
    places: tuple[Place, ...] = ()

    @property
    def total(self) -> int:
        """Everybody's together."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Renamed:
    """A label with another name, and how many annotations it takes along."""

    kind: str
    old: str
    new: str
    count: int


@dataclass(slots=True)
class SchemaLook:
    """What another schema means for the work.

    Attributes:
        misfits: What it does not know.
        renamed: Labels whose work gets another name.
        backup: The copy of the project made before; None where none was needed.
    """

    misfits: list[Misfit] = field(default_factory=list)
    renamed: list[Renamed] = field(default_factory=list)
    backup: Path | None = None

    @property
    def total(self) -> int:
        """Annotations and links that do not fit, those counted twice that do so."""
        return sum(misfit.total for misfit in self.misfits)


def label_counts(project: Project) -> dict[tuple[str, str], int]:
    """Return how many annotations there are of each kind and label."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for use in project.store.usage.labels():
        counts[use.kind, use.name] += use.count
    return dict(counts)


# -- what does not fit ---------------------------------------------------------


def misfits(
    project: Project, schema: Schema | None = None, places: int = PLACES
) -> list[Misfit]:
    """Return what of the work a schema does not know, kinds first.

    Args:
        project: Whose work.
        schema: None for the project's own.
        places: How many are named of each.
    """
    schema = schema or project.schema
    usage = project.store.usage
    found: list[tuple[str, Use]] = []
    for use in usage.labels():
        name = schema.present_name(use.kind, use.name)
        kind = schema.kind(use.kind)
        if kind is None:
            found.append(("kind", Use(use.kind, "", use.annotator, use.count)))
        elif kind.label(name) is None:
            found.append(("label", use))
    found += [("part", use) for use in usage.roles() if _lacks_role(schema, use)]
    found += _foreign_attributes(project, schema)
    found += [("link", use) for use in usage.links() if not _has_link(schema, use)]
    return list(_gathered(project, found, places))


def _lacks_role(schema: Schema, use: Use) -> bool:
    kind = schema.kind(use.kind)
    return kind is not None and kind.role(use.name) is None


def _has_link(schema: Schema, use: Use) -> bool:
    ends = (use.name, use.kind, use.value)
    return any((k.label, k.source, k.target) == ends for k in schema.links)


def _foreign_attributes(project: Project, schema: Schema) -> Iterator[tuple[str, Use]]:
    usage = project.store.usage
    known = {(k.name, a.name): a for k in schema.kinds for a in k.attributes}
    for use in usage.attributes():
        if schema.kind(use.kind) is not None and (use.kind, use.name) not in known:
            yield "attribute", use
    choices = [n for n, a in known.items() if a.type is AttributeType.CHOICE]
    for use in usage.values(choices):
        if use.value not in known[use.kind, use.name].choices:
            yield "value", use


def _gathered(
    project: Project, found: Iterable[tuple[str, Use]], places: int
) -> Iterator[Misfit]:
    people = {person.id: person.name for person in project.annotators()}
    groups: dict[tuple[str, str, str, str], list[Use]] = defaultdict(list)
    for what, use in found:
        groups[what, use.kind, use.name, use.value].append(use)
    for (what, *_), uses in groups.items():
        counts: dict[str, int] = defaultdict(int)
        for use in uses:
            counts[people.get(use.annotator, "–")] += use.count
        yield Misfit(
            what,
            uses[0].kind,
            uses[0].name,
            tr(_SAID[what], use=uses[0]),
            {name: counts[name] for name in (*people.values(), "–") if name in counts},
            tuple(_places(project, what, uses[0], people, places)),
        )


_SAID = {
    "kind": noop("kind {use.kind}"),
    "label": noop("label {use.name} of kind {use.kind}"),
    "part": noop("part {use.name} of kind {use.kind}"),
    "attribute": noop("attribute {use.name} of kind {use.kind}"),
    "value": noop("value “{use.value}” of the attribute {use.name} of kind {use.kind}"),
    "link": noop("link {use.name} from {use.kind} to {use.value}"),
}


def _places(
    project: Project, what: str, use: Use, people: dict[AnnotatorId, str], limit: int
) -> Iterator[Place]:
    store = project.store
    for document_id, annotation, start, end, who in store.usage.places(
        what, use, limit
    ):
        document = store.documents.get(document_id)
        words = excerpt(document.text, start, end, limit=_CONTEXT)
        title = document.details.title or document_id
        yield Place(
            document_id, title, annotation, start, end, people.get(who, "–"), words
        )


# -- changing ------------------------------------------------------------------


def look_at(project: Project, schema: Schema) -> SchemaLook:
    """Say what a schema would mean for the work, and change nothing."""
    counts = label_counts(project)
    renamed = [
        Renamed(kind, old, new, counts.get((kind, old), 0))
        for kind, old, new in _renames(project, schema)
    ]
    gone = {(r.kind, r.old): r.new for r in renamed}
    found = [
        misfit for misfit in misfits(project, schema) if not _is_renamed(misfit, gone)
    ]
    return SchemaLook(found, [r for r in renamed if r.count])


def _is_renamed(misfit: Misfit, gone: dict[tuple[str, str], str]) -> bool:
    return misfit.what == "label" and (misfit.kind, misfit.name) in gone


def _renames(project: Project, new: Schema) -> list[tuple[str, str, str]]:
    """Return kind, old and new name of the labels that are called otherwise.

    What the new schema names as ``formerly``; and, on the way back to a former one,
    what only the present one or those in between do.
    """
    back: dict[tuple[str, str], str] = {}
    later = [project.schema, *(schema for _, schema in former_schemas(project))]
    for schema in later:
        for kind, former, present in reversed(list(schema.former_names())):
            there = new.kind(kind)
            if there and there.label(former) and not there.label(present):
                back.setdefault((kind, present), former)
    forth = [names for names in new.former_names() if names[:2] not in back]
    return [*forth, *((kind, old, name) for (kind, old), name in back.items())]


def change_schema(
    project: Project,
    by: Annotator,
    schema: Schema,
    progress: Progress | None = None,
) -> SchemaLook:
    """Replace the schema; all work is kept.

    Where there is any work, the project is copied before.

    Returns:
        What no longer fits, and what was renamed.

    Raises:
        InputError: Somebody else than the lead wants it, or it is a handout.
        EnvironmentFault: The project cannot be copied or written.
        CancelledError: The user asked for a stop; nothing was changed.
    """
    project.require_whole(noop("change the schema"))
    if not by.lead:
        raise InputError(tr("Only the lead of the project changes its schema."))
    text = dump_schema(schema)
    if text == project.store.schema_toml():
        return look_at(project, schema)
    backup = back_up_first(project, progress)
    renamed = _renames(project, schema)
    counts = project.store.change_schema(text, renamed)
    project.reload_schema()
    look = SchemaLook(misfits(project), backup=backup)
    for names, count in zip(renamed, counts, strict=True):
        if count:
            look.renamed.append(Renamed(*names, count))
    return look


def former_schemas(project: Project) -> Iterator[tuple[FormerSchema, Schema]]:
    """Yield the schemas that the project had before, the newest first.

    One that no program can read any more is left out.
    """
    for former in project.store.former_schemas():
        try:
            yield former, parse_schema(former.toml)
        except AnnotatorError:
            continue


def go_back(
    project: Project,
    by: Annotator,
    version: int | None = None,
    progress: Progress | None = None,
) -> SchemaLook:
    """Take a former schema again; the present one becomes a former one.

    Args:
        project: Whose.
        by: Who does it.
        version: Of which; None for the one before this.
        progress: For the backup.

    Raises:
        InputError: There is none, or as for ``change_schema``.
    """
    for former, schema in former_schemas(project):
        if version in (None, former.version):
            return change_schema(project, by, schema, progress)
    raise InputError(
        tr("The project has had no other schema.")
        if version is None
        else tr("The project has had no schema number {version}.", version=version)
    )


# -- in words ------------------------------------------------------------------


def look_lines(look: SchemaLook) -> Iterator[str]:
    """Yield what the command line prints of a look."""
    for one in look.renamed:
        yield tr(
            "{kind} {old} is called {new}; what goes along: {annotations}.",
            kind=one.kind,
            old=one.old,
            new=one.new,
            annotations=trn("{n:,} annotation", "{n:,} annotations", one.count),
        )
    if not look.misfits:
        yield tr("All work fits the schema.")
        return
    yield tr("Not in the schema; kept, shown and exported all the same:")
    for misfit in look.misfits:
        yield f"  {misfit_line(misfit)}"
        for place in misfit.places:
            words = tr("“{words}”", words=place.words)
            where = f"{place.title}, {place.start}-{place.end} ({place.who})"
            yield f"    {where}: {words}"


def misfit_line(misfit: Misfit) -> str:
    """Return what does not fit, and how many there are of whom."""
    whose = joined(
        [tr("{n:,} of {who}", n=n, who=who) for who, n in misfit.counts.items()]
    )
    return f"{misfit.said}: {whose}"
