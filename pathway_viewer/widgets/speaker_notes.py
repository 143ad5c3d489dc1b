"""The speaker's notes: Markdown with numbered citations, as large as the speaker likes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from pathway_viewer.model.text import runs

SMALLEST, USUAL, LARGEST, STEP = 12, 20, 44, 1.12
"""Size of the text in pixels, and by how much one press of a key changes it."""

LINE = 132
"""Height of a line in percent of its text."""

_SOFT = re.compile(r"(?<!\n)\n(?!\n|\s*(?:[-*+]|\d+[.)])\s|\s*[|>#])")


class SpeakerNotes(QTextBrowser):
    """Takes no key focus: keys belong to the talk. It scrolls by wheel and by `scroll_on`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Notes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.document().setDocumentMargin(2)
        self._size = float(USUAL)
        self._room = 1.0
        self._text = ""

    @property
    def size_of_text(self) -> float:
        """In pixels of a window of the usual size."""
        return self._size

    def set_notes(self, markdown: str) -> None:
        """Other notes, from their beginning."""
        self._text = markdown
        self._show()
        self.verticalScrollBar().setValue(0)

    def set_size_of_text(self, size: float) -> None:
        """In pixels; too small or too large is brought to what can be read."""
        self._size = min(max(size, SMALLEST), LARGEST)
        self._show()

    def set_room(self, room: float) -> None:
        """How much larger than usual the window is: the text is as much larger."""
        if room != self._room:
            self._room = room
            self._show()

    def scale(self, steps: int) -> None:
        """Larger by some steps, or smaller."""
        self.set_size_of_text(self._size * STEP**steps)

    def scroll_on(self, way: int) -> None:
        """On by most of what is seen, or back."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + way * round(bar.pageStep() * 0.8))

    def _show(self) -> None:
        # A stylesheet's size would win over the document's own font.
        self.setStyleSheet(f"font-size: {round(self._size * self._room)}px;")
        self.document().setMarkdown(
            self._text, QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)


def as_markdown(text: str, numbers: Mapping[str, int]) -> str:
    """A text of the file as Markdown: '[@id]' as '[7]', its lines as paragraphs.

    YAML folds the lines of a paragraph into one, so that a line break is a blank line, unless
    a list goes on there.
    """
    parts: list[str] = []
    for run in runs(text.strip()):
        known = sorted({numbers[id] for id in run.citations if id in numbers})
        if not run.citations:
            parts.append(run.text)
        elif known:
            parts.append(rf"\[{', '.join(map(str, known))}\]")
    return _SOFT.sub("\n\n", "".join(parts))
