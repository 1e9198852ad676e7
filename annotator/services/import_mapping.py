"""What labels of other tools become: choices, guesses, and a trial before importing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain.annotations import Annotation, Suggestion
from annotator.domain.schema import Schema
from annotator.domain.wording import noop, tr
from annotator.formats.assembling import assemble
from annotator.formats.base import replacing
from annotator.formats.foreign import ForeignDocument
from annotator.formats.inventory import Example, FoundName, Inventory, Sort
from annotator.formats.mapping import (
    ENTITY,
    LINK,
    PART,
    SKIP,
    LabelMap,
    dump_mapping,
    parse_mapping,
    read_mapping,
)

__all__ = [
    "ENTITY",
    "NOTHING",
    "SKIP",
    "Choice",
    "Example",
    "FoundName",
    "Inventory",
    "LabelMap",
    "Sort",
    "Trial",
    "check_target",
    "choices",
    "guess",
    "read_mapping",
    "set_target",
    "target_of",
    "try_mapping",
    "write_mapping",
]

NOTHING = LabelMap()
"""A mapping that says nothing: labels become labels of entities."""

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "entity:PERSON": ("per", "pers", "person", "people", "i-per", "human", "name"),
    "entity:ORG": ("org", "organization", "organisation", "company", "corporation"),
    "entity:GPE": ("gpe", "geo-political entity", "country", "city", "place"),
    "entity:LOC": ("loc", "location", "geo"),
    "entity:DATE": ("date", "tim"),
    "entity:EVENT": ("event", "eve"),
    "entity:WORK_OF_ART": ("work_of_art", "work", "creative-work", "art"),
    "quote.content": ("content", "quote", "quotation", "quote_content"),
    "quote:direct": ("direct", "direct_quote", "directquote", "direct quote"),
    "quote:indirect": ("indirect", "indirect_quote", "indirectquote", "indirect quote"),
    "quote:mixed": ("mixed", "mixed_quote", "mixed quote"),
    "quote.speaker": ("source", "speaker", "quote_speaker"),
    "quote.cue": ("cue", "quote_cue", "reporting_verb", "verb_cue"),
    "claim": ("claim",),
    "claim.claimant": ("claimant", "claimer"),
}
"""What labels of well-known corpora and tools mean, where the schema has it."""


_AS_KIND = {
    "quote": noop("{kind}, with the label told by the text"),
    "claim": noop("{kind}, with the first label"),
}
"""Which label main parts get whose own label is not kept."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a name may become.

    Attributes:
        target: As a mapping says it; "" for leaving the name to the rest.
        title: For people.
    """

    target: str
    title: str


@dataclass(slots=True)
class Trial:
    """What a mapping makes of a sample.

    Attributes:
        marks: ``(kind, label)`` → annotations.
        parts: ``(kind, role)`` → annotations that have it.
        links: Label → links.
        losses: What could not be kept.
    """

    documents: int = 0
    marks: Counter[tuple[str, str]] = field(default_factory=Counter)
    parts: Counter[tuple[str, str]] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    losses: list[str] = field(default_factory=list)


def try_mapping(sample: Iterable[ForeignDocument], mapping: LabelMap) -> Trial:
    """Return what a mapping makes of documents as foreign files have them."""
    trial = Trial()
    mapping = replace(mapping, witness=None)
    for document in sample:
        trial.documents += 1
        for record in assemble(document, mapping):
            trial.losses += record.losses
            if record.layer is None:
                continue
            trial.links.update(link.label for link in record.layer.links)
            _count(trial, record.layer.annotations)
            _count(trial, record.layer.suggestions)
    return trial


def _count(trial: Trial, marked: Sequence[Annotation] | Sequence[Suggestion]) -> None:
    for made in marked:
        trial.marks[made.kind, made.label] += 1
        trial.parts.update((made.kind, role) for role in made.parts)


def choices(schema: Schema, sort: Sort) -> Sequence[Choice]:
    """Return what a name of a sort may become in a project."""
    return tuple(_CHOICES[sort](schema))


def _label_choices(schema: Schema) -> Iterator[Choice]:
    yield Choice("", tr("as all the rest"))
    yield Choice(SKIP, tr("left out"))
    for kind in schema.kinds:
        name = _plain(kind.name)
        said = _AS_KIND.get(kind.name, noop("{kind}, with its label"))
        yield Choice(kind.name, tr(said, kind=name))
        for label in kind.labels:
            yield Choice(f"{kind.name}:{label.name}", f"{name}: {label.title}")
        if kind.is_frame:
            for role in kind.roles:
                target = f"{kind.name}.{role.name}"
                title = tr(
                    "part of a {kind}: {role}", kind=name, role=_plain(role.name)
                )
                yield Choice(target, title)


def _frame_choices(schema: Schema) -> Iterator[Choice]:
    yield Choice("", tr("as its name says, else a mark with links"))
    yield Choice(SKIP, tr("left out"))
    for kind in schema.kinds:
        if kind.is_frame:
            title = tr("a {kind}, its arguments the parts", kind=_plain(kind.name))
            yield Choice(kind.name, title)


def _role_choices(schema: Schema) -> Iterator[Choice]:
    yield Choice("", tr("a part of the same name, or a link"))
    yield Choice(SKIP, tr("left out"))
    for kind in schema.kinds:
        if kind.is_frame:
            for role in kind.roles:
                title = tr(
                    "of a {kind}: {role}",
                    kind=_plain(kind.name),
                    role=_plain(role.name),
                )
                yield Choice(f"{kind.name}.{role.name}", title)


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _relation_choices(schema: Schema) -> Iterator[Choice]:
    yield Choice("", tr("joins parts, else a link"))
    yield Choice(PART, tr("joins its two spans into one annotation"))
    yield Choice(SKIP, tr("left out"))
    for link in schema.links:
        yield Choice(f"{LINK}{link.label}", tr("link: {title}", title=link.title))


def _attribute_choices(schema: Schema) -> Iterator[Choice]:
    yield Choice("", tr("an attribute of the same name"))
    yield Choice(SKIP, tr("left out"))
    names = {a.name: a.title for kind in schema.kinds for a in kind.attributes}
    for name, title in names.items():
        yield Choice(name, tr("attribute: {title}", title=title))


_CHOICES = {
    Sort.LABEL: _label_choices,
    Sort.FRAME: _frame_choices,
    Sort.ROLE: _role_choices,
    Sort.RELATION: _relation_choices,
    Sort.ATTRIBUTE: _attribute_choices,
}


def target_of(mapping: LabelMap, found: FoundName) -> str:
    """Return what a mapping says of a name; "" where it is silent."""
    table: Mapping[str, str] = getattr(mapping, found.sort.table)
    keys = (found.key, found.name, f"{found.layer}.*" if found.layer else found.name)
    named = next((table[key] for key in keys if key in table), None)
    if named is not None:
        return named
    folded = {key.casefold(): value for key, value in table.items()}
    return folded.get(found.name.casefold(), "")


def set_target(mapping: LabelMap, found: FoundName, target: str) -> LabelMap:
    """Return a mapping in which a name becomes something else; "" to be silent.

    Raises:
        InputError: It cannot become that; without a place.
    """
    name = found.sort.table
    table: dict[str, str] = dict(getattr(mapping, name))
    said = {found.key, found.name}
    table = {key: value for key, value in table.items() if key not in said}
    if target:
        check_target(found.sort, target)
        table[found.key] = target
    changed: dict[str, Mapping[str, str]] = {name: table}
    return replace(mapping, **changed)  # type: ignore[arg-type]


def check_target(sort: Sort, target: str) -> None:
    """Raise where nothing of a sort can become that.

    Raises:
        InputError: Half a sentence.
    """
    parse_mapping({sort.table: {"it": target}})


def guess(mapping: LabelMap, found: Iterable[FoundName], schema: Schema) -> LabelMap:
    """Return a mapping that also says what is plain of names it is silent about."""
    for name in found:
        if name.sort is Sort.LABEL and not target_of(mapping, name):
            meant = _meant(name.name, schema)
            if meant:
                mapping = set_target(mapping, name, meant)
    return mapping


def _meant(name: str, schema: Schema) -> str:
    plain = name.casefold().removeprefix("b-").removeprefix("i-")
    for kind, label in schema.labels():
        if plain == label.name.casefold():
            same = kind.name == ENTITY and name == label.name
            return "" if same else f"{kind.name}:{label.name}"
    for target, names in _SYNONYMS.items():
        if plain in names and _has(schema, target):
            return target
    return ""


def _has(schema: Schema, target: str) -> bool:
    kind_name, colon, label = target.partition(":")
    kind_name, _, role = kind_name.partition(".")
    kind = schema.kind(kind_name)
    if kind is None:
        return False
    if colon:
        return kind.label(label) is not None
    return not role or kind.role(role) is not None


def write_mapping(mapping: LabelMap, path: Path) -> None:
    """Write a mapping to a file, whole or not at all.

    Raises:
        EnvironmentFault: It cannot be written.
    """
    with replacing(path) as file:
        file.write(dump_mapping(mapping).encode())
