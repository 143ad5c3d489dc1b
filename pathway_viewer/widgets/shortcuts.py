"""Shortcuts: the page of all keys, made from the table of actions."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import Theme
from pathway_viewer.widgets.key import DIAGRAM_KEYS, Key
from pathway_viewer.widgets.page_dialog import PageDialog


class ShortcutsDialog(PageDialog):
    """Every key there is, by group."""

    def __init__(self, keys: Sequence[Key], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Keyboard shortcuts", QSize(480, 640), theme, parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.page.set_html(page([*keys, *DIAGRAM_KEYS]))


def page(keys: Sequence[Key]) -> str:
    """The page as HTML: a heading and a table for each group."""
    groups = dict.fromkeys(key.group for key in keys)
    return "".join(
        f"<h3>{html.escape(group)}</h3>{table([k for k in keys if k.group == group])}"
        for group in groups
    )


def table(keys: Sequence[Key]) -> str:
    """What each action does and its keys."""
    lines = [
        f"<tr><td>{html.escape(key.text)}</td>"
        f'<td align="right"><b>{html.escape(key.keys)}</b></td></tr>'
        for key in keys
    ]
    return f'<table width="100%">{"".join(lines)}</table>'
