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
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.documents import Status
from annotator.domain.errors import EnvironmentFault
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, LayerRecord, Record
from annotator.formats.base import Item, Limits, WriteOptions, replacing
from annotator.formats.doc_builder import DocBuilder
from annotator.formats.doc_spans import ALL_SPANS
from annotator.formats.docbin_own import read_record
from annotator.formats.doctor import tallied

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin


_SPAN = struct.Struct(">QQQllll")


class DocBinWriter:
    """Writes one Doc a document and layer."""

    name = "docbin"
    title = "spaCy DocBin"
    suffix = ".spacy"
    needs_spacy = True
    needs_tokens = True
    folder = False
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
        """Write *records* to *target*, whole or not at all."""
        report = ExportReport(files=[str(target)], losses=options.losses)
        builder = DocBuilder(options, report)
        docs = Packing()
        finished = _finished(records, options, report)
        counted = tallied(finished, self.limits, options, report)
        with replacing(target) as file:
            for record in counted:
                docs.add(*builder.build(record))
                report.records += 1
                progress.step(report.records + report.left_out, total)
            file.write(_packed(docs.bin, target))
        return report

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the records that the Docs were made of."""
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        for number, doc in enumerate(DocBin().from_disk(target).get_docs(Vocab()), 1):
            yield read_record(doc.text, doc.user_data, f"{target.name}, Doc {number}")


def _finished(
    records: Iterable[Record], options: WriteOptions, report: ExportReport
) -> Iterator[Record]:
    """Yield the records that are wanted; the others are counted."""
    for record in records:
        if options.include_unfinished or _is_finished(record.layer):
            yield record
        else:
            report.left_out += 1


def _is_finished(layer: LayerRecord | None) -> bool:
    return layer is not None and (
        layer.status is Status.DONE or bool(layer.suggestions)
    )


class Packing:
    """Fills a DocBin as ``DocBin.add`` does, to the byte, in half the time.

    ``add`` asks every token of every Doc for nine strings, of which all but two are
    empty here, and looks through all plug-ins of the process once for each group of
    spans. A word that has been seen needs no second look, and one packer does for
    all groups. Should a release of spaCy pack groups otherwise, the first Doc shows
    it, and spaCy's own way is taken.

    Attributes:
        bin: The DocBin.
    """

    def __init__(self) -> None:
        from spacy.tokens import DocBin
        from srsly.msgpack import Packer  # type: ignore[import-untyped]

        self.bin = DocBin(store_user_data=True)
        self._words: set[str] = set()
        self._pack: Callable[[object], bytes] = Packer(use_bin_type=True).pack
        self._pack_groups = self._quick_groups

    def add(self, doc: Doc, words: Iterable[str]) -> None:
        """Add a Doc that has these words, entities, span groups and user data."""
        docs = self.bin
        if not docs.tokens and self._quick_groups(doc) != doc.spans.to_bytes():
            self._pack_groups = _slow_groups
        docs.tokens.append(doc.to_array(list(docs.attrs)))
        docs.spaces.append(doc.to_array("SPACY").astype(bool).reshape(-1, 1))
        docs.flags.append({"has_unknown_spaces": doc.has_unknown_spaces})
        docs.cats.append(doc.cats)
        docs.user_data.append(self._pack(doc.user_data))
        docs.span_groups.append(self._pack_groups(doc))
        new = set(words) - self._words
        self._words |= new
        docs.strings.update(new, (doc.vocab[word].norm_ for word in new), ("",))
        for span in doc.spans[ALL_SPANS]:
            docs.strings.add(span.label_)
            docs.strings.add(span.id_)

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


def _packed(docs: DocBin, target: Path) -> bytes:
    try:
        return docs.to_bytes()
    except (ValueError, OverflowError) as error:
        # MessagePack's limit, which spaCy reports as E870.
        raise EnvironmentFault(
            f"{target.name} would be larger than a DocBin can be ({len(docs)} "
            "documents); export fewer at a time, or split them."
        ) from error
