"""What stands in the middle while no article is open: what to do next."""

from __future__ import annotations

from annotator.domain.wording import tr
from annotator.ui.icons import icon
from annotator.ui.panels.advice import Advice


class EmptyPage(Advice):
    """One sentence, and the button that gets on: articles are to be imported."""

    def __init__(self) -> None:
        super().__init__()
        self.button.setIcon(icon("import", "on_accent"))

    def show_opening(self, sentence: str) -> None:
        """Say that a project is being opened."""
        self.say(sentence, "")

    def show_no_articles(self) -> None:
        """Say how articles get into the project."""
        self.say(
            tr("This project has no articles yet"),
            tr(
                "Import web pages, texts, tables or what another tool has exported, "
                "or drop files and folders anywhere on this window."
            ),
            tr("Import articles…"),
        )

    def show_none_open(self) -> None:
        """Say how an article is opened."""
        self.say(tr("No article is open"), tr("Choose one from the list on the left."))
