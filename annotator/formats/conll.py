"""Reading CoNLL-2002, CoNLL-2003 and relatives: a token a line, with its tags.

How a file is laid out is told by its content (see ``conll_layout``), what its tags
say is the same for all schemes (see ``conll_tags``). The text is put together again:
one blank between tokens (none after ``SpaceAfter=No``), a line for each sentence.

- ``-DOCSTART-``, ``# newdoc``, ``# doc id`` and the like begin a document. Where there
  is none, a short file is one document, of a long one each block between blank lines.
- Several columns of tags (nested names in GermEval 2014) are one layer, and a mapping
  can name them: ``4.PER``. Where they mostly agree they are several layers.
- A line that has too few columns or no tag costs its tag and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from annotator.domain.annotations import now
from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.refusals import reason_of
from annotator.domain.wording import noop, tr
from annotator.formats.assembling import assemble
from annotator.formats.base import Claim, Item, ReadOptions, Table
from annotator.formats.conll_layout import (
    DOCSTART,
    Layout,
    fused_width,
    is_fused,
    survey,
    unfused,
)
from annotator.formats.conll_rows import Rows
from annotator.formats.conll_tags import Scheme
from annotator.formats.text_stream import lines, open_lines

_ALWAYS = (".conll", ".conllu", ".conllup", ".iob", ".iob2", ".bio", ".bioes")
_BOM = b"\xef\xbb\xbf"
_PEEK = 200
_PREVIEWED = 5_000
_WEBANNO = "#FORMAT=WebAnno"


class ConllReader:
    """Reads a file of tokens and tags."""

    name = "conll"
    title = noop("CoNLL-2002/2003 and relatives")
    suffixes: tuple[str, ...] = (*_ALWAYS, ".conll03", ".conll02", ".conll2003")
    by_folder = False
    column_roles: tuple[str, ...] = ("text", "tag", "document")

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what has a column of tags, and what is called so."""
        named = Claim.LIKELY if path.suffix.lower() in self.suffixes else Claim.NO
        text = head.removeprefix(_BOM).decode("utf-8", "replace")
        if text.startswith(_WEBANNO) or "\x00" in text:
            return Claim.NO
        # The last line may be cut off.
        given = text.split("\n")
        given = given[:-1] if len(given) > 2 else given
        if any(line.startswith(DOCSTART) for line in given[:20]):
            return Claim.SURE
        try:
            layout = survey(_unfused(given), {})
        except InputError:
            return named
        schemes = {tag.scheme for tag in layout.tags}
        if schemes - {Scheme.PLAIN} and any("-" in line for line in given):
            return Claim.SURE if named or _is_telling(given, layout) else Claim.NO
        if layout.tags and _is_telling(given, layout) and _is_mostly_outside(given):
            return Claim.LIKELY
        return named

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def preview(self, path: Path, count: int, columns: Mapping[str, str]) -> Table:
        """Return the file's top, columns by name or number."""
        with open_lines(path) as file:
            given = list(islice(_unfused(lines(file)), _PREVIEWED))
        layout = survey(given, columns)
        told = (line for line in given if not line.startswith((DOCSTART, "# ", "#\t")))
        fields = (layout.fields(line.rstrip("\r\n")) for line in told)
        rows = [tuple(row) for row in fields if len(row) == layout.width]
        chosen = {"text": layout.names[layout.form]}
        if len(layout.tags) == 1 and not layout.tags[0].key:
            chosen["tag"] = layout.tags[0].name
        return Table(layout.names, tuple(rows[:count]), chosen, ("text", "tag"))

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the documents, and the lines that could not be read."""
        try:
            layout = _layout(path, options)
            with open_lines(path) as file:
                rows = Rows(path.name, layout, options.annotator, now())
                for found in rows.documents(_unfused(lines(file))):
                    if isinstance(found, Problem):
                        yield found
                        continue
                    try:
                        yield from assemble(found, options.mapping)
                    except InputError as error:
                        yield Problem(found.where, f"{error}.")
        except OSError as error:
            yield Problem(
                path.name, tr("it cannot be read ({reason}).", reason=reason_of(error))
            )
        except InputError as error:
            yield Problem(path.name, f"{error}.")


def _layout(path: Path, options: ReadOptions) -> Layout:
    with open_lines(path) as file:
        layout = survey(_unfused(lines(file)), options.columns)
    if not layout.tags and not (layout.ids or layout.space >= 0):
        raise InputError(
            tr(
                "none of its {width} columns holds tags like B-PER and O; say "
                "which with tag=NUMBER",
                width=layout.width,
            )
        )
    return layout


def _unfused(given: Iterable[str]) -> Iterator[str]:
    """Yield lines, one a token also where a line is a sentence."""
    rest = iter(given)
    first = list(islice(rest, _PEEK))
    if is_fused(first):
        return unfused(chain(first, rest), fused_width(first))
    return chain(first, rest)


def _is_telling(given: list[str], layout: Layout) -> bool:
    """Tell whether most rows have a tag where the layout says, also by its look."""
    column = layout.tags[0].index
    rows = [layout.fields(x.rstrip("\r")) for x in given if x.strip() and x[0] != "#"]
    fitting = sum(len(row) == layout.width and bool(row[column]) for row in rows)
    return fitting >= len(rows) * 0.9 and len(rows) > 1


def _is_mostly_outside(given: list[str]) -> bool:
    """Tell whether most rows end in ``O``, and blank lines end sentences."""
    rows = [line.split() for line in given]
    outside = sum(row[-1:] == ["O"] for row in rows)
    return [] in rows and outside * 2 > len(rows)
