"""The handout has every step, every paper cited, real text, and nothing beyond its margins."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace as with_
from paper import NOTES, handout, letters, outside, overlapping, points, squeezed, stepped
from PySide6.QtCore import QRectF

from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.export.handout import Handout, handout_pages, handout_work, references_of
from pathway_viewer.export.handout_steps import Form
from pathway_viewer.export.pages import PAPERS, Page, page_image
from pathway_viewer.export.pages_picture import ratio
from pathway_viewer.export.work import finished
from pathway_viewer.model.pathway import Pathway

pytestmark = pytest.mark.usefixtures("qapp")

NOTICE = "For education; not medical advice. Text reviewed 2026-01-31."
LONG = " ".join([NOTES] * 60)
"""More than any page holds beside a picture."""


def save_handout(made: Handout, out: Path) -> None:
    """All of it at once."""
    finished(handout_work(made, out))


def kinds(page: Page, what: str) -> list[QRectF]:
    return [piece.box for piece in page if piece.what == what]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("per_page", [1, 2, 3, 6])
def test_so_many_steps_stand_on_a_page(cascade: Pathway, paper, per_page: int):
    pages = handout_pages(handout(stepped(cascade, 7), Form(paper, per_page)))
    shown = [len(kinds(page, "picture")) for page in pages]
    full, rest = divmod(7, per_page)
    assert [count for count in shown if count] == [per_page] * full + [rest] * bool(rest)
    assert shown[0] == 0
    assert len(kinds(pages[0], "legend")) == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("per_page", [1, 2, 3, 6])
@pytest.mark.parametrize("notes", ["", NOTES, LONG], ids=["none", "some", "long"])
def test_nothing_leaves_its_paper_or_lies_on_another(cascade, paper, per_page: int, notes: str):
    made = handout(stepped(cascade, 4, notes), Form(paper, per_page))
    pages = handout_pages(made)
    assert outside(pages, PAPERS[paper]) == []
    assert [overlapping(page) for page in pages] == [[]] * len(pages)


@pytest.mark.parametrize("per_page", [1, 2, 3])
def test_long_notes_are_told_to_their_end(cascade: Pathway, tmp_path: Path, per_page: int):
    out = tmp_path / "x.pdf"
    save_handout(handout(stepped(cascade, 2, LONG), Form("a4", per_page)), out)
    assert letters(out).count("Thenitfell.") == 120


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.3, 841.9)), ("letter", (612.0, 792.0))])
def test_pages_have_the_size_of_the_paper(cascade: Pathway, tmp_path: Path, paper, size):
    out = tmp_path / "x.pdf"
    made = handout(stepped(cascade, 3), Form(paper))
    save_handout(made, out)
    assert points(out) == [pytest.approx(size, abs=0.6)] * len(handout_pages(made))


def test_a_reader_finds_the_text(cascade: Pathway, tmp_path: Path):
    out = tmp_path / "x.pdf"
    made = handout(stepped(cascade, 2), Form("a4", 2))
    save_handout(made, out)
    found = letters(out)
    last = len(handout_pages(made))
    for text in (
        cascade.title,
        "Stop number 1",
        "1 h after the dose · human clock",
        "The relay rose by 10-12 percent in 20 people[1, 2].",
        "Question: Why did it rise?",
        "relay What passes it on.",
        "A model of four things[2].",
        f"Page {last} of {last}",
    ):
        assert squeezed(text) in found, text
    assert found.count(squeezed(NOTICE)) == last + 1


@pytest.mark.parametrize("per_page", [1, 2, 3, 6])
def test_every_paper_that_is_cited_is_listed_and_no_other(cascade, tmp_path, per_page: int):
    out = tmp_path / "x.pdf"
    made = handout(stepped(cascade, 3), Form("a4", per_page))
    save_handout(made, out)
    assert references_of(made) == (["adams2001"] if per_page == 6 else ["clark2015", "adams2001"])
    entries = Bibliography(cascade.references)
    found = letters(out)
    for reference in cascade.references:
        listed = squeezed(entries.entry(reference.id)) in found
        assert listed == (reference.id in references_of(made)), reference.id


def test_lines_stand_in_place_of_the_notes(cascade: Pathway, tmp_path: Path):
    made = handout(stepped(cascade, 3), Form("a4", 3, lines=True))
    assert references_of(made) == ["adams2001"]
    page = handout_pages(made)[1]
    assert len(kinds(page, "lines")) == 3
    save_handout(made, tmp_path / "x.pdf")
    assert "Thenitfell" not in letters(tmp_path / "x.pdf")


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        ("patient", "Something is passed on[1]."),
        ("student", "The relay rose by 10-12 percent"),
        ("expert", "It begins with a block"),
    ],
)
def test_it_is_told_for_a_reader(cascade: Pathway, tmp_path: Path, reading, told: str):
    out = tmp_path / "x.pdf"
    save_handout(handout(stepped(cascade, 1), Form("a4", 2, reading=reading)), out)
    found = letters(out)
    assert squeezed(told) in found
    assert ("Thenitfell" in found) == (reading != "patient")


def test_without_steps_the_chapters_are_told(cascade: Pathway, tmp_path: Path):
    save_handout(handout(cascade, Form()), tmp_path / "x.pdf")
    found = letters(tmp_path / "x.pdf")
    assert all(squeezed(chapter.title) in found for chapter in cascade.chapters)


def test_pictures_keep_their_shape(cascade: Pathway):
    for per_page in (1, 2, 3, 6):
        for page in handout_pages(handout(stepped(cascade, 2), Form("a4", per_page))):
            for box in kinds(page, "picture"):
                assert box.height() / box.width() == pytest.approx(ratio(cascade), rel=0.01)


def test_a_preview_is_the_page_with_clean_margins(cascade: Pathway):
    paper = PAPERS["a4"]
    pages = handout_pages(handout(stepped(cascade, 3), Form("a4", 3)))
    image = page_image(pages[1], paper, 50)
    assert (image.width(), image.height()) == (413, 585)
    edge = int(paper.margin * 50 / 720) - 2
    blank = {image.pixelColor(x, y).name() for x in range(edge) for y in range(image.height())}
    blank |= {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(edge)}
    assert blank == {"#ffffff"}
    lights = {image.pixelColor(x, y).lightness() for x in range(413) for y in range(100)}
    assert min(lights) < 100


def test_the_night_is_dark_and_the_paper_stays_white(cascade: Pathway):
    page = handout_pages(handout(stepped(cascade, 3), Form("a4", 3, theme="night")))[1]
    image = page_image(page, PAPERS["a4"], 50)
    box = kinds(page, "picture")[0]
    corner = image.pixelColor(int(box.left() * 50 / 720) + 3, int(box.bottom() * 50 / 720) - 3)
    assert corner.lightness() < 60
    assert image.pixelColor(2, 2).name() == "#ffffff"


def test_a_handout_that_fails_leaves_the_file_that_was_there(
    cascade: Pathway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "x.pdf"
    out.write_bytes(b"what was there")

    def failing(*_args: object, **_named: object) -> None:
        raise RuntimeError("no paint left")

    monkeypatch.setattr("pathway_viewer.export.pages_picture.arranging", failing)
    with pytest.raises(RuntimeError, match="no paint left"):
        save_handout(handout(stepped(cascade, 1), Form()), out)
    assert out.read_bytes() == b"what was there"
    assert os.listdir(tmp_path) == [out.name]  # noqa: PTH208


def test_a_place_that_cannot_be_written_is_an_error(cascade: Pathway, tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        save_handout(handout(stepped(cascade, 1), Form()), tmp_path / "none" / "x.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_bare_pathway_has_a_handout_too(cascade: Pathway, tmp_path: Path):
    bare = with_(cascade, chapters=(), limits="", reviewed="", disclaimer="", license="")
    made = handout(bare, Form())
    assert outside(handout_pages(made), PAPERS["a4"]) == []
    save_handout(made, tmp_path / "x.pdf")
    assert "Glossary" not in letters(tmp_path / "x.pdf")
