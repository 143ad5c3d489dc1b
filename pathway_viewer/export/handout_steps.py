"""Handout steps: what is told of each step, and how a step stands on paper."""

from __future__ import annotations

import html
from dataclasses import dataclass

from pathway_viewer.export.pages import MM, PAPERS, POINT, Block, PaperId, Piece
from pathway_viewer.export.pages_picture import RULE, Shot, picture, ratio, ruled
from pathway_viewer.export.pages_prose import Prose
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Reading, Step
from pathway_viewer.model.times import spoken
from pathway_viewer.scene.picture import moment
from pathway_viewer.widgets.citer import Citer

GAP = 3 * MM
SIZES = {1: 10.0 * POINT, 2: 9.0 * POINT, 3: 8.5 * POINT, 6: 8.5 * POINT}
"""Size of the notes by steps a page."""

BESIDE = 0.56
"""The share of the width that a picture takes where the notes stand beside it."""

MOST_TOLD = 2
"""So many participants of a step are explained to a patient."""


@dataclass(frozen=True)
class Stop:
    """A step of the lecture, what the diagram shows there, and what is changed in its run."""

    step: Step
    shot: Shot
    what_if: str = ""


@dataclass(frozen=True)
class Form:
    """How a handout is made up: steps a page (1, 2, 3 or 6), notes or lines to write on, look."""

    paper: PaperId = "a4"
    per_page: int = 3
    lines: bool = False
    theme: ThemeId = "print"
    reading: Reading = "student"
    layers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class StepBlock:
    """A step that stands on one page, and the notes that go on after it where they are too long."""

    block: Block
    notes: Prose | None = None
    top: float = 0.0


def when(stop: Stop) -> str:
    """The moment and the clock, in words."""
    said = moment(stop.step.at, stop.shot.frame.origin)
    if stop.step.until is not None:
        said = f"{said} to {spoken(stop.step.until)}"
    return f"{said} · {stop.shot.clock}" if stop.shot.clock else said


def notes_of(pathway: Pathway, step: Step, reading: Reading) -> tuple[str, ...]:
    """What is told at a step, a text a paragraph: to a patient what its participants are.

    An expert also reads the expert paragraph of the chapter that the step falls in.
    """
    if reading == "patient":
        known = [pathway.node(id) for id in step.focus if id in pathway.node_index]
        return tuple(node.text.at("patient") for node in known[:MOST_TOLD])
    told = [step.notes]
    if reading == "expert":
        chapters = pathway.chapters_of(step.scenario)
        inside = [one.expert for one in chapters if one.start <= step.at < one.end]
        told += inside[:1]
    return tuple(text for text in told if text)


def step_block(
    pathway: Pathway, stop: Stop, number: int, form: Form, citer: Citer, size: tuple[float, float]
) -> StepBlock:
    """A step in a cell of this width and height; taller only where its notes need it."""
    head = _heading(stop, number, form, size[0])
    if form.per_page == 6:
        high = min(size[0] * ratio(pathway), size[1] - head.height - GAP)
        shown = _shown(pathway, stop, form, (size[0], high))
        below = head.height + high
        lines = ruled(size[0], size[1] - below - GAP)
        parts = ((head, 0.0, 0.0), (shown, 0.0, head.height), (lines, 0.0, below))
        return StepBlock(_joined(size[1], *parts))
    if form.per_page == 3:
        return _beside(pathway, stop, form, citer, head, size)
    return _below(pathway, stop, form, citer, head, size)


def _below(
    pathway: Pathway, stop: Stop, form: Form, citer: Citer, head: Block, size: tuple[float, float]
) -> StepBlock:
    """Notes below the picture, which gives way as far as 60 % of its height."""
    width, high = size
    notes = _notes(pathway, stop, form, citer, width)
    full = width * ratio(pathway)
    # A picture that was to stand beside its notes may need more than their cell below each other.
    high = max(high, head.height + 0.6 * full + GAP)
    room = high - head.height - GAP
    wide = max(0.6 * full, min(full, room - notes.height))
    shown = _shown(pathway, stop, form, (wide / ratio(pathway), wide))
    x, y = (width - wide / ratio(pathway)) / 2, head.height + wide + GAP
    parts = [(head, 0.0, 0.0), (shown, x, head.height)]
    left = high - y
    if notes.height > left:
        cut = notes.cut(0.0, left)
        top = cut.bottom if cut else 0.0
        if cut:
            parts.append((Block((notes.piece(0.0, top),), top), 0.0, y))
        return StepBlock(_joined(high, *parts), notes, cut.next_top if cut else 0.0)
    parts.append((notes.block(), 0.0, y))
    lines = ruled(width, left - notes.height - GAP)
    if form.per_page == 1 or form.lines:
        parts.append((lines, 0.0, y + notes.height + GAP))
    return StepBlock(_joined(high, *parts))


