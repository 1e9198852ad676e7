"""Plain text and Markdown: the text as it is, the details from its head."""

from __future__ import annotations

import pytest

from annotator.domain.records import Problem
from annotator.formats.details import iso_date
from tests.unit.formats.conftest import read, read_one


def test_the_first_line_is_the_title(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff\r\nHarbour closes\r\n\r\nNORRBY — Ada 🙂 said.\r".encode())
    record = read_one(path)
    assert record.text == "\nHarbour closes\n\nNORRBY — Ada 🙂 said.\n"
    assert record.details.title == "Harbour closes"
    assert record.where == "a.txt"
    assert record.layer is None


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty."),
        (b" \n\t\n", "the text is empty."),
        (b"a\x00b", "it holds NUL bytes, so it is not plain text."),
        (b"caf\xe9 \xff\xfe\x81\x8d" * 20, "its encoding cannot be told"),
    ],
)
def test_what_is_no_text_is_a_problem(tmp_path, suffix, data, reason):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    (problem,) = read(path)
    assert isinstance(problem, Problem)
    assert problem.where == path.name
    assert problem.reason.startswith(reason)


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_file_that_is_gone_is_a_problem(tmp_path, name):
    (problem,) = read(tmp_path / "gone", name)
    assert "cannot be read" in problem.reason


def markdown(tmp_path, text: str):
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    return read_one(path)


def test_front_matter_is_details_and_not_text(tmp_path):
    record = markdown(
        tmp_path,
        "---\r\n"
        'title: "Strike: day two"\r\n'
        "source: The Norrby Post\n"
        "date: March 5, 2025\n"
        "url: https://example.org/a?b=c\n"
        "# a comment\n"
        "\n"
        "tags: [port, 'strike']\n"
        "people:\n"
        "  - Ada\n"
        "  - Bo\n"
        "empty:\n"
        "---\n"
        "\n# Heading\n\nText *as it is*.  \n",
    )
    assert record.text == "\n# Heading\n\nText *as it is*.  \n"
    details = record.details
    assert (details.title, details.source) == ("Strike: day two", "The Norrby Post")
    assert (details.date, details.url) == ("2025-03-05", "https://example.org/a?b=c")
    assert details.meta == {
        "tags": ["port", "strike"],
        "people": ["Ada", "Bo"],
        "empty": "",
    }


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nOnly a rule above.\n",
        "---\nA sentence. Not a key\n---\nText.\n",
        "---\n- item\n---\nText.\n",
        "---\ntitle: never closed\n\nText.\n",
        "Text.\n---\ntitle: too late\n---\n",
        " ---\ntitle: indented\n---\nText.\n",
    ],
)
def test_what_is_no_front_matter_is_text(tmp_path, text):
    assert markdown(tmp_path, text).text == text


def test_front_matter_may_be_empty(tmp_path):
    assert markdown(tmp_path, "---\n---\nText.\n").text == "Text.\n"


def test_front_matter_alone_is_a_problem(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: x\n---\n")
    assert "empty" in read(path)[0].reason


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One #\n\n# Two\n", "One"),
        ("Lead.\n\n# One\n", "One"),
        ("```\n# code\n```\nText.\n# One\n", "One"),
        ("## Second level\nText.\n", "## Second level"),
        ("Text without a heading.\n", "Text without a heading."),
    ],
)
def test_the_first_heading_is_the_title(tmp_path, text, title):
    record = markdown(tmp_path, text)
    assert record.details.title == title
    assert record.text == text


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2025-03-05", "2025-03-05"),
        ("2025-03-05T10:00:00Z", "2025-03-05T10:00:00Z"),
        ("5 March 2025", "2025-03-05"),
        ("5. Mar. 2025", "2025-03-05"),
        ("Sept 7, 2024", "2024-09-07"),
        ("December 31 2024", "2024-12-31"),
        ("Wed, 05 Mar 2025 10:00:00 +0100", "2025-03-05T10:00:00+01:00"),
        ("31 February 2025", "31 February 2025"),
        ("5 Marble 2025", "5 Marble 2025"),
        ("03/04/2025", "03/04/2025"),
        ("last week", "last week"),
        ("", ""),
    ],
)
def test_dates_are_read_where_they_are_certain(given, iso):
    assert iso_date(given) == iso
