"""The spaCy component that finds claims: what is said that can be checked.

::

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("annotator_quotes")
    nlp.add_pipe("annotator_claims", config={"min_score": 0.4})
    doc = nlp(text)
    for frame in doc._.annotator_claims:
        print(frame.parts, frame.score, frame.reason, frame.attributes)

**Frames** stand in ``doc.user_data["annotator_claims"]`` as plain values, so that they
survive ``Doc.to_bytes`` and ``DocBin(store_user_data=True)``, one for each sentence
that scores at least ``min_score``:

* ``parts``: ``claim``, one or more spans, and ``claimant`` where the sentence is
  attributed. Offsets are code points of ``doc.text``.
* ``score``: how worthwhile it is to check it, from 0 to 1 in thousandths, made for
  ranking sentences of news and of debates. It is no probability.
* ``reason``: the signs for it (figures, comparisons, causes, records of events, named
  parties, …) and, after “but:”, those against (plans, predictions, questions, …).
* ``attributes``: ``topic`` and for predictions ``checkable: no``, for deniers and
  doubters ``stance``, in the words of the shipped news schema.

**All sentences**: ``doc._.annotator_checkworthiness`` returns ``(start, end, score,
reason)`` of every sentence that holds a word, whatever ``min_score`` is. It is worked
out anew each time and not kept in the document.

**Quotes**: after ``annotator_quotes``, the claim of a sentence that mostly stands in a
quote is the quoted words, without attribution, outer marks, “that” and full stop, and
its claimant is the quote's speaker. ``doc._.annotator_made_in`` returns, for each
claim in order, the number of that quote in ``doc._.annotator_quotes``, or None.
A claim lies inside its quote's content, so accepting both links them.

Without tagger and entities (``spacy.blank("en")``) words and digits alone tell, which
is said once in the log. Weights and words: ``resources/suggest/claims.toml``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from spacy.language import Language  # noqa: TID253 - loaded by spaCy alone
from spacy.tokens import Doc  # noqa: TID253 - likewise

from annotator.suggest.claiming.holders import Holder, claim_spans, holders_of
from annotator.suggest.claiming.scoring import Worth, worth_of
from annotator.suggest.claiming.sentences import Sentence, sentences_of
from annotator.suggest.claiming.stance import stance_of
from annotator.suggest.frames import Frame, Span, read_frames, write_frames

KEY = "annotator_claims"
QUOTES = "annotator_quotes"

_log = logging.getLogger(__name__)


class ClaimFinder:
    """Finds claims in documents; see the module for where they go."""

    def __init__(self, name: str, *, min_score: float) -> None:
        self.name = name
        self.min_score = min_score
        self._warned = False

    def __call__(self, doc: Doc) -> Doc:
        """Leave the claims of *doc* in it."""
        quotes = read_frames(doc, QUOTES)
        write_frames(doc, KEY, find_claims(doc, quotes, self.min_score))
        if not self._warned and len(doc) and (lacking := _lacking(doc)):
            self._warned = True
            _log.warning(
                "%s: the pipeline has no %s, so figures and words have to tell claims",
                self.name,
                " and no ".join(lacking),
            )
        return doc


def _lacking(doc: Doc) -> list[str]:
    """Return what a pipeline that has annotated *doc* is without."""
    needs = {"TAG": "tagger", "ENT_IOB": "entity recogniser"}
    return [name for layer, name in needs.items() if not doc.has_annotation(layer)]


def find_claims(doc: Doc, quotes: list[Frame], min_score: float) -> Iterator[Frame]:
    """Yield the claims of *doc* that score at least *min_score*, in order."""
    text = doc.text  # spaCy puts it together anew each time
    sentences = _with_words(doc, text)
    holders = holders_of(text, sentences, quotes)
    for sentence, holder in zip(sentences, holders, strict=True):
        worth = worth_of(sentence)
        if worth.score >= min_score:
            yield _frame(text, sentence, worth, holder)


def checkworthiness(doc: Doc) -> list[tuple[int, int, float, str]]:
    """Return ``(start, end, score, reason)`` of every sentence of *doc*, in order.

    Offsets are code points of ``doc.text``. Sentences without a letter or digit are
    left out.
    """
    found = []
    for sentence in _with_words(doc, doc.text):
        worth = worth_of(sentence)
        found.append((sentence.start, sentence.end, worth.score, worth.reason))
    return found


def made_in(claims: list[Frame], quotes: list[Frame]) -> list[int | None]:
    """Return for each of *claims* which of *quotes* it is made in, or None.

    That is the shortest whose content holds all of the claim, as on accepting.
    """
    starts = sorted((_content(q)[0][0], n) for n, q in enumerate(quotes) if _content(q))
    starts.reverse()
    found: list[int | None] = [None] * len(claims)
    near: list[int] = []  # quotes begun and not over: few, however long the text
    for number in sorted(range(len(claims)), key=lambda n: _begin(claims[n])):
        begin = _begin(claims[number])
        while starts and starts[-1][0] <= begin:
            near.append(starts.pop()[1])
        near = [n for n in near if _content(quotes[n])[-1][1] > begin]
        holding = [n for n in near if _holds(_content(quotes[n]), claims[number])]
        found[number] = min(holding, key=lambda n: _size(quotes[n]), default=None)
    return found


def _begin(claim: Frame) -> int:
    return claim.parts["claim"][0][0]


def _size(quote: Frame) -> int:
    return sum(end - start for start, end in _content(quote))


def _with_words(doc: Doc, text: str) -> list[Sentence]:
    found = sentences_of(doc, text)
    return [s for s in found if any(c.isalnum() for c in s.surface)]


def _frame(text: str, sentence: Sentence, worth: Worth, holder: Holder | None) -> Frame:
    reason, topic = worth.reason, worth.topic
    spans: tuple[Span, ...] = ((sentence.start, sentence.end),)
    attributes = {"topic": topic} if topic else {}
    if topic == "prediction":
        attributes["checkable"] = "no"
    if holder is None:
        parts = {"claim": claim_spans(text, spans)}
    else:
        parts = {
            "claim": claim_spans(text, holder.content),
            "claimant": holder.quote.parts["speaker"],
        }
        reason += f"; in a quote ({holder.quote.label})"
        stance = stance_of(text, holder.quote)
        if stance:
            attributes["stance"] = stance
    return Frame("claim", parts, worth.score, reason, attributes)


def _content(quote: Frame) -> tuple[Span, ...]:
    return quote.parts.get("content", ())


def _holds(content: tuple[Span, ...], claim: Frame) -> bool:
    return all(
        any(outer[0] <= start and end <= outer[1] for outer in content)
        for start, end in claim.parts["claim"]
    )


@Language.factory(
    "annotator_claims",
    default_config={"min_score": 0.4},
    assigns=["doc.user_data"],
    requires=["token.tag", "doc.ents"],
)
def make_claims(
    nlp: Language,  # noqa: ARG001 - spaCy passes it by name
    name: str,
    min_score: float,
) -> ClaimFinder:
    """Make the component.

    Args:
        nlp: What spaCy makes it for.
        name: What the pipeline calls it.
        min_score: Claims that score lower are left out; 0 keeps every sentence.
    """
    return ClaimFinder(name, min_score=min_score)


def _get(doc: Doc) -> list[Frame]:
    return read_frames(doc, KEY)


def _get_made_in(doc: Doc) -> list[int | None]:
    return made_in(read_frames(doc, KEY), read_frames(doc, QUOTES))


Doc.set_extension(KEY, getter=_get, force=True)
Doc.set_extension("annotator_checkworthiness", getter=checkworthiness, force=True)
Doc.set_extension("annotator_made_in", getter=_get_made_in, force=True)
