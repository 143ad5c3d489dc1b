"""Main: the program with a window, from nothing to the first frame and to the live one."""

from __future__ import annotations

import logging
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path, user_log_path, user_state_path
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from pathway_viewer.app import collecting, logs
from pathway_viewer.app.early_picture import Cover, EarlyPictures
from pathway_viewer.app.ending import close_on_signals
from pathway_viewer.app.last_run import LastRun
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.place import GEOMETRY, kept
from pathway_viewer.app.policy import FREE, Policy
from pathway_viewer.app.resources import NAME, shipped
from pathway_viewer.app.settings_file import usable
from pathway_viewer.model.store import Store

if TYPE_CHECKING:
    from pathway_viewer.app.program import Program
    from pathway_viewer.app.settings import Settings

LOG = logging.getLogger("pathway_viewer")

REST_MS = 700
"""How long after all is there a picture of the window is kept, if nobody touched it."""


def run(path: Path, rules: Policy = FREE) -> int:
    """Opens the window on a pathway and stays until it is closed; the exit code.

    `ready` is logged when the first frame is painted, `live` when the window answers. Where an
    earlier run kept a picture of that first frame, it is shown at once: everything else is
    imported behind it, and what a user does meanwhile waits in the system's queue.
    """
    logs.begin()
    logs.keep(user_log_path(NAME, False))
    if rules.mistake:
        LOG.error(rules.mistake)
    app, window, settings = application(), MainWindow(), usable(QSettings(NAME, NAME))
    cache = user_cache_path(NAME, False)
    last = LastRun(user_state_path(NAME, False))
    fall = last.fallen()
    last.begin()
    if fall is not None:
        # Late: most runs end well.
        from pathway_viewer.app.after_fall import file_after

        path = file_after(fall, path, app)
    window.place(kept(settings, GEOMETRY))
    pictures = EarlyPictures(Store(cache), path, settings, window)
    cover = covered(window, pictures)
    if cover is not None:
        LOG.info("ready")
        if not window.isVisible():
            last.end()
            return 0  # closed as soon as it was seen
    program = alive(app, window, settings, cache, rules)
    program.documents.opened.connect(last.tell)
    program.finished.connect(partial(QTimer.singleShot, REST_MS, partial(keep, program, pictures)))
    begin(program, path, cover)
    code = app.exec()
    last.end()
    return code


def begin(program: Program, path: Path, cover: Cover | None) -> None:
    """Shows the window on a file, and takes an early picture off it."""
    close_on_signals(program, program.window.close)
    program.first_frame_seen.connect(partial(tell_of_life, early=cover is not None))
    program.window.show()
    program.documents.open(path)
    if cover is not None:
        cover.deleteLater()
        cover.hide()


def application() -> QApplication:
    """The one application of this process, in our style."""
    # Asked for in words, the style costs no wrapper around it, which would take 20 ms to load.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("Pathway Viewer")
    app.setDesktopFileName(NAME)
    return app


def covered(window: MainWindow, pictures: EarlyPictures) -> Cover | None:
    """Shows the window with its early picture on it; None when there is none, or it does not fit.

    Comes back once the picture was handed to the desktop.
    """
    if (picture := pictures.find()) is None:
        return None
    cover, wait = Cover(picture, window), QEventLoop()
    cover.painted.connect(lambda: QTimer.singleShot(0, wait.quit))
    window.show()
    wait.exec()
    if cover.fits():
        return cover
    cover.deleteLater()
    return None


def alive(
    app: QApplication,
    window: MainWindow,
    settings: QSettings,
    cache: Path,
    rules: Policy = FREE,
) -> Program:
    """The program in a window that may be seen already; errors nobody expects are told in it."""
    # Late: none of it is needed for an early picture.
    from pathway_viewer.app.failure import Failure
    from pathway_viewer.app.settings import Settings

    program = made(app, Settings(settings, rules), cache, window)
    Failure(partial(tell, program)).install()
    return program


def made(
    app: QApplication, settings: Settings, cache: Path, window: MainWindow | None = None
) -> Program:
    """A program whose pathways and courses are kept in a cache folder."""
    # Late: as in `alive`.
    from pathway_viewer.app.courses import Courses
    from pathway_viewer.app.program import Program
    from pathway_viewer.model.cache import load_cached

    load = partial(load_cached, cache_dir=cache)
    icons = shipped("resources", "icons")
    program = Program(app, settings, load, Courses(Store(cache)), icons, window)
    collecting.in_the_event_loop(program)
    return program


def tell_of_life(early: bool) -> None:
    """Logs that the live window was painted; without an early picture it is the first frame."""
    if not early:
        LOG.info("ready")
    LOG.info("live")


def keep(program: Program, pictures: EarlyPictures) -> None:
    """Keeps a picture of the window, if it looks as it will when it opens again."""
    documents = program.documents
    if documents.loaded and documents.path == pictures.path and program.as_opened():
        program.remember_place()
        pictures.keep(documents.loaded)


def tell(program: Program, what: str, report: str) -> None:
    """Shows an unexpected error with its report, once the event that met it is over."""
    # Late: nobody expects it.
    from pathway_viewer.app import after_fall

    show = partial(after_fall.tell, program.window, what, report)
    if (talk := program.present.talk) is not None:
        # No audience ever sees a dialog.
        talk.ended.connect(show, Qt.ConnectionType.SingleShotConnection)
    else:
        QTimer.singleShot(0, show)
