"""From brat's lines to spans, relations and events of the stored text."""

from __future__ import annotations

from collections import defaultdict

from annotator.domain.annotations import AttributeValue
from annotator.domain.records import Problem
from annotator.domain.wording import tr
from annotator.formats.brat_lines import BratAttribute, BratEvent, BratSpan, Standoff
from annotator.formats.brat_notes import (
    NOTE_TYPE,
    NOTES,
    read_own_note,
    read_value,
)
from annotator.formats.brat_places import Places
from annotator.formats.foreign import (
    ForeignFrame,
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
    Own,
)

_NO_ATTRIBUTES: dict[str, AttributeValue] = {}


class BratLayer:
    """One annotator's lines while they are put together.

    Attributes:
        problems: Lines about what is not there.
    """

    def __init__(self, places: Places, standoff: Standoff, *, own: bool) -> None:
        self.problems: list[Problem] = []
        self._places = places
        self._standoff = standoff
        self._is_own = own
        self._owns: dict[str, Own] = {}
        self._attributes: dict[str, dict[str, AttributeValue]] = defaultdict(dict)
        self._notes: dict[str, list[str]] = defaultdict(list)
        # Event → its trigger, where notes of ours say what the spans are.
        self._aliases: dict[str, str] = {}

    def made(self, annotator: str, moment: str) -> ForeignLayer:
        """Return the layer."""
        standoff = self._standoff
        self._places.settle(standoff.spans.values())
        self._find_owns()
        self._give_attributes()
        self._give_notes()
        spans = self._spans()
        return ForeignLayer(
            annotator,
            spans,
            self._relations({span.id for span in spans}),
            self._frames({span.id for span in spans}),
            moment=moment,
        )

    def _find_owns(self) -> None:
        for note in self._standoff.notes:
            own = read_own_note(note.text) if note.type == NOTE_TYPE else None
            if own is not None and note.target in self._standoff.spans:
                self._owns[note.target] = own
        if self._owns:
            for event in self._standoff.events.values():
                if event.trigger in self._owns:
                    self._aliases[event.id] = event.trigger

    # ------------------------------------------------ what is said of things

    def _bearers(self) -> dict[str, str]:
        """Return where what is said of attributes and relations goes."""
        bearers = {a.id: a.target for a in self._standoff.attributes}
        bearers |= {r.id: r.source for r in self._standoff.relations if r.id != "*"}
        return bearers

    def _target(self, target: str) -> str:
        """Return the thing itself; "" where there is none."""
        target = self._aliases.get(target, target)
        standoff = self._standoff
        return target if target in standoff.spans or target in standoff.events else ""

    def _give_attributes(self) -> None:
        if not self._standoff.attributes:
            return
        bearers = self._bearers()
        for attribute in self._standoff.attributes:
            target = self._target(attribute.target)
            target = target or self._target(bearers.get(attribute.target, ""))
            if not target:
                self._miss(
                    attribute.where,
                    tr(
                        "the {name} is about {target}, which is not there.",
                        name=attribute.name,
                        target=attribute.target,
                    ),
                )
                continue
            self._give(self._attributes[target], attribute)

    def _give(self, mine: dict[str, AttributeValue], given: BratAttribute) -> None:
        value: AttributeValue = True if given.value is None else given.value
        if self._is_own:
            value = read_value(given.value)
        before = mine.get(given.name)
        if isinstance(before, str) and isinstance(value, str) and before != value:
            value = f"{before}; {value}"
        mine[given.name] = value

    def _give_notes(self) -> None:
        if not self._standoff.notes:
            return
        bearers = self._bearers()
        for note in self._standoff.notes:
            if note.type == NOTE_TYPE and note.target in self._owns:
                continue
            target = self._target(note.target)
            target = target or self._target(bearers.get(note.target, ""))
            if not target:
                self._miss(
                    note.where,
                    tr(
                        "the note is about {target}, which is not there.",
                        target=note.target,
                    ),
                )
                continue
            text = note.text if note.type == NOTES else f"{note.type}: {note.text}"
            self._notes[target].append(text)

    def _miss(self, where: str, reason: str) -> None:
        self.problems.append(Problem(where, reason))

    # ------------------------------------------------------------- things

    def _spans(self) -> tuple[ForeignSpan, ...]:
        made = []
        find = self._places.find
        for span in self._standoff.spans.values():
            fragments = find(span)
            if fragments is None:
                self.problems.append(Problem(span.where, self._misfit(span)))
                continue
            identity = span.id
            made.append(
                ForeignSpan(
                    identity,
                    span.label,
                    fragments,
                    "",
                    self._attributes.get(identity, _NO_ATTRIBUTES),
                    "\n".join(self._notes[identity]) if identity in self._notes else "",
                    self._owns.get(identity),
                )
            )
        return tuple(made)

    def _misfit(self, span: BratSpan) -> str:
        ends = "; ".join(f"{start}–{end}" for start, end in span.places)
        if span.surface is None:
            return tr(
                "{id} ({label}) was left out: {ends} is outside the text.",
                id=span.id,
                label=span.label,
                ends=ends,
            )
        (start, end), text = span.places[0], self._places.text
        there = " ".join(text[start : min(end, start + 60)].split())
        surface = span.surface if len(span.surface) <= 60 else f"{span.surface[:60]}…"
        if len(span.places) == 1 and there:
            return tr(
                "{id} ({label}) was left out: the text at {ends} is “{there}”, not "
                "“{surface}”.",
                id=span.id,
                label=span.label,
                ends=ends,
                there=there,
                surface=surface,
            )
        return tr(
            "{id} ({label}) was left out: “{surface}” is not at {ends}.",
            id=span.id,
            label=span.label,
            surface=surface,
            ends=ends,
        )

    def _frames(self, kept: set[str]) -> tuple[ForeignFrame, ...]:
        return tuple(
            self._frame(event, kept)
            for event in self._standoff.events.values()
            if event.id not in self._aliases
        )

    def _frame(self, event: BratEvent, kept: set[str]) -> ForeignFrame:
        arguments = []
        for role, given in event.arguments:
            target = self._aliases.get(given, given)
            if target in kept or target in self._standoff.events:
                arguments.append((role.rstrip("0123456789") or role, target))
            else:
                self.problems.append(
                    Problem(
                        event.where,
                        tr(
                            "the argument {role} of {id} ({label}) is {given}, "
                            "which is not there.",
                            role=role,
                            id=event.id,
                            label=event.label,
                            given=given,
                        ),
                    )
                )
        return ForeignFrame(
            event.id,
            event.label,
            event.trigger,
            tuple(arguments),
            self._attributes.get(event.id, _NO_ATTRIBUTES),
            "\n".join(self._notes[event.id]) if event.id in self._notes else "",
        )

    def _relations(self, kept: set[str]) -> tuple[ForeignRelation, ...]:
        made = []
        for relation in self._standoff.relations:
            ends = [
                self._aliases.get(end, end)
                for end in (relation.source, relation.target)
            ]
            missing = [
                end
                for end in ends
                if end not in kept and end not in self._standoff.events
            ]
            if missing:
                self.problems.append(
                    Problem(
                        relation.where,
                        tr(
                            "the relation {label} leads to {missing}, which is "
                            "not there.",
                            label=relation.label,
                            missing=missing[0],
                        ),
                    )
                )
            else:
                made.append(ForeignRelation(relation.label, *ends))
        return tuple(made)
