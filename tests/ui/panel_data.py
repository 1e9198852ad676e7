"""A small schema and text that the panels' tests share."""

from annotator.domain.annotations import Annotation, Fragment, Link, Suggestion
from annotator.domain.schema import (
    Attribute,
    AttributeType,
    Kind,
    Label,
    LinkType,
    Pattern,
    Role,
    Schema,
    Style,
)

RED = Style("#a02030", "#f08090")
BLUE = Style("#2040a0", "#90b0f0", Pattern.DOUBLE)

TEXT = (
    "Marta Oyelaran 🚢 runs the port. “We stay,” said Oyelaran, “and that is all.” "
    "וזה הכול, נמסר. The ministry denied it."
)


def at(words: str) -> Fragment:
    start = TEXT.index(words)
    return Fragment(start, start + len(words))


ENTITY = Kind(
    "entity",
    "Entities",
    (Role("mention", "Mention", RED, required=True),),
    (
        Label("PERSON", "Person", RED, "p", "People.\n\n- real\n- made up"),
        Label("ORG", "Organisation", BLUE, "o", "Bodies & firms."),
        Label("DATE", "Date", Style("#505050", "#b0b0b0", Pattern.DOTTED)),
    ),
    guideline="Mark names.",
)
QUOTE = Kind(
    "quote",
    "Quotes",
    (
        Role("content", "Content", RED, "a", required=True, many=True),
        Role("speaker", "Speaker", BLUE, "s", required=True),
        Role("cue", "Cue", BLUE, "v"),
    ),
    (
        Label("direct", "Direct", RED, "q", "Word for word."),
        Label("indirect", "Indirect", BLUE, "i"),
    ),
    (
        Attribute("exact", "Exact", AttributeType.FLAG),
        Attribute("tone", "Tone", AttributeType.CHOICE, ("calm", "angry")),
        Attribute("topic", "Topic", AttributeType.TEXT),
        Attribute("amount", "Amount", AttributeType.NUMBER),
    ),
)
SCHEMA = Schema(
    "test",
    "Test",
    (ENTITY, QUOTE),
    (LinkType("answers", "answers", "quote", "quote"),),
    "Read first.",
)

PERSON = Annotation(
    "e1",
    "entity",
    "PERSON",
    {"mention": (at("Marta Oyelaran 🚢"),)},
    created="2024-03-12T09:30:00.000Z",
    modified="2024-03-12T09:30:00.000Z",
)
UNFINISHED = Annotation(
    "q1",
    "quote",
    "direct",
    {"content": (at("“We stay,”"), at("“and that is all.”")), "cue": (at("said"),)},
    {"tone": "calm", "exact": False, "amount": 3},
    note="Check the tape",
    origin="suggestion:en_core_web_sm",
    created="2024-03-12T09:30:00.000Z",
    modified="2024-03-13T10:00:00.000Z",
)
OTHER = Annotation("q2", "quote", "indirect", {"content": (at("denied it"),)})
LINK = Link("k1", "answers", "q2", "q1")
SUGGESTION = Suggestion(
    "s1",
    "d1",
    "en_core_web_sm",
    "3.8.0",
    "quote",
    "indirect",
    {"content": (at("denied it"),), "speaker": (at("The ministry"),)},
    0.74,
    {},
    "Verb “denied”",
)
