"""The diagram for a screen reader: each node and arrow a child with name, state and time."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget

from pathway_viewer.scene.canvas import DiagramCanvas
from pathway_viewer.scene.picture import moment

VERBS = {
    "activates": "raises",
    "produces": "produces",
    "inhibits": "lowers",
    "removes": "removes",
    "maintains": "is needed for",
    "correlates": "goes with",
}


def name_of(canvas: DiagramCanvas, id: str) -> str:
    """What a node or an arrow is called: 'AMPA receptor' or 'Ca²⁺ raises BDNF release'."""
    pathway = canvas.pathway()
    if pathway is None:
        return ""
    if id in pathway.node_index:
        return pathway.node(id).name
    edge = pathway.edge(id)
    source, target = pathway.node(edge.source), pathway.node(edge.target)
    return f"{source.label} {VERBS[edge.sign]} {target.label}"


def state_of(canvas: DiagramCanvas, id: str) -> str:
    """Its state in words and the moment: 'rising, 31 percent above rest, 2 h after the dose'."""
    pathway, frame = canvas.pathway(), canvas.frame()
    if pathway is None or frame is None:
        return ""
    when = moment(frame.time, frame.origin)
    if id in pathway.node_index:
        i = pathway.node_index[pathway.node(id).id]
        change = round(100 * float(frame.changes[i]))
        side = f"{abs(change)} percent {'above' if change > 0 else 'below'} rest"
        return ", ".join([frame.words[i], *([side] if change else []), when])
    edge = pathway.edge(id)
    passing = round(100 * float(frame.flows[pathway.edge_index[edge.id]]))
    evidence = f"{edge.evidence.strength} evidence in {', '.join(edge.evidence.species)}"
    return f"influence {passing} percent, {evidence}, {when}"


class PartInterface(QAccessibleInterface):
    """One node or arrow of the diagram."""

    def __init__(self, diagram: DiagramInterface, id: str) -> None:
        super().__init__()
        self._diagram = diagram
        self._id = id

    def isValid(self) -> bool:
        """Whether the part is still shown.

        Qt keeps the parts it has met for as long as it runs, and may ask when the diagram is gone.
        """
        there = shiboken6.isValid(self._diagram) and self._diagram.isValid()
        return there and self._id in self._diagram.ids()

    def object(self) -> QObject:
        """None, which Qt takes although the stub does not: parts have no object of their own."""
        return None  # pyright: ignore[reportReturnType]

    def parent(self) -> QAccessibleInterface:
        """The diagram."""
        return self._diagram

    def child(self, index: int) -> QAccessibleInterface:
        """A part has no children."""
        return None  # pyright: ignore[reportReturnType]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """A part has no children."""
        return None  # pyright: ignore[reportReturnType]

    def childCount(self) -> int:
        """A part has no children."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """A part has no children."""
        return -1

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._diagram.rect_of(self._id)

    def role(self) -> QAccessible.Role:
        """Nodes are pushed like buttons; arrows are links between them."""
        pathway = self._diagram.canvas.pathway()
        is_node = pathway is not None and self._id in pathway.node_index
        return QAccessible.Role.Button if is_node else QAccessible.Role.Link

    def state(self) -> QAccessible.State:
        """Focusable, and focused or selected where it is."""
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        state.focused = self._diagram.canvas.focused() == self._id
        state.selected = self._diagram.canvas.selected() == self._id
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Name, or state and time; nothing of a part that is no longer shown."""
        if not self.isValid():
            return ""
        canvas = self._diagram.canvas
        if kind == QAccessible.Text.Name:
            return f"{name_of(canvas, self._id)}: {state_of(canvas, self._id)}"
        if kind in (QAccessible.Text.Description, QAccessible.Text.Value):
            return state_of(canvas, self._id)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names come from the pathway."""

    def foregroundColor(self) -> QColor:
        """The theme paints; a reader need not know how."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """The theme paints; a reader need not know how."""
        return QColor()


class DiagramInterface(QAccessibleWidget):
    """The diagram as a list of its nodes in reading order, then its arrows."""

    def __init__(self, canvas: DiagramCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.Graphic, "Pathway diagram")
        self.canvas = canvas
        self._parts: dict[str, PartInterface] = {}

    def ids(self) -> list[str]:
        """Every node and arrow shown."""
        return self.canvas.parts()

    def childCount(self) -> int:
        """One child a node and one an arrow."""
        return len(self.ids())

    def child(self, index: int) -> QAccessibleInterface:
        """The part of this index; kept, because Qt does not hold on to it."""
        ids = self.ids()
        if not 0 <= index < len(ids):
            return None  # pyright: ignore[reportReturnType]
        return self._parts.setdefault(ids[index], PartInterface(self, ids[index]))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Index of a part, or -1."""
        for i, id in enumerate(self.ids()):
            if self._parts.get(id) is child:
                return i
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The part under a point of the screen."""
        id = self.canvas.hit(QPointF(self.canvas.mapFromGlobal(QPoint(x, y))))
        return self.child(self.ids().index(id)) if id else None  # pyright: ignore[reportReturnType]

    def focusChild(self) -> QAccessibleInterface:
        """The part that holds the keyboard's focus."""
        ids, focus = self.ids(), self.canvas.focused()
        return self.child(ids.index(focus)) if focus in ids else self

    def text(self, kind: QAccessible.Text) -> str:
        """The diagram's name with the moment and what is happening."""
        frame, pathway = self.canvas.frame(), self.canvas.pathway()
        if kind == QAccessible.Text.Name and pathway is not None:
            return self.canvas.accessibleName() or f"Diagram of {pathway.title}"
        if kind == QAccessible.Text.Description and frame is not None:
            return f"{moment(frame.time, frame.origin)}: {frame.caption}"
        return ""

    def rect_of(self, id: str) -> QRect:
        """A part's rectangle on the screen."""
        box = self.canvas.box_of(id)
        if box is None:
            return QRect()
        corner = self.canvas.mapToGlobal(box.topLeft().toPoint())
        return QRect(corner, box.size().toSize())


_kept: dict[int, DiagramInterface] = {}


def _factory(key: str, object: QObject) -> QAccessibleInterface:
    if not isinstance(object, DiagramCanvas):
        return None  # pyright: ignore[reportReturnType]
    interface = DiagramInterface(object)
    address = id(object)
    _kept[address] = interface
    object.destroyed.connect(lambda: _kept.pop(address, None))
    return interface


def install() -> None:
    """Let Qt find the diagram's interface; called once by the program."""
    QAccessible.installFactory(_factory)


def announce_focus(canvas: DiagramCanvas) -> None:
    """Tell a screen reader, where one listens, that the focus has moved to another part."""
    if QAccessible.isActive() and canvas.focused() in canvas.parts():
        event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
        event.setChild(canvas.parts().index(canvas.focused()))
        QAccessible.updateAccessibility(event)
