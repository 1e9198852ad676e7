"""Limits under which suggestions are not shown, and what verdicts say at each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.scores import NONE_REACHES, ScoreHistogram
from annotator.services.desk import Desk
from annotator.services.steps import OpenDocument
from annotator.storage.store import Store

SCORE_LIMITS = "score_limits"


def limits(desk: Desk) -> dict[str, float]:
    """Return from which score on this annotator sees suggestions, kind by kind."""
    kept = desk.project.store.setting(desk.annotator.id, SCORE_LIMITS)
    if not isinstance(kept, dict):
        return {}
    return {
        kind: min(max(float(least), 0.0), NONE_REACHES)
        for kind, least in kept.items()
        if isinstance(least, int | float)
    }


def keep_limits(desk: Desk, limits: Mapping[str, float]) -> None:
    """Remember them in the project, for this annotator."""
    kept = {kind: least for kind, least in limits.items() if least > 0}
    desk.project.store.set_setting(desk.annotator.id, SCORE_LIMITS, kept)


def document_scores(opened: OpenDocument) -> ScoreHistogram:
    """Count the suggestions of the open document, as it is now."""
    verdicts = opened.layer.verdicts
    return ScoreHistogram.count(
        (s.kind, s.score, v.decision if (v := verdicts.get(s.id)) else None)
        for s in opened.shown()
    )


def project_scores(
    path: Path, annotator_id: AnnotatorId, besides: DocumentId | None
) -> ScoreHistogram:
    """Count those of all other documents; opens the file anew, for any thread."""
    with Store.open(path) as store:
        return store.suggestions.score_histogram(annotator_id, besides=besides)
