"""Colour vision in numbers: colours as dichromats see them, and how far apart two of them are."""

from __future__ import annotations

from functools import cache

from coloraide import Color

DICHROMACIES = {"protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}

MODELS = ("brettel", "machado")
"""Brettel, Vienot and Mollon 1997 (J Opt Soc Am A 14:2647); Machado, Oliveira and Fernandes 2009
(IEEE Trans Vis Comput Graph 15:1291), severity 1."""


@cache
def seen_by(color: str, dichromacy: str, model: str = "machado") -> str:
    """The colour as somebody with this dichromacy sees it."""
    seen = Color(color).filter(DICHROMACIES[dichromacy], 1.0, method=model)
    return seen.convert("srgb").clip().to_string(hex=True)


@cache
def ciede2000(first: str, second: str) -> float:
    """The difference of two colours of a screen (CIE 142-2001)."""
    return Color(first).delta_e(second, method="2000")


def between_labs(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    """The difference of two colours given as CIE L*a*b*."""
    return Color("lab-d65", first).delta_e(Color("lab-d65", second), method="2000")
