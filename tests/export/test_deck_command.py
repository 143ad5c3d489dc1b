"""export deck: the steps of a file as slides, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from pathway_viewer.app import lecture
from pathway_viewer.app.command_line import main

pytestmark = pytest.mark.usefixtures("qapp")

SMALL = Path(__file__).parents[1] / "small.yaml"
STEPS = """
steps:
  - { id: one, title: The first, at: 10 min, focus: [drug], notes: 'It begins [@adams2001].' }
  - { id: two, title: The second, at: 1 d, focus: [relay], notes: 'On [@brown2010].',
      ask: Why?, scenario: twice }
"""
SIZE = ["--size", "320x200"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The small pathway with two steps."""
    out = tmp_path / "small.yaml"
    out.write_text(SMALL.read_text(encoding="utf-8") + STEPS, encoding="utf-8")
    return out


def made(file: Path, *words: str):
    out = file.parent / "x.pptx"
    assert main(["export", "deck", str(file), "--out", str(out), *SIZE, *words]) == 0
    return Presentation(str(out))


def titles(deck) -> list[str]:
    return [slide.shapes.title.text for slide in deck.slides][1:]


def words_of(deck, number: int) -> str:
    slide = deck.slides[number]
    return "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)


def test_a_slide_a_step(file: Path, capsys: pytest.CaptureFixture[str]):
    deck = made(file)
    assert titles(deck) == ["The first", "The second", "References"]
    assert "10 min after the dose" in words_of(deck, 1)
    assert "1 d after the first dose" in words_of(deck, 2)
    assert "Ask the room: Why?" in deck.slides[2].notes_slide.notes_text_frame.text
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith("slide 4 of 4\n")


def test_a_file_without_steps_is_told_by_its_chapters(tmp_path: Path):
    file = tmp_path / "small.yaml"
    file.write_text(SMALL.read_text(encoding="utf-8"), encoding="utf-8")
    deck = made(file)
    assert titles(deck) == ["The beginning", "The long middle of it", "The end", "References"]
    assert "It begins [1]." in deck.slides[1].notes_slide.notes_text_frame.text


def test_a_what_if_is_run_and_told_on_every_step(file: Path):
    plain, changed = made(file), made(file, "--block", "relay")
    for number in (1, 2):
        assert "What if" not in words_of(plain, number)
        assert "What if: Relay blocked" in words_of(changed, number)
    assert "Relay: blocked" in words_of(changed, 2)


def test_the_style_is_the_one_asked_for(file: Path):
    assert "1. Adams A, Müller J. A first study" in words_of(made(file), 3)
    assert "1. Adams, A., & Müller, J. (2001)." in words_of(made(file, "--style", "apa"), 3)


def test_a_file_with_nothing_to_tell_shows_its_start(tmp_path: Path):
    text = SMALL.read_text(encoding="utf-8")
    begin, end = text.index("\nchapters:"), text.index("\nclaims:")
    file = tmp_path / "small.yaml"
    file.write_text(text[:begin] + text[end:], encoding="utf-8")
    deck = made(file)
    assert len(deck.slides) == 3
    assert "At the dose" in words_of(deck, 1)
    assert all(slide.notes_slide.notes_text_frame.text for slide in deck.slides)


def test_a_dose_is_given_on_the_clock_of_its_unit_alone(file: Path):
    assert "Two doses" in words_of(made(file), 2)
    deck = made(file, "--dose", "0.5@0 h")
    assert "What if: 0.5" in words_of(deck, 1)
    assert "One dose" in words_of(deck, 2)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--out", "x.ppt"], ".pptx"),
        ([], "--out"),
        (["--out", "nowhere/x.pptx"], "nowhere/x.pptx cannot be written"),
        (["--out", "x.pptx", "--block", "realy"], "did you mean 'relay'?"),
        (["--out", "x.pptx", "--layers", "zzz"], "no layer called 'zzz'"),
        (["--out", "x.pptx", "--theme", "nite"], "'nite'"),
    ],
)
def test_bad_words_are_told_in_one_line(file, words, told, capsys, monkeypatch):
    monkeypatch.chdir(file.parent)
    assert main(["export", "deck", str(file), *words]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert list(file.parent.iterdir()) == [file]


def test_ctrl_c_is_told_in_one_line_and_the_old_file_stays(file, capsys, monkeypatch):
    out = file.parent / "x.pptx"
    out.write_bytes(b"what was there")

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lecture, "solve", stopped)
    assert main(["export", "deck", str(file), "--out", str(out)]) == 2
    assert capsys.readouterr().err == "pathway-viewer export: stopped; nothing was written\n"
    assert out.read_bytes() == b"what was there"


@pytest.mark.long
def test_the_flagship_in_slides(tmp_path: Path):
    from pathway_viewer.app.terminal.jobs import loaded

    out = tmp_path / "x.pptx"
    assert main(["export", "deck", "--out", str(out)]) == 0
    deck, pathway = Presentation(str(out)), loaded(None)
    assert titles(deck) == [*(step.title for step in pathway.steps), "References"]
    assert "more, in the notes" not in words_of(deck, len(deck.slides) - 1)
    assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in deck.slides)
