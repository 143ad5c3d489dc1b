"""The story told over the network: chapters, steps, glossary, risks, claims, rivals."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from pathway_viewer.model.evidence import Hours, ReferenceId
from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pushes import Perturbation

Reading = Literal["patient", "student", "expert"]
READINGS: tuple[Reading, ...] = ("patient", "student", "expert")


class Texts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing said for three readers. An empty text is missing and is reported by `check`."""

    patient: str = ""
    student: str = ""
    expert: str = ""

    def at(self, reading: Reading) -> str:
        """The text for this reader, or the next plainer one that exists."""
        for level in READINGS[READINGS.index(reading) :: -1] + READINGS:
            if text := getattr(self, level):
                return text
        return ""


class Chapter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A span of the axis with a name. `share` is its room on the lecture scale (any unit).

    `patient` says it in short words, for a sheet that patients take home.
    """

    id: str
    title: str
    start: Hours
    end: Hours
    text: str
    patient: str = ""
    expert: str = ""
    share: Annotated[float, Meta(gt=0)] = 1.0
    scenarios: tuple[str, ...] = ()


class SheetLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the patient sheet's picture: a node's course, and what a patient would call it."""

    node: NodeId
    text: str


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One stop of a lecture: a moment, what to look at, what to say, what to ask the room.

    What is in `focus` stays and the rest dims. `camera` names nodes that are seen from near;
    without it the whole is seen. With `until` the story plays from `at` to there in `seconds`.
    `perturbations` and `rivals` change the step's run beyond what its scenario does.
    """

    id: str
    title: str
    at: Hours
    focus: tuple[str, ...]
    notes: str
    ask: str = ""
    scenario: str = ""
    camera: tuple[NodeId, ...] = ()
    until: Hours | None = None
    seconds: Annotated[float, Meta(gt=0)] = 8.0
    perturbations: tuple[Perturbation, ...] = ()
    rivals: dict[str, bool] = field(default_factory=dict[str, bool])


class Word(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A glossary entry. `also` lists other spellings that the texts use."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()


class RiskNumber(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One number about a harm, with its sample and its source."""

    value: float
    unit: str
    text: str
    reference: ReferenceId
    sample: str = ""


class Risk(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A harm or a limit: in plain words, for patients in shorter ones, with numbers and sources."""

    id: str
    label: str
    text: str
    who: str
    node: str = ""
    patient: str = ""
    expert: str = ""
    numbers: tuple[RiskNumber, ...] = ()
    references: tuple[ReferenceId, ...] = ()


class Approval(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a regulator has allowed, where and since when."""

    id: str
    product: str
    status: str
    where: str
    year: str = ""
    reference: ReferenceId = ReferenceId("")


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence the pathway stands for, how well it is known, and who says otherwise."""

    id: str
    text: str
    status: Literal["well supported", "supported in animals", "contested"]
    about: Annotated[tuple[str, ...], Meta(min_length=1)]
    supporting: tuple[ReferenceId, ...] = ()
    contesting: tuple[ReferenceId, ...] = ()
    note: str = ""


class Argument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one paper says for or against an explanation."""

    reference: ReferenceId
    text: str


class Rival(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One explanation among several: the arrows it adds, those it weakens, who argues what."""

    id: str
    label: str
    text: str
    adds: tuple[str, ...] = ()
    weakens: tuple[str, ...] = ()
    on: bool = False
    supporting: tuple[Argument, ...] = ()
    contesting: tuple[Argument, ...] = ()
    predicts: tuple[str, ...] = ()
    status: str = ""
