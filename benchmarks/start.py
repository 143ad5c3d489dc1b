"""Process start to the first frame that shows every core node, against a bare window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.timing import Row, interleaved, median, ms

RUNS = 9
ROOT = Path(__file__).resolve().parent.parent


def time_to_ready(command: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """Seconds from the start of a process to its line `ready`, and its memory then in kB."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "ready" in line:
                taken = time.perf_counter() - begun
                memory = resident_kb(process.pid)
                process.kill()
                return taken, memory
        raise RuntimeError(f"{command} ended without saying ready")


def resident_kb(pid: int) -> int:
    """Resident memory of a process in kB, 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(s.split()[1]) for s in status.splitlines() if s.startswith("VmRSS")), 0)


def rows() -> list[Row]:
    """Start and memory, with a warm cache; and once without any."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CACHE_HOME": f"{home}/cache",
            "XDG_CONFIG_HOME": f"{home}/config",
            "PYTHONPATH": str(ROOT),
        }
        ours = [sys.executable, "-m", "pathway_viewer"]
        bare = [sys.executable, str(ROOT / "benchmarks" / "bare_window.py")]
        cold, _ = time_to_ready(ours, environment)
        # A person looks at the first picture before closing it; the cache is written meanwhile.
        fill_cache(ours, environment)
        memory: list[tuple[int, int]] = []

        def program() -> float:
            taken, kb = time_to_ready(ours, environment)
            memory.append((kb, 0))
            return taken

        def window() -> float:
            taken, kb = time_to_ready(bare, environment)
            memory[-1] = (memory[-1][0], kb)
            return taken

        first, second = interleaved(program, window, RUNS)
    mine, base = median(first), median(second)
    own_mb = median([a / 1024 for a, _ in memory])
    base_mb = median([b / 1024 for _, b in memory])
    return [
        Row("start to first frame", ms(mine), f"bare window {ms(base)}", f"{mine / base:.2f}", "2"),
        Row(
            "the same, first start ever",
            ms(cold),
            f"bare window {ms(base)}",
            f"{cold / base:.2f}",
            "-",
        ),
        Row(
            "memory at the first frame",
            f"{own_mb:.0f} MB",
            f"bare window {base_mb:.0f} MB",
            f"{own_mb / base_mb:.2f}",
            "-",
        ),
    ]


def fill_cache(command: list[str], environment: dict[str, str], seconds: float = 6.0) -> None:
    """Let the program run past its first frame, until it has kept what it solved."""
    with subprocess.Popen(
        command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment
    ) as process:
        time.sleep(seconds)
        process.kill()
