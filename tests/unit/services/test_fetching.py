"""One page from the web: what is refused, and what a server may do.

The only server is one on this machine; the check of addresses is told to allow it.
"""

from __future__ import annotations

import gzip
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from annotator.domain.errors import CancelledError, EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.services import connecting, fetching
from annotator.services.fetching import fetch, is_public, is_web_address
from annotator.services.gathering import once
from annotator.services.importing import import_paths
from annotator.services.project import Project
from tests.unit.formats.pages import PARAGRAPHS, TITLE, page

HTML = {"Content-Type": "text/html; charset=utf-8"}


class Handler(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {}
    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self):
        self.asked.append((self.path, self.headers["Host"]))
        status, headers, body = self.pages[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    thread.join()
    httpd.server_close()


@pytest.fixture(autouse=True)
def pages():
    Handler.asked.clear()
    Handler.pages = {
        "/a": (200, HTML, page().encode()),
        "/zipped": (
            200,
            {**HTML, "Content-Encoding": "gzip"},
            gzip.compress(page().encode()),
        ),
        "/to-a": (301, {"Location": "/a"}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/inside": (302, {"Location": "http://192.168.0.1/a"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/inside6": (302, {"Location": "http://[::ffff:10.0.0.1]/a"}, b""),
        "/gone": (404, {}, b""),
        "/bomb": (
            200,
            {**HTML, "Content-Encoding": "gzip"},
            gzip.compress(b"<p>" + b"a" * (30 << 20)),
        ),
        "/twice": (
            200,
            {**HTML, "Content-Encoding": "gzip, gzip"},
            gzip.compress(gzip.compress(b"a" * 9999)),
        ),
        "/brotli": (200, {**HTML, "Content-Encoding": "br"}, b"\x00"),
        "/no-gzip": (200, {**HTML, "Content-Encoding": "gzip"}, b"never packed"),
        "/huge": (200, {**HTML, "Content-Length": "9" * 15}, b"<p>"),
        "/endless": (200, {**HTML, "Content-Length": "9" * 5000}, b"<p>"),
        "/liar": (
            200,
            {"Content-Type": "text/html; charset=iso-8859-1"},
            page(("“Größe”, said Zoë 🙂. " * 9,)).encode(),
        ),
        "/escapes": (
            200,
            {"Content-Type": "text/plain; charset=unicode-escape"},
            b"C:\\news is a folder.",
        ),
        "/koi8": (
            200,
            {"Content-Type": "text/plain; charset=koi8-r"},
            "Мэр города сказал.".encode("koi8_r"),
        ),
        "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF"),
        "/cyrillic": (
            200,
            {"Content-Type": "text/html; charset=koi8-r"},
            page(("Мэр города сказал. " * 20,), charset="iso-8859-1").encode("koi8_r"),
        ),
    }


def allowed(address: str) -> bool:
    return address == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("127.8.8.8", False),
        ("0.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::7f00:1", False),
        ("::ffff:0:127.0.0.1", False),
        ("::127.0.0.1", False),
    ],
)
def test_which_addresses_are_of_the_open_internet(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:9/", "private network"),
        ("http://localhost/", "private network"),
        ("http://[::1]/", "private network"),
        ("http://2130706433/", "private network"),
        ("ftp://post.example/", "must start with http"),
        ("file:///etc/passwd", "must start with http"),
        ("http://", "no web address"),
        ("http://me:secret@127.0.0.1/", "password"),
    ],
)
def test_what_is_not_fetched(url, said):
    with pytest.raises((InputError, EnvironmentFault), match=said):
        fetch(url)


@pytest.mark.parametrize("path", ["/a", "/zipped", "/to-a"])
def test_a_page_comes_with_its_address(server, path):
    got = fetch(f"{server}{path}", allowed=allowed)
    assert PARAGRAPHS[0] in got.data.decode()
    assert got.suffix == ".html"
    assert got.url == server + path.replace("/to-a", "/a")
    assert Handler.asked[-1][1] == server.removeprefix("http://")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/loop", "from one address to the next"),
        ("/inside", "192.168.0.1 is in a private network"),
        ("/file", "must start with http"),
        ("/gone", "404"),
        ("/pdf", "application/pdf"),
        ("/inside6", "is in a private network"),
        ("/bomb", "larger than 20 MB"),
        ("/huge", "larger than 20 MB"),
        ("/twice", "packed as “gzip, gzip”"),
        ("/brotli", "packed as “br”"),
        ("/no-gzip", "comes damaged"),
    ],
)
def test_what_a_server_does_wrong_is_said(server, path, said):
    with pytest.raises(InputError, match=said):
        fetch(f"{server}{path}", allowed=allowed)
    assert len(Handler.asked) <= fetching.MAX_REDIRECTS + 1


