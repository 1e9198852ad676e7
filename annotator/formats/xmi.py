"""Reading UIMA CAS XMI, with or without its type system.

XMI 1.0 as UIMA serialises a CAS (“UIMA References”, chapter “XMI CAS Serialization”):
sofas hold the texts, views say which annotations are in the index. What is not in the
index of its view was deleted, and is not read. Offsets count UTF-16 units.

Without a type system, references are told by what they lead to: a feature is a slot
if all it names are links (structures with a ``target``), a relation has a governor and
a dependent, a chain has a ``first``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.wording import tr
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.cas import Choice
from annotator.formats.cas_own import records_of
from annotator.formats.cas_types import SENTENCE, TOKEN
from annotator.formats.xmi_cas import read_cases
from annotator.formats.xmi_types import companion_of, types_for
from annotator.formats.xmi_xml import structures

_MARK = b"http://www.omg.org/XMI"


class XmiReader:
    """Reads a CAS: a text, or one for each view, with one annotator's layer."""

    name = "xmi"
    title = "UIMA CAS XMI (INCEpTION, DKPro)"
    suffixes: tuple[str, ...] = (".xmi",)
    by_folder = True

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take XML whose root is XMI's."""
        start = head[:4096].replace(b"\x00", b"")
        return Claim.SURE if _MARK in start and b"<" in start[:16] else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the type system beside it."""
        companion = companion_of(path)
        return () if companion is None else (companion,)

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield each text, or why it was left out."""
        try:
            choice = Choice(options.mapping)
            placed = [name for name in (TOKEN, SENTENCE) if not choice.takes(name)]
            parts, types = structures(path, placed), types_for(path)
            cases = read_cases(path, parts, types, choice)
            yield from records_of(path, cases, options)
        except InputError as error:
            yield Problem(path.name, f"{error}.")
        except OSError as error:
            yield Problem(
                path.name, tr("it cannot be read ({reason}).", reason=error.strerror)
            )
