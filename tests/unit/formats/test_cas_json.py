"""JSON CAS: the same as XMI, told by other signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.records import Problem, Record
from annotator.formats.base import Claim
from annotator.formats.cas_json import JsonCasReader
from tests.unit.formats.conftest import read, read_one
from tests.unit.formats.test_webanno import links, marks
from tests.unit.formats.test_xmi import load, ours


def test_what_cassis_makes_of_our_xmi_is_the_same_annotations(export, tmp_path):
    folder, _ = export([ours()], "xmi")
    path = tmp_path / "a.json"
    load(folder).to_json(path)
    record = read_one(path)
    expected = ours()
    assert record.text == expected.text
    assert record.details.title == expected.details.title
    found = {a.id: (a.label, a.parts, a.attributes) for a in record.layer.annotations}
    assert found == {
        a.id: (a.label, a.parts, a.attributes) for a in expected.layer.annotations
    }
    assert {k.label for k in record.layer.links} == {"made_in"}


def test_every_real_file_says_the_same_in_json_and_in_xmi(shared_data):
    folder = shared_data / "formats" / "cassis_xmi" / "json"
    pairs = 0
    for path in sorted(folder.rglob("data.json")):
        other = path.with_name("debug.xmi")
        if other.exists() and isinstance(read(other)[0], Record):
            mine, theirs = read_one(path), read_one(other)
            assert (mine.text, sorted(marks(mine))) == (
                theirs.text,
                sorted(marks(theirs)),
            )
            assert links(mine) == links(theirs)
            pairs += 1
    assert pairs == 6


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"%TYPES": {', "it is no valid JSON (line 1"),
        ("[]", "no CAS"),
        ('{"%FEATURE_STRUCTURES": [1, {"%ID": []}], "%VIEWS": {"a": 1}}', "no text"),
        ('{"%FEATURE_STRUCTURES": {"1": 2}, "%TYPES": [], "%VIEWS": 3}', "no text"),
    ],
)
def test_what_is_broken_is_refused(tmp_path, text, reason):
    path = tmp_path / "bad.json"
    path.write_text(text)
    (problem,) = read(path, "json-cas")
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_it_is_told_by_its_first_key():
    sniff = JsonCasReader().sniff
    assert sniff(Path("a.json"), b'{ "%TYPES" : {}') is Claim.SURE
    assert sniff(Path("a.json"), b'{"text": "%TYPES"}') is Claim.NO
