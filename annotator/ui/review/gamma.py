"""γ in the review: asked for, computed in the background, or why it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.domain.wording import noop, number, tr
from annotator.services.extras import gamma_advice, has_gamma
from annotator.ui import counting
from annotator.ui.errors import present
from annotator.ui.review.words import written
from annotator.ui.tasks import Task, working_pool
from annotator.ui.theme import Space, set_role

if TYPE_CHECKING:
    from annotator.services.review_figures import Figure, ReviewRequest

Call = Callable[[Progress], "Figure"]
_TIP = noop(
    "γ of Mathet, Widlöcher and Métivier: units are aligned by place and label at"
    " once. It takes from a tenth of a second to minutes an article."
)


class GammaRow(QWidget):
    """One line: γ or a button for it, how far it is, or what installs it.

    Signals:
        wanted: γ is to be computed.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = QLabel(tr("γ of units"))
        self.said.setToolTip(tr(_TIP))
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(100)
        self.progress.setAccessibleName(tr("Computing γ"))
        self.progress.hide()
        self.button = QPushButton(tr("Compute γ"))
        self.button.setToolTip(tr(_TIP))
        set_role(self.button, "small")
        self.button.clicked.connect(self._on_button)
        self._task: Task | None = None
        self._known: dict[tuple[ReviewRequest, tuple[str, ...]], Figure] = {}
        self._key: tuple[ReviewRequest, tuple[str, ...]] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.said, 1)
        row.addWidget(self.progress)
        row.addWidget(self.button)

    @property
    def running(self) -> bool:
        """Whether γ is being computed."""
        return self._task is not None

    def show_request(self, request: ReviewRequest, names: tuple[str, ...]) -> None:
        """Show γ of what is compared, if it is known; others stop."""
        key = request, names
        if key == self._key and self.running:
            return
        self.stop()
        self._key = key
        self.button.setVisible(has_gamma())
        if not has_gamma():
            self.said.setText(gamma_advice())
            set_role(self.said, "muted")
        elif key in self._known:
            self._show(self._known[key])
        else:
            self._say(tr("γ of units: not computed yet"))

    def forget(self) -> None:
        """Forget what was computed: layers are others now."""
        self.stop()
        self._known.clear()
        self._key = None

    def compute(self, call: Call) -> None:
        """Compute in the background what is compared now."""
        key = self._key
        if key is None or self.running:
            return
        task = Task(call, self)
        self._task = task
        self.said.setText(tr("Computing γ…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self.button.setText(tr("Cancel"))
        task.progressed.connect(partial(self._on_progress, task))
        task.succeeded.connect(partial(self._on_done, task, key))
        task.failed.connect(partial(self._on_failed, task))
        task.start(working_pool())

    def stop(self) -> None:
        """Stop; what is under way never arrives."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self._say(tr("γ of units: stopped") if task is not None else tr("γ of units"))

    def _on_button(self) -> None:
        if self.running:
            self.stop()
        else:
            self.wanted.emit()

    def _on_progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task:
            self.progress.setRange(0, total)
            self.progress.setValue(done if total else -1)
            share = f" {number(done / total, '.0%')}" if total else ""
            self.said.setText(tr("Computing γ…{share}", share=share))

    def _on_done(
        self, task: Task, key: tuple[ReviewRequest, tuple[str, ...]], figure: Figure
    ) -> None:
        if task is self._task:
            self._task = None
            self._known[key] = figure
            self._show(figure)

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is not self._task:
            return
        self._task = None
        self._say(tr("γ of units: {error}", error=error))
        if not isinstance(error, AnnotatorError):
            present(self, error)

    def _show(self, figure: Figure) -> None:
        articles = counting.articles(figure.n)
        self._say(
            tr(
                "γ of units: {written} ({articles})",
                written=written(figure.value),
                articles=articles,
            ),
            again=False,
        )

    def _say(self, sentence: str, *, again: bool = True) -> None:
        self.progress.hide()
        self.button.setText(tr("Compute γ"))
        self.button.setEnabled(again)
        self.said.setText(sentence)
        set_role(self.said, "")
