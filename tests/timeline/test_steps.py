"""Which steps a talk has, and which run each one shows."""

from __future__ import annotations

import msgspec
from small_pathway import pathway

from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.model.story import Rival, Step
from pathway_viewer.timeline.steps import run_of, steps_of

BLOCK = Perturbation(kind="block", target="receptor")
STEP = Step(id="one", title="One", at=1.0, focus=(), notes="Say it.")
RIVAL = Rival(id="other", label="Other", text="")


def test_a_file_without_steps_is_told_by_its_chapters() -> None:
    small = pathway()
    assert [step.title for step in steps_of(small, "single")] == [
        one.title for one in small.chapters
    ]
    bare = msgspec.structs.replace(small, chapters=())
    assert [step.title for step in steps_of(bare, "single")] == [bare.title]
    assert steps_of(msgspec.structs.replace(small, steps=(STEP,)), "single") == (STEP,)


def test_a_step_adds_what_it_changes_to_the_run() -> None:
    small = pathway(rivals=(RIVAL,))
    step = msgspec.structs.replace(STEP, perturbations=(BLOCK,), rivals={"other": True})
    run = run_of(small, step, Conditions("long"))
    assert run == Conditions("long", perturbations=(BLOCK,), rivals=(("other", True),))
    assert run_of(small, STEP, Conditions("long")) == Conditions("long")


def test_a_step_has_its_own_scenario_unless_another_is_wished_everywhere() -> None:
    small, step = pathway(), msgspec.structs.replace(STEP, scenario="single")
    assert run_of(small, step, Conditions("long")).scenario == "single"
    assert run_of(small, step, Conditions("long"), everywhere=True).scenario == "long"
