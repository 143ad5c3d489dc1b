"""Every colour, type step and width, in one value a theme; plain numbers and hex, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

ThemeId = Literal["paper", "night", "projector", "print"]

UNIT = 8
"""The spacing unit in logical pixels; every margin and gap is a multiple or a half of it."""

ICON = 20
"""Width and height of an icon in logical pixels, beside words of the plain scale's body."""

FONTS = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
"""Families in order of preference: what the system has is used, none is shipped."""


LIGHT, RIM = "#ff1f3d", "#ffffff"
"""A pointer of light has no theme: it reads on paper and on black."""


@dataclass(frozen=True)
class TypeScale:
    """Sizes in logical pixels for the window's text, one ratio (about 1.2) between steps."""

    caption: float = 11
    small: float = 12
    body: float = 14
    label: float = 16
    title: float = 20
    display: float = 26


@dataclass(frozen=True)
class Theme:
    """One look. Colours are '#rrggbb'. Widths are in canvas units (1600 across).

    `veil` (0..1) is how much of the background lies over a dimmed one.
    """

    id: ThemeId
    label: str
    dark: bool
    background: str
    panel: str
    raised: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    warning: str
    focus: str
    rising: str
    rest: str
    falling: str
    outline: str
    arrow: str
    arrow_inhibits: str
    particle: str
    chapters: tuple[str, ...]
    places: dict[str, tuple[str, str]]
    node_width: float = 2.0
    arrow_width: float = 2.6
    text_scale: float = 1.0
    type: TypeScale = TypeScale()
    veil: float = 0.0

    def level_color(self, change: float) -> str:
        """The fill of a node whose change from rest is -1..1, mixed in linear light."""
        end = self.rising if change >= 0 else self.falling
        return mix(self.rest, end, min(1.0, abs(change)) ** 0.7)

    @cached_property
    def edge(self) -> str:
        """A quiet line that is still seen on panel, page and raised ground: 3:1 or more."""
        grounds = (self.panel, self.background, self.raised)
        shades = (mix(self.line, self.muted, step / 20) for step in range(21))
        seen = (one for one in shades if all(contrast(one, ground) >= 3 for ground in grounds))
        return next(seen, self.muted)

    @property
    def lane_edge(self) -> str:
        """The frame of a heat strip: quiet, save where a strip may be as white as the page."""
        return self.edge if self.id == "print" else self.line

    def place_ink(self, place: str) -> str:
        """The colour of a place's name: its border, drawn towards the ink until it reads."""
        return mix(self.places[place][1], self.ink, 0.66)

    def ink_on(self, fill: str) -> str:
        """The text colour, dark or light, that reads better on this fill."""
        return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, fill))


def channels(color: str) -> tuple[int, int, int]:
    """'#rrggbb' as three numbers 0..255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def linear(channel: int) -> float:
    """One sRGB channel 0..255 as linear light 0..1 (IEC 61966-2-1)."""
    c = channel / 255
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def encoded(light: float) -> int:
    """Linear light 0..1 as an sRGB channel 0..255; the inverse of `linear`."""
    c = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(255 * c)


def mix(first: str, second: str, share: float) -> str:
    """A colour between two, `share` 0 (first) to 1 (second), mixed in linear light."""
    pairs = zip(channels(first), channels(second), strict=True)
    blended = (encoded(linear(a) + (linear(b) - linear(a)) * share) for a, b in pairs)
    return "#{:02x}{:02x}{:02x}".format(*blended)


def luminance(color: str) -> float:
    """Relative luminance 0..1 as WCAG 2.2 defines it."""
    r, g, b = (linear(c) for c in channels(color))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(first: str, second: str) -> float:
    """Contrast ratio 1..21 as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PAPER = Theme(
    id="paper",
    label="Paper",
    dark=False,
    background="#faf8f4",
    panel="#ffffff",
    raised="#f1eee8",
    ink="#1b2733",
    muted="#55606c",
    line="#d8d3ca",
    accent="#00745f",
    on_accent="#ffffff",
    warning="#a33b00",
    focus="#00745f",
    rising="#cc5005",
    rest="#efeae1",
    falling="#1272b6",
    outline="#26323e",
    arrow="#44505c",
    arrow_inhibits="#44505c",
    particle="#b86d00",
    chapters=("#dbe7f1", "#f7e2cd", "#f6d6c6", "#dcecdf", "#e4dff2", "#ece8df"),
    places={
        "interneuron": ("#f2eef9", "#8f7cc0"),
        "terminal": ("#eaf2fa", "#628db8"),
        "cleft": ("#f7f4ee", "#918b7e"),
        "membrane": ("#f7ead2", "#a87e36"),
        "neuron": ("#fcf5e8", "#a98648"),
        "nucleus": ("#f6e9cf", "#a67c36"),
        "network": ("#eaf4ee", "#5f9477"),
        "person": ("#f6eef0", "#ab7b89"),
        "box": ("#f4f1ea", "#8e887c"),
    },
)

