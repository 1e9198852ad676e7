"""What there is to settle on a document, and what has been settled. Pure.

A settlement names what it was decided on: for everybody who had done the document,
what they had marked, or that they had not. Its key holds this evidence, a few
characters for each annotator. So a decision stays a decision as long as nobody says
anything new against it, whoever reads the layers again, and however often:

- what an annotator says now is what the key holds, or
- it is what the settled layer says, so that nobody is contradicted any more, or
- somebody who came later has not marked the thing, and a person had decided.

Anything else opens the difference again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from annotator.agreement.matching import Candidate, Ruler, candidates, greedy
from annotator.agreement.settling import Cluster, Sort
from annotator.domain.annotations import Annotation, Fragment, extent
from annotator.domain.ids import AnnotationId, derived_id
from annotator.domain.layers import Layer
from annotator.domain.schema import Schema
from annotator.domain.settling import How, Settlement

__all__ = [
    "Case",
    "Hearing",
    "Sort",
    "World",
    "hear",
    "made_key",
    "same_content",
    "testify",
]

ABSENT = "-"
_MADE = "made"
Evidence = Mapping[str, str]
"""Tag of an annotator → digest of what they marked, ``ABSENT`` for nothing."""


@dataclass(frozen=True, slots=True)
class World:
    """What cases are cases of.

    Attributes:
        text: The document's.
        schema: The project's.
        voters: Who has done the document.
    """

    text: str
    schema: Schema
    voters: Sequence[str]


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that somebody has marked, with what the settled layer says of it.

    Attributes:
        key: What a decision taken now would be based on.
        cluster: Who marked what; without members where nobody has it any more.
        gold: What the settled layer has for it.
        settlements: What was decided so far, also where it no longer holds.
        is_settled: There is nothing to decide.
    """

    key: str
    cluster: Cluster
    gold: tuple[Annotation, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    is_settled: bool = False

    @property
    def is_difference(self) -> bool:
        """Whether annotators differ, and not only gold from them."""
        return not self.cluster.is_agreed

    @property
    def is_reopened(self) -> bool:
        """Whether it was settled before something new was said."""
        return bool(self.settlements) and not self.is_settled

    @property
    def extent(self) -> Fragment:
        """From where to where anybody has marked it."""
        shown = [*self.cluster.members.values(), *self.gold]
        extents = [extent(a.parts) for a in shown]
        return Fragment(min(e.start for e in extents), max(e.end for e in extents))

    @property
    def was_decided(self) -> bool:
        """Whether a person has decided on it before."""
        return any(s.how is How.ADJUDICATED for s in self.settlements)


@dataclass(frozen=True, slots=True)
class Hearing:
    """All cases of one document, in the order of the text.

    Attributes:
        voters: Who has done the document.
        spent: Settlements that nothing hangs on any more.
    """

    voters: tuple[str, ...]
    cases: tuple[Case, ...]
    spent: tuple[Settlement, ...] = ()
    by_key: Mapping[str, Case] = field(default_factory=dict)

    @property
    def agreed(self) -> list[Case]:
        """What everybody has marked alike."""
        return [c for c in self.cases if not c.is_difference]

    @property
    def differences(self) -> list[Case]:
        """What is to be decided, or was: all but what was agreed and taken."""
        return [c for c in self.cases if c.is_difference or not c.is_settled]

    @property
    def open(self) -> list[Case]:
        """What is still to be decided."""
        return [c for c in self.cases if not c.is_settled]

    @property
    def is_comparable(self) -> bool:
        """Whether at least two annotators have done the document."""
        return len(self.voters) > 1

    def case_of(self, annotation_id: str) -> Case | None:
        """Return the case an annotation of anybody, or of gold, belongs to."""
        for case in self.cases:
            if any(a.id == annotation_id for a in case.cluster.members.values()):
                return case
            if any(a.id == annotation_id for a in case.gold):
                return case
        return None


# -- evidence and keys ---------------------------------------------------------


@lru_cache(1024)
def tag(annotator_id: str) -> str:
    """Return the few characters that stand for an annotator in keys."""
    return derived_id("voter", annotator_id)[:8]


def _content(annotation: Annotation) -> tuple[object, ...]:
    """Return what an annotation says; notes and dates do not count."""
    parts = tuple(
        (role, tuple((start, end) for start, end in some))
        for role, some in sorted(annotation.parts.items())
    )
    attributes = sorted((name, repr(v)) for name, v in annotation.attributes.items())
    return annotation.kind, annotation.label, parts, tuple(attributes)


def same_content(one: Annotation, other: Annotation) -> bool:
    """Return whether two annotations say the same; notes and dates do not count."""
    return _content(one) == _content(other)


def made_key(annotation_id: str) -> str:
    """Return the key of what somebody marked in the settled layer alone."""
    return f"{_MADE}:{annotation_id}"


def _key(evidence: Evidence) -> str:
    return " ".join(f"{who}:{said}" for who, said in sorted(evidence.items()))


def _evidence(key: str) -> dict[str, str]:
    words = (word.partition(":") for word in key.split())
    return {who: said for who, _, said in words}


def _marked(evidence: Evidence) -> set[tuple[str, str]]:
    """Return what of the evidence is of somebody who marked something."""
    return {
        (who, said) for who, said in evidence.items() if said != ABSENT and who != _MADE
    }


def testify(found: Sequence[Cluster]) -> list[Evidence]:
    """Return the evidence of every cluster: it changes only with the layers."""
    seen: Counter[tuple[object, ...]] = Counter()
    given: list[Evidence] = []
    for cluster in found:
        evidence = {tag(name): ABSENT for name in cluster.missing}
        for name, annotation in cluster.members.items():
            content = _content(annotation)
            before = seen[name, content]
            seen[name, content] += 1
            # The second of two that say the very same is told from the first.
            again = [str(before)] if before else []
            said = derived_id("content", repr(content), *again)[:12]
            evidence[tag(name)] = said
        given.append(evidence)
    return given


# -- bringing clusters, settlements and gold together --------------------------


@dataclass(slots=True)
class _File:
    """A case while it is put together."""

    cluster: Cluster
    evidence: Evidence
    settlements: list[Settlement] = field(default_factory=list)
    gold: dict[AnnotationId, Annotation] = field(default_factory=dict)


def hear(
    found: Sequence[Cluster],
    given: Sequence[Evidence],
    gold: Layer,
    world: World,
) -> Hearing:
    """Return what there is to settle.

    Args:
        found: What the voters took for the same things.
        given: The evidence of each of them, from ``testify``.
        gold: The settled layer.
        world: The document and who has done it.
    """
    voters = world.voters
    files = [_File(c, e) for c, e in zip(found, given, strict=True)]
    decisions: dict[str, list[Settlement]] = defaultdict(list)
    for settlement in sorted(gold.settlements.values(), key=lambda s: (s.time, s.id)):
        decisions[settlement.key].append(settlement)
    _bring_decisions(files, decisions)
    for file in files:
        _bring_gold(file, file.settlements, gold)
    made_alone = {
        s.annotation_id
        for key, some in decisions.items()
        if not _marked(_evidence(key))
        for s in some
    }
    _bring_by_place(files, decisions, made_alone, gold, world)
    files += _orphans(decisions, files, voters, gold)
    cases = [_closed(file, voters) for file in files]
    cases.sort(key=lambda c: (c.extent.start, -c.extent.end, c.cluster.kind, c.key))
    taken = {s.id for file in files for s in file.settlements}
    spent = tuple(
        s
        for s in gold.settlements.values()
        if s.id not in taken and s.annotation_id not in gold.annotations
    )
    return Hearing(tuple(voters), tuple(cases), spent, {c.key: c for c in cases})


def _bring_decisions(
    files: Sequence[_File], decisions: Mapping[str, list[Settlement]]
) -> None:
    """Give each decision to the cluster that shares most of its evidence."""
    about: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, file in enumerate(files):
        for one in _marked(file.evidence):
            about[one].append(number)
    ranked = []
    for key in decisions:
        shared = Counter(n for one in _marked(_evidence(key)) for n in about[one])
        for number, common in shared.items():
            exact = key == _key(files[number].evidence)
            ranked.append((not exact, -common, number, key))
    placed: set[str] = set()
    for _, _, number, key in sorted(ranked):
        if key not in placed:
            placed.add(key)
            files[number].settlements += decisions[key]


def _bring_gold(file: _File, some: Iterable[Settlement], gold: Layer) -> None:
    for settlement in some:
        annotation = gold.annotations.get(AnnotationId(settlement.annotation_id))
        if annotation is not None:
            file.gold[annotation.id] = annotation


def _bring_by_place(
    files: Sequence[_File],
    decisions: Mapping[str, list[Settlement]],
    made_alone: set[str],
    gold: Layer,
    world: World,
) -> None:
    """Give what else the settled layer has to the cluster that it overlaps most."""
    known = {a for file in files for a in file.gold}
    loose = [a for a in gold.annotations.values() if a.id not in known]
    bare = [file for file in files if not file.gold]
    of: dict[str, list[Settlement]] = defaultdict(list)
    for some in decisions.values():
        for settlement in some:
            of[settlement.annotation_id].append(settlement)
    for number, annotation, overlap in _nearest(bare, loose, world):
        if annotation.id in made_alone and overlap < 1.0:
            continue  # somebody put it beside what others have
        file = bare[number]
        decided = file.settlements
        if decided and annotation.id not in of:
            continue  # “none of them” was meant of this very place
        file.gold[annotation.id] = annotation
        held = {s.id for s in decided}
        file.settlements = [
            *decided,
            *(s for s in of[annotation.id] if s.id not in held),
        ]


def _nearest(
    files: Sequence[_File], loose: Sequence[Annotation], world: World
) -> list[tuple[int, Annotation, float]]:
    """Return which file each annotation overlaps most, and how far; one to one."""
    if not files or not loose:
        return []
    ruler = Ruler(world.text)
    found = []
    for kind in world.schema.kinds:
        role = kind.main_role.name
        golden = [a for a in loose if a.kind == kind.name]
        members = [
            (number, a)
            for number, file in enumerate(files)
            if file.cluster.kind == kind.name
            for a in file.cluster.members.values()
        ]
        mains = [a.parts.get(role, ()) for a in golden]
        theirs = [a.parts.get(role, ()) for _, a in members]
        best: dict[tuple[int, int], float] = {}
        for overlap, i, j in candidates(mains, theirs, ruler):
            best.setdefault((i, members[j][0]), overlap)
        ranked = [Candidate(overlap, i, n) for (i, n), overlap in best.items()]
        for pair in greedy(sorted(ranked, reverse=True), 0.0):
            overlap = best[pair.left, pair.right]
            found.append((pair.right, golden[pair.left], overlap))
    return found


def _orphans(
    decisions: Mapping[str, list[Settlement]],
    files: Sequence[_File],
    voters: Sequence[str],
    gold: Layer,
) -> list[_File]:
    """Return what was settled of things that nobody has any more."""
    placed = {s.id for file in files for s in file.settlements}
    found = []
    for key, some in decisions.items():
        left = [s for s in some if s.id not in placed]
        kept = [s for s in left if s.annotation_id in gold.annotations]
        if not kept or not _marked(_evidence(key)):
            continue
        kind = gold.annotations[AnnotationId(kept[0].annotation_id)].kind
        cluster = Cluster(kind, {}, tuple(sorted(voters)), (Sort.MISSED,))
        file = _File(cluster, {tag(name): ABSENT for name in voters}, left)
        _bring_gold(file, left, gold)
        found.append(file)
    return found


# -- judging -------------------------------------------------------------------


def _closed(file: _File, voters: Sequence[str]) -> Case:
    """Return the case; tell whether what was decided still holds."""
    key = _key(file.evidence)
    if not file.cluster.members:
        # What gold alone has is told from others by its own annotations.
        key = " ".join((*(made_key(i) for i in sorted(file.gold)), key))
    case = Case(key, file.cluster, tuple(file.gold.values()), tuple(file.settlements))
    if not file.settlements or not _is_whole(case):
        return case
    known: dict[str, str] = {}
    for settlement in file.settlements:
        known |= _evidence(settlement.key)
    for name in voters:
        then = known.get(tag(name))
        if file.evidence[tag(name)] != then and not _bears(case, name, then):
            return case
    return Case(key, case.cluster, case.gold, case.settlements, is_settled=True)


def _bears(case: Case, name: str, then: str | None) -> bool:
    """Return whether what an annotator says otherwise now is nothing against it."""
    annotation = case.cluster.members.get(name)
    if annotation is not None:
        return any(same_content(annotation, a) for a in case.gold)
    return not case.gold or (then is None and case.was_decided)


def _is_whole(case: Case) -> bool:
    """Return whether the settled layer still has what was decided."""
    there = {a.id for a in case.gold}
    named = {s.annotation_id for s in case.settlements if s.annotation_id}
    return named == there
