"""Acceptance: Linux packages installed, used and removed in a bare Debian without Python.

Run as root: `python packaging/acceptance.py CHROOT dist/*.deb dist/*.tar.xz dist/*.rpm`. The folder
is filled by debootstrap when it is not there yet. Prints a line a check; 1 when one fails. That the
.rpm unpacks and runs there tells nothing of systems that it is for: its dependencies are not asked.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from releasing import MIME, NAME

USER, ODD = "jörg", "Mein Ordner für Pfade"
"""A user and a folder that programs trip over."""
TOOLS = ("libglib2.0-bin", "desktop-file-utils", "xdg-utils", "libegl1", "libgl1", "libxcb1")
TOOLS += ("shared-mime-info", "fontconfig", "fonts-dejavu-core", "passwd")
CHANGING = (
    "proc",
    "sys",
    "dev",
    "tmp",
    "run",
    "var/lib/dpkg",
    "var/lib/apt",
    "var/cache",
    "var/log",
)
DISPLAY = ":87"


@dataclass
class Bare:
    """A bare system in a folder, with a screen and without a network."""

    root: Path
    failed: list[str] = field(default_factory=list[str])

    def make(self) -> None:
        """Fills the folder, once; nothing in it brings a Python."""
        if not (self.root / "usr").exists():
            say("a bare Debian")
            base = ["debootstrap", "--variant=minbase", "bookworm", str(self.root)]
            subprocess.run(base, check=True, stdout=subprocess.DEVNULL)
        self.admin(
            "apt-get update -qq && apt-get install -y -qq --no-install-recommends "
            + " ".join(TOOLS)
        )
        self.admin(f"id {USER} >/dev/null 2>&1 || useradd --badname -m -d '/home/{USER}' {USER}")

    def admin(self, words: str) -> str:
        """What an administrator types, with a network, for only that reaches packages."""
        quiet = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        return self._run(["chroot", str(self.root), "sh", "-c", words], quiet)[1]

    def user(self, words: str, **more: str) -> tuple[int, str]:
        """What the user types: the exit code and all that was printed. There is no network."""
        own = {"HOME": f"/home/{USER}", "DISPLAY": DISPLAY, "LC_ALL": "C.UTF-8", **more}
        users = (self.root / "etc" / "passwd").read_text("utf-8").splitlines()
        ids = next(one for one in users if one.startswith(f"{USER}:")).split(":")
        enter = ["unshare", "-n", "chroot", f"--userspec={ids[2]}:{ids[3]}", str(self.root)]
        return self._run([*enter, "sh", "-c", words], own)

    def _run(self, words: list[str], env: dict[str, str]) -> tuple[int, str]:
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        done = subprocess.run(
            words,
            env={"PATH": path, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=600,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def files(self) -> set[str]:
        """Every file that is not one of a running system's own."""
        asked = ["find", str(self.root), "-xdev"]
        for name in CHANGING:
            asked += ["-path", str(self.root / name), "-prune", "-o"]
        found = subprocess.run([*asked, "-print"], capture_output=True, text=True, check=True)
        return set(found.stdout.splitlines())

    def check(self, name: str, passed: bool, text: str = "") -> None:
        """Tells of one check, and keeps what failed."""
        say(f"  {'ok    ' if passed else 'FAILED'}  {name}" + (f": {text}" if text else ""))
        if not passed:
            self.failed.append(name)


def say(text: str) -> None:
    """A line of what is being done."""
    print(text, flush=True)


