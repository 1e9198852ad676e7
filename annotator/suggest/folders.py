"""Pipelines that are folders, as ``spacy train`` writes them: told without loading.

Such a folder is a program of somebody's. Nothing in it is run here: its description
is read as data, and its files are hashed.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickletools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from annotator.domain.errors import InputError
from annotator.domain.languages import language_code
from annotator.domain.refusals import reason_of
from annotator.domain.wording import tr

_META = "meta.json"
_CONFIG = "config.cfg"
_META_LIMIT = 4_000_000
_MOST_FILES = 20_000
_CHUNK = 1 << 20
_CODE = frozenset({".py", ".pyc", ".pyo", ".pyw", ".pyd", ".so", ".dll", ".dylib"})
_PICKLED = frozenset(
    {".pkl", ".pickle", ".p", ".joblib", ".dill", ".pt", ".pth", ".ckpt"}
)
_PICKLE_PROTOCOLS = frozenset(range(2, 8))
_TORCH = b"data.pkl"
_SHORT = 65_536


@dataclass(frozen=True, slots=True)
class PipelineFolder:
    """A folder that holds a pipeline, and what is in it.

    Attributes:
        path: The folder, absolute; its package where it is one.
        name: As its description says it, with the language: ``en_pipeline``.
        version: Likewise.
        author: Likewise; "" where it says none.
        language: ISO 639-1; "" where it knows many.
        digest: SHA-256 over the names and the contents of all its files.
        pickles: The files in it that hold pickles, which can run anything.
        code: The files in it that are programs.
        is_package: Whether it is loaded by its own ``__init__.py``.
    """

    path: Path
    name: str
    version: str
    author: str
    language: str
    digest: str
    pickles: tuple[str, ...]
    code: tuple[str, ...]
    is_package: bool

    @property
    def full_version(self) -> str:
        """Return its version with what tells retrained ones apart."""
        return f"{self.version}+{self.digest[:8]}"


def is_folder_name(name: str) -> bool:
    """Return whether a pipeline's name is the place of a folder."""
    return "/" in name or os.sep in name or name in (".", "..")


def read_folder(path: Path) -> PipelineFolder:
    """Describe a folder.

    Raises:
        InputError: There is none, it holds no pipeline, or it is damaged.
    """
    try:
        place = _pipeline_in(path.expanduser().absolute())
        return _described(place, _signature(place))
    except OSError as error:
        raise InputError(
            tr(
                "the pipeline in {path} cannot be read: {file}: {problem}",
                path=path,
                file=error.filename or path,
                problem=reason_of(error),
            )
        ) from error


def read_label(path: Path) -> tuple[str, str]:
    """Return the name and the language of a folder's pipeline, by its description.

    Quick, whatever else is in the folder.

    Raises:
        InputError: There is none, it holds no pipeline, or it is damaged.
    """
    try:
        meta = _meta(_pipeline_in(path.expanduser().absolute()) / _META)
    except OSError as error:
        raise InputError(
            tr(
                "{path} cannot be read: {problem}",
                path=path,
                problem=reason_of(error),
            )
        ) from error
    return f"{meta['lang']}_{meta['name']}", _language(meta)


def _language(meta: Mapping[str, str]) -> str:
    return "" if meta["lang"] in ("xx", "mul") else language_code(meta["lang"])


def _pipeline_in(path: Path) -> Path:
    """Return the folder of the description: *path*, or the package right in it."""
    if not path.is_dir():
        raise InputError(
            tr(
                "there is no folder {path} with a pipeline; choose the folder that"
                " “spacy train” wrote, for example model-best",
                path=path,
            )
        )
    if (path / _META).is_file() and ((path / _CONFIG).is_file() or _is_package(path)):
        return path
    inside = [p for p in sorted(path.iterdir()) if p.is_dir() and _is_package(p)]
    if len(inside) == 1:  # what “spacy package” writes has the package in it
        return inside[0]
    raise InputError(
        tr(
            "{path} is no pipeline: it has no {meta} with a {config} beside it; choose"
            " the folder that “spacy train” wrote, for example model-best",
            path=path,
            meta=_META,
            config=_CONFIG,
        )
    )


