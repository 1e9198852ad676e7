"""Teams in reports and tables of sport: places that are played for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.suggest.naming.name import Name
from annotator.suggest.naming.page import Page

_SIGNS_NEEDED = 3
_LONGEST = 4
_NUMBERS_OF_A_TABLE = 3
_GOALS = re.compile(r"\d{1,3}")
# Goals, runs or a score after a team; no year.
_SCORE = re.compile(r"\d{1,3}(?:-\d{1,3})?|\d{1,3}/\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d)?")
_FIGURE = re.compile(r"[\d.\-]*\d[\d.\-]*")
_PLACED = frozenset(["in", "at", "near", "from", "of"])
_LINKS = frozenset(["to", "out", "with", "off", "at"])


def is_about_sport(page: Page) -> bool:
    """Whether the document speaks of matches of teams."""
    words = {text.lower() for text in page.vocabulary}
    return len(words & page.lists.words["sport.signs"]) >= _SIGNS_NEEDED


def find_results(page: Page) -> Iterator[Name]:
    """Yield the teams of results ("Vellmar 2 Oster 1") and of tables of points."""
    behind = 0
    for at in page.capitals:
        if at < behind:
            continue
        behind = _run(page, at)
        numbers = 0 if _YEAR.fullmatch(page.after(behind)) else _numbers(page, behind)
        if numbers >= _NUMBERS_OF_A_TABLE:
            if _is_team(page, at, behind):
                yield _team(at, behind, "row of a table")
        elif numbers == 1 and _GOALS.fullmatch(page.texts[behind]):
            other = behind + 1
            end = _run(page, other) if page.after(other)[:1].isupper() else other
            if end > other and _numbers(page, end) == 1:
                for start, stop in ((at, behind), (other, end)):
                    if _is_team(page, start, stop) and _GOALS.fullmatch(
                        page.texts[end]
                    ):
                        yield _team(start, stop, "result of a match")
                behind = end


def _team(start: int, end: int, rule: str) -> Name:
    return Name(start, end, "ORG", rule, 0.7, fixed=True)


def _run(page: Page, at: int) -> int:
    """Return the end of the capitalised words at *at*, all capitals or none."""
    following = page.texts[at : at + _LONGEST]
    upper = next((t.isupper() for t in following if len(t) >= _LONGEST), True)
    end = at
    while end < len(page.texts) and end - at < _LONGEST:
        text = page.texts[end]
        if page.capital[end]:
            if len(text) >= _LONGEST and text.isupper() != upper:
                break
        elif end == at or text not in ("&", "/", "-"):
            break
        end += 1
    return end


def _numbers(page: Page, at: int) -> int:
    """Return how many figures follow one another from token *at* on."""
    count = 0
    while text := page.after(at):
        if _FIGURE.fullmatch(text):
            count += 1
        elif text not in ("-", "+"):
            break
        at += 1
    return count


def _is_team(page: Page, start: int, end: int) -> bool:
    """Whether neither a country nor a person nor a heading stands there."""
    found = page.lists.gazetteer.longest(page.texts, start)
    found = found or page.lists.gazetteer.longest(page.texts, start, capitals=True)
    if found and found[0] == end:
        entry = found[1]
        return entry.label in ("GPE", "ORG", "FAC") and entry.title != "country"
    text = page.texts[start]
    if text in page.lists.first_names or (text[-1] == "." and len(text) <= 3):
        return False
    return not (
        page.has("text.common", text) or page.has("text.common", text.capitalize())
    )


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
        sign = _sign_of_team(page, name)
        if sign:
            played.add(page.name(name.start, name.end))
            _make_team(name, f"team: {sign}", 0.7)
    for name in places:
        if name.fixed or page.name(name.start, name.end) not in played:
            continue
        before, after = page.before(name.start).lower(), page.after(name.end)
        is_placed = before in _PLACED or "," in (before, after)
        if not is_placed and not after[:4].isdigit():
            _make_team(name, "team elsewhere in the text", 0.62)


def _make_team(name: Name, rule: str, score: float) -> None:
    name.was = name.was or name.label
    name.label, name.rule, name.score, name.fixed = "ORG", rule, score, True


def _sign_of_team(page: Page, name: Name) -> str:
    """Return the sign that a place stands for its team there, or nothing."""
    before, after = page.before(name.start), page.after(name.end)
    if _is_fixture(page, name):
        return "fixture"
    if before.lower() in _PLACED:
        moves = before == "from" and page.has(
            "sport.moves", page.before(name.start - 1)
        )
        return "after “from”" if moves else ""
    if page.has("sport.against", before) or _is_opponent(page, name):
        return f"after “{before}”"
    if _SCORE.fullmatch(after):
        is_dateline = page.begins(name.start) and page.texts[name.start].isupper()
        return "" if is_dateline else f"before “{after}”"
    if "," in (before, after):
        return ""
    verb = after.lower() if page.zones[name.start] else after
    known = page.has("sport.verbs", verb) or page.has("sport.roles", after)
    return f"before “{after}”" if known else ""


def _is_fixture(page: Page, name: Name) -> bool:
    """Whether it is a side of "Place at Place"."""
    gazetteer = page.lists.gazetteer
    if page.after(name.end) == "at" and not page.before(name.start)[:1].islower():
        found = gazetteer.longest(page.texts, name.end + 1)
        return bool(found and found[1].label in ("GPE", "ORG"))
    if page.before(name.start) != "at" or name.start < 2:
        return False
    other = gazetteer.get(page.texts[name.start - 2])
    is_name = other is not None and other.label in ("GPE", "ORG")
    return is_name and not page.before(name.start - 2)[:1].islower()


def _is_opponent(page: Page, name: Name) -> bool:
    """Whether "lost to" or "shut out" stands before it."""
    return page.before(name.start) in _LINKS and page.has(
        "sport.encounters", page.before(name.start - 1)
    )
