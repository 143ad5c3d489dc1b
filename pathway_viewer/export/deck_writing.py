"""Writing on a slide: text boxes and placeholders in the colours of the deck's theme."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from pathway_viewer.export.deck_text import GAP, LEADING, Box

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide
    from pptx.text.text import TextFrame
    from pptx.text.text import _Paragraph as Paragraph  # pyright: ignore[reportPrivateUsage]


class Ink(Enum):
    """A colour of the theme, by the name that python-pptx has for it."""

    TEXT = "TEXT_1"
    MUTED = "TEXT_2"
    ACCENT = "ACCENT_1"
    WARNING = "ACCENT_4"


def write(
    slide: Slide,
    name: str,
    box: Box,
    paragraphs: Sequence[str],
    size: float,
    ink: Ink,
    *,
    bold: bool = False,
    first: Ink | None = None,
) -> TextFrame:
    """A text box of exactly this place; `first` is the colour of its first paragraph."""
    # Late: python-pptx, which only a deck needs.
    from pptx.util import Pt

    shape = slide.shapes.add_textbox(Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape.name = name
    frame = shape.text_frame
    _clear_margins(frame)
    for i, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.text = text
        _dress(paragraph, size, first if first and i == 0 else ink, bold=bold)
        paragraph.space_after = Pt(size * GAP)
    return frame


def write_placeholder(
    shape: BaseShape,
    box: Box,
    text: str,
    size: float,
    ink: Ink = Ink.TEXT,
    *,
    bold: bool = True,
) -> None:
    """A title or a subtitle, at the left of its place, where outlines and readers find it."""
    # Late: as above.
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.shapes.placeholder import SlidePlaceholder
    from pptx.util import Pt

    if not isinstance(shape, SlidePlaceholder):
        raise TypeError(f"{shape.name} is no placeholder")
    shape.left, shape.top = Pt(box.left), Pt(box.top)
    shape.width, shape.height = Pt(box.width), Pt(box.height)
    frame = shape.text_frame
    _clear_margins(frame)
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if ink is Ink.TEXT else MSO_ANCHOR.TOP
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        _dress(paragraph, size, ink, bold=bold)


def add_bar(slide: Slide, box: Box) -> None:
    """A bar in the accent colour, with nothing to say to a screen reader."""
    # Late: as above.
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Pt

    place = Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
    bar.name = "Bar"
    bar.fill.solid()
    bar.fill.fore_color.theme_color = MSO_THEME_COLOR[Ink.ACCENT.value]
    bar.line.fill.background()


def number_the_slide(slide: Slide, box: Box, number: int) -> None:
    """The slide's number as a field, so that it follows when slides are moved."""
    # Late: as above.
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml import parse_xml

    paragraph = write(slide, "Slide number", box, [""], 8, Ink.MUTED).paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field: Any = cast(Any, parse_xml)(
        '<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' id="{5B2A7C1E-3D4F-4A6B-8C9D-0E1F2A3B4C5D}" type="slidenum">'
        '<a:rPr lang="en-US" sz="800"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:rPr>'
        f"<a:t>{number}</a:t></a:fld>"
    )
    cast(Any, paragraph)._p.append(field)


def _clear_margins(frame: TextFrame) -> None:
    """No border of its own: what was measured is what there is."""
    # Late: as above.
    from pptx.enum.text import MSO_AUTO_SIZE
    from pptx.util import Pt

    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE


def _dress(paragraph: Paragraph, size: float, ink: Ink, *, bold: bool) -> None:
    # Late: as above.
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    paragraph.line_spacing = Pt(size * LEADING)
    for run in paragraph.runs:
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.theme_color = MSO_THEME_COLOR[ink.value]
