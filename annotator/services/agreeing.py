"""How far annotators agree on the documents that two or more have finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np

from annotator.agreement.counting import KindCounts, Material, count
from annotator.agreement.figures import Choice
from annotator.agreement.marks import Bools
from annotator.agreement.painting import Stretches
from annotator.agreement.tables import KindTable
from annotator.domain.documents import Annotator, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.schema import Kind, Schema
from annotator.domain.schema_toml import parse_schema
from annotator.domain.wording import noop, tr
from annotator.services.agreeing_columns import (
    LayerReader,
    Line,
    pipeline_tokens,
    white_space,
)
from annotator.services.agreeing_gamma import check_gamma, with_gamma
from annotator.services.agreement import (
    Agreement,
    AgreementRequest,
    LeftOut,
    TokenSource,
)
from annotator.services.project import GOLD
from annotator.services.surveying import ensure_all_zones
from annotator.services.tokenising import ensure_tokens
from annotator.storage.store import Store


def agree(
    project_path: Path, request: AgreementRequest, progress: Progress | None = None
) -> Agreement:
    """Compare the layers of annotators, two and two and all together.

    A layer counts where it is done, as in an evaluation. Between two annotators
    only the documents that both have finished are compared; the measures of several
    annotators are of the documents that at least two of the chosen have finished,
    those who have not being missing there.

    Raises:
        InputError: There is no such annotator, kind or label, nobody has finished
            what somebody else has, or γ is asked for and not installed.
        CancelledError: The user asked for a stop.
    """
    progress = progress or Progress()
    if request.gamma:
        check_gamma()
    with Store.open(project_path) as store:
        study = Study(store, request, progress)
        result = study.result
        for kind in study.kinds:
            table = study.table(kind)
            result.kinds[kind] = table.whole(with_intervals=request.intervals)
            if request.per_document:
                _each(study, kind, table)
            if request.gamma:
                with_gamma(result, study.materials[kind], kind, study.line, progress)
        progress.step(1, 1)
    return result


def _each(study: Study, kind: str, table: KindTable) -> None:
    for number, document in enumerate(study.line.documents):
        study.progress.step(number, len(study.line.documents))
        figures = dict(study.result.per_document.get(document, {}))
        figures[kind] = table.document(number)
        study.result.per_document[document] = figures


class Study:
    """The layers of a project, read once, and the figures of any choice of them.

    Attributes:
        people: The annotators, in the order in which pairs are made.
        line: The documents that two or more have finished, without boilerplate.
        kinds: Names of the kinds that are compared.
        materials: The annotations of each.
        result: What is to be filled: who and what was compared.
    """

    def __init__(
        self, store: Store, request: AgreementRequest, progress: Progress
    ) -> None:
        self.request = request
        self.progress = progress
        self._store = store
        schema = parse_schema(store.schema_toml())
        _check_names(schema, request)
        self.people, present, left_out = _people(store, request)
        self.line = _line(store, self.people, present, left_out)
        self.result = Agreement(
            store.info().name,
            len(self.line.documents),
            tuple(person.name for person in self.people),
            request.tokens,
            request.scheme,
            tuple(sorted(request.labels)),
            left_out,
        )
        for person, own in zip(self.people, self.line.present, strict=True):
            documents = zip(self.line.documents, own, strict=True)
            self.result.finished[person.name] = tuple(d for d, has in documents if has)
        if not self.line.documents:
            raise InputError(_nothing(self.result))
        ensure_all_zones(store, self.line.documents, progress)
        if request.tokens is TokenSource.SPACY:
            ensure_tokens(store, self.line.documents, progress)
        layers = int(self.line.present.sum())
        with ThreadPoolExecutor(1) as beside:
            tokens = beside.submit(_tokens, store.path, request.tokens, self.line)
            reader = LayerReader(
                store,
                self.line,
                [person.id for person in self.people],
                lambda done: progress.step(done, layers * 2),
            )
        cut = reader.cut
        self.line = replace(self.line, lengths=cut.lengths(self.line.lengths))
        self.materials = self._materials(schema, reader, cut.tokens(tokens.result()))
        self._counts: dict[str, KindCounts] = {}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are compared, in the order of the schema."""
        return tuple(self.materials)

    def _materials(
        self, schema: Schema, reader: LayerReader, tokens: Stretches
    ) -> dict[str, Material]:
        wanted = self.request.kinds or reader.kinds()
        found = {}
        for kind in schema.kinds:
            if kind.name not in wanted:
                continue
            occurring = reader.labels(kind.name)
            labels = _ordered(kind, occurring)
            material = Material(
                reader.marks(kind, labels),
                tuple(labels),
                self.line.present,
                self.line.lengths,
                tokens,
                self.request.scheme,
            )
            if self.request.labels:
                material = material.only(labels=sorted(self.request.labels))
            if material.labels or self.request.kinds:
                found[kind.name] = material
        return found

    def counts(self, kind: str) -> KindCounts:
        """Return what is counted of a kind; counted when first asked for."""
        if kind not in self._counts:
            self._counts[kind] = count(self.materials[kind], self._step)
        return self._counts[kind]

    def _step(self) -> None:
        layers = int(self.line.present.sum())
        done = layers + layers * len(self._counts) // max(len(self.kinds), 1)
        self.progress.step(done, layers * 2)

    def table(
        self,
        kind: str,
        annotators: Sequence[str] = (),
        documents: Iterable[DocumentId] | None = None,
    ) -> KindTable:
        """Return the figures of a kind for some annotators and documents.

        Args:
            kind: One of ``kinds``.
            annotators: Names; empty for all.
            documents: Only these; None for all.
        """
        names = [person.name for person in self.people]
        chosen = tuple(annotators) or tuple(names)
        numbers = tuple(names.index(name) for name in chosen)
        choice = Choice(numbers, chosen, self._mask(documents))
        return KindTable(self.counts(kind), choice, self.request.scheme)

    def _mask(self, documents: Iterable[DocumentId] | None) -> Bools:
        if documents is None:
            return np.ones(len(self.line.documents), bool)
        wanted = set(documents)
        return np.array([d in wanted for d in self.line.documents], bool)


