"""Windows' packages, built and accepted under Wine: among the tests that take minutes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import wine_build
from environment import shared_python
from wine import Prefix, windows_path

ROOT = Path(__file__).parents[2]


def why_not() -> str:
    """What keeps this machine from it, '' when nothing does."""
    if sys.platform != "linux":
        return "Wine runs on Linux"
    if missing := [tool for tool in wine_build.TOOLS if not shutil.which(tool)]:
        return f"not found: {', '.join(missing)}"
    try:
        shared_python()
    except SystemExit:
        return "no Python 3.13 with a shared library was found"
    return ""


def test_paths_are_named_as_windows_names_them(tmp_path: Path):
    prefix = Prefix(tmp_path)
    assert windows_path(prefix.profile / "x", prefix) == "C:\\users\\Ľudmila Ö\\x"
    assert windows_path(Path("/srv/x y"), prefix) == "Z:\\srv\\x y"


@pytest.mark.long
def test_a_clean_clone_makes_packages_that_install_work_and_go(tmp_path: Path):
    if reason := why_not():
        pytest.skip(reason)
    source = tmp_path / "source"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(source)], check=True)
    subprocess.run([sys.executable, "packaging/build", "windows"], cwd=source, check=True)
    made = {one.suffix for one in (source / "dist" / "made-under-wine").iterdir()}
    assert made == {".zip", ".exe", ".msi", ".json", ""}
    words = [source / "build/tools/bin/python", "packaging/wine_acceptance.py", tmp_path / "tried"]
    done = subprocess.run(words, cwd=source, capture_output=True, text=True, check=False)
    assert "FAILED" not in done.stdout
    assert done.stdout.endswith("all well\n")
    assert done.returncode == 0
