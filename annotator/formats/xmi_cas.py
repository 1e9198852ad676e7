"""From the feature structures of a file to the texts and what is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard

from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.text import first_line
from annotator.domain.wording import tr
from annotator.formats.cas import (
    DKPRO,
    Arc,
    Cas,
    Chain,
    Choice,
    Features,
    Mark,
    Slots,
    left_out,
    short_name,
)
from annotator.formats.cas_own import parse_extra
from annotator.formats.cas_types import DOCUMENT, FIELD, SENTENCE, TOKEN
from annotator.formats.details import gather
from annotator.formats.inception import owner_of
from annotator.formats.utf16 import CODE_POINTS, StoredPositions
from annotator.formats.xmi_types import Range, TypeSystem
from annotator.formats.xmi_xml import Places, Structure

EXTRA = "annotator"
"""The metadata field with what our own writer could not say else."""

_NEVER_SHOWN = frozenset(("begin", "end", "sofa", "next"))
_ENDS = (("Governor", "Dependent"), ("source", "target"), ("governor", "dependent"))


@dataclass(slots=True)
class _File:
    """All of a file, sorted by what it is.

    Attributes:
        spans: Structures with an extent that the mapping wants.
        others: Those without an extent: links, chains, arrays, lists.
        indexed: Sofa → the ids in the index of its view.
        tokens: Sofa → ``(begin, end)`` of its tokens.
        sentences: Likewise.
        skipped: Sofa → how many of which type are linguistic processing.
    """

    sofas: list[Structure] = field(default_factory=list)
    spans: list[Structure] = field(default_factory=list)
    others: dict[str, Structure] = field(default_factory=dict)
    indexed: dict[str, set[str]] = field(default_factory=dict)
    tokens: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    sentences: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    document: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, Counter[str]] = field(default_factory=dict)


def read_cases(
    path: Path, parts: Iterable[Structure | Places], types: TypeSystem, choice: Choice
) -> Iterator[Cas]:
    """Yield a CAS for each different text in a file, and let go of each.

    Args:
        parts: The file's feature structures.

    Raises:
        InputError: It is broken, or holds no text; half a sentence.
        OSError: It cannot be read.
    """
    cases = _cases(path, _gather(parts, choice), types)
    cases.reverse()
    while cases:
        yield cases.pop()


def _cases(path: Path, file: _File, types: TypeSystem) -> list[Cas]:
    by_text: dict[str, list[Structure]] = {}
    reasons: list[str] = []
    for sofa in file.sofas:
        text = _text_of(sofa, file, reasons)
        if text is not None:
            by_text.setdefault(text, []).append(sofa)
    if not by_text:
        raise InputError(reasons[0] if reasons else tr("it holds no text"))
    extra = parse_extra(file.fields.pop(EXTRA, ""))
    characters = extra.get("characters")
    return [
        _Reading(file, types, _restored(text, characters), sofas, extra).cas(path, n)
        for n, (text, sofas) in enumerate(by_text.items())
    ]


def _restored(text: str, characters: object) -> str:
    """Return a text with the characters that our own writer had to replace."""
    if not isinstance(characters, dict):
        return text
    restored = list(text)
    for place, code in characters.items():
        at = int(place) if str(place).isdecimal() else len(text)
        if at >= len(text) or text[at] != "\ufffd" or not _is_code(code):
            return text
        restored[at] = chr(code)
    return "".join(restored)


def _is_code(code: object) -> TypeGuard[int]:
    return isinstance(code, int) and 0 < code < 0x110000


def _gather(parts: Iterable[Structure | Places], choice: Choice) -> _File:
    file = _File()
    for number, one in enumerate(parts):
        if isinstance(one, Places):
            _set_places(file, one)
            continue
        one.id = one.id or f"?{number}"
        features = one.features
        kind = one.type
        if kind == "uima.cas.Sofa":
            file.sofas.append(one)
        elif kind == "uima.cas.View":
            members = file.indexed.setdefault(features.get("sofa", ""), set())
            members.update(features.get("members", "").split())
        elif kind == FIELD:
            file.fields.setdefault(features.get("key", ""), features.get("value", ""))
        elif "begin" not in features or "end" not in features:
            if kind != "uima.cas.NULL":
                file.others[one.id] = one
        elif choice.takes(kind):
            file.spans.append(one)
        else:
            _set_aside(file, one)
    return file


def _set_places(file: _File, places: Places) -> None:
    where = file.tokens if places.type == TOKEN else file.sentences
    pairs = zip(places.begins, places.ends, strict=True)
    if len(set(places.sofas)) == 1:
        where.setdefault(places.sofas[0], []).extend(pairs)
        return
    for sofa, pair in zip(places.sofas, pairs, strict=True):
        where.setdefault(sofa, []).append(pair)


def _set_aside(file: _File, one: Structure) -> None:
    """Keep of linguistic processing what is of use: tokens, sentences, the details."""
    features, kind = one.features, one.type
    sofa = features.get("sofa", "")
    if kind in (TOKEN, SENTENCE):
        try:
            place = (int(features["begin"]), int(features["end"]))
        except ValueError:
            return
        where = file.tokens if kind == TOKEN else file.sentences
        where.setdefault(sofa, []).append(place)
    elif kind in (DOCUMENT, "uima.tcas.DocumentAnnotation"):
        file.document.update(features)
    elif not kind.startswith(f"{DKPRO}metadata.type."):
        file.skipped.setdefault(sofa, Counter())[short_name(kind)] += 1


def _text_of(sofa: Structure, file: _File, reasons: list[str]) -> str | None:
    """Return a sofa's text, or None and why it has none."""
    features = sofa.features
    text = features.get("sofaString")
    array = file.others.get(features.get("sofaArray", ""))
    if text is None and array is not None:
        try:
            text = bytes.fromhex(array.features.get("elements", "")).decode("utf-8")
        except ValueError:
            reasons.append(tr("it holds no text: its data is no text in UTF-8"))
            return None
    if text is None and "sofaURI" in features:
        reasons.append(
            tr(
                "it holds no text: it is elsewhere ({address}); import that file",
                address=features["sofaURI"],
            )
        )
    return text if text and text.strip() else None


