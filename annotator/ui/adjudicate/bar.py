"""The line above the article: how far it is, who has done it, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from annotator.domain.wording import tr
from annotator.ui.adjudicate.voices import Voice
from annotator.ui.theme import Space, colours, set_role, style_colour
from annotator.ui.window.header import ElidedLabel


class ProgressBar(QFrame):
    """Title, annotators in their tints, “12 of 31 settled”, and the next article.

    Signals:
        next_wanted: The next article is to be opened.
        agreed_wanted: What all agree on is to be taken.
    """

    next_wanted = Signal()
    agreed_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "bar")
        self.title = ElidedLabel()
        set_role(self.title, "heading")
        self.people = QLabel()
        self.people.setTextFormat(Qt.TextFormat.RichText)
        self.count = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(tr("Settled differences"))
        self.next = QPushButton()
        set_role(self.next, "primary")
        self.next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.next.clicked.connect(self.next_wanted)
        self.next.hide()
        self.agreed = QPushButton()
        self.agreed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.agreed.clicked.connect(self.agreed_wanted)
        self.agreed.hide()
        self._voices: Sequence[Voice] = ()
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.people)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addLayout(lines, 1)
        row.addWidget(self.count)
        row.addWidget(self.bar)
        row.addWidget(self.agreed)
        row.addWidget(self.next)

    def show_document(self, title: str, voices: Sequence[Voice]) -> None:
        """Show what is open, and who has done it."""
        self.title.set_whole(title)
        self._voices = voices
        self.redraw()

    def redraw(self) -> None:
        """Use the tints of the theme that now is."""
        muted = colours(self.palette()).muted
        said = []
        for voice in self._voices:
            tint = style_colour(voice.style, self.palette()).name()
            name = voice.name.replace("&", "&amp;").replace("<", "&lt;")
            said.append(
                f'<b style="color:{tint}">{voice.initials}</b>'
                f' <span style="color:{muted}">{name}</span>'
            )
        self.people.setText("&nbsp;&nbsp; ".join(said))

    def show_waiting(self, number: int, *, alone: bool) -> None:
        """Offer to take what all agree on.

        Args:
            number: How many annotations that are and nobody has taken.
            alone: Taking them is all that the article lacks.
        """
        self.agreed.setVisible(bool(number) or alone)
        self.agreed.setText(
            tr("Take {number:,} agreed ⏎", number=number) if number else tr("Settle ⏎")
        )
        set_role(self.agreed, "primary" if alone else "")
        self.agreed.setToolTip(
            tr(
                "Take what all annotators have marked alike (Return)."
                " Your first decision takes it along."
            )
        )

    def show_progress(self, settled: int, total: int, following: str) -> None:
        """Show how many differences are settled.

        Args:
            settled: How many are.
            total: How many there are.
            following: Title of the next article to settle; "" for none.
        """
        whole = settled == total
        if not total:
            self.count.setText(tr("No differences"))
        elif whole:
            self.count.setText(tr("✓ All {total} settled", total=total))
        else:
            self.count.setText(
                tr("{settled} of {total} settled", settled=settled, total=total)
            )
        set_role(self.count, "caption" if not whole else "")
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(settled if total else 1)
        self.next.setVisible(whole and bool(following))
        self.next.setText(tr("Next article ▸"))
        self.next.setToolTip(tr("{following} (Ctrl+Return)", following=following))
