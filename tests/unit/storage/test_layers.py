"""Layers: what is committed is read back to the letter; undo takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.annotations import Decision, Fragment
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import new_id
from annotator.domain.layers import Layer, LayerChange
from annotator.domain.progress import Progress
from annotator.domain.text import document_id
from annotator.storage.store import Store
from tests.unit.storage.builders import (
    FAMILY,
    TEXT,
    add,
    commit,
    link,
    mark,
    quote,
    record,
    suggestion,
    verdict,
)

DOCUMENT = document_id(TEXT)


def test_an_untouched_layer_is_empty(store: Store, ann) -> None:
    assert store.layer(DOCUMENT, ann) == Layer(DOCUMENT, ann)
    assert store.layer_keys() == []


def test_everything_of_an_annotation_survives(store: Store, ann) -> None:
    attributes = {"flag": True, "off": False, "n": 1, "x": 1.0, "s": "é🙂", "y": 1e-9}
    annotation = quote(
        attributes=attributes,
        note="a\nnote “with” 🙂",
        origin="suggestion:en_core_web_sm",
        created="2024-01-02T03:04:05.678Z",
        modified="2025-01-02T03:04:05.678Z",
    )
    commit(store, ann, put=(annotation,), status=Status.DONE)
    read = store.layer(DOCUMENT, ann).annotations[annotation.id]
    assert read == annotation
    assert list(read.parts) == ["cue", "content", "speaker"]
    assert list(read.attributes) == list(attributes)
    assert [type(v) for v in read.attributes.values()] == [
        bool, bool, int, float, str, float,
    ]  # fmt: skip
    assert type(read.parts["cue"][0]) is Fragment
    assert hash(read.parts["cue"][0]) == hash(annotation.parts["cue"][0])
    with pytest.raises(AttributeError):
        read.note = "frozen all the same"
    assert replace(read, note="new").note == "new"


@pytest.mark.parametrize(
    "surface", [FAMILY, "الوزير", "אמר", "Cafe\u0301", "Noe\u0308l", "👩"]
)
def test_any_script_keeps_its_offsets(store: Store, ann, surface: str) -> None:
    annotation = mark(surface)
    commit(store, ann, put=(annotation,))
    (read,) = store.layer(DOCUMENT, ann).annotations.values()
    ((start, end),) = read.parts["mention"]
    assert store.documents.text(DOCUMENT)[start:end] == surface
    assert store._db.value("SELECT surface FROM fragments") == surface
    assert store.check(Progress()) == []


def test_a_layer_comes_in_text_order(store: Store, ann) -> None:
    wide = mark("Ada Lindqvist")
    narrow, twin, late = mark("Ada"), mark("Ada", "NORP"), mark("Norrby", "GPE")
    for annotation in (late, narrow, twin, wide):
        commit(store, ann, put=(annotation,))
    expected = [wide.id, narrow.id, twin.id, late.id]
    assert list(store.layer(DOCUMENT, ann).annotations) == expected


def test_putting_an_annotation_again_replaces_it(store: Store, ann) -> None:
    annotation = quote()
    commit(store, ann, put=(annotation,))
    smaller = annotation.with_part("speaker", ()).with_part("cue", ())
    smaller = replace(smaller, label="indirect", note="n", modified="later")
    commit(store, ann, "Clear", put=(smaller,))
    assert store.layer(DOCUMENT, ann).annotations == {annotation.id: smaller}
    assert store._db.value("SELECT count(*) FROM fragments") == 2
    single = mark(id_from := "Ada")
    assert id_from in TEXT
    single = replace(single, id=annotation.id)
    commit(store, ann, "Shrink", put=(single,))
    assert store.layer(DOCUMENT, ann).annotations == {annotation.id: single}
    assert store.check(Progress()) == []


def test_undo_and_redo_cross_documents_and_restarts(path) -> None:
    with Store.open(path) as store:
        ann = store.annotator("ann").id
        (other,) = add(store, record("Grace Hopper wrote."))
        first = mark()
        second = mark(parts={"mention": (Fragment(0, 5),)})
        one = commit(store, ann, "Mark Ada", put=(first,), status=Status.IN_PROGRESS)
        two = commit(store, ann, "Mark Grace", other, put=(second,))
    with Store.open(path) as store:
        assert (store.undo_name(ann), store.redo_name(ann)) == ("Mark Grace", None)
        assert store.undo(ann) == [two]
        assert store.layer(other, ann).annotations == {}
        assert store.undo(ann) == [one]
        assert store.layer(DOCUMENT, ann) == Layer(DOCUMENT, ann)
        assert store.undo(ann) == []
    with Store.open(path) as store:
        assert (store.undo_name(ann), store.redo_name(ann)) == (None, "Mark Ada")
        assert store.redo(ann) == [one]
        assert store.layer(DOCUMENT, ann).status is Status.IN_PROGRESS
        assert store.redo(ann) == [two]
        assert store.redo(ann) == []
        assert store.layer(other, ann).annotations == {second.id: second}
        names = [(o.name, o.undone, o.document_id) for o in store.operations(ann)]
        assert names == [
            ("Mark Grace", False, other),
            ("Mark Ada", False, DOCUMENT),
        ]
        assert len(store.operations(ann, limit=1)) == 1


def test_a_new_step_forgets_what_was_undone(store: Store, ann) -> None:
    other = store.annotator("other").id
    commit(store, other, "Theirs", put=(mark(),))
    store.undo(other)
    commit(store, ann, "One", put=(mark(),))
    commit(store, ann, "Two", put=(mark("Norrby"),))
    store.undo(ann)
    commit(store, ann, "Three", put=(mark("snow"),))
    assert store.redo_name(ann) is None
    assert [o.name for o in store.operations(ann)] == ["Three", "One"]
    assert store.redo_name(other) == "Theirs"


def test_layers_of_two_people_do_not_mix(store: Store, ann) -> None:
    other = store.annotator("other").id
    mine, theirs = mark(), mark()
    commit(store, ann, put=(mine,))
    commit(store, other, put=(theirs,))
    assert store.layer(DOCUMENT, ann).annotations == {mine.id: mine}
    assert store.layer(DOCUMENT, other).annotations == {theirs.id: theirs}
    with pytest.raises(InputError, match="another layer"):
        commit(store, ann, put=(replace(theirs, note="stolen"),))
    commit(store, ann, "Delete", removed=(theirs.id,))
    assert store.layer(DOCUMENT, other).annotations == {theirs.id: theirs}
    store.undo(ann)
    store.undo(ann)
    assert store.layer(DOCUMENT, other).annotations == {theirs.id: theirs}


def test_links_come_and_go_with_undo(store: Store, ann) -> None:
    claim, said = mark("reopen", kind="claim", label="claim"), quote()
    tie = link(claim, said)
    commit(store, ann, put=(claim, said), put_links=(tie,))
    assert store.layer(DOCUMENT, ann).links == {tie.id: tie}
    commit(store, ann, "Delete", removed=(said.id,), removed_links=(tie.id,))
    assert store.layer(DOCUMENT, ann).links == {}
    store.undo(ann)
    assert store.layer(DOCUMENT, ann).links == {tie.id: tie}


def test_a_link_that_the_change_forgot_comes_back_too(store: Store, ann) -> None:
    claim, said = mark("reopen", kind="claim", label="claim"), quote()
    commit(store, ann, "Mark", put=(claim, said))
    tie = link(claim, said)
    with store.bulk() as bulk:  # came in between, by an import
        bulk.add_layer(record(), ann, (), (tie,), Status.TODO)
    commit(store, ann, "Delete", removed=(said.id,))
    assert store.layer(DOCUMENT, ann).links == {}
    assert store.undo(ann)[0].inverse.put_links == (tie,)
    assert store.layer(DOCUMENT, ann).links == {tie.id: tie}
    (undone,) = store.undo(ann)
    assert undone.inverse.removed_links == (tie.id,)
    assert store.layer(DOCUMENT, ann).annotations == {}
    store.redo(ann)
    assert store.layer(DOCUMENT, ann).links == {tie.id: tie}
    assert store.check(Progress()) == []


def test_verdicts_come_and_go_with_undo(store: Store, ann) -> None:
    found = suggestion("Ada")
    store.suggestions.put(DOCUMENT, "pipe", "1", frozenset({"entity"}), [found])
    annotation = mark()
    accepted = replace(verdict(found, Decision.ACCEPTED), annotation_id=annotation.id)
    commit(store, ann, "Accept", put=(annotation,), put_verdicts=(accepted,))
    assert store.layer(DOCUMENT, ann).verdicts == {found.id: accepted}
    changed = verdict(found, Decision.CORRECTED)
    commit(store, ann, "Correct", put_verdicts=(changed,))
    assert store.layer(DOCUMENT, ann).verdicts == {found.id: changed}
    store.undo(ann)
    assert store.layer(DOCUMENT, ann).verdicts == {found.id: accepted}
    store.undo(ann)
    assert store.layer(DOCUMENT, ann) == Layer(DOCUMENT, ann)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"mention": (Fragment(3, len(TEXT) + 1),)}, "outside"),
        ({"mention": (Fragment(-1, 3),)}, "outside"),
        ({"mention": (Fragment(3, 3),)}, "outside"),
        ({"a": (Fragment(5, 4),), "b": (Fragment(0, 9),)}, "empty"),
        ({"mention": ()}, "no text at all"),
    ],
)
def test_a_part_outside_of_the_text_is_refused(
    store: Store, ann, parts, message: str
) -> None:
    fine = mark()
    with pytest.raises(InputError, match=message):
        commit(store, ann, put=(fine, replace(mark(), parts=parts)))
    assert store.layer(DOCUMENT, ann).annotations == {}
    assert store.undo_name(ann) is None


def test_a_value_that_json_cannot_keep_is_refused(store: Store, ann) -> None:
    with pytest.raises(InputError, match="JSON"):
        commit(store, ann, put=(mark(attributes={"big": 2**70}),))
    assert store.undo_name(ann) is None


def test_keys_name_layers_that_hold_something(store: Store, ann) -> None:
    (second,) = add(store, record("A second text."))
    zoe, bob = store.annotator("zoe").id, store.annotator("bob").id
    commit(store, zoe, put=(mark(),))
    commit(store, bob, put=(mark(),))
    commit(store, ann, "State", second, status=Status.SKIPPED)
    commit(store, ann, "Verdict", put_verdicts=(verdict(suggestion("Ada")),))
    commit(store, bob, "Nothing", second, status=Status.TODO)
    assert store.layer_keys() == [(DOCUMENT, bob), (DOCUMENT, zoe), (second, ann)]


def test_layers_are_read_in_the_order_asked(store: Store, ann) -> None:
    texts = [f"Text number {i} of many." for i in range(70)]
    documents = add(store, *(record(t, t) for t in texts))
    for document in documents[::7]:
        annotation = mark(parts={"mention": (Fragment(0, 4),)})
        commit(store, ann, "Mark", document, put=(annotation,), status=Status.DONE)
    store.put_tokens([(documents[0], record_tokens())])
    keys = [(d, ann) for d in reversed(documents)]
    read = list(store.read_layers(keys))
    assert [(d.id, layer.annotator_id) for d, layer, _ in read] == keys
    assert [d.text for d, _, _ in read] == texts[::-1]
    assert [layer for _, layer, _ in read] == [store.layer(*key) for key in keys]
    assert [tokens for *_, tokens in read] == [None] * 69 + [record_tokens()]
    with pytest.raises(InputError, match="no document"):
        list(store.read_layers([(new_id(), ann)]))


def record_tokens():
    """Return tokens of “Text number 0 of many.”."""
    from annotator.domain.tokens import Tokens

    return Tokens.of("t", [(0, 4), (5, 11), (12, 13), (14, 16), (17, 21), (21, 22)])


def test_reading_does_not_hold_others_up(store: Store, ann, path) -> None:
    documents = add(store, *(record(f"Text {i}.") for i in range(40)))
    for document in documents:
        commit(store, ann, "State", document, status=Status.DONE)
    reading = store.read_layers(store.layer_keys())
    next(reading)
    with Store.open(path) as other:
        commit(other, ann, "Late", documents[-1], status=Status.FLAGGED)
    commit(store, ann, "Mine", documents[0], status=Status.SKIPPED)
    assert [layer.status for _, layer, _ in reading][-1] is Status.FLAGGED


def test_the_log_keeps_changes_whole(store: Store, ann) -> None:
    annotation, said = mark(attributes={"a": True}), quote(note="n")
    found = suggestion("Ada")
    forward = LayerChange(
        DOCUMENT,
        ann,
        put=(annotation, said),
        removed=(new_id(),),
        put_links=(link(annotation, said),),
        removed_links=(new_id(),),
        put_verdicts=(verdict(found),),
        removed_verdicts=(new_id(),),
        status=Status.TODO,
    )
    names = (n for n in forward.__slots__ if n not in ("document_id", "annotator_id"))
    operation = commit(store, ann, **{n: getattr(forward, n) for n in names})
    assert operation.forward == forward
    assert store.undo(ann) == [operation]
    assert store.redo(ann) == [operation]
