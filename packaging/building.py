"""Building: `packaging/build linux|windows|macos`, step by step."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import environment
from releasing import (
    BUILD,
    BUNDLE,
    DIST,
    HERE,
    NAME,
    TITLE,
    WINE_DIST,
    StoppedError,
    say,
    version,
)

USAGE = "usage: packaging/build linux|windows|macos"
SYSTEMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}


def main(words: list[str]) -> int:
    """Builds the packages of one system into dist/; the exit code."""
    if len(words) != 1 or words[0] not in SYSTEMS:
        say(USAGE)
        return 2
    if words[0] == "windows" and sys.platform == "linux":
        build_under_wine()
    elif sys.platform != SYSTEMS[words[0]]:
        say(f"{words[0]} packages are built on that system")
        return 2
    else:
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

    write_bill(freeze(), BUNDLE, DIST, sys.platform)
    made = packages(system)
    sign(made, DIST)
    tell(made, begun)


def build_under_wine() -> None:
    """Windows packages made on Linux, in a folder of their own: for smoke tests, never released."""
    begun = time.monotonic()
    shutil.rmtree(WINE_DIST, ignore_errors=True)
    WINE_DIST.mkdir(parents=True)
    environment.make()
    # Late: these read the environment that was made just now.
    from bill_of_materials import write_bill
    from freezing import collected, draw_icons, finish, write_version
    from windows_packages import package

    draw_icons()
    write_version()
    work = BUILD / "wine"
    # By the interpreter that can look into Windows programs.
    words = [environment.tools(), HERE / "wine_build.py", work]
    if subprocess.run(words, cwd=BUILD, check=False).returncode:
        raise StoppedError("Windows' bundle was not made")
    bundle, entries = work / "bundle" / NAME, collected(work / "work")
    finish(bundle, entries)
    write_bill(entries, bundle, WINE_DIST, "win32")
    made = package(bundle, WINE_DIST)
    sign(made, WINE_DIST)
    tell(made, begun)
    say("Made under Wine, for smoke tests: releases for Windows are built on Windows.")


def tell(made: list[Path], begun: float) -> None:
    """Says what was made, where, and how long it took."""
    for path in made:
        say(f"  {path.stat().st_size / 1e6:6.1f} MB  {path.name}")
    say(f"{len(made)} packages in {time.monotonic() - begun:.0f} s, in {made[0].parent}")


def packages(system: str) -> list[Path]:
    """The bundle in the forms that a system's users expect."""
    if system == "linux":
        from linux_packages import package
    elif system == "windows":
        from windows_packages import package
    else:
        from macos_packages import package
    return package()


def sign(made: list[Path], out: Path) -> None:
    """Writes SHA256SUMS; signs it where MINISIGN_KEY names a secret key."""
    files = sorted({*made, *out.glob("*.cdx.json")})
    lines = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in files]
    sums = out / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="utf-8")
    if key := os.environ.get("MINISIGN_KEY"):
        if not shutil.which("minisign"):
            raise StoppedError("MINISIGN_KEY is set, but minisign was not found")
        said = ["-t", f"{TITLE} {version()}", "-c", f"{TITLE}, checksums of its packages"]
        # It may ask for the key's password: what it prints must be seen.
        words = ["minisign", "-S", "-s", key, *said, "-m", str(sums)]
        if subprocess.run(words, check=False).returncode:
            raise StoppedError("SHA256SUMS could not be signed")
    else:
        say("SHA256SUMS is not signed: MINISIGN_KEY names no key")
