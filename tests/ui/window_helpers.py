"""A small invented project, and a window on it, for the stories of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from annotator.domain.annotations import Fragment, Suggestion
from annotator.domain.ids import DocumentId, SuggestionId, derived_id
from annotator.services.importing import import_paths
from annotator.services.project import Project
from annotator.ui.mark_building import provisional_tokens

HARBOUR = (
    "Mayor Ada Brook opened the new harbour in Velm on Monday.\n\n"
    "“We waited nine years 🚢 for this,” Brook told reporters, "
    "“and it was worth it.”\n\n"
    "Opponents say the harbour cost twice the sum that the council had agreed.\n"
    "Brook denies it. שלום Velm, said Omar Haddad. Velm is small.\n"
)
BRIDGE = (
    "Engineers in Torsk closed the bridge on Friday.\n\n"
    "Omar Haddad said the cables were safe.\n"
)
PIPELINE = "invented"
TOKENIZER = f"{PIPELINE}-1"


def make_project(folder: Path, texts: Sequence[str] = (HARBOUR, BRIDGE)) -> Path:
    """Make a project of *texts*, with tokens, and return its path."""
    sources = folder / "texts"
    sources.mkdir()
    for number, text in enumerate(texts):
        (sources / f"{number}.txt").write_text(text, "utf-8")
    path = folder / "corpus.annot"
    with Project.create(path) as project:
        if texts:
            import_paths(project, [sources])
        for document_id in project.store.documents.ids():
            tokens = provisional_tokens(project.store.documents.text(document_id))
            project.store.put_tokens([(document_id, tokens)])
    return path


def place(text: str, words: str, *, nth: int = 0) -> Fragment:
    """Return where *words* stand in *text*."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Fragment(start, start + len(words))


def suggest(
    project: Project,
    document_id: DocumentId,
    items: Sequence[tuple[str, str, dict[str, Sequence[Fragment]], float]],
) -> list[SuggestionId]:
    """Let an invented pipeline suggest ``(kind, label, parts, score)``."""
    made = [
        Suggestion(
            SuggestionId(derived_id("test", document_id, kind, label, repr(parts))),
            document_id,
            PIPELINE,
            "1",
            kind,
            label,
            {role: tuple(fragments) for role, fragments in parts.items()},
            score,
        )
        for kind, label, parts, score in items
    ]
    kinds = frozenset({"entity", "quote", "claim"})
    project.store.suggestions.put(document_id, PIPELINE, "1", kinds, made)
    return [s.id for s in made]


def press(qtbot, widget, keys: str) -> None:
    """Press single characters, one after the other."""
    for key in keys:
        qtbot.keyClick(widget, key)


SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | SHIFT
