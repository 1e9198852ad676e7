"""The scripts under packaging/ are run by path; here they are imported."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "packaging", ROOT / "packaging" / "bundle")


@pytest.fixture
def root():
    return ROOT


@pytest.fixture
def script(monkeypatch):
    """Return what imports a script by its name."""
    for folder in FOLDERS:
        monkeypatch.syspath_prepend(str(folder))
    return importlib.import_module
