"""Names that the gazetteers know."""

from __future__ import annotations

from annotator.suggest.naming.lists import Entry
from annotator.suggest.naming.name import GAZETTEER, UNSURE, Name
from annotator.suggest.naming.page import Page, Zone

_SHORTEST = 3
_IN_CAPITALS = 0.1
_PLACED = frozenset(["in", "from", "near", "at", "to", "across", "outside", "around"])
_LISTING = frozenset([",", "and", "or", "(", "against", "between", "with", "for", "of"])


def find_listed(page: Page) -> list[Name]:
    """Return what the gazetteers know, longest names first at each token."""
    texts = page.texts
    gazetteer = page.lists.gazetteer
    heads = gazetteer.as_written.keys() & page.vocabulary
    shouted = gazetteer.in_capitals.keys() & page.vocabulary
    names = []
    behind = 0
    for at, text in enumerate(texts):
        if at < behind or not (text in heads or text in shouted):
            continue
        found = gazetteer.longest(texts, at) if text in heads else None
        if found is None and text in shouted:
            found = _in_capitals(page, at)
        if found:
            names.append(_name(page, at, *found))
            behind = found[0]
    return names


def _in_capitals(page: Page, at: int) -> tuple[int, Entry] | None:
    """Look a word up as if it were in capitals only because all around it are."""
    text = page.texts[at]
    zone = page.zones[at]
    if zone != Zone.CAPITALS and not (len(text) >= _SHORTEST and text.isalpha()):
        return None
    if not text.isupper():
        return None
    found = page.lists.gazetteer.longest(page.texts, at, capitals=True)
    if found and zone != Zone.CAPITALS and found[0] == at + 1:
        return found if len(text) > _SHORTEST else None
    return found


def _name(page: Page, at: int, end: int, entry: Entry) -> Name:
    if entry.label == "ORG" and end - at > 1 and page.texts[at] in ("The", "the"):
        at += 1
    score = 0.85 if entry.sure else 0.6
    if page.zones[at] == Zone.CAPITALS:
        score -= _IN_CAPITALS
    rule = f"{GAZETTEER}{entry.title}" + ("" if entry.sure else UNSURE)
    return Name(at, end, entry.label, rule, score)


def is_backed(page: Page, name: Name) -> bool:
    """Whether something speaks for a name that the model missed.

    A name that is also a word needs to stand where names of its sort do.
    """
    if not name.may_change():
        return True
    if page.zones[name.start] == Zone.CAPITALS:
        return name.rule == f"{GAZETTEER}country{UNSURE}"
    if page.zones[name.start] or name.label != "GPE" or page.begins(name.start):
        return False
    if page.after(name.end)[:1].isupper():
        return False
    before = page.before(name.start)
    if before in _PLACED:
        return True
    return before in _LISTING and (
        _is_listed_place(page, name.start - 2) or _is_listed_place(page, name.end + 1)
    )


def _is_listed_place(page: Page, at: int) -> bool:
    if not 0 <= at < len(page.texts):
        return False
    entry = page.lists.gazetteer.get(page.texts[at])
    return entry is not None and entry.label == "GPE" and entry.sure
