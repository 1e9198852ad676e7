"""All names of a document: the model's and the rules', made one."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.suggest.naming.consistency import make_consistent
from annotator.suggest.naming.lists import Entry
from annotator.suggest.naming.name import NAMES, PLACES, TITLED, Name
from annotator.suggest.naming.organisations import find_organisations
from annotator.suggest.naming.page import Page, Zone
from annotator.suggest.naming.persons import find_persons
from annotator.suggest.naming.recognised import is_value, recognised
from annotator.suggest.naming.sport import find_results


_STORMS = frozenset(
    ["Hurricane", "Typhoon", "Cyclone", "Storm", "Operation", "Tropical", "Project"]
)
_PORTFOLIOS = frozenset(
    ["State", "City", "Council", "County", "Defence", "Defense", "Foreign", "Finance"]
    + ["Interior", "Justice", "Health", "Education", "Trade", "Agriculture", "Farm"]
    + ["Transport", "Infrastructure", "Energy", "Environment", "Labour", "Labor"]
    + ["Culture", "Information", "Economy", "Economics", "Industry", "Oil", "Planning"]
    + ["Home", "Prime", "Vice", "Deputy", "District", "Budget", "Housing", "Security"]
)


def find_names(page: Page) -> list[Name]:
    """Return the names of a document in order; none overlaps another."""
    listed = _listed(page)
    patterns = [*find_persons(page), *find_organisations(page)]
    patterns += (name for name in listed if len(name) > 1)
    results = list(find_results(page))
    taken = _settle(page, results, {})
    taken = _settle(page, sorted(patterns, key=_weight), taken)
    singles = {name.start: name for name in listed if len(name) == 1}
    model = list(recognised(page))
    taken = _with_model(page, model, singles, taken)
    taken = _settle(page, singles.values(), taken)
    names = sorted({id(n): n for n in taken.values()}.values(), key=lambda n: n.start)
    return make_consistent(page, names)


def _listed(page: Page) -> list[Name]:
    """Return what the gazetteer knows, longest names first at each token."""
    texts = page.texts
    gazetteer = page.lists.gazetteer
    heads = gazetteer.as_written
    capital_heads = gazetteer.in_capitals
    names = []
    behind = 0
    for at, text in enumerate(texts):
        if at < behind:
            continue
        found: tuple[int, Entry] | None = None
        capitals = page.zones[at] == Zone.CAPITALS
        if text in heads:
            found = gazetteer.longest(texts, at)
        if found is None and (capitals or _is_shouted(text)) and text in capital_heads:
            found = gazetteer.longest(texts, at, capitals=True)
            if found and found[0] == at + 1 and not capitals and len(text) < 4:
                continue
        if found is None:
            continue
        end, entry = found
        if text in ("The", "the") and end - at > 1:
            at += 1
        score = 0.85 if entry.sure else 0.6
        rule = f"gazetteer: {entry.title}"
        if not entry.sure:
            rule += "?"
        names.append(Name(at, end, entry.label, rule, score - 0.1 * capitals))
        behind = end
    return names


def _is_shouted(text: str) -> bool:
    """Whether *text* may be a name in capitals, as in a dateline, and no short form."""
    return len(text) >= 3 and text.isupper() and text.isalpha()


def _weight(name: Name) -> tuple[int, bool, int]:
    return -len(name), not name.rule.startswith("gazetteer"), name.start


def _settle(
    page: Page, names: Iterable[Name], taken: dict[int, Name]
) -> dict[int, Name]:
    """Add the names whose tokens are free, in their order."""
    for name in names:
        if not any(at in taken for at in range(name.start, name.end)):
            for at in range(name.start, name.end):
                taken[at] = name
    return taken


def _with_model(
    page: Page, model: list[Name], singles: dict[int, Name], taken: dict[int, Name]
) -> dict[int, Name]:
    """Add the model's entities to what the patterns found."""
    for entity in model:
        others = {
            id(taken[at]): taken[at]
            for at in range(entity.start, entity.end)
            if at in taken
        }
        if not others:
            _place(page, entity, singles, taken)
        elif is_value(entity.label):
            continue
        else:
            _contest(entity, list(others.values()), taken)
    return taken


