"""Linux packages: the bundle as .deb, as .rpm, and as a portable archive."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from releasing import (
    BUILD,
    BUNDLE,
    DIST,
    HERE,
    ICONS,
    NAME,
    SUMMARY,
    TITLE,
    epoch,
    run,
    say,
    touch_all,
    version,
)

FONTS = "fonts-inter | fonts-dejavu-core | fonts-noto-core | fonts-liberation"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
XZ = "-4 --threads=2"


def package() -> list[Path]:
    """All of them; the files that were made."""
    root = BUILD / "root"
    lay_out(root)
    return [portable(), deb(root), rpm(root)]


def lay_out(root: Path) -> None:
    """A system's folders as they look with the program in them."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(BUNDLE, root / "opt" / NAME, symlinks=True)
    share = root / "usr" / "share"
    for folder in ("applications", "mime/packages", f"doc/{NAME}"):
        (share / folder).mkdir(parents=True)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / NAME).symlink_to(f"/opt/{NAME}/{NAME}")
    shutil.copy(HERE / "linux" / f"{NAME}.desktop", share / "applications")
    shutil.copy(HERE / "linux" / f"{NAME}.xml", share / "mime" / "packages")
    icons = share / "icons" / "hicolor"
    for size in ICON_SIZES:
        place = icons / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        shutil.copy(ICONS / f"{size}.png", place / f"{NAME}.png")
    (icons / "scalable" / "apps").mkdir(parents=True)
    shutil.copy(HERE / f"{NAME}.svg", icons / "scalable" / "apps")
    _document(share / "doc" / NAME)
    for path in root.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or (path.name == NAME and path.parent.name == NAME)
            path.chmod(0o755 if runs or ".so" in path.name else 0o644)
    touch_all(root)


def _document(folder: Path) -> None:
    """What Debian wants to find: the terms, and what has changed."""
    shutil.copy(BUNDLE / "licences" / "README.txt", folder / "copyright")
    with (folder / "copyright").open("a", encoding="utf-8") as out:
        out.write(f"\nThe texts are in /opt/{NAME}/licences.\n\n")
        out.write((BUNDLE / "licences" / "pathway-viewer.txt").read_text(encoding="utf-8"))
    changes = (BUNDLE / "CHANGELOG.md").read_bytes()
    (folder / "changelog.gz").write_bytes(gzip.compress(changes, mtime=epoch()))


@cache
def libc_floor() -> str:
    """The oldest C library that every file of the bundle starts with."""
    found: set[tuple[int, ...]] = set()
    for path in [BUNDLE / NAME, *BUNDLE.rglob("*.so*")]:
        if path.is_symlink() or not path.is_file():
            continue
        asked = subprocess.run(["objdump", "-T", path], capture_output=True, text=True, check=True)
        for number in re.findall(r"\(?GLIBC_(2\.\d+)\)?", asked.stdout):
            found.add(tuple(map(int, number.split("."))))
    return ".".join(map(str, max(found)))


def portable() -> Path:
    """A folder to unpack anywhere."""
    out = DIST / f"{NAME}-{version()}-linux-x86_64.tar.xz"
    say(out.name)
    inside = f"{NAME}-{version()}"
    same = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{epoch()}"]
    same += ["--format=gnu", f"--transform=flags=r;s,^{NAME},{inside},"]
    run(["tar", "-C", BUNDLE.parent, *same, "-I", f"xz {XZ}", "-cf", out, NAME])
    return out


def deb(root: Path) -> Path:
    """For Debian 12 and later, and Ubuntu 24.04 and later."""
    out = DIST / f"{NAME}_{version()}_amd64.deb"
    say(out.name)
    size = sum(one.stat().st_size for one in _files(root)) // 1024
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        f"Package: {NAME}\nVersion: {version()}\nArchitecture: amd64\n"
        f"Maintainer: The {TITLE} maintainers <noreply@invalid.invalid>\n"
        f"Installed-Size: {size}\nSection: science\nPriority: optional\n"
        f"Depends: libc6 (>= {libc_floor()}), libegl1, libgl1, libxcb1, fontconfig, "
        f"shared-mime-info, desktop-file-utils, {FONTS}\n"
        "Recommends: libcups2, xdg-utils, fonts-inter\n"
        f"Description: {SUMMARY}\n"
        " An animated node diagram on a timeline from minutes to weeks, and behind every\n"
        " node and every arrow an explanation with its citations. For education; not\n"
        " medical advice. It never uses a network.\n",
        encoding="utf-8",
    )
    touch_all(root)
    words = ["--root-owner-group", "-Zxz", "-z4", "--threads-max=2", "--build"]
    run(["dpkg-deb", *words, root, out])
    shutil.rmtree(root / "DEBIAN")
    return out


def _files(root: Path) -> list[Path]:
    """What takes room: links do not."""
    return [one for one in root.rglob("*") if one.is_file() and not one.is_symlink()]


def rpm(root: Path) -> Path:
    """For Fedora and its relatives; never installed on one, which its name says."""
    top = BUILD / "rpm"
    shutil.rmtree(top, ignore_errors=True)
    top.mkdir(parents=True)
    spec = (HERE / "linux" / f"{NAME}.spec.in").read_text(encoding="utf-8")
    facts = {"VERSION": version(), "ROOT": str(root), "SUMMARY": SUMMARY, "LIBC": libc_floor()}
    for word, value in facts.items():
        spec = spec.replace(f"@{word}@", value)
    (top / "package.spec").write_text(spec, encoding="utf-8")
    out = DIST / f"{NAME}-{version()}-1.x86_64.untested.rpm"
    say(out.name)
    run(["rpmbuild", "-bb", "--define", f"_topdir {top}", top / "package.spec"])
    shutil.copy(next(top.rglob("*.rpm")), out)
    return out
