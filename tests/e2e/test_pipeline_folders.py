"""Pipelines from folders on the command line: nothing of them runs without a yes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.services.importing import import_paths
from annotator.services.project import Project
from tests.pipeline_folders import HARMLESS, save_package, save_ruler, train


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(HARMLESS, "utf-8")
    path = tmp_path / "corpus.annot"
    with Project.create(path) as made:
        import_paths(made, [tmp_path / "a.txt"])
    return path


Command = Callable[..., tuple[int, str, str]]


def surfaces(path: Path) -> set[str]:
    with Project.open(path) as opened:
        (document_id,) = opened.store.documents.ids()
        text = opened.store.documents.text(document_id)
        return {
            text[slice(*s.parts["mention"][0])]
            for s in opened.store.suggestions.of(document_id)
        }


def test_what_one_trained_oneself_suggests_once_it_is_allowed(
    annotator: Command, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(tmp_path / "model-best")
    monkeypatch.chdir(tmp_path)
    command = ("suggest", project, "--kind", "entity", "--pipeline", "model-best")
    code, _, said = annotator(*command)
    assert code == 1
    assert len(said.splitlines()) == 1
    assert "--trust" in said
    assert surfaces(project) == set()
    code, out, said = annotator(*command, "--trust")
    assert code == 0, said
    assert "by en_trained 0.0.0+" in out
    assert surfaces(project) == {"Mira Tolk", "Jon Brask", "Velm"}
    code, out, _ = annotator("suggest", project, "--kind", "entity")
    assert code == 0
    assert "0 documents by en_trained" in out


@pytest.mark.parametrize("word", ["--trust", "--trust-pickles"])
def test_code_and_pickles_run_only_after_a_yes(
    annotator: Command, project: Path, tmp_path: Path, word: str
) -> None:
    marker = tmp_path / "marker"
    pickled = word == "--trust-pickles"
    folder = save_package(tmp_path / "en_ruler-0", marker, with_pickle=pickled)
    command = ("suggest", project, "--kind", "entity", "--pipeline", folder)
    # With pickles, a yes to the program alone is none.
    for more in ((), ("--trust",)) if pickled else ((),):
        code, _, said = annotator(*command, *more)
        assert code == 1
        (line,) = said.splitlines()
        assert ("extra.bin" if pickled else "__init__.py") in line
        assert not marker.exists()
    code, _, said = annotator(*command, word)
    assert code == 0, said
    assert marker.exists()
    assert surfaces(project) >= {"Mira Tolk", "Velm"}


def test_a_damaged_folder_is_one_sentence(
    annotator: Command, project: Path, tmp_path: Path
) -> None:
    folder = save_ruler(tmp_path / "model")
    (folder / "entity_ruler" / "patterns.jsonl").write_text("{", "utf-8")
    code, _, said = annotator("suggest", project, "--pipeline", folder, "--trust")
    assert code == 1
    (line,) = said.splitlines()
    assert "cannot be loaded" in line


def test_a_folder_that_is_gone_is_one_sentence(
    annotator: Command, project: Path, tmp_path: Path
) -> None:
    command = ("suggest", project, "--pipeline", tmp_path / "gone", "--trust")
    code, _, said = annotator(*command)
    assert code == 1
    (line,) = said.splitlines()
    assert "there is no folder" in line
