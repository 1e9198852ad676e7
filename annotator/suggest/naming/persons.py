"""Names of persons by first names, initials, titles, roles and bylines."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.suggest.naming.name import Name
from annotator.suggest.naming.page import Page, Zone

_LONGEST = 5
_NICKNAME = 7
_INSIDE = str.maketrans("", "", "-'’")
_BYLINE = "byline"
_ENDINGS = ("organisation.endings", "place.endings", "place.buildings")
_PLACED = ("city", "region", "capital", "sport club")
_BYLINE_WORDS = frozenset(["By", "by", "BY"])


def find_persons(page: Page) -> Iterator[Name]:
    """Yield persons that the words around or in the name give away."""
    texts = page.texts
    behind = 0
    byline: Name | None = None
    for at in page.capitals:
        if at < behind:
            continue
        found = None
        if at and texts[at - 1] in _BYLINE_WORDS:
            found = _after_by(page, at)
        elif byline and at == byline.end + 1:
            found = _next_byline(page, at)
        found = found or _by_first_word(page, at) or _after_cue(page, at)
        if found:
            byline = found if found.rule == _BYLINE else None
            yield found
            behind = found.end


def _by_first_word(page: Page, at: int) -> Name | None:
    text = page.texts[at]
    if text in page.lists.first_names:
        return _after_first_name(page, at)
    if _is_initial(text):
        return _after_initial(page, at)
    is_shouted = page.zones[at] == Zone.CAPITALS
    if is_shouted and text.capitalize() in page.lists.first_names:
        return _in_capitals(page, at)
    return None


def _after_first_name(page: Page, at: int) -> Name | None:
    """Read "Ana Maria de la Cruz" from its first name on."""
    end = surname_end(page, _behind_nickname(page, at + 1))
    if end is None or _belongs_to_more(page, at, end):
        return None
    # "Saint-Denis" and "Santa Ana" are no persons.
    if page.before(at) in page.lists.words["place.openings"]:
        return None
    return Name(at, end, "PERSON", "first name", 0.88)


def _behind_nickname(page: Page, at: int) -> int:
    """Return the token behind a nickname in quotation marks at token *at*."""
    if page.after(at) in ('"', "“", "``"):
        for end in range(at + 2, min(at + _NICKNAME, len(page.texts))):
            if page.texts[end] in ('"', "”", "''"):
                return end + 1
    return at


def _after_initial(page: Page, at: int) -> Name | None:
    """Read "A. Stewart" and "J. R. Smith"."""
    first = at
    while at < len(page.texts) and _is_initial(page.texts[at]):
        at += 1
    end = surname_end(page, at)
    if end is None or _belongs_to_more(page, first, end):
        return None
    before = page.before(first)
    is_apart = page.is_title(before) or page.has("text.common", before)
    if before[:1].isupper() and not is_apart:
        return None  # "Michael J. Fox" and "John F. Kennedy Airport" start before it
    return Name(first, end, "PERSON", "initial", 0.85)


def _in_capitals(page: Page, at: int) -> Name | None:
    """Read "MICHAEL SCHUMACHER WINS": one word after the first name."""
    following = page.after(at + 1)
    if not (len(following) > 2 and following.isalpha() and following.isupper()):
        return None
    word = following.capitalize()
    if page.lists.gazetteer.longest(page.texts, at, capitals=True):
        return None
    if _is_word(page, word) or page.lists.gazetteer.longest(
        page.texts, at + 1, capitals=True
    ):
        return None
    return Name(at, at + 2, "PERSON", "first name", 0.6)


def _after_by(page: Page, at: int) -> Name | None:
    """Read "By ANA LI"."""
    if not _is_byline(page, at - 1):
        return None
    end = _byline_end(page, at)
    return Name(at, end, "PERSON", _BYLINE, 0.85) if end - at >= 2 else None


def _after_cue(page: Page, at: int) -> Name | None:
    """Read names after "Mr", after "spokesman" and after "Secretary of State"."""
    before = page.before(at)
    alone = False
    if page.has("person.offices", before) and _is_office(page, at - 1):
        rule, score = f"after “of {before}”", 0.85
    elif before[:1].isupper() and page.has("person.sure_titles", before.rstrip(".")):
        rule, score, alone = f"title {before}", 0.88, True
    elif page.has("person.roles", before) and page.zones[at] == Zone.PROSE:
        rule, score = f"after “{before}”", 0.8
    else:
        return None
    if alone:
        end = surname_end(page, at, alone=True)
    else:
        end = surname_end(page, at + 1) if _may_start(page, at) else None
    if end is None or _belongs_to_more(page, at, end):
        return None
    return Name(at, end, "PERSON", rule, score)


def _is_office(page: Page, at: int) -> bool:
    """Whether "of State" of "Secretary of State" ends at token *at*."""
    return page.before(at) == "of" and page.is_title(page.before(at - 1))


def _is_byline(page: Page, at: int) -> bool:
    before = page.before(at).lower()
    if page.has("person.byline_leads", before):
        return True
    # A sentence may start with "By", so the name has to fill the line.
    return not before and any(
        start == at and end - start <= 12 for start, end in page.lines
    )


def _next_byline(page: Page, at: int) -> Name | None:
    """Read "Bo Berg" in "By Ana Li and Bo Berg"."""
    end = _byline_end(page, at)
    joined = page.before(at) in ("and", ",", "&", "AND")
    if not joined or end - at < 2:
        return None
    if _is_word(page, page.texts[at]) or _is_word(page, page.texts[end - 1]):
        return None
    return Name(at, end, "PERSON", _BYLINE, 0.85)


def _byline_end(page: Page, at: int) -> int:
    """Return the end of a name that may be in capitals."""
    end = at
    while end - at < _LONGEST and (
        page.after(end)[:1].isupper()
        or (page.after(end) in page.lists.words["person.particles"] and end > at)
    ):
        end += 1
    return end


def surname_end(page: Page, at: int, *, alone: bool = False) -> int | None:
    """Return where the name ends whose surname may start at token *at*.

    Args:
        alone: Whether *at* is the first word of the name.
    """
    texts = page.texts
    start = at
    end = None
    while at < len(texts) and at - start < _LONGEST:
        if _may_start(page, at):
            at += 1
            end = at
        elif _is_inside(page, at) and not (alone and _is_initial(texts[at])):
            at += 1
        elif end and page.has("person.suffixes", texts[at]):
            return at + 1
        elif end and texts[at] == "-" and _joins(page, at):
            at += 2  # "Min-jae" in three tokens
            end = at
        else:
            break
    return end


def _is_inside(page: Page, at: int) -> bool:
    """Whether an initial or a particle before a surname stands there."""
    text = page.texts[at]
    return _is_initial(text) or (
        page.has("person.particles", text.lower()) and _goes_on(page, at)
    )


def _goes_on(page: Page, at: int) -> bool:
    """Whether a capital follows particles: "van der Bellen", not "de facto"."""
    for following in range(at + 1, min(at + 3, len(page.texts))):
        if page.capital[following]:
            return _may_start(page, following)
        if not page.has("person.particles", page.texts[following]):
            return page.texts[following] == "-"
    return False


def _joins(page: Page, at: int) -> bool:
    """Whether a hyphen of its own stands inside a name: "Jean-Pierre" in three."""
    return page.is_glued(at) and page.after(at + 1)[:1].isalpha()


def _may_start(page: Page, at: int) -> bool:
    """Whether the token may be a word of a person's name."""
    text = page.after(at)
    if len(text) < 2 or not text[0].isupper() or _is_word(page, text):
        return False
    if not text.translate(_INSIDE).isalpha():
        return False
    if text.isupper() and page.zones[at] != Zone.CAPITALS:
        return False
    longest = page.lists.gazetteer.longest(page.texts, at)
    if longest is None:
        return True
    end, entry = longest
    # "Jack London", but neither "Mary German" nor "John Reuters".
    return end == at + 1 and (not entry.sure or entry.title in _PLACED)


