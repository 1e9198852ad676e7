"""How a file of tokens and tags is laid out, told by what stands in it.

Separator, columns, scheme and what ends a document are told from the whole file: the
rows are the same few again and again once the word is taken away, so that what is
seen of them fits into memory. Any of it can be said instead (``columns``): ``text``
(or ``token``) and ``tag`` by number or name, several tags with commas, ``document``
as ``file``, ``block`` or ``marker``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain.errors import InputError
from annotator.domain.wording import tr
from annotator.formats.conll_tags import (
    CHUNKS,
    OUTSIDE,
    Scheme,
    labels_of,
    scheme_of,
)

DOCSTART = "-DOCSTART-"
FILE = "file"
BLOCK = "block"
MARKER = "marker"

NEW_DOCUMENT = re.compile(
    r"#\s*(?:\w+:)?(?:begin document|newdoc\b|doc(?:ument)?[ _]?id\b|document\b|id\b)"
    r"\s*(?:id\b)?[\s=:]*(.*)",
    re.IGNORECASE,
)
NO_SPACE = re.compile(r"\bSpaceAfter=No\b|\bNoSpaceAfter\b")
SOURCE = re.compile(r"#\t(\S+)(?:\s.*)?")
"""The comment that GermEval has before every sentence: where it is from."""

_COLUMNS = re.compile(r"#\s*global\.columns\s*=\s*(.*)")
_ID = re.compile(r"\d+(?:[-.]\d+)?")
_FUSED = re.compile(r"\S*\|\S+")
_NAMED = re.compile(r"([A-Za-z]\w*)=(.*)")
_HEADING = re.compile(r"[A-Za-z_][\w .#/-]*")
_HEADINGS = re.compile(
    r"(?:^|[-_ ])(?:words?|tokens?|forms?|text|ner?|tags?|labels?|pos|entit(?:y|ies)|"
    r"iob2?|bio)(?:$|[-_ ])",
    re.IGNORECASE,
)
_SAMPLE = 20_000
_TAILS = 200_000
_MAX_VALUES = 2_000
_UD_COLUMNS = 10
_ONE_DOCUMENT = 5_000
"""Tokens that a file without marks of documents may have to be taken for one."""
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class TagColumn:
    """A column of tags.

    Attributes:
        index: From 0.
        key: For a column of ``Key=value|…``: which of them; else "".
        name: Its heading, or its number from 1.
    """

    index: int
    scheme: Scheme
    name: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out.

    Attributes:
        separator: Tab; blank for any run of blanks and tabs; ``|`` for a sentence a
            line of ``word|…|tag``.
        names: Of the columns: headings, or numbers from 1.
        form: Index of the word.
        ids: Whether the field before it counts words.
        tags: None in a file without.
        space: Index of the column in which ``SpaceAfter=No`` (HIPE: ``NoSpaceAfter``)
            may stand, or -1.
        documents: What a document is.
        parallel: The tag columns are about the same thing: several people's, or a
            program's beside the right ones.
    """

    separator: str
    names: tuple[str, ...]
    form: int
    ids: bool
    tags: tuple[TagColumn, ...]
    space: int
    documents: str
    parallel: bool

    @property
    def width(self) -> int:
        """How many fields a row has, as most have it."""
        return len(self.names)

    def fields(self, line: str) -> list[str]:
        """Return the fields of a line without its end."""
        if self.separator == "\t":
            return line.split("\t")
        return split_blanks(line)


@dataclass(slots=True)
class _Seen:
    """What was seen of a file.

    Attributes:
        rows: The first of them.
        tails: What stands after the first tab, and how often.
        blank_tails: Likewise after the first blank, in rows without a tab.
    """

    rows: list[str] = field(default_factory=list)
    tails: Counter[str] = field(default_factory=Counter)
    blank_tails: Counter[str] = field(default_factory=Counter)
    tokens: int = 0
    docstarts: int = 0
    markers: int = 0
    sources: int = 0
    blocks: int = 0
    names: list[str] = field(default_factory=list)


def split_blanks(line: str) -> list[str]:
    """Return the fields between runs of blanks and tabs; other white space is text."""
    fields = line.replace("\t", " ").split(" ")
    return fields if "" not in fields else [f for f in fields if f]


def is_fused(lines: Sequence[str]) -> bool:
    """Tell whether each line is a sentence of ``word|…|tag``."""
    filled = [line for line in lines if line.strip()]
    return bool(filled) and all(
        "\t" not in line and all(map(_FUSED.fullmatch, split_blanks(line.rstrip())))
        for line in filled
    )


def unfused(lines: Iterable[str], width: int) -> Iterator[str]:
    """Yield a row for each ``word|…|tag``, a blank one after each sentence."""
    for line in lines:
        for given in split_blanks(line.rstrip("\r\n")):
            yield "\t".join(given.rsplit("|", width - 1))
        yield ""


