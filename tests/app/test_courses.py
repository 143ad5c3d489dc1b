"""Courses are kept by what they depend on, and a spoilt cache is only slow."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from pathway_viewer.app.courses import MOST_KEPT, Courses, course_key
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.store import Store

SINGLE = Conditions("single")


def test_the_next_start_takes_the_course_from_disk(
    pathway: Pathway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    solved = Courses(Store(tmp_path / "cache")).solved(pathway, SINGLE)
    monkeypatch.setattr("pathway_viewer.app.courses.solve", None)
    kept = Courses(Store(tmp_path / "cache")).ready(pathway, SINGLE)
    assert kept is not None
    assert (kept.rows == solved.rows).all()
    assert Courses(Store(tmp_path / "cache")).ready(pathway, Conditions("twice")) is None


def test_spoilt_entries_are_solved_again(pathway: Pathway, tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.put(course_key(pathway, SINGLE), b"nonsense")
    courses = Courses(store)
    assert courses.ready(pathway, SINGLE) is None
    assert len(courses.solved(pathway, SINGLE).node_ids) == len(pathway.nodes)


def test_a_course_of_other_nodes_is_not_taken(pathway: Pathway, tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    other = msgspec.structs.replace(pathway, nodes=pathway.nodes[:4], edges=pathway.edges[:3])
    other = msgspec.structs.replace(other, rivals=())
    store.put(course_key(pathway, SINGLE), Courses().solved(other, SINGLE).to_bytes())
    assert Courses(store).ready(pathway, SINGLE) is None


def test_texts_do_not_matter_and_rates_do(pathway: Pathway) -> None:
    key = course_key(pathway, SINGLE)
    told = tuple(msgspec.structs.replace(node, summary="else") for node in pathway.nodes)
    assert course_key(msgspec.structs.replace(pathway, nodes=told, title="x"), SINGLE) == key
    empty = msgspec.structs.replace(pathway.kinetics, nodes={})
    assert course_key(msgspec.structs.replace(pathway, kinetics=empty), SINGLE) != key
    assert course_key(pathway, Conditions("twice")) != key


def test_memory_is_bounded(pathway: Pathway, monkeypatch: pytest.MonkeyPatch) -> None:
    courses = Courses()
    course = courses.solved(pathway, SINGLE)
    monkeypatch.setattr("pathway_viewer.app.courses.solve", lambda *_: course)
    for count in range(MOST_KEPT + 5):
        courses.solved(pathway, Conditions("single", rivals=(("other", bool(count)),), doses=()))
        courses.solved(pathway, Conditions("single", rivals=((str(count), True),)))
    assert len(courses._kept) == MOST_KEPT
