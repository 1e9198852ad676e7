"""All names of a document: the model's and the rules', made one."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.suggest.naming.consistency import make_consistent
from annotator.suggest.naming.endings import find_by_endings
from annotator.suggest.naming.listed import find_listed, is_backed
from annotator.suggest.naming.name import NAMES, PLACES, TITLED, TRIMMED, Name, family
from annotator.suggest.naming.openings import find_by_openings
from annotator.suggest.naming.page import Page, Zone
from annotator.suggest.naming.persons import find_persons
from annotator.suggest.naming.recognised import is_value, recognised
from annotator.suggest.naming.sport import find_results

# Rules that know where a name ends.
_CLOSED = ("ends in", "dateline")
_LONGEST_HEADING = 3
_AGREED = 0.93
_CORRECTED = 0.85


def find_names(page: Page, *, teams: bool = True) -> list[Name]:
    """Return the names of a document in order; none overlaps another.

    What two sources say of the same words is settled by how much each may be
    trusted: tables of sport, longest name of words and lists, the model, a single
    word of a list.

    Args:
        teams: Whether a place that is played for is an organisation.
    """
    listed = find_listed(page)
    patterns = [
        *find_persons(page),
        *find_by_endings(page),
        *find_by_openings(page),
        *(name for name in listed if len(name) > 1),
    ]
    board = Board(page, (name for name in listed if len(name) == 1))
    if teams:
        board.add(find_results(page))
    board.add(sorted(patterns, key=_order))
    for entity in recognised(page):
        board.add_recognised(entity)
    board.add(name for name in board.singles.values() if is_backed(page, name))
    return make_consistent(page, board.names(), teams=teams)


def _order(name: Name) -> tuple[int, bool, int]:
    return -len(name), not name.is_listed, name.start


class Board:
    """The names settled so far, under each of their tokens.

    Attributes:
        singles: Token → the listed name of that one token.
    """

    def __init__(self, page: Page, singles: Iterable[Name]) -> None:
        self.page = page
        self.singles = {name.start: name for name in singles}
        self._taken: dict[int, Name] = {}

    def names(self) -> list[Name]:
        """Return the names in order."""
        found = {id(name): name for name in self._taken.values()}
        return sorted(found.values(), key=lambda name: name.start)

    def add(self, names: Iterable[Name]) -> None:
        """Add the names whose tokens are free, in their order."""
        for name in names:
            places = range(name.start, name.end)
            if not any(at in self._taken for at in places):
                self._taken.update(dict.fromkeys(places, name))

    def add_recognised(self, entity: Name) -> None:
        """Add what the model found, where rules do not know better."""
        if entity.label in NAMES:
            self._reduce(entity)
        places = range(entity.start, entity.end)
        others = {
            id(self._taken[at]): self._taken[at] for at in places if at in self._taken
        }
        if others:
            if not is_value(entity.label):
                self._contest(entity, list(others.values()))
        elif is_value(entity.label):
            self._add_value(entity)
        elif entity.label not in NAMES:
            self._add_titled(entity)
        elif not (_is_unsupported(self.page, entity) or _is_no_name(self.page, entity)):
            single = self.singles.get(entity.start)
            if single and len(entity) == 1:
                _agree(entity, single)
            if entity.label:
                self._add(entity)

    def _add(self, entity: Name) -> None:
        self.add([entity])
        for at in range(entity.start, entity.end):
            self.singles.pop(at, None)

    def _add_value(self, entity: Name) -> None:
        """Add a date or a sum, unless it holds a name: "Vellmar 1996"."""
        inside = (self.singles.get(at) for at in range(entity.start, entity.end))
        if self.page.zones[entity.start] or not any(n and n.label for n in inside):
            self._add(entity)

    def _add_titled(self, entity: Name) -> None:
        """Add a work or a product, unless the lists are sure that it is none."""
        single = self.singles.get(entity.start)
        is_known = single is not None and single.label in PLACES | {"ORG"}
        if single and is_known and len(entity) == 1 and entity.label in TITLED:
            _agree(entity, single)
        self._add(entity)

    def _reduce(self, entity: Name) -> None:
        """Take listed words off the ends of a name that they are no part of."""
        for at in range(entity.start, entity.end):
            name = self.singles.get(at)
            if name is None or name.may_change() or len(entity) == 1:
                continue
            if at == entity.start and _is_apart(name, entity.label):
                entity.start += 1
                entity.rule = TRIMMED
            elif at == entity.end - 1 and not name.label:
                entity.end -= 1
                entity.rule = TRIMMED
        page = self.page
        while (
            len(entity) > 1
            and page.is_title(page.after(entity.end))
            and page.has("person.portfolios", page.texts[entity.end - 1])
        ):
            entity.end -= 1  # "EU" of "EU Farm Commissioner"

    def _contest(self, entity: Name, others: list[Name]) -> None:
        """Let the model's entity stand, or what the rules found, where both are."""
        other = others[0]
        if len(others) == 1 and (other.start, other.end) == (entity.start, entity.end):
            other.was = entity.label
            if family(other.label) == family(entity.label):
                other.score = max(other.score, _AGREED)
        elif _is_wider(entity, others) and not _is_unsupported(self.page, entity):
            for at in range(entity.start, entity.end):
                self._taken[at] = entity


