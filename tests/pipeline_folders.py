"""Small pipelines in folders for the tests: trained, with code, with pickles."""

from __future__ import annotations

import json
import os
import pickle
from pathlib import Path
from typing import Any

HARMLESS = "Mira Tolk met Jon Brask in Velm."


def save_ruler(folder: Path) -> Path:
    """Save a pipeline that knows two names by a list."""
    import spacy

    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Mira Tolk"},
            {"label": "GPE", "pattern": "Velm"},
        ]
    )
    nlp.meta["name"] = "ruler"
    nlp.meta["author"] = "Ada Brook"
    nlp.to_disk(folder)
    return folder


def train(folder: Path) -> Path:
    """Train a recogniser for some rounds and save it, as ``spacy train`` does."""
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    doc = nlp.make_doc(HARMLESS)
    gold = {"entities": [(0, 9, "PERSON"), (14, 23, "PERSON"), (27, 31, "GPE")]}
    examples = [Example.from_dict(doc, gold)]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    nlp.meta["name"] = "trained"
    nlp.to_disk(folder)
    return folder


class _Marker:
    """What touches a file when it is unpickled."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return os.mkdir, (str(self.place),)


def save_package(folder: Path, marker: Path, *, with_pickle: bool = False) -> Path:
    """Save a pipeline as ``spacy package`` does, whose code leaves a marker.

    With a pickle, it is that which leaves it, when the code loads it.
    """
    folder.mkdir()
    package = save_ruler(folder / "en_ruler")
    code = f"from pathlib import Path\nPath({str(marker)!r}).mkdir()\n"
    if with_pickle:
        (package / "extra.bin").write_bytes(pickle.dumps(_Marker(marker)))
        code = (
            "import pickle\nfrom pathlib import Path\n"
            "pickle.loads((Path(__file__).parent / 'extra.bin').read_bytes())\n"
        )
    code += (
        "import spacy\n"
        "def load(**overrides):\n"
        "    return spacy.load(Path(__file__).parent, **overrides)\n"
    )
    (package / "__init__.py").write_text(code, "utf-8")
    return folder


def rename(folder: Path, name: object) -> None:
    """Change what a folder's description says its name is."""
    file = folder / "meta.json"
    meta = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**meta, "name": name}), "utf-8")
