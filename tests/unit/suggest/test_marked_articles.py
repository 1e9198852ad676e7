"""The gold of the marked articles is well formed."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from tests.unit.suggest.marked_articles import (
    FOLDER,
    GoldQuote,
    MarkedArticle,
    load,
    parse,
)

PATHS = sorted(FOLDER.glob("*.txt"))

SOURCE = """\
[LOC KYIV] — [c1 “We ask,”] [s1 [s2 Minister [PER Ada Roe] of [ORG UNA]]] [k1 said], \
[c1 “for nothing.”] She [k2 denied] [c2 that she was “[LOC Mali]’s friend 🙂”].

[c3 “It is
“so.”]
[c4 ‘Don’t,’] [s4 she] [k4 says]. [k5 According to] [s5 a poll], [c5 3 in 4 agree].
"""


def words(article: MarkedArticle, pieces: tuple[tuple[int, int], ...]) -> list[str]:
    return [article.text[start:end] for start, end in pieces]


@pytest.fixture(params=PATHS, ids=[path.stem for path in PATHS])
def article(request: pytest.FixtureRequest) -> MarkedArticle:
    return load(request.param)


def test_example() -> None:
    article = parse("example", SOURCE)

    assert article.text.startswith("KYIV — “We ask,” Minister Ada Roe of UNA said, “f")
    first, second, third, fourth, fifth = article.quotes
    assert words(article, first.content) == ["“We ask,”", "“for nothing.”"]
    assert words(article, first.speaker) == ["Minister Ada Roe of UNA"]
    assert second.speaker == first.speaker
    assert words(article, second.cue) == ["denied"]
    assert words(article, second.content) == ["that she was “Mali’s friend 🙂”"]
    assert third == GoldQuote(third.content, (), (), "direct")
    assert words(article, third.content) == ["“It is\n“so.”"]
    assert words(article, fifth.cue) == ["According to"]
    labels = [quote.label for quote in article.quotes]
    assert labels == ["direct", "mixed", "direct", "direct", "indirect"]
    assert words(article, fourth.content) == ["‘Don’t,’"]
    assert [(article.text[s:e], label) for s, e, label in article.entities] == [
        ("KYIV", "LOC"),
        ("Ada Roe", "PER"),
        ("UNA", "ORG"),
        ("Mali", "LOC"),
    ]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("[c1 one", "not closed"),
        ("one]", "too many"),
        ("[q1 one]", "too many|unknown"),
        ("[one", "unknown mark"),
        ("[s1 She] [k1 said] so", "no content"),
    ],
)
def test_faulty_marks_are_refused(source: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse("faulty", source)


def test_marks_leave_spaces_and_other_letters_alone(article: MarkedArticle) -> None:
    spans = [span[:2] for span in article.entities]
    for quote in article.quotes:
        spans += [*quote.content, *quote.speaker, *quote.cue]
    for start, end in spans:
        part = article.text[start:end]
        assert part == part.strip() != ""
        assert not article.text[start - 1 : start + 1].isalnum() or start == 0, part
        assert not article.text[end - 1 : end + 1].isalnum(), part


def test_roles_of_a_quote_do_not_overlap(article: MarkedArticle) -> None:
    for quote in article.quotes:
        pieces = sorted([*quote.content, *quote.speaker, *quote.cue])
        for (_, end), (start, _) in pairwise(pieces):
            assert end <= start, article.text[start : start + 60]


def test_entities_are_not_nested(article: MarkedArticle) -> None:
    for (_, end, _), (start, _, _) in combinations(article.entities, 2):
        assert end <= start


def test_sentence_stops_stand_outside(article: MarkedArticle) -> None:
    for quote in article.quotes:
        last = words(article, quote.content)[-1]
        assert last[-1] not in ",;:", last
        # An abbreviation keeps its stop, and so does an answer of whole sentences.
        assert not (quote.cue and re.search(r"\w{4}\.$", last)), last
