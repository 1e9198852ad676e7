"""Speakers, cues and clauses, read off a dependency parse.

Labels are those of spaCy's English models (ClearNLP style); tags are Penn's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.suggest.frames import Span
from annotator.suggest.lexicon import Lexicon
from annotator.suggest.tags import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
# A speaker is the phrase with its apposition; what tells a story about it is not.
_NOT_OF_SPEAKER = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "punct"})
_INHERITING = frozenset({"conj", "advcl", "xcomp", "dep"})
_EDGE = " \t\n,;:.–—-()[]"
_BLANKS = " \t\n,;:–—-"
_EXPLETIVES = frozenset({"it", "there"})
_FAR = 4
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "prep"})


def char_span(tokens: Iterable[Token]) -> Span:
    """Return the characters from the first to the last of *tokens*."""
    ordered = sorted(tokens, key=lambda token: token.i)
    last = ordered[-1]
    return ordered[0].idx, last.idx + len(last)


def trim(text: str, span: Span, edge: str = _EDGE) -> Span:
    """Return *span* without the characters of *edge* at its ends; may be empty."""
    start, end = span
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, end


def cue_span(verb: Token) -> Span:
    """Return a verb with its auxiliaries, negation and particle.

    With the verb that governs it too: "declined to say", "was quoted as saying".
    """
    parts = [verb, *(child for child in verb.children if child.dep_ in _AUXILIARIES)]
    governor = _governor(verb)
    if governor is not None:
        parts.append(governor)
        parts.extend(c for c in governor.lefts if c.dep_ in _AUXILIARIES)
    first = min(token.i for token in parts)
    between = verb.doc[first : verb.i]
    if any(token.dep_ in SUBJECTS and token.head == verb for token in between):
        parts = [token for token in parts if token.i >= verb.i]
    return char_span(parts)


def _governor(verb: Token) -> Token | None:
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        quoted = verb.head.head
        near = 0 < verb.i - quoted.i <= _FAR and quoted.lower_ in ("quoted", "cited")
        return quoted if near else None
    governed = verb.dep_ == "xcomp" and any(is_to(left) for left in verb.lefts)
    near = 0 < verb.i - verb.head.i <= _FAR
    return verb.head if governed and near and verb.head.pos_ == "VERB" else None


def noun_phrase(head: Token, text: str) -> Span:
    """Return the phrase of *head* with its apposition, without relative clauses.

    Args:
        text: Of the document; ``doc.text`` puts it together anew at every call.
    """
    inside = {head.i}
    _collect(head, inside)
    first = last = head.i
    doc = head.doc
    while first - 1 >= 0 and _belongs(doc[first - 1], inside):
        first -= 1
    while last + 1 < len(doc) and _belongs(doc[last + 1], inside):
        last += 1
    tokens = [token for token in doc[first : last + 1] if token.i in inside]
    if head.dep_ == "poss" and tokens[-1].dep_ == "case":
        tokens.pop()
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return trim(text, char_span(tokens), _BLANKS)


def _collect(head: Token, inside: set[int]) -> None:
    for child in head.children:
        if child.dep_ not in _NOT_OF_SPEAKER:
            inside.add(child.i)
            _collect(child, inside)


def _belongs(token: Token, inside: set[int]) -> bool:
    return token.i in inside or (token.dep_ == "punct" and "\n" not in token.text)


def speaker_of(verb: Token) -> Token | None:
    """Return the head of the phrase that names whose words *verb* tells."""
    agent = _agent(verb)
    if agent is not None:
        return agent
    for _ in range(_FAR):
        matrix = matrix_of(verb)
        if matrix is not None:
            verb = matrix
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return _resolved(subject, verb)
        if verb.dep_ == "pcomp" and verb.head.head.lower_ in ("quoted", "cited"):
            verb = verb.head.head  # "was quoted as saying"
        elif verb.dep_ == "acl":
            return verb.head  # "a statement saying that"
        elif verb.dep_ in _INHERITING and verb.head != verb:
            verb = verb.head
        else:
            return None
    return None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _resolved(subject: Token, verb: Token) -> Token | None:
    if subject.lower_ in _EXPLETIVES and subject.dep_ == "nsubjpass":
        return None  # "it was announced that"
    if subject.tag_ in ("WP", "WDT"):
        return verb.head if verb.dep_ == "relcl" else None
    if subject.dep_ == "nsubjpass" and verb.lower_ not in ("quoted", "cited"):
        return None  # "he was told that": the subject is who hears
    return subject


def clause_tokens(head: Token, leave_out: Callable[[Token], bool]) -> Iterator[Token]:
    """Yield the tokens of a clause, without the subtrees of some of its words."""
    yield head
    for child in head.children:
        if not leave_out(child):
            yield from clause_tokens(child, leave_out)


def fragments_of(
    tokens: Iterable[Token], doc: Doc, text: str, edge: str
) -> tuple[Span, ...]:
    """Return the runs of neighbouring *tokens* as spans, trimmed, empty ones out."""
    runs: list[list[int]] = []
    for index in sorted(token.i for token in tokens):
        # A gap of one mark or blank is no gap.
        if runs and index - runs[-1][1] <= 2 and _is_slight(doc, runs[-1][1], index):
            runs[-1][1] = index
        else:
            runs.append([index, index])
    spans = [
        trim(text, char_span((doc[first], doc[last])), edge) for first, last in runs
    ]
    return tuple(span for span in spans if span[0] < span[1])


def _is_slight(doc: Doc, left: int, right: int) -> bool:
    if right == left + 1:
        return True
    return all(t.is_punct or t.is_space for t in doc[left + 1 : right])


def is_to(token: Token) -> bool:
    """Whether *token* is the "to" of an infinitive."""
    return token.tag_ == "TO" and token.dep_ == "aux"


def is_passive(verb: Token) -> bool:
    """Whether *verb* has a passive subject or auxiliary."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def matrix_of(verb: Token) -> Token | None:
    """Return the verb that *verb* stands beside, though a parse puts it below.

    In "she said that he won and predicted that it would last" the parse joins
    "predicted" to "won"; what has no subject of its own and the form of "said" is
    hers. So is a participle after a comma: "she said that he won, adding that …".
    """
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    clause = verb.head
    if not _is_told(clause):
        return None
    if verb.dep_ == "conj":
        form = _finite_tag(verb)
        follows = form == _finite_tag(clause.head)
        # Where the clause has the same form too, a complement of its own decides.
        if follows and form == _finite_tag(clause):
            follows = _has_complement(verb)
    else:
        follows = _is_adjunct(verb)
    return clause.head if follows else None


