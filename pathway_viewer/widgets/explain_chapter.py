"""Chapter explanation: what the panel says when nothing is selected."""

from __future__ import annotations

import html

from pathway_viewer.model.story import Chapter
from pathway_viewer.widgets.explain_node import mentioned
from pathway_viewer.widgets.explanation import Explanation, Reader, heading
from pathway_viewer.widgets.wording import span

HOW = (
    "<p>Press <b>Space</b> to play to the next chapter. Drag anywhere on the timeline, or use "
    "<b>,</b> and <b>.</b> to step.</p>"
    "<p>Click a box or an arrow for its explanation and its papers. With the keyboard: "
    "<b>Tab</b> to the diagram, arrow keys along the cascade, <b>Enter</b> explains, "
    "<b>Esc</b> comes back here.</p>"
    '<p><a href="command:shortcuts">All keys</a></p>'
)


CHANGED = '<p class="note">Something is changed in this run. This text tells it unchanged.</p>'


def explain_chapter(
    reader: Reader,
    chapter: Chapter | None,
    scenario: str,
    told: bool = True,
    origin: str = "the dose",
) -> Explanation:
    """The chapter under the play head, or the pathway itself where there is none.

    `told` is whether the run is one that the chapter tells, `origin` what times count from.
    """
    if chapter is None:
        return explain_pathway(reader)
    every = reader.pathway.chapters_of(scenario)
    count = every.index(chapter) + 1 if chapter in every else 0
    expert = reader.reading == "expert" and chapter.expert
    note = "" if told else CHANGED
    more = reader.citer.html(chapter.expert) if expert else ""
    body = note + reader.citer.html(chapter.text) + more
    place = f"Chapter {count} of {len(every)}" if count else "Chapter"
    return Explanation(
        kicker=f"{place} · {span(chapter.start, chapter.end, origin)}",
        title=chapter.title,
        subtitle="",
        html=body + heading("Explore") + HOW,
        references=tuple(reader.citer.ordered(mentioned(body))),
    )


def explain_pathway(reader: Reader) -> Explanation:
    """The pathway's own introduction: its subtitle and how to find one's way."""
    count = len(reader.pathway.nodes)
    return Explanation(
        kicker=f"{count} participants, {len(reader.pathway.edges)} arrows",
        title=reader.pathway.title,
        subtitle="",
        html=f"<p>{html.escape(reader.pathway.subtitle)}</p>{heading('Explore')}{HOW}",
    )
