"""The card that appears over a suggestion the mouse rests on."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from annotator.domain.annotations import Suggestion
from annotator.domain.wording import tr
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.panels.inspector_suggestion import attribute_lines

_SLACK = 2.0


class SuggestionCard(QObject):
    """Says label, score and reason of the suggestion whose bar or pill is pointed at.

    And of dimmed text, why it is.

    What the inspector says at length is at hand here where the inspector is not.
    """

    def __init__(self, article: ArticleDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._article = article
        article.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the card where a tooltip is asked for."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        text = self.text_at(event.pos())
        if text:
            QToolTip.showText(event.globalPos(), text, self._article.view.viewport())
        else:
            QToolTip.hideText()
        return True

    def text_at(self, point: QPoint) -> str:
        """Return the card for a point of the article, as rich text; "" for none."""
        view = self._article.view
        hits = view.page.drawn_at(QPointF(point), _SLACK)
        item = self._article.item(hits[0].mark.id) if hits else None
        if isinstance(item, Suggestion):
            return self._text(item)
        return "" if hits else escape(view.dimmed_reason(QPointF(point)))

    def _text(self, item: Suggestion) -> str:
        kind = self._article.schema.kind(item.kind)
        label = kind.label(item.label) if kind is not None else None
        title = label.title if label is not None else item.label
        lines = [
            tr(
                "<b>{title}</b>, suggested with a score of {score:.2f}",
                title=escape(title),
                score=item.score,
            )
        ]
        if item.reason:
            from annotator.services.reasons import in_words

            lines.append(escape(in_words(item.reason)))
        lines += map(escape, attribute_lines(item, kind))
        return "<br>".join(lines)
