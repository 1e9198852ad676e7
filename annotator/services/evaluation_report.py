"""An evaluation as JSON and as a table in plain text.

The JSON object is stable; what is not defined is ``null``, never 0 or 1::

    {"project", "against", "pipeline": str, "versions": [str],
     "min_score": float, "labels": [str],
     "documents": {"compared": int,
                   "left_out": {"not_annotated", "not_done", "skipped",
                                "not_suggested": int}},
     "kinds": {KIND: {"documents": int, "gold": int, "suggested": int,
                      "exact": FIGURES,
                      "overlap_0.3": FIGURES, "overlap_0.8": FIGURES}},
     "absent_kinds": [KIND]}

    FIGURES = {"all": SCORE,         pairs whatever their labels
               "labelled": SCORE,    pairs of the same label, all labels together
               "labels": {LABEL: SCORE + {"found": int, "found_share": float|null}},
               "roles": {ROLE: SCORE + {"n", "accuracy", "exact", "exact_accuracy"}}}
    SCORE = {"tp", "suggested", "gold": int, "precision", "recall", "f1": float|null}

``gold`` is the layer compared with, whosever it is. ``found`` counts the gold of a
label that has a partner under whatever label. ``n`` of a role are the pairs whose
gold has it: ``accuracy`` is the share of those whose suggestion overlaps it
anywhere, ``exact_accuracy`` the share with the same fragments. The ``tp`` of a role
are those pairs too, against all gold and all suggestions that have the role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.agreement.comparing import Criterion, Tally
from annotator.agreement.scores import LabelScore, RoleScore, Score
from annotator.domain.wording import noop, tr
from annotator.services.evaluation import Evaluation, KindFigures, LeftOut

_DIGITS = 6
_NAME, _COUNT, _FIGURE = 24, 6, 6
_TITLES = {
    Criterion.EXACT: "exact",
    Criterion.LOOSE: "overlap ≥ .3",
    Criterion.CLOSE: "overlap ≥ .8",
}
_REASONS = {
    LeftOut.NOT_ANNOTATED: noop("{number:,} not annotated"),
    LeftOut.NOT_DONE: noop("{number:,} not done"),
    LeftOut.SKIPPED: noop("{number:,} skipped"),
    LeftOut.NOT_SUGGESTED: noop("{number:,} without suggestions"),
}


def as_json(evaluation: Evaluation) -> dict[str, object]:
    """Return an evaluation as the object that the module's docstring describes."""
    return {
        "project": evaluation.project,
        "against": evaluation.against,
        "pipeline": evaluation.pipeline,
        "versions": list(evaluation.versions),
        "min_score": evaluation.min_score,
        "labels": list(evaluation.labels),
        "documents": {
            "compared": evaluation.compared,
            "left_out": {r.value: evaluation.left_out[r] for r in LeftOut},
        },
        "kinds": {name: _kind(f) for name, f in evaluation.kinds.items()},
        "absent_kinds": list(evaluation.absent),
    }


def _kind(figures: KindFigures) -> dict[str, object]:
    whole = figures.tallies[Criterion.EXACT].place
    return {
        "documents": figures.documents,
        "gold": whole.right,
        "suggested": whole.left,
        **{c.value: _figures(tally) for c, tally in figures.tallies.items()},
    }


def _figures(tally: Tally) -> dict[str, object]:
    return {
        "all": _score(tally.place),
        "labelled": _score(tally.label),
        "labels": {
            label: _score(score)
            | {"found": score.found, "found_share": _rounded(score.found_share)}
            for label, score in sorted(tally.labels.items())
        },
        "roles": {
            role: _score(score)
            | {
                "n": score.n,
                "accuracy": _rounded(score.accuracy),
                "exact": score.exact,
                "exact_accuracy": _rounded(score.exact_accuracy),
            }
            for role, score in tally.roles.items()
        },
    }


def _score(score: Score) -> dict[str, float | None]:
    return {
        "tp": score.both,
        "suggested": score.left,
        "gold": score.right,
        "precision": _rounded(score.precision),
        "recall": _rounded(score.recall),
        "f1": _rounded(score.f1),
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, _DIGITS)


def as_lines(evaluation: Evaluation) -> Iterator[str]:
    """Yield what ``annotator evaluate`` prints, a line each."""
    made = " ".join((evaluation.pipeline, ", ".join(evaluation.versions)))
    yield f"Suggestions of {made} against {evaluation.against}{_limits(evaluation)}"
    yield _documents(evaluation)
    for name, figures in evaluation.kinds.items():
        yield ""
        yield from _table(name, figures)
    if evaluation.absent:
        kinds = ", ".join(evaluation.absent)
        yield ""
        yield f"Not compared, for {evaluation.against} has none of them: {kinds}."


