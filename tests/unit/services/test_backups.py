"""Backups are made when they must be, are whole, few, and can be gone back to."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.domain.annotations import Fragment
from annotator.domain.errors import CancelledError, EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.services.backups import back_up_daily, list_backups, restore
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.storage import shelf
from annotator.storage.shelf import Why
from tests.torture.gestures import make_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a project with two articles."""
    made = tmp_path / "news.annot"
    make_project(made, documents=2)
    return made


def mark(path: Path, start: int) -> None:
    with Project.open(path) as project:
        desk = Desk(project, project.annotator("ana"))
        desk.open(project.store.documents.ids()[0])
        assert desk.mark("entity", "PERSON", [Fragment(start, start + 3)])


def marks(path: Path) -> int:
    with Project.open(path) as project:
        assert project.check(Progress()) == []
        layer = project.store.layer(
            project.store.documents.ids()[0], project.annotator("ana").id
        )
        return len(layer.annotations)


def age(path: Path, hours: int) -> Path:
    """Make a backup older than it is."""
    moment = datetime.now(UTC) - timedelta(hours=hours)
    name, _, why, suffix = path.name.split(".")
    return path.rename(
        path.with_name(f"{name}.{moment:%Y-%m-%d-%H%M%S}-000.{why}.{suffix}")
    )


def test_once_a_day_and_only_if_something_changed(path: Path) -> None:
    with Project.open(path) as project:
        first = back_up_daily(project)
        assert first is not None
        assert back_up_daily(project) is None
        age(first, hours=30)
        os.utime(path, (1, 1))
        wal = path.with_name(f"{path.name}-wal")
        os.utime(wal, (1, 1))
        assert back_up_daily(project) is None, "nothing has changed since"
        os.utime(path)
        assert back_up_daily(project) is not None
    assert [kept.why for kept in list_backups(path)] == [Why.DAILY, Why.DAILY]


def test_large_ones_are_kept_as_far_as_there_is_room_and_two_in_any_case(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(path) as project:
        made = [project.store.keep_backup(Why.DAILY)]
        monkeypatch.setattr(shelf, "KEPT_BYTES", 3.5 * made[0].stat().st_size)
        made += [project.store.keep_backup(Why.DAILY) for _ in range(4)]
        assert [kept.path for kept in list_backups(path)] == made[:1:-1]
        monkeypatch.setattr(shelf, "KEPT_BYTES", 0)
        made.append(project.store.keep_backup(Why.DAILY))
        assert [kept.path for kept in list_backups(path)] == made[:3:-1]


def test_a_copy_never_fills_the_disk(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=100_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with Project.open(path) as project:
        with pytest.raises(EnvironmentFault, match=r"0\.1 MB are free there"):
            project.backup(tmp_path / "copy.annot")
        assert not list(tmp_path.glob("*copy*"))


def test_the_daily_one_can_be_stopped(path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with Project.open(path) as project, pytest.raises(CancelledError):
        back_up_daily(project, progress)
    assert list_backups(path) == []


def test_only_so_many_are_kept_of_each_reason(path: Path) -> None:
    with Project.open(path) as project:
        project.store.keep_backup(Why.MERGE)
        made = [project.store.keep_backup(Why.DAILY, limit=2) for _ in range(4)]
    kept = list_backups(path)
    assert {k.path for k in kept if k.why is Why.DAILY} == set(made[-2:])
    assert sum(k.why is Why.MERGE for k in kept) == 1


def test_going_back_keeps_what_was_there(path: Path) -> None:
    mark(path, 3)
    with Project.open(path) as project:
        project.store.keep_backup(Why.DAILY)
    mark(path, 9)
    assert marks(path) == 2
    done = restore(path, list_backups(path)[0].path)
    assert marks(path) == 1
    assert done.before is not None
    restore(path, done.before)
    assert marks(path) == 2
    assert [k.why for k in list_backups(path)] == [Why.RESTORE, Why.RESTORE, Why.DAILY]


def test_a_project_that_is_damaged_or_gone_is_gone_back_to(path: Path) -> None:
    mark(path, 3)
    with Project.open(path) as project:
        kept = project.store.keep_backup(Why.DAILY)
    path.write_bytes(b"not a database at all" * 999)
    assert [k.path for k in list_backups(path)] == [kept]
    done = restore(path, kept)
    assert marks(path) == 1
    assert done.before == path.with_name("news.damaged.annot")
    path.unlink()
    assert restore(path, list_backups(path)[0].path).before is None
    assert marks(path) == 1


def test_what_cannot_take_its_place_is_refused(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.annot"
    make_project(other, documents=1)
    before = path.read_bytes()
    with pytest.raises(InputError, match="backup of another project"):
        restore(path, other)
    with pytest.raises(InputError, match="is the project itself"):
        restore(path, path)
    with pytest.raises(InputError, match="not there"):
        restore(path, tmp_path / "none.annot")
    text = tmp_path / "text.annot"
    text.write_text("hello")
    with pytest.raises(InputError, match="not an Annotator project"):
        restore(path, text)
    assert path.read_bytes() == before


def test_an_open_project_is_not_replaced(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "copy.annot"))
    with Project.open(path):
        refused = pytest.raises(InputError, match="is open in another window")
        with refused:
            restore(path, copy)
    restore(path, copy)


def test_a_stop_leaves_everything_as_it_was(path: Path, tmp_path: Path) -> None:
    mark(path, 3)
    copy = Path(shutil.copy(path, tmp_path / "copy.annot"))
    mark(path, 9)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(CancelledError):
        restore(path, copy, stopped)
    with Project.open(path) as project, pytest.raises(CancelledError):
        project.backup(tmp_path / "new.annot", stopped)
    assert marks(path) == 2
    assert not list(tmp_path.glob("*.part*"))
    assert not (tmp_path / "new.annot").exists()


def test_a_backup_that_does_not_read_back_is_none(
    path: Path, tmp_path: Path, monkeypatch
) -> None:
    """The disk writes something else than it was given."""
    from annotator.storage import backup

    real = backup._copy

    def spoil(database, copy, progress) -> None:
        real(database, copy, progress)
        place = copy.execute("PRAGMA database_list").fetchone()[2]
        copy.execute("PRAGMA journal_mode = DELETE")
        (pages,) = copy.execute("PRAGMA page_count").fetchone()
        with Path(place).open("r+b") as file:
            for page in range(2, pages):
                file.seek(page * 4096)
                file.write(b"\xff" * 64)

    monkeypatch.setattr(backup, "_copy", spoil)
    with (
        Project.open(path) as project,
        pytest.raises((EnvironmentFault, InputError), match=r"read back|damaged"),
    ):
        project.backup(tmp_path / "copy.annot")
    assert not (tmp_path / "copy.annot").exists()


def test_a_handout_has_backups_of_its_own(path: Path, tmp_path: Path) -> None:
    from annotator.services.handing_out import hand_out

    with Project.open(path) as project:
        project.annotator("ana")
        project.store.keep_backup(Why.DAILY)
        hand_out(project, "ana", tmp_path / "ana.annot")
    assert list_backups(tmp_path / "ana.annot") == []
    assert len(list_backups(path)) == 1


def test_where_nothing_can_be_written(path: Path, monkeypatch, tmp_path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(shelf, "_shelf", lambda: tmp_path / "file")
    with (
        Project.open(path) as project,
        pytest.raises(EnvironmentFault, match="No backup could be made"),
    ):
        project.store.keep_backup(Why.DAILY)
