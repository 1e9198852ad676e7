"""The short form of the torture runs; the long one is ``python -m tests.torture``."""

from __future__ import annotations

import sys

import pytest

from tests.torture import full_disk, fuzz, kills, two_windows


def test_no_acknowledged_edit_is_lost_by_kills(tmp_path) -> None:
    outcome = kills.run(tmp_path, kills=8, edits=400)
    assert outcome.faults == []
    assert outcome.kills == 8
    assert outcome.edits > 100


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of files there")
def test_a_disk_that_takes_no_more_costs_the_gesture_and_is_named(tmp_path) -> None:
    outcome = full_disk.run_limited(tmp_path, rounds=4, edits=160)
    assert outcome.faults == []
    assert outcome.refused > 20
    assert all("disk" in sentence for sentence in outcome.sentences)


@pytest.mark.skipif(not full_disk.can_mount(), reason="only root can make a small disk")
def test_a_full_disk_costs_the_gesture_and_is_named(tmp_path) -> None:
    outcome = full_disk.run_full(tmp_path, rounds=4, edits=160)
    assert outcome.faults == []
    assert outcome.refused > 20
    assert outcome.sentences == {
        "… could not be used: the disk is full; make room and do it again."
    }


@pytest.mark.parametrize("names", [("ana", "ben"), ("ana", "ana")])
def test_two_windows_lose_nothing_and_show_what_is(tmp_path, names) -> None:
    outcome = two_windows.run(tmp_path, names=names, edits=150)
    assert outcome.faults == []
    assert outcome.edits == 300


@pytest.mark.skipif(sys.platform == "win32", reason="no alarm there")
def test_spoilt_files_are_read_or_refused_and_do_no_harm(tmp_path) -> None:
    outcome = fuzz.run(tmp_path, inputs=40)
    assert outcome.faults == []
    assert outcome.edits == 40
    assert 3 < outcome.refused < 37