def fused_width(lines: Sequence[str]) -> int:
    """Return how many fields a ``word|…|tag`` has."""
    counts = Counter(g.count("|") + 1 for x in lines for g in split_blanks(x.strip()))
    return counts.most_common(1)[0][0]


def survey(lines: Iterable[str], columns: Mapping[str, str]) -> Layout:
    """Return how a file with these lines is laid out.

    Raises:
        InputError: It cannot be told; half a sentence.
    """
    return _Deciding(_look(lines), columns).layout()


def _look(lines: Iterable[str]) -> _Seen:
    seen = _Seen()
    tails, blank_tails, rows = seen.tails, seen.blank_tails, seen.rows
    was_blank = True
    for given in lines:
        line = given.rstrip("\r\n")
        if not line or line.isspace():
            was_blank = True
            continue
        if line[0] == "-" and line.startswith(DOCSTART):
            seen.docstarts += 1
            continue
        if line[0] == "#" and _is_comment(line, seen, at_start=was_blank):
            continue
        if not seen.tokens and not seen.names and is_heading(line):
            seen.names = _headings(line)
            continue
        seen.blocks += was_blank
        was_blank = False
        seen.tokens += 1
        if len(rows) < _SAMPLE:
            rows.append(line)
        word, tab, tail = line.partition("\t")
        if tab:
            if tail in tails or len(tails) < _TAILS:
                tails[tail] += 1
            continue
        tail = word.partition(" ")[2]
        if tail in blank_tails or len(blank_tails) < _TAILS:
            blank_tails[tail] += 1
    return seen


def _is_comment(line: str, seen: _Seen, *, at_start: bool) -> bool:
    """Tell whether a line is one, and note what it says of the layout."""
    names = _COLUMNS.fullmatch(line)
    if names is not None:
        seen.names = names[1].split()
        return True
    if NEW_DOCUMENT.fullmatch(line) and (at_start or "begin" in line):
        seen.markers += 1
        return True
    if at_start and SOURCE.fullmatch(line) and "O" not in line.split("\t"):
        seen.sources += 1
        return True
    return at_start and line.startswith(("# ", "#end")) and not _ends_as_a_row(line)


def is_heading(line: str) -> bool:
    """Tell whether the first row says what the columns are."""
    names = _headings(line)
    return (
        len(names) > 1
        and len(set(names)) == len(names)
        and all(map(_HEADING.fullmatch, names))
        and sum(1 for name in names if _HEADINGS.search(name)) > 1
        and not _ends_as_a_row(line)
    )


def _headings(line: str) -> list[str]:
    return line.split("\t") if "\t" in line else split_blanks(line)


def _ends_as_a_row(line: str) -> bool:
    last = split_blanks(line)[-1]
    return last == "O" or _is_prefixed((last,))


