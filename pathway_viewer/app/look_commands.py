"""Look commands: how large the window's words are, and how strong its lines."""

from __future__ import annotations

from dataclasses import replace

from pathway_viewer.app.session import Session
from pathway_viewer.look.adapting import TEXT_SIZES, TextSize


class LookCommands:
    """What makes the window easier to read, apart from its theme."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def set_text_size(self, size: TextSize) -> None:
        """Write everything in the window in this size."""
        self._session.set_look(replace(self._session.look, text=size))

    def larger_text(self) -> None:
        """Write everything in the window larger, up to twice its size."""
        self._step(1)

    def smaller_text(self) -> None:
        """Write everything in the window smaller again."""
        self._step(-1)

    def toggle_contrast(self) -> None:
        """Stronger words and lines, or those of the theme."""
        look = self._session.look
        self._session.set_look(replace(look, contrast=not look.contrast))

    def _step(self, way: int) -> None:
        at = TEXT_SIZES.index(self._session.look.text) + way
        self.set_text_size(TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)])
