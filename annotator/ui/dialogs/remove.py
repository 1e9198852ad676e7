"""Asking before articles go into the bin: how much hangs on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from annotator.domain.ids import DocumentId
from annotator.domain.wording import tr, trn
from annotator.services.binning import Work, work_line
from annotator.ui import counting
from annotator.ui.dialogs.form import FormDialog

_SHOWN = 8


class RemoveDialog(FormDialog):
    """Says what hangs on articles, and takes a yes.

    Signals:
        agreed: The ids of the articles.
    """

    agreed = Signal(object)

    def __init__(
        self,
        documents: Sequence[DocumentId],
        titles: Sequence[str],
        work: Work,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            documents: What would go.
            titles: Of the first of them.
            work: What hangs on them.
            parent: The window.
        """
        many, articles = len(documents) > 1, counting.articles(len(documents))
        super().__init__(
            tr("Remove {articles}", articles=articles)
            if many
            else tr("Remove the article"),
            trn(
                "It goes into the bin, with all work on it: in no list, count, "
                "agreement or export any more. Undo brings everything back, and so "
                "does the bin (menu Document).",
                "They go into the bin, with all work on them: in no list, count, "
                "agreement or export any more. Undo brings everything back, and so "
                "does the bin (menu Document).",
                len(documents),
            ),
            tr("Put {articles} into the bin", articles=articles),
            parent,
        )
        self._documents = list(documents)
        self.work = QLabel(f"{work_line(work)}.")
        self.work.setWordWrap(True)
        shown = [tr("“{words}”", words=title) for title in titles[:_SHOWN]]
        if len(documents) > len(shown):
            shown.append(
                tr("… and {number:,} more", number=len(documents) - len(shown))
            )
        self.titles = QLabel("\n".join(shown))
        self.titles.setWordWrap(True)
        self.add_above_buttons(self.titles)
        self.add_above_buttons(self.work)

    def submit(self) -> None:
        """Emit what was agreed to."""
        self.agreed.emit(self._documents)
        self.accept()
