"""Names of organisations, places and events by the words they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.suggest.naming.name import Name
from annotator.suggest.naming.page import Page, Zone

_LONGEST = 6
_DATELINE = 8
_DASHES = ("—", "–", "--", "-")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EVENTS = frozenset(
    ["Open", "Cup", "Grand", "Masters", "Championship", "Championships", "Marathon"]
    + ["Games", "Series", "Olympics", "Accord", "Accords", "Agreement", "Treaty", "War"]
    + ["Prize", "Awards", "Festival", "Classic", "Trophy", "Ashes", "Tour", "Bowl"]
    + ["Conference", "Summit", "Pact", "Protocol", "Convention", "Declaration", "Act"]
)
_PRECISE = frozenset(["Inc", "Corp", "Ltd", "Plc", "LLC", "AG", "GmbH", "Corporation"])
# The state's own bodies: an adjective before them is no part of their name.
_STATE = frozenset(
    ["Ministry", "Parliament", "Police", "Army", "Navy", "Embassy", "Cabinet", "Court"]
    + ["Senate", "Congress", "Guard", "Assembly", "Militia"]
)


def find_organisations(page: Page) -> Iterator[Name]:
    """Yield organisations, places and events whose last or first word tells."""
    words = page.lists.words
    texts = page.texts
    endings = words["organisation.endings"]
    place_endings = words["place.endings"]
    buildings = words["place.buildings"]
    openings = words["organisation.openings"]
    for at in page.capitals:
        text = texts[at]
        zone = page.zones[at]
        if text.isupper() and len(text) > 2 and page.begins(at):
            dateline = _dateline(page, at)
            if dateline:
                yield dateline
        if zone == Zone.CAPITALS:
            continue
        if text in endings:
            found = _ending(page, at, "ORG", zone)
        elif text in place_endings:
            found = _ending(page, at, "LOC", zone)
        elif text in buildings:
            found = _ending(page, at, "FAC", zone)
        elif text in _EVENTS:
            found = _event(page, at)
        else:
            found = None
        if found:
            yield found
        if text in openings and page.after(at + 1) in ("of", "for"):
            opened = _opening(page, at)
            if opened:
                yield opened
        elif text in words["organisation.leads"] and zone == Zone.PROSE:
            led = _lead(page, at)
            if led:
                yield led
        elif text in words["place.openings"]:
            opened = _place_opening(page, at)
            if opened:
                yield opened


def _dateline(page: Page, at: int) -> Name | None:
    """Read the place of "KYIV, March 3 (Reuters) —" and "MILLBROOK 1996-08-30"."""
    end = at
    while end < len(page.texts) and end - at < 4 and page.capital[end]:
        if not (page.texts[end].isupper() or page.texts[end] in ("St.", "St")):
            break
        end += 1
    tail = page.texts[end : end + _DATELINE]
    if not tail or any("\n" in text for text in tail[:2]):
        return None
    if tail[0] == "(":
        found = page.lists.gazetteer.get(page.after(end + 1))
        dated = found is not None and found.label == "ORG"
    elif tail[0] == ",":
        dated = page.after(end + 1)[:1].isupper() and any(
            text in _DASHES or text == "(" or text[:4].isdigit() for text in tail[2:]
        )
    else:
        dated = tail[0] in _DASHES[:3] or _YEAR.match(tail[0]) is not None
    if not dated or page.has("text.common", page.texts[at].capitalize()):
        return None
    return Name(at, end, "GPE", "dateline", 0.85)


def _ending(page: Page, at: int, label: str, zone: int) -> Name | None:
    """Read back from the last word of a name to its first."""
    end = at + 1
    if page.after(end) in page.lists.words["organisation.endings"]:
        return None  # the next word ends the name: "Bank Corp", "News Service"
    start = _first_word(page, at)
    if label == "ORG" and page.texts[at] in _STATE:
        start = _without_adjective(page, start, at)
    precise = page.texts[at].rstrip(".") in _PRECISE
    if start == at or (zone == Zone.HEADLINE and not precise):
        return None
    if label != "ORG" and _is_person(page, start, at):
        return None
    word = page.texts[at]
    return Name(start, end, label, f"ends in “{word}”", 0.85 if precise else 0.78)


def _first_word(page: Page, at: int) -> int:
    start = at
    while start > 0 and at - start < _LONGEST:
        before = start - 1
        text = page.texts[before]
        if page.capital[before] and _may_belong(page, before):
            start = before
        elif text in ("&", "-", "of") and _linked(page, before):
            start = before
        else:
            break
    while start < at and (
        not page.capital[start] or (page.begins(start) and _is_common(page, start))
    ):
        start += 1
    return start


def _linked(page: Page, at: int) -> bool:
    """Whether the token links two capitals into one name."""
    if at < 1 or not page.capital[at - 1] or not page.capital[at + 1]:
        return False
    text = page.texts[at]
    if text == "-":
        return not page.doc[at - 1].whitespace_ and not page.doc[at].whitespace_
    if text == "of":
        return page.texts[at - 1] in page.lists.words["organisation.openings"]
    return True


def _may_belong(page: Page, at: int) -> bool:
    text = page.texts[at]
    if page.is_title(text) or _is_common(page, at):
        return text in ("World", "New", "First", "National") and not page.begins(at)
    entry = page.lists.gazetteer.get(text)
    return not (entry and not entry.label) and page.zones[at] != Zone.CAPITALS


def _is_common(page: Page, at: int) -> bool:
    return page.has("text.common", page.texts[at]) and not (
        page.texts[at] in ("State", "Union", "World", "Court", "Bank", "Party", "New")
        or page.texts[at] in ("North", "South", "East", "West", "Northern", "Southern")
        or page.texts[at] in ("Eastern", "Western", "First", "Peace", "Open", "Second")
        or page.texts[at] in ("Market", "Markets", "Street", "Research", "High", "Rugby")
        or page.texts[at] in ("Football", "Soccer", "Cricket", "Tennis", "Athletics")
        or page.texts[at] in ("Police", "News", "Old", "King", "Queen", "Women", "People")
    )


def _without_adjective(page: Page, start: int, at: int) -> int:
    entry = page.lists.gazetteer.get(page.texts[start])
    return start + 1 if entry and entry.label == "NORP" and start + 1 < at else start


def _is_person(page: Page, start: int, at: int) -> bool:
    """Whether "Glenn Hall" rather than "Vellmar Hall" stands there."""
    return at - start == 1 and page.texts[start] in page.lists.first_names


def _event(page: Page, at: int) -> Name | None:
    """Read "Zimbabwe Open": a place inside the name of an event is not that place."""
    start = at
    while start and page.capital[start - 1] and _may_belong(page, start - 1):
        start -= 1
    if page.zones[at] or start == at:
        return None
    if not page.lists.gazetteer.longest(page.texts, start):
        return None
    return Name(start, at + 1, "EVENT", "name of an event", 0.6)


def _opening(page: Page, at: int) -> Name | None:
    """Read on from "University of": to the end of the capitals after it."""
    end = at + 2
    if page.after(end) == "the":
        end += 1
    first = end
    gazetteer = page.lists.gazetteer
    while end < len(page.texts) and end - first < _LONGEST:
        text = page.texts[end]
        if page.capital[end] and not _is_common(page, end):
            found = gazetteer.longest(page.texts, end)
            if found and not found[1].label:
                break
            end = found[0] if found else end + 1
            if found and found[1].label == "GPE":
                break
        elif text in ("and", "&") and end > first and _is_list(page, end):
            end += 1
        elif text == "for" and page.after(end + 1) == "the" and end > first:
            if not page.after(end + 2)[:1].isupper():
                break
            end += 2
        else:
            break
    if end == first:
        return None
    start = at
    while start and page.capital[start - 1] and _may_belong(page, start - 1):
        start -= 1
    while start < at and page.begins(start) and _is_common(page, start):
        start += 1
    name = Name(start, end, "ORG", f"“{page.texts[at]} of …”", 0.82)
    return None if page.zones[at] == Zone.CAPITALS else name


def _is_list(page: Page, at: int) -> bool:
    """Whether "and" goes on inside the name: "Labour and Social Affairs"."""
    entry = page.lists.gazetteer.longest(page.texts, at + 1)
    return page.after(at + 1)[:1].isupper() and entry is None


def _lead(page: Page, at: int) -> Name | None:
    """Read "Banco Vellmar" from its first word on."""
    end = at + 1
    while end < len(page.texts) and page.capital[end] and end - at < _LONGEST:
        if not _may_belong(page, end) or len(page.texts[end]) < 2:
            break
        end += 1
    if end == at + 1:
        return None
    return Name(at, end, "ORG", f"“{page.texts[at]} …”", 0.75)


def _place_opening(page: Page, at: int) -> Name | None:
    """Read "Lake Constance" and "Mount Elbrus"."""
    following = at + 1
    if following >= len(page.texts) or not page.capital[following]:
        return None
    if page.zones[at] or not _may_belong(page, following):
        return None
    text = page.texts[following]
    if not text.isalpha() or len(text) < 3 or text in page.lists.words["text.common"]:
        return None
    if page.texts[at] in ("San", "Santa") and page.before(at)[:1].isupper():
        return None
    return Name(at, following + 1, "LOC", f"“{page.texts[at]} …”", 0.75)
