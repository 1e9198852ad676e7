"""What the bundle leaves out of what its libraries bring, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from posixpath import dirname, join, normpath

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its name in the bundle, its path, its kind."""

LEFT_OUT_MODULES = {
    "tkinter": "the window is Qt's",
    "PIL": "no pictures are read",
    "IPython": "for notebooks only",
    "matplotlib": "nothing is plotted with it",
    "pandas": "pyarrow and scikit-learn can use it; tables are read without",
    "pytest": "the tests stay outside",
    "hypothesis": "the tests stay outside",
    "spacy.tests": "the tests stay outside",
    "thinc.tests": "the tests stay outside",
    "srsly.tests": "the tests stay outside",
    "pyarrow.tests": "the tests stay outside",
    "numpy.f2py": "compiles Fortran",
    "torch": "the shipped pipeline runs without",
    "cupy": "for graphics cards",
    "setuptools": "builds packages",
    "pip": "nothing can be installed into a bundle",
    "pygamma_agreement": "γ drags in 600 MB of solvers and compilers",
    "PySide6.QtNetwork": "addresses are fetched by httpx",
    "PySide6.QtQml": "the window is made of widgets",
    "PySide6.QtQuick": "the window is made of widgets",
    "PySide6.QtOpenGL": "the window is painted without",
}
"""Module (with all below it) to reason."""

LEFT_OUT_FILES = {
    "pyarrow/libarrow_flight*": "Arrow's network protocol",
    "pyarrow/libarrow_python_flight*": "Arrow's network protocol",
    "pyarrow/_flight*": "Arrow's network protocol",
    "pyarrow/_substrait*": "query plans",
    "pyarrow/libarrow_s3*": "files in other people's clouds",
    "pyarrow/_s3fs*": "files in other people's clouds",
    "pyarrow/_gcsfs*": "files in other people's clouds",
    "pyarrow/_azurefs*": "files in other people's clouds",
    "pyarrow/_hdfs*": "files in other people's clouds",
    "pyarrow/*parquet_encryption*": "encrypted Parquet",
    "pyarrow/*_tests*": "tests",
    "pyarrow/include/*": "for compiling against it",
    "pyarrow/src/*": "for compiling against it",
    "*.pxd": "for compiling against it",
    "*.pxi": "for compiling against it",
    "*.pyx": "for compiling against it",
    "spacy/*.cpp": "for compiling against it",
    "spacy/*.hh": "for compiling against it",
    "thinc/*.cpp": "for compiling against it",
    "thinc/*.hh": "for compiling against it",
    "babel/locale-data/*": "trafilatura's crawler asks it; nothing is crawled here",
    "*.pyi": "for type checkers",
    "*/tests/*": "tests",
    "PySide6/Qt/qml/*": "the window is made of widgets",
    "*/libQt6Qml*": "the window is made of widgets",
    "*/libQt6Quick*": "the window is made of widgets",
    "*/libQt6Pdf*": "no PDF is shown",
    "*/libQt6VirtualKeyboard*": "the system brings its own",
    "*/plugins/imageformats/libq[!sj]*": "the window shows SVG, PNG and JPEG",
    "*/plugins/platformthemes/libqgtk3*": "GTK as a whole; dialogs come by the portal",
    "*/libQt6EglF*": "for screens without a desktop",
    "*/plugins/egldeviceintegrations/*": "for screens without a desktop",
    "*/plugins/platforms/libqeglfs*": "for screens without a desktop",
    "*/plugins/platforms/libqlinuxfb*": "for screens without a desktop",
    "*/plugins/platforms/libqvnc*": "for screens without a desktop",
    "*/plugins/platforms/libqvkkhrdisplay*": "for screens without a desktop",
    "*/plugins/platforms/libqminimalegl*": "for screens without a desktop",
    "*/plugins/platforminputcontexts/libqtvirtual*": "the system has one",
}
"""Pattern of a path in the bundle to reason."""


LINKED = ("BINARY", "EXTENSION")
"""The kinds of files that are linked with libraries."""

KEPT_FILES = {"babel/locale-data/root.dat", "babel/locale-data/en.dat"}
"""What stays although a pattern says otherwise: babel needs one language."""


def stays(path: str) -> bool:
    """Return whether a file belongs in the bundle."""
    posix = path.replace("\\", "/")
    return posix in KEPT_FILES or not any(
        fnmatchcase(posix, pattern) for pattern in LEFT_OUT_FILES
    )


def without_orphans(
    files: Sequence[Entry], needs: Callable[[str], Iterable[str]]
) -> list[Entry]:
    """Return *files* without the libraries that nothing needs any more.

    Args:
        files: Name in the bundle, path and kind of each.
        needs: Tells the file names of the libraries that a file is linked with.
    """
    libraries = {entry[0]: entry for entry in files if is_library(entry)}
    kept = [entry for entry in files if entry[0] not in libraries]
    waiting = [entry for entry in kept if entry[2] in LINKED]
    while waiting:
        for name in map(str, needs(waiting.pop()[1])):
            entry = libraries.pop(name, None)
            if entry is not None:
                kept.append(entry)
                waiting.append(entry)
    return kept


def without_dangling(entries: Sequence[Entry]) -> list[Entry]:
    """Return *entries* without the links to what has been left out."""
    names = {name for name, _, _ in entries}
    kept = [
        (name, place, kind)
        for name, place, kind in entries
        if kind != "SYMLINK" or normpath(join(dirname(name), place)) in names
    ]
    return kept if len(kept) == len(entries) else without_dangling(kept)


def is_library(entry: Entry) -> bool:
    """Return whether it is a library of the system, which stand in the top folder."""
    name, _, kind = entry
    ours = "/" in name or "python" in name
    return kind == "BINARY" and name.startswith("lib") and not ours
