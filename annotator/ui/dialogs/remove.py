"""Asking before articles go into the bin: how much hangs on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from annotator.domain.ids import DocumentId
from annotator.services.binning import Work, counted, work_line
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
        many = len(documents) > 1
        super().__init__(
            f"Remove {counted(len(documents), 'article') if many else 'the article'}",
            f"{'They go' if many else 'It goes'} into the bin, with all work on"
            f" {'them' if many else 'it'}: in no list, count, agreement or export any"
            " more. Undo brings everything back, and so does the bin (menu Document).",
            f"Put {counted(len(documents), 'article')} into the bin",
            parent,
        )
        self._documents = list(documents)
        self.work = QLabel(f"{work_line(work)}.")
        self.work.setWordWrap(True)
        shown = [f"“{title}”" for title in titles[:_SHOWN]]
        if len(documents) > len(shown):
            shown.append(f"… and {len(documents) - len(shown):,} more")
        self.titles = QLabel("\n".join(shown))
        self.titles.setWordWrap(True)
        self.add_above_buttons(self.titles)
        self.add_above_buttons(self.work)

    def submit(self) -> None:
        """Emit what was agreed to."""
        self.agreed.emit(self._documents)
        self.accept()
