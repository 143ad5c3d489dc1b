"""Exports from the window: what is shown is what leaves; the window lives; nothing half is left."""

from __future__ import annotations

import errno
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from pathway_viewer.app.program import Program
from pathway_viewer.app.take_away import work as take_away_work
from pathway_viewer.app.take_away.kinds import KINDS, LISTS
from pathway_viewer.export.film_work import FilmPainter
from pathway_viewer.model.pushes import Perturbation

STEPS = """
steps:
  - { id: one, title: The first, at: 10 min, focus: [drug], notes: 'It begins [@adams2001].' }
  - { id: two, title: The second, at: 1 d, focus: [relay], notes: 'On [@brown2010].',
      ask: Why?, scenario: twice }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The small pathway with two steps."""
    small = Path(__file__).parents[1] / "small.yaml"
    path = tmp_path / "small.yaml"
    path.write_text(small.read_text(encoding="utf-8") + STEPS, encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where the save dialog puts everything, under the name that it proposes."""
    folder = tmp_path / "out"
    folder.mkdir()

    def chosen(_parent: object, _title: str, proposed: str, _filter: str) -> tuple[str, str]:
        return str(folder / Path(proposed).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return folder


def begin(program: Program, id: str, **wanted: str) -> None:
    """The form of an export opened by its action, filled in, and accepted by a click."""
    program.actions[f"export_{id}"].trigger()
    form = program.take_away.desk.form
    assert form is not None
    assert form.isVisible()
    for name, value in wanted.items():
        form.choose(name, value)
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)


def export(program: Program, qtbot: QtBot, id: str, **wanted: str) -> None:
    begin(program, id, **wanted)
    desk = program.take_away.desk
    qtbot.waitUntil(lambda: not desk.is_busy(), timeout=60_000)
    assert desk.progress is None, desk.progress.text.text()


SMALL_FILM = {"what": "run", "size": "960x540", "seconds": "15"}


def test_the_picture_is_of_this_moment_and_run(program, qtbot, place):
    program.commands.seek(2.0)
    pushes = (Perturbation(kind="block", target="relay"),)
    program.session.set_conditions(replace(program.session.conditions, perturbations=pushes))
    export(program, qtbot, "picture", form=".svg", size="1280x720")
    told = (place / "small-picture.svg").read_text(encoding="utf-8")
    assert "What if: Relay" in told
    assert 'viewBox="0 0 1280 720"' in told
    assert "Saved" in program.window.strip.text()


def test_its_text_can_be_found_in_a_pdf_figures_and_all(program, qtbot, place):
    program.commands.seek(2.0)
    export(program, qtbot, "picture", form=".pdf", size="1280x720")
    told = " ".join(PdfReader(place / "small-picture.pdf").pages[0].extract_text().split())
    assert "Text reviewed 2026-01-31." in told


@pytest.mark.parametrize("theme", ["paper", "night"])
def test_the_picture_has_the_window_s_theme_and_layers(program, qtbot, place, theme):
    program.actions[f"theme_{theme}"].trigger()
    export(program, qtbot, "picture", form=".png", size="1280x720")
    with Image.open(place / "small-picture.png") as image:
        dark = sum(image.convert("RGB").getpixel((2, 360))) < 200
        assert image.size == (1280, 720)
    assert dark == (theme == "night")


def test_slides_of_the_steps(program, qtbot, place):
    export(program, qtbot, "slides", style="apa")
    deck = Presentation(str(place / "small-slides.pptx"))
    assert [slide.shapes.title.text for slide in deck.slides][1:3] == ["The first", "The second"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_handout_on_its_paper(program, qtbot, place, paper):
    export(program, qtbot, "handout", paper=paper, per_page="2", notes="lines")
    (width,) = {
        round(float(p.mediabox.width)) for p in PdfReader(place / "small-handout.pdf").pages
    }
    assert width == {"a4": 595, "letter": 612}[paper]


def test_the_patient_sheet(program, qtbot, place):
    export(program, qtbot, "sheet")
    assert len(PdfReader(place / "small-sheet.pdf").pages) == 1


@pytest.mark.parametrize("form", [value for value, _ in LISTS])
def test_references_in_every_form(program, qtbot, place, form):
    export(program, qtbot, "references", form=form)
    (made,) = place.iterdir()
    assert made.suffix == form.split()[0]
    assert "adams" in made.read_text(encoding="utf-8").lower()


def test_a_film_while_the_window_goes_on(program, qtbot, place):
    begin(program, "movie", form=".gif", **SMALL_FILM)
    desk = program.take_away.desk
    qtbot.waitUntil(lambda: desk.progress is not None and desk.progress.bar.value() > 50)
    before = program.session.frame
    program.commands.seek(5.0)
    assert program.session.frame != before
    assert program.window.isEnabled()
    program.take_away.export_picture()
    assert program.window.strip.text().startswith("An export is under way")
    qtbot.waitUntil(lambda: not desk.is_busy(), timeout=60_000)
    with Image.open(place / "small-movie.gif") as image:
        assert image.size == (960, 540)


@pytest.mark.parametrize("id", ["slides", "movie", "handout"])
@pytest.mark.parametrize("how", ["button", "escape", "window"])
def test_whoever_cancels_leaves_what_was_there(program, qtbot, place, id, how):
    old = place / f"small-{id}{KINDS[id].ending({'form': '.gif'})}"
    old.write_bytes(b"what was there")
    begin(program, id, **({"form": ".gif", **SMALL_FILM} if id == "movie" else {}))
    desk = program.take_away.desk
    progress = desk.progress
    assert progress is not None
    assert progress.isVisible()
    assert desk.errand is not None
    with qtbot.waitSignal(desk.errand.told, timeout=20_000):
        pass
    if how == "button":
        QTest.mouseClick(progress.button, Qt.MouseButton.LeftButton)
    elif how == "escape":
        QTest.keyClick(progress, Qt.Key.Key_Escape)
    else:
        program.window.close()
    assert not desk.is_busy()
    assert old.read_bytes() == b"what was there"
    assert list(place.iterdir()) == [old]
    assert program.window.strip.text().startswith("Export stopped; nothing was written")


@pytest.mark.parametrize("id", sorted(KINDS))
def test_it_may_be_stopped_after_any_part(program, place, id):
    kind, shown = KINDS[id], program.take_away.desk.shown()
    chosen = {one.id: one.first or one.options[0][0] for one in kind.choices(shown)}
    chosen |= {"form": ".gif", **SMALL_FILM} if id == "movie" else {}
    out = place / f"x{kind.ending(chosen)}"
    out.write_bytes(b"what was there")
    for count in range(1, 12):
        with closing(kind.make(shown, chosen, out)) as work:
            begun = [next(work, None) for _ in range(count)]
        if None in begun:
            assert out.read_bytes() != b"what was there"
            break
        assert out.read_bytes() == b"what was there"
        assert list(place.iterdir()) == [out]


@pytest.mark.parametrize("id", sorted(KINDS))
def test_a_full_disk_is_told_in_one_line(program, qtbot, place, id, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def full_work(*_: object):
        yield from ()
        full()

    for name in ("save_sheet", "write_whole"):
        monkeypatch.setattr(take_away_work, name, full)
    for name in ("rendering", "deck_work", "film_work", "handout_work"):
        monkeypatch.setattr(take_away_work, name, full_work)
    begin(program, id)
    desk = program.take_away.desk
    qtbot.waitUntil(lambda: not desk.is_busy(), timeout=20_000)
    assert desk.progress is not None
    told = desk.progress.text.text()
    assert told.endswith("was not written: no space left on device")
    assert list(place.iterdir()) == []
    QTest.mouseClick(desk.progress.button, Qt.MouseButton.LeftButton)


def test_a_folder_that_is_gone_is_told_in_one_line(program, qtbot, place):
    place.rmdir()
    begin(program, "handout")
    desk = program.take_away.desk
    qtbot.waitUntil(lambda: not desk.is_busy(), timeout=20_000)
    assert desk.progress is not None
    assert desk.progress.text.text().endswith("was not written: no such file or directory")
    desk.progress.end()


def test_who_thinks_again_gets_the_form_back(program, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    begin(program, "slides")
    form = program.take_away.desk.form
    assert form is not None
    assert form.isVisible()
    assert not program.take_away.desk.is_busy()
    form.reject()


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_a_name_without_its_suffix_gets_it_and_asks_before_it_replaces(
    program, qtbot, place, monkeypatch, answer
):
    named, old = str(place / "mine"), place / "mine.bib"
    old.write_bytes(b"what was there")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (named, ""))
    wanted = QMessageBox.StandardButton[answer]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: wanted)
    begin(program, "references")
    desk = program.take_away.desk
    qtbot.waitUntil(lambda: not desk.is_busy(), timeout=20_000)
    assert (old.read_bytes() == b"what was there") == (answer == "No")
    if desk.form is not None:
        desk.form.reject()


def test_what_was_chosen_is_offered_again(program, qtbot, place):
    export(program, qtbot, "references", form=".json")
    program.actions["export_references"].trigger()
    form = program.take_away.desk.form
    assert form is not None
    assert form.chosen() == {"form": ".json"}
    form.reject()


def test_an_error_of_ours_is_not_hidden_and_leaves_nothing(program, qtbot, place, monkeypatch):
    def broken(_: object):
        raise ZeroDivisionError("a mistake of ours")

    monkeypatch.setattr(FilmPainter, "images", broken)
    with qtbot.capture_exceptions() as caught:
        begin(program, "movie", form=".gif", **SMALL_FILM)
        desk = program.take_away.desk
        qtbot.waitUntil(lambda: not desk.is_busy(), timeout=20_000)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert desk.progress is not None
    desk.progress.end()
    assert list(place.iterdir()) == []
