"""The run that is compared follows the session and never changes it, but for the axis' reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathway_viewer.app.comparison.second_run import UNCHANGED, SecondRun, choices, usual
from pathway_viewer.app.courses import Courses
from pathway_viewer.app.look import Look
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.timeline.frame import Frame

BLOCK = Perturbation(kind="block", target="relay")
WEEK = 168.0


@pytest.fixture
def second(session: Session) -> SecondRun:
    return SecondRun(session, Courses(), session)


def test_nothing_is_compared_at_first(second: SecondRun, session: Session) -> None:
    assert second.second is None
    assert second.frame is None
    session.move(lambda head: head.seek(5.0))
    assert second.frame is None


def test_the_usual_choice(pathway: Pathway) -> None:
    assert usual(pathway, Conditions("single"), None) == "twice"
    assert usual(pathway, Conditions("rat"), None) == "single"
    assert usual(pathway, Conditions("single", perturbations=(BLOCK,)), None) == UNCHANGED
    assert usual(pathway, Conditions("single"), "rat") == "rat"
    assert [id for id, _ in choices(pathway)] == [UNCHANGED, "single", "twice", "rat"]


def test_both_are_at_one_time_and_the_axis_spans_the_longer(
    second: SecondRun, session: Session
) -> None:
    frames: list[Frame] = []
    second.frame_changed.connect(frames.append)
    second.begin()
    assert second.second is not None
    assert second.second.conditions == Conditions("twice")
    assert session.conditions == Conditions("single")
    assert session.playback is not None
    assert session.playback.axis.end == 5 * WEEK
    session.move(lambda head: head.seek(4.5 * WEEK))
    assert session.frame is not None
    assert frames[-1].time == session.frame.time == 4.5 * WEEK
    assert (session.frame.levels == session.course.rows[-1]).all()
    second.end()
    assert second.second is None
    assert session.playback.axis.end == 4 * WEEK
    assert session.playback.time == 4 * WEEK


def test_without_the_changes_it_follows_the_scenario(second: SecondRun, session: Session) -> None:
    session.set_conditions(Conditions("single", perturbations=(BLOCK,)))
    second.begin()
    assert second.second is not None
    assert second.second.conditions == Conditions("single")
    assert second.second.course is not session.course
    session.set_conditions(Conditions("rat", perturbations=(BLOCK,)))
    assert second.second.conditions == Conditions("rat")
    assert session.playback is not None
    assert session.playback.axis.end == 2 * WEEK


def test_a_chosen_scenario_stays_and_only_news_are_told(
    second: SecondRun, session: Session
) -> None:
    second.begin("rat")
    told: list[object] = []
    second.changed.connect(told.append)
    session.set_conditions(Conditions("twice"))
    assert second.second is not None
    assert second.second.conditions == Conditions("rat")
    assert told == []
    second.begin("single")
    second.end()
    second.end()
    assert len(told) == 2
    assert told[-1] is None


def test_time_is_kept_while_the_first_run_changes(second: SecondRun, session: Session) -> None:
    second.begin("twice")
    session.move(lambda head: head.seek(4.5 * WEEK))
    session.set_conditions(Conditions("single", perturbations=(BLOCK,)))
    assert session.playback is not None
    assert session.playback.time == 4.5 * WEEK


def test_an_edited_file_that_lost_the_scenario_ends_it(
    second: SecondRun, session: Session, file: Path
) -> None:
    second.begin("rat")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("- id: rat\n", "- id: mouse\n"), encoding="utf-8")
    edited = load(file).pathway
    assert edited is not None
    session.set_pathway(edited, file)
    assert second.second is None
    assert session.playback is not None
    assert session.playback.axis.end == 4 * WEEK


def test_nothing_to_compare_before_there_are_levels(qapp: object, pathway: Pathway) -> None:
    session = Session(Courses(), Look())
    second = SecondRun(session, Courses(), session)
    second.begin()
    session.set_pathway(pathway, None)
    second.begin()
    assert second.second is None
