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
from pathway_viewer.widgets.segmented import SegmentedSwitch, open_below

GAP = 12
LEAST_TITLE = 340
SIDES = (16, 8, 12, 8)


class Toolbar(QWidget):
    """One row: what is shown, whose story, who reads, and what can be done with it.

    Where it gets narrow the clock goes first, for the picture names it too. Then the scenarios
    fold into one button, then the readers, at last the buttons whose actions are in the menu
    go: the primary one and the menu itself never do.
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
        self._bright: list[tuple[QToolButton, str]] = []
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

    def add_action(self, action: QAction) -> QToolButton:
        """A button at the right end for an action made elsewhere, with its icon."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        return self._added(button)

    def add_primary(self, action: QAction, icon: str, text: str) -> QToolButton:
        """The one filled button: what this window is for, in a word beside its icon."""
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(action.toolTip())
        button.setStatusTip(action.statusTip())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        button.setProperty("role", "primary")
        button.clicked.connect(action.trigger)
        self._bright.append((button, icon))
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
        for button, icon in self._bright:
            button.setIcon(icons.bright(icon))
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

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters, the folded switches and the buttons that stay."""
        stay = [one for one in self._buttons if one in self._always()]
        wide = sum(self._width_of(one) + GAP for one in stay) + SIDES[0] + SIDES[2] + 4 * GAP
        wide += self._scenarios.short_width() + self._readings.short_width()
        return QSize(wide + 48, super().minimumSizeHint().height())

    def _always(self) -> list[QToolButton]:
        return [one for one, _ in (*self._menus[-1:], *self._bright)]

    def _fold(self) -> None:
        """Takes away in order what can be had elsewhere, until the rest has room."""
        margins = SIDES[0] + SIDES[2] + 4 * GAP
        room = self.width() - margins - min(LEAST_TITLE, self._title.sizeHint().width())
        buttons = [(button, self._width_of(button) + GAP) for button in self._buttons]
        room -= sum(width for _, width in buttons)
        scenarios, readings = self._scenarios, self._readings
        full = scenarios.full_width(), readings.full_width()
        least = scenarios.short_width(), readings.short_width()
        clock = self._clock.sizeHint().width() + GAP
        told = bool(self._clock.text()) and sum(full) + clock <= room
        # Asked only for a change: a label that is hidden while it is being shown stays half shown.
        if told == self._clock.isHidden():
            self._clock.setVisible(told)
        scenarios.set_compact(sum(full) > room)
        readings.set_compact(least[0] + full[1] > room)
        short = sum(least) - room
        for button, width in buttons:
            gone = short > 0 and button not in self._always()
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
