"""Rival explanations: a switch, the arrows, both sides in the same size."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pathway_viewer.app.resources import shipped
from pathway_viewer.look.theme import NIGHT, PAPER
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.explain_rival import explain_rival
from pathway_viewer.widgets.explanation import Reader
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.rivals_panel import HINT, NONE, RivalsPanel


@pytest.fixture
def rich(pathway: Pathway) -> Pathway:
    """The small pathway with a second rival, of which nothing is known."""
    other = pathway.rivals[0]
    full = msgspec.structs.replace(
        other,
        weakens=("brake__relay",),
        predicts=("Without the extra nothing happens.", "It is quick."),
        status="Open.",
    )
    bare = msgspec.structs.replace(
        other, id="bare", label="A bare one", on=False, adds=(), supporting=(), contesting=()
    )
    return msgspec.structs.replace(pathway, rivals=(full, bare))


@pytest.fixture
def panel(qtbot: QtBot, rich: Pathway, numbers: dict[str, int]) -> RivalsPanel:
    made = RivalsPanel(PAPER)
    qtbot.addWidget(made)
    made.set_icons(Icons.of(shipped("resources", "icons"), PAPER))
    made.set_pathway(rich, numbers)
    made.set_bibliography(lambda id: f"Entry of {id}", {})
    made.set_on({"other"}, {"other"})
    made.resize(440, 500)
    made.show()
    return made


def test_every_rival_has_a_switch_that_shows_what_holds(panel: RivalsPanel) -> None:
    assert list(panel.cards) == ["other", "bare"]
    assert panel.cards["other"].switch.isChecked()
    assert not panel.cards["bare"].switch.isChecked()
    assert "\non\n" in panel.cards["other"].text()
    panel.set_on(set(), {"other"})
    assert "off, changed" in panel.cards["other"].text()
    assert panel.cards["bare"].switch.accessibleName() == "A bare one"


def test_a_switch_asks_and_waits_for_what_then_holds(panel: RivalsPanel, qtbot: QtBot) -> None:
    switch = panel.cards["bare"].switch
    with qtbot.waitSignal(panel.rival_wished) as wished:
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert wished.args == ["bare", True]
    assert not switch.isChecked(), "what cannot be run is not shown as on"


def test_a_page_has_arrows_papers_and_predictions(panel: RivalsPanel) -> None:
    panel.open("other")
    text = panel.cards["other"].text()
    for part in (
        "Drug → Extra",
        "Brake → Relay",
        "it rose first",
        "it did not",
        "Without the extra nothing happens.",
        "Entry of clark2015",
        "Entry of brown2010",
        "Open.",
    ):
        assert part in text, part
    assert "[@" not in text


def test_both_sides_are_shown_in_the_same_size(rich: Pathway, numbers: dict[str, int]) -> None:
    page = explain_rival(Reader(rich, "student", Citer(numbers)), rich.rivals[0])
    assert page.count('<td width="50%"') == 4
    for_side, against = page.index("it rose first"), page.index("it did not")
    before = [page.rindex("<p class=", 0, place) for place in (for_side, against)]
    assert [page[at : at + 20] for at in before] == ['<p class="argument">'] * 2
    assert "1 paper<" in page


def test_a_side_without_papers_says_so(rich: Pathway, numbers: dict[str, int]) -> None:
    page = explain_rival(Reader(rich, "student", Citer(numbers)), rich.rivals[1])
    assert page.count("No paper was collected.") == 2
    assert "Adds" not in page
    assert "0 papers" in page


def test_one_card_is_open_at_a_time(panel: RivalsPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.cards["other"].fold, Qt.MouseButton.LeftButton)
    assert panel.cards["other"].is_open()
    qtbot.mouseClick(panel.cards["bare"].fold, Qt.MouseButton.LeftButton)
    assert panel.cards["bare"].is_open()
    assert not panel.cards["other"].is_open()
    qtbot.mouseClick(panel.cards["bare"].fold, Qt.MouseButton.LeftButton)
    assert not panel.cards["bare"].is_open()


def test_links_lead_to_arrows_papers_and_the_browser(panel: RivalsPanel, qtbot: QtBot) -> None:
    panel.open("other")
    card = panel.cards["other"]
    with qtbot.waitSignal(panel.selection_requested) as selected:
        card.link_activated.emit("edge:drug__extra")
    assert selected.args == ["drug__extra"]
    with qtbot.waitSignal(panel.link_requested) as asked:
        card.link_activated.emit("https://doi.org/10.1000/third")
    assert asked.args == ["https://doi.org/10.1000/third"]
    panel.resize(440, 160)
    qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() > 0)
    panel.verticalScrollBar().setValue(0)
    card.link_activated.emit("ref:brown2010")
    assert panel.verticalScrollBar().value() > 0


def test_an_edited_pathway_keeps_the_card_open(
    panel: RivalsPanel, rich: Pathway, numbers: dict[str, int]
) -> None:
    panel.open("bare")
    panel.set_theme(NIGHT)
    panel.set_pathway(rich, numbers)
    assert panel.cards["bare"].is_open()
    assert not panel.cards["other"].is_open()


def test_a_pathway_without_rivals_says_so(
    panel: RivalsPanel, pathway: Pathway, numbers: dict[str, int]
) -> None:
    def hint() -> str:
        return panel._hint.text()

    assert hint() == HINT
    panel.set_pathway(msgspec.structs.replace(pathway, rivals=()), numbers)
    assert hint() == NONE
    assert panel.cards == {}
