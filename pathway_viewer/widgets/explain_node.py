"""Node explanation: identity, text, neighbours, disagreements, measurements, identifiers."""

from __future__ import annotations

import html

from pathway_viewer.model.evidence import Measurement, Species
from pathway_viewer.model.pathway import Edge, Node
from pathway_viewer.model.text import cited
from pathway_viewer.widgets.explain_claims import claims, disputes
from pathway_viewer.widgets.explanation import (
    Explanation,
    Reader,
    heading,
    rows,
    species_chips,
)
from pathway_viewer.widgets.wording import SIGN_WORD, SPECIES_WORD, evidence_word


def explain_node(reader: Reader, node: Node) -> Explanation:
    """All that is known of a node, for this reader."""
    text = node.text.at(reader.reading) or node.summary
    measured = reader.pathway.measurements_of(node.id)
    parts = [
        reader.citer.html(text),
        neighbours(reader, node),
        disputes(reader, touching(reader, node), node.id),
        claims(reader, node.id),
        measurements(reader, measured),
        identifiers(node) if reader.reading != "patient" else "",
    ]
    body = "".join(parts)
    return Explanation(
        kicker=kicker(reader, node),
        title=node.label,
        subtitle=node.name if node.name != node.label else "",
        html=body,
        chips=species_chips(seen_in(reader, node)),
        references=tuple(reader.citer.ordered(mentioned(body))),
    )


def mentioned(body: str) -> list[str]:
    """The ids of all references a page links to."""
    return [part.split('"', 1)[0] for part in body.split('href="ref:')[1:]]


def kicker(reader: Reader, node: Node) -> str:
    """Type and place ('growth factor · synaptic cleft')."""
    places = {place.id: place.label for place in reader.pathway.compartments}
    known = [node.type, node.identity, places.get(node.compartment, "")]
    return " · ".join(part for part in known if part)


def touching(reader: Reader, node: Node) -> list[Edge]:
    """The arrows into and out of a node."""
    return [edge for edge in reader.pathway.edges if node.id in (edge.source, edge.target)]


def seen_in(reader: Reader, node: Node) -> set[Species]:
    """The kinds of subjects in which the node was measured or an arrow at it was shown."""
    measured: set[Species] = {point.species for point in reader.pathway.measurements_of(node.id)}
    shown: set[Species] = {one for edge in touching(reader, node) for one in edge.evidence.species}
    return measured | shown


def neighbours(reader: Reader, node: Node) -> str:
    """Driven by and drives: the neighbour, the arrow with its evidence, its papers."""
    edges = touching(reader, node)
    driven = [neighbour(reader, edge, edge.source) for edge in edges if edge.target == node.id]
    drives = [neighbour(reader, edge, edge.target) for edge in edges if edge.source == node.id]
    return "".join(
        heading(title) + "".join(lines)
        for title, lines in (("Driven by", driven), ("Drives", drives))
        if lines
    )


def neighbour(reader: Reader, edge: Edge, other: str) -> str:
    """One neighbour: its name, and the arrow's sign and evidence as a link to the arrow."""
    label = html.escape(reader.pathway.node(other).label)
    ids = [*cited(edge.text), *cited(edge.expert)]
    said = f"{SIGN_WORD[edge.sign]} · {evidence_word(edge.evidence)}"
    return (
        f'<p style="margin-bottom: 6px"><a href="node:{other}"><b>{label}</b></a>'
        f'{reader.citer.marks(ids)}<br/><a href="edge:{edge.id}">'
        f'<span class="small">{said}</span></a></p>'
    )


def measurements(reader: Reader, points: tuple[Measurement, ...]) -> str:
    """What was measured: when, what, in whom, at which dose, by whom."""
    if not points:
        return ""
    ordered = sorted(points, key=lambda point: (point.at is None, point.at or 0.0))
    lines = [(html.escape(point.when), measurement(reader, point)) for point in ordered]
    return heading("Measured") + rows(lines)


def measurement(reader: Reader, point: Measurement) -> str:
    """One finding with its number, subjects, dose and paper."""
    setting = [SPECIES_WORD[point.species], point.subjects, point.preparation, point.dose]
    told = [part for part in dict.fromkeys(setting) if part]
    source = point.reported_by or ("another text" if point.confidence == "secondary" else "")
    if source:
        told.append(f"as reported by {source}")
    if point.confidence == "illustrative":
        told.append("illustration only")
    finding = html.escape(point.finding) + html.escape(number(point))
    return (
        f"{finding}{reader.citer.marks([point.reference])}"
        f'<br/><span class="small">{html.escape(" · ".join(told))}</span>'
    )


def number(point: Measurement) -> str:
    """The published value with unit and spread (': 185 ng/mL, SD 6'), or ''."""
    if point.value is None or point.confidence == "illustrative":
        return ""
    spread = f", {point.spread}" if point.spread else ""
    return f": {point.value:g} {point.unit}{spread}".rstrip()


def identifiers(node: Node) -> str:
    """Names in public databases, as CURIEs; one that was never checked says so."""
    if not node.identifiers:
        return ""
    lines = [
        html.escape(one.curie)
        + (f' <span class="small">{html.escape(one.names)}</span>' if one.names else "")
        + ("" if one.checked else ' <span class="small">(not checked)</span>')
        for one in node.identifiers
    ]
    return heading("Identifiers") + f"<p>{'<br/>'.join(lines)}</p>"
