"""Files of every format that is read, made from the sample articles, to be spoilt."""

from __future__ import annotations

import gzip
import random
import zipfile
from pathlib import Path

from annotator.domain.resources import resource
from annotator.formats.registry import writers
from annotator.services.desk import Desk
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import import_paths
from annotator.services.project import Project
from tests.torture.gestures import Hands

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry late</title>
<meta name="author" content="Ana Berg"></head><body><nav>Home | News</nav><article>
<h1>Ferry late</h1>{}</article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{}
</channel></rss>"""


def make_seeds(folder: Path) -> list[Path]:
    """Write the files below *folder*; return them and the folders of many-file formats.

    A folder is spoilt in one of its files and read as a whole.
    """
    project = folder / "project.annot"
    _annotate(project)
    made = []
    for writer in writers():
        target = folder / f"{writer.name}{writer.suffix}"
        export(project, target, ExportRequest(writer.name, include_unfinished=True))
        made.append(target)
    texts = [p.read_text("utf-8") for p in sorted(resource("samples").iterdir())[:5]]
    made += _pages(folder, texts)
    made += _tables(folder, texts)
    made += _documents(folder, texts)
    made += _archives(folder, made)
    return [path for path in made if path.suffix != ".annot"]


def _annotate(path: Path) -> None:
    with Project.create(path) as project:
        import_paths(project, sorted(resource("samples").iterdir())[:4])
        desk = Desk(project, project.annotator("ana"))
        hands = Hands(desk, random.Random(1))
        for _ in range(100):
            hands.do(hands.choose())


def _pages(folder: Path, texts: list[str]) -> list[Path]:
    body = "".join(f"<p>{line}</p>" for line in texts[0].splitlines())
    page = PAGE.format(body)
    items = "".join(
        f"<item><title>{n}</title><link>https://example.org/{n}</link>"
        f"<description>{text[:300]}</description></item>"
        for n, text in enumerate(texts)
    )
    archive = (
        "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;"
        ' boundary="x"; type="text/html"\n\n--x\nContent-Type: text/html\n'
        f"Content-Location: https://example.org/a\n\n{page}\n--x--\n"
    )
    return [
        _write(folder / "page.html", page.encode()),
        _write(folder / "latin.html", page.encode("latin-1", "xmlcharrefreplace")),
        _write(folder / "page.mht", archive.encode()),
        _write(folder / "feed.rss", FEED.format(items).encode()),
        _write(folder / "text.txt", texts[1].encode("utf-16")),
        _write(folder / "text.md", f"---\ntitle: A\n---\n{texts[2]}".encode()),
    ]


def _tables(folder: Path, texts: list[str]) -> list[Path]:
    import csv

    import openpyxl
    import orjson
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{"title": str(n), "text": text} for n, text in enumerate(texts)]
    table = folder / "table.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["title", "text"])
        writer.writeheader()
        writer.writerows(rows)
    book = openpyxl.Workbook()
    for row in (["title", "text"], *(list(r.values()) for r in rows)):
        book.active.append(row)
    book.save(folder / "table.xlsx")
    pq.write_table(pa.Table.from_pylist(rows), folder / "table.parquet")
    return [
        table,
        folder / "table.xlsx",
        folder / "table.parquet",
        _write(folder / "rows.json", orjson.dumps(rows)),
    ]


def _documents(folder: Path, texts: list[str]) -> list[Path]:
    import docx

    document = docx.Document()
    for line in texts[3].splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "document.docx"))
    return [folder / "document.docx"]


def _archives(folder: Path, files: list[Path]) -> list[Path]:
    plain = [path for path in files if path.is_file()]
    bundle = folder / "bundle.zip"
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as package:
        for path in plain[:6]:
            package.write(path, path.name)
    packed = _write(folder / "page.html.gz", gzip.compress(plain[-1].read_bytes()))
    return [bundle, packed]


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
