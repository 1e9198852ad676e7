"""Names of organisations and places by their first word, and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.suggest.naming.endings import back_to_first, may_belong
from annotator.suggest.naming.name import Name
from annotator.suggest.naming.page import Page, Zone

_LONGEST = 6
_LONGEST_PLACE = 4
_DATELINE = 8
_DASHES = ("—", "–", "--", "-")
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_by_openings(page: Page) -> Iterator[Name]:
    """Yield "University of Oster", "Banco Vellmar", "Lake Vell" and "OSTER (AP)"."""
    words = page.lists.words
    openings = words["organisation.openings"]
    leads = words["organisation.leads"]
    place_openings = words["place.openings"]
    for at in page.capitals:
        text = page.texts[at]
        zone = page.zones[at]
        found = None
        if len(text) > 2 and text.isupper() and page.begins(at):
            found = _dateline(page, at)
        elif zone != Zone.CAPITALS:
            if text in openings and page.after(at + 1) in ("of", "for"):
                found = _opening(page, at)
            elif text in leads and zone == Zone.PROSE:
                found = _lead(page, at)
            elif text in place_openings and zone == Zone.PROSE:
                found = _place_opening(page, at)
        if found:
            yield found


def _dateline(page: Page, at: int) -> Name | None:
    """Read the place of "KYIV, March 3 (Reuters) —" and "MILLBROOK 1996-08-30"."""
    end = at
    while end < len(page.texts) and end - at < _LONGEST_PLACE and page.capital[end]:
        if not (page.texts[end].isupper() or page.texts[end] in ("St.", "St")):
            break
        end += 1
    tail = page.texts[end : end + _DATELINE]
    if not tail or any("\n" in text for text in tail[:2]):
        return None
    if page.has("text.common", page.texts[at].capitalize()):
        return None
    return Name(at, end, "GPE", "dateline", 0.85) if _is_dated(page, tail) else None


def _is_dated(page: Page, tail: list[str]) -> bool:
    """Whether *tail* goes on as a dateline does after its place."""
    if tail[0] == "(":
        found = page.lists.gazetteer.get(tail[1]) if len(tail) > 1 else None
        return found is not None and found.label == "ORG"
    if tail[0] == ",":
        return (
            len(tail) > 1
            and tail[1][0].isupper()
            and any(t in _DASHES or t == "(" or _YEAR.match(t) for t in tail[2:])
        )
    return tail[0] in _DASHES[:3] or _YEAR.match(tail[0]) is not None


def _opening(page: Page, at: int) -> Name | None:
    """Read on from "University of": to the end of the capitals after it."""
    first = at + 3 if page.after(at + 2) == "the" else at + 2
    end = first
    while end < len(page.texts) and end - first < _LONGEST:
        following = _next_word(page, end, is_first=end == first)
        if following == end:
            break
        is_place = _is_place(page, end)
        end = following
        if is_place:
            break
    if end == first:
        return None
    start = back_to_first(page, at)
    return Name(start, end, "ORG", f"“{page.texts[at]} of …”", 0.82)


def _next_word(page: Page, at: int, *, is_first: bool) -> int:
    """Return where the word at token *at* ends; *at* itself where the name does."""
    text = page.texts[at]
    if page.capital[at]:
        found = page.lists.gazetteer.longest(page.texts, at)
        if found:
            return found[0] if found[1].label else at
        is_common = page.has("text.common", text)
        return at if is_common and not page.has("text.belonging", text) else at + 1
    if is_first:
        return at
    if text in ("and", "&") and _goes_on(page, at + 1):
        return at + 1
    if text == "for" and page.after(at + 1) == "the" and _goes_on(page, at + 2):
        return at + 2
    return at


def _is_place(page: Page, at: int) -> bool:
    found = page.lists.gazetteer.longest(page.texts, at)
    return bool(found and found[1].label == "GPE")


def _goes_on(page: Page, at: int) -> bool:
    """Whether a word of the same name stands there: "Labour and Social Affairs"."""
    return page.after(at)[:1].isupper() and (
        page.lists.gazetteer.longest(page.texts, at) is None
    )


def _lead(page: Page, at: int) -> Name | None:
    """Read "Banco Vellmar" from its first word on."""
    end = at + 1
    while end < len(page.texts) and page.capital[end] and end - at < _LONGEST:
        if not may_belong(page, end) or len(page.texts[end]) < 2:
            break
        end += 1
    if end == at + 1:
        return None
    return Name(at, end, "ORG", f"“{page.texts[at]} …”", 0.75)


def _place_opening(page: Page, at: int) -> Name | None:
    """Read "Lake Constance" and "Mount Elbrus"."""
    following = at + 1
    text = page.after(following)
    if len(text) < 3 or not text[0].isupper() or not text.isalpha():
        return None
    if not may_belong(page, following) or page.has("text.common", text):
        return None
    if page.texts[at] in ("San", "Santa") and page.before(at)[:1].isupper():
        return None
    return Name(at, following + 1, "LOC", f"“{page.texts[at]} …”", 0.75)
