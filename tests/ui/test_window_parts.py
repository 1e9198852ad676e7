"""The parts of the window one by one: what they say and remember."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import ClassVar

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Details, Status
from annotator.services import suggesting
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.ui.article.view import ArticleView
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.importing.dialog import ImportDialog
from annotator.ui.settings_model import SETTINGS
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.background import BackgroundSuggestions
from annotator.ui.window.empty_page import EmptyPage
from annotator.ui.window.find_bar import find_all
from annotator.ui.window.header import STATUS_TITLES, ArticleHeader, status_icon
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import DEFAULT_ZOOM, Preferences
from annotator.ui.window.status_line import StatusLine
from tests.ui.window_helpers import HARBOUR, make_project, place, suggest

# -- preferences ---------------------------------------------------------------


@pytest.fixture
def settings(tmp_path):
    return lambda: QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)


def test_preferences_have_defaults_and_survive(settings):
    fresh = Preferences(settings())
    assert fresh.theme is Theme.SYSTEM
    assert fresh.zoom == DEFAULT_ZOOM
    assert fresh.suggest
    assert not fresh.characters
    assert fresh.annotator == ""
    assert fresh.state("docks").isEmpty()
    fresh.theme = Theme.DARK
    fresh.zoom = 17.5
    fresh.suggest = False
    fresh.characters = True
    fresh.annotator = "Ädá 🚢"
    fresh.folder = "some/folder"
    fresh.set_state("docks", QByteArray(b"abc"))
    fresh._settings.sync()
    again = Preferences(settings())
    assert again.theme is Theme.DARK
    assert again.zoom == 17.5
    assert not again.suggest
    assert again.characters
    assert again.annotator == "Ädá 🚢"
    assert again.folder == "some/folder"
    assert again.state("docks") == QByteArray(b"abc")
    assert again.file.endswith("w.ini")


def test_preferences_that_make_no_sense_are_their_defaults(settings):
    stored = settings()
    stored.setValue("theme", "mauve")
    stored.setValue("zoom", 4000.0)
    stored.setValue("window/docks", "text")
    preferences = Preferences(stored)
    assert preferences.theme is Theme.SYSTEM
    assert preferences.zoom == 40.0
    assert preferences.state("docks").isEmpty()
    # Each is said, in words.
    assert [said.partition(" made")[0] for said in preferences.problems] == [
        "The setting “Theme”",
        "The setting “Text size”",
    ]
    preferences.zoom = 12.0
    assert preferences.zoom == 12.0


def test_every_setting_survives_nonsense_of_any_type(settings):
    for nonsense in ("", "mauve", "-1", "1e999", [], {}, "nan"):
        stored = settings()
        stored.clear()
        for setting in SETTINGS:
            stored.setValue(setting.name, nonsense)
        preferences = Preferences(stored)
        for setting in SETTINGS:
            value = preferences.get(setting)
            assert type(value) is type(setting.default)
            assert not setting.high or setting.low <= value <= setting.high


def test_keys_that_make_no_sense_are_left_out(settings):
    stored = settings()
    for nonsense in ("{", "[]", '{"undo": 3, "redo": ["F9"]}'):
        stored.setValue("keys", nonsense)
        assert Preferences(stored).keys in ({}, {"redo": ("F9",)})
    preferences = Preferences(stored)
    preferences.keys = {"undo": ("Ctrl+Alt+Z",), "copy": ()}
    assert Preferences(stored).keys == {"undo": ("Ctrl+Alt+Z",), "copy": ()}


# -- header, status line, empty page -------------------------------------------


def test_the_header_says_what_is_known(qtbot):
    header = ArticleHeader()
    qtbot.addWidget(header)
    header.show_document(Details(), "\n\n  A first line.\nMore.")
    assert header.title.whole == "A first line."
    assert header.details.whole == "4 words"
    details = Details(title="Title", source="Wire", date="2024-05-01")
    header.show_document(details, "one two")
    assert header.title.whole == "Title"
    assert header.details.whole == "Wire · 2024-05-01 · 2 words"


def test_the_header_cuts_what_does_not_fit(qtbot):
    header = ArticleHeader()
    qtbot.addWidget(header)
    header.resize(300, 60)
    header.show()
    header.show_document(Details(title="long " * 60), "x")
    assert header.title.text().endswith("…")
    assert header.title.toolTip() == header.title.whole
    header.resize(8000, 60)
    assert header.title.text() == header.title.whole


def test_the_status_menu_offers_all_states(qtbot):
    header = ArticleHeader()
    qtbot.addWidget(header)
    header.show_status(Status.DONE)
    choices = header.status.menu().actions()
    assert [a.text() for a in choices] == list(STATUS_TITLES.values())
    assert [a.isChecked() for a in choices].index(True) == 2
    with qtbot.waitSignal(header.status_chosen) as caught:
        choices[3].trigger()
    assert caught.args == [Status.FLAGGED]


def test_states_differ_without_colour(qtbot):
    header = ArticleHeader()
    qtbot.addWidget(header)
    alpha = set()
    for status in (Status.TODO, Status.IN_PROGRESS, Status.DONE, Status.SKIPPED):
        image = status_icon(status, header).pixmap(14, 14).toImage()
        shape = tuple(
            image.pixelColor(x, y).alpha() > 100
            for y in range(image.height())
            for x in range(image.width())
        )
        alpha.add(shape)
    assert len(alpha) == 4


def test_the_status_line_says_saved_only_when_it_is(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_all_saved()
    assert line.saved.text() == "✓ All saved"
    line.show_saved(datetime(2026, 1, 2, 14, 3, 12, tzinfo=UTC))
    assert line.saved.text() == "✓ Saved 14:03:12"
    line.show_failed("The disk is full.")
    assert line.saved.text() == "✗ Not saved"
    assert line.failed == line.saved.toolTip() == "The disk is full."
    line.show_saved()
    assert line.failed == ""
    line.show_pending(1)
    assert line.waiting.text() == "1 suggestion open"
    line.show_worker(3, 2000)
    assert line.worker.text() == "Suggesting 3/2,000"
    line.show_worker(2000, 2000)
    assert line.worker.text() == ""
    line.clear()
    assert line.saved.text() == ""


def test_the_empty_page_says_what_to_do(qtbot):
    page = EmptyPage()
    qtbot.addWidget(page)
    page.show_no_articles()
    with qtbot.waitSignal(page.pressed):
        page.button.click()
    page.show_none_open()
    assert page.button.isHidden()
    page.show_opening("Opening x…")
    assert page.headline.text() == "Opening x…"
    assert page.sentence.text() == ""


# -- find ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "match_case", "found"),
    [
        ("velm", False, 3),
        ("velm", True, 0),
        ("  ", False, 0),
        ("said   Omar", False, 1),
        ("שלום", False, 1),
        ("🚢", True, 1),
        (".*", False, 0),
        ("agreed. Brook", False, 1),
    ],
)
def test_find_all(query, match_case, found):
    places = find_all(HARBOUR, query, match_case=match_case)
    assert len(places) == found
    for start, end in places:
        words = HARBOUR[start:end].casefold().split()
        assert words == query.casefold().split()


# -- suggestions in the background ---------------------------------------------


class InventedSuggester:
    """Stands in for the child process: writes what it is told, on its own thread."""

    made: ClassVar[list[InventedSuggester]] = []

    def __init__(self, path, events, *, pipeline=None, everything=True):
        self.path, self.events, self.everything = path, events, everything
        self.asked: list[str] = []
        self.stopped = False
        InventedSuggester.made.append(self)

    def start(self):
        pass

    def urgent(self, document_id):
        self.asked.append(document_id)

    def rescan(self):
        self.asked.append("rescan")

    def stop(self, timeout_s=5.0):
        self.stopped = True

    def find(self, document_id, items):
        def work():
            with Project.open(self.path) as project:
                suggest(project, document_id, items)
            self.events.arrived(frozenset({document_id}))
            self.events.progressed(1, 2)

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()


@pytest.fixture
def background(qtbot, tmp_path, monkeypatch):
    InventedSuggester.made = []
    monkeypatch.setattr(suggesting, "Suggester", InventedSuggester)
    with Project.open(make_project(tmp_path)) as project:
        view = ArticleView()
        qtbot.addWidget(view)
        article = ArticleDesk(view)
        article.set_desk(Desk(project, project.annotator("ada")))
        article.set_schema()
        article.open(project.store.documents.ids()[0])
        made = BackgroundSuggestions(article, view)
        yield made, article, project
        made.set_project(None, everything=False)
        article.set_desk(None)


def test_suggestions_stream_into_the_open_article(qtbot, background):
    made, article, project = background
    made.set_project(project, everything=True)
    [suggester] = InventedSuggester.made
    first = article.document.document.id
    assert suggester.asked == [first]
    ada = place(HARBOUR, "Ada Brook")
    with qtbot.waitSignal(made.progressed) as caught:
        suggester.find(first, [("entity", "PERSON", {"mention": [ada]}, 0.9)])
    assert caught.args == [1, 2]
    assert article.pending_count == 1
    assert [m.main for m in article.marks.values()] == [(ada,)]
    with qtbot.waitSignal(made.listed, timeout=5000):
        pass


def test_what_another_run_says_is_ignored(qtbot, background):
    made, _, project = background
    made.set_project(project, everything=True)
    old = InventedSuggester.made[0]
    made.set_project(project, everything=True)
    assert old.stopped
    stops = []
    made.stopped.connect(stops.append)
    old.events.failed("too late")
    InventedSuggester.made[1].events.failed("The pipeline is gone.")
    qtbot.waitUntil(lambda: stops == ["The pipeline is gone."])
    assert not made.running


def test_stop_start_and_rescan(background):
    made, _, project = background
    made.set_project(project, everything=True)
    made.start()
    made.rescan()
    assert InventedSuggester.made[0].asked[1:] == ["rescan", "rescan"]
    made.stop()
    assert InventedSuggester.made[0].stopped
    assert not made.running
    made.start()
    assert made.running
    assert len(InventedSuggester.made) == 2


def test_without_suggestions_only_missing_tokens_are_made(background):
    made, article, project = background
    made.set_project(project, everything=False)
    made.urgent(article.document.document.id)
    assert InventedSuggester.made == []
    article.document.tokens = None
    made.urgent(article.document.document.id)
    assert [s.everything for s in InventedSuggester.made] == [False]


# -- drag and drop, narrow window ----------------------------------------------


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    preferences = Preferences()
    preferences.suggest = False
    made = MainWindow(
        preferences,
        apply_theme(qapp, Theme.LIGHT),
        RecentProjects(tmp_path / "recent.json"),
        "ada",
    )
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.project.opened, timeout=10_000):
        made.project.open_path(make_project(tmp_path))
    yield made
    made.close()


def test_dropped_files_are_offered_for_import(window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "texts"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    window.dropEvent(drop)
    dialog = window.findChild(ImportDialog)
    assert dialog.places() == [tmp_path / "texts"]
    dialog.reject()


def test_a_narrow_window_keeps_the_article_readable(qtbot, window):
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window.width() <= 905)
    assert window.width() <= 905
    assert window.parts.view.width() >= 300
    assert window.parts.view.height() >= 250
    assert window.parts.documents_dock.isHidden()
    window.resize(1400, 900)
    qtbot.waitUntil(lambda: not window.parts.documents_dock.isHidden())


def test_the_window_stays_small(window):
    """The window is a composition root: it must not grow into everything."""
    methods = [n for n in vars(MainWindow) if callable(getattr(MainWindow, n))]
    assert len(methods) <= 45


def test_a_selection_is_told_in_the_status_line(window):
    window.parts.view.set_selection([Fragment(6, 15)])
    assert window.parts.status.position.text() == "9 characters selected"
    window.parts.view.set_selection([Fragment(6, 15), Fragment(43, 47)])
    assert window.parts.status.position.text().endswith("in 2 fragments")
    window.parts.view.set_selection([])
    assert window.parts.status.position.text().endswith(f"/ {len(HARBOUR):,}")
