"""Plain text: the whole file is the article, its first line the title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.records import Problem, Record
from annotator.domain.text import document_id, first_line, normalise
from annotator.formats.encoding import decode


def read_text(path: Path) -> str:
    """Return the text of a file as it stands there.

    Raises:
        InputError: It cannot be read or decoded; one sentence, without the name.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})") from error
    if not data:
        raise InputError("it is empty")
    return decode(data).text


class PlainReader:
    """Reads a text file in any encoding that can be told."""

    name = "text"
    title = "Plain text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Take files without a suffix that hold no NUL, or start with a BOM."""
        marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
        return not path.suffix and (marked or b"\x00" not in head)

    def read(self, path: Path) -> Iterator[Record | Problem]:
        """Yield the article, or why it was left out."""
        try:
            text = normalise(read_text(path))
        except InputError as error:
            yield Problem(path.name, f"{error}.")
            return
        details = Details(title=first_line(text))
        yield Record(document_id(text), text, details, where=path.name)
