"""Style: the one stylesheet and palette of the window, made from a theme."""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from pathway_viewer.look.theme import FONTS, Theme, contrast, mix

RADIUS = 6

SHEET = Template("""
QWidget { color: $ink; font-family: $family; font-size: ${body}px; }
QMainWindow, QDialog { background: $panel; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QMainWindow::separator:hover { background: $accent; }
QToolTip { background: $raised; color: $ink; border: 1px solid $edge; padding: 4px 8px; }

#toolbar, #timeline, #transport, #details, #outline, #what_if, #rivals, #strip {
    background: $panel;
}
#toolbar { border-bottom: 1px solid $line; }
#strip QLabel, QLabel[role="caption"] { color: $muted; font-size: ${caption}px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="title"] { font-size: ${label}px; font-weight: 600; }
QLabel[role="name"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="chapter"] { font-size: ${body}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${label}px; font-weight: 600; }

QPushButton, QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: ${radius}px;
    padding: 5px 10px; color: $ink;
}
QToolButton { padding: 5px; }
QToolButton[role="menu"] { border-color: $edge; padding: 4px 10px 4px 6px; }
QToolButton::menu-indicator { image: none; }
QPushButton { border-color: $edge; }
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:pressed, QToolButton:pressed, QToolButton:open { background: $pressed; }
QToolButton:checked { background: $pressed; border-color: $edge; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 4px 9px; }
QToolButton:focus { padding: 4px; }
#strip QToolButton#link {
    border: none; padding: 0 2px; font-size: ${caption}px; text-decoration: underline;
}
#strip QToolButton#link:focus { border: 1px solid $focus; padding: 0 1px; }
QToolButton[role="menu"]:focus { padding: 3px 9px 3px 5px; }
QPushButton:disabled, QToolButton:disabled { color: $muted; }
QPushButton[role="primary"], QToolButton[role="primary"] {
    background: $accent; color: $on_accent; border-color: $accent;
}
QToolButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QToolButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="quiet"] { border-color: transparent; padding: 3px 7px; }
QPushButton[role="quiet"]:hover { border-color: $edge; }
QPushButton[role="quiet"]:focus { border: 2px solid $focus; padding: 2px 6px; }

#segments { background: $raised; border-radius: ${radius}px; }
#segments QPushButton {
    border: 2px solid transparent; border-radius: ${radius}px; padding: 4px 12px;
}
#segments QPushButton:hover { background: $pressed; }
#segments QPushButton:checked { background: $ink; color: $panel; }
#segments QPushButton:focus { border-color: $focus; }
#segments QPushButton:checked:focus { border-color: $focus; }

QLineEdit {
    background: $raised; border: 1px solid $edge; border-radius: ${radius}px;
    padding: 6px 9px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus { border: 2px solid $focus; padding: 5px 8px; }
QMenu { background: $panel; border: 1px solid $edge; padding: 6px 0; }
QMenu::item { padding: 6px 28px 6px 32px; }
QMenu::item:selected { background: $raised; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 6px 0; }
QMenu::indicator { width: 16px; height: 16px; left: 10px; }

QTreeView { background: $panel; border: none; outline: 0; font-size: ${small}px; }
QTreeView { show-decoration-selected: 1; }
QTreeView, QToolBar { icon-size: ${sign}px; }
QToolBar { background: $panel; border: none; border-left: 1px solid $line; padding: 4px; }
QTreeView::item { padding: 3px 4px; border: none; color: $ink; }
QTreeView::item:hover { background: $raised; }
QTreeView::item:selected { background: $pressed; color: $ink; }
QTreeView::item:selected:active { background: $accent; color: $on_accent; }
QHeaderView::section {
    background: $panel; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 4px 6px; font-size: ${caption}px;
}
QTextBrowser, QScrollArea, #page { background: $panel; border: none; }
QTextBrowser, QScrollArea { border: 1px solid transparent; }
QTextBrowser { selection-background-color: $accent; selection-color: $on_accent; }
QTextBrowser:focus, QScrollArea:focus { border-color: $focus; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel[role="chip"] {
    border-radius: 8px; padding: 2px 10px; font-size: ${small}px;
    background: $raised; color: $ink;
}
QLabel[role="chip-strong"] {
    border-radius: 8px; padding: 2px 10px; font-size: ${small}px;
    background: $ink; color: $panel;
}
QLabel[role="chip-doubt"] {
    border: 1px solid $warning; border-radius: 8px; padding: 1px 9px; font-size: ${small}px;
    color: $warning;
}
#what_if_bar QPushButton[role="quiet"] { font-weight: 600; }
#what_if_bar { background: $panel; border-bottom: 1px solid $line; }
QPushButton[role="chip"] {
    background: $raised; border: 1px solid $edge; border-radius: 10px; padding: 2px 9px;
    font-size: ${small}px;
}
QPushButton[role="chip"]:hover { border-color: $warning; }
QPushButton[role="chip"]:focus { border: 2px solid $focus; padding: 1px 8px; }
QPushButton[role="small"] { padding: 3px 8px; font-size: ${small}px; }
QPushButton[role="small"]:focus { padding: 2px 7px; }
QLabel[role="trouble"] { color: $warning; font-size: ${small}px; }
QLabel[role="value"] { font-weight: 600; }
QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $edge; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: $accent;
    border: 2px solid $panel;
}
QSlider::handle:horizontal:focus { border-color: $focus; background: $panel; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QListWidget::indicator {
    width: ${box}px; height: ${box}px; background: $panel;
    border: 2px solid $muted; border-radius: ${corner}px;
}
QCheckBox::indicator:checked, QListWidget::indicator:checked {
    width: ${dot}px; height: ${dot}px; border: ${rim}px solid $accent; background: $on_accent;
}
QCheckBox:focus { color: $accent; }
QListWidget { background: $panel; border: 1px solid $edge; border-radius: ${radius}px; outline: 0; }
QListWidget:focus { border-color: $focus; }
QListWidget::item { padding: 3px 4px; color: $ink; }
QListWidget::item:hover { background: $raised; }
QListWidget::item:selected { background: $pressed; color: $ink; }
#experiments::item { border-bottom: 1px solid $line; }
#experiments::item:selected, #experiments::item:selected:active {
    background: $pressed; color: $ink;
}
#experiments { border: 1px solid transparent; }
#experiments:focus { border-color: $focus; }
#rival { border: none; border-top: 1px solid $line; }
QTabBar { background: $panel; }
QTabBar::tab {
    background: $panel; color: $muted; padding: 6px 14px; border: none;
    border-bottom: 3px solid transparent;
}
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $ink; background: $raised; }
#rivals:focus { border-color: transparent; }
#replay { background: $raised; border-bottom: 2px solid $accent; }
QPushButton[role="readout"] {
    border: 1px solid $edge; background: $panel; padding: 2px 9px; font-size: ${small}px;
}
QPushButton[role="readout"]:hover { border-color: $ink; }
QPushButton[role="readout"]:checked { border: 2px solid $ink; padding: 1px 8px; }
QPushButton[role="readout"]:focus { border: 2px solid $focus; padding: 1px 8px; }
QDialog QPlainTextEdit {
    background: $raised; border: 1px solid $line; border-radius: ${radius}px; padding: 6px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QDialog QPlainTextEdit:focus { border-color: $focus; }
#link_line { background: $raised; border-top: 2px solid $accent; }
#banner { background: $banner; border-bottom: 2px solid $warning; }
#banner QLabel { color: $ink; }
""")


