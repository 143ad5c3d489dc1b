"""A row of the table of actions: a command with its words, keys and icon; the living action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from pathway_viewer.app.session import Session
from pathway_viewer.widgets.icons import blank

Method = Callable[..., None]
Test = Callable[[Session], bool]


@dataclass(frozen=True)
class Row:
    """One action: the command's method and its arguments, words, keys, icon, and when checked."""

    id: str
    method: Method
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    args: tuple[Any, ...] = ()
    checked: Test | None = None

    @property
    def tip(self) -> str:
        """The status tip: the first line of the method's docstring."""
        return (self.method.__doc__ or "").strip().splitlines()[0]


NAMED = {",": "Comma", ".": "Period"}


def owner_of(method: Method, owners: Sequence[object]) -> object:
    """The living object that a method is a method of."""
    name = method.__name__
    return next(one for one in owners if getattr(type(one), name, None) is method)


def made(row: Row, owner: object, parent: QObject) -> QAction:
    """One living action."""
    action = QAction(row.text, parent)
    action.setObjectName(row.id)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setStatusTip(row.tip)
    keys = f" ({spelled(row)[0]})" if row.keys else ""
    action.setToolTip(row.text.replace("&", "").rstrip("…") + keys)
    action.setCheckable(row.checked is not None)
    action.setIconVisibleInMenu(False)
    if row.icon:
        action.setIcon(blank())
    action.triggered.connect(partial(run, row.method, owner, row.args))
    return action


def run(method: Method, owner: object, args: tuple[Any, ...], _checked: bool = False) -> None:
    """Calls a command; Qt's own `checked` is not its business."""
    method(owner, *args)


def spelled(row: Row) -> list[str]:
    """A row's keys as this system writes them, and signs too small to read by name."""
    native = QKeySequence.SequenceFormat.NativeText
    return [NAMED.get(key) or QKeySequence(key).toString(native) for key in row.keys]
