"""Shortcuts: the page of all keys, made from the table of actions."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from pathway_viewer.look.theme import Theme
from pathway_viewer.widgets.key import DIAGRAM_KEYS, Key
from pathway_viewer.widgets.prose import Prose


class ShortcutsDialog(QDialog):
    """Every key there is, by group."""

    def __init__(self, keys: Sequence[Key], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(480, 640)
        self.page = Prose("Keyboard shortcuts", self)
        self.page.set_theme(theme)
        self.page.set_html(page([*keys, *DIAGRAM_KEYS]))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 16)
        column.addWidget(scroll)
        column.addWidget(buttons)


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
