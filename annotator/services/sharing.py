"""What to know of a project that other computers can reach; quick to import."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.wording import tr
from annotator.storage.shares import network_share


def share_warning(path: Path) -> str:
    """Return what to know of a project on a network drive; "" if it is on none."""
    kind = network_share(path)
    if not kind:
        return ""
    return tr(
        "{path} is on a network drive ({kind}). If two computers open it at the same"
        " time there, it can be damaged: work on a copy on a disk of this computer, or"
        " hand out a file to each annotator and merge them.",
        path=path,
        kind=kind,
    )
