"""The program never reaches out: by its imports, by what Python hears, by what the kernel sees."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pathway_viewer

ROOT = Path(pathway_viewer.__file__).parent
SCRIPT = Path(__file__).parent / "offline_journey.py"
SMALL = Path(__file__).parents[1] / "small.yaml"
KETAMINE = ROOT.parent / "pathways" / "ketamine.yaml"
NETWORKING = {
    *("socket", "_socket", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "aiohttp"),
    *("asyncio", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "socketserver", "xmlrpc"),
    *("webbrowser", "websockets", "wsgiref", "logging.handlers", "PySide6.QtNetwork"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebSockets", "PySide6.QtHttpServer"),
}


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module that a file names in an import, late ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", sorted(ROOT.rglob("*.py")), ids=lambda file: file.stem)
def test_no_module_imports_what_could_reach_out(file: Path) -> None:
    names = set(imported(ast.parse(file.read_text(encoding="utf-8"))))
    roots = {name.split(".")[0] for name in names}
    assert not (names | roots) & NETWORKING


def environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    quiet = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**kept, **quiet, "HOME": str(home), "PYTHONPATH": str(ROOT.parent)}


def journey(folder: Path, *before: str, briefly: bool = False) -> subprocess.CompletedProcess[str]:
    """The whole way of a user in a process of its own."""
    words = [*before, sys.executable, str(SCRIPT), str(KETAMINE), str(SMALL), str(folder)]
    words += ["briefly"] if briefly else []
    return subprocess.run(
        words, env=environment(folder), capture_output=True, text=True, timeout=400, check=False
    )


@pytest.mark.parametrize("briefly", [True, pytest.param(False, marks=pytest.mark.long)])
def test_a_journey_asks_for_no_socket(tmp_path: Path, briefly: bool) -> None:
    done = journey(tmp_path, briefly=briefly)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "asked for nothing" in done.stdout
    assert (tmp_path / "references.bib").stat().st_size > 100
    assert briefly or (tmp_path / "deck.pptx").stat().st_size > 1000


def missing() -> str:
    """Why the kernel cannot be asked here, '' where it can."""
    if not sys.platform.startswith("linux"):
        return "only Linux has network namespaces"
    tools = [tool for tool in ("strace", "unshare") if shutil.which(tool) is None]
    if tools:
        return f"not installed: {', '.join(tools)}"
    tried = subprocess.run(
        ["unshare", "-rn", "strace", "-f", "-e", "trace=socket", "-o", os.devnull, "true"],
        capture_output=True,
        check=False,
    )
    return "" if tried.returncode == 0 else f"not allowed here: {tried.stderr.decode().strip()}"


@pytest.mark.long
def test_the_kernel_sees_no_internet_socket_in_a_machine_without_a_network(tmp_path: Path) -> None:
    if reason := missing():
        pytest.skip(reason)
    log = tmp_path / "strace.txt"
    done = journey(tmp_path, "unshare", "-rn", "strace", "-f", "-e", "trace=socket", "-o", str(log))
    assert done.returncode == 0, done.stderr[-2000:]
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("exited with" in line for line in lines), "strace has watched"
    assert [line for line in lines if "AF_INET" in line] == []


@pytest.mark.skipif(sys.platform == "win32", reason="ends the kiosk by a signal")
def test_a_kiosk_leaves_nothing_behind(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    words = [sys.executable, "-m", "pathway_viewer", "--kiosk", str(SMALL)]
    process = subprocess.Popen(words, env=environment(home), stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    told: list[str] = []
    for line in process.stderr:
        told.append(line.strip())
        if line.strip() == "pathway_viewer: live":
            break
    process.send_signal(signal.SIGTERM)
    process.stderr.close()
    assert process.wait(timeout=60) == -signal.SIGTERM
    assert told[-1] == "pathway_viewer: live"
    assert "pathway_viewer: no PIN is set: only the system can end the kiosk" in told
    assert list(home.rglob("*")) == []
