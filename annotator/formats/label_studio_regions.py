"""What the ``result`` of an annotation or prediction of Label Studio's says.

A list of items. Those with the same ``id`` are about one region: one of them marks
it (``labels``, ``hypertextlabels``, ``paragraphlabels``), the others are its attributes
(choices, text, number, rating, …), named after their control. An item without a place
is an answer about the whole text. ``relation`` items join two regions.

A region with several labels is a span for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.domain.annotations import AttributeValue
from annotator.domain.wording import tr
from annotator.formats.foreign import ForeignRelation, ForeignSpan
from annotator.formats.jsonl_own import is_id
from annotator.formats.label_studio_texts import ShownText
from annotator.formats.label_studio_words import words_of
from annotator.formats.own_keys import read_own

Row = Mapping[str, Any]

RELATED = "related"
"""The label of a relation that has none."""

_TEXT_TYPES = frozenset(("labels", "hypertextlabels", "paragraphlabels"))
_PLACES = frozenset(("start", "startOffset", "globalOffsets"))
_ELSEWHERE = frozenset(("x", "y", "points", "vertices", "rle", "channel", "sequence"))
"""Keys that places in pictures, sound and video have."""


@dataclass(slots=True)
class Region:
    """One region with all that is said of it.

    Attributes:
        type_name: Of the item that marks it.
        to_name: The text it is in, as the labelling config calls it.
        control: The control it was marked with.
        value: Where it is.
        meta: Keys of ours, and a note.
    """

    id: str
    type_name: str = ""
    to_name: str = ""
    control: str = ""
    value: Row = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    attributes: dict[str, AttributeValue] = field(default_factory=dict)
    meta: Row = field(default_factory=dict)
    score: float | None = None


class Result:
    """A result, read.

    Attributes:
        regions: Those in texts.
        relations: Between regions.
        answers: About the whole text: control → what was said.
        losses: What could not be kept, one sentence each.
    """

    def __init__(self, items: object) -> None:
        self.regions: list[Region] = []
        self.relations: list[ForeignRelation] = []
        self.answers: dict[str, AttributeValue] = {}
        self.losses: list[str] = []
        if not isinstance(items, list):
            self.losses.append(tr("Its “result” is no list, so it was left out."))
            return
        groups: dict[str, list[Row]] = {}
        for number, item in enumerate(items):
            if not isinstance(item, dict):
                self.losses.append(
                    tr(
                        "Item {number} is no object; it was left out.",
                        number=number + 1,
                    )
                )
            elif item.get("type") == "relation":
                self._relate(item)
            else:
                groups.setdefault(str(item.get("id") or f"#{number}"), []).append(item)
        for identity, group in groups.items():
            self._add(identity, group)

    def spans(
        self, shown: ShownText, names: frozenset[str] | None, times: tuple[str, str]
    ) -> Iterator[ForeignSpan]:
        """Yield the spans in one text; what is not there is named.

        Args:
            shown: The text.
            names: What the labelling config calls it; None where it is the only one.
            times: When they were made, and changed.
        """
        for region in self.regions:
            if names is not None and region.to_name not in names:
                continue
            found = shown.find(region.value)
            if found is None:
                self.losses.append(_lost(region, shown))
                continue
            for number, label in enumerate(region.labels):
                identity = f"{region.id}#{number}" if number else region.id
                yield _span(identity, label, region, times, (found,))

    def _add(self, identity: str, items: list[Row]) -> None:
        region = Region(identity)
        placed = False
        for item in items:
            value = item.get("value")
            if not isinstance(value, dict):
                continue
            kind = str(item.get("type"))
            if _elsewhere(item, value):
                self.losses.append(
                    tr(
                        "Region {identity} was left out: {kind} marks no text.",
                        identity=identity,
                        kind=kind,
                    )
                )
                return
            placed = placed or not _PLACES.isdisjoint(value)
            self._take(region, kind, item, value)
        if placed:
            region.labels = region.labels or [region.control or "unlabelled"]
            self.regions.append(region)
        else:
            self.answers |= region.attributes
            if region.labels:
                self.answers[region.control or "labels"] = ", ".join(region.labels)

    def _take(self, region: Region, kind: str, item: Row, value: Row) -> None:
        """Take over what one item says of its region."""
        control = str(item.get("from_name") or kind)
        if kind in _TEXT_TYPES or not region.value:
            region.type_name, region.to_name = kind, str(item.get("to_name") or "")
            region.control = control
            region.value = value
        if kind.endswith("labels"):
            region.labels += _texts(value.get(kind, value.get("labels")))
        else:
            said = _said(kind, value)
            if said is not None:
                region.attributes[control] = said
        meta, score = item.get("meta"), item.get("score")
        if isinstance(meta, dict):
            region.meta = {**region.meta, **meta}
        if isinstance(score, int | float) and region.score is None:
            region.score = float(score)

    def _relate(self, item: Row) -> None:
        source, target = str(item.get("from_id")), str(item.get("to_id"))
        labels = _texts(item.get("labels")) or [RELATED]
        direction = item.get("direction")
        if direction == "left":
            source, target = target, source
        elif direction == "bi":
            self.losses.append(
                tr(
                    "The relation {label} goes both ways; it was kept from "
                    "{source} to {target}.",
                    label=labels[0],
                    source=source,
                    target=target,
                )
            )
        given = item.get("link")
        self.relations += [
            ForeignRelation(label, source, target, given if is_id(given) else "")
            for label in labels
        ]


def _span(
    identity: str,
    label: str,
    region: Region,
    times: tuple[str, str],
    fragments: tuple[Any, ...],
) -> ForeignSpan:
    note = "\n".join(_texts(region.meta.get("text")))
    score = 1.0 if region.score is None else min(max(region.score, 0.0), 1.0)
    read = read_own(region.meta, label)
    if read is None:
        return ForeignSpan(
            identity,
            label,
            fragments,
            layer=region.control,
            attributes=region.attributes,
            note=note,
            score=score,
            created=times[0],
            modified=times[1],
        )
    own, about = read
    return ForeignSpan(
        identity,
        label,
        fragments,
        attributes=_merged(region.attributes, about.attributes),
        note=note,
        own=own,
        score=score,
        created=about.created or times[0],
        modified=about.modified or times[1],
    )


def _merged(
    shown: Mapping[str, AttributeValue], own: Mapping[str, AttributeValue]
) -> Mapping[str, AttributeValue]:
    """Return our attributes, but what was changed since as it is shown."""
    if not shown:
        return own
    changed = {
        name: value
        for name, value in shown.items()
        if name not in own or as_shown(own[name]) != as_shown(value)
    }
    return {**own, **changed}


def as_shown(value: AttributeValue) -> str:
    """Return a value as a choice or text in Label Studio."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _elsewhere(item: Row, value: Row) -> bool:
    kind = str(item.get("type"))
    if kind.endswith("labels") and kind not in _TEXT_TYPES:
        return True
    return "original_length" in item or not _ELSEWHERE.isdisjoint(value)


def _lost(region: Region, shown: ShownText) -> str:
    value = region.value
    where = f"{value.get('start')}–{value.get('end')}"
    labels = ", ".join(region.labels)
    words = words_of(value)
    if words is not None:
        return tr(
            "Region {id} ({labels}) was left out: the text at {where} is not "
            "“{words}”.",
            id=region.id,
            labels=labels,
            where=where,
            words=words[:60],
        )
    return tr(
        "Region {id} ({labels}) was left out: {where} is outside the text of {size} "
        "characters.",
        id=region.id,
        labels=labels,
        where=where,
        size=len(shown.text),
    )


def _said(kind: str, value: Row) -> AttributeValue | None:
    """Return what was chosen or typed as one value; None where nothing was."""
    is_text = kind == "textarea"
    said = value.get("text" if is_text else kind)
    if isinstance(said, str | int | float):
        return said
    texts = _texts(said)
    return ("\n" if is_text else ", ").join(texts) if texts else None


def _texts(value: object) -> list[str]:
    """Return texts in a list, or a list of paths in a taxonomy."""
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        return []
    inner = (" / ".join(map(str, v)) if isinstance(v, list) else v for v in value)
    return [str(v) for v in inner if isinstance(v, str | int | float)]
