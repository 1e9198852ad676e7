"""What does not fit a format: mended or left out before it is written, and named.

A format says in its ``Limits`` what it can hold. ``fitted`` lets records through to
its writer so that all of them holds; every change on the way is a ``Finding`` in the
export's report, with its place in the text and what could be done instead. What was
let through is tallied, so that reading the file back can prove that it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from annotator.domain.annotations import (
    Annotation,
    Fragment,
    Link,
    extent,
    merge_fragments,
)
from annotator.domain.ids import AnnotationId, SuggestionId, derived_id
from annotator.domain.records import (
    ExportReport,
    Finding,
    Record,
    Trouble,
)
from annotator.domain.wording import noop, tr
from annotator.formats.base import Limits, WriteOptions, place
from annotator.formats.fitting import EXPAND, REPORT, Taken, TokenGrid
from annotator.formats.layout import lay_out
from annotator.formats.rows import MainRoles, Marked, roles_of, select, select_links
from annotator.formats.tallying import count
from annotator.formats.uncarried import Uncarried

HULL = "hull"
DROP = "drop"
FIRST = "first"
BY_KIND = "kind"

_AS_HULL = noop(
    "its {role} is in {number} pieces; it was written with what stands between them"
)
_NOT_IN_PIECES = noop("its {role} is in {number} pieces; it was left out")
_SPLIT = noop("its {role} is in {number} pieces; each is a span of its own")
_SPACE_LOST = noop("its {role} begins or ends with white space; it was left out")
_TRIMMED = noop("its {role} begins or ends with white space; it was trimmed")
_CUT_LOST = noop("its {role} cuts a token; it was left out")
_MENDABLE = noop(
    "its {role} cuts a token; it was left out; expanding or contracting spans to whole "
    "tokens would bring it in"
)
_WIDENED = noop("its {role} cuts a token; it was widened to “{words}”")
_NARROWED = noop("its {role} cuts a token; it was narrowed to “{words}”")

_LONGEST = 60
"""Characters of a surface in a sentence."""


def fitted(
    records: Iterable[Record],
    limits: Limits,
    options: WriteOptions,
    report: ExportReport,
) -> Iterator[Record]:
    """Yield *records* with what fits *limits*; the rest is in the report's losses.

    Annotations come in the order of the text. Where the format cannot tie parts
    together, each part is an annotation of its own whose label is the role's name.
    """
    mains, articles = MainRoles(options.schema), Uncarried(limits.articles)
    for record in records:
        articles.see(record)
        fitting = _Fitting(record, limits, options, mains)
        result = fitting.record()
        report.losses += fitting.findings
        count(report.tally, result, mains, limits)
        yield result
    articles.tell(report.losses)


def preference(options: WriteOptions, item: Marked) -> tuple[int, int, int, str]:
    """Return the key by which the preferred of overlapping annotations come first."""
    start, end = extent(item.parts)
    if options.overlaps == FIRST:
        return 0, start, start - end, item.id
    rank = 0
    if options.overlaps == BY_KIND:
        kinds = options.prefer
        rank = kinds.index(item.kind) if item.kind in kinds else len(kinds)
    return rank, start - end, start, item.id


@dataclass(frozen=True, slots=True)
class _Piece:
    """Fragments of one part of an annotation on their way."""

    item: Marked
    role: str
    label: str
    fragments: tuple[Fragment, ...]


class _Fitting:
    """One record while it is fitted.

    Attributes:
        findings: What did not fit.
    """

    def __init__(
        self, record: Record, limits: Limits, options: WriteOptions, mains: MainRoles
    ) -> None:
        self.findings: list[Finding] = []
        self._record = record
        self._limits = limits
        self._options = options
        self._mains = mains
        tokens = record.tokens
        self._grid = (
            None
            if limits.cuts or tokens is None
            else TokenGrid(lay_out(record.text, tokens))
        )

    def record(self) -> Record:
        """Return the record as it can be written."""
        layer = self._record.layer
        if layer is None:
            return self._record
        annotations = self._all(select(layer.annotations, self._options.kinds))
        suggestions = self._all(select(layer.suggestions, self._options.kinds))
        made = tuple(a for a in annotations if isinstance(a, Annotation))
        return replace(
            self._record,
            layer=replace(
                layer,
                annotations=made,
                suggestions=tuple(
                    s for s in suggestions if not isinstance(s, Annotation)
                ),
                links=tuple(self._links(made)),
            ),
        )

    def _all(self, items: list[Marked]) -> list[Marked]:
        whole: list[Marked] = []
        for item in items:
            pieces = [p for p in self._pieces(item) if p.fragments]
            if pieces:
                self._lose_details(item)
                whole += self._built(item, pieces)
        return whole if self._limits.overlaps else self._apart(whole)

    def _links(self, items: tuple[Annotation, ...]) -> list[Link]:
        layer = self._record.layer
        if layer is None or not layer.links:
            return []
        links = select_links(layer.links, items)
        if self._limits.links:
            return links
        by_id = {item.id: item for item in items}
        for link in links:
            self._find(
                Trouble.LINK,
                by_id[link.source],
                tr(
                    "its link {label} to {target} has no place in this format",
                    label=link.label,
                    target=self._named(by_id[link.target]),
                ),
            )
        return []

    # -------------------------------------------------------------- spans

    def _pieces(self, item: Marked) -> Iterator[_Piece]:
        main = self._mains.of(item)
        for role in roles_of(item.parts):
            label = item.label if role == main else role
            fragments = (self._fit(item, role, f) for f in item.parts[role])
            kept = merge_fragments(tuple(f for f in fragments if f is not None))
            if len(kept) > 1 and not self._limits.pieces:
                yield from self._in_pieces(_Piece(item, role, label, kept))
            else:
                yield _Piece(item, role, label, kept)

    def _in_pieces(self, piece: _Piece) -> Iterator[_Piece]:
        """Deal with a part that is not in one piece."""
        way, fragments = self._options.pieces, piece.fragments
        if way == HULL:
            hull = Fragment(fragments[0].start, fragments[-1].end)
            done = _AS_HULL
            yield replace(piece, fragments=(hull,))
        elif way == DROP:
            done = _NOT_IN_PIECES
        else:
            done = _SPLIT
            for fragment in fragments:
                yield replace(piece, fragments=(fragment,))
        self._find(
            Trouble.PIECES,
            piece.item,
            tr(done, role=piece.role, number=len(fragments)),
        )

    def _fit(self, item: Marked, role: str, fragment: Fragment) -> Fragment | None:
        """Return a fragment as the format can hold it, None where it cannot."""
        text = self._record.text
        start, end = fragment
        if not self._limits.space:
            surface = text[start:end]
            first = start + len(surface) - len(surface.lstrip())
            last = end - (len(surface) - len(surface.rstrip()))
            if (first, last) != (start, end):
                lost = first >= last or self._options.space == DROP
                what = tr(_SPACE_LOST if lost else _TRIMMED, role=role)
                self._find(Trouble.SPACE, item, what, fragment)
                if lost:
                    return None
                start, end = first, last
        if self._grid is None or self._grid.exact(start, end) is not None:
            return Fragment(start, end)
        return self._to_tokens(item, role, Fragment(start, end))

    def _to_tokens(
        self, item: Marked, role: str, fragment: Fragment
    ) -> Fragment | None:
        grid, mend = self._grid, self._options.mend
        if grid is None:
            return fragment
        mended = grid.mended(*fragment, mend)
        if mended is None:
            what = tr(_MENDABLE if mend == REPORT else _CUT_LOST, role=role)
            self._find(Trouble.CUT, item, what, fragment)
            return None
        start, end = grid.characters(mended)
        what = tr(
            _WIDENED if mend == EXPAND else _NARROWED,
            role=role,
            words=self._record.text[start:end],
        )
        self._find(Trouble.CUT, item, what, fragment)
        return Fragment(start, end)

    # -------------------------------------------------------- annotations

    def _built(self, item: Marked, pieces: list[_Piece]) -> list[Marked]:
        """Return the annotations that the pieces of one become."""
        if self._limits.parts:
            whole: dict[str, tuple[Fragment, ...]] = {}
            further = []
            for piece in pieces:
                if piece.role in whole:
                    further.append(piece)
                else:
                    whole[piece.role] = piece.fragments
            return [self._with(item, whole), *self._apart_from(item, further, 1)]
        if len({piece.role for piece in pieces}) > 1:
            roles = ", ".join(dict.fromkeys(piece.role for piece in pieces))
            self._find(
                Trouble.PARTS,
                item,
                tr(
                    "its parts ({roles}) are spans that nothing ties together",
                    roles=roles,
                ),
            )
        return self._apart_from(item, pieces, 0)

    def _apart_from(
        self, item: Marked, pieces: list[_Piece], first: int
    ) -> list[Marked]:
        """Return an annotation of its own for each piece."""
        main = self._mains.of(item)
        made = []
        for number, piece in enumerate(pieces, first):
            one = self._with(item, {main: piece.fragments}, piece.label)
            if number:
                identity = derived_id("piece", item.id, str(number))
                one = (
                    replace(one, id=AnnotationId(identity))
                    if isinstance(one, Annotation)
                    else replace(one, id=SuggestionId(identity))
                )
            made.append(one)
        return made

    def _with(
        self,
        item: Marked,
        parts: dict[str, tuple[Fragment, ...]],
        label: str = "",
    ) -> Marked:
        limits = self._limits
        attributes = item.attributes if limits.attributes else {}
        label = label or item.label
        if isinstance(item, Annotation):
            note = item.note if limits.notes else ""
            if (
                parts == item.parts
                and label == item.label
                and note == item.note
                and attributes is item.attributes
            ):
                return item
            return replace(
                item, parts=parts, label=label, attributes=attributes, note=note
            )
        return replace(item, parts=parts, label=label, attributes=attributes)

    def _lose_details(self, item: Marked) -> None:
        limits = self._limits
        if item.attributes and not limits.attributes:
            names = ", ".join(sorted(item.attributes))
            self._find(
                Trouble.ATTRIBUTE,
                item,
                tr("its {names} has no place in this format", names=names),
            )
        if isinstance(item, Annotation) and item.note and not limits.notes:
            what = tr("its note has no place in this format")
            self._find(Trouble.NOTE, item, what)

    def _apart(self, items: list[Marked]) -> list[Marked]:
        """Return the items that share no character, the preferred ones first."""
        taken: Taken[Marked] = Taken()
        kept: list[Marked] = []
        for item in sorted(items, key=partial(preference, self._options)):
            mine = [f for fragments in item.parts.values() for f in fragments]
            rivals = (taken.holder(start, end) for start, end in mine)
            rival = next((other for other in rivals if other is not None), None)
            if rival is None:
                kept.append(item)
                for start, end in mine:
                    taken.take(start, end, item)
            else:
                self._find(
                    Trouble.OVERLAP,
                    item,
                    tr(
                        "it overlaps {rival} and was left out",
                        rival=self._named(rival),
                    ),
                )
        return select(kept, None)

    # ----------------------------------------------------------- findings

    def _find(
        self,
        trouble: Trouble,
        item: Marked,
        what: str,
        fragment: Fragment | None = None,
    ) -> None:
        start, end = fragment or extent(item.parts)
        self.findings.append(
            Finding(
                place(self._record, start, end),
                f"{self._named(item)}: {what}.",
                trouble,
                self._record.document_id,
                start,
                end,
                self._record.layer.annotator if self._record.layer else "",
            )
        )

    def _named(self, item: Marked) -> str:
        main = item.parts.get(self._mains.of(item)) or (extent(item.parts),)
        surface = " … ".join(self._record.text[start:end] for start, end in main)
        if len(surface) > _LONGEST:
            surface = f"{surface[:_LONGEST]}…"
        return tr("{label} “{words}”", label=item.label, words=surface)
