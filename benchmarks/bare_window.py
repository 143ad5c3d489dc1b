"""The least a Qt program can do: a QMainWindow with a QGraphicsView; says `ready` when painted."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QMainWindow


class View(QGraphicsView):
    """Says when it has painted; whoever started it ends it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then report."""
        super().paintEvent(event)
        sys.stderr.write("ready\n")
        sys.stderr.flush()


if __name__ == "__main__":
    application = QApplication([])
    window = QMainWindow()
    scene = QGraphicsScene()
    window.setCentralWidget(View(scene))
    window.resize(1280, 800)
    window.show()
    application.exec()
