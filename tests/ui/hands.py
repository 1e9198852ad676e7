"""A desk, a view and the controllers between them, without a window."""

from __future__ import annotations

from annotator.domain.annotations import Annotation, Fragment
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.ui.actions import schema_keys
from annotator.ui.article.view import ArticleView
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.marking import MarkingController
from annotator.ui.reviewing import ReviewController


class Hands:
    """A desk, a view and the controllers, with everything they say."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.view = ArticleView()
        self.view.resize(900, 700)
        self.article = ArticleDesk(self.view)
        self.review = ReviewController(self.article)
        self.marking = MarkingController(self.article, self.review)
        self.hints: list[str] = []
        self.failures: list[Exception] = []
        self.changes: list[object] = []
        self.article.hint.connect(self.hints.append)
        self.article.failed.connect(self.failures.append)
        self.article.changed.connect(self.changes.append)
        self.article.elsewhere.connect(self.article.open)
        self.keys = {key.key: key for key in schema_keys(project.schema)}
        self.documents = project.store.documents.ids()
        self.article.set_desk(Desk(project, project.annotator("ada")))
        self.article.set_schema()
        self.article.open(self.documents[0])

    def select(self, *fragments: Fragment) -> None:
        self.view.set_selection(fragments)

    def key(self, key: str) -> None:
        self.marking.press(self.keys[key])

    def mark(self, key: str, *fragments: Fragment) -> Annotation:
        self.select(*fragments)
        self.key(key)
        item = self.article.current
        assert isinstance(item, Annotation)
        return item

    @property
    def annotations(self) -> list[Annotation]:
        return list(self.article.document.layer.annotations.values())
