"""The session compares, stores, then says what changed: once, and only what changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.history import History
from pathway_viewer.app.look import Look
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation

SIGNALS = ("pathway", "problems", "course", "playback", "frame", "selection", "look")


class Heard:
    """Counts what a session says."""

    def __init__(self, session: Session) -> None:
        self.values: list[tuple[str, object]] = []
        for name in SIGNALS:
            signal = getattr(session, f"{name}_changed")
            signal.connect(lambda value, name=name: self.values.append((name, value)))

    def names(self) -> list[str]:
        told = [name for name, _ in self.values]
        self.values.clear()
        return told


def test_a_pathway_is_shown_at_rest_until_it_is_solved(
    qapp: object, pathway: Pathway, file: Path
) -> None:
    session = Session(Courses(), Look())
    heard = Heard(session)
    session.set_pathway(pathway, file)
    assert heard.names() == ["look", "pathway", "course", "playback", "frame"]
    assert session.course is None
    assert session.frame is not None
    assert set(session.frame.words) == {"at rest"}
    assert not session.frame.changes.any()
    assert session.look.layers == {"core"}
    assert session.conditions.scenario == "single"
    session.solve()
    assert heard.names() == ["course", "frame"]
    assert session.course is not None
    session.solve()
    assert heard.names() == []


def test_a_seek_moves_the_frame_and_nothing_else(session: Session) -> None:
    heard = Heard(session)
    session.move(lambda head: head.seek(2.0))
    assert heard.names() == ["playback", "frame"]
    assert session.frame is not None
    assert session.frame.time == 2.0
    session.move(lambda head: head.seek(2.0))
    assert heard.names() == []


def test_play_changes_the_playback_but_not_the_frame(session: Session) -> None:
    heard = Heard(session)
    session.move(lambda head: head.play())
    assert heard.names() == ["playback"]


def test_selection_takes_nodes_and_arrows_and_refuses_the_unknown(session: Session) -> None:
    heard = Heard(session)
    session.select("relay")
    session.select("relay")
    session.select("drug__brake")
    assert heard.names() == ["selection", "selection"]
    session.select("nobody")
    assert session.selection == ""
    assert heard.names() == ["selection"]


def test_a_new_scale_gives_a_new_axis_and_keeps_the_time(session: Session) -> None:
    session.move(lambda head: head.seek(5.0))
    heard = Heard(session)
    session.set_look(replace(session.look, scale="true"))
    assert heard.names() == ["look", "playback"]
    assert session.playback is not None
    assert session.playback.axis.scale == "true"
    assert session.playback.time == 5.0
    session.set_look(replace(session.look, theme="night"))
    assert heard.names() == ["look"]


def test_a_scenario_is_a_new_run_at_the_same_time(session: Session) -> None:
    session.move(lambda head: head.seek(5.0))
    heard = Heard(session)
    session.set_conditions(Conditions("twice"))
    assert heard.names() == ["course", "playback", "frame"]
    assert session.course is not None
    assert len(session.course.doses) == 2
    assert session.playback is not None
    assert session.playback.time == 5.0
    session.set_conditions(Conditions("twice"))
    assert heard.names() == []


def test_an_edit_keeps_time_selection_scenario_and_course(
    session: Session, pathway: Pathway, file: Path
) -> None:
    session.set_conditions(Conditions("twice"))
    session.move(lambda head: head.seek(5.0))
    session.select("relay")
    course = session.course
    edited = msgspec.structs.replace(pathway, title="Another title")
    session.set_pathway(edited, file)
    assert session.pathway is edited
    assert session.conditions.scenario == "twice"
    assert session.selection == "relay"
    assert session.course is course, "only texts changed: the levels need no new solution"
    assert session.playback is not None
    assert session.playback.time == 5.0


def test_an_edit_that_removes_the_selected_node_clears_the_selection(
    session: Session, pathway: Pathway, file: Path
) -> None:
    session.select("drug__extra")
    course = session.course
    fewer = tuple(edge for edge in pathway.edges if edge.id != "drug__extra")
    session.set_pathway(msgspec.structs.replace(pathway, edges=fewer, rivals=()), file)
    assert session.selection == ""
    assert session.course is not course, "an arrow less is another network"


def test_another_file_begins_anew(session: Session, pathway: Pathway, tmp_path: Path) -> None:
    session.set_conditions(Conditions("twice"))
    session.set_look(replace(session.look, layers=frozenset({"core", "detail"})))
    session.move(lambda head: head.seek(5.0))
    session.select("relay")
    other = msgspec.structs.replace(pathway, id="other")
    session.set_pathway(other, tmp_path / "other.yaml")
    assert session.conditions.scenario == "single"
    assert session.selection == ""
    assert session.look.layers == {"core"}
    assert session.playback is not None
    assert session.playback.time == session.playback.axis.start


def test_problems_leave_the_picture(session: Session, pathway: Pathway) -> None:
    heard = Heard(session)
    session.set_problems(("small.yaml:3:1: error: no",))
    assert heard.names() == ["problems"]
    assert session.pathway is pathway
    session.set_problems(())
    assert heard.names() == ["problems"]


def test_levels_that_cannot_be_solved_are_refused_and_nothing_is_lost(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("no steady state")

    told: list[str] = []
    session.refused.connect(told.append)
    monkeypatch.setattr("pathway_viewer.app.courses.solve", refuse)
    course, before = session.course, session.conditions
    session.set_conditions(Conditions("rat"))
    assert told == ["no steady state"]
    assert session.conditions == before
    assert session.course is course
    assert session.history == History(before)


def test_a_file_that_cannot_be_solved_is_a_problem_not_a_crash(
    session: Session, pathway: Pathway, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("no steady state")

    monkeypatch.setattr("pathway_viewer.app.courses.solve", refuse)
    session.set_pathway(msgspec.structs.replace(pathway, edges=(), rivals=()), file)
    assert session.problems == ("the levels cannot be solved: no steady state",)
    assert session.frame is not None


BLOCKED = (Perturbation(kind="block", target="relay"),)


def test_a_what_if_keeps_time_and_selection_and_has_a_ghost(session: Session) -> None:
    session.move(lambda head: head.seek(5.0))
    session.select("relay")
    plain, ghosts = session.course, list[object]()
    session.ghost_changed.connect(ghosts.append)
    session.set_conditions(Conditions("single", perturbations=BLOCKED))
    assert session.course is not plain
    assert session.ghost is plain
    assert session.playback is not None
    assert (session.playback.time, session.selection) == (5.0, "relay")
    session.reset()
    assert session.course is plain
    assert session.ghost is None
    assert ghosts == [plain, None]


def test_undo_and_redo_go_through_what_was_tried(session: Session) -> None:
    first, blocked = Conditions("single"), Conditions("single", perturbations=BLOCKED)
    session.undo()
    assert session.conditions == first
    session.set_conditions(blocked)
    session.reset()
    session.undo()
    assert session.conditions == blocked
    session.undo()
    assert session.conditions == first
    session.redo()
    assert session.conditions == blocked
    session.set_conditions(Conditions("twice"))
    session.redo()
    assert session.conditions == Conditions("twice")


def test_what_says_nothing_new_is_no_change(session: Session, pathway: Pathway) -> None:
    heard = Heard(session)
    own = pathway.scenario("single").doses
    session.set_conditions(Conditions("single", doses=own, rivals=(("other", True),)))
    assert heard.names() == []
    assert session.conditions == Conditions("single")


def test_what_cannot_be_run_is_told_and_changes_nothing(session: Session) -> None:
    heard, told = Heard(session), list[str]()
    session.refused.connect(told.append)
    for conditions in (
        Conditions("nobody"),
        Conditions("single", perturbations=(Perturbation(kind="block", target="relai"),)),
        Conditions("single", doses=(Dose(amount=1.0, at=9999.0),)),
        Conditions("single", doses=(Dose(amount=1.0),) * 1000),
        Conditions("single", rivals=(("none", True),)),
    ):
        session.set_conditions(conditions)
    assert len(told) == 5
    assert "did you mean 'relay'?" in told[1]
    assert heard.names() == []
    assert session.conditions == Conditions("single")


def test_an_edit_that_takes_a_node_away_takes_what_was_done_to_it(
    session: Session, pathway: Pathway, file: Path
) -> None:
    session.set_conditions(
        Conditions("twice", perturbations=(Perturbation(kind="cut", target="drug__extra"),))
    )
    fewer = tuple(edge for edge in pathway.edges if edge.id != "drug__extra")
    session.set_pathway(msgspec.structs.replace(pathway, edges=fewer, rivals=()), file)
    assert session.conditions == Conditions("twice")
    assert session.ghost is None
    session.undo()
    assert session.conditions == Conditions("twice")


def test_a_pathway_of_nodes_alone_is_shown(qapp: object, pathway: Pathway) -> None:
    bare = Pathway(
        format=1,
        id="bare",
        title="Bare",
        nodes=tuple(msgspec.structs.replace(node, now=()) for node in pathway.nodes),
        layers=pathway.layers,
    )
    session = Session(Courses(), Look())
    session.set_pathway(bare, None)
    session.solve()
    assert session.course is not None
    assert session.problems == ()
