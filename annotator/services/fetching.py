"""One page from the web, because the user typed its address; nothing else is asked.

A name is resolved where the connection is made (see ``connecting``), and what was
checked is what is connected to, so that it cannot lead to the inside of a network: not
by its first answer, not by a second (DNS rebinding), and not by a redirect. Time, size
and what is packed are bounded; proxies and cookies are not used.
"""

from __future__ import annotations

import ipaddress
import re
import zlib
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.formats.page_encoding import decode_page, is_utf8, text_codec

if TYPE_CHECKING:
    import httpcore
    import httpx

    from annotator.services.connecting import AddressCheck, Clock

MAX_BYTES = 20 << 20
MAX_REDIRECTS = 5
MAX_SECONDS = 60.0
"""For all of it: a server may send a byte every nine seconds."""

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
}
_BOM = b"\xef\xbb\xbf"
_MARKS = (_BOM, b"\xff\xfe", b"\xfe\xff")
_NAT64 = (
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("64:ff9b:1::/48"),
)
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = [
    (b"User-Agent", f"annotator/{__version__}".encode()),
    (b"Accept", b"text/html, application/xhtml+xml, */*;q=0.5"),
    (b"Accept-Encoding", b"gzip"),
    (b"Connection", b"close"),
]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        url: After redirects.
        suffix: For a file with the data in it, by the kind that the server names.
    """

    url: str
    data: bytes
    suffix: str

    def save(self, folder: Path) -> Path:
        """Write the data to a file that is named like the page."""
        stem = re.sub(r"[^\w-]+", "-", self.url.split("://", 1)[1]).strip("-")[:80]
        path = folder / f"{stem or 'page'}{self.suffix}"
        path.write_bytes(self.data)
        return path


def is_web_address(given: str) -> bool:
    """Return whether something that was typed is meant as a web address."""
    return re.match(r"[a-z][a-z0-9+.-]+://", given, re.I) is not None


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the open internet."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if any(ip in network for network in _NAT64):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def fetch(
    url: str, progress: Progress | None = None, allowed: AddressCheck = is_public
) -> Fetched:
    """Return what is at a web address.

    Args:
        url: As it was typed; http or https.
        progress: Told in bytes; a cancel is heeded while nothing comes, too.
        allowed: Whether an IP address may be connected to.

    Raises:
        InputError: The address is none, is not public, or gives no article.
        EnvironmentFault: There is no network, or the server does not answer.
        CancelledError: The user asked for a stop.
    """
    # Imported here: it takes a while, and most sessions need no network.
    import httpcore

    from annotator.services.connecting import Clock, pool

    clock = Clock(progress or Progress(), MAX_SECONDS)
    with pool(allowed, clock) as web:
        for _ in range(MAX_REDIRECTS + 1):
            parsed = _parse(url)
            try:
                clock.check()
                with web.stream("GET", str(parsed), headers=_HEADERS) as response:
                    onward = _redirect(response)
                    if onward is None:
                        return _take(response, str(parsed), clock)
                    url = str(parsed.join(onward))
            except httpcore.TimeoutException as error:
                raise EnvironmentFault(
                    tr(
                        "{host} did not answer in time; try again later.",
                        host=parsed.host,
                    )
                ) from error
            except (httpcore.NetworkError, httpcore.ProtocolError) as error:
                raise EnvironmentFault(
                    tr(
                        "{url} could not be read ({error}); check the address "
                        "and your connection.",
                        url=parsed,
                        error=_why(error),
                    )
                ) from error
    raise InputError(
        tr("{url} leads from one address to the next without end.", url=url)
    )


def _parse(url: str) -> httpx.URL:
    import httpx

    try:
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise InputError(
            tr("“{url}” is no web address ({error}).", url=url, error=error)
        ) from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise InputError(
            tr(
                "“{url}” is no web address that can be read; it must start with "
                "http:// or https://.",
                url=url,
            )
        )
    if parsed.userinfo:
        raise InputError(
            tr(
                "A web address with a password in it is not read; save the page "
                "in a browser and import the file."
            )
        )
    return parsed.copy_with(fragment=None)


def _redirect(response: httpcore.Response) -> str | None:
    """Return where a server sends on to, None if nowhere."""
    place = _header(response, b"location")
    return place if place and response.status in _REDIRECTS else None


def _header(response: httpcore.Response, name: bytes) -> str:
    found = (value for key, value in response.headers if key.lower() == name)
    return next(found, b"").decode("latin-1").strip()


def _take(response: httpcore.Response, url: str, clock: Clock) -> Fetched:
    if response.status != 200:
        reason = bytes(response.extensions.get("reason_phrase", b"")).decode("latin-1")
        said = f"{response.status} {reason}".strip()[:80]
        raise InputError(
            tr("{url} gives no page: the server answers “{said}”.", url=url, said=said)
        )
    kind, charset = _kind(_header(response, b"content-type"))
    suffix = _SUFFIXES.get(kind, ".html" if not kind else "")
    if not suffix:
        raise InputError(
            tr(
                "{url} is no page with an article but {kind}; save it and import "
                "the file.",
                url=url,
                kind=kind,
            )
        )
    length = _header(response, b"content-length")
    total = int(length) if length.isdecimal() and len(length) < 16 else 0
    data = _body(response, url, total, clock)
    return Fetched(url, _as_told(data, charset, suffix), suffix)


def _body(response: httpcore.Response, url: str, total: int, clock: Clock) -> bytes:
    """Return the body, unpacked; never more is held than an article may have."""
    packing = _header(response, b"content-encoding").lower()
    unpack = _Unpacking(packing, url)
    data = bytearray()
    came = 0
    if total <= MAX_BYTES:
        for piece in response.iter_stream():
            came += len(piece)
            data += unpack.feed(piece, MAX_BYTES + 1 - len(data))
            if max(len(data), came) > MAX_BYTES:
                break
            clock.check(min(came, total), total)
        else:
            return bytes(data)
    raise InputError(
        tr(
            "{url} is larger than {limit} MB, which no article is.",
            url=url,
            limit=MAX_BYTES >> 20,
        )
    )


class _Unpacking:
    """Unpacks gzip, once: packed twice or otherwise is a trap or not asked for."""

    def __init__(self, packing: str, url: str) -> None:
        if packing not in ("", "identity", "gzip", "x-gzip"):
            raise InputError(
                tr(
                    "{url} comes packed as “{packing}”, which was not asked for; "
                    "save the page in a browser and import the file.",
                    url=url,
                    packing=packing[:40],
                )
            )
        self._url = url
        self._gzip = zlib.decompressobj(31) if packing.endswith("gzip") else None

    def feed(self, piece: bytes, room: int) -> bytes:
        """Return what a piece unpacks to, of that no more than *room* bytes."""
        if self._gzip is None:
            return piece
        try:
            return self._gzip.decompress(piece, room)
        except zlib.error as error:
            raise InputError(
                tr(
                    "{url} comes damaged ({error}); try again, or save the page "
                    "in a browser and import the file.",
                    url=self._url,
                    error=error,
                )
            ) from error


def _kind(content_type: str) -> tuple[str, str]:
    """Return the kind and the encoding that a server names."""
    if not content_type:
        return "", ""
    header = Message()
    header["content-type"] = content_type
    return header.get_content_type(), header.get_content_charset() or ""


def _as_told(data: bytes, charset: str, suffix: str) -> bytes:
    """Return text as UTF-8 with a mark where the server says what it is in.

    A page is read as any saved one, whose own word and looks count besides.
    """
    try:
        if suffix == ".html":
            return _BOM + decode_page(data, charset).text.encode()
        codec = text_codec(charset)
        if codec and not data.startswith(_MARKS) and not is_utf8(data):
            return _BOM + data.decode(codec).encode()
    except (InputError, UnicodeError):
        pass  # whoever reads the file says what is wrong with it
    return data


def _why(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:160] or type(error).__name__
