"""How near a diagram is seen, and which part of it: a value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from pathway_viewer.scene.sheet import Sheet, placed

LARGEST = 8.0
"""The nearest zoom: eight times the size at which the whole canvas is seen."""

AIR = 0.86
"""The share of a field that a part of the canvas fills: what stands around it is seen too."""

WORTH = 1.2
"""Less than this much nearer is not worth what then is out of sight."""


@dataclass(frozen=True)
class Zoom:
    """Pixels of the whole canvas are multiplied by `factor` (1 to 8) and moved by (dx, dy)."""

    factor: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def by(self, factor: float, about: QPointF, size: QSizeF) -> Zoom:
        """Nearer by a factor, with the point `about` where it is, in a window of this size."""
        wanted = min(LARGEST, max(1.0, self.factor * factor))
        change = wanted / self.factor
        dx = about.x() - (about.x() - self.dx) * change
        dy = about.y() - (about.y() - self.dy) * change
        return Zoom(wanted, dx, dy)._kept(size)

    def moved(self, way: QPointF, size: QSizeF) -> Zoom:
        """Moved along by as many pixels."""
        return Zoom(self.factor, self.dx + way.x(), self.dy + way.y())._kept(size)

    @classmethod
    def on(cls, box: QRectF, size: QSizeF) -> Zoom:
        """A part of the whole canvas, given in its pixels, in the middle and large."""
        factor = min(LARGEST, max(2.0, size.width() * 0.3 / max(box.width(), 40.0)))
        middle = QPointF(size.width() / 2, size.height() / 2) - box.center() * factor
        return cls(factor, middle.x(), middle.y())._kept(size)

    @classmethod
    def around(cls, box: QRectF, field: QRectF, size: QSizeF) -> Zoom:
        """A part of the whole canvas, given in its pixels, as large as a field has room for.

        The whole where that would gain little.
        """
        wide, high = max(box.width(), 1.0), max(box.height(), 1.0)
        wanted = AIR * min(field.width() / wide, field.height() / high)
        factor = min(LARGEST, wanted)
        if factor < WORTH:
            return cls()
        middle = field.center() - box.center() * factor
        return cls(factor, middle.x(), middle.y())._kept(size)

    def towards(self, aim: Zoom, share: float) -> Zoom:
        """A zoom on the way to another: nearer by equal factors in equal shares.

        One point of the picture, if there is one, stays where it is all the way.
        """
        factor = self.factor * (aim.factor / self.factor) ** share
        change = aim.factor - self.factor
        way = share if abs(change) < 1e-9 else (factor - self.factor) / change
        dx, dy = self.dx + (aim.dx - self.dx) * way, self.dy + (aim.dy - self.dy) * way
        return Zoom(factor, dx, dy)

    def sheet(self, whole: Sheet) -> Sheet:
        """The sheet of the whole canvas as it is seen from here."""
        z = self.factor
        x, y = whole.dx * z + self.dx, whole.dy * z + self.dy
        return whole if z == 1 else placed(whole.diagram, whole.theme, whole.k * z, x, y)

    def _kept(self, size: QSizeF) -> Zoom:
        """The same, but no border of the canvas passes the middle of the window: none gets lost."""
        if self.factor == 1:
            return Zoom()
        half_x, half_y = size.width() / 2, size.height() / 2
        dx = min(half_x, max(half_x - size.width() * self.factor, self.dx))
        dy = min(half_y, max(half_y - size.height() * self.factor, self.dy))
        return Zoom(self.factor, dx, dy)
