"""The timeline's rows by number: nothing covers a name, and everything on it is seen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.adapting import TEXT_SIZES, TextSize, adapted
from pathway_viewer.look.theme import THEMES, ThemeId, contrast
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.timeline.axis import SCALE_LABELS, Axis, ScaleId
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.chart_geometry import DOSES, LEAST_LANE, ChartGeometry
from pathway_viewer.widgets.chart_hover import label_box
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.ruler import fitted, placed_ticks
from pathway_viewer.widgets.timeline_bar import TimelineBar

PLACES = np.linspace(0, 1, 41).tolist()


def scaled(playback: Playback, scale: ScaleId) -> Playback:
    """The same play head on another axis."""
    axis = Axis.of(scale, playback.chapters, playback.axis.start, playback.axis.end)
    return replace(playback, axis=axis)


def at(playback: Playback, place: float) -> Playback:
    """The play head at a place of the axis."""
    return playback.seek(playback.axis.time(place))


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("scale", SCALE_LABELS)
def test_the_label_of_the_head_covers_nothing(
    bar: TimelineBar, playback: Playback, size: TextSize, scale: ScaleId
) -> None:
    bar.chart.set_theme(adapted("paper", size))
    bar.resize(1000, 400)
    head = scaled(playback, scale)
    for place in PLACES:
        bar.set_playback(now := at(head, place))
        where, label = bar.chart.where(), QRectF(bar.chart._head_of(now).label)
        chapters = where.chapter(0.0, 1.0)
        doses = QRectF(where.left, where.doses_top, where.span, DOSES)
        assert not label.intersects(chapters)
        assert not label.intersects(doses)
        assert not label.intersects(where.key().adjusted(0, 0, -2, 0)), "what the colours mean"
        assert QRectF(bar.chart.rect()).contains(label)


@pytest.mark.parametrize("scale", SCALE_LABELS)
@pytest.mark.parametrize("width", [400, 640, 1000, 1280, 1920, 3840])
def test_ticks_never_collide_nor_leave_the_chart(
    bar: TimelineBar, playback: Playback, scale: ScaleId, width: int
) -> None:
    bar.resize(width, 240)
    bar.set_playback(scaled(playback, scale))
    story, where = bar.chart._story, bar.chart.where()
    assert story.axis is not None
    metrics = QFontMetricsF(story.font(bar.chart.font()))
    ticks = placed_ticks(where, story.axis, metrics, story.zero)
    spans = [(left, left + metrics.horizontalAdvance(said)) for _, left, said in ticks if said]
    assert len(spans) >= 2
    assert all(end + 6 < start for (_, end), (start, _) in pairwise(spans))
    assert spans[-1][1] <= width - 4
    name = where.left - 16 - where.gutter + metrics.horizontalAdvance(story.scale_name)
    assert spans[0][0] > name, "the first does not touch the name of the scale"
    assert ticks[-1][2], "the last one is named"


@pytest.mark.parametrize("height", range(80, 420, 20))
@pytest.mark.parametrize("letters", [11.0, 13.0, 16.5, 22.0])
def test_lanes_are_never_lower_than_their_names(height: int, letters: float) -> None:
    lanes = ChartGeometry.folded(height, 9, letters)
    where = ChartGeometry(1000, height, 120, lanes, letters)
    assert lanes == 0 or lanes >= 3
    if lanes:
        assert where.lane_height >= LEAST_LANE * letters - 1e-6
        assert where.ruler_top + letters < height
    for index in range(lanes - 1):
        assert where.lane(index).bottom() < where.lane(index + 1).top()


def hover(bar: TimelineBar, point: QPointF) -> None:
    """Moves the pointer, with no button down."""
    none = Qt.KeyboardModifier.NoModifier
    there = bar.chart.mapToGlobal(point)
    button, buttons = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, point, there, button, buttons, none)
    QGuiApplication.sendEvent(bar.chart, event)


def test_the_value_under_the_pointer_is_told_beside_it(
    bar: TimelineBar, course: Course, playback: Playback
) -> None:
    before = bar.chart.grab().toImage()
    where = bar.chart.where()
    point = QPointF(where.x(playback.axis.position(6.0)), where.lane(2).center().y())
    hover(bar, point)
    change = course.changes(playback.axis.time(where.position(point.x())))[2]
    first, second = bar.chart.hovered().splitlines()
    assert first.startswith(f"Relay  +{change:.2f}, ")
    assert first.endswith("% of its peak")
    assert second == "6 h after the dose"
    assert bar.chart.grab().toImage() != before
    QApplication.sendEvent(bar.chart, QEvent(QEvent.Type.Leave))
    assert bar.chart.hovered() == ""
    hover(bar, QPointF(where.left + 50, 5))
    assert bar.chart.hovered() == "", "chapters have a tool tip"
    hover(bar, QPointF(where.left + 2, where.lane(2).center().y()))
    assert bar.chart.hovered().splitlines()[0] == "Relay  at rest"


def test_the_value_of_the_other_run_is_told_too(bar: TimelineBar, pathway: Pathway) -> None:
    push = Perturbation(kind="block", target="relay")
    blocked = solve(pathway, Conditions("single", perturbations=(push,)))
    bar.chart.set_ghost(Ghost(blocked, "without the relay", ("A", "B")))
    where = bar.chart.where()
    hover(bar, QPointF(where.x(0.6), where.lane(2).center().y()))
    assert bar.chart.hovered().splitlines()[2] == "below: at rest, without the relay"


@pytest.mark.parametrize("x", [140.0, 500.0, 990.0])
@pytest.mark.parametrize("lane", range(4))
def test_the_label_beside_the_pointer_leaves_its_lane_free(
    bar: TimelineBar, x: float, lane: int
) -> None:
    where = bar.chart.where()
    point = QPointF(x, where.lane(lane).center().y())
    box = label_box(where, point, (260.0, 36.0))
    assert not box.intersects(where.lane(lane))
    assert QRectF(bar.chart.rect()).contains(box)


def test_a_chapter_with_no_room_for_words_has_its_number(qapp: QApplication) -> None:
    metrics = QFontMetricsF(qapp.font())
    assert fitted("Incomprehensible", metrics, 14, "4") == "4"
    assert fitted("Incomprehensible", metrics, -7, "4") == ""


def along(image: QImage, y: float, first: float, last: float) -> list[str]:
    """Colours of a row of pixels."""
    return [image.pixelColor(x, round(y)).name() for x in range(round(first), round(last))]


@pytest.mark.parametrize("theme", THEMES)
def test_the_head_is_seen_on_every_strip(
    bar: TimelineBar, playback: Playback, theme: ThemeId
) -> None:
    bar.chart.set_theme(THEMES[theme])
    for place in (0.1, 0.35, 0.5, 0.8):
        bar.set_playback(now := at(playback, place))
        image, where = bar.chart.grab().toImage(), bar.chart.where()
        for lane in range(where.lanes):
            x, y = where.x(now.position), where.lane(lane).center().y()
            row = along(image, y, x - 3, x + 3)
            beside = max(contrast(a, b) for a, b in pairwise(row))
            assert beside >= 3, (place, lane, row)


@pytest.mark.parametrize("theme", THEMES)
def test_chapters_doses_and_names_stand_out(bar: TimelineBar, theme: ThemeId) -> None:
    bar.chart.set_theme(THEMES[theme])
    bar.chart.set_playback(at(bar.chart._playback, 0.99))
    image, where = bar.chart.grab().toImage(), bar.chart.where()

    def clearest(box: QRectF) -> float:
        rows = range(int(box.top()) + 2, int(box.bottom()) - 2)
        colors = {c for y in rows for c in along(image, y, box.left() + 2, box.right() - 2)}
        ground = image.pixelColor(int(box.left()) + 3, int(box.top()) + 3).name()
        return max(contrast(color, ground) for color in colors)

    assert clearest(where.chapter(0.0, 1.0)) >= 4.5
    dose = QRectF(where.left, where.doses_top - 3, where.span / 2, DOSES + 4)
    assert clearest(dose) >= 3
    for lane in range(where.lanes):
        assert clearest(where.label(lane)) >= 4.5
