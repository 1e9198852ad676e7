"""From other tools' spans, relations and events to annotations with parts.

The same for every format, in this order:

1. Spans that our own writer made say themselves which annotation they belong to.
2. Events that the mapping (or their name: ``Attribution``) makes frames become one
   annotation each, their arguments its parts. A span whose label says no more than
   the role it plays is used up by that; an entity in the role of a speaker stays an
   entity besides.
3. Spans whose label is mapped to a part are joined where a relation ties them to
   another part of the same kind. A main part on its own is an annotation; any other
   part on its own has nothing to belong to and is named as a loss.
4. Every other span is an annotation of its own, every other event a mark on its
   trigger with a link to each argument, every other relation a link.

Ids are derived from the content, so that the same file imported again adds nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from annotator.domain.annotations import (
    Annotation,
    Link,
    Suggestion,
    suggestion_id,
)
from annotator.domain.ids import (
    AnnotationId,
    DocumentId,
    LinkId,
    SuggestionId,
    derived_id,
)
from annotator.domain.records import LayerRecord, Record
from annotator.domain.text import document_id
from annotator.domain.wording import tr
from annotator.formats.drafts import (
    MAIN_ROLES,
    Draft,
    main_role,
    quote_label,
    safe_label,
    safe_name,
)
from annotator.formats.foreign import (
    ForeignDocument,
    ForeignFrame,
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
    Own,
)
from annotator.formats.jsonl_own import is_id
from annotator.formats.mapping import LINK, PART, SKIP, LabelMap, Target

IMPORTED = "imported"
"""The model whose suggestions they are where the file does not name it."""

PART_LABELS = frozenset(("source", "speaker", "cue", "content", "claimant", "claim"))
"""What spans are called, in lower case, that say no more than the role they play."""

_AS_IT_IS = LabelMap()


def assemble(document: ForeignDocument, mapping: LabelMap) -> Iterator[Record]:
    """Yield a record for each layer of a document; one without any where it has none.

    Raises:
        InputError: The text is none that can be stored.
    """
    if mapping.witness is not None:
        mapping.witness.saw(document)
    identity = document_id(document.text)
    losses = document.losses
    layers: Iterable[ForeignLayer | None] = document.layers or (None,)
    for layer in layers:
        made = None
        if layer is not None:
            assembly = _Assembly(identity, document.text, layer, mapping)
            made = assembly.layer()
            losses += (*layer.losses, *assembly.losses)
        yield Record(
            identity,
            document.text,
            document.details,
            made,
            document.tokens,
            document.where,
            losses,
            document.zones,
        )
        losses = ()


class _Assembly:
    """One layer while its annotations are put together.

    Attributes:
        losses: What could not be kept, one sentence each.
    """

    def __init__(
        self, document: DocumentId, text: str, layer: ForeignLayer, mapping: LabelMap
    ) -> None:
        self.losses: list[str] = []
        self._document = document
        self._text = text
        self._layer = layer
        self._mapping = mapping
        self._targets: dict[tuple[str, str], Target] = {}
        self._drafts: list[Draft] = []
        # Id in the file → the annotation that relations to it are about.
        self._of: dict[str, Draft] = {}
        self._spans = {span.id: span for span in layer.spans}
        self._used: set[str] = set()
        self._relations = list(layer.relations)

    def layer(self) -> LayerRecord:
        """Return the annotations, or suggestions, and links."""
        layer = self._layer
        for frame in layer.frames:
            self._add_frame(frame)
        parts = self._add_spans()
        if parts or PART in self._mapping.relations.values():
            self._join(parts)
        self._name_all()
        if layer.by_model:
            suggestions = tuple(map(self._suggestion, self._drafts))
            self._lose_links()
            return LayerRecord(
                layer.annotator, suggestions=suggestions, status=layer.status
            )
        annotations = tuple(map(self._annotation, self._drafts))
        return LayerRecord(layer.annotator, annotations, self._links(), layer.status)

    def _add_spans(self) -> dict[str, tuple[ForeignSpan, Target]]:
        """Make annotations of spans; return those that are parts of others."""
        parts: dict[str, tuple[ForeignSpan, Target]] = {}
        owned: dict[str, Draft] = {}
        for span in self._layer.spans:
            if span.own is not None:
                self._add_own(span, span.own, owned)
            elif span.id not in self._used:
                target = self._target(span)
                if target.role and target.role != main_role(target.kind):
                    parts[span.id] = span, target
                elif target.kind:
                    draft = self._draft(target, span.label, span)
                    draft.describe(span.attributes, span.note, self._mapping)
                    self._of[span.id] = draft
        return parts

    def _add_own(self, span: ForeignSpan, own: Own, owned: dict[str, Draft]) -> None:
        draft = owned.get(own.annotation)
        if draft is None:
            kind = safe_name(own.kind)
            draft = Draft(kind, "", score=span.score, given=own.annotation)
            owned[own.annotation] = draft
            self._drafts.append(draft)
        if own.label and not draft.label:
            draft.label = safe_label(own.label)
        draft.add(safe_name(own.role), span.fragments)
        draft.origin = draft.origin or own.origin
        draft.created = draft.created or span.created
        draft.modified = draft.modified or span.modified
        if span.attributes or span.note:
            draft.describe(span.attributes, span.note, _AS_IT_IS)
        self._of[span.id] = draft

    def _target(self, span: ForeignSpan) -> Target:
        key = (span.layer, span.label)
        found = self._targets.get(key)
        if found is None:
            found = self._mapping.target(span.label, span.layer)
            if found is None:
                found = self._mapping.fallback(span.label)
            self._targets[key] = found
        return found

    def _draft(self, target: Target, label: str, span: ForeignSpan) -> Draft:
        """Start an annotation with one span as its main part."""
        kind = target.kind
        is_frame = kind in MAIN_ROLES
        named = target.label or ("" if is_frame else label)
        draft = Draft(
            kind,
            safe_label(named) if named else "",
            score=span.score,
            created=span.created,
            modified=span.modified,
        )
        draft.add(target.role or main_role(kind), span.fragments)
        self._drafts.append(draft)
        return draft

    # ------------------------------------------------------------- events

    def _add_frame(self, frame: ForeignFrame) -> None:
        kind = self._mapping.frame(frame.label)
        if kind is None:
            # An event that hangs on a part, such as a quote's cue, is the whole.
            kind = self._part_of(frame.label)
        if kind == SKIP:
            self._used.add(frame.trigger)
        elif kind is None or not self._add_as(kind, frame):
            self._add_event(frame)

    def _part_of(self, label: str) -> str | None:
        """Return the kind that a label is a part of, None where it is no part."""
        target = self._mapping.target(label)
        is_part = target is not None and target.role not in ("", main_role(target.kind))
        return target.kind if target is not None and is_part else None

    def _add_as(self, kind: str, frame: ForeignFrame) -> bool:
        """Make one annotation of an event, if it has the main part of that kind."""
        arguments = [
            (name, self._spans[target])
            for role, target in frame.arguments
            if target in self._spans and (name := self._mapping.frame_role(kind, role))
        ]
        if main_role(kind) not in {role for role, _ in arguments}:
            return False
        attributes = dict(frame.attributes)
        draft = Draft(safe_name(kind), safe_label(str(attributes.pop("label", ""))))
        if "label" not in frame.attributes:
            draft.label = ""
        for role, span in arguments:
            draft.add(safe_name(role), span.fragments)
            if self._is_bare(span, kind):
                self._used.add(span.id)
                self._of.setdefault(span.id, draft)
                draft.describe(span.attributes, span.note, self._mapping)
        self._add_trigger(frame, draft)
        draft.describe(attributes, frame.note, self._mapping)
        self._drafts.append(draft)
        self._of[frame.id] = draft
        self._lose_frames(frame)
        return True

    def _add_trigger(self, frame: ForeignFrame, draft: Draft) -> None:
        """Take the words an event hangs on for a quote's cue, unless it has one."""
        span = self._spans.get(frame.trigger)
        if span is None:
            return
        self._used.add(span.id)
        self._of.setdefault(span.id, draft)
        draft.describe(span.attributes, span.note, self._mapping)
        is_part = span.fragments in draft.parts.values()
        if draft.kind == "quote" and "cue" not in draft.parts and not is_part:
            draft.add("cue", span.fragments)

    def _is_bare(self, span: ForeignSpan, kind: str) -> bool:
        """Tell whether a span's label says no more than its role in a kind."""
        target = self._mapping.target(span.label, span.layer)
        if target is None:
            return span.label.casefold() in PART_LABELS
        return bool(target.role) or target.kind in ("", kind)

    def _lose_frames(self, frame: ForeignFrame) -> None:
        for role, target in frame.arguments:
            if target not in self._spans:
                self.losses.append(
                    tr(
                        "The part {role} of {label} ({id}) was left out: it is "
                        "no words but another event.",
                        role=role,
                        label=frame.label,
                        id=frame.id,
                    )
                )

    def _add_event(self, frame: ForeignFrame) -> None:
        """Mark an event's trigger; its arguments become links."""
        trigger = self._spans.get(frame.trigger)
        if trigger is None:
            self.losses.append(
                tr(
                    "The event {label} ({id}) was left out: it has no trigger in "
                    "the text.",
                    label=frame.label,
                    id=frame.id,
                )
            )
            return
        if self._part_of(frame.label) is not None:
            self._relations += [
                ForeignRelation(role, trigger.id, argument)
                for role, argument in frame.arguments
            ]
            return
        target = self._mapping.target(frame.label)
        target = target or self._mapping.fallback(frame.label)
        self._used.add(trigger.id)
        if not target.kind:
            return
        draft = self._draft(target, frame.label, trigger)
        draft.describe(trigger.attributes, trigger.note, self._mapping)
        draft.describe(frame.attributes, frame.note, self._mapping)
        self._of[frame.id] = draft
        self._of.setdefault(trigger.id, draft)
        self._relations += [
            ForeignRelation(role, frame.id, target) for role, target in frame.arguments
        ]

    # ------------------------------------------------------------- parts

    def _join(self, parts: dict[str, tuple[ForeignSpan, Target]]) -> None:
        """Tie parts to the annotations that relations lead to, step by step."""
        open_relations = self._relations
        placed: set[str] = set()
        grew = True
        while grew:
            rest = [r for r in open_relations if not self._tie(r, parts, placed)]
            grew = len(rest) < len(open_relations)
            open_relations = rest
        self._relations = open_relations
        for identity, (span, target) in parts.items():
            if identity not in placed:
                start, end = span.fragments[0].start, span.fragments[-1].end
                self.losses.append(
                    tr(
                        "The {role} “{words}” at {start}–{end} was left out: "
                        "nothing ties it to a {kind}.",
                        role=target.role,
                        words=self._text[start:end],
                        start=start,
                        end=end,
                        kind=target.kind,
                    )
                )

    def _tie(
        self,
        relation: ForeignRelation,
        parts: dict[str, tuple[ForeignSpan, Target]],
        placed: set[str],
    ) -> bool:
        """Join the ends of a relation if one is a part and the other has a place."""
        what = self._mapping.relation(relation.label)
        if what is not None and what != PART:
            return False
        ends = (relation.source, relation.target)
        for one, other in (ends, ends[::-1]):
            draft = self._of.get(other)
            if one in parts and draft is not None:
                span, target = parts[one]
                if draft.kind == target.kind:
                    draft.add(target.role, span.fragments)
                    draft.describe(span.attributes, span.note, self._mapping)
                    self._of.setdefault(one, draft)
                    placed.add(one)
                    return True
        return what == PART and self._fuse(*ends)

    def _fuse(self, one: str, other: str) -> bool:
        """Make two annotations of one kind into one: a quote in two pieces."""
        first, second = self._of.get(one), self._of.get(other)
        if first is None or second is None or first.kind != second.kind:
            return False
        if first is second:
            return True
        for role, fragments in second.parts.items():
            first.add(role, fragments)
        first.describe(second.attributes, "", _AS_IT_IS)
        first.notes += second.notes
        self._drafts = [draft for draft in self._drafts if draft is not second]
        for identity, draft in self._of.items():
            if draft is second:
                self._of[identity] = first
        return True

    # ------------------------------------------------------------- results

    def _name_all(self) -> None:
        """Give every annotation a label and an id that is the same at every import."""
        seen: Counter[str] = Counter()
        for draft in self._drafts:
            if not draft.label:
                content = draft.parts.get(main_role(draft.kind), ())
                is_quote = draft.kind == "quote" and bool(content)
                draft.label = (
                    quote_label(self._text, content) if is_quote else draft.kind
                )
            if is_id(draft.given):
                draft.id = draft.given
            elif draft.given:
                draft.id = self._derive("given", draft.given)
            else:
                spans = sorted(draft.parts.items())
                content_key = f"{draft.kind}\x1f{draft.label}\x1f{spans}"
                draft.id = self._derive(content_key, str(seen[content_key]))
                seen[content_key] += 1

    def _derive(self, *content: str) -> str:
        return derived_id("import", self._document, self._layer.annotator, *content)

    def _annotation(self, draft: Draft) -> Annotation:
        moment = self._layer.moment
        return Annotation(
            AnnotationId(draft.id),
            draft.kind,
            draft.label,
            draft.parts,
            draft.attributes,
            "\n".join(draft.notes),
            draft.origin or "import",
            draft.created or moment,
            draft.modified or draft.created or moment,
        )

    def _suggestion(self, draft: Draft) -> Suggestion:
        made_by = (self._layer.annotator or IMPORTED, self._layer.version or "import")
        kind, label, parts = draft.kind, draft.label, draft.parts
        return Suggestion(
            SuggestionId(draft.id)
            if is_id(draft.given)
            else suggestion_id(self._document, made_by, kind, label, parts),
            self._document,
            *made_by,
            kind,
            label,
            parts,
            draft.score,
            draft.attributes,
            "\n".join(draft.notes),
        )

    def _links(self) -> tuple[Link, ...]:
        """Return what relations are left as links; one given twice is one link."""
        links: dict[str, Link] = {}
        for relation in self._relations:
            what = self._mapping.relation(relation.label)
            if what == SKIP:
                continue
            source = self._of.get(relation.source)
            target = self._of.get(relation.target)
            if _within_own(source, target, relation):
                continue
            if source is None or target is None or _leads_nowhere(source, target):
                self.losses.append(
                    tr(
                        "The relation {label} ({source} → {target}) was left "
                        "out: it does not join two annotations.",
                        label=relation.label,
                        source=relation.source,
                        target=relation.target,
                    )
                )
                continue
            label = relation.label if what is None else what.removeprefix(LINK)
            link = self._link(relation, safe_name(label), source.id, target.id)
            links[link.id] = link
        return tuple(links.values())

    def _link(
        self, relation: ForeignRelation, label: str, source: str, target: str
    ) -> Link:
        given = relation.given
        identity = (
            given if is_id(given) else self._derive("link", label, source, target)
        )
        return Link(LinkId(identity), label, AnnotationId(source), AnnotationId(target))

    def _lose_links(self) -> None:
        """Name relations between suggestions, which have no links."""
        links = self._links()
        if links:
            labels = ", ".join(sorted({link.label for link in links}))
            self.losses.append(
                tr(
                    "Relations between suggestions were left out ({labels}): "
                    "{number}; suggestions have none.",
                    labels=labels,
                    number=len(links),
                )
            )


def _within_own(
    source: Draft | None, target: Draft | None, relation: ForeignRelation
) -> bool:
    """Tell whether it only says which parts belong together, as our exports do."""
    is_own = source is not None and source is target and source.given != ""
    return is_own and not relation.given


def _leads_nowhere(source: Draft, target: Draft) -> bool:
    """Tell whether it leads from an annotation to itself, as only ours may."""
    return source is target and not source.given
