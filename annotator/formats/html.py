"""Web pages: the article without menus and advertising, by trafilatura.

Its balanced setting is used, which its own evaluation puts first on news pages
(https://trafilatura.readthedocs.io/en/latest/evaluation.html); readers' comments are
left out, tables are kept. A paragraph is a line. Where that finds nothing, what it
finds when it is asked to favour recall is taken, and the report says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.languages import language_code
from annotator.domain.records import Problem, Record
from annotator.domain.refusals import reason_of
from annotator.domain.text import document_id, normalise
from annotator.domain.wording import noop, tr
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.details import gather
from annotator.formats.encoding import REPLACED
from annotator.formats.page_encoding import decode_page
from annotator.formats.web_archive import is_web_archive, saved_page

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

MAX_PAGE_BYTES = 20 << 20
"""A saved page with its pictures in it; more is no article."""

MAX_TEXT = 5_000_000
"""Characters of a page once its pictures are gone."""

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_ANY_TAG = re.compile(rb"<(?:head|body|meta|title|div|p)\b[^>]*>", re.I)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.I | re.S)
_LANGUAGE = re.compile(r"<html\b[^>]*?\slang\s*=\s*[\"']?([A-Za-z_-]{2,20})", re.I)
_HEAD = 20_000
_EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s]{64,}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SAVED_WITH = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", ".files")
"""What browsers call the folder of a saved page's pictures, after the page's name."""

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_NOT_TEXT = frozenset(("script", "style", "template", "noscript", "head", "svg"))


class Page(NamedTuple):
    """What a page says.

    Attributes:
        losses: What had to be done to get at it, one sentence each.
    """

    text: str
    details: Details
    losses: tuple[str, ...] = ()


class HtmlReader:
    """Reads web pages, saved ones with or without their pictures."""

    name = "html"
    title = noop("Web pages (HTML, MHT)")
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".mht", ".mhtml")
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what starts like a page or like a web archive."""
        if is_web_archive(head):
            return Claim.SURE
        plain = head.replace(b"\x00", b"") if head[:2] in _UTF_16 else head
        if _START.match(plain.lstrip(b"\xef\xbb\xbf\xff\xfe")):
            return Claim.SURE
        if path.suffix.lower() in self.suffixes:
            return Claim.LIKELY if _ANY_TAG.search(plain) else Claim.MAYBE
        return Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return what a browser saved along with the page."""
        folders = (path.with_name(path.stem + end) for end in _SAVED_WITH)
        return tuple(
            file
            for folder in folders
            if folder.is_dir()
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        )

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the article, or why it was left out."""
        try:
            page = read_page(_bytes(path))
        except InputError as error:
            yield Problem(path.name, f"{error}.")
            return
        yield Record(
            document_id(page.text),
            page.text,
            page.details,
            where=path.name,
            losses=page.losses,
        )


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_page(data: bytes, url: str = "", encoding: str = "") -> Page:
    """Return the article of a page.

    Args:
        data: The page or a web archive of it.
        url: Where it was found.
        encoding: What the server says it is in.

    Raises:
        InputError: It holds no article, or its encoding cannot be told; half a
            sentence that goes on from the file's name.
    """
    if is_web_archive(data):
        data, told, place = saved_page(data)
        encoding, url = encoding or told, url or place
    text = decode_page(data, encoding).text
    return extract(text, url)


def extract(html: str, url: str = "") -> Page:
    """Return the article in the text of a page.

    Raises:
        InputError: There is none; half a sentence.
    """
    html = _harmless(html)
    if len(html) > MAX_TEXT:
        raise InputError(tr("it is too large to be the page of an article"))
    found, losses = _extracted(html, url)
    text = normalise(_UNSEEN.sub("", found.text or ""))
    if REPLACED in text:
        place = text.index(REPLACED)
        before = _line(text[max(0, place - 20) : place])
        raise InputError(
            tr(
                "the article is damaged after “{before}”: bytes there are no "
                "text in the page's encoding; save the page again",
                before=before,
            )
        )
    return Page(text, _details(text, found, url, html), losses)


def _line(text: str) -> str:
    return " ".join(text.split())


def plain_text(html: str) -> str:
    """Return the words of a fragment, a line for each of its blocks."""
    from lxml.html import fromstring

    html = _UNSEEN.sub("", html)
    if "<" not in html and "&" not in html:
        return html.strip()
    root: HtmlElement = fromstring(f"<div>{html}</div>")
    lines = "".join(_pieces(root)).split("\n")
    tidy = (" ".join(line.split()) for line in lines)
    return "\n".join(line for line in tidy if line)


def _pieces(root: HtmlElement) -> Iterator[str]:
    """Yield the texts under *root*, with a line end around blocks."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        block = element.tag in _BLOCKS
        if closing:
            if block:
                yield "\n"
            yield _words(element.tail) if element is not root else ""
            continue
        if block:
            yield "\n"
        stack.append((element, True))
        if isinstance(element.tag, str) and element.tag not in _NOT_TEXT:
            yield _words(element.text)
            stack += [(child, False) for child in reversed(element)]


def _words(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _harmless(html: str) -> str:
    """Return a page without what is no text: entities of its own, pictures, NUL."""
    html = _XML_DECLARATION.sub("", html.removeprefix("\ufeff"), count=1)
    html = _DOCTYPE.sub("<!DOCTYPE html>", html, count=1)
    return _UNSEEN.sub("", _EMBEDDED.sub("data:,", html))


def _extracted(html: str, url: str) -> tuple[Any, tuple[str, ...]]:
    """Return trafilatura's document of a page."""
    from trafilatura import bare_extraction

    for favor_recall in (False, True):
        found = bare_extraction(
            html,
            url=url or None,
            include_comments=False,
            with_metadata=True,
            favor_recall=favor_recall,
        )
        if found is not None and not isinstance(found, dict) and _said(found):
            lost = (tr("Hardly any text stands out as the article; look it over."),)
            return found, lost if favor_recall else ()
    raise InputError(
        tr(
            "no article was found in the page; it may be a list of links, or be "
            "filled in by the browser: open it there, save it whole and import "
            "that"
        )
    )


def _said(found: Any) -> bool:
    return bool((found.text or "").strip())


def _details(text: str, found: Any, url: str, html: str) -> Details:
    """Return what the page says of its article."""
    known = {
        "title": found.title,
        "source": found.sitename or found.hostname,
        "date": found.date,
        "url": found.url or url,
    }
    if found.author:
        known["author"] = found.author
    language = _LANGUAGE.search(html[:_HEAD])
    if language is not None:
        known["language"] = language_code(language.group(1))
    return gather(text, {k: v.strip() for k, v in known.items() if v})


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise InputError(
            tr("it cannot be read ({reason})", reason=reason_of(error))
        ) from error
    if not data.strip():
        raise InputError(tr("it is empty"))
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(tr("it is too large to be the page of an article"))
    return data
