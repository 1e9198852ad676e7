from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from annotator.domain.annotations import Fragment
from annotator.suggest.engine import Engine, load_pipeline
from annotator.suggest.entities import entity_frames, entity_spans
from annotator.suggest.kernels import KernelChooser
from annotator.suggest.pipelines import DEFAULT_PIPELINE, find
from annotator.suggest.protocol import ALL_KINDS, Reply, Request
from annotator.suggest.tokenizing import load_tokenizer, tokenize

TEXT = (
    "Ana Lindqvist of Vellmar Steel said on Monday that 24 ships left Norway in 2019."
)


def no_pause() -> None:
    return None


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Engine:
    cache = tmp_path_factory.mktemp("cache") / "kernels.json"
    return Engine(find(DEFAULT_PIPELINE), ALL_KINDS, KernelChooser(cache))


def suggest(engine: Engine, *texts: str) -> list[Reply]:
    requests = [Request(f"{n:032x}", text) for n, text in enumerate(texts)]
    return list(engine.suggest(requests, no_pause))


def test_all_kinds_come_with_tokens(engine: Engine) -> None:
    (reply,) = suggest(engine, TEXT)
    assert {s.kind for s in reply.suggestions} == ALL_KINDS
    assert reply.suggested
    assert reply.last
    assert reply.tokens == engine.tokens(TEXT)
    assert len({s.id for s in reply.suggestions}) == len(reply.suggestions)


def test_it_is_the_same_again_and_different_in_another_document(engine: Engine):
    one, other = suggest(engine, TEXT, TEXT)
    assert one == suggest(engine, TEXT)[0]
    assert not {s.id for s in one.suggestions} & {s.id for s in other.suggestions}


def test_only_the_kinds_asked_for_come(tmp_path: Path) -> None:
    chooser = KernelChooser(tmp_path / "kernels.json")
    engine = Engine(find(DEFAULT_PIPELINE), frozenset({"claim"}), chooser)
    (reply,) = suggest(engine, TEXT)
    (claim,) = reply.suggestions
    assert claim.kind == "claim"
    assert "claimant" in claim.parts


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "😀👍🏽", "é\u0301", "שלום עולם. “קדימה,” אמר דוד.", "A" * 500],
)
def test_odd_texts(engine: Engine, text: str) -> None:
    (reply,) = suggest(engine, text)
    assert not reply.error
    assert reply.tokens is not None


