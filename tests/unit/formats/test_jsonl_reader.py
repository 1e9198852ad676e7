"""One bad line costs that line, one bad thing in it that thing, each named."""

from __future__ import annotations

import orjson
import pytest

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.records import Problem, Record
from annotator.formats import jsonl
from tests.unit.formats.conftest import read, read_one

GOOD = b'{"text": "Ada met Bo."}'
DEEP = b'{"text": "a", "meta": ' + b"[" * 2000 + b"]" * 2000 + b"}"


@pytest.fixture
def lines(tmp_path):
    """Return a function that writes lines into a file and gives its path."""

    def write(*rows: object):
        path = tmp_path / "news.jsonl"
        raw = (row if isinstance(row, bytes) else orjson.dumps(row) for row in rows)
        path.write_bytes(b"\n".join(raw))
        return path

    return write


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"nonsense", "not valid JSON"),
        (b'["text"]', "no JSON object"),
        (b'"text"', "no JSON object"),
        (b'{"text": NaN}', "not valid JSON"),
        (b'{"text": "a", "meta": {"n": Infinity}}', "not valid JSON"),
        (b'{"text": "caf\xe9 au lait"}', "not valid UTF-8 (byte 14)"),
        (b'{"text": "\\ud83d"}', "not valid JSON"),
        (b'{"text": "cut off', "not valid JSON"),
        (b'{"headline": "a"}', "no “text”"),
        (b'{"text": null}', "no “text”"),
        (b'{"text": 5}', "is no text"),
        (b'{"text": ["a"]}', "is no text"),
        (b'{"text": " \\n "}', "empty"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (DEEP, "not valid JSON"),
    ],
)
def test_a_bad_line_costs_that_line(lines, line, reason):
    first, problem, last = read(lines(GOOD, line, GOOD))
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert isinstance(problem, Problem)
    assert problem.where == "news.jsonl, line 2"
    assert reason in problem.reason
    assert problem.reason.endswith(".")
    assert last.where == "news.jsonl, line 3"


def test_a_huge_line_is_left_out_without_reading_it_whole(lines, monkeypatch):
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 64)
    path = lines(GOOD, {"text": "x" * 1000}, GOOD)
    first, problem, last = read(path)
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert "too long" in problem.reason
    assert problem.where == "news.jsonl, line 2"


def test_blank_lines_byte_order_mark_and_crlf_are_no_fault(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD + b"\r\n\r\n  \n" + GOOD + b"\r\n")
    records = read(path)
    assert [r.where for r in records] == ["a.jsonl, line 1", "a.jsonl, line 4"]


def test_a_file_in_utf_16_is_one_problem(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD.decode().encode("utf-16") * 3)
    (problem,) = read(path)
    assert "UTF-16" in problem.reason


def test_a_file_that_cannot_be_read_is_one_problem(tmp_path):
    (problem,) = read(tmp_path / "gone.jsonl", "jsonl")
    assert problem.where == "gone.jsonl"


def test_ten_thousand_lines_with_one_bad_one(lines):
    rows = [{"text": f"Article {n}."} for n in range(10_000)]
    rows[7331] = {"headline": "no text"}
    found = read(lines(*rows))
    problems = [item for item in found if isinstance(item, Problem)]
    assert [p.where for p in problems] == ["news.jsonl, line 7332"]
    assert len(found) == 10_000


def test_an_article_alone_has_its_details(lines):
    row = {
        "text": "Ada met Bo.",
        "title": "A meeting",
        "source": "The Post",
        "date": "5 March 2025",
        "url": "https://example.org/1",
        "author": "Cy",
        "meta": {"section": "news", "title": "Another", "author": "Cy"},
    }
    record = read_one(lines(row))
    details = record.details
    assert record.layer is None
    assert (details.title, details.source) == ("A meeting", "The Post")
    assert (details.date, details.url) == ("2025-03-05", "https://example.org/1")
    # The second title is kept too, where it contradicts the first.
    assert details.meta == {"author": "Cy", "section": "news", "title": "Another"}


@pytest.mark.parametrize("meta", [None, "loose", ["a", 1], {"n": 1}])
def test_metadata_of_any_form_is_kept(lines, meta):
    record = read_one(lines({"text": "Ada met Bo.\nMore.", "meta": meta}))
    assert record.details.title == "Ada met Bo."
    kept = {"meta": meta} if isinstance(meta, str | list) else meta or {}
    assert record.details.meta == kept


@pytest.mark.parametrize("key", ["label", "entities"])
def test_marks_in_another_form_are_named(lines, key):
    path = lines({"text": "Ada met Bo.", key: [[0, 3, "PERSON"]]})
    record = read_one(path, "jsonl")
    assert "--format doccano" in record.losses[0]
    assert record.layer is None
    assert key in record.losses[0]
    assert record.details.meta[key] == [[0, 3, "PERSON"]]


