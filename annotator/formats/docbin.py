"""Writing spaCy's DocBin: what ``spacy train`` and ``spacy debug data`` read.

One Doc a document and layer, built from the stored tokens, white space included,
so that ``doc.text`` is the stored text.

``doc.ents``
    Annotations of kind ``entity`` that fit: whole tokens, no white space at either
    end, no overlap (of overlapping ones the longest, unless the options say
    otherwise). Tokens of an entity that does not fit are *missing*, not *outside*:
    nobody said that there is no entity. So are all others of a document that is not
    done.
``doc.spans``
    Every fragment of every part, in a group named after what it is: the plural of
    the kind for its main role (``entities``, ``quotes``, ``claims``), the plural of
    the role for any other (``speakers``, ``cues``, ``claimants``). ``sc``, the default
    of ``spancat``, holds them all. A span's label is the annotation's for the main
    role, else the role's name; ``span.id_`` is the annotation's id and ties its parts
    together.
``doc.user_data``
    ``check``, a checksum of entities and groups, to tell whether they were changed,
    ``document_id``, ``title``, ``source``, ``date``, ``url``, ``layer``, ``status`` and
    ``frames``: a JSON text with ``annotations`` and ``links`` as in the JSONL format,
    the record itself, also of what did not fit the Doc.

A document that is done and has no entity is annotated empty. One that is not done
is left out unless asked for, and counted. Suggestions count as done.

This is the only module here that imports spaCy, and only when it writes.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, Record
from annotator.formats.base import Item, Limits, WriteOptions, replacing
from annotator.formats.doc_builder import DocBuilder
from annotator.formats.doc_spans import ALL_SPANS
from annotator.formats.docbin_columns import DocBinColumns
from annotator.formats.docbin_own import CHECK, marks_check
from annotator.formats.docbin_reader import read_volumes, volume
from annotator.formats.finishing import finished
from annotator.formats.tallying import tallied

if TYPE_CHECKING:
    from spacy.tokens import Doc

LARGEST = 2_000_000_000
"""Bytes of a file before it is deflated: spaCy reads it whole and refuses 2 GiB."""

_SPAN = struct.Struct(">QQQllll")


class DocBinWriter:
    """Writes one Doc a document and layer."""

    name = "docbin"
    title = "spaCy DocBin"
    suffix = ".spacy"
    needs_spacy = True
    needs_tokens = True
    folder = False
    finished_only = True
    limits = Limits(overlaps=False, cuts=False)
    """What its entities and spans hold; its user data hold everything."""

    def write(
        self,
        records: Iterable[Record],
        target: Path,
        options: WriteOptions,
        progress: Progress,
        total: int,
    ) -> ExportReport:
        """Write *records* to *target*, whole or not at all.

        What would be larger than spaCy can read goes on in ``NAME-2.spacy`` and so
        on; spaCy reads a folder of such files as one.
        """
        report = ExportReport(losses=options.losses)
        builder = DocBuilder(options, report)
        wanted = finished(records, options, report)
        counted = tallied(wanted, self.limits, options, report)
        with ExitStack() as stack:
            volumes = _Volumes(target, report, stack)
            for record in counted:
                volumes.add(*builder.build(record))
                report.records += 1
                progress.step(report.records + report.left_out, total)
            volumes.finish()
        return report

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the records that the Docs of all volumes were made of."""
        return read_volumes(target)


class _Volumes:
    """The files that one export fills; none is there before all are."""

    def __init__(self, target: Path, report: ExportReport, stack: ExitStack) -> None:
        self._target = target
        self._report = report
        self._stack = stack
        self._packing = self._new()

    def _new(self) -> Packing:
        packing = Packing()
        self._stack.enter_context(packing.columns)
        return packing

    def add(self, doc: Doc, words: list[str]) -> None:
        """Add a Doc, to a new file where this one is full."""
        if self._packing.columns.size > LARGEST:
            self.finish(last=False)
            self._packing = self._new()
        self._packing.add(doc, words)

    def finish(self, *, last: bool = True) -> None:
        """Write the file; it takes its place when the stack is left."""
        files = self._report.files
        path = volume(self._target, len(files) + 1)
        file = self._stack.enter_context(replacing(path))
        with self._packing.columns as columns:
            columns.write(file, continued=not last)
        files.append(str(path))


class Packing:
    """Packs Docs as ``DocBin.add`` does, in half the time.

    ``add`` asks every token of every Doc for nine strings, of which all but two are
    empty here, and looks through all plug-ins of the process once for each group of
    spans. A word that has been seen needs no second look, and one packer does for
    all groups. Should a release of spaCy pack groups otherwise, the first Doc shows
    it, and spaCy's own way is taken.

    Attributes:
        columns: What is packed.
    """

    def __init__(self) -> None:
        from spacy.tokens import DocBin
        from srsly.msgpack import Packer  # type: ignore[import-untyped]

        attrs: list[Any] = list(DocBin().attrs)
        self._attrs: list[int | str] = attrs
        self._places = {attr: place for place, attr in enumerate(attrs)}
        self.columns = DocBinColumns(attrs)
        self._words: set[str] = set()
        self._others: set[str] = set()
        self._pack: Callable[[object], bytes] = Packer(use_bin_type=True).pack
        self._pack_groups = self._quick_groups

    def add(self, doc: Doc, words: Iterable[str]) -> None:
        """Add a Doc that has these words, entities, span groups and user data."""
        columns = self.columns
        if not len(columns) and self._quick_groups(doc) != doc.spans.to_bytes():
            self._pack_groups = _slow_groups
        tokens, groups = doc.to_array(self._attrs), self._pack_groups(doc)
        spaces = doc.to_array("SPACY").astype(bool)
        doc.user_data[CHECK] = marks_check(tokens, groups, self._places)
        columns.add(
            len(doc),
            tokens.tobytes("C"),
            spaces.tobytes("C"),
            groups,
            self._pack(doc.user_data),
        )
        vocab, spans = doc.vocab, doc.spans[ALL_SPANS]
        new = {*words} - self._words
        self._words |= new
        others = {vocab[word].norm_ for word in new}
        others |= {span.label_ for span in spans}
        others -= self._others
        self._others |= others
        columns.add_strings(new | others)
        columns.add_strings({span.id_ for span in spans})

    def _quick_groups(self, doc: Doc) -> bytes:
        groups = {}
        for name, group in doc.spans.items():
            spans = [
                _SPAN.pack(s.id, 0, s.label, s.start, s.end, s.start_char, s.end_char)
                for s in group
            ]
            packed = self._pack({"name": name, "attrs": {}, "spans": spans})
            groups[packed] = [name]
        return self._pack(groups)


def _slow_groups(doc: Doc) -> bytes:
    return doc.spans.to_bytes()
