"""Banner: a thin bar that tells one trouble in one line, and more on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.widgets.icons import Icons

MOST_LINES = 8


class Banner(QWidget):
    """Hidden while all is well. The first line is always shown, the rest by 'Show all'."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Problem")
        self._lines: tuple[str, ...] = ()
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._more = QPushButton("Show all", self)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        self._close = QToolButton(self)
        self._close.setAccessibleName("Close")
        self._close.clicked.connect(self._dismiss)
        self._all = QPlainTextEdit(self, readOnly=True)
        self._all.setAccessibleName("All problems")
        self._all.hide()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 8, 4)
        column.addLayout(row)
        column.addWidget(self._all)

    def set_icons(self, icons: Icons) -> None:
        """The signs in the theme's ink."""
        self._sign.setPixmap(icons.icon("warning").pixmap(icons.size))
        self._close.setIcon(icons.icon("close"))
        self._close.setIconSize(icons.small)

    def tell(self, lines: Sequence[str]) -> None:
        """Shows these lines, the most important first; none hides the banner."""
        self._lines = tuple(lines)
        self._more.setChecked(False)
        self.setVisible(bool(lines))
        if not lines:
            return
        count = len(self._lines) - 1
        rest = f"  (and {count} more)" if count else ""
        self._text.setText(self._lines[0] + rest)
        self.setAccessibleDescription(self._lines[0])
        self._more.setVisible(count > 0)
        self._all.setPlainText("\n".join(self._lines))

    def text(self) -> str:
        """The line that is shown."""
        return self._text.text()

    def _unfold(self, unfolded: bool) -> None:
        self._more.setText("Show first" if unfolded else "Show all")
        line = self._all.fontMetrics().lineSpacing()
        self._all.setFixedHeight(line * min(MOST_LINES, len(self._lines) + 1) + 16)
        self._all.setVisible(unfolded)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
