"""What is written as WebAnno TSV or XMI comes back, or is named as a loss."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Annotation, Fragment, Link, merge_fragments
from annotator.domain.documents import Status
from annotator.domain.ids import derived_id
from annotator.domain.names import is_label_name, is_name
from annotator.domain.records import ExportReport, LayerRecord, Record
from annotator.domain.text import document_id
from annotator.formats import doctor, tallying
from annotator.formats.base import WriteOptions
from annotator.formats.registry import writer
from tests.unit.formats import making

FORMATS = ("webanno", "xmi")

labels = making.any_string.filter(is_label_name) | st.sampled_from(
    ["PERSON", "*", "_", "a[1]", "x|y", "b;c", "->", "back\\", "null", "«é»"]
)
names = making.any_string.filter(is_name) | st.sampled_from(
    ["speaker", "cue", "is_hedged", "note", "value", "type", "字", "a-b", "Part"]
)
kinds = st.sampled_from(
    ["entity", "quote", "claim", "event", "newsEvent", "Part", "字"]
)
texts = st.text(making.ALPHABET + "\x0c\x1b\x85[]|_;*\\#-", min_size=1, max_size=40)
per_example = settings(
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        # Of the marks that are drawn at random, most are empty.
        HealthCheck.filter_too_much,
    ],
    deadline=None,
    max_examples=50,
)


@st.composite
def annotations(draw, size: int, number: int) -> Annotation:
    kind = draw(kinds)
    mains = {"quote": "content", "claim": "claim"}
    roles = {mains.get(kind, "mention"), *draw(st.lists(names, max_size=2))}
    pairs = st.tuples(st.integers(0, size - 1), st.integers(1, size))
    spans = st.lists(pairs.filter(lambda p: p[0] < p[1]), min_size=1, max_size=3)
    return Annotation(
        derived_id("drawn", str(number)),
        kind,
        draw(labels),
        {r: merge_fragments(tuple(Fragment(*p) for p in draw(spans))) for r in roles},
        draw(st.dictionaries(names, making.scalars, max_size=3)),
        draw(making.any_string),
    )


@st.composite
def records(draw) -> Record:
    text = draw(texts.filter(making._is_text))
    made = [
        draw(annotations(len(text), number))
        for number in range(draw(st.integers(0, 4)))
    ]
    ids = [a.id for a in made]
    links = [
        Link(derived_id("link", str(n)), draw(names), source, target)
        for n, (source, target) in enumerate(pairwise(ids))
        if draw(st.booleans())
    ]
    layer = LayerRecord(
        draw(labels), tuple(made), tuple(links), draw(st.sampled_from(Status))
    )
    return Record(
        document_id(text),
        text,
        draw(making.details),
        draw(st.just(layer) | st.none()),
        draw(making.tokens(text) | st.none()),
    )


def essence(record: Record) -> object:
    """Return what must come back: all but when, and links by what they join."""
    layer = record.layer
    if layer is None:
        return record.text, record.details, None
    made = {
        a.id: (a.kind, a.label, dict(a.parts), dict(a.attributes), a.note)
        for a in layer.annotations
    }
    links = {(k.label, k.source, k.target) for k in layer.links}
    return record.text, record.details, layer.annotator, layer.status, made, links


def back(target: Path, format_name: str) -> list[Record]:
    items = list(writer(format_name).read_back(target))
    assert all(isinstance(item, Record) for item in items), items
    return items


@pytest.mark.parametrize("format_name", FORMATS)
@per_example
@given(record=records())
def test_a_record_comes_back_as_it_was_fitted(record, export, schema, format_name):
    chosen, options = writer(format_name), WriteOptions(schema)
    expected = ExportReport()
    (fit,) = doctor.fitted([record], chosen.limits, options, expected)
    target, report = export([record], format_name)
    (read,) = back(target, format_name)
    assert essence(read) == essence(fit)
    assert read.losses == ()
    assert [f for f in report.losses if f in expected.losses] == expected.losses
    assert tallying.verify(report.tally, [read], options, chosen.limits) == []
    if read.tokens is not None:
        assert (read.tokens.tokenizer, list(read.tokens.sentences)) == (
            record.tokens.tokenizer,
            list(record.tokens.sentences),
        )
        assert read.tokens.starts == record.tokens.starts
        assert read.tokens.ends == record.tokens.ends