def dress(app: QApplication, theme: Theme) -> None:
    """Gives the whole program a theme's font, palette and stylesheet.

    Before there are widgets this costs little, afterwards each of them is polished anew.
    """
    made = sheet(theme)
    if app.styleSheet() != made:
        app.setFont(font(theme))
        app.setPalette(palette(theme))
        app.setStyleSheet(made)


def sheet(theme: Theme) -> str:
    """The window's stylesheet in a theme's colours and type steps."""
    box, rim = round(theme.type.body * 16 / 14), round(theme.type.body * 5 / 14)
    return SHEET.substitute(
        tones(theme),
        radius=RADIUS,
        caption=round(theme.type.caption),
        small=round(theme.type.small),
        body=round(theme.type.body),
        label=round(theme.type.label),
        title=round(theme.type.title),
        sign=round(theme.type.body * 16 / 14),
        box=box - 4,
        rim=rim,
        corner=rim - 1,
        dot=box - 2 * rim,
        family=f'"{family()}"',
    )


def tones(theme: Theme) -> dict[str, str]:
    """The stylesheet's colours by name: those of the theme, and what is mixed from them."""
    own = ("ink", "panel", "raised", "line", "edge", "muted", "accent", "on_accent", "focus")
    return {name: getattr(theme, name) for name in (*own, "warning")} | {
        "pressed": mix(theme.raised, theme.ink, 0.05 if theme.dark else 0.1),
        "accent_hover": mix(theme.accent, theme.ink, 0.15),
        "banner": mix(theme.panel, theme.warning, 0.05 if theme.dark else 0.12),
    }


def palette(theme: Theme) -> QPalette:
    """The palette for what a stylesheet does not reach: tooltips, links, selections."""
    role = QPalette.ColorRole
    made = QPalette(QColor(theme.raised), QColor(theme.panel))
    for which, color in (
        (role.Window, theme.panel),
        (role.Base, theme.panel),
        (role.AlternateBase, theme.raised),
        (role.Button, theme.raised),
        (role.WindowText, theme.ink),
        (role.Text, theme.ink),
        (role.ButtonText, theme.ink),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, link_color(theme)),
        (role.LinkVisited, link_color(theme)),
    ):
        made.setColor(which, QColor(color))
    return made


def link_color(theme: Theme) -> str:
    """A blue that reads on the panel: the falling hue, pulled towards the ink until it does."""
    if theme.id == "print":
        return theme.ink
    shares = (share / 10 for share in range(11))
    shades = (mix(theme.falling, theme.ink, share) for share in shares)
    return next(shade for shade in shades if contrast(shade, theme.panel) >= 4.5)


def font(theme: Theme) -> QFont:
    """The window's font: the first preferred family that this system has."""
    made = QFont(family())
    made.setPixelSize(round(theme.type.body))
    # Figures of one width: numbers stand in columns, and none trembles while it changes.
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def family() -> str:
    """The first preferred family that this system has, else the system's own."""
    there = set(QFontDatabase.families())
    return next((name for name in FONTS if name in there), QFont().family())
