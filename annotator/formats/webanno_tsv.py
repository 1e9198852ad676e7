"""Reading WebAnno TSV 3.x, the format of WebAnno and INCEpTION.

The source of the format is the appendix “WebAnno TSV 3.3 File format” of INCEpTION's
user guide. One file is one document as one annotator left it: a header that declares
layers and their features, then sentence by sentence the text and a row for each token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.formats.assembling import assemble
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.cas import Cas, Choice, left_out
from annotator.formats.cas_own import document_of, parse_extra
from annotator.formats.encoding import decode
from annotator.formats.webanno_escapes import (
    CHAIN_LAYER,
    FORMAT,
    NOTHING,
    OWN,
    RELATION_LAYER,
    SPAN_LAYER,
    Layer,
    parse_layer,
)
from annotator.formats.webanno_rows import Rows
from annotator.formats.webanno_text import RawRow, Sentence, locate
from annotator.formats.xmi_types import companion_of

MAX_BYTES = 16 << 20
"""A larger file is no document; reading it would fill the memory."""

_TEXT = "#Text="
_OLDER = re.compile(rb"# ?[\w.]+ \|[^\n]*\n(#id=\d+\n)?#text=|#id=\d+\n#text=")
_ANY = "#FORMAT=WebAnno TSV"
_LAYERS = (SPAN_LAYER, CHAIN_LAYER, RELATION_LAYER)


class WebannoReader:
    """Reads a document with one annotator's layer."""

    name = "webanno"
    title = "WebAnno TSV (WebAnno, INCEpTION)"
    suffixes: tuple[str, ...] = (".tsv",)
    by_folder = True

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what says so in its first line; older versions too, to refuse them."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if start.startswith(_ANY.encode()) or _OLDER.match(start):
            return Claim.SURE
        return Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the type system that our own exports have beside it."""
        companion = companion_of(path)
        return () if companion is None else (companion,)

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the document, or why it was left out."""
        try:
            cas = read_cas(path, Choice(options.mapping))
            yield from assemble(document_of(path, cas, options), options.mapping)
        except InputError as error:
            yield Problem(path.name, f"{error}.")
        except OSError as error:
            yield Problem(path.name, f"it cannot be read ({error.strerror}).")


def read_cas(path: Path, choice: Choice) -> Cas:
    """Return what a file says.

    Raises:
        InputError: It is broken, or too large; half a sentence.
        OSError: It cannot be read.
    """
    if path.stat().st_size > MAX_BYTES:
        raise InputError(
            f"it is larger than {MAX_BYTES >> 20} MB, too much for one article"
        )
    lines = _text(path.read_bytes()).split("\n")
    body, layers, as_java = _header(lines)
    width = sum(len(layer.columns) for layer in layers)
    sentences, comments = _sentences(lines, body, width)
    located = locate(sentences, as_java=as_java)
    cas = Cas(located.text, tokens=located.tokens, sentences=located.sentences)
    cas.extra = _extra(comments)
    cas.losses += located.losses
    rows = Rows(layers, choice, cas)
    for unit in located.units:
        rows.add(unit)
    rows.finish()
    cas.losses += left_out(rows.skipped)
    return cas


def _text(data: bytes) -> str:
    """Return the file as text: UTF-8 by the format, or whatever it must be."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data).text.removeprefix("\ufeff")


def _extra(comments: Sequence[str]) -> dict[str, Any]:
    """Return what our own writer put into a comment."""
    own = (c.removeprefix(OWN) for c in comments if c.startswith(OWN))
    return parse_extra(next(own, ""))


def _header(lines: Sequence[str]) -> tuple[int, list[Layer], bool]:
    """Return where the body starts, the layers, and whether escapes are Java's."""
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    version = lines[first].strip().removeprefix(FORMAT)
    if not re.fullmatch(r"3\.\d+", version):
        raise InputError(
            f"line {first + 1} is “{lines[first].strip()[:60]}”, and only WebAnno "
            "TSV 3 is read; export it as that"
        )
    layers: list[Layer] = []
    width = 0
    body = first + 1
    while body < len(lines) and lines[body].startswith(_LAYERS):
        layers.append(parse_layer(lines[body].rstrip("\r"), width))
        width += len(layers[-1].columns)
        body += 1
    return body, layers, int(version[2:]) < 2


def _sentences(
    lines: list[str], body: int, width: int
) -> tuple[list[Sentence], list[str]]:
    """Return the sentences, and the lines of comments above them."""
    sentences: list[Sentence] = []
    comments: list[str] = []
    current: Sentence | None = None
    empty = "\t".join([NOTHING] * width)
    nothing = frozenset((empty, f"{empty}\t"))
    for number, line in enumerate(_used_up(lines, body), body + 1):
        if line.endswith("\r"):
            line = line[:-1]  # noqa: PLW2901 - the line without its end
        if not line:
            current = current if current is not None and not current.rows else None
        elif line[0] == "#":
            if line.startswith(_TEXT):
                if current is None or current.rows:
                    current = Sentence(number)
                    sentences.append(current)
                current.lines.append(line[len(_TEXT) :])
            else:
                comments.append(line)
        elif current is None:
            raise InputError(f"line {number} is a row, but “#Text=…” must come first")
        else:
            current.rows.append(_row(line, number, width, nothing))
    if not sentences:
        raise InputError("it holds no sentence")
    return sentences, comments


def _used_up(lines: list[str], first: int) -> Iterator[str]:
    """Yield the lines from *first* on, and let go of each."""
    lines.reverse()
    del lines[len(lines) - first :]
    while lines:
        yield lines.pop()


def _row(line: str, number: int, width: int, nothing: frozenset[str]) -> RawRow:
    fields = line.split("\t", 3)
    try:
        identity, offsets, form = fields[:3]
        begin, _, end = offsets.partition("-")
        start, stop = int(begin), int(end)
    except ValueError:
        raise InputError(
            f"line {number} is no row: it must start with its number, its offsets and "
            f"its words (“{line[:40]}”)"
        ) from None
    if "-" not in identity or not identity[0].isdecimal():
        raise InputError(f"line {number} has no row number but “{identity[:20]}”")
    cells = fields[3] if len(fields) > 3 else ""
    if cells in nothing:
        return RawRow(identity, start, stop, form, "", number)
    found = cells.count("\t") + 1 - (not cells or cells.endswith("\t"))
    if found < width:
        raise InputError(
            f"line {number} has {found} columns of annotations, "
            f"but the header declares {width}"
        )
    return RawRow(identity, start, stop, form, cells if width else "", number)
