"""Chapter track: the whole story as a row of chapters as wide as fingers, with the play head."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import PAPER, UNIT, Theme, mix
from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.frame import chapter_at
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.wording import moment

FINGER = 44
"""The least width and height in pixels of what a finger shall meet."""

DRAG = 10.0
"""So far a finger may slip (pixels) before it drags the play head."""


class ChapterTrack(QWidget):
    """A touch on a chapter asks for it, a drag for the time under the finger.

    Every chapter has the same room: what the story takes longer to tell is not easier to meet.
    """

    chapter_requested = Signal(float)
    seek_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = PAPER
        self._playback: Playback | None = None
        self._origin = ""
        self._grip: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Chapters")

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_playback(self, playback: Playback, origin: str) -> None:
        """The play head, and what its time is counted from."""
        if playback != self._playback or origin != self._origin:
            self._playback, self._origin = playback, origin
            chapter = chapter_at(playback.chapters, playback.time)
            title = chapter.title if chapter else ""
            self.setAccessibleDescription(f"{title}, {self.moment()}")
            self.update()

    def moment(self) -> str:
        """The play head's time in words."""
        return moment(self._playback.time, self._origin) if self._playback else ""

    def sizeHint(self) -> QSize:
        """Two lines of a title, and the moment above."""
        return QSize(600, round(self._head_height() + self._theme.type.body * 3.6))

    def minimumSizeHint(self) -> QSize:
        """A finger a chapter."""
        return QSize(FINGER * len(self.boxes()), self.sizeHint().height())

    def boxes(self) -> tuple[tuple[Chapter, QRectF], ...]:
        """Every chapter and the part of the track that asks for it; without any, all is one."""
        if self._playback is None:
            return ()
        axis = self._playback.axis
        whole = Chapter(id="", title="The whole story", start=axis.start, end=axis.end, text="")
        chapters = self._playback.chapters or (whole,)
        top, gap = self._head_height(), UNIT / 2
        wide = (self.width() + gap) / len(chapters)
        high = self.height() - top - 2
        return tuple(
            (one, QRectF(i * wide, top, wide - gap, high)) for i, one in enumerate(chapters)
        )

    def position(self, time: float) -> float:
        """Where a time stands on the track, in pixels."""
        for chapter, box in self.boxes():
            if time <= chapter.end:
                length = max(chapter.end - chapter.start, 1e-9)
                share = min(max((time - chapter.start) / length, 0.0), 1.0)
                return box.left() + share * box.width()
        return float(self.width())

    def time(self, x: float) -> float:
        """The time at a place of the track; the inverse of `position`."""
        for chapter, box in self.boxes():
            if x <= box.right():
                share = min(max((x - box.left()) / box.width(), 0.0), 1.0)
                return chapter.start + share * (chapter.end - chapter.start)
        return self.boxes()[-1][0].end if self._playback else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chapters, the one that is told marked, and the head."""
        if self._playback is None:
            return
        now = chapter_at(self._playback.chapters, self._playback.time)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for i, (chapter, box) in enumerate(self.boxes()):
                told = chapter is now or not self._playback.chapters
                self._paint_chapter(painter, i, chapter, box, told)
            self._paint_head(painter, self._playback)
            if self.hasFocus():
                painter.setPen(QPen(QColor(self._theme.focus), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)

    def _paint_chapter(
        self, painter: QPainter, i: int, chapter: Chapter, box: QRectF, told: bool
    ) -> None:
        theme = self._theme
        ground = theme.chapters[i % len(theme.chapters)]
        painter.setPen(QPen(QColor(theme.accent), 3) if told else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground if told else mix(ground, theme.panel, 0.35)))
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        if told and self._playback is not None:
            self._paint_told(painter, box, self.position(self._playback.time), ground)
        weight = QFont.Weight.DemiBold if told else QFont.Weight.Normal
        painter.setFont(self._lettered(theme.type.body, weight))
        painter.setPen(QColor(theme.ink))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(8, 2, -8, -2), int(flags), chapter.title)

    def _paint_told(self, painter: QPainter, box: QRectF, x: float, ground: str) -> None:
        """What has been told of a chapter, darker."""
        painter.save()
        painter.setClipRect(QRectF(box.left() + 3, box.top(), x - box.left() - 3, box.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(ground, self._theme.ink, 0.12)))
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 6, 6)
        painter.restore()

    def _paint_head(self, painter: QPainter, playback: Playback) -> None:
        theme, x = self._theme, self.position(playback.time)
        painter.setFont(self._lettered(theme.type.small, QFont.Weight.DemiBold))
        wide = painter.fontMetrics().horizontalAdvance(self.moment()) + 3 * UNIT
        high = self._head_height() - 6
        left = min(max(x - wide / 2, 0.0), self.width() - wide)
        line = min(max(x, 1.5), self.width() - 1.5)
        painter.setPen(QPen(QColor(theme.accent), 3))
        painter.drawLine(QPointF(line, high), QPointF(line, self._head_height() + 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        pill = QRectF(left, 0, wide, high)
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(QColor(theme.on_accent))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.moment())

    def _head_height(self) -> float:
        return round(self._theme.type.small * 1.9) + 6

    def _lettered(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(size))
        font.setWeight(weight)
        return font

    # Wishes from the visitor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger comes down."""
        self._grip, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It drags the play head once it has left its place."""
        if self._grip is None:
            return
        if self._dragged or abs(event.position().x() - self._grip.x()) > DRAG:
            self._dragged = True
            self.seek_requested.emit(self.time(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It goes up where it came down: that chapter."""
        if self._grip is not None and not self._dragged:
            x = event.position().x()
            hit = [chapter for chapter, box in self.boxes() if box.left() <= x <= box.right() + 4]
            if hit:
                self.chapter_requested.emit(hit[0].start)
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go by chapter."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is None or self._playback is None:
            super().keyPressEvent(event)
            return
        head = self._playback
        self.seek_requested.emit((head.next_chapter() if way > 0 else head.previous_chapter()).time)
