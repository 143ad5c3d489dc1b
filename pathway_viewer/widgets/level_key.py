"""Level key: what the colours of the boxes mean, in three swatches and plain words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import PAPER, UNIT, Theme

STEPS = ((-0.9, "less than usual"), (0.0, "as usual"), (0.9, "more than usual"))


class LevelKey(QWidget):
    """A swatch and its words for less, as usual and more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = PAPER
        self.setAccessibleName("Colours: " + ", ".join(words for _, words in STEPS))

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All swatches in one row."""
        wide = sum(self._room(words) for _, words in STEPS)
        return QSize(round(wide), self.fontMetrics().height() + UNIT)

    def minimumSizeHint(self) -> QSize:
        """It is read whole or not at all."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Swatches and words, from the left."""
        theme, high = self._theme, self.fontMetrics().height()
        x, y = 0.0, (self.height() - high) / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for change, words in STEPS:
                painter.setPen(QPen(QColor(theme.outline), 1.5))
                painter.setBrush(QColor(theme.level_color(change)))
                painter.drawRoundedRect(QRectF(x + 1, y + 2, high * 1.5, high - 4), 4, 4)
                painter.setPen(QColor(theme.ink))
                room = QRectF(x + high * 1.5 + UNIT, y, self._room(words), high)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
                x += self._room(words)

    def _room(self, words: str) -> float:
        high = self.fontMetrics().height()
        return high * 1.5 + UNIT + self.fontMetrics().horizontalAdvance(words) + 3 * UNIT
