"""The self-check: a few lines that tell an administrator whether all of it works here."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pathway_viewer.app.acceptance import installation
from pathway_viewer.app.exits import WELL, WRONG_INSIDE
from pathway_viewer.app.resources import default_pathway, version
from pathway_viewer.model.pathway import Pathway


def self_check() -> int:
    """Print a line a check; 0 when all passed, else 1."""
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wire = installation.Wire()
    print(f"Pathway Viewer {version()}, Python {platform.python_version()}, {platform.platform()}")
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("Qt", installation.application),
        ("libraries", installation.libraries),
        ("places", installation.places),
        ("fonts", installation.fonts),
        ("files", installation.files),
        ("references", installation.citation_styles),
        ("pathway", _pathway),
        ("levels", _levels),
        ("picture", _picture),
        ("cache", installation.cache),
        ("network", wire.silent),
    )
    passed = [_told(name, check) for name, check in checks]
    wire.cut()
    print("all well" if all(passed) else f"{passed.count(False)} of {len(passed)} failed")
    return WELL if all(passed) else WRONG_INSIDE


def _told(name: str, check: Callable[[], str]) -> bool:
    """Whether a check passed; its line is printed either way."""
    try:
        print(f"  ok      {name}: {check()}")
    except Exception as error:  # noqa: BLE001  whatever is broken here is the answer
        print(f"  FAILED  {name}: {type(error).__name__}: {' '.join(str(error).split())}")
        return False
    return True


def _read() -> Pathway:
    return installation.sound(default_pathway())


def _pathway() -> str:
    pathway = _read()
    return f"{default_pathway()} with {len(pathway.nodes)} nodes and {len(pathway.edges)} arrows"


def _levels() -> str:
    from pathway_viewer.dynamics.course import solve
    from pathway_viewer.dynamics.scenario import Conditions

    pathway = _read()
    for scenario in pathway.scenarios:
        solve(pathway, Conditions(scenario.id))
    return f"{len(pathway.scenarios)} scenarios solved"


def _picture() -> str:
    from pathway_viewer.dynamics.course import solve
    from pathway_viewer.dynamics.scenario import Conditions
    from pathway_viewer.export.look import Look
    from pathway_viewer.export.still import render_still
    from pathway_viewer.timeline.frame import frame_at

    pathway = _read()
    course = solve(pathway, Conditions(pathway.scenarios[0].id if pathway.scenarios else ""))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "still.png"
        render_still(pathway, frame_at(pathway, course, 1.0), Look(), out)
        return f"a still of {out.stat().st_size // 1024} kB was drawn"
