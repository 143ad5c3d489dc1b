"""Replay note: which experiment the diagram replays, what was published and what comes out."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from pathway_viewer.dynamics.experiments import Finding, Outcome
from pathway_viewer.look.theme import UNIT
from pathway_viewer.model.pathway import Experiment, Pathway, Readout
from pathway_viewer.model.text import plain
from pathway_viewer.widgets.experiment_words import (
    STANDING_SIGN,
    STANDING_WORD,
    looked_at,
    modelled,
    percent,
    standing,
)
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.wrapped_row import WrappedRow


class ReplayNote(QWidget):
    """Hidden while nothing is replayed. Its lower row goes from read-out to read-out."""

    readout_chosen = Signal(int)
    step_requested = Signal(int)
    table_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("replay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Replayed experiment")
        self._sign = QLabel(self)
        self._standing = QLabel(self)
        self._label = QLabel(self)
        self._label.setProperty("role", "chapter")
        self._headline = self._made_headline()
        self.steps = {way: self._step_button(way) for way in (-1, 1)}
        self.table = self._tool("All experiments", "Back to the table of experiments (Ctrl+E)")
        self.table.clicked.connect(self.table_requested)
        self.back = QPushButton("End replay", self)
        self.back.setToolTip("Back to what was shown before the replay (Ctrl+Backspace)")
        self.back.setProperty("role", "small")
        self.back.clicked.connect(self.back_requested)
        self.readouts = WrappedRow("Read-outs", UNIT, self)
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(UNIT // 2)
        row.addWidget(self.readouts, 1)
        for part in (*self.steps.values(), self.table, self.back):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def _made_headline(self) -> QWidget:
        headline = QWidget(self)
        row = QHBoxLayout(headline)
        row.setContentsMargins(0, 0, UNIT // 2, 0)
        row.setSpacing(UNIT // 2 + 2)
        for part in (self._sign, self._standing, self._label):
            row.addWidget(part)
        return headline

    def show_row(self, pathway: Pathway, row: Experiment, outcome: Outcome | None) -> None:
        """The experiment that is replayed, with what it came to."""
        which = standing(row, outcome)
        self._standing.setText(STANDING_WORD[which])
        self._label.setText(row.label)
        found = {one.readout: one for one in outcome.findings} if outcome else {}
        told = [said(pathway, one, found.get(one)) for one in row.readouts]
        if [button.text() for button in self._buttons] != told:
            self._buttons = [self._readout_button(i, text) for i, text in enumerate(told)]
        self.readouts.set_widgets([self._headline, *self._buttons])
        for button, readout in zip(self._buttons, row.readouts, strict=True):
            button.setToolTip(readout.words)
        self._headline.setToolTip(f"<p>{html.escape(plain(row.text))}</p>")
        self.setAccessibleDescription(f"{STANDING_WORD[which]}: {row.label}. {'; '.join(told)}")
        self.show()

    def set_current(self, index: int) -> None:
        """Marks the read-out that is looked at."""
        for i, button in enumerate(self._buttons):
            button.setChecked(i == index)

    def set_steps(self, back: bool, forward: bool) -> None:
        """Whether there is an experiment before and after this one."""
        self.steps[-1].setEnabled(back)
        self.steps[1].setEnabled(forward)

    def set_icons(self, icons: Icons, sign: QIcon) -> None:
        """The signs in the theme's ink; `sign` is that of the standing."""
        self.steps[-1].setIcon(icons.icon("step_back"))
        self.steps[1].setIcon(icons.icon("step_forward"))
        self.table.setIcon(icons.icon("experiments"))
        for button in (*self.steps.values(), self.table):
            button.setIconSize(icons.small)
        self._sign.setPixmap(sign.pixmap(icons.size))

    def buttons(self) -> list[QPushButton]:
        """The read-outs."""
        return self._buttons

    def text(self) -> str:
        """All that is written."""
        parts = [self._standing.text(), self._label.text()]
        return "\n".join([*parts, *(button.text() for button in self._buttons)])

    def _tool(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _step_button(self, way: int) -> QToolButton:
        name = "The experiment after this one" if way > 0 else "The experiment before this one"
        button = self._tool(name, f"{name} (Ctrl+PgDown)" if way > 0 else f"{name} (Ctrl+PgUp)")
        button.clicked.connect(lambda: self.step_requested.emit(way))
        return button

    def _readout_button(self, index: int, text: str) -> QPushButton:
        button = QPushButton(text, self.readouts)
        button.setProperty("role", "readout")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.readout_chosen.emit(index))
        return button


def said(pathway: Pathway, readout: Readout, finding: Finding | None) -> str:
    """'Mood at 1 d: published unchanged, model ✗ attenuated, 34 %'; shorter where both agree."""
    where = looked_at(pathway, readout)
    if finding is None:
        return f"{where}: published {readout.expected}, model running…"
    if finding.agrees:
        sign, share = STANDING_SIGN["agree"], percent(finding.effect)
        return f"{where}: {readout.expected}, model {sign} {share}"
    sign = STANDING_SIGN["disagree"]
    return f"{where}: published {readout.expected}, model {sign} {modelled(finding)}"
