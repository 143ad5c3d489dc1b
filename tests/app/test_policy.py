"""What an administrator may lay down, and what becomes of mistakes: they lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathway_viewer.app.command_line import main
from pathway_viewer.app.kiosk.pin import made
from pathway_viewer.app.policy import FILE, FREE, NAME, places, policy
from pathway_viewer.app.policy_rules import RULES, understood

ALL = """
kiosk: true
pathway: clinic/ours.yaml
reading: student
language: en
theme: night
idle_seconds: 60
pin_hash: {pin}
links: false
"""


@pytest.fixture
def laid_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a policy of this test's own counts."""
    folder = tmp_path / "xdg" / NAME
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(folder.parent))
    return folder / FILE


def test_without_a_file_nothing_is_laid_down() -> None:
    assert policy() == FREE
    assert not FREE.kiosk
    assert FREE.links


def test_every_key_is_read(laid_down: Path) -> None:
    pin = made("2468")
    laid_down.write_text(ALL.format(pin=pin), encoding="utf-8")
    found = policy()
    assert found.mistake == ""
    assert (found.kiosk, found.links, found.idle_seconds) == (True, False, 60)
    assert (found.reading, found.theme, found.language) == ("student", "night", "en")
    assert found.pin_hash == pin
    assert Path(found.pathway) == laid_down.parent / "clinic" / "ours.yaml"


@pytest.mark.parametrize("key", sorted(RULES))
@pytest.mark.parametrize("value", ["[1, 2]", "{a: b}", "''", "-7", "null"])
def test_a_wrong_value_locks_and_is_named(key: str, value: str) -> None:
    found, problems = understood(f"{key}: {value}")
    assert found.kiosk
    assert len(problems) == 1
    assert problems[0].startswith(f"'{key}' must be ")


def test_a_pin_in_place_of_its_hash_is_not_told(laid_down: Path) -> None:
    laid_down.write_text("pin_hash: 90210\n", encoding="utf-8")
    found = policy()
    assert "'pin_hash' must be what" in found.mistake
    assert "90210" not in found.mistake
    assert found.pin_hash == ""


def test_another_language_is_a_mistake_and_stays_english(laid_down: Path) -> None:
    laid_down.write_text("kiosk: false\nlanguage: de\n", encoding="utf-8")
    found = policy()
    assert "'language' must be 'en' (there is no other language yet), not 'de'" in found.mistake
    assert (found.kiosk, found.language) == (False, "")


def test_a_mistake_locks_unless_the_file_says_no_kiosk(laid_down: Path) -> None:
    laid_down.write_text("kisok: true\nidle_seconds: soon\n", encoding="utf-8")
    found = policy()
    assert found.kiosk
    assert "did you mean 'kiosk'?" in found.mistake
    assert "'idle_seconds' must be whole seconds" in found.mistake
    assert "\n" not in found.mistake
    laid_down.write_text("kiosk: false\nlinks: perhaps\n", encoding="utf-8")
    found = policy()
    assert not found.kiosk
    assert not found.links, "the safe value"
    assert "safe values" in found.mistake


@pytest.mark.parametrize("content", [b"", b"- a\n- b", b"kiosk: [", b"\xff\xfe\x00", b"just words"])
def test_a_file_that_cannot_be_understood_locks(laid_down: Path, content: bytes) -> None:
    laid_down.write_bytes(content)
    found = policy()
    assert found.kiosk
    assert not found.links
    assert "stays locked" in found.mistake
    assert "\n" not in found.mistake


def test_a_folder_in_its_place_locks(laid_down: Path) -> None:
    laid_down.mkdir()
    assert policy().kiosk


def test_a_huge_file_is_not_read(laid_down: Path) -> None:
    laid_down.write_text("kiosk: false\n" + "# " + "x" * 200_000, encoding="utf-8")
    found = policy()
    assert found.kiosk
    assert "larger" in found.mistake


def test_no_code_runs_from_a_policy(laid_down: Path, tmp_path: Path) -> None:
    laid_down.write_text(f"kiosk: !!python/object/apply:os.mkdir ['{tmp_path}/made']\n")
    assert policy().kiosk
    assert not (tmp_path / "made").exists()


def test_the_systems_own_folder_comes_first() -> None:
    assert places()[0] == Path("/etc") / NAME / FILE


def test_a_policy_decides_what_the_command_line_opens(
    laid_down: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathway_viewer.app import main as window
    from pathway_viewer.app.kiosk import waiting_room

    asked: list[tuple[str, str]] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(window, "run", lambda path, _: asked.append(("window", path.name)) or 0)
    monkeypatch.setattr(
        waiting_room, "run_kiosk", lambda path, _: asked.append(("kiosk", path.name)) or 0
    )
    file = tmp_path / "other.yaml"
    file.write_text("", encoding="utf-8")
    laid_down.write_text("pathway: ours.yaml\n", encoding="utf-8")
    main([])
    main([str(file)])
    main(["--kiosk", str(file)])
    laid_down.write_text("kiosk: true\n", encoding="utf-8")
    main([])
    main([str(file)])
    assert asked == [
        ("window", "ours.yaml"),
        ("window", "other.yaml"),
        ("kiosk", "ours.yaml"),
        ("kiosk", "ketamine.yaml"),
        ("kiosk", "other.yaml"),
    ]


def test_a_hash_is_made_from_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("2468\n"))
    assert main(["--make-pin-hash"]) == 0
    line = capsys.readouterr().out
    found, problems = understood(line)
    assert problems == ()
    assert found.pin_hash.startswith("pbkdf2-sha256$")
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    assert main(["--make-pin-hash"]) == 2
    assert "digits" in capsys.readouterr().err