def _is_wider(entity: Name, others: list[Name]) -> bool:
    """Whether the model's entity is the whole name that rules found parts of."""
    if any(o.start < entity.start or entity.end < o.end or o.fixed for o in others):
        return False
    if entity.label == "PERSON":
        return all(other.label == "PERSON" for other in others)
    if len(others) > 1:
        return False
    closed = others[0].rule.startswith(_CLOSED) and others[0].end < entity.end
    return not closed and (entity.label in TITLED or entity.label in ("ORG", "FAC"))


def _is_apart(name: Name, label: str) -> bool:
    """Whether a listed word at the start of an entity is no part of its name."""
    if not name.label:
        return True
    if label == "PERSON":
        return name.label == "NORP" or name.rule.endswith("country")
    return name.label == "NORP" and label not in ("ORG", "NORP")


def _is_unsupported(page: Page, entity: Name) -> bool:
    """Whether it stands in a headline, where models guess, and nothing backs it."""
    zone = page.zones[entity.start]
    if zone != Zone.HEADLINE or entity.label != "PERSON" or len(entity) == 1:
        return zone != Zone.PROSE
    words = page.texts[entity.start : entity.end]
    lists = page.lists
    return any(page.has("text.common", word) for word in words) or not (
        words[0] in lists.first_names
        or words[0] in lists.unsure_first_names
        or words[-1] in lists.surnames
    )


def _is_no_name(page: Page, entity: Name) -> bool:
    """Whether it is a word that only starts a sentence or names an office."""
    text = page.texts[entity.start]
    if len(entity) > 1:
        if page.has("text.storms", text):
            entity.label, entity.rule = "EVENT", f"“{text} …”"
        words = page.texts[entity.start : entity.end]
        is_heading = all(w.isupper() and len(w) <= _LONGEST_HEADING for w in words)
        return is_heading and not any("." in w or "&" in w for w in words)
    if page.is_title(page.after(entity.end)) and page.has("person.portfolios", text):
        return True
    entry = page.lists.gazetteer.get(text)
    if page.has("text.common", text) and not (entry and entry.sure):
        return entity.label != "LOC"
    if entry or text in page.lists.surnames or text in page.lists.first_names:
        return False
    tag = page.doc[entity.start].tag_
    is_word = bool(tag) and not tag.startswith("NNP") and not text.isupper()
    return is_word and page.begins(entity.start)


def _agree(entity: Name, single: Name) -> None:
    """Set the label of the model's entity of one token by the gazetteer."""
    same = family(single.label) == family(entity.label)
    if single.may_change():
        if same:
            entity.rule, entity.score = single.rule, _CORRECTED
        return
    entity.was, entity.rule = entity.label, single.rule
    entity.score = _AGREED if same else _CORRECTED
    if not same:
        entity.label = single.label