def test_tokens_are_the_pipelines_own(nlp: Language, shared_data: Path) -> None:
    info = find(DEFAULT_PIPELINE)
    tokenizer = load_tokenizer(info)
    with (shared_data / "gum_news" / "gold.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for text in texts:
        tokens = tokenize(tokenizer, text, info.tokenizer)
        words = [token for token in nlp.make_doc(text) if not token.is_space]
        assert list(tokens.starts) == [token.idx for token in words]
        assert list(tokens.ends) == [token.idx + len(token) for token in words]
        assert set(tokens.sentences) <= set(tokens.starts)
        assert tokens.tokenizer == info.tokenizer


def test_a_text_over_spacys_limit_is_worked_on_in_pieces(engine: Engine) -> None:
    # Blanks are quick to run through the model and count towards its limit.
    filler = ("\n\n" + " " * 50_000) * 21
    text = TEXT + filler + "\n\n" + TEXT
    assert len(text) > spacy.blank("en").max_length
    (reply,) = suggest(engine, text)
    assert not reply.error
    (short,) = suggest(engine, TEXT)
    shift = len(text) - len(TEXT)
    found = [(s.kind, s.label, dict(s.parts)) for s in reply.suggestions]
    for suggestion in short.suggestions:
        moved = {
            role: tuple((start + shift, end + shift) for start, end in spans)
            for role, spans in suggestion.parts.items()
        }
        assert (suggestion.kind, suggestion.label, dict(suggestion.parts)) in found
        assert (suggestion.kind, suggestion.label, moved) in found
    assert reply.tokens is not None
    assert len(reply.tokens) == 2 * len(short.tokens or ())


def test_a_document_that_a_component_fails_on_has_the_error(
    engine: Engine, monkeypatch
) -> None:
    import annotator.suggest.quotes as quotes

    working = quotes.find_quotes

    def failing(doc):
        if "bad" in doc.text:
            raise ValueError("no such rule")
        return working(doc)

    monkeypatch.setattr(quotes, "find_quotes", failing)
    good, bad, last = suggest(engine, TEXT, "This is bad.", "It rains in Oslo.")
    assert good.suggestions
    assert not good.error
    assert last.suggestions
    assert "no such rule" in bad.error
    assert not bad.suggested
    assert bad.tokens is not None
    assert bad.last


def test_the_pause_is_called_while_a_batch_runs(engine: Engine) -> None:
    calls: list[int] = []
    list(engine.suggest([Request("a" * 32, TEXT)], lambda: calls.append(1)))
    assert len(calls) > 3


def test_entities_neither_cross_lines_nor_hold_blanks() -> None:
    nlp = spacy.blank("en")
    doc = nlp.make_doc("Go to \n New\nYork  Vellmar now")
    starts = {token.text.strip(" "): token.i for token in doc}
    york = starts["York"] + 1
    doc.set_ents([Span(doc, 2, york, "GPE"), Span(doc, york, starts["now"], "ORG")])
    found = [(label, doc.text[s:e]) for label, s, e in entity_spans(doc)]
    assert found == [("GPE", "New"), ("ORG", "Vellmar")]


def test_entities_come_corrected_with_a_score_and_a_reason(engine: Engine) -> None:
    text = "Ana Lindqvist of Vellmar Steel Corp flew from Kyiv to Oslo. Lindqvist left."
    (reply,) = suggest(engine, text)
    entities = {
        text[slice(*span)]: suggestion
        for suggestion in reply.suggestions
        if suggestion.kind == "entity"
        for span in [(f.start, f.end) for f in suggestion.parts["mention"]]
    }
    assert entities["Kyiv"].label == "GPE"
    assert entities["Kyiv"].reason.startswith("gazetteer: capital")
    assert entities["Lindqvist"].label == "PERSON"
    assert all(0 < suggestion.score < 1 for suggestion in entities.values())
    assert len({suggestion.score for suggestion in entities.values()}) > 1


def test_names_are_set_right_after_the_recogniser_and_before_quotes() -> None:
    nlp = load_pipeline(find(DEFAULT_PIPELINE), ALL_KINDS)
    order = [nlp.pipe_names.index(n) for n in ("ner", "annotator_names")]
    order += [nlp.pipe_names.index(n) for n in ("annotator_quotes", "annotator_claims")]
    assert order == sorted(order)
    assert (
        "annotator_claims"
        not in load_pipeline(find(DEFAULT_PIPELINE), frozenset({"quote"})).pipe_names
    )


@pytest.mark.parametrize(("lang", "label"), [("de", "PERSON"), ("en", "PER")])
def test_names_are_left_alone_in_other_languages_and_schemes(
    tmp_path: Path, lang: str, label: str
) -> None:
    nlp = spacy.blank(lang)
    ner = nlp.add_pipe("ner")
    ner.add_label(label)
    nlp.initialize()
    nlp.to_disk(tmp_path)
    info = replace(find(DEFAULT_PIPELINE), package=str(tmp_path))
    assert load_pipeline(info, frozenset({"entity"})).pipe_names == ["ner"]


def test_an_entity_that_the_component_has_not_seen_scores_low() -> None:
    doc = spacy.blank("en")("Ana Berg left.")
    doc.set_ents([Span(doc, 0, 2, "PERSON")])
    (frame,) = entity_frames(doc)
    assert (frame.label, frame.parts) == ("PERSON", {"mention": ((0, 8),)})
    assert 0 < frame.score < 1


ADVERT = "Sign up for the Vellmar Herald’s newsletter by Paul Norrby"


def test_boilerplate_is_not_suggested_in_and_moves_nothing(engine: Engine) -> None:
    """Of what it interrupts, a quote goes on behind it."""
    quote = "“We will sail,” Lindqvist said. "
    text = f"{TEXT} {quote}\n\n{ADVERT}\n\n{TEXT}\n\n{ADVERT}\n"
    first = text.index(ADVERT)
    last = text.rindex(ADVERT)
    zones = tuple(Fragment(at, at + len(ADVERT)) for at in (first, last))
    (whole,) = engine.suggest([Request("a" * 32, text)], no_pause)
    request = Request.decode(Request("a" * 32, text, zones=zones).encode())
    (reply,) = engine.suggest([request], no_pause)
    (bare,) = engine.suggest([Request("a" * 32, f"{TEXT} {quote}\n\n{TEXT}")], no_pause)
    assert reply.tokens == whole.tokens
    places = [f for s in reply.suggestions for spans in s.parts.values() for f in spans]
    assert not any(s < end and start < e for s, e in places for start, end in zones)

    def said(reply: Reply, text: str) -> list[tuple[str, str, str]]:
        return sorted(
            (
                s.kind,
                s.label,
                "|".join(text[a:b] for spans in s.parts.values() for a, b in spans),
            )
            for s in reply.suggestions
        )

    assert said(reply, text) == said(bare, f"{TEXT} {quote}\n\n{TEXT}")
    assert len(reply.suggestions) < len(whole.suggestions)


def test_a_text_that_is_all_boilerplate_has_tokens_only(engine: Engine) -> None:
    zones = ((0, len(ADVERT)),)
    (reply,) = engine.suggest([Request("b" * 32, ADVERT, zones=zones)], no_pause)
    assert reply.suggestions == ()
    assert reply.suggested
    assert reply.tokens == engine.tokens(ADVERT)
    assert (
        Request.decode(Request("b" * 32, ADVERT, zones=zones).encode()).zones == zones
    )
