"""What the system says when it refuses something, in the reader's language."""

from __future__ import annotations

import errno

from annotator.domain.wording import noop, tr

_REASONS = {
    errno.ENOENT: noop("No such file or directory"),
    errno.EEXIST: noop("File exists"),
    errno.EACCES: noop("Permission denied"),
    errno.EPERM: noop("Operation not permitted"),
    errno.EROFS: noop("Read-only file system"),
    errno.ENOSPC: noop("No space left on device"),
    errno.EDQUOT: noop("Disk quota exceeded"),
    errno.EFBIG: noop("File too large"),
    errno.EIO: noop("Input/output error"),
    errno.EBUSY: noop("Device or resource busy"),
    errno.EISDIR: noop("Is a directory"),
    errno.ENOTDIR: noop("Not a directory"),
    errno.ENOTEMPTY: noop("Directory not empty"),
    errno.ENAMETOOLONG: noop("File name too long"),
    errno.EMFILE: noop("Too many open files"),
    errno.ENOMEM: noop("Cannot allocate memory"),
    errno.ESTALE: noop("Stale file handle"),
}
"""In the words of the C library, whose own language nobody here has chosen."""


def reason_of(error: OSError) -> str:
    """Return why the system refused; its own words where it is no common reason."""
    known = _REASONS.get(error.errno or 0)
    return tr(known) if known else str(error.strerror or error)
