"""The command that exports, checks before, and mends on request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.commands.terminal import (
    ProjectFile,
    fail,
    must_exist,
    one_of,
    progress_bar,
    say,
)

if TYPE_CHECKING:
    from annotator.services.export_selection import ExportRequest

COMPONENTS = ("ner", "spancat")
CHOICES = {
    "mend": ("report", "expand", "contract"),
    "overlaps": ("longest", "first", "kind"),
    "pieces": ("split", "hull", "drop"),
    "space": ("trim", "drop"),
}


def export(
    project: ProjectFile,
    format_name: Annotated[
        str, typer.Option("--format", help="One of those the README lists.")
    ],
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", show_default=False)
    ] = None,
    annotator: Annotated[str, typer.Option(help="Only this annotator's layer.")] = "",
    gold: Annotated[
        bool, typer.Option("--gold", help="Only the settled layer.")
    ] = False,
    suggestions: Annotated[
        bool, typer.Option("--suggestions", help="The pipelines' suggestions instead.")
    ] = False,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind; repeatable.")
    ] = None,
    split: Annotated[
        str, typer.Option(help="Several files by share, e.g. train=80,dev=20.")
    ] = "",
    seed: Annotated[int, typer.Option(help="Another number, another split.")] = 0,
    keep_sources: Annotated[
        bool | None,
        typer.Option(
            "--keep-sources/--mix-sources",
            help="In a split, one source in one part; default: where shares allow it.",
            show_default=False,
        ),
    ] = None,
    component: Annotated[
        list[str] | None,
        typer.Option(
            help="spaCy project: train ner, spancat; repeatable; default: by the data."
        ),
    ] = None,
    include_unfinished: Annotated[
        bool,
        typer.Option("--include-unfinished", help="Also what is not done."),
    ] = False,
    without_boilerplate: Annotated[
        bool,
        typer.Option("--without-boilerplate", help="Cut it out of the texts."),
    ] = False,
    mend: Annotated[
        str, typer.Option(help="Spans that cut tokens: report, expand, contract.")
    ] = "report",
    overlaps: Annotated[
        str, typer.Option(help="Which of them stays: longest, first, kind.")
    ] = "longest",
    prefer: Annotated[
        list[str] | None,
        typer.Option(help="For --overlaps kind: the preferred first; repeatable."),
    ] = None,
    pieces: Annotated[
        str, typer.Option(help="Parts in several pieces: split, hull, drop.")
    ] = "split",
    space: Annotated[
        str, typer.Option(help="White space at the ends of spans: trim, drop.")
    ] = "trim",
    check: Annotated[
        bool, typer.Option("--check", help="Only say what would not fit.")
    ] = False,
    apply: Annotated[
        bool,
        typer.Option(
            "--apply",
            help="First mend in the project, as one step that can be undone: trim, "
            "and expand or contract as --mend says.",
        ),
    ] = False,
    as_: Annotated[
        str,
        typer.Option("--as", metavar="NAME", help="Who mends; default: who you are."),
    ] = "",
    verify: Annotated[
        bool,
        typer.Option("--verify/--no-verify", help="Read back what was written."),
    ] = True,
    list_losses: Annotated[
        bool,
        typer.Option("--list-losses", help="Write all losses to OUT.losses.tsv."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Export layers (or suggestions) for training and exchange."""
    must_exist(project)
    one_of(annotator=bool(annotator), gold=gold, suggestions=suggestions)
    given = {"mend": mend, "overlaps": overlaps, "pieces": pieces, "space": space}
    _must_be_choices(given)
    if not set(component or ()).issubset(COMPONENTS):
        raise typer.BadParameter("--component takes ner or spancat")
    if out is None and not check:
        raise typer.BadParameter("name a file to write, or add --check")
    from annotator.services.exporting import ExportRequest, parse_split
    from annotator.services.project import GOLD

    request = ExportRequest(
        format_name,
        GOLD if gold else annotator,
        suggestions,
        frozenset(kind or ()),
        parse_split(split),
        include_unfinished,
        mend,
        overlaps=overlaps,
        pieces=pieces,
        space=space,
        prefer=tuple(prefer or ()),
        verify=verify,
        list_losses=list_losses,
        seed=seed,
        keep_sources=keep_sources,
        without_zones=without_boilerplate,
        components=tuple(dict.fromkeys(component or ())),
    )
    if apply:
        _apply(project, request, as_, aloud=not as_json)
    if check or out is None:
        _check(project, request, as_json=as_json)
    else:
        _export(project, out, request, as_json=as_json)


def _must_be_choices(given: dict[str, str]) -> None:
    for name, value in given.items():
        if value not in CHOICES[name]:
            raise typer.BadParameter(
                f"--{name} takes {', '.join(CHOICES[name][:-1])} or {CHOICES[name][-1]}"
            )


def _apply(project: Path, request: ExportRequest, name: str, *, aloud: bool) -> None:
    """Mend the layer that is exported; of all layers, one's own."""
    from annotator.domain.errors import InputError
    from annotator.services.mending import MendRequest, mend, whoever_works

    if request.suggestions:
        raise InputError(
            "Suggestions are nobody's to change; use --mend without --apply."
        )
    by = whoever_works(project, name)
    wanted = MendRequest(
        request.annotator or by,
        by,
        space=request.space == "trim",
        tokens="" if request.mend == "report" else request.mend,
        kinds=request.kinds,
    )
    with progress_bar("Mending") as progress:
        mended = mend(project, wanted, progress)
    if aloud:
        say(mended.sentence())


def _check(project: Path, request: ExportRequest, *, as_json: bool) -> None:
    from annotator.services import export_report
    from annotator.services.exporting import check

    with progress_bar("Checking") as progress:
        report = check(project, request, progress)
    if as_json:
        say(json.dumps(export_report.as_json(report), indent=1, ensure_ascii=False))
        return
    for line in export_report.check_lines(report, request.format_name):
        say(line)


def _export(project: Path, out: Path, request: ExportRequest, *, as_json: bool) -> None:
    from annotator.services import export_report, exporting

    with progress_bar("Exporting") as progress:
        report = exporting.export(project, out, request, progress)
    if as_json:
        say(json.dumps(export_report.as_json(report), indent=1, ensure_ascii=False))
    else:
        for line in export_report.as_lines(report, request.format_name):
            say(line)
    if report.faults:
        fail(
            f"{out} does not hold what it should, see above; do not use it, and"
            " report the fault."
        )


COMMANDS = {"export": export}
"""Name → command, for ``cli`` to gather."""
