"""Names of organisations, places and events by their last word."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.suggest.naming.name import Name
from annotator.suggest.naming.page import Page, Zone

_LONGEST = 6
_SORTS = (
    ("organisation.endings", "ORG"),
    ("place.endings", "LOC"),
    ("place.buildings", "FAC"),
)
_PRECISE = frozenset(["Inc", "Corp", "Ltd", "Plc", "LLC", "AG", "GmbH", "Corporation"])
_CENTRES = ("Center", "Centre")


def find_by_endings(page: Page) -> Iterator[Name]:
    """Yield "Vellmar Steel Corp", "Oster County", "Port Oster Airport"."""
    words = page.lists.words
    sorts = {word: label for sort, label in reversed(_SORTS) for word in words[sort]}
    events = words["text.events"]
    for at in page.capitals:
        text = page.texts[at]
        found = None
        if page.zones[at] == Zone.CAPITALS:
            continue
        if text in sorts:
            found = _ending(page, at, sorts[text])
        elif text in events:
            found = _event(page, at)
        if found:
            yield found


def _ending(page: Page, at: int, label: str) -> Name | None:
    """Read back from the last word of a name to its first."""
    words = page.lists.words
    text = page.texts[at]
    if page.after(at + 1) in words["organisation.endings"]:
        return None  # the next word ends the name: "Bank Corp", "News Service"
    start = _first_word(page, at)
    if text in words["organisation.state"]:
        start = _without_adjective(page, start, at)
    precise = text.rstrip(".") in _PRECISE
    if start == at or (page.zones[at] == Zone.HEADLINE and not precise):
        return None
    if label != "ORG" and _is_person(page, start, at):
        return None
    if text in _CENTRES and page.texts[at - 1] in words["place.venues"]:
        label = "FAC"
    return Name(start, at + 1, label, f"ends in “{text}”", 0.85 if precise else 0.78)


def _first_word(page: Page, at: int) -> int:
    start = at
    while start > 0 and at - start < _LONGEST:
        before = start - 1
        if page.capital[before]:
            if not may_belong(page, before):
                break
        elif not _links(page, before):
            break
        start = before
    while start < at and (
        not page.capital[start] or (page.begins(start) and _is_common(page, start))
    ):
        start += 1
    return start


def _links(page: Page, at: int) -> bool:
    """Whether the token links two capitals into one name."""
    if at < 1 or not page.capital[at - 1] or not page.capital[at + 1]:
        return False
    text = page.texts[at]
    if text == "of":
        return page.has("organisation.openings", page.texts[at - 1])
    return text == "&" or (text == "-" and page.is_glued(at))


def may_belong(page: Page, at: int) -> bool:
    """Whether the capital at token *at* may be a word inside a longer name."""
    text = page.texts[at]
    if page.is_title(text) or _is_common(page, at):
        return text in ("World", "New", "First", "National") and not page.begins(at)
    entry = page.lists.gazetteer.get(text)
    return not (entry and not entry.label) and page.zones[at] != Zone.CAPITALS


def _is_common(page: Page, at: int) -> bool:
    text = page.texts[at]
    return page.has("text.common", text) and not page.has("text.belonging", text)


def _without_adjective(page: Page, start: int, at: int) -> int:
    entry = page.lists.gazetteer.get(page.texts[start])
    return start + 1 if entry and entry.label == "NORP" and start + 1 < at else start


def _is_person(page: Page, start: int, at: int) -> bool:
    """Whether "Glenn Hall" rather than "Vellmar Hall" stands there."""
    return at - start == 1 and page.texts[start] in page.lists.first_names


def back_to_first(page: Page, at: int) -> int:
    """Return where the capitals start that belong to the one at token *at*."""
    start = at
    while start and page.capital[start - 1] and may_belong(page, start - 1):
        start -= 1
    while start < at and page.begins(start) and _is_common(page, start):
        start += 1
    return start


def _event(page: Page, at: int) -> Name | None:
    """Read "Zimbabwe Open": a place inside the name of an event is not that place."""
    start = back_to_first(page, at)
    if page.zones[at] or start == at:
        return None
    if not page.lists.gazetteer.longest(page.texts, start):
        return None
    return Name(start, at + 1, "EVENT", "name of an event", 0.6)
