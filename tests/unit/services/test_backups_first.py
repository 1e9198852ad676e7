"""Before much of a project changes at once it is backed up, as often as needed."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.domain.errors import CancelledError, EnvironmentFault
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.services.auto_adjudicating import AutoRequest, adjudicate, as_lines
from annotator.services.backups import back_up_first, list_backups
from annotator.services.importing import import_paths
from annotator.services.mending import MendRequest, mend
from annotator.services.project import Project
from annotator.services.rulings import Rule
from annotator.storage.shelf import Why
from tests.torture.gestures import make_project
from tests.unit.services.committee import Committee
from tests.unit.services.test_backups import age, mark, marks
from tests.unit.services.test_mending import FIRST, SECOND, make, put


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a project with two articles and no work."""
    made = tmp_path / "news.annot"
    make_project(made, documents=2)
    return made


def article(folder: Path, number: int) -> Path:
    found = folder / f"{number}.txt"
    found.write_text(f"Article {number} of Norrby.", "utf-8")
    return found


def bring(path: Path, *files: Path) -> Path | None:
    with Project.open(path) as project:
        return import_paths(project, list(files)).backup


def stopped() -> Progress:
    progress = Progress()
    progress.cancel()
    return progress


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave too little room for a copy."""
    usage = shutil.disk_usage("/")._replace(free=1_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)


def test_an_import_into_a_project_without_work_needs_none(
    path: Path, tmp_path: Path
) -> None:
    assert bring(path, article(tmp_path, 1)) is None
    assert list_backups(path) == []


def test_imports_in_a_row_share_one(path: Path, tmp_path: Path) -> None:
    mark(path, 3)
    first = bring(path, article(tmp_path, 0))
    assert first is not None
    assert all(bring(path, article(tmp_path, n)) is None for n in range(1, 10))
    (kept,) = list_backups(path)
    assert (kept.path, kept.why) == (first, Why.BULK)
    assert len(articles(first)) == 2
    mark(path, 9)  # this is in no backup yet
    second = bring(path, article(tmp_path, 10))
    assert second is not None
    assert len(articles(second)) == 12
    assert marks(second) == 2


def test_after_an_hour_imports_are_worth_another_one(
    path: Path, tmp_path: Path
) -> None:
    mark(path, 3)
    first = bring(path, article(tmp_path, 0))
    assert first is not None
    age(first, hours=2)
    assert bring(path, article(tmp_path, 1)) is not None
    for old in list_backups(path):
        age(old.path, hours=3)
    moment = (datetime.now(UTC) - timedelta(hours=9)).timestamp()
    with Project.open(path) as project:
        for file in (path, path.with_name(f"{path.name}-wal")):
            os.utime(file, (moment, moment))
        assert back_up_first(project) is None, "nothing has changed since"


def test_work_that_was_merged_is_no_part_of_an_older_one(
    path: Path, tmp_path: Path
) -> None:
    from annotator.services.merging import merge_files

    copy = tmp_path / "copy.annot"
    with Project.open(path) as project:
        project.backup(copy)
    mark(copy, 20)
    mark(path, 3)  # the newest stamp stays this one
    with Project.open(path) as project:
        assert merge_files(project, [copy])[0].backup is not None
    assert bring(path, article(tmp_path, 0)) is not None


@pytest.mark.usefixtures("full_disk")
def test_an_import_that_cannot_be_backed_up_changes_nothing(
    path: Path, tmp_path: Path
) -> None:
    mark(path, 3)
    with pytest.raises(EnvironmentFault, match=r"^Nothing was changed, .* make room"):
        bring(path, article(tmp_path, 0))
    assert len(articles(path)) == 2
    assert list_backups(path) == []


def test_an_import_that_is_stopped_meanwhile_changes_nothing(
    path: Path, tmp_path: Path
) -> None:
    mark(path, 3)
    given = article(tmp_path, 0)
    with Project.open(path) as project, pytest.raises(CancelledError):
        import_paths(project, [given], progress=stopped())
    assert len(articles(path)) == 2
    assert list_backups(path) == []


def articles(path: Path) -> list[DocumentId]:
    with Project.open(path) as project:
        return project.store.documents.ids()


# -- settling by rule ----------------------------------------------------------


@pytest.fixture
def team(tmp_path: Path) -> Committee:
    team = Committee(tmp_path)
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    for name in ("ana", "ben"):
        team.mark(name, "entity", "GPE", "Norrby")
    team.done()
    return team


def test_settling_by_rule_makes_one_before_its_first_change(team: Committee) -> None:
    path = team.project.path
    report = adjudicate(path, AutoRequest())
    assert report.backup is not None
    assert as_lines(report)[-1] == f"The project as it was is in {report.backup}."
    with Project.open(report.backup) as before:
        gold = before.annotator("gold").id
        assert not before.store.layer(team.first, gold).annotations
    assert adjudicate(path, AutoRequest()).backup is None, "nothing was left to take"
    assert adjudicate(path, AutoRequest(Rule.MAJORITY)).backup is not None
    assert len(list_backups(path)) == 2


@pytest.mark.usefixtures("full_disk")
def test_settling_that_cannot_be_backed_up_changes_nothing(team: Committee) -> None:
    with pytest.raises(EnvironmentFault, match="Nothing was changed"):
        adjudicate(team.project.path, AutoRequest())
    assert team.gold() == []


# -- mending -------------------------------------------------------------------


def test_mending_several_articles_makes_one(tmp_path: Path) -> None:
    path = tmp_path / "mend.annot"
    with make(path) as project:
        put(project, "ada", FIRST, (0, 4))  # a space at the end
        put(project, "ada", SECOND, (0, 6))
    wanted = MendRequest("ada", "ada", space=True)
    with Project.open(path) as project, pytest.raises(CancelledError):
        mend(path, wanted, stopped())
    assert list_backups(path) == []
    mended = mend(path, wanted)
    assert mended.documents == 2
    assert [kept.path for kept in list_backups(path)] == [mended.backup]
    assert mended.sentence().endswith(f"The project as it was is in {mended.backup}.")


def test_mending_one_article_is_one_undo_and_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "mend.annot"
    with make(path) as project:
        put(project, "ada", FIRST, (0, 4))
    mended = mend(path, MendRequest("ada", "ada", space=True))
    assert (mended.documents, mended.backup) == (1, None)
    assert list_backups(path) == []
