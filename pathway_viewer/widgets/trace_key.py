"""Trace key: what a curve, its marks and its bands are, in a few plain sentences."""

from __future__ import annotations

from dataclasses import dataclass

from pathway_viewer.model.evidence import Measurement, Species
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.plot_bands import PlotBand
from pathway_viewer.widgets.plot_marks import PlotMark
from pathway_viewer.widgets.wording import SPECIES_WORD, joined

SIGNS: dict[Species, str] = {"human": "●○", "rodent": "◆◇", "cells": "■□"}
"""A filled and a hollow sign a species: filled where the curve is on its clock."""


@dataclass(frozen=True)
class TraceKey:
    """What is drawn: the clock and species of the curve, its marks and bands, and all points."""

    clock: str
    scale: str
    species: Species
    doses: int
    points: tuple[Measurement, ...]
    marks: tuple[PlotMark, ...]
    bands: tuple[PlotBand, ...]
    ghost: Ghost | None = None
    dose_word: str = "dose"

    def text(self) -> str:
        """The key, a sentence a fact."""
        said = [f"{self.clock}, {self.scale.lower()}.", self._measured(), self._left_out()]
        said += [
            self._bands(),
            self._line(),
            f"Grey line: {self.ghost.told}." if self.ghost else "",
        ]
        return " ".join(part for part in said if part)

    def _measured(self) -> str:
        if not self.marks:
            there = (
                "No measurement behind this curve"
                if not self.points
                else "No point measured at a known hour"
            )
            return f"{there}." if not self.bands else ""
        kinds = [self._kind(species) for species in SPECIES_WORD]
        told = f"Measured: {joined([kind for kind in kinds if kind])}"
        told += ", without what is changed here" if self._changed() else ""
        told += f"{self._doses_told()}."
        if not any(mark.own for mark in self.marks):
            others = joined([SPECIES_WORD[one] for one in SPECIES_WORD if self._has(one)])
            told += f" Measured in {others} only; this curve is on the {self._whose()} clock."
        return told + (" Whiskers: published spread." if self._whiskers() else "")

    def _doses_told(self) -> str:
        """Of marks beside a run of several doses that were measured after one."""
        single = sum(not mark.same_doses for mark in self.marks)
        if self.doses < 2 or not single:
            return ""
        return f", {'' if single == len(self.marks) else 'some '}after one {self.dose_word}"

    def _kind(self, species: Species) -> str:
        if not self._has(species):
            return ""
        own = species == self.species
        clock = "" if own else " (not this clock)" if species != "cells" else " (no clock)"
        return f"{SIGNS[species][0 if own else 1]} {SPECIES_WORD[species]}{clock}"

    def _left_out(self) -> str:
        count = len(self.points) - len(self.marks)
        if not count or not self.points:
            return ""
        more = f"{count} more" if self.marks else f"{count}"
        return f"{more} without a comparable hour: see Measured below."

    def _bands(self) -> str:
        if not self.bands:
            return ""
        return f"Grey bands: when it was seen to {joined([*dict.fromkeys(self._names())])}."

    def _names(self) -> list[str]:
        return [band.name for band in self.bands]

    def _line(self) -> str:
        if not self._changed() and (self.bands or any(mark.own for mark in self.marks)):
            return "Line: teaching model, solid near measurements, dashed where it is illustration."
        return "Line: teaching model, all of it illustration."

    def _changed(self) -> bool:
        return self.ghost is not None and self.ghost.untouched is not None

    def _has(self, species: Species) -> bool:
        return any(mark.species == species for mark in self.marks)

    def _whiskers(self) -> bool:
        return any(mark.reach or mark.span for mark in self.marks)

    def _whose(self) -> str:
        return {"human": "human", "rodent": "rodent", "cells": "cells'"}[self.species]
