"""Reading spaCy's training data in JSON: trees of words, pairs of text and offsets."""

from __future__ import annotations

import json

import pytest
import spacy
from spacy.training import docs_to_json
from spacy.training.converters.json_to_docs import json_to_docs

from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.formats.registry import reader_for
from tests.unit.formats.conftest import read, read_one

TEXT = "Ada 👩‍🚒 met Ilse  Brandt\n\nin Veldstad. José left."
MARKED = [("PER", "Ada"), ("PER", "Ilse  Brandt"), ("LOC", "Veldstad")]


def marks(record) -> list[tuple[str, str]]:
    """Return label and surface of all annotations."""
    found = record.layer.annotations if record.layer else ()
    fragments = [(a.label, a.parts["mention"]) for a in found]
    return [(label, record.text[f[0].start : f[-1].end]) for label, f in fragments]


def doc(text: str = TEXT):
    """Return a Doc with entities on what is marked."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    made = nlp(text)
    made.ents = [
        made.char_span(text.index(w), text.index(w) + len(w), label=label)
        for label, w in MARKED
        if w in text
    ]
    return made


def save(path, value) -> None:
    """Write JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def test_what_spacy_writes_is_what_spacy_reads(tmp_path):
    path = tmp_path / "train.json"
    save(path, [docs_to_json([doc(), doc("No names here.")]), docs_to_json([doc()], 1)])
    records = list(read(path))
    theirs = list(json_to_docs(path.read_text(encoding="utf-8")))
    assert [r.text for r in records] == [d.text for d in theirs]
    assert [marks(r) for r in records] == [
        [(e.label_, e.text) for e in d.ents] for d in theirs
    ]
    assert marks(records[0]) == MARKED
    assert [r.layer.status for r in records] == [Status.DONE, Status.TODO, Status.DONE]
    assert records[2].details.meta == {"id": 1}
    assert records[1].where == "train.json, line 1, paragraph 2"


def test_words_without_a_text_make_one(tmp_path):
    tokens = [
        {"orth": "Ada", "ner": "B-PER", "space": " "},
        {"orth": "Roth", "ner": "L-PER", "space": ""},
        {"orth": "left", "ner": "-"},
        {"orth": "today", "ner": "PER?"},
    ]
    cats = [{"label": "sports", "value": 1.0}]
    tree = {"paragraphs": [{"cats": cats, "sentences": [{"tokens": tokens}]}]}
    path = tmp_path / "train.json"
    save(path, tree)
    record = read_one(path)
    assert record.text == "Ada Rothleft today"
    assert marks(record) == [("PER", "Ada Roth")]
    assert record.losses == ("“PER?” is no tag; “today” was taken without.",)
    assert record.details.meta == {"cats": {"sports": 1.0}}


def test_words_that_do_not_stand_in_the_text_are_named(tmp_path):
    tokens = [{"orth": w, "ner": "U-X"} for w in ("one", "three", "two")]
    path = tmp_path / "train.json"
    raw = "one\r\ntwo"
    save(path, [{"paragraphs": [{"raw": raw, "sentences": [{"tokens": tokens}]}]}])
    record = read_one(path)
    assert record.text == "one\ntwo"
    assert marks(record) == [("X", "one"), ("X", "two")]
    assert record.losses == (
        "The word “three” does not stand in the text; it was left out.",
    )


PAIRS = [
    ["Ada\r\nmet Ilse.", {"entities": [[0, 3, "PER"], [9, 13, "PER"]]}],
    ["Nobody.", {"entities": []}],
    [
        "In Veldstad.",
        {"spans": {"sc": [[3, 11, "LOC"], [3, 99, "LOC"]]}, "cats": {"news": 1}},
    ],
]


@pytest.mark.parametrize("shape", ["array", "lines", "one", "tool"])
def test_pairs_of_a_text_and_its_offsets(tmp_path, shape):
    path = tmp_path / "train.json"
    written = {
        "array": json.dumps(PAIRS),
        "lines": "\n".join(map(json.dumps, PAIRS)),
        "one": json.dumps(PAIRS[0]),
        "tool": json.dumps({"classes": ["PER"], "annotations": [None, *PAIRS]}),
    }
    path.write_text(written[shape])
    records = list(read(path))
    assert marks(records[0]) == [("PER", "Ada"), ("PER", "Ilse")]
    if shape == "one":
        return
    assert marks(records[1]) == []
    assert marks(records[2]) == [("LOC", "Veldstad")]
    assert records[2].losses == (
        'The span [3,99,"LOC"] was left out: it marks no text.',
    )
    assert records[2].details.meta == {"cats": {"news": 1}}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[["a", {"entities": []}], ["b"]]', "train.json, text 2: it is no pair"),
        (
            '["a", {"entities": []}]\n["b", {]',
            "train.json, line 2: it is not valid JSON",
        ),
        ('[["a", {"entities": []}], [null, {}]]', "text 2: it has no text."),
        ('[["a", {"entities": [', "train.json: it is not valid JSON (line 1"),
        ('[{"paragraphs": [{"raw": "a", "sentences": [{"tokens": [{}]}]}]}]', "“orth”"),
        ('{"paragraphs": [{"raw": "", "sentences": []}]}', "it has no text"),
    ],
)
def test_what_is_broken_is_named_and_costs_itself(tmp_path, content, said):
    path = tmp_path / "train.json"
    path.write_text(content)
    assert reader_for(path).name == "spacy-json"
    problems = [str(item) for item in read(path) if isinstance(item, Problem)]
    assert len(problems) == 1
    assert said in problems[0]


@pytest.mark.parametrize(
    "content",
    [
        '{"paragraphs": [{"context": "a", "qas": []}]}',
        '[["a", {"label": 1}]]',
        '[["a", "b"]]',
    ],
)
def test_other_json_is_not_taken(tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content)
    try:
        name = reader_for(path).name
    except InputError:
        name = ""
    assert name != "spacy-json"
