"""What the schema says of a label, as running text and as a tip."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from annotator.domain.schema import Schema
from annotator.domain.wording import tr
from annotator.ui.theme import Space


def as_html(text: str) -> str:
    """Return a guideline's paragraphs and ``- `` lists as HTML for a tip."""
    blocks = []
    for block in text.strip().split("\n\n"):
        lines = [line.strip() for line in block.strip().splitlines()]
        if lines and all(line.startswith("- ") for line in lines):
            items = "".join(f"<li>{escape(line[2:])}</li>" for line in lines)
            blocks.append(f"<ul>{items}</ul>")
        elif lines:
            blocks.append(f"<p>{escape(' '.join(lines))}</p>")
    return "".join(blocks)


class GuidelinePanel(QWidget):
    """The guideline of a label, below it that of its kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema: Schema | None = None
        self._shown: tuple[str, str] | None = None
        self._text = QTextBrowser()
        self._text.setAccessibleName(tr("Guideline"))
        self._text.setOpenExternalLinks(True)
        self._text.document().setDocumentMargin(Space.M)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)

    def set_schema(self, schema: Schema | None) -> None:
        """Take the guidelines of *schema* and show its general one."""
        self._schema = schema
        self._shown = None
        self._text.setMarkdown(schema.guideline if schema else "")

    def show_label(self, kind_name: str | None, label_name: str = "") -> None:
        """Show one label's guideline; None for the general one."""
        if self._schema is None or self._shown == (kind_name, label_name):
            return
        kind = self._schema.kind(kind_name) if kind_name else None
        if kind is None:
            self.set_schema(self._schema)
            return
        self._shown = (kind.name, label_name)
        label = kind.label(label_name)
        own = f"### {label.title}\n\n{label.description}\n\n" if label else ""
        self._text.setMarkdown(f"{own}### {kind.title}\n\n{kind.guideline}")

    def text(self) -> str:
        """Return what is shown, without markup."""
        return self._text.toPlainText()
