"""RSS and Atom: every entry an article, in plain text."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotator.domain.errors import InputError
from annotator.domain.languages import language_code
from annotator.domain.records import Problem, Record
from annotator.domain.refusals import reason_of
from annotator.domain.text import document_id, normalise
from annotator.domain.wording import noop, tr
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.details import gather
from annotator.formats.encoding import REPLACED
from annotator.formats.html import plain_text
from annotator.formats.page_encoding import decode_page

MAX_FEED_BYTES = 64 << 20

_HEAD = 16_384
_PROLOG = re.compile(
    rb"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.S
)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(rss|rdf|feed)\b([^>]*)>", re.I)
_NAMESPACES = {
    b"rdf": (b"purl.org/rss/", b"purl.org/net/rss", b"netscape.com/rdf/"),
    b"feed": (b"/atom", b"purl.org/atom/"),
}
"""One of these stands in the root of a feed; other XML has roots of the same name."""
_ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.S)


class FeedReader:
    """Reads saved feeds; nothing that they link to is fetched."""

    name = "feed"
    title = noop("RSS or Atom feed")
    suffixes: tuple[str, ...] = (".rss", ".atom", ".rdf")
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what has the root of a feed near its start."""
        return Claim.SURE if _is_feed(head.replace(b"\x00", b"")[:_HEAD]) else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield an article for each entry, or why it was left out."""
        try:
            feed = _parse(path)
        except InputError as error:
            yield Problem(path.name, f"{error}.")
            return
        source = str(feed.feed.get("title", "")).strip()
        language = language_code(str(feed.feed.get("language", "")))
        for number, entry in enumerate(feed.entries, 1):
            where = tr("{name}, entry {number}", name=path.name, number=number)
            try:
                yield _record(entry, source, where, language)
            except InputError as error:
                yield Problem(where, f"{error}.")


def _is_feed(head: bytes) -> bool:
    """Tell whether a document's root is a feed's, whatever stands before it."""
    position = max(head.find(b"<"), 0)
    while match := _PROLOG.match(head, position):
        position = match.end()
    root = _ROOT.match(head, position)
    if root is None:
        return False
    name, attributes = root[1].lower(), root[2].lower()
    needed = _NAMESPACES.get(name)
    return needed is None or any(space in attributes for space in needed)


def _parse(path: Path) -> Any:
    # Imported here: it takes a while, and most imports need none.
    import feedparser  # type: ignore[import-untyped]

    try:
        if path.stat().st_size > MAX_FEED_BYTES:
            raise InputError(tr("it is too large to be a feed"))
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("it cannot be read ({reason})", reason=reason_of(error))
        ) from error
    plain = b"\x00" not in data[:4]
    if plain:
        # feedparser goes through encodings until one fits the bytes, and the last
        # fits all. UTF-16 and UTF-32 it knows by their first bytes.
        data = decode_page(data).text.encode()
    told = {"content-type": "application/xml; charset=utf-8"} if plain else {}
    # A stream: a string would be taken for an address and fetched.
    stream = io.BytesIO(_ENTITIES.sub(b"", data, count=1))
    feed = feedparser.parse(stream, response_headers=told)
    if not feed.entries:
        raise InputError(
            tr("the feed has no entries (it is damaged)")
            if feed.bozo
            else tr("the feed has no entries")
        )
    return feed


def _record(entry: Any, source: str, where: str, language: str) -> Record:
    bodies = [str(part.get("value", "")) for part in entry.get("content", ())]
    bodies.append(str(entry.get("summary", "")))
    text = next((words for body in bodies if (words := plain_text(body))), "")
    if not text:
        raise InputError(tr("the entry has a title but no text"))
    if REPLACED in text:
        raise InputError(tr("the entry holds bytes that are no text in its encoding"))
    text = normalise(text)
    known = {
        "title": plain_text(str(entry.get("title", ""))),
        "source": str(entry.get("source", {}).get("title", "") or source),
        "date": _date(entry),
        "url": str(entry.get("link", "")),
        "author": str(entry.get("author", "")),
        "language": language,
    }
    details = gather(text, {key: value for key, value in known.items() if value})
    return Record(document_id(text), text, details, where=where)


def _date(entry: Any) -> str:
    """Return when an entry was published, in UTC where it could be read."""
    for name in ("published", "updated"):
        moment = entry.get(f"{name}_parsed")
        if moment:
            when = datetime.fromtimestamp(timegm(moment), tz=UTC)
            return when.isoformat()
        if entry.get(name):
            return str(entry[name])
    return ""
