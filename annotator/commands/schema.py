"""The command that shows and replaces a project's schema."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.commands.removing import Who
from annotator.commands.terminal import (
    ProjectFile,
    must_exist,
    one_of,
    progress_bar,
    say,
)

if TYPE_CHECKING:
    from annotator.services.project import Project


def schema(
    project: ProjectFile,
    set_: Annotated[
        Path | None,
        typer.Option("--set", metavar="FILE", help="Replace it; all work is kept."),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Only say what does not fit: of --set, or as is."),
    ] = False,
    former: Annotated[
        bool, typer.Option("--former", help="List those that it had before.")
    ] = False,
    back: Annotated[
        bool, typer.Option("--back", help="Go back to the one before.")
    ] = False,
    as_: Who = "",
) -> None:
    """Print a project's schema as TOML; replace it under existing work."""
    must_exist(project)
    one_of(set=set_ is not None, back=back, former=former)
    if check and (back or former):
        raise typer.BadParameter("--check goes with --set, or alone")
    from annotator.services.project import Project

    with Project.open(project) as opened:
        if former:
            _list_former(opened)
        elif set_ is None and not back:
            _show(opened, check=check)
        else:
            _change(opened, set_, as_, check=check)


def _show(project: Project, *, check: bool) -> None:
    from annotator.services import schema_changes

    if not check:
        sys.stdout.write(project.store.schema_toml())
        return
    for line in schema_changes.look_lines(
        schema_changes.look_at(project, project.schema)
    ):
        say(line)


def _change(project: Project, file: Path | None, who: str, *, check: bool) -> None:
    from annotator.domain.schema_toml import load_schema
    from annotator.services import schema_changes
    from annotator.services.backups import before_line
    from annotator.services.binning import whoever

    if file is None:
        by = whoever(project, who)
        with progress_bar("Backing up") as progress:
            look = schema_changes.go_back(project, by, progress=progress)
    elif check:
        look = schema_changes.look_at(project, load_schema(file))
    else:
        new, by = load_schema(file), whoever(project, who)
        with progress_bar("Backing up") as progress:
            look = schema_changes.change_schema(project, by, new, progress)
    for line in schema_changes.look_lines(look):
        say(line)
    if check:
        say("Nothing was changed.")
        return
    say(f"The schema is “{project.schema.title}” now; go back with --back.")
    if look.backup is not None:
        say(before_line(look.backup))


def _list_former(project: Project) -> None:
    from annotator.services import schema_changes

    found = list(schema_changes.former_schemas(project))
    for former, read in found:
        labels = sum(1 for _ in read.labels())
        since = former.since[:16].replace("T", " ") or "–"
        say(f"{former.version:3}  since {since}  {read.title}, {labels} labels")
    if not found:
        say("The project has had no other schema.")


COMMANDS: dict[str, Callable[..., None]] = {"schema": schema}
