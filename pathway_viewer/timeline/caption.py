"""The sentence under the picture: what the file says is happening, or what the levels say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.text import plain
from pathway_viewer.timeline.doing import Doing

Floats = NDArray[np.float64]

LONGEST = 90
"""No composed caption is longer, where the labels allow."""

_VERBS = {
    Doing.SHUT: ("is blocked", "are blocked"),
    Doing.HELD: ("is held", "are held"),
    Doing.RISING: ("rises", "rise"),
    Doing.PEAK: ("peaks", "peak"),
    Doing.FALLING: ("falls", "fall"),
    Doing.BLOCKED: ("is blocked", "are blocked"),
    Doing.LOW: ("is {}", "are {}"),
    Doing.EASING: ("eases", "ease"),
    Doing.RECOVERING: ("recovers", "recover"),
    Doing.ABOVE: ("stays {}", "stay {}"),
    Doing.BELOW: ("stays {}", "stay {}"),
}
"""What is told first stands first; {} is the node's own word."""

_ORDER = {int(doing): order for order, doing in enumerate(_VERBS)}
_NAMES = ((2, 2), (2, 1), (1, 1), (1, 0))
"""How many nodes the two clauses name, from the fullest caption to the shortest."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of the file and the hours for which it is true, both ends included."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Captions:
    """The file's sentences in order of time, and the nodes of the first layer by name."""

    sentences: tuple[Sentence, ...]
    columns: tuple[int, ...]
    labels: tuple[str, ...]

    @classmethod
    def of(cls, pathway: Pathway) -> Self:
        """Collect from a pathway; citations are left out of the sentences."""
        said = (now for node in pathway.nodes for now in node.now)
        sentences = (Sentence(now.start, now.end, plain(now.text)) for now in said)
        core = [(i, n) for i, n in enumerate(pathway.nodes) if n.layer == pathway.layers[0].id]
        return cls(
            tuple(sorted(sentences, key=lambda sentence: sentence.start)),
            tuple(i for i, _ in core),
            tuple(node.label for _, node in core),
        )

    def at(
        self,
        time: float,
        doings: Sequence[int],
        words: Sequence[str],
        changes: Floats,
        told: bool = True,
    ) -> str:
        """The latest begun sentence of the file that is true now, else one from the levels.

        `doings`, `words` and `changes` (N,) follow the pathway's nodes. Where the file does not
        tell this run, its sentences are left alone.
        """
        true = (one for one in reversed(self.sentences) if one.start <= time <= one.end)
        if told and (sentence := next(true, None)):
            return sentence.text
        groups: dict[tuple[int, str], list[tuple[float, str]]] = {}
        for column, label in zip(self.columns, self.labels, strict=True):
            said = (_ORDER.get(doings[column], -1), words[column])
            groups.setdefault(said, []).append((-abs(float(changes[column])), label))
        return _composed(sorted((key, sorted(who)) for key, who in groups.items() if key[0] >= 0))


Group = tuple[tuple[int, str], list[tuple[float, str]]]


def _composed(groups: Sequence[Group]) -> str:
    """'BDNF release and TrkB rise; glutamate eases.' The largest changes are named."""
    if not groups:
        return "Everything is at rest."
    drafts = [_sentence(groups, counts) for counts in _NAMES]
    return next((draft for draft in drafts if len(draft) <= LONGEST), drafts[-1])


def _sentence(groups: Sequence[Group], counts: Sequence[int]) -> str:
    """One sentence of a clause a group, each naming at most so many nodes."""
    told = [(key, who[:count]) for (key, who), count in zip(groups, counts, strict=False) if count]
    names = [(key, [name for _, name in who]) for key, who in told]
    first, *rest = names
    return "; ".join([_clause(*first), *(_clause(key, _inside(who)) for key, who in rest)]) + "."


def _inside(names: Sequence[str]) -> list[str]:
    """Names where their clause does not begin the sentence."""
    return [_lowered(names[0]), *names[1:]]


def _clause(key: tuple[int, str], names: Sequence[str]) -> str:
    order, word = key
    verb = list(_VERBS.values())[order][len(names) > 1 or _plural(names[0])]
    return f"{' and '.join([names[0], *map(_lowered, names[1:])])} {verb.format(word)}"


def _plural(label: str) -> bool:
    """Whether a label reads as a plural: 'Synaptic proteins', but not 'Neurogenesis'."""
    return label.endswith("s") and not label.endswith(("ss", "is", "us"))


def _lowered(label: str) -> str:
    """A label inside a sentence: 'Glutamate' gives way; 'BDNF', 'TrkB', 'Akt', 'Ca²⁺' do not.

    A short word is a name, unless plain words follow it: 'New proteins'.
    """
    word, *rest = label.split(" ")
    long = len(word) > 3 or (bool(rest) and all(w.isalpha() and w.islower() for w in rest))
    plain = long and word.isalpha() and word[1:].islower()
    return label[:1].lower() + label[1:] if plain else label
