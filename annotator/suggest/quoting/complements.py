"""What a reporting word introduces: clauses, infinitives, phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.suggest.lexicon import Lexicon
from annotator.suggest.quoting.attributions import Attribution
from annotator.suggest.quoting.syntax import is_passive, is_to
from annotator.suggest.tags import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
_OBJECTS = frozenset({"dobj", "dative"})
_FOLLOWING = frozenset({"prep", "advcl", "npadvmod", "dative"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What is told.

    Attributes:
        heads: The heads of its phrases, or its words.
        score: How sure it is that somebody tells it, between 0 and 1.
        reason: What says so.
        spelled: The heads are its words, all of them.
        without: Words of it that are no part of it, with all that hangs on them.
    """

    heads: tuple[Token, ...]
    score: float
    reason: str
    spelled: bool = False
    without: frozenset[Token] = frozenset()


def complement_of(attribution: Attribution, lexicon: Lexicon) -> Complement | None:
    """Return the likeliest complement that the parse gives a reporting word."""
    find = _FINDERS.get(attribution.sort)
    found = list(find(attribution, lexicon)) if find else []
    return max(found, key=lambda c: (c.score, c.heads[0].i), default=None)


def _of_verb(attribution: Attribution, lexicon: Lexicon) -> Iterator[Complement]:
    verb, lemma = attribution.word, attribution.lemma
    children = list(verb.children)
    for child in children:
        if child.dep_ == "ccomp" and _can_be_told(verb, child):
            yield from _clause(verb, child, lemma, lexicon)
        elif child.dep_ == "xcomp":
            yield from _open_clause(verb, child, lemma, lexicon)
        elif child.dep_ == "prep":
            yield from _phrase(verb, child, lemma, lexicon)
        elif child.dep_ == "dobj":
            if lemma in lexicon.stating and child.tag_ in ("NN", "NNS"):
                yield Complement((child,), 0.4, "object")
            # A parse may give the object what belongs to the verb.
            for preposition in child.rights:
                if preposition.dep_ == "prep":
                    yield from _phrase(verb, preposition, lemma, lexicon)
    if lemma in lexicon.naming and _can_name(verb):
        yield from _named(children)


def _can_be_told(verb: Token, clause: Token) -> bool:
    """Whether a clause before its verb is set off: "It is over, she said"."""
    between = verb.doc[clause.i + 1 : verb.i]
    return clause.i > verb.i or any(token.is_punct for token in between)


def _clause(
    verb: Token, clause: Token, lemma: str, lexicon: Lexicon
) -> Iterator[Complement]:
    if any(is_to(child) for child in clause.lefts):
        if lemma in lexicon.request:  # "wants the state to pay"
            yield Complement((clause,), 0.55, "what is asked for")
        elif lemma in lexicon.thought or lemma in lexicon.intention:
            yield Complement((clause,), 0.5, "object with an infinitive")
        return
    named = lemma in lexicon.naming and _can_name(verb)
    if named and clause.tag_ not in FINITE and not _is_name(clause):
        objects = frozenset(c for c in clause.lefts if c.dep_ == "nsubj")
        yield Complement((clause,), 0.5, "what it is called", without=objects)
    if lemma in lexicon.telling and _is_finite(clause, lemma):
        heads = tuple(_siblings(verb, clause))
        yield Complement(heads, *_clause_sign(verb, clause, lemma, lexicon))
    elif lemma in lexicon.asking and _asks(clause):
        yield Complement((clause,), 0.6, "question clause")


def _is_finite(clause: Token, lemma: str) -> bool:
    """Whether it is a clause of its own, and not "saw them play"."""
    if clause.tag_ not in ("VB", "VBG", "VBN") or lemma == "show":
        return True
    return any(child.tag_ in FINITE or child.dep_ == "mark" for child in clause.lefts)


def _siblings(verb: Token, clause: Token) -> Iterator[Token]:
    """Yield the clauses on one side of *verb*: a parse may cut a long one in two."""
    for child in verb.children:
        if child.dep_ == "ccomp" and (child.i < verb.i) == (clause.i < verb.i):
            yield child


def _clause_sign(
    verb: Token, clause: Token, lemma: str, lexicon: Lexicon
) -> tuple[float, str]:
    score = 0.85 if lemma in lexicon.speech else 0.6
    that = any(child.lower_ == "that" for child in clause.lefts)
    if lemma in lexicon.weak and not that:
        score -= 0.2
    if clause.i < verb.i:
        return score, "clause before the verb"
    if that:
        return score + 0.07, "clause with “that”"
    return score, "object clause"


def _asks(clause: Token) -> bool:
    words = [token for token in clause.subtree if token.i <= clause.i]
    return any(t.lower_ in ("if", "whether") or t.tag_ in _QUESTION_TAGS for t in words)


def _open_clause(
    verb: Token, clause: Token, lemma: str, lexicon: Lexicon
) -> Iterator[Complement]:
    if any(is_to(child) for child in clause.lefts):
        if lemma in lexicon.request and _has_object(verb, lemma):
            yield Complement((clause,), 0.55, "request")
        elif _is_intention(verb, clause, lemma, lexicon):
            yield Complement((clause,), 0.55, "stated intention")
    elif clause.tag_ == "VBG" and lemma in lexicon.gerund:
        yield Complement((clause,), 0.6, "what was done")
    elif lemma in lexicon.speech and clause.dep_ == "ccomp":
        yield Complement((clause,), 0.5, "object clause")


