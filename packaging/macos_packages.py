"""macOS packages: the bundle as a disk image. Prepared, untested: never run on a Mac."""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path

from releasing import BUILD, BUNDLE, DIST, HERE, TITLE, run, say, version


def package() -> list[Path]:
    """The disk image, signed where CODESIGN_IDENTITY names who signs."""
    app = BUNDLE.parent / f"{TITLE}.app"
    shutil.copytree(BUNDLE / "licences", app / "Contents" / "Resources" / "licences")
    _sign(app)
    staged = BUILD / "image"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    shutil.copytree(app, staged / app.name, symlinks=True)
    (staged / "Applications").symlink_to("/Applications")
    out = DIST / f"PathwayViewer-{version()}-{platform.machine()}.dmg"
    say(out.name)
    run(
        [
            "hdiutil",
            "create",
            "-volname",
            TITLE,
            "-srcfolder",
            staged,
            "-ov",
            "-format",
            "UDZO",
            out,
        ]
    )
    return [out]


def _sign(app: Path) -> None:
    """Signs from the inside out; without an identity only for this computer ('-')."""
    identity = os.environ.get("CODESIGN_IDENTITY", "-")
    rights = HERE / "macos" / "entitlements.plist"
    words = ["codesign", "--force", "--options", "runtime", "--sign", identity]
    inside = [*app.rglob("*.dylib"), *app.rglob("*.so"), *app.rglob("*.framework")]
    for path in sorted(inside, key=lambda one: -len(one.parts)):
        run([*words, path])
    run([*words, "--entitlements", rights, app])
