"""Web pages: the article and what is known of it, in whatever encoding."""

from __future__ import annotations

import base64
import re
from collections import Counter
from pathlib import Path

import pytest
import trafilatura

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.formats.html import HtmlReader, extract, plain_text, read_page
from annotator.formats.page_encoding import decode_page
from tests.unit.formats.conftest import read, read_one
from tests.unit.formats.pages import PARAGRAPHS, TITLE, page

ENCODINGS = Path(__file__).parents[3] / "../shared/data/encodings"


def test_a_page_gives_its_article_and_details(tmp_path):
    path = tmp_path / "saved.html"
    path.write_text(page(), "utf-8")
    record = read_one(path)
    assert record.text.split("\n")[-len(PARAGRAPHS) :] == list(PARAGRAPHS)
    for around in ("Sport", "Ten soups", "Imprint"):
        assert around not in record.text
    details = record.details
    assert (details.title, details.source) == (TITLE, "The Veldstad Post")
    assert details.date == "2025-01-13"
    assert details.url == "https://post.example/lighthouse"
    assert details.meta == {"author": "Ines Roth"}


@pytest.mark.parametrize(
    ("charset", "codec", "words"),
    [
        (
            "iso-8859-1",
            "cp1252",
            "Café „Zum Löwen“ – 3 € für ein Stück Süße, sagte er.",
        ),
        ("windows-1251", "cp1251", "Мэр города заявил, что мост закроют до весны."),
        ("koi8-r", "koi8_r", "Мэр города заявил, что мост закроют до весны."),
        (
            "Shift_JIS",
            "cp932",
            "市長は月曜日に橋を閉鎖すると述べた。住民は反対している。",
        ),
        ("gb2312", "gb18030", "市长周一表示大桥将关闭到春天。居民们表示反对。"),
        (
            "euc-kr",
            "cp949",
            "시장은 월요일에 다리를 닫겠다고 말했다. 주민들은 반대한다.",
        ),
        ("windows-1256", "cp1256", "قال رئيس البلدية يوم الاثنين إن الجسر سيغلق."),
        ("iso-2022-jp", "iso2022_jp", "市長は月曜日に橋を閉鎖すると述べた。"),
        ("utf-16", "utf-16", "Мэр — 😀 e\u0301"),
        ("iso-8859-1", "utf-8", "Мэр — 😀 e\u0301."),
    ],
)
def test_the_declared_encoding_is_taken_where_it_holds(charset, codec, words):
    data = page((words * 4, words * 5), charset=charset).encode(codec)
    assert read_page(data).text.endswith(f"{words * 4}\n{words * 5}")


def test_a_wrong_declaration_gives_no_mojibake():
    words = "Мэр города заявил, что мост закроют до весны, и жители недовольны этим. "
    data = page((words * 8,), charset="iso-8859-1").encode("koi8_r")
    assert words.strip() in read_page(data).text
    assert decode_page(data).encoding == "koi8_r"


RUSSIAN = "Мэр города заявил, что мост закроют до весны, и жители недовольны этим. "
POLISH = (
    "Minister oświadczył, że most będzie zamknięty; „Źle się stało” – mówią ludzie. "
)
TURKISH = "Başkan, köprünün yıl sonuna kadar kapatılacağını söyledi; işçiler şaşkın. "  # noqa: RUF001
HUNGARIAN = (
    "A polgármester szerint a munkák miatt most lezárják a hidat, a sofőr meg a vevő "
    "pedig attól tart, hogy több boltos kora tavaszig nem nyit ki, s üresen marad. "
)
SLOVENE = (
    "Most bo zaprt do pomladi, je povedal minister, ki je dodal, da se dela lahko "
    "zavlečejo; trgovec, ki živi blizu mostu, pa misli, da ga bo to stalo preveč. "
)
FRENCH = (
    "Le maire a décidé où l'école sera bâtie; les élèves, naïfs, espéraient mieux. "
)
CHINESE = "市长周一宣布，大桥将关闭到春天。居民说，他们对此不满，专家也反对。"  # noqa: RUF001


