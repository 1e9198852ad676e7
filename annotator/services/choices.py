"""What a window offers to choose from: formats, pipelines, layers."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.documents import Annotator
from annotator.formats.registry import column_roles, readers, writers
from annotator.services.people import visible_people
from annotator.services.project import GOLD, Project
from annotator.services.tokenising import pipeline_name
from annotator.suggest import pipelines

__all__ = [
    "Format",
    "column_roles",
    "input_formats",
    "installed_pipelines",
    "layer_names",
    "output_formats",
    "pipeline_of",
    "set_pipeline",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        suffixes: With their dots; the first is the usual one.
        by_tokens: It knows only whole tokens, and leaves out what is not done.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    by_tokens: bool = False


def input_formats() -> list[Format]:
    """Return the formats that can be imported."""
    return [Format(r.name, r.title, tuple(r.suffixes)) for r in readers()]


def output_formats() -> list[Format]:
    """Return the formats that can be exported."""
    return [Format(w.name, w.title, (w.suffix,), w.needs_spacy) for w in writers()]


def installed_pipelines() -> list[str]:
    """Return the names of the pipelines on this machine."""
    return [found.name for found in pipelines.installed()]


def pipeline_of(project: Project) -> str:
    """Return the pipeline that a project's suggestions and tokens come from."""
    return pipeline_name(project.store)


def set_pipeline(project: Project, name: str) -> None:
    """Take suggestions and tokens from another pipeline from now on."""
    project.store.set_pipeline(pipelines.find(name).name)


def layer_names(project: Project, viewer: Annotator) -> list[str]:
    """Return whose annotations somebody may take out, the settled layer first."""
    names = [person.name for person in visible_people(project, viewer)]
    return sorted(names, key=lambda name: (name != GOLD, name.casefold()))
