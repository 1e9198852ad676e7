"""What a project holds, in figures."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.domain.documents import STATUS_TITLES, Status
from annotator.domain.ids import AnnotatorId
from annotator.domain.languages import language_name
from annotator.services.project import Project
from annotator.services.schema_changes import misfit_line, misfits


def summary_lines(project: Project) -> Iterator[str]:
    """Yield what ``annotator info`` prints, a line each."""
    store = project.store
    stored = store.info()
    yield f"{stored.name} ({project.path})"
    schema = project.schema.name
    owner = project.handout_for()
    if owner is not None:
        yield f"  handout of {owner.name}"
    yield f"  made {stored.created}, format {stored.version}, schema {schema}"
    yield f"  documents    {store.documents.count(AnnotatorId(''))}"
    if binned := store.count_binned():
        yield f"  in the bin   {binned}"
    languages = store.languages()
    if languages:
        each = (f"{number} {language_name(code)}" for code, number in languages.items())
        yield f"  languages    {', '.join(each)}"
    counts = store.annotation_counts()
    for person in store.annotators():
        states = store.documents.status_counts(person.id)
        said = ", ".join(
            f"{states[status]} {STATUS_TITLES[status].lower()}"
            for status in Status
            if states.get(status)
        )
        yield f"  layer {person.name}: {said}"
        for kind, label, number in counts.get(person.id, ()):
            yield f"    {kind:<8} {label:<14} {number}"
    for misfit in misfits(project, places=0):
        yield f"  not in the schema: {misfit_line(misfit)}"
    for pipeline, version, kind, number in store.suggestions.counts():
        yield f"  suggestions  {pipeline} {version}: {number} of kind {kind}"
    for verdict in store.suggestions.verdict_counts():
        yield f"  verdicts     {verdict}"
