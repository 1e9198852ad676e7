"""A project file with one document for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain.ids import AnnotatorId
from annotator.storage.store import Store
from tests.unit.storage.builders import add, record


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the file that every test gets a copy of."""
    path = tmp_path_factory.mktemp("template") / "project.annot"
    with Store.create(path, schema_toml='name = "news"\n', name="Norrby") as store:
        add(store, record())
        store.annotator("ann")
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """Return a project file of the test's own."""
    return Path(shutil.copy(template, tmp_path / "project.annot"))


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Open the project file."""
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def ann(store: Store) -> AnnotatorId:
    """Return the annotator."""
    return store.annotator("ann").id
