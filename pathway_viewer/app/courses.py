"""Courses: solved levels, kept in memory and on disk so that nothing is solved twice."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

import pathway_viewer.dynamics
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.store import Store

MOST_KEPT = 24


class Courses:
    """Courses by what they depend on: texts may change without a new solution."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._kept: dict[str, Course] = {}
        self._draft: tuple[str, Course] | None = None

    @property
    def store(self) -> Store | None:
        """Where courses are kept between runs, if anywhere."""
        return self._store

    def ready(self, pathway: Pathway, conditions: Conditions) -> Course | None:
        """A course that was solved before, or None; imports nothing heavy."""
        key = course_key(pathway, conditions)
        if key not in self._kept and self._store is not None:
            data = self._store.get(key)
            if data is not None and (course := unpacked(data, pathway)) is not None:
                self._keep(key, course)
        if key in self._kept:
            # What is used stays longest.
            self._kept[key] = self._kept.pop(key)
        return self._kept.get(key)

    def hold(self, pathway: Pathway, conditions: Conditions, course: Course) -> None:
        """Keeps a course that was solved elsewhere, for as long as the program runs."""
        self._keep(course_key(pathway, conditions), course)

    def hold_draft(self, pathway: Pathway, conditions: Conditions, course: Course) -> None:
        """Keeps a draft until the next one: it serves while nothing better is there."""
        self._draft = (course_key(pathway, conditions), course)

    def has_only_a_draft(self, pathway: Pathway, conditions: Conditions) -> bool:
        """Whether a draft is all that is there of a course."""
        key = course_key(pathway, conditions)
        return self._draft is not None and self._draft[0] == key and key not in self._kept

    def solved(self, pathway: Pathway, conditions: Conditions) -> Course:
        """The course, or its draft, solved now if it must be. ValueError when it cannot be."""
        if (course := self.ready(pathway, conditions)) is not None:
            return course
        key = course_key(pathway, conditions)
        if self._draft is not None and self._draft[0] == key:
            return self._draft[1]
        course = solve(pathway, conditions)
        self._keep(key, course)
        if self._store is not None:
            self._store.put(key, course.to_bytes())
        return course

    def _keep(self, key: str, course: Course) -> None:
        while len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = course


def unpacked(data: bytes, pathway: Pathway) -> Course | None:
    """A stored course if it is whole and of this pathway's nodes."""
    try:
        course = Course.from_bytes(data)
    except ValueError:
        return None
    ids = tuple(str(node.id) for node in pathway.nodes)
    return course if course.node_ids == ids else None


def course_key(pathway: Pathway, conditions: Conditions) -> str:
    """A digest of everything a course depends on, and of nothing else."""
    parts = [
        [(node.id, node.members) for node in pathway.nodes],
        [(edge.id, edge.source, edge.target, edge.sign) for edge in pathway.edges],
        pathway.kinetics,
        pathway.clocks,
        [msgspec.structs.replace(one, label="", text="") for one in pathway.scenarios],
        [(rival.id, rival.adds, rival.weakens, rival.on) for rival in pathway.rivals],
        solver(),
        (conditions.scenario, conditions.doses, conditions.perturbations, conditions.rivals),
    ]
    return hashlib.sha256(msgspec.msgpack.encode(parts, order="sorted")).hexdigest()


@cache
def solver() -> str:
    """Names the code that solves: a course kept by any other is not asked for."""
    made = hashlib.sha256(f"{sys.version} {np.__version__}".encode())
    for folder in pathway_viewer.dynamics.__path__:
        for module in sorted(Path(folder).glob("*.py")):
            made.update(module.read_bytes())
    program = Path(sys.executable).stat()
    made.update(f"{program.st_size} {program.st_mtime_ns}".encode())
    return made.hexdigest()
