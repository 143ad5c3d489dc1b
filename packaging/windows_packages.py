"""Windows packages: the bundle as a setup for one user, an MSI for all, and a portable zip.

Also run on Linux, for smoke tests: makensis and wixl are Debian packages.
"""

from __future__ import annotations

import os
import shutil
import uuid
import zipfile
from pathlib import Path
from time import gmtime
from xml.sax.saxutils import quoteattr

from releasing import (
    BUILD,
    BUNDLE,
    DIST,
    HERE,
    ICONS,
    MIME,
    NAME,
    SUMMARY,
    TITLE,
    StoppedError,
    epoch,
    run,
    say,
    version,
)

FOLDER = "PathwayViewer"
"""The name without a space that folders and files have."""

CLASS = "PathwayViewer.Pathway"
"""What Windows calls the kind of pathway files."""

SPACE = uuid.UUID("5b2e6d0c-6a3f-4d53-9c37-6f0b7a8f6d11")
"""From which every GUID is made, so that each build of a version has the same."""

UPGRADE = "B1C8E0B5-2C1C-4B8A-9D58-52B1C0E8C7A4"
"""Never changes: by it a higher version finds the lower one."""


def package(bundle: Path = BUNDLE, out: Path = DIST) -> list[Path]:
    """All three, in a folder; the files that were made."""
    stem = f"{FOLDER}-{version()}-win64"
    return [
        portable(bundle, out / f"{stem}-portable.zip", version()),
        setup(bundle, out / f"{stem}-setup.exe", version()),
        msi(bundle, out / f"{stem}.msi", version()),
    ]


def version_resource() -> str:
    """What Windows shows of the program's files, as PyInstaller reads it."""
    numbers = (*map(int, version().split(".")), 0)
    texts = {
        "CompanyName": f"The {TITLE} maintainers",
        "FileDescription": TITLE,
        "FileVersion": version(),
        "LegalCopyright": "MIT licence; content CC BY 4.0",
        "ProductName": TITLE,
        "ProductVersion": version(),
    }
    rows = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{rows}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def portable(bundle: Path, out: Path, number: str) -> Path:
    """A folder to unpack anywhere, called by its version."""
    say(out.name)
    stamp = gmtime(epoch())[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for path in sorted(one for one in bundle.rglob("*") if one.is_file()):
            place = Path(f"{FOLDER}-{number}", path.relative_to(bundle)).as_posix()
            entry = zipfile.ZipInfo(place, stamp)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, path.read_bytes())
    return out


def setup(bundle: Path, out: Path, number: str) -> Path:
    """For one user, without an administrator."""
    say(out.name)
    facts = {
        "SOURCE": bundle,
        "OUT": out,
        "VERSION": number,
        "MIME": MIME,
        "CLASS": CLASS,
        "ICON": ICONS / "pathway-viewer.ico",
    }
    defined = [f"-D{name}={value}" for name, value in facts.items()]
    run(
        [
            _tool("makensis"),
            "-V2",
            "-WX",
            "-INPUTCHARSET",
            "UTF8",
            *defined,
            HERE / "windows" / "setup.nsi",
        ]
    )
    return out


def msi(bundle: Path, out: Path, number: str) -> Path:
    """For all users of a computer."""
    say(out.name)
    files, frame = BUILD / "files.wxs", HERE / "windows" / "package.wxs"
    files.write_text(file_list(bundle), encoding="utf-8")
    product = str(uuid.uuid5(SPACE, number)).upper()
    facts = {"Version": number, "ProductCode": product, "UpgradeCode": UPGRADE}
    facts |= {"Summary": SUMMARY, "Mime": MIME, "Class": CLASS}
    facts |= {"Icon": _named(ICONS / "pathway-viewer.ico")}
    if shutil.which("wixl"):
        defined = [word for name, value in facts.items() for word in ("-D", f"{name}={value}")]
        run(["wixl", "-a", "x64", *defined, "-o", out, frame, files], cwd=Path("/"))
        return out
    # On Windows itself: WiX 3, whose language wixl speaks.
    home = os.environ.get("WIX", "")
    candle, light = (Path(home, "bin", f"{one}.exe") for one in ("candle", "light"))
    if not candle.exists():
        raise StoppedError("the MSI needs wixl, or WiX 3 named by the variable WIX")
    objects = f"{BUILD / 'wix'}{os.sep}"
    run(
        [
            candle,
            "-arch",
            "x64",
            *(f"-d{a}={b}" for a, b in facts.items()),
            "-o",
            objects,
            frame,
            files,
        ]
    )
    run([light, "-spdb", "-o", out, f"{objects}package.wixobj", f"{objects}files.wixobj"])
    return out


def file_list(bundle: Path) -> str:
    """Every file of the bundle as the MSI's language has it, with the same GUIDs each time."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines += ['<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">', "<Fragment>"]
    lines += ['<DirectoryRef Id="INSTALLDIR">', *_folder(bundle, bundle), "</DirectoryRef>"]
    lines += ["</Fragment>", "<Fragment>", '<ComponentGroup Id="Files">']
    for path in sorted(one for one in bundle.rglob("*") if one.is_file()):
        lines.append(f'<ComponentRef Id="{_id("C", path, bundle)}"/>')
    return "\n".join([*lines, "</ComponentGroup>", "</Fragment>", "</Wix>"]) + "\n"


def _folder(folder: Path, bundle: Path) -> list[str]:
    lines: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            lines.append(f'<Directory Id="{_id("D", path, bundle)}" Name={quoteattr(path.name)}>')
            lines += [*_folder(path, bundle), "</Directory>"]
            continue
        place = path.relative_to(bundle).as_posix()
        guid = str(uuid.uuid5(SPACE, place)).upper()
        lines.append(f'<Component Id="{_id("C", path, bundle)}" Guid="{guid}" Win64="yes">')
        file = (
            f'<File Id="{_id("F", path, bundle)}" KeyPath="yes" Source={quoteattr(_named(path))}/>'
        )
        lines += [file, "</Component>"]
    return lines


def _named(path: Path) -> str:
    """A file for the MSI's tool; wixl knows none but those relative to where it is run."""
    return str(path.relative_to("/")) if shutil.which("wixl") else str(path)


def _id(kind: str, path: Path, bundle: Path) -> str:
    return f"{kind}{uuid.uuid5(SPACE, path.relative_to(bundle).as_posix()).hex}"


def _tool(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=r"C:\Program Files (x86)\NSIS")
    if not found:
        raise StoppedError(f"{name} was not found")
    return found


assert NAME == "pathway-viewer"  # setup.nsi and package.wxs spell the programs' names out
