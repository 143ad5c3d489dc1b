"""Version: the number of the installed program."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

NAME = "pathway-viewer"


def version() -> str:
    """The version, or 'unknown' where the program runs without having been installed."""
    try:
        return installed(NAME)
    except PackageNotFoundError:
        return "unknown"
