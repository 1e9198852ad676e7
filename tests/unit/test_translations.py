"""Every text that people read can be translated, and is."""

from __future__ import annotations

import ast
import builtins
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTranslator

import annotator
from annotator.domain.languages import language_code, language_name
from annotator.domain.progress import Progress
from annotator.domain.resources import resource
from annotator.domain.wording import number, tr, trn, within
from annotator.services.child import run_in_child
from annotator.ui import translation
from annotator.ui.translation import Language, use_language

PACKAGE = Path(annotator.__file__).parent
UI = PACKAGE / "ui"
TOOL = PACKAGE.parent / "packaging" / "translations.py"

# Calls whose texts nobody reads, and places that are English on purpose: what goes
# into a report of a fault, or to whoever starts the program from a terminal.
NOT_READ = {
    "Signal",
    "TypeVar",
    "Template",
    "QSettings",
    "cast",
    "debug",
    "endswith",
    "error",
    "exception",
    "find_spec",
    "getattr",
    "icon",
    "info",
    "native",
    "property",
    "resource",
    "set_role",
    "set_state",
    "setObjectName",
    "setProperty",
    "setStyleSheet",
    "startswith",
    "state",
    "warning",
}
ENGLISH = {
    "key_bindings.py",
    "key_names.py",
    "stylesheet.py",
    "system.py",
    "errors.py",
    "icons.py",
    "look.py",
}
ALLOWED = {
    "Annotator",
    "0.00 of 0,000",
    "Del",
    "Deutsch",
    "English",
    "Esc",
    "Fusion",
    "Python",
    "Tab",
    '</b> <span style="color:',
}
TRANSLATING = {"tr", "trn", "noop", "Action"}

SAYING = {
    "Choice",
    "Finding",
    "Problem",
    "Step",
    "_fault",
    "_leave_out",
    "_lose",
    "_lose_item",
    "_lose_link",
}
"""What sentences below the window are given to, beside the program's errors."""

SAID = {"faults", "losses", "notices", "reasons"}
"""Lists of sentences."""

SPOKEN = ("agreement", "domain", "formats", "services", "storage", "suggest")
"""The packages below the window: all of their sentences can be translated."""


@pytest.fixture(scope="module")
def tool() -> SimpleNamespace:
    if not TOOL.exists():
        pytest.skip("the sources are not here")
    return SimpleNamespace(**runpy.run_path(str(TOOL), run_name="tool"))


@pytest.fixture
def german(qapp):
    use_language(Language.GERMAN)
    yield
    use_language(Language.ENGLISH)


# -- nothing bypasses it -------------------------------------------------------


def is_read(text: str) -> bool:
    """Return whether a literal looks like something that people read."""
    words = re.sub(r"<[^>]*>|&\w+;|https?://\S+|\{[^}]*\}", "", text)
    if re.search(r"[a-z]{2,}[^\w]*\s+[^\W\d]+", words):
        return True
    return re.fullmatch(r"&?[A-Z][a-z&]{2,}[….]?", words.strip()) is not None


def strays(path: Path) -> list[str]:
    """Return the texts of a file that are read but not translated."""
    tree = ast.parse(path.read_text("utf-8"))
    parents = {c: n for n in ast.walk(tree) for c in ast.iter_child_nodes(n)}
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if node.value in ALLOWED or not is_read(node.value):
            continue
        if not _is_excused(node, parents):
            found.append(f"{path.relative_to(UI)}:{node.lineno} {node.value!r}")
    return found


