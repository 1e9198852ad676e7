"""A project that several people have annotated, and short ways to look at it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.domain.annotations import Annotation, Fragment
from annotator.domain.documents import Annotator, Status
from annotator.domain.ids import DocumentId
from annotator.services.adjudicating import Adjudication
from annotator.services.desk import Desk
from annotator.services.importing import import_paths
from annotator.services.project import Project
from tests.unit.services.builders import TEXT, place

SHORT = "Norrby is quiet. Nobody said a word in Norrby on Friday.\n"


class Committee:
    """People on one project: ``lead`` decides, the others annotate."""

    def __init__(self, folder: Path, names: Iterable[str] = ("ana", "ben", "cem")):
        sources = folder / "texts"
        sources.mkdir()
        (sources / "1.txt").write_text(TEXT, "utf-8")
        (sources / "2.txt").write_text(SHORT, "utf-8")
        self.project = Project.create(folder / "corpus.annot")
        import_paths(self.project, [sources])
        self.store = self.project.store
        self.first, self.second = self.store.documents.ids()
        self.people: dict[str, Annotator] = {
            name: self.project.annotator(name) for name in names
        }
        lead = self.project.annotator("lead")
        self.store.set_lead(lead.id, lead=True)
        self.lead = next(p for p in self.store.annotators() if p.id == lead.id)

    def desk(self, name: str, document: DocumentId | None = None) -> Desk:
        """Return the open desk of somebody."""
        desk = Desk(self.project, self.people[name])
        desk.open(document or self.first)
        return desk

    def mark(
        self,
        name: str,
        kind: str,
        label: str,
        words: str | Fragment,
        *,
        document: DocumentId | None = None,
        **parts: str,
    ) -> Annotation:
        """Let somebody mark words, and return what came of it."""
        desk = self.desk(name, document)
        changes = desk.mark(kind, label, [self.place(words, document)])
        for role, said in parts.items():
            desk.set_part(changes.select, role, [self.place(said, document)])
        return desk.opened.layer.annotations[changes.select]

    def place(self, words: str | Fragment, document: DocumentId | None) -> Fragment:
        """Return where words stand; ``Norrby#1`` is the second place of them."""
        if isinstance(words, Fragment):
            return words
        surface, _, nth = words.partition("#")
        text = self.store.documents.text(document or self.first)
        return place(surface, int(nth or 0), text)

    def everybody(self, kind: str, label: str, words: str, **parts: str) -> None:
        """Let everybody mark the same."""
        for name in self.people:
            self.mark(name, kind, label, words, **parts)

    def done(self, document: DocumentId | None = None, *names: str) -> None:
        """Let people set a document to done; everybody, unless some are named."""
        for name in names or self.people:
            self.desk(name, document).set_status(Status.DONE)

    def bench(self, document: DocumentId | None = None, **more) -> Adjudication:
        """Return the lead's bench with a document on it."""
        bench = Adjudication(self.project, self.lead, **more)
        bench.open(document or self.first)
        return bench

    def id(self, name: str) -> str:
        """Return somebody's id."""
        return self.people[name].id

    def gold(self, document: DocumentId | None = None) -> list[tuple[str, str]]:
        """Return labels and words of what is settled, as they are on disk."""
        gold = self.project.annotator("gold")
        document = document or self.first
        layer = self.store.layer(document, gold.id)
        return [(a.label, self.words(a, document)) for a in layer.annotations.values()]

    def words(self, annotation: Annotation, document: DocumentId | None = None) -> str:
        """Return what the main part of an annotation says."""
        text = self.store.documents.text(document or self.first)
        kind = self.project.schema.kind(annotation.kind)
        fragments = annotation.parts[kind.main_role.name]
        return " … ".join(text[start:end] for start, end in fragments)

    def status(self, document: DocumentId | None = None) -> Status:
        """Return the state of the settled layer, as it is on disk."""
        gold = self.project.annotator("gold")
        return self.store.layer(document or self.first, gold.id).status
