"""Agreement as JSON and as a table in plain text.

The JSON object is stable; what is not defined is ``null``, never 0 or 1::

    {"project": str, "documents": int, "annotators": [str],
     "tokens": "spacy"|"whitespace", "scheme": "io"|"bio", "labels": [str],
     "left_out": {"not_done", "skipped", "alone": int},
     "kinds": {KIND: FIGURES + {"roles": {ROLE: FIGURES}}},
     "per_document": {ID: {"kinds": …}},          with --per-document
     "differences": [{"document", "pair", "kind", "sort": str, "start", "end": int,
                      "text": str, "a", "b": [{"id", "label"}], "roles": [str]}]}
                                                  with --differences

    FIGURES = {"documents": int,
      "tokens": MEASURES + {"pairs": {PAIR: {LABEL|"all": SCORE}},
                            "labels": {LABEL: MEASURES}},
      "spans": {"exact": {PAIR: {LABEL|"all"|"any": SCORE}}, "overlap": …the same…,
                "differences": {PAIR: {"missed", "label", "boundary", "part",
                                       "split", "agreed": int}}},
      "units": {"alpha_u", "gamma", "alpha_u_binary": float|null,
                "labels": {LABEL: float|null}},
      "ci95": {MEASURE: [low, high]}}
    MEASURES = {"n": int, "pair_n": {PAIR: int}, "cohen_kappa": {PAIR: float|null},
                "fleiss_kappa", "alpha", "gwet_ac1", "conger_kappa",
                "brennan_prediger": float|null}
    SCORE = {"tp", "a_only", "b_only": int, "precision", "recall", "f1": float|null}
    PAIR = "a|b", in the order of "annotators"

Kinds are classed by their main part under its label, roles by the part alone. ``all``
counts what both have under the same label, ``any`` whatever the label (of roles: of
their frames; there ``all`` is ``any``). ``a_only`` is what the first has besides.
``ci95`` has the names of the measures, with the pair behind a blank where there is
one: ``alpha``, ``cohen_kappa a|b``, ``f1_exact a|b``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.domain.text import excerpt
from annotator.services.agreement import (
    ALL,
    Agreement,
    Disagreement,
    Figures,
    LeftOut,
    Score,
    Sort,
    SpanFigures,
    TokenFigures,
)

_DIGITS = 9
_NAME, _FIGURE = 26, 9
_WORDS = 60

Json = dict[str, object]


def as_json(result: Agreement) -> Json:
    """Return agreement as the object that the module's docstring describes."""
    made: Json = {
        "project": result.project,
        "documents": result.documents,
        "annotators": list(result.annotators),
        "tokens": result.tokens.value,
        "scheme": result.scheme.value,
        "labels": list(result.labels),
        "left_out": {reason.value: result.left_out[reason] for reason in LeftOut},
        "kinds": _kinds(result.kinds),
    }
    if result.per_document:
        made["per_document"] = {
            document: {"kinds": _kinds(kinds)}
            for document, kinds in result.per_document.items()
        }
    return made


def _kinds(kinds: Mapping[str, Figures]) -> Json:
    return {
        name: _figures(figures)
        | {"roles": {role: _figures(own) for role, own in figures.roles.items()}}
        for name, figures in kinds.items()
    }


def _figures(figures: Figures) -> Json:
    units = figures.units
    return {
        "documents": figures.documents,
        "tokens": _measures(figures.tokens)
        | {
            "pairs": {p: _scores(s) for p, s in figures.tokens.pairs.items()},
            "labels": {n: _measures(t) for n, t in figures.tokens.labels.items()},
        },
        "spans": _spans(figures.spans),
        "units": {
            "alpha_u": _rounded(units.alpha_u),
            "gamma": _rounded(units.gamma),
            "alpha_u_binary": _rounded(units.binary),
            "labels": {name: _rounded(a) for name, a in units.labels.items()},
        },
        "ci95": {
            name: [round(bound, _DIGITS) for bound in interval]
            for name, interval in figures.ci95.items()
        },
    }


def _measures(tokens: TokenFigures) -> Json:
    return {
        "n": tokens.n,
        "pair_n": dict(tokens.pair_n),
        "cohen_kappa": {p: _rounded(k) for p, k in tokens.cohen_kappa.items()},
        "fleiss_kappa": _rounded(tokens.fleiss_kappa),
        "alpha": _rounded(tokens.alpha),
        "gwet_ac1": _rounded(tokens.gwet_ac1),
        "conger_kappa": _rounded(tokens.conger_kappa),
        "brennan_prediger": _rounded(tokens.brennan_prediger),
    }


def _spans(spans: SpanFigures) -> Json:
    return {
        "exact": {pair: _scores(scores) for pair, scores in spans.exact.items()},
        "overlap": {pair: _scores(scores) for pair, scores in spans.overlap.items()},
        "differences": {
            pair: {sort.name.lower(): counts[sort] for sort in reversed(Sort)}
            for pair, counts in spans.differences.items()
        },
    }


def _scores(scores: Mapping[str, Score]) -> Json:
    return {name: _score(score) for name, score in scores.items()}


def _score(score: Score) -> Json:
    return {
        "tp": score.both,
        "a_only": score.left - score.both,
        "b_only": score.right - score.both,
        "precision": _rounded(score.precision),
        "recall": _rounded(score.recall),
        "f1": _rounded(score.f1),
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, _DIGITS)


