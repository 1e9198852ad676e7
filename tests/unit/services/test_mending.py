"""Mending in the project: own layer or gold, one step, undone across restarts."""

import re
from array import array
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Annotation, Decision, Fragment, now
from annotator.domain.documents import Details, Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.ids import AnnotationId, OperationId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.text import document_id
from annotator.domain.tokens import Tokens
from annotator.services.auto_adjudicating import AutoRequest, adjudicate
from annotator.services.desk import Desk
from annotator.services.exporting import ExportRequest, check
from annotator.services.mending import MendRequest, mend, whoever_works
from annotator.services.merging import merge_files
from annotator.services.project import GOLD, Project
from annotator.services.rulings import Rule
from tests.unit.services.builders import suggest
from tests.unit.services.committee import Committee

FIRST = "Ada 👩\u200d💼 Brook’s  harbour opened in Velm. שלום Velm.\n"
SECOND = "Cafe\u0301 Velm-Nord is open. Brook said so.\n"


def words_of(text):
    spans = [m.span() for m in re.finditer(r"\w[\w\u0301]*|[^\w\s]", text)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Tokens("words", array("I", starts), array("I", ends), array("I", starts[:1]))


def make(path, texts=(FIRST, SECOND), people=("ada", "bo")):
    project = Project.create(path)
    project.enter("lead")
    with project.store.bulk() as bulk:
        for text in texts:
            bulk.add_document(
                Record(document_id(text), text, Details(), None, words_of(text))
            )
    for name in people:
        project.annotator(name)
    return project


def put(project, name, text, *spans, kind="entity", label="PERSON", role="mention"):
    """Put spans into a layer as an import would: nothing is trimmed."""
    layer = project.store.layer(document_id(text), project.annotator(name).id)
    made = [
        Annotation(
            AnnotationId(new_id()),
            kind,
            label,
            {
                role: tuple(
                    Fragment(*s)
                    for s in (span if span and isinstance(span[0], tuple) else [span])
                )
            },
            created=now(),
            modified=now(),
        )
        for span in spans
    ]
    change = LayerChange(layer.document_id, layer.annotator_id, put=tuple(made))
    identity = OperationId(new_id())
    project.store.commit(
        Operation(identity, "Put", now(), change, layer.inverse(change))
    )
    return made


def surfaces(project, name, text):
    layer = project.store.layer(document_id(text), project.annotator(name).id)
    return sorted(
        text[start:end]
        for a in layer.annotations.values()
        for fragments in a.parts.values()
        for start, end in fragments
    )


def at(text, words):
    start = text.index(words)
    return start, start + len(words)


@pytest.fixture
def project(tmp_path):
    with make(tmp_path / "p.annot") as project:
        put(project, "ada", FIRST, at(FIRST, "  harb"), at(FIRST, "Velm"))
        put(project, "ada", SECOND, at(SECOND, "afe\u0301 "), at(SECOND, "roo"))
        put(project, "bo", SECOND, at(SECOND, "roo"))
        yield project


def test_one_step_over_several_articles_is_undone_and_done_again(project):
    before = [surfaces(project, "ada", t) for t in (FIRST, SECOND)]
    request = MendRequest("ada", "ada", space=True, tokens="expand")
    mended = mend(project.path, request)
    assert (mended.spans, mended.documents, mended.left) == (3, 2, 0)
    assert "3 spans in 2 articles" in mended.sentence()
    after = [["Velm", "harbour"], ["Brook", "Cafe\u0301"]]
    assert [surfaces(project, "ada", t) for t in (FIRST, SECOND)] == after
    assert surfaces(project, "bo", SECOND) == ["roo"]
    path = project.path
    with Project.open(path) as again:
        desk = Desk(again, again.annotator("ada"))
        desk.open(document_id(SECOND))
        assert desk.undo_name == "Mend 3 spans"
        changes = desk.undo()
        assert changes.document_id == document_id(SECOND)
        assert desk.undo_name == "Put"
        assert [surfaces(again, "ada", t) for t in (FIRST, SECOND)] == before
        shown = {a.parts["mention"] for a in desk.opened.layer.annotations.values()}
        assert shown == {(at(SECOND, "afe\u0301 "),), (at(SECOND, "roo"),)}
    with Project.open(path) as again:
        desk = Desk(again, again.annotator("ada"))
        desk.redo()
        assert desk.redo() is None
        assert [surfaces(again, "ada", t) for t in (FIRST, SECOND)] == after
        assert again.check(Progress()) == []


def test_what_is_mended_fits(project):
    request = ExportRequest("docbin", "ada", include_unfinished=True)
    assert check(project.path, request).losses.total == 3
    mend(project.path, MendRequest("ada", "ada", space=True, tokens="expand"))
    assert check(project.path, request).losses.total == 0


def test_narrowing_may_leave_nothing(project):
    mended = mend(project.path, MendRequest("ada", "ada", tokens="contract"))
    assert mended.spans == 0
    assert mended.left == 3
    assert "could not be" in mended.sentence()
    assert Desk(project, project.annotator("ada")).undo_name == "Put"


def test_only_the_places_and_kinds_that_were_chosen(project):
    place = (document_id(SECOND), *at(SECOND, "roo"))
    chosen = frozenset({place})
    request = MendRequest("ada", "ada", tokens="expand", places=chosen)
    assert mend(project.path, request).spans == 1
    assert surfaces(project, "ada", SECOND) == ["Brook", "afe\u0301 "]
    claims = MendRequest("ada", "ada", tokens="expand", kinds=frozenset({"claim"}))
    assert mend(project.path, claims).spans == 0


def test_what_is_marked_already_is_not_marked_twice(project):
    put(project, "ada", SECOND, at(SECOND, "Brook"))
    mended = mend(project.path, MendRequest("ada", "ada", tokens="expand"))
    assert (mended.spans, mended.left) == (2, 1)
    assert surfaces(project, "ada", SECOND) == ["Brook", "Cafe\u0301", "roo"]


def test_pieces_that_meet_become_one(project):
    start, end = at(SECOND, "Velm-Nord")
    put(project, "bo", SECOND, ((start, start + 5), (start + 6, end)))
    mend(project.path, MendRequest("bo", "bo", tokens="expand"))
    assert surfaces(project, "bo", SECOND) == ["Brook", "Velm-Nord"]


def test_nobody_changes_the_layers_of_others(project):
    with pytest.raises(InputError, match="ada’s to change, not bo’s"):
        mend(project.path, MendRequest("ada", "bo", space=True))
    with pytest.raises(InputError, match="ada’s to change, not lead’s"):
        mend(project.path, MendRequest("ada", "lead", space=True))
    put(project, GOLD, SECOND, at(SECOND, "roo"))
    with pytest.raises(InputError, match="Only the lead"):
        mend(project.path, MendRequest(GOLD, "bo", tokens="expand"))
    assert mend(project.path, MendRequest(GOLD, "lead", tokens="expand")).spans == 1
    assert surfaces(project, GOLD, SECOND) == ["Brook"]
    with pytest.raises(InputError, match="no annotator eve"):
        mend(project.path, MendRequest("eve", "eve", space=True))
    assert whoever_works(project.path, "ada") == "ada"


def test_an_accepted_suggestion_is_corrected_by_it_and_not_after_undo(project):
    kinds = frozenset({"entity"})
    document = document_id(SECOND)
    parts = {"mention": (Fragment(*at(SECOND, "roo")),)}
    found = suggest("entity", "PERSON", mention="Norrby")
    found = replace(found, document_id=document, parts=parts)
    project.store.suggestions.put(document, "test_pipeline", "1", kinds, [found])
    desk = Desk(project, project.annotator("cy"))
    desk.open(document)
    desk.accept([found.id])
    desk.set_status(Status.DONE)
    mend(project.path, MendRequest("cy", "cy", tokens="expand"))
    desk.open(document)
    assert desk.opened.layer.verdicts[found.id].decision is Decision.CORRECTED
    assert desk.opened.layer.status is Status.DONE
    desk.undo()
    assert desk.opened.layer.verdicts[found.id].decision is Decision.ACCEPTED


def test_what_is_changed_meanwhile_is_left_alone(project, monkeypatch):
    store_type = type(project.store)
    real = store_type.commit_step

    def late(store, operations):
        planned = list(operations)
        desk = Desk(project, project.annotator("ada"))
        desk.open(document_id(SECOND))
        desk.delete([planned[-1].forward.put[0].id])
        return real(store, planned)

    monkeypatch.setattr(store_type, "commit_step", late)
    mended = mend(project.path, MendRequest("ada", "ada", tokens="expand"))
    assert (mended.documents, mended.busy) == (1, 1)
    assert "left alone" in mended.sentence()
    assert project.check(Progress()) == []


def test_a_stop_changes_nothing(project):
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        mend(project.path, MendRequest("ada", "ada", space=True), progress)
    assert Desk(project, project.annotator("ada")).undo_name == "Put"


def test_the_step_stays_one_after_a_merge(project, tmp_path):
    copy = tmp_path / "copy.annot"
    project.backup(copy)
    mend(copy, MendRequest("ada", "ada", space=True, tokens="expand"))
    merge_files(project, [copy])
    assert surfaces(project, "ada", FIRST) == ["Velm", "harbour"]
    desk = Desk(project, project.annotator("ada"))
    desk.undo()
    assert desk.undo_name == "Put"
    assert surfaces(project, "ada", SECOND) == ["afe\u0301 ", "roo"]


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text("ab é\u0301👩\u200d\u2003\nש-", min_size=3, max_size=30).filter(
        lambda t: t.strip()
    ),
    data=st.data(),
    tokens=st.sampled_from(["", "expand", "contract"]),
)
def test_mending_keeps_what_fits_and_undo_keeps_everything(
    tmp_path_factory, text, data, tokens
):
    text = text.strip("\ufeff")
    length = len(text)
    ends = st.tuples(st.integers(0, length - 1), st.integers(1, length))
    spans = data.draw(
        st.lists(ends.filter(lambda s: s[0] < s[1]), min_size=1, max_size=4)
    )
    path = tmp_path_factory.mktemp("m") / "p.annot"
    with make(path, (text,), ("ada",)) as project:
        put(project, "ada", text, *spans)
        key = document_id(text), project.annotator("ada").id
        before = project.store.layer(*key)
        mended = mend(path, MendRequest("ada", "ada", space=True, tokens=tokens))
        after = project.store.layer(*key)
        for identity, annotation in before.annotations.items():
            ((start, end),) = annotation.parts["mention"]
            ((first, last),) = after.annotations[identity].parts["mention"]
            surface, fitted = text[start:end], text[first:last]
            if surface == surface.strip() and not tokens:
                assert (first, last) == (start, end)
            if tokens == "expand" and surface.strip():
                assert first <= start + len(surface) - len(surface.lstrip())
            assert fitted.strip() or fitted == surface
        again = mend(path, MendRequest("ada", "ada", space=True, tokens=tokens))
        assert again.spans == 0
        if mended.spans:
            project.store.undo(key[1])
        assert project.store.layer(*key) == before


def test_mended_gold_stays_settled(tmp_path):
    committee = Committee(tmp_path)
    project, document = committee.project, committee.first
    text = project.store.documents.text(document)
    project.store.put_tokens([(document, words_of(text))])
    cut = Fragment(*at(text, "orrb"))
    for name in committee.people:
        committee.mark(name, "entity", "GPE", cut)
    committee.done(document)
    adjudicate(project.path, AutoRequest(Rule.UNANIMOUS))
    assert surfaces(project, GOLD, text) == ["orrb"]
    settled = committee.bench(document).hearing
    assert not settled.open
    mended = mend(project.path, MendRequest(GOLD, "lead", tokens="expand"))
    assert "one undo in “Settle differences” takes it back" in mended.sentence()
    assert surfaces(project, GOLD, text) == ["Norrby"]
    bench = committee.bench(document)
    assert not bench.hearing.open
    assert bench.undo().name == "Mend 1 span"
    assert surfaces(project, GOLD, text) == ["orrb"]
    project.close()
