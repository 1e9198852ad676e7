"""What an article has besides its text comes back, or is named as a loss."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.documents import Details, Status
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.text import document_id, first_line
from annotator.domain.zones import ZoneKind, recognised_zone
from annotator.formats.registry import WriteOptions, writer, writers
from annotator.formats.uncarried import DETAILS, META, STATUS, ZONES
from tests.unit.formats import making

TEXT = "Ada met Ben 🙂 today.\n\nMore from us"
FORMATS = [w.name for w in writers() if w.name not in ("spacy-project", "csv")]
details = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["", "A title"]),
        "source": st.sampled_from(["", "The Post"]),
        "date": st.sampled_from(["", "2026-01-02"]),
        "url": st.sampled_from(["", "https://post.example/1"]),
        "language": st.sampled_from(["", "de"]),
        "meta": st.sampled_from([{}, {"section": "sport"}]),
    }
)


def left_out(before: Record, after: Record) -> set[str]:
    """Return what of an article did not come back."""
    lost = {
        name
        for name in DETAILS
        if (value := getattr(before.details, name))
        and value != getattr(after.details, name)
    }
    if not before.details.meta.items() <= after.details.meta.items():
        lost.add(META)
    if before.layer and after.layer and before.layer.status != after.layer.status:
        lost.add(STATUS)
    if before.zones and not after.zones:
        lost.add(ZONES)
    return lost


@pytest.mark.parametrize("name", FORMATS)
@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(given=details, status=st.sampled_from(Status), zoned=st.booleans())
def test_what_an_article_loses_is_named(
    name, schema, tmp_path_factory, given, status, zoned
):
    start = TEXT.index("More")
    zone = recognised_zone(document_id(TEXT), start, len(TEXT), ZoneKind.MENU)
    made = making.record(
        TEXT,
        making.annotation(TEXT, "entity", "PERSON", mention="Ada"),
        details=Details(**given),
        status=status,
        zones=(zone,) if zoned else (),
    )
    target = tmp_path_factory.mktemp("out") / f"file{writer(name).suffix}"
    options = WriteOptions(schema, include_unfinished=True)
    report = writer(name).write([made], target, options, Progress(), 1)
    (back,) = (x for x in writer(name).read_back(target) if isinstance(x, Record))
    said = [loss.reason for loss in report.losses if loss.where == "articles"]
    named = said[0] if said else ""
    for what in left_out(made, back):
        assert f" {what} (of 1)" in named
    assert len(said) <= 1


def test_a_title_that_the_text_has_is_no_loss(schema, tmp_path):
    made = making.record(TEXT, details=Details(first_line(TEXT), meta={"name": "a"}))
    report = writer("brat").write(
        [made, replace(made, layer=replace(made.layer, annotator="bo"))],
        tmp_path / "out",
        WriteOptions(schema),
        Progress(),
        2,
    )
    assert report.losses == []
