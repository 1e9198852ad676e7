"""A review of agreement as a page to send on, with its tables beside it as CSV."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.refusals import reason_of
from annotator.domain.schema import Schema
from annotator.domain.wording import number, tr
from annotator.services.review import Review
from annotator.services.review_chart import Chart, ground, ink, svg
from annotator.services.review_figures import (
    MEASURE_TITLES,
    SAME_TITLES,
    Figure,
    ReviewFigures,
    ReviewRequest,
    Row,
)

_DASH = "–"
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1c2026; background: #fff;
       max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; border-bottom: 1px solid #dcdfe5; }
h3 { margin: 1.5rem 0 .3rem; font-size: 1rem; }
p.choices { color: #59616d; }
table { border-collapse: collapse; }
th, td { padding: .2rem .7rem; text-align: right; font-variant-numeric: tabular-nums; }
th { color: #59616d; font-weight: 500; }
th:first-child, td:first-child { text-align: left; }
tr + tr td { border-top: 1px solid #eceef2; }
table.map td { min-width: 3.5rem; text-align: center; border: 1px solid #fff; }
table.map td.name { text-align: left; }
svg { display: block; max-width: 100%; height: auto; }
@media print { h2 { break-after: avoid; } table, svg { break-inside: avoid; } }
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report.

    Attributes:
        name: As in the name of its file.
        titles: Of the columns.
        rows: Strings and numbers; None where something is not defined.
    """

    name: str
    titles: tuple[str, ...]
    rows: list[tuple[str | float | None, ...]]


def write_report(
    review: Review,
    request: ReviewRequest,
    path: Path,
    progress: Progress | None = None,
    *,
    kinds: Collection[str] = (),
) -> list[Path]:
    """Write the page and, beside it, its tables.

    Every kind is in it, by the same choices; a label narrows only its own kind.

    Args:
        path: Of the page; the tables are called after it.
        kinds: Only these; empty for all.

    Returns:
        The files, the page first.

    Raises:
        InputError: There is nothing to compare; nothing was written.
        EnvironmentFault: A file cannot be written.
        CancelledError: The user asked for a stop.
    """
    all_figures = []
    for kind in review.kinds:
        if kinds and kind not in kinds:
            continue
        labels = request.labels if kind == request.kind else ()
        wanted = replace(request, kind=kind, labels=labels)
        all_figures.append(review.figures(wanted, progress=progress))
    found = [figures for figures in all_figures if figures.comparable]
    if not found:
        raise InputError(tr("No article is done by two of these annotators."))
    page = as_html(review.project, review.schema, found, datetime.now(UTC))
    written = [path]
    try:
        path.write_text(page, "utf-8")
        for table in tables(found):
            target = path.with_name(f"{path.stem}-{table.name}.csv")
            with target.open("w", encoding="utf-8", newline="") as file:
                rows = csv.writer(file)
                rows.writerow(table.titles)
                rows.writerows(table.rows)
            written.append(target)
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "{file} cannot be written ({problem}); choose another folder.",
                file=error.filename or path,
                problem=reason_of(error),
            )
        ) from error
    return written


# -- tables ----------------------------------------------------------------

_FIGURE = ("value", "low", "high", "n")


def tables(kinds: Sequence[ReviewFigures]) -> list[Table]:
    """Return the tables of all kinds."""
    rows = ("f1", "f1_low", "f1_high", "n", "alpha", "tokens", "differences")
    return [
        Table(
            "overall",
            ("kind", "measure", *_FIGURE),
            [
                (kind.request.kind, title, *_cells(figure))
                for kind in kinds
                for title, figure in kind.overall.items()
            ],
        ),
        Table(
            "pairs",
            ("kind", "measure", "first", "second", *_FIGURE),
            [
                (kind.request.kind, measure.value, *pair, *_cells(figure))
                for kind in kinds
                for measure, figures in kind.matrix.items()
                for pair, figure in figures.items()
                if kind.names.index(pair[0]) < kind.names.index(pair[1])
            ],
        ),
        Table("labels", ("kind", "label", *rows), _rows(kinds, "labels")),
        Table("parts", ("kind", "part", *rows), _rows(kinds, "roles")),
        Table("articles", ("kind", "id", "article", *rows), _rows(kinds, "articles")),
        Table(
            "calls",
            ("kind", "first", "second", "first_says", "second_says", "passages"),
            list(_call_rows(kinds)),
        ),
    ]


def _cells(figure: Figure) -> tuple[float | None, ...]:
    return figure.value, figure.low, figure.high, figure.n


def _rows(
    kinds: Iterable[ReviewFigures], name: str
) -> list[tuple[str | float | None, ...]]:
    found = []
    for kind in kinds:
        rows: list[Row] = getattr(kind, name)
        for row in rows:
            identity = row.behind.document_id
            found.append(
                (
                    kind.request.kind,
                    *((identity,) if identity else ()),
                    row.title,
                    *_cells(row.f1),
                    row.alpha.value,
                    row.alpha.n,
                    row.differences,
                )
            )
    return found


