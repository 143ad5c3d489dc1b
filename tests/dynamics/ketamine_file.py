"""The ketamine pathway, loaded once for all tests of its levels."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway


@cache
def ketamine() -> Pathway:
    loaded = load(Path(__file__).parents[2] / "pathways" / "ketamine.yaml")
    assert loaded.pathway is not None
    return loaded.pathway
