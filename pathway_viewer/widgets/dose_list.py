"""Dose list: every dose as a row of fields: how much, over how long, when."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from pathway_viewer.model.pushes import Dose
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.time_field import TimeField


class DoseList(QWidget):
    """Shows doses, and says `wished(doses)` when one is changed or taken away.

    What is typed wrong is said in a line below, and nothing is wished.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doses: tuple[Dose, ...] = ()
        self._word = ""
        self._icons: Icons | None = None
        self._rows: list[tuple[QLineEdit, TimeField, TimeField, QToolButton]] = []
        self._trouble = QLabel(self)
        self._trouble.setProperty("role", "trouble")
        self._trouble.setWordWrap(True)
        self._none = QLabel("Nothing is given.", self)
        self._none.setProperty("role", "muted")
        self._heads = [self._head(text) for text in ("", "over", "at", "")]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        for column, stretch in enumerate((3, 3, 3, 0)):
            self._grid.setColumnStretch(column, stretch)
            self._grid.addWidget(self._heads[column], 0, column)
        self._place()

    def _head(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "caption")
        return label

    def set_doses(self, doses: tuple[Dose, ...], unit: str, word: str) -> None:
        """The doses of the run, the clock's unit, and its word for a dose."""
        self._heads[0].setText(unit)
        self._tell("")
        if (len(doses), word) != (len(self._rows), self._word):
            self._word = word
            for row in self._rows:
                for part in row:
                    part.hide()
                    part.deleteLater()
            self._rows = [self._row(index) for index in range(len(doses))]
            self._place()
        self._doses = doses
        for dose, (amount, over, at, _) in zip(doses, self._rows, strict=True):
            if not (amount.hasFocus() and amount.isModified()):
                amount.setText(f"{dose.amount:.6g}")
            over.set_hours(dose.over or None)
            at.set_hours(dose.at)

    def set_icons(self, icons: Icons) -> None:
        """The sign that takes a dose away."""
        self._icons = icons
        for *_, button in self._rows:
            button.setIcon(icons.icon("close"))
            button.setIconSize(icons.small)

    def row(self, index: int) -> tuple[QLineEdit, TimeField, TimeField, QToolButton]:
        """The fields of one dose and its button."""
        return self._rows[index]

    def trouble(self) -> str:
        """What was typed wrong, or ''."""
        return self._trouble.text()

    def _row(self, index: int) -> tuple[QLineEdit, TimeField, TimeField, QToolButton]:
        name = f"{self._word.capitalize()} {index + 1}"
        amount = QLineEdit(self)
        amount.setMinimumWidth(48)
        amount.setAccessibleName(f"{name}, amount")
        amount.editingFinished.connect(lambda: self._amount_told(amount))
        over = TimeField(f"{name}, over", "at once", self)
        at = TimeField(f"{name}, at", "", self)
        for field in (over, at):
            field.told.connect(self._told)
        gone = QToolButton(self)
        gone.setAccessibleName(f"Leave out {self._word} {index + 1}")
        gone.setToolTip(f"Leave this {self._word} out")
        gone.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        gone.clicked.connect(lambda: self._leave_out(index))
        if self._icons:
            gone.setIcon(self._icons.icon("close"))
            gone.setIconSize(self._icons.small)
        return amount, over, at, gone

    def _place(self) -> None:
        for line, row in enumerate(self._rows, start=1):
            for column, part in enumerate(row):
                self._grid.addWidget(part, line, column)
                part.show()
        for head in self._heads:
            head.setVisible(bool(self._rows))
        self._none.setVisible(not self._rows)
        below = len(self._rows) + 1
        self._grid.addWidget(self._none, below, 0, 1, 4)
        self._grid.addWidget(self._trouble, below + 1, 0, 1, 4)
        self._trouble.setVisible(bool(self._trouble.text()))

    def _amount_told(self, field: QLineEdit) -> None:
        if field.isModified():
            field.setModified(False)
            self._told()

    def _told(self) -> None:
        try:
            doses = tuple(self._typed(index) for index in range(len(self._rows)))
        except ValueError as error:
            self._tell(str(error))
            return
        self._tell("")
        if doses != self._doses:
            self.wished.emit(doses)

    def _typed(self, index: int) -> Dose:
        amount, over, at, _ = self._rows[index]
        before = self._doses[index]
        typed = amount.text().strip()
        same = typed == f"{before.amount:.6g}"
        try:
            much = before.amount if same else float(typed.replace(",", "."))
        except ValueError:
            much = math.nan
        if not math.isfinite(much) or much <= 0:
            raise ValueError(f"'{typed[:20]}': expected an amount above 0, such as 0.5")
        lasts, when = over.hours() or 0.0, at.hours()
        if lasts < 0:
            raise ValueError("Nothing can last less than no time.")
        return Dose(amount=much, at=when or 0.0, over=lasts)

    def _leave_out(self, index: int) -> None:
        self.wished.emit(self._doses[:index] + self._doses[index + 1 :])

    def _tell(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
