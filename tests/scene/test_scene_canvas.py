"""What the diagram shows after each thing it is told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot
from screens import ALL, canvas_point, grabbed
from small import CORE, EDGES, frame, small

from pathway_viewer.look.theme import NIGHT
from pathway_viewer.scene import canvas
from pathway_viewer.scene.picture import composed
from pathway_viewer.scene.view import DiagramView


def test_the_same_frame_paints_the_same_picture(view: DiagramView):
    first = grabbed(view)
    view.show_frame(frame(small(), {"relay": 0.9}))
    assert grabbed(view) != first
    view.show_frame(frame(small()))
    assert grabbed(view) == first


def test_the_phase_moves_the_particles_but_not_with_reduced_motion(view: DiagramView):
    first = grabbed(view)
    view.set_phase(0.7)
    moved = grabbed(view)
    assert moved != first
    view.set_reduced_motion(True)
    still = grabbed(view)
    view.set_phase(1.9)
    assert grabbed(view) == still != moved


def test_reduced_motion_paints_no_particles(view: DiagramView):
    view.set_reduced_motion(True)
    view.show_frame(frame(small(), flow=1.0))
    strong = grabbed(view)
    view.show_frame(frame(small(), flow=0.0))
    assert grabbed(view) == strong


def test_every_painting_is_told(qtbot: QtBot, view: DiagramView):
    with qtbot.waitSignal(view.painted, timeout=2000):
        view.show_frame(frame(small(), {"relay": 0.4}))


def test_a_resize_composes_anew(view: DiagramView):
    small_box = view.box_of("relay")
    view.resize(640, 400)
    box = view.box_of("relay")
    assert small_box is not None
    assert box is not None
    assert box.width() < small_box.width() * 0.7
    assert view.rect().toRectF().contains(box)
    view.resize(1280, 800)
    assert view.box_of("relay") == small_box


def test_another_layer_moves_no_node(view: DiagramView):
    def on_canvas(id: str) -> tuple[float, float]:
        return canvas_point(view, view.point_of(id))

    before = {id: on_canvas(id) for id in view.node_order()}
    view.set_pathway(small(), ALL)
    assert "extra" in view.node_order()
    for id, place in before.items():
        assert on_canvas(id) == pytest.approx(place)


def test_another_layer_keeps_zoom_and_frame_and_another_pathway_does_not(view: DiagramView):
    pathway = small()
    view.set_pathway(pathway, CORE)
    view.zoom_in()
    view.set_pathway(pathway, ALL)
    assert view.zoom == 1.25
    assert view.frame() is not None
    view.set_pathway(small(pathway.nodes[:2], pathway.edges[:1], id="other"), CORE)
    assert view.zoom == 1
    assert view.frame() is None
    assert not grabbed(view).isNull()


def test_a_theme_a_clock_numbers_and_a_legend_change_the_picture(view: DiagramView):
    pictures = [grabbed(view)]
    view.set_theme(NIGHT)
    pictures.append(grabbed(view))
    view.set_clock("Rodent clock")
    pictures.append(grabbed(view))
    view.set_numbers({"relay": (3,)})
    pictures.append(grabbed(view))
    view.set_numbers({})
    pictures.append(grabbed(view))
    view.set_legend(False)
    pictures.append(grabbed(view))
    assert all(one != two for one, two in pairwise(pictures))
    assert pictures[4] == pictures[2]
    assert pictures[1].pixelColor(2, 400).name() == NIGHT.background


def test_the_selection_and_its_arrows_are_marked(view: DiagramView):
    before = grabbed(view)
    view.set_selection("relay")
    on_node = grabbed(view)
    view.set_selection("brake__relay")
    on_arrow = grabbed(view)
    assert before != on_node != on_arrow != before
    assert view.selected() == "brake__relay"
    view.set_selection("")
    assert grabbed(view) == before


def test_a_frame_of_other_arrows_is_not_painted(view: DiagramView):
    view.set_pathway(small(edges=EDGES[:2]), CORE)
    assert view.frame() is None
    assert not grabbed(view).isNull()


def test_several_changes_are_composed_once(view: DiagramView, monkeypatch: pytest.MonkeyPatch):
    made: list[object] = []
    monkeypatch.setattr(canvas, "composed", lambda *given: made.append(given) or composed(*given))
    view.set_theme(NIGHT)
    view.set_numbers({"relay": (3,)})
    view.set_clock("Rodent clock")
    view.resize(700, 500)
    grabbed(view)
    grabbed(view)
    assert len(made) == 1
