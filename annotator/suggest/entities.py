"""A pipeline's entities, with boundaries that can be marked in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def entity_spans(doc: Doc) -> Iterator[tuple[str, int, int]]:
    """Yield ``(label, start, end)`` in code points of ``doc.text``.

    Models now and then take blanks or a line end into an entity: blanks at its
    ends are left out, and one that runs over a line end stops there.
    """
    text = doc.text
    for entity in doc.ents:
        line = text[entity.start_char : entity.end_char].lstrip()
        start = entity.end_char - len(line)
        surface = line.split("\n", 1)[0].rstrip()
        if surface:
            yield entity.label_, start, start + len(surface)
