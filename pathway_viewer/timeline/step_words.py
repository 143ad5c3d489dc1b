"""A step's changes in words for a room: what is tried, and which explanation is on."""

from __future__ import annotations

from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.what_if_words import push_words


def change_words(pathway: Pathway, conditions: Conditions) -> str:
    """'What if: AMPA receptors blocked, from 30 min before. With: Lateral habenula', or ''."""
    labels = {str(rival.id): rival.label for rival in pathway.rivals}
    done = "; ".join(push_words(pathway, one) for one in conditions.perturbations)
    switched = {
        word: ", ".join(labels.get(id, id) for id, on in conditions.rivals if on == state)
        for word, state in (("With", True), ("Without", False))
    }
    told = [f"What if: {done}"] if done else []
    told += [f"{word}: {names}" for word, names in switched.items() if names]
    return " · ".join(told)
