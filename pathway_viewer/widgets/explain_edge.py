"""Edge explanation: the sentence, the expert's paragraph, the evidence behind an arrow."""

from __future__ import annotations

import html

from pathway_viewer.model.evidence import Evidence, Strength
from pathway_viewer.model.pathway import Edge
from pathway_viewer.widgets.explain_claims import claims, disputes
from pathway_viewer.widgets.explain_node import mentioned
from pathway_viewer.widgets.explanation import (
    Chip,
    Explanation,
    Reader,
    heading,
    rows,
    species_chips,
)
from pathway_viewer.widgets.wording import SIGN_WORD, STRENGTH_WORD

STRENGTH_ROLE: dict[Strength, str] = {
    "strong": "chip-strong",
    "moderate": "chip-strong",
    "weak": "chip",
    "contested": "chip-doubt",
    "hypothesis": "chip-doubt",
}


DISPUTED = Chip("disputed", "chip-doubt")


def explain_edge(reader: Reader, edge: Edge) -> Explanation:
    """All that is known of an arrow, for this reader."""
    source, target = (reader.pathway.node(end) for end in (edge.source, edge.target))
    parts = [
        reader.citer.html(edge.text),
        expert(reader, edge),
        facts(reader, edge),
        disputes(reader, [edge], edge.id),
        claims(reader, edge.id),
        added(reader, edge),
    ]
    body = "".join(parts)
    return Explanation(
        kicker=f"Arrow · {SIGN_WORD[edge.sign]}",
        title=f"{source.label} → {target.label}",
        subtitle="",
        html=body,
        chips=chips(edge.evidence),
        references=tuple(reader.citer.ordered(mentioned(body))),
    )


def chips(evidence: Evidence) -> tuple[Chip, ...]:
    """Strength, then every kind of subject: dark where there is evidence, pale where none."""
    strength = Chip(STRENGTH_WORD[evidence.strength], STRENGTH_ROLE[evidence.strength])
    told = evidence.disputed_by and evidence.strength != "contested"
    return (strength, *species_chips(evidence.species), *((DISPUTED,) if told else ()))


def expert(reader: Reader, edge: Edge) -> str:
    """The expert's paragraph, under a heading for students, not for patients."""
    if reader.reading == "patient" or not edge.expert:
        return ""
    title = heading("For experts") if reader.reading == "student" else ""
    return title + reader.citer.html(edge.expert)


def facts(reader: Reader, edge: Edge) -> str:
    """Ends, mechanism and explanations that need the arrow, as a table."""
    source, target = (reader.pathway.node(end) for end in (edge.source, edge.target))
    lines = [
        ("From", f'<a href="node:{source.id}">{html.escape(source.label)}</a>'),
        ("To", f'<a href="node:{target.id}">{html.escape(target.label)}</a>'),
    ]
    if edge.mechanism:
        lines.append(("Mechanism", reader.citer.inline(edge.mechanism)))
    return heading("The arrow") + rows(lines)


def added(reader: Reader, edge: Edge) -> str:
    """Why an arrow is drawn that no collected row lists by itself."""
    if not edge.added:
        return ""
    return heading("Why this arrow was added") + reader.citer.html(edge.added)
