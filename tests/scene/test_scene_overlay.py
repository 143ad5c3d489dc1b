"""What a run adds to the diagram: parts of hidden layers, arrows weakened or absent."""

from __future__ import annotations

import msgspec
import pytest
from drawing import painted
from PySide6.QtCore import QRectF
from small import CANVAS, CORE, NODES, edge, node, small

from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import PAPER, THEMES, contrast
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.model.story import Rival
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.legend import Shown, legend_of
from pathway_viewer.scene.overlay import NOTHING, Overlay, rivals_on
from pathway_viewer.scene.painting import paint_arrow, standing_color
from pathway_viewer.scene.sheet import fit

pytestmark = pytest.mark.usefixtures("qapp")

USUAL = Conditions("")
FAR = node("far", "detail")
EDGES = (
    edge("drug", "brake", "inhibits"),
    edge("brake", "relay", "inhibits"),
    edge("relay", "outcome"),
    edge("drug", "extra"),
    edge("extra", "far"),
    edge("far", "outcome"),
)


@pytest.fixture
def pathway() -> Pathway:
    """`usual` is on and adds a core arrow; `other` is off, runs by hidden nodes and weakens."""
    rivals = (
        Rival(id="usual", label="Usual", text="It is.", adds=("drug__brake",), on=True),
        Rival(
            id="other",
            label="Other",
            text="It is not.",
            adds=("far__outcome",),
            weakens=("brake__relay",),
        ),
    )
    return msgspec.structs.replace(small((*NODES, FAR), EDGES), rivals=rivals)


def drawn(pathway: Pathway, overlay: Overlay) -> tuple[set[str], dict[str, str]]:
    """The nodes, and the arrows with their standing."""
    diagram = laid_out(pathway, CORE, overlay)
    nodes = {str(shape.node.id) for shape in diagram.nodes}
    return nodes, {str(shape.edge.id): shape.standing for shape in diagram.arrows}


def test_as_the_file_has_it_the_layers_decide(pathway: Pathway) -> None:
    nodes, arrows = drawn(pathway, Overlay.of(pathway, USUAL))
    assert (nodes, arrows) == drawn(pathway, NOTHING)
    assert "far" not in nodes
    assert set(arrows.values()) == {"whole"}


def test_a_rival_that_is_switched_on_shows_what_it_needs(pathway: Pathway) -> None:
    on = Conditions("", rivals=(("other", True),))
    nodes, arrows = drawn(pathway, Overlay.of(pathway, on))
    assert {"far", "extra"} <= nodes, "what leads to it is drawn as well"
    assert {"drug__extra", "extra__far", "far__outcome"} <= arrows.keys()
    assert arrows["brake__relay"] == "weakened"
    assert arrows["far__outcome"] == "whole"


def test_a_rival_that_is_switched_off_leaves_its_arrows_pale(pathway: Pathway) -> None:
    off = Conditions("", rivals=(("usual", False),))
    _, arrows = drawn(pathway, Overlay.of(pathway, off))
    assert arrows["drug__brake"] == "absent"


def test_in_a_shown_layer_the_arrows_of_a_rival_that_is_off_are_pale(pathway: Pathway) -> None:
    every = frozenset({"core", "detail"})
    diagram = laid_out(pathway, every, Overlay.of(pathway, USUAL))
    standings = {str(shape.edge.id): shape.standing for shape in diagram.arrows}
    assert standings["far__outcome"] == "absent"
    assert standings["extra__far"] == "whole"


def test_what_is_pushed_or_looked_at_is_drawn(pathway: Pathway) -> None:
    pushed = Conditions("", perturbations=(Perturbation(kind="block", target="extra"),))
    nodes, arrows = drawn(pathway, Overlay.of(pathway, pushed))
    assert "extra" in nodes
    assert "drug__extra" in arrows
    assert "far" not in nodes
    nodes, arrows = drawn(pathway, Overlay.of(pathway, USUAL, ("extra__far",)))
    assert {"extra", "far"} <= nodes
    assert "extra__far" in arrows
    assert "far__outcome" not in arrows, "an explanation that is off stays out"
    assert drawn(pathway, Overlay.of(pathway, USUAL, ("nothing like it",))) == drawn(
        pathway, NOTHING
    )


def test_nothing_moves_when_something_is_added(pathway: Pathway) -> None:
    on = Conditions("", rivals=(("other", True),))
    before = {shape.node.id: shape.box for shape in laid_out(pathway, CORE).nodes}
    after = laid_out(pathway, CORE, Overlay.of(pathway, on)).nodes
    assert all(shape.box == before.get(shape.node.id, shape.box) for shape in after)


def test_a_loop_of_hidden_nodes_ends(pathway: Pathway) -> None:
    nodes = (*NODES, FAR, node("loop", "detail"))
    loop = (*EDGES[:3], edge("far", "loop"), edge("loop", "far"))
    looped = small(nodes, loop)
    assert {"far", "loop"} <= drawn(looped, Overlay.of(looped, USUAL, ("far",)))[0]


def test_rivals_of_conditions_that_cannot_be_run_are_the_files(pathway: Pathway) -> None:
    assert rivals_on(pathway, Conditions("no such scenario")) == {"usual"}


def test_the_legend_says_weakened_and_off_only_where_they_are(pathway: Pathway) -> None:
    def legend(conditions: Conditions) -> set[str]:
        diagram = laid_out(pathway, CORE, Overlay.of(pathway, conditions))
        every = legend_of(Shown.in_diagram(diagram, PAPER), PAPER)
        return {entry.text for group in every for entry in group}

    weakened, off = "weakened by a rival", "rival switched off"
    assert not legend(USUAL) & {weakened, off}
    both = legend(Conditions("", rivals=(("other", True), ("usual", False))))
    assert {weakened, off} <= both


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_each_standing_looks_different(pathway: Pathway, theme) -> None:
    """By its strokes, not by its colour alone; and even the palest can be seen."""
    images = []
    for standing in ("whole", "weakened", "absent"):
        ids = frozenset({"brake__relay"})
        overlay = Overlay(**({standing: ids} if standing != "whole" else {}))
        sheet = fit(laid_out(pathway, CORE, overlay), theme, QRectF(0, 0, *CANVAS))
        arrow = next(one for one in sheet.arrows if one.shape.edge.id == "brake__relay")
        images.append(painted(lambda p, a=arrow, s=sheet: paint_arrow(p, a, s)))
    assert images[0] != images[1] != images[2] != images[0]
    assert contrast(standing_color(theme, "absent"), theme.background) >= 3


def test_what_the_layers_draw_anyway_makes_no_other_overlay(pathway: Pathway) -> None:
    """A click on a node that is there must not lay the diagram out anew."""
    for id in ("relay", "relay__outcome", "nothing like it"):
        assert Overlay.of(pathway, USUAL, (id,)).beyond(pathway, CORE).drawn == frozenset()
    for id in ("extra", "drug__extra"):
        assert Overlay.of(pathway, USUAL, (id,)).beyond(pathway, CORE).drawn == {id}
