"""Saved pages in one file (MHT, MHTML): RFC 2557, a mail with the page's parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.domain.errors import InputError
from annotator.domain.wording import tr

if TYPE_CHECKING:
    from email.message import Message

_PAGES = ("text/html", "application/xhtml+xml")


class SavedPage(NamedTuple):
    """The page among the parts.

    Attributes:
        data: Its bytes.
        encoding: As the archive names it; "" if it does not.
        url: Where it was saved from; "" if that is not said.
    """

    data: bytes
    encoding: str
    url: str


def is_web_archive(head: bytes) -> bool:
    """Return whether a file starts like a mail of several parts around a page."""
    top = head[:4096].lower()
    return b"mime-version:" in top and (
        b"multipart/related" in top or b"content-type: text/html" in top
    )


def saved_page(data: bytes) -> SavedPage:
    """Return the page that a web archive holds.

    Raises:
        InputError: It holds none; half a sentence.
    """
    from email import message_from_bytes

    message = message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() not in _PAGES:
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            charset = part.get_content_charset() or ""
            return SavedPage(payload, charset, _url(message, part))
    raise InputError(tr("it is a web archive without a page in it"))


def _url(message: Message, part: Message) -> str:
    places = (message.get("Snapshot-Content-Location"), part.get("Content-Location"))
    return next((str(p).strip() for p in places if str(p).startswith("http")), "")
