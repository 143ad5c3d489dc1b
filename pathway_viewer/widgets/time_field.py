"""Time field: one line for a time with its unit, or for the word that stands for no time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from pathway_viewer.model.times import parse_time, spoken


class TimeField(QLineEdit):
    """Says `told()` when a time was typed. What it says by itself it never tells back.

    `never` is the word for no time at all ('lifelong'); an empty field means the same. Without
    it a time must be there.
    """

    told = Signal()

    def __init__(self, name: str, never: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(never or "0 h")
        self._never = never
        self.setMinimumWidth(56)
        self._hours: float | None = None
        self.editingFinished.connect(self._finished)

    def hours(self) -> float | None:
        """The time, None for no time. ValueError, a sentence, for what is no time."""
        typed = " ".join(self.text().replace("−", "-").split())
        if typed.casefold() in ("", self._never.casefold()):
            if not self._never:
                raise ValueError(f"{self.accessibleName()}: a time is needed, such as '40 min'")
            return None
        if typed == "0":
            return 0.0
        # As it was shown, it is the very time that was shown, not the rounded one.
        if self._hours is not None and typed == spoken(self._hours):
            return self._hours
        try:
            return parse_time(typed)
        except ValueError as error:
            raise ValueError(f"{self.accessibleName()}: {error}") from None

    def set_hours(self, hours: float | None) -> None:
        """Shows a time, unless somebody is typing another one."""
        self._hours = hours
        text = self._never if hours is None and not self.placeholderText() else ""
        text = text if hours is None else spoken(hours) if hours else "0 h"
        if not (self.hasFocus() and self.isModified()) and self.text() != text:
            self.setText(text)

    def _finished(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.told.emit()
