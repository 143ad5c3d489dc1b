"""Process start to the first frame and to the live window, against a bare window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import Row, median, ms

RUNS = 9
ROOT = Path(__file__).resolve().parent.parent
OURS = (sys.executable, "-m", "pathway_viewer")
BARE = (sys.executable, str(ROOT / "benchmarks" / "bare_window.py"))
SCREEN = {"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
LOOKED_AT_S = 10.0
"""How long a person looks at a first start before closing it: what is kept is written then."""
GLANCE_S = 2.0
"""How long a later one is looked at: who leaves sooner leaves a window not yet laid out."""


@dataclass(frozen=True)
class Start:
    """Seconds from the start of a process to its first frame and to its last word, and MB."""

    ready: float
    live: float
    memory: float


def started(
    command: tuple[str, ...], environment: dict[str, str], last: str, stay: float = 0.0
) -> Start:
    """A process until it says its last word, and `stay` seconds more."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        ready = memory = 0.0
        for word in words(process):
            now = time.perf_counter() - begun
            if word == "ready":
                ready, memory = now, resident_mb(process.pid)
            if word == last:
                time.sleep(stay)
                # Ended as by a system that shuts down: a run that was killed is asked about.
                process.terminate()
                return Start(ready, now, memory)
    raise RuntimeError(f"{command} ended without saying {last}")


def words(process: subprocess.Popen[str]) -> Iterator[str]:
    """The last word of each line that a process says."""
    assert process.stderr is not None
    for line in process.stderr:
        yield from line.split()[-1:]


def resident_mb(pid: int) -> float:
    """Resident memory of a process, 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    found = (int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return next(found, 0) / 1024


def quiet(home: str) -> dict[str, str]:
    """No screen but a wide one in memory; settings, cache and bytecode in a folder of their own.

    Bytecode is kept, as in every installation.
    """
    screens = Path(home) / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return own | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "XDG_CACHE_HOME": f"{home}/cache",
        "XDG_CONFIG_HOME": f"{home}/config",
        "XDG_STATE_HOME": f"{home}/state",
        "PYTHONPYCACHEPREFIX": f"{home}/bytecode",
        "PYTHONPATH": str(ROOT),
    }


def rows() -> list[Row]:
    """The first start ever; then, by turns with the bare window, what every later start costs."""
    with tempfile.TemporaryDirectory() as home:
        environment = quiet(home)
        bare = [started(BARE, environment, "ready")]
        cold = started(OURS, environment, "live", LOOKED_AT_S)
        ours = [started(OURS, environment, "live", GLANCE_S)]
        for _ in range(RUNS):
            ours.append(started(OURS, environment, "live", GLANCE_S))
            bare.append(started(BARE, environment, "ready"))
    # The first of each does not count.
    base = median([one.ready for one in bare[1:]])
    times = (
        ("start to first frame", median([one.ready for one in ours[1:]]), "2"),
        ("start to live window", median([one.live for one in ours[1:]]), "-"),
        ("first frame, first start ever", cold.ready, "-"),
    )
    against = f"bare window {ms(base)}"
    out = [
        Row(what, ms(value), against, f"{value / base:.2f}", goal) for what, value, goal in times
    ]
    own, least = (median([one.memory for one in some[1:]]) for some in (ours, bare))
    memory = f"{own:.0f} MB", f"bare window {least:.0f} MB", f"{own / least:.2f}"
    return [*out, Row("memory at the first frame", *memory, "-")]