class _Deciding:
    """Makes a layout of what was seen."""

    def __init__(self, seen: _Seen, columns: Mapping[str, str]) -> None:
        self._seen = seen
        self._columns = columns
        tabbed = sum("\t" in row for row in seen.rows)
        self._separator = "\t" if tabbed * 2 > len(seen.rows) else " "
        self._rows = [self._fields(row) for row in seen.rows]

    def _fields(self, row: str) -> list[str]:
        return row.split("\t") if self._separator == "\t" else split_blanks(row)

    def layout(self) -> Layout:
        """Return it."""
        if not self._rows:
            raise InputError(tr("it holds no row of a word and a tag"))
        width = Counter(map(len, self._rows)).most_common(1)[0][0]
        rows = [row for row in self._rows if len(row) == width]
        if width < 2 or len(rows) * 2 < len(self._rows):
            raise InputError(self._why(width))
        ids = width > 2 and _counts(row[0] for row in rows)
        form = self._chosen_form(int(ids), width)
        space = self._space_column(rows, width)
        tags = self._tag_columns(rows, width, form)
        return Layout(
            self._separator,
            tuple(map(self._name, range(width))),
            form,
            ids and form == 1,
            tags,
            space,
            self._documents(),
            len(tags) > 1 and _is_parallel(rows, tags),
        )

    def _why(self, width: int) -> str:
        if width < 2:
            return tr("line 1 has one column only, so there are no tags")
        number, row = next(
            (n, r) for n, r in enumerate(self._rows, 1) if len(r) != width
        )
        return tr(
            "row {number} has {columns} columns, most have {width}",
            number=number,
            columns=len(row),
            width=width,
        )

    def _chosen_form(self, told: int, width: int) -> int:
        given = self._columns.get("text") or self._columns.get("token")
        if given:
            return self._index(given, width)
        names = [name.upper() for name in self._seen.names]
        if "FORM" in names:
            return names.index("FORM")
        # CoNLL-2012: the document, its part, the number of the word, the word.
        is_2012 = width > 11 and _counts(row[2] for row in self._rows if len(row) > 2)
        return 3 if is_2012 and not told else told

    def _index(self, given: str, width: int) -> int:
        names = [name.casefold() for name in self._seen.names]
        if given.casefold() in names:
            return names.index(given.casefold())
        if given.isdecimal() and 1 <= int(given) <= width:
            return int(given) - 1
        raise InputError(
            tr(
                "it has no column “{given}”, but {width} by number",
                given=given,
                width=width,
            )
        )

    def _space_column(self, rows: list[list[str]], width: int) -> int:
        last = width - 1
        return last if any(NO_SPACE.search(row[last]) for row in rows) else -1

    # ------------------------------------------------------------- columns

    def _tag_columns(
        self, rows: list[list[str]], width: int, form: int
    ) -> tuple[TagColumn, ...]:
        values = self._values(width)
        given = self._columns.get("tag", "")
        if given:
            return tuple(
                self._told(self._index(name.strip(), width), values)
                for name in given.split(",")
            )
        if width == _UD_COLUMNS and self._separator == "\t" and form == 1:
            return tuple(_misc_columns(rows))
        found = {
            index: scheme
            for index in range(form + 1, width)
            if (scheme := scheme_of(values[index])) is not None
            and len(values[index]) <= _MAX_VALUES
        }
        best: dict[int, Scheme] = {
            i: s for i, s in found.items() if s is not Scheme.PLAIN
        }
        if not best and width - 1 in found:
            best = {width - 1: Scheme.PLAIN}
        names = {i: s for i, s in best.items() if labels_of(values[i], s) - CHUNKS}
        if names or values[width - 1].keys() == {"O"}:
            best = names
        if (
            not best
            and values[width - 1].keys() <= OUTSIDE
            and "O" in values[width - 1]
        ):
            best = {width - 1: Scheme.PREFIX}
        return tuple(TagColumn(i, s, self._name(i)) for i, s in best.items())

    def _told(self, index: int, values: list[Counter[str]]) -> TagColumn:
        # Also a column in which every word has a tag is one if the user says so.
        scheme = scheme_of(values[index] + Counter(["O"])) or Scheme.PREFIX
        return TagColumn(index, scheme, self._name(index))

    def _name(self, index: int) -> str:
        names = self._seen.names
        return names[index] if index < len(names) else str(index + 1)

    def _values(self, width: int) -> list[Counter[str]]:
        """Return what stands in each column but the first, and how often."""
        values: list[Counter[str]] = [Counter() for _ in range(width)]
        is_tabbed = self._separator == "\t"
        tails = self._seen.tails if is_tabbed else self._seen.blank_tails
        for tail, times in tails.items():
            fields = self._fields(tail)
            if len(fields) == width - 1:
                for seen, value in zip(values[1:], fields, strict=True):
                    if len(seen) <= _MAX_VALUES:
                        seen[value] += times
        return values

    # ----------------------------------------------------------- documents

    def _documents(self) -> str:
        given = self._columns.get("document")
        if given in (FILE, BLOCK, MARKER):
            return given
        if given:
            raise InputError(
                tr("“{given}” is no document; say file, block or marker", given=given)
            )
        seen = self._seen
        if seen.docstarts or seen.markers:
            return MARKER
        if seen.sources > 1 or seen.tokens > _ONE_DOCUMENT:
            return BLOCK
        return FILE


def _counts(values: Iterable[str]) -> bool:
    """Tell whether a column numbers the words of its sentence."""
    before = -1
    several = 0
    for value in values:
        if not _ID.fullmatch(value):
            return False
        number = int(re.split("[-.]", value)[0][:9])
        if number not in (0, 1, before, before + 1):
            return False
        several += number == before + 1
        before = number
    return several > 0


def _misc_columns(rows: list[list[str]]) -> Iterator[TagColumn]:
    """Yield the keys of CoNLL-U's last column whose values are tags."""
    values: dict[str, set[str]] = {}
    for row in rows:
        for item in row[-1].split("|"):
            match = _NAMED.fullmatch(item)
            if match is not None and len(values) < _MAX_VALUES:
                values.setdefault(match[1], set()).add(match[2])
    for key, found in values.items():
        if _is_prefixed(found):
            yield TagColumn(_UD_COLUMNS - 1, Scheme.PREFIX, key, key)


def _is_prefixed(values: Iterable[str]) -> bool:
    return scheme_of(Counter([*values, "O"])) is Scheme.PREFIX


def _is_parallel(rows: list[list[str]], tags: Sequence[TagColumn]) -> bool:
    """Tell whether two columns mostly say the same where they say anything."""
    if any(tag.key for tag in tags):
        return False
    first, second = tags[0].index, tags[1].index
    pairs = [(row[first], row[second]) for row in rows]
    telling = [(a, b) for a, b in pairs if a not in OUTSIDE or b not in OUTSIDE]
    alike = sum(a == b for a, b in telling)
    return bool(telling) and alike > len(telling) * _ALIKE
