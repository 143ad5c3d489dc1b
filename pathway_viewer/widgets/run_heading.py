"""Run heading: whose picture is below it, on which clock, and what to mind when comparing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from pathway_viewer.widgets.elided_label import ElidedLabel
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.segmented import open_below
from pathway_viewer.widgets.transport import set_text


@dataclass(frozen=True)
class RunTitle:
    """What a heading says: the run, its clock, when it ends, and a warning or ''."""

    text: str
    clock: str
    end: str = ""
    warning: str = ""


class RunHeading(QWidget):
    """One of two runs that are compared, by its letter. The second one can be chosen and left."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._letter = letter
        self._badge = self._label("chip-strong")
        self._badge.setText(letter)
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "chapter")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._clock = self._label("caption")
        self._end = self._label("caption")
        self._warning = self._label("chip-doubt")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 2, 8, 2)
        self._row.setSpacing(8)
        self._row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._title, 1)
        for label in (self._clock, self._end, self._warning):
            self._row.addWidget(label)
        self._menu: QMenu | None = None
        self._buttons: list[tuple[QToolButton, str]] = []

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        return label

    def add_buttons(self) -> None:
        """A menu of what may be compared with, and a button that leaves the comparison."""
        choose = self._button("Choose what to compare with", "chevron_down")
        self._menu = QMenu(choose)
        open_below(choose, self._menu)
        choose.setText("Change")
        leave = self._button("Leave the comparison (Esc)", "close")
        leave.clicked.connect(self.left)

    def _button(self, tip: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        self._buttons.append((button, icon))
        return button

    def set_icons(self, icons: Icons) -> None:
        """The buttons' signs in the theme's ink."""
        for button, icon in self._buttons:
            button.setIcon(icons.icon(icon))
            button.setIconSize(icons.small)

    def set_title(self, title: RunTitle) -> None:
        """What is said of the run."""
        set_text(self._title, title.text)
        for label, text in (
            (self._clock, title.clock),
            (self._end, title.end),
            (self._warning, title.warning),
        ):
            set_text(label, text)
            label.setVisible(bool(text))
        self.setAccessibleName(f"Run {self._letter}: {self.text()}")

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str) -> None:
        """What may be compared with: (id, label) each, and which one is."""
        if self._menu is not None:
            self._menu.clear()
            for id, label in choices:
                action = self._menu.addAction(label.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(id == current)
                action.triggered.connect(partial(_told, self.chosen.emit, id))

    def buttons(self) -> list[QToolButton]:
        """What can be pressed, from the left."""
        return [button for button, _ in self._buttons]

    def menu(self) -> QMenu | None:
        """The choices as a menu, None where there are none."""
        return self._menu

    def text(self) -> str:
        """All that the heading says."""
        labels = (self._title, self._clock, self._end, self._warning)
        return ". ".join(label.text() for label in labels if label.text())


def _told(chosen: object, id: str, _checked: bool = False) -> None:
    assert callable(chosen)
    chosen(id)
