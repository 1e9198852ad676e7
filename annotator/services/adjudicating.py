"""Settling: a lead at work on the settled layer of one document after another.

Each method that decides is one transaction and one undo entry of the settled layer:
annotations, where they came from, links and the document's state go together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.agreement.settling import Sort
from annotator.domain.annotations import Annotation, now
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotationId, AnnotatorId, CommentId, new_id
from annotator.domain.layers import LayerChange
from annotator.domain.people import Comment
from annotator.domain.settling import How, Settlement, Source
from annotator.domain.text import excerpt
from annotator.domain.wording import tr, trn
from annotator.services.adjudication import Case, Hearing, same_content
from annotator.services.afresh import afresh
from annotator.services.bench import Bench
from annotator.services.changes import Changes
from annotator.services.rulings import (
    ORIGIN,
    Rule,
    Ruling,
    composed,
    rows_of,
    ruled,
    taken_whole,
)

__all__ = ["Adjudication", "Case", "Hearing", "Rule", "Sort", "rows_of"]


@dataclass(frozen=True, slots=True)
class _Decision:
    """What is to become of one case.

    Attributes:
        rulings: What gold is to have for it; none for “none of them”.
        kept: What gold has for it that stays as it is.
    """

    case: Case
    rulings: tuple[Ruling, ...] = ()
    kept: tuple[Annotation, ...] = ()
    how: How = How.ADJUDICATED


class Adjudication(Bench):
    """Decides what becomes of each difference.

    Attributes:
        takes_along: The first decision on a document also takes what everybody has
            marked alike, in the same step.
    """

    takes_along = False

    # -- deciding ----------------------------------------------------------

    @afresh
    def take(
        self,
        key: str,
        annotator: str,
        parts: Mapping[str, str] | None = None,
        *,
        also: bool = False,
    ) -> Changes | None:
        """Take what one annotator has, with parts of it from others.

        Args:
            key: Of the case.
            annotator: From whom everything is that *parts* does not name.
            parts: Row (``label``, a role, an attribute) → annotator.
            also: Keep what gold has for the case, too.

        Raises:
            InputError: There is no such case, or the annotator has nothing there.
        """
        case = self._case(key)
        cluster = case.cluster
        if parts:
            ruling = composed(cluster, self._kind(cluster), annotator, parts)
        else:
            ruling = taken_whole(cluster, annotator)
        kept = case.gold if also else ()
        twice = any(same_content(ruling.annotation, a) for a in kept)
        name = self._taking("" if parts else annotator, ruling.annotation)
        decision = _Decision(case, () if twice else (ruling,), kept)
        return self._decide(name, decision)

    @afresh
    def take_none(self, key: str) -> Changes | None:
        """Decide that none of them is right."""
        case = self._case(key)
        name = tr("Take none {place}", place=self._place(case))
        return self._decide(name, _Decision(case))

    @afresh
    def keep(self, key: str) -> Changes | None:
        """Decide that what gold has is right, although somebody differs now."""
        case = self._case(key)
        decision = _Decision(case, kept=case.gold)
        return self._decide(tr("Keep {place}", place=self._place(case)), decision)

    @afresh
    def reopen(self, key: str) -> Changes | None:
        """Take a decision back: gold has nothing for the case any more."""
        case = self._case(key)
        if not case.settlements and not case.gold:
            return None
        change = self._linked(
            LayerChange(
                self._opened.document.id,
                self.annotator.id,
                removed=tuple(a.id for a in case.gold),
                removed_settlements=tuple(s.id for s in case.settlements),
            )
        )
        name = tr("Open again {place}", place=self._place(case))
        return self._commit(name, self._closed(change), None)

    @afresh
    def comment(self, start: int, end: int, text: str) -> Changes | None:
        """Say something about a passage, for everybody who sees the document.

        Raises:
            InputError: Nobody is there to say it.
        """
        text = text.strip()
        if not text:
            return None
        if self.lead is None:
            raise InputError(tr("A comment needs somebody who makes it."))
        made = Comment(CommentId(new_id()), start, end, self.lead.id, now(), text)
        return self._say(tr("Comment “{text}”", text=_shortened(text)), made)

    @afresh
    def resolve(self, comment_id: str, *, resolved: bool = True) -> Changes | None:
        """Set a comment to resolved, or open it again."""
        comment = self._opened.layer.comments.get(CommentId(comment_id))
        if comment is None or comment.resolved is resolved:
            return None
        text = _shortened(comment.text)
        if resolved:
            name = tr("Resolve the comment “{text}”", text=text)
        else:
            name = tr("Open again the comment “{text}”", text=text)
        return self._say(name, replace(comment, resolved=resolved))

    def _say(self, name: str, comment: Comment) -> Changes:
        change = LayerChange(
            self._opened.document.id, self.annotator.id, put_comments=(comment,)
        )
        return self._commit(name, change, None)

    @afresh
    def fill(
        self, rule: Rule = Rule.UNANIMOUS, kinds: Collection[str] = ()
    ) -> Changes | None:
        """Take what a rule decides, and leave the rest open; one step for all of it.

        What a person has decided on, or marked in gold, no rule changes.

        Args:
            rule: Unanimous or majority.
            kinds: Only these; empty for all.
        """
        if not self.hearing.is_comparable:
            return None
        decisions = self._by_rules(rule, kinds)
        number = len(decisions)
        if not number and self._is_in_order():
            return None
        if number:
            name = trn(
                "Take {n:,} annotation by rule",
                "Take {n:,} annotations by rule",
                number,
            )
        else:
            name = tr("Settle the article")
        return self._settle(name, decisions)

    def can_fill(self, rule: Rule, kinds: Collection[str] = ()) -> bool:
        """Return whether ``fill`` would change anything."""
        if not self.hearing.is_comparable:
            return False
        return bool(self._by_rules(rule, kinds)) or not self._is_in_order()

    def _by_rules(self, rule: Rule, kinds: Collection[str]) -> list[_Decision]:
        return [
            decision
            for case in self.hearing.open
            if not kinds or case.cluster.kind in kinds
            if (decision := self._by_rule(case, rule)) is not None
        ]

    def _is_in_order(self) -> bool:
        """Return whether the document is done just if nothing is open."""
        status = Status.IN_PROGRESS if self.hearing.open else Status.DONE
        return self._opened.layer.status is status

    def _by_rule(self, case: Case, rule: Rule) -> _Decision | None:
        cluster = case.cluster
        if not cluster.members or case.was_decided:
            return None
        voters = len(self.hearing.voters)
        ruling = ruled(cluster, self._kind(cluster), voters, rule)
        if ruling is None:
            return None
        same = [a for a in case.gold if same_content(a, ruling.annotation)]
        if case.gold and not case.settlements and len(same) != len(case.gold):
            return None
        return _Decision(case, (ruling,), how=ruling.how)

    def waiting(self) -> list[Case]:
        """Return what everybody has marked alike and nobody has taken yet."""
        return [decision.case for decision in self._unanimous()]

    def _unanimous(self) -> list[_Decision]:
        if not self.hearing.is_comparable:
            return []
        found = (self._by_rule(c, Rule.UNANIMOUS) for c in self.hearing.open)
        return [decision for decision in found if decision is not None]

    def is_unsettled(self) -> bool:
        """Return whether ``fill`` is all that the document lacks to be done."""
        hearing = self.hearing
        return (
            hearing.is_comparable
            and len(self.waiting()) == len(hearing.open)
            and not (self._is_in_order() and not hearing.open)
        )

    # -- how a decision becomes a change -----------------------------------

    def _taking(self, annotator: str, annotation: Annotation) -> str:
        """Return the name of taking what an annotator has; "" for parts of several."""
        words = self._words(annotation)
        person = self.people.get(AnnotatorId(annotator))
        if not annotator:
            return tr("Take parts: {words}", words=words)
        if person is None:
            return tr("Take another’s: {words}", words=words)
        return tr("Take {name}’s: {words}", name=person.name, words=words)

    def _decide(self, name: str, decision: _Decision) -> Changes | None:
        """Carry a decision out, and what goes along with it."""
        along = self._unanimous() if self.takes_along else []
        along = [one for one in along if one.case.key != decision.case.key]
        if along:
            name = trn(
                "{step}, and {n:,} that all agree on",
                "{step}, and {n:,} that all agree on",
                len(along),
                step=name,
            )
        return self._settle(name, [decision, *along])

    def _settle(self, name: str, decisions: Sequence[_Decision]) -> Changes | None:
        moment = now()
        put: list[Annotation] = []
        removed: list[AnnotationId] = []
        settled: list[Settlement] = []
        spent = [s.id for s in self.hearing.spent] if decisions else []
        for decision in decisions:
            made, rows = self._carried_out(decision, moment)
            put += made
            settled += rows
            stays = {row.annotation_id for row in rows}
            removed += [a.id for a in decision.case.gold if a.id not in stays]
            spent += [s.id for s in decision.case.settlements]
        fresh = {s.id for s in settled}
        change = self._closed(
            self._linked(
                LayerChange(
                    self._opened.document.id,
                    self.annotator.id,
                    put=tuple(put),
                    removed=tuple(removed),
                    put_settlements=tuple(settled),
                    removed_settlements=tuple(i for i in spent if i not in fresh),
                )
            )
        )
        select = put[0].id if len(decisions) == 1 and put else None
        return self._commit(name, change, select)

    def _carried_out(
        self, decision: _Decision, moment: str
    ) -> tuple[list[Annotation], list[Settlement]]:
        """Return what gold gets for a case, and how that was settled."""
        case = decision.case
        free = [a for a in case.gold if a not in decision.kept]
        rows: list[tuple[AnnotationId | str, tuple[Source, ...]]] = [
            (a.id, self._sources(case, a.id)) for a in decision.kept
        ]
        put = []
        for ruling in decision.rulings:
            before = free.pop(0) if free else None
            made = replace(
                ruling.annotation,
                id=before.id if before else AnnotationId(new_id()),
                origin=ORIGIN,
                created=before.created if before else moment,
                modified=moment,
            )
            if before is None or not same_content(before, made):
                put.append(made)
            rows.append((made.id, ruling.sources))
        return put, [
            Settlement(
                self._settlement_id(case.key, identity),
                case.key,
                decision.how,
                self._by,
                moment,
                sources,
                identity,
            )
            for identity, sources in rows or [("", ())]
        ]


def _shortened(text: str) -> str:
    return excerpt(text, 0, len(text), limit=32)
