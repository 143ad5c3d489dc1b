"""The whole picture: heading, diagram and legend, a pure function of frame and phase."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from drawing import Recorded, painted
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from small import CORE, citations, frame, small

from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import NIGHT, PAPER, THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.lighting import lighted
from pathway_viewer.scene.picture import Picture, Setting, composed, moment, numbered, paint_paper
from pathway_viewer.scene.sheet import placed
from pathway_viewer.timeline.frame import Frame, frame_at

pytestmark = pytest.mark.usefixtures("qapp")

PAGE = QRectF(0, 0, 800, 500)
CLOCK = "Human clock"


def picture(setting: Setting | None = None, page: QRectF = PAGE, theme=PAPER) -> Picture:
    return composed(laid_out(small(), CORE), theme, page, setting or Setting(CLOCK))


def moving(one: Picture, what: Frame, phase: float | None = 0.0) -> QImage:
    return painted(lambda p: one.paint_moving(p, what, phase, Lettering()), 800, 500)


def still_texts(one: Picture) -> list[str]:
    recorded = Recorded()
    painted(lambda p: one.paint_still(p, recorded))
    return recorded.texts


def moving_texts(one: Picture, what: Frame) -> Recorded:
    recorded = Recorded()
    painted(lambda p: one.paint_moving(p, what, 0.0, recorded), 800, 500)
    return recorded


@pytest.mark.parametrize("size", [(320, 220), (800, 500), (1280, 800), (1000, 2000)])
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_heading_diagram_and_legend_are_below_each_other_on_the_page(theme, size):
    page = QRectF(10, 20, *size)
    one = picture(page=page, theme=theme)
    sheet = one.sheet
    canvas = sheet.mapped(QRectF(0, 0, sheet.diagram.width, sheet.diagram.height))
    assert page.contains(one.heading)
    assert page.adjusted(-1, -1, 1, 1).contains(one.legend_box.adjusted(0, -1, 0, 1))
    assert one.heading.bottom() <= canvas.top()
    assert canvas.bottom() <= one.legend_box.top() + 1e-6
    assert page.left() <= canvas.left()
    assert canvas.right() <= page.right()


def test_without_a_legend_the_diagram_has_its_room():
    one, bare = picture(), picture(Setting(CLOCK, legend=False))
    assert bare.legend == ()
    assert bare.sheet.k > one.sheet.k
    assert "raises" not in still_texts(bare)


def test_the_still_part_names_places_and_signs_and_numbers():
    numbers = numbered(laid_out(small(), CORE), PAPER, {"drug": (7, 12)})
    texts = still_texts(picture(Setting(CLOCK, numbers)))
    assert {"Cell", "raises", "lowers", "needed for", "7 12"} <= set(texts)
    assert "goes with" not in texts


def test_without_numbers_none_is_drawn():
    assert numbered(laid_out(small(), CORE), PAPER, {}) == ()
    numbers = numbered(laid_out(small(), CORE), PAPER, citations(small()))
    with_them, plain = still_texts(picture(Setting(CLOCK, numbers))), still_texts(picture())
    legend = 2  # how a number stands there, and what it means
    assert len(with_them) == len(numbers) + len(plain) + legend


def test_the_heading_says_when_what_and_whose_clock():
    texts = moving_texts(picture(), frame(small(), time=2.0)).texts
    assert {*texts[-5:]} == {"2 h", "after the dose", "The pulse", CLOCK, "The relay rises."}


@pytest.mark.parametrize("page_width", [320, 800, 1280, 1920])
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_a_long_caption_stays_between_the_moment_and_the_clock(theme, page_width: int):
    long = replace(frame(small(), time=2.5), caption="A caption of words. " * 40)
    one = picture(theme=theme, page=QRectF(0, 0, page_width, page_width * 0.6))
    heading = heading_of(one, long)
    assert any(text.endswith("…") for text in heading.texts)
    card = one.heading.adjusted(-1, -1, 1, 1)
    assert all(card.contains(box) for box in heading.inks)
    for first, second in combinations([box.adjusted(0, 2, 0, -2) for box in heading.inks], 2):
        assert not first.intersects(second)


def heading_of(one: Picture, what: Frame) -> Recorded:
    recorded = Recorded()
    painted(lambda p: one.paint_heading(p, what, recorded))
    return recorded


@pytest.mark.parametrize("size", [(951, 597), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_every_caption_of_the_flagship_is_read_whole(flagship, told, theme, size):
    clock = flagship.clock(flagship.scenarios[0]).label
    diagram = laid_out(flagship, frozenset({flagship.layers[0].id}))
    one = composed(diagram, theme, QRectF(0, 0, *size), Setting(clock))
    for what in told:
        assert what.caption in " ".join(heading_of(one, what).texts)


@pytest.fixture(scope="module")
def told(flagship: Pathway) -> list[Frame]:
    """A frame for each caption of the flagship's first scenario."""
    course = solve(flagship, Conditions(flagship.scenarios[0].id))
    times = [*np.linspace(-0.2, 3, 40), *np.geomspace(3, course.end, 40)]
    frames = [frame_at(flagship, course, float(t)) for t in times]
    return list({what.caption: what for what in frames}.values())


