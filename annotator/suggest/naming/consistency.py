"""One label for one name: what a document says of a name holds all through it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from annotator.suggest.naming.name import NAMES, PLACES, Name, family
from annotator.suggest.naming.page import Page, Zone
from annotator.suggest.naming.sport import is_team

_GAZETTEER = "gazetteer: "
_STRONG = 3.0
_SURE = 4.0


class Document:
    """The names of one document while they are made consistent."""

    def __init__(self, page: Page, names: list[Name], *, is_sport: bool) -> None:
        self.page = page
        self.names = names
        self.is_sport = is_sport
        self.taken = bytearray(len(page.texts))
        for name in names:
            for at in range(name.start, name.end):
                self.taken[at] = 1

    def settle(self) -> list[Name]:
        """Return the names with labels that agree, missed mentions added."""
        self._by_context()
        self._unify()
        surnames = self._surnames()
        self._relabel_surnames(surnames)
        self._add_surnames(surnames)
        self._add_known()
        self._acronyms()
        if self.is_sport:
            self._teams()
        self._score()
        names = [name for name in self.names if name.label]
        return sorted(names, key=lambda name: name.start)

    def key(self, name: Name) -> str:
        """Return the words of a name as one string."""
        return self.page.name(name.start, name.end)

    def _by_context(self) -> None:
        """Set labels that the words right before a name decide."""
        page = self.page
        prepositions = page.lists.words["place.prepositions"]
        persons = page.lists.first_names | page.lists.surnames
        for name in self.names:
            if name.label not in ("PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART"):
                continue
            if len(name) > 1 or page.zones[name.start]:
                continue
            text = page.texts[name.start]
            unsure = name.rule.endswith("?")
            if name.rule.startswith(_GAZETTEER) and not unsure:
                continue
            before = page.before(name.start)
            if before in prepositions and text not in persons:
                if page.after(name.end) in ("'s", "’s", "shares", "stock"):
                    continue
                if text.isupper() and len(text) <= 5:
                    continue
                name.label, name.rule = "GPE", f"after “{before}”"
                name.score = 0.7

    def _unify(self) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for name in self.names:
            votes[self.key(name)][family(name.label)] += self._vote(name)
        for name in self.names:
            if name.label not in NAMES or name.fixed:
                continue
            counts = votes[self.key(name)]
            if len(counts) < 2:
                continue
            best, weight = counts.most_common(1)[0]
            if best not in NAMES or family(name.label) == best:
                continue
            if weight > counts[family(name.label)]:
                name.label = best
                name.rule = "as elsewhere in the text"
                name.score = 0.72

    def _vote(self, name: Name) -> float:
        if name.rule.startswith(_GAZETTEER):
            return _SURE if not name.rule.endswith("?") else 1.0
        if name.rule in ("", "trimmed"):
            return 0.5 if self.page.zones[name.start] else 1.0
        return _STRONG

    def _surnames(self) -> dict[str, str]:
        """Return surname → full name of the persons of the document."""
        found: dict[str, str] = {}
        texts = self.page.texts
        known = self.page.lists.words
        for name in self.names:
            if name.label != "PERSON" or len(name) < 2:
                continue
            last = texts[name.end - 1]
            if last in known["person.suffixes"] and len(name) > 2:
                last = texts[name.end - 2]
            if len(last) < 2 or not last[0].isupper() or last in known["text.common"]:
                continue
            found.setdefault(last, self.key(name))
        return found

    def _relabel_surnames(self, surnames: dict[str, str]) -> None:
        page = self.page
        for name in self.names:
            if len(name) > 1 or name.label not in NAMES or name.label == "PERSON":
                continue
            text = page.texts[name.start]
            full = surnames.get(text)
            if full is None or name.fixed:
                continue
            if name.rule.startswith(_GAZETTEER) and not name.rule.endswith("?"):
                continue
            if name.rule.startswith("after “"):
                continue
            name.was = name.was or name.label
            name.label, name.rule, name.score = "PERSON", f"surname of {full}", 0.85

    def _add_surnames(self, surnames: dict[str, str]) -> None:
        page = self.page
        upper = {surname.upper(): full for surname, full in surnames.items()}
        for at in page.capitals:
            if self.taken[at]:
                continue
            text = page.texts[at]
            full = surnames.get(text)
            if full is None and page.zones[at] == Zone.CAPITALS:
                full = upper.get(text)
            if full is None or not self._stands_alone(at):
                continue
            self._add(Name(at, at + 1, "PERSON", f"surname of {full}", 0.82))

    def _stands_alone(self, at: int) -> bool:
        """Whether the capital at token *at* is no part of a longer, unknown name."""
        page = self.page
        if page.zones[at]:
            return True
        following = at + 1
        if following < len(page.texts) and page.capital[following]:
            if not self.taken[following] and page.texts[following] not in (
                page.lists.words["text.common"]
            ):
                return False
        earlier = at - 1
        if earlier >= 0 and page.capital[earlier] and not self.taken[earlier]:
            return page.is_title(page.texts[earlier]) or page.begins(earlier)
        return True

    def _add(self, name: Name) -> None:
        self.names.append(name)
        for at in range(name.start, name.end):
            self.taken[at] = 1

    def _add_known(self) -> None:
        """Find the names of the document where the model missed them."""
        known: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        texts = self.page.texts
        seen: set[str] = set()
        for name in self.names:
            key = self.key(name)
            if name.label not in ("PERSON", "ORG", "GPE", "LOC", "FAC") or key in seen:
                continue
            if self.page.zones[name.start]:
                continue
            seen.add(key)
            tokens = texts[name.start : name.end]
            if len(tokens) == 1 and (
                len(tokens[0]) < 3 or tokens[0] in self.page.lists.words["text.common"]
            ):
                continue
            known[tokens[0]].append((tokens, name.label))
            known[tokens[0].upper()].append(([t.upper() for t in tokens], name.label))
        for at in self.page.capitals:
            if self.taken[at] or texts[at] not in known:
                continue
            for tokens, label in sorted(known[texts[at]], key=lambda k: -len(k[0])):
                end = at + len(tokens)
                if texts[at:end] == tokens and not any(self.taken[at:end]):
                    if len(tokens) == 1 and not self._stands_alone(at):
                        continue
                    self._add(Name(at, end, label, "as elsewhere in the text", 0.72))
                    break

    def _acronyms(self) -> None:
        """Read "World Food Programme (WFP)" and find WFP all through the text."""
        found: dict[str, str] = {}
        texts = self.page.texts
        for name in self.names:
            if len(name) < 2 or name.label not in ("ORG", "PERSON", "FAC"):
                continue
            end = name.end
            if end + 2 >= len(texts) or texts[end] != "(" or texts[end + 2] != ")":
                continue
            short = texts[end + 1]
            if not (2 <= len(short) <= 8 and short.isupper() and short.isalpha()):
                continue
            initials = "".join(
                t[0] for t in texts[name.start : name.end] if t[0].isupper()
            )
            if name.label == "ORG" or initials == short:
                found[short] = self.key(name)
                name.label = "ORG"
        if not found:
            return
        for name in self.names:
            text = self.key(name)
            if text in found and name.label in NAMES:
                name.label, name.rule = "ORG", f"short for {found[text]}"
                name.score = 0.88
        for at in self.page.capitals:
            text = texts[at]
            if text in found and not self.taken[at]:
                self._add(Name(at, at + 1, "ORG", f"short for {found[text]}", 0.86))

    def _teams(self) -> None:
        """Make places that are played for organisations."""
        played: set[str] = set()
        places = [n for n in self.names if n.label in ("GPE", "PERSON") and not n.fixed]
        places = [n for n in places if not n.rule.endswith("country")]
        for name in self.names:
            if name.fixed and name.label == "ORG":
                played.add(self.key(name))
        for name in places:
            sign = is_team(self.page, name)
            if sign and name.label == "GPE":
                played.add(self.key(name))
                name.label, name.rule, name.score = "ORG", f"team: {sign}", 0.7
                name.fixed = True
        for name in places:
            if name.label == "GPE" and not name.fixed and self.key(name) in played:
                before = self.page.before(name.start).lower()
                after = self.page.after(name.end)
                if before in ("in", "at", "near", "from", "of", ",") or after == ",":
                    continue
                if after[:1].isdigit() and len(after) >= 4:
                    continue  # a dateline
                name.label, name.rule, name.score = "ORG", "team elsewhere", 0.62

    def _score(self) -> None:
        """Score what only the model speaks for by how often it does."""
        counts = Counter(self.key(name) for name in self.names)
        for name in self.names:
            if name.score:
                continue
            score = 0.6 + 0.04 * min(counts[self.key(name)] - 1, 3)
            if name.label == "PERSON" and len(name) > 1:
                score += 0.12
            if self.page.zones[name.start]:
                score -= 0.15
            name.score = score

    def places(self) -> Iterator[Name]:
        """Yield the names of places."""
        return (name for name in self.names if name.label in PLACES)
