"""Teams in reports and tables of sport: places that are played for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.suggest.naming.name import Name
from annotator.suggest.naming.page import Page

_SIGNS_NEEDED = 3
_LONGEST = 4
_NUMBERS_OF_A_TABLE = 4
_MOVES = frozenset(
    ["joined", "signed", "bought", "arrived", "transferred", "acquired", "him", "loan"]
    + ["forward", "defender", "midfielder", "striker", "goalkeeper", "move", "moved"]
)
_ENCOUNTERS = frozenset(
    ["lost", "lose", "losing", "loss", "defeat", "shut", "held", "beaten", "knocked"]
    + ["drew", "draw", "tied", "traded", "loses", "losses", "fell", "see", "saw", "sold"]
)
# Goals, runs or a score after a team; no year.
_SCORE = re.compile(r"\d{1,3}(?:-\d{1,3})?|\d{1,3}/\d{1,2}")
_AGAINST = frozenset(
    ["beat", "over", "past", "against", "defeated", "v", "vs", "vs.", "versus", "face"]
    + ["edged", "hosted", "downed", "thrashed", "routed", "visit", "host", "faced"]
    + ["beating", "defeating", "facing", "hosting", "meet"]
)


def is_about_sport(page: Page) -> bool:
    """Whether the document speaks of matches of teams."""
    signs = page.lists.words["sport.signs"]
    seen: set[str] = set()
    for text in page.texts:
        if text in signs or text.lower() in signs:
            seen.add(text.lower())
            if len(seen) >= _SIGNS_NEEDED:
                return True
    return False


def find_results(page: Page) -> Iterator[Name]:
    """Yield the teams of results ("Vellmar 2 Oster 1") and tables of points."""
    texts = page.texts
    seen = 0
    for at in page.capitals:
        if at < seen:
            continue
        end = _run(page, at)
        seen = end
        if end >= len(texts) or not texts[end].isdigit():
            continue
        numbers = _numbers(page, end)
        if numbers >= _NUMBERS_OF_A_TABLE and _is_team(page, at, end):
            yield Name(at, end, "ORG", "row of a table", 0.7, fixed=True)
        elif numbers == 1:
            other = end + 1
            if other < len(texts) and page.capital[other]:
                other_end = _run(page, other)
                if (
                    other_end < len(texts)
                    and texts[other_end].isdigit()
                    and _numbers(page, other_end) == 1
                    and len(texts[end]) <= 3
                    and len(texts[other_end]) <= 3
                ):
                    for start, stop in ((at, end), (other, other_end)):
                        if _is_team(page, start, stop):
                            yield Name(
                                start, stop, "ORG", "result of a match", 0.7, fixed=True
                            )
                    seen = other_end


def _run(page: Page, at: int) -> int:
    end = at
    upper = next(
        (t.isupper() for t in page.texts[at : at + _LONGEST] if len(t) >= _LONGEST),
        True,
    )
    while end < len(page.texts) and end - at < _LONGEST:
        text = page.texts[end]
        if page.capital[end] and (text.isupper() == upper or len(text) < 4):
            end += 1
        elif text in ("&", "/", "-") and end > at:
            end += 1
        else:
            break
    return end


def _numbers(page: Page, at: int) -> int:
    count = 0
    while at < len(page.texts) and (
        page.texts[at].replace(".", "").replace("-", "").isdigit()
        or page.texts[at] in ("-", "+")
    ):
        count += page.texts[at] not in ("-", "+")
        at += 1
    return count


def _is_team(page: Page, start: int, end: int) -> bool:
    """Whether neither a country nor a person nor a heading stands there."""
    found = page.lists.gazetteer.longest(page.texts, start)
    found = found or page.lists.gazetteer.longest(page.texts, start, capitals=True)
    if found and found[0] == end:
        label, title = found[1].label, found[1].title
        return bool(label) and title != "country" and label != "NORP"
    text = page.texts[start]
    if text in page.lists.first_names or text in page.lists.words["text.common"]:
        return False
    return text.capitalize() not in page.lists.words["text.common"] and not (
        text[-1] == "." and len(text) <= 3
    )


def is_team(page: Page, name: Name) -> str:
    """Return the sign that a place stands for its team there, or nothing."""
    before, after = page.before(name.start), page.after(name.end)
    words = page.lists.words
    if _is_fixture(page, name):
        return "fixture"
    if before == "from" and page.before(name.start - 1) in _MOVES:
        return "after “from”"
    if before.lower() in ("in", "at", "near", "from", "of"):
        return ""
    if before in _AGAINST or _is_opponent(page, name):
        return f"after “{before}”"
    if before == "," or after == ",":
        return ""
    if after in words["sport.verbs"] or (
        page.zones[name.start] and after.lower() in words["sport.verbs"]
    ):
        return f"before “{after}”"
    if _SCORE.fullmatch(after) and not (
        page.begins(name.start) and page.texts[name.start].isupper()
    ):
        return f"before “{after}”"
    if after in words["sport.roles"]:
        return f"before “{after}”"
    return ""


def _is_fixture(page: Page, name: Name) -> bool:
    """Whether it is a side of "Place at Place"."""
    gazetteer = page.lists.gazetteer
    if page.after(name.end) == "at" and not page.before(name.start)[:1].islower():
        found = gazetteer.longest(page.texts, name.end + 1)
        return bool(found and found[1].label in ("GPE", "ORG"))
    if page.before(name.start) != "at" or name.start < 2:
        return False
    other = gazetteer.get(page.texts[name.start - 2])
    return other is not None and other.label in ("GPE", "ORG") and not (
        page.before(name.start - 2)[:1].islower()
    )


def _is_opponent(page: Page, name: Name) -> bool:
    """Whether "lost to" or "shut out" stands before it."""
    pair = page.before(name.start - 1), page.before(name.start)
    return pair[1] in ("to", "out", "with", "off", "at") and pair[0] in _ENCOUNTERS


_PLACED = frozenset(["in", "at", "near", "from", "of", ","])


def name_teams(page: Page, names: list[Name]) -> None:
    """Make places that are played for organisations, in reports of sport."""
    if not is_about_sport(page):
        return
    played = {page.name(n.start, n.end) for n in names if n.fixed and n.label == "ORG"}
    places = [
        name
        for name in names
        if name.label == "GPE" and not name.fixed and not name.rule.endswith("country")
    ]
    for name in places:
        sign = is_team(page, name)
        if sign:
            played.add(page.name(name.start, name.end))
            name.label, name.rule, name.score = "ORG", f"team: {sign}", 0.7
            name.fixed = True
    for name in places:
        if name.fixed or page.name(name.start, name.end) not in played:
            continue
        before, after = page.before(name.start).lower(), page.after(name.end)
        if before in _PLACED or after == "," or _is_year(after):
            continue
        name.label, name.rule, name.score = "ORG", "team elsewhere in the text", 0.62


def _is_year(text: str) -> bool:
    """Whether *text* starts a date, as after the place of a dateline."""
    return text[:4].isdigit()
