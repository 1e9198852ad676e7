"""Tokens of a text by a pipeline's own tokenizer, long before its model is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.tokens import Tokens
from annotator.suggest.loading import components, load
from annotator.suggest.pipelines import PipelineInfo
from annotator.suggest.sentences import pieces, sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def load_tokenizer(info: PipelineInfo) -> Language:
    """Return the pipeline without its components: half the time to load."""
    return load(info, exclude=components(info))


def tokenize(nlp: Language, text: str, tokenizer: str) -> Tokens:
    """Return the tokens of a text of any length."""
    docs = [(offset, nlp.make_doc(piece)) for offset, piece in pieces(text)]
    return tokens_of(docs, text, tokenizer)


def tokens_of(docs: list[tuple[int, Doc]], text: str, tokenizer: str) -> Tokens:
    """Return the tokens of the pieces of *text*, white space left out."""
    starts: list[int] = []
    ends: list[int] = []
    for offset, doc in docs:
        table = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype("int64")
        if not len(table):
            continue
        words = table[table[:, 2] == 0]
        first = words[:, 0] + offset
        starts.extend(first.tolist())
        ends.extend((first + words[:, 1]).tolist())
    sentences = sentence_starts(text, starts)
    return Tokens.of(tokenizer, zip(starts, ends, strict=True), sentences)
