"""One look before an import: what is in the files, and what a mapping would make."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import records
from annotator.domain.annotations import Fragment
from annotator.domain.documents import Details
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.progress import Progress
from annotator.domain.text import document_id
from annotator.formats import inventory as inventories
from annotator.formats.assembling import assemble
from annotator.formats.foreign import (
    ForeignDocument,
    ForeignFrame,
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
    Own,
)
from annotator.formats.mapping import LabelMap, dump_mapping, read_mapping
from annotator.services import import_look, import_mapping
from annotator.services.import_look import KnownArticles, look
from annotator.services.import_mapping import Inventory, Sort
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.project import Project
from tests.unit.formats.pages import PARAGRAPHS, page

TEXT = "🔥 Ada Moreau said on Monday that the bridge “will reopen”.\nTrains run."


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "news.annot") as project:
        yield project


def span(identity, label, surface, **more):
    start = TEXT.index(surface)
    fragment = Fragment(start, start + len(surface))
    return ForeignSpan(identity, label, (fragment,), **more)


SPANS = (
    span("1", "PER", "Ada Moreau", layer="Named"),
    span("2", "Source", "Ada Moreau"),
    span("3", "Content", "the bridge “will reopen”", attributes={"Sure": "yes"}),
    span("4", "DATE", "Monday"),
    span("5", "person", "Ada", own=Own("a", "entity", "PERSON", "mention")),
    span("6", "Attribution", "said"),
)
LAYER = ForeignLayer(
    "bo",
    SPANS,
    (ForeignRelation("said_by", "3", "2"),),
    (ForeignFrame("E1", "Report", "6", (("Where", "4"),)),),
)
DOCUMENT = ForeignDocument(TEXT, Details(title="Bridge"), "a.ann", (LAYER,))


def seen(*documents):
    found = Inventory()
    for document in documents:
        list(assemble(document, LabelMap(witness=found)))
    return found


def test_an_inventory_names_what_the_file_has_and_where():
    found = seen(DOCUMENT, DOCUMENT)
    counts = {(f.sort.value, f.key): f.count for f in found.names.values()}
    assert counts == {
        ("labels", "Named.PER"): 2,
        ("labels", "Source"): 2,
        ("labels", "Content"): 2,
        ("labels", "DATE"): 2,
        ("attributes", "Sure"): 2,
        ("relations", "said_by"): 2,
        ("frames", "Report"): 2,
        ("roles", "Where"): 2,
    }
    example = found.names[Sort.LABEL, "", "DATE"].example
    assert example.before.endswith("said on ")
    assert (example.surface, example.where) == ("Monday", "a.ann")
    assert example.after.startswith(" that")
    assert set(found.unmapped) == {"PER", "Source", "Content", "DATE", "Report"}
    assert found.count("Report") == 2
    assert found.sampled
    assert found.sample == [DOCUMENT, DOCUMENT]


def test_an_inventory_stays_small(monkeypatch):
    monkeypatch.setattr(inventories, "MAX_NAMES", 3)
    monkeypatch.setattr(inventories, "SAMPLE_SPANS", 8)
    found = seen(DOCUMENT, DOCUMENT)
    assert len(found.names) == 3
    assert found.more == 10
    assert len(found.unmapped) == 3
    assert found.sample == [DOCUMENT]
    assert not found.sampled


def test_a_trial_makes_what_an_import_would(project):
    found = seen(DOCUMENT)
    names = {f.key: f for f in found.names.values()}
    mapping = import_mapping.set_target(
        import_mapping.NOTHING, names["Content"], "quote.content"
    )
    mapping = import_mapping.set_target(mapping, names["Source"], "quote.speaker")
    mapping = import_mapping.set_target(mapping, names["Named.PER"], "entity:PERSON")
    trial = import_mapping.try_mapping(found.sample, mapping)
    assert trial.marks["quote", "mixed"] == 1
    assert trial.parts["quote", "speaker"] == 1
    assert trial.marks["entity", "PERSON"] == 2
    assert not trial.losses
    alone = import_mapping.set_target(mapping, names["Content"], "skip")
    assert "nothing ties it" in import_mapping.try_mapping([DOCUMENT], alone).losses[0]
    back = import_mapping.set_target(alone, names["Content"], "")
    assert import_mapping.target_of(back, names["Content"]) == ""
    with pytest.raises(InputError, match="no target"):
        import_mapping.set_target(mapping, names["Source"], "quote speaker")


def test_what_is_plain_is_guessed_and_nothing_else(project):
    found = seen(DOCUMENT)
    mapping = import_mapping.guess(
        LabelMap(labels={"Content": "claim"}), found.names.values(), project.schema
    )
    assert mapping.labels == {
        "Content": "claim",
        "Named.PER": "entity:PERSON",
        "Source": "quote.speaker",
    }


def test_every_choice_is_one_that_a_mapping_may_say(project):
    for sort in Sort:
        offered = import_mapping.choices(project.schema, sort)
        assert len({choice.target for choice in offered}) == len(offered)
        for choice in offered:
            if choice.target:
                import_mapping.check_target(sort, choice.target)


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(NAMES, st.sampled_from(["skip", "quote.cue", "entity:Ä b"])),
    st.dictionaries(NAMES, st.sampled_from(["part", "skip", "link:same_as"])),
    st.sampled_from(["skip", "entity", "claim"]),
)
def test_a_mapping_reads_as_it_was_written(tmp_path_factory, labels, relations, rest):
    mapping = LabelMap(rest, labels, relations=relations)
    path = tmp_path_factory.mktemp("map") / "map.toml"
    import_mapping.write_mapping(mapping, path)
    assert path.read_text("utf-8") == dump_mapping(mapping)
    assert read_mapping(path) == mapping


# -- a look ----------------------------------------------------------------------


def write_rows(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_a_look_counts_articles_once_and_changes_nothing(project, tmp_path):
    task = {"spans": [{"start": 2, "end": 12, "label": "PERSON"}]}
    rows = [{"text": TEXT, **task, "_annotator_id": name} for name in ("bo", "cy")]
    file = write_rows(tmp_path / "a.jsonl", *rows, {"text": TEXT}, {"no": 1})
    (tmp_path / "b.html").write_text(page(), "utf-8")
    (tmp_path / "c.html").write_text(page((*PARAGRAPHS, "One more.")), "utf-8")
    import_paths(project, [tmp_path / "b.html"])
    pages = [tmp_path / "b.html", tmp_path / "c.html"]
    found = look(project, [file, *pages], ImportRequest())
    assert (found.articles, found.annotated, found.known, found.repeated) == (
        3,
        1,
        1,
        1,
    )
    assert {name: f.files for name, f in found.formats.items()} == {
        "prodigy": 1,
        "html": 2,
    }
    assert found.formats["prodigy"].annotated == 2
    assert [problem.where for problem in found.problems] == ["a.jsonl, line 4"]
    (copy,) = found.copies
    assert (copy.where, copy.in_project, copy.annotated) == ("c.html", True, False)
    assert copy.share > 0.8
    assert len(project.store.documents.ids()) == 1
    said = "\n".join(import_look.as_lines(found))
    assert "3 articles in 3 files" in said
    assert "like “" in said


def test_a_second_look_knows_the_project_and_what_came_since(project, tmp_path):
    for name, title in (("a", "Bridge"), ("b", "Bridge again")):
        (tmp_path / f"{name}.html").write_text(page(title=title), "utf-8")
    known = KnownArticles()
    files = [tmp_path / "b.html"]
    assert not look(project, files, known=known).copies
    assert not look(project, files, known=known).copies
    import_paths(project, [tmp_path / "a.html"])
    (copy,) = look(project, files, known=known).copies
    assert (copy.other, copy.in_project) == ("Bridge", True)
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        look(project, files, progress=progress, known=known)


def test_a_file_of_nothing_but_broken_lines_does_not_fill_the_memory(
    project, tmp_path, monkeypatch
):
    monkeypatch.setattr(records, "MAX_PROBLEMS", 3)
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "An article."}\n' + "{broken\n" * 9, "utf-8")
    for problems in (
        look(project, [file]).problems,
        import_paths(project, [file]).problems,
    ):
        assert [problem.where for problem in problems] == [
            *(f"a.jsonl, line {number}" for number in (2, 3, 4)),
            "…",
        ]


def test_an_article_that_is_not_wanted_stays_out(project, tmp_path):
    for number, text in enumerate(("One text.", "Another text.")):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    left_out = frozenset((document_id("One text."),))
    report = import_paths(project, files, ImportRequest(left_out=left_out))
    assert report.documents == 1
    assert [str(p) for p in report.problems] == ["0.txt: left out, as you chose."]


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl", "a.xlsx", "a.parquet"])
def test_the_top_of_a_table_and_what_its_columns_are(project, tmp_path, name):
    rows = [
        {"id": n, "kicker": f"Nr {n} 🙂", "body": "Long words of an article. " * 5}
        for n in range(12)
    ]
    write_table(tmp_path / name, rows)
    told = {"title": "kicker"}
    (table,) = look(
        project, [tmp_path / name], ImportRequest(columns=told)
    ).tables.values()
    assert table.columns == ("id", "kicker", "body")
    assert table.chosen == {"text": "body", "title": "kicker"}
    assert table.roles[0] == "text"
    assert table.rows[0][:2] == ("0", "Nr 0 🙂")
    assert len(table.rows) == import_look.TABLE_ROWS
    report = import_paths(project, [tmp_path / name], ImportRequest(columns=told))
    assert report.documents == 1
    (document,) = project.store.documents.ids()
    assert project.store.documents.get(document).details.title == "Nr 0 🙂"


def write_table(path, rows):
    if path.suffix == ".csv":
        lines = [",".join(map(str, row.values())) for row in rows]
        path.write_text("\n".join(["id,kicker,body", *lines]), "utf-8")
    elif path.suffix == ".json":
        path.write_text(json.dumps({"articles": rows}), "utf-8")
    elif path.suffix == ".jsonl":
        write_rows(path, *rows)
    elif path.suffix == ".xlsx":
        from openpyxl import Workbook

        book = Workbook()
        for row in (list(rows[0]), *(list(row.values()) for row in rows)):
            book.active.append(row)
        book.save(path)
    else:
        import pyarrow as pa
        from pyarrow import parquet

        parquet.write_table(pa.Table.from_pylist(rows), path)


def test_objects_in_cells_are_columns_too(project, tmp_path):
    rows = [{"id": "x", "doc": {"body": "Words. " * 20, "head": "Bridge"}}]
    for name in ("a.json", "a.parquet"):
        write_table(tmp_path / name, rows)
        found = look(project, [tmp_path / name])
        (table,) = found.tables.values()
        assert table.columns == ("id", "doc", "doc.body", "doc.head")
        told = ImportRequest(columns={"text": "doc.body", "title": "doc.head"})
        assert look(project, [tmp_path / name], told).articles == 1


def test_a_table_without_a_text_is_shown_to_choose_from(project, tmp_path):
    (tmp_path / "a.csv").write_text("x,y\nshort,brief\n", "utf-8")
    found = look(project, [tmp_path / "a.csv"])
    assert found.problems
    (table,) = found.tables.values()
    assert table.columns == ("x", "y")
    assert "text" not in table.chosen
    told = ImportRequest(columns={"text": "y"})
    assert look(project, [tmp_path / "a.csv"], told).articles == 1


EVENT = ForeignDocument(
    TEXT,
    Details("t"),
    "b.ann",
    (
        ForeignLayer(
            "bo",
            (
                span("1", "PER", "Ada Moreau"),
                span("2", "Words", "the bridge “will reopen”"),
                span("3", "Statement", "said"),
                span("4", "DATE", "Monday"),
            ),
            (),
            (
                ForeignFrame(
                    "E1", "Statement", "3", (("Who", "1"), ("What2", "2"), ("On", "4"))
                ),
            ),
        ),
    ),
)


def test_an_event_becomes_a_quote_by_its_roles(project):
    found = seen(EVENT)
    names = {(f.sort, f.name): f for f in found.names.values()}
    assert [n for s, n in names if s is Sort.ROLE] == ["Who", "What", "On"]
    example = names[Sort.ROLE, "What"].example
    assert example.surface == "the bridge “will reopen”"
    mapping = import_mapping.NOTHING
    for sort, name, target in (
        (Sort.FRAME, "Statement", "quote"),
        (Sort.ROLE, "Who", "quote.speaker"),
        (Sort.ROLE, "What", "quote.content"),
        (Sort.ROLE, "On", "skip"),
    ):
        mapping = import_mapping.set_target(mapping, names[sort, name], target)
        assert import_mapping.target_of(mapping, names[sort, name]) == target
    trial = import_mapping.try_mapping(found.sample, mapping)
    assert trial.marks["quote", "mixed"] == 1
    parts = {role: n for (kind, role), n in trial.parts.items() if kind == "quote"}
    assert parts == {"content": 1, "speaker": 1, "cue": 1}
    assert trial.marks["entity", "PER"] == 1
    assert 'Who = "quote.speaker"' in dump_mapping(mapping)
    back = import_mapping.set_target(mapping, names[Sort.ROLE, "Who"], "")
    assert "Who" not in back.labels


CONFIG = """<View><Labels name="ner" toName="text"><Label value="PERSON"/>
<Label value="CLUB"/></Labels><Text name="text" value="$text"/>
<Choices name="sure" toName="text" perRegion="true"><Choice value="a"/></Choices>
<Relations><Relation value="plays_for"/></Relations></View>"""


@pytest.mark.parametrize(
    ("name", "content", "added"),
    [
        ("labels.xml", CONFIG, ["CLUB", "attribute sure", "link plays_for"]),
        ("annotation.conf", "[entities]\nCLUB\n[relations]\n", ["CLUB"]),
    ],
)
def test_a_configuration_alone_grows_the_schema(
    project, tmp_path, name, content, added
):
    path = tmp_path / name
    path.write_text(content)
    named = [n if n.startswith("link ") else f"entity {n}" for n in added]
    found = look(project, [path])
    assert found.articles == 0
    assert found.new_names == named
    assert f"The schema would get: {', '.join(named)}." in import_look.as_lines(found)
    assert project.schema.kind("entity").label("CLUB") is None
    report = import_paths(project, [path])
    assert (report.documents, report.new_labels) == (0, named)
    with Project.open(project.path) as opened:
        assert opened.schema.kind("entity").label("CLUB") is not None
    with pytest.raises(InputError, match="no article"):
        import_paths(project, [path])
