"""Teams in reports and tables of sport: places that are played for."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.suggest.naming.name import Name
from annotator.suggest.naming.page import Page

_SIGNS_NEEDED = 3
_LONGEST = 4
_NUMBERS_OF_A_TABLE = 4
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
        if at < seen or (at and page.capital[at - 1]):
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
    while end < len(page.texts) and end - at < _LONGEST:
        text = page.texts[end]
        if page.capital[end] or (text in ("&", "/", "-") and end > at):
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
    if before.lower() in ("in", "at", "near", "from", "of"):
        if before == "at" and _is_fixture(page, name):
            return "fixture"
        return ""
    if after == "at" and _is_fixture(page, name):
        return "fixture"
    if before == "," or after == ",":
        return ""
    if after in words["sport.verbs"]:
        return f"before “{after}”"
    if before in _AGAINST:
        return f"after “{before}”"
    if after in words["sport.roles"]:
        return f"before “{after}”"
    return ""


def _is_fixture(page: Page, name: Name) -> bool:
    """Whether "Place at Place" is all that stands there."""
    return page.after(name.end) == "at" and (
        page.before(name.start) in ("", ".", ")", "*") or page.begins(name.start)
    ) and page.after(name.end + 1)[:1].isupper() or (
        page.before(name.start) == "at"
        and page.before(name.start - 1)[:1].isupper()
        and page.after(name.end) in ("", ".", "(")
    )
