"""Telling whether a file lies on a drive of another computer.

SQLite's locks and its log in shared memory work between programs of one computer. On
most network drives two computers can damage a file that both have open
(https://www.sqlite.org/useovernet.html).
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs"),
        *("9p", "ceph", "glusterfs", "lustre", "davfs", "webdav", "sshfs", "rclone"),
        *("gvfsd-fuse", "s3fs", "gcsfuse", "vboxsf", "vmhgfs-fuse"),
    )
)
_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = 4
"""What Windows calls a network drive (``DRIVE_REMOTE``)."""

_LINE = re.compile(r".* on (/.*) \((\w+)")


def network_share(path: Path) -> str:
    """Return which kind of network drive a file is on, "" if it is on none."""
    place = path.absolute()
    if sys.platform == "win32":
        return _on_windows(place)
    found, longest = "", -1
    for point, kind in _mounts():
        if place.is_relative_to(point) and len(point) > longest:
            found, longest = kind, len(point)
    return found if found.removeprefix("fuse.") in _NETWORK else ""


def _mounts() -> list[tuple[str, str]]:
    """Return mount points and the kinds of their file systems; later ones hide."""
    if sys.platform == "darwin":
        told = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5
        )
        return [m.groups() for m in map(_LINE.match, told.stdout.splitlines()) if m]  # type: ignore[misc]
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    return [found for line in lines if (found := _mount(line)) is not None]


def _mount(line: str) -> tuple[str, str] | None:
    """Read a line of ``mountinfo``: the mount point is its fifth field.

    After a lone dash, the kind of file system follows; see proc_pid_mountinfo(5).
    """
    before, dash, after = line.partition(" - ")
    fields, rest = before.split(" "), after.split(" ")
    if not dash or len(fields) < 5:
        return None
    point = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[4])
    return point, rest[0]


def _on_windows(place: Path) -> str:
    if place.drive.startswith("\\\\"):
        return "smb"
    import ctypes

    drives = getattr(ctypes, "windll").kernel32  # noqa: B009 - Windows alone has it
    return "smb" if drives.GetDriveTypeW(place.anchor) == _REMOTE else ""
