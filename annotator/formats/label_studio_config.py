"""The labelling config of Label Studio for what an export holds.

A ``Labels`` control for each kind, with its labels and the names of its further parts
in the schema's colours; a ``Choices``, ``Number`` or ``TextArea`` for each attribute;
the labels of relations. What the schema does not know but the export has is added, for
Label Studio takes no annotation that its config does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from annotator.domain.annotations import AttributeValue
from annotator.domain.schema import Attribute, AttributeType, Schema
from annotator.formats.label_studio_regions import as_shown

TEXT = "text"
"""How the config calls the article's text, and the field of the data it is in."""

OURS = "each control of labels is a kind of annotation"
"""What a comment in our configs says, so that they can be read as a schema."""

_GREY = "#9e9e9e"
_CHOICES, _NUMBER, _TEXTAREA = "choices", "number", "textarea"
_TYPES = {
    AttributeType.FLAG: _CHOICES,
    AttributeType.CHOICE: _CHOICES,
    AttributeType.NUMBER: _NUMBER,
    AttributeType.TEXT: _TEXTAREA,
}


class LabellingConfig:
    """The controls of an export, growing as it is written."""

    def __init__(self, schema: Schema) -> None:
        self._labels: dict[str, dict[str, str]] = {}
        self._attributes: dict[str, str] = {}
        self._choices: dict[str, dict[str, None]] = {}
        self._relations = {link.label: None for link in schema.links}
        for kind in schema.kinds:
            mine = self._labels[kind.name] = {}
            for label in kind.labels:
                mine[label.name] = label.style.light
            for role in kind.roles[1:]:
                mine.setdefault(role.name, role.style.light)
                self._relations.setdefault(role.name)
            for attribute in kind.attributes:
                self._know(attribute)

    def _know(self, attribute: Attribute) -> None:
        name = attribute.name
        self._attributes.setdefault(name, _TYPES[attribute.type])
        choices = self._choices.setdefault(name, {})
        is_flag = attribute.type is AttributeType.FLAG
        choices.update(
            dict.fromkeys(("true", "false") if is_flag else attribute.choices)
        )

    def label(self, kind: str, label: str) -> str:
        """Return the control that marks with a label of a kind."""
        self._labels.setdefault(kind, {}).setdefault(label, _GREY)
        return _control(kind)

    def relation(self, label: str) -> None:
        """Let there be relations with that label."""
        self._relations.setdefault(label)

    def attribute(self, name: str, value: AttributeValue) -> tuple[str, str, object]:
        """Return control, type and value that say what an attribute is."""
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if name not in self._attributes:
            fallback = _CHOICES if isinstance(value, bool) else _TEXTAREA
            self._attributes[name] = _NUMBER if is_number else fallback
        kind = self._attributes[name]
        if kind == _NUMBER and not is_number:
            kind = self._attributes[name] = _TEXTAREA
        control = self._attribute_control(name)
        if kind == _CHOICES:
            self._choices.setdefault(name, {}).setdefault(as_shown(value))
        return control, kind, value if kind == _NUMBER else [as_shown(value)]

    def _attribute_control(self, name: str) -> str:
        return f"{name}_" if name == TEXT or name in self._labels else name

    def xml(self) -> str:
        """Return the config."""
        return "\n".join(
            ("<View>", f"  <!-- {OURS} -->", *self._lines(), "</View>", "")
        )

    def _lines(self) -> Iterator[str]:
        for kind, labels in self._labels.items():
            if labels:
                yield f'  <Labels name={quoteattr(_control(kind))} toName="{TEXT}">'
                for label, colour in labels.items():
                    shown = quoteattr(label)
                    yield f"    <Label value={shown} background={quoteattr(colour)}/>"
                yield "  </Labels>"
        yield f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>'
        for name, kind in self._attributes.items():
            yield from self._attribute_lines(name, kind)
        if self._relations:
            yield "  <Relations>"
            for label in self._relations:
                yield f"    <Relation value={quoteattr(label)}/>"
            yield "  </Relations>"

    def _attribute_lines(self, name: str, kind: str) -> Iterator[str]:
        control = quoteattr(self._attribute_control(name))
        ends = f'name={control} toName="{TEXT}" perRegion="true"'
        yield f"  <Header value={quoteattr(name)}/>"
        if kind == _NUMBER:
            yield f"  <Number {ends}/>"
        elif kind == _TEXTAREA or not self._choices.get(name):
            yield f'  <TextArea {ends} editable="true"/>'
        else:
            yield f"  <Choices {ends}>"
            for choice in self._choices[name]:
                yield f"    <Choice value={quoteattr(choice)}/>"
            yield "  </Choices>"


def _control(kind: str) -> str:
    return f"{kind}_" if kind == TEXT else kind


def kind_of_control(control: str) -> str:
    """Return the kind that a control of ours marks."""
    return TEXT if control == f"{TEXT}_" else control
