"""Boilerplate has no part in any measure, in differences, or in settling."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.annotations import Annotation, Fragment, now
from annotator.domain.documents import Details, Status
from annotator.domain.ids import AnnotationId, new_id
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.text import document_id
from annotator.domain.zones import Zone, ZoneKind
from annotator.services.agreeing import agree
from annotator.services.agreement import AgreementRequest, TokenSource
from annotator.services.bench import Bench
from annotator.services.disagreements import all_disagreements
from annotator.services.evaluating import evaluate
from annotator.services.evaluation import EvaluationRequest
from annotator.services.project import GOLD, Project
from annotator.services.review_loading import load

BEFORE = "Skip to Norrby content\n"
FIRST = "Mayor Ada Lindqvist of Norrby spoke to Bo Ek in Vellmar. "
INNER = "Read more: Ada Lindqvist in Norrby\n"
LAST = "Ada Lindqvist said that Bo Ek was right in Vellmar."
AFTER = "\nMore from Norrby\n- Bo Ek in Vellmar\n"
WITH = BEFORE + FIRST + INNER + LAST + AFTER
WITHOUT = FIRST + LAST
ANN = (("Ada Lindqvist", 0), ("Bo Ek", 0), ("Vellmar", 1))
BEN = (("Ada Lindqvist", 0), ("Bo Ek", 1), ("Vellmar", 1))
INSIDE = ("Skip to Norrby", "Read more: Ada", "- Bo Ek")


def find(text: str, surface: str, nth: int) -> Fragment:
    """Return the nth place in the article, wherever that is in *text*."""
    at = -1
    for _ in range(nth + 1):
        at = WITHOUT.index(surface, at + 1)
    if text == WITH:
        at += len(BEFORE) + (len(INNER) if at >= len(FIRST) else 0)
    return Fragment(at, at + len(surface))


def entity(fragment: Fragment, label: str = "PERSON") -> Annotation:
    parts = {"mention": (fragment,)}
    return Annotation(
        AnnotationId(new_id()), "entity", label, parts, created=now(), modified=now()
    )


def make(path: Path, text: str) -> Project:
    """Make a project in which two people have the article, one more than the other."""
    project = Project.create(path)
    identity = document_id(text)
    stretches = []
    if text == WITH:
        inner = len(BEFORE) + len(FIRST)
        stretches = [
            (0, len(BEFORE)),
            (inner, inner + len(INNER)),
            (len(WITH) - len(AFTER), len(WITH)),
        ]
    zones = tuple(
        Zone(f"{number:032x}", *place, ZoneKind.OTHER)
        for number, place in enumerate(stretches)
    )
    record = Record(identity, text, Details("Norrby", language="en"), zones=zones)
    with project.store.bulk() as bulk:
        bulk.add_document(record)
        for name, chosen in (("ann", ANN), ("ben", BEN), (GOLD, ANN)):
            made = [entity(find(text, *one)) for one in chosen]
            if text == WITH and name == "ben":
                made += [entity(_inside(surface), "GPE") for surface in INSIDE]
                # One that runs into a zone is what is left of it.
                made[0] = entity(Fragment(len(BEFORE) - 8, len(BEFORE) + 19))
            elif name == "ben":
                made[0] = entity(Fragment(0, 19))
            person = bulk.annotator(name)
            bulk.add_layer(record, person.id, made, (), Status.DONE)
    return project


def _inside(surface: str) -> Fragment:
    at = WITH.index(surface)
    return Fragment(at, at + len(surface))


@pytest.fixture
def both(tmp_path: Path):
    with (
        make(tmp_path / "with.annot", WITH) as one,
        make(tmp_path / "without.annot", WITHOUT) as other,
    ):
        yield one, other


@pytest.mark.parametrize("tokens", list(TokenSource))
def test_all_measures_are_those_of_the_text_without(both, tokens) -> None:
    found = [
        agree(project.path, AgreementRequest(tokens=tokens, per_document=True))
        for project in both
    ]
    assert repr(found[0].kinds) == repr(found[1].kinds)
    assert [repr(d) for d in found[0].per_document.values()] == [
        repr(d) for d in found[1].per_document.values()
    ]
    assert "GPE" not in repr(found[0].kinds)


def test_differences_are_those_of_the_text_without(both) -> None:
    said = []
    for project in both:
        result = agree(project.path, AgreementRequest())
        found = all_disagreements(project.path, result, Progress())
        said.append(
            [(d.sort, text[d.extent.start : d.extent.end]) for d, text in found]
        )
    assert said[0] == said[1] != []


def test_the_review_shows_where_in_the_whole_text_it_is(both) -> None:
    for project, text in zip(both, (WITH, WITHOUT), strict=True):
        columns = load(project.path)
        side = columns.kinds["entity"].sides[columns.names.index("ann")]
        main = side.marks.main
        start, end = columns.back(0, main.start, main.end)
        assert [text[s:e] for s, e in zip(start, end, strict=True)] == [
            s for s, _ in ANN
        ]
        assert columns.kinds["entity"].labels == ("PERSON",)
        words = len(columns.white_space)
        assert words == len(WITHOUT.split())


def test_there_is_nothing_to_settle_in_boilerplate(both) -> None:
    for project in both:
        bench = Bench(project, project.enter("lead"))
        bench.open(document_id(WITH if project is both[0] else WITHOUT))
        assert {c.cluster.kind for c in bench.hearing.cases} == {"entity"}
        assert len(bench.hearing.cases) == 4


def test_an_evaluation_leaves_it_out(both) -> None:
    from annotator.domain.annotations import Suggestion, suggestion_id

    figures = []
    for project, text in zip(both, (WITH, WITHOUT), strict=True):
        identity = document_id(text)
        places = [find(text, *one) for one in BEN]
        if text == WITH:
            places += [_inside(surface) for surface in INSIDE]
        made_by = ("pipe", "1")
        suggestions = [
            Suggestion(
                suggestion_id(identity, made_by, "entity", "PERSON", {"mention": (p,)}),
                identity,
                *made_by,
                "entity",
                "PERSON",
                {"mention": (p,)},
                1.0,
            )
            for p in places
        ]
        project.store.suggestions.put(
            identity, *made_by, frozenset({"entity"}), suggestions
        )
        result = evaluate(
            project.path, EvaluationRequest(against="ben", pipeline="pipe")
        )
        figures.append(repr(result.kinds))
    assert figures[0] == figures[1]