def disagreement_json(found: Disagreement, text: str) -> Json:
    """Return a difference with the words it is about."""
    return {
        "document": found.document_id,
        "pair": "|".join(found.pair),
        "kind": found.kind,
        "sort": found.sort.name.lower(),
        "start": found.extent.start,
        "end": found.extent.end,
        "text": text[found.extent.start : found.extent.end],
        "a": [{"id": one.id, "label": one.label} for one in found.left],
        "b": [{"id": one.id, "label": one.label} for one in found.right],
        "roles": list(found.roles),
    }


def disagreement_line(found: Disagreement, text: str) -> str:
    """Return a difference on one line: where, what, the words, by whom."""
    words = excerpt(text, *found.extent, limit=_WORDS)
    sides = (
        f"{name}: {', '.join(one.label for one in own) or '–'}"
        for name, own in zip(found.pair, (found.left, found.right), strict=True)
    )
    roles = f" ({', '.join(found.roles)})" if found.roles else ""
    place = f"{found.document_id}:{found.extent.start}-{found.extent.end}"
    sort = found.sort.name.lower()
    return f"{place} {found.kind} {sort}{roles} “{words}” {'; '.join(sides)}"


def as_lines(result: Agreement) -> Iterator[str]:
    """Yield what ``annotator agreement`` prints, a line each."""
    people = ", ".join(result.annotators)
    noun = "document" if result.documents == 1 else "documents"
    only = f", only {', '.join(result.labels)}" if result.labels else ""
    yield f"Agreement of {people} on {result.documents} shared {noun}{only}"
    yield f"Tokens: {result.tokens}, classes: {result.scheme}"
    left_out = why_left_out(result)
    if left_out:
        yield f"Left out: {left_out}"
    for name, figures in result.kinds.items():
        yield from _table(name, figures)
        for role, own in figures.roles.items():
            yield from _table(f"{name}: {role}", own)


_REASONS = {
    LeftOut.NOT_DONE: "{} layers not done (--include-unfinished takes them along)",
    LeftOut.SKIPPED: "{} skipped",
    LeftOut.ALONE: "{} documents of one annotator alone",
}


def why_left_out(result: Agreement) -> str:
    """Return how many layers were left out for which reason; "" for none."""
    return ", ".join(
        words.format(result.left_out[reason])
        for reason, words in _REASONS.items()
        if result.left_out[reason]
    )


def _table(title: str, figures: Figures) -> Iterator[str]:
    tokens, units = figures.tokens, figures.units
    noun = "document" if figures.documents == 1 else "documents"
    yield ""
    yield f"{title} ({figures.documents} {noun}, {tokens.n} tokens)"
    together = {
        "Fleiss’ κ": (tokens.fleiss_kappa, "fleiss_kappa"),
        "Krippendorff’s α": (tokens.alpha, "alpha"),
        "Gwet’s AC1": (tokens.gwet_ac1, "gwet_ac1"),
        "unitizing u_α": (units.alpha_u, "alpha_u"),
    }
    if units.gamma is not None:
        together["γ"] = (units.gamma, "gamma")
    for name, (value, measure) in together.items():
        yield _row(f"  {name}", [_shown(value)]) + _interval(figures, measure)
    yield from _pairs(figures)


_HEADS = ("tokens", "κ", "exact P", "R", "F1", "overlap P", "R", "F1")


def _pairs(figures: Figures) -> Iterator[str]:
    yield _row("  pairs", _HEADS)
    for pair, exact in figures.spans.exact.items():
        overlap = figures.spans.overlap[pair]
        kappa = figures.tokens.cohen_kappa[pair]
        head = [str(figures.tokens.pair_n[pair]), _shown(kappa)]
        yield _row(f"  {pair}", [*head, *_prf(exact[ALL]), *_prf(overlap[ALL])])
        if len(exact) > 3:  # More than one label besides “all” and “any”.
            for label, score in exact.items():
                if score.left or score.right:
                    cells = ["", "", *_prf(score), *_prf(overlap[label])]
                    yield _row(f"    {_LABELS.get(label, label)}", cells)
        counts = figures.spans.differences[pair]
        told = [f"{counts[sort]} {words}" for sort, words in _SORTS.items()]
        found = [words for words in told if not words.startswith("0 ")]
        yield f"    {', '.join(found) or 'nothing annotated'}"


_LABELS = {"all": "all, same label", "any": "all, any label"}
_SORTS = {
    Sort.AGREED: "agreed",
    Sort.SPLIT: "split or merged",
    Sort.LABEL: "of another label",
    Sort.PART: "with another part",
    Sort.BOUNDARY: "with other boundaries",
    Sort.MISSED: "missed",
}


def _prf(score: Score) -> list[str]:
    return [_shown(score.precision), _shown(score.recall), _shown(score.f1)]


def _row(name: str, cells: list[str] | tuple[str, ...]) -> str:
    figures = "".join(f"{cell:>{_FIGURE}}" for cell in cells)
    return f"{name:<{_NAME}}{figures}".rstrip()


def _interval(figures: Figures, measure: str) -> str:
    found = figures.ci95.get(measure)
    return "" if found is None else f"   [{found[0]:.3f}, {found[1]:.3f}]"


def _shown(figure: float | None) -> str:
    """Return three decimals, or a dash where there is no figure."""
    return "–" if figure is None else f"{figure:.3f}"
