"""Wine case: one package in a Windows of its own, and what is looked at there."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from import_audit import programs
from releasing import NAME, SHIMS, TITLE, version
from windows_file import icons, told
from wine import Prefix, windows_path
from wine_shims import cleaned, patch, stubs

GUI = "PathwayViewer.exe"
SETTINGS = "HKCU\\Software\\pathway-viewer"
CHANGING = ("/Cache/", "/Logs/", "/Temp/", "/INetCache/", "/packages/", *SHIMS)
CHANGING += ("/home/.config/menus/", "/home/.local/share/")
"""Where Windows, or Wine for the Linux desktop, keeps what it likes; packages; stand-ins."""


@dataclass
class Case:
    """A package, the Windows that it is tried in, and what failed."""

    prefix: Prefix
    work: Path
    bundle: Path
    failed: list[str] = field(default_factory=list[str])
    before: set[str] = field(default_factory=set[str])

    def check(self, name: str, passed: bool, text: str = "") -> None:
        """Tells of one check, and keeps what failed."""
        line = f"  {'ok    ' if passed else 'FAILED'}  {name}{': ' * bool(text)}{text}"
        print(line, flush=True)
        if not passed:
            self.failed.append(name)

    def begin(self) -> None:
        """A fresh Windows, with stand-ins for what Wine lacks of it in its own folder."""
        self.prefix.make()
        stubs(self.prefix.system32, self.work, programs(self.bundle))
        self.before = self.prefix.files()

    def things_of_the_user(self, home: Path) -> set[str]:
        """Files and a setting that must survive everything; their places."""
        folder = self.prefix.profile / "Meine Pfade Ω"
        folder.mkdir(parents=True)
        places = [folder / "mine.pathway", home / "notes of mine.txt"]
        for place in places:
            place.write_text("mine\n", encoding="utf-8")
        self.prefix.run("reg", "add", SETTINGS, "/v", "mine", "/d", "kept", "/f")
        return {str(place.relative_to(self.prefix.root)) for place in places}

    def same_as_bundle(self, home: Path, beside: set[str]) -> None:
        """What lies there is the bundle, byte for byte, and what is named besides."""
        if not home.is_dir():
            self.check("it is there", False, str(home))
            return
        ours, theirs = (contents(one) for one in (self.bundle, home))
        wrong = [name for name, data in ours.items() if theirs.get(name) != data]
        wrong += [name for name in theirs if name not in ours and name not in beside]
        text = ", ".join(sorted(wrong)[:4]) or f"{len(ours)} files"
        self.check("it is what was built, byte for byte", not wrong, text)

    def check_version(self, home: Path) -> None:
        """What Windows shows of the programs' files."""
        for name in (GUI, f"{NAME}.exe"):
            said, number = told(home / name), icons(home / name)
            right = said.get("FileVersion") == version() and said.get("ProductName") == TITLE
            text = f"{said.get('ProductName')} {said.get('FileVersion')}, {number} icons"
            self.check(f"{name} says what it is", right and number >= 7, text)

    def registered_versions(self) -> list[str]:
        """The versions that Windows lists among its programs."""
        blocks = re.split(r"\n(?=\[)", self.prefix.registry())
        listed = [one for one in blocks if "CurrentVersion\\\\Uninstall\\\\" in one]
        ours = [one for one in listed if f'"DisplayName"="{TITLE}"' in one]
        return re.findall(r'"DisplayVersion"="([^"]*)"', "\n".join(ours))

    def registered(self, key: str) -> str:
        """The text of a key of the registry, '' where there is none."""
        out = self.prefix.drive / "packages" / "key.reg"
        out.parent.mkdir(exist_ok=True)
        self.prefix.run("reg", "export", key, windows_path(out, self.prefix), "/y")
        text = out.read_text("utf-16") if out.exists() else ""
        found = re.search(r'^@="(.*)"$', text, re.MULTILINE)
        return re.sub(r"\\(.)", r"\1", found[1]) if found else ""

    def associated(self, home: Path, hive: str, name: str) -> None:
        """Pathway files open with what was installed."""
        program = windows_path(home / GUI, self.prefix)
        for key, wanted in (
            (".pathway", name),
            (f"{name}\\shell\\open\\command", f'"{program}" "%1"'),
            (f"{name}\\DefaultIcon", f"{program},0"),
        ):
            said = self.registered(f"{hive}\\Software\\Classes\\{key}")
            self.check(f"registered: {key}", said == wanted, said)
        if hive == "HKLM":  # Wine asks only what is registered for all
            said = self.prefix.run("cmd", "/c", "assoc", ".pathway")[1].strip()
            self.check("Windows knows the kind of file", said.endswith(f"={name}"), said)

    def used(self, home: Path) -> None:
        """The programs for the command line and for the window; they write nothing beside them."""
        there = contents(home)
        self.self_test(home / f"{NAME}.exe")
        self.self_test(home / GUI)
        with shimmed(self, home):
            code, said = self.prefix.run(home / f"{NAME}.exe", "--self-check")
        self.check("self-check", code == 0, said.strip().splitlines()[-1] if said else "")
        self.check("nothing was written into its folder", contents(home) == there)

    def self_test(self, program: Path) -> None:
        """The program's own test, into a folder with a difficult name; its report is read."""
        out = self.prefix.profile / "Prüfung Ω"
        shutil.rmtree(out, ignore_errors=True)
        with shimmed(self, program.parent):
            place = windows_path(out, self.prefix)
            code, printed = self.prefix.run(program, "--self-test", place)
        report = out / "report.json"
        said = json.loads(report.read_text("utf-8")) if report.exists() else {"parts": []}
        bad = [f"{one['name']}: {one['text']}" for one in said["parts"] if not one["passed"]]
        pictures = [one.name for one in out.glob("*.png") if one.stat().st_size > 10_000]
        number = len(said["parts"])
        text = "; ".join(bad) or (f"{number} parts" if number else printed[-400:])
        well = code == 0 and said.get("passed") is True and "window.png" in pictures
        self.check(f"self-test, {program.name}", well, text)
        kept = self.work / "used" / f"{self.prefix.root.name}-{program.stem}"
        shutil.rmtree(kept, ignore_errors=True)
        if out.exists():
            shutil.move(out, kept)

    def nothing_is_left(self, own: set[str]) -> None:
        """Only what the user made is there still, of files and of the registry."""
        new = self.prefix.files() - self.before
        left = {one for one in new if not any(word in f"/{one}" for word in CHANGING)} - own
        self.check("no file is left", not left, ", ".join(sorted(left)[:4]))
        self.check("the user's own files are", own <= new, ", ".join(sorted(own - new)))
        text = self.prefix.registry()
        keys = [one for one in text.splitlines() if one.startswith("[") and "athway" in one]
        keys = [one for one in keys if "Software\\\\pathway-viewer" not in one]
        self.check("no key is left", not keys, ", ".join(keys[:3]))
        if own:
            self.check("the user's settings are", '"mine"="kept"' in text)


@contextmanager
def shimmed(case: Case, home: Path) -> Iterator[None]:
    """A block in which modules of an installation ask for stand-ins where Wine has no function."""
    patch(programs(home), case.prefix.system32, case.work)
    try:
        yield
    finally:
        cleaned(home)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its place in it."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}
