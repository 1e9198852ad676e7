"""This program's annotations as marks of a CAS, and back.

A kind is a span layer: entities are DKPro's ``NamedEntity``, quotes and claims (and any
other kind) ``webanno.custom.Quote`` and so on. A mark has the annotation's label as
``value``, its attributes and note as features, and covers the first fragment of the
main part. Every other fragment is a mark of ``webanno.custom.Part`` whose ``value`` is
its role, and hangs in the slot ``parts``; links to other annotations hang in the slot
``links``, with the link's label as role. INCEpTION shows and edits all of this.

What layers cannot say stands in one JSON value that other programs pass over: whose
work it is, how far, the document's details, ids, and attribute values that are not
text. Where it is missing, for the file went through another program, everything is
told from the layers alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from annotator.domain.annotations import Annotation, Fragment, now
from annotator.domain.collector import collector_paused
from annotator.domain.documents import Status
from annotator.domain.records import Record
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.formats.assembling import assemble
from annotator.formats.base import ReadOptions
from annotator.formats.cas import (
    DKPRO,
    Cas,
    Features,
    Mark,
    Naming,
    layer_of,
    short_name,
)
from annotator.formats.drafts import MAIN_ROLES, main_role
from annotator.formats.foreign import (
    ForeignDocument,
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
    Own,
)
from annotator.formats.inception import owner_of
from annotator.formats.jsonl_own import is_id
from annotator.formats.jsonl_shape import unwrap_meta, wrap_meta
from annotator.formats.mapping import LabelMap
from annotator.formats.rows import MainRoles, Marked, Row, roles_of

NAMED_ENTITY = f"{DKPRO}ner.type.NamedEntity"
CUSTOM = "webanno.custom."
PART = f"{CUSTOM}Part"
VALUE, NOTE = "value", "note"
PARTS, LINKS = "parts", "links"

_VERSION = 1
_FEATURE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*")
_TAKEN = frozenset(
    (
        *(VALUE, NOTE, PARTS, LINKS, "begin", "end", "sofa", "id", "type", "self"),
        *("identifier", "next", "first", "address", "view", "cas"),
        *("notes", "comment", "comments"),
    )
)
_KNOWN = {f"{CUSTOM}{kind.capitalize()}" for kind in MAIN_ROLES}


def type_of(kind: str) -> str:
    """Return the layer of a kind; not always a different one, see ``kind_of``."""
    if kind == "entity":
        return NAMED_ENTITY
    words = re.findall(r"[A-Za-z0-9]+", kind)
    name = "".join(word[0].upper() + word[1:] for word in words)
    if not name or name[0].isdigit():
        name = f"Kind{name}"
    return f"{CUSTOM}{name}{'Kind' if name == 'Part' or name.endswith('Link') else ''}"


@lru_cache(maxsize=1024)
def kind_of(type_name: str) -> str:
    """Return the kind that a layer's name says."""
    return "entity" if type_name == NAMED_ENTITY else short_name(type_name).casefold()


def link_type(type_name: str, slot: str) -> str:
    """Return the type of a slot's links, named as INCEpTION names it."""
    return f"{type_name}{slot.capitalize()}Link"


