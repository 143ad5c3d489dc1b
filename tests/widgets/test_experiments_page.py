"""The table of experiments: every row, what it came to in words and signs, filter, search, keys."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from with_experiments import AGREES, DISAGREES, SILENT, with_experiments

from pathway_viewer.app.resources import shipped
from pathway_viewer.dynamics.experiments import Outcome, outcomes
from pathway_viewer.look.theme import PAPER, THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.experiment_words import (
    STANDING_SIGN,
    STANDING_WORD,
    cells,
    compared,
    done,
    percent,
    standing,
    summary,
)
from pathway_viewer.widgets.experiments_page import ExperimentsPage, signs
from pathway_viewer.widgets.icons import Icons


@pytest.fixture(scope="module")
def rows(pathway: Pathway) -> Pathway:
    return with_experiments(pathway)


@pytest.fixture(scope="module")
def found(rows: Pathway) -> list[Outcome]:
    return list(outcomes(rows))


@pytest.fixture
def page(
    qtbot: QtBot, rows: Pathway, numbers: dict[str, int], found: list[Outcome]
) -> Iterator[ExperimentsPage]:
    window = QMainWindow()
    top, behind, foot = QLabel("top"), QPushButton("behind"), window.statusBar()
    window.setMenuWidget(top)
    window.setCentralWidget(behind)
    window.resize(1100, 700)
    made = ExperimentsPage(PAPER, window, top, foot)
    made.set_pathway(rows, numbers)
    made.set_bibliography(lambda id: f"Entry of {id}", {})
    for outcome in found:
        made.add_outcome(outcome)
    qtbot.addWidget(window)
    window.show()
    made.enter()
    yield made
    window.close()


def line(page: ExperimentsPage, id: str) -> list[str]:
    item = page.table.item_of(id)
    return [item.text(column) for column in range(6)]


def test_a_row_tells_what_was_done_and_what_came_of_it(page: ExperimentsPage) -> None:
    result, label, clock, looked, published, model = line(page, "agrees")
    assert result == "agrees"
    assert (label, clock) == ("Relay blocked", "rodent clock")
    assert looked.split("\n") == ["Relay at 1 h", "Outcome at 1 d"]
    assert published.split("\n") == ["abolished", "abolished"]
    assert all(part.startswith("✓ abolished, ") for part in model.split("\n"))
    result, _, clock, _, _, model = line(page, "disagrees")
    assert result == "disagrees"
    assert clock == "human clock, no dose"
    assert model.startswith("✗ ")


def test_a_row_that_cannot_be_told_gives_its_reason(page: ExperimentsPage) -> None:
    result, *_, reason, _, _ = line(page, "silent")
    assert (result, reason) == ("not expressible", "The model has one kind of cell.")
    page.table.show_row("silent")
    assert "Why the model cannot say" in page.reading.text()
    assert page.reading.replay.isHidden()


def test_the_order_is_the_files_and_the_summary_counts(page: ExperimentsPage) -> None:
    assert page.table.shown() == ("agrees", "disagrees", "silent")
    assert page.summary() == "agree 1 of 2; 1 not expressible"


def test_a_standing_is_a_word_and_a_sign_of_its_own() -> None:
    assert len(set(STANDING_WORD.values())) == len(set(STANDING_SIGN.values())) == 4


def test_signs_stay_visible_in_a_selected_row(qtbot: QtBot) -> None:
    for theme in THEMES.values():
        for icon in signs(Icons.of(shipped("resources", "icons"), theme), theme).values():
            plain, chosen = (
                icon.pixmap(20, 20, mode).toImage()
                for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)
            )
            assert plain == chosen


@pytest.mark.parametrize(
    ("which", "shown"),
    [
        ("agree", ("agrees",)),
        ("disagree", ("disagrees",)),
        ("silent", ("silent",)),
        ("all", ("agrees", "disagrees", "silent")),
    ],
)
def test_the_filter_shows_one_standing(
    page: ExperimentsPage, qtbot: QtBot, which: str, shown: tuple[str, ...]
) -> None:
    qtbot.mouseClick(page.filter.button(which), Qt.MouseButton.LeftButton)
    assert page.filter.current() == which
    assert page.table.shown() == shown
    assert page.table.current() in shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("brake", ("disagrees",)),
        ("relay ABOLISHED rats", ("agrees",)),
        ("one kind of cell", ("silent",)),
        ("nothing like it", ()),
    ],
)
def test_the_search_reads_every_word_of_a_row(
    page: ExperimentsPage, words: str, shown: tuple[str, ...]
) -> None:
    page.search.setText(words)
    assert page.table.shown() == shown


def test_the_reading_has_the_sentence_its_papers_and_the_mapping(page: ExperimentsPage) -> None:
    page.table.show_row("agrees")
    text = page.reading.text()
    assert "Blocking the relay abolished the outcome in rats" in text
    assert "[@" not in text
    assert "held at nothing throughout" in text
    assert "Entry of clark2015" in text
    assert "Entry of brown2010" in text
    assert "published: abolished (relay was abolished)" in text


def test_a_click_and_enter_ask_for_a_replay_once(page: ExperimentsPage, qtbot: QtBot) -> None:
    table = page.table
    place = table.visualItemRect(table.item_of("disagrees")).center()
    with qtbot.waitSignal(page.replay_requested) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["disagrees"]
    told: list[str] = []
    page.replay_requested.connect(told.append)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told == ["agrees"]
    table.show_row("silent")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told == ["agrees"], "a row without a result cannot be replayed"


def test_a_pointer_that_rests_shows_a_row(page: ExperimentsPage, qtbot: QtBot) -> None:
    table = page.table
    page.table.show_row("agrees")
    for id in ("disagrees", "silent"):
        place = table.visualItemRect(table.item_of(id)).center()
        qtbot.mouseMove(table.viewport(), place + QPoint(1, 0))
        table.itemEntered.emit(table.item_of(id), 0)
    qtbot.waitUntil(lambda: SILENT.label in page.reading.text(), timeout=2000)
    assert table.current() == "agrees", "the keyboard stays where it is"


def test_the_neighbours_are_those_that_are_shown_and_can_be_replayed(
    page: ExperimentsPage,
) -> None:
    assert page.neighbour("agrees", 1) == "disagrees"
    assert page.neighbour("disagrees", 1) == ""
    assert page.neighbour("disagrees", -1) == "agrees"
    page.show_only("disagree")
    assert page.neighbour("disagrees", -1) == ""
    assert page.neighbour("agrees", 1) == ""


def test_tab_stays_on_the_page_and_escape_leaves_it(page: ExperimentsPage, qtbot: QtBot) -> None:
    seen: list[QWidget] = []
    for _ in range(12):
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus)
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert page.search in seen
    assert page.table in seen
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.isHidden()


def test_the_page_covers_all_between_its_edges(page: ExperimentsPage) -> None:
    window = page.window()
    window.resize(900, 600)
    QApplication.processEvents()
    assert page.width() == window.width()
    assert page.geometry().top() > 0
    assert page.geometry().bottom() < window.height()


def test_rows_are_heard_whole(page: ExperimentsPage) -> None:
    item = page.table.item_of("disagrees")
    heard = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("disagrees: Brake cut, no drug.")
    assert "no dose is given" in heard
    assert "Relay at 2 h" in heard


def test_an_outcome_of_an_older_row_is_not_shown(page: ExperimentsPage, rows: Pathway) -> None:
    page.set_pathway(rows, {})
    assert page.summary() == "agree 0 of 2; 1 not expressible; 2 still running"
    page.add_outcome(Outcome(msgspec.structs.replace(DISAGREES, label="Another")))
    assert line(page, "disagrees")[0] == "running…"


def test_words(rows: Pathway, found: list[Outcome]) -> None:
    assert standing(SILENT, None) == "silent"
    assert standing(AGREES, None) == "waiting"
    assert done(rows, DISAGREES) == "Brake → Relay cut; no dose is given"
    assert cells(rows, AGREES, None)[0] == ("Relay at 1 h", "abolished", "")
    assert "drug is not given" in compared(rows, DISAGREES)
    assert percent(0.3412) == "34 %"
    assert percent(0.2496) == "25.0 %"
    assert percent(-0.31) == "−31 %"
    assert summary(rows.experiments, {}) == "agree 0 of 2; 1 not expressible; 2 still running"


def test_a_pathway_without_experiments_says_so(page: ExperimentsPage, pathway: Pathway) -> None:
    page.set_pathway(pathway, {})
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "This pathway holds no published experiments." in said
    assert page.table.shown() == ()
    assert page.reading.replay.isHidden() or not page.reading.replay.isVisible()
