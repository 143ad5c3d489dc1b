"""Flow: pieces set one below the other, page after page, so that nothing leaves its paper."""

from __future__ import annotations

import html

from PySide6.QtCore import QRectF

from pathway_viewer.export.pages import MM, POINT, Block, Page, Paper, Piece
from pathway_viewer.export.pages_prose import Prose

LEAST = 30 * MM
"""A text in columns begins on a new page rather than with less room than this."""


class Flow:
    """Pages in the making, and how far down the last one is full."""

    def __init__(self, paper: Paper) -> None:
        self.inner: QRectF = paper.inner
        self.pages: list[list[Piece]] = [[]]
        self._y = 0.0

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.inner.height() - self._y

    def fresh(self) -> None:
        """Go on on a new page, unless this one is blank."""
        if self.pages[-1]:
            self.pages.append([])
        self._y = 0.0

    def gap(self, height: float) -> None:
        """Leave some room, but none at the top of a page that others filled to here."""
        if self.pages[-1] or len(self.pages) == 1:
            self._y += height

    def block(self, block: Block) -> None:
        """Pieces that stay together: here, or on the next page where they fit only there."""
        if block.height > self.room + 1:
            self.fresh()
        self._add(block, 0.0)
        self._y += block.height

    def text(self, prose: Prose, top: float = 0.0) -> None:
        """A text from `top` to its end, cut between lines where a page ends."""
        while top < prose.height:
            cut = prose.cut(top, self.room)
            if cut is None and not self.pages[-1]:
                # Not even an empty page holds the next lines together: then all of them go.
                cut = prose.cut(top, prose.height)
            if cut is None:
                self.fresh()
                continue
            self._add(Block((prose.piece(top, cut.bottom),), cut.bottom - top), 0.0)
            self._y += cut.bottom - top
            top = cut.next_top if cut.bottom < prose.height else prose.height

    def columns(self, heading: Prose, prose: Prose, count: int, gap: float) -> None:
        """A text in columns of its width, balanced where the page holds the rest of it."""
        if self.room < heading.height + LEAST:
            self.fresh()
        self.text(heading)
        self._y += 2 * MM
        top = 0.0
        while top < prose.height:
            high = self._balanced(prose, top, count)
            used = 0.0
            for i in range(count):
                cut = prose.cut(top, high) if top < prose.height else None
                if cut is None:
                    break
                high_here = cut.bottom - top
                self._add(
                    Block((prose.piece(top, cut.bottom),), high_here), i * (prose.width + gap)
                )
                used = max(used, high_here)
                top = cut.next_top if cut.bottom < prose.height else prose.height
            self._y += used
            if top < prose.height:
                self.fresh()

    def _balanced(self, prose: Prose, top: float, count: int) -> float:
        """The least height at which columns hold the rest, at most the room of the page."""
        share = (prose.height - top) / count
        while share < self.room:
            at = top
            for _ in range(count):
                cut = prose.cut(at, share)
                if cut is None:
                    break
                at = cut.next_top if cut.bottom < prose.height else prose.height
            if at >= prose.height:
                return share
            share += 2 * MM
        return self.room

    def _add(self, block: Block, x: float) -> None:
        self.pages[-1] += block.at(self.inner.left() + x, self.inner.top() + self._y)


def footed(pages: list[list[Piece]], paper: Paper, notice: str) -> list[Page]:
    """Pages with the notice and their number at the foot of each."""
    told = [page for page in pages if page]
    size = 7 * POINT
    room = paper.footer
    made: list[Page] = []
    for i, page in enumerate(told, start=1):
        number = Prose(f"<p align='right'>Page {i} of {len(told)}</p>", 28 * MM, size)
        said = Prose(
            f"<p class='muted'>{html.escape(notice)}</p>", room.width() - 32 * MM, size, 104
        )
        feet = [
            *said.block().at(room.left(), room.top()),
            *number.block().at(room.right() - number.width, room.top()),
        ]
        made.append([*page, *feet])
    return made
