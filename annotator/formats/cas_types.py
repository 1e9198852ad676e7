"""The type system that goes with what this program writes.

INCEpTION makes layers of it (Settings → Layers → Import), and dkpro-cassis and UIMA
read the files by it. The types that DKPro has are declared as far as they are used.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from annotator.formats.cas import DKPRO, Mark
from annotator.formats.cas_own import (
    LINKS,
    NAMED_ENTITY,
    NOTE,
    PART,
    PARTS,
    VALUE,
    link_type,
)

STRING = "uima.cas.String"
ANNOTATION = "uima.tcas.Annotation"
TOP = "uima.cas.TOP"
DOCUMENT_ANNOTATION = "uima.tcas.DocumentAnnotation"
TOKEN = f"{DKPRO}segmentation.type.Token"
SENTENCE = f"{DKPRO}segmentation.type.Sentence"
DOCUMENT = f"{DKPRO}metadata.type.DocumentMetaData"
FIELD = f"{DKPRO}metadata.type.MetaDataStringField"

_SMALL = 1 << 31
_ARRAY = "uima.cas.FSArray"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
<types>
"""
_TAIL = "</types>\n</typeSystemDescription>\n"


class TypesInUse:
    """Gathers the layers and features of an export while it is written."""

    def __init__(self) -> None:
        self._features: dict[str, dict[str, str]] = {NAMED_ENTITY: {}}

    def add(self, marks: Iterable[Mark]) -> None:
        """Take note of what marks use."""
        for mark in marks:
            features = self._features.setdefault(mark.type, {})
            for name, value in mark.features.items():
                held = _range(value)
                before = features.setdefault(name, held)
                if before != held:
                    features[name] = STRING

    def dump(self) -> bytes:
        """Return the description."""
        pieces = [_HEAD, *_BUILT_IN]
        for name in sorted(self._features):
            features = {VALUE: STRING} | self._features[name]
            rows = [_feature(feature, held) for feature, held in features.items()]
            if name == PART:
                pieces.append(_type(name, ANNOTATION, rows))
                continue
            if NOTE not in features:
                rows.append(_feature(NOTE, STRING))
            for slot, target in ((PARTS, PART), (LINKS, ANNOTATION)):
                link = link_type(name, slot)
                rows.append(_feature(slot, _ARRAY, link))
                ends = [_feature("role", STRING), _feature("target", target)]
                pieces.append(_type(link, TOP, ends))
            pieces.append(_type(name, ANNOTATION, rows))
        if PART not in self._features:
            pieces.append(_type(PART, ANNOTATION, [_feature(VALUE, STRING)]))
        return "".join((*pieces, _TAIL)).encode()


def _range(value: object) -> str:
    """Return the type of a feature with that value, of those that INCEpTION knows."""
    if isinstance(value, bool):
        return "uima.cas.Boolean"
    if isinstance(value, int) and -_SMALL <= value < _SMALL:
        return "uima.cas.Integer"
    return STRING


def _type(name: str, parent: str, features: Iterable[str]) -> str:
    return (
        f"<typeDescription><name>{escape(name)}</name>"
        f"<supertypeName>{parent}</supertypeName>"
        f"<features>{''.join(features)}</features></typeDescription>\n"
    )


def _feature(name: str, held: str, element: str = "") -> str:
    of = f"<elementType>{element}</elementType>" if element else ""
    return (
        f"<featureDescription><name>{name}</name>"
        f"<rangeTypeName>{held}</rangeTypeName>{of}</featureDescription>"
    )


_BUILT_IN = (
    _type(TOKEN, ANNOTATION, ()),
    _type(SENTENCE, ANNOTATION, [_feature("id", STRING)]),
    _type(
        DOCUMENT,
        DOCUMENT_ANNOTATION,
        [_feature(n, STRING) for n in ("documentTitle", "documentId", "documentUri")],
    ),
    _type(FIELD, ANNOTATION, [_feature("key", STRING), _feature("value", STRING)]),
)
