"""Documents dealt out to train, dev and test (or parts of any name), by share.

Whole documents only, and what must not be torn apart stays in one part: articles that
are nearly the same, since a copy of a training text in the test set measures memory;
and articles of one source, where that is wanted, so that the test says how a model
does on papers that it has never seen.

**Balance.** The parts should be alike in documents and in every label. Groups are
taken in the order of iterative stratification (Sechidis, Tsoumakas & Vlahavas 2011,
"On the Stratification of Multi-Label Data"): those with the rarest label first,
while there is still a choice, and of these the largest first. Each goes where
Pearson's χ² of the shares reached so far against the shares wanted, summed over the
labels and as much again for documents, grows least. Then single groups are moved for
as long as that makes χ² smaller.

The result depends on the documents, the shares and the seed, on nothing else: not on
the order of import, and not on who runs it.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.records import Record
from annotator.domain.wording import noop, tr, trn
from annotator.formats.rows import Marked
from annotator.services.near_duplicates import groups

Label = tuple[str, str]
"""Kind and label."""

Parts = dict[str, frozenset[DocumentId]]

TOLERANCE = 0.05
"""How far from its share of documents a part may be for sources to be kept together
where nobody asked for it."""

_SMALLEST_GAIN = 1e-9
_ROUNDS = 20
_TOO_FEW = noop(
    "{articles} cannot be split into {number} parts; ask for fewer parts or import more"
    " articles."
)
_TOO_FEW_SOURCES = noop(
    "{articles} cannot be split into {number} parts with the articles of each source"
    " kept together; ask for fewer parts or import more articles."
)


@dataclass(slots=True)
class SplitDocument:
    """What counts when a document is dealt out.

    Attributes:
        source: "" where it is not known.
        labels: How many annotations it has of each.
    """

    id: DocumentId
    source: str
    labels: Counter[Label] = field(default_factory=Counter)


def parse_split(text: str) -> dict[str, float]:
    """Return the split that ``train=80,dev=20`` says.

    Raises:
        InputError: It is not of that form.
    """
    split: dict[str, float] = {}
    for item in filter(None, (part.strip() for part in text.split(","))):
        name, _, share = item.partition("=")
        try:
            weight = float(share)
        except ValueError:
            weight = 0.0
        if not name.isidentifier() or not 0 < weight < float("inf") or name in split:
            raise InputError(
                tr(
                    "“{item}” is no part of a split; write it like train=80,dev=20.",
                    item=item,
                )
            )
        split[name] = weight
    return split


def split_records(
    records: Iterable[Record],
    shares: Mapping[str, float],
    *,
    seed: int = 0,
    keep_sources: bool | None = None,
) -> Parts:
    """Return which documents of *records* go into which part; see ``split``."""
    found: dict[DocumentId, SplitDocument] = {}

    def texts() -> Iterator[tuple[DocumentId, str]]:
        for record in records:
            identity, layer = record.document_id, record.layer
            if identity not in found:
                found[identity] = SplitDocument(identity, record.details.source)
                yield identity, record.text
            if layer is not None:
                items: tuple[Marked, ...] = (*layer.annotations, *layer.suggestions)
                found[identity].labels.update((i.kind, i.label) for i in items)

    copies = groups(texts())
    documents = list(found.values())
    return split(documents, copies, shares, seed=seed, keep_sources=keep_sources)


def split(
    documents: Sequence[SplitDocument],
    copies: Sequence[frozenset[DocumentId]],
    shares: Mapping[str, float],
    *,
    seed: int = 0,
    keep_sources: bool | None = None,
) -> Parts:
    """Return which documents go into which part.

    Args:
        copies: Groups of documents that are nearly the same.
        shares: Part → its weight; only their ratios count.
        keep_sources: Articles of one source stay in one part; None for where
            sources are known and the shares can still be met.

    Raises:
        InputError: There are fewer groups than parts.
    """
    if keep_sources is not False:
        together = _groups(documents, [*copies, *_sources(documents)])
        if keep_sources or len(together) >= len(shares):
            parts = _dealt(together, shares, seed, forced=bool(keep_sources))
            if keep_sources or _fits(parts, shares, len(documents)):
                return parts
    return _dealt(_groups(documents, copies), shares, seed, forced=False)


def _sources(documents: Iterable[SplitDocument]) -> list[frozenset[DocumentId]]:
    members: defaultdict[str, set[DocumentId]] = defaultdict(set)
    for document in documents:
        if document.source:
            members[document.source.casefold()].add(document.id)
    return [frozenset(group) for group in members.values()]


def _fits(parts: Parts, shares: Mapping[str, float], count: int) -> bool:
    total = sum(shares.values())
    return all(
        abs(len(parts[name]) / count - share / total) <= TOLERANCE
        for name, share in shares.items()
    )


@dataclass(slots=True)
class _Group:
    """Documents that stay together.

    Attributes:
        counts: Label → annotations; None → documents.
    """

    ids: list[DocumentId] = field(default_factory=list)
    counts: Counter[Label | None] = field(default_factory=Counter)


def _groups(
    documents: Iterable[SplitDocument], together: Iterable[frozenset[DocumentId]]
) -> list[_Group]:
    """Return the groups; who is in a set with one of a group belongs to it."""
    leader: dict[DocumentId, DocumentId] = {}

    def root(identity: DocumentId) -> DocumentId:
        while leader.setdefault(identity, identity) != identity:
            leader[identity] = leader[leader[identity]]
            identity = leader[identity]
        return identity

    for members in together:
        first, *others = sorted(members)
        for other in others:
            leader[root(other)] = root(first)
    made: defaultdict[DocumentId, _Group] = defaultdict(_Group)
    for document in documents:
        group = made[root(document.id)]
        group.ids.append(document.id)
        group.counts.update(document.labels)
        group.counts[None] += 1
    return list(made.values())


def _dealt(
    together: list[_Group], shares: Mapping[str, float], seed: int, *, forced: bool
) -> Parts:
    if len(together) < len(shares):
        raise InputError(
            tr(
                _TOO_FEW_SOURCES if forced else _TOO_FEW,
                articles=_count(together),
                number=len(shares),
            )
        )
    ordered = _in_order(together, seed)
    dealing = _Dealing(ordered, list(shares.values()))
    dealing.deal()
    dealing.fill_empty()
    dealing.improve()
    places = dealing.places
    return {
        name: frozenset(
            chain.from_iterable(
                group.ids
                for group, place in zip(ordered, places, strict=True)
                if place == part
            )
        )
        for part, name in enumerate(shares)
    }


def _count(together: list[_Group]) -> str:
    documents = sum(len(group.ids) for group in together)
    articles = trn("{n:,} article", "{n:,} articles", documents)
    if len(together) == documents:
        return articles
    return trn(
        "{articles} in {n:,} group that belongs together",
        "{articles} in {n:,} groups that belong together",
        len(together),
        articles=articles,
    )


def _in_order(together: list[_Group], seed: int) -> list[_Group]:
    """Return the groups with the rarest labels first, of these the largest."""
    totals: Counter[Label | None] = Counter()
    for group in together:
        totals.update(group.counts)

    def key(group: _Group) -> tuple[int, int, bytes]:
        rarest = min(group.counts, key=lambda label: (totals[label], label or ()))
        name = f"split {seed} {min(group.ids)}".encode()
        # Sizes that are about the same are in an order that the seed decides.
        size = group.counts[rarest].bit_length()
        return totals[rarest], -size, hashlib.sha256(name).digest()

    return sorted(together, key=key)


class _Dealing:
    """Groups while they are dealt out.

    Attributes:
        places: The part that each group is in; -1 for none yet.
    """

    def __init__(self, ordered: Sequence[_Group], weights: Sequence[float]) -> None:
        self.places = [-1] * len(ordered)
        total = sum(weights)
        self._shares = [weight / total for weight in weights]
        totals: Counter[Label | None] = Counter()
        for group in ordered:
            totals.update(group.counts)
        # Documents count as much as all labels together.
        documents = max(len(totals) - 1, 1)
        self._portions = [
            [
                (label, count / totals[label], documents if label is None else 1)
                for label, count in sorted(group.counts.items(), key=repr)
            ]
            for group in ordered
        ]
        self._reached: list[defaultdict[Label | None, float]] = [
            defaultdict(float) for _ in weights
        ]

    def deal(self) -> None:
        """Put every group into the part where χ² grows least."""
        parts = range(len(self._shares))
        for number in range(len(self.places)):
            self._put(number, min(parts, key=lambda part: self._cost(number, part)))

    def fill_empty(self) -> None:
        """See to it that no part is empty: small shares of few groups would be."""
        for part in range(len(self._shares)):
            if part in self.places:
                continue
            taken = Counter(self.places)
            movable = [n for n, place in enumerate(self.places) if taken[place] > 1]
            least = min(movable, key=lambda n: (self._gain(n, part), n))
            self._move(least, part)

    def improve(self) -> None:
        """Move single groups for as long as χ² gets smaller."""
        parts = range(len(self._shares))
        taken = Counter(self.places)
        for _ in range(_ROUNDS):
            moved = False
            for number, place in enumerate(self.places):
                if taken[place] == 1:
                    continue
                best = min(parts, key=lambda part: (self._gain(number, part), part))
                if self._gain(number, best) < -_SMALLEST_GAIN:
                    taken[place] -= 1
                    taken[best] += 1
                    self._move(number, best)
                    moved = True
            if not moved:
                break

    def _cost(self, number: int, part: int) -> float:
        """Return by how much χ² grows if a group is added to a part.

        With x the portion of a label that a part has of its wanted share s, χ² is
        the sum of (x - s)² / s, which is the sum of x² / s less 1.
        """
        reached = self._reached[part]
        grown = sum(
            weight * portion * (2 * reached[label] + portion)
            for label, portion, weight in self._portions[number]
        )
        return grown / self._shares[part]

    def _gain(self, number: int, part: int) -> float:
        """Return by how much χ² grows if a group is moved to a part."""
        place = self.places[number]
        if place == part:
            return 0.0
        self._take(number)
        before, after = self._cost(number, place), self._cost(number, part)
        self._put(number, place)
        return after - before

    def _move(self, number: int, part: int) -> None:
        self._take(number)
        self._put(number, part)

    def _put(self, number: int, part: int) -> None:
        self.places[number] = part
        for label, portion, _ in self._portions[number]:
            self._reached[part][label] += portion

    def _take(self, number: int) -> None:
        for label, portion, _ in self._portions[number]:
            self._reached[self.places[number]][label] -= portion
