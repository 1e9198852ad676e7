"""Mentions that follow from another mention: surnames, short forms, acronyms."""

from __future__ import annotations

from collections import defaultdict

from annotator.suggest.naming.name import NAMES, TRIMMED, Name
from annotator.suggest.naming.page import Page

_SEARCHED = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC"])
_ELSEWHERE = "as elsewhere in the text"
_PLACED = frozenset(["in", "at", "near", "from", "to", "of", ",", "around", "outside"])
_SHORTEST = 3
_ACRONYM = 8


class Mentions:
    """The names of a document, to which later mentions of them are added."""

    def __init__(self, page: Page, names: list[Name]) -> None:
        self.page = page
        self.names = names
        self.taken = bytearray(len(page.texts))
        self._lower = {text for text in page.vocabulary if text.islower()}
        for name in names:
            self._take(name)

    def follow(self) -> None:
        """Label and add the mentions that follow from others."""
        surnames = self._surnames()
        self._relabel(surnames, "PERSON", "surname of {}")
        self._relabel(self._given_names(), "PERSON", "first name of {}")
        shorts = self._short_forms()
        for text in surnames:
            shorts.pop(text, None)
        self._relabel(shorts, "ORG", "short for {}")
        self._add_singles(surnames, "PERSON", "surname of {}", 0.82)
        self._add_singles(shorts, "ORG", "short for {}", 0.75)
        self._add_known()
        self._add_singles(self._given_names(), "PERSON", "first name of {}", 0.75)
        self._acronyms()

    def _take(self, name: Name) -> None:
        for at in range(name.start, name.end):
            self.taken[at] = 1

    def _add(self, name: Name) -> None:
        self.names.append(name)
        self._take(name)

    def _surnames(self) -> dict[str, str]:
        """Return surname → full name of the persons of the document."""
        found: dict[str, str] = {}
        page = self.page
        for name in self.names:
            if name.label != "PERSON" or len(name) < 2:
                continue
            end = name.end
            if page.texts[end - 1] in page.lists.words["person.suffixes"]:
                end -= 1
            last = page.texts[end - 1]
            if (
                end - name.start >= 2
                and last[0].islower()
                and "-" in (page.texts[end - 2])
            ):
                last = page.texts[name.start]  # "Leung Kwok-hung" is Mr Leung
            elif "-" in last and last.rpartition("-")[2].islower():
                last = page.texts[name.start]
            if end - name.start >= 2 and self._may_be_surname(name, last):
                found.setdefault(last, page.name(name.start, name.end))
        return found

    def _may_be_surname(self, name: Name, text: str) -> bool:
        page = self.page
        if len(text) < 2 or not text[0].isupper() or text[-1] == ".":
            return False
        if text.isupper() and not page.zones[name.start]:
            return False
        if text in page.lists.words["text.common"]:
            return False
        return text in page.lists.surnames or text.lower() not in self._lower

    def _given_names(self) -> dict[str, str]:
        """Return first name → full name of the persons of the document."""
        texts = self.page.texts
        return {
            texts[name.start]: self.page.name(name.start, name.end)
            for name in self.names
            if name.label == "PERSON"
            and len(name) > 1
            and texts[name.start] in self.page.lists.first_names
        }

    def _short_forms(self) -> dict[str, str]:
        """Return "Granger" → "Granger Foods Inc." of the document's organisations."""
        page = self.page
        found: dict[str, str] = {}
        for name in self.names:
            if name.label != "ORG" or len(name) < 2 or page.zones[name.start]:
                continue
            last = page.texts[name.end - 1]
            if not (
                last in page.lists.words["organisation.companies"]
                or page.texts[name.start + 1] in ("&", "and")
            ):
                continue
            first = page.texts[name.start]
            if len(first) < _SHORTEST or not first.isalpha() or self._is_word(first):
                continue
            found.setdefault(first, page.name(name.start, name.end))
        return found

    def _is_word(self, text: str) -> bool:
        """Whether *text* is more than the first word of one organisation's name."""
        lists = self.page.lists
        return (
            text in lists.words["text.common"]
            or text in lists.words["organisation.endings"]
            or text in lists.words["organisation.openings"]
            or text in lists.first_names
            or lists.gazetteer.get(text) is not None
            or text.lower() in self._lower
        )

    def _relabel(self, known: dict[str, str], label: str, rule: str) -> None:
        page = self.page
        for name in self.names:
            if len(name) > 1 or name.label not in NAMES:
                continue
            full = known.get(page.texts[name.start])
            if full is None:
                continue
            if name.label == label:
                if name.rule in ("", TRIMMED):
                    name.rule, name.score = rule.format(full), 0.9
            elif self._gives_way(name, label):
                name.was = name.was or name.label
                name.label, name.rule, name.score = label, rule.format(full), 0.85

    def _gives_way(self, name: Name, label: str) -> bool:
        """Whether a listed place may be a surname there: "Messina" of Frank Messina."""
        if name.fixed or name.rule.startswith("after “"):
            return False
        return name.may_change() or (
            label == "PERSON"
            and name.rule.endswith(("city", "region"))
            and self.page.before(name.start) not in _PLACED
        )

    def _add_singles(
        self, known: dict[str, str], label: str, rule: str, score: float
    ) -> None:
        page = self.page
        upper = {text.upper(): full for text, full in known.items()}
        for at in page.capitals:
            if self.taken[at]:
                continue
            text = page.texts[at]
            full = known.get(text)
            if full is None and text.isupper() and len(text) >= _SHORTEST:
                full = upper.get(text)
            if full is None or not self._stands_alone(at):
                continue
            start = at - self._particles(at, full) if label == "PERSON" else at
            self._add(Name(start, at + 1, label, rule.format(full), score))

    def _particles(self, at: int, full: str) -> int:
        """Return how many tokens before *at* are the particles of the full name."""
        words = full.split(" ")
        count = 0
        while (
            count + 2 < len(words)
            and at - count > 0
            and words[-2 - count] in self.page.lists.words["person.particles"]
            and self.page.texts[at - count - 1].lower() == words[-2 - count]
            and not self.taken[at - count - 1]
        ):
            count += 1
        return count

    def _stands_alone(self, at: int) -> bool:
        """Whether the capital at token *at* is no part of a longer, unknown name."""
        page = self.page
        if page.zones[at]:
            return True
        common = page.lists.words["text.common"]
        following = at + 1
        if (
            following < len(page.texts)
            and page.capital[following]
            and not self.taken[following]
            and page.texts[following] not in common
        ):
            return False
        earlier = at - 1
        if earlier >= 0 and page.capital[earlier] and not self.taken[earlier]:
            text = page.texts[earlier]
            return page.is_title(text) or page.begins(earlier) or text in common
        return True

    def _add_known(self) -> None:
        """Find the names of the document where the model missed them."""
        page = self.page
        texts = page.texts
        known = self._known()
        for at in page.capitals:
            if self.taken[at] or texts[at] not in known:
                continue
            for tokens, label in known[texts[at]]:
                end = at + len(tokens)
                if texts[at:end] != tokens or any(self.taken[at:end]):
                    continue
                if len(tokens) > 1 or self._stands_alone(at):
                    self._add(Name(at, end, label, _ELSEWHERE, 0.72))
                    break

    def _known(self) -> dict[str, list[tuple[list[str], str]]]:
        """Return first token → names that start with it, longest first."""
        page = self.page
        found: dict[tuple[str, ...], str] = {}
        for name in self.names:
            if name.label not in _SEARCHED or page.zones[name.start]:
                continue
            tokens = tuple(page.texts[name.start : name.end])
            if len(tokens) == 1 and (
                len(tokens[0]) < _SHORTEST
                or tokens[0] in page.lists.words["text.common"]
            ):
                continue
            found.setdefault(tokens, name.label)
            found.setdefault(tuple(token.upper() for token in tokens), name.label)
            if len(tokens) == 1 and tokens[0].isupper() and len(tokens[0]) > 4:
                found.setdefault((tokens[0].capitalize(),), name.label)
        known: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for tokens, label in sorted(found.items(), key=lambda item: -len(item[0])):
            known[tokens[0]].append((list(tokens), label))
        return known

    def _acronyms(self) -> None:
        """Read "World Food Programme (WFP)" and find WFP all through the text."""
        found = self._introduced()
        if not found:
            return
        texts = self.page.texts
        for name in self.names:
            if len(name) == 1 and texts[name.start] in found and name.label in NAMES:
                full = found[texts[name.start]]
                name.label, name.rule, name.score = "ORG", f"short for {full}", 0.88
        for at in self.page.capitals:
            if texts[at] in found and not self.taken[at]:
                full = found[texts[at]]
                self._add(Name(at, at + 1, "ORG", f"short for {full}", 0.86))

    def _introduced(self) -> dict[str, str]:
        found: dict[str, str] = {}
        texts = self.page.texts
        for name in self.names:
            end = name.end
            if len(name) < 2 or name.label not in ("ORG", "PERSON", "FAC"):
                continue
            if end + 2 >= len(texts) or texts[end] != "(" or texts[end + 2] != ")":
                continue
            short = texts[end + 1]
            if not (
                short.isupper() and short.isalpha() and 2 <= len(short) <= _ACRONYM
            ):
                continue
            words = texts[name.start : end]
            initials = "".join(word[0] for word in words if word[0].isupper())
            if name.label == "ORG" or initials == short:
                name.label = "ORG"
                found[short] = self.page.name(name.start, end)
        return found
