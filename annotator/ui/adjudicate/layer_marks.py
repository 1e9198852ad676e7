"""How the layers of several annotators are drawn under one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.annotations import Annotation
from annotator.domain.schema import Schema, Style
from annotator.ui.adjudicate.voices import Voice
from annotator.ui.article.marks import Mark, MarkState, Styles
from annotator.ui.mark_building import mark_of, pill_text, styles_of

if TYPE_CHECKING:
    from annotator.services.adjudicating import Case

_BETWEEN = "\x1f"
_AGREED = "agreed"


def mark_id(voice: Voice, annotation_id: str) -> str:
    """Return the id of the mark that shows one annotator's annotation."""
    return f"{voice.id}{_BETWEEN}{annotation_id}"


def annotation_id(of_mark: str) -> str:
    """Return the annotation that a mark shows, whoever's it is."""
    return of_mark.rpartition(_BETWEEN)[2]


def layered_styles(schema: Schema, voices: Iterable[Voice]) -> Styles:
    """Return the schema's styles for gold, and each annotator's own for the rest."""
    plain = styles_of(schema)
    labels: dict[tuple[str, str], Style] = dict(plain.labels)
    roles = dict(plain.roles)
    for voice in voices:
        for kind, label in schema.labels():
            labels[_kind(voice, kind.name), label.name] = voice.style
        for kind in schema.kinds:
            for role in kind.roles:
                title = f"{voice.initials} {role.title}"
                roles[_kind(voice, kind.name), role.name] = title, voice.style
    return Styles(labels, roles)


def _kind(voice: Voice, kind: str) -> str:
    return f"{voice.id}{_BETWEEN}{kind}"


def layered_mark(annotation: Annotation, voice: Voice, schema: Schema) -> Mark:
    """Return how an annotation of one annotator is drawn, in a lane of its own."""
    mark = mark_of(annotation, schema)
    return replace(
        mark,
        id=mark_id(voice, annotation.id),
        kind=_kind(voice, annotation.kind),
        title=f"{voice.initials} {mark.title}",
        unfinished=False,
        tier=voice.number,
        fixed=True,
    )


def layered_marks(
    cases: Iterable[Case], voices: Mapping[str, Voice], schema: Schema
) -> Iterator[Mark]:
    """Yield the marks of everybody who has something in *cases*."""
    for case in cases:
        for name, annotation in case.cluster.members.items():
            if name in voices:
                yield layered_mark(annotation, voices[name], schema)


def agreed_mark(case: Case, schema: Schema) -> Mark:
    """Return how something that all agree on is drawn until it is taken."""
    annotation = next(iter(case.cluster.members.values()))
    return replace(
        mark_of(annotation, schema),
        id=f"{_AGREED}{_BETWEEN}{annotation.id}",
        state=MarkState.SUGGESTED,
        unfinished=False,
        fixed=True,
    )


def label_title(annotation: Annotation, schema: Schema) -> str:
    """Return what stands on the pill of an annotation's label."""
    kind = schema.kind(annotation.kind)
    label = kind.label(annotation.label) if kind else None
    return pill_text(kind, label) if kind and label else annotation.label
