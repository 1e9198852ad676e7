"""Label Studio's labelling config as a schema.

What may be marked becomes what our readers make of it when it is marked: a label of
``Labels``, ``HyperTextLabels`` or ``ParagraphLabels`` is one of kind ``entity``, by the
mapping another; what is answered about each region (``perRegion="true"``) is an
attribute, ``Relation`` a link. What is said of pictures, sound or the whole text marks
nothing here. In a config of ours, which says so in its first line, each control is a
kind, and a label that is also a relation one of its further parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import InputError
from annotator.domain.schema import Attribute, AttributeType, Schema
from annotator.domain.text import in_a_line
from annotator.domain.wording import tr
from annotator.formats.base import HEAD_BYTES
from annotator.formats.drafts import MAIN_ROLES, safe_name
from annotator.formats.label_studio_config import OURS, kind_of_control
from annotator.formats.mapping import ENTITY, LINK, LabelMap
from annotator.formats.schema_building import SchemaBuilding, style_of

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

MAX_BYTES = 1 << 22

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<View\b", re.S
)
_SPANS = frozenset(("Labels", "HyperTextLabels", "ParagraphLabels"))
_TEXTS = frozenset(("Text", "HyperText", "Paragraphs"))
_ANSWERS = {
    "Choices": AttributeType.CHOICE,
    "Taxonomy": AttributeType.CHOICE,
    "Number": AttributeType.NUMBER,
    "Rating": AttributeType.NUMBER,
    "TextArea": AttributeType.TEXT,
    "DateTime": AttributeType.TEXT,
}
_FLAG = {"true", "false"}
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_SHORT_HEX = re.compile(r"#[0-9a-fA-F]{3}")


def is_config(head: bytes) -> bool:
    """Tell from a file's first bytes whether it is a labelling config."""
    return _START.match(head) is not None


def holds_config(path: Path) -> bool:
    """Tell whether a file is a labelling config."""
    try:
        with path.open("rb") as file:
            return is_config(file.read(HEAD_BYTES))
    except OSError:
        return False


def read_config(path: Path, mapping: LabelMap) -> Schema:
    """Return the schema of a labelling config.

    Raises:
        InputError: It cannot be read, or lets nothing be marked in a text; half a
            sentence.
    """
    schema = _Reading(_root(path), mapping).schema()
    if schema is None:
        raise InputError(tr("its config lets nothing be marked in a text"))
    return schema


def _root(path: Path) -> _Element:
    # Imported here: it takes a while, and most imports need none.
    from lxml import etree  # type: ignore[import-untyped]

    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(tr("it is too large for a labelling config"))
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("it cannot be read ({reason})", reason=error.strerror)
        ) from error
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InputError(tr("it defines entities, which no labelling config does"))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            tr("it is not valid XML ({msg})", msg=in_a_line(error.msg))
        ) from error


class _Reading:
    """A config while its controls are read."""

    def __init__(self, root: _Element, mapping: LabelMap) -> None:
        self._root = root
        # What may be marked is not what is marked: no witness hears of it.
        self._mapping = replace(mapping, witness=None)
        self._made = SchemaBuilding()
        self._kinds: dict[str, list[str]] = {}
        """Control → the kinds that its labels are of."""
        comments = root.xpath("//comment()")
        self._is_ours = any(OURS in (comment.text or "") for comment in comments)
        self._relations = [r.get("value", "") for r in root.iter("Relation")]

    def schema(self) -> Schema | None:
        """Return it, or None where nothing can be marked in a text."""
        texts = {e.get("name") for e in self._all(_TEXTS)}
        for control in self._all(_SPANS):
            if control.get("toName") in texts:
                self._add_labels(control)
        if not self._made.labels:
            return None
        for control in self._all(frozenset(_ANSWERS)):
            if control.get("perRegion") == "true" and control.get("toName") in texts:
                self._add_answer(control)
        for label in self._relations:
            self._add_relation(label)
        return self._made.schema("label-studio")

    def _all(self, names: frozenset[str]) -> Iterator[_Element]:
        return (e for e in self._root.iter() if e.tag in names)

    def _add_labels(self, control: _Element) -> None:
        name = control.get("name", "")
        kind = kind_of_control(name) if self._is_ours else ""
        for element in control.iter("Label"):
            label = element.get("alias") or element.get("value", "")
            if not label.strip() or label.startswith("$"):
                continue
            if kind and label in self._relations:
                self._made.add_role(kind, label)
                continue
            target = self._mapping.target(label, name)
            if target is None and kind:
                self._add(name, kind, label, element)
                continue
            target = target or self._mapping.fallback(label)
            if target.kind and not target.role:
                spare = "" if target.kind in MAIN_ROLES else label
                self._add(name, target.kind, target.label or spare, element)

    def _add(self, control: str, kind: str, label: str, element: _Element) -> None:
        kinds = self._kinds.setdefault(control, [])
        if kind not in kinds:
            kinds.append(kind)
        if not label:
            self._made.add_kind(kind)
            return
        colour = element.get("background", "")
        if _SHORT_HEX.fullmatch(colour):
            colour = "#" + "".join(2 * c for c in colour[1:])
        style = style_of(colour) if _HEX.fullmatch(colour) else None
        self._made.add_label(kind, label, element.get("value", ""), style)

    def _add_answer(self, control: _Element) -> None:
        given = control.get("name", "")
        name = self._mapping.attribute(given)
        if not name:
            return
        name = safe_name(name)
        kind_of_value = _ANSWERS[str(control.tag)]
        choices = tuple(
            dict.fromkeys(
                choice.get("alias") or choice.get("value", "")
                for choice in control.iter("Choice")
            )
        )
        if set(choices) == _FLAG:
            kind_of_value, choices = AttributeType.FLAG, ()
        elif kind_of_value is AttributeType.CHOICE and not choices:
            kind_of_value = AttributeType.TEXT
        made = Attribute(name, name.replace("_", " "), kind_of_value, choices)
        kinds = self._kinds.get(control.get("whenTagName", ""), [*self._made.labels])
        for kind in kinds:
            self._made.add_attribute(kind, made)

    def _add_relation(self, label: str) -> None:
        what = self._mapping.relation(label)
        is_part = self._is_ours and any(
            label == e.get("value") for e in self._all(frozenset(("Label",)))
        )
        if not label or is_part or not (what is None or what.startswith(LINK)):
            return
        name = label if what is None else what.removeprefix(LINK)
        end = ENTITY if ENTITY in self._made.labels else next(iter(self._made.labels))
        self._made.add_link(name, label, end, end)
