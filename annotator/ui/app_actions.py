"""The actions on projects, the window and the program."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.ui.action_types import Action, Fact, Menu, Reach


def project_actions() -> Iterator[Action]:
    """Yield the actions on projects and the program."""
    yield Action(
        "new_project",
        "&New project…",
        Menu.PROJECT,
        "project.new",
        "Make a project file with the schema of your choice.",
        ("Ctrl+N",),
        icon="new",
    )
    yield Action(
        "open_project",
        "&Open project…",
        Menu.PROJECT,
        "project.choose",
        "Open a project file.",
        ("Ctrl+O",),
        icon="open",
    )
    yield Action(
        "close_project",
        "&Close project",
        Menu.PROJECT,
        "project.close",
        "Go back to the welcome screen; everything is saved already.",
        ("Ctrl+W",),
        needs=frozenset({Fact.PROJECT}),
    )
    yield Action(
        "import",
        "&Import articles…",
        Menu.PROJECT,
        "project.import_files",
        "Bring in text, Markdown or JSONL files or whole folders.",
        ("Ctrl+I",),
        needs=frozenset({Fact.PROJECT}),
        icon="import",
        group="files",
    )
    yield Action(
        "export",
        "&Export annotations…",
        Menu.PROJECT,
        "exporting.ask",
        "Check what a format can hold, and write annotations to files.",
        ("Ctrl+E",),
        needs=frozenset({Fact.PROJECT}),
        icon="export",
        group="files",
    )
    yield Action(
        "schema",
        "Sche&ma…",
        Menu.PROJECT,
        "schema.open",
        "Change kinds, labels, keys and guidelines; all work is kept.",
        needs=frozenset({Fact.PROJECT, Fact.LEAD}),
        group="care",
    )
    yield Action(
        "check",
        "C&heck the project",
        Menu.PROJECT,
        "care.check",
        "Prove that every annotation still says what was marked.",
        needs=frozenset({Fact.PROJECT}),
        group="care",
    )
    yield Action(
        "backup",
        "&Back up…",
        Menu.PROJECT,
        "care.backup",
        "Copy the project to another file while it stays open.",
        needs=frozenset({Fact.PROJECT}),
        group="care",
    )
    yield Action(
        "restore",
        "&Go back to a backup…",
        Menu.PROJECT,
        "care.restore",
        "Let the project be again what it was when a backup was made.",
        needs=frozenset({Fact.PROJECT}),
        group="care",
    )
    yield Action(
        "settings",
        "&Settings…",
        Menu.PROJECT,
        "appearance.settings",
        "Look, language, keys, who is working, pipeline, backups.",
        ("Ctrl+,",),
        icon="settings",
        group="program",
    )
    yield Action(
        "quit",
        "&Quit",
        Menu.PROJECT,
        "window.close",
        "Close the window; everything is saved already.",
        ("Ctrl+Q",),
        group="program",
    )


def edit_actions() -> Iterator[Action]:
    """Yield undo, text and search."""
    yield Action(
        "undo",
        "&Undo",
        Menu.EDIT,
        "article.undo",
        "Take back the last step, also in another article or from another day.",
        ("Ctrl+Z",),
        needs=frozenset({Fact.UNDO}),
        icon="undo",
    )
    yield Action(
        "redo",
        "&Redo",
        Menu.EDIT,
        "article.redo",
        "Do again what was undone.",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        needs=frozenset({Fact.REDO}),
        icon="redo",
    )
    yield Action(
        "copy",
        "&Copy text",
        Menu.EDIT,
        "marking.copy",
        "Copy the selected text, or the text of the selected mark.",
        ("Ctrl+C",),
        needs=frozenset({Fact.DOCUMENT}),
        reach=Reach.ARTICLE,
        group="text",
    )
    yield Action(
        "delete",
        "&Delete or reject",
        Menu.EDIT,
        "marking.delete",
        "Delete the selected annotation, or reject the selected suggestion.",
        ("Del", "Backspace"),
        needs=frozenset({Fact.MARK}),
        icon="delete",
        reach=Reach.ARTICLE,
        group="text",
    )
    yield Action(
        "search_documents",
        "Search &articles",
        Menu.EDIT,
        "documents.search",
        "Find articles by words in title or text.",
        ("Ctrl+F",),
        needs=frozenset({Fact.PROJECT}),
        icon="search",
        group="find",
    )
    yield Action(
        "find",
        "&Find in this article",
        Menu.EDIT,
        "find.open",
        "Find words in the open article.",
        ("Ctrl+G", "Ctrl+Shift+F"),
        needs=frozenset({Fact.DOCUMENT}),
        group="find",
    )
    yield Action(
        "find_next",
        "Find &next",
        Menu.EDIT,
        "find.next",
        "Go to the next place found.",
        ("F3",),
        needs=frozenset({Fact.SEARCHED}),
        group="find",
    )
    yield Action(
        "find_previous",
        "Find &previous",
        Menu.EDIT,
        "find.previous",
        "Go to the place found before this one.",
        ("Shift+F3",),
        needs=frozenset({Fact.SEARCHED}),
        group="find",
    )


def view_actions() -> Iterator[Action]:
    """Yield what changes the look."""
    document = frozenset({Fact.DOCUMENT})
    yield Action(
        "commands",
        "&Command palette…",
        Menu.VIEW,
        "dialogs.show_commands",
        "Type to find any action.",
        ("Ctrl+K",),
        icon="command",
    )
    yield Action(
        "zoom_in",
        "Zoom &in",
        Menu.VIEW,
        "appearance.zoom_in",
        "Make the article's text larger.",
        ("Ctrl+=", "Ctrl++"),
        needs=document,
        group="zoom",
    )
    yield Action(
        "zoom_out",
        "Zoom &out",
        Menu.VIEW,
        "appearance.zoom_out",
        "Make the article's text smaller.",
        ("Ctrl+-",),
        needs=document,
        group="zoom",
    )
    yield Action(
        "zoom_reset",
        "&Usual size",
        Menu.VIEW,
        "appearance.zoom_reset",
        "Show the article in its usual size.",
        ("Ctrl+0",),
        needs=document,
        group="zoom",
    )
    yield Action(
        "snap",
        "Select si&ngle characters",
        Menu.VIEW,
        "appearance.set_characters",
        "Let selections end inside words instead of at whole tokens.",
        ("F6",),
        needs=document,
        checkable=True,
        group="show",
    )
    yield Action(
        "toggle_documents",
        "Show the article &list",
        Menu.VIEW,
        "appearance.show_documents",
        "Show or hide the list of articles.",
        ("Ctrl+B",),
        needs=frozenset({Fact.PROJECT}),
        checkable=True,
        group="show",
    )
    yield Action(
        "toggle_side",
        "Show the ins&pector",
        Menu.VIEW,
        "appearance.show_side",
        "Show or hide the inspector and the list of annotations.",
        ("Ctrl+Shift+B",),
        needs=frozenset({Fact.PROJECT}),
        checkable=True,
        group="show",
    )
    yield Action(
        "theme",
        "Light or &dark",
        Menu.VIEW,
        "appearance.toggle_theme",
        "Change between the light and the dark theme.",
        ("F8",),
        icon="theme",
        group="window",
    )
    yield Action(
        "full_screen",
        "&Full screen",
        Menu.VIEW,
        "appearance.toggle_full_screen",
        "Use the whole screen, or go back to a window.",
        ("F11",),
        group="window",
    )


def help_actions() -> Iterator[Action]:
    """Yield help."""
    yield Action(
        "keys",
        "&Keys",
        Menu.HELP,
        "dialogs.show_keys",
        "Show every key on one sheet.",
        ("F1", "?"),
        icon="keyboard",
    )
    yield Action(
        "guide",
        "&Guide",
        Menu.HELP,
        "dialogs.show_guide",
        "Read how articles are marked, reviewed and exported.",
        ("Shift+F1",),
        icon="help",
    )
    yield Action(
        "about",
        "&About Annotator",
        Menu.HELP,
        "dialogs.show_about",
        "Version, licence and where settings are kept.",
    )
