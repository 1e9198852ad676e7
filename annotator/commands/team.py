"""Commands for a lead of several annotators: people, assign, handout, merge."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.commands.terminal import (
    ProjectFile,
    fail,
    must_exist,
    progress_bar,
    say,
)

if TYPE_CHECKING:
    from annotator.services.assigning import AssignReport
    from annotator.services.handing_out import HandoutOutcome


def people(
    project: ProjectFile,
    add: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Add; repeatable.")
    ] = None,
    rename: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="OLD NEW", help="Another name; the work stays theirs."),
    ] = None,
    retire: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Can no longer be chosen.")
    ] = None,
    bring_back: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="No longer retired.")
    ] = None,
    lead: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="May see every layer.")
    ] = None,
    no_lead: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="No longer a lead.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the annotators with their progress; add, rename or retire some."""
    must_exist(project)
    from annotator.services import people as service
    from annotator.services.project import Project

    said: list[str] = []
    with Project.open(project) as opened:
        for name in add or ():
            service.add_person(opened, name)
        if rename:
            service.rename_person(opened, *rename)
        for name in lead or ():
            service.set_lead(opened, name, lead=True)
        for name in no_lead or ():
            service.set_lead(opened, name, lead=False)
        for name in bring_back or ():
            service.retire_person(opened, name, retired=False)
        for name in retire or ():
            service.retire_person(opened, name, retired=True)
            said.append(service.retired_line(opened, name))
        found = service.progress_of(opened)
    if as_json:
        say(json.dumps(service.as_json(found), indent=1, ensure_ascii=False))
        return
    for line in (*said, *service.progress_lines(found)):
        say(line)


def assign(
    project: ProjectFile,
    annotators: Annotated[
        str, typer.Option(metavar="A,B,C", help="Who; made if they do not exist.")
    ],
    per_document: Annotated[
        int, typer.Option(min=1, help="Annotators for each document.")
    ] = 1,
    shared: Annotated[
        str,
        typer.Option(metavar="N|N%", help="Documents that all get, for agreement."),
    ] = "0",
    seed: Annotated[int, typer.Option(help="The same seed, the same outcome.")] = 0,
    withhold_suggestions: Annotated[
        str,
        typer.Option(
            metavar="N|N%|shared|all",
            help="New documents on which nobody is shown suggestions.",
        ),
    ] = "0",
    by_words: Annotated[
        bool, typer.Option("--by-words", help="Balance words, not documents.")
    ] = False,
    documents: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS", help="Only those with these words; repeatable."),
    ] = None,
) -> None:
    """Assign documents evenly; what was assigned before stays as it is."""
    must_exist(project)
    from annotator.services import assigning
    from annotator.services.project import Project

    on_shared = withhold_suggestions == "shared"
    withhold = {"shared": "0", "all": "100%"}.get(
        withhold_suggestions, withhold_suggestions
    )
    request = assigning.AssignRequest(
        tuple(annotators.split(",")),
        per_document,
        assigning.parse_share(shared),
        assigning.parse_share(withhold),
        on_shared,
        seed,
        by_words,
        tuple(documents or ()),
    )
    with Project.open(project) as opened:
        report = assigning.assign(opened, request)
    _tell_assigned(report)


def _tell_assigned(report: AssignReport) -> None:
    if report.made:
        say(f"New annotators: {', '.join(report.made)}.")
    say(
        f"Documents assigned: {report.documents}. Shared by all: {report.shared}."
        f" Suggestions withheld: {report.withheld}."
    )
    for name, load in report.loads.items():
        words = f", {report.words[name]} words" if report.words else ""
        say(f"  {name}: {load} documents ({report.new[name]} new){words}")


def handout(
    project: ProjectFile,
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT", show_default=False, help="A file; a folder for several."
        ),
    ],
    annotator: Annotated[
        list[str], typer.Option(metavar="NAME", help="For whom; repeatable.")
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file whose work is merged.")
    ] = False,
) -> None:
    """Write a project file for each annotator, with nobody else's work in it."""
    must_exist(project)
    from annotator.services import handing_out
    from annotator.services.project import Project

    outcomes: list[handing_out.HandoutOutcome] = []
    with Project.open(project) as opened, progress_bar("Handing out") as progress:
        if len(annotator) == 1 and not out.is_dir():
            outcomes.append(
                handing_out.hand_out(
                    opened, annotator[0], out, force=force, progress=progress
                )
            )
        else:
            handing_out.hand_out_all(
                opened,
                list(dict.fromkeys(annotator)),
                out,
                force=force,
                progress=progress,
                outcomes=outcomes,
            )
    _tell_handed_out(outcomes)


def _tell_handed_out(outcomes: Sequence[HandoutOutcome]) -> None:
    from annotator.services.handing_out import HandoutReport

    refused = []
    for report in outcomes:
        if not isinstance(report, HandoutReport):
            refused.append(report.why)
            continue
        what = (
            "assigned documents" if report.assigned else "documents (none are assigned)"
        )
        hidden = f", {report.withheld} without suggestions" if report.withheld else ""
        whose = f"{report.path} is for {report.annotator}"
        say(f"{whose}: {report.documents} {what}{hidden}.")
    if refused:
        more = f" ({len(refused)} files were not written)" if len(refused) > 1 else ""
        fail(f"{refused[0]}{more}")


def merge(
    project: ProjectFile,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
) -> None:
    """Bring work back from handouts: any files, in any order, any number of times."""
    must_exist(project)
    from annotator.services.merging import merge_files, report_lines
    from annotator.services.project import Project

    kept = "Stopped; files merged before stay merged, the last one is as if never."
    with Project.open(project) as opened, progress_bar("Merging", kept) as progress:
        reports = merge_files(opened, files, progress)
    for report in reports:
        for line in report_lines(report):
            say(line)
    refused = [report for report in reports if report.refused]
    if refused:
        more = f" ({len(refused)} files were refused)" if len(refused) > 1 else ""
        fail(f"{refused[0].refused}{more}")


COMMANDS: dict[str, Callable[..., None]] = {
    "people": people,
    "assign": assign,
    "handout": handout,
    "merge": merge,
}
"""Name → command, for ``cli`` to gather."""
