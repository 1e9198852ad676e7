"""Points in time as other tools write them, in the form that annotations keep."""

from __future__ import annotations

from datetime import UTC, datetime


def as_moment(given: object) -> str:
    """Return seconds since 1970, or an ISO 8601 time, as UTC; "" for anything else."""
    try:
        if isinstance(given, int | float) and not isinstance(given, bool):
            moment = datetime.fromtimestamp(given, UTC)
        elif isinstance(given, str):
            moment = datetime.fromisoformat(given)
            moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
        else:
            return ""
    except (ValueError, OverflowError, OSError):
        return ""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"
