"""Place: where the window stood and how its panels lay, kept between two starts."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

GROUP = "window"
GEOMETRY, STATE = "window/geometry", "window/state"


def kept(settings: QSettings, key: str) -> QByteArray:
    """The kept geometry or state, empty when there is none."""
    value: object = settings.value(key)
    return value if isinstance(value, QByteArray) else QByteArray()
