"""What is in the bin is nowhere else, keeps all of its work, and comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.domain.annotations import now
from annotator.domain.documents import DocumentFilter, Status, Survey
from annotator.domain.ids import (
    AnnotatorId,
    CommentId,
    OperationId,
    SettlementId,
    new_id,
)
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.people import Assignment, Comment, TimeSpent
from annotator.domain.progress import Progress
from annotator.domain.scores import ScoreHistogram
from annotator.domain.settling import How, Settlement
from annotator.domain.text import document_id
from annotator.domain.tokens import Tokens
from annotator.domain.zones import Zone, ZoneKind
from annotator.storage.salvage import salvage
from annotator.storage.store import Store
from tests.unit.storage.builders import (
    DOCUMENT,
    TEXT,
    add,
    commit,
    mark,
    quote,
    record,
    suggestion,
    verdict,
)

OTHER_TEXT = TEXT + "\nThe Ada ferry sails again 🚢."
OTHER = document_id(OTHER_TEXT)


def fill(store: Store, ann: AnnotatorId, *, documents: tuple[str, ...]) -> None:
    """Do a bit of everything that can be done on each of some documents."""
    gold = store.annotator("gold").id
    for which in documents:
        made = suggestion("Ada", which), suggestion("Norrby", which)
        store.suggestions.put(which, "pipe", "1", frozenset({"entity"}), made)
        ada, said = mark(), quote()
        commit(store, ann, document=which, put=(ada, said), status=Status.DONE)
        commit(store, ann, document=which, put_verdicts=(verdict(made[0]),))
        settled = mark(label="ORG")
        how = Settlement(
            SettlementId(new_id()), "key", How.UNANIMOUS, ann, now(), (), settled.id
        )
        commit(store, gold, document=which, put=(settled,), put_settlements=(how,))
        comment = Comment(CommentId(new_id()), 0, 5, ann, now(), "Really?", False)
        commit(store, ann, document=which, put_comments=(comment,))
        store.assign([Assignment(ann, which, True, False, now())])
        store.add_time(TimeSpent(ann, which, "sitting", 60.0, now()))


def put_in(store: Store, who: AnnotatorId, *documents: str, out: bool = False) -> None:
    step = new_id()
    operations = []
    for which in documents:
        forward = LayerChange(which, who, bin="" if out else now())
        inverse = store.layer(which, who).inverse(forward)
        operations.append(
            Operation(OperationId(new_id()), "Remove", now(), forward, inverse, step)
        )
    assert len(store.commit_step(operations)) == len(documents)


READS: dict[str, Callable[[Store, AnnotatorId], object]] = {
    "ids": lambda s, a: s.documents.ids(),
    "list": lambda s, a: [r.id for r in s.documents.rows(a)],
    "from the end": lambda s, a: [r.id for r in s.documents.rows(a, before=99)],
    "search": lambda s, a: [r.id for r in s.documents.rows(a, DocumentFilter("ada"))],
    "symbols": lambda s, a: [r.id for r in s.documents.rows(a, DocumentFilter("👩‍💼"))],
    "assigned": lambda s, a: s.documents.count(a, DocumentFilter(assigned=True)),
    "done": lambda s, a: s.documents.count(
        a, DocumentFilter(statuses=frozenset({Status.DONE}))
    ),
    "count": lambda s, a: s.documents.count(a),
    "states": lambda s, a: s.documents.status_counts(a),
    "states of a search": lambda s, a: s.documents.status_counts(
        a, DocumentFilter("ada")
    ),
    "next": lambda s, a: getattr(
        s.documents.neighbour(a, DocumentFilter(), 0, step=1), "id", None
    ),
    "layers": lambda s, a: s.layer_keys(),
    "layer states": lambda s, a: s.layer_states(a),
    "annotation counts": lambda s, a: s.annotation_counts(),
    "languages": lambda s, a: s.languages(),
    "to survey": lambda s, a: s.documents_to_survey(),
    "without tokens": lambda s, a: s.documents_without_tokens(),
    "to suggest": lambda s, a: s.suggestions.todo("x", "1", frozenset({"entity"})),
    "pipelines": lambda s, a: s.suggestions.pipelines(),
    "makers": lambda s, a: s.suggestions.makers(),
    "looked at": lambda s, a: s.suggestions.looked_at("pipe"),
    "suggestion counts": lambda s, a: s.suggestions.counts(),
    "verdicts": lambda s, a: s.suggestions.verdict_counts(),
    "scores": lambda s, a: s.suggestions.score_histogram(a),
    "exported suggestions": lambda s, a: [r[0].id for r in s.suggestions.read(None)],
    "assignments": lambda s, a: [one.document_id for one in s.assignments()],
    "has assignments": lambda s, a: s.has_assignments(a),
    "time": lambda s, a: s.time_spent(a),
    "sittings": lambda s, a: len(s.sittings(a)),
    "settlements": lambda s, a: list(s.settlements(s.annotator("gold").id)),
    "comments": lambda s, a: s.comment_counts(),
    "lengths": lambda s, a: s.columns.lengths(),
    "titles": lambda s, a: s.columns.titles(),
    "days": lambda s, a: list(s.columns.days()),
    "zones": lambda s, a: [z[0] for z in s.columns.zones()],
    "columns": lambda s, a: sorted(s.columns.states(a)),
}


@pytest.fixture
def full(store: Store, ann: AnnotatorId) -> Store:
    """Return a project with two documents and all sorts of work on both."""
    add(store, record(OTHER_TEXT, "Ferry", language="en"))
    fill(store, ann, documents=(DOCUMENT, OTHER))
    found = [Survey(OTHER, (Zone("z", 0, 5, ZoneKind.LINKS, ""),), "en")]
    store.put_surveys(found)
    store.put_tokens([(OTHER, Tokens.of("test", [(0, 5)], [0]))])
    return store


def test_what_is_in_the_bin_is_read_nowhere(
    full: Store, ann: AnnotatorId, template: Path, tmp_path: Path
) -> None:
    """All reads are as in a project that has never had the document."""
    put_in(full, ann, OTHER)
    never = Path(shutil.copy(template, tmp_path / "never.annot"))
    with Store.open(never) as store:
        fill(store, ann, documents=(DOCUMENT,))
        for name, read in READS.items():
            found = read(full, ann)
            assert found == read(store, ann), name
            assert OTHER not in repr(found), name


def test_nothing_is_left_where_everything_is_in_the_bin(
    full: Store, ann: AnnotatorId
) -> None:
    before = {name: read(full, ann) for name, read in READS.items()}
    put_in(full, ann, OTHER, DOCUMENT)
    for name, read in READS.items():
        found = read(full, ann)
        if isinstance(found, dict):
            found = {key: value for key, value in found.items() if value}
        assert found == ScoreHistogram.of([]) or not found, name
    assert full.check(Progress()) == []
    assert full.undo(ann)
    assert {name: read(full, ann) for name, read in READS.items()} == before


def test_the_bin_tells_what_is_in_it_and_what_hangs_on_it(
    full: Store, ann: AnnotatorId
) -> None:
    put_in(full, ann, OTHER)
    (one,) = full.binned()
    assert (one.id, one.title, one.by, one.length) == (
        OTHER,
        "Ferry",
        ann,
        len(OTHER_TEXT),
    )
    assert full.count_binned() == 1
    assert full.is_binned(OTHER)
    assert not full.is_binned(DOCUMENT)
    hanging = full.hanging([OTHER])
    assert hanging.annotations == {ann: 2, full.annotator("gold").id: 1}
    assert hanging.assigned == [ann]
    assert (hanging.comments, hanging.seconds) == (1, 60.0)


def test_it_is_there_by_its_id(full: Store, ann: AnnotatorId) -> None:
    put_in(full, ann, OTHER)
    assert full.documents.has(OTHER)
    assert full.documents.get(OTHER).text == OTHER_TEXT
    assert full.documents.row(ann, OTHER).annotations == 2
    layer = full.layer(OTHER, ann)
    assert len(layer.annotations) == 2
    assert layer.bin == full.binned()[0].time


def test_undo_reaches_over_a_restart(full: Store, ann: AnnotatorId) -> None:
    put_in(full, ann, DOCUMENT, OTHER)
    path = full.path
    full.close()
    with Store.open(path) as again:
        assert again.documents.ids() == []
        assert len(again.undo(ann)) == 2
        assert again.documents.ids() == [DOCUMENT, OTHER]
        assert len(again.redo(ann)) == 2
        assert again.documents.ids() == []
        assert again.check(Progress()) == []
        again.undo(ann)


def test_undo_passes_over_what_nobody_sees(full: Store, ann: AnnotatorId) -> None:
    """Ann's newest step is in an article that the lead has thrown away."""
    lead = full.annotator("lea").id
    commit(full, ann, "Here", put=(mark("Norrby"),))
    commit(full, ann, "There", document=OTHER, put=(mark("Norrby"),))
    put_in(full, lead, OTHER)
    assert full.undo_name(ann) == "Here"
    (undone,) = full.undo(ann)
    assert undone.forward.document_id == DOCUMENT
    assert full.redo_name(ann) == "Here"
    assert full.redo(ann)
    assert full.undo_name(lead) == "Remove"
    assert full.undo(lead)
    assert full.undo_name(ann) == "There"


