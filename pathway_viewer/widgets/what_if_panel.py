"""What-if panel: what may be done to the run, and what is done to it now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.text import plain
from pathway_viewer.timeline.origin import a
from pathway_viewer.timeline.what_if_words import own_push, sorted_out, target_words
from pathway_viewer.widgets.agent_list import AgentList
from pathway_viewer.widgets.dose_list import DoseList
from pathway_viewer.widgets.elided_box import ElidedBox
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.push_form import PushForm
from pathway_viewer.widgets.wrapped_row import WrappedRow

HINT = "Select a node or an arrow in the diagram to block, hold or scale it."


class WhatIfPanel(QScrollArea):
    """One column: the selected part, known agents, doses, rivals. Facts come by setters."""

    push_wished = Signal(object, str)
    agent_wished = Signal(str, bool)
    doses_wished = Signal(object)
    rival_wished = Signal(str, bool)
    dose_added = Signal()
    fold_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("what_if")
        self.setAccessibleName("What if")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pathway: Pathway | None = None
        self._selection = ""
        self._conditions = Conditions("")
        self._buttons: list[tuple[QAction, QToolButton]] = []
        self._target = self._label("muted", HINT)
        self.form, self.agents, self.doses = PushForm(self), AgentList(self), DoseList(self)
        self._by = self._label("caption", "")
        self._rivals: dict[str, ElidedBox] = {}
        self._head, self._foot = QHBoxLayout(), QVBoxLayout()
        self._rival_box = QVBoxLayout()
        self._agent_head = self._label("heading", "Known agents")
        self._rival_head = self._label("heading", "Rival explanations")
        self._add, self._plain = QPushButton(self), QPushButton(self)
        self._dose_head = self._label("heading", "")
        self._own = QPushButton("As in the file", self)
        self._fold = QToolButton(self)
        self._fold.setAccessibleName("Fold away")
        self._fold.setToolTip("Fold away (Ctrl+I)")
        self._fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fold.clicked.connect(self.fold_requested)
        self._own.setToolTip("Give what the scenario gives")
        self._call_doses("dose")
        self.form.wished.connect(self.push_wished)
        self.agents.wished.connect(self.agent_wished)
        self.doses.wished.connect(self.doses_wished)
        self._add.clicked.connect(self.dose_added)
        self._plain.clicked.connect(lambda: self.doses_wished.emit(()))
        self._own.clicked.connect(lambda: self.doses_wished.emit(None))
        self.setWidget(self._page())
        self.set_theme(theme)

    def _page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        self._head.addWidget(self._label("name", "What if"), 1)
        self._head.setSpacing(2)
        column.addLayout(self._head)
        column.addWidget(self._target)
        column.addWidget(self._by)
        column.addWidget(self.form)
        column.addSpacing(UNIT)
        column.addWidget(self._dose_head)
        column.addWidget(self.doses)
        column.addWidget(self._dose_buttons())
        column.addSpacing(UNIT)
        column.addWidget(self._agent_head)
        column.addWidget(self.agents)
        column.addSpacing(UNIT)
        column.addWidget(self._rival_head)
        column.addLayout(self._rival_box)
        column.addSpacing(UNIT)
        self._foot.setSpacing(UNIT // 2)
        column.addLayout(self._foot)
        column.addStretch(1)
        return page

    def _dose_buttons(self) -> WrappedRow:
        row, buttons = WrappedRow("What is given", 4, self), (self._add, self._plain, self._own)
        for button in buttons:
            button.setProperty("role", "small")
        row.set_widgets(buttons)
        return row

    def _label(self, role: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def set_actions(self, head: Sequence[QAction], foot: Sequence[QAction]) -> None:
        """Small buttons beside the title, wide ones at the end."""
        for action in head:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            self._dress(button, action)
            self._head.addWidget(button)
        self._head.addWidget(self._fold)
        for action in foot:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._dress(button, action)
            self._foot.addWidget(button)

    def _dress(self, button: QToolButton, action: QAction) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        self._buttons.append((action, button))

    # Facts from above

    def set_pathway(self, pathway: Pathway, numbers: Mapping[str, int]) -> None:
        """The pathway, and its references' numbers."""
        self._pathway = pathway
        self.agents.set_pathway(pathway, numbers)
        for part in (self._agent_head, self.agents):
            part.setVisible(bool(pathway.agents))
        for box in self._rivals.values():
            box.hide()
            box.deleteLater()
        self._rivals = {rival.id: self._rival(rival.id, rival.label) for rival in pathway.rivals}
        for rival in pathway.rivals:
            self._rivals[rival.id].setToolTip(f"{rival.label}: {plain(rival.text)}")
        self._rival_head.setVisible(bool(pathway.rivals))
        self.set_selection(self._selection)

    def set_bibliography(self, entry: Callable[[str], str]) -> None:
        """How a reference reads, as HTML."""
        self.agents.set_bibliography(entry)

    def set_conditions(
        self, conditions: Conditions, doses: tuple[Dose, ...], rivals: frozenset[str]
    ) -> None:
        """What is done now, the doses given, and the rivals that are on."""
        pathway, self._conditions = self._pathway, conditions
        if pathway is None:
            return
        scenarios = {one.id: one for one in pathway.scenarios}
        own = scenarios.get(conditions.scenario)
        clock = pathway.clock(own) if own else None
        word = clock.dose_word if clock else "dose"
        self._call_doses(word)
        self.doses.set_doses(doses, clock.unit if clock else "", word)
        self._plain.setEnabled(bool(doses))
        self._own.setEnabled(conditions.doses is not None)
        on, _ = sorted_out(pathway, conditions.perturbations)
        self.agents.set_on({agent.id for agent in on})
        for id, box in self._rivals.items():
            box.setChecked(id in rivals)
        self._show_push()

    def _call_doses(self, word: str) -> None:
        """Names what can be given as the clock does."""
        self._dose_head.setText(f"{word.capitalize()}s")
        self._add.setText(f"Add {a(word)}")
        self._plain.setText(f"No {word}")

    def set_selection(self, id: str) -> None:
        """The selected node or arrow, '' for none."""
        self._selection = id
        pathway = self._pathway
        known = pathway is not None and (id in pathway.node_index or id in pathway.edge_index)
        self.form.setVisible(known)
        role = "heading" if known else "muted"
        if self._target.property("role") != role:
            self._target.setProperty("role", role)
            self._target.style().unpolish(self._target)
            self._target.style().polish(self._target)
        if pathway is None or not known:
            self._target.setText(HINT)
            self._by.hide()
            return
        self._target.setText(target_words(pathway, id))
        self.form.set_target(id, id in pathway.node_index)
        self._show_push()

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes."""
        self.agents.set_theme(theme)

    def set_icons(self, icons: Icons) -> None:
        """The signs in the theme's ink."""
        self.form.set_icons(icons)
        self.doses.set_icons(icons)
        self._fold.setIcon(icons.icon("close"))
        for button in (self._fold, *(button for _, button in self._buttons)):
            button.setIconSize(icons.small)

    def rival(self, id: str) -> ElidedBox:
        """The switch of a rival explanation; KeyError when there is none."""
        return self._rivals[id]

    def button(self, action: QAction) -> QToolButton:
        """The button of an action; KeyError when there is none."""
        return dict(self._buttons)[action]

    def _show_push(self) -> None:
        pathway, id = self._pathway, self._selection
        by: list[str] = []
        if pathway is not None and id:
            self.form.set_push(own_push(pathway, self._conditions, id))
            on, _ = sorted_out(pathway, self._conditions.perturbations)
            by = [agent.label for agent in on if any(p.target == id for p in agent.perturbations)]
        self._by.setText(
            f"{' and '.join(by)}, from the list below, acts on it already." if by else ""
        )
        self._by.setVisible(bool(by))

    def _rival(self, id: str, label: str) -> ElidedBox:
        box = ElidedBox(label, self)
        box.clicked.connect(lambda on: self.rival_wished.emit(id, on))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        self._rival_box.addWidget(box)
        return box
