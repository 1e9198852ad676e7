"""What is true of the window now, for enabling actions."""

from __future__ import annotations

from annotator.domain.annotations import Annotation, Suggestion
from annotator.ui.actions import Fact
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.marking import MarkingController
from annotator.ui.marking_modes import Correcting, Linking, Preview


def facts_of(
    article: ArticleDesk, marking: MarkingController, *, waiting: int, searched: bool
) -> frozenset[Fact]:
    """Return the facts that hold.

    Args:
        article: The open article.
        marking: What the keyboard is up to.
        waiting: How many suggestions of the article are to be decided on.
        searched: Something has been found in the article.
    """
    if article.desk is None:
        return frozenset()
    document, item = article.document, article.current
    engaged = isinstance(marking.mode, Preview | Linking | Correcting)
    sources = {link.source for link in article.schema.links}
    truths = {
        Fact.PROJECT: True,
        Fact.DOCUMENT: document is not None,
        Fact.SELECTION: bool(article.view.selection()),
        Fact.MARK: item is not None,
        Fact.ANNOTATION: isinstance(item, Annotation),
        Fact.SUGGESTION: isinstance(item, Suggestion),
        Fact.PENDING: waiting > 0,
        Fact.OCCURRENCES: marking.repeatable is not None,
        Fact.PREVIEW: engaged,
        Fact.NO_PREVIEW: not engaged,
        Fact.MODE: marking.mode is not None,
        Fact.SOURCE: isinstance(item, Annotation) and item.kind in sources,
        Fact.UNDO: article.undo_name is not None,
        Fact.REDO: article.redo_name is not None,
        Fact.SEARCHED: searched,
        Fact.ZONE: _is_in_zone(article),
        Fact.LEAD: article.desk.annotator.lead,
    }
    return frozenset(fact for fact, true in truths.items() if true)


def _is_in_zone(article: ArticleDesk) -> bool:
    """Return whether the selection, or else the caret, is in boilerplate."""
    dimmed, view = article.view.highlights.dimmed, article.view
    if not dimmed:
        return False
    caret = view.caret()
    chosen = view.selection() or ((max(caret - 1, 0), caret + 1),)
    return any(dimmed.within(start, end) for start, end in chosen)
