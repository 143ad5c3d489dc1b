"""Dosed chart: the timeline chart whose dose marks can be taken, moved, scaled, added, removed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.times import spoken
from pathway_viewer.widgets.chart_geometry import DOSES
from pathway_viewer.widgets.dose_hand import DoseHand, Scene, in_row
from pathway_viewer.widgets.ruler import pointer
from pathway_viewer.widgets.timeline_chart import TimelineChart

HOW = "Drag to move it, turn the wheel to change the amount, Delete to leave it out."


class DosedChart(TimelineChart):
    """Says `doses_wished(doses, grip)`; all steps of one drag come with one grip."""

    doses_wished = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._hand = DoseHand(self.doses_wished.emit)
        self._usual: Dose | None = None
        self._unit = ""
        self.setMouseTracking(True)

    def set_usual_dose(self, dose: Dose | None, unit: str) -> None:
        """What a new dose is like, and the clock's unit; None where no dose can be given."""
        self._usual, self._unit = dose, unit

    def set_run(self, course: Course | None, doses: tuple[Dose, ...], clock: str) -> None:
        """The levels, the doses and the name of the clock."""
        super().set_run(course, doses, clock)
        self._hand.follow(doses)

    @property
    def taken(self) -> Dose | None:
        """The dose that keys work on, or None."""
        return self._hand.taken

    def dose_point(self, dose: Dose) -> QPointF:
        """Where a dose's mark is."""
        scene = self._scene()
        x = scene.where.x(scene.axis.position(dose.at)) if scene else 0.0
        return QPointF(x, self.where().doses_top + DOSES / 2)

    def reading(self, at: QPointF) -> str:
        """What a tool tip says of a point; of a dose how much it is and what can be done."""
        scene = self._scene()
        dose = self._hand.at(scene, at) if scene else None
        return f"{self._told(dose)}\n{HOW}" if dose else super().reading(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dose that is taken stands out, and says what it is."""
        super().paintEvent(event)
        dose, scene = self._hand.taken, self._scene()
        if dose is None or scene is None or not (self.hasFocus() or self._hand.dragging):
            return
        theme, top = self._story.theme, scene.where.doses_top - 2
        x = scene.where.x(scene.axis.position(dose.at))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawPolygon(pointer(x, top, DOSES + 1, 7))
            self._paint_label(painter, x, self._told(dose))

    def _paint_label(self, painter: QPainter, x: float, text: str) -> None:
        theme = self._story.theme
        painter.setFont(self._bold())
        metrics = QFontMetricsF(painter.font())
        wide, tall = metrics.horizontalAdvance(text) + 16, metrics.height() + 4
        left = min(max(x + 12, 4.0), self.width() - wide - 4)
        box = QRectF(left, self.where().doses_top - 2, wide, tall)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(theme.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    # Wishes from the user

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a mark takes the dose."""
        scene = self._scene()
        left = event.button() == Qt.MouseButton.LeftButton
        if left and scene and self._hand.press(scene, event.position()):
            self.update()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The dose that is held goes along; else the pointer says what could be held."""
        scene = self._scene()
        if scene and self._hand.dragging:
            self._hand.move(scene, event.position())
            self.update()
            return
        if not event.buttons() and scene:
            over = self._hand.at(scene, event.position()) is not None
            shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor
            if self.cursor().shape() != shape:
                self.setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go of the dose."""
        self._hand.release()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on an empty place of the row of marks adds a dose there."""
        scene = self._scene()
        added = (
            scene is not None
            and self._usual is not None
            and self._hand.double_click(scene, event.position(), self._like(scene, self._usual))
        )
        if not added:
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel over a mark changes the amount."""
        scene = self._scene()
        steps = event.angleDelta().y() / 120
        if (
            scene
            and in_row(scene.where, event.position())
            and self._hand.wheel(scene, event.position(), steps)
        ):
            self.setFocus()
            self.update()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys work on the dose that is taken, else on the play head."""
        scene = self._scene()
        if scene and self._usual and self._playback:
            like, now = self._like(scene, self._usual), self._playback.time
            if self._hand.key(scene, event, like, now):
                told = self._told(self._hand.taken) if self._hand.taken else ""
                self.setAccessibleDescription(told)
                self.update()
                return
        super().keyPressEvent(event)

    def _scene(self) -> Scene | None:
        axis = self._story.axis
        if axis is None or self._usual is None:
            return None
        return Scene(self._story.doses, axis, self.where())

    def _like(self, scene: Scene, usual: Dose) -> Dose:
        return scene.doses[-1] if scene.doses else usual

    def _told(self, dose: Dose) -> str:
        over = f" over {spoken(dose.over)}" if dose.over else ""
        at = f"{'−' if dose.at < 0 else ''}{spoken(abs(dose.at))}" if dose.at else "0 h"
        return f"{dose.amount:g} {self._unit}{over} at {at}"
