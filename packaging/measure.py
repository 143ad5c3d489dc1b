"""Measure: how large a bundle is, and how fast it starts, against what they must be held against.

`python packaging/measure.py size BASELINE_FOLDER` after a build: the bundle's size against a bundle
of the same libraries without our program, made there (PySide6-Essentials, numpy, scipy, pyqtgraph,
networkx; pruned and stripped alike). `python packaging/measure.py start SOURCE_PYTHON`: the frozen
program's start against that from source, medians of interleaved runs, cold and warm, under Xvfb.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from environment import python
from freezing import strip
from releasing import BUNDLE, HERE, NAME, ROOT, run, say

RUNS = 9
SIZE_LIMIT, START_LIMIT = 1.35, 1.05
BASELINE = (
    "import networkx, numpy, pyqtgraph, scipy.integrate, scipy.optimize\n"
    "from PySide6 import QtPrintSupport, QtSvg, QtWidgets\n"
)


def size_of(folder: Path) -> int:
    """The bytes of a folder's files, each once."""
    return sum(
        one.stat().st_size for one in folder.rglob("*") if one.is_file() and not one.is_symlink()
    )


def measure_size(work: Path) -> bool:
    """Prints both sizes and their ratio; whether it is within its limit."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    (work / "start.py").write_text(BASELINE, encoding="utf-8")
    spec = (HERE / f"{NAME}.spec").read_text(encoding="utf-8")
    begin, end = spec.index("shipped ="), spec.index("analysis = Analysis(")
    spec = spec[:begin] + spec[end:]
    for ours, plain in (
        ('[str(HERE / "start.py")]', repr([str(work / "start.py")])),
        ("[*shipped, *read, *copy_metadata(NAME)]", "[]"),
        ("SPECPATH", repr(str(HERE))),
    ):
        assert ours in spec, ours
        spec = spec.replace(ours, plain)
    (work / "baseline.spec").write_text(spec, encoding="utf-8")
    words = ["-m", "PyInstaller", "-y", "--clean", "--log-level", "ERROR"]
    out = work / "bundle"
    run(
        [python(), *words, "--distpath", out, "--workpath", work / "work", work / "baseline.spec"],
        cwd=work,
    )
    strip(out)
    ours, plain = size_of(BUNDLE), size_of(out)
    say(f"bundle {ours / 1e6:.0f} MB, libraries alone {plain / 1e6:.0f} MB: {ours / plain:.3f}")
    return ours / plain <= SIZE_LIMIT


def measure_start(source: Path) -> bool:
    """Prints medians of the start to the first frame, and until the window answers."""
    kinds = {
        "source": [str(source), "-m", "pathway_viewer"],
        "frozen": [str(BUNDLE / NAME)],
    }
    well = True
    with tempfile.TemporaryDirectory() as home:
        for words in kinds.values():
            for _ in range(2):
                started(words, Path(home), cold=False)  # an early picture and a cache, as usual
        for cold in (False, True):
            times: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
            for _ in range(RUNS):
                for name, words in kinds.items():
                    times[name].append(started(words, Path(home), cold))
            for which, moment in enumerate(("ready", "live")):
                medians = {n: statistics.median(one[which] for one in t) for n, t in times.items()}
                ratio = medians["frozen"] / medians["source"]
                told = ", ".join(f"{name} {value:.3f} s" for name, value in medians.items())
                say(f"{'cold' if cold else 'warm'} {moment}: {told}: {ratio:.3f}")
                well = well and ratio <= START_LIMIT
    return well


def started(words: list[str], home: Path, cold: bool) -> tuple[float, float]:
    """Seconds to the first frame and to the live window of one start."""
    if cold:
        subprocess.run(["sync"], check=True)
        Path("/proc/sys/vm/drop_caches").write_text("1\n", encoding="ascii")
    env = {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    env |= {f"XDG_{one}_HOME": str(home / one) for one in ("CONFIG", "CACHE", "DATA", "STATE")}
    begun = time.perf_counter()
    seen: dict[str, float] = {}
    with subprocess.Popen(words, env=env, cwd=home, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            for moment in ("ready", "live"):
                if line.strip().endswith(moment):
                    seen[moment] = time.perf_counter() - begun
            if "live" in seen:
                break
        time.sleep(2)  # a picture of the window is kept meanwhile
        process.terminate()
    return seen["ready"], seen["live"]


def main(words: list[str]) -> int:
    """0 when what was measured is within its limit."""
    kind, path = words
    return 0 if (measure_size if kind == "size" else measure_start)(Path(path)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
