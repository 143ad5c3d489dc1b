"""Nothing lies on anything, by what is painted: every pathway, theme, choice of layers and size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import pytest
from ink import collisions, texts_of
from PySide6.QtCore import QPointF, QRectF, QSizeF
from small import PATHWAYS, citations, frame

from pathway_viewer.look.theme import THEMES, ThemeId
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.near import Written, seen_near, small_text
from pathway_viewer.scene.overlay import NOTHING
from pathway_viewer.scene.picture import Picture, Setting, composed, filled, on_sheet
from pathway_viewer.scene.zoom import Zoom

pytestmark = pytest.mark.usefixtures("qapp")

CLOCK = "Human clock"

SIZES = ((1280, 720), (1280, 800), (1366, 768), (1920, 1080), (3840, 2160), (640, 470))
"""Of whole pictures; the last one is what panels on both sides leave of a small window."""

LAYERS = ("core", "detail", "rival", "clinic", "all")


@dataclass(frozen=True)
class Case:
    """One way to look at a pathway: its first layer, and with it another one or all."""

    pathway: str
    theme: ThemeId
    layers: str
    size: tuple[int, int]
    zoom: float = 1.0

    def __str__(self) -> str:
        size = f"{self.size[0]}x{self.size[1]}"
        return f"{self.pathway}-{self.theme}-{self.layers}-{size}-{self.zoom:g}"


EVERY = [
    Case(path.stem, theme, layers, size, zoom)
    for path, theme, layers, size, zoom in product(PATHWAYS, THEMES, LAYERS, SIZES, (1.0, 2.5))
    if (path.stem, layers) != ("ltp", "clinic")
]

SOME = [
    Case("ketamine", "paper", "all", (1280, 800)),
    Case("ketamine", "projector", "all", (1920, 1080)),
    Case("ketamine", "night", "core", (1920, 1080)),
    Case("ketamine", "print", "detail", (1366, 768)),
    Case("ketamine", "paper", "all", (1280, 800), 2.5),
    Case("ketamine", "paper", "clinic", (640, 470)),
    Case("ltp", "paper", "all", (1280, 720)),
    Case("ltp", "projector", "core", (1280, 800)),
]
"""As unlike each other as can be."""


@pytest.fixture(scope="module")
def pathways() -> dict[str, Pathway]:
    """The pathways that are shipped, by the names of their files."""
    return {path.stem: p for path in PATHWAYS if (p := load(path).pathway) is not None}


def seen(pathway: Pathway, case: Case) -> Picture:
    """The picture of a case, with reference numbers as wide as they get."""
    first = pathway.layers[0].id
    every = frozenset(layer.id for layer in pathway.layers)
    layers = every if case.layers == "all" else frozenset({first, case.layers})
    theme, page = THEMES[case.theme], QRectF(0, 0, *case.size)
    setting = Setting(CLOCK)
    diagram = filled(pathway, layers, NOTHING, theme, page, setting)
    whole = composed(diagram, theme, page, setting)
    zoom = Zoom().by(case.zoom, QPointF(page.center()), QSizeF(*case.size))
    written = Written(diagram, theme, citations(pathway))
    beside = written.at(small_text(case.zoom, whole.sheet.k, theme))
    setting = replace(setting, labels=beside.labels, notes=beside.notes)
    sheet = seen_near(zoom.sheet(whole.sheet), beside.text)
    return on_sheet(sheet, setting, whole.heading, whole.legend_box, whole.legend)


def check(pathway: Pathway, case: Case) -> None:
    picture = seen(pathway, case)
    texts = texts_of(picture, frame(pathway), case.size)
    assert texts
    if case.zoom > 1:  # what is cut off at the edges of the field is not seen
        texts = [text for text in texts if picture.field.contains(text.box)]
    assert collisions(picture, texts) == []


@pytest.mark.parametrize("case", SOME, ids=str)
def test_nothing_lies_on_anything(pathways: dict[str, Pathway], case: Case):
    check(pathways[case.pathway], case)


@pytest.mark.long
@pytest.mark.parametrize("case", EVERY, ids=str)
def test_nothing_lies_on_anything_ever(pathways: dict[str, Pathway], case: Case):
    check(pathways[case.pathway], case)
