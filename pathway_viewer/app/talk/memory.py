"""Talk memory: what a speaker chose for one talk and finds again at the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast, get_args

from pathway_viewer.app.settings import Settings
from pathway_viewer.app.talk.places import ScreenFact
from pathway_viewer.app.talk.stage import TalkStage
from pathway_viewer.look.theme import ThemeId

APART = " | "


class TalkMemory:
    """Screen, theme, planned length and size of the notes. What is unreadable was never chosen."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def choice(self, screens: Sequence[ScreenFact]) -> str | None:
        """The screen that was chosen for these screens, None where nobody was asked."""
        kept = self._settings.note("present/screens")
        if not kept or kept != _names(screens):
            return None
        return self._settings.note("present/audience")

    def keep_choice(self, screens: Sequence[ScreenFact], choice: str) -> None:
        """Remembers a choice for these screens."""
        self._settings.keep_note("present/screens", _names(screens))
        self._settings.keep_note("present/audience", choice)

    def restore(self, stage: TalkStage) -> None:
        """A new talk as the last one was."""
        session, note = stage.talk.session, self._settings.note
        theme = note("present/theme")
        if theme in get_args(ThemeId):
            session.set_look(replace(session.look, theme=cast(ThemeId, theme)))
        stage.clock = stage.clock.plan(min(number(note("present/minutes")), 24 * 60))
        if size := number(note("present/notes_size")):
            stage.presenter.notes.set_size_of_text(size)

    def keep(self, stage: TalkStage) -> None:
        """Remembers a talk that is over."""
        keep = self._settings.keep_note
        keep("present/theme", stage.talk.session.look.theme)
        keep("present/minutes", f"{stage.clock.planned_s / 60:g}")
        keep("present/notes_size", f"{stage.presenter.notes.size_of_text:g}")


def number(text: str) -> float:
    """A number of 0 or more, 0 for anything else."""
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0 <= value < float("inf") else 0.0


def _names(screens: Sequence[ScreenFact]) -> str:
    return APART.join(sorted(one.words() for one in screens))
