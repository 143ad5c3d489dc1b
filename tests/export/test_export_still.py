"""A still has the size asked for, real text, the notice, and appears whole or not at all."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from pdf_text import texts
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from pathway_viewer.export.look import Look
from pathway_viewer.export.notice import notice_of
from pathway_viewer.export.still import render_still
from pathway_viewer.export.still_painting import still_image
from pathway_viewer.look.theme import THEMES, ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import Frame

pytestmark = pytest.mark.usefixtures("qapp")

NOTICE = "For education; not medical advice. Text reviewed 2026-01-31."
LOOK = Look(size=(640, 400), clock="Human clock")


def svg_texts(path: Path) -> list[str]:
    root = ElementTree.parse(path).getroot()
    return [(e.text or "").strip() for e in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (333, 257)])
def test_a_png_has_the_size_and_the_paper_asked_for(cascade, two_hours, tmp_path, theme, size):
    out = tmp_path / "x.png"
    render_still(cascade, two_hours, replace(LOOK, theme=theme, size=size), out)
    image = QImage(str(out))
    assert (image.width(), image.height()) == size
    assert image.pixelColor(1, size[1] // 2).name() == THEMES[theme].background


def test_an_svg_holds_its_text_as_text(cascade: Pathway, two_hours: Frame, tmp_path: Path):
    out = tmp_path / "x.svg"
    large = replace(LOOK, size=(960, 600), numbers={"relay": (1, 2)})
    render_still(cascade, two_hours, large, out)
    found = svg_texts(out)
    assert {"Drug", "Brake", "Relay", "Outcome", "Cell", "1 2", "raises"} <= set(found)
    assert {cascade.title, NOTICE, "2 h", "after the dose", "Human clock"} <= set(found)
    root = ElementTree.parse(out).getroot()
    assert root.get("viewBox") == "0 0 960 600"


def test_an_svg_says_what_it_is(cascade: Pathway, two_hours: Frame, tmp_path: Path):
    out = tmp_path / "x.svg"
    render_still(cascade, two_hours, LOOK, out)
    told = {e.tag.rsplit("}")[-1]: e.text for e in ElementTree.parse(out).getroot()}
    assert told["title"] == cascade.title
    assert told["desc"].splitlines()[0] == NOTICE


def test_a_pdf_holds_its_text_as_text(cascade: Pathway, two_hours: Frame, tmp_path: Path):
    out = tmp_path / "x.pdf"
    render_still(cascade, two_hours, LOOK, out)
    found = texts(out.read_bytes())
    assert {"Drug", "Brake", "Relay", "Outcome", "raises"} <= found
    assert {cascade.title, NOTICE, "2 h", "after the dose"} <= found


def test_a_pdf_is_one_page_of_the_size_asked_for(cascade, two_hours, tmp_path):
    out = tmp_path / "x.pdf"
    render_still(cascade, two_hours, LOOK, out)
    data = out.read_bytes()
    assert data.startswith(b"%PDF-")
    (box,) = re.findall(rb"/MediaBox \[([^\]]*)\]", data)
    assert [float(n) * 96 / 72 for n in box.split()] == [0, 0, 640, 400]


@pytest.mark.parametrize("suffix", ["svg", "pdf"])
def test_pictures_of_lines_hold_no_pixels(cascade, two_hours, tmp_path, suffix: str):
    out = tmp_path / f"x.{suffix}"
    render_still(cascade, replace(two_hours, flows=np.ones(len(cascade.edges))), LOOK, out)
    data = out.read_bytes()
    assert b"/Subtype /Image" not in data
    assert b"<image" not in data


def test_an_upper_case_suffix_is_as_good(cascade: Pathway, two_hours: Frame, tmp_path: Path):
    render_still(cascade, two_hours, LOOK, tmp_path / "X.PNG")
    assert not QImage(str(tmp_path / "X.PNG")).isNull()


@pytest.mark.parametrize("name", ["x.jpg", "x", "x.png.txt"])
def test_another_suffix_is_refused_and_leaves_nothing(cascade, two_hours, tmp_path, name: str):
    with pytest.raises(ValueError, match=r"\.png, \.svg, \.pdf"):
        render_still(cascade, two_hours, LOOK, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_place_that_cannot_be_written_is_an_error(cascade, two_hours, tmp_path, suffix: str):
    with pytest.raises(FileNotFoundError):
        render_still(cascade, two_hours, LOOK, tmp_path / "no such folder" / f"x.{suffix}")
    folder = tmp_path / f"folder.{suffix}"
    folder.mkdir()
    with pytest.raises(IsADirectoryError):
        render_still(cascade, two_hours, LOOK, folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_still_that_fails_leaves_the_file_that_was_there(cascade, two_hours, tmp_path, suffix):
    out = tmp_path / f"x.{suffix}"
    out.write_bytes(b"what was there")
    with pytest.raises(IndexError):
        render_still(cascade, replace(two_hours, words=()), LOOK, out)
    assert out.read_bytes() == b"what was there"
    assert os.listdir(tmp_path) == [out.name]  # noqa: PTH208


def test_the_same_frame_and_look_are_the_same_still(cascade: Pathway, two_hours: Frame):
    first = still_image(cascade, two_hours, LOOK)
    assert first == still_image(cascade, two_hours, LOOK)
    assert first != still_image(cascade, replace(two_hours, time=3.0), LOOK)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_title_picture_and_notice_are_below_each_other(
    cascade: Pathway, two_hours: Frame, tmp_path: Path, theme: ThemeId, size: tuple[int, int]
):
    out = tmp_path / "x.svg"
    render_still(cascade, two_hours, replace(LOOK, theme=theme, size=size), out)
    title, heading, notice = (
        text_box(out, text) for text in (cascade.title, "after the dose", NOTICE)
    )
    legend = text_box(out, "raises")
    assert title.top() >= 0
    assert title.bottom() <= heading.top() + 1
    assert heading.bottom() < legend.top()
    assert legend.bottom() <= notice.top() + 1
    assert notice.bottom() <= size[1]


def text_box(path: Path, text: str) -> QRectF:
    """Where a text stands: from the top of its letters to their base line."""
    root = ElementTree.parse(path).getroot()
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        for found in group.findall("{http://www.w3.org/2000/svg}text"):
            if (found.text or "").strip() == text:
                numbers = re.findall(r"-?[\d.]+", group.get("transform") or "")
                scale, shift = float(numbers[3]), float(numbers[5])
                base = shift + scale * float(found.get("y") or 0)
                height = scale * float(found.get("font-size") or 0) * 0.75
                return QRectF(0, base - height, 1, height)
    raise AssertionError(f"no text {text!r}")


def test_without_layers_the_first_is_shown(cascade: Pathway, two_hours: Frame, tmp_path: Path):
    render_still(cascade, two_hours, LOOK, tmp_path / "core.svg")
    every = frozenset(layer.id for layer in cascade.layers)
    render_still(cascade, two_hours, replace(LOOK, layers=every), tmp_path / "all.svg")
    assert "Extra" not in svg_texts(tmp_path / "core.svg")
    assert "Extra" in svg_texts(tmp_path / "all.svg")


def test_the_notice_names_the_review_only_where_there_was_one(cascade: Pathway):
    from msgspec.structs import replace as with_

    assert notice_of(cascade) == NOTICE
    assert notice_of(with_(cascade, reviewed="")) == "For education; not medical advice."
    assert notice_of(with_(cascade, reviewed="", disclaimer="")) == ""


ENTRIES = tuple(f"{i}. Someone A. Study number {i}. Journal {i}; 2:3-4." for i in range(1, 60))


def test_the_references_of_a_pdf_stand_on_pages_of_their_own(cascade, two_hours, tmp_path):
    out = tmp_path / "x.pdf"
    render_still(cascade, two_hours, replace(LOOK, entries=ENTRIES), out)
    pages = PdfReader(out).pages
    assert len(pages) >= 2
    told = " ".join(" ".join(page.extract_text() for page in pages[1:]).split())
    assert all(f"Study number {i}." in told for i in range(1, 60))
    assert {(page.mediabox.width, page.mediabox.height) for page in pages} == {(480, 300)}


def test_other_formats_tell_their_references_to_programs(cascade, two_hours, tmp_path):
    for suffix in ("png", "svg"):
        render_still(cascade, two_hours, replace(LOOK, entries=ENTRIES), tmp_path / f"x.{suffix}")
    with Image.open(tmp_path / "x.png") as image:
        told = image.info
    assert told["References"].splitlines() == list(ENTRIES)
    assert (told["Title"], told["Description"]) == (cascade.title, NOTICE)
    root = ElementTree.parse(tmp_path / "x.svg").getroot()
    described = next(e.text for e in root if e.tag.endswith("desc"))
    assert "Study number 59" in (described or "")
