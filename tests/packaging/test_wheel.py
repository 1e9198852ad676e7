"""The wheel and the source archive carry what the program needs."""

import subprocess
import sys
import tarfile
import zipfile

import pytest

from annotator import __version__


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    from tests.packaging.conftest import ROOT

    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


def test_the_wheel_carries_program_and_resources(built, root):
    with zipfile.ZipFile(built / f"annotator-{__version__}-py3-none-any.whl") as wheel:
        names = set(wheel.namelist())
        points = wheel.read(f"annotator-{__version__}.dist-info/entry_points.txt")
    for path in (root / "resources").rglob("*"):
        if path.is_file():
            inside = path.relative_to(root / "resources").as_posix()
            assert f"annotator/_resources/{inside}" in names
    modules = {
        path.relative_to(root).as_posix()
        for path in (root / "annotator").rglob("*.py")
        if "__pycache__" not in path.parts
    }
    assert modules <= names
    assert b"annotator = annotator.cli:main" in points
    assert b"[spacy_factories]" in points
    assert not [name for name in names if name.startswith(("tests", "packaging"))]


def test_the_source_archive_can_be_built_from(built, root):
    with tarfile.open(built / f"annotator-{__version__}.tar.gz") as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "README.md", "LICENSE", "annotator/__init__.py"}
    assert wanted <= names
    assert "resources/schemas/news.toml" in names
    assert not [name for name in names if name.startswith(("tests", ".ci"))]
