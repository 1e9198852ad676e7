"""What ships with the program is all there, and is what it is said to be."""

import ast
import re
import unicodedata
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import annotator
from annotator.domain.resources import resource
from annotator.domain.schema import Label, Pattern, Role
from annotator.domain.schema_toml import dump_schema, load_schema, parse_schema
from annotator.ui.actions import ACTIONS, ARTICLE_KEYS
from tests.unit import colour_vision

NEWS = load_schema(resource("schemas", "news.toml"))
SAMPLES = sorted(resource("samples").iterdir())
ICONS = sorted(resource("icons").glob("*.svg"))
HELP = sorted(resource("help").glob("*.md"))
GERMAN = resource("help", "de")

# What the window of settling takes by itself while differences are decided.
SETTLING_KEYS = {"0", "E", "K", "R", "C", "N", "P", "Tab", "Shift+Tab"}

# What pills are lettered with, and what is behind the bars.
PAPER = {"light": "#ffffff", "dark": "#15181e"}
THEMES = list(PAPER)


def styled() -> list[Label | Role]:
    return [item for kind in NEWS.kinds for item in (*kind.labels, *kind.roles)]


def colour(item: Label | Role, theme: str) -> str:
    return item.style.light if theme == "light" else item.style.dark


def body(path: Path) -> str:
    """Return an article without its front matter."""
    text = path.read_text("utf-8")
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def sample(stem: str) -> str:
    (path,) = (path for path in SAMPLES if path.stem == stem)
    return body(path)


# -- the schema ----------------------------------------------------------------


def test_the_news_schema_holds_the_labels_of_ontonotes():
    entity, quote, claim = NEWS.kinds
    keys = {label.name: label.key for label in entity.labels}
    assert keys == {
        "PERSON": "p",
        "NORP": "n",
        "FAC": "f",
        "ORG": "o",
        "GPE": "g",
        "LOC": "l",
        "PRODUCT": "r",
        "EVENT": "e",
        "WORK_OF_ART": "w",
        "LAW": "j",
        "LANGUAGE": "y",
        "DATE": "d",
        "TIME": "t",
        "PERCENT": "5",
        "MONEY": "m",
        "QUANTITY": "2",
        "ORDINAL": "1",
        "CARDINAL": "0",
    }
    assert {label.name: label.key for label in quote.labels} == {
        "direct": "q",
        "indirect": "i",
        "mixed": "x",
    }
    assert [(label.name, label.key) for label in claim.labels] == [("claim", "c")]


def test_the_news_schema_has_the_roles_of_quotes_and_claims():
    entity, quote, claim = NEWS.kinds
    assert [role.name for role in entity.roles] == ["mention"]
    assert [(r.name, r.key, r.required, r.many) for r in quote.roles] == [
        ("content", "a", True, True),
        ("speaker", "s", True, False),
        ("cue", "v", False, False),
    ]
    assert [(r.name, r.key, r.required, r.many) for r in claim.roles] == [
        ("claim", "a", True, True),
        ("claimant", "s", False, False),
    ]
    (link,) = NEWS.links
    assert (link.label, link.source, link.target) == ("made_in", "claim", "quote")
    assert {a.name for a in claim.attributes} >= {"checkable", "topic"}


def test_every_label_role_kind_and_attribute_has_a_guideline():
    assert NEWS.guideline.strip()
    for kind in NEWS.kinds:
        assert len(kind.guideline.split()) > 40, kind.name
        for label in kind.labels:
            assert len(label.description.split()) > 15, label.name
        for item in (*kind.roles, *kind.attributes):
            assert len(item.description.split()) > 5, item.name


def test_the_news_schema_can_be_written_and_read_again():
    assert parse_schema(dump_schema(NEWS)) == NEWS


@pytest.mark.parametrize("theme", THEMES)
def test_pills_can_be_read_and_bars_seen(theme):
    ratios = {
        item.name: colour_vision.contrast(colour(item, theme), PAPER[theme])
        for item in styled()
    }
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", colour_vision.VISIONS)
def test_labels_that_share_a_pattern_differ_in_colour_for_every_eye(theme, vision):
    close = {}
    for (_, one), (_, other) in combinations(NEWS.labels(), 2):
        if one.style.pattern is not other.style.pattern:
            continue
        apart = colour_vision.distance(colour(one, theme), colour(other, theme), vision)
        if apart < 20:
            close[one.name, other.name] = round(apart, 1)
    assert close == {}


