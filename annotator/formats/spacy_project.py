"""A folder that spaCy trains on at once: corpora, a configuration, one command.

``corpus/PART/1.spacy`` …
    DocBins (see ``docbin``), a folder for each part of the split: spaCy reads a folder
    as one corpus. Without a split it is ``train=80,dev=20``. The first part is trained
    on, the second tells when to stop, a third is for a last test.
``config.cfg``
    Of spaCy's own making (``spacy init config``), with ``ner`` where the documents
    have entities that fit ``doc.ents``, and ``spancat`` over ``doc.spans["sc"]`` where
    they have anything that does not: quotes and claims, entities within others.
    ``WriteOptions.components`` says otherwise.
``README.md``
    The command, and what is in each part.

spancat looks at all runs of up to so many tokens as hold 95 % of the spans, but never
more than ``LONGEST``: its time and memory grow with that number. What is longer it
cannot find; the report says how many spans that are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, PartReport, Problem, Record
from annotator.domain.wording import noop, tr
from annotator.formats import docbin
from annotator.formats.base import Item, Limits, ReadOptions, WriteOptions
from annotator.formats.doc_builder import DocBuilder
from annotator.formats.doc_spans import ALL_SPANS, ENTITY, plural
from annotator.formats.docbin import Packing
from annotator.formats.docbin_reader import DocBinReader
from annotator.formats.finishing import finished
from annotator.formats.folders import (
    Folder,
    parts_table,
    replacing_folder,
    written_files,
)
from annotator.formats.tallying import tallied

if TYPE_CHECKING:
    from spacy.tokens import Doc

NER, SPANCAT = "ner", "spancat"
COMPONENTS = (NER, SPANCAT)

LONGEST = 24
"""Tokens of a span that spancat is shown at most."""

COVERED = 0.95

_ONLY = "train"
_LANGUAGE = "en"
_ANY_LANGUAGE = "xx"
_CONFIG = "config.cfg"
_CORPUS = "corpus"


class SpacyProjectWriter:
    """Writes DocBins, a configuration and how to use them."""

    name = "spacy-project"
    title = noop("spaCy project that trains at once")
    suffix = ""
    needs_spacy = True
    needs_tokens = True
    folder = True
    finished_only = True
    limits = Limits(overlaps=False, cuts=False)
    default_split: Mapping[str, float] = {"train": 80, "dev": 20}

    def write(
        self,
        records: Iterable[Record],
        target: Path,
        options: WriteOptions,
        progress: Progress,
        total: int,
    ) -> ExportReport:
        """Write *records* to the folder *target*, whole or not at all.

        Raises:
            InputError: There is nothing to train on, or nothing to measure it by.
        """
        report = ExportReport(files=[str(target)], losses=options.losses)
        builder = DocBuilder(options, report)
        seen = _Seen()
        by_part = groupby(records, lambda r: options.parts.get(r.document_id, _ONLY))
        with replacing_folder(target) as folder:
            for name, members in by_part:
                kinds, before = report.tally.kinds.copy(), report.records
                wanted = finished(members, options, report)
                corpus = _Corpus(folder, name)
                for record in tallied(wanted, self.limits, options, report):
                    doc, words = builder.build(record)
                    seen.add(doc, record.details.language)
                    corpus.add(doc, words)
                    report.records += 1
                    progress.step(report.records + report.left_out, total)
                corpus.finish()
                report.parts.append(
                    PartReport(
                        name, report.records - before, report.tally.kinds - kinds
                    )
                )
            _must_train(report.parts)
            components = options.components or seen.components()
            parts = [part.name for part in report.parts]
            config = _config(components, seen, parts)
            folder.write(_CONFIG, config.encode())
            readme = _readme(target.stem, components, report.parts)
            folder.write("README.md", readme.encode())
        if SPANCAT in components and seen.too_long:
            report.losses.append(
                Problem(
                    _CONFIG,
                    tr(
                        "{too_long} of {spans} spans are longer than the {reach} "
                        "tokens that spancat looks at; they are in the corpus, "
                        "but it cannot find such spans.",
                        too_long=seen.too_long,
                        spans=seen.spans,
                        reach=seen.reach,
                    ),
                )
            )
        return report

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the records of all corpora."""
        for path in written_files(target, f"{_CORPUS}/*/*.spacy"):
            yield from DocBinReader().read(path, ReadOptions())


