"""The documents of the model say what the pathway file says; `python docs/make_model_tables.py`
brings them in step."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from pathway_viewer.app.resources import default_pathway
from pathway_viewer.app.terminal.constants_document import constants
from pathway_viewer.app.terminal.markdown import cited
from pathway_viewer.model.pathway import Pathway

DOCS = Path(__file__).parents[2] / "docs"
RULE = "python docs/make_model_tables.py brings it in step"


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(DOCS / "make_model_tables.py"))


@pytest.fixture(scope="module")
def pathway(script: dict[str, Any]) -> Pathway:
    return script["opened"](default_pathway())


def test_every_constant_is_in_step(script: dict[str, Any], pathway: Pathway) -> None:
    assert script["is_in_step"]("model_constants.md", constants(pathway)), RULE


@pytest.mark.long
def test_the_failures_are_in_step(script: dict[str, Any], pathway: Pathway) -> None:
    assert script["is_in_step"]("model.md", script["model"](pathway)), RULE


def test_every_constant_has_its_reason(pathway: Pathway) -> None:
    text = constants(pathway)
    for one in (*pathway.kinetics.nodes.values(), *pathway.kinetics.edges.values()):
        assert cited(pathway, one.reason)[:60] in text
    for clock in pathway.clocks:
        assert clock.label in text


def test_tables_are_whole() -> None:
    for name in ("model.md", "model_constants.md"):
        columns = 0
        for line in (DOCS / name).read_text(encoding="utf-8").splitlines():
            bars = line.replace("\\|", "").count("|")
            if line.startswith("|"):
                columns = columns or bars
                assert bars == columns, line
            else:
                columns = 0


def test_citations_are_told_by_author_and_year(pathway: Pathway) -> None:
    told = cited(pathway, "Seen in rats [@li2010; @taylor2012], once | twice.")
    assert told == "Seen in rats (Li 2010; taylor2012, citation incomplete), once \\| twice."


def test_pictures_and_links_of_the_documents_are_there() -> None:
    text = (DOCS / "model.md").read_text(encoding="utf-8")
    for target in ("curve.png", "model_constants.md"):
        assert f"({target})" in text
        assert (DOCS / target).exists()
