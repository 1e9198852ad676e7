"""One label for one name: what a document says of a name holds all through it."""

from __future__ import annotations

from collections import Counter, defaultdict

from annotator.suggest.naming.context import by_context
from annotator.suggest.naming.mentions import Mentions
from annotator.suggest.naming.name import NAMES, TRIMMED, Name, family
from annotator.suggest.naming.page import Page
from annotator.suggest.naming.sport import name_teams

_STRONG = 3.0
_SURE = 4.0
_WEAK = 0.5


def make_consistent(page: Page, names: list[Name], *, teams: bool) -> list[Name]:
    """Return the names in order, with labels that agree, missed mentions added."""
    by_context(page, names)
    _unify(page, names)
    mentions = Mentions(page, names)
    mentions.follow()
    if teams:
        name_teams(page, mentions.names)
    _score(page, mentions.names)
    found = [name for name in mentions.names if name.label]
    return sorted(found, key=lambda name: name.start)


def _unify(page: Page, names: list[Name]) -> None:
    """Give mentions of the same words the label that most speaks for."""
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    for name in names:
        if not name.fixed:
            counts = votes[page.name(name.start, name.end)]
            label = family(name.label)
            counts[label] = counts.get(label, 0.0) + _vote(page, name)
    for name in names:
        if name.label not in NAMES or name.fixed:
            continue
        counts = votes[page.name(name.start, name.end)]
        best = max(counts, key=counts.__getitem__)
        if best in NAMES and counts[best] > counts[family(name.label)]:
            name.was = name.was or name.label
            name.label = best
            name.rule = "as elsewhere in the text"
            name.score = 0.72


def _vote(page: Page, name: Name) -> float:
    if name.is_listed:
        return 1.0 if name.may_change() else _SURE
    if name.rule in ("", TRIMMED):
        return _WEAK if page.zones[name.start] else 1.0
    return _STRONG


def _score(page: Page, names: list[Name]) -> None:
    """Score what only the model speaks for by how often it does."""
    counts = Counter(page.name(name.start, name.end) for name in names)
    for name in names:
        if name.score:
            continue
        again = counts[page.name(name.start, name.end)] - 1
        name.score = 0.6 + 0.04 * min(again, 3)
        if name.label == "PERSON" and len(name) > 1:
            name.score += 0.12
        if page.zones[name.start]:
            name.score -= 0.15
