"""Whatever is done, undone, redone and reopened: the file equals a plain model."""

from __future__ import annotations

import copy
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from annotator.domain.annotations import Annotation, Decision, Fragment, Link, Verdict
from annotator.domain.documents import Status
from annotator.domain.ids import AnnotationId, LinkId, OperationId, SuggestionId, new_id
from annotator.domain.layers import Layer, LayerChange, Operation
from annotator.domain.progress import Progress
from annotator.domain.text import document_id
from annotator.storage.store import Store
from tests.unit.storage.builders import add, record

TEXTS = ("Ada 👩‍💼 said “yes”, then “no”.", "قال الوزير: مغلق. Cafe\u0301!")
TEXT_IDS = [document_id(text) for text in TEXTS]
ROLES = ("mention", "content", "speaker")


@st.composite
def parts_of(draw: st.DrawFn, length: int) -> dict[str, tuple[Fragment, ...]]:
    """Draw one to three roles, each with one or two fragments apart."""
    parts = {}
    for role in draw(st.lists(st.sampled_from(ROLES), min_size=1, unique=True)):
        cuts = draw(
            st.lists(st.integers(0, length), min_size=2, max_size=4, unique=True)
        )
        cuts = sorted(cuts)[: len(cuts) // 2 * 2]
        pairs = zip(cuts[::2], cuts[1::2], strict=True)
        parts[role] = tuple(Fragment(*pair) for pair in pairs)
    return parts


values = st.one_of(
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)


class HistoryMachine(RuleBasedStateMachine):
    """Two people, two documents, one file; each has a history of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "machine.annot"
        self.store = Store.create(self.path, schema_toml="", name="machine")
        add(self.store, *(record(text) for text in TEXTS))
        self.people = [self.store.annotator(name).id for name in ("ann", "bob")]
        self.layers = {(d, p): Layer(d, p) for d in TEXT_IDS for p in self.people}
        self.past = {p: [] for p in self.people}
        self.future = {p: [] for p in self.people}

    def teardown(self) -> None:
        assert self.store.check(Progress()) == []
        self.store.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin_empty(self) -> None:
        assert self.store.layer_keys() == []

    def _commit(self, layer: Layer, **change: object) -> None:
        operation = self._operation(layer, "", **change)
        self.store.commit(operation)
        self._done([(operation, layer)])

    def _operation(self, layer: Layer, step: str, **change: object) -> Operation:
        forward = LayerChange(layer.document_id, layer.annotator_id, **change)
        identity, inverse = OperationId(new_id()), layer.inverse(forward)
        return Operation(identity, "Step", "now", forward, inverse, step)

    def _done(self, step: list[tuple[Operation, Layer]]) -> None:
        who = step[0][1].annotator_id
        self.past[who].append([(o, copy.deepcopy(layer)) for o, layer in step])
        self.future[who].clear()
        for operation, layer in step:
            layer.apply(operation.forward)

    @rule(data=st.data())
    def everywhere(self, data: st.DataObject) -> None:
        """Note something on all that one has marked, in both documents at once."""
        who, note = data.draw(st.sampled_from(self.people)), new_id()
        layers = [self.layers[d, who] for d in TEXT_IDS]
        step = [
            self._operation(
                layer,
                note,
                put=tuple(replace(a, note=note) for a in layer.annotations.values()),
            )
            for layer in layers
            if layer.annotations
        ]
        assert self.store.commit_step(step) == step
        if step:
            self._done([(o, self.layers[o.forward.document_id, who]) for o in step])

    def _some_layer(self, data: st.DataObject, *, full: bool = False) -> Layer:
        layers = [y for y in self.layers.values() if y.annotations or not full]
        return data.draw(st.sampled_from(layers), label="layer")

    @rule(data=st.data())
    def put(self, data: st.DataObject) -> None:
        """Add new annotations, or change ones that are there, with a state."""
        layer = self._some_layer(data)
        length = len(TEXTS[TEXT_IDS.index(layer.document_id)])
        known = sorted(layer.annotations)
        fresh = st.builds(new_id)
        either = st.one_of(fresh, st.sampled_from(known)) if known else fresh
        ids = data.draw(st.lists(either, min_size=1, max_size=3))
        put = tuple(
            Annotation(
                AnnotationId(i),
                "entity",
                data.draw(st.sampled_from(("PERSON", "ORG"))),
                data.draw(parts_of(length)),
                data.draw(st.dictionaries(st.text("ab", max_size=2), values)),
            )
            for i in dict.fromkeys(ids)
        )
        self._commit(layer, put=put, status=data.draw(st.sampled_from([None, *Status])))

    @precondition(lambda self: any(y.annotations for y in self.layers.values()))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        layer = self._some_layer(data, full=True)
        gone = data.draw(
            st.lists(
                st.sampled_from(sorted(layer.annotations)), min_size=1, unique=True
            )
        )
        loose = [k.id for k in layer.links.values() if {k.source, k.target} & {*gone}]
        self._commit(layer, removed=tuple(gone), removed_links=tuple(loose))

    @precondition(lambda self: any(y.annotations for y in self.layers.values()))
    @rule(data=st.data())
    def tie(self, data: st.DataObject) -> None:
        layer = self._some_layer(data, full=True)
        ends = st.sampled_from(sorted(layer.annotations))
        tie = Link(LinkId(new_id()), "made_in", data.draw(ends), data.draw(ends))
        self._commit(layer, put_links=(tie,))

    @rule(data=st.data(), number=st.integers(0, 3))
    def decide(self, data: st.DataObject, number: int) -> None:
        layer = self._some_layer(data)
        place = TEXT_IDS.index(layer.document_id)
        found = SuggestionId(f"{place}-{number}")
        if found in layer.verdicts:
            self._commit(layer, removed_verdicts=(found,))
            return
        verdict = Verdict(found, data.draw(st.sampled_from(Decision)), None, "now")
        self._commit(layer, put_verdicts=(verdict,))

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(self.people))
        done = self.store.undo(who)
        if not self.past[who]:
            assert done == []
            return
        step = self.past[who].pop()
        assert done == [o for o, _ in reversed(step)]
        keys = [(before.document_id, who) for _, before in step]
        others = [self.layers[key] for key in keys]
        self.future[who].append(
            [(o, y) for (o, _), y in zip(step, others, strict=True)]
        )
        self.layers.update(zip(keys, (y for _, y in step), strict=True))

    @rule(data=st.data())
    def redo(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(self.people))
        done = self.store.redo(who)
        if not self.future[who]:
            assert done == []
            return
        step = self.future[who].pop()
        assert done == [o for o, _ in step]
        keys = [(after.document_id, who) for _, after in step]
        others = [self.layers[key] for key in keys]
        done_to = zip((o for o, _ in step), others, strict=True)
        self.past[who].append(list(done_to))
        self.layers.update(zip(keys, (y for _, y in step), strict=True))

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    @invariant()
    def file_equals_model(self) -> None:
        for (document, who), layer in self.layers.items():
            assert self.store.layer(document, who) == layer
        for who in self.people:
            log = self.store.operations(who, limit=10_000)
            steps = [*self.past[who], *reversed(self.future[who])]
            expected = [o.id for step in steps for o, _ in step]
            assert [o.id for o in reversed(log)] == expected
            assert (self.store.undo_name(who) is None) == (not self.past[who])
            assert (self.store.redo_name(who) is None) == (not self.future[who])


TestHistory = HistoryMachine.TestCase
TestHistory.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
