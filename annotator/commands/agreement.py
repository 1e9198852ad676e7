"""The command that measures how far annotators agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.commands.terminal import ProjectFile, must_exist, progress_bar, say

if TYPE_CHECKING:
    from annotator.services.agreement import AgreementRequest


def agreement(
    project: ProjectFile,
    annotator: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this one, or gold; repeatable."),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind; repeatable.")
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option(help="Only this label; repeatable.")
    ] = None,
    tokens: Annotated[
        str, typer.Option(help="spacy (the project's pipeline) or whitespace.")
    ] = "spacy",
    scheme: Annotated[
        str, typer.Option(help="Classes of tokens: io, or bio (beginnings apart).")
    ] = "io",
    per_document: Annotated[
        bool, typer.Option("--per-document", help="JSON: also of each document.")
    ] = False,
    include_unfinished: Annotated[
        bool,
        typer.Option("--include-unfinished", help="Also layers not set to done."),
    ] = False,
    intervals: Annotated[
        bool, typer.Option("--intervals/--no-intervals", help="95 % by bootstrap.")
    ] = True,
    gamma: Annotated[
        bool, typer.Option("--gamma", help="Also γ; slow; needs annotator[gamma].")
    ] = False,
    differences: Annotated[
        bool,
        typer.Option("--differences", help="Also every difference with its place."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    report_file: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="OUT.html",
            help="Write a page with charts, and its tables as CSV, instead.",
        ),
    ] = None,
) -> None:
    """Measure how far annotators agree: spans, frames, tokens, units."""
    must_exist(project)
    from annotator.services import agreement_report as report
    from annotator.services.agreeing import agree
    from annotator.services.agreement import AgreementRequest, Scheme, TokenSource
    from annotator.services.disagreements import all_disagreements

    if tokens not in tuple(TokenSource):
        raise typer.BadParameter("--tokens takes spacy or whitespace")
    if scheme not in tuple(Scheme):
        raise typer.BadParameter("--scheme takes io or bio")
    request = AgreementRequest(
        tuple(annotator or ()),
        frozenset(kind or ()),
        frozenset(label or ()),
        TokenSource(tokens),
        Scheme(scheme),
        include_unfinished,
        per_document,
        intervals,
        gamma,
    )
    if report_file is not None:
        if label:
            raise typer.BadParameter("--report has every label; leave --label out")
        _write_report(project, request, report_file)
        return
    with progress_bar("Comparing") as progress:
        result = agree(project, request, progress)
        found = all_disagreements(project, result, progress) if differences else []
    if as_json:
        shown = report.as_json(result)
        if differences:
            shown["differences"] = [report.disagreement_json(*one) for one in found]
        say(json.dumps(shown, indent=1))
        return
    for line in report.as_lines(result):
        say(line)
    for disagreement, text in found:
        say(report.disagreement_line(disagreement, text))


def _write_report(project: Path, request: AgreementRequest, target: Path) -> None:
    """Write the page that the review of the window writes, of all kinds."""
    from annotator.domain.errors import InputError
    from annotator.services.agreement import Scheme, TokenSource
    from annotator.services.review import Review
    from annotator.services.review_figures import ReviewRequest
    from annotator.services.review_report import write_report

    wanted = ReviewRequest(
        "",
        annotators=request.annotators,
        white_space=request.tokens is TokenSource.WHITESPACE,
        bio=request.scheme is Scheme.BIO,
        include_unfinished=request.include_unfinished,
    )
    with progress_bar("Comparing") as progress:
        review = Review.load(project, progress)
        for name in sorted(set(request.annotators).difference(review.names)):
            raise InputError(f"{name} has no document in common with anybody here.")
        files = write_report(review, wanted, target, progress, kinds=request.kinds)
    for path in files:
        say(str(path))


COMMANDS = {"agreement": agreement}
"""Name → command, for ``cli`` to gather."""
