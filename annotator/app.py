"""The window's composition root: what is made, and in which order.

The window is painted before anything slow is read: services, and with them the
database and the formats, are imported on another thread after the first paint.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import APP_ID, __version__
from annotator.domain.resources import resource
from annotator.ui.system import missing_library, require_display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from annotator.ui.window.main_window import MainWindow

SWITCH_INTERVAL_S = 0.001


def run(argv_project: Path | None, annotator: str | None) -> int:
    """Open the window and stay until it is closed.

    Args:
        argv_project: The project to open; None for the welcome screen.
        annotator: Who is working; None for whoever was last.

    Returns:
        The process's exit code.

    Raises:
        EnvironmentFault: There is no screen, or a library of the system's.
    """
    require_display()
    try:
        from PySide6 import QtWidgets  # noqa: F401 - to learn whether it can be had
    except ImportError as error:
        raise missing_library(error) from error
    # Threads in the background hand over sooner to the one that people wait for.
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = make_application()
    window = make_window(app, annotator)
    window.show()
    _after_paint(window, argv_project)
    return app.exec()


def make_application() -> QApplication:
    """Return the application with its name, icon and crash hook."""
    from PySide6.QtGui import QGuiApplication, QIcon
    from PySide6.QtWidgets import QApplication

    from annotator.ui.errors import install_excepthook

    app = QApplication(sys.argv[:1])
    app.setApplicationName("annotator")
    app.setApplicationDisplayName("Annotator")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(APP_ID)
    app.setWindowIcon(QIcon(str(resource("icons", "annotator.svg"))))
    install_excepthook(app.activeWindow)
    return app


def make_window(app: QApplication, annotator: str | None) -> MainWindow:
    """Return the main window in the chosen theme, not yet shown."""
    from annotator.ui.screen import fit_to_screen
    from annotator.ui.theme import apply_theme
    from annotator.ui.translation import use_language
    from annotator.ui.welcome import RecentProjects
    from annotator.ui.window.main_window import MainWindow
    from annotator.ui.window.preferences import Preferences

    preferences = Preferences()
    use_language(preferences.language)
    keeper = apply_theme(app, preferences.theme)
    window = MainWindow(preferences, keeper, RecentProjects(), annotator)
    fit_to_screen(window)
    window.settings.language_changed.connect(partial(_renew, app, window))
    return window


def _renew(app: QApplication, old: MainWindow) -> None:
    """Put a window in place of one whose texts are in another language.

    Everything is on disk, and where the annotator was as well: the new window opens
    the same article at the same place.
    """
    project = old.project.project
    path, person = (project.path if project else None), old.project.annotator
    app.setQuitOnLastWindowClosed(False)
    # Closing writes down where everything is; the new window reads that.
    old.close()
    window = make_window(app, person.name if person else None)
    window.show()
    app.setQuitOnLastWindowClosed(True)
    _after_paint(window, path)
    # Nobody else holds on to it.
    app.setProperty("window", window)
    old.deleteLater()


def _after_paint(window: MainWindow, project: Path | None) -> None:
    if project is not None:
        from annotator.domain.wording import tr

        window.expect_project(tr("Opening {name}…", name=project.name))
    window.first_painted.connect(partial(_start, window, project))
    window.project.opened.connect(_settle)


def _start(window: MainWindow, project: Path | None) -> None:
    from annotator.ui.window.project_commands import warm_up

    window.project.opened.connect(window.agreement.warm_up_soon)
    if project is None:
        warm_up()
    else:
        window.project.open_path(project.absolute())


def _settle(project: object) -> None:
    """Keep the collector from walking over all that is there for good."""
    if project is not None:
        gc.freeze()
