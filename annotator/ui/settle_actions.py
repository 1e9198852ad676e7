"""The actions on differences between annotators."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.ui.action_types import Action, Fact, Menu


def settle_actions() -> Iterator[Action]:
    """Yield the actions on differences."""
    yield Action(
        "adjudicate",
        "&Settle differences…",
        Menu.DOCUMENT,
        "adjudication.open",
        "Decide where annotators differ, for the settled layer; for the lead.",
        ("Ctrl+Shift+S",),
        needs=frozenset({Fact.PROJECT, Fact.LEAD}),
        group="settle",
    )
    yield Action(
        "agreement",
        "&Agreement…",
        Menu.DOCUMENT,
        "agreement.open",
        "Measure how far annotators agree; see every passage on which they differ.",
        ("Ctrl+Shift+M",),
        needs=frozenset({Fact.PROJECT}),
        group="settle",
    )
    yield Action(
        "people",
        "P&eople…",
        Menu.DOCUMENT,
        "people.open",
        "See who has what and how far they are; add people, assign articles.",
        ("Ctrl+Shift+L",),
        needs=frozenset({Fact.PROJECT, Fact.LEAD}),
        group="settle",
    )
    yield Action(
        "hand_out",
        "&Hand out…",
        Menu.DOCUMENT,
        "exchange.hand_out",
        "Write a project file for each annotator, with nobody else’s work in it.",
        needs=frozenset({Fact.PROJECT, Fact.LEAD}),
        group="exchange",
    )
    yield Action(
        "merge",
        "&Merge…",
        Menu.DOCUMENT,
        "exchange.merge",
        "Bring work back from files handed out: any files, any number of times.",
        needs=frozenset({Fact.PROJECT, Fact.LEAD}),
        group="exchange",
    )
    yield Action(
        "overruled",
        "Settled othe&rwise…",
        Menu.DOCUMENT,
        "overruled.open",
        "See where the settled layer says something else than you did.",
        ("Ctrl+Shift+O",),
        needs=frozenset({Fact.PROJECT}),
        group="settle",
    )
