"""The line below the audience's picture: what is changed in this run, and what the model is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import PAPER, Theme
from pathway_viewer.widgets.style import family

SHARE = 0.052
"""Height of the line as a share of the window's."""


MOST = 0.72
"""The share of the line that words of what is changed may take: the notice stands always."""


class AudienceFoot(QWidget):
    """Words large enough for the last row at the left, the notice in small type at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme: Theme = PAPER
        self._words = self._notice = ""

    def set_theme(self, theme: Theme) -> None:
        """The picture's own colours."""
        self._theme = theme
        self.update()

    def tell(self, words: str, notice: str) -> None:
        """What is changed ('' for nothing), and the notice."""
        self._words, self._notice = words, notice
        self.setAccessibleName(words or notice)
        self.update()

    def words(self) -> str:
        """What is told of the run."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both texts on the picture's ground; the words first, the notice where there is room."""
        theme, high, left = self._theme, self.height(), round(self.height() * 0.5)
        room = self.rect().adjusted(left, 0, -left, 0)
        align = Qt.AlignmentFlag
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(theme.background))
            used = 0
            if self._words:
                text = self._fitted(
                    painter, self._words, round(room.width() * MOST) - 2 * left, high
                )
                used = painter.fontMetrics().horizontalAdvance(text) + 2 * left
                box = self.rect().adjusted(left, round(high * 0.06), 0, -round(high * 0.1))
                box.setWidth(used)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent))
                painter.drawRoundedRect(box, high * 0.16, high * 0.16)
                painter.setPen(QColor(theme.on_accent))
                painter.drawText(box, align.AlignCenter, text)
            painter.setFont(_font(high * 0.36))
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                room,
                align.AlignRight | align.AlignVCenter,
                self._told(painter, room.width() - used),
            )

    def _told(self, painter: QPainter, room: int) -> str:
        """The notice, or as many of its sentences as there is room for; the first in any case."""
        sentences = self._notice.split(". ")
        texts = [". ".join(sentences[:count]) for count in range(len(sentences), 0, -1)]
        wide = painter.fontMetrics().horizontalAdvance
        return next((text for text in texts if wide(text) < room), texts[-1])

    def _fitted(self, painter: QPainter, text: str, room: int, high: int) -> str:
        """A text that fits: smaller where it is long, then shortened."""
        for share in (0.56, 0.48, 0.42):
            painter.setFont(_font(high * share, bold=True))
            if painter.fontMetrics().horizontalAdvance(text) <= room:
                return text
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)


def _font(size: float, bold: bool = False) -> QFont:
    font = QFont(family())
    font.setPixelSize(max(9, round(size)))
    font.setBold(bold)
    return font
