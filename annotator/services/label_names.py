"""What comes from elsewhere under names that the schema has left behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from annotator.domain.annotations import Annotation, Suggestion
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import parse_schema
from annotator.storage.store import Store

T = TypeVar("T", Annotation, Suggestion)


class LabelNames:
    """Gives former labels their present names; drops suggestions of retired ones.

    It follows the schema of a project that may be changed while a pipeline runs.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = -1
        self._present: dict[tuple[str, str], str] = {}
        self._retired: set[tuple[str, str]] = set()

    def _follow(self) -> None:
        version = self._store.info().schema_version
        if version == self._version:
            return
        self._version = version
        schema = parse_schema(self._store.schema_toml())
        self._present = present_names(schema)
        self._retired = {
            (kind.name, label.name) for kind, label in schema.labels() if label.retired
        }

    def suggested(self, result: Any) -> Any:
        """Return what a pipeline found, as the project's schema now has it.

        Args:
            result: A ``Result`` of a worker.
        """
        self._follow()
        if not self._present and not self._retired:
            return result
        found = renamed(result.suggestions, self._present)
        kept = tuple(s for s in found if (s.kind, s.label) not in self._retired)
        return replace(result, suggestions=kept)


def present_names(schema: Schema) -> dict[tuple[str, str], str]:
    """Return kind and former label → what it is called now."""
    return {(kind, old): new for kind, old, new in schema.former_names()}


def renamed(items: Iterable[T], present: dict[tuple[str, str], str]) -> tuple[T, ...]:
    """Return annotations or suggestions with their labels' present names."""
    return tuple(
        replace(item, label=present[item.kind, item.label])
        if (item.kind, item.label) in present
        else item
        for item in items
    )
