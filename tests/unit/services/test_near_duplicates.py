"""Copies of an article are found, other articles are not; languages are told."""

from __future__ import annotations

import json
import random

import pytest

from annotator.services.import_look import as_lines, look
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.language import language_of
from annotator.services.near_duplicates import groups
from annotator.services.project import Project
from tests.unit.formats.pages import PARAGRAPHS

WORDS = sorted({word for text in PARAGRAPHS for word in text.split()})


def article(seed: int, words: int = 300) -> list[str]:
    pick = random.Random(seed)
    return [" ".join(pick.choices(WORDS, k=words // 10)) + "." for _ in range(10)]


def ids(*texts):
    return [(f"{n:032x}", text) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    "change",
    [
        lambda p: ["Another headline for the same old report", *p],
        lambda p: p[:7],
        lambda p: [*p, "Reporting by Ines Roth; editing by Marta Oyelaran."],
        lambda p: [x.upper().replace(".", " !") for x in p],
        lambda p: ["“" + x.replace(" ", "\n", 3) + "”" for x in p],
        lambda p: [" ".join(x.split()[1:]) for x in p],
    ],
)
def test_copies_are_found(change):
    texts = ["\n".join(article(1)), "\n".join(article(2))]
    texts.append("\n".join(change(article(1))))
    assert groups(ids(*texts)) == [frozenset((f"{0:032x}", f"{2:032x}"))]


def test_chains_are_one_group_and_others_none():
    steps = article(3)
    texts = ["\n".join(steps[n:]) for n in (0, 2, 4, 6)]
    (group,) = groups(ids(*texts, "\n".join(article(4))))
    assert len(group) >= 3
    assert f"{4:032x}" not in group
    assert groups(ids(*("\n".join(article(n)) for n in range(10, 40)))) == []


def test_short_and_empty_texts_are_like_none():
    assert groups(ids("", "One two.", "One two.", " ")) == []


def test_scripts_without_blanks():
    text = "市长周一表示大桥将关闭到春天。居民们表示反对,没有人问过他们。渔民也不满意。"
    assert len(groups(ids(text, text + "记者报道。", "天气很好我们去公园玩" * 5))) == 1


def test_the_order_of_texts_does_not_matter():
    texts = ids(*("\n".join(article(n // 2)[n % 2 :]) for n in range(8)))
    assert set(groups(texts)) == set(groups(reversed(texts)))
    assert len(groups(texts)) == 4


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.annot") as project:
        yield project


def write(folder, **texts):
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_a_look_shows_copies_and_an_import_leaves_them_out(project, tmp_path):
    stored = write(tmp_path / "stored", s="\n".join(article(1)))
    import_paths(project, [stored])
    folder = write(
        tmp_path / "new",
        a="Other headline\n" + "\n".join(article(1)),
        b="\n".join(article(2)),
        c="\n".join(article(2)[:-2]),
        d="\n".join(article(3)),
        e="\n".join(article(1)),
    )
    found = look(project, [folder])
    assert (found.articles, found.known, len(found.copies)) == (5, 1, 2)
    assert [c.in_project for c in found.copies] == [True, False]
    lines = as_lines(found)
    assert "2 of 5 articles are nearly the same as others." in lines
    assert len(project.store.documents.ids()) == 1
    report = import_paths(project, [folder], ImportRequest(without_copies=True))
    assert (report.documents, report.duplicates) == (2, 1)
    assert [p.where for p in report.problems] == ["a.txt", "c.txt"]
    assert "in the project, so it was left out" in report.problems[0].reason


def test_annotated_copies_are_kept(project, tmp_path):
    import_paths(project, [write(tmp_path / "stored", s="\n".join(article(1)))])
    row = tmp_path / "a.jsonl"
    text = " ".join(article(1)) + " More."
    span = {"start": 0, "end": 3, "label": "X"}
    row.write_text(json.dumps({"text": text, "spans": [span]}))
    report = import_paths(project, [row], ImportRequest(without_copies=True))
    assert report.documents == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PARAGRAPHS[0], "en"),
        ("Der Bürgermeister sagte am Montag, die Brücke bleibe bis zum Mai zu.", "de"),
        (
            "Le maire a déclaré lundi que le pont resterait fermé jusqu'au printemps.",
            "fr",
        ),
        ("Мэр города заявил в понедельник, что мост закроют до весны.", "ru"),
        ("市長は月曜日に、橋を春まで閉鎖すると述べた。" * 3, "ja"),
        (
            "وأضاف أن السكان يعارضون هذا القرار وأضاف أن السكان يعارضون هذا القرار",
            "ar",
        ),
        ("", ""),
        ("Oslo 3-2 Bergen", ""),
        ("12345 67890 " * 50, ""),
    ],
)
def test_languages(text, language):
    assert language_of(text) == language_of(text) == language
