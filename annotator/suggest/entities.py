"""A pipeline's entities, with boundaries that can be marked in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.frames import Frame, read_frames

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "annotator_names"
_UNKNOWN_SCORE = 0.6


def entity_frames(doc: Doc) -> Iterator[Frame]:
    """Yield the entities of *doc*, each as a frame with a part ``mention``.

    Score and reason are those of ``annotator_names`` where that component has seen
    the entity. Boundaries are marked as ``entity_spans`` says.
    """
    known = {frame.parts["mention"]: frame for frame in read_frames(doc, KEY)}
    for label, start, end in entity_spans(doc):
        parts = {"mention": ((start, end),)}
        frame = known.get(parts["mention"])
        if frame is None or frame.label != label:
            frame = Frame(label, parts, _UNKNOWN_SCORE)
        yield frame


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
