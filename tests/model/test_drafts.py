"""What a killed program left of its drafts is removed at the next save, and nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pathway_viewer.export.film_draft import draft_of
from pathway_viewer.model.drafts import SUFFIX, draft_file, draft_folder, lives
from pathway_viewer.model.writing import put_whole, refuse_what_cannot_be, write_whole

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no such signal there")

KILLED = """
import os, signal, sys
from pathlib import Path
from pathway_viewer.model import writing

def killed(*_): os.kill(os.getpid(), signal.SIGKILL)

writing.on_disk = killed
writing.write_whole(Path(sys.argv[1]), "half")
"""

KILLED_FILM = """
import os, signal, sys
from pathlib import Path
from pathway_viewer.export.film_draft import draft_of

with draft_of(Path(sys.argv[1])) as draft:
    where = draft if draft.is_dir() else draft.parent
    (where / "frame_00001.png").write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def kill_in_the_middle(words: str, out: Path) -> int:
    """A process that was killed before its draft took its place; its number."""
    process = subprocess.Popen([sys.executable, "-c", words, str(out)])
    assert process.wait() == -9
    return process.pid


def drafts(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.name.endswith(SUFFIX))


def put(out: Path) -> None:
    source = out.parent / "finished"
    source.write_text("new", encoding="utf-8")
    put_whole(source, out)
    source.unlink()


@pytest.mark.parametrize("name", ["out.csv", "Körper, [1] und (2).csv", f"{'n' * 200}.csv"])
@pytest.mark.parametrize("save", [lambda out: write_whole(out, "new"), put])
def test_the_next_save_removes_what_a_kill_left(tmp_path: Path, name: str, save):
    out = tmp_path / name
    write_whole(out, "old")
    kill_in_the_middle(KILLED, out)
    assert out.read_text(encoding="utf-8") == "old"
    assert len(drafts(tmp_path)) == 1
    save(out)
    assert out.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [out]


def test_even_a_save_that_is_refused_removes_it(tmp_path: Path):
    out = tmp_path / "out.csv"
    kill_in_the_middle(KILLED, out)
    refuse_what_cannot_be(out)
    assert list(tmp_path.iterdir()) == []


def test_nothing_else_is_touched(tmp_path: Path):
    out = tmp_path / "out.csv"
    dead = kill_in_the_middle(KILLED, out)
    (left,) = drafts(tmp_path)
    kept = [
        ".out.csv.swp",
        f".out.csv{SUFFIX}",
        left.name.removeprefix("."),
        left.name.replace("out", "other"),
        f"{left.name}.bak",
        left.name.replace(f"-{dead}-", f"-{os.getppid()}-"),
        f".out.csv.00000000-{left.name.split('-', 1)[1]}",
    ]
    for name in kept:
        (tmp_path / name).write_text("mine", encoding="utf-8")
    write_whole(out, "new")
    assert {one.name for one in tmp_path.iterdir()} == {*kept, "out.csv"}


def test_two_saves_of_one_file_at_once_leave_each_other_alone(tmp_path: Path):
    out = tmp_path / "out.csv"
    with draft_file(out) as first, draft_folder(out) as second:
        write_whole(out, "new")
        assert first.is_file()
        assert second.is_dir()
    assert list(tmp_path.iterdir()) == [out]


def test_a_process_of_this_number_in_an_earlier_life_left_it(tmp_path: Path):
    """In a container every start may be number 1."""
    out = tmp_path / "out.csv"
    dead = kill_in_the_middle(KILLED, out)
    (left,) = drafts(tmp_path)
    left.rename(left.with_name(left.name.replace(f"-{dead}-", f"-{os.getpid()}-")))
    write_whole(out, "new")
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", ["film.mp4", "frames"])
def test_a_film_removes_what_a_kill_left_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    system = tmp_path / "system"
    system.mkdir()
    monkeypatch.setenv("TMPDIR", str(system))
    monkeypatch.setattr("tempfile.tempdir", None)
    out = tmp_path / name
    kill_in_the_middle(KILLED_FILM, out)
    where = system if out.suffix else tmp_path
    assert len(drafts(where)) == 1
    with draft_of(out) as draft:
        assert len(drafts(where)) == 1
        (draft if draft.is_dir() else draft.parent).joinpath("frame_00002.png").touch()
        if out.suffix:
            draft.write_bytes(b"whole")
    assert drafts(where) == []
    assert list(system.iterdir()) == []
    assert out.exists()


def test_pictures_that_made_room_when_the_kill_came_are_put_back(tmp_path: Path):
    out = tmp_path / "frames"
    kill_in_the_middle(KILLED_FILM, out)
    (left,) = drafts(tmp_path)
    (left / "old").mkdir()
    (left / "old" / "frame_00001.png").write_bytes(b"whole")
    with pytest.raises(RuntimeError, match="stopped"), draft_of(out):
        raise RuntimeError("stopped")
    assert (out / "frame_00001.png").read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [out]


def test_who_lives():
    assert lives(os.getpid())
    assert lives(os.getppid())
    assert not lives(2**40)
