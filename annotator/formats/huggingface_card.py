"""The dataset card of a data set for Hugging Face: its header and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.domain.records import PartReport
from annotator.formats.folders import parts_table
from annotator.formats.huggingface_features import Features, quoted, yaml_lines

_SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
)
_LARGEST = "1M<n<10M"


def card(
    name: str,
    features: Features,
    tags: Sequence[str],
    parts: Sequence[PartReport],
    ending: str,
) -> str:
    """Return the text of ``README.md``.

    Args:
        name: What the data set is called.
        tags: The names of tags, in the order of their numbers.
        ending: Of the data files, ``parquet`` or ``jsonl``.
    """
    lines = [
        "---",
        *_header(name, features, tags, parts, ending),
        "---",
        "",
        *_body(name, features, parts),
    ]
    return "\n".join(lines) + "\n"


def _header(
    name: str,
    features: Features,
    tags: Sequence[str],
    parts: Sequence[PartReport],
    ending: str,
) -> Iterator[str]:
    yield f"pretty_name: {quoted(name)}"
    yield "license: unknown"
    yield "task_categories:"
    yield "- token-classification"
    yield "size_categories:"
    count = sum(part.records for part in parts)
    yield f"- {next((word for most, word in _SIZES if count < most), _LARGEST)}"
    yield "configs:"
    yield "- config_name: default"
    yield "  data_files:"
    for part in parts:
        yield f"  - split: {part.name}"
        yield f"    path: data/{part.name}.{ending}"
    yield "dataset_info:"
    yield "  features:"
    yield from yaml_lines(features.columns, tags, "  ")


def _body(name: str, features: Features, parts: Sequence[PartReport]) -> Iterator[str]:
    yield f"# {name}"
    yield ""
    yield "Articles with annotations, one row for each document and annotator."
    yield "Offsets are code points of `text`; ends are exclusive."
    yield ""
    yield "```python"
    yield "from datasets import load_dataset"
    yield ""
    yield 'data = load_dataset("PATH/OF/THIS/FOLDER")'
    yield "```"
    yield ""
    if features.has_tags:
        yield "- `tokens`, `ner_tags`: words and IOB2 tags of the entities."
    yield "- `spans`: every marked piece of text; `annotation` ties pieces together."
    for kind, column in features.frames.items():
        yield f"- `{column}`: each {kind} with its parts."
    yield "- `frames`: everything as JSON, with attributes, notes and links."
    yield ""
    yield "The licence of the articles is not known here; say it before you publish."
    yield ""
    yield from parts_table(parts)
