"""Settling what several rules have found about the same words."""

from __future__ import annotations

from annotator.suggest.frames import Frame, Span

_SAME = 0.9
_INSIDE = 0.8


def settle(direct: list[Frame], indirect: list[Frame]) -> list[Frame]:
    """Return the frames in order, the weaker of two on the same words left out."""
    kept: list[Frame] = []
    whole = [frame for frame in direct if not _is_piece(frame, indirect)]
    for frame in sorted((*whole, *indirect), key=_strength, reverse=True):
        if not any(_is_double(frame, other) for other in kept):
            kept.append(frame)
    return sorted(kept, key=lambda frame: (frame.parts["content"], frame.label))


def _strength(frame: Frame) -> tuple[bool, float]:
    # A direct quote with a speaker knows its borders from the marks.
    return frame.label == "direct" and "speaker" in frame.parts, frame.score


def _is_piece(frame: Frame, others: list[Frame]) -> bool:
    """Whether a direct quote is but the words in marks of a mixed one."""
    first = frame.parts["content"]
    for other in others:
        second = other.parts["content"]
        if (
            other.parts["cue"] == frame.parts.get("cue")
            and _shared(first, second) >= _INSIDE * _length(first)
            and _length(second) * _INSIDE > _length(first)
        ):
            return True
    return False


def _is_double(frame: Frame, other: Frame) -> bool:
    # Attributions nest ("she said, the agency reported"): two cues are two quotes
    # unless they tell the very same words.
    first, second = frame.parts["content"], other.parts["content"]
    shared = _shared(first, second)
    lengths = _length(first), _length(second)
    if frame.parts.get("cue") == other.parts.get("cue"):
        return shared >= _INSIDE * min(lengths)
    return shared >= _SAME * (sum(lengths) - shared)


def _shared(first: tuple[Span, ...], second: tuple[Span, ...]) -> int:
    return sum(
        max(0, min(end, e) - max(start, s)) for start, end in first for s, e in second
    )


def _length(spans: tuple[Span, ...]) -> int:
    return sum(end - start for start, end in spans)
