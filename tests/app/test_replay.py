"""A replay: the row's own run, its first read-out, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.look import Look
from pathway_viewer.app.replay import Replay
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Experiment, Readout
from pathway_viewer.model.pushes import Perturbation

BLOCK = Perturbation(kind="block", target="relay")


def row(id: str = "row", dosed: bool = True, scenario: str = "rat") -> Experiment:
    readouts = (
        Readout(node="outcome", at=24.0, expected="abolished", words="gone"),  # type: ignore[arg-type]
        Readout(node="relay", at=1.0, expected="abolished", words="gone"),  # type: ignore[arg-type]
    )
    return Experiment(
        id=id,
        label="Relay blocked",
        scenario=scenario,
        text="Blocked.",
        perturbations=(BLOCK,),
        rivals={"other": False},
        dosed=dosed,
        readouts=readouts,
    )


@pytest.fixture
def session(qapp: object, file: Path) -> Session:
    made = Session(Courses(), Look())
    pathway = load(file).pathway
    assert pathway is not None
    made.set_pathway(pathway, file)
    made.solve()
    return made


@pytest.fixture
def replay(session: Session) -> Replay:
    return Replay(session)


def time(session: Session) -> float:
    assert session.playback is not None
    return session.playback.time


def test_a_replay_is_the_rows_run_at_its_first_read_out(session: Session, replay: Replay) -> None:
    replay.start(row())
    wanted = Conditions("rat", perturbations=(BLOCK,), rivals=(("other", False),))
    assert session.conditions == wanted
    assert session.selection == "outcome"
    assert time(session) == pytest.approx(24)
    assert session.playback is not None
    assert not session.playback.playing
    assert session.ghost is not None, "the untouched run stays in view"
    replay.look(1)
    assert (session.selection, time(session)) == ("relay", pytest.approx(1))


def test_a_row_without_the_drug_gives_no_dose(session: Session, replay: Replay) -> None:
    replay.start(row(dosed=False))
    assert session.conditions.doses == ()


def test_back_restores_run_time_and_selection(session: Session, replay: Replay) -> None:
    session.set_conditions(Conditions("twice"))
    session.select("brake")
    session.move(lambda head: head.seek(3.0))
    replay.start(row("one"))
    replay.start(row("two", dosed=False))
    replay.back()
    assert replay.row is None
    assert session.conditions == Conditions("twice")
    assert (session.selection, time(session)) == ("brake", pytest.approx(3))


def test_undo_ends_a_replay_and_redo_does_it_again(session: Session, replay: Replay) -> None:
    before = session.conditions
    replay.start(row())
    session.undo()
    assert session.conditions == before
    assert replay.row is None
    session.redo()
    assert session.conditions.perturbations == (BLOCK,)


def test_back_is_one_step_back_in_the_history(session: Session, replay: Replay) -> None:
    replay.start(row())
    replay.back()
    assert session.history.past == ()
    assert session.history.future


def test_whatever_else_changes_the_run_ends_the_replay(session: Session, replay: Replay) -> None:
    told: list[Experiment | None] = []
    replay.changed.connect(lambda: told.append(replay.row))
    replay.start(row())
    session.set_conditions(Conditions("single"))
    assert replay.row is None
    assert told[-1] is None
    assert session.conditions == Conditions("single")
    replay.back()
    assert session.conditions == Conditions("single"), "there is nothing to go back to"


def test_a_row_that_cannot_be_run_changes_nothing(session: Session, replay: Replay) -> None:
    before, refused = session.conditions, list[str]()
    session.refused.connect(refused.append)
    replay.start(row(scenario="nowhere"))
    assert refused
    assert session.conditions == before
    assert replay.row is None
    good = row()
    replay.start(good)
    replay.start(row(scenario="nowhere"))
    assert replay.row is good, "the replay that was on stays on"


def test_another_pathway_ends_the_replay(session: Session, replay: Replay, file: Path) -> None:
    replay.start(row())
    pathway = session.pathway
    assert pathway is not None
    session.set_pathway(pathway, None)
    assert replay.row is None
