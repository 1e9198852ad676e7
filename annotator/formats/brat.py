"""Reading brat standoff: a text, and beside it what is marked in it.

``NAME.ann`` is about ``NAME.txt`` in the same folder, else in the one above or in one
beside; ``NAME.a1`` and ``NAME.a2`` (BioNLP's shared tasks) together are one such file.
Where there is no text of that name, ``NAME.ANNOTATOR.ann`` (or with ``_`` or ``-``) is
an annotator's file about ``NAME.txt``. ``annotation.conf`` says what may be marked:
see ``brat_conf``.

- Text-bound annotations (``T``) are spans, relations (``R``) and ``Equiv`` links,
  events (``E``) frames: see ``assembling`` for what becomes of them.
- Attributes (``A``, ``M``) and references to databases (``N``) are attributes, notes
  (``#``) notes. What is said of an attribute goes to what bears it, what is said of a
  relation to the thing it starts from.
- A line that cannot be read, or is about something that is not there, costs itself
  and is named with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.domain.annotations import now
from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.refusals import reason_of
from annotator.domain.text import first_line
from annotator.domain.wording import tr
from annotator.formats.assembling import assemble
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.brat_conf import read_configuration
from annotator.formats.brat_layer import BratLayer
from annotator.formats.brat_lines import Standoff
from annotator.formats.brat_notes import CONFIG, is_ours
from annotator.formats.brat_places import Places
from annotator.formats.encoding import decode
from annotator.formats.foreign import ForeignDocument

_LINE = re.compile(r"\s*(?:[TREAMN#]\d*|\*)[\t ]+[^\s:]+[:\t ]")
_SIDE_FILES = ("visual.conf", "tools.conf", "kb_shortcuts.conf")
_SECTION = re.compile(
    r"^\[(?:entities|spans|relations|events|attributes|labels|drawing|options|search"
    r"|annotators|disambiguators|normalization)\]\s*$",
    re.MULTILINE,
)
_SEPARATORS = "._-"
_MAX_TEXT_BYTES = 1 << 26
_MAX_LINES_BYTES = 1 << 24
_MAX_FOLDERS = 200
_BOM = "\ufeff"
_UTF8_BOM = _BOM.encode()


class BratReader:
    """Reads a text with its standoff file, or a configuration."""

    name = "brat"
    title = "brat standoff"
    suffixes: tuple[str, ...] = (".ann", ".a1", ".a2")
    by_folder = True

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take standoff files, also empty ones beside a text, and configurations."""
        if path.name in (CONFIG, *_SIDE_FILES):
            is_one = _SECTION.search(head.decode("utf-8", "replace"))
            return Claim.SURE if is_one or path.name != CONFIG else Claim.NO
        if path.suffix.lower() not in self.suffixes:
            return Claim.NO
        if not head.strip():
            return Claim.LIKELY
        start = head.removeprefix(_UTF8_BOM)[:1000].decode("utf-8", "replace")
        return Claim.SURE if _LINE.match(start) else Claim.LIKELY

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the text and, of a shared task's file, its second half."""
        if path.name == CONFIG:
            return tuple(path.with_name(name) for name in _SIDE_FILES)
        if path.suffix.lower() not in self.suffixes:
            return ()
        text, _ = _find_text(path)
        return tuple(filter(None, (text, _second_half(path))))

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the text with its layer, or the schema of a configuration."""
        if path.name in _SIDE_FILES:
            return
        try:
            if path.name == CONFIG:
                yield from read_configuration(path, options.mapping)
            else:
                yield from _read_pair(path, options)
        except InputError as error:
            yield Problem(path.name, f"{error}.")


def _read_pair(path: Path, options: ReadOptions) -> Iterator[Item]:
    if path.suffix.lower() in BratReader.suffixes:
        text_path, annotator = _find_text(path)
    else:
        text_path, annotator = path, ""
    if text_path is None:
        raise InputError(
            tr("its text {stem}.txt is neither beside it nor above", stem=path.stem)
        )
    try:
        places = Places(_read(text_path, _MAX_TEXT_BYTES))
    except InputError as error:
        raise InputError(
            tr(
                "its text {name} cannot be read: {error}",
                name=text_path.name,
                error=error,
            )
        ) from None
    standoff = Standoff()
    if path != text_path:
        for part in filter(None, (path, _second_half(path))):
            standoff.read(part.name, _lines(part))
        if standoff.failed and standoff.is_empty:
            yield from standoff.problems[:3]
            raise InputError(tr("it holds no annotation of brat’s; nothing was taken"))
    layer = BratLayer(places, standoff, own=is_ours(path.parent))
    made = layer.made(options.annotator or annotator, now())
    yield from standoff.problems
    yield from layer.problems
    document = ForeignDocument(
        places.text,
        Details(first_line(places.text), meta={"name": text_path.stem}),
        path.name,
        (made,) if path != text_path else (),
        losses=places.told(),
    )
    yield from assemble(document, options.mapping)


def _read(path: Path, limit: int) -> str:
    """Return a file's text with the line ends and the mark it has."""
    try:
        if path.stat().st_size > limit:
            raise InputError(tr("it is larger than {limit} MB", limit=limit >> 20))
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("it cannot be read ({reason})", reason=reason_of(error))
        ) from error
    text = decode(data).text
    return _BOM + text if data.startswith(_UTF8_BOM) else text


def _lines(path: Path) -> list[str]:
    text = _read(path, _MAX_LINES_BYTES)
    return text.removeprefix(_BOM).replace("\r\n", "\n").split("\n")


def _second_half(path: Path) -> Path | None:
    if path.suffix.lower() != ".a1":
        return None
    second = path.with_suffix(".a2" if path.suffix == ".a1" else ".A2")
    return second if second.is_file() else None


def _find_text(path: Path) -> tuple[Path | None, str]:
    """Return the text that a file is about, and whose file it says it is."""
    for folder in _folders(path.parent):
        text = folder / f"{path.stem}.txt"
        if text.is_file():
            return text, ""
    stem = path.stem
    for position in range(len(stem) - 1, 0, -1):
        if stem[position] in _SEPARATORS:
            text = path.with_name(f"{stem[:position]}.txt")
            if text.is_file():
                return text, stem[position + 1 :]
    return None, ""


def _folders(folder: Path) -> Iterator[Path]:
    """Yield where a text may be: here, above, in a folder beside."""
    yield folder
    yield folder.parent
    try:
        beside = sorted(p for p in folder.parent.iterdir() if p.is_dir())
    except OSError:
        return
    yield from (p for p in beside[:_MAX_FOLDERS] if p != folder)
