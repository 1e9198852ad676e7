"""Marking every further occurrence of a string in one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from annotator.domain.annotations import Annotation, Fragment, Verdict, now
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotationId, new_id
from annotator.domain.schema import Schema
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.services.steps import (
    OpenDocument,
    Step,
    main_fragments,
    named,
    verdict_of,
)


def occurrences(
    opened: OpenDocument, schema: Schema, fragment: Fragment, kind: str
) -> list[Fragment]:
    """Return the other places of the same string that no such annotation has yet.

    Places in boilerplate are left out.

    A place counts only where whole tokens start and end (“Iran” is not in
    “Iranian”); without tokens, where no letter or digit touches it.
    """
    text = opened.document.text
    surface = text[fragment.start : fragment.end]
    if not surface.strip():
        return []
    taken = {
        main_fragments(schema, a)
        for a in opened.layer.annotations.values()
        if a.kind == kind
    }
    zones, found = opened.zones, []
    for match in re.finditer(re.escape(surface), text):
        place = Fragment(match.start(), match.end())
        if place == fragment or (place,) in taken or zones.touches([place]):
            continue
        if _stands_alone(opened.tokens, text, place):
            found.append(place)
    return found


def _stands_alone(tokens: Tokens | None, text: str, place: Fragment) -> bool:
    if tokens is not None:
        return tokens.aligned(place.start, place.end) is not None
    before = text[place.start - 1 : place.start]
    after = text[place.end : place.end + 1]
    return not (before.isalnum() or after.isalnum())


def mark_all(
    opened: OpenDocument,
    schema: Schema,
    kind_name: str,
    label: str,
    fragments: Iterable[Fragment],
) -> Step | None:
    """Mark all of *fragments* alike, as one step."""
    kind = schema.kind(kind_name)
    if kind is None or kind.label(label) is None:
        raise InputError(
            tr(
                "The schema has no {kind} label {label}.",
                kind=kind_name,
                label=label,
            )
        )
    moment = now()
    role = kind.main_role.name
    made = tuple(
        Annotation(
            AnnotationId(new_id()),
            kind_name,
            label,
            {role: (Fragment(*fragment),)},
            origin="propagated",
            created=moment,
            modified=moment,
        )
        for fragment in fragments
    )
    if not made:
        return None
    surface = named(opened.document.text, made[0].parts[role])
    return Step(
        tr(
            "Mark {number} more {label} {words}",
            number=len(made),
            label=label,
            words=surface,
        ),
        put=made,
        put_verdicts=tuple(_verdicts(opened, schema, made, moment)),
        select=made[0].id,
    )


def _verdicts(
    opened: OpenDocument, schema: Schema, made: Iterable[Annotation], moment: str
) -> Iterator[Verdict]:
    """Yield what the new annotations decide: suggestions of the very same places."""
    places = {(a.kind, main_fragments(schema, a)): a for a in made}
    for suggestion in opened.pending():
        key = (suggestion.kind, tuple(main_fragments(schema, suggestion)))
        annotation = places.get(key)
        if annotation is not None:
            decision = verdict_of(suggestion, annotation)
            yield Verdict(suggestion.id, decision, annotation.id, moment)
