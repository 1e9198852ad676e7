"""Looking at documents for what is boilerplate and which language they are in.

It is done when they are imported. Documents of projects that are older than that are
looked at when somebody needs it: in the background of the window, when one is
opened, before layers are compared and before an export.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.domain.annotations import Fragment
from annotator.domain.boilerplate import recognise
from annotator.domain.cutting import Cut
from annotator.domain.documents import LANGUAGE_SOUGHT, ZONES_SOUGHT, Survey
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.text import first_line
from annotator.services.language import language_of
from annotator.storage.store import Store

BATCH = 50
"""Documents written in one transaction; small, so that nobody waits for it."""


def survey(document_id: DocumentId, text: str) -> Survey:
    """Look at a text."""
    return Survey(document_id, recognise(document_id, text), language_of(text))


def surveyed(record: Record) -> Record:
    """Return a record with zones and language; what its file says of them stands."""
    if record.zones is None:
        zones = recognise(record.document_id, record.text)
        record = replace(record, zones=zones)
    record = _titled(record)
    if not record.details.language:
        language = language_of(record.text)
        record = replace(record, details=replace(record.details, language=language))
    return record


def _titled(record: Record) -> Record:
    """Return a record whose title is not a menu that its text begins with."""
    zones = [Fragment(zone.start, zone.end) for zone in record.zones or ()]
    if not zones or record.details.title != first_line(record.text):
        return record
    title = first_line(Cut(record.text, zones).text)
    if not title:
        return record
    return replace(record, details=replace(record.details, title=title))


def ensure_survey(store: Store, document_id: DocumentId) -> None:
    """Look at one document, unless somebody has."""
    if store.surveyed(document_id) < LANGUAGE_SOUGHT:
        store.put_surveys([survey(document_id, store.documents.text(document_id))])


def ensure_zones(store: Store, document_id: DocumentId) -> None:
    """Look for the zones of one document, unless somebody has.

    Not for the language: to load what tells it takes too long for somebody who waits.
    """
    if store.surveyed(document_id) < ZONES_SOUGHT:
        zones = recognise(document_id, store.documents.text(document_id))
        store.put_surveys([Survey(document_id, zones, None)])


def ensure_all_zones(
    store: Store, documents: Iterable[DocumentId], progress: Progress
) -> None:
    """Look for the zones of those of *documents* that nobody has looked at.

    Raises:
        CancelledError: Somebody asked for a stop; what was found is kept.
    """
    wanted = set(documents).intersection(store.documents_to_survey(ZONES_SOUGHT))
    for number, document_id in enumerate(sorted(wanted)):
        progress.step(number, len(wanted))
        ensure_zones(store, document_id)


def ensure_surveys(
    store: Store, documents: Iterable[DocumentId] | None, progress: Progress
) -> None:
    """Look at those of *documents* (of all with None) that nobody has looked at.

    Raises:
        CancelledError: Somebody asked for a stop; what was found is kept.
    """
    missing = store.documents_to_survey()
    if documents is not None and missing:
        wanted = set(documents)
        missing = [d for d in missing if d in wanted]
    for first in range(0, len(missing), BATCH):
        progress.step(first, len(missing))
        some = missing[first : first + BATCH]
        store.put_surveys([survey(d, store.documents.text(d)) for d in some])
