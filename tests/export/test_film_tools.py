"""Videos are written by PyAV or by an ffmpeg on the PATH; else it is said how to get one."""

from __future__ import annotations

import importlib.util
import os
import stat
import sys
from pathlib import Path

import pytest
from filmed import film, save

from pathway_viewer.export import film_formats
from pathway_viewer.export.film_formats import FORMATS, MissingToolError, format_of, means_for

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(os.name == "nt", reason="a script stands in for the program here"),
]

STAND_IN = """#!{python}
import sys
if "-encoders" in sys.argv:
    print(" V..... libx264   H.264\\n V..... libvpx-vp9   VP9")
    sys.exit()
size = sys.argv[sys.argv.index("-s") + 1].split("x")
data = sys.stdin.buffer.read({limit})
if {fails}:
    sys.exit("it is all too much")
frames = len(data) / (int(size[0]) * int(size[1]) * 4)
open(sys.argv[-1], "w").write(f"{{frames}} frames\\n" + "\\n".join(sys.argv))
"""


@pytest.fixture
def no_av(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without PyAV; its PATH is one empty folder."""
    found = importlib.util.find_spec

    def without(name: str, package: str | None = None):
        return None if name == "av" else found(name, package)

    monkeypatch.setattr(film_formats.importlib.util, "find_spec", without)
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    film_formats._ffmpeg_encoders.cache_clear()
    return folder


def stand_in(folder: Path, limit: str = "", fails: bool = False) -> None:
    program = folder / "ffmpeg"
    program.write_text(STAND_IN.format(python=sys.executable, limit=limit, fails=fails))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    film_formats._ffmpeg_encoders.cache_clear()


def test_here_pyav_writes_videos():
    assert means_for(FORMATS[".mp4"]) == film_formats.Means("av", "libx264")
    assert means_for(FORMATS[".webm"]) == film_formats.Means("av", "libvpx-vp9")


def test_without_either_it_is_said_how_to_get_one(no_av, cascade, tmp_path):
    with pytest.raises(MissingToolError, match=r"ffmpeg on the PATH.*pathway-viewer\[film\]"):
        save(film(cascade, tmp_path / "x.mp4"), tmp_path / "x.mp4")
    assert not (tmp_path / "x.mp4").exists()
    assert all(means_for(one).tool == "pillow" for one in FORMATS.values() if not one.is_video)


@pytest.mark.parametrize("name", ["x.mp4", "x.webm"])
def test_an_ffmpeg_on_the_path_is_given_every_frame(no_av, cascade, tmp_path, name):
    stand_in(no_av)
    out = tmp_path / name
    save(film(cascade, out), out)
    told = out.read_text().splitlines()
    assert told[0] == "60.0 frames"
    words = told[1:]
    assert words[words.index("-c:v") + 1] == format_of(out).codecs[0]
    assert words[words.index("-r") + 1] == "30"
    assert "title=A small cascade" in words


def test_an_ffmpeg_that_fails_is_quoted_and_leaves_nothing(no_av, cascade, tmp_path):
    stand_in(no_av, fails=True)
    out = tmp_path / "x.mp4"
    out.write_bytes(b"what was there")
    with pytest.raises(OSError, match="ffmpeg stopped: it is all too much"):
        save(film(cascade, out), out)
    assert out.read_bytes() == b"what was there"


def test_an_ffmpeg_that_stops_reading_is_told(no_av, cascade, tmp_path):
    stand_in(no_av, limit="1000", fails=True)
    with pytest.raises(OSError, match="ffmpeg stopped"):
        save(film(cascade, tmp_path / "x.mp4"), tmp_path / "x.mp4")


def test_an_ffmpeg_does_not_outlive_who_stops(no_av, cascade, tmp_path):
    stand_in(no_av)
    told: list[int] = []

    def stop(part) -> None:
        told.append(part.done)
        if len(told) == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(film(cascade, tmp_path / "x.mp4"), tmp_path / "x.mp4", stop)
    assert [one.name for one in tmp_path.iterdir()] == ["bin"]