@pytest.mark.parametrize(
    ("declared", "codec", "words"),
    [
        ("windows-1251", "koi8_r", RUSSIAN),
        ("windows-1250", "iso8859_2", POLISH),
        ("iso-8859-2", "cp1250", POLISH),
        ("iso-8859-1", "iso8859_9", TURKISH),
        ("", "iso8859_9", TURKISH),
        ("iso-8859-1", "iso8859_2", HUNGARIAN),
        ("windows-1252", "cp1250", HUNGARIAN),
        ("iso-8859-1", "cp1250", SLOVENE),
        ("iso-8859-1", "cp1252", FRENCH),
        ("big5", "gb18030", CHINESE),
    ],
)
def test_a_page_that_names_a_neighbour_of_its_encoding(declared, codec, words):
    text = page((words * 8,), charset=declared).encode(codec, "xmlcharrefreplace")
    assert words.strip() in read_page(text).text


def test_icelandic_is_not_turkish():
    words = "Ráðherrann sagði að brúin yrði lokuð; það þykir íbúum ekki gott, né þeim. "
    data = page((words * 8,), charset="iso-8859-1").encode("cp1252", "replace")
    assert words.strip() in read_page(data).text


def test_the_server_knows_better_than_the_page():
    data = page(("Żółć i jaźń. " * 12,), charset="iso-8859-1").encode("iso8859_2")
    assert "Żółć i jaźń." in read_page(data, encoding="iso-8859-2").text


def test_a_damaged_byte_counts_only_in_the_article():
    sound = page().encode()
    outside = sound.replace(b"Imprint", b"Impr\xfft")
    assert PARAGRAPHS[0] in read_page(outside).text
    accents = page([f"{p} Überfällig." for p in PARAGRAPHS]).encode()
    inside = accents.replace(b"cracks", b"cra\xffks")
    with pytest.raises(InputError, match=r"damaged after “[^”]*We found cra”"):
        read_page(inside)


def test_every_encoding_of_the_corpus_is_right_or_refused():
    if not ENCODINGS.exists():
        pytest.skip("the shared corpus of encodings is not here")
    right = 0
    for line in (ENCODINGS / "MANIFEST.tsv").read_text().splitlines()[1:]:
        name, _, codec, decodes, *_ = line.split("\t")
        raw = (ENCODINGS / name).read_bytes()
        data = b"<html><head><title>a</title></head><body><p>" + raw + b"</p></body>"
        try:
            text = decode_page(data).text
        except InputError:
            continue
        if decodes == "yes" and codec != "?":
            # The corpus is cut at 10,000 bytes, within a character here and there.
            expected = raw.decode(codec, "ignore").removeprefix("\ufeff")
            if not re.search("[\x80-\x9f]", expected):  # or the name is wrong
                assert expected[100:400] in text, name
                right += 1
    assert right > 20


def test_a_page_without_an_article_is_refused(tmp_path):
    path = tmp_path / "empty.html"
    path.write_text("<html><body><script>go()</script></body></html>")
    (problem,) = read(path)
    assert isinstance(problem, Problem)
    assert problem.where == "empty.html"
    assert "no article was found" in problem.reason


def test_a_web_archive_gives_its_page(tmp_path):
    body = base64.encodebytes(page(charset="x").encode("cp1251", "replace")).decode()
    path = tmp_path / "saved.mht"
    path.write_text(
        "From: <Saved>\nSnapshot-Content-Location: https://post.example/x\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
        "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
        "--b\nContent-Type: text/html; charset=windows-1251\n"
        f"Content-Transfer-Encoding: base64\n\n{body}\n--b--\n"
    )
    record = read_one(path)
    assert PARAGRAPHS[0] in record.text
    assert record.details.title == TITLE


