from __future__ import annotations

import logging
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import annotator.suggest.names  # noqa: F401 - sets the extension
from annotator.domain.resources import resource
from annotator.suggest.naming.lists import make_lists, read_names, shipped
from annotator.suggest.pipelines import DEFAULT_PIPELINE, find

# Made once: each vocabulary takes its time.
BLANK = spacy.blank("en")
FINDER = BLANK.create_pipe("annotator_names")
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60),
    st.lists(
        st.sampled_from(
            [
                *("Kyiv", "Volodymyr", "Zelenskiy", "'s", "the", "Leeds", "beat", "2"),
                *(
                    "Mr",
                    "J.",
                    "van",
                    "der",
                    "Pal",
                    "Bank",
                    "of",
                    "Ghana",
                    "-",
                    "(",
                    ")",
                ),
                *("MOSCOW", "\n", ",", ".", "By", "Ana", "Li", "and", "😀", "1-Nigel"),
                *("University", "“", "”", "é\u0301", "שלום", "FC", "WFP", "U.S.", "&"),
            ]
        ),
        max_size=24,
    ).map(" ".join),
)


@pytest.fixture(scope="module")
def named() -> Language:
    pipeline = spacy.load(find(DEFAULT_PIPELINE).package)
    pipeline.add_pipe("annotator_names", after="ner")
    return pipeline


@pytest.fixture(scope="module")
def names(named: Language):
    """Return the component alone, for documents with entities of our own."""
    return named.get_pipe("annotator_names")


def tokens(text: str, *entities: tuple[str, str]) -> Doc:
    """Return a document of *text* parted at blanks, a line end being one more token.

    Args:
        entities: Words and label of what a model found, first mention each.
    """
    doc = Doc(
        BLANK.vocab, words=[w or "\n" for w in text.replace("\n", " \n ").split(" ")]
    )
    found = []
    for surface, label in entities:
        words = surface.split(" ")
        start = next(
            at
            for at in range(len(doc))
            if [t.text for t in doc[at : at + len(words)]] == words
        )
        found.append(Span(doc, start, start + len(words), label))
    doc.set_ents(found)
    return doc


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in doc.ents]


def of_label(doc: Doc, label: str) -> list[str]:
    return [entity.text for entity in doc.ents if entity.label_ == label]


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("He left Kyiv today .", [("Kyiv", "PERSON")], [("Kyiv", "GPE")]),
        ("He met Belarus there .", [("Belarus", "ORG")], [("Belarus", "GPE")]),
        ("The Xinhua agency said so .", [("Xinhua", "GPE")], [("Xinhua", "ORG")]),
        ("He spoke to Serbs .", [("Serbs", "PERSON")], [("Serbs", "NORP")]),
        ("They met on Friday .", [("Friday", "PERSON")], []),
        # A name that is a word, too, stays what the model says.
        ("He met Jordan there .", [("Jordan", "PERSON")], [("Jordan", "PERSON")]),
        ("He flew to Jordan .", [], [("Jordan", "GPE")]),
        ("It was a Nice day .", [], []),
    ],
)
def test_gazetteers_correct_the_model(names, text, entities, expected) -> None:
    assert found(names(tokens(text, *entities))) == expected


@pytest.mark.parametrize(
    ("text", "entity", "expected"),
    [
        ("Then the European Union spoke .", "the European Union", "European Union"),
        ("It was President Ana Berg who left .", "President Ana Berg", "Ana Berg"),
        ("It was striker Ana Berg who left .", "striker Ana Berg", "Ana Berg"),
        ("It was Ana Berg 's fault .", "Ana Berg 's", "Ana Berg"),
        ("“ Ana Berg , ” he said .", "“ Ana Berg , ”", "Ana Berg"),
        ("There German Ana Berg won .", "German Ana Berg", "Ana Berg"),
    ],
)
def test_names_are_bounded_as_in_newswire(names, text, entity, expected) -> None:
    label = "ORG" if "Union" in expected else "PERSON"
    assert (expected, label) in found(names(tokens(text, (entity, label))))


