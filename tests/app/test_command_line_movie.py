"""export movie: a stretch of a run or the steps, as a film, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line_files import chain
from PIL import Image

from pathway_viewer.app.command_line import main

pytestmark = pytest.mark.usefixtures("qapp")

SMALL = ["--size", "320x180"]


def test_a_stretch_has_the_length_asked_for(tmp_path: Path, capsys):
    out = tmp_path / "x.gif"
    words = ["--from", "0", "--until", "30min", "--seconds", "2", "--out", str(out), *SMALL]
    assert main(["export", "movie", chain(tmp_path), *words]) == 0
    with Image.open(out) as image:
        lasts = 0
        for i in range(image.n_frames):
            image.seek(i)
            lasts += image.info["duration"]
        assert (image.size, lasts) == ((320, 180), 2000)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[-1] == "2 of 2 s"


def test_without_a_stretch_all_steps_are_filmed(tmp_path: Path):
    out = tmp_path / "x.webp"
    words = ["--seconds", "3", "--out", str(out), *SMALL, "--block", "receptor"]
    assert main(["export", "movie", chain(tmp_path), *words]) == 0
    with Image.open(out) as image:
        assert image.n_frames > 20


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "--out"),
        (["--out", "x.avi"], "ends in .mp4, .webm, .gif, .webp, or a folder"),
        (["--out", "x.gif", "--seconds", "0"], "expected seconds"),
        (["--out", "x.gif", "--seconds", "nan"], "expected seconds"),
        (["--out", "x.gif", "--seconds", "99999"], "expected seconds"),
        (["--out", "x.gif", "--seconds", "0.05"], "too short"),
        (["--out", "x.gif", "--from", "900wk"], "end before it begins"),
        (["--out", "x.gif", "--until", "900wk"], "after the end of the run"),
        (["--out", "x.mp4", "--size", "321x180"], "even number"),
        (["--out", "nowhere/x.gif"], "nowhere/x.gif cannot be written"),
    ],
)
def test_bad_words_are_told_in_one_line(words, told, tmp_path, capsys, monkeypatch):
    file = chain(tmp_path)
    monkeypatch.chdir(tmp_path)
    there = set(tmp_path.iterdir())
    assert main(["export", "movie", file, *words]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert set(tmp_path.iterdir()) == there
