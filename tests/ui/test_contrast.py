"""Text and marks on every ground they are drawn on, in both themes, as WCAG 2 has it.

Text holds 4.5 : 1 and what is no text 3 : 1 (criteria 1.4.3 and 1.4.11, level AA);
what is switched off is exempt there, and here.
"""

import itertools
from dataclasses import asdict, fields

import pytest
from PySide6.QtGui import QColor

from annotator.domain.documents import Status
from annotator.domain.resources import resource
from annotator.domain.schema import Schema, Style
from annotator.domain.schema_toml import load_schema
from annotator.ui.adjudicate import voices
from annotator.ui.article.look import _DARK_INK, _LIGHT_INK, Ink, _mixed, on_colour
from annotator.ui.article.marks import _UNKNOWN_STYLE
from annotator.ui.panels.drawing import readable_on, status_colour
from annotator.ui.review.scale import text_colour, value_colour
from annotator.ui.theme import DARK, LIGHT, Colours
from tests.unit.colour_vision import contrast

TEXT, MARK = 4.5, 3.0
LOOKS = {"light": (LIGHT, _LIGHT_INK), "dark": (DARK, _DARK_INK)}

# Colours that say nothing by themselves: grounds, separating lines, what is off.
GROUNDS = ("window", "base", "raised", "hover", "accent_soft")
TEXTS = ("text", "muted", "accent", "success", "warning", "danger")
ON_THEIR_OWN = (
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_danger", "danger"),
    ("text", "warning_soft"),
    ("warning", "warning_soft"),
    ("text", "danger_soft"),
    ("danger", "danger_soft"),
)
SIGNS = ("accent", "success", "warning", "danger", "muted", "edge")
EXEMPT = {"dark", "border", "border_strong", "faint"}


@pytest.fixture(params=LOOKS)
def look(request) -> Colours:
    return LOOKS[request.param][0]


@pytest.fixture(params=LOOKS)
def inked(request) -> tuple[Colours, Ink]:
    return LOOKS[request.param]


def styles(look: Colours) -> list[str]:
    """Return the colours of every label and role of the shipped schema."""
    schema: Schema = load_schema(resource("schemas", "news.toml"))
    found = [item.style for k in schema.kinds for item in (*k.labels, *k.roles)]
    return [_of(style, look) for style in (*found, _UNKNOWN_STYLE)]


def _of(style: Style, look: Colours) -> str:
    return style.dark if look.dark else style.light


def too_faint(pairs, least: float) -> list[tuple[str, str, float]]:
    """Return the pairs of colours that hold less than *least*."""
    measured = [(one, on, contrast(one, on)) for one, on in set(pairs)]
    assert measured
    return [(one, on, round(r, 2)) for one, on, r in measured if r < least]


def test_text_on_every_ground_of_the_window(look):
    own = asdict(look)
    pairs = [*itertools.product(TEXTS, GROUNDS), *ON_THEIR_OWN]
    assert too_faint([(own[one], own[on]) for one, on in pairs], TEXT) == []


def test_signs_and_edges_on_every_ground_that_they_are_drawn_on(look):
    own = asdict(look)
    pairs = [
        (own[one], own[on])
        for one, on in itertools.product(SIGNS, ("window", "base", "raised"))
    ]
    pairs += [
        (status_colour(status, look).name(), own[on])
        for status, on in itertools.product(Status, GROUNDS)
    ]
    assert too_faint(pairs, MARK) == []


def test_the_ring_around_the_focus(look):
    pairs = [(look.accent, own) for own in (look.window, look.base, look.raised)]
    # Inside the button that is filled with the accent.
    pairs.append((look.on_accent, look.accent))
    assert too_faint(pairs, MARK) == []


def test_no_colour_is_left_out():
    """Who adds a colour has to say here what it stands on."""
    known = {*GROUNDS, *TEXTS, *SIGNS, *EXEMPT}
    known |= {name for pair in ON_THEIR_OWN for name in pair}
    assert {field.name for field in fields(Colours)} == known


def test_the_articles_words_on_every_ground(inked):
    look, ink = inked
    grounds = [ink.base, ink.selection, ink.search, ink.search_now, ink.preview]
    pairs = [(ink.text.name(), ground.name()) for ground in grounds]
    pairs += [(one.name(), ink.base.name()) for one in (ink.muted, ink.dimmed)]
    for colour, strength in itertools.product(
        styles(look), (ink.tint, ink.tint_hover, ink.tint_selected, 0.3)
    ):
        ground = _mixed(colour, ink.base.name(), strength).name()
        pairs.append((ink.text.name(), ground))
    assert too_faint(pairs, TEXT) == []


def test_the_articles_own_signs(inked):
    _, ink = inked
    pairs = [(ink.warning.name(), ink.base.name())]
    pairs += [(ink.dimmed_bar.name(), ink.base.name())]
    pairs += [(ink.preview_edge.name(), g.name()) for g in (ink.base, ink.preview)]
    grounds = (ink.base, ink.selection, ink.search, ink.search_now, ink.preview)
    pairs += [(ink.caret.name(), ground.name()) for ground in grounds]
    assert too_faint(pairs, MARK) == []


def test_every_labels_bar_and_pill(inked):
    look, ink = inked
    base = ink.base.name()
    grounds = (base, look.window, look.raised, look.hover, look.accent_soft)
    bars = [(colour, on) for colour in styles(look) for on in grounds]
    # Dashed bars and pills of suggestions have the same colours.
    assert too_faint(bars, MARK) == []
    letters = [(on_colour(c).name(), c) for c in styles(look)]
    letters += [(readable_on(QColor(c)).name(), c) for c in styles(look)]
    hollow = [(colour, base) for colour in styles(look)]
    assert too_faint(letters + hollow, TEXT) == []


def test_every_annotators_colour_where_differences_are_settled(inked):
    look, _ = inked
    colours = [pair[look.dark] for pair in voices._TINTS]
    pairs = [(c, on) for c in colours for on in (look.window, look.base)]
    pairs += [(on_colour(c).name(), c) for c in colours]
    pairs += [(readable_on(QColor(c)).name(), c) for c in colours]
    assert too_faint(pairs, TEXT) == []


def test_figures_on_every_shade_of_the_tables(look):
    shades = [value_colour(step / 100, look) for step in range(101)]
    pairs = [(text_colour(shade).name(), shade.name()) for shade in shades]
    assert too_faint(pairs, TEXT) == []
