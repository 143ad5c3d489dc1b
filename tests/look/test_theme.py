"""Themes by number: contrast, and rising told from falling whatever the eye."""

import pytest
from colour_vision import DICHROMACIES, MODELS, between_labs, ciede2000, seen_by

from pathway_viewer.look.theme import THEMES, Theme, contrast, mix

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


SHARMA = (
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
)
"""Pairs and differences from Sharma, Wu and Dalal 2005 (Color Res Appl 30:21), table 1."""


@pytest.mark.parametrize(("first", "second", "apart"), SHARMA)
def test_ciede2000_is_the_published_one(
    first: tuple[float, ...], second: tuple[float, ...], apart: float
) -> None:
    assert between_labs(first, second) == pytest.approx(apart, abs=1e-4)


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
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("eye", [*DICHROMACIES, "trichromacy"])
def test_rising_rest_and_falling_stay_apart(theme: Theme, eye: str, model: str) -> None:
    def shown(color: str) -> str:
        return color if eye == "trichromacy" else seen_by(color, eye, model)

    rising, rest, falling = shown(theme.rising), shown(theme.rest), shown(theme.falling)
    assert ciede2000(rising, falling) >= 20
    assert ciede2000(rising, rest) >= 20
    assert ciede2000(falling, rest) >= 20
    half = [shown(theme.level_color(change)) for change in (-0.5, 0.5)]
    assert ciede2000(*half) >= 20, "half way up and half way down"
    assert min(ciede2000(one, rest) for one in half) >= 10


@every_theme
def test_a_full_change_is_seen_on_the_strip_at_rest(theme: Theme) -> None:
    assert contrast(theme.rising, theme.rest) >= 3
    assert contrast(theme.falling, theme.rest) >= 3


def test_mix_ends_at_its_ends() -> None:
    assert mix("#123456", "#abcdef", 0) == "#123456"
    assert mix("#123456", "#abcdef", 1) == "#abcdef"
