"""What goes wrong with pipelines is said in the language of whoever reads it."""

from __future__ import annotations

import queue
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.errors import AnnotatorError, EnvironmentFault
from annotator.domain.ids import DocumentId
from annotator.suggest.client import Worker
from annotator.suggest.folders import read_folder
from annotator.suggest.pipelines import find
from annotator.suggest.trust import trust
from tests.pipeline_folders import HARMLESS, save_ruler

PATIENCE = 120


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_ruler(tmp_path_factory.mktemp("saved") / "model-best")


def answer_of(folder: Path) -> Any:
    """Return the first that is heard of a worker who was given one document."""
    trust(read_folder(folder))
    heard: queue.SimpleQueue[Any] = queue.SimpleQueue()
    worker = Worker(str(folder), heard.put, heard.put)
    try:
        worker.submit(DocumentId("0" * 32), HARMLESS)
        return heard.get(timeout=PATIENCE)
    finally:
        worker.close()


@pytest.mark.usefixtures("wrapped")
def test_a_pipeline_that_cannot_be_loaded_says_so_through_the_worker(
    tmp_path: Path,
) -> None:
    folder = save_ruler(tmp_path / "model")
    (folder / "entity_ruler" / "patterns.jsonl").write_text("{", "utf-8")
    said = answer_of(folder)
    assert said.startswith("⟦the pipeline en_ruler (")
    assert said.endswith("⟧")
    assert "ValueError" in said


@pytest.mark.usefixtures("wrapped")
def test_a_document_that_a_component_fails_on_says_so_too(tmp_path: Path) -> None:
    folder = save_ruler(tmp_path / "en_ruler")
    (folder / "__init__.py").write_text(
        "import spacy\n"
        "from pathlib import Path\n"
        "@spacy.Language.component('failing')\n"
        "def failing(doc):\n"
        "    raise ValueError('no such rule')\n"
        "def load(**overrides):\n"
        "    nlp = spacy.load(Path(__file__).parent, **overrides)\n"
        "    nlp.add_pipe('failing')\n"
        "    return nlp\n",
        "utf-8",
    )
    result = answer_of(folder)
    assert result.error == (
        "⟦the pipeline en_ruler failed on this document: ValueError: no such rule⟧"
    )
    assert result.tokens is not None


@pytest.mark.usefixtures("wrapped")
@pytest.mark.parametrize("spoil", ["none", "file", "folder", "meta", "untrusted"])
def test_a_folder_that_is_of_no_use(saved: Path, tmp_path: Path, spoil: str) -> None:
    folder = tmp_path / "model"
    if spoil == "file":
        folder.write_text("", "utf-8")
    elif spoil == "folder":
        folder.mkdir()
    elif spoil == "meta":
        save_ruler(folder)
        (folder / "meta.json").write_text("[", "utf-8")
    elif spoil == "untrusted":
        folder = saved
    with pytest.raises(AnnotatorError) as caught:
        find(str(folder))
    said = str(caught.value)
    assert said.startswith("⟦")
    assert said.endswith("⟧")


@pytest.mark.parametrize("name", ["en_core_web_sm", "de_core_news_sm"])
def test_the_program_without_python_does_not_tell_to_install_packages(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("annotator.suggest.pipelines.installed", list)
    with pytest.raises(EnvironmentFault, match="install it with"):
        find(name)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(EnvironmentFault) as caught:
        find(name)
    assert "pip" not in str(caught.value).replace("pipeline", "").lower().split()
    assert "spacy download" not in str(caught.value)
    assert "Pipeline from a folder" in str(caught.value)
