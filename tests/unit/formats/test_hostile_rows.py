"""Files in which anything may stand anywhere: read, or refused with a sentence."""

from __future__ import annotations

import copy

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Suggestion
from annotator.domain.progress import Progress
from annotator.domain.records import Problem, Record
from annotator.domain.text import document_id
from annotator.formats.registry import ReadOptions, WriteOptions, reader_for, writer
from tests.unit.formats import making
from tests.unit.formats.making import Link

ODD = [
    None, True, -1, 0, 3.5, 1e300, 10**18, "", "x", "Ada", "\ud83d"[:0], [], {},
    [[]], [None], [{}], {"a": {}}, [1, 2, "X"], "2023-13-45", "/text()[1]",
]  # fmt: skip
PLAIN = {
    "doccano": {
        "text": "Ada met Bo 🙂.",
        "annotations": [
            {"label": 7, "start_offset": 0, "end_offset": 3, "user": 1, "id": 4}
        ],
        "relations": [{"from_id": 4, "to_id": 4, "type": "x"}],
        "label": [[0, 3, "P", "Ada"]],
        "Comments": [{"comment": "c"}],
        "meta": {"n": 1},
    },
    "prodigy": {
        "text": "Ada met Bo 🙂.",
        "tokens": [{"text": "Ada", "start": 0, "end": 3, "id": 0}],
        "spans": [
            {"start": 0, "end": 3, "label": "P", "token_end": 0, "text": "Ada"},
            {"start": 8, "end": 10, "label": "P", "token_end": 2},
        ],
        "relations": [
            {"head": 0, "child": 2, "label": "r", "head_span": {"start": 0, "end": 3}}
        ],
        "answer": "accept",
        "_session_id": "s",
    },
    "label-studio": {
        "id": 1,
        "data": {"text": "Ada met Bo 🙂.", "html": "<p>Ada <b>met</b> Bo</p>"},
        "annotations": [
            {
                "completed_by": {"id": 1, "email": "a@b"},
                "created_at": "2023-12-08T14:51:55Z",
                "result": [
                    {
                        "id": "a",
                        "from_name": "l",
                        "to_name": "html",
                        "type": "hypertextlabels",
                        "value": {
                            "start": "/p[1]/text()[1]",
                            "end": "/p[1]/text()[1]",
                            "startOffset": 0,
                            "endOffset": 3,
                            "globalOffsets": {"start": 0, "end": 3},
                            "hypertextlabels": ["P"],
                        },
                    },
                    {
                        "id": "b",
                        "from_name": "l",
                        "to_name": "text",
                        "type": "labels",
                        "value": {"start": 8, "end": 10, "text": "Bo", "labels": ["P"]},
                        "meta": {"text": ["n"]},
                    },
                    {
                        "id": "b",
                        "from_name": "c",
                        "type": "choices",
                        "value": {"start": 8, "end": 10, "choices": ["x"]},
                    },
                    {
                        "type": "relation",
                        "from_id": "a",
                        "to_id": "b",
                        "direction": "right",
                        "labels": ["r"],
                    },
                ],
            }
        ],
        "predictions": [{"model_version": "m", "score": 0.5, "result": []}],
    },
}


def ours(name: str, tmp_path_factory, schema) -> dict[str, object]:
    """Return an object as our writer makes it."""
    text = "“Go,” Ada said. Bo went."
    quote = making.annotation(text, "quote", "direct", content="“Go,”", speaker="Ada")
    bo = making.annotation(text, "entity", "PERSON", mention="Bo")
    link = Link("d" * 32, "near", quote.id, bo.id)
    suggested = Suggestion(
        "e" * 32, document_id(text), "p", "1", "entity", "X", bo.parts, 0.5
    )
    records = [
        making.record(text, quote, bo, links=(link,)),
        making.record(text, suggestions=(suggested,), annotator="p"),
    ]
    path = tmp_path_factory.mktemp("ours") / f"a{writer(name).suffix}"
    writer(name).write(records, path, WriteOptions(schema), Progress(), 2)
    return orjson.loads(path.read_bytes().strip(b"[]\n").splitlines()[0])


def places(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Return where something stands in an object."""
    keys = (
        list(value)
        if isinstance(value, dict)
        else list(range(len(value)))
        if isinstance(value, list)
        else []
    )
    inner = [place for key in keys for place in places(value[key], (*path, key))]
    return [path, *inner] if path else inner


@pytest.mark.parametrize("name", list(PLAIN))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=60,
)
@given(data=st.data())
def test_whatever_stands_there(name, data, tmp_path_factory, schema, request):
    cache = request.node.__dict__.setdefault("_made", {})
    if "rows" not in cache:
        cache["rows"] = [PLAIN[name], ours(name, tmp_path_factory, schema)]
        cache["path"] = tmp_path_factory.mktemp("odd") / "a.json"
    row = copy.deepcopy(data.draw(st.sampled_from(cache["rows"])))
    for place in data.draw(
        st.lists(st.sampled_from(places(row)), min_size=1, max_size=3)
    ):
        change(row, place, copy.deepcopy(data.draw(st.sampled_from(ODD))))
    path = cache["path"]
    path.write_bytes(orjson.dumps(row))
    for item in reader_for(path, name).read(path, ReadOptions()):
        assert isinstance(item, Record | Problem)
        if isinstance(item, Record) and item.layer is not None:
            for made in (*item.layer.annotations, *item.layer.suggestions):
                for fragments in made.parts.values():
                    for start, end in fragments:
                        assert 0 <= start < end <= len(item.text)


def change(row: object, place: tuple[object, ...], value: object) -> None:
    """Put a value there, or nothing where the way there is gone."""
    *way, last = place
    for key in way:
        try:
            row = row[key]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(row, dict) or (isinstance(row, list) and last in range(len(row))):
        row[last] = value
