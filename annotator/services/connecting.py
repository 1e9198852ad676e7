"""Connections to the open internet only, with a clock and a way to stop.

``httpcore`` asks a network backend for every connection. This one resolves the name,
refuses it if any of its addresses may not be connected to, and connects to one that it
has just checked; TLS still proves the server's name. Every wait is cut into short ones,
so that a server that sends nothing, or a byte at a time, is left when the time is up or
the user asks for a stop.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.wording import tr

TIMEOUT_S = 10.0
"""To connect, and between two pieces."""
_SLICE_S = 0.25
_PORTS = {"http": 80, "https": 443}

AddressCheck = Callable[[str], bool]


class Clock:
    """How long it may still take, and whether the user asked for a stop."""

    def __init__(self, progress: Progress, seconds: float) -> None:
        self._progress = progress
        self._end = time.monotonic() + seconds

    def check(self, done: int = 0, total: int = 0) -> None:
        """Report *done* of *total* bytes.

        Raises:
            CancelledError: The user asked for a stop.
            httpcore.ReadTimeout: The time is up.
        """
        self._progress.step(done, total)
        if time.monotonic() > self._end:
            raise httpcore.ReadTimeout("the time is up")

    def left(self, most: float) -> float:
        """Return how many seconds may be waited now."""
        return max(0.01, min(most, self._end - time.monotonic()))


def pool(allowed: AddressCheck, clock: Clock) -> httpcore.ConnectionPool:
    """Return a pool that connects to allowed addresses only."""
    return httpcore.ConnectionPool(
        ssl_context=_tls(), network_backend=_Checked(allowed, clock), retries=0
    )


def resolve(host: str, port: int, allowed: AddressCheck) -> list[str]:
    """Return the IP addresses of a host, all of which are allowed.

    Raises:
        InputError: One is not.
        EnvironmentFault: There are none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise EnvironmentFault(
            tr(
                "{host} was not found; check the address and your connection.",
                host=host,
            )
        ) from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not addresses or not all(map(allowed, addresses)):
        raise InputError(
            tr(
                "{host} is in a private network or on this machine; from there "
                "nothing is fetched: save the page in a browser and import the "
                "file.",
                host=host,
            )
        )
    return addresses


def _tls() -> ssl.SSLContext:
    import httpx

    return httpx.create_ssl_context(trust_env=False)


class _Checked(httpcore.NetworkBackend):
    """Connects where it is allowed to."""

    def __init__(self, allowed: AddressCheck, clock: Clock) -> None:
        self._allowed = allowed
        self._clock = clock
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers."""
        addresses = resolve(host, port, self._allowed)
        for address in addresses[:-1]:
            try:
                return self._connect(address, port)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                self._clock.check()
        return self._connect(addresses[-1], port)

    def _connect(self, address: str, port: int) -> httpcore.NetworkStream:
        self._clock.check()
        wait = self._clock.left(TIMEOUT_S)
        return _Watched(self._backend.connect_tcp(address, port, wait), self._clock)


class _Watched(httpcore.NetworkStream):
    """A connection that is read with an eye on the clock."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, once something has."""
        end = time.monotonic() + TIMEOUT_S
        while True:
            self._clock.check()
            try:
                return self._stream.read(max_bytes, self._clock.left(_SLICE_S))
            except httpcore.ReadTimeout:
                if time.monotonic() > end:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send a request, which is small."""
        self._stream.write(buffer, self._clock.left(TIMEOUT_S))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Speak TLS from now on, with the server of that name."""
        wait = self._clock.left(TIMEOUT_S)
        inner = self._stream.start_tls(ssl_context, server_hostname, wait)
        return _Watched(inner, self._clock)

    def get_extra_info(self, info: str) -> Any:
        """Return what is known of the connection."""
        return self._stream.get_extra_info(info)