def _must_train(parts: list[PartReport]) -> None:
    if len(parts) < 2:
        raise InputError(
            tr(
                "A spaCy project needs two parts, one to train on and one to "
                "measure by; split like train=80,dev=20."
            )
        )
    for part in parts[:2]:
        if not part.records:
            raise InputError(
                tr(
                    "None of the documents for “{name}” is done, so there is "
                    "nothing to train on; finish more, or take unfinished ones "
                    "along.",
                    name=part.name,
                )
            )


class _Corpus:
    """The DocBins of one part."""

    def __init__(self, folder: Folder, name: str) -> None:
        self._folder = folder
        self._name = name
        self._volumes = 0
        self._packing: Packing | None = None

    def add(self, doc: Doc, words: list[str]) -> None:
        """Add a Doc, to a new file where this one is full."""
        if self._packing is None:
            self._packing = Packing()
        self._packing.add(doc, words)
        if self._packing.columns.size > docbin.LARGEST:
            self.finish()

    def finish(self) -> None:
        """Write the file that is being filled."""
        if self._packing is None:
            return
        self._volumes += 1
        name = f"{_CORPUS}/{self._name}/{self._volumes}.spacy"
        with self._folder.opened(name) as file, self._packing.columns as columns:
            columns.write(file)
        self._packing = None


class _Seen:
    """What the corpus holds that a configuration depends on.

    Attributes:
        spans: How many there are in ``sc``.
    """

    def __init__(self) -> None:
        self.spans = 0
        self._lengths: Counter[int] = Counter()
        self._languages: Counter[str] = Counter()
        self._ents = 0
        self._others = 0

    def add(self, doc: Doc, language: str) -> None:
        """Take note of a Doc."""
        lengths = [len(span) for span in doc.spans[ALL_SPANS]]
        ents = len(doc.ents)
        entities = plural(ENTITY)
        marked = len(doc.spans[entities]) if entities in doc.spans else 0
        self.spans += len(lengths)
        self._lengths.update(lengths)
        self._languages[language or _LANGUAGE] += 1
        self._ents += ents
        self._others += len(lengths) - marked + max(marked - ents, 0)

    @property
    def reach(self) -> int:
        """How many tokens of a span spancat looks at."""
        wanted, covered = COVERED * self.spans, 0
        for length in range(1, LONGEST):
            covered += self._lengths[length]
            if covered >= wanted:
                return length
        return LONGEST

    @property
    def too_long(self) -> int:
        """How many spans are longer than that."""
        reach = self.reach
        return sum(n for length, n in self._lengths.items() if length > reach)

    @property
    def language(self) -> str:
        """The language that most documents are in, if spaCy knows it."""
        from spacy.util import get_lang_class

        (language, _), *_ = self._languages.most_common(1) or [(_LANGUAGE, 0)]
        try:
            get_lang_class(language)
        except ImportError:
            return _ANY_LANGUAGE
        return language

    def components(self) -> tuple[str, ...]:
        """Return the components that can learn what there is.

        Raises:
            InputError: Nothing is marked.
        """
        has = {NER: self._ents, SPANCAT: self._others}
        found = tuple(name for name in COMPONENTS if has[name])
        if not found:
            raise InputError(
                tr(
                    "Nothing is marked in the documents that are done, so there "
                    "is nothing to train on."
                )
            )
        return found


def _config(components: tuple[str, ...], seen: _Seen, parts: list[str]) -> str:
    """Return the configuration, as ``spacy init config`` makes it."""
    from spacy.cli.init_config import init_config

    config: Any = init_config(lang=seen.language, pipeline=list(components), gpu=False)
    for key, part in zip(("train", "dev"), parts, strict=False):
        config["paths"][key] = f"{_CORPUS}/{part}"
    if SPANCAT in components:
        config["components"][SPANCAT]["suggester"] = {
            "@misc": "spacy.ngram_range_suggester.v1",
            "min_size": 1,
            "max_size": seen.reach,
        }
    text: str = config.to_str()
    return text + "\n"


def _readme(name: str, components: tuple[str, ...], parts: list[PartReport]) -> str:
    lines = [
        f"# {name}",
        "",
        "Train a model, in this folder:",
        "",
        "```",
        "python -m spacy train config.cfg --output model",
        "```",
        "",
        f"It learns {' and '.join(components)}. Whether the data are sound:",
        "",
        "```",
        "python -m spacy debug data config.cfg",
        "```",
    ]
    if len(parts) > 2:
        last = parts[2].name
        lines += [
            "",
            f"How good it is, on the part “{last}”:",
            "",
            "```",
            f"python -m spacy evaluate model/model-best {_CORPUS}/{last}",
            "```",
        ]
    return "\n".join([*lines, "", *parts_table(parts), ""])
