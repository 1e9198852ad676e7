"""What every test gets: a fresh home, no screen, and the shared data or a skip."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from annotator.domain import wording
from annotator.domain.wording import Catalogue

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Where a run decides on a change it is the same at every run: what fails there was
# made to fail by the change. Everywhere else new cases are tried each time.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real data by others, or skip where it is not there."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the shared data folder is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def seed_article() -> str:
    """Return the scraped article the tool is for, or skip where it is not there."""
    path = SHARED / "seed" / "article.txt"
    if not path.is_file():
        pytest.skip("the seed article is not beside this checkout")
    return path.read_text("utf-8")


@pytest.fixture(autouse=True)
def _fresh_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> None:
    """Keep settings and caches of tests away from the user's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))


@pytest.fixture
def wrapped() -> Iterator[None]:
    """Let every text that can be translated be in ⟦brackets⟧."""
    wording.use(Catalogue(lambda text, n: f"⟦{text}⟧", swaps_marks=False, again=str))
    yield
    wording.use(None)
