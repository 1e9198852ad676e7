"""What is said of differences: their sorts, and who says what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.domain.annotations import Annotation, Fragment, extent
from annotator.domain.schema import Kind, Schema
from annotator.domain.text import excerpt
from annotator.domain.wording import noop, tr, within
from annotator.services.adjudicating import Case, Sort
from annotator.ui.adjudicate.layer_marks import label_title
from annotator.ui.adjudicate.voices import Voice

SORT_TITLES = {
    Sort.SPLIT: noop("Split"),
    Sort.MISSED: noop("Missed"),
    Sort.LABEL: noop("Label"),
    Sort.BOUNDARY: noop("Boundary"),
    Sort.PART: noop("Part"),
    Sort.ATTRIBUTE: noop("Attribute"),
}
AGREED = noop("Agreed")
LABEL = "label"
NOTHING = "–"
_WORDS = 90


def sort_title(case: Case) -> str:
    """Return the chief way in which annotators differ, in a word."""
    return tr(SORT_TITLES[case.cluster.sorts[0]] if case.cluster.sorts else AGREED)


def words_of(text: str, fragments: Sequence[Fragment], limit: int = _WORDS) -> str:
    """Return what fragments say, the middle of long ones cut out."""
    room = max(limit // max(len(fragments), 1), 16)
    return " … ".join(excerpt(text, start, end, limit=room) for start, end in fragments)


def main_of(annotation: Annotation, schema: Schema) -> tuple[Fragment, ...]:
    """Return the main part of an annotation, or else all that it has."""
    kind = schema.kind(annotation.kind)
    main = annotation.parts.get(kind.main_role.name, ()) if kind else ()
    return tuple(main) or (extent(annotation.parts),)


def snippet(case: Case, text: str, schema: Schema) -> str:
    """Return what a case is about, on one line, by whoever marked the most of it."""
    shown = [main_of(a, schema) for a in (*case.cluster.members.values(), *case.gold)]
    return words_of(text, max(shown, key=lambda m: sum(e - s for s, e in m)))


def who_says(
    case: Case, voices: Iterable[Voice], schema: Schema
) -> list[tuple[Voice, str]]:
    """Return for each annotator who has done the document the label given, or –."""
    said = []
    for voice in voices:
        annotation = case.cluster.members.get(voice.id)
        if annotation is not None:
            said.append((voice, label_title(annotation, schema)))
        elif voice.id in case.cluster.missing:
            said.append((voice, NOTHING))
    return said


def sentence(case: Case, voices: Mapping[str, Voice], kind: Kind) -> str:
    """Return what the annotators differ in, as a sentence."""
    if not case.cluster.members:
        return tr("Nobody has this any more, but it was settled before.")
    if case.cluster.is_agreed:
        return tr("Everybody has marked the same.")
    rows = [within(row_title(row, kind)) for row in case.cluster.rows]
    names = [voices[n].name for n in case.cluster.missing if n in voices]
    said = []
    if case.cluster.sorts[0] is Sort.SPLIT:
        said.append(tr("One has a single thing where another has several."))
    if names:
        said.append(tr("Not marked by {listed}.", listed=_listed(names)))
    if rows:
        said.append(tr("Different: {listed}.", listed=_listed(rows)))
    return " ".join(said)


def _listed(words: Sequence[str]) -> str:
    *most, last = words
    return tr("{most} and {last}", most=", ".join(most), last=last) if most else last


def row_title(row: str, kind: Kind) -> str:
    """Return what a row of the card is called."""
    if row == LABEL:
        return tr("Label")
    role = kind.role(row)
    if role is not None:
        return role.title
    found = next((a.title for a in kind.attributes if a.name == row), "")
    return found or row.replace("_", " ").capitalize()


def cell_words(annotation: Annotation, row: str, text: str, schema: Schema) -> str:
    """Return what an annotation has in a row of the card; "" for nothing."""
    if row == LABEL:
        return label_title(annotation, schema)
    if row in annotation.attributes:
        return str(annotation.attributes[row])
    fragments = annotation.parts.get(row, ())
    return words_of(text, fragments, 160) if fragments else ""
