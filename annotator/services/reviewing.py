"""Steps that decide on suggestions. Pure: nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.domain.annotations import (
    Annotation,
    Decision,
    Parts,
    Suggestion,
    Verdict,
    now,
)
from annotator.domain.ids import SuggestionId
from annotator.domain.schema import Schema
from annotator.domain.scores import reaches
from annotator.domain.wording import tr, trn
from annotator.services import marking
from annotator.services.steps import (
    OpenDocument,
    Step,
    describe,
    from_suggestion,
    same_parts,
)


def _open(opened: OpenDocument, ids: Iterable[str]) -> list[Suggestion]:
    """Return the suggestions of these ids that nobody has decided on yet."""
    layer = opened.layer
    wanted = dict.fromkeys(SuggestionId(i) for i in ids)
    return [
        opened.suggestions[i]
        for i in wanted
        if i in opened.suggestions and i not in layer.verdicts
    ]


def accept(opened: OpenDocument, schema: Schema, ids: Iterable[str]) -> Step | None:
    """Make annotations of suggestions; one that is there already is not doubled."""
    items = _open(opened, ids)
    if not items:
        return None
    moment = now()
    made: list[Annotation] = []
    verdicts = []
    present = list(opened.layer.annotations.values())
    for suggestion in items:
        annotation = next(
            (
                a
                for a in (*present, *made)
                if (a.kind, a.label) == (suggestion.kind, suggestion.label)
                and same_parts(a.parts, suggestion.parts)
            ),
            None,
        )
        if annotation is None:
            annotation = from_suggestion(suggestion, moment)
            made.append(annotation)
        verdicts.append(
            Verdict(suggestion.id, Decision.ACCEPTED, annotation.id, moment)
        )
    if len(items) == 1:
        name = tr("Accept {what}", what=describe(opened, schema, items[0]))
    else:
        name = trn("Accept {n} suggestion", "Accept {n} suggestions", len(items))
    return Step(
        name,
        put=tuple(made),
        put_links=marking.containing_links(opened, schema, made),
        put_verdicts=tuple(verdicts),
        # Many lie all over the text: whoever accepts them stays where they are.
        select=verdicts[0].annotation_id if len(items) == 1 else None,
    )


def reject(opened: OpenDocument, schema: Schema, ids: Iterable[str]) -> Step | None:
    """Decide against suggestions."""
    items = _open(opened, ids)
    if not items:
        return None
    moment = now()
    verdicts = tuple(Verdict(s.id, Decision.REJECTED, None, moment) for s in items)
    if len(items) == 1:
        name = tr("Reject {what}", what=describe(opened, schema, items[0]))
    else:
        name = trn("Reject {n} suggestion", "Reject {n} suggestions", len(items))
    return Step(name, put_verdicts=verdicts)


def correct(
    opened: OpenDocument,
    schema: Schema,
    suggestion_id: str,
    *,
    label: str | None = None,
    parts: Parts | None = None,
) -> Step | None:
    """Accept a suggestion with another label or other parts."""
    items = _open(opened, [suggestion_id])
    if not items:
        return None
    suggestion = items[0]
    annotation = from_suggestion(suggestion, now())
    if label is not None:
        annotation = replace(annotation, label=label)
    if parts is not None:
        annotation = replace(annotation, parts=dict(parts))
    name = tr("Correct {what}", what=describe(opened, schema, annotation))
    step = marking.replaced(opened, name, annotation, suggestion.id)
    links = marking.containing_links(opened, schema, [annotation])
    return replace(step, put_links=links) if step is not None else None


def matching(
    opened: OpenDocument,
    *,
    kind: str | None = None,
    label: str | None = None,
    min_score: float = 0.0,
    limits: Mapping[str, float] | None = None,
) -> list[Suggestion]:
    """Return the pending suggestions of a kind and label from a score on.

    Args:
        opened: Where.
        kind: None for every kind.
        label: None for every label.
        min_score: The least score.
        limits: Kind → least score that is shown: nobody accepts what they cannot see.
    """
    shown = limits or {}
    return [
        s
        for s in opened.pending()
        if reaches(s.score, max(min_score, shown.get(s.kind, 0.0)))
        and kind in (None, s.kind)
        and label in (None, s.label)
    ]
