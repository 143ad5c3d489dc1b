"""Licence texts: a folder with the terms of everything that is in a bundle."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path

from environment import is_build_tool
from releasing import ENVIRONMENT, HERE, ROOT, StoppedError

NO_TEXT = ("pyside6-essentials", "shiboken6", "pyside6")
"""Wheels without any licence text in them: theirs are the LGPL and the GPL beside them."""


def write_licences(folder: Path, entries: Iterable[tuple[str, str, str]]) -> None:
    """Writes the folder new. The build stops where a library has no text to be found."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for text in sorted((HERE / "licences").iterdir()):
        shutil.copyfile(text, folder / text.name)
    shutil.copyfile(ROOT / "LICENSE", folder / "pathway-viewer.txt")
    _write_python(folder)
    for one in distributions():
        _write_distribution(folder, one)
    if sys.platform == "linux":
        for package in sorted(set(debian_packages(entries).values())):
            _write_debian(folder, package)


def distributions() -> list[Distribution]:
    """What is installed in the environment and goes into the bundle."""
    site = next(ENVIRONMENT.rglob("site-packages"))
    found = {one.name.lower(): one for one in Distribution.discover(path=[str(site)])}
    return [one for name, one in sorted(found.items()) if not is_build_tool(name)]


def _write_python(folder: Path) -> None:
    settings = (ENVIRONMENT / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    home = Path(next(line.split("=")[1].strip() for line in settings if line.startswith("home")))
    places = [*home.parent.glob("lib/python3*/LICENSE.txt"), home / "LICENSE.txt"]
    places += home.parent.glob("Resources/**/LICENSE.txt")
    if not (found := [one for one in places if one.is_file()]):
        raise StoppedError(f"the licence of Python was not found near {home}")
    shutil.copyfile(found[0], folder / "python.txt")


def _write_distribution(folder: Path, one: Distribution) -> None:
    name = one.name.lower().replace("_", "-")
    texts = [
        file
        for file in one.files or ()
        if ".dist-info" in file.parts[0]
        and any(word in file.name.lower() for word in ("licen", "copying", "notice", "authors"))
    ]
    if not texts and name not in NO_TEXT:
        raise StoppedError(f"{one.name} brings no licence text")
    for file in texts:
        inside = Path(*file.parts[1:])
        out = folder / name / (Path(*inside.parts[1:]) if inside.parts[0] == "licenses" else inside)
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(file.locate()), out)


def debian_packages(entries: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The libraries that came from the building system: their place, and Debian's package."""
    sources = {
        place: Path(source)
        for place, source, kind in entries
        if kind == "BINARY" and source.startswith(("/lib", "/usr/lib"))
    }
    return {place: _owner(source) for place, source in sorted(sources.items())}


def _owner(source: Path) -> str:
    """The package that a file is from; on merged systems it may be known without /usr."""
    real = str(source.resolve())
    for path in (str(source), real, real.removeprefix("/usr"), f"/usr{source}"):
        found = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    raise StoppedError(f"{source} belongs to no Debian package: its licence is not known")


def _write_debian(folder: Path, package: str) -> None:
    out = folder / "system" / f"{package}.txt"
    out.parent.mkdir(exist_ok=True)
    shutil.copyfile(f"/usr/share/doc/{package}/copyright", out)