def _is_word(page: Page, text: str) -> bool:
    words = page.lists.words
    return (
        text in words["text.common"]
        or _is_no_name(page, text)
        or page.is_title(text)
        or (
            text not in page.lists.surnames
            and any(text in words[sort] for sort in _ENDINGS)
        )
    )


def _is_no_name(page: Page, text: str) -> bool:
    """Whether the lists know it to be no name: "Monday"."""
    entry = page.lists.gazetteer.get(text)
    return entry is not None and not entry.label


def _belongs_to_more(page: Page, start: int, end: int) -> bool:
    """Whether the words are part of a longer name: "John Lewis Partnership Ltd"."""
    words = page.lists.words
    last = page.texts[end - 1]
    following = page.after(end)
    if following in ("&", "'n'"):
        return True
    if (
        following in words["organisation.endings"]
        or following in words["place.buildings"]
    ):
        return page.zones[end] == Zone.PROSE
    if last in words["organisation.endings"] and last not in page.lists.surnames:
        return True
    return page.before(start) in ("&", "of") and page.before(start - 1) in (
        words["organisation.openings"] | {"St", "St."}
    )


def _is_initial(text: str) -> bool:
    """Whether *text* is "J." or "J.R."."""
    return (
        2 <= len(text) <= 4
        and text[-1] == "."
        and all(part.isupper() and len(part) == 1 for part in text[:-1].split("."))
    )
