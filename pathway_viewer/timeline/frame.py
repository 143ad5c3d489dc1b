"""The whole picture at one instant, as values: a pure function of time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Self, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.caption import Captions
from pathway_viewer.timeline.doing import Doings, vocabulary
from pathway_viewer.timeline.origin import origin

Floats = NDArray[np.float64]
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Frame:
    """Everything a view shows of one instant.

    `time` in hours since the first dose. `levels` (0..1), `rest` (0..1), `changes` (-1..1)
    and `words` follow the pathway's nodes, `flows` (0..1) its edges. `chapter` is None in
    time that no chapter tells. `told` is whether the file's own sentences are true of this
    run: they tell its scenarios, not what somebody changed about them. `origin` is what
    times are counted from ('the first dose'), '' where nothing is given at 0. `said` is
    whether those of the nodes are: they are counted from one dose, and end with the second.
    """

    time: float
    levels: Floats
    rest: Floats
    changes: Floats
    words: tuple[str, ...]
    flows: Floats
    chapter: Chapter | None
    caption: str
    told: bool = True
    origin: str = "the dose"
    said: bool = True


def frame_at(pathway: Pathway, course: Course, t: float) -> Frame:
    """The frame at a time (hours), however that time was reached.

    The course must be of this pathway. What does not depend on the time is prepared at the
    first call for a pathway and a course, and kept for the last few.
    """
    story = _story(_Same(pathway), _Same(course))
    levels, changes = course.at(t), course.changes(t)
    held = {story.places[id]: at for id, at in course.held_at(t).items()}
    doings = story.doings.at(t, levels, changes, held)
    words = tuple(own[doing] for own, doing in zip(story.words, doings, strict=True))
    said = story.told and t < story.second_dose
    return Frame(
        time=t,
        levels=levels,
        rest=course.rest,
        changes=changes,
        words=words,
        flows=course.flows(t),
        chapter=chapter_at(story.chapters, t),
        caption=story.captions.at(t, doings, words, changes, said),
        told=story.told,
        origin=origin(course.doses, course.clock.dose_word),
        said=said,
    )


def told_by_file(pathway: Pathway, course: Course) -> bool:
    """Whether the file's sentences tell this run: dosed as a scenario that it tells, no more.

    Where chapters name scenarios, those are the ones that are told.
    """
    if not pathway.scenarios:
        return True
    usual = frozenset(rival.id for rival in pathway.rivals if rival.on)
    if course.perturbations or course.rivals != usual or not course.doses:
        return False
    named = {id for chapter in pathway.chapters for id in chapter.scenarios}
    own = [one for one in pathway.scenarios if one.id == course.scenario]
    return any(one.doses == course.doses and (one.id in named or not named) for one in own)


def chapter_at(chapters: tuple[Chapter, ...], t: float) -> Chapter | None:
    """The chapter that tells a time; on a border the later one, at the very end the last."""
    told = [chapter for chapter in chapters if chapter.start <= t <= chapter.end]
    return max(told, key=lambda chapter: chapter.start, default=None)


@dataclass(frozen=True, eq=False)
class _Story:
    """What all frames of one pathway and course share."""

    words: tuple[tuple[str, ...], ...]
    doings: Doings
    captions: Captions
    chapters: tuple[Chapter, ...]
    places: dict[str, int]
    told: bool
    second_dose: float

    @classmethod
    def of(cls, pathway: Pathway, course: Course) -> Self:
        changes = (course.rows - course.rest) / np.maximum(course.rest, 1 - course.rest)
        return cls(
            words=tuple(vocabulary(node.words) for node in pathway.nodes),
            doings=Doings.of(course.times, changes, [dose.at for dose in course.doses]),
            captions=Captions.of(pathway),
            chapters=pathway.chapters_of(course.scenario),
            places={str(id): place for id, place in pathway.node_index.items()},
            told=told_by_file(pathway, course),
            second_dose=[*sorted(dose.at for dose in course.doses), np.inf, np.inf][1],
        )


class _Same(Generic[T]):
    """A value as a key by identity: pathways hold dicts, and comparing them would take long."""

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and cast("_Same[object]", other).value is self.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=8)
def _story(pathway: _Same[Pathway], course: _Same[Course]) -> _Story:
    return _Story.of(pathway.value, course.value)