def test_limits_of_size_and_time_and_a_stop(server, monkeypatch):
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        fetch(f"{server}/a", progress, allowed=allowed)
    monkeypatch.setattr(fetching, "MAX_BYTES", 100)
    with pytest.raises(InputError, match="larger than"):
        fetch(f"{server}/a", allowed=allowed)
    monkeypatch.setattr(fetching, "MAX_BYTES", 1 << 20)
    monkeypatch.setattr(fetching, "MAX_SECONDS", -1.0)
    with pytest.raises(EnvironmentFault, match="in time"):
        fetch(f"{server}/a", allowed=allowed)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/liar", "“Größe”, said Zoë 🙂."),
        ("/escapes", "C:\\news is a folder."),
        ("/koi8", "Мэр города сказал."),
    ],
)
def test_the_servers_word_on_the_encoding_is_weighed(server, path, text):
    got = fetch(server + path, allowed=allowed)
    assert text in got.data.decode("utf-8-sig")


def test_a_length_without_end_is_no_crash(server):
    with pytest.raises(EnvironmentFault, match="could not be read"):
        fetch(f"{server}/endless", allowed=allowed)


def test_a_page_that_takes_nine_seconds_a_byte_is_left(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        monkeypatch.setattr(fetching, "MAX_SECONDS", 0.3)
        with pytest.raises(EnvironmentFault, match="in time"):
            fetch(url, allowed=allowed)
        progress = Progress()
        timer = threading.Timer(0.05, progress.cancel)
        timer.start()
        monkeypatch.setattr(fetching, "MAX_SECONDS", 60.0)
        with pytest.raises(CancelledError):
            fetch(url, progress, allowed=allowed)
        timer.join()


def test_a_name_that_answers_otherwise_the_second_time_leads_nowhere(
    server, monkeypatch
):
    """DNS rebinding: what was checked is connected to, and is checked every time."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    port = name_with_addresses(monkeypatch, server, answers)
    with pytest.raises(InputError, match="private network"):
        fetch(f"http://post.example:{port}/loop", allowed=allowed)
    assert Handler.asked == [("/loop", f"post.example:{port}")]


def test_the_next_address_of_a_name_is_tried(server, monkeypatch):
    answers = iter([["127.0.0.9", "127.0.0.1"]])
    port = name_with_addresses(monkeypatch, server, answers)
    got = fetch(f"http://post.example:{port}/a", allowed=lambda _: True)
    assert PARAGRAPHS[0] in got.data.decode("utf-8-sig")


def name_with_addresses(monkeypatch, server, answers):
    """Let post.example have other addresses at each question; return the port."""
    port = int(server.rsplit(":", 1)[1])
    real = socket.getaddrinfo

    def found(host, *more, **named):
        if host != "post.example":
            return real(host, *more, **named)
        return [(2, 1, 6, "", (address, port)) for address in next(answers)]

    monkeypatch.setattr(connecting.socket, "getaddrinfo", found)
    return port


def test_what_was_fetched_once_is_not_asked_for_again(server):
    get = once(lambda url, progress: fetch(url, progress, allowed))
    assert get(f"{server}/a", Progress()) == get(f"{server}/a", Progress())
    assert len(Handler.asked) == 1


def test_an_address_that_gives_nothing_costs_itself(server, tmp_path):
    def get(url, progress):
        return fetch(url, progress, allowed)

    with Project.create(tmp_path / "p.annot") as project:
        urls = [f"{server}/gone", f"{server}/a"]
        report = import_paths(project, urls, get=get)
        assert report.documents == 1
        assert [problem.where for problem in report.problems] == [f"{server}/gone"]
        with pytest.raises(InputError, match="private network"):
            import_paths(project, [f"{server}/a"])


def test_no_server_and_no_such_name(monkeypatch):
    with pytest.raises(EnvironmentFault, match="check the address"):
        fetch("http://127.0.0.1:1/", allowed=allowed)

    def unknown(*_, **__):
        raise OSError("unknown")

    monkeypatch.setattr(connecting.socket, "getaddrinfo", unknown)
    with pytest.raises(EnvironmentFault, match="was not found"):
        fetch("http://post.example/")


def test_a_name_with_one_private_address_is_refused(monkeypatch):
    found = [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(connecting.socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(InputError, match="private network"):
        fetch("http://post.example/")


def test_a_page_is_imported_with_its_address(server, tmp_path):
    def get(url, progress):
        return fetch(url, progress, allowed)

    with Project.create(tmp_path / "p.annot") as project:
        urls = [f"{server}/a", f"{server}/cyrillic"]
        report = import_paths(project, urls, get=get)
        assert report.documents == 2
        first, second = (
            project.store.documents.get(i) for i in project.store.documents.ids()
        )
    assert first.details.title == TITLE
    assert first.details.url == "https://post.example/lighthouse"
    assert "Мэр города сказал." in second.text


def test_what_is_meant_as_an_address():
    assert is_web_address("https://post.example/a")
    assert is_web_address("file:///etc/passwd")
    assert not is_web_address("C:\\news")
    assert not is_web_address("news/a.txt")
