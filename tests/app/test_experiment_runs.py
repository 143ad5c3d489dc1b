"""Experiments in the background: one by one, never twice, never for a pathway that is gone."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from pathway_viewer.app.experiment_runs import ExperimentRuns, row_keys
from pathway_viewer.dynamics.experiments import Outcome, outcomes
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.store import Store

ROWS = """
experiments:
  - id: first
    label: Relay blocked
    scenario: rat
    text: It was blocked [@clark2015].
    perturbations: [{ kind: block, target: relay }]
    readouts: [{ node: outcome, at: 1 d, expected: abolished, words: nothing }]
  - id: second
    label: Brake cut
    scenario: single
    dosed: false
    text: It was cut [@clark2015].
    perturbations: [{ kind: cut, target: brake__relay }]
    readouts: [{ node: relay, at: 2 h, expected: abolished, words: nothing }]
  - id: third
    label: Something else
    scenario: rat
    text: It was something else [@clark2015].
    not_expressible: There is no such thing here.
"""


@pytest.fixture
def rows(file: Path) -> Pathway:
    file.write_text(file.read_text(encoding="utf-8") + ROWS, encoding="utf-8")
    loaded = load(file)
    assert loaded.pathway is not None, loaded.problems
    return loaded.pathway


def ran(runs: ExperimentRuns, pathway: Pathway, qtbot: QtBot) -> list[Outcome]:
    """All that comes of a pathway, in the order in which it comes."""
    found: list[Outcome] = []
    runs.came.connect(found.append)
    with qtbot.waitSignal(runs.finished, timeout=10_000):
        runs.run(pathway)
    runs.came.disconnect(found.append)
    return found


def test_every_row_comes_as_the_command_line_has_it(rows: Pathway, qtbot: QtBot) -> None:
    runs = ExperimentRuns()
    found = {one.experiment.id: one for one in ran(runs, rows, qtbot)}
    assert found == {one.experiment.id: one for one in outcomes(rows)}
    assert not runs.is_running()


def test_the_window_is_free_while_rows_are_run(
    rows: Pathway, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[QThread] = []

    def noted(row: object, solved: object) -> Outcome:
        threads.append(QThread.currentThread())
        return Outcome(rows.experiments[0])

    monkeypatch.setattr("pathway_viewer.app.experiment_runs.outcome", noted)
    ran(ExperimentRuns(), rows, qtbot)
    assert threads
    assert QThread.currentThread() not in threads


def test_nothing_is_run_twice_not_even_after_a_restart(
    rows: Pathway, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "kept")
    runs = ExperimentRuns(store)
    first = ran(runs, rows, qtbot)

    def refused(*_: object) -> Outcome:
        raise AssertionError("run again")

    monkeypatch.setattr("pathway_viewer.app.experiment_runs.outcome", refused)
    in_file_order = [row.id for row in rows.experiments]
    for again in (runs, ExperimentRuns(store)):
        found = ran(again, rows, qtbot)
        assert [one.experiment.id for one in found] == in_file_order
        assert sorted(found, key=by_id) == sorted(first, key=by_id)


def by_id(one: Outcome) -> str:
    return one.experiment.id


def test_what_is_kept_but_cannot_be_read_is_run_again(
    rows: Pathway, qtbot: QtBot, tmp_path: Path
) -> None:
    store = Store(tmp_path / "kept")
    for key in row_keys(rows).values():
        store.put(key, b"\xc1 of another version")
    found = ran(ExperimentRuns(store), rows, qtbot)
    assert {one.experiment.id for one in found if one.findings} == {"first", "second"}


def test_a_row_is_new_when_its_levels_are_and_not_when_its_words_are(rows: Pathway) -> None:
    before = row_keys(rows)
    replace = msgspec.structs.replace
    first = rows.experiments[0]
    other_words = replace(first, label="Other", text="Other.", mapping="Other.")
    assert row_keys(replace(rows, experiments=(other_words,)))["first"] == before["first"]
    expected = replace(first.readouts[0], expected="raised")
    judged = replace(first, readouts=(expected,))
    assert row_keys(replace(rows, experiments=(judged,)))["first"] == before["first"]
    later = replace(first, readouts=(replace(first.readouts[0], at=48.0),))
    assert row_keys(replace(rows, experiments=(later,)))["first"] != before["first"]
    relay = rows.kinetics.nodes[rows.node("relay").id]
    nodes = {**rows.kinetics.nodes, rows.node("relay").id: replace(relay, basal=0.5)}
    changed = replace(rows, kinetics=replace(rows.kinetics, nodes=nodes))
    assert all(row_keys(changed)[id] != key for id, key in before.items())


def test_a_stopped_run_is_not_heard_of_again(rows: Pathway, qtbot: QtBot) -> None:
    runs = ExperimentRuns()
    found: list[Outcome] = []
    runs.came.connect(found.append)
    runs.run(rows)
    runs.stop()
    assert not runs.is_running()
    after = len(found)
    qtbot.wait(50)
    assert len(found) == after
    runs.stop()


def test_a_pathway_without_experiments_is_finished_at_once(rows: Pathway, qtbot: QtBot) -> None:
    assert ran(ExperimentRuns(), msgspec.structs.replace(rows, experiments=()), qtbot) == []
