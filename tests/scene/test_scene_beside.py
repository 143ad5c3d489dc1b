"""Beside a frame: the ghost's line on each bar, a badge on what is changed, and their legend."""

from __future__ import annotations

import numpy as np
import pytest
from drawing import painted
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from small import CORE, frame, small

from pathway_viewer.look.theme import PAPER, THEMES, contrast
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.scene.beside import NOTHING, Beside, signs_of
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.legend import Shown, legend_of
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.picture import Picture, Setting, composed
from pathway_viewer.scene.sprites import Sprites

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def picture(qapp: object) -> Picture:
    return composed(laid_out(small(), CORE), PAPER, QRectF(0, 0, 800, 500), Setting())


def ghost(change: float) -> Beside:
    return Beside(np.full(len(small().nodes), change))


def moving(picture: Picture, beside: Beside) -> QImage:
    def paint(painter: QPainter) -> None:
        picture.paint_moving(painter, frame(small()), None, Lettering(), beside)

    return painted(paint, 800, 500)


def test_a_ghost_is_seen_only_where_it_differs(picture: Picture) -> None:
    plain = moving(picture, NOTHING)
    assert moving(picture, ghost(0.0)) == plain
    assert moving(picture, ghost(0.5)) != plain
    assert moving(picture, ghost(0.5)) != moving(picture, ghost(-0.5))


def test_a_ghost_stands_where_the_level_would_be(picture: Picture) -> None:
    bar = picture.sheet.nodes[0].bar
    seen = moving(picture, ghost(0.6))
    beside = round(bar.left() - bar.width() * 0.4)
    y = round(bar.center().y() - bar.height() / 2 * 0.6)
    dark = [row for row in range(round(bar.top()), round(bar.bottom())) if ink(seen, beside, row)]
    assert dark
    assert min(abs(row - y) for row in dark) <= 1
    assert max(abs(row - y) for row in dark) <= 3


def ink(image: QImage, x: int, y: int) -> bool:
    return QColor(image.pixel(x, y)).lightness() < 110


def test_sprites_paint_the_same_ghost(picture: Picture) -> None:
    sprites = Sprites(picture, 1.0)

    def kept(beside: Beside) -> QImage:
        return painted(lambda p: sprites.paint(p, frame(small()), None, beside), 800, 500)

    first = kept(ghost(0.5))
    assert kept(NOTHING) != first
    assert kept(ghost(0.5)) == first


def test_badges_are_seen_on_nodes_and_arrows(picture: Picture) -> None:
    plain = moving(picture, NOTHING)
    node = picture.sheet.nodes[0].shape.node.id
    arrow = picture.sheet.arrows[0].shape.edge.id
    seen = [moving(picture, Beside(None, ((str(id), "shut"),))) for id in (node, arrow)]
    assert plain not in seen
    assert seen[0] != seen[1]
    signs = [moving(picture, Beside(None, ((str(node), sign),))) for sign in ("held", "scaled")]
    assert signs[0] != signs[1]
    assert seen[0] not in signs


def test_what_shuts_a_part_counts_most() -> None:
    done = [
        Perturbation(kind="block", target="a"),
        Perturbation(kind="scale", target="a", value=0.5),
        Perturbation(kind="clamp", target="b", value=0.5),
        Perturbation(kind="cut", target="c"),
    ]
    expected = {"a": "shut", "b": "held", "c": "shut"}
    assert dict(signs_of(done)) == dict(signs_of(reversed(done))) == expected


def test_the_legend_tells_what_is_there_and_no_more() -> None:
    shown = Shown.in_diagram(laid_out(small(), CORE), PAPER)
    plainly = legend_of(shown, PAPER)
    changed = legend_of(shown, PAPER, ghost=True, signs=frozenset({"held", "shut"}))
    told = [entry.text for group in changed[len(plainly) :] for entry in group]
    assert told == ["level without the change", "blocked or cut", "held"]
    plain = composed(laid_out(small(), CORE), PAPER, QRectF(0, 0, 800, 500), Setting())
    more = composed(laid_out(small(), CORE), PAPER, QRectF(0, 0, 800, 500), Setting(ghost=True))
    assert len(more.legend) == len(plain.legend) + 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_a_badge_reads_in_every_theme(theme) -> None:
    assert contrast(theme.accent, theme.on_accent) >= 3
    assert contrast(theme.accent, theme.background) >= 3
