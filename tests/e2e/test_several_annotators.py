"""A lead's story on the command line: assign, hand out, merge, see how far all are."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from annotator.domain.documents import Status
from annotator.services.project import Project
from tests.unit.services.handouts import Worker, dump, layers

NAMES = ("ada", "bob", "cy")


@pytest.fixture
def project(annotator, articles, tmp_path: Path) -> Path:
    path = tmp_path / "news.annot"
    assert annotator("new", path)[0] == 0
    assert annotator("import", path, articles)[0] == 0
    assert annotator("people", path, "--add", "lena", "--lead", "lena")[0] == 0
    return path


def assign(annotator, project: Path, *more: object) -> tuple[int, str, str]:
    names = ",".join(NAMES)
    return annotator("assign", project, "--annotators", names, *more)


def test_assign_hand_out_annotate_and_merge(annotator, project, tmp_path) -> None:
    code, out, _ = assign(annotator, project, "--per-document", 2, "--shared", 1)
    assert code == 0
    assert out.splitlines()[:2] == [
        "New annotators: ada, bob, cy.",
        "Documents assigned: 4. Shared by all: 1. Suggestions withheld: 0.",
    ]
    files = []
    for number, name in enumerate(NAMES):
        target = tmp_path / f"{name}.annot"
        code, out, _ = annotator("handout", project, target, "--annotator", name)
        assert code == 0
        assert out.startswith(f"{target} is for {name}: 3 assigned documents")
        Worker(target, name, number).work(20)
        with Project.open(target) as handout:
            (who,) = handout.annotators()
            assert who.name == name
        files.append(target)
    folder = tmp_path / "for them"
    folder.mkdir()
    code, out, _ = annotator(
        "handout", project, folder, "--annotator", "ada", "--annotator", "bob"
    )
    assert code == 0
    assert [line.split(" is for ")[0] for line in out.splitlines()] == [
        str(folder / "news-ada.annot"),
        str(folder / "news-bob.annot"),
    ]
    other = tmp_path / "other.annot"
    assert annotator("backup", project, other)[0] == 0
    code, out, _ = annotator("merge", project, *files)
    assert code == 0
    assert "ada.annot (ada):" in out
    assert ".before-merge.annot" in out
    shuffled = files * 2
    random.Random(5).shuffle(shuffled)
    for path in shuffled:
        assert annotator("merge", other, path)[0] == 0
    assert dump(project) == dump(other)
    done = layers(project)
    assert {name for name, _ in done} == set(NAMES)
    for path in files:
        assert layers(path).items() <= done.items()
    for path in (project, other, *files):
        assert annotator("check", path)[0] == 0
    _everybody_is_listed(annotator, project)


def _everybody_is_listed(annotator, project: Path) -> None:
    code, out, _ = annotator("people", project, "--json")
    assert code == 0
    people = {one["name"]: one for one in json.loads(out)}
    assert list(people) == ["lena", *NAMES]
    for name in NAMES:
        assert people[name]["assigned"] == 3
        assert sum(people[name]["states"].values()) == 3
        assert set(people[name]["states"]) == {status.value for status in Status}
    code, out, _ = annotator("people", project)
    assert code == 0
    assert out.splitlines()[1].endswith("lead")


def test_people_come_and_go(annotator, project) -> None:
    assert assign(annotator, project)[0] == 0
    code, out, _ = annotator("people", project, "--rename", "cy", "Cyril")
    assert code == 0
    assert "Cyril" in out
    code, out, _ = annotator("people", project, "--retire", "bob")
    assert code == 0
    assert any(x.startswith("bob") and x.endswith("retired") for x in out.splitlines())
    code, _, err = assign(annotator, project)
    assert code == 1
    assert err == "annotator: bob is retired; bring them back, or leave them out.\n"
    assert annotator("people", project, "--bring-back", "bob")[0] == 0
    assert annotator("people", project, "--lead", "bob", "--no-lead", "lena")[0] == 0
    code, _, err = annotator("people", project, "--retire", "bob")
    assert code == 1
    assert "only lead" in err


def test_suggestions_can_be_withheld(annotator, project) -> None:
    more = ("--shared", "50%", "--withhold-suggestions", "shared", "--by-words")
    code, out, _ = assign(annotator, project, *more)
    assert code == 0
    assert "Shared by all: 2. Suggestions withheld: 2." in out
    assert " words" in out.splitlines()[-1]
    code, _, err = assign(annotator, project, "--withhold-suggestions", "some")
    assert code == 1
    assert "“some” is no share" in err


def test_only_some_documents_and_all_withheld(annotator, project) -> None:
    more = ("--documents", "Norrby", "--withhold-suggestions", "all")
    code, out, _ = assign(annotator, project, *more)
    assert code == 0
    assert "Documents assigned: 1. Shared by all: 0. Suggestions withheld: 1." in out


def test_what_is_refused_changes_nothing(annotator, project, tmp_path) -> None:
    assert assign(annotator, project, "--per-document", 4)[0] == 1
    ada = tmp_path / "ada.annot"
    code, _, err = annotator("handout", project, ada, "--annotator", "ada")
    assert code == 1
    assert "no annotator ada; it has lena" in err
    assert not ada.exists()
    assert assign(annotator, project)[0] == 0
    assert annotator("handout", project, ada, "--annotator", "ada")[0] == 0
    code, _, err = annotator("handout", project, ada, "--annotator", "ada")
    assert code == 1
    assert "exists already" in err
    again = ("--annotator", "ada", "--force")
    assert annotator("handout", project, ada, *again)[0] == 0
    foreign = tmp_path / "foreign.annot"
    assert annotator("new", foreign)[0] == 0
    before = dump(project)
    code, out, err = annotator("merge", project, foreign, ada, tmp_path / "none.annot")
    assert code == 1
    assert out.count("refused.") == 2
    assert "nothing new" in out
    assert err.startswith(f"annotator: {foreign} belongs to another project")
    assert "(2 files were refused)" in err
    assert dump(project) == before
    for command in (("assign", ada, "--annotators", "x"), ("merge", ada, foreign)):
        code, _, err = annotator(*command)
        assert code == 1
        assert "handout of ada" in err
