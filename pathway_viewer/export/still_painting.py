"""How a still is painted: the diagram between a title and a notice, and its references."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from pathway_viewer.export.arranging import Arranged, arranging
from pathway_viewer.export.entries import Sheet, paint_entries, set_out
from pathway_viewer.export.look import Look
from pathway_viewer.export.notice import notice_of, source_of
from pathway_viewer.export.work import Steps, at_once
from pathway_viewer.look.theme import THEMES, UNIT, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.lettering import (
    BOLD,
    LEFT,
    RIGHT,
    Hand,
    Lettering,
    fitted,
    shortened,
    width,
)
from pathway_viewer.scene.picture import paint_paper
from pathway_viewer.timeline.frame import Frame

ENTRY = 0.0078
"""Size of a reference's text on a page of its own, as a share of the page's width."""

COLUMNS = 4


def still_image(pathway: Pathway, frame: Frame, look: Look, density: int = 1) -> QImage:
    """The picture as an image of exactly `look.size` pixels, or of `density` times as many."""
    return at_once(still_steps(pathway, frame, look, density))


def still_steps(pathway: Pathway, frame: Frame, look: Look, density: int = 1) -> Steps[QImage]:
    """The same in steps, between which a window may live."""
    wide, high = look.size
    image = QImage(wide * density, high * density, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(density, density)
        yield from painting_still(painter, pathway, frame, look)
    return image


def paint_still(painter: QPainter, pathway: Pathway, frame: Frame, look: Look) -> None:
    """Paint the picture with its title and its notice into a painter of `look.size` pixels."""
    at_once(painting_still(painter, pathway, frame, look))


def painting_still(painter: QPainter, pathway: Pathway, frame: Frame, look: Look) -> Steps[None]:
    """The same in steps."""
    theme = THEMES[look.theme]
    page = QRectF(0, 0, *look.size)
    made = yield from _arranging(pathway, look)
    yield
    _prepare(painter, page, theme)
    yield
    yield from made.painting(painter, frame, look)
    yield
    title, _ = _paint_strips(painter, pathway, theme, page, _strip(look))
    if look.what_if:
        _paint_what_if(painter, pathway, theme, title, look.what_if)


def still_arranged(pathway: Pathway, look: Look) -> Arranged:
    """The picture of a still, at its place between the title and the notice."""
    return at_once(_arranging(pathway, look))


def _arranging(pathway: Pathway, look: Look) -> Steps[Arranged]:
    strip = _strip(look)
    page = QRectF(0, 0, *look.size)
    return arranging(pathway, look, page.adjusted(0, strip, 0, -strip * 0.8))


def reference_sheets(look: Look) -> tuple[Sheet, ...]:
    """The references of a look on pages as large as its picture; none where it has none."""
    if not look.entries:
        return ()
    strip, page = _strip(look), QRectF(0, 0, *look.size)
    margin = 2 * _margin(page)
    room = page.adjusted(margin, strip * 1.8, -margin, -strip * 1.4)
    return set_out(look.entries, room, _hand(look), COLUMNS)


def paint_references(painter: QPainter, pathway: Pathway, look: Look, sheet: Sheet) -> None:
    """One page of the references, with title and notice."""
    theme, page = THEMES[look.theme], QRectF(0, 0, *look.size)
    _prepare(painter, page, theme)
    title, big = _paint_strips(painter, pathway, theme, page, _strip(look))
    Lettering().draw(painter, title, "References", big, theme.muted, RIGHT)
    paint_entries(painter, sheet, _hand(look), theme.ink)


def _hand(look: Look) -> Hand:
    return Hand(look.size[0] * ENTRY)


def _prepare(painter: QPainter, page: QRectF, theme: Theme) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_paper(painter, page, theme)


def _strip(look: Look) -> float:
    """Height in pixels of the title's strip."""
    return max(26.0, look.size[1] * 0.036)


def _margin(page: QRectF) -> float:
    return UNIT * max(1.0, page.width() / 1280)


def _paint_what_if(
    painter: QPainter, pathway: Pathway, theme: Theme, title: QRectF, told: str
) -> None:
    """What is changed in the run, at the right of the title and as far as there is room."""
    left = width(pathway.title, Hand(title.height() * 0.62, BOLD)) + 3 * UNIT
    room = title.adjusted(left, 0, 0, 0)
    hand = fitted(f"What if: {told}", Hand(title.height() * 0.46), room.width(), smallest=0.7)
    text = shortened(f"What if: {told}", hand, room.width())
    Lettering().draw(painter, room, text, hand, theme.accent, RIGHT)


def _paint_strips(
    painter: QPainter, pathway: Pathway, theme: Theme, page: QRectF, strip: float
) -> tuple[QRectF, Hand]:
    """The title above and the notice below; where the title stands, and its hand."""
    margin = _margin(page)
    title = QRectF(margin, margin * 0.4, page.width() - 2 * margin, strip)
    notice = QRectF(margin, page.bottom() - strip * 0.85, page.width() - 2 * margin, strip * 0.8)
    big, small = Hand(title.height() * 0.62, BOLD), Hand(max(10.0, notice.height() * 0.52))
    lettering, said = Lettering(), notice_of(pathway)
    lettering.draw(painter, title, pathway.title, big, theme.ink, LEFT)
    lettering.draw(painter, notice, said, small, theme.muted, LEFT)
    room = notice.width() - width(said, small) - 2 * UNIT
    sources = source_of(pathway)
    source = next((one for one in sources if width(one, small) <= room), sources[-1])
    lettering.draw(painter, notice, source, small, theme.muted, RIGHT)
    return title, big