def _call_rows(
    kinds: Iterable[ReviewFigures],
) -> Iterator[tuple[str | float | None, ...]]:
    for kind in kinds:
        for pair, calls in kind.calls.items():
            titles = (*calls.labels, "")
            for one, counts in zip(titles, calls.counts, strict=True):
                for other, count in zip(titles, counts, strict=True):
                    if count:
                        yield kind.request.kind, *pair, one, other, count


# -- the page --------------------------------------------------------------


def as_html(
    project: str, schema: Schema, kinds: Sequence[ReviewFigures], moment: datetime
) -> str:
    """Return the page: it needs no other file, and no network."""
    title = tr("Agreement on {project}", project=project)
    # The tag of the language that the page is in.
    language = tr("en")
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{language}"><head><meta charset="utf-8">',
        f"<title>{escape(title)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style></head><body>",
        f"<h1>{escape(title)}</h1>",
        f'<p class="choices">{escape(_choices(kinds, moment))}</p>',
    ]
    for figures in kinds:
        kind = schema.kind(figures.request.kind)
        parts += _kind(kind.title if kind else figures.request.kind, figures)
    parts.append("</body></html>")
    return "\n".join(parts)


def _choices(kinds: Sequence[ReviewFigures], moment: datetime) -> str:
    """Return by what choices the figures were made."""
    request = kinds[0].request
    articles = kinds[0].documents
    return " ".join(
        (
            f"{moment:%Y-%m-%d %H:%M} UTC.",
            tr("Annotators: {names}.", names=", ".join(kinds[0].names)),
            tr("Articles: {number:,}, also unfinished.", number=articles)
            if request.include_unfinished
            else tr("Articles: {number:,}, done.", number=articles),
            tr(
                "Two annotations are the same by {what}.",
                what=tr(SAME_TITLES[request.same]),
            ),
            tr("Tokens: white space.")
            if request.white_space
            else tr("Tokens: the project’s."),
            tr("Classes: BIO.") if request.bio else tr("Classes: plain."),
            tr("In brackets 95 % intervals, by drawing articles again."),
        )
    )


def _kind(title: str, figures: ReviewFigures) -> Iterator[str]:
    only = ", ".join(figures.request.labels)
    if only:
        title = tr("{kind}, only {labels}", kind=title, labels=only)
    yield f"<h2>{escape(title)}</h2>"
    yield _table(
        (tr("All annotators"), tr("value"), tr("95 %"), "n"),
        (
            (tr(name), _number(figure.value), _interval(figure), number(figure.n))
            for name, figure in figures.overall.items()
        ),
    )
    yield _heading(tr("Pairs of annotators"))
    for measure, cells in figures.matrix.items():
        yield _map(figures, tr(MEASURE_TITLES[measure]), cells)
    points = figures.timeline
    if figures.by_day:
        yield _heading(tr("F1 by the day of the last change"))
    else:
        yield _heading(tr("F1 by the list of articles"))
    yield svg(Chart([p.title for p in points], [p.figure for p in points]))
    for heading, name, rows in (
        (tr("By label"), tr("Label"), figures.labels),
        (tr("By part"), tr("Part"), figures.roles),
        (tr("By article"), tr("Article"), figures.articles),
    ):
        if rows:
            yield _heading(heading)
            yield _row_table(name, rows)


def _heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _map(
    figures: ReviewFigures, title: str, cells: dict[tuple[str, str], Figure]
) -> str:
    """Return the matrix of one measure, coloured."""
    found = [f'<table class="map"><tr><th>{escape(title)}</th>']
    found += [f"<th>{escape(name)}</th>" for name in figures.names]
    found.append("</tr>")
    for one in figures.names:
        found.append(f'<tr><td class="name">{escape(one)}</td>')
        for other in figures.names:
            figure = cells.get((one, other))
            if figure is None:
                found.append("<td></td>")
                continue
            said = f"n = {number(figure.n)}"
            style = ""
            if figure.value is not None:
                colour = ground(figure.value)
                style = f' style="background:{colour};color:{ink(colour)}"'
            text = _number(figure.value, 2)
            found.append(f'<td title="{said}"{style}>{text}</td>')
        found.append("</tr>")
    found.append("</table>")
    return "".join(found)


def _row_table(name: str, rows: Sequence[Row]) -> str:
    worst = sorted(
        rows,
        key=lambda r: (r.f1.value is None, r.f1.value or 0.0, -r.differences),
    )
    return _table(
        (name, "F1", tr("95 %"), "n", "α", tr("tokens"), tr("differences")),
        (
            (
                row.title,
                _number(row.f1.value),
                _interval(row.f1),
                number(row.f1.n),
                _number(row.alpha.value),
                number(row.alpha.n),
                number(row.differences),
            )
            for row in worst
        ),
    )


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
        for row in rows
    )
    return f"<table><tr>{head}</tr>{body}</table>"


def _number(value: float | None, digits: int = 3) -> str:
    return _DASH if value is None else number(value, f".{digits}f").replace("-", "−")


def _interval(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"[{_number(figure.low, 2)}, {_number(figure.high, 2)}]"
