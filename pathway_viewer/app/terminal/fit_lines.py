"""A fit in words: a line for each measurement, each mark and each free parameter."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

from pathway_viewer.dynamics.agreement import Mark, marks
from pathway_viewer.dynamics.answer import Answers
from pathway_viewer.dynamics.fit import Fit
from pathway_viewer.dynamics.goals import STILL
from pathway_viewer.dynamics.parameters import TIMES, Parameter
from pathway_viewer.dynamics.points import Held, held
from pathway_viewer.model.evidence import Measurement, Stage
from pathway_viewer.model.pathway import Pathway


def lines(found: Fit, files: tuple[Path, ...] | None) -> Iterator[str]:
    """Every line of the command's answer; `files` are those written, None if none was to be."""
    pathway, answers = found.pathway, Answers(found.courses)
    for point in pathway.measurements:
        yield _one_line(point_line(pathway, held(pathway, answers, point)))
    scenarios = {stage.id: stage.scenario for stage in pathway.stages}
    for mark in marks(pathway, found.courses):
        yield mark_line(mark, scenarios[mark.stage])
    for stage in pathway.stages:
        if stage.direction == "none":
            yield still_line(stage, answers)
    for one, value in zip(found.free, found.values, strict=True):
        yield parameter_line(one, value)
    yield summary(found)
    if files is not None:
        yield f"written: {', '.join(map(str, files)) or 'nothing, no value changed'}"
    yield f"misfit {found.misfit:.4f}"


def point_line(pathway: Pathway, one: Held) -> str:
    """'node, when: what was seen | in whom [reference] | what the model has | verdict'."""
    point = one.point
    told = f"{point.node}, {point.when}: {point.finding}{_number(point)}"
    whom = f"{point.species}, {point.dose} [{point.reference}]"
    if one.verdict == "no clock of this species":
        return f"{told} | {whom} | {one.verdict}, and it is not judged on another's"
    if one.change is None:
        return f"{told} | {whom} | {one.verdict}"
    clock = pathway.clock(pathway.scenario(one.scenario)).species
    wanted = "" if one.expected is None else f"{_expected(one)}, "
    model = f"{wanted}model {_signed(one.change)} on {one.scenario} ({clock} clock)"
    return f"{told} | {whom} | {model} | {one.verdict}"


def mark_line(mark: Mark, scenario: str) -> str:
    """'stage mark: window | the model's time | inside, or the factor to the nearest edge'."""
    earliest, latest = mark.window.earliest, mark.window.latest
    window = f"from {earliest:.4g} h to {latest:.4g} h" if latest > earliest else f"{latest:.4g} h"
    time = f"{mark.time:.4g} h" if mark.time < math.inf else "never"
    factor = f"{mark.ratio:.3f}" if mark.ratio < math.inf else "without end"
    # Of a window that is one hour the model can miss no less than its last digit.
    verdict = "inside" if factor == "1.000" else f"outside by a factor of {factor}"
    return f"{mark.stage} {mark.name}: seen {window} | model {time} on {scenario} | {verdict}"


def still_line(stage: Stage, answers: Answers) -> str:
    """The line of a stage that says that nothing changes."""
    answer = answers.of(stage.scenario, stage.node)
    top = max(answer.top, answer.other)
    verdict = "inside" if top <= STILL else "outside"
    return f"{stage.id}: no change seen | model {top:.3f} on {stage.scenario} | {verdict}"


def parameter_line(one: Parameter, value: float) -> str:
    """'name: old -> new (bounds)', with the units of the file."""
    unit = " h" if one.key in TIMES else ""
    bounds = f"{one.low:.4g} to {one.high:.4g}{unit}"
    old, new = one.text(one.value), one.text(value)
    moved = f"{old} -> {new}" if value != one.value else f"{old}, kept"
    return f"free {one.name}: {moved} ({'at the edge of ' if one.ends(value) else ''}{bounds})"


def summary(found: Fit) -> str:
    """How much was tried, and from where."""
    start = f"misfit at the start {found.before:.4f}"
    if not found.free:
        return f"no parameter is free: nothing was fitted, {start}"
    told = f"{len(found.moved)} of {len(found.free)} free parameters moved"
    more = ", which was all it may: a further fit might find more" if found.spent else ""
    return f"{told}, {start}, {found.solved} courses solved{more}"


def _number(point: Measurement) -> str:
    """What was measured, as published."""
    told = "" if point.value is None else f", {point.value:g} {point.unit}".rstrip()
    return f"{told}, {point.spread}" if point.spread else told


def _expected(one: Held) -> str:
    wanted = one.expected
    assert wanted is not None
    if wanted.level is not None:
        return f"expected {_signed(wanted.level)}"
    if wanted.direction == "none":
        return "expected no change"
    return f"expected {wanted.direction}{' like its stage' if wanted.like_stage else ''}"


def _signed(change: float) -> str:
    """A change in thousandths; a rounded nothing has no sign."""
    return f"{change:+.3f}" if round(change, 3) else "0.000"


def _one_line(text: str) -> str:
    return " ".join(text.split())
