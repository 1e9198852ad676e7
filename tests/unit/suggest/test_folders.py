from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest

from annotator.domain.errors import InputError
from annotator.suggest import trust as trusting
from annotator.suggest.folders import is_folder_name, read_folder
from annotator.suggest.pipelines import find, label_of
from annotator.suggest.trust import UntrustedPipelineError, trust, trust_file
from tests.pipeline_folders import rename, save_package, save_ruler


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_ruler(tmp_path_factory.mktemp("saved") / "model-best")


@pytest.fixture
def folder(saved: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(saved, tmp_path / "model-best"))


def test_a_folder_is_described_without_being_loaded(folder: Path) -> None:
    found = read_folder(folder)
    assert (found.name, found.version, found.author) == (
        "en_ruler",
        "0.0.0",
        "Ada Brook",
    )
    assert found.language == "en"
    assert found.pickles == found.code == ()
    assert label_of(str(folder)) == ("en_ruler", "en")


def test_it_is_not_found_until_somebody_allows_it_as_it_is(folder: Path) -> None:
    with pytest.raises(UntrustedPipelineError, match="--trust"):
        find(str(folder))
    trust(read_folder(folder))
    info = find(str(folder))
    assert info.name == "en_ruler"
    assert info.source == str(folder)
    assert info.version.startswith("0.0.0+")
    (folder / "vocab" / "strings.json").write_text("[]", "utf-8")
    with pytest.raises(UntrustedPipelineError):
        find(str(folder))


def test_the_answer_goes_with_the_content_not_the_place(
    folder: Path, tmp_path: Path
) -> None:
    trust(read_folder(folder))
    moved = folder.rename(tmp_path / "elsewhere")
    assert find(str(moved)).name == "en_ruler"


def test_a_damaged_answer_counts_as_none(folder: Path) -> None:
    trust(read_folder(folder))
    trust_file().write_text("[[[", "utf-8")
    with pytest.raises(UntrustedPipelineError):
        find(str(folder))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ner/model", pickle.dumps({"a": 1}, protocol=5)),
        ("plain.txt", pickle.dumps(["x"], protocol=0)),
        ("weights.bin", b"PK\x03\x04" + b"x" * 3_000_000 + b"archive/data.pkl"),
        ("anything.joblib", b""),
    ],
)
def test_pickles_are_known_by_content_and_need_a_word_of_their_own(
    folder: Path, name: str, content: bytes
) -> None:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    found = read_folder(folder)
    assert found.pickles == (name,)
    trust(found)
    with pytest.raises(UntrustedPipelineError, match=name):
        find(str(folder))
    trust(found, pickles=True)
    assert find(str(folder)).folder == found


def test_an_array_of_objects_is_a_pickle_and_one_of_numbers_is_not(
    folder: Path,
) -> None:
    np.save(folder / "objects.npy", np.array([{"a": 1}], dtype=object))
    np.save(folder / "numbers.npy", np.arange(3))
    assert read_folder(folder).pickles == ("objects.npy",)


def test_python_files_are_named(tmp_path: Path) -> None:
    package = save_package(tmp_path / "made", tmp_path / "marker")
    found = read_folder(package)
    assert found.code == ("__init__.py",)
    assert found.is_package
    assert found.path == package / "en_ruler"
    assert not (tmp_path / "marker").exists()


def test_links_lead_nowhere(folder: Path) -> None:
    (folder / "more").symlink_to(folder.parent)
    with pytest.raises(InputError, match="no ordinary file"):
        read_folder(folder)


@pytest.mark.parametrize(
    "content", [b"", b"[", b"[]", b"{}", b'{"lang": 3}', b"[" * 100_000, b"\xff\xfe{"]
)
def test_a_damaged_description_is_one_sentence(folder: Path, content: bytes) -> None:
    (folder / "meta.json").write_bytes(content)
    with pytest.raises(InputError, match="does not describe a pipeline"):
        read_folder(folder)


def test_no_folder_and_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no folder"):
        read_folder(tmp_path / "none")
    with pytest.raises(InputError, match="is no pipeline"):
        read_folder(tmp_path)


def test_a_name_cannot_break_a_line(folder: Path) -> None:
    rename(folder, "a\nb" * 200)
    name = read_folder(folder).name
    assert name.startswith("en_a b")
    assert "\n" not in name
    assert len(name) < 120


def test_the_answers_are_kept_with_the_user(folder: Path) -> None:
    trust(read_folder(folder))
    assert str(folder) in trust_file().read_text("utf-8")
    assert trusting.is_trusted(read_folder(folder))


def test_names_and_places_are_told_apart() -> None:
    assert is_folder_name("./model-best")
    assert is_folder_name("/srv/model-best")
    assert not is_folder_name("en_core_web_sm")
