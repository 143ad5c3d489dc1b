"""Wine acceptance: Windows packages installed silently, used, upgraded and removed under Wine.

`python packaging/wine_acceptance.py WORK BUNDLE` makes the packages of two versions from a bundle
that was frozen for Windows, and says a line a check. This is a smoke test: Wine is not Windows.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pefile
import releasing
import windows_packages
from wine import Prefix
from wine_shims import MATH, OURS, patch, stubs

LOWER, HIGHER = "0.0.9", releasing.version()
SYSTEM = (
    *(
        "kernel32",
        "user32",
        "gdi32",
        "advapi32",
        "shell32",
        "ole32",
        "oleaut32",
        "ws2_32",
        "comctl32",
        "comdlg32",
        "winmm",
    ),
    *(
        "version",
        "dwmapi",
        "uxtheme",
        "imm32",
        "shlwapi",
        "setupapi",
        "d3d9",
        "d3d11",
        "d3d12",
        "dxgi",
        "dwrite",
        "d2d1",
        "rpcrt4",
    ),
    *(
        "shcore",
        "wtsapi32",
        "userenv",
        "netapi32",
        "authz",
        "bcrypt",
        "crypt32",
        "secur32",
        "iphlpapi",
        "mpr",
        "winspool",
    ),
    *(
        "opengl32",
        "icuuc",
        "mscms",
        "ntdll",
        "msvcrt",
        "psapi",
        "propsys",
        "uiautomationcore",
        "dcomp",
        "winhttp",
    ),
    *(
        "api-ms-win",
        "ext-ms-win",
        "ucrtbase",
        "powrprof",
        "cfgmgr32",
        "dbghelp",
        "synchronization",
        "pdh",
    ),
    *("runtimeobject", "rstrtmgr", "tdh", "normaliz", "d3dcompiler_47"),
)
"""Libraries that Windows 10 itself brings."""


def main(words: list[str]) -> int:
    """0 when every check passed."""
    work, bundle = Path(words[0]).resolve(), Path(words[1]).resolve()
    work.mkdir(parents=True, exist_ok=True)
    failed = audit(bundle)
    made = {number: packages(bundle, number, work) for number in (LOWER, HIGHER)}
    setup = [made[number][1] for number in (LOWER, HIGHER)]
    msi = [made[number][2] for number in (LOWER, HIGHER)]
    failed += accept(work / "setup", setup, "users/*/AppData/Local/Programs")
    failed += accept(work / "msi", msi, "Program Files")
    print("all well" if not failed else f"{failed} checks failed")
    return 1 if failed else 0


def told(name: str, passed: bool, text: str = "") -> int:
    """Prints a check; 1 where it failed."""
    print(f"  {'ok    ' if passed else 'FAILED'}  {name}{': ' * bool(text)}{text}", flush=True)
    return 0 if passed else 1


def audit(bundle: Path) -> int:
    """Every library that is asked for is there or Windows' own, and none of them is a shim."""
    files = [one for one in bundle.rglob("*") if one.suffix.lower() in (".dll", ".pyd", ".exe")]
    names = {one.name.lower() for one in files}
    missing: set[str] = set()
    for path in files:
        parsed = pefile.PE(str(path), fast_load=True)
        parsed.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        for entry in getattr(parsed, "DIRECTORY_ENTRY_IMPORT", ()):
            name = entry.dll.decode().lower()
            if name not in names and not name.startswith(tuple(SYSTEM)):
                missing.add(f"{path.name} asks for {name}")
    shims = [one.name for one in files if OURS in one.read_bytes()]
    shims += sorted(names & {"icuuc.dll", "mscms.dll", OURS.decode()})
    failed = told(
        "every import is there or the system's", not missing, "; ".join(sorted(missing)[:4])
    )
    return failed + told(f"no shim among {len(files)} files", not shims, ", ".join(shims))


def packages(bundle: Path, number: str, work: Path) -> list[Path]:
    """The three packages of a bundle, as if it were of this version."""
    windows_packages.version = lambda: number
    windows_packages.DIST = work / "dist"
    windows_packages.DIST.mkdir(exist_ok=True)
    return windows_packages.package(bundle)


def install(prefix: Prefix, package: Path) -> int:
    """Silently, as an administrator's script would."""
    if package.suffix == ".msi":
        return prefix.run("msiexec", "/i", f"Z:{package}", "/qn")[0]
    return prefix.run(package, "/S")[0]


def accept(root: Path, versions: list[Path], where: str) -> int:
    """A lower version, then the higher one over it, used, and removed to nothing."""
    print(versions[1].name, flush=True)
    shutil.rmtree(root, ignore_errors=True)
    prefix = Prefix(root)
    prefix.make()
    before = prefix.files()
    failed = told("lower version installs", install(prefix, versions[0]) == 0)
    failed += told("higher version installs over it", install(prefix, versions[1]) == 0)
    home = next(prefix.root.glob(f"drive_c/{where}/PathwayViewer"), None)
    if home is None:
        return failed + told("it is there", False)
    text = prefix.registry()
    one = HIGHER in text and f'"DisplayVersion"="{LOWER}"' not in text
    failed += told("one version is registered", one)
    failed += told("pathway files open with it", "PathwayViewer.Pathway" in text)
    failed += used(prefix, home, root.parent)
    if versions[1].suffix == ".msi":
        code = prefix.run("msiexec", "/x", f"Z:{versions[1]}", "/qn")[0]
    else:
        # Named so, the uninstaller works itself, not by a copy that nobody waits for.
        inside = str(home).partition("drive_c/")[2].replace("/", "\\")
        code = prefix.run(home / "uninstall.exe", "/S", f"_?=C:\\{inside}")[0]
        (home / "uninstall.exe").unlink(missing_ok=True)
    failed += told("uninstalls", code == 0)
    own = {one for one in prefix.files() - before if "pathway" in one.lower()}
    own = {one for one in own if "/Cache/" not in one and "/Logs/" not in one}
    failed += told("nothing is left", not own, ", ".join(sorted(own)[:4]))
    return failed + told("no key is left", "PathwayViewer.Pathway" not in prefix.registry())


def used(prefix: Prefix, home: Path, work: Path) -> int:
    """The self-test of what was installed, with the shims that Wine needs put in and taken out."""
    files = [one for one in home.rglob("*") if one.suffix.lower() in (".pyd", ".dll")]
    stubs(prefix.system32, work, files)
    patched = patch(files, prefix.system32, work)
    out = work / f"used-{prefix.root.name}"
    shutil.rmtree(out, ignore_errors=True)
    code, printed = prefix.run(home / "pathway-viewer.exe", "--self-test", f"Z:{out}")
    for path in patched:
        path.write_bytes(path.read_bytes().replace(OURS, MATH))
    report = out / "report.json"
    parts = json.loads(report.read_text("utf-8"))["parts"] if report.exists() else []
    bad = [f"{one['name']}: {one['text']}" for one in parts if not one["passed"]]
    text = "; ".join(bad) or f"{len(parts)} parts" if parts else printed[-400:]
    return told("self-test", code == 0 and bool(parts) and not bad, text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