def test_entities_stop_at_line_ends(names) -> None:
    doc = names(tokens("We saw Vellmar Oster\nTuesday came", ("Vellmar Oster", "ORG")))
    doc.set_ents([Span(doc, 2, 6, "ORG")])
    assert found(names(doc)) == [("Vellmar Oster", "ORG")]


def test_a_list_of_places_is_several_places(names) -> None:
    doc = names(tokens("It is in Odesa , Ukraine .", ("Odesa , Ukraine", "GPE")))
    assert found(doc) == [("Odesa", "GPE"), ("Ukraine", "GPE")]


def test_a_surname_follows_the_full_name(named: Language) -> None:
    doc = named(
        "President Volodymyr Zelenskiy spoke in Kyiv. Zelenskiy’s website had it. "
        "Later Zelenskiy left.\n\nZELENSKIY LEAVES KYIV AFTER LONG TALKS\n"
    )
    assert of_label(doc, "PERSON") == [
        "Volodymyr Zelenskiy",
        "Zelenskiy",
        "Zelenskiy",
        "ZELENSKIY",
    ]
    reasons = [frame.reason for frame in doc._.annotator_names]
    assert any(r.startswith("surname of Volodymyr Zelenskiy") for r in reasons)


def test_a_mislabelled_surname_is_a_person_again(names) -> None:
    doc = tokens("Ana Veldt spoke . So Veldt won .", ("Ana Veldt", "PERSON"))
    doc.set_ents([Span(doc, 0, 2, "PERSON"), Span(doc, 5, 6, "ORG")])
    assert found(names(doc)) == [("Ana Veldt", "PERSON"), ("Veldt", "PERSON")]
    assert doc._.annotator_names[1].reason.startswith("surname of Ana Veldt")


def test_the_surname_comes_with_its_particles_or_first(names) -> None:
    doc = tokens(
        "Karl van der Pal spoke . Then Van der Pal left . Leung Kwok-hung came . "
        "Now Leung spoke .",
        ("Karl van der Pal", "PERSON"),
        ("Leung Kwok-hung", "PERSON"),
    )
    assert of_label(names(doc), "PERSON") == [
        "Karl van der Pal",
        "Van der Pal",
        "Leung Kwok-hung",
        "Leung",
    ]


def test_a_place_of_the_same_name_stays_a_place(names) -> None:
    doc = names(tokens("Jack London was born far from London .", ("London", "GPE")))
    assert found(doc) == [("Jack London", "PERSON"), ("London", "GPE")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then Oksana Drach left .", "Oksana Drach"),
        ("Then J. R. Veldt left .", "J. R. Veldt"),
        ("Then Mr. Veldt left .", "Veldt"),
        ("It said spokeswoman Xyla Veldt left .", "Xyla Veldt"),
        ("So Secretary of State Xyla Veldt left .", "Xyla Veldt"),
        ("The 1-Nigel Veldt of the list .", "1-Nigel Veldt"),
        ("By XYLA VELDT", "XYLA VELDT"),
        ("Then Lamar “ Duke ” Veldt left .", "Lamar “ Duke ” Veldt"),
    ],
)
def test_persons_that_the_model_missed(names, text: str, name: str) -> None:
    assert found(names(tokens(text))) == [(name, "PERSON")]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("He left Veldt Steel Corp today .", "Veldt Steel Corp", "ORG"),
        ("He left Veldt & Sons Ltd today .", "Veldt & Sons Ltd", "ORG"),
        ("At the University of Veldt it rains .", "University of Veldt", "ORG"),
        ("The Ministry of Labour and Trade is shut .", None, "ORG"),
        ("It is near Lake Veldt now .", "Lake Veldt", "LOC"),
        ("The Veldt Airport is shut .", "Veldt Airport", "FAC"),
        ("Then Banco Veldt closed .", "Banco Veldt", "ORG"),
        ("He won the Zimbabwe Open again .", "Zimbabwe Open", "EVENT"),
    ],
)
def test_words_in_a_name_tell_what_it_is(names, text, name, label) -> None:
    name = name or "Ministry of Labour and Trade"
    assert found(names(tokens(text, (name, "PERSON")))) == [(name, label)]
    assert found(names(tokens(text))) == [(name, label)]


