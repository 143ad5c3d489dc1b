"""Try row: what could be done to the thing explained, a click each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.widgets.wrapped_row import WrappedRow

NODE = ("Block", "Half", "Double")
ARROW = ("Cut", "Half", "Double")


class TryRow(WrappedRow):
    """Says `push_requested(Perturbation)`, or `more_requested()` for all that can be set."""

    push_requested = Signal(object)
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What if", 4, parent)
        self._target = ""
        self._names: tuple[str, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._title = QLabel("What if ", self)
        self._title.setProperty("role", "caption")
        self.more = self._button("More…", "Hold or scale it, from and until any time")
        self.more.clicked.connect(self.more_requested)
        self.hide()

    def set_target(self, id: str, label: str, is_node: bool) -> None:
        """The node or arrow that is explained, '' for none."""
        self._target = id
        self.setVisible(bool(id))
        names = NODE if is_node else ARROW
        if names != self._names:
            self._names = names
            self._buttons = {name: self._made(name, is_node) for name in names}
            self.set_widgets([self._title, *self._buttons.values(), self.more])
        for name, button in self._buttons.items():
            button.setAccessibleName(f"{name}: {label}")

    def button(self, name: str) -> QPushButton:
        """The button of this name; KeyError when there is none."""
        return self._buttons[name]

    def _made(self, name: str, is_node: bool) -> QPushButton:
        what = "drive" if is_node else "weight"
        tips = {
            "Half": f"Half of its {what}, all along",
            "Double": f"Twice its {what}, all along",
            "Block": "Its level held at nothing, all along",
            "Cut": "Nothing passes, all along",
        }
        button = self._button(name, tips[name])
        button.clicked.connect(lambda: self._wish(name))
        return button

    def _button(self, name: str, tip: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setProperty("role", "small")
        button.setToolTip(tip)
        return button

    def _wish(self, name: str) -> None:
        if name == "Block":
            push = Perturbation(kind="block", target=self._target)
        elif name == "Cut":
            push = Perturbation(kind="cut", target=self._target)
        else:
            value = 0.5 if name == "Half" else 2.0
            push = Perturbation(kind="scale", target=self._target, value=value)
        self.push_requested.emit(push)
