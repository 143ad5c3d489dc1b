"""Push form: what is done to one node or arrow, how strongly, from when until when."""

from __future__ import annotations

from typing import Literal

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.segmented import SegmentedSwitch
from pathway_viewer.widgets.time_field import TimeField

Kind = Literal["block", "clamp", "scale", "cut"]
OFF = "off"
NODE_KINDS = (
    (OFF, "Free", "Nothing is done to it"),
    ("block", "Block", "Its level is held at nothing"),
    ("clamp", "Hold", "Its level is held where you set it"),
    ("scale", "Scale", "Its drive is multiplied"),
)
ARROW_KINDS = (
    (OFF, "Free", "Nothing is done to it"),
    ("cut", "Cut", "Nothing passes"),
    ("scale", "Scale", "Its weight is multiplied"),
)
STEPS = 40
"""Steps of the slider: 0.05 each for a factor of 0 to 2, 0.025 for a level of 0 to 1."""
WIDEST = {"clamp": 1.0, "scale": 2.0}
FIRST = {"clamp": 0.5, "scale": 0.5}


class PushForm(QWidget):
    """Shows the push it is given, and says `wished(push or None, grip)` for another one.

    All values of one drag of the slider come with one grip. What is typed wrong is said in a
    line below, and nothing is wished.
    """

    wished = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target, self._grips = "", 0
        self._push: Perturbation | None = None
        self._kinds = SegmentedSwitch("What to do", self)
        self._kinds.chosen.connect(self._choose)
        self._slider = self._made_slider()
        self._value = QLabel(self)
        self._value.setProperty("role", "value")
        self._value.setMinimumWidth(52)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._from = TimeField("From", "lifelong", self)
        self._until = TimeField("Until", "the end", self)
        self._trouble = QLabel(self)
        self._trouble.setProperty("role", "trouble")
        self._trouble.setWordWrap(True)
        for field in (self._from, self._until):
            field.told.connect(self._time_told)
        self._strength, self._times = QWidget(self), QWidget(self)
        self._lay_out()
        self.set_push(None)

    def _made_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, STEPS)
        slider.setPageStep(4)
        slider.setAccessibleName("How strongly")
        slider.sliderPressed.connect(self._grip)
        slider.valueChanged.connect(self._slid)
        return slider

    def _lay_out(self) -> None:
        strength = QHBoxLayout(self._strength)
        strength.setContentsMargins(0, 0, 0, 0)
        strength.addWidget(self._slider, 1)
        strength.addWidget(self._value)
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(6)
        for word, field in (("from", self._from), ("until", self._until)):
            label = QLabel(word, self._times)
            label.setProperty("role", "caption")
            times.addWidget(label)
            times.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._kinds, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._strength, self._times, self._trouble):
            column.addWidget(part)

    # Facts from above

    def set_target(self, target: str, is_node: bool) -> None:
        """The node or arrow that something may be done to."""
        if target != self._target:
            self._target = target
            self._kinds.set_options(NODE_KINDS if is_node else ARROW_KINDS)
            self._grip()
            self._tell("")

    def set_push(self, push: Perturbation | None) -> None:
        """What is done to it."""
        self._push = push
        kind = push.kind if push else OFF
        self._kinds.set_current(kind)
        self._strength.setVisible(kind in WIDEST)
        self._times.setVisible(push is not None)
        if push is None:
            self._tell("")
            return
        self._from.set_hours(push.start)
        self._until.set_hours(push.end)
        if kind in WIDEST and not self._slider.isSliderDown():
            self._slider.blockSignals(True)
            self._slider.setValue(round((push.value or 0.0) / WIDEST[kind] * STEPS))
            self._slider.blockSignals(False)
            self._name_value(push)

    def set_icons(self, icons: Icons) -> None:
        """The sign of the short form of the switch."""
        self._kinds.set_icons(icons)

    def kind_button(self, kind: str) -> QWidget:
        """The button of one kind; KeyError when there is none."""
        return self._kinds.button(kind)

    @property
    def slider(self) -> QSlider:
        """How strongly."""
        return self._slider

    @property
    def fields(self) -> tuple[TimeField, TimeField]:
        """From when, until when."""
        return self._from, self._until

    def trouble(self) -> str:
        """What was typed wrong, or ''."""
        return self._trouble.text()

    # Wishes

    def _choose(self, kind: str) -> None:
        if kind == (self._push.kind if self._push else OFF):
            return
        if kind == OFF:
            self.wished.emit(None, "")
            return
        start, end = (self._push.start, self._push.end) if self._push else (None, None)
        made = Perturbation(
            kind=_kind(kind), target=self._target, value=FIRST.get(kind), start=start, end=end
        )
        self.wished.emit(made, "")

    def _grip(self) -> None:
        self._grips += 1

    def _slid(self, step: int) -> None:
        if self._push is None or self._push.kind not in WIDEST:
            return
        value = round(step / STEPS * WIDEST[self._push.kind], 4)
        push = msgspec.structs.replace(self._push, value=value)
        self._name_value(push)
        self.wished.emit(push, f"slider {self._target} {self._grips}")

    def _time_told(self) -> None:
        if self._push is None:
            return
        try:
            start, end = self._from.hours(), self._until.hours()
        except ValueError as error:
            self._tell(str(error))
            return
        if start is not None and end is not None and end <= start:
            self._tell("It must end after it begins.")
            return
        self._tell("")
        self.wished.emit(msgspec.structs.replace(self._push, start=start, end=end), "")

    def _tell(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def _name_value(self, push: Perturbation) -> None:
        value = push.value or 0.0
        text = f"× {value:g}" if push.kind == "scale" else f"{value:g}"
        self._value.setText(text)
        self._slider.setAccessibleDescription(text)


def _kind(kind: str) -> Kind:
    kinds: dict[str, Kind] = {"block": "block", "clamp": "clamp", "scale": "scale", "cut": "cut"}
    return kinds[kind]
