"""Plot bands: the windows in which a stage was seen to begin, to peak and to be over."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.plot_marks import PlotMark, compared_until, second_dose

NEAR = 0.02
"""A curve counts as measured within this share of the axis around a point or a window."""


@dataclass(frozen=True)
class PlotBand:
    """A window as two places 0..1 on the axis, and what was seen in it."""

    start: float
    end: float
    name: str


def plot_bands(pathway: Pathway, course: Course, axis: Axis, node: str) -> tuple[PlotBand, ...]:
    """The windows of a node's stages that were read on this course's clock.

    One that was read under the doses of another scenario is only shown as far as these two are
    alike: up to the second dose of either.
    """
    own = compared_until(course, axis)
    found: list[PlotBand] = []
    for stage in pathway.stages:
        if stage.node != node or pathway.scenario(stage.scenario).clock != course.clock.id:
            continue
        other = pathway.scenario(stage.scenario)
        alike = other.id == course.scenario
        until = axis.end if alike else min(own, second_dose(other.doses, axis.end))
        windows = (("begin", stage.onset), ("peak", stage.peak), ("end", stage.fall))
        for name, window in windows:
            if window is not None and axis.start <= window.earliest and window.latest <= until:
                ends = axis.position(window.earliest), axis.position(window.latest)
                found.append(PlotBand(*ends, name))
    return tuple(found)


def supported(
    places: NDArray[np.float64], marks: tuple[PlotMark, ...], bands: tuple[PlotBand, ...]
) -> NDArray[np.bool_]:
    """Where a curve is held by a measurement of its own species: near one of these."""
    near = np.zeros(len(places), dtype=bool)
    spans = [mark.span or (mark.position, mark.position) for mark in marks if mark.own]
    for start, end in [*spans, *((band.start, band.end) for band in bands)]:
        near |= (places >= start - NEAR) & (places <= end + NEAR)
    return near
