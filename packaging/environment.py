"""Environment: a Python that can be frozen, with the program and nothing that it does not need."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from releasing import BUILD, ENVIRONMENT, HERE, NAME, ROOT, StoppedError, run, say

PYTHON = (3, 13)
_ASK = (
    "import sys, sysconfig; print(sys.version_info[:2] == (3, 13) and (sys.platform != 'linux' or "
    "sysconfig.get_config_var('Py_ENABLE_SHARED') == 1))"
)
BUILD_TOOLS = ("pip", "setuptools", "packaging", "altgraph", "pefile", "macholib")
"""Distributions of the environment that are not in the bundle, beside PyInstaller's own."""


def shared_python() -> Path:
    """A Python 3.13 with a shared library, which PyInstaller needs; the build stops without."""
    for found in _candidates():
        asked = subprocess.run([found, "-c", _ASK], capture_output=True, text=True, check=False)
        if asked.stdout.strip() == "True":
            return found
    raise StoppedError(
        "A Python 3.13 with a shared libpython is needed to build (PyInstaller cannot freeze "
        "another). Build one with 'PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install 3.13', or "
        "name one in PATHWAY_PYTHON."
    )


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("PATHWAY_PYTHON"):
        yield Path(named)
        return
    yield Path(sys.executable)
    for name in ("python3.13", "python3", "python"):
        if found := shutil.which(name):
            yield Path(found)
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(home.glob("versions/3.13*/bin/python3.13"), reverse=True)


def python() -> Path:
    """The interpreter of the clean environment."""
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    return ENVIRONMENT / inside


def make() -> None:
    """A new environment with the program, its libraries and PyInstaller, all of them pinned."""
    source = shared_python()
    say(f"A clean environment, from {source}")
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    # A wheel is made from what is checked out, not from what an older build left.
    shutil.rmtree(BUILD / "lib", ignore_errors=True)
    run([source, "-m", "venv", ENVIRONMENT])
    install([ROOT, "pyinstaller"], python())


def tools() -> Path:
    """The interpreter of another environment, with what looks at a build but is no part of it."""
    own = BUILD / "tools" / python().relative_to(ENVIRONMENT)
    if not own.exists():
        run([shared_python(), "-m", "venv", BUILD / "tools"])
        install(["cyclonedx-bom", "pefile"], own)
    return own


def install(what: list[str | Path], into: Path) -> None:
    """Installs with the pinned versions only."""
    quiet = ["-q", "--disable-pip-version-check", "--no-input", "--no-compile"]
    pins = ["-c", ROOT / "constraints.txt", "-c", HERE / "constraints.txt"]
    run([into, "-m", "pip", "install", *quiet, *pins, *what])


def is_build_tool(name: str) -> bool:
    """Whether a distribution of the environment only served to build."""
    plain = name.lower().replace("_", "-")
    return plain in BUILD_TOOLS or plain.startswith("pyinstaller") or plain == NAME
