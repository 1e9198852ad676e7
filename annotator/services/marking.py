"""Steps that make, change and delete annotations. Pure: nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.domain.annotations import (
    Annotation,
    AttributeValue,
    Decision,
    Fragment,
    Link,
    Parts,
    Suggestion,
    Verdict,
    merge_fragments,
    now,
)
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotationId, LinkId, SuggestionId, new_id
from annotator.domain.schema import Schema
from annotator.domain.wording import noop, tr, trn, within
from annotator.services.steps import (
    OpenDocument,
    Step,
    describe,
    editable,
    edited,
    main_fragments,
    named,
    same_parts,
    verdict_of,
)

MADE_IN = "made_in"
"""The link that is set by itself: from a claim to the quote that holds it."""

PREFILL_OVERLAP = 0.5
"""Share of characters (Jaccard) from which a suggested frame lends its roles."""


def trim(text: str, fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """Return *fragments* without white space at their edges, joined where they meet."""
    trimmed = []
    for start, end in fragments:
        surface = text[start:end]
        left = len(surface) - len(surface.lstrip())
        right = len(surface.rstrip())
        if right:
            trimmed.append(Fragment(start + left, start + right))
    return merge_fragments(tuple(trimmed))


def overlap(one: Iterable[Fragment], other: Iterable[Fragment]) -> float:
    """Return shared characters over all characters (Jaccard index), 0 to 1."""
    first = {i for start, end in one for i in range(start, end)}
    second = {i for start, end in other for i in range(start, end)}
    return len(first & second) / len(first | second) if first | second else 0.0


def mark(
    opened: OpenDocument,
    schema: Schema,
    kind_name: str,
    label: str,
    fragments: Iterable[Fragment],
    parts: Parts | None = None,
) -> Step | None:
    """Make an annotation of the selected *fragments*.

    A pending suggestion of the same place is decided by it (accepted or
    corrected); a frame takes speaker and cue from the suggestion it overlaps.

    Args:
        parts: Further roles; None to fill them from a suggestion.

    Returns:
        None where the selection holds nothing but white space.
    """
    kind = schema.kind(kind_name)
    if kind is None or kind.label(label) is None:
        raise InputError(
            tr(
                "The schema has no {kind} label {label}.",
                kind=kind_name,
                label=label,
            )
        )
    if label not in {one.name for one in kind.offered}:
        raise InputError(
            tr(
                "The label {label} is retired; the lead can bring it back"
                " (menu Project, Schema).",
                label=label,
            )
        )
    main = trim(opened.document.text, fragments)
    if not main:
        return None
    role = kind.main_role.name
    suggestion = _lender(opened, schema, kind_name, label, main)
    if parts is None:
        parts = _lent_parts(suggestion, role, main) if suggestion else {}
    twin = _twin(opened, kind_name, label, {role: main, **parts})
    if twin is not None:
        return Step("", select=twin.id)
    moment = now()
    annotation = Annotation(
        AnnotationId(new_id()),
        kind_name,
        label,
        {role: main, **parts},
        created=moment,
        modified=moment,
    )
    verdicts: tuple[Verdict, ...] = ()
    if suggestion is not None:
        decision = verdict_of(suggestion, annotation)
        verdicts = (Verdict(suggestion.id, decision, annotation.id, moment),)
        annotation = replace(annotation, origin=f"suggestion:{suggestion.pipeline}")
    return Step(
        tr("Mark {what}", what=describe(opened, schema, annotation)),
        put=(annotation,),
        put_links=containing_links(opened, schema, [annotation]),
        put_verdicts=verdicts,
        select=annotation.id,
    )


def _lender(
    opened: OpenDocument,
    schema: Schema,
    kind: str,
    label: str,
    main: tuple[Fragment, ...],
) -> Suggestion | None:
    """Return the pending suggestion that this mark decides, if there is one."""
    span = Fragment(main[0].start, main[-1].end)
    best: tuple[float, bool, Suggestion] | None = None
    known = schema.kind(kind)
    frame = known is not None and known.is_frame
    for suggestion in opened.pending():
        if suggestion.kind != kind:
            continue
        other = main_fragments(schema, suggestion)
        if not other or other[0].start >= span.end or other[-1].end <= span.start:
            continue
        # An entity is decided only by a mark of the very same place: marking
        # “Kyiv” inside a suggested “Kyiv Post” says nothing of the newspaper.
        share = overlap(main, other) if frame else float(main == tuple(other))
        rank = (share, suggestion.label == label)
        if share >= PREFILL_OVERLAP and (best is None or rank > best[:2]):
            best = (*rank, suggestion)
    return best[2] if best else None


def _lent_parts(
    suggestion: Suggestion, main_role: str, main: tuple[Fragment, ...]
) -> dict[str, tuple[Fragment, ...]]:
    """Return the suggestion's other roles that do not run into the content."""
    return {
        role: tuple(fragments)
        for role, fragments in suggestion.parts.items()
        if role != main_role
        and not any(
            f.start < m.end and m.start < f.end for f in fragments for m in main
        )
    }


