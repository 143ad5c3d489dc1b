"""render: one moment as a picture, in the format, size and look that were asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line_files import chain
from PySide6.QtGui import QImage

from pathway_viewer.app.command_line import main

Capture = pytest.CaptureFixture[str]
# A still makes a lesser application where there is none, and one without widgets would stay.
pytestmark = pytest.mark.usefixtures("qapp")


def test_a_png_has_the_size_asked_for(tmp_path: Path, capsys: Capture):
    out = tmp_path / "still.png"
    words = ["--at", "40min", "--out", str(out), "--size", "800x500", "--theme", "night"]
    assert main(["render", chain(tmp_path), *words]) == 0
    assert capsys.readouterr() == ("", "")
    image = QImage(str(out))
    assert (image.width(), image.height()) == (800, 500)
    assert image.pixelColor(2, 2).lightness() < 60


def test_the_format_follows_the_suffix(tmp_path: Path):
    for suffix, begins in ((".svg", b"<?xml"), (".pdf", b"%PDF"), (".PNG", b"\x89PNG")):
        out = tmp_path / f"still{suffix}"
        assert main(["render", chain(tmp_path), "--at", "0", "--out", str(out)]) == 0
        assert out.read_bytes().startswith(begins)


def test_time_layers_and_perturbations_are_seen(tmp_path: Path):
    pictures: list[bytes] = []
    for words in (
        ["--at=-10min"],
        ["--at", "40min"],
        ["--at", "40min", "--layers", "core,detail"],
        ["--at", "40min", "--block", "drug"],
    ):
        out = tmp_path / "still.png"
        assert main(["render", chain(tmp_path), *words, "--out", str(out)]) == 0
        pictures.append(out.read_bytes())
    assert len(set(pictures)) == 4


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--out", "x.png"], "--at"),
        (["--at", "1h"], "--out"),
        (["--at", "1h", "--out", "x.jpg"], ".png, .svg, .pdf"),
        (["--at", "1h", "--out", "x"], ".png, .svg, .pdf"),
        (["--at", "1h", "--out", "x.png", "--theme", "nite"], "'night'"),
        (["--at", "1h", "--out", "x.png", "--size", "1920"], "WIDTHxHEIGHT"),
        (["--at", "1h", "--out", "x.png", "--size", "99999x2"], "160 to 16384"),
        (["--at", "1h", "--out", "x.png", "--size", "16000x16000"], "million"),
        (["--at", "1h", "--out", "x.png", "--layers", "coer"], "did you mean 'core'?"),
        (["--at", "1h", "--out", "x.png", "--layers", "zzz"], "there are core, detail"),
        (["--at", "1h", "--out", "x.png", "--layers", "core,,detail"], "commas"),
        (["--at", "1h", "--out", "x.png", "--reading", "child"], "student"),
        (["--at", "9wk", "--out", "x.png"], "after the end"),
        (["--at", "1h", "--out", "x.png", "--block", "receptr"], "did you mean 'receptor'?"),
        (["--at", "1h", "--out", "x.png", "--block", "receptor@2h..1h"], "must end after"),
        (["--at", "1h", "--out", "x.png", "--dose=-1@0"], "an amount in the unit of the clock"),
        (["--at", "1h", "--out", "x.png", "--clamp", "receptor=nan"], "a number of 0 or more"),
        (["--at", "1h", "--out", "x.png", *["--dose", "1@1h"] * 1000], "at most 200"),
        (["--at", "1h", "--out", "nowhere/x.png"], "cannot be written"),
    ],
)
def test_bad_arguments_are_told_in_one_line_and_nothing_is_written(
    words: list[str],
    told: str,
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
):
    file = chain(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["render", file, *words]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert told in err
    assert [path.name for path in tmp_path.iterdir()] == ["chain.yaml"]
