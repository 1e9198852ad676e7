"""The review of agreement: its figures are those of the command, its passages fit."""

from __future__ import annotations

import csv
import random
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.errors import AnnotatorError, EnvironmentFault, InputError
from annotator.domain.tokens import Tokens
from annotator.services.agreeing import agree
from annotator.services.agreement import (
    AgreementRequest,
    Scheme,
    Sort,
    TokenSource,
)
from annotator.services.desk import Desk
from annotator.services.importing import import_paths
from annotator.services.project import Project
from annotator.services.review import Review
from annotator.services.review_chart import Chart, ground, ink, svg
from annotator.services.review_figures import (
    Behind,
    Differs,
    Figure,
    Measure,
    ReviewRequest,
    Same,
)
from annotator.services.review_loading import load
from annotator.services.review_report import as_html, tables, write_report

WORDS = ("Ada", "Bö", "met", "<Cy>", "🚢", "&", "שלום", "in", "Dorf,", "said", "on")
NAMES = ("ada", "ben", "cy")


def annotate(desk, document_id, text, chance):
    """Let somebody mark some words and quotes of a text by chance."""
    desk.open(document_id)
    starts = [n for n in range(len(text)) if n == 0 or text[n - 1] == " "]
    for start in starts:
        end = text.find(" ", start)
        end = len(text) if end < 0 else end
        if chance.random() < 0.5:
            label = chance.choice(("PERSON", "ORG", "GPE"))
            desk.mark("entity", label, [Fragment(start, end)])
    for _ in range(3):
        first, last = sorted(chance.sample(starts, 2))
        made = desk.mark("quote", "direct", [Fragment(first, last - 1)])
        if made is not None and made.select and chance.random() < 0.7:
            where = chance.choice(starts[:-1])
            end = text.find(" ", where)
            desk.set_part(made.select, "speaker", [Fragment(where, end)])


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Return a project of eight texts that three people have annotated by chance."""
    folder = tmp_path_factory.mktemp("review")
    chance = random.Random(11)
    (folder / "texts").mkdir()
    for number in range(8):
        words = [chance.choice(WORDS) for _ in range(30)]
        (folder / "texts" / f"{number}.txt").write_text(" ".join(words), "utf-8")
    path = folder / "corpus.annot"
    with Project.create(path) as project:
        import_paths(project, [folder / "texts"])
        for document_id in project.store.documents.ids():
            text = project.store.documents.text(document_id)
            spans = [(n, n + 3) for n in range(0, len(text) - 3, 4)]
            project.store.put_tokens([(document_id, Tokens.of("test", spans))])
        for name in NAMES:
            desk = Desk(project, project.annotator(name))
            for place, document_id in enumerate(project.store.documents.ids()):
                if place % 4 == NAMES.index(name):
                    continue
                annotate(
                    desk, document_id, project.store.documents.text(document_id), chance
                )
                if place != 7 or name != "ben":
                    desk.set_status(Status.DONE)
    return path


@pytest.fixture(scope="module")
def review(path):
    return Review.load(path)


@pytest.mark.parametrize("kind", ["entity", "quote"])
@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("unfinished", [False, True])
@pytest.mark.parametrize(
    ("tokens", "scheme", "same"),
    [
        (TokenSource.SPACY, Scheme.IO, Same.EXACT),
        (TokenSource.WHITESPACE, Scheme.BIO, Same.OVERLAP),
    ],
)
def test_figures_are_those_of_the_command(
    path, review, kind, number, unfinished, tokens, scheme, same
):
    labels = review.labels(kind)[:number]
    request = ReviewRequest(
        kind,
        labels,
        white_space=tokens is TokenSource.WHITESPACE,
        bio=scheme is Scheme.BIO,
        include_unfinished=unfinished,
        same=same,
    )
    with_intervals = not (labels or unfinished)
    found = review.figures(request, with_intervals=with_intervals)
    wanted = agree(
        path,
        AgreementRequest(
            kinds=frozenset({kind}),
            labels=frozenset(labels),
            tokens=tokens,
            scheme=scheme,
            include_unfinished=unfinished,
            per_document=True,
            intervals=with_intervals,
        ),
    )
    figures = wanted.kinds[kind]
    assert found.documents == figures.documents
    assert found.tokens == figures.tokens.n
    spans = figures.spans.exact if same is Same.EXACT else figures.spans.overlap
    for name, scores in spans.items():
        one, other = name.split("|")
        cell = found.matrix[Measure.F1][one, other]
        assert cell.value == pytest.approx(scores["all"].f1)
        assert cell.n == scores["all"].left + scores["all"].right
        assert found.matrix[Measure.F1][other, one] == cell
        kappa = found.matrix[Measure.KAPPA][one, other]
        assert kappa.value == pytest.approx(figures.tokens.cohen_kappa[name])
        assert kappa.n == figures.tokens.pair_n[name]
        if with_intervals:
            ends = figures.ci95[f"f1_{same.value} {name}"]
            assert (cell.low, cell.high) == pytest.approx(ends)
    titles = {
        "Krippendorff’s α of tokens": figures.tokens.alpha,
        "Fleiss’ κ of tokens": figures.tokens.fleiss_kappa,
        "Gwet’s AC1 of tokens": figures.tokens.gwet_ac1,
        "u_α of characters": figures.units.alpha_u,
    }
    for title, value in titles.items():
        assert found.overall[title].value == pytest.approx(value), title
    for row in found.articles:
        own = wanted.per_document[row.behind.document_id][kind]
        assert row.alpha.value == pytest.approx(own.tokens.alpha)
    for row, (role, own) in zip(found.roles, figures.roles.items(), strict=False):
        assert row.behind.role == role
        assert row.alpha.value == pytest.approx(own.tokens.alpha)


@pytest.mark.parametrize("kind", ["entity", "quote"])
def test_passages_are_as_many_as_the_differences_that_are_counted(path, review, kind):
    request = ReviewRequest(kind)
    figures = review.figures(request, with_intervals=False)
    wanted = agree(path, AgreementRequest(intervals=False)).kinds[kind]
    for name, sorts in wanted.spans.differences.items():
        found = review.passages(request, Behind(pair=tuple(name.split("|"))))
        for sort in Sort:
            assert found.counts[Differs(sort.name.lower())] == sorts[sort]
    every = review.passages(request, Behind())
    listed = every.listed(list(Differs))
    assert len(listed) == sum(every.counts.values())
    order = [list(Differs).index(d.differs) for d in listed]
    assert order == sorted(order)
    differences = len(listed) - every.counts[Differs.AGREED]
    assert sum(row.differences for row in figures.articles) == differences
    for rows in (figures.labels, figures.articles):
        for row in rows:
            some = review.passages(request, row.behind).counts
            assert sum(some.values()) - some[Differs.AGREED] == row.differences
    for pair, calls in figures.calls.items():
        titles = (*calls.labels, "")
        for one, counts in zip(titles, calls.counts, strict=True):
            for other, count in zip(titles, counts, strict=True):
                behind = Behind(pair=pair, called=(one, other))
                if count:
                    assert len(review.passages(request, behind).listed(list(Differs)))


def test_a_passage_says_what_each_of_the_two_has(path, review):
    request = ReviewRequest("quote", annotators=("ada", "ben"))
    found = review.passages(request, Behind(role="speaker"))
    with Project.open(path) as project:
        people = {p.name: p.id for p in project.annotators()}
        for difference in found.listed([Differs.PART, Differs.MISSED]):
            for voice in (difference.left, difference.right):
                layer = project.store.layer(
                    difference.document_id, people[voice.annotator]
                )
                own = [a.parts for a in layer.annotations.values() if a.kind == "quote"]
                assert voice.number == 0 or dict(voice.parts) in own
                assert bool(voice.label) == bool(voice.number)
            content = difference.left.parts or difference.right.parts
            assert difference.fragments == content["content"]
            assert "speaker" in difference.roles


def test_who_is_left_out_changes_nothing_for_the_others(review):
    request = ReviewRequest("entity")
    whole = review.figures(request, with_intervals=False)
    two = review.figures(
        ReviewRequest("entity", annotators=("cy", "ada")), with_intervals=False
    )
    assert two.names == ("ada", "cy")
    for measure in Measure:
        assert two.matrix[measure]["ada", "cy"] == whole.matrix[measure]["ada", "cy"]
    alone = review.figures(ReviewRequest("entity", annotators=("cy",)))
    assert not alone.comparable


def test_points_are_stretches_of_the_list_or_days(path, review):
    figures = review.figures(ReviewRequest("entity"))
    assert not figures.by_day
    assert sum(p.documents for p in figures.timeline) == figures.documents
    assert figures.timeline[0].title.startswith("1")


def test_three_days_of_work_make_points_of_days(path):
    columns = load(path)
    days = [f"2026-01-0{1 + n % 3}" for n in range(len(columns.line.documents))]
    review = Review(replace(columns, days=tuple(days)))
    figures = review.figures(ReviewRequest("entity"), with_intervals=False)
    assert figures.by_day
    assert [p.title for p in figures.timeline] == sorted(set(days))
    assert sum(p.documents for p in figures.timeline) == figures.documents


class _Page(HTMLParser):
    """Notes the tags that are open, and everything that would be fetched."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.fetched = []
        self.words = []

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(tag)
        self.fetched += [v for k, v in attrs if k in {"src", "href"}]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def test_the_report_is_one_page_with_its_tables_beside_it(tmp_path, review):
    target = tmp_path / "out.html"
    files = write_report(review, ReviewRequest("entity", ("PERSON",)), target)
    assert {f.name for f in files} == {
        "out.html",
        *(f"out-{n}.csv" for n in ("overall", "pairs", "labels", "parts")),
        "out-articles.csv",
        "out-calls.csv",
    }
    page = _Page()
    page.feed(target.read_text("utf-8"))
    assert page.open == []
    assert page.fetched == []
    words = " ".join(page.words)
    assert "Agreement on corpus" in words
    assert "only PERSON" in words
    assert "Speaker" in words
    with (tmp_path / "out-pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(review.kinds) * len(Measure) * 3
    figures = review.figures(ReviewRequest("quote"), with_intervals=False)
    quote = next(r for r in rows if r["kind"] == "quote" and r["measure"] == "f1")
    value = figures.matrix[Measure.F1][quote["first"], quote["second"]].value
    assert float(quote["value"]) == value


def test_names_and_titles_cannot_break_the_page(review):
    figures = review.figures(ReviewRequest("entity"), with_intervals=False)
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    page = _Page()
    page.feed(as_html("<b>&\"'", review.schema, [figures], moment))
    assert page.open == []
    assert "Agreement on <b>&\"'" in page.words


def test_a_report_of_nothing_is_refused_and_so_is_a_folder_that_is_not(
    tmp_path, review
):
    with pytest.raises(InputError, match="No article"):
        write_report(review, ReviewRequest("", annotators=("ada",)), tmp_path / "a")
    assert not list(tmp_path.iterdir())
    with pytest.raises(EnvironmentFault):
        write_report(review, ReviewRequest(""), tmp_path / "no" / "a.html")


def test_undefined_values_are_gaps(review):
    figures = [Figure(0.5, 3, 0.2, 0.8), Figure(), Figure(0.75, 2)]
    tree = ET.fromstring(svg(Chart(["a", "<b>", "c"], figures)))  # noqa: S314 - ours
    lines = [e for e in tree.iter() if e.tag.endswith("polyline")]
    assert len(lines) == 2
    assert tree.get("aria-label") == "a: 0.50; <b>: –; c: 0.75"
    assert svg(Chart([], [])).endswith("</svg>")
    found = review.figures(
        ReviewRequest("entity", annotators=("ada",)), with_intervals=False
    )
    assert all(not table.rows for table in tables([found]))


def test_figures_are_read_on_their_grounds():
    assert ground(-1) == ground(0)
    assert ink(ground(0)) == "#000000"
    assert ink(ground(1)) == "#ffffff"


def test_loading_can_be_stopped(path):
    from annotator.domain.progress import Progress

    progress = Progress()
    progress.cancel()
    with pytest.raises(AnnotatorError):
        Review.load(path, progress)