def test_every_pattern_is_used():
    assert {label.style.pattern for _, label in NEWS.labels()} == set(Pattern)


def test_the_measure_of_colours_is_right():
    assert colour_vision.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour_vision.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert colour_vision.distance("#000000", "#ffffff", "usual") == pytest.approx(
        100, abs=0.1
    )
    red, olive = "#b00000", "#5f5200"
    assert colour_vision.distance(red, olive, "usual") > 50
    assert colour_vision.distance(red, olive, "deuteranopia") < 20


# -- the sample corpus -----------------------------------------------------------


def test_there_are_enough_articles_of_either_sort():
    assert len(SAMPLES) >= 14
    assert {path.suffix for path in SAMPLES} == {".txt", ".md"}
    with_matter = [p for p in SAMPLES if p.read_text("utf-8").startswith("---\n")]
    assert 4 <= len(with_matter) < len(SAMPLES)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_article_is_as_long_as_news_is(path):
    assert 300 <= len(body(path).split()) <= 800


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_article_quotes_somebody(path):
    text = body(path)
    assert len(re.findall(r"[“\"‘][^”\"’]+[”\"’]", text)) >= 4
    assert re.search(r"\b(said|told|says|asked)\b|\*\*", text)


def test_no_two_articles_begin_alike():
    assert len({body(path)[:60] for path in SAMPLES}) == len(SAMPLES)


def test_quotes_that_run_over_paragraphs_reopen_their_marks():
    for stem in ("floods-lower-town", "council-tram-vote"):
        paragraphs = sample(stem).split("\n\n")
        reopened = [
            (one, other)
            for one, other in pairwise(paragraphs)
            if one.count("“") > one.count("”") and other.startswith("“")
        ]
        assert len(reopened) >= 2, stem


def test_quotes_that_are_broken_by_their_attribution():
    broken = re.compile(r",” \w+ [^.“]*, “[a-z]")
    stems = {path.stem for path in SAMPLES if broken.search(body(path))}
    assert {"floods-lower-town", "subsea-cable-outage"} <= stems


def test_straight_quotation_marks():
    text = sample("hospital-waiting-times")
    assert text.count('"') >= 10
    assert not re.search("[“”‘’]", text)


def test_single_quotation_marks_beside_apostrophes():
    text = sample("ferry-trial-verdict")
    assert "“" not in text
    assert len(re.findall(r"(?<!\w)‘", text)) >= 8
    assert re.search(r"\w’s\b", text)


def test_a_quote_in_a_headline():
    assert re.match(r"‘We were told to wait’: ", sample("floods-lower-town"))


def test_emoji_also_of_several_code_points():
    text = sample("platform-fines-posts")
    astral = {char for char in text if ord(char) > 0xFFFF}
    assert len(astral) >= 8
    assert "\u200d" in text
    assert "\ufe0f" in text
    assert re.search("[\U0001f3fb-\U0001f3ff]", text)
    assert "🇵🇹" in text


@pytest.mark.parametrize(
    ("stem", "direction"),
    [("harbour-strike-tunis", "AL"), ("desalination-leak-haifa", "R")],
)
def test_a_paragraph_from_right_to_left(stem, direction):
    paragraphs = sample(stem).split("\n\n")
    (found,) = (p for p in paragraphs if direction in map(unicodedata.bidirectional, p))
    assert unicodedata.bidirectional(found[0]) == direction
    assert re.search(r"\d", found)
    assert "«" in found


def test_decomposed_accents():
    text = sample("festival-winner-accents")
    assert unicodedata.is_normalized("NFD", text)
    assert sum(map(unicodedata.combining, text)) > 0
    assert len(unicodedata.normalize("NFC", text)) < len(text) - 50


def test_a_page_as_it_was_scraped():
    text = sample("glass-factory-scraped")
    for line in ("Menu", "ADVERTISEMENT", "More from Halden Courier", "Sign in"):
        assert f"\n{line}\n" in text
    assert "Sign up to our newsletter" in text


