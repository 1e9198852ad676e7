"""The spaCy component that finds quotes: content, speaker and cue.

::

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("annotator_quotes")
    for frame in nlp(text)._.annotator_quotes:
        print(frame.label, frame.parts, frame.score, frame.reason)

Frames stand in ``doc.user_data["annotator_quotes"]`` as plain values, so that they
survive ``Doc.to_bytes`` and ``DocBin(store_user_data=True)``. Offsets are code points
of ``doc.text``. Without tags and a parse the component finds direct quotes only.
"""

from __future__ import annotations

import logging

from spacy.language import Language  # noqa: TID253 - loaded by spaCy alone
from spacy.tokens import Doc  # noqa: TID253 - likewise

from annotator.suggest.frames import Frame, read_frames, write_frames
from annotator.suggest.quoting.attributions import find_attributions
from annotator.suggest.quoting.direct import direct_frames
from annotator.suggest.quoting.indirect import indirect_frames
from annotator.suggest.quoting.layout import layout_frames
from annotator.suggest.quoting.reading import Reading
from annotator.suggest.quoting.settling import settle
from annotator.suggest.quoting.speakers import with_entities

KEY = "annotator_quotes"

_log = logging.getLogger(__name__)


class QuoteFinder:
    """Finds quotes in documents; see the module for where they go."""

    def __init__(self, name: str, *, min_score: float) -> None:
        self.name = name
        self.min_score = min_score
        self._warned = False

    def __call__(self, doc: Doc) -> Doc:
        """Leave the quotes of *doc* in it."""
        frames = [frame for frame in find_quotes(doc) if frame.score >= self.min_score]
        write_frames(doc, KEY, frames)
        if not self._warned and len(doc) and not doc.has_annotation("DEP"):
            self._warned = True
            _log.warning(
                "%s: the pipeline has no parser, so only direct quotes are found",
                self.name,
            )
        return doc


def find_quotes(doc: Doc) -> list[Frame]:
    """Return the quotes of *doc*, in order of their content."""
    reading = Reading.of(doc)
    attributions = find_attributions(reading)
    direct = list(direct_frames(reading, attributions))
    direct.extend(layout_frames(reading))
    indirect: list[Frame] = []
    if reading.parsed:
        indirect.extend(indirect_frames(reading, attributions))
    return with_entities(reading, settle(direct, indirect))


@Language.factory(
    "annotator_quotes",
    default_config={"min_score": 0.3},
    assigns=["doc.user_data"],
    requires=["token.tag", "token.dep", "token.head"],
)
def make_quotes(
    nlp: Language,  # noqa: ARG001 - spaCy passes it by name
    name: str,
    min_score: float,
) -> QuoteFinder:
    """Make the component.

    Args:
        nlp: What spaCy makes it for.
        name: What the pipeline calls it.
        min_score: Quotes that score lower are left out.
    """
    return QuoteFinder(name, min_score=min_score)


def _get(doc: Doc) -> list[Frame]:
    return read_frames(doc, KEY)


Doc.set_extension(KEY, getter=_get, force=True)
