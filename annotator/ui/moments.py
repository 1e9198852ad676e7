"""Points in time as people read them: where they are, in the language in use."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt

from annotator.domain.wording import tr


def day_and_time(moment: str) -> str:
    """Return a moment of ISO 8601 as ``3 Nov 2026, 09:05`` here; "" for none."""
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    if not local.isValid():
        return ""
    # No-break spaces: a date is read as one thing.
    return QLocale().toString(local, tr("d MMM yyyy, HH:mm")).replace(" ", "\u00a0")
