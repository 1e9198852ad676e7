"""Which signs a sentence shows that it is worth checking, or that it is not."""

from __future__ import annotations

import re

from annotator.suggest.claiming.sentences import Entity, Sentence
from annotator.suggest.claiming.vocabulary import Vocabulary, vocabulary
from annotator.suggest.tags import FINITE

Shown = dict[str, dict[str, None]]
"""Name of a sign → the different words that show it, in order."""

_TIMES = frozenset({"DATE", "TIME"})
_PARTIES = frozenset(
    {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "LAW", "PRODUCT", "EVENT"}
)
_COMPARED = {
    "JJR": "comparison",
    "RBR": "comparison",
    "JJS": "superlative",
    "RBS": "superlative",
}
_READ = frozenset({*_COMPARED, "VBD", "VBN"})
_HOLDS_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[789]|20)\d\d(?:s)?")
_LONG_AGO = re.compile(r"\b(?:ago|last|since|years?|months?|(?:1[789]|20)\d\d)\b", re.I)
_TITLE = re.compile(
    r"(?:^|,)\s*(?:(?:and|but|so|well|now|look|no|yes|the|mr|mrs|ms|dr|sir|senator"
    r"|governor|secretary|congress(?:wo)?man|judge|mayor|president|vice|lieutenant"
    r"|minister|you|thank|thanks|again)\b[\s.,]*)*$",
    re.IGNORECASE,
)
_LIST_MARKS = ("- ", "• ", "* ", "– ", "· ", "© ", "↓", "→", "| ")
_BYLINE = re.compile(r"(?:By|Text|Words|Story)\b:?(?:\s(?:and|[A-Z][\w.’'-]*),?){2,8}")
_ADDRESS = re.compile(r"@\w+[\w.-]*\.\w\w|https?://|www\.")
_BEFORE = 60
"""How much of the sentence before a name is looked at."""
_STAGE = re.compile(r"[(\[][^)\]]*[)\]]\W*")
_BACK = 3
"""How many words before a verb its subject is looked for."""


def signs_of(sentence: Sentence) -> Shown:
    """Return every sign that *sentence* shows with the words that show it."""
    return _Reader(sentence, vocabulary()).read()


