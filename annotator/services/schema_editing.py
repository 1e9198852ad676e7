"""Changing one thing of a schema. Pure; ``schema_changes`` changes the project."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from annotator.domain.errors import InputError
from annotator.domain.names import is_label_name
from annotator.domain.schema import Kind, Schema
from annotator.domain.wording import tr


def with_kind(schema: Schema, name: str, /, **fields: Any) -> Schema:
    """Return a schema with a kind's title or guideline changed."""
    kinds = tuple(replace(k, **fields) if k.name == name else k for k in schema.kinds)
    return replace(schema, kinds=kinds)


def with_label(schema: Schema, kind_name: str, name: str, /, **fields: Any) -> Schema:
    """Return a schema with title, look, key or description of a label changed."""
    kind = _kind(schema, kind_name)
    labels = tuple(
        replace(label, **fields) if label.name == name else label
        for label in kind.labels
    )
    return with_kind(schema, kind_name, labels=labels)


def add_label(schema: Schema, kind_name: str, name: str) -> Schema:
    """Return a schema with another label.

    Raises:
        InputError: The name is taken, or cannot be one.
    """
    _check_name(_kind(schema, kind_name), name)
    return schema.with_label(kind_name, name)


def rename_label(schema: Schema, kind_name: str, old: str, new: str) -> Schema:
    """Return a schema in which a label has another name; it knows its former one.

    Raises:
        InputError: The name is taken, or cannot be one.
    """
    kind = _kind(schema, kind_name)
    label = kind.label(old)
    if label is None or new == old:
        return schema
    if new not in label.formerly:
        _check_name(kind, new)
    former = tuple(name for name in (*label.formerly, old) if name != new)
    return with_label(schema, kind_name, old, name=new, formerly=former)


def retire_label(schema: Schema, kind_name: str, name: str, *, retired: bool) -> Schema:
    """Return a schema that no longer offers a label, or offers it again.

    It comes back without its key where another has that by now.
    """
    changed = with_label(schema, kind_name, name, retired=retired)
    label = _kind(changed, kind_name).label(name)
    if retired or label is None:
        return changed
    taken = key_conflict(changed, kind_name, name, label.key)
    return with_label(changed, kind_name, name, key="") if taken else changed


def remove_label(schema: Schema, kind_name: str, name: str) -> Schema:
    """Return a schema without a label; for one that nobody has used.

    Raises:
        InputError: It is the only one of its kind.
    """
    kind = _kind(schema, kind_name)
    labels = tuple(label for label in kind.labels if label.name != name)
    if not labels:
        raise InputError(
            tr("{title} need a label; add another one first.", title=kind.title)
        )
    return with_kind(schema, kind_name, labels=labels)


def key_conflict(schema: Schema, kind_name: str, name: str, key: str) -> str:
    """Return whose a label's key is already, as a sentence; "" for nobody's."""
    if not key:
        return ""
    if len(key) > 1 or not key.isprintable() or key.isspace() or key != key.lower():
        return tr("“{key}” is no key: one character, no capital.", key=key)
    for kind, label in schema.labels():
        itself = (kind.name, label.name) == (kind_name, name)
        if label.key == key and not itself and not label.retired:
            return tr("The key {key} belongs to {title}.", key=key, title=label.title)
    for kind in schema.kinds:
        for role in kind.roles:
            if role.key == key:
                return tr(
                    "The key {key} belongs to {title} of {kind}.",
                    key=key,
                    title=role.title,
                    kind=kind.title,
                )
    return ""


def _kind(schema: Schema, name: str) -> Kind:
    kind = schema.kind(name)
    if kind is None:
        raise InputError(tr("The schema has no kind {name}.", name=name))
    return kind


def _check_name(kind: Kind, name: str) -> None:
    if not is_label_name(name):
        raise InputError(tr("A label needs a name without blanks at its ends."))
    if kind.label(name) is not None:
        raise InputError(
            tr("{title} have a label {name} already.", title=kind.title, name=name)
        )
    owner = next((one for one in kind.labels if name in one.formerly), None)
    if owner is not None:
        raise InputError(
            tr(
                "{name} is what {title} was called before.",
                name=name,
                title=owner.title,
            )
        )
