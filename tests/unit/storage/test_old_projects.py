"""Files of every released version open, with a copy made first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from annotator.domain.documents import Status
from annotator.domain.progress import Progress
from annotator.storage import migrate
from annotator.storage.store import Store
from tests.unit.storage.builders import DOCUMENT, commit, mark

OLD = Path(__file__).parents[2] / "old_projects"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD / "version-1.annot", tmp_path / "news.annot"))


def test_there_is_a_file_of_every_version() -> None:
    assert {p.stem for p in OLD.glob("*.annot")} == {
        f"version-{number}" for number in range(1, migrate.VERSION)
    }


def test_a_file_of_version_1_is_brought_up_to_date(first: Path) -> None:
    before = first.read_bytes()
    with Store.open(first) as store:
        assert store.info().version == migrate.VERSION
        assert store.info().handout_for == ""
        assert store.check(Progress()) == []
        ann, bob = store.annotators()
        assert (ann.name, ann.retired, ann.lead) == ("ann", False, False)
        layer = store.layer(DOCUMENT, ann.id)
        assert [a.label for a in layer.annotations.values()] == ["PERSON", "direct"]
        assert layer.status is Status.DONE
        assert len(layer.links) == len(layer.verdicts) == 1
        assert len(store.layer(DOCUMENT, bob.id).annotations) == 1
        assert store.redo_name(ann.id) == "Mark LOC “Norrby”"
        assert store.place(ann.id, DOCUMENT) == {"caret": 4}
        assert store.tokens(DOCUMENT) is not None
        (kept,) = store.backups()
    copy = kept.path
    assert copy.read_bytes()[100:] == before[100:]


def test_its_history_goes_on(first: Path) -> None:
    with Store.open(first) as store:
        ann = store.annotator("ann").id
        for _ in range(7):
            assert store.undo(ann)
        assert not store.undo(ann)
        assert store.layer(DOCUMENT, ann).annotations == {}
        for _ in range(8):
            assert store.redo(ann)
        assert len(store.layer(DOCUMENT, ann).annotations) == 3
        commit(store, ann, put=(mark("Ada"),))
        assert store.check(Progress()) == []


def test_its_history_tells_what_was_changed_and_removed(first: Path) -> None:
    with Store.open(first) as store:
        ann = store.annotator("ann").id
        stamps = store._db.rows(
            "SELECT kind, removed, count(*) FROM stamps WHERE annotator_id = ?"
            " GROUP BY kind, removed ORDER BY kind, removed",
            (ann,),
        )
        # Two of the annotations are gone: one deleted, one undone.
        assert stamps == [
            ("annotation", 0, 2),
            ("annotation", 1, 2),
            ("link", 0, 1),
            ("status", 0, 1),
            ("verdict", 0, 1),
        ]
        (changed,) = store._db.rows(
            "SELECT max(made), max(moved) FROM operations WHERE annotator_id = ?",
            (ann,),
        )[:1]
        newest = store._db.value(
            "SELECT changed FROM layers WHERE annotator_id = ?", (ann,)
        )
        assert changed[0] == newest
        assert changed[1] >= newest


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD / "version-2.annot", tmp_path / "news.annot"))


def test_a_file_of_version_2_is_brought_up_to_date(second: Path) -> None:
    with Store.open(second) as store:
        assert store.info().version == migrate.VERSION
        assert store.check(Progress()) == []
        assert [(p.name, p.lead) for p in store.annotators()] == [
            ("lea", True),
            ("ann", False),
            ("gold", False),
        ]
        assert store.documents_to_survey() == store.documents.ids()
        assert store.languages() == {"": 2}
        ann = store.annotator("ann").id
        assert store.layer(DOCUMENT, ann).status is Status.DONE
        assert store.redo_name(ann) == "Mark LOC “Norrby”"
        assert [row.pending for row in store.documents.rows(ann)] == [0, 2]
        assert len(store.layer(DOCUMENT, ann).comments) == 1
        assert store.suggestions.is_done(
            store.documents.ids()[1], "pipe", "1", frozenset({"entity"})
        )


def test_the_history_of_version_2_goes_on(second: Path) -> None:
    with Store.open(second) as store:
        ann = store.annotator("ann").id
        assert store.redo(ann)
        while store.undo(ann):
            pass
        assert store.layer(DOCUMENT, ann).annotations == {}
        assert store.check(Progress()) == []


@pytest.fixture
def third(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD / "version-3.annot", tmp_path / "news.annot"))


def test_a_file_of_version_3_is_brought_up_to_date(third: Path) -> None:
    with Store.open(third) as store:
        assert store.info().version == migrate.VERSION
        assert store.check(Progress()) == []
        assert store.languages() == {"": 1, "en": 1}
        first, second = store.documents.ids()
        assert [(z.start, z.end) for z in store.zones(second)] == [(0, 48)]
        assert store.binned() == store.former_schemas() == []
        lea = store.annotator("lea").id
        assert store.undo_name(lea) == "Mark PERSON “Ada Lindqvist”"
        assert store.redo_name(lea) == "Set the language to Swedish"
        commit(store, lea, "Remove", document=second, bin="now")
        assert store.documents.ids() == [first]


def test_the_history_of_version_3_goes_on(third: Path) -> None:
    with Store.open(third) as store:
        lea = store.annotator("lea").id
        assert store.redo(lea)
        while store.undo(lea):
            pass
        assert store.languages() == {"": 2}
        assert store.check(Progress()) == []