def test_every_node_shows_its_own_word():
    words = ("drugged", "braked", "relayed", "out", "hidden")
    texts = moving_texts(picture(), replace(frame(small()), words=words)).texts
    assert set(words) - set(texts) == {"hidden"}


def test_the_same_frame_is_the_same_picture():
    what = frame(small(), {"relay": 0.7})
    assert moving(picture(), what, 1.5) == moving(picture(), what, 1.5)


def test_another_change_another_flow_or_another_phase_is_another_picture():
    one, what = picture(), frame(small(), {"relay": 0.7})
    first = moving(one, what, 1.5)
    assert moving(one, frame(small(), {"relay": 0.2}), 1.5) != first
    assert moving(one, frame(small(), {"relay": 0.7}, flow=1.0), 1.5) != first
    assert moving(one, what, 1.9) != first


def test_without_a_phase_no_particle_is_painted():
    one = picture()
    strong, none = frame(small(), flow=1.0), frame(small(), flow=0.0)
    assert moving(one, strong, None) == moving(one, none, 0.0)
    assert moving(one, strong, 0.0) != moving(one, none, 0.0)


@pytest.mark.parametrize("legend", [True, False])
def test_zoomed_in_the_diagram_is_cut_off_at_heading_and_legend(legend: bool):
    one = picture(Setting(CLOCK, legend=legend))
    sheet = placed(one.sheet.diagram, PAPER, 3.0, -300, -400)
    near = replace(one, sheet=sheet, light=lighted(sheet, frozenset()))
    image = painted(lambda p: near.paint_still(p, Lettering(), zoomed=True), 800, 500)
    plain = painted(
        lambda p: replace(near, legend=one.legend).paint_still(p, Lettering()), 800, 500
    )
    strip = one.heading.toRect()
    assert {image.pixelColor(x, 15).name() for x in range(0, 800, 7)} == {"#ffffff"}
    assert plain.copy(strip) != image.copy(strip)
    assert one.field.top() > one.heading.bottom()
    if legend:
        assert one.field.bottom() < one.legend_box.top()


def test_the_paper_is_the_theme_s():
    image = painted(lambda p: paint_paper(p, PAGE, NIGHT))
    assert image.pixelColor(400, 200).name() == NIGHT.background


@pytest.mark.parametrize(
    ("hours", "origin", "text"),
    [
        (0.0, "the dose", "At the dose"),
        (0.008, "the dose", "At the dose"),
        (-0.5, "the dose", "30 min before the dose"),
        (2.0, "the dose", "2 h after the dose"),
        (24.0 * 3, "the first train", "3 d after the first train"),
        (0.0, "", "At the start"),
        (2.0, "", "2 h in"),
        (-0.5, "", "30 min before the start"),
    ],
)
def test_the_moment_in_words(hours: float, origin: str, text: str):
    assert moment(hours, origin) == text
