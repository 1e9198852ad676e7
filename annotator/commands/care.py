"""Commands that take care of a project: info, check, backup, restore."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.commands.terminal import (
    ProjectFile,
    fail,
    in_background,
    must_exist,
    progress_bar,
    say,
    show_list,
)
from annotator.domain.errors import InputError

if TYPE_CHECKING:
    from annotator.services.backups import Kept


def info(project: ProjectFile) -> None:
    """Say what a project holds."""
    must_exist(project)
    from annotator.services.project import Project
    from annotator.services.summary import summary_lines

    with Project.open(project) as opened:
        for line in summary_lines(opened):
            say(line)


def check(
    project: ProjectFile,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair", help="Save what can be read into a new file beside it."
        ),
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="The new file of --repair.")
    ] = None,
    deep: Annotated[
        bool,
        typer.Option(
            "--deep", help="Every word of a large search index; nobody can write."
        ),
    ] = False,
) -> None:
    """Prove that the file is sound and every offset says what was marked."""
    must_exist(project)
    if repair:
        _repair(project, out)
        return
    from annotator.services.project import Project

    with Project.open(project) as opened, progress_bar("Checking") as progress:
        problems = in_background(lambda: opened.check(progress, deep=deep), progress)
    if problems:
        for problem in problems:
            sys.stderr.write(f"{problem}\n")
        fail(
            f"{project} has {len(problems)} faults, listed above; go back to a backup"
            f" with “annotator restore {project}”, or save what can be read with"
            " --repair."
        )
    say(f"{project} is sound.")


def _repair(project: Path, out: Path | None) -> None:
    from annotator.services.repairing import repair, repair_lines

    with progress_bar("Saving") as progress:
        target, saved = repair(project, out, progress)
    for line in repair_lines(target, saved):
        say(line)
    show_list(saved.lost, "things are lost")


def backup(
    project: ProjectFile,
    out: Annotated[Path | None, typer.Argument(metavar="OUT")] = None,
) -> None:
    """Copy a project, whole, consistent and verified, also while it is in use."""
    must_exist(project)
    from annotator.services.project import Project, backup_path

    with Project.open(project) as opened, progress_bar("Backing up") as progress:
        target = out or backup_path(project)
        in_background(lambda: opened.backup(target, progress), progress)
    say(f"Copied to {target}.")


def restore(
    project: ProjectFile,
    backup: Annotated[
        str,
        typer.Argument(metavar="NUMBER|FILE", help="From the list; or a file."),
    ] = "",
) -> None:
    """List a project's backups, the newest first; with one named, go back to it.

    What the project is now is kept, as a backup itself.
    """
    from annotator.services import backups

    found = backups.list_backups(project)
    if not backup:
        if not found:
            fail(f"There are no backups of {project}; name a file to restore.")
        for number, kept in enumerate(found, 1):
            say(f"{number:3}  {backups.backup_line(kept)}")
        say(f"Go back to one with “annotator restore {project} NUMBER”.")
        return
    with progress_bar("Restoring") as progress:
        done = backups.restore(project, _chosen(backup, found), progress)
    say(f"{project} is again as in {done.backup}.")
    if done.before is not None:
        say(f"As it was before it is kept in {done.before}.")


def _chosen(given: str, found: list[Kept]) -> Path:
    if not given.isdecimal():
        return Path(given)
    if not 1 <= int(given) <= len(found):
        raise InputError(f"There is no backup number {given}; there are {len(found)}.")
    return found[int(given) - 1].path


COMMANDS: dict[str, Callable[..., None]] = {
    "info": info,
    "check": check,
    "backup": backup,
    "restore": restore,
}
