"""The model's entities, bounded as names are in newswire annotation."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.suggest.naming.name import NAMES, TRIMMED, Name
from annotator.suggest.naming.page import Page

_POSSESSIVES = frozenset(["'s", "’s", "'", "’", "'S", "’S", "s'"])
_MARKS = frozenset('"“”‘«»()[],;:.!?-–—*|/_#@•·') | {"--", "''", "``", "...", "…"}
_BREAKS = frozenset("();/·|–—-") | {"--"}
_QUOTES = frozenset('"“”')
_VALUES = frozenset(
    ["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"]
)


def recognised(page: Page) -> Iterator[Name]:
    """Yield the model's entities, trimmed, and parted where they are several names."""
    for entity in page.doc.ents:
        label = entity.label_
        for start, end in _line(page, entity.start, entity.end):
            if label in NAMES:
                for part in _parts(page, start, end, label):
                    trimmed = _trim_name(page, *part, label)
                    if trimmed:
                        yield trimmed
            else:
                first, last = _trim_marks(page, start, end)
                if first < last:
                    yield Name(first, last, label, "", 0.75)


def _line(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the first line of a range: entities stop at line ends."""
    for at in range(start, end):
        if "\n" in page.texts[at] and page.texts[start:at]:
            if any(not text.isspace() for text in page.texts[start:at]):
                yield start, at
                return
            start = at + 1
    yield start, end


def _parts(page: Page, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Yield the names that a range holds: parted at commas, numbers and possessives."""
    first = start
    for at in range(start, end):
        changes = at > first and page.zones[at] != page.zones[at - 1]
        if changes or _parts_names(page, at, start, end, label):
            if first < at:
                yield first, at
            first = at if page.capital[at] else at + 1
    if first < end:
        yield first, end


def _parts_names(page: Page, at: int, start: int, end: int, label: str) -> bool:
    """Whether token *at* of a range stands between two names."""
    text = page.texts[at]
    if page.capital[at] or (text == "-" and not page.doc[at - 1].whitespace_):
        return False
    if text == ",":
        return not page.has("organisation.endings", page.after(at + 1))
    if text in _QUOTES:  # those of a nickname stand inside a person's name
        return label != "PERSON" or page.texts[end - 1] in _QUOTES
    if text in ("'s", "’s"):
        return _ends_owner(page, at, start, label)
    if text in _BREAKS:
        return label != "ORG" or text not in (")", "/")
    return text[0].isdigit() and text[-1].isdigit() and label not in ("ORG", "FAC")


def _ends_owner(page: Page, at: int, start: int, label: str) -> bool:
    """Whether what stands before "'s" is a name of its own."""
    found = page.lists.gazetteer.longest(page.texts, start)
    if found and found[0] > at:
        return False  # "Moody's", "Lloyd's of London"
    if label in ("ORG", "FAC"):
        return bool(found and found[0] == at and found[1].label in ("GPE", "LOC"))
    return True


def _trim_marks(page: Page, start: int, end: int) -> tuple[int, int]:
    texts = page.texts
    while start < end and (texts[start].isspace() or texts[start] in _MARKS):
        start += 1
    while start < end and (
        texts[end - 1].isspace()
        or (texts[end - 1] in _MARKS and texts[end - 1] != ".")
        or texts[end - 1] in _POSSESSIVES
    ):
        end -= 1
    return start, end


def _trim_name(page: Page, start: int, end: int, label: str) -> Name | None:
    """Return the name without article, title, possessive and words around it."""
    first, last = start, end
    while True:
        start, end = _trim_marks(page, start, end)
        if start < end and page.texts[end - 1] == ".":
            end -= 1
        elif start < end and _is_outside(page, start, end, label):
            start += 1
        else:
            break
    start, end = _capital_core(page, start, end, label)
    if start >= end:
        return None
    rule = "" if (first, last) == (start, end) else TRIMMED
    return Name(start, end, label, rule, 0.0, was=label)


def _is_outside(page: Page, at: int, end: int, label: str) -> bool:
    """Whether the first token of a range is an article, a title or an office."""
    text = page.texts[at]
    if page.has("text.determiners", text):
        return True
    if end - at > 1 and (
        (_opens_sentence(page, at) and (label == "PERSON" or end - at == 2))
        or page.has("person.roles", text.lower())
        or (page.before(at) == "of" and page.has("person.offices", text))
    ):
        return True
    lists = page.lists
    is_first_name = text in lists.first_names or text in lists.unsure_first_names
    return (
        label == "PERSON"
        and page.is_title(text)
        and not (end - at == 2 and is_first_name)
    )


def _opens_sentence(page: Page, at: int) -> bool:
    """Whether a word stands there that is in capitals only to open a sentence."""
    text = page.texts[at]
    common = page.has("text.common", text) and not page.has("text.belonging", text)
    return common and page.begins(at)


def _capital_core(page: Page, start: int, end: int, label: str) -> tuple[int, int]:
    """Leave out words in lower case at the ends of a name."""
    particles = page.lists.words["person.particles"]
    texts = page.texts
    while start < end and not _may_open(texts[start], label, particles):
        start += 1
    while start < end and texts[end - 1][0].islower() and texts[end - 1] != "plc":
        if end - 2 > start and texts[end - 2] == "-" and page.is_glued(end - 2):
            break  # "Chung-tai" in three tokens
        end -= 1
    return start, end


def _may_open(text: str, label: str, particles: frozenset[str]) -> bool:
    if text[0].isupper() or text[0].isdigit():
        return True
    if not text[0].islower() and not text[0].isalpha():
        return False
    if any(letter.isupper() for letter in text):
        return True  # "al-Qaeda", "eBay"
    return label in ("PERSON", "ORG") and text in particles and text != "the"


def is_value(label: str) -> bool:
    """Whether *label* is of dates, sums and other values."""
    return label in _VALUES
