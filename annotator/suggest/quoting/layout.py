"""Attributions that the layout makes: headlines, and turns of an interview.

Small models parse neither: a headline has its own grammar ("Mayor Vows to Resign",
"Police: Gunman Was Fired"), and a turn ("Ms. Berg: I will not go.") has no verb.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.suggest.frames import Frame, Span
from annotator.suggest.lexicon import Lexicon
from annotator.suggest.quoting.marks import trimmed
from annotator.suggest.quoting.reading import Reading

_TURN = re.compile(r"([A-Z][\w.’' -]{0,38}?[\w.]):[ \t]+(?=\S)")
_OUTSIDE = re.compile(r"\([^)]{1,40}\)")
_ASKED = 0.5
_ANSWERER = frozenset({"a"})
_ASKER = frozenset({"q"})
_LONGEST_HEADLINE = 22
_LONGEST_SOURCE = 5
_LEAST_TOLD = 3
_TITLE_CASE = 0.6
_SOURCES = frozenset(
    {"police", "poll", "polls", "report", "reports", "study", "survey", "official"}
    | {"officials", "source", "sources", "analysis", "experts", "lawyer", "lawyers"}
    | {"minister", "ministry", "mayor", "governor", "president", "premier", "court"}
    | {"judge", "prosecutors", "researchers", "scientists", "union", "data", "memo"}
)
_LEAD = re.compile(r"(?P<source>[^:,.!?“\"]{2,50}): (?P<told>\S.+)")
_TAIL = re.compile(r"(?P<told>.+), (?P<source>[^:,.!?“\"]{2,50}?) (?P<verb>[A-Za-z]+)$")
_BREAK = re.compile(r",? [Aa]s (?=[A-Z])|, (?=\w)|; ")


@dataclass(frozen=True, slots=True)
class _Turn:
    name: str
    speaker: Span
    words: Span


def layout_frames(reading: Reading) -> Iterator[Frame]:
    """Yield the turns of interviews, and what headlines attribute."""
    yield from _answers(reading)
    for start, end in reading.headlines():
        yield from _headline(reading, start, end)


def _answers(reading: Reading) -> Iterator[Frame]:
    turns = [turn for span in reading.paragraphs if (turn := _turn(reading, span))]
    often = Counter(turn.name for turn in turns)
    asked = Counter(
        turn.name for turn in turns if reading.text[turn.words[1] - 1] in "?؟"
    )
    for turn in turns:
        name = turn.name.lower()
        asks = name in _ASKER or asked[turn.name] > _ASKED * often[turn.name]
        if often[turn.name] > 1 and (not asks or name in _ANSWERER):
            yield _answer(reading, turn)


def _turn(reading: Reading, paragraph: Span) -> _Turn | None:
    start, end = paragraph
    match = _TURN.match(reading.text, start, end)
    if match is None or len(match.group(1).split()) > _LONGEST_SOURCE:
        return None
    words = trimmed(reading.text, match.end(), end)
    return _Turn(match.group(1), match.span(1), words)


def _answer(reading: Reading, turn: _Turn) -> Frame:
    text = reading.text
    start, end = turn.words
    parts: dict[str, tuple[Span, ...]] = {"content": _spoken(text, start, end)}
    if turn.name.lower() not in _ASKER | _ANSWERER:
        parts["speaker"] = (turn.speaker,)
    return Frame("direct", parts, 0.8, "a turn of an interview")


def _spoken(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return a turn without what stands in brackets: "(Laughs.)"."""
    spans = []
    for match in _OUTSIDE.finditer(text, start, end):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, end))
    said = (trimmed(text, *span) for span in spans)
    return tuple(span for span in said if span[0] < span[1])


def _headline(reading: Reading, start: int, end: int) -> Iterator[Frame]:
    line = reading.text[start:end]
    if len(line.split()) > _LONGEST_HEADLINE:
        return
    lead = _LEAD.fullmatch(line)
    if lead is not None and _is_source(lead["source"]) and _is_told(lead["told"]):
        yield _told(reading, start, lead.span("told"), lead.span("source"), None)
        return
    tail = _TAIL.fullmatch(line)
    if tail is not None and _is_attributed(tail, reading.lexicon):
        told, source, verb = map(tail.span, ("told", "source", "verb"))
        yield _told(reading, start, told, source, verb)
        return
    yield from _subject_first(reading, start, line)


def _is_attributed(tail: re.Match[str], lexicon: Lexicon) -> bool:
    short = len(tail["source"].split()) <= _LONGEST_SOURCE
    return short and _is_told(tail["told"]) and _says(tail["verb"], lexicon)


def _is_source(source: str) -> bool:
    words = source.split()
    return len(words) <= 3 and words[-1].lower() in _SOURCES


def _is_told(told: str) -> bool:
    return len(told.split()) >= _LEAST_TOLD


def _says(verb: str, lexicon: Lexicon) -> bool:
    form = verb.lower()
    lemma = lexicon.verbs.get(form, "")
    present = form == lemma or form.endswith("s")
    return present and lemma in lexicon.speech and form not in _SOURCES


def _subject_first(reading: Reading, start: int, line: str) -> Iterator[Frame]:
    """Yield what "Mayor Vows to Resign" attributes, in a line in title case."""
    words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+", line)]
    capital = sum(word[:1].isupper() for word, _, _ in words)
    if len(words) < _LEAST_TOLD + 1 or capital < _TITLE_CASE * len(words):
        return
    for index in range(1, min(len(words) - 2, _LONGEST_SOURCE + 1)):
        word, begin, end = words[index]
        if not word.lower().endswith("s") or not word.isalpha():
            continue
        if _introduces(word.lower(), words[index + 1][0].lower(), reading.lexicon):
            stop = _BREAK.search(line, words[index + 1][1])
            told = words[index + 1][1], stop.start() if stop else len(line)
            yield _told(reading, start, told, (0, words[index - 1][2]), (begin, end))
            return


def _introduces(verb: str, following: str, lexicon: Lexicon) -> bool:
    lemma = lexicon.verbs.get(verb, "")
    if following == "to":
        return lemma in lexicon.intention
    if following in lexicon.prepositions.get(lemma, ()):
        return True
    strong = lemma in lexicon.speech and lemma not in lexicon.weak
    return strong and following not in ("of", "for", "in", "at", "on", "with", "by")


def _told(
    reading: Reading, start: int, told: Span, source: Span, verb: Span | None
) -> Frame:
    content = start + told[0], start + told[1]
    parts: dict[str, tuple[Span, ...]] = {
        "content": (content,),
        "speaker": ((start + source[0], start + source[1]),),
    }
    if verb is not None:
        parts["cue"] = ((start + verb[0], start + verb[1]),)
    label = "mixed" if reading.within.touches(*content) else "indirect"
    return Frame(label, parts, 0.6, "a headline")
