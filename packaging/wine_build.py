"""Wine build: the Windows bundle made on Linux, for smoke tests; releases are built on Windows.

`packaging/build windows` on Linux runs it with the environment of the build's tools, and goes on
with the bundle that it leaves in WORK. It needs Debian's wine64, gcc-mingw-w64-x86-64, nsis, wixl,
xvfb and xauth.

Python for Windows comes out of a wheel that carries the Python Software Foundation's own files
(panda3d's); what is missing there, the pure library and two small files, is made here.
"""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from pathlib import Path

from environment import python
from licence_texts import distributions
from releasing import HERE, NAME, ROOT, StoppedError, run, same_each_time, say
from wine import WINE, Prefix
from wine_shims import COMPILER, cleaned, patch, stubs

TOOLS = (WINE, COMPILER, "objdump", "makensis", "wixl", "xvfb-run", "xauth", "unshare")
PACKAGES = ("wine64", "gcc-mingw-w64-x86-64", "binutils", "nsis", "wixl", "xvfb", "xauth")
CARRIER = "panda3d==1.10.16"
WINDOWS = ["--platform", "win_amd64", "--python-version", "3.13", "--only-binary=:all:"]
STARTER = (
    "#include <wchar.h>\n__declspec(dllimport) int Py_Main(int, wchar_t **);\n"
    "int wmain(int c, wchar_t **v) { return Py_Main(c, v); }\n"
)
LEFT_OUT = ("test", "idlelib", "lib-dynload", "site-packages", "__pycache__", "ensurepip")


def main(words: list[str]) -> int:
    """0 when the bundle is there."""
    work = Path(words[0]).resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for tool in TOOLS:
        if not shutil.which(tool):
            raise StoppedError(f"{tool} was not found: install {' '.join(PACKAGES)}")
    home = work / "winpy"
    assemble(home, work)
    prefix = Prefix(work / "prefix")
    prefix.make()
    files = [one for one in home.rglob("*") if one.suffix in (".pyd", ".dll")]
    stubs(prefix.system32, work, files)
    patch(files, prefix.system32, work)
    cleaned(freeze(prefix, home, work))
    return 0


def assemble(home: Path, work: Path) -> None:
    """A Python for Windows with the program, its libraries and PyInstaller."""
    say("Python for Windows")
    shutil.rmtree(home, ignore_errors=True)
    (home / "DLLs").mkdir(parents=True)
    run([python(), "-m", "pip", "download", "-q", "--no-deps", *WINDOWS, "-d", work, CARRIER])
    with zipfile.ZipFile(next(work.glob("panda3d-*.whl"))) as wheel:
        for entry in wheel.namelist():
            name = Path(entry).name
            if entry.startswith("deploy_libs/") and ".cp313t" not in name and "_wmi" not in name:
                beside = name.lower().startswith(("python313", "vcruntime"))
                place = home if beside else home / "DLLs"
                if not name.startswith("api-ms-"):
                    (place / name).write_bytes(wheel.read(entry))
    library = Path(run([python(), "-c", "import os; print(os.path.dirname(os.__file__))"]).strip())
    shutil.copytree(library, home / "Lib", ignore=shutil.ignore_patterns(*LEFT_OUT, "config-*"))
    _make_starter(home, work)
    site = home / "Lib" / "site-packages"
    named = [f"{one.name}=={one.version}" for one in distributions()]
    tools = ["pyinstaller", "pefile", "pywin32-ctypes", "colorama"]
    pins = ["-c", ROOT / "constraints.txt", "-c", HERE / "constraints.txt"]
    run([python(), "-m", "pip", "install", "-q", "--target", site, *WINDOWS, *pins, *named, *tools])
    run([python(), "-m", "pip", "install", "-q", "--no-deps", "--target", site, ROOT])


def _make_starter(home: Path, work: Path) -> None:
    """python.exe, and the python3.dll that forwards to python313.dll."""
    listed = run(["objdump", "-p", home / "python313.dll"])
    table = listed.partition("[Ordinal/Name Pointer] Table")[2].split("\n\n")[0]
    names = re.findall(r"^\s*\[ *\d+\].*?(\S+)$", table, re.MULTILINE)
    for stem, target in (("python3", " = python313.{}"), ("python313", "")):
        lines = "".join(f"  {name}{target.format(name)}\n" for name in names)
        (work / f"{stem}.def").write_text(f"LIBRARY {stem}.dll\nEXPORTS\n{lines}", "utf-8")
    (work / "python.c").write_text(STARTER, encoding="utf-8")
    tool = COMPILER.replace("gcc", "dlltool")
    run([tool, "-d", work / "python313.def", "-l", work / "libpython313.a"])
    words = ["-O2", "-municode", "-o", home / "python.exe", work / "python.c"]
    run([COMPILER, *words, f"-L{work}", "-lpython313"])
    words = ["-shared", "-nostdlib", "-Wl,--exclude-all-symbols", "-o", home / "python3.dll"]
    run([COMPILER, *words, work / "python3.def"])


def freeze(prefix: Prefix, home: Path, work: Path) -> Path:
    """PyInstaller under Wine, with the spec that Windows itself uses."""
    say("Freezing under Wine")
    out = work / "bundle"
    words = ["-m", "PyInstaller", "-y", "--clean", "--log-level", "WARN", "--distpath", out]
    words += ["--workpath", work / "work", HERE / f"{NAME}.spec"]
    # The real plugin of Windows, where a build for Linux would draw without a screen.
    settings = {**same_each_time(), "QT_QPA_PLATFORM": "windows"}
    code, printed = prefix.run(home / "python.exe", *words, **settings)
    (work / "freezing.log").write_text(printed, encoding="utf-8")
    if code or not (out / NAME / "PathwayViewer.exe").exists():
        raise StoppedError(printed[-2000:])
    return out / NAME


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
