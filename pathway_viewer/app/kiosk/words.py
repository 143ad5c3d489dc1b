"""Kiosk words: what the card beside the picture says, in the plainest words that the file has."""

from __future__ import annotations

from pathway_viewer.export.sheet_text import sentences
from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Chapter, Reading
from pathway_viewer.model.text import plain
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.widgets.plain_card import Words

HINT = "Touch a box in the picture to learn what it is."


def words_of(
    pathway: Pathway,
    frame: Frame,
    chapters: tuple[Chapter, ...],
    selection: str,
    reading: Reading,
    visited: bool,
) -> Words:
    """The node that was touched, else what happens at this moment. Citations are left out."""
    if selection and selection in pathway.node_index:
        return _of_node(pathway, frame, selection, reading)
    chapter = frame.chapter
    return Words(
        kicker=_place(chapter, chapters),
        title=chapter.title if chapter else pathway.title,
        text=plain(_told(chapter, reading)) if chapter else plain(pathway.subtitle),
        hint=HINT if visited else "",
    )


def caption_of(frame: Frame, reading: Reading) -> str:
    """The sentence in the picture's heading: for patients the first of their chapter.

    The file's own captions are written for students; before the dose they say what is true then.
    """
    chapter = frame.chapter
    if reading != "patient" or chapter is None or not chapter.patient or frame.time < 0:
        return frame.caption
    return plain(sentences(chapter.patient)[0])


def _of_node(pathway: Pathway, frame: Frame, id: str, reading: Reading) -> Words:
    node = pathway.node(id)
    word = frame.words[pathway.node_index[NodeId(id)]]
    return Words(
        kicker=f"Now: {word}",
        title=node.label,
        subtitle=node.name if node.name != node.label else "",
        text=plain(node.text.at(reading) or node.summary),
        closable=True,
    )


def _told(chapter: Chapter, reading: Reading) -> str:
    """What a chapter says to this reader, in plainer words where there are no others."""
    own = {"patient": chapter.patient, "student": chapter.text, "expert": chapter.expert}
    return own[reading] or chapter.text or chapter.patient


def _place(chapter: Chapter | None, chapters: tuple[Chapter, ...]) -> str:
    """'Chapter 2 of 6', '' outside of all chapters."""
    if chapter is None:
        return ""
    return f"Chapter {chapters.index(chapter) + 1} of {len(chapters)}"
