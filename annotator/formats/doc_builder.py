"""Building one spaCy Doc of a document and its layer; see ``docbin``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from annotator.domain.documents import Status
from annotator.domain.records import ExportReport, LayerRecord, Record
from annotator.formats.base import WriteOptions
from annotator.formats.doc_spans import ALL_SPANS, ENTITY, SpanSetter, plural
from annotator.formats.docbin_own import user_data
from annotator.formats.fitting import TokenGrid
from annotator.formats.layout import TokenLayout, lay_out
from annotator.formats.rows import (
    MainRoles,
    select,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

RENEWED = 500
"""Docs that share a vocabulary, which never forgets an id."""

_NO_LAYER = LayerRecord("")


class DocBuilder:
    """Builds Docs; losses go to the report."""

    def __init__(self, options: WriteOptions, report: ExportReport) -> None:
        from spacy.tokens import Doc

        self._vocab = _vocabulary()
        self._built = 0
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

    def build(self, record: Record) -> tuple[Doc, list[str]]:
        """Return the Doc of a record and the words it is made of."""
        layer = record.layer or _NO_LAYER
        items = select(layer.suggestions or layer.annotations, self._options.kinds)
        layout = self._layout(record)
        self._built += 1
        if self._built % RENEWED == 0:
            self._vocab = _vocabulary()
        doc = self._new_doc(self._vocab, words=layout.words, spaces=layout.blanks)
        grid = TokenGrid(layout)
        spans = SpanSetter(doc, grid, record, self._options, self._mains)
        for item in items:
            spans.add(item)
        spans.set_groups(self._groups)
        finished = layer.status is Status.DONE or bool(layer.suggestions)
        known = finished and (self._marks_entities or spans.has_entities)
        spans.set_entities(default="outside" if known else "missing")
        doc.user_data.update(user_data(record, layer, items))
        self._report.annotations += len(items)
        self._report.losses += spans.losses
        return doc, layout.words

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


def _vocabulary() -> Vocab:
    """Return what spacy.blank("en") has, without the tokenizer, which takes time."""
    from spacy.lang.en import English
    from spacy.vocab import create_vocab

    return create_vocab("en", English.Defaults)


@cache
def _blank() -> Language:
    import spacy

    return spacy.blank("en")
