"""Where INCEpTION's and WebAnno's exports keep whose work on which document it is.

A project export has ``annotation/DOCUMENT/USER.tsv`` (or ``.xmi``, mostly zipped with
its ``TypeSystem.xml``), ``curation/DOCUMENT/CURATION_USER.tsv``, and ``source/`` for
the documents as they came.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

GOLD = "gold"

_CURATED = "CURATION_USER"
_UNTOUCHED = "INITIAL_CAS"
_FOLDERS = frozenset(("annotation", "annotation_ser", "curation", "curation_ser"))


class Owner(NamedTuple):
    """What a file's place says.

    Attributes:
        document: Its name.
        annotator: "" where the place does not say.
    """

    document: str
    annotator: str = ""


def owner_of(path: Path) -> Owner:
    """Return which document a file is of, and whose work."""
    stem = path.stem
    parts = path.parts
    is_export = any(part in _FOLDERS for part in parts[-4:-2])
    if stem in (_CURATED, _UNTOUCHED) or is_export:
        # …/annotation/DOCUMENT/USER.xmi, or one folder deeper where it was zipped.
        depth = -2 if len(parts) < 3 or parts[-3] in _FOLDERS or not is_export else -3
        document = Path(parts[depth]).stem if len(parts) > 1 else stem
        annotator = {_CURATED: GOLD, _UNTOUCHED: ""}.get(stem, stem)
        return Owner(document, annotator)
    return Owner(stem)
