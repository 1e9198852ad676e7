"""Recognising boilerplate: what is found, and what must never be."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.boilerplate import recognise
from annotator.domain.resources import resource
from annotator.domain.text import document_id, normalise
from annotator.domain.zones import ZoneKind

ARTICLE = (
    "The bridge over the Norr opened again on Monday, a year after the flood.\n"
    "“We kept our word,” Mayor Ada Lindqvist said as she cut the ribbon."
)


def found(text: str) -> list[tuple[str, str]]:
    zones = recognise(document_id(text), text)
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in zones]


@pytest.mark.parametrize(
    ("kind", "tail"),
    [
        ("links", "More from the Norrby Courier\n- Ferry fares go up\nBus strike off?"),
        ("links", "Mehr zum Thema\n• Die Brücke ist zu\n• Was nun?"),
        ("links", "À lire aussi\nLe pont est fermé"),
        ("links", "Te puede interesar\n- El puente cerrado"),
        ("links", "Read more: Why the bridge was closed"),
        ("links", "Lire aussi : Le pont est fermé"),
        ("newsletter", "Sign up for The Morning Tide, our free newsletter."),
        ("newsletter", "Jetzt den Newsletter abonnieren"),
        ("contact", "Contact us at desk@norrby-courier.example."),
        ("credit", "Ada Holm/Getty Images"),
        ("credit", "Photo: Ada Holm"),
        ("credit", "Foto: Ada Holm/dpa"),
        ("sharing", "Share this article"),
        ("sharing", "Share\nTweet\nEmail"),
        ("rights", "© 2026 Norrby Courier. All rights reserved."),
        ("advertisement", "ADVERTISEMENT"),
        ("advertisement", "Anzeige"),
        ("comments", "Leave a comment"),
        ("topics", "Topics\nBridges\nNorrby"),
    ],
)
def test_tails_are_found_and_nothing_else(kind: str, tail: str) -> None:
    assert found(f"{ARTICLE}\n\n{tail}\n") == [(kind, tail)]


def test_menus_before_the_article_are_found() -> None:
    menu = "Skip to content\nMenu\nHome\nNews\nSign in"
    assert found(f"{menu}\n\nThe bridge is open\n{ARTICLE}") == [("menu", menu)]
    assert found(f"News\nThe bridge is open\n{ARTICLE}") == []


def test_lists_inside_of_the_article_end_with_their_bullets() -> None:
    text = f"{ARTICLE}\nRelated stories\n- The flood\n- The ferry\n{ARTICLE}\n"
    assert found(text) == [("links", "Related stories\n- The flood\n- The ferry")]
    # Without bullets nobody can tell where the list ends.
    assert found(f"{ARTICLE}\nMore from the summit\nA new day\n{ARTICLE}") == []


def test_a_credit_at_the_end_of_a_caption_is_found_alone() -> None:
    text = f"People on the bridge. (Photo by Ada Holm/Getty Images)\n{ARTICLE}"
    assert found(text) == [("credit", "(Photo by Ada Holm/Getty Images)")]
    assert found(f"People on the bridge (in May)\n{ARTICLE}") == []


@pytest.mark.parametrize(
    "line",
    [
        "Photo identification is required at the border.",
        "Copyright law is changing in Europe.",
        "Contact tracing began on Monday.",
        "More from the minister was expected on Tuesday.",
        "Follow us, said the guide, and nobody did.",
        "Follow us on our journey through the Alps.",
        "Share prices fell by 3 percent.",
        "Read more books, the minister told pupils.",
        "Reporting by journalists was crucial to the case.",
        "Print is dead.",
        "“Contact us,” the police said.",
        "Sponsored by the state, the plan failed.",
        "Anzeige wurde am Montag erstattet.",
        "Home Office minister resigns",
        "World Cup: England lose",
        "More on Monday",
        "Comments",
        "Topics\n- Wages\n- Pensions",
        "Watch the video of the attack carefully, the police asked.",
        "- He said no.\n- She said yes.",
        "Read all about it.",
    ],
)
def test_the_article_is_never_boilerplate(line: str) -> None:
    assert found(f"{ARTICLE}\n{line}\n{ARTICLE}") == []


def test_what_would_be_all_boilerplate_is_left_alone() -> None:
    assert found("Most read\n- The flood\n- The ferry\n- The bridge") == []


def test_zones_of_the_article_of_the_kind_it_is_for(shared_data) -> None:
    path = shared_data.parent / "seed" / "article.txt"
    text = normalise(path.read_text(encoding="utf-8"))
    ((zone),) = recognise(document_id(text), text)
    assert zone.kind is ZoneKind.LINKS
    assert (zone.start, zone.end) == (text.index("More Must-Reads"), len(text))


def test_nothing_is_dimmed_in_edited_texts(shared_data) -> None:
    """Openings of novels, posts and articles without anything around them."""
    read = 0
    for path in sorted(shared_data.glob("*/gold.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                assert found(text) == [], path
                read += 1
    assert read > 100


@given(
    st.lists(
        st.sampled_from(sorted(["Aa b.\n-/()@:Share", "Menu", "Related"])),
        max_size=60,
    )
)
@settings(max_examples=100, deadline=None)
def test_zones_are_apart_and_begin_and_end_with_words(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    last = 0
    for zone in recognise("d", text):
        assert last <= zone.start < zone.end <= len(text)
        assert text[zone.start : zone.end] == text[zone.start : zone.end].strip()
        last = zone.end


def test_the_phrases_are_lower_case_and_of_known_kinds() -> None:
    for path in sorted(resource("boilerplate").glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        assert {"opens", "alone", "edge"} <= tables.keys()
        for section, kinds in tables.items():
            for kind, phrases in kinds.items():
                assert section == "agencies" or kind in set(ZoneKind)
                for phrase in phrases:
                    assert phrase == phrase.lower().strip(), phrase
                    assert phrase.strip("… "), phrase