def test_companies_go_by_their_first_word(names) -> None:
    doc = tokens("He left Veldt Foods Inc. today . A Veldt spokesman knew .")
    assert found(names(doc)) == [("Veldt Foods Inc.", "ORG"), ("Veldt", "ORG")]


def test_an_acronym_holds_all_through_the_text(named: Language) -> None:
    doc = named(
        "The Veldt Relief Committee (VRC) sent food. Later VRC sent more. He met a "
        "VRC team."
    )
    assert of_label(doc, "ORG") == ["Veldt Relief Committee", "VRC", "VRC", "VRC"]


@pytest.mark.parametrize(
    "text",
    [
        "VELDT, March 3 (Reuters) - Rain fell.",
        "VELDT (AP) - Rain fell.",
        "VELDT — Rain fell.",
        "VELDT 1996-08-30",
    ],
)
def test_datelines(named: Language, text: str) -> None:
    assert ("VELDT", "GPE") in found(named(f"Rain falls\n\n{text}\n"))


def test_words_of_headlines_are_no_names(named: Language) -> None:
    doc = named(
        "Veldt Vows to Veto Farm Bill as Allies Fear Revolt\n\n"
        "Governor Ana Veldt said on Monday that she would veto the bill.\n"
    )
    assert found(doc)[:2] == [("Veldt", "PERSON"), ("Ana Veldt", "PERSON")]


def test_one_label_for_one_name(names) -> None:
    doc = tokens("So Oster fell . Then Oster rose . And Oster slept .")
    doc.set_ents(
        [Span(doc, 1, 2, "GPE"), Span(doc, 5, 6, "GPE"), Span(doc, 9, 10, "ORG")]
    )
    assert of_label(names(doc), "GPE") == ["Oster"] * 3
    assert doc._.annotator_names[2].reason == "as elsewhere in the text (model: ORG)"


SPORT = "The league match of the cup season is over . "


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("Leeds beat Sunderland in Derby .", ["Leeds", "Sunderland"]),
        ("Leeds 2 Derby 1", ["Leeds", "Derby"]),
        ("Leeds 9 8 0 1 19 9 24", ["Leeds"]),
        ("Boston at Detroit", ["Boston", "Detroit"]),
        ("Germany beat Italy in Rome .", []),
    ],
)
def test_places_that_are_played_for(names, text: str, teams: list[str]) -> None:
    assert of_label(names(tokens(SPORT + text)), "ORG") == teams


def test_places_stay_places_where_teams_are_not_wanted(named: Language) -> None:
    finder = named.create_pipe("annotator_names", config={"teams": False})
    doc = finder(tokens(SPORT + "Leeds beat Derby ."))
    assert found(doc) == [("Leeds", "GPE"), ("Derby", "GPE")]


def test_a_place_in_a_compound_is_an_adjective(names) -> None:
    assert of_label(names(tokens("A Boston-based firm .")), "GPE") == []
    doc = spacy.blank("en")("The U.S.-led force left.")
    assert of_label(names(doc), "GPE") == []


def test_values_stay_as_they_are(names) -> None:
    doc = tokens("It cost 5 million dollars on Friday .")
    doc.set_ents([Span(doc, 2, 5, "MONEY"), Span(doc, 6, 7, "DATE")])
    assert found(names(doc)) == [("5 million dollars", "MONEY"), ("Friday", "DATE")]


def test_every_entity_has_a_frame_with_score_and_reason(named: Language) -> None:
    doc = named(
        "Ana Berg left Oslo on Monday for Veldt. Berg said the UN knew of 24 ships."
    )
    frames = doc._.annotator_names
    spans = [((e.start_char, e.end_char),) for e in doc.ents]
    assert [frame.parts["mention"] for frame in frames] == spans
    assert [frame.label for frame in frames] == [e.label_ for e in doc.ents]
    assert all(0 < frame.score < 1 for frame in frames)
    scores = {e.text: f.score for e, f in zip(doc.ents, frames, strict=True)}
    assert scores["Oslo"] > scores["Berg"]
    reasons = {e.text: f.reason for e, f in zip(doc.ents, frames, strict=True)}
    assert reasons["Oslo"] == "gazetteer: capital"


