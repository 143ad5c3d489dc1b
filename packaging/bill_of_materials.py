"""Bill of materials: every part of a bundle in CycloneDX, the native ones too."""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

from environment import install, is_build_tool, python, shared_python
from licence_texts import debian_packages
from releasing import BUILD, BUNDLE, DIST, NAME, ROOT, run, say, touch_all, version

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


def write_bill(entries: Iterable[tuple[str, str, str]]) -> None:
    """Writes the list beside the packages and into the bundle."""
    say("Parts list")
    out = DIST / f"{NAME}-{version()}-{sys.platform}.cdx.json"
    bill = of_wheels()
    bill["components"] = [
        one for one in bill["components"] if not is_build_tool(str(one["name"]))
    ] + native(list(entries))
    known = {one["bom-ref"] for one in bill["components"]} | {
        bill["metadata"]["component"]["bom-ref"]
    }
    bill["dependencies"] = [
        _of_known(one, known) for one in bill["dependencies"] if one["ref"] in known
    ]
    text = json.dumps(bill, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    out.write_text(text, encoding="utf-8")
    shutil.copy(out, BUNDLE / "licences" / "sbom.cdx.json")
    touch_all(BUNDLE)


def _of_known(entry: Part, known: set[str]) -> Part:
    needs = [one for one in entry.get("dependsOn", ()) if one in known]
    return {"ref": entry["ref"], **({"dependsOn": needs} if needs else {})}


def of_wheels() -> Part:
    """What the environment's wheels say of themselves, by a tool in an environment of its own."""
    tools = BUILD / "tools"
    inside = "Scripts" if sys.platform == "win32" else "bin"
    own = tools / inside / python().name
    if not own.exists():
        run([shared_python(), "-m", "venv", tools])
        install(["cyclonedx-bom"], own)
    program = own.with_name("cyclonedx-py" + own.suffix)
    options = ["--output-reproducible", "--sv", "1.6", "--of", "JSON", "-o", BUILD / "wheels.json"]
    run([program, "environment", python(), "--pyproject", ROOT / "pyproject.toml", *options])
    return json.loads((BUILD / "wheels.json").read_text(encoding="utf-8"))


def native(entries: list[tuple[str, str, str]]) -> list[Part]:
    """The parts that no wheel tells of."""
    found = [_part("CPython", platform_python(), "PSF-2.0")]
    found += [_part(name, run([python(), "-c", ask]).strip(), terms) for name, terms, ask in WITHIN]
    icu = sorted({m[1] for place, *_ in entries if (m := re.search(r"libicuuc\.so\.(\d+)", place))})
    found += [_part("ICU", number, "Unicode-3.0") for number in icu]
    if sys.platform == "linux":
        packages = debian_packages(entries)
        for package in sorted(set(packages.values())):
            files = sorted(place for place, owner in packages.items() if owner == package)
            found.append(_debian_part(package, files))
    return found


def platform_python() -> str:
    """The version of the Python that is frozen."""
    return run([python(), "-c", "import platform; print(platform.python_version())"]).strip()


def _part(name: str, number: str, terms: str) -> Part:
    return {
        "type": "library",
        "bom-ref": f"{name}@{number}",
        "name": name,
        "version": number,
        "licenses": [{"license": {"id": terms}}],
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
