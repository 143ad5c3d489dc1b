"""The stylesheet by number: every pair of colours that meet in it, in every theme."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from pathway_viewer.look.adapting import TEXT_SIZES, adapted
from pathway_viewer.look.theme import THEMES, ThemeId, contrast
from pathway_viewer.widgets.style import SHEET, dress, font, link_color, sheet, tones

READ = [
    *(("ink", ground) for ground in ("panel", "raised", "pressed", "banner")),
    *(("muted", ground) for ground in ("panel", "raised")),
    *(("warning", ground) for ground in ("panel", "raised")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover")),
    ("panel", "ink"),
    ("accent", "panel"),
]
"""Words and what they stand on."""
SEEN = [
    *(("edge", ground) for ground in ("panel", "raised")),
    *(("focus", ground) for ground in ("panel", "raised", "pressed")),
    ("accent", "raised"),
    ("muted", "panel"),
    ("warning", "panel"),
]
"""Frames, rings and signs, and what they stand on."""

worn = pytest.mark.parametrize("contrasted", [False, True], ids=["plain", "strong"])
every_theme = pytest.mark.parametrize("theme", THEMES)


@every_theme
@worn
def test_words_and_frames_stand_out(theme: ThemeId, contrasted: bool) -> None:
    made = tones(adapted(theme, contrast=contrasted))
    weak = {(a, b): contrast(made[a], made[b]) for a, b in READ}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < 4.5}
    faint = {(a, b): contrast(made[a], made[b]) for a, b in SEEN}
    assert not {pair: ratio for pair, ratio in faint.items() if ratio < 3}


@every_theme
@worn
def test_links_are_read(theme: ThemeId, contrasted: bool) -> None:
    made = adapted(theme, contrast=contrasted)
    assert contrast(link_color(made), made.panel) >= 4.5


@every_theme
def test_more_contrast_is_more(theme: ThemeId) -> None:
    plain, strong = adapted(theme), adapted(theme, contrast=True)
    for name in ("ink", "muted", "line", "outline", "arrow"):
        before, after = (contrast(getattr(one, name), one.panel) for one in (plain, strong))
        assert after >= before, name
    assert strong.rising == plain.rising, "a level keeps its colour"


def test_a_control_has_no_border_that_is_only_decoration() -> None:
    for rule in re.findall(
        r"Q(?:PushButton|ToolButton|LineEdit|Slider)[^{}]*\{[^}]*\}", SHEET.template
    ):
        assert "solid $line" not in rule
        assert "border-color: $line" not in rule


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_text_grows_by_what_is_asked_for(qapp: QApplication, size) -> None:
    whole, grown = adapted("paper"), adapted("paper", size)
    assert grown.type.caption == pytest.approx(whole.type.caption * size / 100)
    assert f"font-size: {round(14 * size / 100)}px" in sheet(grown)
    assert adapted("paper", size) is grown, "the same wish is the same value"


def test_figures_have_one_width(qapp: QApplication) -> None:
    dress(qapp, THEMES["paper"])
    metrics = QFontMetricsF(font(THEMES["paper"]))
    assert len({metrics.horizontalAdvance(4 * figure) for figure in "0123456789"}) == 1
