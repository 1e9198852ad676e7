"""The inspector's form for an annotation of one kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotations import Annotation, Link, extent
from annotator.domain.schema import Kind, Role, Schema, Style, foreign_title
from annotator.domain.text import excerpt
from annotator.domain.wording import tr, within
from annotator.ui.moments import day_and_time
from annotator.ui.panels.drawing import SWATCH, key_name, swatch_icon
from annotator.ui.panels.inspector_fields import AttributesSection, NoteEdit
from annotator.ui.panels.inspector_parts import PartsSection, close_button
from annotator.ui.panels.passage import QuoteButton
from annotator.ui.theme import Space, set_role


class LabelBox(QComboBox):
    """The labels of a kind, each with its bar.

    Signals:
        chosen: The label the user picked, if it is another one.
    """

    chosen = Signal(str)

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._shown = ""
        self._styles: dict[str, Style] = {}
        self._retired = {o.name: o.title for o in kind.labels if o.retired}
        for label in kind.offered:
            self._styles[label.name] = label.style
            key = f"   {key_name(label.key)}" if label.key else ""
            self.addItem(f"{label.title}{key}", label.name)
        self.setIconSize(SWATCH)
        self._draw_swatches()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Label"))
        self.setToolTip(tr("Change the label"))
        self.setMaxVisibleItems(24)
        self.activated.connect(self._tell)

    def show_label(self, name: str) -> None:
        """Show a label, also one that is retired or that the schema does not know."""
        self._shown = name
        index = self.findData(name)
        if index < 0:
            title, foreign = self._retired.get(name), foreign_title(name)
            self.addItem(
                foreign
                if title in (None, foreign)
                else tr("{title} (retired)", title=title)
            )
            self.setItemData(self.count() - 1, name)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the bars in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_swatches()

    def _draw_swatches(self) -> None:
        scale = self.devicePixelRatio()
        for index in range(self.count()):
            style = self._styles.get(self.itemData(index))
            if style is not None:
                self.setItemIcon(index, swatch_icon(style, self.palette(), scale))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel: scrolling must not change a label."""
        event.ignore()

    def _tell(self) -> None:
        name = self.currentData()
        if name != self._shown:
            self._shown = name
            self.chosen.emit(name)


class LinkRow(QWidget):
    """One link: what it says, the other end as quoted text, and a cross.

    Signals:
        activated: The annotation at the other end.
        removed: The link.
    """

    activated = Signal(str)
    removed = Signal(str)

    def __init__(self, link: Link, other: Annotation, title: str, words: str) -> None:
        super().__init__()
        self._link = link
        self._other = other
        passage = QuoteButton()
        passage.set_words(words, tr("Click selects it."))
        passage.clicked.connect(self._activate)
        remove = close_button(tr("Remove this link"))
        remove.clicked.connect(self._remove)
        name = QLabel(title)
        set_role(name, "muted")
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(passage, 1)
        row.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(name)
        column.addLayout(row)

    def _activate(self) -> None:
        self.activated.emit(self._other.id)

    def _remove(self) -> None:
        self.removed.emit(self._link.id)


