"""Installation: what must be there for the program to work, each part looked at once."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path

from pathway_viewer.app.resources import NAME, default_pathway, shipped, starter
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway

LIBRARIES = ("PySide6", "numpy", "scipy", "networkx", "pyqtgraph", "msgspec", "lxml.etree", "pptx")
"""Libraries whose loading shows that what they are linked with is there too."""


CALLS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
"""What a program does that wants to reach another machine, as the interpreter tells it."""


class FailedError(Exception):
    """A check that did not pass, and why."""


class Wire:
    """Hears whatever asks for a connection, from when it is made until it is cut."""

    def __init__(self) -> None:
        self.calls: set[str] = set()
        self._is_cut = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _args: object) -> None:
        if event in CALLS and not self._is_cut:
            self.calls.add(event)

    def cut(self) -> None:
        """Hears no more: a hook of the interpreter's can never be taken out again."""
        self._is_cut = True

    def silent(self) -> str:
        """Nothing asked; FailedError if something did."""
        if self.calls:
            asked = ", ".join(sorted(self.calls))
            raise FailedError(f"something asked for a connection ({asked})")
        return "nothing asked for a connection"


def application() -> str:
    """Qt, and what it draws with."""
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    _kept.append(app)
    return f"{qVersion()}, drawing by '{QGuiApplication.platformName()}'"


_kept: list[object] = []


def libraries() -> str:
    """The versions of what the program is made with."""
    found = [(name, import_module(name)) for name in LIBRARIES]
    return ", ".join(f"{name} {getattr(it, '__version__', '')}".strip() for name, it in found)


def places() -> str:
    """Where the program is, and where it would keep what it keeps."""
    from PySide6.QtCore import QSettings

    kept = QSettings(NAME, NAME).fileName()
    return f"program {Path(sys.executable)}, files {shipped('pathways').parent}, settings {kept}"


def cache() -> str:
    """Whether anything can be kept between runs; without it the program only starts slower."""
    from platformdirs import user_cache_path

    folder = user_cache_path(NAME, appauthor=False)
    near = next(one for one in (folder, *folder.parents) if one.exists())
    if os.access(near, os.W_OK):
        return f"{folder} can be written"
    return f"{folder} cannot be written: nothing is kept, and the program starts slower"


def files() -> str:
    """Every file that comes with the program, read as what it is."""
    from PySide6.QtSvg import QSvgRenderer

    icons = sorted(shipped("resources", "icons").glob("*.svg"))
    if broken := [one.name for one in icons if not QSvgRenderer(str(one)).isValid()]:
        raise FailedError(f"these icons cannot be drawn: {', '.join(broken)}")
    pathways = sorted(shipped("pathways").glob("*.yaml"))
    for one in pathways:
        sound(one)
    if not icons or not pathways or not starter():
        raise FailedError("icons, pathways or the starter are missing")
    json.loads(shipped("resources", "pathway.schema.json").read_text(encoding="utf-8"))
    shipped("docs", "model.md").read_text(encoding="utf-8")
    return f"{len(icons)} icons, {len(pathways)} pathways, schema, starter and documents are whole"


def sound(path: Path) -> Pathway:
    """The pathway of a file that must have no problem at all."""
    found = load(path)
    if found.pathway is None or found.problems:
        raise FailedError("; ".join(str(one) for one in found.problems[:3]))
    return found.pathway


def fonts() -> str:
    """Whether letters leave ink: a system without any font draws none, and says nothing."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage, QPainter

    from pathway_viewer.look.theme import FONTS, TypeScale

    font = QFont()
    font.setFamilies(FONTS)
    font.setPixelSize(round(TypeScale().display))
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    blank = image.copy()
    with QPainter(image) as painter:
        painter.setFont(font)
        painter.drawText(4, 30, "Ca²⁺ → mTORC1")
    families = len(QFontDatabase.families())
    if image == blank:
        raise FailedError(f"no letter can be drawn ({families} font families): install a font")
    return f"{QFontInfo(font).family()}, of {families} families"


def citation_styles() -> str:
    """Each citation style, printing the first reference that is complete."""
    from typing import get_args

    from pathway_viewer.citations.bibliography import INCOMPLETE, Bibliography, StyleId

    references = [one for one in sound(default_pathway()).references if not one.incomplete][:1]
    styles = get_args(StyleId)
    for style in styles:
        for one in references:
            if Bibliography(references, style).entry(one.id) == INCOMPLETE:
                raise FailedError(f"a reference could not be printed in the style '{style}'")
    return f"references print in the styles {', '.join(styles)}"
