"""What Windows is told of the program: identifiers, versions, keys, and the silent lines."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from xml.etree import ElementTree

import pytest
from releasing import ROOT, TITLE, version
from windows_packages import CLASS, FOLDER, UPGRADE, file_list, portable, version_resource
from wine_acceptance import silent_lines

SETUP = (ROOT / "packaging" / "windows" / "setup.nsi").read_text(encoding="utf-8")
FRAME = (ROOT / "packaging" / "windows" / "package.wxs").read_text(encoding="utf-8")
SPACE = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder that is like a bundle, with names that XML and Windows trip over."""
    folder = tmp_path / "pathway-viewer"
    for place in ("PathwayViewer.exe", "_internal/a & b/x.dll", "_internal/größe.txt"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(place, encoding="utf-8")
    return folder


def test_every_file_is_in_the_msi_once_under_a_lasting_identifier(bundle: Path):
    tree = ElementTree.fromstring(file_list(bundle))
    parts = {one.get("Id"): one.get("Guid") for one in tree.iter(f"{SPACE}Component")}
    assert len(parts) == 3
    assert all(uuid.UUID(guid).version == 5 for guid in parts.values() if guid)
    assert [one.get("Id") for one in tree.iter(f"{SPACE}ComponentRef")] == [
        f"C{one}" for one in sorted_ids(bundle)
    ]
    assert all(len(one.get("Id", "")) <= 72 for one in tree.iter() if one.get("Id"))
    assert file_list(bundle) == file_list(bundle)


def sorted_ids(bundle: Path) -> list[str]:
    space = uuid.UUID("5b2e6d0c-6a3f-4d53-9c37-6f0b7a8f6d11")
    files = sorted(one for one in bundle.rglob("*") if one.is_file())
    return [uuid.uuid5(space, one.relative_to(bundle).as_posix()).hex for one in files]


def test_the_msi_finds_lower_versions_by_what_never_changes():
    assert UPGRADE == "B1C8E0B5-2C1C-4B8A-9D58-52B1C0E8C7A4"
    assert 'UpgradeCode="$(var.UpgradeCode)"' in FRAME
    assert "<MajorUpgrade" in FRAME


def test_the_archive_is_the_same_each_time(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    first, second = (portable(bundle, tmp_path / f"{n}.zip", "1.2.3") for n in "ab")
    assert first.read_bytes() == second.read_bytes()
    assert f"{FOLDER}-1.2.3/_internal/größe.txt".encode() in first.read_bytes()


def test_the_version_that_windows_shows_is_the_programs():
    text = version_resource()
    numbers = tuple(map(int, version().split(".")))
    assert f"filevers={(*numbers, 0)}" in text
    for name in ("FileVersion", "ProductVersion"):
        assert f"StringStruct({name!r}, {version()!r})" in text
    assert f"StringStruct('ProductName', {TITLE!r})" in text
    compile(text, "version.txt", "eval")


def test_what_the_setup_registers_it_removes():
    made, removed = SETUP.split("Section Uninstall")
    keys = {*re.findall(r'WriteReg\w+ HKCU "([^"]+)"', made)}
    gone = {*re.findall(r'DeleteReg\w+ (?:/ifempty )?HKCU "([^"]+)"', removed)}
    kept = {
        key for key in keys if not any(key == one or key.startswith(one + "\\") for one in gone)
    }
    assert len(keys) >= 6
    assert kept == set()
    assert "HKLM" not in SETUP
    assert "RequestExecutionLevel user" in SETUP


def test_the_uninstaller_empties_no_folder_of_the_users():
    removed = SETUP.split("Section Uninstall")[1]
    assert "RMDir /r" not in removed
    assert re.findall(r"RMDir /r (.*)", SETUP) == [
        r'"$INSTDIR\_internal"',
        r'"$INSTDIR\licences"',
    ]


@pytest.mark.parametrize(
    "text",
    [SETUP.replace("${CLASS}", CLASS), FRAME.replace("$(var.Class)", CLASS)],
    ids=["setup", "msi"],
)
def test_pathway_files_open_with_what_either_installs(text: str):
    plain = text.replace("&quot;", '"').replace("[INSTALLDIR]", "$INSTDIR\\")
    assert r"Software\Classes\.pathway" in plain
    assert rf"Software\Classes\{CLASS}\shell\open\command" in plain
    assert r'"$INSTDIR\PathwayViewer.exe" "%1"' in plain
    assert "${MIME}" in text or "$(var.Mime)" in text


def test_the_silent_lines_are_those_that_are_tried():
    lines = silent_lines("-setup.exe", "uninstall.exe", "msiexec /i", "msiexec /x")
    assert lines == [
        "PathwayViewer-VERSION-win64-setup.exe /S",
        '"%LOCALAPPDATA%\\Programs\\PathwayViewer\\uninstall.exe" /S',
        "msiexec /i PathwayViewer-VERSION-win64.msi /qn /l*v install.log",
        "msiexec /x PathwayViewer-VERSION-win64.msi /qn",
    ]
