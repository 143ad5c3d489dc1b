"""Settings: what is remembered between two starts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import QByteArray, QSettings

from pathway_viewer.app import place
from pathway_viewer.app.look import Look
from pathway_viewer.app.policy import FREE, Policy
from pathway_viewer.look.adapting import TEXT_SIZES, TextSize
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.model.story import READINGS, Reading
from pathway_viewer.timeline.axis import ScaleId

MOST_RECENT = 10
KEPT = (
    *("theme", "reading", "scale", "numbers", "legend", "reduced_motion"),
    *("text", "contrast"),
)
"""Fields of the look that are remembered."""


class Settings:
    """Typed access to the settings file. Whatever is unreadable in it is as if never written."""

    def __init__(self, store: QSettings, rules: Policy = FREE) -> None:
        self._store, self._rules = store, rules

    @property
    def links(self) -> bool:
        """Whether web addresses may be opened on this computer."""
        return self._rules.links

    def look(self, theme: ThemeId) -> Look:
        """The remembered look; `theme` where neither the user nor the policy chose one."""
        chosen, otherwise = self._text("look/theme"), self._rules.theme or theme
        return Look(
            theme=cast(ThemeId, chosen) if chosen in get_args(ThemeId) else otherwise,
            reading=self._reading(),
            scale=self._scale(),
            numbers=self._flag("look/numbers", True),
            legend=self._flag("look/legend", True),
            reduced_motion=self._flag("look/reduced_motion", False),
            text=self._text_size(),
            contrast=self._flag("look/contrast", False),
        )

    def keep_look(self, look: Look, before: Look) -> None:
        """Remembers the fields that changed, so that what nobody chose stays unchosen."""
        for name in KEPT:
            if getattr(look, name) != getattr(before, name):
                self._store.setValue(f"look/{name}", getattr(look, name))

    def theme_is_chosen(self) -> bool:
        """Whether the user or the policy picked a theme; until then it follows the system."""
        return bool(self._rules.theme) or self._text("look/theme") in get_args(ThemeId)

    def motion_is_chosen(self) -> bool:
        """Whether the user ever asked for less motion or more; until then the system says."""
        return self._store.contains("look/reduced_motion")

    def contrast_is_chosen(self) -> bool:
        """Whether the user ever asked for more contrast or less; until then the system says."""
        return self._store.contains("look/contrast")

    def forget_theme(self) -> None:
        """Follows the system again, in its light and in its contrast."""
        self._store.remove("look/theme")
        self._store.remove("look/contrast")

    def recent(self) -> tuple[Path, ...]:
        """Files opened before, the latest first."""
        value = self._store.value("files/recent")
        texts = cast("list[object]", value) if isinstance(value, list) else [value]
        return tuple(Path(text) for text in texts if isinstance(text, str) and text)

    def keep_recent(self, path: Path) -> None:
        """Puts a file on top of the list."""
        others = [str(one) for one in self.recent() if one != path]
        self._store.setValue("files/recent", [str(path), *others][:MOST_RECENT])

    def forget_recent(self) -> None:
        """Empties the list."""
        self._store.remove("files/recent")

    def place(self) -> tuple[QByteArray, QByteArray]:
        """Geometry and dock state of the window, empty when never saved."""
        return place.kept(self._store, place.GEOMETRY), place.kept(self._store, place.STATE)

    def keep_place(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remembers geometry and dock state."""
        self._store.setValue(place.GEOMETRY, geometry)
        self._store.setValue(place.STATE, state)

    def forget_place(self) -> None:
        """The window opens as new the next time."""
        self._store.remove(place.GROUP)

    def note(self, key: str) -> str:
        """Something short that was kept under a name, '' where it never was."""
        return self._text(key)

    def keep_note(self, key: str, text: str) -> None:
        """Keeps something short under a name."""
        self._store.setValue(key, text)

    def sync(self) -> None:
        """Writes what is not written yet."""
        self._store.sync()

    def _reading(self) -> Reading:
        value = self._text("look/reading")
        return value if value in READINGS else self._rules.reading or "student"

    def _text_size(self) -> TextSize:
        value = str(self._store.value("look/text"))
        known: dict[str, TextSize] = {str(size): size for size in TEXT_SIZES}
        return known.get(value, 100)

    def _scale(self) -> ScaleId:
        value = self._text("look/scale")
        return cast(ScaleId, value) if value in get_args(ScaleId) else "lecture"

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""

    def _flag(self, key: str, otherwise: bool) -> bool:
        value: object = self._store.value(key)
        words: Sequence[object] = (True, "true", False, "false")
        return words.index(value) < 2 if value in words else otherwise
