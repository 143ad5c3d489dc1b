"""Beside a frame: where the levels would be without the change, and what is changed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import acting
from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.scene.sheet import Sheet

Sign = Literal["shut", "held", "scaled"]
SIGNS: dict[Sign, str] = {"shut": "blocked or cut", "held": "held", "scaled": "scaled"}
SIGN_OF: dict[str, Sign] = {"block": "shut", "cut": "shut", "clamp": "held", "scale": "scaled"}

CLOSEST = 0.02
"""A ghost nearer than this to the level says nothing."""

BADGE = 9.0
"""Radius of a badge, in canvas units."""
SMALLEST = 4.0


@dataclass(frozen=True, eq=False)
class Beside:
    """What is seen with a frame while something is changed.

    `ghost` (N,) are the changes of the run without it, None where there is none; `signs` say
    for node and arrow ids what is done to them at this moment.
    """

    ghost: NDArray[np.float64] | None = None
    signs: tuple[tuple[str, Sign], ...] = ()


NOTHING = Beside()


def beside_of(course: Course | None, ghost: Course | None, hours: float) -> Beside:
    """What is seen at a time of a run, beside the same run without what is changed."""
    if course is None or not (ghost or course.perturbations):
        return NOTHING
    signs = signs_of(acting(course.perturbations, hours))
    return Beside(ghost.changes(hours) if ghost else None, signs)


def signs_of(perturbations: Iterable[Perturbation]) -> tuple[tuple[str, Sign], ...]:
    """The sign of each part that something is done to; what shuts it counts most."""
    done = [(SIGN_OF[one.kind], one.target) for one in perturbations]
    found: dict[str, Sign] = {}
    for sign in reversed(SIGNS):
        for its, target in done:
            if its == sign:
                found[target] = sign
    return tuple(found.items())


def paint_ghost(painter: QPainter, bar: QRectF, change: float, ghost: float, ink: str) -> None:
    """A line across a level's bar, and beyond it, where the level would be without the change."""
    if abs(ghost - change) < CLOSEST:
        return
    y = bar.center().y() - bar.height() / 2 * max(-1.0, min(1.0, ghost))
    y = min(max(y, bar.top() + 1), bar.bottom() - 1)
    reach = max(2.5, bar.width() * 0.6)
    painter.setPen(QPen(QColor(ink), max(1.5, bar.width() * 0.26)))
    painter.drawLine(QPointF(bar.left() - reach, y), QPointF(bar.right(), y))


def paint_signs(painter: QPainter, sheet: Sheet, signs: tuple[tuple[str, Sign], ...]) -> None:
    """A badge at the corner of each node and in the middle of each arrow that is changed."""
    if not signs:
        return
    wanted, radius = dict(signs), max(SMALLEST, BADGE * sheet.k)
    for node in sheet.nodes:
        if sign := wanted.get(str(node.shape.node.id)):
            corner = node.box.topLeft() + QPointF(radius * 0.4, radius * 0.4)
            paint_badge(painter, corner, radius, sign, sheet.theme)
    for arrow in sheet.arrows:
        if sign := wanted.get(str(arrow.shape.edge.id)):
            x, y = arrow.track[len(arrow.track) // 2]
            paint_badge(painter, QPointF(float(x), float(y)), radius, sign, sheet.theme)


def paint_badge(
    painter: QPainter, centre: QPointF, radius: float, sign: Sign, theme: Theme
) -> None:
    """A disc with a cross (blocked or cut), two bars (held) or one stroke (scaled)."""
    painter.setPen(QPen(QColor(theme.background), max(1.0, radius * 0.2)))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(centre, radius, radius)
    pen = QPen(QColor(theme.on_accent), max(1.2, radius * 0.28))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    r = radius * 0.42
    strokes: dict[Sign, tuple[tuple[float, float, float, float], ...]] = {
        "shut": ((-r, -r, r, r), (-r, r, r, -r)),
        "held": ((-r, -r * 0.7, r, -r * 0.7), (-r, r * 0.7, r, r * 0.7)),
        "scaled": ((-r, r, r, -r),),
    }
    for x1, y1, x2, y2 in strokes[sign]:
        painter.drawLine(centre + QPointF(x1, y1), centre + QPointF(x2, y2))
