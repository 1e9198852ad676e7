"""Title, source, date, URL and free metadata, as files give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime

from annotator.domain.documents import Details
from annotator.domain.languages import language_code
from annotator.domain.text import first_line

FIELDS = ("title", "source", "url", "date", "language")

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})\.?\s+(?P<m>[A-Za-z]{3,})\.?,?\s+(?P<y>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<m>[A-Za-z]{3,})\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>\d{4})")


def iso_date(given: str) -> str:
    """Return *given* as ISO 8601 if it is certainly a date, else as it is.

    A date like 03/04/2025 stays as it is: it may be April or March.
    """
    given = given.strip()
    # Not strptime: what it takes for a month's name depends on the locale.
    match = _DAY_FIRST.fullmatch(given) or _MONTH_FIRST.fullmatch(given)
    try:
        if match:
            return _written_date(match)
        return parsedate_to_datetime(given).isoformat()
    except (ValueError, IndexError):
        return given


def _written_date(match: re.Match[str]) -> str:
    name = match["m"].lower()
    month = next(n for n, m in enumerate((*_MONTHS, name), 1) if m.startswith(name))
    return date(int(match["y"]), month, int(match["d"])).isoformat()


def gather(text: str, *sources: Mapping[str, object], title: str = "") -> Details:
    """Return the details found in *sources*; an earlier one wins.

    A value that is no text, that is no language, or that an earlier source has
    already given, stays in the free metadata. Without a title, *title* or the text's
    first line is it.
    """
    known: dict[str, str] = {}
    free: dict[str, object] = {}
    for source in sources:
        for key, value in source.items():
            field = "language" if key == "lang" else key
            if field in FIELDS and field not in known and isinstance(value, str):
                taken = language_code(value) if field == "language" else value
                if taken or field != "language":
                    known[field] = taken
            if known.get(field) != value:
                free.setdefault(key, value)
    return Details(
        title=known.get("title", "").strip() or title or first_line(text),
        source=known.get("source", ""),
        date=iso_date(known.get("date", "")),
        url=known.get("url", ""),
        meta=free,
        language=known.get("language", ""),
    )
