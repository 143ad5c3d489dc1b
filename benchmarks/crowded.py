"""A thousand nodes: from the file to the picture, and a frame in which all of it moves."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.frames import opened, painted
from benchmarks.thousand import thousand
from benchmarks.timing import Row, median, ms
from pathway_viewer.app.program import Program
from pathway_viewer.timeline.frame import Frame

FRAMES = 200
FLOW = 0.75
"""Influence at which an arrow carries four particles."""

NODE, DISC = (20, 10), (8, 8)
"""Pixels of a node and of a particle as they are seen then."""


class Raw(QWidget):
    """The yardstick: a ground, and pixmaps copied by the fastest call there is."""

    def __init__(self, counts: tuple[int, int]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ground = QPixmap(2048, 1100)
        self._ground.fill(QColor("#faf8f4"))
        self._sprites = [(_sprite(size), _places(count, size)) for size, count in _of(counts)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground first, then every sprite."""
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._ground)
            for pixmap, rows in self._sprites:
                first = shiboken6.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment)
                painter.drawPixmapFragments(first, len(rows), pixmap)


def _of(counts: tuple[int, int]) -> list[tuple[tuple[int, int], int]]:
    return list(zip((NODE, DISC), counts, strict=True))


def _sprite(size: tuple[int, int]) -> QPixmap:
    pixmap = QPixmap(*size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("#cc5005"))
        painter.drawRoundedRect(pixmap.rect().adjusted(1, 1, -1, -1), 3, 3)
    return pixmap


def _places(count: int, size: tuple[int, int]) -> np.ndarray:
    rows = np.zeros((count, 10))
    rows[:, :2] = np.random.default_rng(1).integers(20, (1500, 600), (count, 2))
    rows[:, 4:6] = size
    rows[:, 6:8] = rows[:, 9] = 1
    return rows


def moving(frame: Frame, i: int) -> Frame:
    """A frame in which every level differs from the one before, and every arrow carries four."""
    changes = np.sin(np.arange(len(frame.changes)) + i / 7)
    flows = np.full(len(frame.flows), FLOW)
    return replace(frame, changes=changes, levels=0.5 + changes / 2, flows=flows, time=2 + i / 60)


def opening(program: Program) -> float:
    """Seconds from the wish to open the file until it is seen with its levels."""
    file = Path(tempfile.mkdtemp()) / "thousand.yaml"
    file.write_text(thousand(), encoding="utf-8")
    begun = time.perf_counter()
    program.documents.open(file)
    for _ in range(3):
        QApplication.processEvents()
    program.session.solve()
    QApplication.processEvents()
    return time.perf_counter() - begun


def rows() -> list[Row]:
    """Opening, and a frame against the raw copies of as many sprites, by turns."""
    program = opened()
    first = opening(program)
    diagram, frame = program.window.diagram, program.session.frame
    assert frame is not None
    picture = diagram.picture()
    assert picture is not None
    particles = picture.flow.points(moving(frame, 0).flows, 0.0)
    count = len(picture.sheet.nodes), len(particles)
    raw = Raw(count)
    raw.resize(diagram.size())
    raw.show()
    ours: list[float] = []
    theirs: list[float] = []
    for i in range(FRAMES):
        what = moving(frame, i)

        def turn(what: Frame = what, phase: float = i / 60) -> None:
            diagram.set_phase(phase)
            diagram.show_frame(what)

        ours.append(painted(turn))
        theirs.append(painted(raw.update))
    raw.close()
    program.window.close()
    base, own = median(theirs[10:]), median(ours[10:])
    against = f"raw painter, {sum(count)} sprites {ms(base)}"
    return [
        Row("open 1,000 nodes and 2,000 arrows", ms(first), "-", "-", "5000 ms"),
        Row("a frame of 1,000 nodes, all moving", ms(own), against, f"{own / base:.1f}", "8 ms"),
    ]
