"""Prose: a block of rich text as tall as what it says, for a column that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from pathway_viewer.look.theme import Theme, mix
from pathway_viewer.widgets.style import link_color

SHEET = """
body {{ color: {ink}; font-size: {body}px; }}
p {{ margin: 0 0 8px 0; line-height: 126%; }}
h3 {{ font-size: {label}px; font-weight: 600; margin: 16px 0 6px 0; }}
a {{ color: {link}; text-decoration: none; }}
td {{ padding: 0 0 8px 0; }}
.lead {{ font-size: {body}px; line-height: 126%; }}
.muted {{ color: {muted}; }}
.small {{ font-size: {small}px; color: {muted}; }}
.note {{ font-size: {small}px; color: {muted}; line-height: 120%; }}
.argument {{ font-size: {small}px; line-height: 122%; margin: 0 0 7px 0; }}
li {{ margin: 0 0 5px 0; line-height: 122%; }}
ul {{ margin: 0 0 8px 0; -qt-list-indent: 0; }}
.doubt {{ color: {warning}; }}
"""


class Prose(QTextBrowser):
    """Rich text without a frame or scroll bars of its own; says which link was activated."""

    link_activated = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._say)

    def set_theme(self, theme: Theme) -> None:
        """Colours and sizes of the text that is set next."""
        self.document().setDefaultStyleSheet(
            SHEET.format(
                ink=theme.ink,
                muted=mix(theme.muted, theme.ink, 0.15),
                link=link_color(theme),
                warning=theme.warning,
                body=round(theme.type.body),
                label=round(theme.type.label),
                small=round(theme.type.small),
            )
        )

    def set_html(self, html: str) -> None:
        """Replaces the text and takes the height it needs."""
        self.setHtml(html)
        self._fit()

    def height_of(self, anchor: str) -> int:
        """The y of a named place in the text; 0 when there is none."""
        block = self.document().begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                if anchor in pieces.fragment().charFormat().anchorNames():
                    layout = self.document().documentLayout()
                    return round(layout.blockBoundingRect(block).y())
                pieces += 1
            block = block.next()
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width breaks the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The column scrolls, not this block."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """The height of the text at the present width."""
        return QSize(280, self.height())

    def minimumSizeHint(self) -> QSize:
        """Text wraps to any width."""
        return QSize(120, 0)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(1, round(self.document().size().height()) + 2))

    def _say(self, link: QUrl) -> None:
        self.link_activated.emit(link.toString())
