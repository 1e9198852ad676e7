"""Settling what several rules have found about the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.suggest.frames import Frame, Span

_SAME = 0.9
_INSIDE = 0.8
_BLOCK = 1000
# Most annotators mark what is told by somebody, not what that tells of others.
_NESTED = 0.5


def settle(direct: list[Frame], indirect: list[Frame]) -> list[Frame]:
    """Return the frames in order, the weaker of two on the same words left out."""
    by_cue: defaultdict[Span, list[Frame]] = defaultdict(list)
    for frame in indirect:
        by_cue[frame.parts["cue"][0]].append(frame)
    whole = [frame for frame in direct if not _is_piece(frame, by_cue)]
    # Only what stands in the same block of the text can be the same.
    kept: defaultdict[int, list[Frame]] = defaultdict(list)
    found = []
    for frame in sorted((*whole, *indirect), key=_strength, reverse=True):
        near = (other for block in _blocks(frame) for other in kept[block])
        if not any(_is_double(frame, other) for other in near):
            found.append(frame)
            for block in _blocks(frame):
                kept[block].append(frame)
    settled = [_weighed(frame, kept) for frame in found]
    return sorted(settled, key=lambda frame: (frame.parts["content"], frame.label))


def _weighed(frame: Frame, kept: Mapping[int, list[Frame]]) -> Frame:
    """Return *frame*, or a weaker one where another quote tells of it."""
    cue = frame.parts.get("cue")
    if cue is None:
        return frame
    start, end = cue[0]
    near = kept.get(start // _BLOCK, ())
    length = _length(frame.parts["content"])
    if not any(
        _tells_of(other, start, end) and _length(other.parts["content"]) > length
        for other in near
    ):
        return frame
    return replace(
        frame,
        score=round(frame.score * _NESTED, 2),
        reason=f"{frame.reason}, inside another quote",
    )


def _tells_of(frame: Frame, start: int, end: int) -> bool:
    return any(s <= start and end <= e for s, e in frame.parts["content"])


def _blocks(frame: Frame) -> Iterator[int]:
    content = frame.parts["content"]
    yield from range(content[0][0] // _BLOCK, content[-1][1] // _BLOCK + 1)


def _strength(frame: Frame) -> tuple[bool, float]:
    # A direct quote with a speaker knows its borders from the marks.
    return frame.label == "direct" and "speaker" in frame.parts, frame.score


def _is_piece(frame: Frame, by_cue: dict[Span, list[Frame]]) -> bool:
    """Whether a direct quote is but the words in marks of a mixed one."""
    cue = frame.parts.get("cue")
    if cue is None or cue[0] not in by_cue:
        return False
    first = frame.parts["content"]
    length = _length(first)
    return any(
        _shared(first, other.parts["content"]) >= _INSIDE * length
        and _length(other.parts["content"]) * _INSIDE > length
        for other in by_cue[cue[0]]
    )


def _is_double(frame: Frame, other: Frame) -> bool:
    # Attributions nest ("she said, the agency reported"): two cues are two quotes
    # unless they tell the very same words.
    first, second = frame.parts["content"], other.parts["content"]
    if first[-1][1] <= second[0][0] or second[-1][1] <= first[0][0]:
        return False
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