def test_what_changed_in_between_is_left_out(full: Store, ann: AnnotatorId) -> None:
    """Two windows throw the same article away."""
    forward = LayerChange(OTHER, ann, bin=now())
    inverse = full.layer(OTHER, ann).inverse(forward)
    operation = Operation(OperationId(new_id()), "Remove", now(), forward, inverse)
    put_in(full, ann, OTHER)
    assert full.commit_step([operation]) == []


def test_another_window_sees_it(full: Store, ann: AnnotatorId) -> None:
    with Store.open(full.path) as other:
        before = other.pulse()
        put_in(full, ann, OTHER)
        assert other.pulse() != before


def test_importing_the_text_takes_it_out(full: Store, ann: AnnotatorId) -> None:
    put_in(full, ann, OTHER)
    with full.bulk() as bulk:
        assert not bulk.add_document(record(OTHER_TEXT, "Ferry"))
        assert bulk.take_out(OTHER)
        assert not bulk.take_out(OTHER)
    assert full.documents.ids() == [DOCUMENT, OTHER]
    assert len(full.layer(OTHER, ann).annotations) == 2
    assert full.check(Progress()) == []


def merged(path: Path, other: Path) -> list[str]:
    with Store.open(path) as store, Store.open(other) as theirs:
        with store.merging(theirs) as merger:
            merger.run(Progress())
        assert store.check(Progress()) == []
        return store.documents.ids()


