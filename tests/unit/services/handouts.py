"""A lead's project, its handouts, and everything that is in a file."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.schema import LinkType
from annotator.services.assigning import AssignRequest, assign, parse_share
from annotator.services.desk import Desk
from annotator.services.handing_out import hand_out
from annotator.services.importing import import_paths
from annotator.services.project import Project
from tests.unit.services.builders import TEXT, suggest

SHORT = "Norrby is quiet. Nobody said a word in Norrby on Friday.\n"
THIRD = "Café 🚢 Velm: “no”, قال الوزير. Velm is small.\n"
NAMES = ("ada", "bob", "cy")

_SKIPPED = ("document_search", "sqlite_", "alembic")


def make_project(folder: Path, texts: tuple[str, ...] = (TEXT, SHORT, THIRD)) -> Path:
    """Make a project with suggestions in which everybody has everything."""
    sources = folder / "texts"
    sources.mkdir()
    for number, text in enumerate(texts):
        (sources / f"{number}.txt").write_text(text, "utf-8")
    path = folder / "lead.annot"
    with Project.create(path) as project:
        project.enter("lead")
        same = LinkType("coreference", "same as", "entity", "entity")
        project.set_schema(replace(project.schema, links=(same,)))
        import_paths(project, [sources])
        first = project.store.documents.ids()[0]
        found = [
            suggest("entity", "PERSON", mention="Ada Lindqvist"),
            suggest("entity", "GPE", mention="Norrby"),
        ]
        kinds = frozenset({"entity"})
        if texts[0] == TEXT:
            project.store.suggestions.put(first, "test_pipeline", "1", kinds, found)
        everybody = AssignRequest(NAMES, shared=parse_share("100%"))
        assign(project, everybody)
    return path


def give(path: Path, name: str, target: Path | None = None) -> Path:
    """Hand out to *name*, beside the project."""
    with Project.open(path) as project:
        return hand_out(project, name, target or path.with_name(f"{name}.annot")).path


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, in a fixed order, and the order of layers."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in tables.fetchall():
            if not name.startswith(_SKIPPED):
                rows = database.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
                found[name] = sorted(rows, key=repr)
        found["order"] = database.execute(
            "SELECT id FROM annotations"
            ' ORDER BY document_id, annotator_id, start, "end", rowid'
        ).fetchall()
    return found


def layers(path: Path) -> dict[tuple[str, str], tuple[object, ...]]:
    """Return what people have done: name and document → layer."""
    with Project.open(path) as project:
        store = project.store
        names = {p.id: p.name for p in store.annotators()}
        return {
            (names[who], document): (
                list(layer.annotations.values()),
                layer.links,
                layer.verdicts,
                layer.status,
            )
            for document, who in store.layer_keys()
            for layer in [store.layer(document, who)]
        }


class Worker:
    """Somebody who does this and that in a file, as chance has it."""

    def __init__(self, path: Path, name: str, seed: object) -> None:
        self.path = path
        self._name = name
        self._random = random.Random(str(seed))

    def work(self, steps: int) -> None:
        """Take steps at the desk."""
        with Project.open(self.path) as project:
            desk = Desk(project, project.enter(self._name))
            for _ in range(steps):
                documents = project.store.documents.ids()
                desk.open(self._random.choice(documents))
                self._step(desk)
            desk.keep_places()

    def _step(self, desk: Desk) -> None:
        chance, opened = self._random, desk.opened
        assert opened is not None
        marks = list(opened.layer.annotations)
        links = list(opened.layer.links)
        waiting = [s.id for s in opened.pending()]
        deeds = ["mark", "mark", "status", "undo", "undo", "redo"]
        deeds += ["relabel", "note", "delete", "delete"] * bool(marks)
        deeds += ["link"] * (len(marks) > 1) + ["unlink"] * bool(links)
        deeds += ["accept", "reject"] * bool(waiting)
        deed = chance.choice(deeds)
        what = {
            "mark": lambda: self._mark(desk, len(opened.document.text)),
            "relabel": lambda: desk.relabel(
                chance.choice(marks), chance.choice(["LOC", "FAC"])
            ),
            "note": lambda: desk.set_note(chance.choice(marks), f"{chance.random()}"),
            "delete": lambda: desk.delete([chance.choice(marks)]),
            "link": lambda: desk.link(*chance.sample(marks, 2), "coreference"),
            "unlink": lambda: desk.unlink(chance.choice(links)),
            "accept": lambda: desk.accept([chance.choice(waiting)]),
            "reject": lambda: desk.reject([chance.choice(waiting)]),
            "status": lambda: desk.set_status(chance.choice(list(Status))),
            "undo": desk.undo,
            "redo": desk.redo,
        }
        what[deed]()

    def _mark(self, desk: Desk, length: int) -> None:
        start = self._random.randrange(0, length - 4)
        label = self._random.choice(["PERSON", "ORG", "GPE"])
        end = start + self._random.randint(1, 3)
        desk.mark("entity", label, [Fragment(start, end)])
