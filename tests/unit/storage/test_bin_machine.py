"""Marking, throwing away, putting back, undo, redo, import, reopening, in any order."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotator.domain.ids import OperationId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.progress import Progress
from annotator.domain.text import document_id
from annotator.storage.store import Store
from tests.unit.storage.builders import add, mark, record

TEXTS = tuple(f"Ada said “{word}” 👩‍💼." for word in ("yes", "no", "perhaps"))
DOCUMENTS = [document_id(text) for text in TEXTS]


@dataclass
class Step:
    """One step of somebody's history, as the model knows it."""

    document: str
    mark: str = ""
    bin: str | None = None
    before: str = ""
    undone: bool = False
    moved: int = 0
    seq: int = field(default=0)


class BinMachine(RuleBasedStateMachine):
    """Two people who throw away and bring back what both work on."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.create(
            self.folder / "machine.annot", schema_toml="", name="machine"
        )
        add(self.store, *map(record, TEXTS))
        self.people = [self.store.annotator(name).id for name in ("ann", "bob")]
        self.binned = dict.fromkeys(DOCUMENTS, "")
        self.steps: dict[str, list[Step]] = {who: [] for who in self.people}
        self.clock = 0

    def teardown(self) -> None:
        assert self.store.check(Progress()) == []
        self.store.close()
        shutil.rmtree(self.folder)

    def _tick(self) -> int:
        self.clock += 1
        return self.clock

    def _commit(self, who: str, step: Step, **change: object) -> None:
        forward = LayerChange(step.document, who, **change)
        inverse = self.store.layer(step.document, who).inverse(forward)
        identity = OperationId(new_id())
        self.store.commit(Operation(identity, "Step", "now", forward, inverse))
        step.seq = step.moved = self._tick()
        kept = [one for one in self.steps[who] if not one.undone]
        self.steps[who] = [*kept, step]

    @rule(who=st.integers(0, 1), which=st.integers(0, 2))
    def mark(self, who: int, which: int) -> None:
        made = mark("Ada", parts={"mention": ((0, 3),)})
        step = Step(DOCUMENTS[which], mark=made.id)
        self._commit(self.people[who], step, put=(made,))

    @rule(who=st.integers(0, 1), which=st.integers(0, 2))
    def throw_away_or_put_back(self, who: int, which: int) -> None:
        document = DOCUMENTS[which]
        before = self.binned[document]
        time = "" if before else f"at {self.clock}"
        step = Step(document, bin=time, before=before)
        self._commit(self.people[who], step, bin=time)
        self.binned[document] = time

    @rule(which=st.integers(0, 2))
    def import_again(self, which: int) -> None:
        with self.store.bulk() as bulk:
            assert not bulk.add_document(record(TEXTS[which]))
            was = bool(self.binned[DOCUMENTS[which]])
            assert bulk.take_out(DOCUMENTS[which]) == was
        self.binned[DOCUMENTS[which]] = ""

    def _seen(self, who: str) -> list[Step]:
        return [
            step
            for step in self.steps[who]
            if step.bin is not None or not self.binned[step.document]
        ]

    @rule(who=st.integers(0, 1))
    def undo(self, who: int) -> None:
        person = self.people[who]
        done = [step for step in self._seen(person) if not step.undone]
        assert len(self.store.undo(person)) == bool(done)
        if done:
            step = done[-1]
            step.undone, step.moved = True, self._tick()
            if step.bin is not None:
                self.binned[step.document] = step.before

    @rule(who=st.integers(0, 1))
    def redo(self, who: int) -> None:
        person = self.people[who]
        seen = self._seen(person)
        last = max((step.seq for step in seen if not step.undone), default=0)
        open_ = [step for step in seen if step.undone and step.seq > last]
        assert len(self.store.redo(person)) == bool(open_)
        if open_:
            step = max(open_, key=lambda one: one.moved)
            step.undone, step.moved = False, self._tick()
            if step.bin is not None:
                self.binned[step.document] = step.bin

    @rule()
    def reopen(self) -> None:
        path = self.store.path
        self.store.close()
        self.store = Store.open(path)

    @invariant()
    def nothing_is_lost(self) -> None:
        shown = [d for d in DOCUMENTS if not self.binned[d]]
        assert self.store.documents.ids() == shown
        assert {b.id: b.time for b in self.store.binned()} == {
            d: time for d, time in self.binned.items() if time
        }
        for who in self.people:
            for document in DOCUMENTS:
                marked = {
                    step.mark
                    for step in self.steps[who]
                    if step.document == document and step.mark and not step.undone
                }
                assert set(self.store.layer(document, who).annotations) == marked


TestBin = BinMachine.TestCase
TestBin.settings = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
