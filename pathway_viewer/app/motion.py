"""Motion: whether the system asks for less of it, whether it is light or dark, how strong."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pathway_viewer.look.theme import ThemeId

SPI_GETCLIENTAREAANIMATION = 0x1042


def wants_less_motion(app: QApplication) -> bool:
    """Whether the user told the system to animate less. Where it cannot be known, False.

    Qt has no hint of its own: desktops that follow the setting give widgets no time to move,
    and Windows answers when asked.
    """
    if sys.platform == "win32":
        return not _windows_animates()
    # Late: loading this class takes longer than asking it.
    from PySide6.QtWidgets import QStyle

    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def _windows_animates() -> bool:
    import ctypes

    answer = ctypes.c_int(1)
    ask = getattr(ctypes, "windll").user32.SystemParametersInfoW  # noqa: B009 only on Windows
    return not ask(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(answer), 0) or bool(answer.value)


def system_theme(app: QApplication) -> ThemeId:
    """The theme that goes with the system's light or dark."""
    hints = app.styleHints()
    return "night" if hints.colorScheme() == Qt.ColorScheme.Dark else "paper"


def system_contrast(app: QApplication) -> bool:
    """Whether the user told the system to draw with more contrast."""
    # Both are kept while they are used: chained in one line, the first is gone too early.
    hints = app.styleHints()
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
