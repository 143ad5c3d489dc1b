"""References are numbered once, in the order a reader meets them."""

from __future__ import annotations

from pathlib import Path

from pathway_viewer.app.numbering import marks, numbering
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway


def small(file: Path) -> Pathway:
    pathway = load(file).pathway
    assert pathway is not None
    return pathway


def test_numbers_follow_first_citation_and_leave_nothing_out(file: Path) -> None:
    numbers = numbering(small(file))
    assert numbers == {"adams2001": 1, "brown2010": 2, "clark2015": 3, "lost1999": 4}


def test_marks_are_what_the_things_own_texts_cite(file: Path) -> None:
    pathway = small(file)
    found = marks(pathway, numbering(pathway))
    assert found["drug"] == (1, 2)
    assert found["relay__outcome"] == (1, 3, 4)
    assert found["brake__relay"] == (2, 3), "those that dispute it count"
    assert set(found) == {n.id for n in pathway.nodes} | {e.id for e in pathway.edges}
