"""Text on slides fits where it is put, at the largest size that does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.export.deck_text import (
    Box,
    fitted_size,
    height,
    lines,
    numbered,
    set_in_columns,
    with_numbers,
)

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = st.lists(st.text("abcdefgh.:/", min_size=1, max_size=40), min_size=1, max_size=30)
BOX = Box(0, 0, 300, 120)


@given(words=WORDS, room=st.floats(20, 500))
def test_smaller_text_never_takes_more_lines(words: list[str], room: float):
    text = " ".join(words)
    assert 1 <= lines(text, 6, room) <= lines(text, 12, room)


def test_a_word_longer_than_a_line_is_cut():
    assert lines("x" * 200, 10, 100) >= 8
    assert lines("x", 10, 100) == 1


def test_the_largest_size_that_fits_is_taken():
    texts = ["some words to be set " * 6] * 3
    size = fitted_size(texts, BOX, 20, 4)
    assert 4 < size < 20
    assert sum(height(text, size, BOX.width) for text in texts) <= BOX.height
    assert sum(height(text, size + 0.25, BOX.width) for text in texts) > BOX.height


@given(texts=st.lists(WORDS.map(" ".join), max_size=20))
def test_columns_hold_every_paragraph_once_and_in_order(texts: list[str]):
    found = set_in_columns(texts, BOX, (1, 2, 3), 12, 4)
    held = [text for _, own in found.columns for text in own]
    assert held == texts[: len(held)]
    assert len(held) + found.left_over == len(texts)
    for column, own in found.columns:
        used = sum(height(text, found.size, column.width) for text in own)
        assert used <= column.height
        assert column.left >= BOX.left
        assert column.right <= BOX.right + 1e-9
    if found.left_over:
        assert found.size == 4


def test_columns_stand_beside_each_other():
    one, two, three = BOX.columns(3, 12)
    assert one.right + 12 == pytest.approx(two.left)
    assert three.right == pytest.approx(BOX.right)


def test_citations_become_numbers():
    numbers = numbered(["First [@b; @a].", "Then [@a; @c]."])
    assert numbers == {"b": 1, "a": 2, "c": 3}
    assert with_numbers("Then [@a; @c], \nand more.", numbers) == "Then [2, 3],\n\nand more."
    assert with_numbers("Nobody knows [@x].", numbers) == "Nobody knows ."
