"""Logs: what happened, kept for whoever looks for a fault, without a word about the user."""

from __future__ import annotations

import getpass
import logging
import re
import sys
from functools import cache
from pathlib import Path

LOG = logging.getLogger("pathway_viewer")

FILE = "pathway-viewer.log"
MOST_BYTES = 200_000
KEPT = 3
"""So many files of so many bytes at most, the newest without a number."""

_FOLDER = r"(?:[A-Za-z]:)?[\\/](?:[^\\/:*?\"<>|\n']+[\\/])*"
_FILE = re.compile(rf"(?<![\w.]){_FOLDER}([^\\/:*?\"<>|\n']+?)\.(\w{{1,5}})\b")
_TWO = re.compile(r"([^\\/]+)[\\/]([^\\/]+\.pyw?)$")


def begin() -> None:
    """What is logged goes to standard error, as lines that other programs may wait for."""
    if not any(isinstance(one, Spoken) for one in LOG.handlers):
        spoken = Spoken()
        spoken.setFormatter(logging.Formatter("%(name)s: %(message)s"))
        LOG.addHandler(spoken)
    LOG.setLevel(logging.INFO)


def keep(folder: Path) -> None:
    """What is logged goes to a file, too, as far as the disk allows."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = Rotating(folder / FILE)
    except OSError as error:
        LOG.warning("no log is kept: %s", scrubbed(str(error)))
        return
    handler.setFormatter(Scrubbing("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)


class Spoken(logging.Handler):
    """Standard error, as it is at the moment; a program without a console has none."""

    def emit(self, record: logging.LogRecord) -> None:
        """Writes a line."""
        if sys.stderr is not None:
            print(self.format(record), file=sys.stderr, flush=True)


class Rotating(logging.FileHandler):
    """A log file that makes room for itself.

    The one of the standard library brings sockets along, of which this program imports none.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", errors="replace")

    def emit(self, record: logging.LogRecord) -> None:
        """Writes a line; a file that has grown too long becomes number 1 before."""
        try:
            if self.stream is not None and self.stream.tell() > MOST_BYTES:
                self._turn()
            super().emit(record)
        except OSError:
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is not a reason to disturb anybody."""

    def _turn(self) -> None:
        self.close()
        newest = Path(self.baseFilename)
        for number in range(KEPT - 1, 0, -1):
            older = newest.with_suffix(f".{number}.log")
            before = newest if number == 1 else newest.with_suffix(f".{number - 1}.log")
            if before.exists():
                before.replace(older)
        self.stream = self._open()


class Scrubbing(logging.Formatter):
    """Lines without personal data, tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it may be kept."""
        return scrubbed(super().format(record))


def scrubbed(text: str) -> str:
    """A text with every path reduced to what sort of file it was, and no user's name in it.

    Of our own modules the last folder and the name stay: they tell where a fault is.
    """
    text = _FILE.sub(_reduced, text)
    home, name = _who()
    if len(home) > 1:
        text = text.replace(home, "~").replace(home.replace("\\", "/"), "~")
    if len(name) > 1:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "USER", text, flags=re.IGNORECASE)
    return text


def _reduced(path: re.Match[str]) -> str:
    if own := _TWO.search(path[0]):
        return f"{own[1]}/{own[2]}"
    return f"FILE.{path[2]}"


@cache
def _who() -> tuple[str, str]:
    """The home folder and the user's name, '' where the system knows none."""
    try:
        home = str(Path.home())
    except RuntimeError:
        home = ""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = Path(home).name
    return home, name
