"""Free room on the canvas: the nearest place where a box of some size overlaps nothing."""

from __future__ import annotations

from math import hypot

from pathway_viewer.model.pathway import Box

STEP = 12.0
GAP = 12.0
_SHRINK = 0.8
_TRIES = 12


class Room:
    """A canvas with boxes (centre x, centre y, width, height) on it, and room for more."""

    def __init__(self, canvas: tuple[float, float], boxes: tuple[Box, ...]) -> None:
        self._width, self._height = canvas
        self._boxes = list(boxes)

    def take(
        self,
        wish: tuple[float, float],
        size: tuple[float, float],
        home: Box | None = None,
    ) -> Box:
        """A box near the wish that overlaps none and is inside the canvas; taken from now on.

        Inside `home` (left, top, width, height) if there is room; smaller than `size` where
        there is none of this size. On a canvas with no room at all, at the wish.
        """
        width, height = size
        canvas = (0.0, 0.0, self._width, self._height)
        for _ in range(_TRIES):
            for region in (home, canvas):
                spot = self._nearest(wish, (width, height), region) if region else None
                if spot is not None:
                    self._boxes.append((*spot, width, height))
                    return (*spot, width, height)
            width, height = width * _SHRINK, height * _SHRINK
        return (*wish, width, height)

    def _nearest(
        self, wish: tuple[float, float], size: tuple[float, float], region: Box
    ) -> tuple[float, float] | None:
        """The free centre nearest to the wish; the upper, then the left one among equals."""
        left, top, wide, high = region
        gap = min(GAP, size[1] / 4)
        xs = _steps(left + size[0] / 2 + gap, left + wide - size[0] / 2 - gap, wish[0])
        ys = _steps(top + size[1] / 2 + gap, top + high - size[1] / 2 - gap, wish[1])
        spots = sorted((hypot(x - wish[0], y - wish[1]), y, x) for y in ys for x in xs)
        for _, y, x in spots:
            if self._is_free(x, y, size, gap):
                return x, y
        return None

    def _is_free(self, x: float, y: float, size: tuple[float, float], gap: float) -> bool:
        return all(
            abs(x - box[0]) >= (size[0] + box[2]) / 2 + gap
            or abs(y - box[1]) >= (size[1] + box[3]) / 2 + gap
            for box in self._boxes
        )


def _steps(low: float, high: float, wish: float) -> list[float]:
    """Places from low to high, `STEP` apart, one of them as near the wish as can be."""
    if high < low:
        return []
    middle = min(max(wish, low), high)
    below = int((middle - low) / STEP)
    above = int((high - middle) / STEP)
    return [middle + STEP * i for i in range(-below, above + 1)]
