"""Claims as the program takes them over: linked to their quotes, with attributes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from annotator.domain.annotations import Fragment, Suggestion
from annotator.domain.ids import SuggestionId, new_id
from annotator.domain.schema import AttributeType
from annotator.domain.text import document_id
from annotator.services import reviewing
from annotator.suggest.frames import Frame
from tests.unit.services.builders import NEWS, do, opened

TEXT = (
    "“We cut 300 jobs in Lyon 👩‍💼,” the minister said, “and saved 4 million.”\n"
    "Unemployment in Spain fell to 12 per cent in June 2019.\n"
    "The mayor denied that the bridge had been closed for two years.\n"
    "Karl Imhof vowed that taxes would be 3 per cent lower in 2030."
)


def suggestion(kind: str, frame: Frame) -> Suggestion:
    parts = {
        role: tuple(Fragment(start, end) for start, end in spans)
        for role, spans in frame.parts.items()
    }
    return Suggestion(
        SuggestionId(new_id()),
        document_id(TEXT),
        "test_pipeline",
        "1",
        kind,
        frame.label,
        parts,
        frame.score,
        frame.attributes,
        frame.reason,
    )


@pytest.mark.parametrize("first", ["quote", "claim"])
def test_accepted_claims_are_linked_to_the_quotes_they_say(
    nlp: Language, first: str
) -> None:
    doc = nlp(TEXT)
    quotes = [suggestion("quote", frame) for frame in doc._.annotator_quotes]
    found = [suggestion("claim", frame) for frame in doc._.annotator_claims]
    desk = opened(*quotes, *found, text=TEXT)
    for item in sorted((*quotes, *found), key=lambda s: s.kind != first):
        do(desk, reviewing.accept(desk, NEWS, [item.id]))
    made = {v.suggestion_id: v.annotation_id for v in desk.layer.verdicts.values()}
    expected = {
        (made[claim.id], made[quotes[number].id])
        for claim, number in zip(found, doc._.annotator_made_in, strict=True)
        if number is not None
    }
    links = {(k.source, k.target) for k in desk.layer.links.values()}
    assert links == expected
    assert len(links) >= 2


def test_the_schema_has_every_attribute(nlp: Language) -> None:
    kind = NEWS.kind("claim")
    assert kind is not None
    choices = {
        a.name: a.choices for a in kind.attributes if a.type is AttributeType.CHOICE
    }
    given = {
        (name, value)
        for frame in nlp(TEXT)._.annotator_claims
        for name, value in frame.attributes.items()
    }
    assert ("stance", "denies") in given
    assert all(value in choices[name] for name, value in given)
