"""The grid of the card: a row for each part, a column for each annotator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from annotator.domain.schema import Kind
from annotator.domain.wording import tr
from annotator.services.adjudicating import Case, rows_of
from annotator.ui.adjudicate.cells import Cell, badge
from annotator.ui.adjudicate.voices import Voice, World
from annotator.ui.adjudicate.wording import LABEL, cell_words, row_title
from annotator.ui.theme import Space, set_role

COMMANDS = frozenset("npekcr")
"""Letters that mean something for the whole difference."""


def row_keys(rows: Sequence[str], kind: Kind) -> dict[str, str]:
    """Return the letter that chooses each row: the schema's where it is free."""
    keys: dict[str, str] = {}
    for row in rows:
        role = kind.role(row)
        wanted = "l" if row == LABEL else role.key if role is not None else ""
        letters = [wanted.lower(), *row_title(row, kind).lower()]
        taken = COMMANDS | {*keys.values()}
        free = (c for c in letters if c.isascii() and c.isalpha() and c not in taken)
        keys[row] = next(free, "")
    return keys


class CaseGrid(QWidget):
    """Shows one case; a click on a cell chooses a part, one on a head takes all.

    Attributes:
        rows: What can be chosen, from above.
        keys: Row → letter.
        cells: By row and annotator; gold's under "".
        heads: The buttons above the columns, by annotator.

    Signals:
        taken: An annotator, all of whose things are to be taken.
        part_chosen: Row and annotator.
    """

    taken = Signal(str)
    part_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[str] = []
        self.keys: dict[str, str] = {}
        self.cells: dict[tuple[str, str], Cell] = {}
        self.heads: dict[str, QPushButton] = {}
        self._titles: dict[str, QLabel] = {}
        self._names: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS)

    def show_case(self, case: Case, kind: Kind, world: World) -> None:
        """Show who has what."""
        self.clear()
        self._case, self._kind = case, kind
        cluster = case.cluster
        self.rows = rows_of(cluster, kind) if cluster.members else [LABEL]
        if not cluster.members:
            self.rows += [role.name for role in kind.roles]
        self.keys = row_keys(self.rows, kind)
        shown = [
            voice
            for voice in world.voices
            if voice.id in cluster.members or voice.id in cluster.missing
        ]
        for number, row in enumerate(self.rows, 1):
            title = QLabel()
            title.setTextFormat(Qt.TextFormat.RichText)
            self._titles[row] = title
            self._grid.addWidget(title, number, 0)
        for column, voice in enumerate(shown, 1):
            self._add_voice(column, voice, world)
        self._add_gold(len(shown) + 1, world)
        self._grid.setRowStretch(len(self.rows) + 1, 1)

    def clear(self) -> None:
        """Show nothing."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self.cells, self.heads, self._titles, self._names = {}, {}, {}, {}

    def _add_voice(self, column: int, voice: Voice, world: World) -> None:
        text, schema = world.text, world.schema
        annotation = self._case.cluster.members.get(voice.id)
        key = f"{voice.number}  " if voice.number < 10 else ""
        icon = badge(voice, self)
        head = QPushButton(icon, f"{key}{voice.name}")
        head.setIconSize(icon.availableSizes()[0])
        set_role(head, "small")
        # In a narrow column the name is cut, not the number.
        head.setStyleSheet("text-align: left;")
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head.setEnabled(annotation is not None)
        said = (
            tr("has not marked it") if annotation is None else tr("is right: take all")
        )
        head.setToolTip(f"{voice.name} {said}")
        head.setAccessibleName(tr("Take {name}’s", name=voice.name))
        head.clicked.connect(partial(self._take, voice.id))
        self._grid.addWidget(head, 0, column)
        self._grid.setColumnStretch(column, 3)
        self.heads[voice.id] = head
        self._names[voice.id] = voice.name
        for number, row in enumerate(self.rows, 1):
            words = cell_words(annotation, row, text, schema) if annotation else ""
            cell = Cell(words, row, voice.id if annotation else "")
            cell.clicked.connect(partial(self._choose, row, voice.id))
            self._grid.addWidget(cell, number, column)
            self.cells[row, voice.id] = cell

    def _add_gold(self, column: int, world: World) -> None:
        text, schema = world.text, world.schema
        head = QLabel(tr("Settled"))
        set_role(head, "caption")
        self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignCenter)
        self._grid.setColumnStretch(column, 3)
        for number, row in enumerate(self.rows, 1):
            said = [cell_words(a, row, text, schema) for a in self._case.gold]
            cell = Cell(" + ".join(filter(None, said)), row, "")
            self._grid.addWidget(cell, number, column)
            self.cells[row, ""] = cell
            cell.mark(differs=False, chosen=False, of=tr("Settled"))

    def show_draft(self, draft: Mapping[str, str], armed: str) -> None:
        """Show which parts are chosen so far, and the row that waits for a number."""
        differing = set(self._case.cluster.rows)
        for (row, annotator), cell in self.cells.items():
            if annotator:
                of = tr(
                    "{row_title} of {names}",
                    row_title=row_title(row, self._kind),
                    names=self._names[annotator],
                )
                chosen = draft.get(row) == annotator
                cell.mark(differs=row in differing, chosen=chosen, of=of)
        for row, label in self._titles.items():
            title, key = row_title(row, self._kind), self.keys[row]
            cap = f" <small>[{key.upper()}]</small>" if key else ""
            waiting = row == armed
            label.setText(f"<b>▸ {title}</b>{cap}" if waiting else f"{title}{cap}")
            set_role(label, "warning" if waiting else "muted")

    def _take(self, annotator: str, *_: object) -> None:
        self.taken.emit(annotator)

    def _choose(self, row: str, annotator: str, *_: object) -> None:
        self.part_chosen.emit(row, annotator)
