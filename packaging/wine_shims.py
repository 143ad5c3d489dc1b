"""Wine shims: what Wine lacks of Windows, for smoke tests only and never in a package.

Stubs of two system libraries go into a Wine prefix. Functions of the C library that Wine has not
are redirected to a library of our own, in copies of the modules that ask for them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from releasing import SHIM, SHIMS
from windows_file import imported

COMPILER = "x86_64-w64-mingw32-gcc"
MATH = b"api-ms-win-crt-math-l1-1-0.dll"
assert len(MATH) == len(SHIM)  # one name replaces the other in a file, where it stands
COLORS = ("OpenColorProfileA", "OpenColorProfileW", "CloseColorProfile")
COLORS += ("GetColorProfileFromHandle", "WcsCreateIccProfile", "WcsOpenColorProfileW")
COMPLEX = ("creal", "cimag", "cabs", "carg", "cexp", "cpow", "csin", "ccos", "ctan", "csinh")
COMPLEX += ("ccosh", "ctanh", "clog", "csqrt", "conj", "cproj", "casin", "cacos", "catan")
COMPLEX += ("casinh", "cacosh", "catanh", "norm")


def stubs(system32: Path, work: Path, wanted: Iterable[Path]) -> None:
    """Puts icuuc.dll and mscms.dll into a prefix, with what the given files import of them."""
    asked = {name for path in wanted for name in imported(path).get("icuuc.dll", ())}
    text = "".join(
        f"int {name}({'void *a, int *err' if name == 'ucnv_open' else 'void'}) "
        f"{{ {'if (err) *err = 4; ' if name == 'ucnv_open' else ''}return 0; }}\n"
        for name in sorted(asked)
    )
    library(text, work, system32 / "icuuc.dll")
    library(
        "".join(f"int {one}(void) {{ return 0; }}\n" for one in COLORS),
        work,
        system32 / "mscms.dll",
    )


def library(text: str, work: Path, out: Path, forwards: Mapping[str, str] | None = None) -> None:
    """Compiles C into a library that exports all of it, or only what `forwards` names."""
    source, names = work / f"{out.stem}.c", work / f"{out.stem}.def"
    source.write_text(text, encoding="utf-8")
    words = [COMPILER, "-O1", "-shared", "-static", "-w", "-fno-builtin", "-o", out, source]
    if forwards is not None:
        lines = "".join(f"  {name} = {there}\n" for name, there in sorted(forwards.items()))
        names.write_text(f"EXPORTS\n{lines}", encoding="utf-8")
        words.append(names)
    subprocess.run([str(word) for word in words], check=True)


def complex_text(names: Iterable[str]) -> str:
    """C of complex functions as Microsoft calls them: a structure of two numbers each."""
    lines = ["#include <complex.h>", "#include <math.h>"]
    for name in sorted(names):
        base, kind = _kind(name)
        number, end = ("float", "f") if kind == "f" else ("double", "")
        real = base in ("creal", "cimag", "cabs", "carg", "norm")
        whole = f"{number} _Complex"
        if base == "norm":
            body = f"return creal{end}(z)*creal{end}(z) + cimag{end}(z)*cimag{end}(z);"
        else:
            body = f"return {base}{end}(z{', w' if base == 'cpow' else ''});"
        more = f", {whole} w" if base == "cpow" else ""
        lines.append(
            f'{number if real else whole} my_{name}({whole} z{more}) __asm__("my_{name}");\n'
            f"{number if real else whole} my_{name}({whole} z{more}) {{ {body} }}"
        )
    return "\n".join(lines) + "\n"


def _kind(name: str) -> tuple[str, str]:
    for end in ("f", "l"):
        if name.endswith(end) and name[:-1] in COMPLEX:
            return name[:-1], end
    return name, ""


def is_complex(name: str) -> bool:
    """Whether it is a complex function of the C library."""
    return _kind(name)[0] in COMPLEX


def patch(files: Iterable[Path], system32: Path, work: Path) -> list[Path]:
    """Redirects, in place, files that need complex functions Wine has not; those that were."""
    asked_by = {path: imported(path).get(MATH.decode(), set()) for path in files}
    needs = {path: names for path, names in asked_by.items() if any(map(is_complex, names))}
    if not needs:
        return []
    asked = set().union(*needs.values())
    lacking = {name for name in asked if is_complex(name)}
    forwards = {name: f"ucrtbase.{name}" for name in asked - lacking}
    forwards |= {name: f"my_{name}" for name in lacking}
    library(complex_text(lacking), work, system32 / SHIM.decode(), forwards)
    for path in needs:
        path.write_bytes(path.read_bytes().replace(MATH, SHIM))
    return list(needs)


def cleaned(bundle: Path) -> None:
    """Takes everything of this out again: the names as they were, and no file of ours."""
    for path in bundle.rglob("*.pyd"):
        if SHIM in (read := path.read_bytes()):
            path.write_bytes(read.replace(SHIM, MATH))
    for name in SHIMS:
        for path in bundle.rglob(name):
            path.unlink()
