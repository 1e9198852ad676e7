"""Direct speech: which quotation marks hold somebody's words, and whose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.suggest.frames import Frame, Span
from annotator.suggest.lexicon import Lexicon
from annotator.suggest.quoting.attributions import ACCORDING_TO, Attribution
from annotator.suggest.quoting.marks import Quoted
from annotator.suggest.quoting.reading import Reading

_REACH = 160
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Rev|Lt|Sgt|Col|Capt|Jr|Sr)\.$"
)
_ENDS_SPEECH = tuple(",.!?…—-–")
_LABEL = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):[ \t]*")
_LONG_ENOUGH = 8
_BETWEEN = 25
_OBJECT = 10
_TITLE = 5

_Fit = tuple[float, str, str]
"""How well an attribution suits a quotation, why, and on which side it stands."""

_NO_FIT: _Fit = (0.0, "", "")


@dataclass(slots=True)
class _Speech:
    """A quotation in the making."""

    stretches: list[Quoted]
    attribution: Attribution | None = None
    follows: _Speech | None = None
    source: Span | None = None
    fragments: list[Span] = field(default_factory=list)
    why: str = ""
    score: float = 0.0
    side: str = ""

    @property
    def start(self) -> int:
        return self.stretches[0].start

    @property
    def end(self) -> int:
        return self.stretches[-1].end


def direct_frames(reading: Reading, attributions: list[Attribution]) -> Iterator[Frame]:
    """Yield the quotations that are somebody's speech."""
    speeches = _joined(reading.text, _attributed(reading, attributions))
    _carry_on(reading, speeches)
    _follow(reading, speeches, attributions)
    for speech in speeches:
        frame = _frame(reading.text, speech)
        if frame is not None:
            yield frame


def _attributed(reading: Reading, attributions: list[Attribution]) -> list[_Speech]:
    text, quoted, lexicon = reading.text, reading.quoted, reading.lexicon
    outside = [
        a
        for a in attributions
        if reading.within.at(a.word.idx) is None
        and (a.lemma in lexicon.quoting or a.lemma == ACCORDING_TO)
        and not _is_infinitive(a)
    ]
    places = [a.word.idx for a in outside]
    speeches = []
    for index, stretch in enumerate(quoted):
        before = quoted[index - 1].end if index else 0
        after = quoted[index + 1].start if index + 1 < len(quoted) else len(text)
        speech = _Speech([stretch])
        low = bisect_left(places, max(before, stretch.start - _REACH))
        high = bisect_left(places, min(after, stretch.end + _REACH))
        _attribute(reading, speech, outside[low:high])
        speeches.append(speech)
    return speeches


def _attribute(reading: Reading, speech: _Speech, nearby: list[Attribution]) -> None:
    """Give *speech* the attribution that suits it best, if one does."""
    best = 0.0
    for attribution in nearby:
        score, why, side = _fit(reading, speech.stretches[0], attribution)
        if score > best:
            best = score
            speech.attribution = attribution
            speech.score, speech.why, speech.side = score, why, side


def _fit(reading: Reading, stretch: Quoted, attribution: Attribution) -> _Fit:
    first, last = attribution.extent
    if first >= stretch.end:
        return _fit_after(reading, stretch, attribution)
    if last <= stretch.start:
        return _fit_before(reading, stretch, attribution)
    return _NO_FIT


def _fit_after(reading: Reading, stretch: Quoted, attribution: Attribution) -> _Fit:
    """“…,” she said. The attribution must follow at once."""
    text, lexicon = reading.text, reading.lexicon
    if not _opens_speech(text, stretch, lexicon):
        return _NO_FIT
    gap = text[stretch.end : attribution.extent[0]]
    inner = stretch.surface(text)
    comma = gap.lstrip().startswith((",", "—", "–", "-")) or inner.endswith(
        _ENDS_SPEECH
    )
    between = gap.strip(" ,—–-\n")
    if not comma or "\n\n" in gap or len(between) > _BETWEEN or _sentence_ends(gap):
        return _NO_FIT
    # After a full stop inside, what follows is a sentence of its own, unless it is
    # nothing but the attribution.
    stopped = inner.endswith(".") and not gap.lstrip().startswith(",")
    if stopped and not _stands_alone(text, attribution):
        return _NO_FIT
    if _has_clause(reading, attribution):
        return _NO_FIT
    near = 0.0 if between else 0.05
    return _strength(attribution, lexicon) + near, "attribution after", "after"


