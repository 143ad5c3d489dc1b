"""The card of the moment: what it says, in which colour, and that all of it is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawing import Recorded, painted, share_of
from msgspec import structs
from PySide6.QtCore import QRectF
from small import CHAPTER, frame, small

from pathway_viewer.look.theme import THEMES, Theme, contrast
from pathway_viewer.model.story import Chapter
from pathway_viewer.scene.lettering import Hand, width
from pathway_viewer.scene.now_card import Card, card_of, paint_card, sentence_set, told

pytestmark = pytest.mark.usefixtures("qapp")

CLOCK = "Human clock"
CARD = Card("2 h", "after the dose", "The pulse", "#dbe7f1", "The relay rises.", CLOCK)
EVERY_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)


@pytest.mark.parametrize(
    ("hours", "origin", "parts"),
    [
        (2.0, "the dose", ("2 h", "after the dose")),
        (0.0, "the first infusion", ("0 h", "at the first infusion")),
        (-1 / 6, "the dose", ("10 min", "before the dose")),
        (480.0, "the first dose", ("2 wk 6 d", "after the first dose")),
        (2.0, "", ("2 h", "from the start")),
        (0.0, "", ("0 h", "at the start")),
    ],
)
def test_the_moment_is_told_in_two_parts(hours: float, origin: str, parts: tuple[str, str]):
    assert told(hours, origin) == parts


@EVERY_THEME
def test_it_has_the_colour_of_its_chapter(theme: Theme):
    later = Chapter(id="later", title="Later", start=6.0, end=9.0, text="It fades.")
    pathway = structs.replace(small(), chapters=(CHAPTER, later))
    first = card_of(frame(pathway), pathway, theme, CLOCK)
    second = card_of(replace(frame(pathway), chapter=later), pathway, theme, CLOCK)
    assert (first.color, second.color) == theme.chapters[:2]
    assert card_of(replace(frame(pathway), chapter=None), pathway, theme, "").color == theme.raised
    assert all(contrast(theme.ink, color) >= 4.5 for color in (*theme.chapters, theme.raised))
    assert contrast(theme.muted, theme.panel) >= 4.5


@EVERY_THEME
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(420, 50), (930, 50), (1260, 66), (1900, 146)])
def test_everything_is_inside_and_apart(theme: Theme, large: bool, size: tuple[int, int]):
    box, recorded = QRectF(10, 10, *size), Recorded()
    painted(
        lambda p: paint_card(p, box, CARD, theme, recorded, large=large), size[0] + 20, size[1] + 20
    )
    assert set(recorded.texts) == {"2 h", "after the dose", "The pulse", CLOCK, "The relay rises."}
    for i, ink in enumerate(recorded.inks):
        assert box.contains(ink), recorded.texts[i]
        assert not any(ink.adjusted(0, 1, 0, -1).intersects(o) for o in recorded.inks[i + 1 :])


def test_a_long_sentence_takes_two_lines_of_about_one_length():
    sentence = "A day after one dose the benefit is largest in people; rats have more spines."
    lines, hand = sentence_set(sentence, 20, 600)
    assert len(lines) == 2
    assert " ".join(lines) == sentence
    widths = [width(line, hand) for line in lines]
    assert max(widths) <= 600
    assert min(widths) > 0.6 * max(widths)


def test_a_sentence_that_nearly_fits_one_line_is_set_in_one():
    sentence = "The relay rises while everything else eases."
    room = width(sentence, Hand(20)) * 0.95
    lines, hand = sentence_set(sentence, 20, room)
    assert lines == (sentence,)
    assert 18 <= hand.size < 20


@EVERY_THEME
def test_the_time_stands_on_the_colour_and_the_sentence_beside_it(theme: Theme):
    card = replace(
        CARD, color=theme.chapters[0], time="", since="at the dose", chapter="", clock=""
    )
    box = QRectF(0, 0, 800, 80)
    image = painted(lambda p: paint_card(p, box, card, theme, Recorded()), 800, 80)
    assert share_of(image, QRectF(20, 10, 60, 15), theme.chapters[0]) > 0.95
    assert share_of(image, QRectF(600, 10, 150, 15), theme.panel) > 0.95