class Outgoing:
    """One record as marks.

    Attributes:
        marks: Of annotations (or suggestions) and their parts; their ids are numbers.
        extra: What the layers cannot say; see ``dump``.
    """

    def __init__(
        self, record: Record, mains: MainRoles, clean: Callable[[str], str] = str
    ) -> None:
        """Make the marks.

        Args:
            clean: What the format makes of a text that it cannot hold.
        """
        self.marks: list[Mark] = []
        self._clean = clean
        self._mains = mains
        self._hosts: dict[str, Mark] = {}
        self._entries: dict[str, Row] = {}
        layer = record.layer
        self.extra: Row = {
            "version": _VERSION,
            "document": wrap_meta(record.details, record.document_id),
        }
        if layer is None:
            return
        self.extra |= {"annotator": layer.annotator, "status": layer.status}
        items: tuple[Marked, ...] = (*layer.annotations, *layer.suggestions)
        for item in items:
            self._add(item)
        if layer.suggestions:
            self.extra["pipeline"] = layer.suggestions[0].version
        for link in layer.links:
            source, target = self._hosts.get(link.source), self._hosts.get(link.target)
            if source is not None and target is not None:
                links = source.slots.setdefault(LINKS, [])
                links.append((clean(link.label), target.id))
        self.extra["marks"] = self._entries

    def dump(self) -> str:
        """Return the extra value as JSON in ASCII, on one line."""
        return json.dumps(self.extra, separators=(",", ":"))

    def _add(self, item: Marked) -> None:
        main = self._mains.of(item)
        kind, label = item.kind, item.label
        entry: Row = {"id": item.id}
        fragments = item.parts[main]
        host = self._mark(type_of(kind), fragments[0], label)
        if main != main_role(kind):
            entry["role"] = main
        if kind_of(host.type) != kind:
            entry["kind"] = kind
        if self._clean(label) != label:
            entry["label"] = label
        self._describe(item, host.features, entry)
        for role in roles_of(item.parts):
            spans = item.parts[role]
            for fragment in spans[1:] if role == main else spans:
                part = self._mark(PART, fragment, role)
                host.slots.setdefault(PARTS, []).append((role, part.id))
        self._hosts[item.id] = host
        self._entries[host.id] = entry

    def _mark(self, name: str, fragment: Fragment, value: str) -> Mark:
        features: Features = {VALUE: self._clean(value)}
        mark = Mark(str(len(self.marks) + 1), name, *fragment, features)
        self.marks.append(mark)
        return mark

    def _describe(self, item: Marked, features: Features, entry: Row) -> None:
        """Put attributes, note and score where they are shown, or else aside."""
        aside: Row = {}
        for name, value in sorted(item.attributes.items()):
            shown = self._clean(value) if isinstance(value, str) else value
            is_feature = _FEATURE.fullmatch(name) and name.casefold() not in _TAKEN
            if is_feature and shown != "":
                features[name] = shown
            if features.get(name) != value or not isinstance(value, str):
                aside[name] = value
        if aside:
            entry["attributes"] = aside
        if not isinstance(item, Annotation):
            entry["score"] = item.score
            if item.reason:
                entry["note"] = item.reason
        elif item.note:
            features[NOTE] = self._clean(item.note)
            if features[NOTE] != item.note:
                entry["note"] = item.note


def feature_text(value: object) -> str:
    """Return a feature's value as files have it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def parse_extra(text: str) -> dict[str, Any]:
    """Return what ``dump`` gave; nothing where it is broken or of another make."""
    try:
        extra = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    is_ours = isinstance(extra, dict) and extra.get("version") == _VERSION
    return extra if is_ours else {}


def records_of(path: Path, cases: Iterator[Cas], options: ReadOptions) -> list[Record]:
    """Return the records of a file's texts; *cases* are read as they are needed.

    Raises:
        InputError: A text is none that can be stored.
    """
    records: list[Record] = []
    with collector_paused():
        for cas in cases:
            document = _document_of(path, cas, options)
            del cas  # of a large file it is large
            records += assemble(document, options.mapping)
    return records


def _document_of(path: Path, cas: Cas, options: ReadOptions) -> ForeignDocument:
    """Return what a file says, with whatever its place says of it."""
    owner, extra = owner_of(path), cas.extra
    cas.annotator = str(extra.get("annotator") or "") or owner.annotator
    cas.annotator = cas.annotator or options.annotator
    details = cas.details
    if isinstance(extra.get("document"), dict):
        details = unwrap_meta(extra["document"])
    elif not details.title:
        details = replace(details, title=owner.document)
    layer = _layer(cas, options.mapping)
    return ForeignDocument(
        cas.text,
        details,
        path.name,
        () if layer is None else (layer,),
        _tokens(cas),
        tuple(cas.losses),
    )


def _tokens(cas: Cas) -> Tokens | None:
    """Return the document's tokens, where they are the ones this program made."""
    name = cas.extra.get("tokenizer")
    if not isinstance(name, str) or not cas.tokens:
        return None
    return Tokens.of(name, cas.tokens, [start for start, _ in cas.sentences])


def _layer(cas: Cas, mapping: LabelMap) -> ForeignLayer | None:
    """Return the layer of a CAS: ours where it is ours, else as the mapping says.

    None where our own writer had a document without a layer.
    """
    if cas.extra and "annotator" not in cas.extra:
        return None
    incoming = _Incoming(cas)
    if not incoming.is_ours:
        return layer_of(cas, mapping)
    others = [mark for mark in cas.marks if not incoming.takes(mark)]
    foreign = layer_of(replace(cas, marks=others), mapping)
    mine = incoming.layer()
    return replace(
        mine,
        spans=mine.spans + foreign.spans,
        relations=mine.relations + foreign.relations,
        frames=foreign.frames,
        losses=mine.losses + foreign.losses,
    )