def _limits(evaluation: Evaluation) -> str:
    said = ""
    if evaluation.min_score:
        said += f", from a score of {evaluation.min_score:g} on"
    if evaluation.labels:
        said += f", only {', '.join(evaluation.labels)}"
    return said


def _documents(evaluation: Evaluation) -> str:
    compared = evaluation.compared
    noun = "document" if compared == 1 else "documents"
    reasons = why_left_out(evaluation)
    total = sum(evaluation.left_out.values())
    return f"{compared} {noun} compared" + (
        f", {total} left out: {reasons}" if reasons else ""
    )


def why_left_out(evaluation: Evaluation) -> str:
    """Return how many documents were left out for which reason; "" for none."""
    return ", ".join(
        tr(words, number=evaluation.left_out[reason])
        for reason, words in _REASONS.items()
        if evaluation.left_out[reason]
    )


def nothing_compared(evaluation: Evaluation) -> str:
    """Return one sentence that says why no document was compared, and what to do."""
    why = why_left_out(evaluation) or "the project is empty"
    advice = {
        LeftOut.NOT_DONE: "--include-unfinished takes along what is not done",
        LeftOut.NOT_SUGGESTED: "“annotator suggest” makes suggestions",
    }
    hints = [words for reason, words in advice.items() if evaluation.left_out[reason]]
    return (
        f"No document of {evaluation.against} can be compared with"
        f" {evaluation.pipeline} ({why})" + "".join(f"; {h}" for h in hints) + "."
    )


def _table(name: str, figures: KindFigures) -> Iterator[str]:
    tallies = list(figures.tallies.values())
    noun = "document" if figures.documents == 1 else "documents"
    width = 3 * _FIGURE
    yield _row(f"{name} ({figures.documents} {noun})", ("", ""), _heads(width))
    yield _row("", ("gold", "sugg."), ("P", "R", "F1") * len(tallies))
    labels = sorted(tallies[0].labels)
    if len(labels) > 1:
        yield _scores("all, whatever the label", [t.place for t in tallies])
        yield _scores("all, same label", [t.label for t in tallies])
        for label in labels:
            yield _scores(f"  {label}", [t.labels[label] for t in tallies])
    else:
        yield _scores(labels[0] if labels else "all", [t.place for t in tallies])
    if not tallies[0].roles:
        return
    if len(labels) > 1:
        yield from _found([x for x in labels if tallies[0].labels[x].right], tallies)
    yield from _roles(tallies)


def _heads(width: int) -> Iterator[str]:
    for criterion in Criterion:
        yield f"{_TITLES[criterion]:>{width}}"


def _found(labels: list[str], tallies: list[Tally]) -> Iterator[str]:
    yield "found, whatever the label"
    for label in labels:
        scores: list[LabelScore] = [t.labels[label] for t in tallies]
        cells = [c for s in scores for c in ("", _shown(s.found_share), "")]
        yield _row(f"  {label}", (scores[0].right, ""), cells)


def _roles(tallies: list[Tally]) -> Iterator[str]:
    heads = ("right", "exact", "of") * len(tallies)
    yield _row("parts of those found", ("gold", "sugg."), heads)
    for role in tallies[0].roles:
        scores: list[RoleScore] = [t.roles[role] for t in tallies]
        cells = [
            cell
            for s in scores
            for cell in (_shown(s.accuracy), _shown(s.exact_accuracy), str(s.n))
        ]
        yield _row(f"  {role}", (scores[0].right, scores[0].left), cells)


def _scores(name: str, scores: list[Score] | list[LabelScore]) -> str:
    cells = [_shown(f) for s in scores for f in (s.precision, s.recall, s.f1)]
    return _row(name, (scores[0].right, scores[0].left), cells)


def _row(name: str, counts: Iterable[object], cells: Iterable[str]) -> str:
    numbers = "".join(f"{count:>{_COUNT}}" for count in counts)
    figures = "".join(f"{cell:>{_FIGURE}}" for cell in cells)
    return f"{name:<{_NAME}}{numbers}{figures}".rstrip()


def _shown(figure: float | None) -> str:
    """Return three decimals, or a dash where there is no figure."""
    return "–" if figure is None else f"{figure:.3f}"