def test_of_two_copies_the_later_word_counts(
    full: Store, ann: AnnotatorId, tmp_path: Path
) -> None:
    path, copy = full.path, tmp_path / "copy.annot"
    full.backup(copy)
    full.close()
    old = Path(shutil.copy(copy, tmp_path / "old.annot"))
    with Store.open(copy) as store:
        put_in(store, ann, OTHER)
    binned = Path(shutil.copy(copy, tmp_path / "binned.annot"))
    with Store.open(copy) as store:
        put_in(store, ann, OTHER, out=True)
        commit(store, ann, document=OTHER, put=(mark("Norrby", "GPE"),))
    assert merged(path, binned) == [DOCUMENT]
    assert merged(path, old) == [DOCUMENT]  # which knows nothing of it
    assert merged(path, copy) == [DOCUMENT, OTHER]
    assert merged(path, binned) == [DOCUMENT, OTHER]
    assert merged(old, copy) == [DOCUMENT, OTHER]
    with Store.open(path) as store:
        assert len(store.layer(OTHER, ann).annotations) == 3


def test_work_on_it_goes_on_in_a_handout(
    full: Store, ann: AnnotatorId, tmp_path: Path
) -> None:
    path, handout = full.path, tmp_path / "ann.annot"
    full.hand_out(handout, ann, [DOCUMENT, OTHER], Progress())
    put_in(full, ann, OTHER)
    full.close()
    with Store.open(handout) as store:
        commit(store, ann, document=OTHER, put=(mark("Norrby", "GPE"),))
    assert merged(path, handout) == [DOCUMENT]
    with Store.open(path) as store:
        assert len(store.layer(OTHER, ann).annotations) == 3
        assert store.is_binned(OTHER)


def test_a_handout_of_something_in_the_bin_says_so(
    full: Store, ann: AnnotatorId, tmp_path: Path
) -> None:
    put_in(full, ann, OTHER)
    full.hand_out(tmp_path / "ann.annot", ann, [DOCUMENT, OTHER], Progress())
    with Store.open(tmp_path / "ann.annot") as store:
        assert store.documents.ids() == [DOCUMENT]
        assert store.is_binned(OTHER)
        assert store.check(Progress()) == []


def test_check_finds_a_damaged_text_in_the_bin(full: Store, ann: AnnotatorId) -> None:
    put_in(full, ann, OTHER)
    full._db.raw.execute(
        "UPDATE fragments SET surface = 'Eve' WHERE annotation_id IN"
        " (SELECT id FROM annotations WHERE document_id = ?)",
        (OTHER,),
    )
    assert any("Ferry" in str(problem) for problem in full.check(Progress()))


def test_what_is_in_the_bin_is_salvaged(
    full: Store, ann: AnnotatorId, tmp_path: Path
) -> None:
    put_in(full, ann, OTHER)
    full._db.raw.execute("INSERT INTO bin VALUES (?, ?, '')", (DOCUMENT, ann))
    assert "nobody knows since when" in str(full.check(Progress())[-1])
    path = full.path
    full.close()
    saved = tmp_path / "saved.annot"
    salvage(path, saved, 'name = "news"\n', Progress())
    with Store.open(saved) as store:
        assert store.documents.ids() == [DOCUMENT]
        assert [one.id for one in store.binned()] == [OTHER]
        assert store.check(Progress()) == []
        assert store.undo(ann)
        assert store.documents.ids() == [DOCUMENT, OTHER]
