"""Toolbar: the title, the scenario with its clock, who reads, and three menus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import READINGS
from pathway_viewer.model.text import plain
from pathway_viewer.widgets.elided_label import ElidedLabel
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.segmented import SegmentedSwitch, open_below

GAP = 12
LEAST_TITLE = 340
SIDES = (16, 8, 12, 8)


class Toolbar(QWidget):
    """One row: what is shown, whose story, who reads, and what can be done with it.

    Where it gets narrow the scenarios fold into one button, then the readers, then the clock
    goes, which the picture names too, at last the buttons whose actions are in the menu: the
    primary one and the menu itself never do.
    """

    scenario_chosen = Signal(str)
    reading_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "title")
        self._scenarios = SegmentedSwitch("Scenario", self)
        self._clock = QLabel(self)
        self._clock.setProperty("role", "caption")
        self._readings = SegmentedSwitch("Reading level", self)
        self._menus: list[tuple[QToolButton, str]] = []
        self._buttons: list[QToolButton] = []
        self._side = 34
        self._scenarios.chosen.connect(self.scenario_chosen)
        self._readings.chosen.connect(self.reading_chosen)
        self._readings.set_options(
            [(r, r.capitalize(), f"Explain everything for {r}s") for r in READINGS]
        )
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*SIDES)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        for part in (self._scenarios, self._clock):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._readings)

    def add_menu(self, menu: QMenu, icon: str, text: str, worded: bool = False) -> QToolButton:
        """A button at the right end that opens a menu; `worded` ones show their text."""
        button = QToolButton(self)
        if worded:
            open_below(button, menu)
            button.setText(text)
        else:
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setProperty("role", "icon")
        button.setToolTip(text)
        button.setAccessibleName(text)
        self._menus.append((button, icon))
        return self._added(button)

    def add_action(self, action: QAction, primary: bool = False) -> QToolButton:
        """A button at the right end for an action made elsewhere; the primary one has words."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if primary else style.ToolButtonIconOnly
        )
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        if primary:
            button.setProperty("role", "primary")
        return self._added(button)

    def _added(self, button: QToolButton) -> QToolButton:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        self._buttons.append(button)
        return button

    def set_pathway(self, pathway: Pathway) -> None:
        """The title and the scenarios."""
        self._title.setText(pathway.title)
        self._scenarios.set_options(
            [(s.id, short(s.label), plain(s.text)) for s in pathway.scenarios]
        )
        self._fold()

    def set_scenario(self, scenario: str, clock: str) -> None:
        """Which scenario runs, and on which clock."""
        self._scenarios.set_current(scenario)
        self._clock.setText(clock)
        self._clock.setVisible(bool(clock))
        self._fold()

    def set_reading(self, reading: str) -> None:
        """Who reads."""
        self._readings.set_current(reading)

    def set_icons(self, icons: Icons) -> None:
        """The menus' icons in the theme's ink."""
        self._scenarios.set_icons(icons)
        self._readings.set_icons(icons)
        for button, icon in self._menus:
            button.setIcon(icons.icon(icon))
        self._side = icons.target
        for button in self._buttons:
            button.setIconSize(icons.size)
            if worded(button):
                button.setFixedHeight(icons.target)
            else:
                button.setFixedSize(icons.target, icons.target)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room folds the switches."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Other words or larger type fold them too."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        """Takes away in order what can be had elsewhere, until the rest has room."""
        margins = SIDES[0] + SIDES[2] + 7 * GAP
        room = self.width() - margins - min(LEAST_TITLE, self._title.sizeHint().width())
        buttons = [(button, self._width_of(button) + GAP) for button in self._buttons]
        clock = self._clock.sizeHint().width() if self._clock.text() else 0
        scenarios, readings = self._scenarios, self._readings
        room -= sum(width for _, width in buttons) + clock
        both = scenarios.full_width() + readings.full_width()
        scenarios.set_compact(both > room)
        one = scenarios.short_width() + readings.full_width()
        readings.set_compact(one > room)
        least = scenarios.short_width() + readings.short_width()
        self._clock.setVisible(bool(clock) and (least <= room or not readings.is_compact))
        short = least - room - (0 if self._clock.isVisibleTo(self) else clock + GAP)
        kept = {self._menus[-1][0]} if self._menus else set[QToolButton]()
        for button, width in buttons:
            gone = short > 0 and button not in kept and button.property("role") != "primary"
            button.setVisible(not gone)
            short -= width if gone else 0

    def _width_of(self, button: QToolButton) -> int:
        return button.sizeHint().width() if worded(button) else self._side


def worded(button: QToolButton) -> bool:
    """Whether a button shows words."""
    return button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def short(label: str) -> str:
    """A scenario's label without what it says in brackets: the clock is named beside it."""
    return label.split(" (", 1)[0]