class AnnotationForm(QWidget):
    """Everything about an annotation of one kind, from label to origin.

    Signals:
        label_changed: The new label.
        unlink: A link to remove.
        link_activated: The annotation at a link's other end.
        delete: The annotation is to go.
    """

    label_changed = Signal(str)
    unlink = Signal(str)
    link_activated = Signal(str)
    delete = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.page: QWidget = self
        self._kind = kind
        self._links: list[LinkRow] = []
        self.label = LabelBox(kind)
        self.label.chosen.connect(self.label_changed)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        set_role(self.warning, "warning")
        self.parts = PartsSection(kind, editable=True)
        self.attributes = AttributesSection(kind)
        self.note = NoteEdit()
        self.delete_button = QPushButton(tr("Delete annotation"))
        set_role(self.delete_button, "danger")
        self.delete_button.setToolTip(
            tr("Delete it with all its parts (undo brings it back)")
        )
        self.delete_button.clicked.connect(self.delete)
        self._origin = QLabel()
        self._origin.setWordWrap(True)
        set_role(self._origin, "muted")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.M)
        column.addLayout(titled(self._kind.title, self.label))
        column.addWidget(self.warning)
        column.addWidget(self.parts)
        if self._kind.attributes:
            column.addWidget(line())
            column.addWidget(self.attributes)
        column.addWidget(line())
        column.addLayout(titled(tr("Note"), self.note))
        self._link_box = QWidget()
        self._link_column = QVBoxLayout(self._link_box)
        self._link_column.setContentsMargins(0, 0, 0, 0)
        self._link_column.setSpacing(Space.S)
        self._link_column.addWidget(caption(tr("Links")))
        column.addWidget(self._link_box)
        column.addWidget(line())
        column.addWidget(self._origin)
        column.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_annotation(
        self, annotation: Annotation, text: str, *, keep_typed: bool
    ) -> None:
        """Show an annotation; with *keep_typed* not over a note being typed."""
        self.label.show_label(annotation.label)
        self.parts.show_parts(annotation.parts, text)
        self.attributes.show_values(annotation.attributes)
        self.note.show_note(annotation.note, keep_typed=keep_typed)
        self._origin.setText(_history(annotation))
        self._warn(annotation)

    def _warn(self, annotation: Annotation) -> None:
        words = [
            unfinished_sentence(self._kind, role)
            for role in self._kind.roles
            if role.required and not annotation.parts.get(role.name)
        ]
        self.warning.setText("\n".join(words))
        self.warning.setVisible(bool(words))

    def show_links(
        self,
        annotation: Annotation,
        text: str,
        schema: Schema,
        links: Sequence[tuple[Link, Annotation]],
    ) -> None:
        """Show the links of an annotation."""
        for row in self._links:
            row.hide()
            row.deleteLater()
        self._links = []
        titles = {link.label: link.title for link in schema.links}
        for link, other in links:
            title = titles.get(link.label, link.label)
            leads_away = link.source == annotation.id
            title = f"{title} →" if leads_away else f"← {title}"
            row = LinkRow(link, other, title, _words_of(other, text, schema))
            row.activated.connect(self.link_activated)
            row.removed.connect(self.unlink)
            self._links.append(row)
            self._link_column.addWidget(row)
        self._link_box.setVisible(bool(links))

    def commit(self) -> None:
        """Tell of what has been typed and not told yet."""
        self.attributes.commit()
        self.note.commit()


def unfinished_sentence(kind: Kind, role: Role) -> str:
    """Return which part is missing and how to add it."""
    press = tr(" and press {key_name}", key_name=key_name(role.key)) if role.key else ""
    thing, part = kind.name.replace("_", " "), within(role.title)
    return tr(
        "This {thing} has no {part}: select it in the text{press}.",
        thing=thing,
        part=part,
        press=press,
    )


def _words_of(annotation: Annotation, text: str, schema: Schema) -> str:
    kind = schema.kind(annotation.kind)
    main = annotation.parts.get(kind.main_role.name, ()) if kind else ()
    fragments = main or (extent(annotation.parts),)
    return " … ".join(excerpt(text, *fragment, limit=160) for fragment in fragments)


def caption(text: str) -> QLabel:
    """Return the small bold title of a section."""
    label = QLabel(text)
    set_role(label, "caption")
    return label


def titled(text: str, widget: QWidget) -> QVBoxLayout:
    """Return a widget under its title."""
    column = QVBoxLayout()
    column.setSpacing(Space.XS)
    label = caption(text)
    label.setBuddy(widget)
    column.addWidget(label)
    column.addWidget(widget)
    return column


def line() -> QFrame:
    """Return a thin line between sections."""
    frame = QFrame()
    set_role(frame, "line")
    return frame


def _history(annotation: Annotation) -> str:
    origin, _, source = annotation.origin.partition(":")
    came = {
        "manual": tr("Marked by hand"),
        "import": tr("Imported"),
        "propagated": tr("Marked with all its occurrences"),
        "settled": tr("Settled from annotators"),
        "suggestion": tr("Accepted from {source}", source=source),
    }.get(origin, annotation.origin)
    lines = [f"{came} · {_moment(annotation.created)}".removesuffix(" · ")]
    if annotation.modified not in {"", annotation.created}:
        lines.append(tr("Changed · {moment}", moment=_moment(annotation.modified)))
    return "\n".join(lines)


def _moment(moment: str) -> str:
    return day_and_time(moment) or moment