class _Reader:
    """Reads one sentence, word by word."""

    def __init__(self, sentence: Sentence, known: Vocabulary) -> None:
        self._sentence = sentence
        self._words = sentence.words
        self._tags = sentence.tags
        self._known = known
        self._grammar = known.grammar
        self._shown: Shown = {}

    def read(self) -> Shown:
        # Most words show nothing: few look-ups, for this runs for every word.
        shown_by, triggers = self._known.shown_by, self._known.triggers
        labels, tags = self._sentence.labels, self._tags
        for index, word in enumerate(self._words):
            if labels[index] == "PERSON":  # “Bill” Hannan is no bill
                continue
            if word in shown_by:
                self._read_word(word, labels[index])
            for rule in triggers.get(word, ()):
                _RULES[rule](self, index, word)
            if tags[index] in _READ:
                self._read_tag(index, word, tags[index])
            if not word.isalpha() and _HOLDS_DIGIT.search(word):
                self._read_digits(word, labels[index])
        for entity in self._sentence.entities:
            self._read_entity(entity)
        self._read_whole()
        return self._shown

    def _read_word(self, word: str, label: str) -> None:
        for name in self._known.shown_by[word]:
            if name != "figure" or label not in _TIMES:
                self._show(name, word)

    def _read_digits(self, word: str, label: str) -> None:
        if label not in _TIMES:
            self._show("date" if _YEAR.fullmatch(word) else "figure", word)

    def _show(self, name: str, word: str) -> None:
        self._shown.setdefault(name, {})[word] = None

    # ------------------------------------------------------------------ words

    def _read_tag(self, index: int, word: str, tag: str) -> None:
        if tag in _COMPARED:
            if "taste" not in self._known.shown_by.get(word, ()):
                self._show(_COMPARED[tag], word)
        elif tag == "VBD" or self._near(index, self._grammar["have"]):
            self._read_past(index, word)

    def read_modal(self, index: int, word: str) -> None:
        own = self._subject(index) in self._grammar["speakers"]
        self._show("plan" if own else "prediction", word)

    def read_going(self, index: int, word: str) -> None:
        if self._word(index + 1) == "to" and self._tag(index + 2) in ("VB", ""):
            self.read_modal(index, word)

    def read_own_plan(self, index: int, word: str) -> None:
        if self._word(index - 1) in self._grammar["owners"]:
            self._show("plan", word)

    def read_want(self, index: int, word: str) -> None:
        wanted = self._word(index + 1) == "to"
        if wanted and self._subject(index) not in self._grammar["others"]:
            self._show("demand", word)

    def read_thinking(self, index: int, word: str) -> None:
        if self._subject(index) == "i":
            self._show("mind", word)

    def read_move(self, index: int, word: str) -> None:
        if self._word(index - 1) in self._grammar["moving"]:
            self._show("change", word)

    def _read_past(self, index: int, word: str) -> None:
        if word not in self._grammar["quiet"]:
            self._show("past", word)
            self.read_actor(index, word)

    def read_actor(self, index: int, word: str) -> None:
        subject = self._subject(index)
        if subject in self._grammar["others"]:
            self._show("other_side", f"{subject} {word}")
        elif subject in self._grammar["speakers"]:
            self._show("own_record", f"{subject} {word}")
        if self._near(index, self._grammar["negations"]):
            self._show("denial", word)

    def _subject(self, index: int) -> str:
        """Return the pronoun shortly before *index*, or ""."""
        for word in reversed(self._words[max(0, index - _BACK) : index]):
            if word in self._grammar["speakers"] or word in self._grammar["others"]:
                return word
        return ""

    def _near(self, index: int, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self._words[max(0, index - _BACK) : index])

    def _word(self, index: int) -> str:
        return self._words[index] if 0 <= index < len(self._words) else ""

    def _tag(self, index: int) -> str:
        return self._tags[index] if index < len(self._tags) else ""

    # --------------------------------------------------------------- entities

    def _read_entity(self, entity: Entity) -> None:
        start, end, label = entity
        name = self._sentence.surface[start:end]
        if label in _PARTIES:
            if not self._is_spoken_to(start, end):
                self._show("party", name)
        elif label == "DATE" and _LONG_AGO.search(name):
            self._show("date", name)

    def _is_spoken_to(self, start: int, end: int) -> bool:
        """Whether a name stands apart, as in “Senator Keane, you have the floor”."""
        surface = self._sentence.surface
        after = surface[end : end + 1]
        return after in (",", ".", "?", "!", ":", "") and bool(
            _TITLE.search(surface[max(0, start - _BEFORE) : start])
        )

    # ------------------------------------------------------ the whole sentence

    def _read_whole(self) -> None:
        sentence, words, grammar = self._sentence, self._words, self._grammar
        if sentence.surface.rstrip("”\"'’) ").endswith("?"):
            self._show("question", "?")
        first = next((i for i, w in enumerate(words) if w[:1].isalnum()), 0)
        if self._word(first) in grammar["points"]:
            if self._word(first + 1) in grammar["copulas"]:
                self._show("pointing", self._word(first))
        elif self._tag(first) == "VB":
            self._show("demand", self._word(first))
        if any(self._tags) and FINITE.isdisjoint(self._tags):
            self._show("fragment", "")
        if _is_boilerplate(sentence, self._known):
            self._show("boilerplate", "")


# List of trigger words → what their rule does; they stand in claims.toml.
_RULES = {
    "modals": _Reader.read_modal,
    "going": _Reader.read_going,
    "plans": _Reader.read_own_plan,
    "wants": _Reader.read_want,
    "thinking": _Reader.read_thinking,
    "saying": _Reader.read_actor,
    "moved": _Reader.read_move,
}


def _is_boilerplate(sentence: Sentence, known: Vocabulary) -> bool:
    line = sentence.line.strip()
    if line.startswith(_LIST_MARKS) or _STAGE.fullmatch(sentence.surface):
        return True
    if _BYLINE.fullmatch(line) or _ADDRESS.search(line):
        return True
    lower = line.lower()
    return any(phrase in lower for phrase in known.phrases)
