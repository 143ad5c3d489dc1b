"""Building: `packaging/build linux|windows|macos`, step by step."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from pathlib import Path

import environment
from releasing import DIST, StoppedError, run, say

USAGE = "usage: packaging/build linux|windows|macos"
SYSTEMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}


def main(words: list[str]) -> int:
    """Builds the packages of one system into dist/; the exit code."""
    if len(words) != 1 or words[0] not in SYSTEMS:
        say(USAGE)
        return 2
    if sys.platform != SYSTEMS[words[0]]:
        say(f"{words[0]} packages are built on that system")
        return 2
    build(words[0])
    return 0


def build(system: str) -> None:
    """From a clean environment to packages, their parts list and their checksums."""
    begun = time.monotonic()
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir(parents=True)
    environment.make()
    # Late: these read the environment that was made just now.
    from bill_of_materials import write_bill
    from freezing import freeze

    write_bill(freeze())
    made = packages(system)
    sign(made)
    for path in made:
        say(f"  {path.stat().st_size / 1e6:6.1f} MB  {path.name}")
    say(f"{len(made)} packages in {time.monotonic() - begun:.0f} s, in {DIST}")


def packages(system: str) -> list[Path]:
    """The bundle in the forms that a system's users expect."""
    if system == "linux":
        from linux_packages import package
    elif system == "windows":
        from windows_packages import package
    else:
        from macos_packages import package
    return package()


def sign(made: list[Path]) -> None:
    """Writes SHA256SUMS; signs it where MINISIGN_KEY names a secret key."""
    files = sorted({*made, *DIST.glob("*.cdx.json")})
    lines = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in files]
    sums = DIST / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="utf-8")
    if key := os.environ.get("MINISIGN_KEY"):
        if not shutil.which("minisign"):
            raise StoppedError("MINISIGN_KEY is set, but minisign was not found")
        run(["minisign", "-S", "-s", key, "-m", sums])
    else:
        say("SHA256SUMS is not signed: MINISIGN_KEY names no key")
