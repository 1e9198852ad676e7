"""The spaCy component that makes a model's entities consistent and right.

::

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("annotator_names", after="ner")
    doc = nlp(text)
    for frame in doc._.annotator_names:
        print(frame.label, frame.parts["mention"], frame.score, frame.reason)

It rewrites ``doc.ents``. Why stands in ``doc.user_data["annotator_names"]``: one
frame for each entity, in plain values, with offsets in code points of ``doc.text``.
Without an entity recogniser it finds what word lists and names by themselves tell.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping

from spacy.language import Language  # noqa: TID253 - loaded by spaCy alone
from spacy.tokens import Doc, Span  # noqa: TID253 - likewise

from annotator.suggest.frames import Frame, read_frames, write_frames
from annotator.suggest.naming.assembly import find_names
from annotator.suggest.naming.lists import make_lists, shipped
from annotator.suggest.naming.name import UNSURE, Name
from annotator.suggest.naming.page import Page

KEY = "annotator_names"

_log = logging.getLogger(__name__)


class NameFinder:
    """Corrects the entities of documents; see the module for how."""

    def __init__(
        self,
        name: str,
        *,
        min_score: float,
        teams: bool,
        extra: Mapping[str, list[str]],
    ) -> None:
        self.name = name
        self.min_score = min_score
        self.teams = teams
        self._lists = make_lists(extra) if extra else shipped()
        self._warned = False

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of *doc*."""
        if not self._warned and len(doc) and not doc.has_annotation("ENT_IOB"):
            self._warned = True
            _log.warning(
                "%s: the pipeline has no entity recogniser, so only names that the "
                "word lists tell are found",
                self.name,
            )
        names = []
        if len(doc):
            page = Page.of(doc, self._lists)
            found = find_names(page, teams=self.teams)
            names = [name for name in found if name.score >= self.min_score]
        doc.set_ents([Span(doc, n.start, n.end, n.label) for n in names])
        write_frames(doc, KEY, _frames(doc, names))
        return doc


def _frames(doc: Doc, names: list[Name]) -> Iterator[Frame]:
    for name, entity in zip(names, doc.ents, strict=True):
        span = (entity.start_char, entity.end_char)
        reason = name.rule.removesuffix(UNSURE)
        if name.was and name.was != name.label:
            reason = f"{reason} (model: {name.was})"
        score = round(min(name.score, 0.99), 2)
        yield Frame(name.label, {"mention": (span,)}, score, reason)


@Language.factory(
    "annotator_names",
    default_config={"min_score": 0.0, "teams": True, "extra": {}},
    assigns=["doc.ents", "doc.user_data"],
    requires=["doc.ents"],
)
def make_names(
    nlp: Language,  # noqa: ARG001 - spaCy passes it by name
    name: str,
    min_score: float,
    teams: bool,  # noqa: FBT001 - likewise
    extra: dict[str, list[str]],
) -> NameFinder:
    """Make the component.

    Args:
        nlp: What spaCy makes it for.
        name: What the pipeline calls it.
        min_score: Entities that score lower are left out.
        teams: Whether a place that is played for is an organisation.
        extra: Label → names of that label, over what the shipped lists say.
    """
    return NameFinder(name, min_score=min_score, teams=teams, extra=extra)


def _get(doc: Doc) -> list[Frame]:
    return read_frames(doc, KEY)


Doc.set_extension(KEY, getter=_get, force=True)
