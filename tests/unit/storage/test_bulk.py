"""Bulk import: all or nothing, and the same file twice adds nothing."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.ids import new_id
from annotator.domain.progress import Progress
from annotator.domain.tokens import Tokens
from annotator.storage import bulk as bulk_module
from annotator.storage.store import Store
from tests.benchmarks.corpus import records
from tests.unit.storage.builders import (
    DOCUMENT,
    TEXT,
    commit,
    fragment,
    link,
    mark,
    quote,
    record,
    suggestion,
)


def _import_all(store: Store, items) -> tuple[int, int]:
    """Import records as an import service does; return new documents, annotations."""
    documents = annotations = 0
    with store.bulk() as bulk:
        for item in items:
            documents += bulk.add_document(item)
            layer = item.layer
            who = bulk.annotator(layer.annotator).id
            annotations += bulk.add_layer(
                item, who, layer.annotations, layer.links, layer.status
            )
    return documents, annotations


def test_importing_again_adds_nothing(store: Store) -> None:
    items = list(records(12))
    assert _import_all(store, items) == (12, 12 * 87)
    before = store._db.rows("SELECT * FROM annotations ORDER BY id")
    assert _import_all(store, items) == (0, 0)
    assert store._db.rows("SELECT * FROM annotations ORDER BY id") == before
    assert store.check(Progress()) == []


@pytest.mark.parametrize("flush_rows", [1, 100, 10**6])
def test_twice_in_one_import_is_once(store: Store, monkeypatch, flush_rows) -> None:
    monkeypatch.setattr(bulk_module, "FLUSH_ROWS", flush_rows)
    items = list(records(4))
    assert _import_all(store, items + items[::-1]) == (4, 4 * 87)
    assert store.check(Progress()) == []


def test_a_second_project_reads_the_same(store: Store, tmp_path) -> None:
    _import_all(store, records(5))
    ann = store.annotator("ann").id
    claim, said = mark("reopen", "claim", kind="claim"), quote(attributes={"a": 1.0})
    tie, back = link(claim, said), link(said, claim)
    commit(store, ann, put=(said, claim), put_links=(tie, back), status=Status.FLAGGED)
    read = list(store.read_layers(store.layer_keys()))
    with Store.create(tmp_path / "b.annot", schema_toml="", name="b") as other:
        with other.bulk() as bulk:
            for document, layer, tokens in read:
                item = record(document.text, tokens=tokens)
                item = replace(item, details=document.details)
                bulk.add_document(item)
                name = "ann" if layer.annotator_id == ann else "ada"
                who = bulk.annotator(name).id
                put = tuple(layer.annotations.values())
                links = tuple(layer.links.values())
                added = bulk.add_layer(item, who, put, links, layer.status)
                assert added == len(put)
        again = list(other.read_layers(other.layer_keys()))
        assert again == read
        for (_, one, _), (_, two, _) in zip(read, again, strict=True):
            assert list(one.annotations) == list(two.annotations)
            assert list(one.links) == list(two.links)
            for a, b in zip(
                one.annotations.values(), two.annotations.values(), strict=True
            ):
                assert list(a.parts) == list(b.parts)


@pytest.mark.parametrize("error", [CancelledError, KeyboardInterrupt, ValueError])
def test_anything_raised_takes_all_back(store: Store, error, monkeypatch) -> None:
    monkeypatch.setattr(bulk_module, "FLUSH_ROWS", 50)

    def run() -> None:
        with store.bulk() as bulk:
            bulk.set_schema_toml("changed")
            person = bulk.annotator("somebody").id
            for item in records(5):
                bulk.add_document(item)
                bulk.add_layer(item, person, item.layer.annotations, (), Status.DONE)
            raise error("stop")

    with pytest.raises(error):
        run()
    assert store.documents.ids() == [DOCUMENT]
    assert [a.name for a in store.annotators()] == ["ann"]
    assert store.schema_toml() == 'name = "news"\n'
    assert store.check(Progress()) == []
    assert _import_all(store, records(1)) == (1, 87)


def test_the_file_may_be_read_meanwhile(store: Store, path) -> None:
    with Store.open(path) as other, store.bulk() as bulk:
        for item in records(3):
            bulk.add_document(item)
        bulk.flush()
        assert other.documents.ids() == [DOCUMENT]
    assert len(store.documents.ids()) == 4


def test_layers_may_be_read_during_an_import(store: Store, ann) -> None:
    with store.bulk() as bulk:
        bulk.add_layer(record(), ann, (mark(),), (), Status.DONE)
        bulk.flush()
        assert len(store.layer(DOCUMENT, ann).annotations) == 1
        assert store.layer_keys() == [(DOCUMENT, ann)]


def test_the_collector_is_left_as_it_was(store: Store) -> None:
    for before in (gc.disable, gc.enable):
        before()
        _import_all(store, records(2))
        assert len(list(store.read_layers(store.layer_keys()))) == 2
        assert gc.isenabled() is (before is gc.enable)


def test_tokens_come_along_with_new_documents(store: Store) -> None:
    tokens = Tokens.of("t", [(0, 5)], [0])
    with store.bulk() as bulk:
        assert bulk.add_document(record("Hello world.", tokens=tokens))
        assert not bulk.add_document(record(tokens=tokens))
        assert not bulk.add_document(record("Hello world."))
        bulk.set_schema_toml("new")
    assert store.tokens(record("Hello world.").document_id) == tokens
    assert store.tokens(DOCUMENT) is None
    assert store.documents_without_tokens() == [DOCUMENT]
    assert store.schema_toml() == "new"


def test_what_the_annotator_did_wins(store: Store, ann) -> None:
    mine = mark(note="mine")
    commit(store, ann, put=(mine,), status=Status.DONE)
    theirs = (replace(mine, note="file", label="ORG"), mark("snow"))
    with store.bulk() as bulk:
        assert bulk.add_layer(record(), ann, theirs, (), Status.FLAGGED) == 1
    layer = store.layer(DOCUMENT, ann)
    assert layer.annotations[mine.id] == mine
    assert layer.status is Status.DONE
    assert store.undo_name(ann) == "Mark"
    store.undo(ann)
    assert list(store.layer(DOCUMENT, ann).annotations) == [theirs[1].id]


def test_a_state_is_taken_where_there_is_none(store: Store, ann) -> None:
    commit(store, ann, put=(mark(),))
    with store.bulk() as bulk:
        bulk.add_layer(record(), ann, (), (), Status.DONE)
        bulk.add_layer(record(), ann, (), (), Status.TODO)
    assert store.layer(DOCUMENT, ann).status is Status.DONE


def test_an_id_stays_in_its_layer(store: Store, ann) -> None:
    claim, said = mark("reopen", "claim", kind="claim"), quote()
    tie = link(claim, said)
    with store.bulk() as bulk:
        other = bulk.annotator("other").id
        assert bulk.add_layer(record(), ann, (claim, said), (tie,), Status.TODO) == 2
        assert bulk.add_layer(record(), other, (claim, said), (tie,), Status.TODO) == 0
    assert store.layer(DOCUMENT, ann).links == {tie.id: tie}
    assert store.layer(DOCUMENT, other).annotations == {}
    assert store.layer(DOCUMENT, other).links == {}
    assert store.check(Progress()) == []


def test_links_may_join_old_and_new(store: Store, ann) -> None:
    old, new = quote(), mark("reopen", "claim", kind="claim")
    commit(store, ann, put=(old,))
    tie = link(new, old)
    with store.bulk() as bulk:
        bulk.add_layer(record(), ann, (new,), (tie,), Status.TODO)
        bulk.add_layer(record(), ann, (new,), (tie,), Status.TODO)
    assert store.layer(DOCUMENT, ann).links == {tie.id: tie}


def test_a_bad_record_costs_itself(store: Store, ann) -> None:
    fine, outside = mark(), mark(parts={"mention": (Fragment(0, len(TEXT) + 1),)})
    lone = replace(link(fine, fine), target=new_id())
    with store.bulk() as bulk:
        with pytest.raises(InputError, match="outside of its text"):
            bulk.add_layer(record(), ann, (fine, outside), (), Status.TODO)
        with pytest.raises(InputError, match="does not have"):
            bulk.add_layer(record(), ann, (fine,), (lone,), Status.TODO)
        good = mark("snow")
        assert bulk.add_layer(record(), ann, (good,), (), Status.TODO) == 1
    assert store.layer(DOCUMENT, ann).annotations == {good.id: good}
    assert store.check(Progress()) == []


def test_suggestions_are_added_once(store: Store) -> None:
    found = [suggestion("Ada"), suggestion("snow")]
    text = "A new text about Ada."
    other = replace(suggestion("Ada", record(text).document_id))
    other = replace(other, parts={"mention": (fragment("Ada", text),)})
    with store.bulk() as bulk:
        bulk.add_document(record(text))
        assert bulk.add_suggestions(record(text), "pipe", "1", [other]) == 1
        assert bulk.add_suggestions(record(), "pipe", "1", found) == 2
        assert bulk.add_suggestions(record(), "pipe", "1", found) == 0
        wide = replace(found[0], parts={"mention": (Fragment(0, 9999),)})
        with pytest.raises(InputError, match="outside"):
            bulk.add_suggestions(record(), "pipe", "1", [wide])
    assert store.suggestions.of(DOCUMENT) == found
    assert store.suggestions.pipelines() == [("pipe", "1")]
    assert store.suggestions.todo("pipe", "1", frozenset({"entity"})) != []
