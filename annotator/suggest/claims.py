"""The spaCy component that finds claims: what is said that can be checked.

::

    nlp.add_pipe("annotator_quotes")
    nlp.add_pipe("annotator_claims")
    for frame in nlp(text)._.annotator_claims:
        print(frame.parts, frame.score, frame.reason)

Frames stand in ``doc.user_data["annotator_claims"]`` as plain values. After
``annotator_quotes``, a claim made in a quote is the quoted words, and its claimant
is the quote's speaker.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from spacy.language import Language  # noqa: TID253 - loaded by spaCy alone
from spacy.tokens import Doc  # noqa: TID253 - likewise

from annotator.suggest.claiming.sentences import Sentence, sentences_of
from annotator.suggest.claiming.signs import checkworthiness
from annotator.suggest.frames import Frame, Span, read_frames, write_frames

KEY = "annotator_claims"
QUOTES = "annotator_quotes"

_MUCH = 0.35
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
        if not self._warned and len(doc) and not doc.has_annotation("ENT_IOB"):
            self._warned = True
            _log.warning(
                "%s: the pipeline has no entity recogniser, so only figures and "
                "words tell claims",
                self.name,
            )
        return doc


def find_claims(doc: Doc, quotes: list[Frame], min_score: float) -> Iterator[Frame]:
    """Yield the claims of *doc* that score at least *min_score*, in order."""
    for sentence in sentences_of(doc):
        score, reason = checkworthiness(sentence)
        if score < min_score:
            continue
        parts: dict[str, tuple[Span, ...]] = {
            "claim": ((sentence.start, sentence.end),)
        }
        quote = _quote_of(sentence, quotes)
        if quote is not None:
            parts["claim"] = _inside(sentence, quote)
            parts["claimant"] = quote.parts["speaker"]
            reason += f"; in a quote ({quote.label})"
        yield Frame("claim", parts, score, reason)


def _quote_of(sentence: Sentence, quotes: list[Frame]) -> Frame | None:
    """Return the innermost quote with a speaker that is much of the sentence."""
    least = _MUCH * (sentence.end - sentence.start)
    lengths = [
        (sum(end - start for start, end in _inside(sentence, quote)), number)
        for number, quote in enumerate(quotes)
        if "speaker" in quote.parts
    ]
    _, best = min(((n, i) for n, i in lengths if n > least), default=(0, -1))
    return quotes[best] if best >= 0 else None


def _inside(sentence: Sentence, quote: Frame) -> tuple[Span, ...]:
    clipped = (
        (max(start, sentence.start), min(end, sentence.end))
        for start, end in quote.parts["content"]
    )
    return tuple(span for span in clipped if span[0] < span[1])


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
        min_score: Claims that score lower are left out.
    """
    return ClaimFinder(name, min_score=min_score)


def _get(doc: Doc) -> list[Frame]:
    return read_frames(doc, KEY)


Doc.set_extension(KEY, getter=_get, force=True)