class _Incoming:
    """The marks of a CAS that are annotations of this program."""

    def __init__(self, cas: Cas) -> None:
        self._cas = cas
        entries = cas.extra.get("marks")
        self._entries = entries if isinstance(entries, dict) else {}
        self._by_id = {mark.id: mark for mark in cas.marks}
        types = {
            mark.type for mark in cas.marks if mark.slots and self._has_parts(mark)
        }
        self.is_ours = bool(cas.extra or types)
        self._hosts = types | {NAMED_ENTITY} | _KNOWN
        self._hosts |= {m.type for m in cas.marks if m.id in self._entries}

    def _has_parts(self, mark: Mark) -> bool:
        """Tell whether a mark's parts hang on it as our writer hangs them."""
        targets = [self._by_id.get(target) for _, target in mark.slots.get(PARTS, ())]
        return any(target is not None and target.type == PART for target in targets)

    def takes(self, mark: Mark) -> bool:
        """Tell whether a mark is of one of our layers."""
        return mark.type == PART or mark.type in self._hosts

    def layer(self) -> ForeignLayer:
        """Return the annotations with their parts."""
        spans: list[ForeignSpan] = []
        relations: list[ForeignRelation] = []
        lost: list[str] = []
        hung: set[str] = set()
        naming = Naming(self._cas.declared)
        for mark in self._cas.marks:
            if mark.type in self._hosts:
                spans += self._spans(mark, naming, hung)
                if not mark.slots:
                    continue
                relations += [
                    ForeignRelation(role or slot, mark.id, target)
                    for slot, links in mark.slots.items()
                    for role, target in links
                    if slot != PARTS
                ]
        for mark in self._cas.marks:
            if mark.type == PART and mark.id not in hung:
                surface = self._cas.text[mark.start : mark.end]
                lost.append(
                    tr(
                        "The part “{surface}” at {start}–{end} was left out: no "
                        "annotation has it.",
                        surface=surface,
                        start=mark.start,
                        end=mark.end,
                    )
                )
        extra = self._cas.extra
        version = extra.get("pipeline")
        return ForeignLayer(
            self._cas.annotator,
            tuple(span for span in spans if span.fragments),
            tuple(relations),
            status=_status(extra.get("status")),
            by_model=isinstance(version, str),
            version=version if isinstance(version, str) else "",
            moment=now(),
            losses=tuple(lost),
        )

    def _spans(self, mark: Mark, naming: Naming, hung: set[str]) -> list[ForeignSpan]:
        entry = self._entries.get(mark.id)
        entry = entry if isinstance(entry, dict) else {}
        label, attributes, note = naming.split(mark.type, mark.features)
        more = entry.get("attributes")
        if isinstance(more, dict):
            attributes |= more
        layer = short_name(mark.type)
        kind = str(entry.get("kind") or kind_of(mark.type))
        given = entry.get("id")
        own = Own(
            given if is_id(given) else mark.id,
            kind,
            str(entry.get("label") or label or layer),
            str(entry.get("role") or main_role(kind)),
        )
        score = entry.get("score", 1.0)
        host = ForeignSpan(
            mark.id,
            own.label,
            _fragments(mark),
            layer,
            attributes,
            str(entry.get("note") or note),
            own,
            float(score) if isinstance(score, int | float) else 1.0,
        )
        return [host, *self._parts(mark, own, hung)] if mark.slots else [host]

    def _parts(self, mark: Mark, own: Own, hung: set[str]) -> Iterable[ForeignSpan]:
        for role, target in mark.slots.get(PARTS, ()):
            part = self._by_id.get(target)
            if part is not None and part.type == PART:
                hung.add(part.id)
                named = role or str(part.features.get(VALUE, "")) or own.role
                yield ForeignSpan(
                    f"{mark.id}/{part.id}",
                    named,
                    _fragments(part),
                    own=Own(own.annotation, own.kind, own.label, named),
                )


def _fragments(mark: Mark) -> tuple[Fragment, ...]:
    return (Fragment(mark.start, mark.end),) if mark.start < mark.end else ()


def _status(given: object) -> Status:
    try:
        return Status(str(given))
    except ValueError:
        return Status.DONE
