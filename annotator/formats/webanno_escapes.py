r"""How WebAnno TSV escapes text and values, and what its header declares.

Reserved in values are ``\ [ ] | _ -> ; TAB LF *``, each with a backslash in front
(``->`` as one character). Texts have Java's short escapes; before version 3.2 all of
Java's, ``\u00e9`` included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from annotator.domain.errors import InputError
from annotator.domain.wording import tr

FORMAT = "#FORMAT=WebAnno TSV "
SPAN_LAYER = "#T_SP="
CHAIN_LAYER = "#T_CH="
RELATION_LAYER = "#T_RL="
OWN = "#Annotator="
"""A comment above the first sentence with what our own writer could not say else."""
NOTHING = "_"
"""In a cell: no annotation here."""
NULL = "*"
"""In a cell: an annotation whose feature has no value."""

_VALUE_ESCAPE = re.compile(r"\\(->|[\\\[\]|_;tnr*])")
_TEXT_ESCAPE = re.compile(r"\\([tnfrb\\]|[\x00-\x07\x0e-\x1f])")
_JAVA_ESCAPE = re.compile(r"\\(u+[0-9A-Fa-f]{4}|[0-3]?[0-7]{1,2}|.)", re.DOTALL)
_RESERVED = re.compile(r"->|[\\\[\]|_;\t\n\r*]")
_IN_TEXT = re.compile(r"[\t\n\f\r\b\\\x00-\x07\x0e-\x1f]")
_LETTERS = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b"}
_CHARACTERS = {letter: character for character, letter in _LETTERS.items()}


def escape_value(value: str) -> str:
    """Return a value as it stands in a cell."""
    if value.isalnum():
        return value
    return _RESERVED.sub(lambda m: f"\\{_LETTERS.get(m[0], m[0])}", value)


def unescape_value(cell: str) -> str:
    """Return the value that a cell stands for."""
    if "\\" not in cell:
        return cell
    return _VALUE_ESCAPE.sub(
        lambda m: _CHARACTERS[m[1]] if m[1] in "tnr" else m[1], cell
    )


def escape_text(text: str) -> str:
    """Return a line of text as it stands after ``#Text=``."""
    return _IN_TEXT.sub(lambda m: f"\\{_LETTERS.get(m[0], m[0])}", text)


def unescape_text(line: str, *, as_java: bool) -> str:
    """Return the text that a line stands for."""
    if "\\" not in line:
        return line
    if not as_java:
        return _TEXT_ESCAPE.sub(lambda m: _CHARACTERS.get(m[1], m[1]), line)
    text = _JAVA_ESCAPE.sub(_java, line)
    # Java writes one escape for each half of a surrogate pair.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _java(match: re.Match[str]) -> str:
    what = match[1]
    if what[0] == "u" and len(what) > 1:
        return chr(int(what.lstrip("u"), 16))
    if what[0] in "01234567":
        return chr(int(what, 8))
    return _CHARACTERS.get(what, what)


def split_at(cell: str, separator: str) -> list[str]:
    """Return what *separator* separates where no backslash is in front of it."""
    if "\\" not in cell:
        return cell.split(separator)
    pieces, start, at = [], 0, 0
    while at < len(cell):
        if cell[at] == "\\":
            at += 1
        elif cell[at] == separator:
            pieces.append(cell[start:at])
            start = at + 1
        at += 1
    pieces.append(cell[start:])
    return pieces


def split_number(value: str) -> tuple[str, int]:
    """Return a value and the number in brackets after it, 0 where it has none."""
    if not value.endswith("]"):
        return value, 0
    front, bracket, number = value[:-1].rpartition("[")
    if not bracket or not (number.isascii() and number.isdigit()):
        return value, 0
    if front.endswith("\\") and (len(front) - len(front.rstrip("\\"))) % 2:
        return value, 0
    return front, int(number)


class What(Enum):
    """What a column holds."""

    PLACEHOLDER = auto()
    """Of a layer without features: only that there is an annotation."""
    VALUE = auto()
    ROLES = auto()
    TARGETS = auto()
    CHAIN_LABEL = auto()
    CHAIN_LINK = auto()
    SOURCE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        index: Among the columns of annotations.
        feature: Its name, or of what the role or target is one.
        base: For targets and relations: the type that they point to.
    """

    index: int
    what: What
    feature: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the header.

    Attributes:
        mark: ``#T_SP=``, ``#T_CH=`` or ``#T_RL=``.
        first: The index of its first column.
        end: The index after its last column.
        nothing: The cells of a row without a mark of it.
    """

    mark: str
    type: str
    columns: tuple[Column, ...]
    first: int
    end: int
    nothing: list[str]


def parse_layer(line: str, first: int) -> Layer:
    """Return the layer that a line of the header declares.

    Args:
        first: The index of its first column.

    Raises:
        InputError: It declares nothing that can be meant; half a sentence.
    """
    mark, _, rest = line.partition("=")
    name, *declared = (field.strip() for field in rest.split("|"))
    if not name:
        raise InputError(tr("the header declares a layer without a name"))
    declared = [field for field in declared if field]
    columns: list[Column] = []
    for index, field in enumerate(declared, first):
        columns.append(_column(f"{mark}=", field, index, columns))
    if not columns:
        columns.append(Column(first, What.PLACEHOLDER))
    end, nothing = first + len(columns), [NOTHING] * len(columns)
    return Layer(f"{mark}=", name, tuple(columns), first, end, nothing)


def _column(mark: str, field: str, index: int, before: list[Column]) -> Column:
    if mark == RELATION_LAYER and field.startswith("BT_"):
        return Column(index, What.SOURCE, base=field[3:])
    if mark == CHAIN_LAYER:
        what = What.CHAIN_LINK if field == "referenceRelation" else What.CHAIN_LABEL
        return Column(index, what, field)
    if mark == SPAN_LAYER and field.startswith("ROLE_"):
        # ROLE_host.Type:feature_link.Type; a feature may itself have underscores.
        _, _, rest = field.partition(":")
        dot = rest.find(".")
        end = rest.rfind("_", 0, dot if dot > 0 else len(rest))
        return Column(index, What.ROLES, rest[:end] if end > 0 else rest)
    if before and before[-1].what is What.ROLES:
        return Column(index, What.TARGETS, before[-1].feature, field)
    return Column(index, What.VALUE, field)
