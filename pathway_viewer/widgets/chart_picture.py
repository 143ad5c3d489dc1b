"""Chart picture: the timeline's still part, drawn once into a pixmap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.chart_geometry import MARGIN, ChartGeometry
from pathway_viewer.widgets.chart_key import paint_key
from pathway_viewer.widgets.chart_story import ChartStory
from pathway_viewer.widgets.lanes import (
    heat_strip,
    paint_lane,
    shades,
    shares_along,
    times_along,
)
from pathway_viewer.widgets.ruler import paint_chapters, paint_doses, paint_other_doses, paint_ticks

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def drawn(story: ChartStory, where: ChartGeometry, base: QFont, ratio: float) -> QPixmap:
    """Everything but the playhead, at a device pixel ratio."""
    pixmap = QPixmap(QSize(where.width, where.height) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(story.theme.panel))
    if story.axis is not None:
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_story(painter, story, story.axis, where, base)
    return pixmap


def paint_story(
    painter: QPainter, story: ChartStory, axis: Axis, where: ChartGeometry, base: QFont
) -> None:
    """Chapters, lanes, doses and the axis with its scale's name."""
    painter.setFont(story.font(base, QFont.Weight.DemiBold))
    paint_chapters(painter, where, axis, story.chapters, story.theme)
    painter.setFont(story.font(base))
    paint_ticks(painter, where, axis, story.theme, story.zero)
    box = QRectF(MARGIN, where.ruler_top + 7, where.gutter, QFontMetricsF(painter.font()).height())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft, story.scale_name)
    if where.lanes:
        paint_key(painter, where, story.strips_name, story.theme)
    paint_lanes(painter, story, axis, where, base)
    if story.ghost is not None:
        others = tuple(dose for dose in story.ghost.course.doses if dose not in story.doses)
        paint_other_doses(painter, where, axis, others, story.theme)
    paint_doses(painter, where, axis, story.doses, story.theme)


def paint_lanes(
    painter: QPainter, story: ChartStory, axis: Axis, where: ChartGeometry, base: QFont
) -> None:
    """Every lane's name and strip; all at rest while there are no levels."""
    table, times = shades(story.theme), times_along(axis, where.span)
    for index, node in enumerate(story.shown(where.lanes)):
        strips = [heat_strip(one, table) for one in shares_along(story.courses, node, times)]
        paint_lane(painter, strips, where.lane(index), story.theme)
        chosen = node == story.selection
        painter.setFont(story.font(base, QFont.Weight.Bold if chosen else QFont.Weight.Normal))
        painter.setPen(QColor(story.theme.accent if chosen else story.theme.ink))
        box = where.label(index)
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(story.name(node), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, RIGHT, name)
