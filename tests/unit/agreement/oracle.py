"""The scorer of quotes that came with the task, as an oracle."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def load_score_quotes(shared_data: Path) -> ModuleType:
    """Return ``score_quotes.py``, or skip where it is not there."""
    path = shared_data.parent / "tools" / "score_quotes.py"
    if not path.is_file():
        pytest.skip("the scorer of quotes is not beside this checkout")
    spec = importlib.util.spec_from_file_location("score_quotes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