def self_test(bare: Bare, name: str, program: str, before: str = "", **more: str) -> None:
    """The program's own test, as the user, with what else the environment says."""
    out = f"/tmp/out-{name.replace(' ', '-')}"
    shutil.rmtree(bare.root / out[1:], ignore_errors=True)
    code, printed = bare.user(f"{before} '{program}' --self-test {out}", **more)
    report = bare.root / out[1:] / "report.json"
    told = json.loads(report.read_text("utf-8")) if report.exists() else {"parts": []}
    bad = [f"{one['name']}: {one['text']}" for one in told["parts"] if not one["passed"]]
    window = next((one["text"] for one in told["parts"] if one["name"] == "window"), "")
    text = "; ".join(bad) or (window if code == 0 else printed[-600:])
    bare.check(f"self-test, {name}", code == 0 and told.get("passed") is True, text)


def conditions(bare: Bare, program: str) -> None:
    """The self-test under everything that a home and a system may be."""
    self_test(bare, "as usual", program)
    self_test(bare, "home missing", program, HOME="/nowhere")
    home = bare.root / "home" / f"{USER}-locked"
    home.mkdir(exist_ok=True)
    home.chmod(0o555)
    self_test(bare, "home read-only", program, HOME=f"/home/{USER}-locked")
    left = [*home.rglob("*")]
    bare.check("nothing was left in a read-only home", not left, ", ".join(map(str, left)))
    shutil.rmtree(home)
    self_test(bare, "no display", program, DISPLAY="")
    code, text = bare.user(f"'{program}' --self-check")
    bare.check("self-check", code == 0, text.strip().splitlines()[-1] if text else "")


def starts(bare: Bare, program: str, picture: Path, file: str = "", home: str = "") -> None:
    """An ordinary start, until the window answers; keeps a picture of the screen."""
    own = {"HOME": home} if home else {}
    words = f"'{program}' {file} 2>/tmp/start.log & p=$!; n=0; "
    words += (
        "while ! grep -q live /tmp/start.log && [ $n -lt 120 ]; do sleep 0.5; n=$((n+1)); done; "
    )
    words += "sleep 10; touch /tmp/shown; sleep 3; kill $p; cat /tmp/start.log"
    shown = bare.root / "tmp" / "shown"
    shown.unlink(missing_ok=True)
    watched = subprocess.Popen([sys.executable, __file__, "--watch", str(shown), str(picture)])
    _, text = bare.user(words, **own)
    watched.wait(timeout=30)
    bare.check("starts", "live" in text, text.strip().replace("\n", " | ")[-200:])


def watch(shown: Path, picture: Path) -> int:
    """Waits for a file, then keeps what the screen shows, by Qt's own means."""
    end = time.monotonic() + 120
    while not shown.exists() and time.monotonic() < end:
        time.sleep(0.2)
    from PySide6.QtGui import QGuiApplication

    os.environ["QT_QPA_PLATFORM"] = "xcb"
    app = QGuiApplication([])
    app.primaryScreen().grabWindow(0).save(str(picture))
    return 0


def accept_deb(bare: Bare, deb: Path, pictures: Path) -> None:
    """Installed, used, associated with its files, purged."""
    say(deb.name)
    before = bare.files()
    shutil.copy(deb, bare.root / "tmp" / "it.deb")
    said = bare.admin("apt-get install -y --no-install-recommends /tmp/it.deb 2>&1")
    installed = (bare.root / "opt" / NAME / NAME).exists()
    bare.check("apt install", installed, "" if installed else said[-500:])
    bare.check("no Python is there", not [*bare.root.glob("usr/bin/python*")])
    conditions(bare, NAME)
    starts(bare, NAME, pictures / "deb.png")
    association(bare)
    bare.admin(f"apt-get purge -y {NAME} 2>&1")
    left = sorted(bare.files() - before - {one for one in bare.files() if f"/home/{USER}" in one})
    bare.check("purge leaves nothing", not left, ", ".join(left[:5]))


