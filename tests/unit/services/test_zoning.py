"""Marking and unmarking boilerplate, and saying which language it is."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId
from annotator.domain.progress import Progress
from annotator.domain.text import document_id
from annotator.domain.zones import ZoneKind, ZoneMap
from annotator.services import zoning
from annotator.services.desk import Desk
from annotator.services.importing import import_paths
from annotator.services.marking import mark
from annotator.services.occurrences import occurrences
from annotator.services.project import Project
from annotator.services.suggesting import Suggester, SuggesterEvents
from annotator.services.surveying import ensure_survey, ensure_surveys
from annotator.storage.store import Store
from tests.unit.services.builders import NEWS, TEXT, opened, place, suggest

ANN = AnnotatorId("a" * 32)
ARTICLE = (
    "The bridge over the Norr opened again on Monday, a year after the flood.\n"
    "“We kept our word,” Mayor Ada Lindqvist said as she cut the ribbon.\n\n"
    "More from the Norrby Courier\n- Ferry fares go up, Ada Lindqvist says\n"
    "Contact us at desk@norrby-courier.example\n"
)
TAIL = ARTICLE.index("More from")


@pytest.fixture
def project(tmp_path: Path):
    file = tmp_path / "bridge.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    with Project.create(tmp_path / "news.annot") as project:
        import_paths(project, [file])
        yield project


@pytest.fixture
def desk(project: Project) -> Desk:
    desk = Desk(project, project.enter("ann"))
    desk.open(document_id(ARTICLE))
    return desk


def zones(desk: Desk) -> list[tuple[int, int]]:
    return [tuple(s) for s in desk.opened.zones.stretches]


def test_an_import_looks_for_zones_and_the_language(desk: Desk) -> None:
    assert zones(desk) == [(TAIL, len(ARTICLE) - 1)]
    (zone,) = desk.opened.document.zones
    assert (zone.kind, zone.marked_by) == (ZoneKind.LINKS, "")
    assert desk.opened.document.details.language == "en"


def test_marking_and_unmarking_are_steps_like_any_other(desk: Desk, project: Project):
    first = Fragment(0, ARTICLE.index("\n"))
    changes = desk.mark_zones([first])
    assert changes.zones
    assert changes.suggestions
    assert changes.name == "Mark “The bridge ove … ter the flood.” as boilerplate"
    assert zones(desk) == [tuple(first), (TAIL, len(ARTICLE) - 1)]
    assert desk.opened.document.zones[0].marked_by == desk.annotator.id
    assert desk.mark_zones([Fragment(4, 10)]) is None
    assert desk.opened.layer.status is Status.TODO
    desk.unmark_zones([Fragment(TAIL + 3, TAIL + 3)])
    assert zones(desk) == [tuple(first)]
    with Store.open(project.path) as store:
        assert [z.start for z in store.zones(document_id(ARTICLE))] == [0]
    assert desk.undo().zones
    assert desk.undo().zones
    assert zones(desk) == [(TAIL, len(ARTICLE) - 1)]
    assert desk.redo().name == changes.name
    assert project.check(Progress()) == []


def test_a_part_of_a_zone_can_be_taken_out(desk: Desk) -> None:
    line = zoning.paragraph(ARTICLE, ARTICLE.index("Ferry"))
    desk.unmark_zones([line])
    assert ARTICLE[line.start : line.end] == "- Ferry fares go up, Ada Lindqvist says"
    contact = ARTICLE.index("Contact")
    assert zones(desk) == [(TAIL, line.start - 1), (contact, len(ARTICLE) - 1)]
    assert {z.kind for z in desk.opened.layer.zones.values()} == {ZoneKind.LINKS}
    assert desk.unmark_zones([Fragment(0, 5)]) is None
    # What is marked over several zones makes one of them.
    desk.mark_zones([Fragment(TAIL + 2, contact + 2)])
    assert zones(desk) == [(TAIL, len(ARTICLE) - 1)]


def test_the_rules_can_be_asked_again(desk: Desk) -> None:
    assert desk.recognise_zones() is None
    desk.unmark_zones([Fragment(TAIL, TAIL)])
    assert zones(desk) == []
    assert desk.recognise_zones().name == "Recognise boilerplate"
    assert zones(desk) == [(TAIL, len(ARTICLE) - 1)]
    desk.undo()
    assert zones(desk) == []


def test_an_older_project_is_looked_at_when_it_is_needed(project: Project):
    store = project.store
    store._db.raw.execute("UPDATE documents SET surveyed = 0, language = ''")
    store._db.raw.execute("DELETE FROM zones")
    desk = Desk(project, project.enter("ann"))
    desk.open(document_id(ARTICLE))
    assert zones(desk) == [(TAIL, len(ARTICLE) - 1)]
    assert desk.opened.document.details.language == ""
    ensure_surveys(store, None, Progress())
    assert store.language(document_id(ARTICLE)) == "en"
    # What was taken out of it does not come back.
    desk.unmark_zones([Fragment(TAIL, TAIL)])
    ensure_survey(store, document_id(ARTICLE))
    assert store.zones(document_id(ARTICLE)) == []


def test_only_the_lead_says_which_language_it_is(desk: Desk, project: Project):
    assert desk.set_language("German").name == "Set the language to German"
    assert desk.opened.document.details.language == "de"
    assert desk.set_language("de-AT") is None
    assert desk.undo().language
    assert desk.opened.document.details.language == "en"
    with pytest.raises(InputError, match="“Klingon” is no language"):
        desk.set_language("Klingon")
    desk.annotator = replace(desk.annotator, lead=False)
    with pytest.raises(InputError, match="Only the lead"):
        desk.set_language("fr")


def test_suggestions_in_boilerplate_wait_unseen() -> None:
    first, second = (
        suggest("entity", "GPE", mention=f"Norrby#{number}") for number in (0, 1)
    )
    document = opened(first, second)
    step = zoning.mark_zones(document, [place("Critics in Norrby say")], ANN)
    document.take(step.change(document.layer))
    assert document.pending() == [second]
    # A mark of the same words there decides nothing on what nobody saw.
    made = mark(document, NEWS, "entity", "GPE", [place("Norrby")])
    assert made.put_verdicts == ()
    assert occurrences(document, NEWS, place("Norrby", 1), "entity") == []
    step = zoning.unmark_zones(document, [place("Norrby")], ANN)
    document.take(step.change(document.layer))
    assert document.pending() == [first, second]


@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, len(TEXT)), st.integers(0, len(TEXT))),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_zones_are_what_was_marked_less_what_was_unmarked(steps) -> None:
    document = opened()
    expected: set[int] = set()
    undo = []
    for is_mark, one, other in steps:
        fragment = Fragment(min(one, other), max(one, other))
        if fragment.start == fragment.end:
            continue
        act = zoning.mark_zones if is_mark else zoning.unmark_zones
        step = act(document, [fragment], ANN)
        inside = set(range(*fragment))
        expected = expected | inside if is_mark else expected - inside
        if step is not None:
            change = step.change(document.layer)
            undo.append(document.layer.inverse(change))
            document.take(change)
        covered = {i for s, e in document.zones.stretches for i in range(s, e)}
        differ = covered ^ expected
        assert all(TEXT[i].isspace() for i in differ)
        ends = [(z.start, z.end) for z in document.document.zones]
        assert ends == sorted(ends)
        assert ZoneMap(document.document.zones).stretches == document.zones.stretches
    for change in reversed(undo):
        document.take(change)
    assert document.zones.stretches == ()


GERMAN = (
    "Die Brücke über die Norr ist am Montag nach einem Jahr wieder geöffnet worden.\n"
    "Das teilte die Stadt Norrby am Morgen mit.\n"
)


def test_the_background_looks_at_what_nobody_has_looked_at(tmp_path: Path) -> None:
    """And suggests nothing in boilerplate, nothing in another language."""
    for name, text in (("a", ARTICLE), ("b", GERMAN)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Project.create(tmp_path / "old.annot") as project:
        import_paths(project, [tmp_path / "a.txt", tmp_path / "b.txt"])
        store = project.store
        store._db.raw.execute("UPDATE documents SET surveyed = 0, language = ''")
        store._db.raw.execute("DELETE FROM zones")
        done, surveyed = threading.Event(), threading.Event()
        failed: list[str] = []
        suggester = Suggester(
            project.path,
            SuggesterEvents(
                lambda documents: done.set() if documents else None,
                lambda number, total: None,
                failed.append,
                surveyed.set,
            ),
        )
        suggester.start()
        try:
            assert done.wait(60)
            assert surveyed.wait(60)
        finally:
            suggester.stop()
        assert failed == []
        assert store.languages() == {"de": 1, "en": 1}
        english, german = store.documents.ids()
        assert store.suggestions.of(german) == []
        found = store.suggestions.of(english)
        assert found
        assert all(f.end <= TAIL for s in found for p in s.parts.values() for f in p)


def test_an_article_is_called_by_its_own_first_line(tmp_path: Path) -> None:
    text = f"Skip to content\nMenu\nHome\n\nThe bridge is open\n{ARTICLE}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with Project.create(tmp_path / "p.annot") as project:
        import_paths(project, [tmp_path / "a.txt"])
        (document,) = map(project.store.documents.get, project.store.documents.ids())
    assert document.details.title == "The bridge is open"
