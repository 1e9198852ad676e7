"""Settling what several rules have found about the same words."""

from __future__ import annotations

from annotator.suggest.frames import Frame, Span

_SAME = 0.9
_SAME_CUE = 0.5


def settle(direct: list[Frame], indirect: list[Frame]) -> list[Frame]:
    """Return the frames in order, the weaker of two on the same words left out."""
    kept: list[Frame] = []
    for frame in sorted((*direct, *indirect), key=_strength, reverse=True):
        if not any(_is_double(frame, other) for other in kept):
            kept.append(frame)
    return sorted(kept, key=lambda frame: (frame.parts["content"], frame.label))


def _strength(frame: Frame) -> tuple[bool, float]:
    # A direct quote with a speaker knows its borders from the marks.
    return frame.label == "direct" and "speaker" in frame.parts, frame.score


def _is_double(frame: Frame, other: Frame) -> bool:
    # Attributions nest ("she said, the agency reported"): two cues are two quotes
    # unless they tell the very same words.
    same_cue = frame.parts.get("cue") == other.parts.get("cue")
    return _overlap(frame, other) >= (_SAME_CUE if same_cue else _SAME)


def _overlap(one: Frame, other: Frame) -> float:
    """Return the Jaccard overlap of the characters of two contents."""
    first, second = one.parts["content"], other.parts["content"]
    shared = sum(
        max(0, min(end, e) - max(start, s)) for start, end in first for s, e in second
    )
    return shared / max(_length(first) + _length(second) - shared, 1)


def _length(spans: tuple[Span, ...]) -> int:
    return sum(end - start for start, end in spans)
