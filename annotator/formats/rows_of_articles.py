"""From rows with named columns to articles, the same way for every kind of table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.wording import tr
from annotator.formats.article_fields import choose, make_record
from annotator.formats.base import Item, ReadOptions

SAMPLE_ROWS = 50
"""How many rows tell what the columns are."""


def articles(
    name: str,
    columns: Sequence[str],
    rows: Iterator[Mapping[str, object]],
    options: ReadOptions,
    first: int = 2,
) -> Iterator[Item]:
    """Yield the article of each row, or why it was left out.

    Args:
        name: Of the file, for messages.
        columns: In their order.
        rows: Column → value.
        options: May say which column is what.
        first: The number of the first row as people see it.

    Raises:
        InputError: It cannot be told which column is the text; half a sentence.
    """
    sample = list(islice(rows, SAMPLE_ROWS))
    if not sample:
        raise InputError(tr("it has no rows"))
    chosen = choose(columns, sample, options.columns)
    for number, row in enumerate(chain(sample, rows), first):
        where = tr("{name}, row {number}", name=name, number=number)
        try:
            yield make_record(row, chosen, where)
        except InputError as error:
            yield Problem(where, f"{error}.")
