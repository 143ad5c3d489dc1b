"""Main: the program with a window, from nothing to the first frame."""

from __future__ import annotations

import logging
import sys
from functools import partial
from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.failure import Failure
from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import NAME, shipped
from pathway_viewer.app.settings import Settings
from pathway_viewer.model.cache import load_cached
from pathway_viewer.model.store import Store

LOG = logging.getLogger("pathway_viewer")


def run(path: Path) -> int:
    """Opens the window on a pathway and stays until it is closed; the exit code.

    The first frame comes from what an earlier run kept, where it kept any; scipy, pyqtgraph
    and the citation processor are imported after it. Then one line, `ready`, is logged.
    """
    logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s")
    LOG.setLevel(logging.INFO)
    program = made(application(), Settings(QSettings(NAME, NAME)), user_cache_path(NAME, False))
    Failure(partial(tell, program)).install()
    program.first_frame_seen.connect(lambda: LOG.info("ready"))
    program.window.show()
    program.documents.open(path)
    return QApplication.exec()


def application() -> QApplication:
    """The one application of this process, in our style."""
    # Asked for in words, the style costs no wrapper around it, which would take 20 ms to load.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("Pathway Viewer")
    app.setDesktopFileName(NAME)
    return app


def made(app: QApplication, settings: Settings, cache: Path) -> Program:
    """A program whose pathways and courses are kept in a cache folder."""
    load = partial(load_cached, cache_dir=cache)
    return Program(app, settings, load, Courses(Store(cache)), shipped("resources", "icons"))


def tell(program: Program, text: str) -> None:
    """Shows an unexpected error in the banner, once the event that met it is over."""
    QTimer.singleShot(0, partial(program.window.banner.tell, [text]))
