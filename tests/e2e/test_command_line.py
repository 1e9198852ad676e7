"""The command line, as a stranger would use it."""

import _thread
import json
import threading
import time
from pathlib import Path

import pytest

from annotator.commands.terminal import in_background, must_exist, progress_bar
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.progress import Progress
from annotator.services.project import Project
from annotator.storage.store import Why


@pytest.fixture
def project(annotator, articles, tmp_path):
    path = tmp_path / "news.annot"
    assert annotator("new", path)[0] == 0
    code, out, _ = annotator("import", path, articles)
    assert code == 0
    assert out.startswith("4 new documents from 4 files")
    return path


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_whole_way_and_back_again(annotator, project, tmp_path):
    code, out, _ = annotator("suggest", project)
    assert code == 0
    assert "suggestions for 4 documents by en_core_web_sm 3.8.0" in out
    suggested = tmp_path / "suggested.jsonl"
    options = ("--format", "jsonl")
    assert annotator("export", project, suggested, *options, "--suggestions")[0] == 0
    for record in lines(suggested):
        for span in record["spans"]:
            surface = record["text"][span["start"] : span["end"]]
            assert surface == surface.strip() != ""
    # A pipeline's output can become somebody's layer, and travel on unchanged.
    other, first, second = (tmp_path / n for n in ("b.annot", "1.jsonl", "2.jsonl"))
    third = tmp_path / "c.annot"
    for target in (other, third):
        assert annotator("new", target)[0] == 0
    done = [
        record | {"_annotator_id": "ada", "status": "done"}
        for record in lines(suggested)
    ]
    for record in done:
        record.pop("pipeline", None)
        for annotation in record["annotations"]:
            annotation.pop("score", None)
            annotation.pop("reason", None)
    edited = tmp_path / "edited.jsonl"
    edited.write_text("".join(json.dumps(r) + "\n" for r in done), "utf-8")
    code, out, _ = annotator("import", other, edited)
    assert code == 0, out
    assert annotator("export", other, first, *options)[0] == 0
    assert annotator("import", third, first)[0] == 0
    assert annotator("export", third, second, *options)[0] == 0
    assert first.read_bytes() == second.read_bytes()
    assert sum(len(r["annotations"]) for r in lines(first)) > 10
    for path in (project, other, third):
        assert annotator("check", path)[0] == 0


def test_importing_again_doubles_nothing(annotator, project, articles):
    code, out, _ = annotator("import", project, articles)
    assert code == 0
    assert out.startswith("0 new documents from 4 files (4 were there already)")


def test_one_bad_line_costs_that_line(annotator, tmp_path):
    project, file = tmp_path / "p.annot", tmp_path / "news.jsonl"
    rows = [json.dumps({"text": f"Article number {i} of many."}) for i in range(100)]
    rows[41] = '{"text": "broken'
    file.write_text("\n".join(rows), "utf-8")
    annotator("new", project)
    code, out, _ = annotator("import", project, file)
    assert code == 0
    assert "99 new documents" in out
    assert "news.jsonl, line 42" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("info", "nowhere.annot"), "does not exist"),
        (("new", "no/such/folder/p.annot"), "is not a folder"),
        (("import", "{project}", "nowhere.txt"), "does not exist"),
        (("export", "{project}", "o.xyz", "--format", "xyz"), "xyz"),
        (
            (
                "export",
                "{project}",
                "o.jsonl",
                "--format",
                "jsonl",
                "--annotator",
                "bo",
            ),
            "bo",
        ),
        (
            ("export", "{project}", "o", "--format", "jsonl", "--split", "a=b"),
            "train=80",
        ),
        (("suggest", "{project}", "--pipeline", "xx_nothing"), "xx_nothing"),
        (("suggest", "{project}", "--kind", "dragon"), "dragon"),
        (("open", "nowhere.annot"), "does not exist"),
    ],
)
def test_bad_input_is_one_clear_line(
    annotator, project, tmp_path, monkeypatch, arguments, said
):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    code, out, err = annotator(*(a.format(project=project) for a in arguments))
    assert code == 1
    assert out == ""
    assert err.startswith("annotator: ")
    assert err.count("\n") == 1
    assert said in err
    assert [
        p
        for p in sorted(tmp_path.iterdir())
        if p.suffix not in ("", ".annot-shm", ".annot-wal")
    ] == [p for p in before if p.suffix not in ("", ".annot-shm", ".annot-wal")]


def test_wrong_usage_is_exit_code_2(annotator, project):
    assert annotator("export", project)[0] == 2
    assert annotator("import", project, "x", "--gold", "--as-suggestions")[0] == 2


def test_a_wrong_schema_is_refused_with_its_line(annotator, tmp_path):
    schema = tmp_path / "mine.toml"
    schema.write_text('name = "mine"\ntitle = "Mine"\ncolour = 3\n', "utf-8")
    code, _, err = annotator("new", tmp_path / "p.annot", "--schema", schema)
    assert code == 1
    assert "mine.toml" in err
    assert "line 3" in err
    assert not (tmp_path / "p.annot").exists()


def test_a_file_that_is_no_project_is_refused_untouched(annotator, tmp_path):
    path = tmp_path / "fake.annot"
    path.write_bytes(b"not a database at all" * 100)
    before = path.read_bytes()
    code, _, err = annotator("check", path)
    assert code == 1
    assert "fake.annot" in err
    assert path.read_bytes() == before


