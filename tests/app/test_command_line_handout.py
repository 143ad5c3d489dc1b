"""export handout, export sheet: pages on paper by the command line, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line_files import chain
from pypdf import PdfReader

from pathway_viewer.app.command_line import main

Capture = pytest.CaptureFixture[str]
# A page makes a lesser application where there is none, and one without widgets would stay.
pytestmark = pytest.mark.usefixtures("qapp")


def told(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
@pytest.mark.parametrize("kind", ["handout", "sheet"])
def test_a_pdf_on_the_paper_asked_for(kind, paper, width, tmp_path: Path, capsys: Capture):
    out = tmp_path / "x.pdf"
    assert main(["export", kind, chain(tmp_path), "--out", str(out), "--paper", paper]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "" if kind == "sheet" else said.err.startswith("page 1 of ")
    assert round(float(PdfReader(out).pages[0].mediabox.width)) == width
    assert "A chain of three" in told(out)


def test_the_what_if_is_said_and_seen(tmp_path: Path):
    plain, changed = tmp_path / "plain.pdf", tmp_path / "changed.pdf"
    assert main(["export", "handout", chain(tmp_path), "--out", str(plain)]) == 0
    words = ["--block", "receptor", "--out", str(changed)]
    assert main(["export", "handout", chain(tmp_path), *words]) == 0
    assert "What if:" not in told(plain)
    assert "What if: Receptor" in told(changed)
    assert "level without the change" in told(changed)


def test_an_old_file_is_replaced(tmp_path: Path):
    out = tmp_path / "x.PDF"
    out.write_bytes(b"old")
    assert main(["export", "sheet", chain(tmp_path), "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        ("handout", [], "--out"),
        ("handout", ["--out", "x.txt"], ".pdf"),
        ("handout", ["--out", "x.pdf", "--per-page", "4"], "1, 2, 3, 6"),
        ("handout", ["--out", "x.pdf", "--paper", "a5"], "'a5'"),
        ("handout", ["--out", "x.pdf", "--block", "receptr"], "did you mean 'receptor'?"),
        ("handout", ["--out", "x.pdf", "--scenario", "sinlge"], "'sinlge'"),
        ("handout", ["--out", "x.pdf", "--layers", "coer"], "did you mean 'core'?"),
        ("handout", ["--out", "nowhere/x.pdf"], "cannot be written"),
        ("sheet", [], "--out"),
        ("sheet", ["--out", "x.png"], ".pdf"),
        ("sheet", ["--out", "x.pdf", "--per-page", "2"], "--per-page"),
        ("sheet", ["--out", "nowhere/x.pdf"], "cannot be written"),
    ],
)
def test_bad_arguments_are_told_in_one_line_and_nothing_is_written(
    kind, words, said, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    file = chain(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["export", kind, file, *words]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert said in err
    assert [path.name for path in tmp_path.iterdir()] == ["chain.yaml"]
