"""The story on one page: a cell a frame, each with its chapter's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from pathway_viewer.dynamics.course import Course
from pathway_viewer.export import contact_sheet as module
from pathway_viewer.export.contact_sheet import (
    CELL,
    COLUMNS,
    GUTTER,
    HEADER,
    contact_sheet,
    save_contact_sheet,
)
from pathway_viewer.export.look import Look
from pathway_viewer.look.theme import NIGHT, PAPER
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.timeline.frame import Frame, frame_at

pytestmark = pytest.mark.usefixtures("qapp")

MOMENTS = (0.0, 2.0, 96.0)


@pytest.fixture(scope="module")
def frames(cascade: Pathway, course: Course) -> tuple[Frame, ...]:
    """One moment of each chapter."""
    return tuple(frame_at(cascade, course, t) for t in MOMENTS)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is drawn."""
    found: list[str] = []

    class Recorded(Lettering):
        def draw(self, painter, box, text, *how):
            found.append(text)
            super().draw(painter, box, text, *how)

    monkeypatch.setattr(module, "Lettering", Recorded)
    return found


def cell(image: QImage, index: int) -> QImage:
    x = GUTTER + (index % COLUMNS) * (CELL[0] + GUTTER)
    y = HEADER + (index // COLUMNS) * (CELL[1] + GUTTER)
    return image.copy(x, y, *CELL)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_sheet_has_a_cell_a_frame(cascade: Pathway, frames, count: int):
    image = contact_sheet(cascade, frames[:count], Look())
    lines = -(-count // COLUMNS)
    assert image.width() == COLUMNS * CELL[0] + (COLUMNS + 1) * GUTTER
    assert image.height() == HEADER + lines * (CELL[1] + GUTTER) + 2 * GUTTER
    used = [cell(image, i).pixelColor(3, 3).name() for i in range(lines * COLUMNS)]
    assert used == [PAPER.panel] * count + [PAPER.background] * (lines * COLUMNS - count)


def test_each_cell_shows_its_own_moment_under_its_chapter(cascade, frames, drawn: list[str]):
    image = contact_sheet(cascade, frames, Look())
    cells = [cell(image, i) for i in range(3)]
    assert cells[0] != cells[1] != cells[2] != cells[0]
    titles = [chapter.title for chapter in cascade.chapters]
    assert [text for text in drawn if text in titles] == titles
    moments = ["at the dose", "after the dose", "after the dose"]
    assert [text for text in drawn if text.endswith("dose")][:3] == moments
    assert [text for text in drawn if text in ("0 h", "2 h", "4 d")] == ["0 h", "2 h", "4 d"]


def test_the_sheet_says_what_it_is_and_is_no_advice(cascade, frames, drawn: list[str]):
    contact_sheet(cascade, frames, Look())
    assert drawn[0] == cascade.title
    assert drawn[-1] == "For education; not medical advice. Text reviewed 2026-01-31."


def test_a_moment_outside_the_chapters_has_no_name(cascade, frames, drawn: list[str]):
    from dataclasses import replace

    contact_sheet(cascade, [replace(frames[0], chapter=None)], Look())
    assert cascade.chapters[0].title not in drawn


def test_the_sheet_takes_the_theme(cascade: Pathway, frames):
    image = contact_sheet(cascade, frames[:1], Look("night"))
    assert image.pixelColor(2, 2).name() == NIGHT.background


def test_it_is_saved_whole_or_not_at_all(cascade: Pathway, frames, tmp_path: Path):
    save_contact_sheet(cascade, frames[:1], Look(), tmp_path / "story.png")
    assert QImage(str(tmp_path / "story.png")).height() > CELL[1]
    with pytest.raises(FileNotFoundError):
        save_contact_sheet(cascade, frames[:1], Look(), tmp_path / "none" / "story.png")
    assert [path.name for path in tmp_path.iterdir()] == ["story.png"]
