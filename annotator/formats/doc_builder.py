"""Building one spaCy Doc of a document and its layer; see ``docbin``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import orjson

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.records import ExportReport, LayerRecord, Problem, Record
from annotator.formats.base import WriteOptions, place
from annotator.formats.fitting import EXPAND, REPORT, TokenGrid, TokenSpan
from annotator.formats.layout import TokenLayout, lay_out
from annotator.formats.rows import (
    MainRoles,
    Marked,
    annotation_row,
    link_row,
    roles_of,
    select,
    select_links,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

ALL_SPANS = "sc"
ENTITY = "entity"

_NO_LAYER = LayerRecord("")
_SIBILANTS = ("s", "x", "z", "ch", "sh")


class DocBuilder:
    """Builds Docs that share one vocabulary; losses go to the report."""

    def __init__(self, options: WriteOptions, report: ExportReport) -> None:
        from spacy.lang.en import English
        from spacy.tokens import Doc
        from spacy.vocab import create_vocab

        # What spacy.blank("en") has, without the tokenizer, which takes its time.
        self._vocab = create_vocab("en", English.Defaults)
        self._new_doc = Doc
        self._options = options
        self._report = report
        self._mains = MainRoles(options.schema)
        kinds = [
            kind
            for kind in options.schema.kinds
            if options.kinds is None or kind.name in options.kinds
        ]
        self._marks_entities = any(kind.name == ENTITY for kind in kinds)
        self._groups = [ALL_SPANS]
        for kind in kinds:
            self._groups.append(plural(kind.name))
            self._groups += [plural(role.name) for role in kind.roles[1:]]

    def build(self, record: Record) -> Doc:
        """Return the Doc of a record."""
        layer = record.layer or _NO_LAYER
        items = select(layer.suggestions or layer.annotations, self._options.kinds)
        layout = self._layout(record)
        doc = self._new_doc(self._vocab, words=layout.words, spaces=layout.blanks)
        grid = TokenGrid(layout)
        spans = _SpanSetter(doc, grid, record, self._options, self._mains)
        for item in items:
            spans.add(item)
        spans.set_groups(self._groups)
        finished = layer.status is Status.DONE or bool(layer.suggestions)
        known = finished and (self._marks_entities or spans.has_entities)
        spans.set_entities(default="outside" if known else "missing")
        doc.user_data.update(_user_data(record, layer, items, spans.untold))
        self._report.annotations += len(items)
        self._report.losses += spans.losses
        return doc

    def _layout(self, record: Record) -> TokenLayout:
        if record.tokens is not None:
            return lay_out(record.text, record.tokens)
        doc = _blank().make_doc(record.text)
        return TokenLayout(
            [token.text for token in doc],
            [token.idx for token in doc],
            [token.idx + len(token) for token in doc],
            [bool(token.whitespace_) for token in doc],
        )


class _Entity(NamedTuple):
    """An entity as it may stand in ``doc.ents``."""

    item: Marked
    tokens: TokenSpan


class _SpanSetter:
    """Sets the span groups and entities of one Doc.

    Attributes:
        losses: What did not fit.
        untold: Ids of the annotations that the Doc's spans do not say in full.
        has_entities: Whether any entity has been added.
    """

    def __init__(
        self,
        doc: Doc,
        grid: TokenGrid,
        record: Record,
        options: WriteOptions,
        mains: MainRoles,
    ) -> None:
        from spacy.tokens import Span

        self.losses: list[Problem] = []
        self.untold: set[str] = set()
        self.has_entities = False
        self._new_span = Span
        self._doc = doc
        self._grid = grid
        self._record = record
        self._mend = options.mend
        self._mains = mains
        self._groups: defaultdict[str, list[Span]] = defaultdict(list)
        self._candidates: list[_Entity] = []
        self._unknown: set[int] = set()

    def add(self, item: Marked) -> None:
        """Add every fragment of an annotation to its group."""
        main = self._mains.of(item)
        count = 0
        fitted: TokenSpan | None = None
        for role in roles_of(item.parts):
            label = item.label if role == main else role
            group = plural(item.kind if role == main else role)
            for fragment in item.parts[role]:
                count += 1
                fitted = self._fit(item, role, fragment)
                if fitted is not None:
                    self._add_span(group, fitted, label, item.id)
        if count > 1:
            self.untold.add(item.id)
        if item.kind == ENTITY:
            self._add_entity(item, fitted if count == 1 else None)

    def set_groups(self, names: Iterable[str]) -> None:
        """Hand the groups to the Doc, empty ones of *names* too."""
        for name in dict.fromkeys((*names, *self._groups)):
            self._doc.spans[name] = self._groups[name]

    def set_entities(self, *, default: str) -> None:
        """Set ``doc.ents``: of overlapping entities the longest, then the first."""
        taken: dict[int, Marked] = {}
        chosen = []
        for item, (first, last) in sorted(self._candidates, key=_preference):
            rival = next((taken[n] for n in range(first, last) if n in taken), None)
            if rival is None:
                taken.update(dict.fromkeys(range(first, last), item))
                chosen.append(self._span(first, last, item.label, item.id))
            else:
                self._unknown.update(range(first, last))
                self._lose_entity(item, f"overlaps {self._named(rival)}")
        missing = [self._span(n, n + 1) for n in self._unknown - taken.keys()]
        self._doc.set_ents(chosen, missing=missing, default=default)

    def _fit(self, item: Marked, role: str, fragment: Fragment) -> TokenSpan | None:
        """Return a fragment as tokens, mended if that is wanted, or None."""
        start, end = fragment
        exact = self._grid.exact(start, end)
        if exact is not None:
            return exact
        self.untold.add(item.id)
        mended = self._grid.mended(start, end, self._mend)
        what = f"{item.label} {role} “{self._record.text[start:end]}” cuts a token"
        if mended is None:
            hint = (
                "expanding or contracting spans to whole tokens would bring it in"
                if self._mend == REPORT
                else "expanding spans to whole tokens would bring it in"
                if self._mend != EXPAND
                else "it holds nothing but white space"
            )
            self._lose(fragment, f"{what} and was left out of the spans; {hint}.")
        else:
            start, end = self._grid.characters(mended)
            verb = "widened" if self._mend == EXPAND else "narrowed"
            self._lose(
                fragment, f"{what}; it was {verb} to “{self._record.text[start:end]}”."
            )
        return mended

    def _add_entity(self, item: Marked, tokens: TokenSpan | None) -> None:
        self.has_entities = True
        fragments = [f for fragments in item.parts.values() for f in fragments]
        if len(fragments) > 1:
            self._lose_entity(item, "has several fragments")
        elif tokens is not None:
            trimmed = self._grid.trimmed(tokens)
            if trimmed == tokens:
                self._candidates.append(_Entity(item, tokens))
                return
            if trimmed is not None and self._mend != REPORT:
                self._lose_entity(item, "begins or ends with white space", cut=True)
                self._candidates.append(_Entity(item, trimmed))
                return
            self._lose_entity(item, "begins or ends with white space")
        for fragment in fragments:
            self._unknown.update(range(*self._grid.touched(*fragment)))

    def _lose_entity(self, item: Marked, why: str, *, cut: bool = False) -> None:
        self.untold.add(item.id)
        start = min(f.start for fs in item.parts.values() for f in fs)
        end = max(f.end for fs in item.parts.values() for f in fs)
        done = (
            "stands in doc.ents without it"
            if cut
            else f'is not in doc.ents; doc.spans["{plural(ENTITY)}"] has it'
        )
        self._lose(Fragment(start, end), f"{self._named(item)} {why}, so it {done}.")

    def _named(self, item: Marked) -> str:
        surfaces = (
            self._record.text[start:end]
            for fragments in item.parts.values()
            for start, end in fragments
        )
        return f"{item.label} “{' … '.join(surfaces)}”"

    def _lose(self, fragment: Fragment, reason: str) -> None:
        self.losses.append(Problem(place(self._record, *fragment), reason))

    def _add_span(
        self, group: str, tokens: TokenSpan, label: str, identity: str
    ) -> None:
        span = self._span(*tokens, label, identity)
        self._groups[group].append(span)
        self._groups[ALL_SPANS].append(span)

    def _span(self, first: int, last: int, label: str = "", identity: str = "") -> Span:
        return self._new_span(self._doc, first, last, label=label, span_id=identity)


@cache
def _blank() -> Language:
    import spacy

    return spacy.blank("en")


@cache
def plural(name: str) -> str:
    """Return the plural of a kind's or role's name, which its group is called."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(_SIBILANTS) else f"{name}s"


def _preference(entity: _Entity) -> tuple[int, int, str]:
    first, last = entity.tokens
    return first - last, first, entity.item.id


def _user_data(
    record: Record, layer: LayerRecord, items: list[Marked], untold: set[str]
) -> dict[str, object]:
    details = record.details
    links = select_links(layer.links, items)
    linked = {end for link in links for end in (link.source, link.target)}
    frames = {
        "annotations": [
            annotation_row(item)
            for item in items
            if item.id in untold or item.id in linked or _has_more(item)
        ],
        "links": [link_row(link) for link in links],
    }
    return {
        "document_id": record.document_id,
        "title": details.title,
        "source": details.source,
        "date": details.date,
        "url": details.url,
        "layer": layer.annotator,
        "status": layer.status.value,
        "frames": orjson.dumps(frames).decode(),
    }


def _has_more(item: Marked) -> bool:
    return bool(item.attributes) or bool(getattr(item, "note", ""))
