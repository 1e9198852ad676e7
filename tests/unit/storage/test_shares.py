"""Network drives are told by what the system says of its mounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.services.sharing import share_warning
from annotator.storage import shares

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /mnt/team\\040files rw - nfs4 server:/team rw
41 22 0:36 / /home/ana/remote rw - fuse.sshfs ana@server:/ rw
42 40 8:2 / /mnt/team\\040files/local rw - xfs /dev/sdb1 rw
43 22 0:37 / /mnt/usb rw - fuseblk /dev/sdc1 rw
damaged line
"""


@pytest.fixture(autouse=True)
def _mounts(tmp_path, monkeypatch) -> None:
    (tmp_path / "mountinfo").write_text(MOUNTS, "utf-8")
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "mountinfo")
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/mnt/team files/news.annot", "nfs4"),
        ("/home/ana/remote/deep/news.annot", "fuse.sshfs"),
        ("/mnt/team files/local/news.annot", ""),
        ("/mnt/teamwork/news.annot", ""),
        ("/mnt/usb/news.annot", ""),
        ("/home/ana/news.annot", ""),
    ],
)
def test_the_nearest_mount_counts(path: str, kind: str) -> None:
    assert shares.network_share(Path(path)) == kind
    assert bool(share_warning(Path(path))) is bool(kind)


def test_where_the_system_says_nothing_nothing_is_said(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "none")
    assert shares.network_share(Path("/mnt/team files/news.annot")) == ""
