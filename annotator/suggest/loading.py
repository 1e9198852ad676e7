"""Loading a pipeline into the worker's process."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from annotator.domain.errors import EnvironmentFault
from annotator.domain.wording import tr
from annotator.suggest.pipelines import PipelineInfo

if TYPE_CHECKING:
    from spacy.language import Language

_MOST_SAID = 200


class BrokenPipelineError(EnvironmentFault):
    """A pipeline cannot be loaded.

    Attributes:
        problem: What went wrong, as whatever failed says it.
    """

    def __init__(self, info: PipelineInfo, problem: str) -> None:
        super().__init__(
            tr(
                "the pipeline {name} ({package}) cannot be loaded: it is damaged, or"
                " needs something that is not installed ({problem})",
                name=info.name,
                package=info.package,
                problem=problem,
            )
        )
        self.problem = problem


def load(info: PipelineInfo, *, exclude: Sequence[str] = ()) -> Language:
    """Return a pipeline without those of its components that are excluded.

    Raises:
        BrokenPipelineError: It is damaged, or needs something that is not there.
    """
    import spacy

    try:
        if info.folder is None:
            return spacy.load(info.package, exclude=list(exclude))
        if info.folder.is_package:
            module = _package(info.folder.path)
            nlp: Language = module.load(exclude=list(exclude))
            return nlp
        return spacy.load(info.folder.path, exclude=list(exclude))
    except Exception as error:
        said = " ".join(str(error).split())[:_MOST_SAID]
        raise BrokenPipelineError(info, f"{type(error).__name__}: {said}") from error


def components(info: PipelineInfo) -> list[str]:
    """Return the names of a pipeline's components, without loading any."""
    from spacy.util import get_model_meta, get_package_path

    place = get_package_path(info.package) if info.folder is None else info.folder.path
    meta = get_model_meta(place)
    return [*meta.get("components", ()), *meta.get("disabled", ())]


def _package(path: Path) -> ModuleType:
    """Return the package that a folder is, imported from there and nowhere else."""
    # What was compiled before is not among what was looked at.
    sys.pycache_prefix = tempfile.mkdtemp(prefix="annotator-")
    spec = importlib.util.spec_from_file_location(
        path.name, path / "__init__.py", submodule_search_locations=[str(path)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python package")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.name] = module
    spec.loader.exec_module(module)
    return module
