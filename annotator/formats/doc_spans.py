"""Span groups and entities of one Doc, and what cannot be one; see ``docbin``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from annotator.domain.annotations import Fragment, extent, iter_fragments
from annotator.domain.records import Finding, Record, Trouble
from annotator.domain.wording import noop, tr
from annotator.formats.base import WriteOptions, place
from annotator.formats.doctor import preference
from annotator.formats.fitting import CONTRACT, EXPAND, REPORT, TokenGrid, TokenSpan
from annotator.formats.rows import MainRoles, Marked, roles_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

ALL_SPANS = "sc"
ENTITY = "entity"

_SIBILANTS = ("s", "x", "z", "ch", "sh")
_LEFT_OUT = {
    REPORT: noop(
        "{label} {role} “{words}” cuts a token and was left out of the spans; "
        "expanding or contracting spans to whole tokens would bring it in."
    ),
    CONTRACT: noop(
        "{label} {role} “{words}” cuts a token and was left out of the spans; "
        "expanding spans to whole tokens would bring it in."
    ),
    EXPAND: noop(
        "{label} {role} “{words}” cuts a token and was left out of the spans; "
        "it holds nothing but white space."
    ),
}
_MENDED = {
    EXPAND: noop(
        "{label} {role} “{words}” cuts a token; it was widened to “{became}”."
    ),
    CONTRACT: noop(
        "{label} {role} “{words}” cuts a token; it was narrowed to “{became}”."
    ),
}


@cache
def plural(name: str) -> str:
    """Return the plural of a kind's or role's name, which its group is called."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(_SIBILANTS) else f"{name}s"


class _Entity(NamedTuple):
    """An entity as it may stand in ``doc.ents``."""

    item: Marked
    tokens: TokenSpan
    span: Span


class SpanSetter:
    """Sets the span groups and entities of one Doc.

    Attributes:
        losses: What did not fit.
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

        self.losses: list[Finding] = []
        self.has_entities = False
        self._new_span = Span
        self._doc = doc
        self._grid = grid
        self._record = record
        self._options = options
        self._mend = options.mend
        self._mains = mains
        self._groups: defaultdict[str, list[Span]] = defaultdict(list)
        self._candidates: list[_Entity] = []
        self._unknown: set[int] = set()

    def add(self, item: Marked) -> None:
        """Add every fragment of an annotation to its group."""
        main = self._mains.of(item)
        fitted: list[_Entity] = []
        count = 0
        for role in roles_of(item.parts):
            label = item.label if role == main else role
            group = plural(item.kind if role == main else role)
            for fragment in item.parts[role]:
                count += 1
                tokens = self._fit(item, role, fragment)
                if tokens is not None:
                    span = self._span(*tokens, label, item.id)
                    self._groups[group].append(span)
                    self._groups[ALL_SPANS].append(span)
                    fitted.append(_Entity(item, tokens, span))
        if item.kind == ENTITY:
            self.has_entities = True
            self._add_entity(item, fitted, alone=count == 1)

    def set_groups(self, names: Iterable[str]) -> None:
        """Hand the groups to the Doc, empty ones of *names* too."""
        for name in dict.fromkeys((*names, *self._groups)):
            self._doc.spans[name] = self._groups[name]

    def set_entities(self, *, default: str) -> None:
        """Set ``doc.ents``: of overlapping entities the one that is preferred."""
        taken: dict[int, Marked] = {}
        chosen = []
        ranked = sorted(
            self._candidates, key=lambda c: preference(self._options, c.item)
        )
        for item, (first, last), span in ranked:
            rival = next((taken[n] for n in range(first, last) if n in taken), None)
            if rival is None:
                taken.update(dict.fromkeys(range(first, last), item))
                chosen.append(span)
            else:
                self._unknown.update(range(first, last))
                self._lose_item(
                    Trouble.OVERLAP,
                    item,
                    tr(
                        "{item} overlaps {rival}, so it is not in doc.ents; "
                        'doc.spans["{group}"] has it.',
                        item=self._named(item),
                        rival=self._named(rival),
                        group=plural(ENTITY),
                    ),
                )
        missing = [self._span(n, n + 1) for n in self._unknown - taken.keys()]
        self._doc.set_ents(chosen, missing=missing, default=default)

    def _fit(self, item: Marked, role: str, fragment: Fragment) -> TokenSpan | None:
        """Return a fragment as tokens, mended if that is wanted, or None."""
        start, end = fragment
        exact = self._grid.exact(start, end)
        if exact is not None:
            return exact
        mended = self._grid.mended(start, end, self._mend)
        words = self._record.text[start:end]
        became = ""
        if mended is not None:
            start, end = self._grid.characters(mended)
            became = self._record.text[start:end]
        self._lose(
            Trouble.CUT,
            fragment,
            tr(
                _LEFT_OUT[self._mend] if mended is None else _MENDED[self._mend],
                label=item.label,
                role=role,
                words=words,
                became=became,
            ),
        )
        return mended

    def _add_entity(self, item: Marked, fitted: list[_Entity], *, alone: bool) -> None:
        """Let an entity stand for ``doc.ents``, or say why it cannot."""
        if not alone:
            self._lose_item(
                Trouble.PIECES,
                item,
                tr(
                    "{item} has several fragments, so it is not in doc.ents; "
                    'doc.spans["{group}"] has it.',
                    item=self._named(item),
                    group=plural(ENTITY),
                ),
            )
        elif fitted:
            (entity,) = fitted
            trimmed = self._grid.trimmed(entity.tokens)
            if trimmed == entity.tokens:
                self._candidates.append(entity)
                return
            if trimmed is not None and self._mend != REPORT:
                self._lose_item(
                    Trouble.SPACE,
                    item,
                    tr(
                        "{item} begins or ends with white space, so it stands in "
                        "doc.ents without it.",
                        item=self._named(item),
                    ),
                )
                span = self._span(*trimmed, item.label, item.id)
                self._candidates.append(_Entity(item, trimmed, span))
                return
            self._lose_item(
                Trouble.SPACE,
                item,
                tr(
                    "{item} begins or ends with white space, so it is not in doc.ents; "
                    'doc.spans["{group}"] has it.',
                    item=self._named(item),
                    group=plural(ENTITY),
                ),
            )
        for _, _, fragment in iter_fragments(item.parts):
            self._unknown.update(range(*self._grid.touched(*fragment)))

    def _lose_item(self, trouble: Trouble, item: Marked, reason: str) -> None:
        self._lose(trouble, extent(item.parts), reason)

    def _named(self, item: Marked) -> str:
        surfaces = (
            self._record.text[start:end]
            for fragments in item.parts.values()
            for start, end in fragments
        )
        return tr("{label} “{words}”", label=item.label, words=" … ".join(surfaces))

    def _lose(self, trouble: Trouble, fragment: Fragment, reason: str) -> None:
        where = place(self._record, *fragment)
        identity = self._record.document_id
        layer = self._record.layer
        name = layer.annotator if layer else ""
        self.losses.append(Finding(where, reason, trouble, identity, *fragment, name))

    def _span(self, first: int, last: int, label: str = "", identity: str = "") -> Span:
        return self._new_span(self._doc, first, last, label=label, span_id=identity)
