"""A project to torture, gestures at random, and what a layer holds."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

from annotator.domain.annotations import Fragment, Suggestion, suggestion_id
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.layers import Layer
from annotator.formats.rows import annotation_row, link_row
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.storage.store import Store
from tests.benchmarks.corpus import article

DOCUMENTS = 24
SUGGESTIONS = 12
PIPELINE = ("torture", "1")
LABELS = ("PERSON", "ORG", "GPE")


def make_project(path: Path, documents: int = DOCUMENTS) -> None:
    """Make a project of short articles, each with suggestions to decide on."""
    # Here, for the processes that are killed need nothing of it.
    from annotator.services.importing import import_paths

    folder = path.with_suffix(".articles")
    folder.mkdir()
    for number in range(documents):
        text = article(number)[0][:700]
        (folder / f"{number}.txt").write_text(f"{number} 🙂 {text}\n", "utf-8")
    with Project.create(path) as project:
        import_paths(project, [folder])
        for identity in project.store.documents.ids():
            length = len(project.store.documents.text(identity))
            project.store.suggestions.put(
                identity,
                *PIPELINE,
                frozenset(("entity",)),
                _suggestions(identity, length),
            )


def _suggestions(document_id: DocumentId, length: int) -> list[Suggestion]:
    rng = random.Random(document_id)
    made = {}
    for _ in range(SUGGESTIONS):
        start = rng.randrange(length - 8)
        parts = {"mention": (Fragment(start, start + rng.randint(1, 8)),)}
        label = rng.choice(LABELS)
        identity = suggestion_id(document_id, PIPELINE, "entity", label, parts)
        made[identity] = Suggestion(
            identity, document_id, *PIPELINE, "entity", label, parts, rng.random()
        )
    return list(made.values())


class Hands:
    """Somebody who works fast and without sense.

    Attributes:
        desk: Where.
    """

    def __init__(
        self, desk: Desk, rng: random.Random, *, with_history: bool = True
    ) -> None:
        self.desk = desk
        self._rng = rng
        store = desk.project.store
        # Those in the bin, too: somebody may have been killed with all in it.
        self._documents = [*store.documents.ids(), *(one.id for one in store.binned())]
        self._gestures: dict[str, tuple[int, Callable[[], object]]] = {
            "mark": (30, self._mark),
            "quote": (10, self._quote),
            "part": (8, self._part),
            "relabel": (8, self._relabel),
            "attribute": (4, self._attribute),
            "note": (4, self._note),
            "delete": (8, self._delete),
            "link": (4, self._link),
            "accept": (8, self._accept),
            "correct": (4, self._correct),
            "reject": (6, self._reject),
            "status": (3, self._status),
        }
        if with_history:
            # Not in two windows: what is in the bin is so for everybody.
            self._gestures |= {
                "undo": (14, desk.undo),
                "redo": (8, desk.redo),
                "bin": (3, self._bin),
            }

    def choose(self) -> str:
        """Return which gesture comes next; at times another document comes first."""
        if self.desk.opened is None or self._rng.random() < 0.1:
            self.desk.open(self._rng.choice(self._documents))
        if self.desk.is_binned:
            # Out again: whoever undoes steps leaves those inside binned articles.
            return "bin"
        names = list(self._gestures)
        weights = [weight for weight, _ in self._gestures.values()]
        return self._rng.choices(names, weights)[0]

    def do(self, name: str) -> DocumentId | None:
        """Make a gesture; return which document it changed, None for none.

        A gesture that is refused in words (a second quote on the same words, say) is
        none.
        """
        try:
            changes = self._gestures[name][1]()
        except InputError:
            return None
        changed = getattr(changes, "change", None)
        return None if changed is None else changed.document_id

    # ------------------------------------------------------------ gestures

    def _layer(self) -> Layer:
        assert self.desk.opened is not None
        return self.desk.opened.layer

    def _fragment(self, longest: int = 12) -> Fragment:
        assert self.desk.opened is not None
        length = len(self.desk.opened.document.text)
        start = self._rng.randrange(length - longest)
        return Fragment(start, start + self._rng.randint(1, longest))

    def _some(self, kind: str = "") -> str | None:
        found = [
            a.id for a in self._layer().annotations.values() if kind in ("", a.kind)
        ]
        return self._rng.choice(found) if found else None

    def _pending(self) -> str | None:
        assert self.desk.opened is not None
        found = [s.id for s in self.desk.opened.pending()]
        return self._rng.choice(found) if found else None

    def _mark(self) -> object:
        return self.desk.mark("entity", self._rng.choice(LABELS), [self._fragment()])

    def _quote(self) -> object:
        return self.desk.mark("quote", "direct", [self._fragment(60)])

    def _part(self) -> object:
        found = self._some("quote")
        role = self._rng.choice(("speaker", "cue"))
        return found and self.desk.set_part(found, role, [self._fragment()])

    def _relabel(self) -> object:
        found = self._some("entity")
        return found and self.desk.relabel(found, self._rng.choice(LABELS))

    def _attribute(self) -> object:
        found = self._some("quote")
        return found and self.desk.set_attribute(
            found, "speaker_entity", f"Ana {self._rng.randint(1, 9)}"
        )

    def _note(self) -> object:
        found = self._some()
        return found and self.desk.set_note(found, f"Really? {self._rng.random()}")

    def _delete(self) -> object:
        found = self._some()
        return found and self.desk.delete([found])

    def _link(self) -> object:
        one, other = self._some(), self._some()
        if one is None or other is None or one == other:
            return None
        return self.desk.link(one, other, "same_as")

    def _accept(self) -> object:
        found = self._pending()
        return found and self.desk.accept([found])

    def _correct(self) -> object:
        found = self._pending()
        return found and self.desk.correct(found, label=self._rng.choice(LABELS))

    def _reject(self) -> object:
        found = self._pending()
        return found and self.desk.reject([found])

    def _bin(self) -> object:
        here = self._layer().document_id
        if self.desk.is_binned:
            return self.desk.take_out_of_bin([here])
        return self.desk.put_into_bin([here])

    def _status(self) -> object:
        return self.desk.set_status(self._rng.choice(list(Status)))


def digest(layer: Layer) -> str:
    """Return what a layer holds, boiled down to a few characters."""
    content = (
        sorted(repr(annotation_row(a)) for a in layer.annotations.values()),
        sorted(repr(link_row(k)) for k in layer.links.values()),
        sorted(repr(v) for v in layer.verdicts.values()),
        layer.status.value,
        layer.bin,
    )
    return hashlib.sha256(repr(content).encode()).hexdigest()[:16]


def digests(store: Store, annotator_id: AnnotatorId) -> dict[DocumentId, str]:
    """Return what an annotator's layers hold, of every document."""
    return {
        document_id: digest(store.layer(document_id, annotator_id))
        for document_id in (*store.documents.ids(), *(b.id for b in store.binned()))
    }
