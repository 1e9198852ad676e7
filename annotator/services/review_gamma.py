"""γ for the review: slow and optional, so it is asked for, and computed apart."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.progress import Progress
from annotator.services.agreeing import agree
from annotator.services.agreement import AgreementRequest, TokenSource
from annotator.services.child import run_in_child
from annotator.services.review_figures import Figure, ReviewRequest

_PATIENCE_S = 1.0


def gamma(
    path: Path, request: ReviewRequest, names: tuple[str, ...], progress: Progress
) -> Figure:
    """Return γ of what is compared, with the number of articles as n.

    Args:
        path: The project.
        request: What is compared; criterion and tokens play no part.
        names: Of the annotators.
        progress: Counts the articles.

    Raises:
        InputError: The package is not installed, or there is nothing to compare.
        CancelledError: The user asked for a stop.
    """
    wanted = AgreementRequest(
        annotators=names,
        kinds=frozenset({request.kind}),
        labels=frozenset(request.labels),
        tokens=TokenSource.WHITESPACE,
        include_unfinished=request.include_unfinished,
        intervals=False,
        gamma=True,
    )
    figures = agree(path, wanted, progress).kinds[request.kind]
    return Figure(figures.units.gamma, figures.documents)


def gamma_aside(
    path: Path, request: ReviewRequest, names: tuple[str, ...], progress: Progress
) -> Figure:
    """Return what ``gamma`` does, computed in a process of its own.

    The package and its solver take seconds to load, draw from NumPy's common
    generator and print by themselves: nothing for the window's process.
    """
    return run_in_child(
        gamma, path, request, names, progress=progress, patience=_PATIENCE_S
    )
