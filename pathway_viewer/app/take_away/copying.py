"""Copying: the picture of the diagram, or the values of a curve, onto the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QSize
from PySide6.QtGui import QGuiApplication, QImage

from pathway_viewer.app.numbering import marks, numbering
from pathway_viewer.app.opening import clock_label
from pathway_viewer.app.session import Session
from pathway_viewer.app.terminal.levels_table import digits, usual_times
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.export.look import Look
from pathway_viewer.export.notice import notice_of
from pathway_viewer.export.still_painting import still_image
from pathway_viewer.model.pathway import Node, Pathway
from pathway_viewer.scene.beside import beside_of
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.timeline.what_if_words import tried

DENSITY = 2
"""Pixels of a copied picture for each of the window's: sharp on a slide."""

NARROWEST = 960
"""A picture copied from a smaller diagram is as large as if the diagram were this wide."""


def copy_picture(session: Session, size: QSize) -> str:
    """Puts the whole diagram of this moment on the clipboard, and tells so.

    It is drawn as a still is: with title, legend and disclaimer, whatever the window hides.
    """
    pathway, frame = session.pathway, session.frame
    if pathway is None or frame is None:
        return "There is no picture to copy yet"
    image = still_image(pathway, frame, look_of(session, pathway, size), DENSITY)
    data = QMimeData()
    data.setImageData(image)
    data.setData("image/png", png_of(image))
    QGuiApplication.clipboard().setMimeData(data)
    return f"Copied the picture: {image.width()} × {image.height()} pixels"


def copy_values(session: Session) -> str:
    """Puts the curve of the selected node on the clipboard, and tells so."""
    pathway, course = session.pathway, session.course
    if pathway is None or course is None or session.selection not in pathway.node_index:
        return "Select a node first: its curve can be copied"
    node = pathway.node(session.selection)
    QGuiApplication.clipboard().setText(values_of(pathway, course, session.conditions, node))
    return f"Copied the curve of {node.label}: time, level and change"


def look_of(session: Session, pathway: Pathway, size: QSize) -> Look:
    """How a still looks that shows what the window shows, all of it."""
    conditions, frame, look = session.conditions, session.frame, session.look
    wide = max(NARROWEST, size.width())
    hours = frame.time if frame else 0.0
    return Look(
        theme=look.theme,
        size=(wide, round(wide * size.height() / max(1, size.width()))),
        layers=look.layers,
        overlay=Overlay.of(pathway, conditions),
        clock=clock_label(pathway, conditions),
        what_if=what_if_of(pathway, conditions),
        beside=beside_of(session.course, session.ghost, hours),
        numbers=marks(pathway, numbering(pathway)) if look.numbers else {},
    )


def values_of(pathway: Pathway, course: Course, conditions: Conditions, node: Node) -> str:
    """A node's curve as tab-separated lines under a head that says whose and which run's it is.

    `time_h` is in hours since the first dose, `level` 0..1, `change` from rest -1..1.
    """
    scenario = pathway.scenario(conditions.scenario).label if conditions.scenario else "none"
    clock, changed = clock_label(pathway, conditions), what_if_of(pathway, conditions)
    head = [("pathway", pathway.title), ("scenario", scenario)]
    head += [("clock", clock)] if clock else []
    head += [("what if", changed)] if changed else []
    head += [("node", f"{node.label} ({node.id})"), ("levels", "teaching model")]
    head += [("notice", notice_of(pathway))]
    lines = ["\t".join(row) for row in head]
    lines.append("time_h\tlevel\tchange")
    i = course.node_ids.index(str(node.id))
    for time in usual_times(course):
        level, change = float(course.at(time)[i]), float(course.changes(time)[i])
        lines.append(f"{time:.9g}\t{digits(level)}\t{digits(change)}")
    return "\n".join(lines) + "\n"


def what_if_of(pathway: Pathway, conditions: Conditions) -> str:
    """What is changed in a run, in words, '' where nothing is."""
    return "; ".join(one.text for one in tried(pathway, conditions))


def png_of(image: QImage) -> QByteArray:
    """An image as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return buffer.data()
