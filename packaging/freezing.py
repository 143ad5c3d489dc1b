"""Freezing: the environment's program as a folder that needs no Python."""

from __future__ import annotations

import ast
import shutil
import sys
from pathlib import Path

from environment import python, tools
from licence_texts import write_licences
from pruning import not_allowed
from releasing import BUILD, BUNDLE, HERE, ICONS, ROOT, StoppedError, run, say, touch_all

Entry = tuple[str, str, str]


def freeze() -> list[Entry]:
    """Makes the bundle; what went into it, as (place, source, kind)."""
    draw_icons()
    if sys.platform == "win32":
        write_version()
    say("Freezing")
    out, work = BUNDLE.parent, BUILD / "work"
    shutil.rmtree(out, ignore_errors=True)
    spec = HERE / "pathway-viewer.spec"
    words = ["-m", "PyInstaller", "-y", "--clean", "--log-level", "WARN"]
    # Not in the checkout, where the sources would come before the installed program.
    log = run([python(), *words, "--distpath", out, "--workpath", work, spec], cwd=BUILD)
    (BUILD / "freezing.log").write_text(log, encoding="utf-8")
    if sys.platform == "linux":
        strip(BUNDLE)
    entries = collected(work)
    finish(BUNDLE, entries)
    return entries


def draw_icons() -> None:
    """The program's icon in every size and form that a system wants."""
    say("Icons")
    ICONS.mkdir(parents=True, exist_ok=True)
    run([python(), HERE / "drawing_icons.py", HERE / "pathway-viewer.svg", ICONS])


def finish(bundle: Path, entries: list[Entry]) -> None:
    """Puts the texts in, and stops where something is in a bundle that must not be."""
    write_licences(bundle / "licences", entries)
    for name in ("INSTALL-IT.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, bundle)
    shutil.copy(ROOT / "docs" / "kiosk.md", bundle / "KIOSK.md")
    check(bundle)
    touch_all(bundle)


def collected(work: Path) -> list[Entry]:
    """What PyInstaller wrote down that it collected."""
    toc = next(work.rglob("COLLECT-00.toc")).read_text(encoding="utf-8")
    # Its last part is the list of entries; those before it are settings.
    parts = ast.literal_eval(toc)
    lists = [one for one in parts if isinstance(one, list) and one and isinstance(one[0], tuple)]
    return [tuple(one[:3]) for one in max(lists, key=len)]


def check(bundle: Path) -> None:
    """Stops for a part of Qt that may not be shipped, and for what only tests need."""
    names = [path.relative_to(bundle).as_posix() for path in bundle.rglob("*")]
    if wrong := not_allowed(names):
        raise StoppedError(f"parts of Qt outside of the allow-list: {', '.join(wrong)}")
    if dangling := [path for path in bundle.rglob("*") if not path.exists()]:
        raise StoppedError(f"links to nothing: {', '.join(map(str, dangling))}")
    if any(name.endswith(".exe") for name in names):
        run([tools(), HERE / "import_audit.py", bundle])


def strip(bundle: Path) -> None:
    """Takes debugging symbols out of libraries.

    Not of those in wheels' own folders: their headers were moved, and stripping breaks them.
    """
    libraries = [
        path
        for path in bundle.rglob("*.so*")
        if path.is_file() and not path.is_symlink() and not path.parent.name.endswith(".libs")
    ]
    run(["strip", "--strip-unneeded", *libraries])


def write_version() -> None:
    """What Windows shows of a program's file."""
    from windows_packages import version_resource

    (BUILD / "version.txt").write_text(version_resource(), encoding="utf-8")
