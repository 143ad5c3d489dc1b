"""Toolbar: the title, the scenario with its clock, who reads, and three menus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import READINGS
from pathway_viewer.model.text import plain
from pathway_viewer.widgets.elided_label import ElidedLabel
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.segmented import SegmentedSwitch

GAP = 12
LEAST_TITLE = 340


class Toolbar(QWidget):
    """One row. Where it gets narrow the scenarios fold into one button, then the readers."""

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
        self._plain = 0
        self._scenarios.chosen.connect(self.scenario_chosen)
        self._readings.chosen.connect(self.reading_chosen)
        self._readings.set_options(
            [(r, r.capitalize(), f"Explain everything for {r}s") for r in READINGS]
        )
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        for part in (self._scenarios, self._clock):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._readings)

    def add_menu(self, menu: QMenu, icon: str, text: str) -> QToolButton:
        """A button at the right end that opens a menu."""
        button = QToolButton(self)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setIconSize(QSize(20, 20))
        button.setProperty("role", "icon")
        button.setFixedSize(34, 34)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        self._menus.append((button, icon))
        return button

    def add_action(self, action: QAction) -> QToolButton:
        """A button left of the menus for an action made elsewhere, with its icon."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        button.setIconSize(QSize(20, 20))
        button.setFixedSize(34, 34)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        self._plain += 1
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
        buttons = len(self._menus) + self._plain
        others = self._clock.sizeHint().width() + buttons * (34 + GAP) + 6 * GAP + 28
        title = min(LEAST_TITLE, self._title.sizeHint().width())
        scenarios, readings = self._scenarios.full_width(), self._readings.full_width()
        self._scenarios.set_compact(others + title + scenarios + readings > self.width())
        self._readings.set_compact(others + title + 160 + readings > self.width())


def short(label: str) -> str:
    """A scenario's label without what it says in brackets: the clock is named beside it."""
    return label.split(" (", 1)[0]
