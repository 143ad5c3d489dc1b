"""Where the small reference numbers stand: beside their node or arrow, touching nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from pathway_viewer.scene.lettering import Hand, width
from pathway_viewer.scene.sheet import NUMBER, PlacedArrow, PlacedNode, Sheet

MOST_SHOWN = 2
"""Numbers written out beside one node or arrow; an ellipsis stands for the rest."""


@dataclass(frozen=True)
class NumberLabel:
    """A short text and the pixels it may fill."""

    id: str
    text: str
    box: QRectF


def abridged(numbers: Iterable[int]) -> str:
    """'4 12…': the first numbers, and a sign that there are more."""
    every = list(numbers)
    shown = " ".join(str(n) for n in every[:MOST_SHOWN])
    return f"{shown}…" if len(every) > MOST_SHOWN else shown


def number_hand(sheet: Sheet) -> Hand:
    """The hand of reference numbers on this sheet."""
    return Hand(NUMBER * sheet.k * sheet.theme.text_scale)


def place_numbers(
    sheet: Sheet, numbers: Mapping[str, tuple[int, ...]], obstacles: Iterable[QRectF] = ()
) -> tuple[NumberLabel, ...]:
    """Labels for every node and arrow shown that cites; one without free room is left out."""
    hand = number_hand(sheet)
    taken = [node.box.adjusted(-1, -1, 1, 1) for node in sheet.nodes] + list(obstacles)
    taken += [arrow.chip for arrow in sheet.arrows if arrow.chip is not None]
    crowd = _crowd(sheet)
    placed: list[NumberLabel] = []
    for node in sheet.nodes:
        _place(placed, taken, crowd, str(node.shape.node.id), numbers, _beside(node, hand, sheet.k))
    for arrow in sheet.arrows:
        edge = str(arrow.shape.edge.id)
        _place(placed, taken, crowd, edge, numbers, _along(arrow, hand, sheet.k))
    return tuple(placed)


def _beside(node: PlacedNode, hand: Hand, k: float) -> tuple[Hand, list[QPointF]]:
    box = node.box
    gap = 2 * k
    corners = [
        QPointF(box.right() + gap, box.top() - hand.size * 0.35),
        QPointF(box.right() - 26 * k, box.top() - hand.size * 1.15 - gap),
        QPointF(box.left(), box.top() - hand.size * 1.15 - gap),
        QPointF(box.left(), box.bottom() + gap),
        QPointF(box.right() - 26 * k, box.bottom() + gap),
        QPointF(box.right() + gap, box.bottom() - hand.size * 0.8),
    ]
    return hand, corners


def _along(arrow: PlacedArrow, hand: Hand, k: float) -> tuple[Hand, list[QPointF]]:
    out: list[QPointF] = []
    last = len(arrow.track) - 1
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.85):
        x, y = arrow.track[round(share * last)]
        ax, ay = arrow.track[max(0, round(share * last) - 3)]
        level = abs(x - ax) >= abs(y - ay)
        if level:
            out += [QPointF(x, y - hand.size * 1.35), QPointF(x, y + hand.size * 0.2)]
        else:
            out += [QPointF(x + 6 * k, y - hand.size / 2), QPointF(x - 6 * k, y - hand.size / 2)]
    return hand, out


def _place(
    placed: list[NumberLabel],
    taken: list[QRectF],
    crowd: list[tuple[str, list[QPointF]]],
    id: str,
    numbers: Mapping[str, tuple[int, ...]],
    candidates: tuple[Hand, list[QPointF]],
) -> None:
    text = abridged(numbers.get(id, ()))
    if not text:
        return
    hand, points = candidates
    w, h = width(text, hand) + 2, hand.size * 1.2
    for i, point in enumerate(points):
        left = point.x() - w if i % 2 and "__" in id and _upright(points, i) else point.x()
        box = QRectF(left, point.y(), w, h)
        if any(box.intersects(other) for other in taken):
            continue
        if any(box.contains(p) for _, track in crowd for p in track):
            continue
        taken.append(box)
        placed.append(NumberLabel(id, text, box))
        return


def _upright(points: list[QPointF], i: int) -> bool:
    """Whether a pair of candidates stands left and right of an upright stretch."""
    return abs(points[i].y() - points[i - 1].y()) < 0.01


def _crowd(sheet: Sheet) -> list[tuple[str, list[QPointF]]]:
    """Points on every arrow, close enough together that no label slips between them."""
    return [
        (str(a.shape.edge.id), [QPointF(float(x), float(y)) for x, y in a.track])
        for a in sheet.arrows
    ]
