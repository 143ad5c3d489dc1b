"""Talk keys: what each key does while a talk is given, in either window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from pathway_viewer.app.action_row import NAMED
from pathway_viewer.widgets.key import Key

Act = Literal[
    "next",
    "previous",
    "first",
    "last",
    "go",
    "erase",
    "play",
    "blank",
    "freeze",
    "laser",
    "spot",
    "zoom",
    "legend",
    "theme",
    "swap",
    "full_screen",
    "leave",
    "clock",
    "clock_zero",
    "longer",
    "shorter",
    "larger",
    "smaller",
    "down",
    "up",
]


@dataclass(frozen=True)
class TalkKey:
    """Keys, what they do, and how that is said to the speaker."""

    act: Act
    keys: tuple[str, ...]
    words: str


TALK_KEYS: tuple[TalkKey, ...] = (
    TalkKey("next", ("PgDown", "Right", "Down", "Space"), "Next step"),
    TalkKey("previous", ("PgUp", "Left", "Up"), "Step before"),
    TalkKey("first", ("Home",), "First step"),
    TalkKey("last", ("End",), "Last step"),
    TalkKey("go", ("Return", "Enter"), "After a number: that step"),
    TalkKey("erase", ("Backspace",), "Take a digit back"),
    TalkKey("play", ("P",), "Let time run, or stop it"),
    TalkKey("blank", ("B", "."), "Black for the audience"),
    TalkKey("freeze", ("F",), "Freeze what the audience sees"),
    TalkKey("laser", ("L",), "Laser dot"),
    TalkKey("spot", ("O",), "Spotlight; Ctrl and the wheel set its size"),
    TalkKey("zoom", ("Z",), "Zoom to the node under the pointer, and back"),
    TalkKey("legend", ("G",), "Legend"),
    TalkKey("theme", ("T",), "Another theme for the audience"),
    TalkKey("swap", ("S",), "Swap the screens"),
    TalkKey("full_screen", ("F11",), "Full screen or a window"),
    TalkKey("clock", ("C",), "Pause the talk's clock"),
    TalkKey("clock_zero", ("R",), "The talk's clock from zero"),
    TalkKey("longer", ("]",), "Five minutes more for the talk"),
    TalkKey("shorter", ("[",), "Five minutes less"),
    TalkKey("larger", ("+", "="), "Larger notes"),
    TalkKey("smaller", ("-",), "Smaller notes"),
    TalkKey("down", ("Shift+Down",), "Notes on"),
    TalkKey("up", ("Shift+Up",), "Notes back"),
    TalkKey("leave", ("Esc",), "Leave; everything is as before"),
)


def act_of(event: QKeyEvent) -> Act | None:
    """What a key does, None where it does nothing."""
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    exact = ACTS.get((event.key(), pressed))
    # Signs such as '+' need Shift on some keyboards and not on others.
    sign = pressed == Qt.KeyboardModifier.ShiftModifier and not event.text().isalnum()
    return exact or (ACTS.get((event.key(), NONE)) if sign and event.text() else None)


def digit_of(event: QKeyEvent) -> str:
    """The digit of a key, '' for any other key."""
    key = event.key()
    return chr(key) if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 else ""


NONE = Qt.KeyboardModifier.NoModifier


def _acts() -> dict[tuple[int, Qt.KeyboardModifier], Act]:
    found: dict[tuple[int, Qt.KeyboardModifier], Act] = {}
    for row in TALK_KEYS:
        for text in row.keys:
            pressed = cast(QKeyCombination, cast(Any, QKeySequence(text))[0])
            found[int(pressed.key()), pressed.keyboardModifiers()] = row.act
    return found


ACTS = _acts()


def talk_page() -> list[Key]:
    """The lines of the shortcut page that are about a talk."""
    native = QKeySequence.SequenceFormat.NativeText
    return [
        Key(
            "While presenting",
            row.words,
            ", ".join(NAMED.get(key) or QKeySequence(key).toString(native) for key in row.keys),
        )
        for row in TALK_KEYS
    ]


def hint() -> str:
    """The keys in one line, the most needed first."""
    told = {
        "PgDn, PgUp": "steps",
        "number, Enter": "jump",
        "B": "black",
        "F": "freeze",
        "L": "laser",
        "O": "spotlight",
        "Z": "zoom",
        "P": "play",
        "S": "swap",
        "Esc": "leave",
    }
    return "    ".join(f"{keys}  {words}" for keys, words in told.items())
