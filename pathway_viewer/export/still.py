"""A still: the picture at one moment as PNG, SVG or PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSaveFile, QSize, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from pathway_viewer.look.theme import THEMES, UNIT, Theme, ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.beside import NOTHING as BARE
from pathway_viewer.scene.beside import Beside
from pathway_viewer.scene.diagram import laid_out
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
from pathway_viewer.scene.overlay import NOTHING, Overlay
from pathway_viewer.scene.picture import Picture, Setting, composed, numbered, paint_paper
from pathway_viewer.timeline.frame import Frame

SUFFIXES = (".png", ".svg", ".pdf")

PDF_DPI = 96
"""A pixel of the size asked for is one CSS pixel of the page: 1/96 inch."""


@dataclass(frozen=True)
class Look:
    """How a still looks: theme, size in pixels, layers shown and what the run adds to them.

    `what_if` says in words what is changed in the run, `beside` shows it in the diagram.
    """

    theme: ThemeId = "paper"
    size: tuple[int, int] = (1280, 800)
    layers: frozenset[str] = frozenset()
    overlay: Overlay = NOTHING
    clock: str = ""
    what_if: str = ""
    beside: Beside = BARE
    numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])


def render_still(pathway: Pathway, frame: Frame, look: Look, out: Path) -> None:
    """Write the picture to `out`; the suffix names the format.

    Raises ValueError for another suffix and OSError where the file cannot be written; then
    nothing is left behind.
    """
    if out.suffix.lower() not in SUFFIXES:
        raise ValueError(f"{out.name}: a picture ends in {', '.join(SUFFIXES)}")
    application()
    saved = opened(out)
    match out.suffix.lower():
        case ".png":
            still_image(pathway, frame, look).save(saved, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
        case ".svg":
            _write_svg(saved, pathway, frame, look)
        case _:
            _write_pdf(saved, pathway, frame, look)
    committed(saved, out)


def opened(out: Path) -> QSaveFile:
    """A file that appears whole or not at all; OSError where it cannot be written."""
    saved = QSaveFile(str(out))
    if not saved.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise OSError(f"{out}: cannot be written ({saved.errorString()})")
    return saved


def committed(saved: QSaveFile, out: Path) -> None:
    """Put the written file in its place; OSError where that fails."""
    if not saved.commit():
        raise OSError(f"{out}: cannot be written ({saved.errorString()})")


def still_image(pathway: Pathway, frame: Frame, look: Look, density: int = 1) -> QImage:
    """The picture as an image of exactly `look.size` pixels, or of `density` times as many."""
    wide, high = look.size
    image = QImage(wide * density, high * density, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(density, density)
        paint_still(painter, pathway, frame, look)
    return image


def paint_still(painter: QPainter, pathway: Pathway, frame: Frame, look: Look) -> None:
    """Paint the picture with its title and its notice into a painter of `look.size` pixels."""
    theme = THEMES[look.theme]
    page = QRectF(0, 0, *look.size)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_paper(painter, page, theme)
    strip, margin = _strip(look), UNIT * max(1.0, page.width() / 1280)
    picture, lettering = arranged(pathway, look), Lettering()
    picture.paint_still(painter, lettering)
    picture.paint_moving(painter, frame, 0.0, lettering, look.beside)
    title = QRectF(margin, margin * 0.4, page.width() - 2 * margin, strip)
    notice = QRectF(margin, page.bottom() - strip * 0.85, page.width() - 2 * margin, strip * 0.8)
    _paint_strips(painter, pathway, theme, title, notice, lettering)
    if look.what_if:
        _paint_what_if(painter, pathway, theme, title, look.what_if, lettering)


def arranged(pathway: Pathway, look: Look) -> Picture:
    """The picture of a still, at its place between the title and the notice."""
    theme, strip = THEMES[look.theme], _strip(look)
    layers = look.layers or frozenset({pathway.layers[0].id})
    diagram = laid_out(pathway, layers, look.overlay)
    setting = Setting(
        look.clock,
        numbered(diagram, theme, look.numbers),
        ghost=look.beside.ghost is not None,
        signs=frozenset(sign for _, sign in look.beside.signs),
    )
    page = QRectF(0, 0, *look.size)
    return composed(diagram, theme, page.adjusted(0, strip, 0, -strip * 0.8), setting)


def _strip(look: Look) -> float:
    """Height in pixels of the title's strip."""
    return max(26.0, look.size[1] * 0.036)


def _paint_what_if(
    painter: QPainter,
    pathway: Pathway,
    theme: Theme,
    title: QRectF,
    told: str,
    lettering: Lettering,
) -> None:
    """What is changed in the run, at the right of the title and as far as there is room."""
    left = width(pathway.title, Hand(title.height() * 0.62, BOLD)) + 3 * UNIT
    room = title.adjusted(left, 0, 0, 0)
    hand = fitted(f"What if: {told}", Hand(title.height() * 0.46), room.width(), smallest=0.7)
    text = shortened(f"What if: {told}", hand, room.width())
    lettering.draw(painter, room, text, hand, theme.accent, RIGHT)


def _paint_strips(
    painter: QPainter,
    pathway: Pathway,
    theme: Theme,
    title: QRectF,
    notice: QRectF,
    lettering: Lettering,
) -> None:
    big, small = Hand(title.height() * 0.62, BOLD), Hand(max(10.0, notice.height() * 0.52))
    lettering.draw(painter, title, pathway.title, big, theme.ink, LEFT)
    lettering.draw(painter, notice, notice_of(pathway), small, theme.muted, LEFT)
    lettering.draw(painter, notice, "Levels: teaching model", small, theme.muted, RIGHT)


def notice_of(pathway: Pathway) -> str:
    """The disclaimer with the date on which the text was last reviewed."""
    reviewed = f" Text reviewed {pathway.reviewed}." if pathway.reviewed else ""
    return f"{pathway.disclaimer}{reviewed}".strip()


def _write_svg(saved: QSaveFile, pathway: Pathway, frame: Frame, look: Look) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(saved)
    generator.setSize(QSize(*look.size))
    generator.setViewBox(QRectF(0, 0, *look.size))
    generator.setTitle(pathway.title)
    generator.setDescription(notice_of(pathway))
    with QPainter(generator) as painter:
        paint_still(painter, pathway, frame, look)


def _write_pdf(saved: QSaveFile, pathway: Pathway, frame: Frame, look: Look) -> None:
    writer = QPdfWriter(saved)
    inches = QSizeF(look.size[0] / PDF_DPI, look.size[1] / PDF_DPI)
    writer.setPageSize(QPageSize(inches, QPageSize.Unit.Inch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(PDF_DPI * 10)
    writer.setTitle(pathway.title)
    with QPainter(writer) as painter:
        painter.scale(10, 10)
        paint_still(painter, pathway, frame, look)


def application() -> None:
    """A Qt application must exist before fonts can be measured."""
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication([]))


_kept: list[QGuiApplication] = []