def own(**more) -> dict[str, object]:
    """Return a line as this program writes it, with changes."""
    row: dict[str, object] = {
        "text": "Ada met Bo.",
        "answer": "accept",
        "_annotator_id": "ada",
        "annotations": [item()],
        "links": [],
        "status": "done",
    }
    return row | more


def item(**more) -> dict[str, object]:
    """Return an annotation as this program writes it, with changes."""
    row: dict[str, object] = {
        "id": "a" * 32,
        "kind": "entity",
        "label": "PERSON",
        "parts": {"mention": [[0, 3]]},
        "attributes": {},
        "note": "",
        "origin": "manual",
        "created": "",
        "modified": "",
    }
    return row | more


@pytest.mark.parametrize(
    "bad",
    [
        "no object",
        item(kind=""),
        item(label=None),
        item(note=3),
        item(parts={}),
        item(parts=[]),
        item(parts={"mention": []}),
        item(parts={"mention": [[0]]}),
        item(parts={"mention": 7}),
        item(parts={"mention": [[0, 99]]}),
        item(parts={"mention": [[-1, 2]]}),
        item(parts={"mention": [[2, 2]]}),
        item(parts={"mention": [[3, 2]]}),
        item(parts={"mention": [[0, 1.5]]}),
        item(parts={"mention": [[False, True]]}),
    ],
)
def test_a_bad_annotation_is_left_out_and_named(lines, bad):
    good = item(id="b" * 32)
    record = read_one(lines(own(annotations=[good, bad])))
    assert [a.id for a in record.layer.annotations] == ["b" * 32]
    (loss,) = record.losses
    assert loss.startswith("Annotation 2 was left out: ")


def test_two_annotations_with_one_id_are_not_both_kept(lines):
    record = read_one(lines(own(annotations=[item(), item(label="ORG")])))
    assert [a.label for a in record.layer.annotations] == ["PERSON"]
    assert "two with the id" in record.losses[0]


def test_an_annotation_needs_no_more_than_kind_label_and_parts(lines):
    rows = [
        {"kind": "entity", "label": "PERSON", "parts": {"mention": [[0, 3]]}},
        {"id": "7", "kind": "entity", "label": "ORG", "parts": {"mention": [[8, 10]]}},
    ]
    links = [{"label": "knows", "from": "7", "to": "7"}]
    path = lines(own(annotations=rows, links=links))
    record = read_one(path)
    first, second = record.layer.annotations
    assert all(len(a.id) == 32 for a in (first, second))
    assert first.id != second.id
    (link,) = record.layer.links
    assert link.source == second.id
    # The same at every import, so that importing twice adds nothing.
    assert read_one(path).layer == record.layer


def test_fragments_that_touch_or_overlap_are_joined(lines):
    parts = {"content": [[4, 7], [0, 2], [1, 4]]}
    record = read_one(lines(own(annotations=[item(parts=parts)])))
    (annotation,) = record.layer.annotations
    assert annotation.parts == {"content": (Fragment(0, 7),)}


@pytest.mark.parametrize("bad", [None, [1], {"x": 1}])
def test_an_attribute_that_is_no_scalar_is_left_out_and_named(lines, bad):
    row = item(attributes={"checkable": True, "about": bad})
    record = read_one(lines(own(annotations=[row])))
    assert record.layer.annotations[0].attributes == {"checkable": True}
    assert "about" in record.losses[0]


def test_attributes_that_are_no_object_are_left_out_and_named(lines):
    record = read_one(lines(own(annotations=[item(attributes=["x"])])))
    assert record.layer.annotations[0].attributes == {}
    assert "attributes" in record.losses[0]


@pytest.mark.parametrize(
    "bad",
    [
        "x",
        {"id": "c" * 32, "label": "made_in", "from": "a" * 32},
        {"id": "c" * 32, "label": "made_in", "from": "a" * 32, "to": "b" * 32},
        {"id": "c" * 32, "label": 1, "from": "a" * 32, "to": "a" * 32},
    ],
)
def test_a_link_that_joins_nothing_is_left_out_and_named(lines, bad):
    record = read_one(lines(own(links=[bad])))
    assert record.layer.links == ()
    assert record.losses == ("Link 1 was left out: it does not join two annotations.",)


def test_a_links_label_is_a_name(lines):
    link = {"label": "said by", "from": "a" * 32, "to": "a" * 32}
    record = read_one(lines(own(links=[link])))
    assert [k.label for k in record.layer.links] == ["said_by"]


