"""The whole build, twice: where its tools are there, and only among the tests that take minutes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from environment import shared_python

ROOT = Path(__file__).parents[2]
TOOLS = ("git", "strip", "objdump", "tar", "xz", "dpkg-deb", "rpmbuild")


def why_not() -> str:
    """What keeps this machine from building, '' when nothing does."""
    if sys.platform != "linux":
        return "packages for Linux are built on Linux"
    if missing := [tool for tool in TOOLS if not shutil.which(tool)]:
        return f"not found: {', '.join(missing)}"
    try:
        shared_python()
    except SystemExit:
        return "no Python 3.13 with a shared library was found"
    return ""


def built(source: Path) -> dict[str, str]:
    """The checksums of the packages of a checkout, by their names."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([sys.executable, "packaging/build", "linux"], cwd=source, env=env, check=True)
    lines = (source / "dist" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return dict(reversed(line.split("  ")) for line in lines)


@pytest.mark.long
def test_two_builds_of_a_clean_clone_are_the_same_and_work(tmp_path: Path):
    if reason := why_not():
        pytest.skip(reason)
    source = tmp_path / "source"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(source)], check=True)
    first = built(source)
    assert {Path(name).suffix for name in first} == {".deb", ".rpm", ".xz", ".json"}
    program = source / "build" / "bundle" / "pathway-viewer" / "pathway-viewer"
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([program, "--self-test", tmp_path / "used"], env=env, check=False)
    report = json.loads((tmp_path / "used" / "report.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in report["parts"] if not one["passed"]] == []
    assert done.returncode == 0
    assert built(source) == first
