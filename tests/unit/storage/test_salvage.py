"""What can be read of a damaged file is saved, the rest is named."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.errors import CancelledError, InputError
from annotator.domain.progress import Progress
from annotator.services.project import default_schema_file
from annotator.storage.salvage import salvage
from annotator.storage.store import Store
from tests.torture.child import Desk, Hands, Project
from tests.torture.gestures import make_project

SCHEMA = default_schema_file().read_text("utf-8")
PAGE = 4096


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project in which somebody worked a while, closed."""
    path = tmp_path_factory.mktemp("worked") / "news.annot"
    make_project(path, documents=40)
    with Project.open(path) as project:
        hands = Hands(Desk(project, project.annotator("ana")), random.Random(1))
        for _ in range(500):
            hands.do(hands.choose())
    return path


def annotations(path: Path) -> dict[str, str]:
    """Return id → what it is, of all annotations."""
    with closing(sqlite3.connect(path)) as database:
        return dict(
            database.execute(
                "SELECT a.id, a.kind || a.label || group_concat(f.surface)"
                " FROM annotations AS a JOIN fragments AS f ON f.annotation_id = a.id"
                " GROUP BY a.id"
            ).fetchall()
        )


def test_a_sound_file_comes_through_whole(worked: Path, tmp_path: Path) -> None:
    target = tmp_path / "saved.annot"
    report = salvage(worked, target, SCHEMA, Progress())
    assert report.lost == []
    assert annotations(target) == annotations(worked)
    with Store.open(worked) as one, Store.open(target) as other:
        assert other.check(Progress()) == []
        ana = one.annotator("ana").id
        assert other.info() == one.info()
        assert other.undo_name(ana) == one.undo_name(ana)
        for document_id in one.documents.ids():
            assert other.layer(document_id, ana) == one.layer(document_id, ana)
            assert other.suggestions.of(document_id) == one.suggestions.of(document_id)
            assert other.tokens(document_id) == one.tokens(document_id)


@pytest.mark.parametrize("seed", range(16))
def test_pages_that_are_overwritten_cost_what_was_on_them(
    worked: Path, tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    data = bytearray(worked.read_bytes())
    pages = len(data) // PAGE
    # The first page holds where every table begins; without it nothing is left.
    for page in rng.sample(range(1, pages), 1 + seed % 4):
        start = page * PAGE + rng.randrange(PAGE // 2)
        size = rng.choice((8, 200, PAGE // 2))
        data[start : start + size] = rng.randbytes(size)
    path, target = tmp_path / "damaged.annot", tmp_path / "saved.annot"
    path.write_bytes(data)
    report = salvage(path, target, SCHEMA, Progress())
    with Store.open(target) as saved:
        assert saved.check(Progress()) == []
        assert saved.documents.ids()
    before, after = annotations(worked), annotations(target)
    assert after.keys() <= before.keys()
    partly = [i for i in after if after[i] != before[i]]
    assert len(partly) == sum("part of the" in p.reason for p in report.lost)
    gone = before.keys() - after.keys()
    assert bool(gone or partly) <= bool(report.lost)
    assert path.read_bytes() == data


def test_a_file_that_ends_early_is_saved_as_far_as_it_goes(
    worked: Path, tmp_path: Path
) -> None:
    path, target = tmp_path / "damaged.annot", tmp_path / "saved.annot"
    data = worked.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3 // PAGE * PAGE])
    report = salvage(path, target, SCHEMA, Progress())
    assert report.lost
    with Store.open(target) as saved:
        assert saved.check(Progress()) == []


def test_what_is_no_database_is_refused(worked: Path, tmp_path: Path) -> None:
    path, target = tmp_path / "damaged.annot", tmp_path / "saved.annot"
    path.write_bytes(random.Random(1).randbytes(50_000))
    with pytest.raises(InputError, match=r"Nothing in .* can be read"):
        salvage(path, target, SCHEMA, Progress())
    with pytest.raises(InputError, match="exists already"):
        salvage(worked, path, SCHEMA, Progress())
    with pytest.raises(InputError, match="not there"):
        salvage(tmp_path / "none.annot", target, SCHEMA, Progress())
    assert not target.exists()


def test_a_stop_leaves_no_file(worked: Path, tmp_path: Path) -> None:
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(CancelledError):
        salvage(worked, tmp_path / "saved.annot", SCHEMA, stopped)
    assert list(tmp_path.iterdir()) == []