def test_pictures_of_a_saved_page_are_not_read_alone(tmp_path):
    (tmp_path / "a_files").mkdir()
    frame = tmp_path / "a_files" / "frame.html"
    frame.write_text(page())
    assert HtmlReader().companions(tmp_path / "a.html") == (frame,)
    assert HtmlReader().companions(tmp_path / "b.html") == ()


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<div>" * 100_000,
        b"<html><body>" + b"<b><i>" * 20_000 + b"x",
        b"<html><body><p>" + b"&lol;" * 10_000,
        b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html>&b;</html>',
        b"<html><body><p>\x01\x02 a \x1b[31m</p>" + b"<p>y</p>" * 5_000,
        b"<html>" + b"<" * 500_000,
        b"<html><!--" * 50_000,
    ],
    ids=["deep", "inline", "references", "entities", "control", "angles", "comments"],
)
def test_hostile_pages_do_no_harm(data):
    try:
        text = read_page(data).text
    except InputError:
        return
    assert "\x01" not in text
    assert len(text) <= len(data)


def test_embedded_pictures_are_not_in_the_way():
    picture = "<img src='data:image/png;base64," + "A" * 6_000_000 + "'>"
    assert (
        PARAGRAPHS[0]
        in extract(page().replace("<article>", f"<article>{picture}")).text
    )


def test_a_fragment_keeps_its_blocks():
    html = "<p>One <b>bold</b>\nword</p><ul><li>a</li><li>b</li></ul>c &amp; d<br>e"
    assert plain_text(html) == "One bold word\na\nb\nc & d\ne"
    assert plain_text("<script>x</script>") == ""
    assert plain_text("2 < 3") == "2 < 3"


# -- as good as trafilatura --------------------------------------------------------

_AROUND = (
    "<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>",
    (
        "<div class='related'><h3>More from us</h3><a href='/1'>Ten soups</a></div>"
        "<div id='comments'><p>First!</p><p>I never liked that lighthouse.</p></div>"
        "<footer>Imprint and contact</footer><script>track('a < b')</script>"
    ),
)
_BODIES = {
    "paragraphs": "".join(f"<p>{p}</p>" for p in PARAGRAPHS),
    "divisions": "".join(f"<div class='text'>{p}</div>" for p in PARAGRAPHS),
    "breaks": "<div>" + "<br/><br/>".join(PARAGRAPHS) + "</div>",
    "quotes": f"<p>{PARAGRAPHS[0]}</p><blockquote><p>{PARAGRAPHS[1]}</p></blockquote>"
    f"<h2>Costs</h2><p>{PARAGRAPHS[2]}</p><ul><li>{PARAGRAPHS[3]}</li></ul>",
    "pictures": "<figure><img src='a.jpg'><figcaption>The tower</figcaption></figure>"
    + "".join(f"<p>{p} <a href='/x'>link</a></p>" for p in PARAGRAPHS),
    "table": f"<p>{PARAGRAPHS[0]}</p><table><tr><td>{PARAGRAPHS[1]}</td><td>1.2</td>"
    f"</tr></table><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>",
    "no end tags": "".join(f"<p>{p}" for p in PARAGRAPHS),
}
_TEMPLATES = {
    "article": "<main><article><h1>Title</h1>{}</article></main>",
    "class": "<div class='page'><div class='article-body'>{}</div></div>",
    "nothing": "<div><div>{}</div></div>",
}


def _f1(text: str, gold: str) -> float:
    """Return the F1 of the words of a text."""
    found, wanted = (Counter(re.findall(r"\w+", t)) for t in (text, gold))
    common = sum((found & wanted).values())
    return 2 * common / (sum(found.values()) + sum(wanted.values()))


@pytest.mark.parametrize("template", _TEMPLATES)
@pytest.mark.parametrize("body", _BODIES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_the_text_is_within_a_hair_of_trafilaturas_own(template, body, codec):
    inside = _TEMPLATES[template].format(_BODIES[body])
    label = {"utf-16": "utf-16", "cp1252": "iso-8859-1"}.get(codec, codec)
    html = (
        f"<!DOCTYPE html><html><head><meta charset='{label}'><title>Title</title>"
        f"</head><body>{_AROUND[0]}{inside}{_AROUND[1]}</body></html>"
    )
    gold = "\n".join(PARAGRAPHS)
    ours = _f1(read_page(html.encode(codec)).text, gold)
    theirs = _f1(trafilatura.extract(html, include_comments=False) or "", gold)
    assert ours >= theirs - 0.02
    assert ours > 0.7
