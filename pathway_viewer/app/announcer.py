"""Announcer: tells a screen reader what changed without anybody moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.widgets.wording import moment


class Announcer:
    """Speaks a chapter when the play head comes into it, and problems when they appear."""

    def __init__(self, voice: QWidget) -> None:
        self._voice = voice
        self._chapter: Chapter | None = None
        self.said = ""

    def follow(self, frame: Frame) -> None:
        """Announces the chapter if it is a new one."""
        if frame.chapter != self._chapter:
            self._chapter = frame.chapter
            if frame.chapter is not None:
                self.say(f"Chapter {frame.chapter.title}, {moment(frame.time, frame.origin)}")

    def say(self, text: str) -> None:
        """Announces a text."""
        self.said = text
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._voice, text))
