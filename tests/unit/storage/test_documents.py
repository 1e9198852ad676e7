"""Lists of documents: paging, filters, search; and documents one by one."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Annotator, DocumentFilter, DocumentRow, Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.ids import derived_id
from annotator.domain.progress import Progress
from annotator.storage.search import split_query
from annotator.storage.store import Store
from tests.unit.storage.builders import (
    DOCUMENT,
    TEXT,
    add,
    commit,
    mark,
    record,
    suggestion,
    verdict,
)

SETTINGS = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
    ],
)


def _find(store: Store, ann, **where: object) -> list[int]:
    return [row.position for row in store.documents.rows(ann, DocumentFilter(**where))]


@pytest.fixture
def many(store: Store, ann) -> Store:
    """Add 60 documents, every fifth done and every seventh flagged."""
    documents = add(
        store, *(record(f"Story {i} about rain.", f"T{i}") for i in range(1, 61))
    )
    for number, document in enumerate(documents, 1):
        if number % 5 == 0:
            commit(store, ann, "State", document, status=Status.DONE)
        elif number % 7 == 0:
            commit(store, ann, "State", document, status=Status.FLAGGED)
    return store


def test_a_document_comes_back_as_it_was(store: Store) -> None:
    meta = {"z": 1, "a": [1, {"y": None, "b": True}], "x": 1.0, "🙂": "é"}
    item = record(
        "Text.",
        "Title “🙂”",
        source="The Post",
        date="2024-05-06",
        url="https://example.org/?a=1",
        meta=meta,
    )
    add(store, item)
    document = store.documents.get(item.document_id)
    assert (document.text, document.details) == (item.text, item.details)
    assert list(document.details.meta) == list(meta)
    assert store.documents.has(item.document_id)
    assert not store.documents.has("0" * 32)
    assert store.documents.ids() == [DOCUMENT, item.document_id]
    assert store.documents.get(DOCUMENT).details.meta == {}


def test_a_row_counts_for_its_reader(store: Store, ann) -> None:
    other = store.annotator("other").id
    found = [suggestion(s) for s in ("Ada", "Norrby", "snow")]
    store.suggestions.put(DOCUMENT, "pipe", "1", frozenset({"entity"}), found)
    commit(
        store,
        ann,
        put=(mark(), mark("snow")),
        put_verdicts=(verdict(found[0]),),
        status=Status.IN_PROGRESS,
    )
    row = DocumentRow(
        DOCUMENT, 0, "Bridge", "", "", len(TEXT), Status.IN_PROGRESS, 2, 2
    )
    assert store.documents.row(ann, DOCUMENT) == row
    assert store.documents.rows(ann) == [row]
    theirs = store.documents.row(other, DOCUMENT)
    assert (theirs.status, theirs.annotations, theirs.pending) == (Status.TODO, 0, 3)
    with pytest.raises(InputError, match="no document"):
        store.documents.row(ann, "0" * 32)


def test_a_verdict_on_what_is_gone_is_not_counted(store: Store, ann) -> None:
    gone = verdict(suggestion("Ada"))
    commit(store, ann, put_verdicts=(gone,))
    assert store.documents.row(ann, DOCUMENT).pending == 0
    assert _find(store, ann, has_suggestions=True) == []


def test_states_are_counted(many: Store, ann) -> None:
    assert many.documents.status_counts(ann) == {
        Status.TODO: 42,
        Status.IN_PROGRESS: 0,
        Status.DONE: 12,
        Status.FLAGGED: 7,
        Status.SKIPPED: 0,
    }
    assert many.documents.status_counts(many.annotator("new").id)[Status.TODO] == 61


FILTERS = [
    DocumentFilter(),
    DocumentFilter(query="rain"),
    DocumentFilter(statuses=frozenset({Status.DONE})),
    DocumentFilter(statuses=frozenset({Status.DONE, Status.FLAGGED})),
    DocumentFilter(statuses=frozenset({Status.TODO, Status.FLAGGED})),
    DocumentFilter(query="story", statuses=frozenset({Status.TODO})),
    DocumentFilter(query="☃"),
    DocumentFilter(query="rain ☃"),
    DocumentFilter(query="rain", has_suggestions=True),
    DocumentFilter(has_suggestions=False),
    DocumentFilter(has_suggestions=True),
]


@pytest.mark.parametrize("where", FILTERS)
@pytest.mark.parametrize("limit", [3, 7])
def test_pages_lead_through_the_whole_list(
    many: Store, ann, where: DocumentFilter, limit: int
) -> None:
    whole = many.documents.rows(ann, where)
    assert len(whole) == many.documents.count(ann, where)
    assert [r.position for r in whole] == sorted(r.position for r in whole)
    assert list(many.documents.positions(ann, where, Progress())) == [
        r.position for r in whole
    ]
    some = [r.position for r in whole[1::3]]
    assert many.documents.rows_at(ann, some) == whole[1::3]
    assert _walk(many, ann, where, limit) == whole
    assert _walk_back(many, ann, where, limit) == whole
    for i in {0, 1, len(whole) // 2, len(whole) - 1} & {*range(len(whole))}:
        row = whole[i]
        later = many.documents.neighbour(ann, where, row.position, step=1)
        earlier = many.documents.neighbour(ann, where, row.position, step=-1)
        assert later == (whole[i + 1] if i + 1 < len(whole) else None)
        assert earlier == (whole[i - 1] if i else None)


def _walk(store: Store, ann, where: DocumentFilter, limit: int) -> list[DocumentRow]:
    rows: list[DocumentRow] = []
    page = store.documents.rows(ann, where, limit=limit)
    while page:
        rows += page
        page = store.documents.rows(ann, where, after=rows[-1].position, limit=limit)
    return rows


def _walk_back(
    store: Store, ann, where: DocumentFilter, limit: int
) -> list[DocumentRow]:
    rows: list[DocumentRow] = []
    page = store.documents.rows(ann, where, before=10**9, limit=limit)
    while page:
        rows = page + rows
        page = store.documents.rows(ann, where, before=rows[0].position, limit=limit)
    return rows


def test_filters_let_the_right_ones_through(many: Store, ann) -> None:
    done = _find(many, ann, statuses=frozenset({Status.DONE}))
    assert done == list(range(5, 61, 5))
    todo = _find(many, ann, statuses=frozenset({Status.TODO}))
    assert todo == [i for i in range(61) if i == 0 or (i % 5 and i % 7)]
    window = many.documents.rows(ann, after=10, before=14)
    assert [row.position for row in window] == [11, 12, 13]


def test_suggestions_can_be_asked_for(store: Store, ann) -> None:
    (second,) = add(store, record("A second text about Ada.", "Second"))
    found = suggestion("Ada")
    store.suggestions.put(DOCUMENT, "pipe", "1", frozenset({"entity"}), [found])
    assert _find(store, ann, has_suggestions=True) == [0]
    assert _find(store, ann, has_suggestions=False) == [1]
    commit(store, ann, put_verdicts=(verdict(found),))
    assert _find(store, ann, has_suggestions=True) == []
    other = store.annotator("other").id
    assert _find(store, other, has_suggestions=True) == [0]
    assert store.documents.row(ann, second).pending == 0


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("", True),
        ("   ", True),
        ("bridge", True),  # the title
        ("BRI", True),  # a prefix, whatever the case
        ("ridge", False),
        ("norr lind", True),  # words in any order
        ("norr absent", False),
        ("cafe", True),
        ("café noël", True),  # accents, composed or not, do not matter
        ("الوزير", True),
        ("אמר", True),
        ("we’ll", False),
        ("“We will", True),
        ("👩‍💼", True),
        ("👩", True),
        ("🙂", False),
        ("☃", False),
        ("—", False),
        (".", True),
        ('"', False),
        ("said,", True),
        ("NEAR(ada norrby)", False),
        ("ada AND", False),
        ("ada*", True),
        ("title:bridge", False),
        ("-ada", True),
        ("ada^2", False),
        ("\x00", True),
        ("ada\x00lind", True),
    ],
)
def test_search(store: Store, ann, query: str, hit: bool) -> None:  # noqa: FBT001
    assert _find(store, ann, query=query) == [0] * hit


@SETTINGS
@given(query=st.text(max_size=20))
def test_no_query_is_an_error(store: Store, ann, query: str) -> None:
    store.documents.rows(ann, DocumentFilter(query=query))


@SETTINGS
@given(query=st.text('"*():^-+{}ANDORT \x00ada.🙂\ud800', max_size=16))
def test_no_syntax_is_an_error(store: Store, ann, query: str) -> None:
    where = DocumentFilter(query=query)
    assert store.documents.count(ann, where) == len(store.documents.rows(ann, where))


@given(words=st.lists(st.sampled_from(TEXT.split()), min_size=1))
@SETTINGS
def test_every_word_of_a_text_finds_it(store: Store, ann, words: list[str]) -> None:
    assert _find(store, ann, query=" ".join(words)) == [0]


def test_two_letters_are_a_word_and_three_a_beginning(store: Store, ann) -> None:
    word = next(w for w in TEXT.split() if len(w) > 3 and w.isascii() and w.isalpha())
    assert _find(store, ann, query=word[:3]) == [0]
    assert _find(store, ann, query=word[:2]) == []
    assert _find(store, ann, query="q") == []


def test_finding_positions_can_be_stopped(many: Store, ann) -> None:
    progress = Progress()
    progress.cancel()
    where = DocumentFilter(has_suggestions=False)
    with pytest.raises(CancelledError):
        many.documents.positions(ann, where, progress)
    assert many.documents.count(ann, where)


def test_words_are_quoted() -> None:
    assert split_query('saying "no" ☃') == ('"saying"* """no"""', ("☃",))
    assert split_query("\ud83dx") == ('"x"', ())


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("B", '"B"'),
        ("EU", '"EU"'),
        ("sta", '"sta"*'),
        ("sta EU", '"sta" "EU"'),
        ("sta sto", '"sta" "sto"*'),
        ("stat sto", '"stat"* "sto"*'),
        ("sto 20", '"sto" "20"'),
        ("e-m", '"e-m"'),
        ("e-mai", '"e-mai"*'),
        ("ö", '"ö"'),
        ("e\u0301a\u0300", '"e\u0301a\u0300"'),  # two letters with accents
        ("не", '"не"'),
        ("של", '"של"'),
        ("北", '"北"*'),
        ("서울 北京 x", '"서울"* "北京"* "x"'),
        ("กท", '"กท"*'),
    ],
)
def test_short_words_are_words_by_themselves(query: str, expression: str) -> None:
    assert split_query(query) == (expression, ())


def test_lists_do_not_read_texts(many: Store, ann) -> None:
    statements: list[str] = []
    many._db.raw.set_trace_callback(statements.append)
    many.documents.rows(ann, DocumentFilter(statuses=frozenset({Status.DONE})))
    many.documents.count(ann)
    many.documents.status_counts(ann)
    many.documents.neighbour(ann, DocumentFilter(), 3, step=1)
    many.documents.row(ann, DOCUMENT)
    many._db.raw.set_trace_callback(None)
    assert len(statements) >= 5
    assert not [s for s in statements if "document_texts" in s]


# -- people and what is remembered for them --------------------------------


def test_annotators_are_made_at_first_need(store: Store) -> None:
    gold = store.annotator("gold")
    assert gold == Annotator(derived_id("annotator", "gold"), "gold")
    assert store.annotator("gold") == gold
    spaced = store.annotator("gold ")
    assert spaced.id != gold.id
    assert [a.name for a in store.annotators()] == ["ann", "gold", "gold "]


def test_annotations_are_counted(store: Store, ann) -> None:
    put = (mark(), mark("snow"), mark("Norrby", "GPE"))
    commit(store, ann, put=put)
    assert store.annotation_counts() == {
        ann: [("entity", "GPE", 1), ("entity", "PERSON", 2)]
    }


def test_places_and_settings_are_remembered(path) -> None:
    place = {"anchor": [3, 0.5], "selected": None}
    with Store.open(path) as store:
        ann = store.annotator("ann").id
        assert store.place(ann, DOCUMENT) is None
        assert store.setting(ann, "last_document") is None
        store.set_place(ann, DOCUMENT, {"anchor": [0, 0]})
        store.set_place(ann, DOCUMENT, place)
        store.set_setting(ann, "last_document", "x")
        store.set_setting(ann, "last_document", DOCUMENT)
        store.set_setting(ann, "sticky", value=True)
    with Store.open(path) as store:
        assert store.place(ann, DOCUMENT) == place
        assert store.setting(ann, "last_document") == DOCUMENT
        assert store.setting(ann, "sticky") is True
        assert store.undo_name(ann) is None


def test_long_texts_are_read_once_for_saving(store: Store, ann) -> None:
    long = record("word " * 1000)
    add(store, long)
    store.documents.text(long.document_id)
    statements: list[str] = []
    store._db.raw.set_trace_callback(statements.append)
    annotation = mark(parts={"mention": (Fragment(0, 4),)})
    commit(store, ann, "Mark", long.document_id, put=(annotation,))
    store._db.raw.set_trace_callback(None)
    assert not [s for s in statements if "document_texts" in s]
