"""The picture on a slide: a still with twice the pixels, where the focus of a step stands out."""

from __future__ import annotations

from PySide6.QtGui import QImage

from pathway_viewer.export.look import Look
from pathway_viewer.export.still_painting import still_steps
from pathway_viewer.export.work import Steps
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import Frame

DENSITY = 2
MOST_PIXELS = 40_000_000
"""A picture of more is drawn no denser than it was asked for."""


def sharp_steps(pathway: Pathway, frame: Frame, look: Look) -> Steps[QImage]:
    """The still laid out for `look.size` and drawn with twice as many pixels a side, in steps."""
    wide, high = look.size
    density = DENSITY if wide * high * DENSITY**2 <= MOST_PIXELS else 1
    return still_steps(pathway, frame, look, density)
