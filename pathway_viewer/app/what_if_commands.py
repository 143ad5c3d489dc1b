"""What-if commands: what a user can do to a run, each a wish that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from pathway_viewer.app.drags import Drags
from pathway_viewer.app.opening import doses_of
from pathway_viewer.app.session import Session
from pathway_viewer.app.shell import Shell
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.timeline.what_if_words import own_push, with_push, without


class WhatIfCommands:
    """Blocks, scales, doses and rivals, whether by panel, chip, key or test.

    A `grip` names one drag: all that is wished with the same grip is one step for undo, and
    is solved beside the window.
    """

    def __init__(self, session: Session, drags: Drags, shell: Shell) -> None:
        self._session, self._drags, self._shell = session, drags, shell

    # With a key, a button or a menu

    def undo(self) -> None:
        """Take back the last change of the run."""
        self._session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._session.redo()

    def reset(self) -> None:
        """Run the scenario as the file has it."""
        self._session.reset()

    def no_dose(self) -> None:
        """Give nothing at all, to see what happens by itself."""
        self.set_doses(())

    def copy_command(self) -> None:
        """Copy this run as a command for the terminal."""
        self._shell.copy_command()

    def save_scenario(self) -> None:
        """Keep this run under a name, as a scenario of the file."""
        self._shell.save_scenario()

    def block_selection(self) -> None:
        """Block the selected node or cut the selected arrow, lifelong."""
        if (one := self._blocked(self._session.selection)) is not None:
            self.set_push(one.target, one)

    # With an argument

    def push(self, target: str) -> Perturbation | None:
        """What is done to a node or an arrow by itself, apart from known agents."""
        pathway = self._session.pathway
        return own_push(pathway, self._now, target) if pathway else None

    def set_push(self, target: str, push: Perturbation | None, grip: str = "") -> None:
        """Do this to a node or an arrow instead of what is done to it by itself."""
        if pathway := self._session.pathway:
            self.wish(with_push(pathway, self._now, target, push), grip)

    def set_agent(self, id: str, on: bool) -> None:
        """Give a known agent, or leave it out."""
        pathway = self._session.pathway
        agent = next((one for one in pathway.agents if one.id == id), None) if pathway else None
        if agent is not None:
            left = without(self._now, agent.perturbations)
            added = agent.perturbations if on else ()
            self.wish(replace(left, perturbations=left.perturbations + added))

    def doses(self) -> tuple[Dose, ...]:
        """What is given now, in order of time."""
        pathway = self._session.pathway
        return doses_of(pathway, self._now) if pathway else ()

    def set_doses(self, doses: Sequence[Dose] | None, grip: str = "") -> None:
        """Give these doses; an empty list gives nothing, None what the scenario gives."""
        self.wish(replace(self._now, doses=None if doses is None else tuple(doses)), grip)

    def add_dose(self) -> None:
        """Give once more, at the play head, what was given last."""
        head, pathway, doses = self._session.playback, self._session.pathway, self.doses()
        if head is None or pathway is None or not pathway.scenarios:
            return
        like = doses[-1] if doses else usual_dose(pathway, self._now.scenario)
        latest = head.axis.end - like.over
        self.set_doses((*doses, msgspec.structs.replace(like, at=min(head.time, latest))))

    def set_rival(self, id: str, on: bool) -> None:
        """Switch an explanation on or off."""
        switched = dict(self._now.rivals) | {id: on}
        self.wish(replace(self._now, rivals=tuple(switched.items())))

    def wish(self, conditions: Conditions, grip: str = "") -> None:
        """Run the pathway under these conditions."""
        if grip:
            self._drags.wish(conditions, grip)
        else:
            self._session.set_conditions(conditions)

    @property
    def _now(self) -> Conditions:
        """What was wished last: a drag may be ahead of what is shown."""
        return self._drags.conditions

    def _blocked(self, target: str) -> Perturbation | None:
        pathway = self._session.pathway
        if pathway is None or not target:
            return None
        node = target in pathway.node_index
        return Perturbation(kind="block" if node else "cut", target=target)


def usual_dose(pathway: Pathway, scenario: str) -> Dose:
    """The first dose of a scenario, else the one that has its clock's full effect."""
    own = pathway.scenario(scenario)
    clock = pathway.clock(own)
    return own.doses[0] if own.doses else Dose(amount=clock.full_effect_dose)
