"""The steps of the talk beside the diagram: captured, put in order, told, taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.model.story import Step
from pathway_viewer.model.times import spoken

Texts = tuple[str, str, str]
"""Title, notes and question of a step."""
ID = Qt.ItemDataRole.UserRole
ALT = Qt.KeyboardModifier.AltModifier


class StepsPanel(QWidget):
    """Wishes go out by signals; what the file then says comes back by `set_steps`.

    `ordered` tells ids in the order that is wished, without those that are to go; `told` an id
    with its title, notes and question.
    """

    captured = Signal()
    ordered = Signal(tuple)
    told = Signal(str, tuple)
    shown = Signal(str)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._steps: tuple[Step, ...] = ()
        self._id = ""
        self.list = QListWidget(self)
        self.title, self.ask = QLineEdit(self), QLineEdit(self)
        self.notes = QPlainTextEdit(self)
        self.capture, self.undo = QPushButton("Capture this view"), QPushButton("Undo")
        self.show_step, self.delete = QPushButton("Show"), QPushButton("Delete")
        self._where, self._trouble = QLabel(self), QLabel(self)
        self._dress()
        self._lay_out()
        self._connect()
        self._fill()

    def _dress(self) -> None:
        self.list.setAccessibleName("Steps")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setToolTip("Drag, or Alt with the arrow keys, to put a step elsewhere")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.installEventFilter(self)
        self.title.setAccessibleName("Title of the step")
        self.title.setPlaceholderText("Title")
        self.ask.setAccessibleName("Question to the room")
        self.ask.setPlaceholderText("What to ask the room")
        self.notes.setAccessibleName("Notes of the step")
        self.notes.setPlaceholderText("Notes, in Markdown; papers as [@id]")
        self.notes.setTabChangesFocus(True)
        self.notes.installEventFilter(self)
        self.capture.setToolTip("A new step after this one: time, selection, zoom and what-if")
        for button in (self.show_step, self.delete, self.undo):
            button.setProperty("role", "small")
        self._where.setProperty("role", "caption")
        self._trouble.setProperty("role", "trouble")
        for label in (self._where, self._trouble):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(240)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in (self.show_step, self.delete, self.undo):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        heading = QLabel("Steps of the talk", self)
        heading.setProperty("role", "heading")
        for part, share in ((heading, 0), (self.capture, 0), (self.list, 3)):
            column.addWidget(part, share)
        column.addLayout(row)
        for part, share in ((self.title, 0), (self.notes, 2), (self.ask, 0)):
            column.addWidget(part, share)
        column.addWidget(self._trouble)
        column.addWidget(self._where)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._choose)
        self.list.model().rowsMoved.connect(self._wish_order)
        self.list.itemActivated.connect(self._wish_shown)
        self.capture.clicked.connect(self.captured)
        self.undo.clicked.connect(self.undone)
        self.delete.clicked.connect(self._wish_gone)
        self.show_step.clicked.connect(self._wish_shown)
        for line in (self.title, self.ask):
            line.editingFinished.connect(self._wish_told)

    # Facts from above

    def set_steps(self, steps: Sequence[Step], where: str, undoable: bool) -> None:
        """What the file says now, and where it is kept."""
        self._steps = tuple(steps)
        self._where.setText(where)
        self.undo.setEnabled(undoable)
        self._fill()

    def choose(self, id: str) -> None:
        """Makes a step the one that is edited."""
        ids = [step.id for step in self._steps]
        if id in ids:
            self.list.setCurrentRow(ids.index(id))

    def chosen(self) -> str:
        """The id of the step that is edited, or ''."""
        return self._id

    def tell(self, trouble: str) -> None:
        """What could not be done, '' when all is well."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def trouble(self) -> str:
        """What is said to be wrong, or ''."""
        return self._trouble.text()

    def _fill(self) -> None:
        kept, row = self._id, max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for number, step in enumerate(self._steps, start=1):
            item = QListWidgetItem(f"{number}   {step.title}  ·  {spoken(step.at)}")
            item.setData(ID, step.id)
            self.list.addItem(item)
        self.list.blockSignals(False)
        ids = [step.id for step in self._steps]
        self.list.setCurrentRow(ids.index(kept) if kept in ids else min(row, len(ids) - 1))
        self._choose()
        self.tell("")

    def _choose(self) -> None:
        step = self._step()
        self._id = step.id if step else ""
        for part in (self.title, self.notes, self.ask, self.delete, self.show_step):
            part.setEnabled(step is not None)
        if step is not None and self._texts() == (step.title, step.notes, step.ask):
            return
        self.title.setText(step.title if step else "")
        self.notes.setPlainText(step.notes if step else "")
        self.ask.setText(step.ask if step else "")
        for line in (self.title, self.ask):
            line.setCursorPosition(0)

    def _step(self) -> Step | None:
        item = self.list.currentItem()
        id = item.data(ID) if item else ""
        return next((step for step in self._steps if step.id == id), None)

    # Wishes

    def _texts(self) -> Texts:
        texts = self.title.text(), self.notes.toPlainText(), self.ask.text()
        title, notes, ask = (text.strip() for text in texts)
        return title, notes, ask

    def _wish_told(self) -> None:
        """Other texts than the file has; a step keeps its title where none is left."""
        step = next((one for one in self._steps if one.id == self._id), None)
        texts = self._texts()
        if step is not None and texts[0] and texts != (step.title, step.notes, step.ask):
            self.told.emit(step.id, texts)

    def _wish_order(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        self.ordered.emit(tuple(item.data(ID) for item in items))

    def _wish_gone(self) -> None:
        if self._id:
            self.ordered.emit(tuple(step.id for step in self._steps if step.id != self._id))

    def _wish_shown(self) -> None:
        if self._id:
            self.shown.emit(self._id)

    def _wish_moved(self, way: int) -> None:
        ids = [step.id for step in self._steps]
        place = ids.index(self._id) + way if self._id in ids else -1
        if 0 <= place < len(ids):
            ids.remove(self._id)
            ids.insert(place, self._id)
            self.ordered.emit(tuple(ids))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with an arrow moves a step, Delete takes it out; notes are kept when left."""
        if watched is self.notes and event.type() == QEvent.Type.FocusOut:
            self._wish_told()
        if watched is self.list and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & ALT and event.key() in ways:
            self._wish_moved(ways[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self._wish_gone()
        else:
            return False
        return True
