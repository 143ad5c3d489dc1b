"""Failure: an error nobody expected is logged whole and told once, and the window lives on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

LOG = logging.getLogger("pathway_viewer")


class Failure:
    """An excepthook. The first error is told to the user, each one is logged."""

    def __init__(self, tell: Callable[[str], None]) -> None:
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
            what = str(error) or kind.__name__
            self._tell(f"Something went wrong that should not have ({what}). The log has more.")