def test_info_backup_and_version(annotator, project, tmp_path):
    annotator("suggest", project, "--kind", "entity", "--jobs", "2")
    code, out, _ = annotator("info", project)
    assert code == 0
    assert "documents    4" in out
    assert "of kind entity" in out
    assert annotator("backup", project, tmp_path / "copy.annot")[0] == 0
    assert annotator("check", tmp_path / "copy.annot")[0] == 0
    assert annotator("--version")[1].startswith("annotator ")


def test_demo_without_a_window(annotator, tmp_path):
    code, out, _ = annotator("demo", "--dir", tmp_path, "--no-window")
    assert code == 0
    assert "annotator-demo.annot" in out
    path = tmp_path / "annotator-demo.annot"
    out = annotator("info", path)[1]
    for kind in ("entity", "quote", "claim"):
        assert f"of kind {kind}" in out
    assert annotator("check", path)[0] == 0


@pytest.mark.parametrize(
    ("command", "said"),
    [("import", "nothing was changed"), ("suggest", "what was found is kept")],
)
def test_ctrl_c_says_what_became_of_the_work(
    annotator, project, articles, monkeypatch, command, said
):
    def interrupted(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("annotator.services.importing.import_paths", interrupted)
    monkeypatch.setattr("annotator.services.suggesting.suggest_project", interrupted)
    arguments = (project, articles) if command == "import" else (project,)
    code, out, err = annotator(command, *arguments)
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


def test_going_back_to_a_backup(annotator, project):
    code, _, err = annotator("restore", project)
    assert code == 1
    assert "There are no backups" in err
    with Project.open(project) as opened:
        opened.store.keep_backup(Why.DAILY)
        opened.annotator("somebody new")
    code, out, _ = annotator("restore", project)
    assert code == 0
    assert "  1  " in out
    assert "daily" in out
    code, _, err = annotator("restore", project, "7")
    assert code == 1
    assert "no backup number 7" in err
    code, out, _ = annotator("restore", project, "1")
    assert code == 0
    assert "before-restore" in out
    with Project.open(project) as opened:
        assert "somebody new" not in [p.name for p in opened.annotators()]


def test_what_a_damaged_project_still_holds_is_saved(annotator, project, tmp_path):
    code, out, _ = annotator("check", project, "--repair")
    assert code == 0
    saved = project.with_name(f"{project.stem}.repaired.annot")
    assert "Nothing is lost" in out
    assert annotator("check", saved)[0] == 0
    data = bytearray(project.read_bytes())
    for page in range(len(data) // 8192, len(data) // 4096):
        data[page * 4096 + 100 : page * 4096 + 3000] = bytes(2900)
    damaged = tmp_path / "damaged.annot"
    damaged.write_bytes(data)
    code, _, err = annotator("check", damaged)
    assert code == 1
    assert "--repair" in err or "damaged" in err
    target = tmp_path / "saved.annot"
    code, out, _ = annotator("check", damaged, "--repair", "--out", target)
    assert code == 0
    assert "lost" in out
    assert annotator("check", target) == (0, f"{target} is sound.\n", "")


SCRAPED = (
    "Mayor Ada Lindqvist opened the bridge over the Norr on Monday, a year after it\n"
    "was closed. “We kept our word,” she said.\n\n"
    "More from the Norrby Courier\n- Ada Lindqvist on the ferry\n"
    "Contact us at desk@norrby-courier.example\n"
)
GERMAN = (
    "Die Brücke über die Norr ist am Montag nach einem Jahr wieder geöffnet worden.\n"
    "Das teilte die Stadt Norrby am Morgen mit.\n"
)


def test_boilerplate_and_other_languages_get_no_suggestions(annotator, tmp_path):
    (tmp_path / "a.txt").write_text(SCRAPED, "utf-8")
    (tmp_path / "b.txt").write_text(GERMAN, "utf-8")
    project, out = tmp_path / "news.annot", tmp_path / "out.jsonl"
    annotator("new", project)
    annotator("import", project, tmp_path / "a.txt", tmp_path / "b.txt")
    said = annotator("suggest", project)[1]
    assert "for 1 documents" in said
    assert "1 document is in German; en_core_web_sm knows English." in said
    annotator("export", project, out, "--format", "jsonl", "--suggestions")
    written = lines(out)
    (line,) = [line for line in written if line["spans"]]
    tail = SCRAPED.index("More from")
    assert line["text"] == SCRAPED
    assert all(span["end"] <= tail for span in line["spans"])
    assert [(z["start"], z["kind"]) for z in line["zones"]] == [(tail, "links")]
    assert line["meta"]["language"] == "en"
    annotator("export", project, out, "--format", "jsonl", "--without-boilerplate")
    texts = [line["text"] for line in lines(out)]
    assert texts == [SCRAPED[:tail].strip(), GERMAN]
    assert "sound" in annotator("check", project)[1]


def test_a_long_command_hears_ctrl_c_at_once():
    progress = Progress()
    waited = threading.Event()

    def work():
        waited.wait(0.2)
        _thread.interrupt_main()
        while True:
            time.sleep(0.01)
            progress.step(0, 0)

    with pytest.raises(CancelledError, match="was changed"), progress_bar("Working"):
        in_background(work, progress)
    assert in_background(lambda: 7, Progress()) == 7
    with pytest.raises(InputError):
        in_background(lambda: must_exist(Path("nowhere.annot")), Progress())
