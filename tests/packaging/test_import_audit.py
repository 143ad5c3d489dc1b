"""The import audit finds shims, files patched for them, and libraries that nobody brings."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_audit import audit, is_system
from releasing import SHIM, SHIMS
from wine_shims import MATH, cleaned


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "_internal").mkdir()
    for name in ("program.exe", "_internal/Qt6Core.dll", "_internal/fast.pyd"):
        (tmp_path / name).write_bytes(b"MZ" + MATH)
    return tmp_path


def asked(*names: str):
    return lambda _path: names


def test_a_bundle_that_brings_its_own_is_well(bundle: Path):
    names = ("KERNEL32.dll", "qt6core.DLL", "api-ms-win-crt-math-l1-1-0.dll", "WINSPOOL.DRV")
    assert audit(bundle, asked(*names)) == ([], 3)


@pytest.mark.parametrize("name", ["libssl-3-x64.dll", "versionfoo.dll", SHIM.decode()])
def test_a_library_that_nobody_brings_is_found(bundle: Path, name: str):
    wrong, _ = audit(bundle, asked(name))
    assert len(wrong) == 3
    assert all(f"asks for {name}" in line for line in wrong)


def test_a_library_that_reaches_a_network_is_found(bundle: Path):
    assert "which reaches a network" in audit(bundle, asked("WINHTTP.dll"))[0][0]


@pytest.mark.parametrize("name", sorted(SHIMS))
def test_a_shim_is_found_wherever_it_lies(bundle: Path, name: str):
    (bundle / "_internal" / name.upper().replace(".DLL", ".dll")).write_bytes(b"MZ")
    assert [line for line in audit(bundle, asked())[0] if "is a shim" in line] != []


def test_a_file_patched_for_a_shim_is_found_and_cleaned(bundle: Path):
    patched = bundle / "_internal" / "fast.pyd"
    untouched = patched.read_bytes()
    patched.write_bytes(untouched.replace(MATH, SHIM))
    assert audit(bundle, asked())[0] == ["fast.pyd was patched to ask for a shim"]
    (bundle / SHIM.decode()).write_bytes(b"MZ")
    cleaned(bundle)
    assert audit(bundle, asked()) == ([], 3)
    assert patched.read_bytes() == untouched


def test_windows_brings_no_library_that_only_begins_like_one_of_its_own():
    assert is_system("version.dll")
    assert not is_system("version2.dll")
    assert not is_system("python313.dll")