def association(bare: Bare) -> None:
    """Pathway files are known and open with the program."""
    entry = f"/usr/share/applications/{NAME}.desktop"
    said = bare.admin(f"desktop-file-validate {entry} 2>&1")
    bare.check("desktop entry", not said.strip(), said.strip())
    for name in ("x.pathway.yaml", "x.pathway"):
        ask = f"echo format: 1 >/tmp/{name}; gio info -a standard::content-type /tmp/{name}"
        bare.check(f"type of {name}", MIME in (said := bare.admin(ask)), said.strip()[-80:])
    said = bare.user(f"xdg-mime query default {MIME}")[1].strip()
    bare.check("opens with the program", said == f"{NAME}.desktop", said)


def accept_archive(bare: Bare, archive: Path, pictures: Path) -> None:
    """Unpacked where names are difficult, owned by somebody else, used, removed."""
    say(archive.name)
    place = bare.root / "srv" / ODD
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    subprocess.run(["tar", "-C", str(place), "-xJf", str(archive), "--no-same-owner"], check=True)
    inside = f"/srv/{ODD}/{next(place.iterdir()).name}/{NAME}"
    before = bare.files()
    conditions(bare, inside)
    starts(bare, inside, pictures / "archive.png")
    changed = {one for one in bare.files() - before if "/srv/" in one}
    bare.check("nothing was written into the folder", not changed, ", ".join(sorted(changed)[:5]))
    shutil.rmtree(place)


def accept_rpm(bare: Bare, package: Path, pictures: Path) -> None:
    """Put into the bare Debian by the building system's rpm, used, taken out again."""
    say(package.name)
    before = bare.files()
    host = ["rpm", "--root", str(bare.root)]
    whole = subprocess.run(["rpm", "-K", "--nosignature", str(package)], check=False)
    bare.check("its checksums are right", whole.returncode == 0)
    words = [*host, "--nodeps", "--noscripts", "-i", str(package)]
    bare.check("rpm -i without dependencies", subprocess.run(words, check=False).returncode == 0)
    bare.check(
        "rpm -V", subprocess.run([*host, "--nodeps", "-V", NAME], check=False).returncode == 0
    )
    conditions(bare, NAME)
    starts(bare, NAME, pictures / "rpm.png")
    bare.check("rpm -e", subprocess.run([*host, "-e", NAME], check=False).returncode == 0)
    left = {one for one in bare.files() - before if f"/home/{USER}" not in one}
    left = {one for one in left if "/var/lib/rpm" not in one and "/.rpmdb" not in one}
    # Folders of icons and kinds belong to packages that its own systems have, and Debian has not.
    left = {one for one in left if Path(one).is_symlink() or not Path(one).is_dir()}
    bare.check("no file is left", not left, ", ".join(sorted(left)[:5]))


def main(words: list[str]) -> int:
    """Accepts every package that is named."""
    if words[0] == "--watch":
        return watch(Path(words[1]), Path(words[2]))
    bare, pictures = Bare(Path(words[0])), Path(tempfile.mkdtemp(prefix="acceptance-"))
    kinds: dict[str, Callable[[Bare, Path, Path], None]] = {
        ".deb": accept_deb,
        ".xz": accept_archive,
        ".rpm": accept_rpm,
    }
    bare.make()
    sockets = bare.root / "tmp" / ".X11-unix"
    sockets.mkdir(exist_ok=True)
    screen = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL
    )
    subprocess.run(["mount", "--bind", "/tmp/.X11-unix", str(sockets)], check=True)
    mounted = [("proc", "proc"), ("devtmpfs", "dev")]
    for kind, name in mounted:
        subprocess.run(["mount", "-t", kind, kind, str(bare.root / name)], check=True)
    os.environ["DISPLAY"] = DISPLAY
    try:
        for path in map(Path, words[1:]):
            kinds[path.suffix](bare, path, pictures)
    finally:
        for folder in (sockets, *(bare.root / name for _, name in mounted)):
            subprocess.run(["umount", "-l", str(folder)], check=False)
        screen.terminate()
    say(f"pictures are in {pictures}")
    say("all well" if not bare.failed else f"failed: {', '.join(bare.failed)}")
    return 1 if bare.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
