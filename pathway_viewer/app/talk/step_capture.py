"""Step capture: the view of this moment as a step of the file."""

from __future__ import annotations

from collections.abc import Mapping

from pathway_viewer.app.saving import push_item, stem_of
from pathway_viewer.app.session import Session
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.text import plain
from pathway_viewer.model.times import spoken, written
from pathway_viewer.scene.view import DiagramView

LONGEST_TITLE = 60


def captured(session: Session, diagram: DiagramView) -> Mapping[str, object] | None:
    """Keys in their order, times with their unit; None while there is nothing to see."""
    pathway, head, frame = session.pathway, session.playback, session.frame
    if pathway is None or head is None or frame is None:
        return None
    run = session.conditions
    title = frame.chapter.title if frame.chapter else f"At {spoken(head.time)}"
    item: dict[str, object] = {
        "id": free_id(pathway, title),
        "title": plain(title)[:LONGEST_TITLE],
        "at": written(rounded(head.time)),
        "focus": focus_of(pathway, session.selection),
        "notes": frame.caption or title,
    }
    if run.scenario:
        item["scenario"] = run.scenario
    if diagram.zoom > 1:
        item["camera"] = list(near(diagram))
    if run.perturbations:
        item["perturbations"] = [push_item(one) for one in run.perturbations]
    if run.rivals:
        item["rivals"] = dict(run.rivals)
    return item


def focus_of(pathway: Pathway, selection: str) -> list[str]:
    """What is selected; of an arrow its two ends as well."""
    if selection in pathway.edge_index:
        edge = pathway.edge(selection)
        return [str(edge.source), selection, str(edge.target)]
    return [selection] if selection else []


def near(diagram: DiagramView) -> tuple[str, ...]:
    """The nodes that are seen whole."""
    picture = diagram.picture()
    field = picture.field.intersected(diagram.rect()) if picture else None
    if field is None:
        return ()
    boxes = {id: diagram.box_of(id) for id in diagram.node_order()}
    return tuple(id for id, box in boxes.items() if box is not None and field.contains(box))


def rounded(hours: float) -> float:
    """A time as precise as a talk needs it: a tenth of a minute, minutes after a day."""
    minutes = hours * 60
    return (round(minutes, 1) if abs(hours) < 24 else round(minutes)) / 60


def free_id(pathway: Pathway, title: str) -> str:
    """A title as an id that no step has."""
    stem, taken = stem_of(title, "step"), {step.id for step in pathway.steps}
    numbered = (f"{stem}-{count}" for count in range(2, len(taken) + 3))
    return stem if stem not in taken else next(id for id in numbered if id not in taken)
