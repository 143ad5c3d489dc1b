"""Wine: prefixes in which Windows programs run on Linux, for smoke tests only."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

WINE = "/usr/lib/wine/wine64"
LIBRARIES = ("mscoree=", "mshtml=", "mscms=n,b")


@dataclass(frozen=True)
class Prefix:
    """A Windows of its own in a folder; '/' of the building system is its drive Z."""

    root: Path

    def make(self) -> None:
        """Fills a new folder; a crash in it ends the program instead of asking."""
        self.run("wineboot", "-i")
        key = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug"
        self.run("reg", "add", key, "/v", "Debugger", "/t", "REG_SZ", "/d", "", "/f")

    @property
    def system32(self) -> Path:
        """Where Windows keeps its libraries."""
        return self.root / "drive_c" / "windows" / "system32"

    def run(self, *words: str | Path, **more: str) -> tuple[int, str]:
        """What a Windows program answers and prints; its streams are pipes, as it needs."""
        settings = {
            "WINEPREFIX": str(self.root),
            "WINEDEBUG": "-all",
            "WINEARCH": "win64",
            "WINEDLLOVERRIDES": ";".join(LIBRARIES),
        }
        done = subprocess.run(
            ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", WINE, *map(str, words)],
            env={**os.environ, **settings, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=3600,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def files(self) -> set[str]:
        """Every file in it, but for those that any use of Windows changes."""
        found = (str(one.relative_to(self.root)) for one in self.root.rglob("*") if one.is_file())
        return {one for one in found if not one.endswith(".reg") and "/Temp/" not in one}

    def registry(self) -> str:
        """All of its registry as text."""
        texts = (one.read_text("utf-8", "replace") for one in sorted(self.root.glob("*.reg")))
        return "\n".join(texts)