def test_links_that_are_no_list_are_left_out_and_named(lines):
    record = read_one(lines(own(links={"a": 1})))
    assert "links" in record.losses[0]


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, Status.DONE),
        ({"status": "flagged"}, Status.FLAGGED),
        ({"status": "unheard of"}, Status.TODO),
        ({"status": "done", "answer": "ignore"}, Status.SKIPPED),
    ],
)
def test_the_status_of_a_layer(lines, more, status):
    assert read_one(lines(own(**more))).layer.status is status


def test_our_own_line_that_was_rejected_in_prodigy_is_not_annotated(lines):
    record = read_one(lines(own(answer="reject")))
    assert record.layer is None
    assert "reject" in record.losses[0]


@pytest.mark.parametrize(
    ("score", "kept"), [(0.5, 0.5), (1, 1.0), (7, 1.0), ("x", 1.0)]
)
def test_suggestions_come_back_as_suggestions(lines, score, kept):
    row = own(
        pipeline={"name": "en_core_web_sm", "version": "3.8.0"},
        annotations=[item(score=score, reason="a reason")],
    )
    layer = read_one(lines(row)).layer
    assert layer.annotations == ()
    (suggestion,) = layer.suggestions
    assert (suggestion.pipeline, suggestion.version) == ("en_core_web_sm", "3.8.0")
    assert (suggestion.score, suggestion.reason) == (kept, "a reason")


def tokens(**more) -> dict[str, object]:
    return {
        "tokenizer": {"name": "t", "sentences": [0]},
        "tokens": [
            {"text": "Ada", "start": 0, "end": 3, "id": 0, "ws": True},
            {"text": "met", "start": 4, "end": 7, "id": 1, "ws": True},
            {"text": "Bo.", "start": 8, "end": 11, "id": 2, "ws": False},
        ],
        **more,
    }


def test_tokens_come_back(lines):
    record = read_one(lines(own(**tokens())))
    assert list(record.tokens.starts) == [0, 4, 8]
    assert list(record.tokens.ends) == [3, 7, 11]
    assert record.tokens.tokenizer == "t"


@pytest.mark.parametrize(
    "more",
    [
        {"tokenizer": {"name": "t"}},
        {"tokenizer": {"name": "t", "sentences": [1]}},
        {"tokenizer": {"name": "t", "sentences": 5}},
        {"tokens": [{"text": "Ada"}]},
        {"tokens": [{"text": "Ada", "start": 1}]},
        {"tokens": [{"text": "Ada", "start": "0"}]},
        {"tokens": [{"text": "", "start": 0}]},
        {"tokens": [{"text": 5, "start": 0}]},
        {"tokens": ["Ada"]},
        {"tokens": [{"text": "Ada", "start": 0}, {"text": "da", "start": 1}]},
        {"tokens": [{"text": "Bo.", "start": -3}]},
    ],
)
def test_tokens_that_do_not_fit_are_left_out_and_named(lines, more):
    record = read_one(lines(own(**tokens(**more))))
    assert record.tokens is None
    assert "tokens" in record.losses[0]
    assert len(record.layer.annotations) == 1


def test_tokens_of_a_text_whose_line_ends_become_shorter_are_left_out(lines):
    row = own(**tokens())
    row["text"] = "\r\n" + row["text"]
    for token in row["tokens"]:
        token["start"] += 2
    row["tokenizer"]["sentences"] = [2]
    record = read_one(lines(row))
    assert record.tokens is None
    assert any("tokens" in loss for loss in record.losses)


def test_spans_changed_after_the_export_are_noticed(lines, export):
    from tests.unit.formats import making

    text = "Ada met Bo."
    record = making.record(text, making.annotation(text, "entity", "PERSON", m="Ada"))
    path, _ = export([record], "jsonl")
    row = orjson.loads(path.read_bytes())
    assert read_one(lines(row)).losses == ()
    row["spans"].append({"start": 8, "end": 10, "label": "PERSON"})
    changed = read_one(lines(row))
    assert "spans" in changed.losses[0]
    assert len(changed.layer.annotations) == 1
    row["spans"].append("nonsense")
    assert read_one(lines(row)).losses
    del row["annotations"]
    row["spans"].pop()
    assert len(read_one(lines(row)).layer.annotations) == 2


def test_labels_of_the_whole_text_are_details(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": 4, "text": "All is well.", "annotations": [{"label": 15, "user": 1}]}\n'
        '{"id": 5, "text": "Nobody came.", "annotations": [{"label": "bad", "user": 1},'
        ' {"label": "late", "user": 2}], "meta": {"page": 3}}\n'
    )
    first, second = read(path)
    assert first.details.meta == {"labels": [15], "id": 4}
    assert second.details.meta == {"labels": ["bad", "late"], "id": 5, "page": 3}
    assert [r.layer for r in (first, second)] == [None, None]
    assert [r.losses for r in (first, second)] == [(), ()]
