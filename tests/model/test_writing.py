"""A file is written whole or stays as it was."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from pathway_viewer.model.writing import write_new, write_whole


def test_a_text_is_written_and_replaced_as_it_is(tmp_path: Path):
    out = tmp_path / "out.csv"
    for text in ("µg\nline two\n", ""):
        write_whole(out, text)
        assert out.read_bytes() == text.encode()
    assert list(tmp_path.iterdir()) == [out]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path):
    out = tmp_path / "out.csv"
    write_whole(out, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(out, "new \udc80")
    assert out.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_the_rights_of_a_file_are_kept_and_a_new_one_has_the_usual(tmp_path: Path):
    plain, out = tmp_path / "plain", tmp_path / "out"
    plain.touch()
    write_whole(out, "new")
    assert stat.S_IMODE(out.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    out.chmod(0o640)
    write_whole(out, "newer")
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_followed(tmp_path: Path):
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(os.name == "nt", reason="no /dev there")
def test_a_device_is_written_to_and_stays(tmp_path: Path):
    write_whole(Path("/dev/null"), "gone")
    assert Path("/dev/null").is_char_device()


def test_a_new_file_must_be_new(tmp_path: Path):
    write_new(tmp_path / "a", "first")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", "second")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "first"
