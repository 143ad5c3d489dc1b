"""Printing: the preview holds the pages that are exported; what is printed is text."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from pathway_viewer.app.program import Program
from pathway_viewer.app.take_away.printing import paint_pages, paint_picture, paper_of
from pathway_viewer.app.take_away.shown import Shown
from pathway_viewer.app.take_away.work import handout_of, patient_sheet
from pathway_viewer.export.handout import handout_pages
from pathway_viewer.export.sheet import sheet_page

CHOSEN = {"per_page": "2", "notes": "notes", "theme": "print"}


@pytest.fixture
def shown(program: Program) -> Shown:
    """What the window shows."""
    found = program.take_away.desk.shown()
    assert found is not None
    return found


def printer(out: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(out))
    made.setPageSize(QPageSize(size))
    return made


def text(out: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())


@pytest.mark.parametrize(
    ("size", "paper"), [(QPageSize.PageSizeId.A4, "a4"), (QPageSize.PageSizeId.Letter, "letter")]
)
def test_the_handout_is_laid_out_for_the_paper_of_the_printer(shown, tmp_path, size, paper):
    out = tmp_path / "x.pdf"
    made = printer(out, size)
    assert paper_of(made) == paper
    paint_pages(lambda id: handout_pages(handout_of(shown, {**CHOSEN, "paper": id})), made)
    told = text(out)
    assert "A small cascade" in told
    assert "For education; not medical advice" in told
    pages = handout_pages(handout_of(shown, {**CHOSEN, "paper": paper}))
    assert len(PdfReader(out).pages) == len(pages)


def test_the_picture_is_text_with_its_references_after_it(shown, tmp_path):
    out = tmp_path / "x.pdf"
    paint_picture(shown, printer(out))
    pages = PdfReader(out).pages
    assert len(pages) == 2
    assert "Relay" in pages[0].extract_text()
    assert "A first study" in " ".join(pages[1].extract_text().split())


def test_the_patient_sheet_is_one_page(shown, tmp_path):
    out = tmp_path / "x.pdf"
    paint_pages(lambda id: [sheet_page(patient_sheet(shown, {"paper": id}))], printer(out))
    assert len(PdfReader(out).pages) == 1


@pytest.mark.parametrize("what", ["picture", "sheet"])
def test_a_preview_opens_and_closes(program: Program, qtbot: QtBot, what: str):
    program.actions[f"print_{what}"].trigger()
    dialog = program.take_away.printing.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: program.take_away.printing.dialog is None)


def test_the_handout_asks_first(program: Program, qtbot: QtBot):
    program.actions["print_handout"].trigger()
    form = program.take_away.desk.form
    assert form is not None
    assert "paper" not in form.boxes
    form.save.click()
    dialog = program.take_away.printing.dialog
    assert dialog is not None
    dialog.reject()
    qtbot.waitUntil(lambda: program.take_away.printing.dialog is None)
