"""What an action of the window is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

from annotator.domain.wording import noop


class Menu(StrEnum):
    """The menu an action stands in, in the order of the menu bar."""

    PROJECT = noop("&Project")
    EDIT = noop("&Edit")
    MARK = noop("&Mark")
    SUGGESTIONS = noop("&Suggestions")
    DOCUMENT = noop("&Document")
    VIEW = noop("&View")
    HELP = noop("&Help")


class Fact(Enum):
    """What can be true of the window; an action is enabled when its needs are."""

    PROJECT = auto()
    DOCUMENT = auto()
    SELECTION = auto()
    MARK = auto()
    ANNOTATION = auto()
    SUGGESTION = auto()
    PENDING = auto()
    OCCURRENCES = auto()
    PREVIEW = auto()
    NO_PREVIEW = auto()
    MODE = auto()
    SOURCE = auto()
    UNDO = auto()
    REDO = auto()
    SEARCHED = auto()
    ZONE = auto()
    LEAD = auto()


class Reach(Enum):
    """Where an action's keys work."""

    WINDOW = auto()
    """Everywhere in the window; text inputs keep the keys that they use."""
    ARTICLE = auto()
    """Only in the article: Return or Space mean something else in a list."""
    SHOWN = auto()
    """The article view handles the key by itself; here it is only shown."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do.

    Attributes:
        handler: ``owner.method``, looked up once when the window is built.
        help: One sentence for the status bar and the key sheet.
        keys: As ``QKeySequence`` reads them.
        icon: The name of a shipped icon; "" for none.
        checkable: It is on or off; the handler gets the new state.
        group: Actions of one menu with different groups are set apart.
    """

    id: str
    text: str
    menu: Menu
    handler: str
    help: str
    keys: tuple[str, ...] = ()
    needs: frozenset[Fact] = field(default_factory=frozenset)
    icon: str = ""
    reach: Reach = Reach.WINDOW
    checkable: bool = False
    group: str = ""
