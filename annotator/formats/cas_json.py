"""Reading UIMA's JSON CAS, which INCEpTION and dkpro-cassis write beside XMI.

The format is that of “JSON CAS 0.4.0” (Apache UIMA Java SDK, module ``uimaj-json``):
an object with ``%TYPES``, ``%FEATURE_STRUCTURES`` and ``%VIEWS``. A feature whose name
starts with ``@`` names another structure, with ``#`` a number that JSON does not have,
with ``^`` the characters an offset stands at.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.wording import tr
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.cas import Choice
from annotator.formats.cas_own import feature_text, records_of
from annotator.formats.xmi_cas import read_cases
from annotator.formats.xmi_types import Range, TypeSystem
from annotator.formats.xmi_xml import MAX_BYTES, Structure

_START = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|HEADER)"'
)


class JsonCasReader:
    """Reads a CAS in JSON with one annotator's layer."""

    name = "json-cas"
    title = "UIMA CAS JSON (INCEpTION, DKPro)"
    suffixes: tuple[str, ...] = ()
    by_folder = True

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take an object that starts with one of its keys."""
        return Claim.SURE if _START.match(head) else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the types are in the file."""
        return ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield each text, or why it was left out."""
        try:
            data = _load(path)
            parts, types = _structures(data), _types(data.get("%TYPES"))
            cases = read_cases(path, parts, types, Choice(options.mapping))
            yield from records_of(path, cases, options)
        except InputError as error:
            yield Problem(path.name, f"{error}.")
        except OSError as error:
            yield Problem(
                path.name, tr("it cannot be read ({reason}).", reason=error.strerror)
            )


def _load(path: Path) -> dict[str, Any]:
    # What orjson makes of it takes some ten times the file.
    if path.stat().st_size > MAX_BYTES // 2:
        raise InputError(
            tr(
                "it is larger than {limit} MB, too much for one article",
                limit=MAX_BYTES >> 21,
            )
        )
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        data = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise InputError(
            tr(
                "it is no valid JSON (line {line}: {msg})",
                line=error.lineno,
                msg=error.msg,
            )
        ) from error
    if not isinstance(data, dict):
        raise InputError(tr("it is JSON, but no CAS"))
    return data


def _structures(data: Mapping[str, Any]) -> Iterator[Structure]:
    """Yield the structures, then the views as XMI has them."""
    listed = data.get("%FEATURE_STRUCTURES")
    if isinstance(listed, dict):
        listed = [{"%ID": i, **one} for i, one in listed.items() if type(one) is dict]
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            yield _structure(one)
    views = data.get("%VIEWS")
    for view in views.values() if isinstance(views, dict) else ():
        members = view.get("%MEMBERS") if isinstance(view, dict) else None
        if isinstance(members, list):
            features = {"sofa": str(view.get("%SOFA")), "members": _words(members)}
            yield Structure("", "uima.cas.View", features)


def _structure(one: Mapping[str, Any]) -> Structure:
    name = str(one.get("%TYPE", ""))
    features = {
        key.lstrip("@#"): feature_text(value)
        for key, value in one.items()
        if key[:1] not in ("%", "^") and isinstance(value, str | int | float)
    }
    elements = one.get("%ELEMENTS")
    if name == "uima.cas.ByteArray" and isinstance(elements, str):
        features["elements"] = _as_hex(elements)
    elif isinstance(elements, list):
        features["elements"] = _words(elements)
    is_array = name.endswith("[]")
    return Structure(
        str(one.get("%ID", "")), "uima.cas.FSArray" if is_array else name, features
    )


def _words(values: list[Any]) -> str:
    return " ".join(map(str, values))


def _as_hex(given: str) -> str:
    """Return base64 as XMI has bytes; as it is where it is none."""
    try:
        return base64.b64decode(given, validate=True).hex()
    except binascii.Error:
        return given


def _types(given: object) -> TypeSystem:
    parents: dict[str, str] = {}
    features: dict[str, dict[str, Range]] = {}
    for name, described in given.items() if isinstance(given, dict) else ():
        if isinstance(described, dict):
            parents[name] = str(described.get("%SUPER_TYPE", ""))
            features[name] = {
                str(feature): _range(str(held.get("%RANGE", "")))
                for feature, held in described.items()
                if isinstance(held, dict)
            }
    return TypeSystem(parents, features)


def _range(name: str) -> Range:
    element = name.removesuffix("[]")
    return Range("uima.cas.FSArray", element) if element != name else Range(name)
