"""What a UIMA CAS says, whatever file it is in, and what is somebody's marks in it.

WebAnno TSV and XMI are two spellings of the same thing: marks on a text with a type
and features, links from a slot of a mark to others, relations, and chains. Their
readers fill a ``Cas``; ``layer_of`` says what an annotator marked in it:

- A mark's label is the value of the feature that names it (``value`` first), else
  the type's own name; its other features are attributes, ``note`` and ``comment``
  its note. The type's name without its package is the layer that a mapping can name.
- What a linguistic pipeline adds (tokens, lemmas, parts of speech, morphology, syntax)
  is nobody's mark, and left out unless the mapping names it.
- Slots are relations, except of what the mapping (or its name) makes a quote or a
  claim: that is an event whose arguments are the slots. The marked words themselves
  are then its main part.
- The elements of a chain are tied by relations, each to the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from annotator.domain.annotations import AttributeValue, Fragment, now
from annotator.domain.documents import Details, Status
from annotator.domain.text import excerpt
from annotator.domain.wording import tr
from annotator.formats.drafts import main_role
from annotator.formats.foreign import (
    ForeignFrame,
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
)
from annotator.formats.mapping import SKIP, LabelMap

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
"""The package of the types that WebAnno and INCEpTION have built in."""

_PROCESSING = tuple(
    DKPRO + package
    for package in (
        "segmentation.type.",
        "lexmorph.type.",
        "syntax.type.",
        "metadata.type.",
        "transform.type.",
    )
)
_PROCESSING_NAMES = frozenset(
    (
        *("Token", "Sentence", "Lemma", "Stem", "POS"),
        *("MorphologicalFeatures", "Morpheme", "Dependency"),
    )
)
"""Whoever's package they are in."""
_DOCUMENT = "uima.tcas.DocumentAnnotation"
_NAMING = (
    "value",
    "label",
    "entity",
    "category",
    "type",
    "class",
    "tag",
    "name",
    "posvalue",
    "dependencytype",
    "referencetype",
)
"""What the feature is called that names a mark, the surest first."""
_NOTES = frozenset(("note", "notes", "comment", "comments"))
_NEVER_NAMING = _NOTES | frozenset(
    (
        "id",
        "identifier",
        "uuid",
        "score",
        "confidence",
        "explanation",
        "description",
        "uimamark",
    )
)

Features = dict[str, AttributeValue]
Slots = dict[str, list[tuple[str, str]]]


@dataclass(slots=True)
class Mark:
    """An annotation.

    Attributes:
        id: Unique in its CAS.
        type: With its package.
        start: Code point of the stored text; ``start == end`` is let through.
        features: Those that have a value.
        slots: Feature → the ``(role, id of a mark)`` of its links; the role is ""
            where the link has none.
    """

    id: str
    type: str
    start: int
    end: int
    features: Features = field(default_factory=dict)
    slots: Slots = field(default_factory=dict)


@dataclass(slots=True)
class Arc:
    """A relation between two marks, by their ids."""

    type: str
    source: str
    target: str
    features: Features = field(default_factory=dict)


@dataclass(slots=True)
class Chain:
    """Marks that belong together.

    Attributes:
        links: ``(id of a mark, label of the link to the next)``, in order.
    """

    type: str
    links: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Cas:
    """One text and everything that is said of it.

    Attributes:
        text: Normalised.
        declared: Type → its features, in the order in which they are declared.
        annotator: "" where the file does not say.
        tokens: ``(start, end)``, white space left out.
        sentences: Likewise.
        extra: What our own writer put down besides; see ``cas_own``.
        losses: What the reader could not keep, one sentence each.
    """

    text: str
    details: Details = field(default_factory=Details)
    marks: list[Mark] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    declared: dict[str, list[str]] = field(default_factory=dict)
    tokens: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    annotator: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)


@lru_cache(maxsize=1024)
def short_name(type_name: str) -> str:
    """Return a type's name without its package."""
    return type_name.rpartition(".")[2]


class Choice:
    """Which types are somebody's marks, under one mapping."""

    def __init__(self, mapping: LabelMap) -> None:
        self._named = {key.rpartition(".")[0] for key in mapping.labels if "." in key}
        self._known: dict[str, bool] = {}

    def takes(self, type_name: str) -> bool:
        """Tell whether marks of a type are read."""
        known = self._known.get(type_name)
        if known is None:
            known = self._known[type_name] = self._decide(type_name)
        return known

    def _decide(self, type_name: str) -> bool:
        name = short_name(type_name)
        if name in self._named or type_name in self._named:
            return True
        if name in _PROCESSING_NAMES or type_name == _DOCUMENT:
            return False
        return not type_name.startswith(_PROCESSING)


def layer_of(
    cas: Cas, mapping: LabelMap, *, status: Status = Status.DONE
) -> ForeignLayer:
    """Return what was marked in a CAS."""
    return _Reading(cas, mapping).layer(status)


