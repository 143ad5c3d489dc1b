"""Last run: whether it ended badly, with which file, and what was known of why."""

from __future__ import annotations

import contextlib
import faulthandler
import io
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

from pathway_viewer.app.logs import scrubbed

PREFIX = "run-"


@dataclass(frozen=True)
class Fall:
    """A run that did not come to its end: the file that was open, and the last it could tell."""

    file: Path | None
    trace: str


class LastRun:
    """A folder with a lock and a note for every run that goes on.

    The lock tells a run that goes on from one that was killed, whatever killed it; the note
    names the file it had open. Where nothing can be written, no fall is ever found.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: QLockFile | None = None
        self._traces: io.TextIOWrapper | None = None

    def fallen(self) -> Fall | None:
        """The last run that ended badly, None if none did; each is told once."""
        falls = [fall for note in self._notes() if (fall := self._buried(note)) is not None]
        return falls[-1] if falls else None

    def begin(self) -> None:
        """This run goes on from now; a crash of the interpreter will be written down."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            note = self._note()
            self._traces = note.with_suffix(".trace").open("w", encoding="utf-8")
        except OSError:
            return
        self._lock = _lock_of(note)
        self._lock.tryLock(0)
        faulthandler.enable(self._traces, all_threads=True)
        self.tell(None)

    def tell(self, file: Path | None) -> None:
        """The file that is open from now on."""
        if self._lock is not None:
            # One that is cut off names a file that is not there: nothing waits for the disk.
            with contextlib.suppress(OSError):
                self._note().write_bytes(os.fsencode(file) if file else b"")

    def end(self) -> None:
        """This run ends well."""
        if self._lock is None or self._traces is None:
            return
        faulthandler.disable()
        self._traces.close()
        _removed(self._note())
        self._lock.unlock()
        self._lock = None

    def _note(self) -> Path:
        return self._folder / f"{PREFIX}{os.getpid()}.file"

    def _notes(self) -> list[Path]:
        """The notes of all runs, the latest last."""
        try:
            found = [(one.stat().st_mtime_ns, one) for one in self._folder.glob(f"{PREFIX}*.file")]
        except OSError:
            return []
        return [note for _, note in sorted(found)]

    def _buried(self, note: Path) -> Fall | None:
        """What a note tells of a run that goes on no longer; it is removed."""
        lock = _lock_of(note)
        if note == self._note() or not lock.tryLock(0):
            return None
        file = trace = ""
        with contextlib.suppress(OSError, ValueError):
            file = os.fsdecode(note.read_bytes())
        with contextlib.suppress(OSError):
            trace = note.with_suffix(".trace").read_text(encoding="utf-8", errors="replace")
        _removed(note)
        lock.unlock()
        return Fall(Path(file) if file else None, scrubbed(trace).strip())


def _lock_of(note: Path) -> QLockFile:
    lock = QLockFile(str(note.with_suffix(".lock")))
    # Old is not dead: only a process that is gone leaves its lock to others.
    lock.setStaleLockTime(0)
    return lock


def _removed(note: Path) -> None:
    for file in (note.with_suffix(".trace"), note):
        with contextlib.suppress(OSError):
            file.unlink()
