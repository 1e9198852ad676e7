"""Files of a size that no memory holds are refused in a line each, in little memory.

They are sparse: a hole in a file takes no room on the disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SIZE = 2 << 30

BEGINNINGS = {
    "line.csv": b'title,text\nx,"',
    "line.tsv": b"title\ttext\nx\t",
    "text.txt": b"Hello ",
    "text.md": b"# Hello\n",
    "page.html": b"<html><body><p>Hello ",
    "tags.conll": b"Ada B-PER\n",
    "cas.xmi": b'<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" x="',
    "news.rss": b'<?xml version="1.0"?><rss version="2.0"><channel><title>',
    "layers.tsv": b"#FORMAT=WebAnno TSV 3.3\n",
    "packed.gz": b"\x1f\x8b\x08\x00",
    "packed.zip": b"PK\x03\x04",
    "paper.docx": b"PK\x03\x04",
    "table.xlsx": b"PK\x03\x04",
    "table.parquet": b"PAR1",
    "docs.spacy": b"\x78\x9c",
    "blob": b"\x00",
}

IMPORT = """
import json, resource, sys
from pathlib import Path
from annotator.domain.errors import AnnotatorError
from annotator.services.importing import import_paths
from annotator.services.project import Project

found = {}
with Project.create(Path(sys.argv[1])) as project:
    for name in sys.argv[2:]:
        try:
            report = import_paths(project, [Path(name)])
            said = [problem.reason for problem in report.problems]
        except AnnotatorError as error:
            said = [str(error)]
        found[Path(name).name] = said
    assert project.store.documents.ids() == []
status = Path("/proc/self/status")
if status.exists():
    # Of this program alone; the other figure starts with that of whoever ran it.
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    peak = int(lines["VmHWM"].split()[0]) / 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"said": found, "peak": peak}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="holes in files are a Unix thing")
def test_two_gigabytes_are_refused_in_a_line_and_little_memory(tmp_path: Path) -> None:
    for name, beginning in BEGINNINGS.items():
        with (tmp_path / name).open("wb") as file:
            file.write(beginning)
            file.truncate(SIZE)
    command = [sys.executable, "-c", IMPORT, tmp_path / "news.annot"]
    done = subprocess.run(
        [*map(str, command), *(str(tmp_path / name) for name in BEGINNINGS)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["peak"] < 500, "MB"
    for name, said in told["said"].items():
        assert len(said) == 1, name
        assert "\n" not in said[0], name
        assert "Error" not in said[0].partition("(")[0], name


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("deep.json", b"[" * 3_000_000, "too deeply"),
        ("deep.json", b'[{"a":' + b'{"a":' * 1_000_000, "too deeply"),
        ("deep.jsonl", b'{"text":' * 500_000, "not valid JSON"),
        ("long.json", b'[{"text": "' + b"x" * (70 << 20), "too large"),
        ("open.json", b'[{"text": "' + b"x" * (5 << 20), "cut off"),
    ],
    ids=["arrays", "objects", "line", "long", "open"],
)
def test_json_that_goes_deep_or_on_for_ever(
    annotator, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    assert annotator("new", tmp_path / "news.annot")[0] == 0
    (tmp_path / name).write_bytes(content)
    code, _, said = annotator("import", tmp_path / "news.annot", tmp_path / name)
    assert code == 1
    (line,) = said.splitlines()
    assert reason in line


@pytest.mark.parametrize("size", [1 << 20, 3 << 20, 9 << 20])
def test_a_large_object_is_whole_wherever_chunks_end(
    annotator, tmp_path: Path, size: int
) -> None:
    rows = [{"text": f"{number} " + "x" * (size + number)} for number in range(3)]
    file = tmp_path / "large.json"
    file.write_text(json.dumps(rows), "utf-8")
    assert annotator("new", tmp_path / "news.annot")[0] == 0
    code, out, said = annotator("import", tmp_path / "news.annot", file)
    assert code == 0, said
    assert out.startswith("3 new documents")
