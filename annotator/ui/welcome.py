"""The first screen: start a project, open one, or try the sample corpus."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotations import now
from annotator.domain.wording import tr
from annotator.ui.icons import icon
from annotator.ui.moments import day_and_time
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.theme import Space, set_role

SUFFIX = ".annot"
_LIMIT = 12
_COLUMN_WIDTH = 560


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project opened before.

    Attributes:
        opened: When, UTC, ISO 8601.
    """

    path: Path
    name: str
    opened: str

    @property
    def missing(self) -> bool:
        """Whether the file is no longer there."""
        return not self.path.is_file()


class RecentProjects:
    """The projects opened last, newest first, in a small file of the user's.

    The list is a convenience: a file that cannot be read or written never
    stops anybody.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file

    def items(self) -> list[RecentProject]:
        """Return the projects, newest first."""
        try:
            stored = json.loads(self._path().read_text("utf-8"))
            return [
                RecentProject(Path(item["path"]), item["name"], item["opened"])
                for item in stored
            ]
        except (OSError, ValueError, TypeError, KeyError):
            return []

    def add(self, path: Path, name: str) -> None:
        """Put a project at the top of the list."""
        path = path.absolute()
        others = [item for item in self.items() if item.path != path]
        self._write([RecentProject(path, name, now()), *others][:_LIMIT])

    def remove(self, path: Path) -> None:
        """Take a project off the list; its file stays."""
        self._write([item for item in self.items() if item.path != path])

    def _path(self) -> Path:
        if self._file is None:
            from platformdirs import user_config_path

            folder = user_config_path("annotator", appauthor=False)
            self._file = folder / "recent.json"
        return self._file

    def _write(self, items: list[RecentProject]) -> None:
        stored = [asdict(item) | {"path": str(item.path)} for item in items]
        target = self._path()
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(".tmp")
            fresh.write_text(json.dumps(stored, ensure_ascii=False), "utf-8")
            fresh.replace(target)
        except OSError:
            return


class _RecentRow(QFrame):
    """One recent project: a wide button, and a small one that forgets it.

    Signals:
        chosen: Open it.
        forgotten: Take it off the list.
    """

    chosen = Signal(object)
    forgotten = Signal(object)

    def __init__(self, project: RecentProject) -> None:
        super().__init__()
        self._project = project
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._open_button(), 1)
        forget = QToolButton()
        set_role(forget, "quiet")
        forget.setIcon(icon("close", "muted"))
        forget.setToolTip(tr("Remove from this list (the file stays)"))
        forget.setAccessibleName(tr("Remove {name} from the list", name=project.name))
        forget.clicked.connect(self._forget)
        row.addWidget(forget)

    def _open_button(self) -> QPushButton:
        project = self._project
        button = QPushButton()
        button.setAutoDefault(True)
        set_role(button, "quiet")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        lines = QVBoxLayout(button)
        lines.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        lines.setSpacing(2)
        name = _Elided(project.name, Qt.TextElideMode.ElideRight)
        folder = str(project.path.parent)
        note = (
            tr("Missing: moved or deleted") if project.missing else _day(project.opened)
        )
        detail = _Elided(f"{note} · {folder}", Qt.TextElideMode.ElideMiddle)
        set_role(detail, "muted")
        if project.missing:
            set_role(name, "muted")
            button.setEnabled(False)
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        lines.addWidget(name)
        lines.addWidget(detail)
        button.setMinimumHeight(lines.sizeHint().height())
        button.setAccessibleName(tr("Open {name}", name=project.name))
        button.setAccessibleDescription(
            tr("{note}, in {folder}", note=note, folder=folder)
        )
        button.setToolTip(str(project.path))
        button.clicked.connect(self._choose)
        return button

    def _choose(self) -> None:
        self.chosen.emit(self._project.path)

    def _forget(self) -> None:
        self.forgotten.emit(self._project.path)


class _Elided(QLabel):
    """A label that is cut to its width instead of stretching the window."""

    def __init__(self, text: str, mode: Qt.TextElideMode) -> None:
        super().__init__(text)
        self._whole = text
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self.fontMetrics().elidedText(self._whole, self._mode, self.width())
        self.setText(cut)


class WelcomeScreen(QWidget):
    """What the window shows while no project is open.

    Signals:
        new_requested: Make a new project.
        open_requested: Choose a project file.
        demo_requested: Try the sample corpus.
        project_chosen: The path of a recent or dropped project.
    """

    new_requested = Signal()
    open_requested = Signal()
    demo_requested = Signal()
    project_chosen = Signal(object)

    def __init__(self, recent: RecentProjects, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Welcome"))
        column = QFrame()
        column.setMaximumWidth(_COLUMN_WIDTH)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(Space.XL, 48, Space.XL, Space.XL)
        self._column.setSpacing(Space.M)
        self._add_head()
        self._add_buttons()
        self._add_recent()
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        across = QHBoxLayout(inner)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self._frame = QFrame()
        outer.addWidget(self._frame)
        framed = QVBoxLayout(self._frame)
        framed.setContentsMargins(0, 0, 0, 0)
        framed.addWidget(area)
        self.refresh()

    def _add_head(self) -> None:
        title = QLabel(tr("Annotator"))
        set_role(title, "title")
        sentence = QLabel(
            tr(
                "Label news articles by hand: who and what they name, "
                "who said what, and what is claimed."
            )
        )
        sentence.setWordWrap(True)
        set_role(sentence, "muted")
        self._column.addWidget(title)
        self._column.addWidget(sentence)
        self._column.addSpacing(Space.M)

    def _add_buttons(self) -> None:
        row = FlowLayout(gap=Space.S)
        self.new_button = QPushButton(icon("new", "on_accent"), tr("&New project…"))
        set_role(self.new_button, "primary")
        self.open_button = QPushButton(icon("open"), tr("&Open project…"))
        self.demo_button = QPushButton(icon("sample"), tr("&Try the sample corpus"))
        for button, signal, tip in (
            (self.new_button, self.new_requested, tr("Make an empty project file")),
            (self.open_button, self.open_requested, tr("Open a project file (.annot)")),
            (
                self.demo_button,
                self.demo_requested,
                tr("Invented articles to try it on"),
            ),
        ):
            button.setMinimumHeight(36)
            button.setAutoDefault(True)  # so that Return presses it, as Space does
            button.setToolTip(tip)
            button.clicked.connect(signal)
            row.addWidget(button)
        self._column.addLayout(row)
        self._column.addSpacing(Space.L)

    def _add_recent(self) -> None:
        self._caption = QLabel(tr("Recent projects"))
        set_role(self._caption, "caption")
        self._column.addWidget(self._caption)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._column.addLayout(self._list)
        self._hint = QLabel(tr("You can also drop a project file anywhere here."))
        set_role(self._hint, "muted")
        self._column.addWidget(self._hint)

    def refresh(self) -> None:
        """Read the list of recent projects again."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        projects = self._recent.items()
        self._caption.setVisible(bool(projects))
        for project in projects:
            row = _RecentRow(project)
            row.chosen.connect(self.project_chosen)
            row.forgotten.connect(self._forget)
            self._list.addWidget(row)

    def _forget(self, path: Path) -> None:
        self._recent.remove(path)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Return a size at which nothing is cut."""
        return QSize(720, 560)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the buttons with the arrow keys too."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Right}:
            self.focusNextChild()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Left}:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a project file."""
        if _project_of(event) is not None:
            set_role(self._frame, "drop")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the file that was held over the screen."""
        set_role(self._frame, "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped project."""
        set_role(self._frame, "")
        path = _project_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.project_chosen.emit(path)


def _project_of(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() == SUFFIX:
            return path
    return None


def _day(moment: str) -> str:
    return day_and_time(moment) or tr("opened before")
