"""One page from the web, because the user typed its address; nothing else is asked.

An address is resolved once, checked, and then connected to as it was checked, so that
a name cannot lead to the inside of a network: not by its first answer, not by a second
(DNS rebinding), and not by a redirect. Proxies and cookies are not used.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 20 << 20
MAX_REDIRECTS = 5
TIMEOUT_S = 10.0
"""To connect, and between two pieces."""
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
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

AddressCheck = Callable[[str], bool]


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
        if ip in _NAT64:
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
        progress: Told in bytes; a cancel is heeded between two pieces.
        allowed: Whether an IP address may be connected to.

    Raises:
        InputError: The address is none, is not public, or gives no article.
        EnvironmentFault: There is no network, or the server does not answer.
        CancelledError: The user asked for a stop.
    """
    # Imported here: it takes a while, and most sessions need no network.
    import httpx

    progress = progress or Progress()
    deadline = time.monotonic() + MAX_SECONDS
    limits = httpx.Timeout(TIMEOUT_S)
    with httpx.Client(timeout=limits, trust_env=False, follow_redirects=False) as web:
        for _ in range(MAX_REDIRECTS + 1):
            progress.step(0, 0)
            parsed = _parse(url)
            request = _request(web, parsed, allowed)
            try:
                response = web.send(request, stream=True)
                try:
                    if not response.has_redirect_location:
                        return _take(response, str(parsed), progress, deadline)
                    url = str(parsed.join(response.headers["location"]))
                finally:
                    response.close()
            except httpx.TimeoutException as error:
                raise EnvironmentFault(
                    f"{parsed.host} did not answer in time; try again later."
                ) from error
            except httpx.HTTPError as error:
                raise EnvironmentFault(
                    f"{parsed} could not be read ({_why(error)}); check the address "
                    "and your connection."
                ) from error
    raise InputError(f"{url} leads from one address to the next without end.")


def _parse(url: str) -> httpx.URL:
    import httpx

    try:
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise InputError(f"“{url}” is no web address ({error}).") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise InputError(
            f"“{url}” is no web address that can be read; it must start with http:// "
            "or https://."
        )
    if parsed.userinfo:
        raise InputError(
            "A web address with a password in it is not read; save the page in a "
            "browser and import the file."
        )
    return parsed.copy_with(fragment=None)


def _request(web: httpx.Client, url: httpx.URL, allowed: AddressCheck) -> httpx.Request:
    """Return a request to the checked IP address of a host, under the host's name."""
    address = _resolve(url, allowed)
    return web.build_request(
        "GET",
        url.copy_with(host=address),
        headers={
            "Host": url.netloc.decode("ascii"),
            "User-Agent": f"annotator/{__version__}",
            "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
            "Accept-Encoding": "gzip",
        },
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )


def _resolve(url: httpx.URL, allowed: AddressCheck) -> str:
    """Return an IP address of a host, all of whose addresses are allowed."""
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(
            url.raw_host.decode("ascii"), port, type=socket.SOCK_STREAM
        )
    except (OSError, UnicodeError) as error:
        raise EnvironmentFault(
            f"{url.host} was not found; check the address and your connection."
        ) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(map(allowed, addresses)):
        raise InputError(
            f"{url.host} is in a private network or on this machine; from there "
            "nothing is fetched: save the page in a browser and import the file."
        )
    return addresses[0]


def _take(
    response: httpx.Response, url: str, progress: Progress, deadline: float
) -> Fetched:
    if response.status_code != 200:
        raise InputError(
            f"{url} gives no page: the server answers “{response.status_code} "
            f"{response.reason_phrase}”."
        )
    kind, charset = _kind(response.headers.get("content-type", ""))
    suffix = _SUFFIXES.get(kind, ".html" if not kind else "")
    if not suffix:
        raise InputError(
            f"{url} is no page with an article but {kind}; save it and import the file."
        )
    data = bytearray()
    total = int(response.headers.get("content-length", "0") or 0)
    for piece in response.iter_bytes():
        data += piece
        if len(data) > MAX_BYTES or total > MAX_BYTES:
            raise InputError(
                f"{url} is larger than {MAX_BYTES >> 20} MB, which no article is."
            )
        if time.monotonic() > deadline:
            raise EnvironmentFault(f"{url} did not come in time; try again later.")
        progress.step(min(len(data), total), total)
    return Fetched(url, _as_told(bytes(data), charset), suffix)


def _kind(content_type: str) -> tuple[str, str]:
    """Return the kind and the encoding that a server names."""
    if not content_type:
        return "", ""
    header = Message()
    header["content-type"] = content_type
    return header.get_content_type(), header.get_content_charset() or ""


def _as_told(data: bytes, charset: str) -> bytes:
    """Return text as UTF-8 with a mark where the server says what it is in."""
    if not charset or data.startswith((_BOM, b"\xff\xfe", b"\xfe\xff")):
        return data
    try:
        return _BOM + data.decode(charset).encode()
    except (LookupError, UnicodeError):
        return data


def _why(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:160] or type(error).__name__
