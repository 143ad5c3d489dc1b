"""The diagram in a window: what mouse, wheel, touch and keys do to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from pathway_viewer.scene.accessible import announce_focus
from pathway_viewer.scene.glide import WHEEL_MS
from pathway_viewer.scene.touching import Fingers
from pathway_viewer.scene.walk import Direction, neighbour, next_arrow
from pathway_viewer.scene.zooming import ZoomingCanvas

WALK: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}

KEYED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
TURN: dict[int, int] = {Qt.Key.Key_BracketRight: 1, Qt.Key.Key_BracketLeft: -1}


class DiagramView(ZoomingCanvas):
    """A canvas that answers. Wishes go out by signals; nothing here knows the session."""

    selection_requested = Signal(str)
    focus_moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagram")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._fingers = Fingers()
        self._grip: QPointF | None = None
        self._dragged = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._show_focus(False)
            self._grip = event.position()
            self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the canvas when zoomed in, else show what is under the pointer."""
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            moved = event.position() - self._grip
            if self._dragged or moved.manhattanLength() > 6:
                self._dragged = True
                self.pan_by(moved, held=True)
                self._grip = event.position()
            return
        hover = self.hit(event.position())
        if hover != self._hover:
            self._hover = hover
            shape = Qt.CursorShape.PointingHandCursor if hover else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.setToolTip(self._summary(hover))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click selects what is under it, or nothing."""
        if self._grip is not None and not self._dragged:
            self.selection_requested.emit(self.hit(event.position()))
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A node comes near; elsewhere two clicks are two clicks."""
        id = self.hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton and self._is_node(id):
            self.zoom_to(id)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left: nothing is hovered."""
        self._hover = ""
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            # A touchpad tells of many small turns, which are smooth by themselves.
            smooth = not event.pixelDelta().isNull() or abs(steps) < 0.5
            self.zoom_by(1.2**steps, event.position(), 0 if smooth else WHEEL_MS, smooth)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keyboard focus comes to rest on the selection or on the first node."""
        if not self._focus and self._diagram is not None:
            self._focus = next(iter(self.node_order()), "")
        self._show_focus(event.reason() in KEYED)
        announce_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus ring goes with the focus."""
        self.update()

    def event(self, event: QEvent) -> bool:
        """Fingers; and Tab, which walks the nodes in reading order before it leaves the diagram."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            and self._tab(1 if event.key() == Qt.Key.Key_Tab else -1)
        ):
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """One finger drags what is seen from near, two pinch, a short touch is a click."""
        event.accept()
        up = QEventPoint.State.Released
        down = {p.id(): p.position() for p in event.points() if p.state() != up}
        if event.type() == QEvent.Type.TouchBegin:
            self._show_focus(False)
            self._fingers.begin(down)
        elif event.type() == QEvent.Type.TouchUpdate:
            if pull := self._fingers.move(down):
                self.zoom_by(pull.factor, pull.about, held=True)
                self.pan_by(pull.way, held=True)
        elif (at := self._fingers.end()) and event.type() == QEvent.Type.TouchEnd:
            self.selection_requested.emit(self.hit(at))

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touchpad: a pinch zooms, a double tap brings a node near or all back."""
        kind, at = event.gestureType(), event.position()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(max(0.1, 1 + event.value()), at, held=True)
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            id = self.hit(at)
            if self.zoom == 1 and self._is_node(id):
                self.zoom_to(id)
            else:
                self.fit()
        else:
            return False
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk the nodes, brackets the arrows of one; Enter explains, Escape clears."""
        key, picture = event.key(), self.picture()
        if key in WALK and picture is not None:
            self._move_focus(neighbour(picture.sheet, self._focus, WALK[key]))
        elif key in TURN and picture is not None:
            self._move_focus(next_arrow(picture.sheet, self._focus, TURN[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selection_requested.emit(self._focus)
        elif key == Qt.Key.Key_Escape:
            self.selection_requested.emit("")
        else:
            super().keyPressEvent(event)

    def _tab(self, step: int) -> bool:
        order, arrows = self.node_order(), self._diagram.arrows if self._diagram else ()
        arrow = next((a.edge for a in arrows if a.edge.id == self._focus), None)
        if arrow is not None:
            self._move_focus(str(arrow.target if step > 0 else arrow.source))
            return True
        if self._focus not in order:
            return False
        i = order.index(self._focus) + step
        if not 0 <= i < len(order):
            return False
        self._move_focus(order[i])
        return True

    def _show_focus(self, shown: bool) -> None:
        """The ring is for those who use the keyboard; a click needs no second mark."""
        self._ringed = shown
        self.update()

    def _move_focus(self, id: str) -> None:
        self._show_focus(True)
        if id and id != self._focus:
            self._focus = id
            self.focus_moved.emit(id)
            announce_focus(self)
            self.update()

    def _is_node(self, id: str) -> bool:
        return self._diagram is not None and id in self._diagram.pathway.node_index

    def _summary(self, id: str) -> str:
        if not id or self._diagram is None:
            return ""
        pathway = self._diagram.pathway
        if id in pathway.node_index:
            node = pathway.node(id)
            return f"{node.name}: {node.summary}"
        edge = pathway.edge(id)
        return f"{pathway.node(edge.source).label} → {pathway.node(edge.target).label}"