def _twin(
    opened: OpenDocument, kind: str, label: str, parts: Parts
) -> Annotation | None:
    return next(
        (
            a
            for a in opened.layer.annotations.values()
            if a.kind == kind and a.label == label and same_parts(a.parts, parts)
        ),
        None,
    )


def containing_links(
    opened: OpenDocument, schema: Schema, added: list[Annotation]
) -> tuple[Link, ...]:
    """Return the links from new claims to the quotes they stand in, and back."""
    rule = next((k for k in schema.links if k.label == MADE_IN), None)
    if rule is None:
        return ()
    everything = {**opened.layer.annotations, **{a.id: a for a in added}}
    new = {a.id for a in added}
    linked = {k.source for k in opened.layer.links.values() if k.label == MADE_IN}
    quotes = [a for a in everything.values() if a.kind == rule.target]
    links = []
    for claim in everything.values():
        if claim.kind != rule.source or claim.id in linked:
            continue
        holder = _innermost_holder(schema, claim, quotes)
        if holder is not None and (claim.id in new or holder.id in new):
            links.append(Link(LinkId(new_id()), MADE_IN, claim.id, holder.id))
    return tuple(links)


def _innermost_holder(
    schema: Schema, claim: Annotation, quotes: list[Annotation]
) -> Annotation | None:
    inner = main_fragments(schema, claim)
    if not inner:
        return None
    holders = []
    for quote in quotes:
        outer = main_fragments(schema, quote)
        if all(
            any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner
        ):
            holders.append(quote)
    return min(
        holders,
        key=lambda q: (sum(e - s for s, e in main_fragments(schema, q)), q.id),
        default=None,
    )


def replaced(
    opened: OpenDocument, name: str, annotation: Annotation, source: SuggestionId | None
) -> Step | None:
    """Return the step that puts *annotation*: an edit, or a corrected suggestion."""
    moment = now()
    annotation = _without_stale(
        opened.suggestions[source].parts
        if source is not None
        else opened.layer.annotations[annotation.id].parts,
        annotation,
    )
    if source is not None:
        suggestion = opened.suggestions[source]
        decision = verdict_of(suggestion, annotation)
        verdict = Verdict(source, decision, annotation.id, moment)
        annotation = replace(annotation, created=moment, modified=moment)
        return Step(
            name, put=(annotation,), put_verdicts=(verdict,), select=annotation.id
        )
    if opened.layer.annotations[annotation.id] == annotation:
        return None
    annotation, verdicts = edited(opened, annotation, moment)
    return Step(name, put=(annotation,), put_verdicts=verdicts, select=annotation.id)


def _without_stale(before: Parts, annotation: Annotation) -> Annotation:
    """Return it without what its attributes say of words that were left behind.

    An attribute whose name begins with that of a part tells of this part, as
    ``speaker_entity`` does: another speaker stands for somebody else. One whose
    boundary was moved is still the same.
    """
    moved = [
        role
        for role, fragments in before.items()
        if not overlap(fragments, annotation.parts.get(role, ()))
    ]
    attributes = {
        name: value
        for name, value in annotation.attributes.items()
        if not any(name.startswith(f"{role}_") for role in moved)
    }
    if len(attributes) == len(annotation.attributes):
        return annotation
    return replace(annotation, attributes=attributes)


def set_part(
    opened: OpenDocument,
    schema: Schema,
    item_id: str,
    role_name: str,
    fragments: Iterable[Fragment],
    *,
    add: bool = False,
) -> Step | None:
    """Set a role of an annotation (or of a suggestion, correcting it).

    Args:
        fragments: Where the role is said; empty to clear it.
        add: Keep the fragments it has.
    """
    annotation, source = editable(opened, item_id)
    kind = schema.kind(annotation.kind)
    role = kind.role(role_name) if kind else None
    if kind is None or role is None:
        raise InputError(
            tr(
                "A {kind} has no part called {role}.",
                kind=annotation.kind,
                role=role_name,
            )
        )
    text = opened.document.text
    chosen = trim(text, fragments)
    if add:
        chosen = merge_fragments((*annotation.parts.get(role_name, ()), *chosen))
    if not chosen and role == kind.main_role:
        raise InputError(
            tr(
                "A {kind} cannot be without its {role}; delete the whole"
                " annotation instead.",
                kind=annotation.kind,
                role=within(role.title),
            )
        )
    if len(chosen) > 1 and not role.many and role != kind.main_role:
        raise InputError(tr("{title} takes one fragment.", title=role.title))
    if chosen:
        said = noop("Add to {name} {words}") if add else noop("Set {name} {words}")
        name = tr(said, name=within(role.title), words=named(text, chosen))
    else:
        name = tr("Clear {name}", name=within(role.title))
    return replaced(opened, name, annotation.with_part(role_name, chosen), source)


