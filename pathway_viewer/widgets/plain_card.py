"""Plain card: what happens now, or what was touched, in large plain words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from pathway_viewer.look.theme import UNIT
from pathway_viewer.widgets.transport import set_text


@dataclass(frozen=True)
class Words:
    """What a card says: a line above the title, the title, its full name, the text, a hint."""

    kicker: str = ""
    title: str = ""
    subtitle: str = ""
    text: str = ""
    hint: str = ""
    closable: bool = False


class PlainCard(QFrame):
    """One text at a time. Where it is longer than its room, a button shows the rest of it."""

    closed = Signal()
    step_requested = Signal(int)
    """The next thing to explain (1) or the one before (-1): boxes may be small for a finger."""

    def __init__(self, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._words = Words()
        self._kicker = self._label("kicker")
        self._title = self._label("name")
        self._subtitle = self._label("muted")
        self._text = self._label("prose")
        self._hint = self._label("muted")
        self._hint.setObjectName("hint")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for policy in (
            self._area.setVerticalScrollBarPolicy,
            self._area.setHorizontalScrollBarPolicy,
        ):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = QPushButton("Read on", self)
        self.more.clicked.connect(self._turn)
        self.close_button = QPushButton("Close", self)
        self.close_button.clicked.connect(self.closed)
        self.before, self.after = self._stepping("‹", -1), self._stepping("›", 1)
        self._lay_out()
        self._area.verticalScrollBar().rangeChanged.connect(self._fit)
        self._area.verticalScrollBar().valueChanged.connect(self._fit)

    def _stepping(self, sign: str, way: int) -> QPushButton:
        button = QPushButton(sign, self)
        button.setAccessibleName("Next box" if way > 0 else "Box before")
        button.clicked.connect(lambda: self.step_requested.emit(way))
        return button

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        return label

    def _lay_out(self) -> None:
        page = Widget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(UNIT)
        for label in (self._text, self._hint):
            inner.addWidget(label)
        inner.addStretch(1)
        self._area.setWidget(page)
        page.installEventFilter(self)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.before)
        row.addWidget(self.close_button, 1)
        row.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        for part in (self._kicker, self._title, self._subtitle):
            column.addWidget(part)
        column.addWidget(self._area, 1)
        column.addWidget(self.more)
        column.addLayout(row)

    def say(self, words: Words) -> None:
        """Other words; from their beginning, unless only the line above them differs."""
        before, self._words = self._words, words
        for label, text in (
            (self._kicker, words.kicker),
            (self._title, words.title),
            (self._subtitle, words.subtitle),
            (self._text, words.text),
            (self._hint, words.hint),
        ):
            set_text(label, text)
            if label.isHidden() != (not text):
                label.setVisible(bool(text))
        for button in (self.before, self.close_button, self.after):
            button.setVisible(words.closable)
        if (before.title, before.text) != (words.title, words.text):
            self._area.verticalScrollBar().setValue(0)
            self.setAccessibleName(f"{words.title}. {words.text}")
        self._fit()

    def words(self) -> Words:
        """What it says."""
        return self._words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The text has another height."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _turn(self) -> None:
        """The next part of the text, after the last the first."""
        bar = self._area.verticalScrollBar()
        line = self._text.fontMetrics().lineSpacing()
        step = max(line, self._area.viewport().height() - 2 * line)
        bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + step)

    def _fit(self) -> None:
        bar = self._area.verticalScrollBar()
        longer = bar.maximum() > 0
        if self.more.isHidden() != (not longer):
            self.more.setVisible(longer)
        text = "From the start" if longer and bar.value() >= bar.maximum() else "Read on"
        if self.more.text() != text:
            self.more.setText(text)
