"""One row of a data set for Hugging Face; see ``huggingface_features``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import orjson

from annotator.domain.annotations import Annotation, Fragment, Suggestion
from annotator.domain.records import ExportReport, Finding, LayerRecord, Losses, Record
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.formats.base import Limits, WriteOptions
from annotator.formats.doc_spans import ENTITY
from annotator.formats.docbin_own import user_data
from annotator.formats.doctor import fitted
from annotator.formats.huggingface_features import OUTSIDE, Features, role_column
from annotator.formats.layout import lay_out
from annotator.formats.rows import MainRoles, Marked, roles_of, select

Row = dict[str, Any]

TAG_LIMITS = Limits(overlaps=False, cuts=False, space=False, pieces=False)

_NO_LAYER = LayerRecord("")


class RowMaker:
    """Makes rows; what the tags cannot hold goes to the report.

    Attributes:
        tags: The names of tags so far: those of the schema, then what turns up.
    """

    def __init__(
        self, features: Features, options: WriteOptions, report: ExportReport
    ) -> None:
        self._features = features
        self._options = options
        self._report = report
        self._mains = MainRoles(options.schema)
        self._numbers = {OUTSIDE: 0}
        entity = options.schema.kind(ENTITY) if features.has_tags else None
        for label in entity.labels if entity else ():
            self._number(f"B-{label.name}")
            self._number(f"I-{label.name}")

    @property
    def tags(self) -> list[str]:
        """The names of tags in the order of their numbers."""
        return list(self._numbers)

    def row(self, record: Record) -> Row:
        """Return the row of a record."""
        layer = record.layer or _NO_LAYER
        items = select(layer.suggestions or layer.annotations, self._options.kinds)
        self._report.annotations += len(items)
        data = user_data(record, layer, items)
        row: Row = {"id": data.pop("document_id"), "text": record.text, **data}
        if self._features.has_tags:
            row["tokens"], row["ner_tags"] = self._tagged(record, items)
        row["spans"] = [span for item in items for span in self._spans(item)]
        for kind, column in self._features.frames.items():
            row[column] = [self._frame(item) for item in items if item.kind == kind]
        return {name: row[name] for name in self._features.columns}

    def _spans(self, item: Marked) -> Iterable[Row]:
        main = self._mains.of(item)
        for role in roles_of(item.parts):
            for start, end in item.parts[role]:
                yield {
                    "start": start,
                    "end": end,
                    "label": item.label if role == main else role,
                    "kind": item.kind,
                    "role": role,
                    "annotation": item.id,
                }

    def _frame(self, item: Marked) -> Row:
        row: Row = {
            role_column(role): _places(item.parts.get(role, ()))
            for role in self._features.roles(item.kind)
        }
        row |= {
            "id": item.id,
            "label": item.label,
            "attributes": orjson.dumps(dict(sorted(item.attributes.items()))).decode(),
            "note": getattr(item, "note", ""),
        }
        return row

    # ---------------------------------------------------------------- tags

    def _tagged(
        self, record: Record, items: Iterable[Marked]
    ) -> tuple[list[str], list[int]]:
        if record.tokens is None:
            return [], []
        layout = lay_out(record.text, record.tokens)
        kept = [
            (word, (start, end))
            for word, start, end, _ in zip(*layout, strict=True)
            if not word.isspace()
        ]
        tokens = Tokens.of("", [span for _, span in kept])
        tags = [0] * len(kept)
        for item in self._fitted(record, items):
            for fragment in item.parts.get(self._mains.of(item), ()):
                self._tag(tags, tokens, fragment, item.label)
        return [word for word, _ in kept], tags

    def _tag(
        self, tags: list[int], tokens: Tokens, fragment: Fragment, label: str
    ) -> None:
        first, last = tokens.covering(*fragment)
        tags[first] = self._number(f"B-{label}")
        tags[first + 1 : last] = [self._number(f"I-{label}")] * (last - first - 1)

    def _fitted(self, record: Record, items: Iterable[Marked]) -> tuple[Marked, ...]:
        """Return the entities as tags can hold them; name the others."""
        layer = record.layer or _NO_LAYER
        entities = [item for item in items if item.kind == ENTITY]
        if not entities:
            return ()
        plain = LayerRecord(
            layer.annotator,
            tuple(item for item in entities if isinstance(item, Annotation)),
            suggestions=tuple(i for i in entities if isinstance(i, Suggestion)),
        )
        report = ExportReport(losses=Losses(self._tell))
        (made,) = fitted(
            [replace(record, layer=plain)], TAG_LIMITS, self._options, report
        )
        layer = made.layer or _NO_LAYER
        return (*layer.annotations, *layer.suggestions)

    def _tell(self, finding: object) -> None:
        if isinstance(finding, Finding):
            reason = finding.reason.removesuffix(".")
            reason = tr(
                "{reason} (in “ner_tags” only; “spans” has it in full).", reason=reason
            )
            self._report.losses.append(replace(finding, reason=reason))

    def _number(self, tag: str) -> int:
        return self._numbers.setdefault(tag, len(self._numbers))


def _places(fragments: Iterable[Fragment]) -> list[Mapping[str, int]]:
    return [{"start": start, "end": end} for start, end in fragments]
