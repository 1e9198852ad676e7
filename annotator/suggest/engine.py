"""A spaCy pipeline at work on batches of documents, inside the worker's process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.domain.annotations import Fragment, Suggestion, suggestion_id
from annotator.domain.cutting import Cut
from annotator.domain.tokens import Tokens
from annotator.suggest.entities import entity_frames
from annotator.suggest.frames import Frame, read_frames
from annotator.suggest.kernels import (
    SPACY_DEFAULT,
    Kernel,
    KernelChooser,
    apply_kernel,
)
from annotator.suggest.loading import load
from annotator.suggest.pipelines import PipelineInfo
from annotator.suggest.protocol import Reply, Request
from annotator.suggest.sentences import pieces
from annotator.suggest.tokenizing import load_tokenizer, tokenize, tokens_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH_CHARACTERS = 120_000
"""About how much text goes through the network at once; bounds the memory."""

Pause = Callable[[], None]
Pieces = list[tuple[int, "Doc"]]

_FRAMES = {"quote": "annotator_quotes", "claim": "annotator_claims"}
# In the order they work in. Quotes find their speakers by the entities, claims take
# their claimants from the quotes.
_COMPONENTS = ("annotator_names", "annotator_quotes", "annotator_claims")
_INTERRUPTIBLE = frozenset({"content", "claim"})
_LAST_NEEDED = {
    "entity": "annotator_names",
    "quote": "annotator_quotes",
    "claim": "annotator_claims",
}
# What these write is read by nothing that makes suggestions, so they are left
# out, unless the pipeline holds a component that is not known not to read it.
_UNREAD = frozenset({"attribute_ruler", "lemmatizer"})
_READS_NEITHER = frozenset(
    {"tok2vec", "transformer", "tagger", "morphologizer", "parser", "senter"}
    | {"sentencizer", "ner", *_COMPONENTS}
)


class Engine:
    """One pipeline with the components that make suggestions of *kinds*.

    Neither tokenizer nor model is loaded before something needs it.
    """

    def __init__(
        self, info: PipelineInfo, kinds: frozenset[str], chooser: KernelChooser
    ) -> None:
        self._info = info
        self._kinds = kinds
        self._chooser = chooser
        self._tokenizer: Language | None = None
        self._nlp: Language | None = None
        self._kernel: Kernel | None = None

    def tokens(self, text: str) -> Tokens:
        """Return the tokens of *text*; never waits for the model."""
        if self._tokenizer is None:
            self._tokenizer = self._nlp or load_tokenizer(self._info)
        return tokenize(self._tokenizer, text, self._info.tokenizer)

    def suggest(self, requests: Sequence[Request], pause: Pause) -> Iterator[Reply]:
        """Yield a reply with tokens and suggestions to each request, in order.

        A document that a component fails on has a reply with the error.

        Args:
            pause: Called between components; may do other work meanwhile.
        """
        nlp = self._load()
        made = [(request, self._work(nlp, request)) for request in requests]
        kernel = self._chooser.next()
        try:
            every = [doc for _, work in made for _, doc in work.docs]
            self._run(every, kernel, pause)
        except Exception:  # noqa: BLE001 - found out below whose document it was
            for request in requests:
                yield self._alone(nlp, request, pause)
            return
        for request, work in made:
            yield self._reply(request, work)

    def _alone(self, nlp: Language, request: Request, pause: Pause) -> Reply:
        work: _Work | None = None
        try:
            work = self._work(nlp, request)
            self._run([doc for _, doc in work.docs], SPACY_DEFAULT, pause)
            return self._reply(request, work)
        except Exception as error:  # noqa: BLE001 - any component, any mistake
            return Reply(
                request.document_id,
                None if work is None else work.tokens,
                error=f"{type(error).__name__}: {error}",
            )

    def _run(self, docs: Sequence[Doc], kernel: Kernel, pause: Pause) -> None:
        nlp = self._load()
        if kernel != self._kernel:
            apply_kernel(nlp, kernel)
            self._kernel = kernel
        for batch in _batches(doc for doc in docs if len(doc)):
            spent = 0.0
            for _, component in nlp.pipeline:
                pause()
                begun = time.process_time()
                _apply(component, batch, kernel)
                spent += time.process_time() - begun
            words = sum(len(doc) for doc in batch)
            self._chooser.record(kernel, words=words, seconds=spent)

    def _load(self) -> Language:
        if self._nlp is None:
            self._nlp = load_pipeline(self._info, self._kinds)
        return self._nlp

    def _work(self, nlp: Language, request: Request) -> _Work:
        """Return what of a document is to be looked at, with the tokens of all."""
        text, name = request.text, self._info.tokenizer
        if not request.zones:
            docs = _pieces(nlp, text)
            return _Work(docs, tokens_of(docs, text, name), None)
        cut = Cut(text, (Fragment(start, end) for start, end in request.zones))
        return _Work(_pieces(nlp, cut.text), tokenize(nlp, text, name), cut)

    def _reply(self, request: Request, work: _Work) -> Reply:
        found = tuple(self._suggestions(request, work))
        return Reply(request.document_id, work.tokens, found, suggested=True)

    def _suggestions(self, request: Request, work: _Work) -> Iterator[Suggestion]:
        made_by = self._info.name, self._info.version
        for offset, doc in work.docs:
            for kind, label, parts, score, reason, attributes in self._found(doc):
                shifted = work.placed(parts, offset)
                if shifted is None:
                    continue
                identity = suggestion_id(
                    request.document_id, made_by, kind, label, shifted
                )
                yield Suggestion(
                    identity,
                    request.document_id,
                    *made_by,
                    kind,
                    label,
                    shifted,
                    score,
                    attributes,
                    reason,
                )

    def _found(self, doc: Doc) -> Iterator[tuple[Any, ...]]:
        if "entity" in self._kinds:
            yield from (_values("entity", frame) for frame in entity_frames(doc))
        for kind, component in _FRAMES.items():
            if kind in self._kinds:
                yield from (_values(kind, f) for f in read_frames(doc, component))


@dataclass(frozen=True, slots=True)
class _Work:
    """A document as a pipeline is given it.

    Attributes:
        docs: With where each begins in the text that is left.
        tokens: Of the whole text.
        cut: What is left of it without boilerplate; None where that is all.
    """

    docs: Pieces
    tokens: Tokens
    cut: Cut | None

    def placed(
        self, parts: Mapping[str, Iterable[tuple[int, int]]], offset: int
    ) -> dict[str, tuple[Fragment, ...]] | None:
        """Return parts of a piece as parts of the whole text.

        What boilerplate interrupts becomes several fragments. None where that
        cannot be: a name or a cue is one.
        """
        placed: dict[str, tuple[Fragment, ...]] = {}
        for role, spans in parts.items():
            fragments = [Fragment(s + offset, e + offset) for s, e in spans]
            if self.cut is not None:
                back = [self.cut.back(*fragment) for fragment in fragments]
                if role not in _INTERRUPTIBLE and any(len(some) != 1 for some in back):
                    return None
                fragments = [fragment for some in back for fragment in some]
            placed[role] = tuple(fragments)
        return placed


def _values(kind: str, frame: Frame) -> tuple[Any, ...]:
    return (
        kind,
        frame.label,
        frame.parts,
        frame.score,
        frame.reason,
        frame.attributes,
    )


def load_pipeline(info: PipelineInfo, kinds: frozenset[str]) -> Language:
    """Return the pipeline with our components, without what nothing reads."""
    nlp = load(info)
    for component in _wanted(nlp, kinds):
        if component not in nlp.pipe_names:
            later = _COMPONENTS[_COMPONENTS.index(component) + 1 :]
            before = next((name for name in nlp.pipe_names if name in later), None)
            nlp.add_pipe(component, before=before)
    factories = {name: nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    if set(factories.values()) <= _UNREAD | _READS_NEITHER:
        for name, factory in factories.items():
            if factory in _UNREAD:
                nlp.disable_pipe(name)
    return nlp


def _wanted(nlp: Language, kinds: frozenset[str]) -> tuple[str, ...]:
    """Return the components that make suggestions of *kinds*, as far as they can.

    Names are known in English and under the labels of spaCy's English models.
    """
    ends = [
        _COMPONENTS.index(_LAST_NEEDED[kind]) + 1 for kind in kinds & {*_LAST_NEEDED}
    ]
    wanted = _COMPONENTS[: max(ends, default=0)]
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    recognises = any(
        nlp.get_pipe_meta(name).factory == "ner" for name in nlp.pipe_names
    )
    if nlp.lang != "en" or (recognises and "PERSON" not in labels):
        return wanted[1:]
    return wanted


def _pieces(nlp: Language, text: str) -> Pieces:
    return [(offset, nlp.make_doc(piece)) for offset, piece in pieces(text)]


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Yield the documents in groups of about ``BATCH_CHARACTERS``."""
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        length = len(doc.text)
        if batch and size + length > BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(doc)
        size += length
    if batch:
        yield batch


def _apply(component: Any, docs: list[Doc], kernel: Kernel) -> None:
    """Let *component* work on all *docs*, which it changes in place."""
    from spacy.pipeline import EntityRecognizer

    recogniser = type(component) is EntityRecognizer
    if recogniser and kernel.stepwise and component.cfg.get("beam_width", 1) == 1:
        component.set_annotations(docs, _steps(component, docs))
    elif hasattr(component, "pipe"):
        # Parsers take a quarter of the batch size at a time.
        for _ in component.pipe(iter(docs), batch_size=4 * len(docs)):
            pass
    else:
        for doc in docs:
            component(doc)


def _steps(component: Any, docs: list[Doc]) -> list[Any]:
    """Return what ``component.predict`` does, one move of all documents at a time."""
    states = component.moves.init_batch(docs)
    model = component.model.predict(docs)
    active: list[Any] = list(states)
    while active:
        active = component.transition_states(active, model.predict(active))
    model.clear_memory()
    return list(states)
