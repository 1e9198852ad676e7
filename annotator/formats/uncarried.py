"""What of articles a format has no place for: details, how far they are, zones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from annotator.domain.documents import Status
from annotator.domain.ids import DocumentId
from annotator.domain.records import Losses, Problem, Record
from annotator.domain.text import first_line
from annotator.domain.wording import noop, tr

STATUS = noop("status")
ZONES = noop("boilerplate zones")
META = noop("further details")
DETAILS = (
    noop("title"),
    noop("source"),
    noop("date"),
    noop("url"),
    noop("language"),
)
ALL = frozenset((*DETAILS, META, STATUS, ZONES))
"""What an article can have besides its text, tokens and annotations."""

_WHERE = noop("articles")


class Uncarried:
    """Counts what articles have that does not go along, each article once."""

    def __init__(self, carried: frozenset[str]) -> None:
        self._missing = ALL - carried
        self._counts: Counter[str] = Counter()
        self._seen: set[tuple[DocumentId, str]] = set()

    def see(self, record: Record) -> None:
        """Count what a record has."""
        if not self._missing:
            return
        for name in _has(record):
            key = record.document_id, name
            if name in self._missing and key not in self._seen:
                self._seen.add(key)
                self._counts[name] += 1

    def tell(self, losses: Losses) -> None:
        """Name it, in one sentence for all articles."""
        if self._counts:
            names = ", ".join(
                tr("{name} (of {number})", name=tr(name), number=self._counts[name])
                for name in (*DETAILS, META, STATUS, ZONES)
                if self._counts[name]
            )
            reason = tr(
                "Left out, for this format has no place for it: {names}.", names=names
            )
            losses.append(Problem(tr(_WHERE), reason))


def _has(record: Record) -> Iterator[str]:
    details, layer = record.details, record.layer
    for name in DETAILS:
        value = getattr(details, name)
        # A reader takes the first line for the title where there is none.
        if value and not (name == "title" and value == first_line(record.text)):
            yield name
    # The file's name is what the reader made of it, not what anybody said.
    if details.meta.keys() - {"name"}:
        yield META
    if layer is not None and not layer.suggestions and layer.status is not Status.DONE:
        yield STATUS
    if record.zones:
        yield ZONES