def _is_excused(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    if isinstance(parents[node], ast.Expr):
        return True  # a docstring
    while node in parents:
        node = parents[node]
        if isinstance(node, ast.Raise | ast.Subscript | ast.Compare | ast.AnnAssign):
            return True
        if isinstance(node, ast.Assign) and _names(node) & {"__all__", "__slots__"}:
            return True
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in NOT_READ | TRANSLATING:
                return True
        if isinstance(node, ast.arg | ast.FunctionDef):
            return False
    return False


def _names(node: ast.Assign) -> set[str]:
    return {target.id for target in node.targets if isinstance(target, ast.Name)}


def test_no_text_of_the_window_bypasses_translation():
    found = [
        stray
        for path in sorted(UI.rglob("*.py"))
        if path.name not in ENGLISH
        for stray in strays(path)
    ]
    assert found == []


def test_the_check_finds_a_stray_text(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.unit.test_translations.UI", tmp_path)
    path = tmp_path / "dialog.py"
    path.write_text(
        '"""Docstring of the module."""\n'
        'a = QLabel("Choose a file")\nb = tr("Choose a file")\n'
        'c = f"{number} of them"\n'
        'set_role(a, "muted text here")\n'
    )
    assert [stray.partition(" ")[2] for stray in sorted(strays(path))] == [
        "'Choose a file'",
        "' of them'",
    ]


def unspoken(path: Path) -> list[str]:
    """Return the sentences below the window that are said but not translated.

    They are what an error of the program or one of ``SAYING`` is made of.
    """
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _says(node):
            words = [*node.args, *(keyword.value for keyword in node.keywords)]
            for word in words:
                found += [
                    f"{path.relative_to(PACKAGE)}:{text.lineno} {text.value!r}"
                    for text in _untranslated(word)
                ]
    return found


def _says(node: ast.Call) -> bool:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    is_error = name.endswith(("Error", "Fault")) and name not in vars(builtins)
    is_error &= name != "CancelledError"  # nobody is told
    if name == "append":
        where = getattr(node.func, "value", None)
        said = getattr(where, "id", getattr(where, "attr", ""))
        return said.strip("_") in SAID
    return is_error or name in SAYING


def _untranslated(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Constant):
        words = node.value if isinstance(node.value, str) else ""
        is_file = re.fullmatch(r"\w+\.\w+", words)
        if re.search(r"[a-z]{3,}", words) and not is_file:
            yield node
    elif isinstance(node, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.FormattedValue):
        for child in ast.iter_child_nodes(node):
            yield from _untranslated(child)


@pytest.mark.parametrize("package", SPOKEN)
def test_no_sentence_below_the_window_bypasses_translation(package):
    paths = sorted((PACKAGE / package).rglob("*.py"))
    assert paths
    assert [s for path in paths for s in unspoken(path)] == []


# -- everything is there in German ---------------------------------------------


def test_every_text_has_a_german_translation_with_the_same_blanks(tool):
    known = tool.translations(tool.FOLDER / "annotator_de.ts")
    messages = tool.messages()
    assert [m.text for m in messages if m.text not in known] == []
    assert set(known) - {m.text for m in messages} == set()
    for message in messages:
        forms = known[message.text]
        assert len(forms) == (2 if message.one else 1), message.text
        blanks = _blanks(message.text)
        for form in forms:
            # What stands for exactly one may leave the number out.
            optional = {"n"} if message.one else set()
            assert _blanks(form) | optional == blanks | optional, message.text
            assert form.count("\t") == message.text.count("\t"), message.text


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_menus_have_letters_of_their_own_in_german(tool):
    known = tool.translations(tool.FOLDER / "annotator_de.ts")
    for source, forms in known.items():
        letters = source.replace("&&", "").count("&")
        assert all(f.replace("&&", "").count("&") == letters for f in forms), source


def test_what_is_shipped_is_what_was_translated(tool, qapp):
    shipped = QTranslator()
    assert shipped.load(str(resource("translations", "annotator_de.qm")))
    for text, forms in tool.translations(tool.FOLDER / "annotator_de.ts").items():
        numbers = (1, 2) if len(forms) == 2 else (-1,)
        for which, form in zip(numbers, forms, strict=True):
            said = shipped.translate(tool.CONTEXT, text, "", which)
            assert said == form, f"run packaging/translations.py compile: {text}"


# -- and is used ---------------------------------------------------------------


def test_english_needs_no_translation():
    assert tr("Close") == "Close"
    assert tr("{name} exists already", name="a{b}") == "a{b} exists already"
    assert trn("{n:,} article", "{n:,} articles", 1) == "1 article"
    assert trn("{n:,} article", "{n:,} articles", 1234) == "1,234 articles"
    assert trn("{n:,} article", "{n:,} articles", 0) == "0 articles"


def test_german_with_its_numbers_and_plurals(german):
    assert translation.current() is Language.GERMAN
    assert tr("Close") == "Schließen"
    assert trn("{n:,} passage", "{n:,} passages", 1) == "1 Stelle"
    assert trn("{n:,} passage", "{n:,} passages", 1234) == "1.234 Stellen"
    assert trn("{n:,} passage", "{n:,} passages", 0) == "0 Stellen"
    assert tr("{shown:,} of {total:,}", shown=1, total=12345) == "1 von 12.345"
    assert tr("no such text") == "no such text"


def test_a_language_is_changed_and_changed_back(qapp):
    assert use_language(Language.GERMAN)
    assert not use_language(Language.GERMAN)
    assert tr("Cancel") == "Abbrechen"
    assert use_language(Language.ENGLISH)
    assert tr("Cancel") == "Cancel"


def _greet(progress: Progress) -> str:
    return trn("{n:,} passage", "{n:,} passages", 1234)


def test_another_process_speaks_the_same_language(german):
    assert run_in_child(_greet, progress=Progress()) == "1.234 Stellen"


def test_a_number_alone_is_written_as_the_language_does(german):
    assert number(1234) == "1.234"
    assert number(0.25, ".2f") == "0,25"


def test_titles_within_sentences_are_small_only_where_nouns_are():
    assert within("Speaker") == "speaker"


def test_nouns_keep_their_capitals_in_german(german):
    assert within("Sprecher") == "Sprecher"


def test_languages_are_known_by_both_of_their_names(german):
    assert language_name("fr") == "Französisch"
    assert language_name("") == "unbekannt"
    assert [language_code(n) for n in ("Französisch", "French", "fr-CA")] == ["fr"] * 3
    assert language_code("Klingonisch") == ""
