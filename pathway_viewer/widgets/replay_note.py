"""Replay note: which experiment the diagram replays, what was published and what comes out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.dynamics.experiments import Finding, Outcome
from pathway_viewer.look.theme import UNIT
from pathway_viewer.model.pathway import Experiment, Pathway, Readout
from pathway_viewer.model.text import plain
from pathway_viewer.widgets.elided_label import ElidedLabel
from pathway_viewer.widgets.experiment_words import (
    STANDING_SIGN,
    STANDING_WORD,
    clock_word,
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
        self._label = ElidedLabel(self)
        self._label.setProperty("role", "chapter")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._clock = QLabel(self)
        self._clock.setProperty("role", "caption")
        self._steps = {way: self._step_button(way) for way in (-1, 1)}
        self.table = self._button("All experiments", "Back to the table (Ctrl+E)")
        self.back = self._button("End replay", "Back to what was shown before the replay")
        self.table.clicked.connect(self.table_requested)
        self.back.clicked.connect(self.back_requested)
        self.readouts = WrappedRow("Read-outs", UNIT, self)
        self._buttons: list[QPushButton] = []
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for part in (self._sign, self._standing):
            row.addWidget(part)
        row.addWidget(self._label, 1)
        for part in (self._clock, *self._steps.values(), self.table, self.back):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        column.setSpacing(UNIT // 2)
        column.addLayout(row)
        column.addWidget(self.readouts)

    def show_row(self, pathway: Pathway, row: Experiment, outcome: Outcome | None) -> None:
        """The experiment that is replayed, with what it came to."""
        which = standing(row, outcome)
        self._standing.setText(STANDING_WORD[which])
        self._label.setText(row.label)
        self._clock.setText(clock_word(pathway, row))
        found = {one.readout: one for one in outcome.findings} if outcome else {}
        told = [said(pathway, one, found.get(one)) for one in row.readouts]
        if [button.text() for button in self._buttons] != told:
            self._buttons = [self._readout_button(i, text) for i, text in enumerate(told)]
            self.readouts.set_widgets(self._buttons)
        for button, readout in zip(self._buttons, row.readouts, strict=True):
            button.setToolTip(readout.words)
        self._label.setStatusTip(plain(row.text))
        self.setAccessibleDescription(f"{STANDING_WORD[which]}: {row.label}. {'; '.join(told)}")
        self.show()

    def set_current(self, index: int) -> None:
        """Marks the read-out that is looked at."""
        for i, button in enumerate(self._buttons):
            button.setChecked(i == index)

    def set_steps(self, back: bool, forward: bool) -> None:
        """Whether there is an experiment before and after this one."""
        self._steps[-1].setEnabled(back)
        self._steps[1].setEnabled(forward)

    def set_icons(self, icons: Icons, sign: QIcon) -> None:
        """The signs in the theme's ink; `sign` is that of the standing."""
        self._steps[-1].setIcon(icons.icon("step_back"))
        self._steps[1].setIcon(icons.icon("step_forward"))
        self._sign.setPixmap(sign.pixmap(QSize(20, 20)))

    def text(self) -> str:
        """All that is written."""
        parts = [self._standing.text(), self._label.text(), self._clock.text()]
        return "\n".join([*parts, *(button.text() for button in self._buttons)])

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setProperty("role", "quiet")
        return button

    def _step_button(self, way: int) -> QToolButton:
        button = QToolButton(self)
        name = "The experiment after this one" if way > 0 else "The experiment before this one"
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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