def _fit_before(reading: Reading, stretch: Quoted, attribution: Attribution) -> _Fit:
    """She said: “…”. No sentence may end between them, save with a colon."""
    text, lexicon = reading.text, reading.lexicon
    gap = text[attribution.extent[1] : stretch.start]
    if _sentence_ends(gap) and not gap.rstrip().endswith(":"):
        return _NO_FIT
    if attribution.lemma == ACCORDING_TO:
        return (0.7, ACCORDING_TO, "before") if len(gap) < 4 else _NO_FIT
    if attribution.lemma in lexicon.naming:
        fits = attribution.speaker is not None and _is_object(gap)
        named = fits and not stretch.is_name(text)
        return (0.7, "what it is called", "before") if named else _NO_FIT
    if not _is_introduced(text, stretch, gap):
        return _NO_FIT
    return _strength(attribution, lexicon) - 0.03, "attribution before", "before"


def _is_object(gap: str) -> bool:
    """Whether *gap* can be what is called by the words in marks after it."""
    return "," not in gap and len(gap.split()) <= _OBJECT


def _is_introduced(text: str, stretch: Quoted, gap: str) -> bool:
    """Whether what stands in marks is told, not a title or a word in marks."""
    inner = stretch.surface(text)
    words = inner.split()
    comma = gap.rstrip().endswith((",", ":", ";", "—", "–"))
    if not comma and not (gap.strip() == "" and inner[:1].isupper()):
        return False
    if len(words) < 2 and not inner.endswith(_ENDS_SPEECH):
        return False
    # "in a film, “Dry River,” that was shown"
    beside = len(words) < _TITLE and gap.rstrip().endswith(",")
    return not (beside and text[stretch.end : stretch.end + 2].lstrip().islower())


def _opens_speech(text: str, stretch: Quoted, lexicon: Lexicon) -> bool:
    """Whether a clause may open with it: “…”, but not the plan is “…”."""
    before = text[max(0, stretch.start - 40) : stretch.start].rstrip(" \t\u00a0")
    if not before or not before[-1].isalnum():
        return True
    return re.split(r"\W+", before)[-1].lower() in lexicon.verbs


def _is_infinitive(attribution: Attribution) -> bool:
    """Whether it is but meant, as in "a campaign to persuade", and not uttered."""
    word = attribution.word
    return word.tag_ == "VB" and any(child.tag_ == "TO" for child in word.lefts)


def _strength(attribution: Attribution, lexicon: Lexicon) -> float:
    if attribution.speaker is None:
        return 0.3
    base = 0.75
    if attribution.lemma in lexicon.speech or attribution.lemma == ACCORDING_TO:
        base = 0.9
    elif attribution.lemma in lexicon.thought:
        base = 0.6
    return base if attribution.parsed else base - 0.1


def _has_clause(reading: Reading, attribution: Attribution) -> bool:
    """Whether the verb introduces a clause of its own, after the quotation."""
    clauses = (child for child in attribution.word.rights if child.dep_ == "ccomp")
    return any(reading.within.at(clause.idx) is None for clause in clauses)


def _stands_alone(text: str, attribution: Attribution) -> bool:
    _, last = attribution.extent
    rest = text[last : last + _REACH]
    end = re.search(r"[.!?:;\n]", rest)
    tail = rest[: end.start()] if end else rest
    return len(tail.split()) <= 6


def _sentence_ends(gap: str) -> int:
    """Count the sentences that end in *gap*."""
    return sum(
        not _ABBREVIATION.search(gap[: match.start() + 1])
        for match in _SENTENCE_END.finditer(gap + "A")
    )


def _joined(text: str, speeches: list[_Speech]) -> list[_Speech]:
    """Join quotations that are broken by nothing but their attribution."""
    joined: list[_Speech] = []
    for speech in speeches:
        last = joined[-1] if joined else None
        if last is not None and _goes_on(text, last, speech):
            last.stretches.extend(speech.stretches)
        else:
            joined.append(speech)
    return joined


def _goes_on(text: str, first: _Speech, second: _Speech) -> bool:
    attribution = first.attribution
    if attribution is None or first.side != "after":
        return False
    own = second.attribution
    if own is not None and own.word != attribution.word:
        return False
    low, high = attribution.extent
    if not first.stretches[-1].end <= low < high <= second.start:
        return False
    gap = text[first.stretches[-1].end : second.start]
    if len(gap) > _REACH or _sentence_ends(gap) or "\n" in gap.strip("\n"):
        return False
    # Not "…,” he said on “The Late Show.”"
    name = second.stretches[0].is_name(text)
    return not name or gap.rstrip().endswith((",", "—", "–", ";", ":"))


