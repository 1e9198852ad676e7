"""Where an annotator is in an article, kept as JSON between visits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.domain.annotations import Fragment
from annotator.ui.article.scrolling import Held

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView


def place_of(view: ArticleView) -> dict[str, object]:
    """Return the scrolling, the caret, the selection and the selected mark."""
    held = view.page.hold()
    return {
        "top": held.position,
        "into": held.into,
        "caret": view.caret(),
        "selection": [list(fragment) for fragment in view.selection()],
        "mark": view.selected_mark(),
    }


def restore(view: ArticleView, place: Mapping[str, object]) -> None:
    """Go to a place; what no longer fits the text or the marks is left out."""
    length = len(view.page.model.text)
    view.set_caret(_position(place.get("caret"), length))
    view.set_selection(_fragments(place.get("selection"), length))
    mark_id = place.get("mark")
    view.pick_mark(mark_id if isinstance(mark_id, str) else None, None)
    into = place.get("into")
    top = _position(place.get("top"), length)
    view.page.let_go(Held(top, float(into) if isinstance(into, int | float) else 0.0))
    view.refresh()


def _position(value: object, length: int) -> int:
    return min(max(value, 0), length) if isinstance(value, int) else 0


def _fragments(value: object, length: int) -> list[Fragment]:
    found = []
    for pair in value if isinstance(value, list) else []:
        match pair:
            case [int(start), int(end)] if 0 <= start < end <= length:
                found.append(Fragment(start, end))
            case _:
                continue
    return found
