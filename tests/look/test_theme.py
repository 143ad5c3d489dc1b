"""Themes by number: contrast, and rising told from falling whatever the eye."""

import pytest
from colour_vision import DICHROMACIES, ciede2000, seen_by

from pathway_viewer.look.theme import THEMES, Theme, contrast, mix

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_ciede2000_matches_a_published_pair() -> None:
    # L*a*b* cannot be given directly, so a grey pair whose value follows from the formula alone.
    assert ciede2000("#777777", "#777777") == 0
    assert ciede2000("#000000", "#ffffff") == pytest.approx(100, abs=0.1)


@every_theme
def test_text_contrast(theme: Theme) -> None:
    grounds = [theme.background, theme.panel, theme.raised, *theme.chapters]
    for ground in grounds:
        assert contrast(theme.ink, ground) >= 4.5, ground
    for ground in (theme.background, theme.panel, theme.raised):
        assert contrast(theme.muted, ground) >= 4.5, ground
        assert contrast(theme.accent, ground) >= 4.5, ground
        assert contrast(theme.warning, ground) >= 4.5, ground
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for place, (fill, _) in theme.places.items():
        assert contrast(theme.place_ink(place), fill) >= 4.5, place
        assert contrast(theme.muted, fill) >= 4.5, place


@every_theme
def test_text_on_every_level(theme: Theme) -> None:
    for step in range(-48, 49):
        fill = theme.level_color(step / 48)
        assert contrast(theme.ink_on(fill), fill) >= 4.5, step


@every_theme
def test_symbols_contrast(theme: Theme) -> None:
    for fill, border in theme.places.values():
        assert contrast(theme.arrow, fill) >= 3
        assert contrast(theme.outline, fill) >= 3
        assert contrast(theme.particle, fill) >= 3
        assert contrast(border, theme.background) >= 3
        assert contrast(border, fill) >= 3


@every_theme
@pytest.mark.parametrize("eye", [*DICHROMACIES, "trichromacy"])
def test_rising_rest_and_falling_stay_apart(theme: Theme, eye: str) -> None:
    def shown(color: str) -> str:
        return color if eye == "trichromacy" else seen_by(color, eye)

    rising, rest, falling = shown(theme.rising), shown(theme.rest), shown(theme.falling)
    assert ciede2000(rising, falling) >= 20
    assert ciede2000(rising, rest) >= 20
    assert ciede2000(falling, rest) >= 20


def test_mix_ends_at_its_ends() -> None:
    assert mix("#123456", "#abcdef", 0) == "#123456"
    assert mix("#123456", "#abcdef", 1) == "#abcdef"
