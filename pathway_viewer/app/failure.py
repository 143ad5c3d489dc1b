"""Failure: an error nobody expected is logged whole and told once, and the window lives on."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from pathway_viewer.app.logs import scrubbed
from pathway_viewer.app.resources import version

LOG = logging.getLogger("pathway_viewer")

Tell = Callable[[str, str], None]
"""Shows a sentence, and a report to hand on."""


class Failure:
    """An excepthook. The first error is told to the user, each one is logged."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._told = False

    def install(self) -> None:
        """Takes the place of the interpreter's own hook."""
        sys.excepthook = self

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Logs the error; Ctrl+C still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        LOG.error("unexpected error", exc_info=(kind, error, trace))
        if not self._told:
            self._told = True
            lines = traceback.format_exception(kind, error, trace)
            self._tell(str(error) or kind.__name__, report("".join(lines)))


def report(trace: str) -> str:
    """What somebody who looks for the fault has to know, without personal data."""
    # Late: only a failure needs it.
    from PySide6.QtCore import qVersion

    made = f"Pathway Viewer {version()}, Python {platform.python_version()}, Qt {qVersion()}"
    return scrubbed(f"{made}\n{platform.platform()}\n\n{trace}".strip())
