"""A step: what one user action puts into a layer and takes out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.domain.annotations import (
    Annotation,
    Decision,
    Fragment,
    Link,
    Suggestion,
    Verdict,
    extent,
    now,
)
from annotator.domain.documents import Document, Status
from annotator.domain.ids import (
    AnnotationId,
    LinkId,
    SuggestionId,
    ZoneId,
    new_id,
)
from annotator.domain.layers import Layer, LayerChange
from annotator.domain.schema import Schema
from annotator.domain.text import excerpt
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.domain.zones import Zone, ZoneMap

QUOTATION_MARKS = "“”\"'‘’«»„"


@dataclass(slots=True)
class OpenDocument:
    """A document on the desk, with everything a step may look at.

    Attributes:
        tokens: None until the pipeline's tokenizer has made them.
        suggestions: All of the document's, decided or not, in the order of the
            text; see ``in_reading_order``.
    """

    document: Document
    tokens: Tokens | None
    layer: Layer
    suggestions: dict[SuggestionId, Suggestion] = field(default_factory=dict)

    @property
    def zones(self) -> ZoneMap:
        """What of the document is boilerplate."""
        return ZoneMap(self.layer.zones.values())

    def shown(self) -> list[Suggestion]:
        """Return the suggestions that touch no boilerplate, in order of the text."""
        zones = self.zones
        found = self.suggestions.values()
        return [s for s in found if not zones.touches_parts(s.parts)]

    def pending(self) -> list[Suggestion]:
        """Return those of them without a verdict."""
        decided = self.layer.verdicts
        return [s for s in self.shown() if s.id not in decided]

    def take(self, change: LayerChange) -> None:
        """Carry out a change of the document in memory."""
        self.layer.apply(change)
        if change.put_zones or change.removed_zones or change.language is not None:
            zones = sorted(self.layer.zones.values(), key=lambda zone: zone.start)
            details = replace(self.document.details, language=self.layer.language)
            self.document = replace(self.document, details=details, zones=tuple(zones))


def in_reading_order(
    suggestions: Iterable[Suggestion],
) -> dict[SuggestionId, Suggestion]:
    """Return suggestions by id, in the order of the text: sorted once, not often."""
    ordered = sorted(suggestions, key=lambda s: (extent(s.parts), s.id))
    return {s.id: s for s in ordered}


@dataclass(frozen=True, slots=True)
class Step:
    """A planned change with its name; ``LayerChange`` once it knows its layer."""

    name: str
    put: tuple[Annotation, ...] = ()
    removed: tuple[AnnotationId, ...] = ()
    put_links: tuple[Link, ...] = ()
    removed_links: tuple[LinkId, ...] = ()
    put_verdicts: tuple[Verdict, ...] = ()
    removed_verdicts: tuple[SuggestionId, ...] = ()
    status: Status | None = None
    select: str | None = None
    put_zones: tuple[Zone, ...] = ()
    removed_zones: tuple[ZoneId, ...] = ()
    language: str | None = None

    def change(self, layer: Layer) -> LayerChange:
        """Return the change of *layer*; work on a document sets it in progress."""
        status = self.status
        if status is None and layer.status is Status.TODO and self._is_work:
            status = Status.IN_PROGRESS
        return LayerChange(
            layer.document_id,
            layer.annotator_id,
            self.put,
            self.removed,
            self.put_links,
            self.removed_links,
            self.put_verdicts,
            self.removed_verdicts,
            status,
            put_zones=self.put_zones,
            removed_zones=self.removed_zones,
            language=self.language,
        )

    @property
    def _is_work(self) -> bool:
        """Whether it is about the layer, and not about what everybody has."""
        return not (self.put_zones or self.removed_zones or self.language is not None)


def main_fragments(
    schema: Schema, item: Annotation | Suggestion
) -> tuple[Fragment, ...]:
    """Return the fragments of the role that the item's label stands for."""
    kind = schema.kind(item.kind)
    role = kind.main_role.name if kind else next(iter(item.parts))
    return item.parts.get(role, ())


def describe(
    opened: OpenDocument, schema: Schema, item: Annotation | Suggestion
) -> str:
    """Return label and surface of an item for names of steps."""
    fragments = main_fragments(schema, item) or (extent(item.parts),)
    text = opened.document.text
    return f"{item.label} {named(text, fragments)}"


def named(text: str, fragments: Sequence[Fragment]) -> str:
    """Return the beginning and end of what *fragments* say, in quotation marks."""
    surface = excerpt(text, fragments[0].start, fragments[-1].end, limit=32)
    return tr("“{words}”", words=surface.strip(QUOTATION_MARKS))


def from_suggestion(suggestion: Suggestion, moment: str) -> Annotation:
    """Return the annotation that accepting a suggestion makes."""
    return Annotation(
        AnnotationId(new_id()),
        suggestion.kind,
        suggestion.label,
        suggestion.parts,
        dict(suggestion.attributes),
        origin=f"suggestion:{suggestion.pipeline}",
        created=moment,
        modified=moment,
    )


def edited(
    opened: OpenDocument, annotation: Annotation, moment: str
) -> tuple[Annotation, tuple[Verdict, ...]]:
    """Return an edited annotation, dated, and the verdict that follows from it.

    Editing what came from a suggestion makes its verdict *corrected*; editing it
    back makes it *accepted* again, so that a pipeline's precision stays true.
    """
    verdict = next(
        (v for v in opened.layer.verdicts.values() if v.annotation_id == annotation.id),
        None,
    )
    annotation = replace(annotation, modified=moment)
    if verdict is None or verdict.suggestion_id not in opened.suggestions:
        return annotation, ()
    suggestion = opened.suggestions[verdict.suggestion_id]
    decision = verdict_of(suggestion, annotation)
    if decision is verdict.decision:
        return annotation, ()
    return annotation, (replace(verdict, decision=decision, time=moment),)


def verdict_of(suggestion: Suggestion, annotation: Annotation) -> Decision:
    """Return whether *annotation* is the suggestion as it stood, or corrected."""
    same = suggestion.label == annotation.label and same_parts(
        suggestion.parts, annotation.parts
    )
    return Decision.ACCEPTED if same else Decision.CORRECTED


def same_parts(
    one: Mapping[str, tuple[Fragment, ...]], other: Mapping[str, tuple[Fragment, ...]]
) -> bool:
    """Return whether two parts hold the same fragments, in whatever order."""
    return {r: tuple(f) for r, f in one.items()} == {
        r: tuple(f) for r, f in other.items()
    }


def editable(
    opened: OpenDocument, item_id: str
) -> tuple[Annotation, SuggestionId | None]:
    """Return the annotation of that id, or a pending suggestion made into one.

    Raises:
        KeyError: Neither an annotation nor a suggestion has that id.
    """
    annotation = opened.layer.annotations.get(AnnotationId(item_id))
    if annotation is not None:
        return annotation, None
    suggestion = opened.suggestions[SuggestionId(item_id)]
    return from_suggestion(suggestion, now()), suggestion.id