def test_frames_survive_a_docbin(named: Language) -> None:
    doc = named("Ana Berg left Oslo. Berg is gone.")
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(data).get_docs(named.vocab)
    assert again._.annotator_names == doc._.annotator_names
    assert found(again) == found(doc)


def test_a_pipeline_with_the_component_can_be_kept(named, tmp_path: Path) -> None:
    config = {"min_score": 0.5, "extra": {"ORG": ["Oslo"]}}
    nlp = spacy.blank("en")
    nlp.add_pipe("annotator_names", config=config)
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert found(again("She left Oslo.")) == [("Oslo", "ORG")]
    assert again("She left Oslo.")._.annotator_names[0].reason == "gazetteer: own list"


def test_low_scores_can_be_left_out(named: Language) -> None:
    finder = named.create_pipe("annotator_names", config={"min_score": 0.8})
    doc = finder(tokens("So Veldt met Oslo .", ("Veldt", "ORG")))
    assert found(doc) == [("Oslo", "GPE")]


def test_without_a_recogniser_it_says_so_once(caplog) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("annotator_names")
    with caplog.at_level(logging.WARNING):
        assert found(nlp("Ana Berg left Oslo."))[1] == ("Oslo", "GPE")
        nlp("Ana Berg left Oslo.")
    assert len([r for r in caplog.records if "recogniser" in r.message]) == 1


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    for doc in (FINDER(BLANK.make_doc(text)), FINDER(tokens(text))):
        ends = 0
        for entity in doc.ents:
            assert entity.start >= ends
            assert entity.text.strip()
            assert "\n" not in entity.text
            ends = entity.end
        assert len(doc._.annotator_names) == len(doc.ents)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, data=st.data())
def test_any_entities_of_a_model(text: str, data) -> None:
    doc = tokens(text)
    label = st.sampled_from(["PERSON", "ORG", "GPE", "DATE", "EVENT", "X", "NORP"])
    starts = sorted(data.draw(st.sets(st.integers(0, len(doc) - 1), max_size=6)))
    ends = [*starts[1:], len(doc)]
    doc.set_ents(
        [
            Span(doc, start, data.draw(st.integers(start + 1, end)), data.draw(label))
            for start, end in zip(starts, ends, strict=False)
            if end > start
        ]
    )
    assert len(FINDER(doc)._.annotator_names) == len(doc.ents)


def test_long_texts_and_capitals(names) -> None:
    nlp = spacy.blank("en")
    for text in ("KYIV IS COLD . " * 3000, "Ana Berg\n" * 3000, "😀 " * 3000):
        assert names(nlp.make_doc(text)) is not None


def test_the_lists_are_tidy() -> None:
    folder = resource("suggest", "names")
    for path in sorted(folder.glob("*.txt")):
        assert path.read_text("utf-8").startswith("# "), path.name
    gazetteers = set(folder.glob("*.txt")) - {
        folder / "first_names.txt",
        folder / "surnames.txt",
    }
    assert sum(1 for path in gazetteers for _ in read_names(path)) > 4000
    assert len(shipped().first_names) > 2500
    assert not shipped().first_names & shipped().words["text.common"]


def test_an_own_list_goes_before_the_shipped_ones() -> None:
    lists = make_lists({"PERSON": ["Oslo"]})
    entry = lists.gazetteer.get("Oslo")
    assert entry is not None
    assert entry.label == "PERSON"
    assert shipped().gazetteer.get("Oslo") != entry


@pytest.mark.parametrize("words", [["Coca-Cola"], ["Coca", "-", "Cola"]])
def test_names_are_found_however_they_are_parted(words: list[str]) -> None:
    found = shipped().gazetteer.longest(words, 0)
    assert found is not None
    assert found[0] == len(words)
