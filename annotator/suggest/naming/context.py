"""Labels that the words beside a name decide."""

from __future__ import annotations

from annotator.suggest.naming.name import NAMES, TRIMMED, Name
from annotator.suggest.naming.page import Page

_SHARES = frozenset(["'s", "’s", "shares", "stock"])
_DASHES = frozenset(["—", "–", "--", "-"])
_ABBREVIATION = 5


def by_context(page: Page, names: list[Name]) -> None:
    """Set the labels of *names* that the words right beside them decide."""
    for name in names:
        if name.label not in NAMES:
            continue
        if page.zones[name.start]:
            if name.label == "GPE" and _is_of_event(page, name):
                _set(name, "EVENT", "name of an event", 0.5, fixed=True)
            continue
        if _is_compound(page, name):
            _set(name, "NORP", "part of a hyphenated adjective", 0.6, fixed=True)
        elif name.label == "ORG" and page.has("text.indices", page.after(name.end)):
            _set(name, "PRODUCT", "name of an index", 0.6, fixed=True)
        elif name.rule in ("", TRIMMED) or name.rule.endswith("?"):
            _by_neighbours(page, name)


def _is_agency(page: Page, name: Name) -> bool:
    """Whether it is the source of "Bloomberg — Prices fell"."""
    entry = page.lists.gazetteer.get(page.texts[name.start])
    return len(name) == 1 and entry is not None and entry.label == "ORG"


def _is_of_event(page: Page, name: Name) -> bool:
    """Whether it is the place of "ZIMBABWE OPEN" or "TOUR OF POLAND"."""
    if page.has("text.events", page.after(name.end).capitalize()):
        return True
    return page.before(name.start) == "OF" and page.before(name.start - 1) == "TOUR"


def _by_neighbours(page: Page, name: Name) -> None:
    words = page.lists.words
    before, after = page.before(name.start), page.after(name.end)
    if not before and after in _DASHES and _is_agency(page, name):
        _set(name, "ORG", "agency before a dash", 0.8, fixed=True)
    if name.label == "NORP" or page.texts[name.start] in page.lists.first_names:
        return
    if before in words["organisation.heralds"]:
        if name.label != "ORG":
            _set(name, "ORG", f"after “{before}”", 0.7)
    elif after in words["organisation.followers"]:
        if name.label == "PERSON":
            _set(name, "ORG", f"before “{after}”", 0.7)
    elif name.label not in ("PERSON", "ORG"):
        return
    elif before == "of" and page.before(name.start - 1) in words["place.nouns"]:
        noun = page.before(name.start - 1)
        _set(name, "GPE", f"after “{noun} of”", 0.75)
    elif before in words["place.prepositions"] and _may_be_place(page, name):
        _set(name, "GPE", f"after “{before}”", 0.7)


def _set(
    name: Name, label: str, rule: str, score: float, *, fixed: bool = False
) -> None:
    name.was = name.was or name.label
    name.label, name.rule, name.score, name.fixed = label, rule, score, fixed


def _may_be_place(page: Page, name: Name) -> bool:
    text = page.texts[name.start]
    if len(name) > 1 or text in page.lists.surnames:
        return False
    if text.isupper() and len(text) <= _ABBREVIATION:
        return False
    return page.after(name.end) not in _SHARES


def _is_compound(page: Page, name: Name) -> bool:
    """Whether it is the place of "London-based" or "U.S.-led"."""
    if name.label == "GPE" and page.before(name.start) == "-":
        earlier = page.before(name.start - 1)
        return earlier.lower() in ("pro", "anti", "non", "ex", "mid", "trans", "one")
    last = page.texts[name.end - 1]
    if name.label == "GPE" and "-" in last and last.rpartition("-")[2].islower():
        return len(name) == 1 and last.rpartition("-")[2].endswith(("ed", "born", "un"))
    if name.label != "GPE" or page.after(name.end) != "-":
        return False
    doc = page.doc
    return (
        not doc[name.end - 1].whitespace_
        and not doc[name.end].whitespace_
        and page.after(name.end + 1)[:1].islower()
    )
