"""Wine acceptance: Windows packages installed silently, used, upgraded and removed under Wine.

After `packaging/build windows` on Linux: `build/tools/bin/python packaging/wine_acceptance.py WORK`
takes the packages in dist/made-under-wine, makes those of a lower version beside them, and says a
line a check; 1 when one fails. WORK keeps what the self-tests drew. Each package gets a fresh
Windows, whose user has a difficult name. This is a smoke test: Wine is not Windows.
"""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from import_audit import audit
from releasing import BUILD, NAME, ROOT, WINE_DIST, version
from windows_packages import CLASS, FOLDER, msi, setup
from wine import Prefix
from wine_case import Case, contents, shimmed

LOWER = "0.0.9"
OLD_PART = Path("_internal", "of an older version.txt")
ELSEWHERE = "C:\\Größe und Ω\\Pfade"


def main(words: list[str]) -> int:
    """0 when every check passed."""
    work, bundle = Path(words[0]).resolve(), BUILD / "wine" / "bundle" / NAME
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    lower, higher = made_lower(bundle, work), made_now()
    failed: list[str] = []
    tries: tuple[tuple[str, Callable[[Case, Path, Path], None]], ...] = (
        ("setup.exe", setup_for_one),
        ("setup.exe elsewhere", setup_elsewhere),
        ("msi", msi_for_all),
        ("zip", portable),
    )
    for name, tried in tries:
        kind = f".{name.split()[0].rpartition('.')[2]}"
        case = Case(Prefix(work / name.replace(" ", "-")), work, bundle)
        print(f"{higher[kind].name}, {name}", flush=True)
        case.begin()
        tried(case, lower.get(kind, higher[kind]), higher[kind])
        failed += [f"{name}: {one}" for one in case.failed]
        shutil.rmtree(case.prefix.root)
    print("all well" if not failed else f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def made_now() -> dict[str, Path]:
    """The packages that were built, by their kind."""
    found = {one.suffix: one for one in WINE_DIST.glob(f"{FOLDER}-{version()}-*")}
    if {*found} != {".exe", ".msi", ".zip"}:
        raise SystemExit("no packages were found: run 'packaging/build windows' first")
    return found


def made_lower(bundle: Path, work: Path) -> dict[str, Path]:
    """Packages of the same bundle as if it were an older one, with a part that is gone since."""
    older, out = work / "older", work / "lower"
    out.mkdir()
    shutil.copytree(bundle, older, copy_function=os.link)
    (older / OLD_PART).write_text("Not in the higher version.\n", encoding="utf-8")
    setup(older, out / "lower.exe", LOWER)
    msi(older, out / "lower.msi", LOWER)
    shutil.rmtree(older)
    return {one.suffix: one for one in out.iterdir()}


def setup_for_one(case: Case, lower: Path, higher: Path) -> None:
    """The setup as INSTALL-IT.md has it, over a lower version, and removed the same way."""
    home = case.prefix.profile / "AppData" / "Local" / "Programs" / FOLDER
    place = handed_out(case, lower, higher)
    install, remove = silent_lines("-setup.exe", "uninstall.exe")
    code, _ = case.prefix.typed(install.replace("VERSION", LOWER), place)
    case.check("lower version installs", code == 0 and (home / OLD_PART).exists())
    own = case.things_of_the_user(home)
    newer = install.replace("VERSION", version())
    refused_while_open(case, home, newer, place)
    code, _ = case.prefix.typed(newer, place)
    case.check("higher version installs over it", code == 0, install)
    installed(case, home, "HKCU", own)
    case.check("uninstalls", case.prefix.typed(remove, place)[0] == 0, remove)
    case.nothing_is_left(own)


def refused_while_open(case: Case, home: Path, install: str, place: Path) -> None:
    """A setup that is started while the program runs leaves everything as it is."""
    program = f"%LOCALAPPDATA%\\Programs\\{FOLDER}\\{NAME}.exe"
    with shimmed(case, home):
        before = contents(home)
        lines = f'start "" "{program}" --self-test C:\\packages\\open\r\n{install}'
        code, _ = case.prefix.typed(lines, place)
        well = code == 2 and contents(home) == before
    report = place / "open" / "report.json"
    case.check("while it is open it is not replaced", well and report.exists(), f"answers {code}")


def setup_elsewhere(case: Case, lower: Path, higher: Path) -> None:
    """The setup into a folder that is named, which an upgrade finds again."""
    home = case.prefix.drive.joinpath(*ELSEWHERE.split("\\")[1:])
    place = handed_out(case, lower, higher)
    install = silent_lines("-setup.exe")[0]
    # By a variable: a script in one code page cannot spell it.
    line = f"{install.replace('VERSION', LOWER)} /D=%THERE%"
    code, _ = case.prefix.typed(line, place, THERE=ELSEWHERE)
    case.check("installs there", code == 0 and (home / OLD_PART).exists())
    code, _ = case.prefix.typed(install.replace("VERSION", version()), place)
    case.check("higher version finds it", code == 0)
    case.same_as_bundle(home, {"uninstall.exe"})
    case.self_test(home / f"{NAME}.exe")
    case.check("uninstalls", case.prefix.run(home / "uninstall.exe", "/S")[0] == 0)
    case.nothing_is_left(set())
    case.check("its folder is gone", not home.exists())


def msi_for_all(case: Case, lower: Path, higher: Path) -> None:
    """The MSI as INSTALL-IT.md has it; a lower one over it is refused."""
    home = case.prefix.drive / "Program Files" / FOLDER
    place = handed_out(case, lower, higher)
    install, remove = silent_lines("msiexec /i", "msiexec /x")
    code, _ = case.prefix.typed(install.replace("VERSION", LOWER), place)
    case.check("lower version installs", code == 0 and (home / OLD_PART).exists())
    own = case.things_of_the_user(home)
    (place / "install.log").unlink(missing_ok=True)
    code, _ = case.prefix.typed(install.replace("VERSION", version()), place)
    case.check("higher version installs over it", code == 0, install)
    case.check("it writes its log", (place / "install.log").exists())
    code, _ = case.prefix.typed(install.replace("VERSION", LOWER), place)
    case.check("lower version over it is refused", code != 0, f"answers {code}")
    installed(case, home, "HKLM", own)
    code, _ = case.prefix.typed(remove.replace("VERSION", version()), place)
    case.check("uninstalls", code == 0, remove)
    case.nothing_is_left(own)


def handed_out(case: Case, lower: Path, higher: Path) -> Path:
    """A folder on drive C with two versions of a package, named as they are handed out."""
    place = case.prefix.drive / "packages"
    place.mkdir()
    shutil.copy(higher, place)
    shutil.copy(lower, place / higher.name.replace(version(), LOWER))
    return place


def silent_lines(*parts: str) -> list[str]:
    """The lines of INSTALL-IT.md with these words in them, as an administrator would copy them."""
    lines = (ROOT / "INSTALL-IT.md").read_text(encoding="utf-8").splitlines()
    typed = [line.strip() for line in lines if line.startswith("    ")]
    return [next(line for line in typed if part in line) for part in parts]


def portable(case: Case, lower: Path, higher: Path) -> None:
    """The archive, unpacked where names are difficult."""
    place = case.prefix.profile / "Mein Ordner für Pfade Ω"
    with zipfile.ZipFile(higher) as packed:
        packed.extractall(place)
    home = next(place.iterdir())
    case.check("one folder is in it", [home.name] == [f"{FOLDER}-{version()}"], home.name)
    case.same_as_bundle(home, set())
    case.check_version(home)
    case.used(home)
    case.check("nothing is registered", CLASS not in case.prefix.registry())
    shutil.rmtree(place)
    case.nothing_is_left(set())


def installed(case: Case, home: Path, hive: str, own: set[str]) -> None:
    """All that is to be seen of an installation of the higher version."""
    beside = {"uninstall.exe"} if hive == "HKCU" else set[str]()
    case.same_as_bundle(home, beside | {Path(one).name for one in own})
    wrong, number = audit(home)
    case.check("no shim, every import is there or Windows' own", not wrong, f"{number} files")
    numbers = case.registered_versions()
    case.check("one version is registered", numbers == [version()], ", ".join(numbers))
    case.associated(home, hive, CLASS)
    links = [*case.prefix.drive.rglob("Pathway Viewer.lnk")]
    case.check("it is in the start menu", len(links) == 1, ", ".join(map(str, links)))
    case.check_version(home)
    case.used(home)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
