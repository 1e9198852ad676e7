"""Plain text: the whole file is the article, its first line the title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.records import Problem, Record
from annotator.domain.refusals import reason_of
from annotator.domain.text import document_id, first_line, normalise
from annotator.domain.wording import noop, tr
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.encoding import decode
from annotator.formats.font_text import refuse_font_text

MAX_BYTES = 32 << 20
"""Of one article; whole novels have one."""


def read_text(path: Path) -> str:
    """Return the text of a file as it stands there.

    Raises:
        InputError: It cannot be read or decoded; one sentence, without the name.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(
            tr("it cannot be read ({reason})", reason=reason_of(error))
        ) from error
    if not data:
        raise InputError(tr("it is empty"))
    if len(data) > MAX_BYTES:
        raise InputError(
            tr(
                "it is larger than {limit} MB, which no article is; cut it up",
                limit=MAX_BYTES >> 20,
            )
        )
    return decode(data).text


class PlainReader:
    """Reads a text file in any encoding that can be told."""

    name = "text"
    title = noop("Plain text")
    suffixes: tuple[str, ...] = (".txt", ".text")
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what is called text, and files without a suffix that hold no NUL."""
        if path.suffix.lower() in self.suffixes:
            return Claim.MAYBE
        marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
        is_text = not path.suffix and (marked or b"\x00" not in head)
        return Claim.MAYBE if is_text else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the article, or why it was left out."""
        try:
            text = normalise(read_text(path))
            if not options.named:
                refuse_font_text(text)
        except InputError as error:
            yield Problem(path.name, f"{error}.")
            return
        details = Details(title=first_line(text))
        yield Record(document_id(text), text, details, where=path.name)
