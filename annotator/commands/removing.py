"""Commands that take articles out of a project and put them back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from annotator.commands.terminal import (
    ProjectFile,
    fail,
    must_exist,
    progress_bar,
    say,
    show_list,
)

Who = Annotated[str, typer.Option("--as", metavar="NAME", help="Who does it; a lead.")]


def remove(
    project: ProjectFile,
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS|ID...",
            help="Words to search for; or ids, 8 characters at least.",
            show_default=False,
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_: Who = "",
) -> None:
    """Put articles into the bin, with all work on them; “bin” puts them back."""
    must_exist(project)
    from annotator.services import binning
    from annotator.services.project import Project

    with Project.open(project) as opened:
        by = binning.whoever(opened, as_)
        chosen = binning.named_documents(opened, articles)
        work = binning.work_on(opened, chosen)
        show_list([binning.title_of(opened, d) for d in chosen], "to be removed")
        line = binning.work_line(work)
        if not yes and not _agreed(f"Put {line} into the bin?"):
            fail(f"nothing was removed: {line}; say --yes to remove that.")
        with progress_bar("Removing") as progress:
            done = binning.put_into_bin(opened, by, chosen, progress)
    say(f"In the bin now: {binning.articles(len(done))}.")
    say(f"Put back what you miss with “annotator bin {project} --restore WORDS|ID”.")


def _agreed(question: str) -> bool:
    """Ask on a terminal; elsewhere there is nobody to ask."""
    return sys.stdin.isatty() and typer.confirm(question)


def bin_(
    project: ProjectFile,
    restore: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS|ID", help="Put back; repeatable."),
    ] = None,
    restore_all: Annotated[
        bool, typer.Option("--restore-all", help="Put everything back.")
    ] = False,
    as_: Who = "",
) -> None:
    """List the articles that were taken out, or put some back as they were."""
    must_exist(project)
    from annotator.services import binning
    from annotator.services.project import Project

    with Project.open(project) as opened:
        if not restore and not restore_all:
            for line in binning.bin_lines(opened):
                say(line)
            return
        by = binning.whoever(opened, as_)
        found = (
            opened.store.binned()
            if restore_all
            else binning.named_in_bin(opened, restore or ())
        )
        with progress_bar("Putting back") as progress:
            done = binning.take_out_of_bin(
                opened, by, [one.id for one in found], progress
            )
        work = binning.work_on(opened, [o.forward.document_id for o in done])
    say(f"Put back: {binning.work_line(work)}.")


COMMANDS: dict[str, Callable[..., None]] = {"remove": remove, "bin": bin_}