def _is_package(path: Path) -> bool:
    return (path / _META).is_file() and (path / "__init__.py").is_file()


def _signature(path: Path) -> tuple[object, ...]:
    """Return what differs whenever a file is written: cheap to look at again."""
    stats = [(str(file), file.stat()) for file in _files(path)]
    return tuple((n, s.st_size, s.st_mtime_ns, s.st_ino) for n, s in stats)


@lru_cache(maxsize=8)
def _described(path: Path, _seen: tuple[object, ...]) -> PipelineFolder:
    meta = _meta(path / _META)
    contents = _contents(path)
    return PipelineFolder(
        path,
        f"{meta['lang']}_{meta['name']}",
        meta["version"],
        meta["author"],
        _language(meta),
        *contents,
        is_package=_is_package(path),
    )


def _meta(file: Path) -> dict[str, str]:
    """Return what the description says, as far as it is needed."""
    with file.open("rb") as opened:
        data = opened.read(_META_LIMIT + 1)
    try:
        found = json.loads(data) if len(data) <= _META_LIMIT else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("lang"), str):
        raise InputError(
            tr(
                "{file} does not describe a pipeline: it is damaged or of another"
                " program",
                file=file,
            )
        )
    defaults = {"lang": "", "name": "pipeline", "version": "0.0.0", "author": ""}
    return {key: _line(found.get(key)) or value for key, value in defaults.items()}


def _line(value: object) -> str:
    """Return a value of the description as one short printable line."""
    text = value if isinstance(value, str) else ""
    return "".join(c if c.isprintable() else " " for c in text).strip()[:100]


def _contents(path: Path) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return a folder's digest, its files with pickles, and its programs."""
    whole = hashlib.sha256()
    pickles: list[str] = []
    code: list[str] = []
    for file in _files(path):
        name = file.relative_to(path).as_posix()
        digest, pickled = _file(file)
        whole.update(
            f"{len(name)} {name} {digest}\n".encode("utf-8", "surrogateescape")
        )
        if pickled or file.suffix.lower() in _PICKLED:
            pickles.append(name)
        if file.suffix.lower() in _CODE:
            code.append(name)
    return whole.hexdigest(), tuple(pickles), tuple(code)


def _files(path: Path) -> Iterator[Path]:
    """Yield all files, in an order that is the same everywhere.

    Raises:
        InputError: There are far too many, or something is no ordinary file.
    """
    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=_raise):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [Path(folder, name) for name in names]
        if len(found) > _MOST_FILES:
            raise InputError(
                tr("{path} is no pipeline: it holds too many files", path=path)
            )
        for name in [*folders, *names]:
            place = Path(folder, name)
            # A link could lead to what was not looked at, and change later.
            if place.is_symlink() or not (place.is_file() or place.is_dir()):
                raise InputError(
                    tr(
                        "the pipeline in {path} cannot be used: {place} is no ordinary"
                        " file or folder; copy what it stands for in its place",
                        path=path,
                        place=place,
                    )
                )
    yield from sorted(found, key=lambda file: file.relative_to(path).as_posix())


def _raise(error: OSError) -> None:
    raise error


def _file(file: Path) -> tuple[str, bool]:
    """Return a file's hash, and whether there is a pickle in it."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        start = opened.read(_CHUNK)
        pickled = _begins_pickle(start)
        chunk, tail = start, b""
        while chunk:
            digest.update(chunk)
            pickled = pickled or _TORCH in tail + chunk
            tail = chunk[1 - len(_TORCH) :]
            chunk = opened.read(_CHUNK)
    return digest.hexdigest(), pickled


def _begins_pickle(start: bytes) -> bool:
    """Tell by a file's first bytes, whatever its name; nothing is loaded."""
    if len(start) > 1 and start[0] == 0x80 and start[1] in _PICKLE_PROTOCOLS:
        return True
    if start[:6] == b"\x93NUMPY" and b"'|O'" in start[:256]:
        return True
    # Protocols 0 and 1 have no mark of their own.
    if len(start) > _SHORT or not start.rstrip().endswith(b"."):
        return False
    try:
        return sum(1 for _ in pickletools.genops(start)) > 1
    except Exception:  # noqa: BLE001 - it raises whatever a stray byte leads it to
        return False
