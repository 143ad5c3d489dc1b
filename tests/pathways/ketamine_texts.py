"""The ketamine pathway's prose as lists: every text with its place, its sentences, its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.text import cited, plain, runs

Told = Iterator[tuple[str, str]]
"""Places ('nodes.ampar.student') and texts."""

_END = re.compile(r"(?<=[.?!])[”\"')]*\s+(?=[A-Z0-9(¹⁰-⁹Α-Ω])")
_ABBREVIATED = re.compile(r"\b(?:i\.p|i\.v|s\.c|i\.m|e\.g|vs)\.$")


def with_citations(pathway: Pathway) -> Told:
    """The texts that state facts: each must cite."""
    for node in pathway.nodes:
        for reading in ("patient", "student", "expert"):
            yield f"nodes.{node.id}.{reading}", getattr(node.text, reading)
    for edge in pathway.edges:
        yield f"edges.{edge.id}.text", edge.text
        yield f"edges.{edge.id}.expert", edge.expert
    for chapter in pathway.chapters:
        yield f"chapters.{chapter.id}.text", chapter.text
        if chapter.patient:
            yield f"chapters.{chapter.id}.patient", chapter.patient
        yield f"chapters.{chapter.id}.expert", chapter.expert
    for risk in pathway.risks:
        yield f"risks.{risk.id}.text", risk.text
        if risk.patient:
            yield f"risks.{risk.id}.patient", risk.patient
        yield f"risks.{risk.id}.expert", risk.expert
    yield from ((f"steps.{step.id}.notes", step.notes) for step in pathway.steps)
    yield from ((f"claims.{claim.id}.text", claim.text) for claim in pathway.claims)
    yield from ((f"rivals.{rival.id}.text", rival.text) for rival in pathway.rivals)
    yield from ((f"agents.{agent.id}.text", agent.text) for agent in pathway.agents)
    yield from ((f"experiments.{row.id}.text", row.text) for row in pathway.experiments)
    yield from ((f"stages.{stage.id}.text", stage.text) for stage in pathway.stages)
    yield from ((f"scenarios.{one.id}.text", one.text) for one in pathway.scenarios)
    yield "limits", pathway.limits


def without_citations(pathway: Pathway) -> Told:
    """Short texts beside those: captions, notes, questions, meanings, reasons of a mapping."""
    for node in pathway.nodes:
        yield f"nodes.{node.id}.summary", node.summary
        yield from ((f"nodes.{node.id}.now", now.text) for now in node.now)
    yield from ((f"edges.{edge.id}.added", edge.added) for edge in pathway.edges if edge.added)
    yield from ((f"steps.{step.id}.ask", step.ask) for step in pathway.steps)
    yield from ((f"glossary.{word.word}", word.meaning) for word in pathway.glossary)
    yield from ((f"claims.{claim.id}.note", claim.note) for claim in pathway.claims if claim.note)
    for risk in pathway.risks:
        yield from ((f"risks.{risk.id}.number", number.text) for number in risk.numbers)
    for rival in pathway.rivals:
        for argument in (*rival.supporting, *rival.contesting):
            yield f"rivals.{rival.id}.{argument.reference}", argument.text
        yield from ((f"rivals.{rival.id}.predicts", text) for text in rival.predicts)
        yield f"rivals.{rival.id}.status", rival.status
    for row in pathway.experiments:
        yield f"experiments.{row.id}.mapping", row.mapping or row.not_expressible
    for point in pathway.measurements:
        yield f"measurements.{point.node}.{point.reference}", point.finding
        if point.note:
            yield f"measurements.{point.node}.{point.reference}.note", point.note
    for stage in pathway.stages:
        yield from ((f"stages.{stage.id}.caveat", caveat) for caveat in stage.caveats)
    yield from ((f"compartments.{one.id}", one.text) for one in pathway.compartments)


def all_texts(pathway: Pathway) -> Told:
    """Everything that is read as prose."""
    yield from with_citations(pathway)
    yield from without_citations(pathway)


def sentences(text: str) -> list[str]:
    """A text's sentences without their citations, white space as single blanks."""
    found: list[str] = []
    for piece in _END.split(" ".join(plain(text).split())):
        if found and _ABBREVIATED.search(found[-1]) and not piece[0].isupper():
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


def attributed(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words that lead up to each citation group, within its sentence, and the papers cited."""
    words = ""
    for run in runs(" ".join(text.split())):
        if run.citations:
            yield words.strip(" ;,."), run.citations
            words = ""
        else:
            words = _END.split(words + run.text)[-1] if run.text.strip() else words


def papers(pathway: Pathway, id: str) -> frozenset[str]:
    """The papers cited in the texts of a node or an arrow; KeyError when there is no such."""
    return frozenset(cited(prose(pathway, id)))


def prose(pathway: Pathway, id: str) -> str:
    """All that is told of a node or an arrow, as one text; KeyError when there is no such."""
    if id in pathway.edge_index:
        edge = pathway.edge(id)
        return f"{edge.text}\n{edge.expert}"
    node = pathway.node(id)
    return f"{node.text.patient}\n{node.text.student}\n{node.text.expert}"
