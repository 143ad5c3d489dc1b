"""Releasing: what a release is called, when it was made, where its parts lie."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
WINE_DIST = DIST / "made-under-wine"
ENVIRONMENT = BUILD / "env"
BUNDLE = BUILD / "bundle" / "pathway-viewer"
ICONS = BUILD / "icons"

NAME = "pathway-viewer"
TITLE = "Pathway Viewer"
SUMMARY = "Signalling cascades on a clock: an animated, cited node diagram"
MIME = "application/x-pathway-viewer+yaml"

SHIM = b"api-ms-win-crt-matx-l1-1-0.dll"
"""A library that only smoke tests under Wine have, as the files patched for them name it."""
SHIMS = frozenset((SHIM.decode(), "icuuc.dll", "mscms.dll"))
"""What such tests add to Windows, and no package may hold."""


class StoppedError(SystemExit):
    """Something that a build needs is not there; said in one line."""


@cache
def version() -> str:
    """The version in pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


@cache
def epoch() -> int:
    """When this was made, in seconds: the time of the commit, so that two builds are alike."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    found = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if found.returncode:
        raise StoppedError("no commit was found: set SOURCE_DATE_EPOCH to the release's time")
    return int(found.stdout)


def same_each_time() -> dict[str, str]:
    """The environment in which the same sources give the same bytes."""
    return {
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONPATH": "",
        "QT_QPA_PLATFORM": "offscreen",
    }


def run(words: Sequence[str | Path], env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> str:
    """What a command prints; where it fails, the build stops with its last lines."""
    typed = [str(word) for word in words]
    done = subprocess.run(
        typed,
        cwd=cwd,
        env={**os.environ, **same_each_time(), **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = "\n".join(done.stdout.splitlines()[-25:])
        raise StoppedError(f"{last}\n'{' '.join(typed)}' answered {done.returncode}")
    return done.stdout


def say(text: str) -> None:
    """Tells what is being done."""
    print(text, file=sys.stderr, flush=True)


def touch_all(folder: Path) -> None:
    """Gives every file of a folder the time of the release."""
    for path in [*sorted(folder.rglob("*")), folder]:
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)