def _is_intention(verb: Token, clause: Token, lemma: str, lexicon: Lexicon) -> bool:
    if lemma not in lexicon.intention or is_passive(verb):
        return False
    return not _tells_itself(clause, lexicon)


def _tells_itself(verb: Token, lexicon: Lexicon) -> bool:
    """Whether "wants to know whether" tells what is known, not what is wanted."""
    lemma = lexicon.verbs.get(verb.lower_)
    return lemma in lexicon.telling and any(
        child.dep_ == "ccomp" for child in verb.rights
    )


def _has_object(verb: Token, lemma: str) -> bool:
    if lemma in _ASKING_ON:  # "called on the company to pay"
        return any(c.dep_ == "prep" and c.lower_ in _ON for c in verb.rights)
    return is_passive(verb) or any(c.dep_ in _OBJECTS for c in verb.children)


_ASKING_ON = frozenset({"appeal", "call", "plead"})
_ON = frozenset({"on", "upon", "to", "with", "for"})


def _phrase(
    verb: Token, preposition: Token, lemma: str, lexicon: Lexicon
) -> Iterator[Complement]:
    word = preposition.lower_
    if preposition.i < verb.i:
        return
    rest = tuple(_hanging_on(verb, preposition))
    if word == "as" and lemma in lexicon.casting:
        yield Complement(rest, 0.6, "described as")
    elif word == "on" and lemma == "blame":
        objects = tuple(c for c in verb.rights if c.dep_ == "dobj")
        yield Complement((*objects, *rest), 0.55, "“blame on”")
    elif word in lexicon.prepositions.get(lemma, ()):
        yield Complement(rest, 0.55, f"“{lemma} {word}”")


def _hanging_on(verb: Token, first: Token) -> Iterator[Token]:
    """Yield *first* and the phrases of *verb* that follow on it without a comma."""
    yield first
    for child in verb.rights:
        if child.i <= first.i:
            continue
        if child.dep_ not in _FOLLOWING or any(c.dep_ == "nsubj" for c in child.lefts):
            return
        yield child


def _named(children: list[Token]) -> Iterator[Complement]:
    named = [child for child in children if child.dep_ == "oprd"]
    if named and not _is_name(named[-1]):
        yield Complement((named[-1],), 0.55, "what it is called")


def _can_name(verb: Token) -> bool:
    """Whether somebody calls something, and not "a cat called Otis"."""
    return verb.dep_ != "acl" and not is_passive(verb)


def _is_name(head: Token) -> bool:
    """Whether it is but what somebody or something is called by name."""
    return head.tag_ in ("NNP", "NNPS", "CD")


def _of_noun(attribution: Attribution, lexicon: Lexicon) -> Iterator[Complement]:
    noun, lemma = attribution.word, attribution.lemma
    clauses = [*noun.children]
    if noun.dep_ == "nsubj":  # "his hope is that"
        clauses += [c for c in noun.head.children if c.dep_ in ("ccomp", "xcomp")]
    for child in clauses:
        if child.i < noun.i or child.dep_ not in ("acl", "ccomp", "xcomp", "relcl"):
            continue
        lefts = list(child.lefts)
        if lemma in lexicon.that_nouns and _complementiser(lefts):
            yield Complement((child,), 0.6, "noun with “that”")
        elif lemma in lexicon.to_nouns and any(is_to(left) for left in lefts):
            yield Complement((child,), 0.4, "noun with “to”")


def _complementiser(lefts: list[Token]) -> bool:
    return any(left.lower_ == "that" and left.dep_ == "mark" for left in lefts)


def _of_adjective(attribution: Attribution, lexicon: Lexicon) -> Iterator[Complement]:
    adjective, lemma = attribution.word, attribution.lemma
    # "made clear that": a parse may give the clause to the verb.
    shared = [c for c in adjective.head.rights if c.dep_ in ("ccomp", "csubj")]
    for child in (*adjective.children, *shared):
        if child.i < adjective.i:
            continue
        infinitive = any(is_to(left) for left in child.lefts)
        if child.dep_ in ("ccomp", "csubj", "advcl") and not infinitive:
            if lemma in lexicon.that_adjectives and _tells(child):
                yield Complement((child,), 0.6, "adjective with a clause")
        elif child.dep_ == "xcomp" and infinitive and lemma in lexicon.to_adjectives:
            yield Complement((child,), 0.5, "adjective with “to”")


def _tells(clause: Token) -> bool:
    lefts = list(clause.lefts)
    if any(left.dep_ == "mark" and left.lower_ != "that" for left in lefts):
        return any(left.lower_ in ("if", "whether") for left in lefts)
    return any(left.dep_ in ("nsubj", "nsubjpass", "expl") for left in lefts)


_FINDERS = {
    "verb": _of_verb,
    "noun": _of_noun,
    "adjective": _of_adjective,
}
