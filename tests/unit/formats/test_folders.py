"""Folders of an export: whole or not at all, and nobody's files are lost."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.documents import Details
from annotator.domain.errors import EnvironmentFault, InputError
from annotator.formats.folders import LISTING, FileNames, replacing_folder
from tests.unit.formats import making


def fill(target: Path, **files: str) -> None:
    with replacing_folder(target) as folder:
        for name, content in files.items():
            folder.write(f"inner/{name}.txt", content.encode())


def fail_to_fill(target: Path) -> None:
    with replacing_folder(target) as folder:
        folder.write("two.txt", b"2")
        raise RuntimeError


def files_in(target: Path) -> dict[str, str]:
    return {
        path.stem: path.read_text()
        for path in target.rglob("*")
        if path.is_file() and path.name != LISTING
    }


def test_a_folder_is_written_and_written_again(tmp_path):
    target = tmp_path / "out"
    fill(target, one="1", two="2")
    assert files_in(target) == {"one": "1", "two": "2"}
    fill(target, three="3")
    assert files_in(target) == {"three": "3"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "out").mkdir()
    fill(tmp_path / "out", one="1")
    assert files_in(tmp_path / "out") == {"one": "1"}


def test_what_goes_wrong_leaves_what_was_there(tmp_path):
    target = tmp_path / "out"
    fill(target, one="1")
    with pytest.raises(RuntimeError):
        fail_to_fill(target)
    assert files_in(target) == {"one": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_of_the_users_is_refused(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match=r"thesis\.txt, which no export wrote"):
        fill(tmp_path / "out", one="1")
    assert files_in(tmp_path / "out") == {"thesis": "mine"}


def test_a_file_added_or_changed_since_is_not_lost(tmp_path):
    target = tmp_path / "out"
    fill(target, one="1")
    (target / "inner" / "one.txt").write_text("edited")
    with pytest.raises(InputError, match="changed after it was exported"):
        fill(target, two="2")
    (target / "inner" / "one.txt").write_text("1")
    (target / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match=r"notes\.txt"):
        fill(target, two="2")


def test_a_file_in_the_way_is_refused(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InputError, match="is a file"):
        fill(tmp_path / "out", one="1")


def test_a_missing_place_is_named(tmp_path):
    with pytest.raises(EnvironmentFault, match="could not be written"):
        fill(tmp_path / "nowhere" / "out", one="1")


def test_a_zip_is_written_whole_or_not_at_all(tmp_path):
    target = tmp_path / "out.zip"
    fill(target, one="1")
    first = target.read_bytes()
    with zipfile.ZipFile(target) as package:
        assert package.read("inner/one.txt") == b"1"
    with pytest.raises(RuntimeError):
        fail_to_fill(target)
    assert target.read_bytes() == first
    fill(target, one="1")
    assert target.read_bytes() == first


def test_names_are_told_from_titles_and_never_twice_the_same():
    record = replace(making.record("Some text."), details=Details(title="A/B: ‘Ü’ …"))
    names = FileNames()
    made = [names.of(record, "Ada"), names.of(record, "ada"), names.of(record)]
    start = f"A-B-Ü-{record.document_id[:8]}"
    assert made == [f"{start}.Ada", f"{start}.ada-2", start]
    assert names.of(replace(record, details=Details(title="…"))).startswith("document-")
