"""Bill of materials: every part of a bundle in CycloneDX, the native ones too."""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from environment import is_build_tool, python, tools
from licence_texts import debian_packages
from releasing import BUILD, HERE, NAME, ROOT, run, say, touch_all, version

Part = dict[str, Any]

WITHIN = (
    # What wheels contain without naming it: (part, licence, how its version is asked for).
    ("Qt", "LGPL-3.0-only", "import PySide6.QtCore as q; print(q.qVersion())"),
    ("OpenBLAS", "BSD-3-Clause", "import numpy as n; c=n.show_config(mode='dicts');"
     "print(c['Build Dependencies']['blas']['version'])"),
    ("libxml2", "MIT", "from lxml import etree as e; print('.'.join(map(str,e.LIBXML_VERSION)))"),
    ("libxslt", "MIT", "from lxml import etree as e; print('.'.join(map(str,e.LIBXSLT_VERSION)))"),
    ("libyaml", "MIT", "import yaml._yaml as y; print('.'.join(map(str,y.get_version())))"),
)  # fmt: skip

BESIDE = (
    # Files that Windows' Python brings: (name, part, licence).
    ("python3??.dll", "CPython", "PSF-2.0"),
    ("libcrypto-*.dll", "OpenSSL", "Apache-2.0"),
    ("libffi-*.dll", "libffi", "MIT"),
    ("VCRUNTIME140.dll", "Microsoft Visual C++ runtime", ""),
)


def write_bill(
    entries: Iterable[tuple[str, str, str]], bundle: Path, out: Path, system: str
) -> None:
    """Writes the list of a bundle beside its packages and into it."""
    say("Parts list")
    out = out / f"{NAME}-{version()}-{system}.cdx.json"
    bill = of_wheels()
    bill["components"] = [
        one for one in bill["components"] if not is_build_tool(str(one["name"]))
    ] + native(list(entries), bundle)
    known = {one["bom-ref"] for one in bill["components"]} | {
        bill["metadata"]["component"]["bom-ref"]
    }
    bill["dependencies"] = [
        _of_known(one, known) for one in bill["dependencies"] if one["ref"] in known
    ]
    text = json.dumps(bill, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    out.write_text(text, encoding="utf-8")
    shutil.copy(out, bundle / "licences" / "sbom.cdx.json")
    touch_all(bundle)


def _of_known(entry: Part, known: set[str]) -> Part:
    needs = [one for one in entry.get("dependsOn", ()) if one in known]
    return {"ref": entry["ref"], **({"dependsOn": needs} if needs else {})}


def of_wheels() -> Part:
    """What the environment's wheels say of themselves, by a tool in an environment of its own."""
    own = tools()
    program = own.with_name("cyclonedx-py" + own.suffix)
    options = ["--output-reproducible", "--sv", "1.6", "--of", "JSON", "-o", BUILD / "wheels.json"]
    run([program, "environment", python(), "--pyproject", ROOT / "pyproject.toml", *options])
    return json.loads((BUILD / "wheels.json").read_text(encoding="utf-8"))


def native(entries: list[tuple[str, str, str]], bundle: Path) -> list[Part]:
    """The parts that no wheel tells of."""
    found = of_windows(bundle) or [_part("CPython", platform_python(), "PSF-2.0")]
    found += [_part(name, run([python(), "-c", ask]).strip(), terms) for name, terms, ask in WITHIN]
    icu = sorted({m[1] for place, *_ in entries if (m := re.search(r"libicuuc\.so\.(\d+)", place))})
    found += [_part("ICU", number, "Unicode-3.0") for number in icu]
    if sys.platform == "linux":
        packages = debian_packages(entries)
        for package in sorted(set(packages.values())):
            files = sorted(place for place, owner in packages.items() if owner == package)
            found.append(_debian_part(package, files))
    return found


def of_windows(bundle: Path) -> list[Part]:
    """What lies beside the program on Windows, Python too; [] in a bundle for another system."""
    inside = bundle / "_internal"
    files = [(one, path) for one in BESIDE for path in sorted(inside.glob(one[0]))]
    if not files:
        return []
    words = [tools(), HERE / "windows_file.py", *(path for _, path in files)]
    numbers = json.loads(run(words))
    return [_part(name, numbers[path.name], terms) for (_, name, terms), path in files]


def platform_python() -> str:
    """The version of the Python that is frozen."""
    return run([python(), "-c", "import platform; print(platform.python_version())"]).strip()


def _part(name: str, number: str, terms: str) -> Part:
    """A part; without an SPDX licence it is under its own."""
    licence = {"id": terms} if terms else {"name": f"{name}: its maker's terms"}
    return {
        "type": "library",
        "bom-ref": f"{name}@{number}",
        "name": name,
        "licenses": [{"license": licence}],
        **({"version": number} if number else {}),
    }


def _debian_part(package: str, files: list[str]) -> Part:
    asked = ["dpkg-query", "-W", "-f", "${Version}\n", package]
    number = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[0]
    release = platform.freedesktop_os_release().get("ID", "linux")
    return {
        "type": "library",
        "bom-ref": f"{release}:{package}@{number}",
        "name": package,
        "version": number,
        "purl": f"pkg:deb/{release}/{package}@{number}?arch=amd64",
        "properties": [{"name": "pathway-viewer:file", "value": file} for file in files],
    }
