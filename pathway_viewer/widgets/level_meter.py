"""Level meter: a node's level now against its rest, as a bar with words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pathway_viewer.look.theme import Theme
from pathway_viewer.widgets.wording import signed

BAR = 12
PART = " · "
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LevelMeter(QWidget):
    """The word for the level, its number, and a bar from rest to now on a track from 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = ""
        self._level: float = 0.0
        self._rest: float = 0.0
        self._change: float = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_level(self, word: str, level: float, rest: float, change: float) -> None:
        """The level 0..1, its rest 0..1, the change from rest -1..1 and the word for it."""
        told = (word, round(level, 2), round(rest, 2), round(change, 2))
        if told == (self._word, self._level, self._rest, self._change):
            return
        self._word, self._level, self._rest, self._change = told
        self.setAccessibleName(f"Level now: {self.words()}, {self.numbers()}")
        self.update()

    def words(self) -> str:
        """The state in words, with a capital."""
        return self._word[:1].upper() + self._word[1:]

    def numbers(self) -> str:
        """The level and its rest in numbers."""
        change = f"change {signed(self._change)}"
        return PART.join((f"level {self._level:.2f}", f"rest {self._rest:.2f}", change))

    def sizeHint(self) -> QSize:
        """One line of text over the bar."""
        return QSize(280, self._line() + 8 + BAR + 4)

    def _line(self) -> int:
        return round(self._theme.type.body * 1.4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words left, numbers right, the bar below."""
        line = self._line()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            text = QRectF(0, 0, self.width(), line)
            painter.setPen(QColor(self._theme.ink))
            painter.setFont(self._font(self._theme.type.body, QFont.Weight.DemiBold))
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft, self.words())
            text.setLeft(painter.fontMetrics().horizontalAdvance(self.words()) + 8)
            painter.setPen(QColor(self._theme.muted))
            painter.setFont(self._font(self._theme.type.caption, QFont.Weight.Normal))
            painter.drawText(text, RIGHT, self._fitting(painter.fontMetrics(), text.width()))
            self._paint_bar(painter, QRectF(0.5, line + 6.5, self.width() - 1, BAR - 1))

    def _fitting(self, metrics: QFontMetrics, room: float) -> str:
        """The numbers, or as many of them as there is room for: the level is the last to go."""
        parts = self.numbers().split(PART)
        while len(parts) > 1 and metrics.horizontalAdvance(PART.join(parts)) > room:
            parts.pop(1)
        return PART.join(parts)

    def _paint_bar(self, painter: QPainter, track: QRectF) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(track, 3, 3)
        ends = sorted((self._rest, self._level))
        left, right = (track.left() + end * track.width() for end in ends)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.level_color(1 if self._level >= self._rest else -1)))
        painter.drawRect(QRectF(left, track.top() + 1, right - left, track.height() - 2))
        x = track.left() + self._rest * track.width()
        painter.setPen(QPen(QColor(theme.ink), 2))
        painter.drawLine(round(x), round(track.top()) - 3, round(x), round(track.bottom()) + 3)

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(size))
        font.setWeight(weight)
        return font
