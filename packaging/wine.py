"""Wine: prefixes in which Windows programs run on Linux, for smoke tests only."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

WINE = "/usr/lib/wine/wine64"
LIBRARIES = ("mscoree=", "mshtml=", "mscms=n,b")
USER = "Ľudmila Ö"
"""A name with a space and with a letter that the code page of Wine's Windows has not."""

_NAMED = 'mount --bind "$0" /etc/passwd && exec "$@"'
_DONE = '"$@"; code=$?; /usr/lib/wine/wineserver64 --wait; exit $code'
"""Programs that a program left running, as uninstallers do, end before the screen is gone."""


@dataclass(frozen=True)
class Prefix:
    """A Windows of its own in a folder; '/' of the building system is its drive Z.

    Its user has a name that programs trip over: Wine takes it from the system's list of users,
    which is another one for as long as a program runs.
    """

    root: Path

    def make(self) -> None:
        """Fills a new folder; a crash in it ends the program instead of asking."""
        self.home.mkdir(parents=True)
        rows = Path("/etc/passwd").read_text(encoding="utf-8").splitlines()
        rows = [_renamed(one) for one in rows]
        self.users.write_text("\n".join(rows) + "\n", encoding="utf-8")
        self.run("wineboot", "-i")
        key = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug"
        self.run("reg", "add", key, "/v", "Debugger", "/t", "REG_SZ", "/d", "", "/f")

    @property
    def home(self) -> Path:
        """The Linux home, which Wine shows as the user's documents and desktop."""
        return self.root / "home"

    @property
    def users(self) -> Path:
        """The system's list of users as this Windows sees it."""
        return self.root / "users.txt"

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.root / "drive_c"

    @property
    def profile(self) -> Path:
        """The user's folder."""
        return self.drive / "users" / USER

    @property
    def system32(self) -> Path:
        """Where Windows keeps its libraries."""
        return self.drive / "windows" / "system32"

    def run(self, *words: str | Path, **more: str) -> tuple[int, str]:
        """What a Windows program answers and prints; its streams are pipes, as it needs."""
        named = ["unshare", "-m" if os.getuid() == 0 else "-rm", "sh", "-c", _NAMED, self.users]
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "sh", "-c", _DONE, "sh"]
        done = subprocess.run(
            [str(word) for word in (*named, *screen, WINE, *words)],
            env={**os.environ, **self.settings(), **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=3600,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def typed(self, line: str, folder: Path, **more: str) -> tuple[int, str]:
        """What a line answers that an administrator types in a folder; with more variables."""
        script = self.drive / "typed.cmd"
        place = windows_path(folder, self)
        text = f"@echo off\r\ncd /d {place}\r\n{line}\r\nexit /b %ERRORLEVEL%\r\n"
        script.write_bytes(text.encode("ascii"))
        try:
            return self.run("cmd", "/c", "C:\\typed.cmd", **more)
        finally:
            script.unlink()

    def settings(self) -> dict[str, str]:
        """The variables under which Wine runs programs in it."""
        return {
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "WINEPREFIX": str(self.root),
            "WINEDEBUG": "-all",
            "WINEARCH": "win64",
            "WINEDLLOVERRIDES": ";".join(LIBRARIES),
        }

    def files(self) -> set[str]:
        """Every file in it, but for those that any use of Windows changes."""
        found = (str(one.relative_to(self.root)) for one in self.root.rglob("*") if one.is_file())
        return {one for one in found if not one.endswith(".reg") and "/Temp/" not in one}

    def registry(self) -> str:
        """All of its registry as text."""
        texts = (one.read_text("utf-8", "replace") for one in sorted(self.root.glob("*.reg")))
        return "\n".join(texts)


def windows_path(path: Path, prefix: Prefix) -> str:
    """A file of the building system as Windows names it."""
    if path.is_relative_to(prefix.drive):
        return "C:\\" + str(path.relative_to(prefix.drive)).replace("/", "\\")
    return "Z:" + str(path).replace("/", "\\")


def _renamed(row: str) -> str:
    name, *more = row.split(":")
    return ":".join([USER if more[1] == str(os.getuid()) else name, *more])