def resize(
    opened: OpenDocument, item_id: str, role: str, index: int, fragment: Fragment
) -> Step | None:
    """Move the boundaries of one fragment, keeping id, links and attributes."""
    annotation, source = editable(opened, item_id)
    fragments = list(annotation.parts.get(role, ()))
    chosen = trim(opened.document.text, [fragment])
    if not chosen or not 0 <= index < len(fragments):
        return None
    fragments[index] = chosen[0]
    changed = annotation.with_part(role, tuple(fragments))
    name = tr("Move boundary to {words}", words=named(opened.document.text, chosen))
    return replaced(opened, name, changed, source)


def relabel(
    opened: OpenDocument, schema: Schema, item_id: str, label: str
) -> Step | None:
    """Change the label; correcting it where the item is a suggestion."""
    annotation, source = editable(opened, item_id)
    kind = schema.kind(annotation.kind)
    if kind is None or kind.label(label) is None:
        raise InputError(
            tr(
                "The schema has no {kind} label {label}.",
                kind=annotation.kind,
                label=label,
            )
        )
    changed = replace(annotation, label=label)
    name = tr("Change label to {what}", what=describe(opened, schema, changed))
    return replaced(opened, name, changed, source)


def set_attribute(
    opened: OpenDocument, item_id: str, name: str, value: AttributeValue | None
) -> Step | None:
    """Set an attribute, or take it away with None."""
    annotation, source = editable(opened, item_id)
    attributes = {k: v for k, v in annotation.attributes.items() if k != name}
    if value is not None:
        attributes[name] = value
    changed = replace(annotation, attributes=attributes)
    said = noop("Clear {name}") if value is None else noop("Set {name}")
    step = tr(said, name=name.replace("_", " "))
    return replaced(opened, step, changed, source)


def set_note(opened: OpenDocument, item_id: str, note: str) -> Step | None:
    """Write the note of an annotation."""
    annotation, source = editable(opened, item_id)
    return replaced(opened, tr("Edit note"), replace(annotation, note=note), source)


def delete(
    opened: OpenDocument, schema: Schema, annotation_ids: Iterable[str]
) -> Step | None:
    """Delete annotations with their links; a suggestion they came from is rejected."""
    layer = opened.layer
    doomed = {
        AnnotationId(i) for i in annotation_ids if AnnotationId(i) in layer.annotations
    }
    if not doomed:
        return None
    links = tuple(
        k.id for k in layer.links.values() if k.source in doomed or k.target in doomed
    )
    moment = now()
    verdicts = tuple(
        Verdict(v.suggestion_id, Decision.REJECTED, None, moment)
        for v in layer.verdicts.values()
        if v.annotation_id in doomed
    )
    if len(doomed) == 1:
        only = layer.annotations[next(iter(doomed))]
        name = tr("Delete {what}", what=describe(opened, schema, only))
    else:
        name = trn("Delete {n} annotation", "Delete {n} annotations", len(doomed))
    return Step(
        name,
        removed=tuple(sorted(doomed)),
        removed_links=links,
        put_verdicts=verdicts,
    )


def link(
    opened: OpenDocument, schema: Schema, source: str, target: str, label: str
) -> Step | None:
    """Relate two annotations as the schema allows."""
    one = opened.layer.annotations.get(AnnotationId(source))
    other = opened.layer.annotations.get(AnnotationId(target))
    if one is None or other is None:
        raise InputError(
            tr("Only annotations can be linked; accept the suggestion first.")
        )
    rule = next(
        (
            k
            for k in schema.links
            if (k.label, k.source, k.target) == (label, one.kind, other.kind)
        ),
        None,
    )
    if rule is None:
        raise InputError(
            tr(
                "The schema has no link {label} from a {source} to a {target}.",
                label=label,
                source=one.kind,
                target=other.kind,
            )
        )
    if any(
        (k.label, k.source, k.target) == (label, one.id, other.id)
        for k in opened.layer.links.values()
    ):
        return None
    made = Link(LinkId(new_id()), label, one.id, other.id)
    name = tr("Link {source} to {target}", source=one.kind, target=other.kind)
    return Step(name, put_links=(made,), select=one.id)


def unlink(opened: OpenDocument, link_id: str) -> Step | None:
    """Take a link away."""
    found = opened.layer.links.get(LinkId(link_id))
    if found is None:
        return None
    return Step(tr("Remove link"), removed_links=(found.id,), select=found.source)