class _Reading:
    """One text of a file."""

    def __init__(
        self,
        file: _File,
        types: TypeSystem,
        raw: str,
        sofas: list[Structure],
        extra: dict[str, Any],
    ) -> None:
        self._file = file
        self._types = types
        self._sofas = {sofa.id for sofa in sofas}
        self._name = sofas[0].features.get("sofaID", "")
        self._positions = StoredPositions(raw)
        self._places = self._positions.of_units
        self._ranges: dict[str, dict[str, Range]] = {}
        self._spans = self._indexed()
        self._cas = Cas(self._positions.text, extra=extra)

    def cas(self, path: Path, number: int) -> Cas:
        """Return everything said of the text."""
        cas = self._cas
        for one, start, stop in zip(
            self._spans.values(), *self._located(), strict=True
        ):
            self._add(one, start, stop)
        for one in self._file.others.values():
            if "first" in one.features:
                self._add_chain(one)
        for sofa in self._sofas:
            cas.tokens += self._extents(self._file.tokens.get(sofa, ()))
            cas.sentences += self._extents(self._file.sentences.get(sofa, ()))
            cas.losses += left_out(self._file.skipped.get(sofa, {}))
        cas.tokens.sort()
        cas.sentences.sort()
        cas.details = self._details(path, number)
        return cas

    def _indexed(self) -> dict[str, Structure]:
        """Return the marks on this text that are in the index of their view."""
        indexed = {sofa: self._file.indexed.get(sofa) for sofa in self._sofas}
        return {
            one.id: one
            for one in self._file.spans
            if (sofa := one.features.get("sofa", "")) in indexed
            and ((members := indexed[sofa]) is None or one.id in members)
        }

    def _located(self) -> tuple[list[int], list[int]]:
        """Return where marks start and end in the stored text, -1 for nowhere.

        Their offsets are read as code points where they cannot be UTF-16 units.
        """
        begins, ends = (
            [
                int(offset) if (offset := one.features[name]).isdecimal() else -1
                for one in self._spans.values()
            ]
            for name in ("begin", "end")
        )
        as_told = self._in_text(begins), self._in_text(ends)
        if -1 not in as_told[0] and -1 not in as_told[1]:
            return as_told
        self._places = self._positions.of_points()
        as_points = self._in_text(begins), self._in_text(ends)
        if -1 not in as_points[0] and -1 not in as_points[1]:
            self._cas.losses.append(tr(CODE_POINTS))
            return as_points
        self._places = self._positions.of_units
        return as_told

    def _in_text(self, offsets: Iterable[int]) -> list[int]:
        places, size = self._places, len(self._places)
        return [places[at] if 0 <= at < size else -1 for at in offsets]

    def _add(self, one: Structure, start: int, stop: int) -> None:
        features = one.features
        if start < 0 or stop < start:
            self._cas.losses.append(
                tr(
                    "{type} {id} at {start}–{end} was left out: its offsets are not in "
                    "the text.",
                    type=short_name(one.type),
                    id=one.id,
                    start=features["begin"],
                    end=features["end"],
                )
            )
            return
        for source, target in _ENDS:
            if source not in features:
                continue
            if self._leads_to_mark(one, source) and self._leads_to_mark(one, target):
                values, _ = self._features(one, {source, target})
                ends = features[source], features[target]
                self._cas.arcs.append(Arc(one.type, *ends, values))
                return
        values, slots = self._features(one, set())
        self._cas.marks.append(Mark(one.id, one.type, start, stop, values, slots))

    def _leads_to_mark(self, one: Structure, name: str) -> bool:
        value = one.features.get(name, "")
        return value in self._spans or (
            name[0].isupper() and bool(value) and name in self._ranges_of(one.type)
        )

    def _ranges_of(self, type_name: str) -> dict[str, Range]:
        """Return what the features of a type hold, as far as that is declared."""
        ranges = self._ranges.get(type_name)
        if ranges is None:
            ranges = self._ranges[type_name] = self._types.of(type_name)
            self._cas.declared[type_name] = [
                name for name, held in ranges.items() if not held.is_reference
            ]
        return ranges

    def _features(self, one: Structure, apart: set[str]) -> tuple[Features, Slots]:
        """Return plain features and slots."""
        values: Features = {}
        slots: Slots = {}
        ranges = self._ranges_of(one.type)
        for name, text in one.features.items():
            if name in _NEVER_SHOWN or name in apart:
                continue
            held = ranges.get(name)
            if held is not None and not held.is_reference:
                values[name] = held.value(text)
                continue
            links = self._links(text, held)
            if links is not None:
                slots[name] = links
            elif held is None:
                values[name] = text
                declared = self._cas.declared.setdefault(one.type, [])
                if name not in declared:
                    declared.append(name)
        return values, slots

    def _links(self, text: str, held: Range | None) -> list[tuple[str, str]] | None:
        """Return ``(role, target)`` of what a reference names, None if it names none.

        Args:
            held: None where no type system says whether it is a reference.
        """
        links = []
        for identity in self._resolve(text):
            link = self._file.others.get(identity)
            if link is not None and "target" in link.features:
                role, target = link.features.get("role", ""), link.features["target"]
                links.append((role, target))
            elif held is not None and identity in self._spans:
                links.append(("", identity))
            else:
                return None
        return links or None

    def _resolve(self, text: str) -> list[str]:
        """Return the ids that a feature names, through arrays and lists."""
        names = text.split(" ") if text else []
        if len(names) == 1 and names[0] in self._file.others:
            holder = self._file.others[names[0]]
            if holder.type == "uima.cas.FSArray":
                return holder.features.get("elements", "").split()
            if holder.type == "uima.cas.NonEmptyFSList":
                return self._walk(holder, "head", "tail")
        return names

    def _walk(self, first: Structure, value: str, following: str) -> list[str]:
        found, seen = [], set()
        one: Structure | None = first
        while one is not None and one.id not in seen:
            seen.add(one.id)
            if value in one.features:
                found.append(one.features[value])
            one = self._file.others.get(one.features.get(following, ""))
        return found

    def _add_chain(self, head: Structure) -> None:
        links: list[tuple[str, str]] = []
        seen: set[str] = set()
        one = self._spans.get(head.features["first"])
        while one is not None and one.id not in seen:
            seen.add(one.id)
            links.append((one.id, one.features.get("referenceRelation", "")))
            one = self._spans.get(one.features.get("next", ""))
        if links:
            self._cas.chains.append(Chain(head.type, links))

    def _extents(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return where extents are in the stored text, without those that are not."""
        places, size = self._places, len(self._places)
        return [
            (start, stop)
            for begin, end in pairs
            if 0 <= begin < end < size
            and (start := places[begin]) >= 0
            and start < (stop := places[end])
        ]

    def _details(self, path: Path, number: int) -> Details:
        document = self._file.document
        title = document.get("documentTitle", "") or owner_of(path).document
        if number:
            title = f"{title} ({self._name})"
        uri = document.get("documentUri", "")
        known = {"url": uri} if uri.startswith(("http://", "https://")) else {}
        language = document.get("language", "x-unspecified")
        more = {} if language == "x-unspecified" else {"language": language}
        fallback = title or first_line(self._cas.text)
        return gather(self._cas.text, self._file.fields, known, more, title=fallback)