def _carry_on(reading: Reading, speeches: list[_Speech]) -> None:
    """Give what has no attribution the speaker before it: “A,” he said. “B.”."""
    last: _Speech | None = None
    before: _Speech | None = None
    for speech in speeches:
        if speech.attribution is not None:
            last = before = speech
        elif before is not None and _is_speech(reading.text, speech):
            close = _is_close(reading, before, speech)
            speech.follows = last if close else None
            before = speech if close else None


def _follow(
    reading: Reading, speeches: list[_Speech], attributions: list[Attribution]
) -> None:
    """Give what stands alone who spoke in the sentence before it.

    “She denied it. “I was not there.””
    """
    told = [
        a
        for a in attributions
        if a.speaker and reading.within.at(a.word.idx) is None
        if a.lemma in reading.lexicon.speech
    ]
    places = [a.word.idx for a in told]
    for speech in speeches:
        before = bisect_left(places, speech.start) - 1
        if speech.attribution or speech.follows or before < 0:
            continue
        if _is_speech(reading.text, speech):
            gap = reading.text[told[before].extent[1] : speech.start]
            if "\n" not in gap.strip() and _sentence_ends(gap.rstrip() + " ") <= 1:
                speech.source = told[before].speaker


def _is_close(reading: Reading, last: _Speech, speech: _Speech) -> bool:
    apart = reading.paragraph_number(speech.start)
    apart -= reading.paragraph_number(last.end)
    if apart == 1:  # a paragraph that is nothing but the quotation
        return _is_turn(reading.text, speech)
    return apart == 0 and speech.start - last.end <= 2 * _REACH


def _is_speech(text: str, speech: _Speech) -> bool:
    """Whether it reads as a sentence of its own, not as a word in quotes."""
    inner = " ".join(stretch.surface(text) for stretch in speech.stretches)
    words = inner.split()
    before = text[max(0, speech.start - _REACH) : speech.start].rstrip(" \t")[-1:]
    starts = before in ("", "\n", ".", "!", "?", ":", "”", '"', "—", ",")
    ends = inner.rstrip().endswith((".", "!", "?", "…", ","))
    return (
        bool(words)
        and inner[:1].isupper()
        and starts
        and (ends or len(words) >= _LONG_ENOUGH)
    )


def _is_turn(text: str, speech: _Speech) -> bool:
    """Whether it is all that its line holds, as a turn of a dialogue is."""
    before = text[max(0, speech.start - _REACH) : speech.start].rstrip(" \t")[-1:]
    after = text[speech.end : speech.end + _REACH].lstrip(" \t")[:1]
    return before in ("", "\n") and after in ("", "\n")


def _frame(text: str, speech: _Speech) -> Frame | None:
    content = tuple(span for stretch in speech.stretches for span in stretch.fragments)
    closed = all(stretch.closed for stretch in speech.stretches)
    scale = 1.0 if closed else 0.6
    attribution = speech.attribution
    if attribution is not None:
        parts = {"content": content, "cue": (attribution.cue,)}
        if attribution.speaker is not None:
            parts["speaker"] = (attribution.speaker,)
        reason = f"{attribution.lemma}: quotation marks, {speech.why}"
        return Frame("direct", parts, round(min(speech.score, 1.0) * scale, 2), reason)
    speaker = _label_before(text, speech)
    if speaker is not None:
        parts = {"content": content, "speaker": (speaker,)}
        return Frame("direct", parts, 0.8 * scale, "quotation marks, name before")
    if not _is_speech(text, speech):
        return None
    followed = speech.follows.attribution if speech.follows else None
    source = followed.speaker if followed else speech.source
    if source is not None:
        parts = {"content": content, "speaker": (source,)}
        reason = "quotation marks, carries on with the last speaker"
        return Frame("direct", parts, round(0.7 * scale, 2), reason)
    if not _is_long(text, speech):
        return None
    reason = "quotation marks, no attribution found"
    return Frame("direct", {"content": content}, round(0.35 * scale, 2), reason)


def _label_before(text: str, speech: _Speech) -> Span | None:
    """Return the name that a turn of a transcript starts with: "Ms. Berg: “…”"."""
    line = text.rfind("\n", 0, speech.start) + 1
    match = _LABEL.fullmatch(text, line, speech.start)
    whole = text[speech.end : speech.end + 1] in ("", "\n")
    return match.span(1) if match and whole else None


def _is_long(text: str, speech: _Speech) -> bool:
    start, end = speech.stretches[0].fragments[0]
    words = len(text[start:end].split())
    introduced = text[max(0, start - 2) : start].rstrip().endswith(":")
    return words >= (2 if introduced else _LONG_ENOUGH) or _is_turn(text, speech)
