"""The command line: thin calls of services.

Exit codes: 0 done, 1 the input or the machine is at fault (one line on stderr),
2 wrong usage. Nothing slow is imported before a command needs it, so that the
window opens at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from annotator import __version__
from annotator.commands import (
    agreement,
    care,
    export,
    importing,
    removing,
    schema,
    team,
)
from annotator.commands.terminal import (
    ProjectFile,
    fail,
    must_exist,
    progress_bar,
    say,
    show_list,
)
from annotator.domain.errors import AnnotatorError

app = typer.Typer(
    name="annotator",
    help="Build labelled corpora of news: entities, quotes and claims.",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Run the program; errors become one line and an exit code."""
    try:
        app()
    except AnnotatorError as error:
        fail(str(error))


def _show_version(wanted: bool) -> None:
    if wanted:
        say(f"annotator {__version__}")
        raise typer.Exit


@app.callback()
def start(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Say which."
        ),
    ] = False,
) -> None:
    """Build labelled corpora of news; without a command, open the window."""
    if context.invoked_subcommand is None:
        _window(None, None)


def _window(project: Path | None, annotator: str | None) -> None:
    from annotator.app import run

    raise typer.Exit(run(project, annotator))


@app.command("open")
def open_(
    project: Annotated[
        Path | None, typer.Argument(metavar="PROJECT", help="Default: ask.")
    ] = None,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Who is working.")
    ] = None,
) -> None:
    """Open the window on a project."""
    if project is not None:
        must_exist(project, warn=False)  # the window does
    _window(project, as_)


@app.command()
def demo(
    directory: Annotated[
        Path | None, typer.Option("--dir", help="Where to put the project.")
    ] = None,
    window: Annotated[
        bool, typer.Option("--window/--no-window", help="Open the window on it.")
    ] = True,
) -> None:
    """Make a project from the shipped sample corpus, with suggestions."""
    from annotator.services.demo import make_demo

    path = make_demo(directory)
    if window:
        _window(path, None)
        return
    _suggest(path, pipeline=None, kinds=(), jobs=1)
    say(f"The demo is at {path}; open it with “annotator open {path}”.")


@app.command()
def new(
    project: ProjectFile,
    schema: Annotated[
        Path | None, typer.Option(help="A schema file (TOML); default: news.")
    ] = None,
) -> None:
    """Make an empty project."""
    from annotator.services.project import Project

    with Project.create(project, schema) as made:
        kinds = ", ".join(kind.title.lower() for kind in made.schema.kinds)
        say(f"Made {made.path} with the schema “{made.schema.title}”: {kinds}.")


@app.command()
def suggest(
    project: ProjectFile,
    pipeline: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FOLDER", help="An installed spaCy pipeline, or ./a-folder."
        ),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind; repeatable.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes.")] = 1,
    trust: Annotated[
        bool, typer.Option("--trust", help="The folder’s program may be run.")
    ] = False,
    trust_pickles: Annotated[
        bool, typer.Option("--trust-pickles", help="And the pickles in it loaded.")
    ] = False,
) -> None:
    """Let a pipeline suggest annotations for the documents it has not seen."""
    must_exist(project)
    from annotator.services.trusting import allow_for, meant

    pipeline = meant(pipeline) if pipeline else None
    if trust or trust_pickles:
        allow_for(project, pipeline, pickles=trust_pickles)
    _suggest(project, pipeline=pipeline, kinds=tuple(kind or ()), jobs=jobs)


def _suggest(
    project: Path, *, pipeline: str | None, kinds: tuple[str, ...], jobs: int
) -> None:
    from annotator.services.suggesting import suggest_project

    kept = "Stopped; what was found is kept, the next run goes on from there."
    with progress_bar("Suggesting", kept) as progress:
        report = suggest_project(
            project, pipeline=pipeline, kinds=kinds, jobs=jobs, progress=progress
        )
    say(
        f"{report.suggestions} suggestions for {report.documents} documents"
        f" by {report.pipeline} {report.version}."
    )
    if report.foreign:
        say(report.foreign)
    show_list(report.problems, "documents failed")


@app.command()
def evaluate(
    project: ProjectFile,
    against: Annotated[
        str, typer.Option(metavar="gold|ANNOTATOR", help="Whose layer is right.")
    ],
    pipeline: Annotated[str, typer.Option(help="Whose suggestions.")] = "",
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind; repeatable.")
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option(help="Only this label; repeatable.")
    ] = None,
    min_score: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Only suggestions from it on.")
    ] = 0.0,
    include_unfinished: Annotated[
        bool,
        typer.Option("--include-unfinished", help="Also documents not set to done."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure a pipeline's suggestions: precision, recall, F1, parts of frames."""
    must_exist(project)
    from annotator.services import evaluation_report
    from annotator.services.evaluating import evaluate as run
    from annotator.services.evaluation import EvaluationRequest

    request = EvaluationRequest(
        against,
        pipeline,
        frozenset(kind or ()),
        frozenset(label or ()),
        min_score,
        include_unfinished,
    )
    with progress_bar("Evaluating") as progress:
        result = run(project, request, progress)
    if not result.compared:
        fail(evaluation_report.nothing_compared(result))
    if as_json:
        say(json.dumps(evaluation_report.as_json(result), indent=1))
        return
    for line in evaluation_report.as_lines(result):
        say(line)


@app.command()
def adjudicate(
    project: ProjectFile,
    auto: Annotated[
        str, typer.Option(metavar="unanimous|majority", help="What is taken.")
    ],
    annotator: Annotated[
        list[str] | None, typer.Option(help="Only these count; repeatable.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind; repeatable.")
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="NAME", help="Who is named as having decided.")
    ] = "",
) -> None:
    """Settle by rule what annotators agree on; leave the rest open for the window."""
    must_exist(project)
    from annotator.services.auto_adjudicating import AutoRequest, as_lines
    from annotator.services.auto_adjudicating import adjudicate as run
    from annotator.services.rulings import Rule

    if auto not in tuple(Rule):
        raise typer.BadParameter("--auto takes unanimous or majority")
    request = AutoRequest(Rule(auto), tuple(annotator or ()), frozenset(kind or ()), by)
    kept = "Stopped; what was settled is kept, the next run goes on from there."
    with progress_bar("Settling", kept) as progress:
        report = run(project, request, progress)
    for line in as_lines(report):
        say(line)


COMMANDS: dict[str, Callable[..., None]] = {
    **importing.COMMANDS,
    **export.COMMANDS,
    **team.COMMANDS,
    **agreement.COMMANDS,
    **care.COMMANDS,
    **removing.COMMANDS,
    **schema.COMMANDS,
}
for name, command in COMMANDS.items():
    app.command(name)(command)