NIGHT = Theme(
    id="night",
    label="Night",
    dark=True,
    background="#10161d",
    panel="#171f28",
    raised="#222c37",
    ink="#e9eef3",
    muted="#a3b0bd",
    line="#33404d",
    accent="#3fc6a6",
    on_accent="#06231c",
    warning="#ff9d66",
    focus="#3fc6a6",
    rising="#f28a3a",
    rest="#3a4653",
    falling="#57aef0",
    outline="#c5d0da",
    arrow="#9fadba",
    arrow_inhibits="#9fadba",
    particle="#ffc861",
    chapters=("#1f3345", "#43331f", "#47291f", "#1f3d2d", "#312b4a", "#33322c"),
    places={
        "interneuron": ("#1c1b2b", "#8f7fd0"),
        "terminal": ("#15222f", "#5c96cf"),
        "cleft": ("#151b22", "#75808b"),
        "membrane": ("#2a2418", "#c79c4d"),
        "neuron": ("#201d17", "#b98f45"),
        "nucleus": ("#2b2517", "#b98f45"),
        "network": ("#15241d", "#5aa57d"),
        "person": ("#251a1f", "#c07f92"),
        "box": ("#191f26", "#75808b"),
    },
)

PROJECTOR = Theme(
    id="projector",
    label="Projector",
    dark=False,
    background="#ffffff",
    panel="#ffffff",
    raised="#ececec",
    ink="#000000",
    muted="#333b43",
    line="#9aa1a8",
    accent="#005c4b",
    on_accent="#ffffff",
    warning="#9b2c00",
    focus="#005c4b",
    rising="#cc4a00",
    rest="#ebe8e2",
    falling="#0062ad",
    outline="#000000",
    arrow="#1d252d",
    arrow_inhibits="#1d252d",
    particle="#a85f00",
    chapters=("#cfe1f2", "#fbdcb8", "#f8c8b0", "#cde8d3", "#dcd4f2", "#e6e1d5"),
    places={
        "interneuron": ("#f4f0fb", "#6d55ab"),
        "terminal": ("#ecf4fc", "#3f78b0"),
        "cleft": ("#ffffff", "#77726a"),
        "membrane": ("#fbeed6", "#8f6414"),
        "neuron": ("#fff9ee", "#8f6414"),
        "nucleus": ("#fbeed6", "#8f6414"),
        "network": ("#eef8f2", "#2f7a52"),
        "person": ("#fbf2f4", "#93485d"),
        "box": ("#f7f7f7", "#777777"),
    },
    node_width=3.2,
    arrow_width=4.0,
    text_scale=1.22,
    type=TypeScale(caption=13, small=14, body=16, label=19, title=24, display=32),
)

PRINT = Theme(
    id="print",
    label="Print",
    dark=False,
    background="#ffffff",
    panel="#ffffff",
    raised="#efefef",
    ink="#000000",
    muted="#454545",
    line="#bdbdbd",
    accent="#000000",
    on_accent="#ffffff",
    warning="#000000",
    focus="#000000",
    rising="#3f3f3f",
    rest="#909090",
    falling="#ffffff",
    outline="#000000",
    arrow="#2b2b2b",
    arrow_inhibits="#2b2b2b",
    particle="#000000",
    chapters=("#e4e4e4", "#f4f4f4", "#e4e4e4", "#f4f4f4", "#e4e4e4", "#f4f4f4"),
    places=dict.fromkeys(PAPER.places, ("#fafafa", "#767676")),
    node_width=2.2,
)

THEMES: dict[ThemeId, Theme] = {t.id: t for t in (PAPER, NIGHT, PROJECTOR, PRINT)}
