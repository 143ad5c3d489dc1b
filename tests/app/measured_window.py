"""What can be measured of a window: words that are cut, parts that overlap, words that are pale."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QScrollArea, QWidget

from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.widgets.elided_box import ElidedBox
from pathway_viewer.widgets.elided_label import ElidedLabel

SLACK = 1
QTS_OWN = ("qt_qmainwindow_extended_splitter",)
"""Handles that Qt leaves standing where no border is."""
DENSITY = 3
"""Device pixels a pixel, so that the strokes of small letters have their whole colour."""


def shown(window: QWidget) -> list[QWidget]:
    """Every widget in a window that is seen, with some size."""
    return [
        w
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.window() is window and w.objectName() not in QTS_OWN
    ]


def place(widget: QWidget) -> QRect:
    """Where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def scrolled(widget: QWidget) -> bool:
    """Whether a widget lies in something that scrolls: there it may be below what is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return f"{type(widget).__name__} {widget.objectName()} {text[:40]!r}"


def cut_words(window: QWidget) -> list[str]:
    """Labels and buttons that are smaller than their words, pages wider than what shows them."""
    found = [name(w) for w in shown(window) if is_cut(w)]
    frame = window.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    outside = [
        w
        for w in shown(window)
        if not scrolled(w) and place(w).intersects(frame) and not frame.contains(place(w))
    ]
    wide = [
        area
        for area in shown(window)
        if isinstance(area, QScrollArea)
        and area.widget() is not None
        and area.widget().width() > area.viewport().width() + SLACK
    ]
    return [*found, *(f"outside: {name(w)}" for w in outside), *(f"wide: {name(w)}" for w in wide)]


def is_cut(widget: QWidget) -> bool:
    """Whether a widget has not the room that its words need; some words are made to give way."""
    if isinstance(widget, (ElidedLabel, ElidedBox)):
        return False
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + SLACK
        hint = widget.sizeHint()
        return hint.width() > widget.width() + SLACK or hint.height() > widget.height() + SLACK
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.minimumSizeHint().width() > widget.width() + SLACK
    return False


def overlapping(window: MainWindow) -> list[str]:
    """Parts of the rows of the window that lie on each other."""
    rows = (window.toolbar, window.timeline.transport, window.strip)
    found: list[str] = []
    for row in rows:
        parts = [w for w in row.findChildren(QWidget) if w.isVisible() and w.parentWidget() is row]
        found += [
            f"{name(a)} on {name(b)}"
            for a, b in combinations(parts, 2)
            if a.geometry().intersects(b.geometry())
        ]
    return found


def share(window: MainWindow) -> float:
    """How much of the window is the picture's."""
    picture = window.diagram
    return picture.width() * picture.height() / (window.width() * window.height())


def pixels(widget: QWidget) -> NDArray[np.uint8]:
    """A widget as painted at a high density, (height, width, 3)."""
    pixmap = QPixmap(widget.size() * DENSITY)
    pixmap.setDevicePixelRatio(DENSITY)
    widget.render(pixmap)
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width(), 2::-1].copy()


def luminance(values: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance as WCAG 2.2 defines it."""
    c = values.astype(float) / 255
    light = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return light @ np.array([0.2126, 0.7152, 0.0722])


def clearest(part: NDArray[np.uint8]) -> float:
    """The most that anything in a part of an image stands out from its commonest colour."""
    flat = part.reshape(-1, 3)
    packed = flat.astype(np.uint32) @ np.array([65536, 256, 1], dtype=np.uint32)
    values, counts = np.unique(packed, return_counts=True)
    common = int(values[counts.argmax()])
    ground = np.array([[common >> 16, common >> 8 & 255, common & 255]], dtype=np.uint8)
    first, second = luminance(flat) + 0.05, luminance(ground) + 0.05
    return float((np.maximum(first, second) / np.minimum(first, second)).max())


def pale_words(window: QWidget, least: float = 4.5) -> dict[str, float]:
    """Labels and buttons whose words or icons do not stand out from their ground."""
    image, found = pixels(window), dict[str, float]()
    for widget in shown(window):
        worded = isinstance(widget, QLabel) and bool(widget.text())
        if not (worded or isinstance(widget, QAbstractButton)) or not widget.isEnabled():
            continue
        box = place(widget).intersected(window.rect()).adjusted(3, 3, -3, -3)
        if scrolled(widget) and widget.visibleRegion().isEmpty():
            continue
        part = image[
            box.top() * DENSITY : (box.bottom() + 1) * DENSITY,
            box.left() * DENSITY : (box.right() + 1) * DENSITY,
        ]
        if part.size and (ratio := clearest(part)) < least:
            found[name(widget)] = round(ratio, 2)
    return found
