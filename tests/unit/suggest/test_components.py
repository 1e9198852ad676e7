"""The three components together, in any pipeline, on any text."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from annotator.suggest.pipelines import find

NAMES = ("annotator_names", "annotator_quotes", "annotator_claims")
SENTENCE = "“We will go,” Ana Berg said. The mayor said that 40 houses had burnt. "
TEXTS = {
    "empty": "",
    "blanks": " \n\n\t\n",
    "emoji": "😀👩‍👩‍👧 said “🚢🚢” 👍🏽.\nPolice: 🚨 Gunman Was Fired 🚨",
    "rtl": "قال الوزير إن “الاتفاق انتهى”، بحسب رويترز.\nאמר השר: „זה נגמר”.",
    "combining": "E\u0301lise Ga\u0301l said that a\u0308ll was well\u0301.",
    "capitals": "MAYOR SAYS HE WILL QUIT\nKYIV — HE SAID “NO” TO 40 MEN, TASS SAID.",
    "no sentences": "a b c d e f g said that h i j according to k l m " * 20,
    "crlf": "“We will go,\r\n“and stay,” she said.\r\nAna Berg: No.\r\nAna Berg: Yes.",
    "marks": "“”\"'’‘«»„ said “ that ” : Ana: “",
}


def with_components(nlp: Language) -> Language:
    for name in NAMES:
        nlp.add_pipe(name)
    return nlp


@pytest.fixture(scope="module")
def full() -> Language:
    return with_components(spacy.load(find("en_core_web_sm").package))


@pytest.fixture(scope="module")
def bare() -> Language:
    return with_components(spacy.blank("en"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_makes_them_fail(full: Language, bare: Language, text: str) -> None:
    for nlp in (full, bare):
        doc = nlp(text)
        assert doc.text == text
        for frame in (*doc._.annotator_quotes, *doc._.annotator_claims):
            for spans in frame.parts.values():
                assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_megabyte_is_no_matter(bare: Language) -> None:
    text = (SENTENCE + "Rain fell on the town all day. " * 20 + "\n") * 1400
    assert len(text) > 950_000
    doc = bare(text)
    assert len(doc._.annotator_quotes) == 1400


def test_without_a_model_each_says_once_what_it_lacks(caplog) -> None:
    nlp = with_components(spacy.blank("en"))
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            nlp(SENTENCE)
    for name in NAMES:
        assert len([r for r in caplog.records if name in r.getMessage()]) == 1, name


def test_they_survive_being_saved(full: Language, tmp_path: Path) -> None:
    text = (
        f"Kyiv, March 3. {SENTENCE}Ana Berg of Acme Corp. denied that it fell by 4 %."
    )
    full.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == full.pipe_names
    for name in NAMES:
        assert again.get_pipe_meta(name).factory == name
        assert again.get_pipe_config(name) == full.get_pipe_config(name)
    one, other = full(text), again(text)
    assert one.user_data == other.user_data
    assert [(e.text, e.label_) for e in one.ents] == [
        (e.text, e.label_) for e in other.ents
    ]


def test_what_they_find_survives_bytes_and_docbins(full: Language) -> None:
    doc = full(SENTENCE)
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(data).get_docs(full.vocab)
    assert back._.annotator_quotes == doc._.annotator_quotes
    assert back._.annotator_claims == doc._.annotator_claims


def test_many_documents_at_once_are_as_each_alone(full: Language) -> None:
    texts = [*TEXTS.values(), SENTENCE * 3]
    together = [doc.user_data for doc in full.pipe(texts, batch_size=4)]
    assert together == [full(text).user_data for text in texts]
