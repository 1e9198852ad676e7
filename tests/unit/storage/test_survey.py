"""Zones and languages in the project file: kept, undone, merged, handed out."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.documents import LANGUAGE_SOUGHT, DocumentFilter, Survey
from annotator.domain.errors import InputError
from annotator.domain.ids import ZoneId, new_id
from annotator.domain.progress import Progress
from annotator.domain.zones import Zone, ZoneKind, recognised_zone
from annotator.storage.store import Store
from tests.unit.storage.builders import (
    DOCUMENT,
    TEXT,
    add,
    commit,
    fragment,
    record,
    suggestion,
    verdict,
)

ENTITY = frozenset({"entity"})


def zone(surface: str, kind: ZoneKind = ZoneKind.OTHER, by: str = "") -> Zone:
    return Zone(ZoneId(new_id()), *fragment(surface), kind, by)


def found(surface: str) -> Zone:
    return recognised_zone(DOCUMENT, *fragment(surface), ZoneKind.LINKS)


@pytest.fixture
def store(path: Path):
    with Store.open(path) as store:
        if not store.documents.has(DOCUMENT):
            add(store, record())
        yield store


def test_a_zone_is_everybodys_and_undone_as_it_was_done(store: Store, path: Path):
    ann = store.annotator("ann").id
    ben = store.annotator("ben").id
    mine = zone("she said", by=ann)
    commit(store, ann, "Mark as boilerplate", put_zones=(mine,))
    assert store.layer(DOCUMENT, ben).zones == {mine.id: mine}
    assert store.documents.get(DOCUMENT).zones == (mine,)
    with Store.open(path) as again:
        assert again.undo_name(ann) == "Mark as boilerplate"
        again.undo(ann)
        assert again.zones(DOCUMENT) == []
        again.redo(ann)
        assert again.zones(DOCUMENT) == [mine]
        assert again.check(Progress()) == []


def test_a_zone_outside_of_the_text_is_refused(store: Store):
    ann = store.annotator("ann").id
    for start, end in ((0, len(TEXT) + 1), (5, 5), (-1, 3)):
        wrong = Zone(ZoneId(new_id()), start, end, ZoneKind.OTHER)
        with pytest.raises(InputError, match="outside of its text"):
            commit(store, ann, put_zones=(wrong,))
    assert store.zones(DOCUMENT) == []


def test_suggestions_in_zones_are_not_counted_until_they_come_out(store: Store):
    ann = store.annotator("ann").id
    ada, she = suggestion("Ada"), suggestion("she")
    store.suggestions.put(DOCUMENT, "pipe", "1", ENTITY, [ada, she])
    commit(store, ann, put_verdicts=(verdict(she),))
    assert store.documents.row(ann, DOCUMENT).pending == 1
    mine = zone("Mayor Ada")
    commit(store, ann, put_zones=(mine,))
    assert store.documents.row(ann, DOCUMENT).pending == 0
    assert store.documents.count(ann, DocumentFilter(has_suggestions=True)) == 0
    assert store.suggestions.is_done(DOCUMENT, "pipe", "1", ENTITY)
    # Another run of the pipeline, and what it finds is hidden all the same.
    store.suggestions.put(DOCUMENT, "pipe", "1", ENTITY, [ada])
    assert store.documents.row(ann, DOCUMENT).pending == 0
    commit(store, ann, removed_zones=(mine.id,))
    assert store.documents.row(ann, DOCUMENT).pending == 1
    # The pipeline has to look at what came out of the zone.
    assert not store.suggestions.is_done(DOCUMENT, "pipe", "1", ENTITY)
    assert store.suggestions.looked_at("pipe") == [(DOCUMENT, "entity", "1")]
    store.suggestions.put(DOCUMENT, "pipe", "1", ENTITY, [ada])
    assert store.suggestions.is_done(DOCUMENT, "pipe", "1", ENTITY)


def test_a_survey_is_kept_once(store: Store):
    ann = store.annotator("ann").id
    tail = found("before the snow")
    assert store.documents_to_survey() == [DOCUMENT]
    store.put_surveys([Survey(DOCUMENT, (tail,), "en")])
    assert store.documents_to_survey() == []
    assert store.surveyed(DOCUMENT) == LANGUAGE_SOUGHT
    assert (store.zones(DOCUMENT), store.language(DOCUMENT)) == ([tail], "en")
    store.put_surveys([Survey(DOCUMENT, (found("she said"),), "de")])
    assert (store.zones(DOCUMENT), store.language(DOCUMENT)) == ([tail], "en")
    commit(store, ann, removed_zones=(tail.id,))
    assert store.zones(DOCUMENT) == []


def test_a_survey_brings_back_nothing_that_somebody_took_away(store: Store):
    ann = store.annotator("ann").id
    tail = found("before the snow")
    commit(store, ann, put_zones=(tail,), language="fr")
    commit(store, ann, removed_zones=(tail.id,))
    store.put_surveys([Survey(DOCUMENT, (tail, found("she said")), "en")])
    assert [z.id for z in store.zones(DOCUMENT)] == [found("she said").id]
    assert store.language(DOCUMENT) == "fr"


def test_zones_come_with_an_import(path: Path):
    text = "One.\nShare\n"
    with Store.open(path) as store:
        item = record(text, language="en")
        share = recognised_zone(item.document_id, 5, 10, ZoneKind.SHARING)
        with store.bulk() as bulk:
            bulk.add_document(_with(item, (share,)))
            with pytest.raises(InputError, match="outside of its text"):
                bulk.add_document(
                    _with(record("Two."), (Zone(share.id, 2, 9, share.kind),))
                )
        assert store.documents_to_survey() == [
            d for d in store.documents.ids() if d != item.document_id
        ]
        document = store.documents.get(item.document_id)
        assert document.zones == (share,)
        assert document.details.language == "en"
        assert store.check(Progress()) == []


def _with(item, zones):
    from dataclasses import replace

    return replace(item, zones=zones)


def test_the_language_is_undone_and_filtered_by(store: Store):
    ann = store.annotator("ann").id
    commit(store, ann, "Set the language to German", language="de")
    assert store.documents.get(DOCUMENT).details.language == "de"
    german, unknown = (frozenset({x}) for x in ("de", ""))
    assert store.documents.count(ann, DocumentFilter(languages=german)) == 1
    assert store.documents.count(ann, DocumentFilter(languages=unknown)) == 0
    assert store.suggestions.todo("pipe", "1", ENTITY, german) == [DOCUMENT]
    assert store.suggestions.todo("pipe", "1", ENTITY, frozenset({"en"})) == []
    store.undo(ann)
    assert store.language(DOCUMENT) == ""
    store.redo(ann)
    assert store.languages() == {"de": 1}


def test_the_later_word_on_zones_and_language_wins(store: Store, tmp_path: Path):
    """Merged in any order, any number of times."""
    ann, ben = store.annotator("ann").id, store.annotator("ben").id
    tail = found("before the snow")
    store.put_surveys([Survey(DOCUMENT, (tail,), "en")])
    files = [tmp_path / f"{name}.annot" for name in ("one", "two")]
    for file in files:
        store.backup(file)
    added = zone("she said", by=ann)
    with Store.open(files[0]) as one:
        commit(one, ann, removed_zones=(tail.id,), put_zones=(added,))
        commit(one, ann, language="sv")
    with Store.open(files[1]) as two:
        commit(two, ben, language="fi")
        two.undo(ben)
        commit(two, ben, language="nb")
    for file in (files[1], files[0], files[1]):
        with Store.open(file) as other, store.merging(other) as merger:
            merged = merger.run(Progress())
    assert not merged.is_something
    assert store.zones(DOCUMENT) == [added]
    assert store.language(DOCUMENT) == "nb"
    assert store.check(Progress()) == []
    commit(store, ann, language="da")
    with Store.open(files[1]) as other, store.merging(other) as merger:
        merger.run(Progress())
    assert store.language(DOCUMENT) == "da"


def test_a_handout_takes_zones_along_and_brings_them_back(store: Store, tmp_path: Path):
    lead, ben = store.annotator("lea").id, store.annotator("ben").id
    tail, kept = found("before the snow"), zone("she said", by=lead)
    store.put_surveys([Survey(DOCUMENT, (tail,), "en")])
    commit(store, lead, put_zones=(kept,), removed_zones=(tail.id,), language="fr")
    target = tmp_path / "ben.annot"
    store.hand_out(target, ben, [DOCUMENT], Progress())
    mark = zone("Norrby", by=ben)
    with Store.open(target) as other:
        assert other.zones(DOCUMENT) == [kept]
        assert other.documents.get(DOCUMENT).details.language == "fr"
        assert other.check(Progress()) == []
        commit(other, ben, put_zones=(mark,), removed_zones=(kept.id,))
    with Store.open(target) as other, store.merging(other) as merger:
        assert merger.run(Progress()).documents == {DOCUMENT}
    assert store.zones(DOCUMENT) == [mark]
    store.undo(lead)
    assert {z.id for z in store.zones(DOCUMENT)} == {mark.id, tail.id}
    assert store.check(Progress()) == []
