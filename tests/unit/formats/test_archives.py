"""Archives: their members as files, and every trap refused within bounds."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile

import pytest

from annotator.domain.errors import CancelledError
from annotator.domain.progress import Progress
from annotator.formats import archives
from annotator.formats.archives import Unpacker, is_archive
from annotator.formats.office import holds_part
from tests.unit.formats.pages import packed


def unpack(tmp_path, data, name="a.zip"):
    path = tmp_path / name
    path.write_bytes(data)
    assert is_archive(path)
    unpacker = Unpacker(tmp_path / "out", Progress())
    unpacker.unpack(path, name)
    out = (tmp_path / "out").resolve()
    assert all(m.path.resolve().is_relative_to(out) for m in unpacker.members)
    return unpacker


def tar(*members, mode="w:gz"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as package:
        for name, data, kind in members:
            info = tarfile.TarInfo(name)
            info.size, info.type = len(data), kind
            info.linkname = "/etc/passwd" if kind != tarfile.REGTYPE else ""
            package.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zipped(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members:
            package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(("in/x.txt", "X"), ("in/y.ann", "Y"), ("__MACOSX/z", "Z"))),
        (
            "a.tar.gz",
            tar(
                ("in", b"", tarfile.DIRTYPE),
                ("in/x.txt", b"X", tarfile.REGTYPE),
                ("in/y.ann", b"Y", tarfile.REGTYPE),
                (".hidden", b"", tarfile.REGTYPE),
            ),
        ),
        (
            "a.tar",
            tar(
                ("in/x.txt", b"X", tarfile.REGTYPE),
                ("in/y.ann", b"Y", tarfile.REGTYPE),
                mode="w:",
            ),
        ),
    ],
)
def test_members_lie_as_in_a_folder(tmp_path, name, data):
    found = unpack(tmp_path, data, name)
    assert not found.problems
    assert [m.shown for m in found.members] == [
        f"{name} › in/x.txt",
        f"{name} › in/y.ann",
    ]
    first, second = (m.path for m in found.members)
    assert first.parent == second.parent
    assert first.read_text() == "X"


def test_one_file_packed_and_archives_within(tmp_path):
    found = unpack(tmp_path, gzip.compress(b"text"), "news.txt.gz")
    assert [m.path.name for m in found.members] == ["news.txt"]
    inner = zipped(("a.txt", "A"), ("deep.zip", zipped(("b.txt", "B"))))
    found = Unpacker(tmp_path / "more", Progress())
    path = tmp_path / "outer.zip"
    path.write_bytes(zipped(("inner.zip", inner)))
    found.unpack(path, "outer.zip")
    assert [m.shown for m in found.members] == ["outer.zip › inner.zip › a.txt"]
    assert "an archive in an archive in an archive" in str(found.problems[0])


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "a/../../x", "C:\\x", "..\\x", "a/\\..\\x"]
)
def test_names_stay_below(tmp_path, name):
    found = unpack(tmp_path, zipped((name, "X"), ("good.txt", "G")))
    assert [m.path.name for m in found.members] == ["good.txt"]
    assert "leads out of the archive" in str(found.problems[0])
    packed_tar = tmp_path / "b.tgz"
    packed_tar.write_bytes(tar((name, b"X", tarfile.REGTYPE)))
    again = Unpacker(tmp_path / "more", Progress())
    again.unpack(packed_tar, "b.tgz")
    assert not again.members
    assert "leads out of the archive" in str(again.problems[0])


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_are_left_out(tmp_path, kind):
    found = unpack(tmp_path, tar(("passwd", b"", kind)), "a.tgz")
    assert not found.members
    assert "a link or a device" in str(found.problems[0])


def test_a_link_in_a_zip_is_left_out(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        info = zipfile.ZipInfo("link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(info, "/etc/passwd")
    found = unpack(tmp_path, out.getvalue())
    assert not found.members
    assert "a link or a device" in str(found.problems[0])


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.txt.gz", "bomb.tgz"])
def test_bombs_stop_early(tmp_path, name):
    zeros = bytes(40 << 20)
    data = {
        "bomb.zip": lambda: zipped(("zeros.txt", zeros)),
        "bomb.txt.gz": lambda: gzip.compress(zeros, 9),
        "bomb.tgz": lambda: tar(("zeros.txt", zeros, tarfile.REGTYPE)),
    }[name]()
    found = unpack(tmp_path, data, name)
    assert not found.members
    assert "more than 250 times its size" in str(found.problems[0])
    written = sum(p.stat().st_size for p in tmp_path.rglob("*") if p.is_file())
    assert written < 20 << 20


def test_limits_of_size_and_number(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_TOTAL_BYTES", 10)
    found = unpack(tmp_path, zipped(("a", "x" * 8), ("b", "x" * 8)))
    assert len(found.members) == 1
    assert "unpack it yourself" in str(found.problems[0])
    monkeypatch.setattr(archives, "MAX_MEMBERS", 2)
    found = Unpacker(tmp_path / "more", Progress())
    path = tmp_path / "many.zip"
    path.write_bytes(zipped(("a", ""), ("b", ""), ("c", "")))
    found.unpack(path, "many.zip")
    assert "too many files" in str(found.problems[0])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", b"PK\x03\x04 broken"),
        ("a.zip", zipped(("a.txt", "x" * 5_000))[:60]),
        ("a.gz", gzip.compress(b"x" * 100_000)[:-9]),
        ("a.gz", b"\x1f\x8b\x08 broken bytes"),
        (
            "a.tgz",
            gzip.compress(tar(("a", b"x" * 900, tarfile.REGTYPE), mode="w:")[:600]),
        ),
    ],
    ids=["zip", "short zip", "short gz", "gz", "short tgz"],
)
def test_damaged_archives_are_named(tmp_path, name, data):
    found = unpack(tmp_path, data, name)
    assert len(found.problems) == 1
    assert found.problems[0].where == name


@pytest.mark.parametrize("name", ["a.zip", "a.xlsx", "a.docx"])
def test_a_zip_of_a_version_to_come_is_named(tmp_path, name):
    data = bytearray(zipped(("xl/workbook.xml", "x")))
    data[data.index(b"PK\x01\x02") + 6] = 243
    path = tmp_path / name
    assert not holds_part(path, data[:4], "xl/workbook.xml")  # it is not there
    found = unpack(tmp_path, bytes(data), name)
    assert not holds_part(path, data[:4], "xl/workbook.xml")
    assert str(found.problems[0]) == (
        f"{name}: it cannot be unpacked (zip file version 24.3)."
    )


def test_a_long_header_is_not_read(tmp_path):
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 34
    data = info.tobuf(tarfile.GNU_FORMAT) + bytes(2_048)
    found = unpack(tmp_path, data, "a.tar")
    assert "damaged" in str(found.problems[0])


def test_documents_are_no_archives(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(packed(word__document_dot_xml="<a/>"))
    assert not is_archive(path)
    path.write_bytes(b"text")
    assert not is_archive(path)
    assert not is_archive(tmp_path / "gone")


def test_a_stop_is_heeded(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(("a", "x")))
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        Unpacker(tmp_path / "out", progress).unpack(path, "a.zip")


def test_the_folders_around_an_archive_stay_around_its_members(tmp_path):
    inner = tmp_path / "annotation" / "story.txt" / "ana.zip"
    inner.parent.mkdir(parents=True)
    with zipfile.ZipFile(inner, "w") as package:
        package.writestr("ana.xmi", "x")
    unpacker = Unpacker(tmp_path / "out", Progress())
    unpacker.unpack(inner, inner.name)
    (member,) = unpacker.members
    assert member.path.parts[-4:] == ("annotation", "story.txt", "ana", "ana.xmi")
