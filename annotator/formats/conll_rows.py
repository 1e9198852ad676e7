"""Rows of tokens and tags, put together to documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.text import first_line
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr, trn
from annotator.formats.conll_layout import (
    BLOCK,
    DOCSTART,
    MARKER,
    NEW_DOCUMENT,
    NO_SPACE,
    SOURCE,
    Layout,
    TagColumn,
    is_heading,
)
from annotator.formats.conll_tags import (
    OUT,
    Scheme,
    Tag,
    parser,
    spans_of,
    unbracketed,
)
from annotator.formats.foreign import ForeignDocument, ForeignLayer, ForeignSpan

TOKENIZER = "conll"

_RANGE = re.compile(r"(\d+)-(\d+)")
_MAX_NAMED = 100
_MAX_TEXT = 1 << 26
"""Characters; a document that goes on for longer is none."""
_BOM = "\ufeff"


class _Special(NamedTuple):
    """What a line that is no row says: whether a document ends before it."""

    ends: bool
    name: str = ""


_ROW = _Special(ends=False, name="row")
_COMMENT = _Special(ends=False)


@dataclass(slots=True)
class _Draft:
    """A document while its rows come in.

    Attributes:
        size: Of the text so far, in code points.
        glued: The next token follows without a blank.
        spans: For each column of tags, ``(start, end, label)``.
    """

    line: int
    name: str = ""
    url: str = ""
    pieces: list[str] = field(default_factory=list)
    size: int = 0
    glued: bool = True
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    spans: list[list[tuple[int, int, str]]] = field(default_factory=list)


class Rows:
    """Makes documents of the rows of one file."""

    def __init__(self, name: str, layout: Layout, annotator: str, moment: str) -> None:
        self._name = name
        self._layout = layout
        self._annotator = annotator
        self._moment = moment
        self._number = 0
        self._begun = False
        self._failed = 0
        self._faults: list[Problem] = []
        self._draft = _Draft(1)
        self._parsers = [parser(tag.scheme) for tag in layout.tags]
        self._known: list[dict[str, Tag | None]] = [{} for _ in layout.tags]
        # Of the sentence that is being read.
        self._tags: list[list[Tag]] = [[] for _ in layout.tags]
        self._first = 0
        self._upto = -1

    def documents(self, lines: Iterable[str]) -> Iterator[ForeignDocument | Problem]:
        """Yield the documents, and what of the lines before them is wrong."""
        for number, given in enumerate(lines, 1):
            self._number = number
            line = given.rstrip("\r\n")
            if not line or line.isspace():
                ended = self._end_sentence() and self._layout.documents == BLOCK
                found = _Special(ends=ended)
            else:
                found = self._special(line)
                if not self._begun and found is _ROW:
                    self._begun = True
                    found = _COMMENT if is_heading(line) else _ROW
            if found is _ROW:
                self._add(self._layout.fields(line))
            elif found.ends:
                self._end_sentence()
                yield from self._finish()
                self._draft.name = found.name
        self._end_sentence()
        yield from self._finish()
        if self._failed > _MAX_NAMED:
            more = self._failed - _MAX_NAMED
            said = trn(
                "{n:,} further line cannot be read.",
                "{n:,} further lines cannot be read.",
                more,
            )
            yield Problem(self._name, said)

    # --------------------------------------------------------------- lines

    def _special(self, line: str) -> _Special:
        """Deal with a line that is no row."""
        first, by_marker = line[0], self._layout.documents == MARKER
        if first == "-" and line.startswith(DOCSTART):
            self._end_sentence()
            return _Special(ends=by_marker)
        if first != "#" or self._is_row(line):
            return _ROW
        match = NEW_DOCUMENT.fullmatch(line)
        if match is not None and by_marker:
            return _Special(ends=True, name=match[1].strip())
        source = SOURCE.fullmatch(line)
        if source is not None and not self._draft.pieces:
            self._draft.url = source[1]
        return _COMMENT

    def _is_row(self, line: str) -> bool:
        """Tell whether a line that begins like a comment is a row after all."""
        fields = self._layout.fields(line)
        return len(fields) == self._layout.width and all(
            self._parse(position, fields) is not None
            for position in range(len(self._layout.tags))
        )

    def _parse(self, position: int, fields: list[str]) -> Tag | None:
        column = self._layout.tags[position]
        cell = fields[column.index]
        known = self._known[position]
        if cell not in known:
            if len(known) > _MAX_NAMED * _MAX_NAMED:
                known.clear()
            known[cell] = self._parsers[position](_value(cell, column))
        return known[cell]

    def _fault(self, reason: str) -> None:
        self._failed += 1
        if self._failed <= _MAX_NAMED:
            where = tr("{name}, line {number}", name=self._name, number=self._number)
            self._faults.append(Problem(where, reason))

    # ---------------------------------------------------------------- rows

    def _add(self, fields: list[str]) -> None:
        layout, width = self._layout, len(fields)
        if layout.ids and not self._is_word(fields):
            return
        form = fields[layout.form] if width > layout.form else ""
        if not self._draft.size:
            form = form.removeprefix(_BOM)
        if not form:
            if any(fields):
                self._fault(tr("it has no word."))
            return
        tags = self._tags
        if 1 < width < layout.width and self._ends_in_tag(fields):
            # Taggers leave out what they do not know of a word, but never the last.
            fields = [*fields[:-1], *[""] * (layout.width - width), fields[-1]]
            width = layout.width
        if width < layout.width:
            self._fault(
                tr(
                    "it has {width} of {all} columns; “{form}” was taken "
                    "without a tag.",
                    width=width,
                    all=layout.width,
                    form=form,
                )
            )
            for column in tags:
                column.append(OUT)
        else:
            for position, column in enumerate(tags):
                tag = self._parse(position, fields)
                if tag is None:
                    cell = fields[layout.tags[position].index]
                    self._fault(
                        tr(
                            "“{cell}” is no tag; “{form}” was taken without.",
                            cell=cell,
                            form=form,
                        )
                    )
                    tag = OUT
                column.append(tag)
        self._place(form)
        space = layout.space
        self._draft.glued = 0 <= space < width and bool(NO_SPACE.search(fields[space]))

    def _ends_in_tag(self, fields: list[str]) -> bool:
        """Tell whether a row that is too short has the tag at its end all the same."""
        tags, last = self._layout.tags, self._layout.width - 1
        is_plain = [(t.index, t.scheme, t.key) for t in tags] == [
            (last, Scheme.PREFIX, "")
        ]
        if not is_plain:
            return False
        tag = self._parse(0, [""] * last + fields[-1:])
        return tag is not None and (bool(tag.label) or fields[-1] == "O")

    def _is_word(self, fields: list[str]) -> bool:
        """Tell whether a numbered row is a word of its own.

        Of CoNLL-U's words that are written as one (``1-2``) the first row has what is
        written; those after it only give tags.
        """
        given = fields[0]
        if given.isdecimal():
            if int(given[:9]) > self._upto:
                return True
            self._take_tags(fields)
            return False
        match = _RANGE.fullmatch(given)
        if match is not None:
            self._upto = int(match[2][:9])
        return match is not None

    def _take_tags(self, fields: list[str]) -> None:
        for position, column in enumerate(self._tags):
            if column and not column[-1].label and len(fields) >= self._layout.width:
                column[-1] = self._parse(position, fields) or OUT

    def _place(self, form: str) -> None:
        draft = self._draft
        if not draft.glued:
            draft.pieces.append(" ")
            draft.size += 1
        elif self._first == len(draft.starts) and draft.pieces:
            draft.pieces.append("\n")
            draft.size += 1
        if self._first == len(draft.starts):
            draft.sentences.append(draft.size)
        draft.starts.append(draft.size)
        draft.pieces.append(form)
        draft.size += len(form)
        draft.ends.append(draft.size)

    def _end_sentence(self) -> bool:
        """Take over the spans of a sentence; tell whether there was one."""
        draft, first = self._draft, self._first
        self._upto = -1
        if first == len(draft.starts):
            return False
        for position, tags in enumerate(self._tags):
            if len(draft.spans) <= position:
                draft.spans.append([])
            if self._layout.tags[position].scheme is Scheme.BRACKET:
                tags[:] = unbracketed(tags)
            draft.spans[position] += [
                (draft.starts[first + start], draft.ends[first + end - 1], label)
                for start, end, label in spans_of(tags)
            ]
            tags.clear()
        self._first = len(draft.starts)
        draft.glued = True
        if draft.size > _MAX_TEXT:
            raise InputError(
                tr("the document from line {line} on has no end", line=draft.line)
            )
        return True

    # ----------------------------------------------------------- documents

    def _finish(self) -> Iterator[ForeignDocument | Problem]:
        yield from self._faults
        self._faults.clear()
        draft = self._draft
        if draft.pieces:
            yield self._document(draft)
        self._draft = _Draft(self._number + 1)
        self._first = 0

    def _document(self, draft: _Draft) -> ForeignDocument:
        text = "".join(draft.pieces)
        places = zip(draft.starts, draft.ends, strict=True)
        words = [(s, e) for s, e in places if not text[s:e].isspace()]
        starts = {start for start, _ in words}
        sentences = [s for s in draft.sentences if s in starts]
        meta: dict[str, object] = {"name": draft.name} if draft.name else {}
        is_url = draft.url.startswith(("http://", "https://"))
        if draft.url and not is_url:
            meta["source"] = draft.url
        return ForeignDocument(
            text,
            Details(first_line(text), url=draft.url if is_url else "", meta=meta),
            tr("{name}, line {number}", name=self._name, number=draft.line),
            self._layers(draft),
            Tokens.of(TOKENIZER, words, sentences),
        )

    def _layers(self, draft: _Draft) -> tuple[ForeignLayer, ...]:
        columns = self._layout.tags
        several = len(columns) > 1
        found = [
            tuple(
                ForeignSpan(
                    f"{column.name}.{number}",
                    label,
                    (Fragment(start, end),),
                    column.name if several else "",
                )
                for number, (start, end, label) in enumerate(spans)
            )
            for column, spans in zip(columns, draft.spans, strict=True)
        ]
        if self._layout.parallel:
            return tuple(
                ForeignLayer(f"column {column.name}", spans, moment=self._moment)
                for column, spans in zip(columns, found, strict=True)
            )
        if not columns:
            return ()
        spans = tuple(span for one in found for span in one)
        return (ForeignLayer(self._annotator, spans, moment=self._moment),)


def _value(cell: str, column: TagColumn) -> str:
    """Return the tag in a cell that may hold other things as well."""
    if not column.key:
        return cell
    key = f"{column.key}="
    found = (x for x in cell.split("|") if x.startswith(key))
    return next(found, key).removeprefix(key)
