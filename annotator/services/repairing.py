"""Saving what can be read of a damaged project."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.progress import Progress
from annotator.domain.schema_toml import dump_schema, load_schema
from annotator.domain.wording import noop, tr
from annotator.services.project import default_schema_file
from annotator.storage.backup import free_name
from annotator.storage.salvage import Salvage, salvage

__all__ = ["Salvage", "repair", "repair_lines"]

_COUNTED = {
    "documents": noop("documents"),
    "annotations": noop("annotations"),
    "suggestions": noop("suggestions"),
    "operations": noop("steps of the history"),
}


def repair(
    path: Path, target: Path | None = None, progress: Progress | None = None
) -> tuple[Path, Salvage]:
    """Write what can be read of a project into a new one; the old one stays as it is.

    Args:
        path: The damaged project.
        target: The new file; None for a free name beside it.
        progress: In tables, then in documents.

    Returns:
        The new file, and what was saved and what was not.

    Raises:
        InputError: The new file exists, or nothing at all can be read.
        EnvironmentFault: The disk does not let it.
        CancelledError: Somebody asked for a stop; there is no new file.
    """
    target = target or free_name(path, "repaired")
    schema = dump_schema(load_schema(default_schema_file()))
    return target, salvage(path, target, schema, progress or Progress())


def repair_lines(target: Path, saved: Salvage) -> list[str]:
    """Return what was saved, as lines for people."""
    counts = ", ".join(
        f"{saved.read.get(name, 0)} {tr(words)}" for name, words in _COUNTED.items()
    )
    lines = [
        tr("Read {counts}.", counts=counts),
        tr("What is whole of it is in {target}.", target=target),
    ]
    if not saved.lost:
        lines.append(tr("Nothing is lost."))
    return lines
