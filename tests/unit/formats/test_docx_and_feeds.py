"""Word documents and feeds."""

from __future__ import annotations

from datetime import UTC, datetime

import docx
import pytest

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from tests.unit.formats.conftest import read, read_one
from tests.unit.formats.pages import PARAGRAPHS, TITLE, packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_a_document_gives_headings_paragraphs_and_tables(tmp_path):
    document = docx.Document()
    document.core_properties.title = ""
    document.core_properties.author = "Ines Roth"
    document.core_properties.created = datetime(2025, 1, 13, 8, tzinfo=UTC)
    document.add_heading(TITLE, 1)
    document.add_paragraph(PARAGRAPHS[0]).add_run("\tbold 😀\nnext").bold = True
    table = document.add_table(2, 2)
    for number, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"cell {number}"
    document.add_paragraph(PARAGRAPHS[1])
    path = tmp_path / "a.docx"
    document.save(path)
    record = read_one(path)
    assert record.text == "\n".join(
        (
            TITLE,
            f"{PARAGRAPHS[0]}\tbold 😀",
            "next",
            "cell 0\tcell 1",
            "cell 2\tcell 3",
            PARAGRAPHS[1],
        )
    )
    assert record.details.title == TITLE
    assert record.details.date == "2025-01-13T08:00:00Z"
    assert record.details.meta == {"author": "Ines Roth"}


def test_what_was_deleted_or_is_a_field_code_is_no_text(tmp_path):
    body = (
        f"<w:document {W}><w:body><w:p><w:r><w:t>Kept </w:t></w:r>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:body></w:document>"
    )
    path = tmp_path / "a.docx"
    path.write_bytes(packed(word__document_dot_xml=body))
    assert read_one(path).text == "Kept new"


def test_footnotes_follow_the_text_and_a_moved_paragraph_stands_once(tmp_path):
    body = (
        f"<w:document {W}><w:body>"
        "<w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:p><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>"
        "</w:body></w:document>"
    )
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'><w:p><w:r>"
        "<w:separator/></w:r></w:p></w:footnote><w:footnote w:id='2'>"
        "<w:p><w:r><w:footnoteRef/><w:t> Said 😀</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>on Monday.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    path = tmp_path / "a.docx"
    parts = {"word__document_dot_xml": body, "word__footnotes_dot_xml": notes}
    path.write_bytes(packed(**parts))
    assert read_one(path).text == "\nOne\nMoved.\nSaid 😀 on Monday.".lstrip()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY b "&c;">]><a>&b;</a>', "defines entities"),
        ("<a>" * 3_000, "damaged Word document"),
        ("<a/>", "text is empty"),
        ("no xml", "damaged Word document"),
    ],
)
def test_hostile_documents_are_refused(tmp_path, body, said):
    path = tmp_path / "a.docx"
    path.write_bytes(packed(word__document_dot_xml=body))
    (problem,) = read(path)
    assert said in str(problem)


RSS = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE rss [<!ENTITY lol "ha"><!ENTITY lol2 "&lol;&lol;">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Veldstad Post</title>
<item><title>One &amp;amp; one</title><link>https://post.example/1</link>
<pubDate>Mon, 13 Jan 2025 09:30:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Ünder “a”.</p><script>x()</script><p>b &lol2;</p>]]>
</content:encoded></item>
<item><title>Two</title>
<description>Only a &lt;b&gt;summary&lt;/b&gt;.</description></item>
<item><title>Three</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
<entry><title>E</title><link href="https://blog.example/e"/>
<updated>2025-01-13T08:30:00Z</updated><author><name>Ines</name></author>
<content type="html">&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</content>
</entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_every_entry_of_a_feed_is_an_article(tmp_path, encoding):
    path = tmp_path / "feed.xml"
    path.write_bytes(RSS.format(encoding=encoding).encode(encoding))
    first, second, third = read(path)
    assert first.text.startswith("Ünder “a”.\nb ")
    assert "haha" not in first.text
    details = first.details
    assert (details.title, details.source) == ("One & one", "The Veldstad Post")
    assert details.url == "https://post.example/1"
    assert details.date == "2025-01-13T08:30:00+00:00"
    assert second.text == "Only a summary."
    assert isinstance(third, Problem)
    assert str(third) == "feed.xml, entry 3: the entry has a title but no text."


def test_atom_and_an_empty_feed(tmp_path):
    path = tmp_path / "feed"
    path.write_text(ATOM)
    record = read_one(path)
    assert record.text == "A\nB"
    assert record.details.meta == {"author": "Ines"}
    path.write_text('<rss version="2.0"><channel></channel></rss>')
    (problem,) = read(path)
    assert "no entries" in str(problem)


ATOM_SPACE = "http://www.w3.org/2005/Atom"


@pytest.mark.parametrize(
    "root",
    [
        '<!-- from a reader --><feed version="0.3" xmlns="http://purl.org/atom/ns#">',
        f'<?hint x="y"?><a:feed xmlns:a="{ATOM_SPACE}" xmlns="{ATOM_SPACE}">',
    ],
)
def test_feeds_of_older_versions_and_after_comments(tmp_path, root):
    path = tmp_path / "feed.xml"
    end = "</a:feed>" if "<a:feed" in root else "</feed>"
    start = ATOM.index(">") + 1
    path.write_text(
        '<?xml version="1.0"?>\n' + root + ATOM[start:].replace("</feed>", end)
    )
    assert read_one(path).text == "A\nB"


@pytest.mark.parametrize(
    ("declared", "codec", "words"),
    [
        # A browser takes EUC-KR for its superset, which has 8,822 syllables more.
        ("euc-kr", "cp949", "시장은 다리를 닫겠다고 밝혔다. 똠방각하 펲시"),
        ("IBM855", "cp855", "Мэр сказал, что мост будет закрыт до весны."),
        ("gb2312", "gb18030", "市长说，大桥将关闭到春天。镕"),  # noqa: RUF001
    ],
)
def test_a_feed_is_in_the_encoding_that_it_says(tmp_path, declared, codec, words):
    path = tmp_path / "feed.xml"
    text = (
        f'<?xml version="1.0" encoding="{declared}"?><rss><channel><title>T</title>'
        f"<item><title>{words}</title><description>{words}</description></item>"
        "</channel></rss>"
    )
    path.write_bytes(text.encode(codec))
    record = read_one(path)
    assert (record.text, record.details.title) == (words, words)


def test_a_feed_whose_encoding_cannot_be_told_is_refused(tmp_path):
    path = tmp_path / "feed.xml"
    text = (
        "<rss><channel><item><description>시장은</description></item></channel></rss>"
    )
    path.write_bytes(text.encode("johab"))
    (problem,) = read(path)
    assert "its encoding cannot be told" in str(problem)


def test_other_xml_with_the_name_of_a_feed_is_none(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text('<feed xmlns="urn:animals"><hay/></feed>')
    with pytest.raises(InputError, match="no format"):
        read(path)
