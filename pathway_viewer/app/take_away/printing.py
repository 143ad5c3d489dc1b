"""Printing: the picture, the handout and the patient sheet on paper, with a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMarginsF, QObject, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.take_away.kinds import KINDS, PAPER
from pathway_viewer.app.take_away.shown import Shown
from pathway_viewer.app.take_away.taking_away import TakingAway
from pathway_viewer.app.take_away.work import handout_of, patient_sheet
from pathway_viewer.export.handout import handout_pages
from pathway_viewer.export.pages import DPI, PAPERS, Page, PaperId, paint_page
from pathway_viewer.export.sheet import TooLongError, sheet_page
from pathway_viewer.export.still_painting import paint_references, paint_still, reference_sheets
from pathway_viewer.look.theme import THEMES
from pathway_viewer.widgets.export_form import Chosen, ExportForm

PICTURE_DPI = 120
"""A picture on paper is composed as for a screen of so many pixels an inch: its text is legible."""

MARGIN_MM = 10.0

Sheets = Callable[[PaperId], list[Page]]


class Printing(QObject):
    """Shows a preview whose pages are the ones that are exported."""

    def __init__(self, window: MainWindow, desk: TakingAway) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.dialog: QPrintPreviewDialog | None = None

    def picture(self) -> None:
        """The picture of this moment, with its references on pages of their own."""
        if (shown := self._desk.shown()) is not None:
            self._preview("Print the picture", partial(paint_picture, shown), landscape=True)

    def handout(self) -> None:
        """The handout, after its form."""
        if (shown := self._desk.shown()) is None:
            return
        kind = KINDS["handout"]
        choices = tuple(one for one in kind.choices(shown) if one != PAPER)
        told = partial(kind.told, shown)
        form = ExportForm("Print the handout", choices, told, action="Preview…",
                          parent=self._window)  # fmt: skip
        form.wished.connect(partial(self._handout, form, shown))
        self._desk.open(form, "print handout")

    def sheet(self) -> None:
        """The page for patients."""
        if (shown := self._desk.shown()) is None:
            return
        self._preview_pages(
            "Print the patient sheet",
            lambda paper: [sheet_page(patient_sheet(shown, {"paper": paper}))],
        )

    def _handout(self, form: ExportForm, shown: Shown, chosen: Chosen) -> None:
        form.accept()

        def pages(paper: PaperId) -> list[Page]:
            return handout_pages(handout_of(shown, {**chosen, "paper": paper}))

        self._preview_pages("Print the handout", pages)

    def _preview_pages(self, title: str, pages: Sheets) -> None:
        try:
            pages("a4")
        except TooLongError as error:
            self._window.strip.tell(str(error))
            return
        self._preview(title, partial(paint_pages, pages), landscape=False)

    def _preview(self, title: str, paint: Callable[[QPrinter], None], *, landscape: bool) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(way)
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.setWindowTitle(title)
        dialog.resize(min(1100, self._window.width()), min(860, self._window.height()))
        dialog.paintRequested.connect(paint)
        dialog.finished.connect(dialog.deleteLater)
        # The dialog draws on the printer until it is gone.
        dialog.destroyed.connect(partial(self._forget, printer))
        self.dialog = dialog
        dialog.open()

    def _forget(self, _printer: QPrinter, *_: object) -> None:
        self.dialog = None


def paint_pages(pages: Sheets, printer: QPrinter) -> None:
    """Pages laid out for the paper that the printer has."""
    printer.setFullPage(True)
    paper = paper_of(printer)
    with QPainter(printer) as painter:
        scale = printer.resolution() / DPI
        for i, page in enumerate(pages(paper)):
            if i:
                printer.newPage()
            painter.save()
            painter.scale(scale, scale)
            paint_page(painter, page)
            painter.restore()


def paint_picture(shown: Shown, printer: QPrinter) -> None:
    """The picture as large as the page, on white where the window is dark."""
    printer.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    room = printer.pageLayout().paintRectPixels(printer.resolution())
    scale = printer.resolution() / PICTURE_DPI
    look = shown.look((round(room.width() / scale), round(room.height() / scale)))
    if THEMES[look.theme].dark:
        look = replace(look, theme="paper")
    with QPainter(printer) as painter:
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, *look.size))
        paint_still(painter, shown.pathway, shown.frame, look)
        for sheet in reference_sheets(look):
            printer.newPage()
            paint_references(painter, shown.pathway, look, sheet)


def paper_of(printer: QPrinter) -> PaperId:
    """Our paper that is nearest to the printer's."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Inch)
    wide = min(size.width(), size.height()) * DPI
    return min(PAPERS, key=lambda id: abs(PAPERS[id].width - wide))
