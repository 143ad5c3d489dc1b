"""Waiting room: the kiosk from nothing to its first frame, with the file that it can show."""

from __future__ import annotations

import logging
import signal
import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer

from pathway_viewer.app import logs
from pathway_viewer.app.kiosk.kiosk import Kiosk
from pathway_viewer.app.main import application
from pathway_viewer.app.motion import wants_less_motion
from pathway_viewer.app.policy import Policy
from pathway_viewer.app.resources import default_pathway, shipped
from pathway_viewer.model.loader import UnreadableError, load
from pathway_viewer.model.pathway import Pathway

LOG = logging.getLogger("pathway_viewer")


def run_kiosk(path: Path, policy: Policy) -> int:
    """Locks the screen on a pathway until the PIN is entered; the exit code.

    Nothing is written anywhere. `ready` and `live` are logged when the window is seen.
    """
    logs.begin()
    if policy.mistake:
        LOG.error(policy.mistake)
    app = application()
    # An administrator's Ctrl+C in the terminal, or the system's wish, needs no PIN.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.SIG_DFL)
    still = wants_less_motion(app)
    kiosk = Kiosk(app, shown(path), policy, shipped("resources", "icons"), still)
    sys.excepthook = partial(start_over, kiosk)
    if not policy.pin_hash:
        LOG.warning("no PIN is set: only the system can end the kiosk")
    kiosk.window.stay_full()
    kiosk.start()
    QTimer.singleShot(0, tell_of_life)
    return app.exec()


def shown(path: Path) -> Pathway:
    """The pathway of a file, or the one that is shipped where that file is not sound."""
    try:
        loaded = load(path)
    except UnreadableError as error:
        LOG.error("%s; the pathway that is shipped is shown instead", error)
    else:
        errors = [one for one in loaded.problems if one.severity == "error"]
        if loaded.pathway is not None and not errors:
            return loaded.pathway
        LOG.error("%s; the pathway that is shipped is shown instead", errors[0])
    shipped_one = load(default_pathway()).pathway
    assert shipped_one is not None
    return shipped_one


def tell_of_life() -> None:
    """Logs that the window was painted, which here is whole at once."""
    LOG.info("ready")
    LOG.info("live")


def start_over(
    kiosk: Kiosk, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Whatever nobody expected is logged; the visitor sees the beginning, and no word of it."""
    LOG.error("unexpected error", exc_info=(kind, error, trace))
    QTimer.singleShot(0, kiosk.reset)