def _place(
    page: Page, entity: Name, singles: dict[int, Name], taken: dict[int, Name]
) -> None:
    inside = [
        singles[at] for at in range(entity.start, entity.end) if at in singles
    ]
    if is_value(entity.label):
        if any(name.label for name in inside) and page.zones[entity.start] == 0:
            return  # "Vellmar 1996" as a date
    elif entity.label in NAMES:
        if _is_unsupported(page, entity) or _is_no_name(page, entity):
            return
        _reduce(page, entity, inside)
    if len(entity) < 1 or entity.start >= entity.end:
        return
    single = singles.get(entity.start)
    if single and len(entity) == 1:
        if is_value(entity.label) and not single.label:
            _settle(page, [entity], taken)
            return
        _agree(entity, single)
    if entity.label:
        _settle(page, [entity], taken)
        for at in range(entity.start, entity.end):
            singles.pop(at, None)


def _is_unsupported(page: Page, entity: Name) -> bool:
    """Whether it stands in a headline, where models guess, and nothing backs it."""
    zone = page.zones[entity.start]
    if zone == Zone.HEADLINE and entity.label == "PERSON" and len(entity) > 1:
        return not _is_plain_person(page, entity)
    return zone != Zone.PROSE


def _is_plain_person(page: Page, entity: Name) -> bool:
    words = page.texts[entity.start : entity.end]
    lists = page.lists
    return not any(word in lists.words["text.common"] for word in words) and (
        words[0] in lists.first_names
        or words[0] in lists.unsure_first_names
        or words[-1] in lists.surnames
    )


def _is_no_name(page: Page, entity: Name) -> bool:
    """Whether it is a word that only starts a sentence or names an office."""
    text = page.texts[entity.start]
    if len(entity) > 1:
        if text in _STORMS:
            entity.label, entity.rule = "EVENT", f"“{text} …”"
        return False
    if page.is_title(page.after(entity.end)) and text in _PORTFOLIOS:
        return True
    entry = page.lists.gazetteer.get(text)
    if page.has("text.common", text) and not (entry and entry.sure):
        return entity.label != "LOC"
    tag = page.doc[entity.start].tag_
    return bool(tag) and not tag.startswith("NNP") and page.begins(entity.start) and (
        entry is None
        and text not in page.lists.surnames
        and text not in page.lists.first_names
        and not text.isupper()
    )


def _reduce(page: Page, entity: Name, inside: list[Name]) -> None:
    """Take listed words off the ends of a name that they are no part of."""
    for name in inside:
        if len(entity) == 1:
            return
        sure = not name.rule.endswith("?")
        apart = (
            name.label in ("NORP", "")
            if entity.label != "ORG"
            else not name.label
        ) or (entity.label == "PERSON" and name.rule.endswith("country"))
        if sure and apart:
            if name.start == entity.start and entity.label != "NORP":
                entity.start += 1
                entity.rule = "trimmed"
            elif name.end == entity.end and not name.label:
                entity.end -= 1
                entity.rule = "trimmed"


def _agree(entity: Name, single: Name) -> None:
    """Set the label of the model's entity of one token by the gazetteer."""
    sure = not single.rule.endswith("?")
    if not sure:
        same = single.label == entity.label or {single.label, entity.label} <= PLACES
        entity.rule = single.rule if same else entity.rule
        entity.score = 0.85 if same else 0.0
        return
    entity.was = entity.label
    entity.rule = single.rule
    same = single.label == entity.label or {single.label, entity.label} <= PLACES
    entity.score = 0.93 if same else 0.85
    if not same:
        entity.label = single.label


def _contest(entity: Name, others: list[Name], taken: dict[int, Name]) -> None:
    """Let the model's entity stand, or what the patterns found, where both are."""
    exact = others[0] if len(others) == 1 else None
    if exact and (exact.start, exact.end) == (entity.start, entity.end):
        exact.was = entity.label
        same = exact.label == entity.label or {exact.label, entity.label} <= PLACES
        if exact.rule.startswith("ends in “Cent") and entity.label in PLACES:
            exact.label = entity.label
        if same:
            exact.score = max(exact.score, 0.93)
        return
    wider = all(entity.start <= o.start and o.end <= entity.end for o in others)
    if not wider:
        return
    keeps = entity.label in TITLED or entity.label in ("ORG", "FAC")
    joins = entity.label == "PERSON" and all(o.label == "PERSON" for o in others)
    if (keeps and len(others) == 1 and others[0].rule != "row of a table") or joins:
        for other in others:
            for at in range(other.start, other.end):
                taken.pop(at, None)
        for at in range(entity.start, entity.end):
            taken[at] = entity