class Naming:
    """Which feature of each type names its marks."""

    def __init__(self, declared: Mapping[str, Iterable[str]]) -> None:
        self._declared = declared
        self._found: dict[str, str] = {}

    def split(
        self, type_name: str, features: Features
    ) -> tuple[str, dict[str, AttributeValue], str]:
        """Return label, attributes and note; the label is "" where it has no value."""
        naming = self._found.get(type_name)
        if naming is None:
            naming = self._found[type_name] = self._choose(type_name)
        attributes = dict(features)
        label = str(attributes.pop(naming, "")).strip()
        if not attributes:
            return label, attributes, ""
        noting = [name for name in attributes if name.casefold() in _NOTES]
        note = "\n".join(str(attributes.pop(name)) for name in noting)
        return label, attributes, note

    def _choose(self, type_name: str) -> str:
        declared = list(self._declared.get(type_name, ()))
        by_name = {name.casefold(): name for name in reversed(declared)}
        for name in _NAMING:
            if name in by_name:
                return by_name[name]
        return next((n for n in declared if n.casefold() not in _NEVER_NAMING), "")


class _Reading:
    """One CAS on its way to a layer."""

    def __init__(self, cas: Cas, mapping: LabelMap) -> None:
        self._cas = cas
        self._mapping = mapping
        self._choice = Choice(mapping)
        self._naming = Naming(cas.declared)
        self._spans: list[ForeignSpan] = []
        self._frames: list[ForeignFrame] = []
        self._relations: list[ForeignRelation] = []
        self._losses: list[str] = []

    def layer(self, status: Status) -> ForeignLayer:
        skipped: Counter[str] = Counter()
        for mark in self._cas.marks:
            if self._choice.takes(mark.type):
                self._add(mark)
            else:
                skipped[short_name(mark.type)] += 1
        self._add_arcs(skipped)
        for chain in self._cas.chains:
            self._add_chain(chain)
        return ForeignLayer(
            self._cas.annotator,
            tuple(self._spans),
            tuple(self._relations),
            tuple(self._frames),
            status,
            moment=now(),
            losses=(*left_out(skipped), *self._losses),
        )

    def _add(self, mark: Mark) -> None:
        if mark.start >= mark.end:
            self._losses.append(no_characters(mark, self._cas.text))
            return
        label, attributes, note = self._naming.split(mark.type, mark.features)
        layer = short_name(mark.type)
        fragments = (Fragment(mark.start, mark.end),)
        name = next(filter(self._mapping.frame, (layer, label or layer)), "")
        kind = self._mapping.frame(name) if name else None
        if kind is not None and kind != SKIP:
            self._add_frame(mark, name, kind, label)
            label = main_role(kind)
        else:
            self._relations += [
                ForeignRelation(role or feature, mark.id, target)
                for feature, links in mark.slots.items()
                for role, target in links
            ]
        self._spans.append(
            ForeignSpan(
                mark.id, label or layer, fragments, layer, attributes, note=note
            )
        )

    def _add_frame(self, mark: Mark, name: str, kind: str, label: str) -> None:
        """Make an event of a mark whose own words are its main part."""
        arguments = [
            (role or feature, target)
            for feature, links in mark.slots.items()
            for role, target in links
        ]
        main = main_role(kind)
        more = {"label": label} if label and label.casefold() != kind else {}
        frame = ForeignFrame(
            f"{mark.id}’", name, "", ((main, mark.id), *arguments), attributes=more
        )
        self._frames.append(frame)

    def _add_arcs(self, skipped: Counter[str]) -> None:
        names: dict[str, set[str]] = {}
        for arc in self._cas.arcs:
            if not self._choice.takes(arc.type):
                skipped[short_name(arc.type)] += 1
                continue
            label, attributes, note = self._naming.split(arc.type, arc.features)
            layer = short_name(arc.type)
            self._relations.append(
                ForeignRelation(label or layer, arc.source, arc.target)
            )
            lost = [*attributes, *(["note"] if note else [])]
            names.setdefault(layer, set()).update(lost)
        self._losses += [
            tr(
                "Of the relations {layer}, {names} was left out: a link has a "
                "label only.",
                layer=layer,
                names=", ".join(sorted(lost)),
            )
            for layer, lost in names.items()
            if lost
        ]

    def _add_chain(self, chain: Chain) -> None:
        name = short_name(chain.type).removesuffix("Link").removesuffix("Chain")
        pairs = zip(chain.links, chain.links[1:], strict=False)
        self._relations += [
            ForeignRelation(label or name, one, other)
            for (one, label), (other, _) in pairs
        ]


def no_characters(mark: Mark, text: str) -> str:
    """Return the sentence that names a mark of no width."""
    after = excerpt(text, mark.start, min(len(text), mark.start + 20))
    if not after:
        return tr(
            "A {type} at {start}, at the end, was left out: it covers no characters.",
            type=short_name(mark.type),
            start=mark.start,
        )
    return tr(
        "A {type} at {start}, before “{after}”, was left out: it covers no characters.",
        type=short_name(mark.type),
        start=mark.start,
        after=after,
    )


def left_out(skipped: Mapping[str, int]) -> Iterator[str]:
    """Yield the sentence that names what is linguistic processing, if there is any."""
    if skipped:
        names = ", ".join(f"{n} {name}" for name, n in sorted(skipped.items()))
        first = min(skipped)
        yield (
            tr(
                "{names} were left out: they are linguistic processing, not "
                "marks; a mapping that names them (“{first}.*”) brings them in.",
                names=names,
                first=first,
            )
        )
