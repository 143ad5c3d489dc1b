"""Bytes kept between runs under a name, that may be gone or spoilt at any time."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAX_TOTAL = 64_000_000
"""When a store holds more bytes than this, what was not used for longest goes."""

_DIGEST = 32
_SUFFIX = ".kept"


@dataclass(frozen=True)
class Store:
    """A folder of named bytes. Nothing here raises for what the disk does: a miss is a miss.

    Each entry begins with a digest of its name and content, so that a torn, mixed up or edited
    file reads as a miss; each is replaced in one step, so that two programs may write at once.
    """

    folder: Path
    limit: int = MAX_TOTAL

    def get(self, key: str) -> bytes | None:
        """What was put under this key last, or None."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        content = data[_DIGEST:]
        if data[:_DIGEST] != _sealed(key, content):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep these bytes, if the disk allows; the oldest entries make room."""
        if len(content) + _DIGEST > self.limit:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(suffix=_SUFFIX, prefix="new-", dir=self.folder)
        except OSError:
            return
        written = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_sealed(key, content) + content)
            written.replace(self._path(key))
        except OSError:
            with contextlib.suppress(OSError):
                written.unlink()
        self._prune()

    def _path(self, key: str) -> Path:
        return self.folder / (hashlib.sha256(key.encode()).hexdigest() + _SUFFIX)

    def _prune(self) -> None:
        """Delete what was not used for longest until three quarters of the limit are left."""
        entries = sorted(self._entries())
        total = sum(size for _, size, _ in entries)
        if total <= self.limit:
            return
        for _, size, path in entries:
            if total <= self.limit * 3 // 4:
                return
            with contextlib.suppress(OSError):
                path.unlink()
            total -= size

    def _entries(self) -> Iterator[tuple[int, int, Path]]:
        """When each entry was last used, its size and its path."""
        with contextlib.suppress(OSError):
            for path in self.folder.glob("*" + _SUFFIX):
                with contextlib.suppress(OSError):
                    status = path.stat()
                    yield status.st_mtime_ns, status.st_size, path


def _sealed(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + content).digest()
