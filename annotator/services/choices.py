"""What a window offers to choose from: formats, pipelines, layers."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.documents import Annotator
from annotator.domain.languages import language_name
from annotator.domain.wording import tr
from annotator.formats.base import ROLE_TITLES, PartsWriter, Writer
from annotator.formats.registry import column_roles, readers, writers
from annotator.services.people import visible_people
from annotator.services.project import GOLD, Project
from annotator.services.tokenising import pipeline_name
from annotator.services.troubles import options_of
from annotator.suggest import pipelines

__all__ = [
    "ROLE_TITLES",
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
        folder: It is written as a folder.
        split: What it is split into unless one says otherwise; "" for nothing.
        options: Of ``ExportRequest``, those that matter in it.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    by_tokens: bool = False
    folder: bool = False
    split: str = ""
    options: frozenset[str] = frozenset()


def input_formats() -> list[Format]:
    """Return the formats that can be imported."""
    return [Format(r.name, tr(r.title), tuple(r.suffixes)) for r in readers()]


def output_formats() -> list[Format]:
    """Return the formats that can be exported."""
    return [
        Format(
            w.name,
            tr(w.title),
            (w.suffix,),
            not w.limits.cuts,
            w.folder,
            _split_of(w),
            options_of(w.limits),
        )
        for w in writers()
    ]


def _split_of(chosen: Writer) -> str:
    """Return how a writer splits by itself, as a user would write it."""
    if not isinstance(chosen, PartsWriter):
        return ""
    return ",".join(f"{n}={share:g}" for n, share in chosen.default_split.items())


def installed_pipelines() -> list[str]:
    """Return the names of the pipelines on this machine."""
    return [found.name for found in pipelines.installed()]


def pipeline_of(project: Project) -> str:
    """Return the pipeline that a project's suggestions and tokens come from."""
    return pipeline_name(project.store)


def language_notice(project: Project, language: str) -> str:
    """Say why nothing is suggested in an article of some language; "" if it is.

    Args:
        project: The open project.
        language: ISO 639-1; "" where nobody knows.
    """
    name, known = pipelines.label_of(pipeline_of(project))
    if not known or language in (known, ""):
        return ""
    return tr(
        "Nothing is suggested in {language}: {pipeline} knows {known}",
        language=language_name(language),
        pipeline=name,
        known=language_name(known),
    )


def set_pipeline(project: Project, name: str) -> None:
    """Take suggestions and tokens from another pipeline from now on."""
    project.store.set_pipeline(pipelines.find(name).source)


def layer_names(project: Project, viewer: Annotator) -> list[str]:
    """Return whose annotations somebody may take out, the settled layer first."""
    names = [person.name for person in visible_people(project, viewer)]
    return sorted(names, key=lambda name: (name != GOLD, name.casefold()))
