"""Whole files in, whole files out: a change of the format shows as a diff.

Each folder under ``tests/golden`` holds an ``input`` and what must come of it: the
records as this program writes them (``expected.jsonl``, without tokens' maker and
times of import) and what was left out (``problems.txt``). After a wanted change,
``python -m tests.unit.formats.test_golden`` writes the expectations anew.
"""

from __future__ import annotations

import difflib
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.progress import Progress
from annotator.domain.records import Problem, Record
from annotator.domain.resources import resource
from annotator.domain.schema_toml import load_schema
from annotator.formats.registry import ReadOptions, WriteOptions, reader_for, writer

FOLDER = Path(__file__).resolve().parents[2] / "golden"
CASES = sorted(p.parent.name for p in FOLDER.glob("*/input.*"))


def outcome(case: str, scratch: Path) -> dict[str, str]:
    """Return the files that a case's input becomes."""
    (path,) = (FOLDER / case).glob("input.*")
    records, problems = [], []
    for item in reader_for(path).read(path, ReadOptions()):
        if isinstance(item, Problem):
            problems.append(str(item))
        else:
            problems += [f"{item.where}: {loss}" for loss in item.losses]
            records.append(timeless(item))
    target = scratch / "out.jsonl"
    options = WriteOptions(load_schema(resource("schemas", "news.toml")))
    report = writer("jsonl").write(records, target, options, Progress(), 0)
    problems += [f"out: {loss}" for loss in report.losses]
    return {
        "expected.jsonl": target.read_text("utf-8"),
        "problems.txt": "".join(f"{problem}\n" for problem in problems),
    }


def timeless(record: Record) -> Record:
    """Return a record without the moment of its import."""
    if record.layer is None:
        return record
    annotations = tuple(
        replace(a, created="", modified="") if a.origin == "import" else a
        for a in record.layer.annotations
    )
    return replace(record, layer=replace(record.layer, annotations=annotations))


@pytest.mark.parametrize("case", CASES)
def test_golden(case, tmp_path):
    for name, made in outcome(case, tmp_path).items():
        expected = (FOLDER / case / name).read_text("utf-8")
        lines = (text.splitlines() for text in (expected, made))
        diff = "\n".join(difflib.unified_diff(*lines, name, "now", lineterm=""))
        assert made == expected, diff


def test_there_are_cases():
    assert len(CASES) >= 4


@pytest.mark.parametrize("case", CASES)
def test_what_was_written_is_written_alike_again(case, tmp_path, export):
    path = FOLDER / case / "expected.jsonl"
    records = list(reader_for(path).read(path, ReadOptions()))
    again, _ = export(records, "jsonl")
    assert again.read_bytes() == path.read_bytes()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        for case in CASES:
            for name, made in outcome(case, Path(scratch)).items():
                (FOLDER / case / name).write_text(made, "utf-8", newline="\n")
