"""Axes and chapters drawn at random, for the properties every one of them must have."""

from __future__ import annotations

from hypothesis import strategies as st

from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis

SCALES = ("lecture", "log", "true")
STORY = (-1 / 6, 0.0, 40 / 60, 4.0, 24.0, 168.0, 672.0)


def chapter(name: str, start: float, end: float, share: float = 1.0) -> Chapter:
    return Chapter(id=name, title=name, start=start, end=end, text="", share=share)


def story() -> tuple[Chapter, ...]:
    """Six chapters from ten minutes before a dose to four weeks after it."""
    spans = zip(STORY, STORY[1:], (1, 2, 3, 3, 2, 2), strict=False)
    return tuple(chapter(f"c{i}", *span) for i, span in enumerate(spans))


@st.composite
def chapters(draw: st.DrawFn) -> tuple[Chapter, ...]:
    """Chapters in any order, with gaps and overlaps."""
    hour = st.floats(-2, 700)
    told: list[Chapter] = []
    for i in range(draw(st.integers(0, 6))):
        start = draw(hour)
        share = draw(st.floats(0.1, 10))
        told.append(chapter(f"c{i}", start, start + draw(st.floats(0.02, 400)), share))
    return tuple(told)


@st.composite
def axes(draw: st.DrawFn) -> Axis:
    """Axes of all three scales over spans of a minute to half a year."""
    start = draw(st.floats(-2, 50))
    end = start + draw(st.floats(1 / 60, 4400))
    return Axis.of(draw(st.sampled_from(SCALES)), draw(chapters()), start, end)


def share() -> st.SearchStrategy[float]:
    """A place on the axis."""
    return st.floats(0, 1)