def _beside(
    pathway: Pathway, stop: Stop, form: Form, citer: Citer, head: Block, size: tuple[float, float]
) -> StepBlock:
    """Notes to the right of the picture, or lines to write on."""
    width, high = size
    left = width * BESIDE
    x, room = left + 2 * GAP, width - left - 2 * GAP
    under = _question(stop, form, citer, left)
    tall = min(left * ratio(pathway), high - head.height - under.height - GAP)
    shown = _shown(pathway, stop, form, (tall / ratio(pathway), tall))
    y = head.height + shown.height + GAP
    parts = [(head, 0.0, 0.0), (shown, 0.0, head.height), (under.block(), 0.0, y)]
    if form.lines:
        parts.append((ruled(room, high - head.height - RULE / 2), x, head.height - RULE / 2))
        return StepBlock(_joined(high, *parts))
    notes = _notes(pathway, stop, form, citer, room, question=False)
    need = max(high, head.height + notes.height, y + under.height)
    if need > PAPERS[form.paper].inner.height():
        return _below(pathway, stop, form, citer, head, size)
    return StepBlock(_joined(need, *parts, (notes.block(), x, head.height)))


def _shown(pathway: Pathway, stop: Stop, form: Form, size: tuple[float, float]) -> Block:
    return picture(pathway, stop.shot, form.theme, form.layers, size)


def _heading(stop: Stop, number: int, form: Form, width: float) -> Block:
    """Number, title and time; the height includes the gap below."""
    size = SIZES[form.per_page]
    title = f"<b>{number}&ensp;{html.escape(stop.step.title)}</b>"
    between = "<br/>" if form.per_page == 6 else "&emsp;"
    grown = round(size * 1.2)
    said = (
        f'<p><span style="font-size: {grown}px">{title}</span>{between}'
        f'<span class="muted">{html.escape(when(stop))}</span></p>'
    )
    if stop.what_if:
        said += f"<p><b>What if:</b> {html.escape(stop.what_if)}</p>"
    block = Prose(said, width, size, 108).block()
    return Block(block.pieces, block.height + 1.5 * MM)


def _notes(
    pathway: Pathway, stop: Stop, form: Form, citer: Citer, width: float, question: bool = True
) -> Prose:
    """Everything that is told at this step."""
    size = SIZES[form.per_page]
    if form.lines:
        return _question(stop, form, citer, width)
    told = "".join(printed(citer, text) for text in notes_of(pathway, stop.step, form.reading))
    asked = _asked(stop, form, citer) if question else ""
    return Prose(told + asked, width, size)


def _question(stop: Stop, form: Form, citer: Citer, width: float) -> Prose:
    return Prose(_asked(stop, form, citer), width, SIZES[form.per_page])


def _asked(stop: Stop, form: Form, citer: Citer) -> str:
    """What the room was asked; a patient sheet of it asks nothing."""
    if not stop.step.ask or form.reading == "patient":
        return ""
    return f"<p><b>Question:</b> {_kept(citer.inline(stop.step.ask))}</p>"


def printed(citer: Citer, text: str) -> str:
    """A text as HTML with its numbers."""
    return _kept(citer.html(text))


def _kept(told: str) -> str:
    """Numbers kept on the line of the word before them: a hair space is a place to break."""
    return told.replace("&#8202;", "")


def _joined(height: float, *parts: tuple[Block, float, float]) -> Block:
    """Blocks at their places in one."""
    pieces: list[Piece] = [piece for block, x, y in parts for piece in block.at(x, y)]
    return Block(tuple(piece for piece in pieces if piece.box.height() > 0), height)
