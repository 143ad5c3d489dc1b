"""The timeline bar: it shows what the course says, and asks for what the user means."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QMouseEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import PAPER, THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.lanes import (
    changes_along,
    heat_strip,
    shades,
    shares_along,
    times_along,
)
from pathway_viewer.widgets.ruler import fitted
from pathway_viewer.widgets.timeline_bar import TimelineBar


def test_the_lanes_are_the_files(bar: TimelineBar) -> None:
    assert bar.chart.lanes() == ("drug", "brake", "relay", "outcome")
    assert bar.chart.moment() == "2 h after the dose"
    assert bar.chart.accessibleName() == "Timeline"
    assert bar.chart.accessibleDescription() == "2 h after the dose"


def test_dragging_anywhere_asks_for_the_time_under_the_pointer(
    bar: TimelineBar, qtbot: QtBot, playback: Playback
) -> None:
    asked: list[float] = []
    bar.chart.seek_requested.connect(asked.append)
    where = bar.chart.where()
    for y in (5, 30, round(where.lane(1).center().y()), round(where.ruler_top) + 6):
        x = where.left + where.span // 3
        qtbot.mouseClick(bar.chart, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        assert asked.pop() == pytest.approx(playback.axis.time(where.position(x)))
    x = where.left + where.span // 2
    qtbot.mouseMove(bar.chart, QPoint(x, 30))
    assert asked == [], "the pointer moved without a button"
    drag(bar.chart, QPoint(x, 30))
    assert asked == [pytest.approx(playback.axis.time(where.position(x)))]
    drag(bar.chart, QPoint(5000, 30))
    assert asked.pop() == playback.axis.end


def drag(widget: QWidget, to: QPoint) -> None:
    """A move with the left button held."""
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    at = QPointF(to)
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, left, none
    )
    QGuiApplication.sendEvent(widget, move)


def test_keys_step_and_other_keys_go_on(bar: TimelineBar, qtbot: QtBot) -> None:
    steps: list[int] = []
    bar.chart.step_requested.connect(steps.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_A):
        qtbot.keyClick(bar.chart, key)
    assert steps == [-1, 1]


def test_a_lanes_name_selects_its_node(bar: TimelineBar, qtbot: QtBot) -> None:
    where = bar.chart.where()
    y = round(where.lane(2).center().y())
    with qtbot.waitSignal(bar.chart.selection_requested) as heard:
        qtbot.mousePress(bar.chart, Qt.MouseButton.LeftButton, pos=QPoint(where.left - 20, y))
    assert heard.args == ["relay"]


def test_the_tool_tip_reads_a_lane(bar: TimelineBar, course: Course, playback: Playback) -> None:
    where = bar.chart.where()
    x = where.x(playback.axis.position(6.0))
    said = bar.chart.reading(QPointF(x, where.lane(2).center().y()))
    change = course.changes(playback.axis.time(where.position(x)))[2]
    assert said.startswith("Relay, 6 h after the dose: ")
    assert f"{abs(change):.2f} of full range, human clock" in said
    head = bar.chart.reading(QPointF(x, 12))
    assert head.startswith("The long middle of it: from 1 h after the dose")
    assert bar.chart.reading(QPointF(x, where.doses_top - 4)) == ""
    assert "largest change" in bar.chart.reading(QPointF(40, 8)), "what the colours mean"


def test_a_strip_is_the_course_in_colours(course: Course, playback: Playback) -> None:
    times = times_along(playback.axis, 500)
    changes = changes_along(course, "relay", times)
    strip = heat_strip(changes, shades(PAPER))
    assert (strip.width(), strip.height()) == (500, 1)
    top = int(np.argmax(changes))
    want = QColor(PAPER.level_color(float(changes[top])))
    got = strip.pixelColor(top, 0)
    assert max(abs(got.red() - want.red()), abs(got.blue() - want.blue())) <= 3
    assert changes[top] == pytest.approx(course.change_series("relay").max(), abs=0.02)


def test_what_is_given_at_once_does_not_colour_the_time_before_it(pathway: Pathway) -> None:
    clocks = tuple(msgspec.structs.replace(clock, absorption=0.0) for clock in pathway.clocks)
    sudden = msgspec.structs.replace(pathway, clocks=clocks)
    course = solve(sudden, Conditions("single", doses=(Dose(amount=0.5),)))
    assert course.change_series("drug")[0] > 0.5, "the first row stands after the dose"
    times = np.array([-1.0, -1e-6, 0.0, 1e-3])
    np.testing.assert_array_equal(
        changes_along(course, "drug", times) > 0, [False, False, True, True]
    )
    np.testing.assert_allclose(changes_along(course, "drug", times[:2]), 0)


def test_only_the_head_is_repainted_while_playing(
    bar: TimelineBar, qtbot: QtBot, playback: Playback, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitExposed(bar)
    bar.grab()
    asked: list[QRegion] = []
    monkeypatch.setattr(bar.chart, "update", lambda *rect: asked.append(QRegion(*rect)))
    bar.chart.set_playback(replace(playback, time=2.5, playing=True))
    everything = QRegion()
    for region in asked:
        everything += region
    assert not everything.isEmpty()
    area = sum(rect.width() * rect.height() for rect in everything)
    assert area < 0.1 * bar.chart.width() * bar.chart.height()
    asked.clear()
    bar.chart.set_playback(replace(playback, time=2.5, playing=True, speed=2.0))
    assert asked == [], "the same time needs no paint"


def test_no_time_is_lost_before_the_levels_are_known(
    qtbot: QtBot, pathway: Pathway, playback: Playback
) -> None:
    bar = TimelineBar(PAPER)
    qtbot.addWidget(bar)
    bar.chart.set_pathway(pathway)
    bar.set_run(None, (), "human clock")
    bar.set_playback(playback)
    bar.resize(600, 200)
    assert not bar.grab().isNull()
    where = bar.chart.where()
    assert bar.chart.reading(QPointF(where.left + 50, where.lane(0).center().y())) == ""


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_theme_and_size_paints(bar: TimelineBar, theme) -> None:
    bar.chart.set_theme(theme)
    bar.chart.set_selection("relay")
    for width in (330, 700, 1900):
        bar.resize(width, 260)
        image = bar.grab().toImage()
        assert image.width() == width


def test_every_scale_names_itself(bar: TimelineBar, pathway: Pathway, playback: Playback) -> None:
    names = set[str]()
    for scale in ("lecture", "log", "true"):
        axis = Axis.of(scale, playback.chapters, playback.axis.start, playback.axis.end)
        bar.set_playback(replace(playback, axis=axis))
        names.add(bar.chart._story.scale_name)
    assert names == {"lecture scale", "logarithmic scale", "true scale"}


def test_chapter_names_take_the_room_there_is(qapp: QApplication) -> None:
    metrics = QFontMetricsF(qapp.font())
    title = "The long middle of it"
    assert fitted(title, metrics, 1000) == title
    shorter = fitted(title, metrics, metrics.horizontalAdvance("The long middle") + 1)
    assert shorter == "The long middle"
    assert fitted("Incomprehensibilities", metrics, 60).endswith("…")
    assert fitted(title, metrics, 4) == ""


def test_the_transport_tells_the_chapter_and_the_length(
    bar: TimelineBar, playback: Playback
) -> None:
    labels = {label.text() for label in bar.transport.findChildren(type(bar.transport._chapter))}
    assert "The long middle of it" in labels
    assert "chapter 2 of 3  ·  whole story in 1 min" in labels
    bar.set_playback(replace(playback, speed=4.0))
    assert bar.transport._length.text() == "chapter 2 of 3  ·  whole story in 15 s"


def test_a_lane_shows_shares_of_its_own_peak(course: Course) -> None:
    times = course.times
    (shares,) = shares_along((course,), "relay", times)
    changes = changes_along(course, "relay", times)
    assert np.abs(shares).max() == pytest.approx(1)
    largest = np.abs(changes).max()
    np.testing.assert_allclose(shares * largest, changes, atol=1e-12)


@pytest.mark.parametrize("peak", [0.02, 0.06, 0.15, 0.2, 0.5, 1.0])
def test_what_hardly_moves_stays_pale_in_proportion(course: Course, peak: float) -> None:
    column = course.node_index["relay"]
    rest, states = course.rest[column], course.states.copy()
    room = max(rest, 1 - rest)
    size = peak * room / np.abs(states[:, column] - rest).max()
    states[:, column] = rest + (states[:, column] - rest) * size
    (shares,) = shares_along((replace(course, states=states),), "relay", course.times)
    assert np.abs(shares).max() == pytest.approx(min(peak / 0.2, 1.0))


def test_the_tool_tip_of_a_lane_says_how_high_it_goes(bar: TimelineBar, course: Course) -> None:
    where = bar.chart.where()
    said = bar.chart.reading(QPointF(where.left + 5, where.lane(2).center().y()))
    assert said.splitlines()[1] == f"Largest here: +{course.change_series('relay').max():.2f}"


def test_another_run_has_the_lower_half_of_every_lane(
    bar: TimelineBar, pathway: Pathway, course: Course, playback: Playback
) -> None:
    blocked = solve(
        pathway,
        Conditions("single", perturbations=(Perturbation(kind="block", target="relay"),)),
    )
    chart = bar.chart
    at = QPointF(chart.where().x(playback.position), chart.where().lane(2).center().y())
    alone = chart.grab().toImage()
    chart.set_ghost(Ghost(blocked, "without the relay", ("A", "B")))
    beside = chart.grab().toImage()
    box, x = chart.where().lane(2), round(chart.where().x(0.4))
    upper, lower = round(box.top() + box.height() / 4), round(box.bottom() - box.height() / 4)
    assert beside.pixelColor(x, upper) == alone.pixelColor(x, upper)
    assert beside.pixelColor(x, lower) == QColor(PAPER.rest)
    assert beside.pixelColor(x, lower) != alone.pixelColor(x, lower)
    assert "Below it: 0.00, without the relay" in chart.reading(at)
    chart.set_ghost(None)
    assert chart.grab().toImage() == alone


def test_strips_of_two_runs_share_one_scale(pathway: Pathway, course: Course) -> None:
    rat = solve(pathway, Conditions("rat"))
    times = np.linspace(0, 24, 200)
    both = shares_along((course, rat), "relay", times)
    assert max(float(np.abs(one).max()) for one in both) == pytest.approx(1, abs=0.01)
    ratio = np.abs(changes_along(rat, "relay", times)).max() / np.abs(both[1]).max()
    assert np.abs(both[0]).max() * ratio == pytest.approx(
        np.abs(changes_along(course, "relay", times)).max()
    )
