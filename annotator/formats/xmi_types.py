"""Type systems of UIMA: which types there are, and what their features hold.

A type system description is XML (``TypeSystem.xml``); INCEpTION puts one beside every
XMI it exports, and makes layers of one that it imports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from annotator.domain.annotations import AttributeValue
from annotator.formats.xmi_xml import refuse_dtd

_NS = "{http://uima.apache.org/resourceSpecifier}"
_MAX_BYTES = 16 << 20
_NAMES = ("TypeSystem.xml", "typesystem.xml")
_INTEGERS = frozenset(f"uima.cas.{n}" for n in ("Byte", "Short", "Integer", "Long"))
_FLOATS = frozenset(("uima.cas.Float", "uima.cas.Double"))
_PLAIN = _INTEGERS | _FLOATS | {"uima.cas.Boolean", "uima.cas.String"}


@dataclass(frozen=True, slots=True)
class Range:
    """What a feature holds.

    Attributes:
        element: Of arrays and lists: the type of their elements, if it is said.
    """

    name: str
    element: str = ""

    @property
    def is_reference(self) -> bool:
        """Whether it holds other feature structures."""
        return _is_reference(self.name)

    def value(self, text: str) -> AttributeValue:
        """Return a value of it."""
        try:
            if self.name == "uima.cas.Boolean":
                return text == "true"
            if self.name in _INTEGERS:
                return int(text)
            if self.name in _FLOATS:
                number = float(text)
                return number if abs(number) < float("inf") else text
        except ValueError:
            pass
        return text


@lru_cache(maxsize=1024)
def _is_reference(name: str) -> bool:
    if name in ("uima.cas.FSArray", "uima.cas.FSList"):
        return True
    is_array = name.startswith("uima.cas.") and name.endswith(("Array", "List"))
    return name not in _PLAIN and not is_array


@dataclass(frozen=True)
class TypeSystem:
    """The types of a description.

    Attributes:
        parents: Type → the type it is one of.
        features: Type → its own features, in order.
    """

    parents: Mapping[str, str] = field(default_factory=dict)
    features: Mapping[str, Mapping[str, Range]] = field(default_factory=dict)

    def of(self, type_name: str) -> dict[str, Range]:
        """Return the features of a type, its parents' first."""
        line = list(self._line(type_name))
        return {
            name: held
            for one in reversed(line)
            for name, held in self.features.get(one, {}).items()
        }

    def _line(self, type_name: str) -> Iterator[str]:
        seen: set[str] = set()
        while type_name and type_name not in seen:
            seen.add(type_name)
            yield type_name
            type_name = self.parents.get(type_name, "")


def companion_of(path: Path) -> Path | None:
    """Return the type system that belongs to an XMI file, if it is beside it."""
    names = (*_NAMES, f"{path.stem}-typesystem.xml")
    return next((p for n in names if (p := path.with_name(n)).is_file()), None)


def types_for(path: Path) -> TypeSystem:
    """Return the type system beside an XMI file; an empty one without or if broken."""
    companion = companion_of(path)
    if companion is None:
        return TypeSystem()
    try:
        status = companion.stat()
    except OSError:
        return TypeSystem()
    return _load(companion, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _load(path: Path, _moment: int, size: int) -> TypeSystem:
    if size > _MAX_BYTES:
        return TypeSystem()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        data = path.read_bytes()
        refuse_dtd(data)
        root = etree.fromstring(data, parser)
    except (OSError, ValueError, etree.XMLSyntaxError):
        return TypeSystem()
    return _parse(root.iter(f"{_NS}typeDescription"))


def _parse(descriptions: Iterable[etree._Element]) -> TypeSystem:
    parents: dict[str, str] = {}
    features: dict[str, dict[str, Range]] = {}
    for description in descriptions:
        name = _text(description, "name")
        parents.setdefault(name, _text(description, "supertypeName"))
        own = features.setdefault(name, {})
        for feature in description.iter(f"{_NS}featureDescription"):
            held = Range(_text(feature, "rangeTypeName"), _text(feature, "elementType"))
            own[_text(feature, "name")] = held
    return TypeSystem(parents, features)


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{_NS}{name}") or "").strip()
