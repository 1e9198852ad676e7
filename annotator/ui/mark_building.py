"""What the article shows of a layer: marks from annotations and suggestions."""

from __future__ import annotations

import re

from annotator.domain.annotations import Annotation, Suggestion, extent
from annotator.domain.schema import Kind, Label, Schema, foreign_title
from annotator.domain.tokens import Tokens
from annotator.ui.article.marks import Mark, MarkState, Styles

PROVISIONAL = "provisional"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE_END = re.compile('[.!?][”"\u2019)]*\\s+|\\n+')


def styles_of(schema: Schema) -> Styles:
    """Return how the labels and roles of *schema* are drawn."""
    return Styles(
        labels={
            (kind.name, label.name): label.style for kind, label in schema.labels()
        },
        roles={
            (kind.name, role.name): (role.title, role.style)
            for kind in schema.kinds
            for role in kind.roles
        },
    )


def pill_text(kind: Kind, label: Label) -> str:
    """Return what stands on a label's pills, and on the palette for it.

    Entities have the names that news corpora are read by; a frame has its title.
    """
    return label.title if kind.is_frame else label.name


def mark_of(item: Annotation | Suggestion, schema: Schema) -> Mark:
    """Return how *item* is drawn; a frame without a required part is unfinished."""
    kind = schema.kind(item.kind)
    label = kind.label(item.label) if kind else None
    main = kind.main_role.name if kind else next(iter(item.parts))
    title = pill_text(kind, label) if kind and label else foreign_title(item.label)
    missing = schema.missing_roles(item.kind, frozenset(item.parts))
    accepted = isinstance(item, Annotation)
    return Mark(
        id=item.id,
        kind=item.kind,
        label=item.label,
        title=title,
        main_role=main if main in item.parts else next(iter(item.parts)),
        parts=item.parts,
        state=MarkState.ACCEPTED if accepted else MarkState.SUGGESTED,
        unfinished=accepted and bool(missing),
        score=item.score if isinstance(item, Suggestion) else None,
    )


def reading_order(item: Annotation | Suggestion) -> tuple[int, int, str]:
    """Return the key that sorts items as they are read, outer before inner."""
    whole = extent(item.parts)
    return whole.start, -whole.end, item.id


def provisional_tokens(text: str) -> Tokens:
    """Return rough tokens to select by until the pipeline's have been made."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    starts = [start for start, _ in spans]
    sentences: list[int] = starts[:1]
    breaks = [match.end() for match in _SENTENCE_END.finditer(text)]
    index = 0
    for end in breaks:
        while index < len(starts) and starts[index] < end:
            index += 1
        if index < len(starts) and starts[index] > sentences[-1]:
            sentences.append(starts[index])
    return Tokens.of(PROVISIONAL, spans, sentences)
