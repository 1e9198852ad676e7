"""The command that imports, and the one look before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.commands.terminal import (
    ProjectFile,
    must_exist,
    one_of,
    progress_bar,
    say,
    show_list,
    show_problems,
)

if TYPE_CHECKING:
    from annotator.domain.records import ImportReport
    from annotator.services.importing import ImportRequest


def import_(
    project: ProjectFile,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", show_default=False)],
    format_name: Annotated[
        str,
        typer.Option(
            "--format", metavar="NAME", help="What they are; an unknown name lists all."
        ),
    ] = "auto",
    mapping_file: Annotated[
        Path | None,
        typer.Option(
            "--map", metavar="FILE.toml", help="What other tools’ labels become."
        ),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column", metavar="ROLE=NAME", help="Which column is what; repeatable."
        ),
    ] = None,
    annotator: Annotated[
        str, typer.Option(metavar="NAME", help="Whose layer the annotations become.")
    ] = "",
    gold: Annotated[
        bool, typer.Option("--gold", help="They become the settled layer.")
    ] = False,
    as_suggestions: Annotated[
        bool, typer.Option("--as-suggestions", help="They become suggestions.")
    ] = False,
    without_copies: Annotated[
        bool,
        typer.Option(
            "--without-copies", help="Leave out what is nearly the same as another."
        ),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only say what an import would bring.")
    ] = False,
) -> None:
    """Import files, folders, archives and web addresses: all of it or nothing."""
    must_exist(project)
    one_of(annotator=bool(annotator), gold=gold, as_suggestions=as_suggestions)
    from annotator.services.import_mapping import NOTHING, read_mapping
    from annotator.services.importing import ImportRequest
    from annotator.services.project import GOLD

    request = ImportRequest(
        _known_format(format_name),
        GOLD if gold else annotator,
        as_suggestions,
        read_mapping(mapping_file) if mapping_file else NOTHING,
        _told_columns(columns or ()),
        without_copies,
    )
    (_look if check else _import)(project, paths, request)


def _known_format(name: str) -> str:
    from annotator.services.choices import input_formats

    names = ["auto", *(found.name for found in input_formats())]
    if name not in names:
        raise typer.BadParameter(
            f"there is no “{name}”; choose one of {', '.join(names)}"
        )
    return name


def _told_columns(given: Sequence[str]) -> dict[str, str]:
    """Return role → column; a role that no format knows is a mistake."""
    from annotator.services.choices import column_roles

    roles, told = column_roles(), {}
    for text in given:
        role, equals, name = text.partition("=")
        if not equals or not name or role not in roles:
            raise typer.BadParameter(
                f"“{text}” is not understood; write ROLE=NAME, "
                f"with one of {', '.join(roles)}"
            )
        told[role] = name
    return told


def _import(project: Path, paths: Sequence[str], request: ImportRequest) -> None:
    from annotator.services import fetching
    from annotator.services.gathering import as_path
    from annotator.services.importing import import_paths
    from annotator.services.project import Project

    chosen = list(map(as_path, paths))
    with Project.open(project) as opened, progress_bar("Importing") as progress:
        report = import_paths(opened, chosen, request, progress, fetching.fetch)
    _tell(report, request.mapping.default)


def _look(project: Path, paths: Sequence[str], request: ImportRequest) -> None:
    from annotator.services import fetching, import_look
    from annotator.services.gathering import as_path
    from annotator.services.project import Project

    chosen = list(map(as_path, paths))
    with Project.open(project) as opened, progress_bar("Looking") as progress:
        found = import_look.look(opened, chosen, request, progress, fetching.fetch)
    for line in import_look.as_lines(found):
        say(line)
    show_problems(found.problems, "would be left out or changed")
    say("Nothing was imported.")


def _tell(report: ImportReport, default: str) -> None:
    say(
        f"{report.documents} new documents from {report.files} files"
        f" ({report.duplicates} were there already), {report.layers} layers"
        f" with {report.annotations} new annotations,"
        f" {report.suggestions} suggestions."
    )
    show_list(report.taken_out, "were in the bin and are back, with all work on them")
    _tell_marks(report)
    if report.new_labels:
        say(f"Added to the schema: {', '.join(report.new_labels)}.")
    if report.unmapped:
        say(f"No mapping names these labels, so each became one of kind {default}:")
        _tell_counts(report.unmapped)
    if report.left_out:
        say("Left out, as the mapping says:")
        _tell_counts(report.left_out)
    show_problems(report.problems, "left out or changed")
    if report.backup is not None:
        from annotator.services.backups import before_line

        say(before_line(report.backup))


def _tell_marks(report: ImportReport) -> None:
    """Say how many there are of each label, and in how many the parts are."""
    if report.marks:
        say("In the files:")
    for kind in sorted({kind for kind, _ in report.marks}):
        labels = Counter({k[1]: n for k, n in report.marks.items() if k[0] == kind})
        roles = Counter({k[1]: n for k, n in report.parts.items() if k[0] == kind})
        parts = f"; parts: {_counts(roles)}" if len(roles) > 1 else ""
        say(f"  {kind}: {_counts(labels)}{parts}")


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.most_common())


def _tell_counts(counts: dict[str, int]) -> None:
    say(f"  {_counts(Counter(counts))}")


COMMANDS: dict[str, Callable[..., None]] = {"import": import_}
"""Name → command, for ``cli`` to gather."""
