"""An article view with real text in it, and hands for it."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.annotations import Fragment
from annotator.domain.schema import Pattern, Style
from annotator.domain.tokens import Tokens
from annotator.ui.article.marks import Mark, MarkState, Styles
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import load_fonts

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton

STYLES = Styles(
    labels={
        ("entity", "PERSON"): Style("#bf4958", "#ed72a3"),
        ("entity", "GPE"): Style("#14532d", "#86efac", Pattern.DOUBLE),
        ("entity", "DATE"): Style("#7f1d1d", "#f59e0b", Pattern.STRIPED),
        ("entity", "MONEY"): Style("#365314", "#bef264", Pattern.NOTCHED),
        ("quote", "direct"): Style("#c2571a", "#fb923c", Pattern.DOTTED),
    },
    roles={
        ("quote", "speaker"): ("Speaker", Style("#a21a70", "#f099d0")),
        ("quote", "cue"): ("Cue", Style("#7e22ce", "#d8b4fe")),
    },
)
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"[^\s.][^.\n]*\.?")


def tokens_of(text: str) -> Tokens:
    """Return words and punctuation marks; sentences end with a full stop."""
    return Tokens.of(
        "test",
        (match.span() for match in _TOKEN.finditer(text)),
        (match.start() for match in _SENTENCE.finditer(text)),
    )


def make_view(qtbot, text: str, marks=(), *, size=(900, 600)) -> ArticleView:
    """Return a view that shows *text*, with the keyboard."""
    view = ArticleView()
    qtbot.addWidget(view)
    font = QFont(load_fonts())
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    view.setFont(font)
    view.set_styles(STYLES)
    view.resize(*size)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.set_document(text, tokens_of(text), marks)
    return view


def fragment(text: str, words: str, number: int = 0) -> Fragment:
    """Return where *words* stand in *text* for the n-th time."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Fragment(start, start + len(words))


def entity(
    text: str, words: str, label: str = "PERSON", *, number: int = 0, suggested=False
) -> Mark:
    """Return a mark of an entity; its id is the words."""
    state = MarkState.SUGGESTED if suggested else MarkState.ACCEPTED
    parts = {"mention": (fragment(text, words, number),)}
    return Mark(words, "entity", label, label, "mention", parts, state)


def selected(view: ArticleView) -> list[str]:
    """Return the words that are selected."""
    return [view.page.model.text[f.start : f.end] for f in view.selection()]


def point_at(view: ArticleView, position: int, *, into: float = 3.0) -> QPoint:
    """Return a point on the character at *position*."""
    rect = view.page.caret_rect(position)
    block = view.page.model.blocks.at(position)
    rtl = view.page.laid_out(block).text.rtl_at(position)
    x = rect.center().x() + (-into if rtl else into)
    return QPointF(x, rect.center().y()).toPoint()


def point_on(
    view: ArticleView, mark_id: str, role: str = "", number: int = 0
) -> QPoint:
    """Return a point on the pill of one fragment of a mark."""
    for block, top in view.page.visible():
        laid_out = view.page.laid_out(block)
        for one in laid_out.lanes.drawn:
            span = one.span
            role_fits = role in ("", span.role)
            if span.mark_id == mark_id and role_fits and span.number == number:
                rect = laid_out.lanes.pill_rect(one)
                rect.translate(view.page.left, top + laid_out.above)
                return rect.center().toPoint()
    raise AssertionError(f"no pill of {mark_id} in view")


def edge_point(view: ArticleView, mark_id: str, *, end: bool) -> QPoint:
    """Return a point on the last, or first, pixels of a mark's bar."""
    for block, top in view.page.visible():
        laid_out = view.page.laid_out(block)
        for one in laid_out.lanes.drawn:
            if one.span.mark_id == mark_id:
                rects = laid_out.lanes.bar_rects(one)
                rect = rects[-1] if end else rects[0]
                rect.translate(view.page.left, top + laid_out.above)
                right = end != one.rtl
                x = rect.right() - 1 if right else rect.left() + 1
                return QPointF(x, rect.top() + 1).toPoint()
    raise AssertionError(f"no bar of {mark_id} in view")


def press(view: ArticleView, key: Qt.Key, modifiers=NONE, times: int = 1) -> None:
    """Press a key some times."""
    for _ in range(times):
        QTest.keyClick(view, key, modifiers)


def click(view: ArticleView, point: QPoint, modifiers=NONE) -> None:
    """Click once; never taken for half of a double click."""
    QTest.mouseClick(view.viewport(), LEFT, modifiers, point)


def click_fast(view: ArticleView, point: QPoint, times: int) -> None:
    """Click several times in quick succession, as a window system reports it."""
    viewport = view.viewport()
    for number in range(times):
        kind = QEvent.Type.MouseButtonDblClick if number % 2 else None
        _send(viewport, kind or QEvent.Type.MouseButtonPress, point, LEFT, NONE)
        _send(viewport, QEvent.Type.MouseButtonRelease, point, LEFT, NONE)


def drag(
    view: ArticleView, start: QPoint, *stops: QPoint, modifiers=NONE, drop=True
) -> None:
    """Press at *start*, move over the *stops*, and let go."""
    viewport = view.viewport()
    _send(viewport, QEvent.Type.MouseButtonPress, start, LEFT, modifiers)
    for stop in stops:
        _send(viewport, QEvent.Type.MouseMove, stop, LEFT, modifiers)
    if drop:
        _send(viewport, QEvent.Type.MouseButtonRelease, stops[-1], LEFT, modifiers)


def move(view: ArticleView, point: QPoint) -> None:
    """Move the mouse with no button down."""
    none = Qt.MouseButton.NoButton
    _send(view.viewport(), QEvent.Type.MouseMove, point, none, NONE)


def _send(viewport, kind, point, button, modifiers) -> None:
    is_move = kind == QEvent.Type.MouseMove
    is_release = kind == QEvent.Type.MouseButtonRelease
    event = QMouseEvent(
        kind,
        QPointF(point),
        QPointF(viewport.mapToGlobal(point)),
        Qt.MouseButton.NoButton if is_move else button,
        Qt.MouseButton.NoButton if is_release else button,
        modifiers,
    )
    QApplication.sendEvent(viewport, event)
