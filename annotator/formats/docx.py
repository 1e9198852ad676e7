"""Word documents (.docx, ECMA-376 part 1): words, tables and core properties.

The text is read from the XML itself, without what is deleted by a tracked change,
field codes, and the copies that text boxes keep for older programs. A paragraph is a
line; the cells of a table's row stand on one line with tabs between. Footnotes and
endnotes follow after the text, a line each.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from annotator.domain.errors import InputError
from annotator.domain.records import Problem, Record
from annotator.domain.refusals import reason_of
from annotator.domain.text import document_id, first_line, in_a_line, normalise
from annotator.domain.wording import noop, tr
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.details import gather
from annotator.formats.office import BROKEN_ZIP, OLD_OFFICE, holds_part, refuse_harmful

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_LEFT_OUT = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback")
)
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
}
_TITLES = ("Title", "Heading1")


class _Line(NamedTuple):
    """A paragraph, or a row of a table, and its style."""

    text: str
    style: str


class DocxReader:
    """Reads Word documents; older ones are refused with what to do."""

    name = "docx"
    title = noop("Word document")
    suffixes: tuple[str, ...] = (".docx", ".docm", ".doc")
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take packages with a document, and old documents to say what to do."""
        if holds_part(path, head, _BODY):
            return Claim.SURE
        old = head.startswith(OLD_OFFICE) and path.suffix.lower() in self.suffixes
        return Claim.SURE if old else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the article, or why it was left out."""
        try:
            lines, properties = _parts(path)
            text = normalise("\n".join(line.text for line in lines).strip("\n"))
        except InputError as error:
            yield Problem(path.name, f"{error}.")
            return
        heading = next((line.text for line in lines if line.style in _TITLES), "")
        details = gather(text, properties, title=first_line(heading))
        yield Record(document_id(text), text, details, where=path.name)


def _parts(path: Path) -> tuple[list[_Line], dict[str, str]]:
    """Return the lines of a document and what its properties say."""
    from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

    try:
        with path.open("rb") as file:
            if file.read(8) == OLD_OFFICE:
                raise InputError(
                    tr(
                        "it is in the format of Word before 2007 or has a "
                        "password; save it as .docx without one"
                    )
                )
        with zipfile.ZipFile(path) as package:
            refuse_harmful(package)
            lines = list(_lines(_parse(package.read(_BODY))))
            for part in _NOTES:
                if part in package.NameToInfo:
                    lines += _notes(_parse(package.read(part)))
            core = package.read(_CORE) if _CORE in package.NameToInfo else b""
            return lines, _properties(_parse(core)) if core else {}
    except OSError as error:
        raise InputError(
            tr("it cannot be read ({reason})", reason=reason_of(error))
        ) from error
    except (KeyError, *BROKEN_ZIP) as error:
        raise InputError(tr("it is a damaged Word document")) from error
    except XMLSyntaxError as error:
        raise InputError(
            tr("it is a damaged Word document ({msg})", msg=in_a_line(error.msg))
        ) from error


def _parse(data: bytes) -> Any:
    from lxml.etree import XMLParser, fromstring

    parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return fromstring(data, parser)


def _lines(root: Any) -> Iterator[_Line]:
    """Yield paragraphs and rows in their order; what stands in a row is its own."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            style = element.find(f"{_W}pPr/{_W}pStyle")
            name = "" if style is None else style.get(f"{_W}val", "")
            yield _Line("".join(_words(element)), name)
        elif element.tag == f"{_W}tr":
            cells = (" ".join(_cell(cell)) for cell in element.iterchildren(f"{_W}tc"))
            yield _Line("\t".join(cells), "")
        elif element.tag not in _LEFT_OUT:
            stack.extend(reversed(element))


def _notes(root: Any) -> Iterator[_Line]:
    """Yield the notes, a line each; those with a type are lines drawn above them."""
    for note in root:
        if note.get(f"{_W}type", "normal") == "normal":
            words = " ".join(line.text.strip() for line in _lines(note))
            if words.strip():
                yield _Line(words.strip(), "")


def _cell(cell: Any) -> Iterator[str]:
    for paragraph in cell.iter(f"{_W}p"):
        words = "".join(_words(paragraph)).replace("\n", " ").strip()
        if words:
            yield words


def _words(paragraph: Any) -> Iterator[str]:
    """Yield the text of a paragraph; one in a text box in it comes by itself."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _SIGNS:
            yield _SIGNS[element.tag]
        elif element.tag == f"{_W}p":
            yield "\n" + "".join(_words(element))
        elif element.tag not in _LEFT_OUT and element.tag != f"{_W}pPr":
            stack.extend(reversed(element))


def _properties(core: Any) -> dict[str, str]:
    found = {
        "title": core.findtext(f"{_DC}title"),
        "date": core.findtext(f"{_TERMS}created"),
        "author": core.findtext(f"{_DC}creator"),
    }
    return {key: value.strip() for key, value in found.items() if value}
