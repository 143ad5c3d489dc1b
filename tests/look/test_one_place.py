"""Colours, sizes of type and strokes of icons have one place each."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
CODE = [
    file
    for file in sorted((ROOT / "pathway_viewer").rglob("*.py"))
    if "look" not in file.relative_to(ROOT).parts
]
COLOR = re.compile(r"""["' ]#(?:[0-9a-fA-F]{3}){1,2}\b""")
TYPE = re.compile(r"font-size: *[0-9]|setPixelSize\([0-9]")

ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))
STROKE = "1.75"
BOLDER = {"agree": "2", "disagree": "2", "silent": "2", "waiting": "2.6"}
"""Signs of a table that are drawn smaller than icons are: there they have the same weight."""


def test_colours_and_type_are_named_in_look_alone() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in CODE
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if COLOR.search(line) or TYPE.search(line)
    ]
    assert len(CODE) > 100
    assert not found


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_icons_have_one_stroke(file: Path) -> None:
    icon = ElementTree.parse(file).getroot()
    assert icon.get("viewBox") == "0 0 24 24"
    assert icon.get("stroke") == "currentColor"
    assert icon.get("stroke-width") == BOLDER.get(file.stem, STROKE)
    assert icon.get("stroke-linecap") == icon.get("stroke-linejoin") == "round"
    for part in icon.iter():
        if part is not icon:
            assert part.get("stroke-width") is None
            assert part.get("stroke") in (None, "none")
            assert part.get("fill") in (None, "none", "currentColor")
