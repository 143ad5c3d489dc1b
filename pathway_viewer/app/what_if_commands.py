"""What-if commands: what a user can do to a run, each a wish that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathway_viewer.app.opening import doses_of
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Dose, Perturbation


class WhatIfCommands:
    """Blocks, scales, doses and rivals, whether by panel, chip, key or test.

    A `grip` names one drag: all that is wished with the same grip is one step for undo.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def undo(self) -> None:
        """Take back the last change of the run."""
        self._session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._session.redo()

    def reset(self) -> None:
        """Run the scenario as the file has it."""
        self._session.reset()

    def set_scenario(self, scenario: str) -> None:
        """Run this scenario; what is done to nodes and arrows stays on."""
        self._wish(replace(self._now, scenario=scenario, doses=None))

    def add(self, perturbations: Sequence[Perturbation]) -> None:
        """Do this to nodes and arrows, beside what is on already."""
        fresh = tuple(one for one in perturbations if one not in self._now.perturbations)
        self._wish(replace(self._now, perturbations=self._now.perturbations + fresh))

    def change(self, before: Perturbation, after: Perturbation, grip: str = "") -> None:
        """Do one thing differently that is on."""
        changed = tuple(after if one == before else one for one in self._now.perturbations)
        self._wish(replace(self._now, perturbations=changed), grip)

    def remove(self, perturbations: Sequence[Perturbation]) -> None:
        """Let go of what was done to nodes and arrows."""
        left = tuple(one for one in self._now.perturbations if one not in perturbations)
        self._wish(replace(self._now, perturbations=left))

    def doses(self) -> tuple[Dose, ...]:
        """What is given now, in order of time."""
        pathway = self._session.pathway
        return doses_of(pathway, self._now) if pathway else ()

    def set_doses(self, doses: Sequence[Dose] | None, grip: str = "") -> None:
        """Give these doses; none at all is no treatment, None is what the scenario gives."""
        self._wish(replace(self._now, doses=None if doses is None else tuple(doses)), grip)

    def set_rival(self, id: str, on: bool) -> None:
        """Switch an explanation on or off."""
        switched = dict(self._now.rivals) | {id: on}
        self._wish(replace(self._now, rivals=tuple(switched.items())))

    @property
    def _now(self) -> Conditions:
        return self._session.conditions

    def _wish(self, conditions: Conditions, grip: str = "") -> None:
        self._session.set_conditions(conditions, grip)
