"""A layer as the lines of a ``.ann`` file.

An entity is a ``T`` line. A quote is an event as in the PolNeAR corpus: a ``T`` line
each for ``Content``, ``Source`` and ``Cue``, one of the type ``Attribution`` on the
cue (or else the content), and ``E1 Attribution:T4 Content:T1 Cue:T3 Source:T2``; a
claim likewise, as ``Claim`` with ``Content`` and ``Claimant``. The annotation's label
is the event's attribute ``label``. Whatever these lines do not say in full is tied
together by notes of ours: see ``brat_notes``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator.domain.annotations import (
    Annotation,
    AttributeValue,
    Fragment,
    Link,
    extent,
)
from annotator.domain.records import Finding, LayerRecord, Losses, Record, Trouble
from annotator.domain.wording import tr
from annotator.formats.base import place
from annotator.formats.brat_conf import LABEL_ATTRIBUTE
from annotator.formats.brat_notes import NOTE_TYPE, NOTES, own_note, write_value
from annotator.formats.brat_places import BREAK
from annotator.formats.foreign import Own
from annotator.formats.mapping import ENTITY
from annotator.formats.rows import MainRoles, Marked, roles_of, select, select_links

MENTION = "mention"
EVENTS: Mapping[str, str] = {"quote": "Attribution", "claim": "Claim"}
ROLES: Mapping[str, Mapping[str, str]] = {
    "quote": {"content": "Content", "speaker": "Source", "cue": "Cue"},
    "claim": {"claim": "Content", "claimant": "Claimant"},
}
_TRIGGERS: Mapping[str, tuple[str, ...]] = {
    "quote": ("cue", "content"),
    "claim": ("claim",),
}
_BREAKS = re.compile(rf"\s*[{BREAK}]\s*")
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(slots=True)
class Used:
    """Which types were written, for the configuration.

    Attributes:
        entities: Types of spans.
        events: Type → its roles.
        relations: Labels.
        attributes: Name → the types it was written on.
    """

    entities: set[str] = field(default_factory=set)
    events: dict[str, set[str]] = field(default_factory=dict)
    relations: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)


def safe_type(name: str) -> str:
    """Return a name as brat takes it: ASCII letters, digits, ``_`` and ``-``."""
    if _SAFE.fullmatch(name):
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _UNSAFE.sub("_", plain).strip("_-") or "unnamed"


def split_at_breaks(text: str, fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """Yield the fragments of a span as brat has them: none over the end of a line."""
    for start, end in fragments:
        done = start
        for match in _BREAKS.finditer(text, start, end):
            if done < match.start():
                yield Fragment(done, match.start())
            done = match.end()
        if done < end:
            yield Fragment(done, end)


class AnnLines:
    """The lines of one layer.

    Attributes:
        lines: Without their ends.
    """

    def __init__(
        self, record: Record, mains: MainRoles, used: Used, losses: Losses
    ) -> None:
        self.lines: list[str] = []
        self._record = record
        self._mains = mains
        self._used = used
        self._losses = losses
        self._spans = self._events = self._attributes = self._notes = 0
        self._anchors: dict[str, str] = {}

    def add(self, layer: LayerRecord) -> int:
        """Add the layer's annotations and links; return how many annotations."""
        items = select((*layer.annotations, *layer.suggestions), None)
        for number, item in enumerate(items, 1):
            self._add_item(item, number)
        self._add_links(select_links(layer.links, items))
        return len(items)

    def _add_item(self, item: Marked, number: int) -> None:
        label = item.label
        if (
            item.kind == ENTITY
            and _SAFE.fullmatch(label)
            and [*item.parts] == [MENTION]
        ):
            anchor, kind = self._span(label, item.parts[MENTION]), label
        elif _is_plain_frame(item):
            anchor, kind = self._frame(item), EVENTS[item.kind]
            self._attribute(anchor, kind, LABEL_ATTRIBUTE, label)
        else:
            anchor, kind = self._tied(item, str(number))
        self._anchors[item.id] = anchor
        if item.attributes:
            self._add_attributes(item, anchor, kind)
        if isinstance(item, Annotation) and item.note:
            self._add_note(item, anchor)

    # --------------------------------------------------------------- spans

    def _span(self, label: str, fragments: tuple[Fragment, ...]) -> str:
        text = self._record.text
        self._spans += 1
        identity = f"T{self._spans}"
        self._used.entities.add(label)
        start, end = fragments[0]
        surface = text[start:end]
        if len(fragments) == 1 and surface.isprintable():
            self.lines.append(f"{identity}\t{label} {start} {end}\t{surface}")
            return identity
        pieces = list(split_at_breaks(text, fragments))
        places = ";".join(f"{start} {end}" for start, end in pieces)
        surface = " ".join(text[start:end] for start, end in pieces)
        self.lines.append(f"{identity}\t{label} {places}\t{surface}")
        return identity

    def _frame(self, item: Marked) -> str:
        """Write a quote or claim that says all of itself."""
        kind, names = item.kind, ROLES[item.kind]
        ends = [
            (names[role], self._span(names[role], item.parts[role]))
            for role in roles_of(item.parts)
        ]
        role = next(role for role in _TRIGGERS[kind] if role in item.parts)
        return self._event(EVENTS[kind], item.parts[role], ends)[0]

    def _event(
        self,
        label: str,
        fragments: tuple[Fragment, ...],
        ends: list[tuple[str, str]],
    ) -> tuple[str, str]:
        """Write an event; return its id and its trigger's."""
        trigger = self._span(label, fragments)
        self._used.entities.discard(label)
        self._used.events.setdefault(label, set()).update(role for role, _ in ends)
        self._events += 1
        identity = f"E{self._events}"
        arguments = " ".join(f"{role}:{span}" for role, span in ends)
        self.lines.append(f"{identity}\t{label}:{trigger} {arguments}")
        return identity, trigger

    def _tied(self, item: Marked, number: str) -> tuple[str, str]:
        """Write an annotation whose spans say by notes what they are."""
        main = self._mains.of(item)
        names = ROLES.get(item.kind, {})
        ends: list[tuple[str, str]] = []
        name = ""
        for role in roles_of(item.parts):
            is_main = role == main and item.kind not in EVENTS
            name = safe_type(item.label if is_main else names.get(role, role))
            span = self._span(name, item.parts[role])
            self._own(span, Own(number, item.kind, item.label, role))
            ends.append((names.get(role) or safe_type(role), span))
        if len(ends) == 1:
            return ends[0][1], name
        kind = EVENTS.get(item.kind) or safe_type(item.kind).capitalize()
        role = main if main in item.parts else min(item.parts)
        event, trigger = self._event(kind, item.parts[role], ends)
        self._own(trigger, Own(number, item.kind, item.label, role))
        return event, kind

    def _own(self, span: str, own: Own) -> None:
        self._notes += 1
        self.lines.append(f"#{self._notes}\t{NOTE_TYPE} {span}\t{own_note(own)}")

    # ------------------------------------------------ what is said of them

    def _add_attributes(self, item: Marked, anchor: str, kind: str) -> None:
        taken: set[str] = set()
        for name, value in sorted(item.attributes.items()):
            safe = safe_type(name)
            while safe in taken:
                safe += "_"
            taken.add(safe)
            if safe != name:
                self._lose(
                    Trouble.ATTRIBUTE,
                    item,
                    tr("its “{name}” was written as {safe}", name=name, safe=safe),
                )
            self._attribute(anchor, kind, safe, value)

    def _attribute(
        self, anchor: str, kind: str, name: str, value: AttributeValue
    ) -> None:
        self._attributes += 1
        self._used.attributes.setdefault(name, set()).add(kind)
        written = write_value(value)
        more = "" if written is None else f" {written}"
        self.lines.append(f"A{self._attributes}\t{name} {anchor}{more}")

    def _add_note(self, item: Annotation, anchor: str) -> None:
        note = item.note.replace("\r\n", "\n").replace("\r", "\n")
        note = note.replace("\x00", "\ufffd")
        if note != item.note:
            what = tr("the control characters of its note were changed")
            self._lose(Trouble.NOTE, item, what)
        for line in note.split("\n"):
            self._notes += 1
            self.lines.append(f"#{self._notes}\t{NOTES} {anchor}\t{line}")

    def _add_links(self, links: Iterable[Link]) -> None:
        seen: set[tuple[str, str, str]] = set()
        for link in links:
            label = safe_type(link.label)
            ends = (label, self._anchors[link.source], self._anchors[link.target])
            if link.source == link.target:
                self._lose_link(
                    link,
                    tr("its link {label} to itself was left out", label=link.label),
                )
            elif ends in seen:
                self._lose_link(
                    link,
                    tr(
                        "its link {label} was written once, it is there twice",
                        label=link.label,
                    ),
                )
            else:
                if label != link.label:
                    what = tr(
                        "its link {label} was written as {written}",
                        label=link.label,
                        written=label,
                    )
                    self._lose_link(link, what)
                seen.add(ends)
                self._used.relations.add(label)
                self.lines.append(
                    f"R{len(seen)}\t{label} Arg1:{ends[1]} Arg2:{ends[2]}"
                )

    # -------------------------------------------------------------- losses

    def _lose_link(self, link: Link, what: str) -> None:
        layer = self._record.layer
        items = layer.annotations if layer else ()
        item = next(item for item in items if item.id == link.source)
        self._lose(Trouble.LINK, item, what)

    def _lose(self, trouble: Trouble, item: Marked, what: str) -> None:
        start, end = extent(item.parts)
        surface = self._record.text[start:end][:60]
        self._losses.append(
            Finding(
                place(self._record, start, end),
                tr(
                    "{label} “{words}”: {what}.",
                    label=item.label,
                    words=surface,
                    what=what,
                ),
                trouble,
                self._record.document_id,
                start,
                end,
                self._record.layer.annotator if self._record.layer else "",
            )
        )


def _is_plain_frame(item: Marked) -> bool:
    """Tell whether the lines of an event say all of a quote or claim."""
    names = ROLES.get(item.kind)
    return (
        names is not None
        and _TRIGGERS[item.kind][-1] in item.parts
        and item.parts.keys() <= names.keys()
        and LABEL_ATTRIBUTE not in item.attributes
    )
