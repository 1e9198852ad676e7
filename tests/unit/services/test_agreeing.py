"""Agreement of whole projects, against walks over their annotations."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from itertools import combinations

import krippendorff
import numpy as np
import pytest

from annotator.domain.annotations import Annotation, Fragment
from annotator.domain.documents import Details, Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.ids import AnnotationId
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.resources import resource
from annotator.domain.text import document_id
from annotator.services import agreement_report as report
from annotator.services.agreeing import Study, agree
from annotator.services.agreement import (
    ALL,
    ANY,
    AgreementRequest,
    Figures,
    LeftOut,
    Scheme,
    Sort,
    TokenSource,
)
from annotator.services.disagreements import all_disagreements
from annotator.storage.store import Store
from tests.unit.services.builders import tokens_of
from tests.unit.services.layers import LABELS, ROLES, Corpus, tags

metrics = pytest.importorskip("sklearn.metrics")
inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")

PLAIN = {"intervals": False, "tokens": TokenSource.WHITESPACE}
SEEDS = [1, 2, 3]


@pytest.fixture(params=SEEDS)
def corpus(request, tmp_path) -> Corpus:
    return Corpus(
        tmp_path / "a.annot", ["ada", "bo", "cleo"], seed=request.param, absent=0.25
    )


def white_space(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S+", text)]


def classes(corpus: Corpus, person: str, kind: str, role: str, documents) -> list[str]:
    found = []
    for document in documents:
        own = corpus.of(document, person, kind)
        tokens = white_space(corpus.texts[document])
        found += tags(own, tokens, role, labels=LABELS[kind])
    return found


@pytest.mark.parametrize("kind", LABELS)
def test_kappa_of_pairs_is_scikit_learns_on_the_documents_of_both(corpus, kind):
    figures = agree(corpus.path, AgreementRequest(**PLAIN)).kinds[kind].tokens
    for one, other in combinations(("ada", "bo", "cleo"), 2):
        both = corpus.shared(one, other)
        main = ROLES[kind][0]
        left = classes(corpus, one, kind, main, both)
        right = classes(corpus, other, kind, main, both)
        assert figures.pair_n[f"{one}|{other}"] == len(left)
        expected = metrics.cohen_kappa_score(left, right)
        assert figures.cohen_kappa[f"{one}|{other}"] == pytest.approx(expected)


def test_alpha_of_six_annotators_on_quotes(tmp_path):
    """Some layers are missing: α takes what there is."""
    people = [f"p{n}" for n in range(6)]
    corpus = Corpus(tmp_path / "six.annot", people, absent=0.3, seed=5)
    found = agree(corpus.path, AgreementRequest(**PLAIN)).kinds["quote"]
    shared = [
        d for d in corpus.texts if sum((d, p) in corpus.layers for p in people) > 1
    ]

    def data(role: str, names: dict[str, int]) -> list[list[float]]:
        table = []
        for person in people:
            row: list[float] = []
            for document in shared:
                tokens = white_space(corpus.texts[document])
                if (document, person) not in corpus.layers:
                    row += [np.nan] * len(tokens)
                    continue
                own = corpus.of(document, person, "quote")
                row += [
                    names[c] for c in tags(own, tokens, role, labels=LABELS["quote"])
                ]
            table.append(row)
        return table

    def alpha(role: str, names: dict[str, int]) -> float:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return krippendorff.alpha(data(role, names), level_of_measurement="nominal")

    labelled = {"": 0, "direct": 1, "mixed": 2}
    assert found.tokens.alpha == pytest.approx(alpha("content", labelled), abs=1e-9)
    assert found.tokens.n == len(data("content", labelled)[0])
    for role in ROLES["quote"]:
        plain = {"": 0, "direct": 1, "mixed": 1}
        ours = found.roles[role].tokens.alpha
        assert ours == pytest.approx(alpha(role, plain), abs=1e-9)


def test_tokens_per_category_of_two_annotators(tmp_path):
    corpus = Corpus(tmp_path / "two.annot", ["ada", "bo"], documents=12)
    found = agree(corpus.path, AgreementRequest(**PLAIN)).kinds["entity"].tokens
    both = corpus.shared("ada", "bo")
    left = classes(corpus, "ada", "entity", "mention", both)
    right = classes(corpus, "bo", "entity", "mention", both)
    for label in LABELS["entity"]:
        score = found.pairs["ada|bo"][label]
        # Bo is the reference that Ada is judged by.
        precision, recall, f1, _ = metrics.precision_recall_fscore_support(
            right, left, labels=[label], zero_division=np.nan
        )
        assert score.precision == pytest.approx(precision[0])
        assert score.recall == pytest.approx(recall[0])
        assert score.f1 == pytest.approx(f1[0])
        alone = found.labels[label]
        expected = metrics.cohen_kappa_score(
            [c == label for c in left], [c == label for c in right]
        )
        assert alone.cohen_kappa["ada|bo"] == pytest.approx(expected)


def test_pairwise_f1_of_four_annotators(tmp_path):
    people = ["a", "b", "c", "d"]
    corpus = Corpus(tmp_path / "four.annot", people, documents=12, absent=0.2)
    found = agree(corpus.path, AgreementRequest(**PLAIN)).kinds["entity"].spans
    assert len(found.exact) == 6
    for one, other in combinations(people, 2):
        sides = []
        for person in (one, other):
            counter = Counter(
                (d, a.label, a.parts["mention"])
                for d in corpus.shared(one, other)
                for a in corpus.of(d, person, "entity")
            )
            sides.append(counter)
        left, right = sides
        both = (left & right).total()
        score = found.exact[f"{one}|{other}"][ALL]
        assert (score.both, score.left, score.right) == (
            both,
            left.total(),
            right.total(),
        )
        assert score.f1 == pytest.approx(2 * both / (left.total() + right.total()))
        per_label = found.exact[f"{one}|{other}"]
        assert sum(per_label[label].both for label in LABELS["entity"]) == both
        assert per_label[ANY].both >= both


@pytest.mark.parametrize("kind", LABELS)
def test_fleiss_kappa_is_statsmodels(tmp_path, kind):
    people = ["ada", "bo", "cleo"]
    corpus = Corpus(tmp_path / "all.annot", people)
    found = agree(corpus.path, AgreementRequest(**PLAIN)).kinds[kind].tokens
    rated = [
        classes(corpus, p, kind, ROLES[kind][0], corpus.shared(*people)) for p in people
    ]
    counts, _ = inter_rater.aggregate_raters(np.array(rated).T)
    assert found.fleiss_kappa == pytest.approx(inter_rater.fleiss_kappa(counts))


def test_the_tokens_of_the_pipeline_are_those_that_are_kept(corpus):
    request = AgreementRequest(intervals=False)
    found = agree(corpus.path, request).kinds["entity"].tokens
    for one, other in combinations(("ada", "bo", "cleo"), 2):
        both = corpus.shared(one, other)
        sides: list[list[str]] = [[], []]
        for document in both:
            tokens = tokens_of(corpus.texts[document])
            pairs = list(zip(tokens.starts, tokens.ends, strict=True))
            for side, person in zip(sides, (one, other), strict=True):
                own = corpus.of(document, person, "entity")
                side.extend(tags(own, pairs, "mention", labels=LABELS["entity"]))
        assert found.pair_n[f"{one}|{other}"] == len(sides[0])
        expected = metrics.cohen_kappa_score(*sides)
        assert found.cohen_kappa[f"{one}|{other}"] == pytest.approx(expected)


def test_only_some_labels_are_the_layers_without_the_others(corpus):
    request = AgreementRequest(labels=frozenset({"ORG"}), **PLAIN)
    result = agree(corpus.path, request)
    assert list(result.kinds) == ["entity"]
    assert result.labels == ("ORG",)
    for key, own in corpus.layers.items():
        corpus.layers[key] = tuple(a for a in own if a.label == "ORG")
    found = result.kinds["entity"]
    for one, other in combinations(("ada", "bo", "cleo"), 2):
        both = corpus.shared(one, other)
        left = classes(corpus, one, "entity", "mention", both)
        right = classes(corpus, other, "entity", "mention", both)
        expected = metrics.cohen_kappa_score(left, right)
        assert found.tokens.cohen_kappa[f"{one}|{other}"] == pytest.approx(expected)
        assert set(found.spans.exact[f"{one}|{other}"]) == {"ORG", ALL, ANY}


def test_annotators_in_the_order_they_are_asked_for(corpus):
    one = agree(corpus.path, AgreementRequest(("ada", "cleo"), **PLAIN))
    other = agree(corpus.path, AgreementRequest(("cleo", "ada"), **PLAIN))
    assert other.annotators == ("cleo", "ada")
    for kind, figures in one.kinds.items():
        back = other.kinds[kind]
        assert back.tokens.cohen_kappa["cleo|ada"] == pytest.approx(
            figures.tokens.cohen_kappa["ada|cleo"]
        )
        assert back.units.alpha_u == pytest.approx(figures.units.alpha_u)
        ours, theirs = figures.spans, back.spans
        assert theirs.differences["cleo|ada"] == ours.differences["ada|cleo"]
        for label, score in ours.exact["ada|cleo"].items():
            turned = theirs.exact["cleo|ada"][label]
            assert (turned.both, turned.left, turned.right) == (
                score.both,
                score.right,
                score.left,
            )


def test_one_document_alone_is_what_the_others_are_without_it(corpus):
    result = agree(corpus.path, AgreementRequest(per_document=True, **PLAIN))
    documents = list(result.per_document)
    assert set(documents) == {d for own in result.finished.values() for d in own}
    for kind, whole in result.kinds.items():
        each = [result.per_document[d][kind] for d in documents]
        assert sum(f.tokens.n for f in each) == whole.tokens.n
        for pair, counts in whole.spans.differences.items():
            for sort, count in counts.items():
                here = [
                    f.spans.differences[pair] for f in each if pair in f.spans.exact
                ]
                assert sum(c[sort] for c in here) == count
        for document, figures in zip(documents, each, strict=True):
            with Store.open(corpus.path) as store:
                request = AgreementRequest(kinds=frozenset({kind}), **PLAIN)
                study = Study(store, request, Progress())
                alone = study.table(kind, documents=[document]).whole()
            assert alone.tokens.alpha == pytest.approx(figures.tokens.alpha)
            assert alone.units == figures.units
            for role, own in figures.roles.items():
                assert alone.roles[role].tokens.gwet_ac1 == pytest.approx(
                    own.tokens.gwet_ac1
                )
            for pair, kappa in figures.tokens.cohen_kappa.items():
                assert alone.tokens.cohen_kappa[pair] == pytest.approx(kappa)


def test_every_difference_that_is_counted_is_listed(corpus):
    result = agree(corpus.path, AgreementRequest(**PLAIN))
    found = all_disagreements(corpus.path, result, Progress())
    counted = Counter((d.kind, "|".join(d.pair), d.sort) for d, _ in found)
    for kind, figures in result.kinds.items():
        for pair, counts in figures.spans.differences.items():
            for sort in set(Sort) - {Sort.AGREED}:
                assert counted[kind, pair, sort] == counts[sort]
    for disagreement, text in found:
        assert text == corpus.texts[disagreement.document_id]
        for side, person in zip(
            (disagreement.left, disagreement.right), disagreement.pair, strict=True
        ):
            own = corpus.layers[disagreement.document_id, person]
            assert {a.id for a in side} <= {a.id for a in own}
        shown = report.disagreement_json(disagreement, text)
        assert shown["text"] == text[shown["start"] : shown["end"]]


def test_intervals_hold_the_figures_and_are_repeatable(tmp_path):
    corpus = Corpus(tmp_path / "many.annot", ["ada", "bo"], documents=40)
    request = AgreementRequest(tokens=TokenSource.WHITESPACE)
    result = agree(corpus.path, request)
    again = agree(corpus.path, request)
    for kind, figures in result.kinds.items():
        assert figures.ci95 == again.kinds[kind].ci95
        tokens = figures.tokens
        shown = {
            "alpha": tokens.alpha,
            "fleiss_kappa": tokens.fleiss_kappa,
            "gwet_ac1": tokens.gwet_ac1,
            "cohen_kappa ada|bo": tokens.cohen_kappa["ada|bo"],
            "alpha_u": figures.units.alpha_u,
            "f1_exact ada|bo": figures.spans.exact["ada|bo"][ALL].f1,
            "f1_overlap ada|bo": figures.spans.overlap["ada|bo"][ALL].f1,
        }
        for name, value in shown.items():
            low, high = figures.ci95[name]
            assert low < value < high


def test_gamma_of_a_project(tmp_path):
    pytest.importorskip("pygamma_agreement")
    corpus = Corpus(tmp_path / "g.annot", ["ada", "bo"], documents=2)
    request = AgreementRequest(
        kinds=frozenset({"entity"}), gamma=True, per_document=True, **PLAIN
    )
    result = agree(corpus.path, request)
    whole = result.kinds["entity"].units.gamma
    each = [f["entity"].units.gamma for f in result.per_document.values()]
    defined = [gamma for gamma in each if gamma is not None]
    assert min(defined) <= whole <= max(defined) <= 1
    assert any("γ" in line for line in report.as_lines(result))


# -- what counts ---------------------------------------------------------------


def project(path, layers: dict[tuple[str, str], tuple[Status, str]]):
    """Make a project: ``(text, person)`` → state and words that are a person."""
    with (
        Store.create(path, schema_toml=SCHEMA, name="small") as store,
        store.bulk() as bulk,
    ):
        for (text, person), (status, words) in layers.items():
            identity = document_id(text)
            record = Record(identity, text, Details(), None, tokens_of(text))
            bulk.add_document(record)
            made = ()
            if words:
                start = text.index(words)
                span = Fragment(start, start + len(words))
                name = AnnotationId(f"{identity[:20]}{person:_<12}")
                made = (Annotation(name, "entity", "PERSON", {"mention": (span,)}),)
            bulk.add_layer(record, bulk.annotator(person).id, made, (), status)
    return path


SCHEMA = resource("schemas", "news.toml").read_text("utf-8")
ONE, TWO = "Ada Lind met Bo.", "Cleo left."


def test_what_is_not_done_skipped_or_alone_is_left_out(tmp_path):
    path = project(
        tmp_path / "p.annot",
        {
            (ONE, "ada"): (Status.DONE, "Ada Lind"),
            (ONE, "bo"): (Status.DONE, "Ada"),
            (TWO, "ada"): (Status.DONE, "Cleo"),
            (TWO, "bo"): (Status.IN_PROGRESS, "Cleo"),
            (ONE, "cy"): (Status.SKIPPED, "Bo"),
            (ONE, "gold"): (Status.DONE, "Bo"),
        },
    )
    result = agree(path, AgreementRequest(**PLAIN))
    assert (result.documents, result.annotators) == (1, ("ada", "bo"))
    assert result.left_out == {
        LeftOut.NOT_DONE: 1,
        LeftOut.SKIPPED: 1,
        LeftOut.ALONE: 1,
    }
    assert result.kinds["entity"].tokens.n == 4
    more = agree(path, AgreementRequest(include_unfinished=True, **PLAIN))
    assert more.documents == 2
    with_gold = agree(path, AgreementRequest(("ada", "gold"), **PLAIN))
    assert with_gold.annotators == ("ada", "gold")
    assert with_gold.kinds["entity"].spans.differences["ada|gold"][Sort.MISSED] == 2


def test_nothing_annotated_is_not_defined(tmp_path):
    path = project(
        tmp_path / "p.annot",
        {(ONE, "ada"): (Status.DONE, ""), (ONE, "bo"): (Status.DONE, "")},
    )
    assert agree(path, AgreementRequest(**PLAIN)).kinds == {}
    request = AgreementRequest(kinds=frozenset({"entity", "quote"}), **PLAIN)
    for kind in ("entity", "quote"):
        undefined(agree(path, request).kinds[kind])


def undefined(figures: Figures) -> None:
    assert (figures.documents, figures.tokens.n) == (1, 4)
    assert figures.tokens.cohen_kappa == {"ada|bo": None}
    assert figures.tokens.alpha is None
    assert figures.tokens.gwet_ac1 is None
    assert figures.units.alpha_u is None
    assert figures.spans.exact["ada|bo"][ALL].f1 is None
    for own in figures.roles.values():
        undefined(own)


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (AgreementRequest(("ada", "zoe")), "no annotator zoe; it has ada, bo"),
        (
            AgreementRequest(kinds=frozenset({"x"})),
            "no kind “x”; it has entity, quote, claim",
        ),
        (AgreementRequest(labels=frozenset({"x"})), "no label “x”; it has PERSON, "),
        (AgreementRequest(), "two of .* have finished .*1 layers are not done"),
        (AgreementRequest(("ada",)), "1 are done by one person alone"),
    ],
)
def test_what_cannot_be_compared_is_said(tmp_path, request_, said):
    path = project(
        tmp_path / "p.annot",
        {(ONE, "ada"): (Status.DONE, "Ada"), (ONE, "bo"): (Status.IN_PROGRESS, "Ada")},
    )
    with pytest.raises(InputError, match=said):
        agree(path, request_)


def test_it_can_be_stopped(corpus):
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        agree(corpus.path, AgreementRequest(**PLAIN), progress)


# -- the report --------------------------------------------------------------


def test_the_json_has_the_shape_it_says(corpus):
    request = AgreementRequest(per_document=True, scheme=Scheme.BIO, **PLAIN)
    made = json.loads(json.dumps(report.as_json(agree(corpus.path, request))))
    assert made["annotators"] == ["ada", "bo", "cleo"]
    assert (made["tokens"], made["scheme"]) == ("whitespace", "bio")
    quote = made["kinds"]["quote"]
    assert set(quote) >= {"documents", "tokens", "spans", "units", "roles", "ci95"}
    assert set(quote["tokens"]) >= {
        "n",
        "cohen_kappa",
        "fleiss_kappa",
        "alpha",
        "gwet_ac1",
    }
    pairs = ["ada|bo", "ada|cleo", "bo|cleo"]
    assert list(quote["tokens"]["cohen_kappa"]) == pairs
    score = quote["spans"]["exact"]["ada|bo"]["all"]
    assert list(score) == ["tp", "a_only", "b_only", "precision", "recall", "f1"]
    assert set(quote["spans"]["differences"]["ada|bo"]) == {
        "missed",
        "label",
        "boundary",
        "part",
        "split",
        "agreed",
    }
    assert set(quote["units"]) >= {"alpha_u", "gamma"}
    assert list(quote["roles"]) == list(ROLES["quote"])
    assert set(quote["roles"]["speaker"]) >= {"tokens", "spans"}
    first = next(iter(made["per_document"].values()))
    assert set(first["kinds"]["quote"]) == set(quote)


def test_the_table_says_what_was_compared(corpus):
    request = AgreementRequest(tokens=TokenSource.WHITESPACE)
    lines = list(report.as_lines(agree(corpus.path, request)))
    assert lines[0].startswith("Agreement of ada, bo, cleo on ")
    assert lines[1] == "Tokens: whitespace, classes: io"
    assert any(line.startswith("quote: speaker (") for line in lines)
    assert any(line.startswith("  Krippendorff’s α") and "[" in line for line in lines)
    assert not any(len(line) > 110 for line in lines)
