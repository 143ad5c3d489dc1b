"""The look of a deck: a wide presentation whose own colours and fonts are those of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from pathway_viewer.look.theme import Theme

if TYPE_CHECKING:
    from pptx.presentation import Presentation

WIDE, HIGH = 960.0, 540.0
"""Points of a slide: 16:9, as wide as the programs for slides make it."""

FONT = "Arial"
"""On every system that shows slides, or with a double of the same widths."""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def presentation(theme: Theme) -> Presentation:
    """An empty presentation in the theme's colours, its layouts as wide as its slides."""
    # Late: python-pptx and lxml, which only a deck needs.
    from pptx import Presentation
    from pptx.util import Pt

    made = Presentation()
    wide = Pt(WIDE)
    stretch = wide / cast(int, made.slide_width)
    made.slide_width, made.slide_height = wide, Pt(HIGH)
    for page in (made.slide_master, *made.slide_layouts):
        for shape in page.shapes:
            _widen(shape, stretch)
    _dye(made, theme)
    return made


def _widen(shape: Any, stretch: float) -> None:  # noqa: ANN401
    """Move a shape of the 4:3 template to its place on a wide slide."""
    own = shape.element.spPr.xfrm if hasattr(shape.element, "spPr") else None
    if own is not None and own.off is not None and own.ext is not None:
        own.off.x, own.ext.cx = round(own.off.x * stretch), round(own.ext.cx * stretch)


def _dye(made: Presentation, theme: Theme) -> None:
    """Write colours and fonts into the presentation's theme, whose part is a plain blob."""
    # Late: as above.
    from lxml import etree  # pyright: ignore
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = cast(Any, made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    library = cast(Any, etree)
    root = library.fromstring(part.blob)
    root.set("name", theme.label)
    for name, color in colors(theme).items():
        (slot,) = root.iter(f"{_DRAWING}{name}")
        slot.clear()
        library.SubElement(slot, f"{_DRAWING}srgbClr").set("val", color.removeprefix("#").upper())
    for fonts in ("majorFont", "minorFont"):
        for latin in root.iterfind(f".//{_DRAWING}{fonts}/{_DRAWING}latin"):
            latin.set("typeface", FONT)
    part._blob = library.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def colors(theme: Theme) -> dict[str, str]:
    """The twelve colours of a presentation, so that what a user adds goes with the rest."""
    return {
        "dk1": theme.ink,
        "lt1": theme.background,
        "dk2": theme.muted,
        "lt2": theme.raised,
        "accent1": theme.accent,
        "accent2": theme.rising,
        "accent3": theme.falling,
        "accent4": theme.warning,
        "accent5": theme.particle,
        "accent6": theme.line,
        "hlink": theme.accent,
        "folHlink": theme.muted,
    }
