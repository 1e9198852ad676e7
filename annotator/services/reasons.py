"""The reasons of suggestions, in the language of whoever reads them.

A component says in English which signs it found, and that is what is kept with a
suggestion: a project may be read in another language than it was suggested in. Such
a reason is a list of phrases, each of which is translated here; what is no phrase of
the components is left as it is, be it a name, a word of the article or a reason of
somebody else's component.
"""

from __future__ import annotations

import re
from functools import cache

from annotator.domain.wording import noop, tr

PHRASES = (
    # names
    noop("trimmed"),
    noop("byline"),
    noop("dateline"),
    noop("initial"),
    noop("first name"),
    noop("own list"),
    noop("fixture"),
    noop("row of a table"),
    noop("result of a match"),
    noop("team elsewhere in the text"),
    noop("as elsewhere in the text"),
    noop("name of an event"),
    noop("name of an index"),
    noop("part of a hyphenated adjective"),
    noop("agency before a dash"),
    # gazetteers
    noop("country"),
    noop("capital"),
    noop("city"),
    noop("region"),
    noop("geography"),
    noop("landmark"),
    noop("nationality or religion"),
    noop("no name"),
    noop("competition or index"),
    noop("news agency or newspaper"),
    noop("organisation"),
    noop("company"),
    noop("sport club"),
    noop("armed group"),
    # quotes
    noop("quotation marks"),
    noop("attribution after"),
    noop("attribution before"),
    noop("name before"),
    noop("carries on with the last speaker"),
    noop("no attribution found"),
    noop("inside a quotation"),
    noop("inside another quote"),
    noop("a turn of an interview"),
    noop("a headline"),
    noop("according to"),
    noop("what is asked for"),
    noop("what it is called"),
    noop("what was done"),
    noop("described as"),
    noop("object"),
    noop("object clause"),
    noop("object with an infinitive"),
    noop("question clause"),
    noop("clause with “that”"),
    noop("clause before the verb"),
    noop("clause around the verb"),
    noop("request"),
    noop("stated intention"),
    noop("noun with “that”"),
    noop("noun with “to”"),
    noop("adjective with a clause"),
    noop("adjective with “to”"),
    noop("“as” before the speaker"),
    noop("“that” after the verb"),
    noop("“to” after the verb"),
    noop("question after the verb"),
    noop("words after the verb"),
    noop("words in marks"),
    # claims
    noop("figures"),
    noop("comparison"),
    noop("superlative"),
    noop("change"),
    noop("cause"),
    noop("record of an event"),
    noop("a position taken"),
    noop("date"),
    noop("named party"),
    noop("public matter"),
    noop("past"),
    noop("what somebody else did"),
    noop("own record"),
    noop("denial"),
    noop("all or none"),
    noop("question"),
    noop("plan"),
    noop("prediction"),
    noop("supposition"),
    noop("demand"),
    noop("what the speaker thinks or feels"),
    noop("conduct of the talk"),
    noop("opinion"),
    noop("private life"),
    noop("only points back"),
    noop("no finite verb"),
    noop("no part of the text"),
    noop("no sign"),
    noop("in a quote"),
    noop("direct"),
    noop("indirect"),
    noop("mixed"),
)
"""What reasons are made of, as it is kept."""

TEMPLATES = (
    noop("surname of {what}"),
    noop("first name of {what}"),
    noop("short for {what}"),
    noop("title {what}"),
    noop("after {what}"),
    noop("before {what}"),
    noop("ends in {what}"),
    noop("gazetteer: {what}"),
    noop("team: {what}"),
    noop("model: {what}"),
    noop("but: {what}"),
)
"""Phrases about something: a name, a word of the article, or further phrases."""

_COMMA = re.compile(r", (?![^(]*\))")
_IN_BRACKETS = re.compile(r"(?P<what>.+) \((?P<more>[^()]+)\)")
_LED = re.compile(r"(?P<by>[^():]+): (?P<phrases>.+)")


def in_words(reason: str) -> str:
    """Return a reason, as it was kept with a suggestion, for its reader."""
    return "; ".join(_listed(clause) for clause in reason.split("; "))


def _listed(clause: str) -> str:
    """Return phrases that commas part; a verb's lemma may stand before them."""
    led = _LED.fullmatch(clause)
    if led is not None:
        template = f"{led['by']}: {{what}}"
        phrases = _listed(led["phrases"])
        if template in TEMPLATES:
            return tr(template, what=phrases)
        return f"{led['by']}: {phrases}"
    return ", ".join(_phrase(phrase) for phrase in _COMMA.split(clause))


def _phrase(phrase: str) -> str:
    if phrase in PHRASES:
        return tr(phrase)
    for template, pattern in _patterns().items():
        found = pattern.fullmatch(phrase)
        if found is not None:
            return tr(template, what=found["what"])
    found = _IN_BRACKETS.fullmatch(phrase)
    if found is None:
        return phrase
    return f"{_phrase(found['what'])} ({_phrase(found['more'])})"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        template: re.compile(
            re.escape(template).replace(r"\{what\}", r"(?P<what>[^()]+)")
        )
        for template in TEMPLATES
    }
