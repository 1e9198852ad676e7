"""Tasks of Label Studio as they stand in its files, whatever the version and export.

Full JSON has ``data`` with ``annotations`` (``completions`` before version 1.0),
``predictions`` and ``drafts``. JSON_MIN has one annotation an object, the data and what
each control says side by side; ``as_task`` makes a task of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.refusals import reason_of
from annotator.domain.wording import tr
from annotator.formats import json_stream
from annotator.formats.article_fields import has_text
from annotator.formats.base import HEAD_BYTES, Claim
from annotator.formats.json_stream import BOM, Element, elements, first_of, load
from annotator.formats.jsonl import lines_of, rows_of_head
from annotator.formats.label_studio_regions import Result
from annotator.formats.moments import as_moment

Row = Mapping[str, Any]

MARKED = ("annotations", "completions")
_LISTS = (*MARKED, "predictions")
_SHOWN = frozenset(("html", "dialogue"))
_KINDS = ("labels", "hypertextlabels", "paragraphlabels")
_MIN_KEYS = (
    "id",
    "annotator",
    "annotation_id",
    "created_at",
    "updated_at",
    "lead_time",
)
_SEEN = re.compile(
    rb'"(?:annotations|completions|predictions)"\s*:\s*\[.*'
    rb'"(?:from_name|completed_by|was_cancelled|model_version)"',
    re.S,
)
_STARTS = re.compile(
    rb'\s*\[?\s*\{\s*"(?:id|data|annotations|completions|predictions)"'
)
_LOOK_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Version:
    """What one annotator or model said of a task.

    Attributes:
        annotator: Or the model; "" where the file does not say.
        times: When it was made, and changed.
        score: Of all of a prediction.
    """

    annotator: str
    result: Result
    status: Status = Status.DONE
    by_model: bool = False
    model_version: str = ""
    times: tuple[str, str] = ("", "")
    score: float | None = None


def claim(path: Path, head: bytes) -> Claim:
    """Say whether a file that starts with *head* holds tasks."""
    found = [_claim(row) for row in (*rows_of_head(head, 3), *first_of(head, 3))]
    start = head.removeprefix(BOM).lstrip()
    if found or not start.startswith((b"[", b"{")):
        return max(found, default=Claim.NO)
    if _STARTS.match(start) and _SEEN.search(head):
        return Claim.SURE
    if len(head) < HEAD_BYTES:
        return _claim_of_whole(start)
    # The first task may be longer than the head.
    with path.open("rb") as file:
        more = file.read(_LOOK_BYTES)
    return max(map(_claim, first_of(more, 1)), default=_claim_of_whole(more))


def _claim_of_whole(data: bytes) -> Claim:
    """Say whether a file is one task, written over several lines."""
    try:
        row = orjson.loads(data.removeprefix(BOM))
    except orjson.JSONDecodeError:
        return Claim.NO
    return _claim(row) if isinstance(row, dict) else Claim.NO


def _claim(row: Row) -> Claim:
    data = row.get("data")
    if not isinstance(data, dict):
        return Claim.SURE if _is_min(row) else Claim.NO
    lists = [row[key] for key in _LISTS if isinstance(row.get(key), list)]
    results = any(isinstance(v, dict) and "result" in v for made in lists for v in made)
    if results:
        return Claim.SURE
    shows = has_text(data) or not _SHOWN.isdisjoint(data)
    return Claim.LIKELY if lists or shows else Claim.NO


def tasks(path: Path) -> Iterator[tuple[str, Row | Problem]]:
    """Yield where each task is, and the task; what cannot be read is a problem."""
    try:
        for where, row in _rows(path):
            yield where, row if isinstance(row, Problem) else as_task(row)
    except OSError as error:
        problem = Problem(
            path.name, tr("it cannot be read ({reason}).", reason=reason_of(error))
        )
        yield path.name, problem
    except InputError as error:
        yield path.name, Problem(path.name, f"{error}.")


def _rows(path: Path) -> Iterator[tuple[str, Row | Problem]]:
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES).removeprefix(BOM).lstrip()
        file.seek(0)
        if head.startswith(b"["):
            for number, element in enumerate(elements(file), 1):
                yield _or_why(
                    tr("{name}, task {number}", name=path.name, number=number), element
                )
            return
        if next(rows_of_head(head, 1), None) is None:
            whole = file.read(json_stream.MAX_OBJECT_BYTES).removeprefix(BOM)
            yield _or_why(path.name, Element(1, whole))
            return
    for where, line in lines_of(path):
        if isinstance(line, Problem):
            yield where, line
        else:
            yield _or_why(where, Element(1, line))


def _or_why(where: str, element: Element) -> tuple[str, Row | Problem]:
    try:
        return where, load(element)
    except InputError as error:
        return where, Problem(where, f"{error}.")


# ---------------------------------------------------------------- JSON_MIN


def _is_min(row: Row) -> bool:
    return any(_marks(value) for value in row.values())


def _marks(value: object) -> str:
    """Return which kind of labels a value of JSON_MIN lists; "" for none."""
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return ""
    first = value[0]
    if "start" not in first and "startOffset" not in first:
        return ""
    return next((kind for kind in _KINDS if isinstance(first.get(kind), list)), "")


def as_task(row: Row) -> Row:
    """Return a row of JSON_MIN as a task of full JSON; any other as it is."""
    if isinstance(row.get("data"), dict) or not _is_min(row):
        return row
    marks = {key: kind for key, value in row.items() if (kind := _marks(value))}
    result = [
        {"id": f"{key} {n}", "from_name": key, "type": kind, "value": value}
        for key, kind in marks.items()
        for n, value in enumerate(row[key], 1)
    ]
    data = {k: v for k, v in row.items() if k not in marks and k not in _MIN_KEYS}
    annotation = {
        "result": result,
        "completed_by": row.get("annotator"),
        "created_at": row.get("created_at"),
        "updated_at": row.get("updated_at"),
    }
    return {"id": row.get("id"), "data": data, "annotations": [annotation]}


# ---------------------------------------------------------------- versions


def versions(task: Row) -> list[Version]:
    """Return what people and models said of a task."""
    marked = [_annotation(row) for key in MARKED for row in _dicts(task.get(key))]
    done = {v.annotator for v in marked if v.status is not Status.SKIPPED}
    # Who skipped a task first and did it later has done it.
    kept = [
        v for v in marked if v.status is not Status.SKIPPED or v.annotator not in done
    ]
    names = {v.annotator for v in kept}
    drafts = [_draft(row) for row in _dicts(task.get("drafts"))]
    kept += [v for v in drafts if v.annotator not in names and v.result.regions]
    return kept + [_prediction(row) for row in _dicts(task.get("predictions"))]


def _annotation(row: Row) -> Version:
    result = Result(row.get("result"))
    name = row.get("annotator")
    status = Status.SKIPPED if _skipped(row) else Status.DONE
    if isinstance(name, str):
        status = _own_status(row, status)
    else:
        name = _person(row.get("completed_by"))
    return Version(name, result, status, times=_times(row))


def _skipped(row: Row) -> bool:
    return row.get("was_cancelled") is True or row.get("skipped") is True


def _own_status(row: Row, default: Status) -> Status:
    try:
        return Status(str(row.get("status")))
    except ValueError:
        return default


def _draft(row: Row) -> Version:
    name = _person(row.get("user"))
    return Version(
        name, Result(row.get("result")), Status.IN_PROGRESS, times=_times(row)
    )


def _prediction(row: Row) -> Version:
    pipeline = row.get("pipeline")
    name, version = row.get("model_version"), ""
    if isinstance(pipeline, dict):
        name, version = pipeline.get("name"), str(pipeline.get("version") or "")
    score = row.get("score")
    return Version(
        str(name or ""),
        Result(row.get("result")),
        Status.TODO,
        by_model=True,
        model_version=version,
        times=_times(row),
        score=float(score) if isinstance(score, int | float) else None,
    )


def _times(row: Row) -> tuple[str, str]:
    created = as_moment(row.get("created_at"))
    return created, as_moment(row.get("updated_at")) or created


def _person(given: object) -> str:
    """Return how an annotator is called."""
    if isinstance(given, dict):
        names = (str(given.get(key) or "") for key in ("first_name", "last_name"))
        full = " ".join(filter(None, names))
        return str(given.get("email") or full) or _person(given.get("id"))
    if isinstance(given, int) and not isinstance(given, bool):
        return f"user {given}"
    return given if isinstance(given, str) else ""


def _dicts(rows: object) -> Iterator[Row]:
    if isinstance(rows, list):
        yield from (row for row in rows if isinstance(row, dict))
