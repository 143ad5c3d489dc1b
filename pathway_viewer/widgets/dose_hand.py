"""Dose hand: what mouse and keys do to the dose marks of a chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from pathway_viewer.model.pushes import Dose
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.chart_geometry import DOSES, ChartGeometry
from pathway_viewer.widgets.wording import rounded

Doses = tuple[Dose, ...]
Wish = Callable[[Doses, str], None]

TOUCH = 8
"""How near, in pixels, the pointer must come to a mark to take it."""
SLACK = 4
"""Rows above and below the marks that count as theirs."""
STEP = 0.01
"""A press of an arrow key moves a dose by this share of the axis."""
FACTOR = 1.1


@dataclass(frozen=True)
class Scene:
    """What the hand works on: the doses, the axis under them, and where that stands."""

    doses: Doses
    axis: Axis
    where: ChartGeometry


class DoseHand:
    """Takes a dose, moves, scales, adds and removes; says each wish with the drag it is part of.

    `taken` is the dose that keys work on; while it is dragged it is already where the pointer
    is, though the run may not be solved yet.
    """

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._others: Doses = ()
        self._offset = 0.0
        self._grips = 0
        self.taken: Dose | None = None
        self.dragging = False

    def at(self, scene: Scene, point: QPointF) -> Dose | None:
        """The dose under a point, the nearest of several."""
        if not in_row(scene.where, point):
            return None
        near = [(abs(scene.where.x(scene.axis.position(d.at)) - point.x()), d) for d in scene.doses]
        close = [(gap, dose) for gap, dose in near if gap <= TOUCH]
        return min(close, key=lambda one: one[0])[1] if close else None

    def press(self, scene: Scene, point: QPointF) -> bool:
        """Takes the dose under the pointer; False where there is none."""
        self._take(scene, self.at(scene, point))
        if self.taken is not None:
            self.dragging = True
            self._offset = point.x() - scene.where.x(scene.axis.position(self.taken.at))
        return self.dragging

    def move(self, scene: Scene, point: QPointF) -> None:
        """Moves the dose that is held to where the pointer is."""
        if self.taken is not None and self.dragging:
            place = scene.where.position(point.x() - self._offset)
            self._put(scene, rounded(scene.axis.time(place)), f"dose {self._grips}")

    def release(self) -> None:
        """Lets go; keys still work on it."""
        self.dragging = False

    def double_click(self, scene: Scene, point: QPointF, like: Dose) -> bool:
        """Adds a dose at an empty place of the row of marks."""
        if not in_row(scene.where, point) or self.at(scene, point) is not None:
            return False
        at = rounded(scene.axis.time(scene.where.position(point.x())))
        self._add(scene, like, at)
        return True

    def wheel(self, scene: Scene, point: QPointF, steps: float) -> bool:
        """Scales the dose under the pointer."""
        dose = self.at(scene, point)
        if dose is None or not steps:
            return False
        if dose != self.taken:
            self._take(scene, dose)
        self._scale(FACTOR**steps)
        return True

    def key(self, scene: Scene, event: QKeyEvent, like: Dose, now: float) -> bool:
        """D takes the next dose; Shift and arrows change it; Insert adds one, Delete removes."""
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ways = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        sizes = {Qt.Key.Key_Up: FACTOR, Qt.Key.Key_Down: 1 / FACTOR}
        if key == Qt.Key.Key_D and scene.doses:
            self._take(scene, self._next(scene.doses))
        elif key == Qt.Key.Key_Insert:
            self._add(scene, like, rounded(now))
        elif self.taken is None or not self._holds(scene.doses):
            return False
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken = None
            self._wish(self._others, "")
        elif shift and key in ways:
            place = scene.axis.position(self.taken.at) + ways[Qt.Key(key)]
            self._put(scene, rounded(scene.axis.time(place)), f"dose {self._grips}")
        elif shift and key in sizes:
            self._scale(sizes[Qt.Key(key)])
        else:
            return False
        return True

    def follow(self, doses: Doses) -> None:
        """Other doses came from elsewhere: one that is no longer there is let go."""
        if not self.dragging and not self._holds(doses):
            self.taken = None

    def _holds(self, doses: Doses) -> bool:
        """Whether the dose that is taken is one of these, as it was or as it is wished by now."""
        others = len(doses) == len(self._others) + 1 and all(d in doses for d in self._others)
        return self.taken is not None and others

    def _next(self, doses: Doses) -> Dose:
        after = doses.index(self.taken) + 1 if self.taken in doses else 0
        return doses[after % len(doses)]

    def _take(self, scene: Scene, dose: Dose | None) -> None:
        self.taken = dose
        self._grips += 1
        self._others = tuple(one for one in scene.doses if one != dose)

    def _put(self, scene: Scene, hours: float, grip: str) -> None:
        assert self.taken is not None
        latest = scene.axis.end - self.taken.over
        at = max(scene.axis.start, min(hours, latest))
        if at != self.taken.at:
            self.taken = msgspec.structs.replace(self.taken, at=at)
            self._wish((*self._others, self.taken), grip)

    def _scale(self, factor: float) -> None:
        assert self.taken is not None
        amount = float(f"{self.taken.amount * factor:.3g}")
        self.taken = msgspec.structs.replace(self.taken, amount=amount)
        self._wish((*self._others, self.taken), f"dose {self._grips}")

    def _add(self, scene: Scene, like: Dose, at: float) -> None:
        dose = msgspec.structs.replace(like, at=min(at, scene.axis.end - like.over))
        self._take(scene, dose)
        self._wish((*scene.doses, dose), "")


def in_row(where: ChartGeometry, point: QPointF) -> bool:
    """Whether a point is in the row of the dose marks."""
    return -SLACK <= point.y() - where.doses_top <= DOSES + SLACK