def _is_told(clause: Token) -> bool:
    """Whether *clause* is what the verb before it introduces."""
    verb = clause.head
    return clause.dep_ == "ccomp" and verb.i < clause.i and verb.pos_ != "AUX"


def _finite_tag(clause: Token) -> str:
    if clause.tag_ in FINITE:
        return clause.tag_
    return next((c.tag_ for c in clause.lefts if c.tag_ in FINITE), clause.tag_)


def _has_complement(verb: Token) -> bool:
    return any(child.dep_ in _COMPLEMENTS for child in verb.rights)


def _is_adjunct(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and _follows_comma(verb)


def _follows_comma(verb: Token) -> bool:
    first = verb.left_edge.i
    return first > 0 and verb.doc[first - 1].text == ","


def stands_apart(token: Token, word: Token, lexicon: Lexicon) -> bool:
    """Whether *token* heads an attribution of its own at the end of a clause.

    That is what stands beside *word*, and after a comma a clause of the writer:
    "…, which she called a mistake", "…, though they conceded that it may".
    """
    if token.lower_ == "according":
        return True
    if token.lower_ not in lexicon.verbs or not token.tag_.startswith("VB"):
        return False
    if matrix_of(token) == word:
        return True
    if token.dep_ not in ("relcl", "advcl") or token.i < word.i:
        return False
    return _follows_comma(token) and any(c.dep_ in SUBJECTS for c in token.lefts)
