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
from annotator.domain.wording import tr
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.cas import Cas, Choice, left_out
from annotator.formats.cas_own import parse_extra, records_of
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
from annotator.formats.webanno_text import RawRows, Sentence, locate
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
            cases = (read_cas(one, Choice(options.mapping)) for one in (path,))
            yield from records_of(path, cases, options)
        except InputError as error:
            yield Problem(path.name, f"{error}.")
        except OSError as error:
            yield Problem(
                path.name, tr("it cannot be read ({reason}).", reason=error.strerror)
            )


def read_cas(path: Path, choice: Choice) -> Cas:
    """Return what a file says.

    Raises:
        InputError: It is broken, or too large; half a sentence.
        OSError: It cannot be read.
    """
    if path.stat().st_size > MAX_BYTES:
        raise InputError(
            tr(
                "it is larger than {limit} MB, too much for one article",
                limit=MAX_BYTES >> 20,
            )
        )
    lines = _text(path.read_bytes()).split("\n")
    body, layers, as_java = _header(lines)
    width = sum(len(layer.columns) for layer in layers)
    sentences, raw, comments = _sentences(lines, body, width)
    located = locate(sentences, raw, as_java=as_java)
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
    """Return the file as text: UTF-8 by the format, or whatever it must be.

    Its lines end with LF.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = decode(data).text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").removesuffix("\r")


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
            tr(
                "line {first} is “{lines}”, and only WebAnno TSV 3 is read; "
                "export it as that",
                first=first + 1,
                lines=lines[first].strip()[:60],
            )
        )
    layers: list[Layer] = []
    width = 0
    body = first + 1
    while body < len(lines) and lines[body].startswith(_LAYERS):
        layers.append(parse_layer(lines[body], width))
        width += len(layers[-1].columns)
        body += 1
    return body, layers, int(version[2:]) < 2


def _sentences(
    lines: list[str], body: int, width: int
) -> tuple[list[Sentence], RawRows, list[str]]:
    """Return the sentences, their rows, and the lines of comments above them."""
    sentences: list[Sentence] = []
    rows: list[str] = []
    numbers: list[int] = []
    comments: list[str] = []
    current: Sentence | None = None
    for number, line in enumerate(_used_up(lines, body), body + 1):
        if not line:
            current = current if current is not None and not current.has_rows else None
        elif line[0] != "#":
            if current is None:
                _parsed(rows, numbers, width)  # what is wrong before this comes first
                raise InputError(
                    tr(
                        "line {number} is a row, but “#Text=…” must come first",
                        number=number,
                    )
                )
            rows.append(line)
            numbers.append(number)
            current.end += 1
        elif not line.startswith(_TEXT):
            comments.append(line)
        else:
            if current is None or current.has_rows:
                current = Sentence(len(rows), len(rows))
                sentences.append(current)
            current.lines.append(line[len(_TEXT) :])
    if not sentences:
        raise InputError(tr("it holds no sentence"))
    return sentences, _parsed(rows, numbers, width), comments


def _used_up(lines: list[str], first: int) -> Iterator[str]:
    """Yield the lines from *first* on, and let go of each."""
    lines.reverse()
    del lines[len(lines) - first :]
    while lines:
        yield lines.pop()


def _parsed(lines: list[str], numbers: list[int], width: int) -> RawRows:
    """Return rows column by column.

    Raises:
        InputError: One of them is broken; half a sentence.
    """
    try:
        return _columns(lines, numbers, width)
    except ValueError:
        rows = zip(lines, numbers, strict=True)
        fault = next(filter(None, (_fault(*row, width) for row in rows)))
        raise InputError(fault) from None


def _columns(lines: list[str], numbers: list[int], width: int) -> RawRows:
    """Return rows column by column, a column at a time, which is quick.

    Raises:
        ValueError: One of them is broken; ``_fault`` says which.
    """
    fields = [line.split("\t", 3) for line in lines]
    if set(map(len, fields)) != {4}:
        fields = [row if len(row) != 3 else [*row, ""] for row in fields]
    ids, offsets, forms, cells = zip(*fields, strict=True) if fields else ((),) * 4
    pairs = [pair.partition("-") for pair in offsets]
    begins, ends = ([int(pair[place]) for pair in pairs] for place in (0, 2))
    if not all("-" in identity and identity[0].isdecimal() for identity in ids):
        raise ValueError(ids)
    empty = "\t".join([NOTHING] * width)
    nothing = frozenset((empty, f"{empty}\t"))
    marked = [cell if cell not in nothing else "" for cell in cells]
    if width and (
        "" in cells or min(map(_width, filter(None, marked)), default=width) < width
    ):
        raise ValueError(cells)
    return RawRows(
        ids, begins, ends, forms, marked if width else [""] * len(ids), numbers
    )


def _width(cells: str) -> int:
    """Return how many columns of annotations a row has."""
    return cells.count("\t") + 1 - (not cells or cells.endswith("\t"))


def _fault(line: str, number: int, width: int) -> str:
    """Return what is wrong with a row, "" for nothing; half a sentence."""
    identity, _, rest = line.partition("\t")
    offsets, has_form, rest = rest.partition("\t")
    begin, _, end = offsets.partition("-")
    if not (has_form and _is_integer(begin) and _is_integer(end)):
        return tr(
            "line {number} is no row: it must start with its number, its "
            "offsets and its words (“{line}”)",
            number=number,
            line=line[:40],
        )
    if "-" not in identity or not identity[0].isdecimal():
        return tr(
            "line {number} has no row number but “{identity}”",
            number=number,
            identity=identity[:20],
        )
    found = _width(rest.partition("\t")[2])
    if found < width:
        return tr(
            "line {number} has {found} columns of annotations, but the "
            "header declares {width}",
            number=number,
            found=found,
            width=width,
        )
    return ""


def _is_integer(text: str) -> bool:
    try:
        int(text)
    except ValueError:
        return False
    return True
