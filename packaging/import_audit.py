"""Import audit: what a Windows bundle asks for is in it or in Windows, and nothing is a shim.

`python packaging/import_audit.py BUNDLE` prints a line a finding, and answers 1 if there is one.
It is run with the environment of the build's tools, which can read Windows programs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from releasing import SHIM, SHIMS
from windows_file import imported

_SYSTEM = """
    advapi32 authz bcrypt cfgmgr32 comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dbghelp dcomp
    dwmapi dwrite dxgi gdi32 icuuc imm32 iphlpapi kernel32 mpr mscms msvcrt netapi32 normaliz ntdll
    ole32 oleaut32 opengl32 pdh powrprof propsys psapi rpcrt4 rstrtmgr secur32 setupapi shcore
    shell32 shlwapi tdh ucrtbase uiautomationcore user32 userenv uxtheme version winhttp winmm
    winspool ws2_32 wtsapi32
"""
SYSTEM = frozenset(_SYSTEM.split())
"""Libraries that Windows 10 brings in its own folder, from version 1809 on."""

FAMILIES = ("api-ms-win-", "ext-ms-win-")
"""Names under which Windows gives parts of its own libraries."""

NETWORK = frozenset(("winhttp", "wininet", "urlmon", "dnsapi", "secur32", "schannel"))
"""Libraries of Windows whose only use is to reach or to secure a connection."""

PROGRAMS = (".dll", ".pyd", ".exe")


def programs(bundle: Path) -> list[Path]:
    """Every file of a bundle that Windows loads as code."""
    return sorted(one for one in bundle.rglob("*") if one.suffix.lower() in PROGRAMS)


def is_system(name: str) -> bool:
    """Whether Windows itself brings a library."""
    stem = name.lower().removesuffix(".dll").removesuffix(".drv")
    return stem in SYSTEM or (stem.startswith(FAMILIES) and name.lower() != SHIM.decode())


def audit(bundle: Path, asked: Callable[[Path], Iterable[str]] = imported) -> tuple[list[str], int]:
    """What is wrong with a bundle, a line each, and how many files were looked at."""
    files = programs(bundle)
    beside = {one.name.lower() for one in files}
    wrong = [f"{one.name} is a shim" for one in files if one.name.lower() in SHIMS]
    for path in files:
        if SHIM in path.read_bytes():
            wrong.append(f"{path.name} was patched to ask for a shim")
        for name in sorted({one.lower() for one in asked(path)} - beside):
            if not is_system(name):
                wrong.append(f"{path.name} asks for {name}, which nobody brings")
            elif name.removesuffix(".dll") in NETWORK:
                wrong.append(f"{path.name} asks for {name}, which reaches a network")
    return wrong, len(files)


def main(words: list[str]) -> int:
    """0 when nothing is wrong."""
    wrong, number = audit(Path(words[0]))
    print("\n".join(wrong) or f"every import of {number} files is there or the system's; no shim")
    return 1 if wrong or not number else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
