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
from annotator.domain.text import document_id, normalise
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.details import gather
from annotator.formats.encoding import REPLACED
from annotator.formats.html import plain_text

MAX_FEED_BYTES = 64 << 20

_START = re.compile(
    rb"<(?:rss\b[^>]*\bversion\s*=|rdf:RDF\b[^>]*purl\.org/rss/|feed\b[^>]*/Atom[\"'])",
    re.I,
)
_ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.S)


class FeedReader:
    """Reads saved feeds; nothing that they link to is fetched."""

    name = "feed"
    title = "RSS or Atom feed"
    suffixes: tuple[str, ...] = (".rss", ".atom", ".rdf")
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what has the root of a feed near its start."""
        plain = head.replace(b"\x00", b"")[:4096]
        return Claim.SURE if _START.search(plain) else Claim.NO

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
            where = f"{path.name}, entry {number}"
            try:
                yield _record(entry, source, where, language)
            except InputError as error:
                yield Problem(where, f"{error}.")


def _parse(path: Path) -> Any:
    # Imported here: it takes a while, and most imports need none.
    import feedparser  # type: ignore[import-untyped]

    try:
        if path.stat().st_size > MAX_FEED_BYTES:
            raise InputError("it is too large to be a feed")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})") from error
    # A stream: a string would be taken for an address and fetched.
    feed = feedparser.parse(io.BytesIO(_ENTITIES.sub(b"", data, count=1)))
    if not feed.entries:
        why = " (it is damaged)" if feed.bozo else ""
        raise InputError(f"the feed has no entries{why}")
    return feed


def _record(entry: Any, source: str, where: str, language: str) -> Record:
    bodies = [str(part.get("value", "")) for part in entry.get("content", ())]
    bodies.append(str(entry.get("summary", "")))
    text = next((words for body in bodies if (words := plain_text(body))), "")
    if not text:
        raise InputError("the entry has a title but no text")
    if REPLACED in text:
        raise InputError("the entry holds bytes that are no text in its encoding")
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
