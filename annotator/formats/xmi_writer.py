"""Writing UIMA CAS XMI with DKPro's types: a file for each document and layer.

See ``cas_own`` for what an annotation becomes. Characters that XML 1.0 cannot hold are
written as U+FFFD, one for one, so that no offset moves; this program puts them back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from annotator.domain.records import Problem, Record
from annotator.domain.wording import tr
from annotator.formats.base import Limits, name_of
from annotator.formats.cas import Mark
from annotator.formats.cas_own import (
    Outgoing,
    feature_text,
    link_type,
)
from annotator.formats.cas_types import (
    DOCUMENT,
    FIELD,
    SENTENCE,
    TOKEN,
    TypesInUse,
)
from annotator.formats.cas_writing import FolderWriter
from annotator.formats.rows import MainRoles
from annotator.formats.uncarried import ALL, ZONES
from annotator.formats.utf16 import units_of
from annotator.formats.xmi import XmiReader
from annotator.formats.xmi_cas import EXTRA

REPLACEMENT = "\ufffd"

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"\t\n\r]')
_REFERENCES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}


class XmiWriter(FolderWriter):
    """Writes a folder of XMI files with their type system, or a zip file of one."""

    name = "xmi"
    title = "UIMA CAS XMI (INCEpTION, DKPro)"
    limits = Limits(articles=ALL - {ZONES})
    file_suffix = ".xmi"
    reader = XmiReader()

    def dump(
        self,
        record: Record,
        mains: MainRoles,
        types: TypesInUse,
        losses: list[Problem],
    ) -> bytes:
        """Return the file of one record."""
        outgoing = Outgoing(record, mains, legal)
        types.add(outgoing.marks)
        if record.tokens is not None:
            outgoing.extra["tokenizer"] = record.tokens.tokenizer
        illegal = {m.start(): ord(m[0]) for m in _ILLEGAL.finditer(record.text)}
        if illegal:
            outgoing.extra["characters"] = illegal
            losses.append(_replaced(record, illegal))
        return "".join(_Page(record, outgoing).pieces()).encode()


def legal(text: str) -> str:
    """Return a text as XML can hold it, as long as it was."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def _replaced(record: Record, illegal: dict[int, int]) -> Problem:
    codes = ", ".join(f"U+{code:04X}" for code in sorted(set(illegal.values())))
    places = ", ".join(map(str, list(illegal)[:5])) + (
        ", …" if len(illegal) > 5 else ""
    )
    return Problem(
        name_of(record),
        tr(
            "XML cannot hold {codes} (at {places}); each was written as "
            "{written}, which only this program turns back.",
            codes=codes,
            places=places,
            written=REPLACEMENT,
        ),
    )


def _quoted(text: str) -> str:
    return _SPECIAL.sub(lambda m: _REFERENCES[m[0]], text)


class _Page:
    """One file."""

    def __init__(self, record: Record, outgoing: Outgoing) -> None:
        self._record = record
        self._outgoing = outgoing
        self._units = units_of(record.text)
        self._prefixes: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._members: list[int] = []
        # Marks keep their numbers as ids, which the extra value goes by.
        self._sofa = len(outgoing.marks) + 1
        self._next = self._sofa + 1

    def pieces(self) -> Iterator[str]:
        """Yield the file."""
        body = [
            *self._document(),
            *self._tokens(),
            *(piece for mark in self._outgoing.marks for piece in self._mark(mark)),
        ]
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI'
        yield ' xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
        for package, prefix in self._prefixes.items():
            yield f' xmlns:{prefix}="http:///{package.replace(".", "/")}.ecore"'
        yield ' xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
        yield from body
        text = _quoted(legal(self._record.text))
        yield f'<cas:Sofa xmi:id="{self._sofa}" sofaNum="1" sofaID="_InitialView" '
        yield f'mimeType="text" sofaString="{text}"/>\n'
        members = " ".join(map(str, self._members))
        yield f'<cas:View sofa="{self._sofa}" members="{members}"/>\n</xmi:XMI>\n'

    def _tag(self, name: str) -> str:
        tag = self._tags.get(name)
        if tag is None:
            package, _, short = name.rpartition(".")
            new = f"t{len(self._prefixes)}"
            tag = f"{self._prefixes.setdefault(package, new)}:{short}"
            self._tags[name] = tag
        return tag

    def _number(self) -> int:
        number = self._next
        self._next += 1
        return number

    def _span(self, name: str, start: int, end: int, more: str = "") -> str:
        number = self._number()
        self._members.append(number)
        begin, stop = self._units[start], self._units[end]
        return (
            f'<{self._tag(name)} xmi:id="{number}" sofa="{self._sofa}" '
            f'begin="{begin}" end="{stop}"{more}/>\n'
        )

    def _document(self) -> Iterator[str]:
        record = self._record
        details, size = record.details, len(record.text)
        title, url = _quoted(legal(details.title)), _quoted(legal(details.url))
        language = _quoted(legal(details.language)) or "x-unspecified"
        more = (
            f' language="{language}" documentTitle="{title}" '
            f'documentId="{record.document_id}" documentUri="{url}"'
        )
        yield self._span(DOCUMENT, 0, size, more)
        fields = {
            "source": details.source,
            "date": details.date,
            EXTRA: self._outgoing.dump(),
        }
        for key, value in fields.items():
            if value:
                text = _quoted(legal(value))
                yield self._span(FIELD, 0, size, f' key="{key}" value="{text}"')

    def _tokens(self) -> Iterator[str]:
        tokens = self._record.tokens
        if tokens is None or not tokens:
            return
        for start, end in _sentences(tokens.sentences, tokens.ends, tokens.starts):
            yield self._span(SENTENCE, start, end)
        for start, end in zip(tokens.starts, tokens.ends, strict=True):
            yield self._span(TOKEN, start, end)

    def _mark(self, mark: Mark) -> Iterator[str]:
        self._members.append(int(mark.id))
        slots = []
        for slot, links in mark.slots.items():
            numbers = []
            tag = self._tag(link_type(mark.type, slot))
            for role, target in links:
                number = self._number()
                numbers.append(str(number))
                self._members.append(number)
                yield (
                    f'<{tag} xmi:id="{number}" role="{_quoted(legal(role))}" '
                    f'target="{target}"/>\n'
                )
            slots.append(f' {slot}="{" ".join(numbers)}"')
        features = "".join(
            f' {name}="{_quoted(feature_text(value))}"'
            for name, value in mark.features.items()
        )
        begin, end = self._units[mark.start], self._units[mark.end]
        yield (
            f'<{self._tag(mark.type)} xmi:id="{mark.id}" sofa="{self._sofa}" '
            f'begin="{begin}" end="{end}"{features}{"".join(slots)}/>\n'
        )


def _sentences(
    starts: Sequence[int], token_ends: Sequence[int], token_starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the sentences from their first token to their last."""
    for number, start in enumerate(starts):
        if number + 1 < len(starts):
            last = bisect_left(token_starts, starts[number + 1])
        else:
            last = len(token_starts)
        yield start, token_ends[last - 1]
