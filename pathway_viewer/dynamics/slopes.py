"""Where each link stands in the Jacobian, so that a Jacobian is one sum over links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.gates import Gates

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Indices = NDArray[np.intp]

DRUG_ENTRIES = ((0, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2))
"""Which drug state (first) moves which (second): waiting, in the blood, in the depth."""


class Slopes:
    """d drives / d levels and d rates / d states of a push on a network.

    A link from a display group is one from each of its members; a link from the drug node
    answers to the amount in the blood; of the others only those from columns that move count.
    Places of entries are found once, values by each call. `open` (moving,) tells which scaled
    drives were below their cap when drives were asked for last: at the cap nothing moves them.
    """

    def __init__(self, gates: Gates, scale: Array, held: Indices) -> None:
        net = gates.network
        self.gates = gates
        self.moving, self.size = gates.moving, gates.moving + len(DRUG_ENTRIES) // 2
        members = {group: inside.tolist() for group, inside in net.groups}
        spread = [
            (link, source, 1.0 / len(sources))
            for link, one in enumerate(net.links)
            for sources in [members.get(one.source, [one.source])]
            for source in sources
            if source < gates.moving or source == net.drug
        ]
        self.link = np.array([link for link, _, _ in spread], dtype=np.intp)
        self.source = np.array([source for _, source, _ in spread], dtype=np.intp)
        self.target = gates.target[self.link]
        free = scale.copy()
        free[held] = 0.0
        self.share = np.array([share for _, _, share in spread]) * free[self.target]
        self.drug = np.flatnonzero(self.source == net.drug)
        self.of_rates_at = self._entries()
        self.open: NDArray[np.bool_] | None = None

    def _entries(self) -> Indices:
        """The places, in a table with a row for each state that is varied, of all values."""
        first = self.moving
        source = self.source.copy()
        source[self.drug] = first + 1
        own = np.arange(first)
        cause, effect = np.array(DRUG_ENTRIES).T + first
        varied = np.concatenate([source, own, cause])
        moved = np.concatenate([self.target, own, effect])
        return varied * self.size + moved

    def _values(self) -> Array:
        values = self.gates.slopes()[self.link] * self.share
        return values if self.open is None else values * self.open[self.target]

    def of_drives(self) -> Array:
        """d drive / d level (moving, moving), at the levels last given to the gates."""
        inner = np.flatnonzero(self.source < self.moving)
        place = self.target[inner] * self.moving + self.source[inner]
        return _table(place, self._values()[inner], self.moving)

    def of_rates(self, pace: Array, drug_slope: float, drug: tuple[float, ...]) -> Array:
        """d rate / d state, a row for each state that is varied (size, size).

        `pace` (moving,) is how fast each level follows its drive, `drug_slope` how the drug
        node answers to the blood, `drug` the values of `DRUG_ENTRIES`.
        """
        values = self._values() * pace[self.target]
        values[self.drug] *= drug_slope
        entries = np.concatenate([values, -pace, drug])
        return _table(self.of_rates_at, entries, self.size)


def _table(places: Indices, values: Array, size: int) -> Array:
    """A square table with values at places, added up where places repeat."""
    sums = np.bincount(places, values, size**2).astype(np.float64, copy=False)
    return sums.reshape(size, size)