def _tokens(path: Path, source: TokenSource, line: Line) -> Stretches:
    """Read all tokens, on a connection apart."""
    with Store.open(path) as store:
        if source is TokenSource.WHITESPACE:
            return white_space(store, line)
        return pipeline_tokens(store, line)


def _ordered(kind: Kind, occurring: set[str]) -> list[str]:
    """Return labels in the order of the schema."""
    known = [label.name for label in kind.labels if label.name in occurring]
    return known + sorted(occurring.difference(known))


_States = Iterable[tuple[DocumentId, Status, bool]]


def _people(
    store: Store, request: AgreementRequest
) -> tuple[list[Annotator], list[set[DocumentId]], Counter[LeftOut]]:
    """Return who is compared, what each has finished, and what is left out."""
    everybody = {person.name: person for person in store.annotators()}
    for name in request.annotators:
        if name not in everybody:
            known = ", ".join(sorted(everybody)) or tr("nobody")
            raise InputError(
                tr(
                    "The project has no annotator {name}; it has {known}.",
                    name=name,
                    known=known,
                )
            )
    names = list(dict.fromkeys(request.annotators))
    if not names:
        names = sorted((n for n in everybody if n != GOLD), key=str.casefold)
    people, present = [], []
    left_out: Counter[LeftOut] = Counter()
    for name in names:
        states = store.columns.states(everybody[name].id)
        finished = _finished(states, request, left_out)
        if finished or request.annotators:
            people.append(everybody[name])
            present.append(finished)
    return people, present, left_out


def _finished(
    states: _States, request: AgreementRequest, left_out: Counter[LeftOut]
) -> set[DocumentId]:
    """Return the documents whose layer counts, by the same rule as an evaluation."""
    found = set()
    for document, status, marked in states:
        if status is Status.SKIPPED:
            left_out[LeftOut.SKIPPED] += 1
        elif status is Status.DONE or (request.include_unfinished and marked):
            found.add(document)
        elif marked or status is not Status.TODO:
            left_out[LeftOut.NOT_DONE] += 1
    return found


def _line(
    store: Store,
    people: Sequence[Annotator],
    present: Sequence[set[DocumentId]],
    left_out: Counter[LeftOut],
) -> Line:
    """Return the documents that two or more have finished."""
    looked = Counter(document for own in present for document in own)
    lengths = store.columns.lengths()
    documents = tuple(document for document in lengths if looked[document] >= 2)
    left_out[LeftOut.ALONE] = sum(1 for number in looked.values() if number == 1)
    table = np.zeros((len(people), len(documents)), bool)
    for number, own in enumerate(present):
        table[number] = [document in own for document in documents]
    sizes = np.array([lengths[document] for document in documents], np.int64)
    return Line(documents, sizes, table)


def _check_names(schema: Schema, request: AgreementRequest) -> None:
    kinds = [kind.name for kind in schema.kinds]
    for name in sorted(request.kinds.difference(kinds)):
        raise InputError(
            tr(
                "The schema has no kind “{name}”; it has {known}.",
                name=name,
                known=", ".join(kinds),
            )
        )
    labels = dict.fromkeys(label.name for _, label in schema.labels())
    for name in sorted(request.labels - labels.keys()):
        raise InputError(
            tr(
                "The schema has no label “{name}”; it has {known}.",
                name=name,
                known=", ".join(labels),
            )
        )


def _nothing(result: Agreement) -> str:
    """Return one sentence that says why nothing was compared, and what to do."""
    reasons = {
        LeftOut.NOT_DONE: noop(
            "{number:,} layers are not done; --include-unfinished takes them"
        ),
        LeftOut.SKIPPED: noop("{number:,} were skipped"),
        LeftOut.ALONE: noop("{number:,} are done by one person alone"),
    }
    found = "; ".join(
        tr(words, number=result.left_out[reason])
        for reason, words in reasons.items()
        if result.left_out[reason]
    )
    why = f" ({found})" if found else ""
    if not result.annotators:
        return tr("There is no document that two people have finished{why}.", why=why)
    return tr(
        "There is no document that two of {names} have finished{why}.",
        names=", ".join(result.annotators),
        why=why,
    )