def test_questions_and_answers_and_a_live_page():
    interview = sample("museum-director-interview")
    assert len(re.findall(r"^\*\*.+\?\*\*$|^\*\*.+\*\*$", interview, re.M)) >= 7
    live = sample("rail-strike-live")
    assert len(re.findall(r"^\d\d?:\d\d ", live, re.M)) >= 6


def test_datelines():
    dateline = re.compile(r"^(\*\*)?[A-ZÁ/ ]{5,}(,|\*\*| \(| —| –)", re.M)
    assert sum(bool(dateline.search(body(path))) for path in SAMPLES) >= 7


# -- icons, fonts, help -----------------------------------------------------------

WANTED_ICONS = {
    "open",
    "import",
    "export",
    "undo",
    "redo",
    "accept",
    "reject",
    "next",
    "previous",
    "done",
    "flag",
    "skip",
    "search",
    "filter",
    "link",
    "note",
    "delete",
    "add",
    "person",
    "settings",
    "help",
    "sun",
    "moon",
    "quote",
    "entity",
    "claim",
    "zoom-in",
    "zoom-out",
    "cancel",
    "warning",
    "info",
    "file",
    "folder",
    "more",
    "sticky",
    "check",
    "annotator",
}


def test_every_wanted_icon_is_there():
    assert {path.stem for path in ICONS} >= WANTED_ICONS


def test_every_icon_the_window_asks_for_is_there():
    asked = {entry.icon for entry in ACTIONS if entry.icon}
    for path in Path(annotator.__file__).parent.joinpath("ui").rglob("*.py"):
        asked |= _icons_asked_for(ast.parse(path.read_text("utf-8")))
    assert len(asked) > 10
    assert asked <= {path.stem for path in ICONS}


def _icons_asked_for(tree: ast.AST) -> set[str]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in ("icon", "tinted")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_a_simple_drawing(path):
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - our own file
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "path", "circle", "rect"}
    if path.stem != "annotator":
        assert root.get("viewBox") == "0 0 20 20"
        assert root.get("stroke") == "#000"
        colours = {e.get(name) for e in root.iter() for name in ("fill", "stroke")}
        assert colours <= {None, "none", "#000"}


@pytest.mark.parametrize("name", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"])
def test_a_font(name):
    assert resource("fonts", name).read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_the_licence_of_the_fonts():
    text = resource("fonts", "LICENSE-DejaVu.txt").read_text("utf-8")
    assert "Bitstream Vera" in text
    assert "Permission is hereby granted, free of charge" in text


def test_the_help_has_its_pages():
    assert {path.stem for path in HELP} == {
        "marking",
        "quotes-and-claims",
        "suggestions",
        "evaluation",
        "settling",
        "documents",
        "import",
        "export",
        "keyboard",
        "several-annotators",
    }


def test_every_page_of_the_help_is_there_in_german():
    assert {path.name for path in GERMAN.iterdir()} == {path.name for path in HELP}


@pytest.mark.parametrize("path", HELP, ids=lambda path: path.stem)
def test_a_german_page_says_what_the_english_one_does(path):
    """A page that has changed has to be translated again."""
    text = path.read_text("utf-8")
    german = (GERMAN / path.name).read_text("utf-8")
    assert german != text
    assert _build(german) == _build(text)
    assert sorted(re.findall(r"`([^`]+)`", german)) == sorted(
        re.findall(r"`([^`]+)`", text)
    )
    assert set(re.findall(r"--[a-z-]+", german)) == set(re.findall(r"--[a-z-]+", text))


def _build(text: str) -> list[str]:
    """Return how each paragraph, point, row and heading of a page begins."""
    lines = [line for line in text.splitlines() if line]
    starts = (re.match(r"#+ |- |\d\. |\|| {4}", line) for line in lines)
    return [start[0] if start else "text" for start in starts]


@pytest.mark.parametrize(
    "path",
    [*HELP, *sorted(GERMAN.glob("*.md"))],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_help_names_keys_that_work(path):
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    known = {key for entry in ACTIONS for key in entry.keys}
    known |= {key for keys, _ in ARTICLE_KEYS for key in re.findall(r"[\w+]+", keys)}
    known |= {"Ctrl", "Shift", "Alt", "Alt+Shift"}
    known.add("Ctrl+A")  # in every list
    known |= {item.key for item in styled() if item.key}
    known |= SETTLING_KEYS
    assert set(re.findall(r"`([^`]+)`", text)) <= known
