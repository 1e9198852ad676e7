"""Collect the texts that people read and compile their translations.

    uv run python packaging/translations.py          the texts into the .ts files
    uv run python packaging/translations.py compile  the .qm files out of those

Texts are found in the source: the arguments of ``tr``, ``trn`` and ``noop``, names
and help of every ``Action``; and the names of languages in their file. Translations
that are there are kept, texts that are gone are left out, new ones are "unfinished"
for Qt Linguist.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "annotator"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
CONTEXT = "annotator"
NAMES = ROOT / "resources" / "languages.toml"
_ACTION_TEXTS = (1, 4)
KEYS_CONTEXT = "QShortcut"
KEYS = {"de": {"Return": "Eingabetaste"}}
"""Names of keys that Qt's own translation leaves in English."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text to translate.

    Attributes:
        one: The English for exactly one; "" where no number decides.
        where: The file that it was first found in.
    """

    text: str
    one: str
    where: str


def messages(folder: Path = PACKAGE) -> list[Message]:
    """Return every text, each once, sorted by file."""
    found: dict[str, Message] = {}
    for path in sorted(folder.rglob("*.py")):
        where = path.relative_to(ROOT).as_posix()
        for one, text in _texts(ast.parse(path.read_text("utf-8"))):
            if text not in found or (one and not found[text].one):
                found[text] = Message(text, one, where)
    where = NAMES.relative_to(ROOT).as_posix()
    for name in tomllib.loads(NAMES.read_text("utf-8"))["names"].values():
        found.setdefault(name, Message(name, "", where))
    return list(found.values())


def _texts(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node)


def _of_call(node: ast.Call) -> Iterator[tuple[str, str]]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in {"tr", "noop"} and isinstance(node.args[0], ast.Constant):
        yield "", _literal(node.args[0])
    elif name == "trn":
        yield _literal(node.args[0]), _literal(node.args[1])
    elif name == "Action":
        for place in _ACTION_TEXTS:
            if isinstance(node.args[place], ast.Constant):
                yield "", _literal(node.args[place])


def _literal(node: ast.expr) -> str:
    value = ast.literal_eval(node)
    if not isinstance(value, str):
        raise TypeError(ast.dump(node))
    return value


def translations(path: Path) -> dict[str, tuple[str, ...]]:
    """Return what a .ts file says: the text to its form or forms, without blanks."""
    if not path.exists():
        return {}
    found = {}
    root = ET.parse(path).getroot()  # noqa: S314 - a file of our own
    for message in root.iterfind(f"context[name='{CONTEXT}']/message"):
        forms = [form.text or "" for form in message.iter("numerusform")]
        forms = forms or [message.findtext("translation", "")]
        if all(forms):
            found[message.findtext("source", "")] = tuple(forms)
    return found


def write(path: Path, language: str, known: dict[str, tuple[str, ...]]) -> int:
    """Write a .ts file with all messages; return how many lack a translation."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    missing = 0
    for message in messages():
        attributes = {"numerus": "yes"} if message.one else {}
        item = ET.SubElement(context, "message", attributes)
        ET.SubElement(item, "location", filename=f"../../{message.where}")
        ET.SubElement(item, "source").text = message.text
        said = ET.SubElement(item, "translation")
        forms = known.get(message.text, ())
        if len(forms) != (2 if message.one else 1):
            said.set("type", "unfinished")
            missing += 1
            forms = ("", "") if message.one else ("",)
        if message.one:
            for form in forms:
                ET.SubElement(said, "numerusform").text = form
        else:
            said.text = forms[0]
    _write_keys(root, language)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8"
    )
    return missing


def _write_keys(root: ET.Element, language: str) -> None:
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = KEYS_CONTEXT
    for key, said in KEYS[language].items():
        item = ET.SubElement(context, "message")
        ET.SubElement(item, "source").text = key
        ET.SubElement(item, "translation").text = said


def compile_all() -> None:
    """Make the .qm files that the program reads."""
    for language in LANGUAGES:
        source = FOLDER / f"annotator_{language}.ts"
        target = source.with_suffix(".qm")
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([tool, "-silent", source, "-qm", target], check=True)


def main() -> int:
    """Collect or compile."""
    if sys.argv[1:] == ["compile"]:
        compile_all()
        return 0
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        path = FOLDER / f"annotator_{language}.ts"
        missing = write(path, language, translations(path))
        sys.stdout.write(f"{path.name}: {missing} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
