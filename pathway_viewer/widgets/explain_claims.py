"""Claims and disputes: what the pathway stands for here, and where papers disagree."""

from __future__ import annotations

import html

from pathway_viewer.model.pathway import Edge
from pathway_viewer.model.story import Claim, Rival
from pathway_viewer.widgets.explanation import Reader, heading


def claims(reader: Reader, id: str) -> str:
    """The uncontested claims about a thing, each with its standing and papers."""
    own = [one for one in reader.pathway.claims if id in one.about and one.status != "contested"]
    if not own:
        return ""
    return heading("What can be said") + "".join(claim(reader, one) for one in own)


def claim(reader: Reader, one: Claim) -> str:
    """A claim, its standing, and the papers on both sides in the same size."""
    sides = [f"for{reader.citer.marks(one.supporting)}"] if one.supporting else []
    if one.contesting:
        sides.append(f"against{reader.citer.marks(one.contesting)}")
    note = f"<br/>{reader.citer.inline(one.note)}" if one.note else ""
    return (
        f"<p>{reader.citer.inline(one.text)}<br/>"
        f'<span class="small">{one.status}; {", ".join(sides)}{note}</span></p>'
    )


def disputes(reader: Reader, edges: list[Edge], id: str) -> str:
    """Contested claims about a thing, disputed arrows at it, and rival explanations of it."""
    contested = [one for one in reader.pathway.claims if id in one.about]
    told = [claim(reader, one) for one in contested if one.status == "contested"]
    told += [disputed(reader, edge, id) for edge in edges if edge.evidence.disputed_by]
    told += [rival(reader, one) for one in rivals_of(reader, edges)]
    return heading("Where papers disagree") + "".join(told) if told else ""


def disputed(reader: Reader, edge: Edge, about: str) -> str:
    """One disputed arrow and the papers that dispute it."""
    if edge.id == about:
        marks = reader.citer.marks(edge.evidence.disputed_by)
        return f'<p>This arrow is <span class="doubt">disputed</span> by{marks}</p>'
    source, target = (reader.pathway.node(end).label for end in (edge.source, edge.target))
    return (
        f'<p><a href="edge:{edge.id}">{html.escape(source)} → {html.escape(target)}</a>: '
        f'<span class="doubt">disputed</span> by'
        f"{reader.citer.marks(edge.evidence.disputed_by)}</p>"
    )


def rivals_of(reader: Reader, edges: list[Edge]) -> list[Rival]:
    """The rival explanations that add or weaken one of these arrows."""
    ids = {edge.id for edge in edges}
    return [one for one in reader.pathway.rivals if ids & {*one.adds, *one.weakens}]


def rival(reader: Reader, one: Rival) -> str:
    """An explanation among several, with how many papers argue each way."""
    sides = [
        f"for{reader.citer.marks(arg.reference for arg in one.supporting)}",
        f"against{reader.citer.marks(arg.reference for arg in one.contesting)}",
    ]
    told = [
        side for side, args in zip(sides, (one.supporting, one.contesting), strict=True) if args
    ]
    return (
        f'<p><a href="rival:{html.escape(one.id)}"><b>{html.escape(one.label)}</b></a>, '
        "one of the explanations: "
        f"{reader.citer.inline(one.text)}"
        f'<br/><span class="small">{", ".join(told)}</span></p>'
    )
