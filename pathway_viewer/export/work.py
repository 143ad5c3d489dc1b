"""Work: an export done in small parts, so that it can be watched, and stopped after each."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

PAUSE_S = 0.004
"""How long to look away while there is nothing to do but to wait."""


@dataclass(frozen=True)
class Part:
    """How far a work is: `done` of `of`, in words; `waiting` while another thread is busy."""

    done: int
    of: int
    text: str = ""
    waiting: bool = False


Work = Generator[Part]
"""Each part that is asked for does a little. Closed before its end, it leaves nothing behind."""


def finished(work: Work, told: Callable[[Part], None] = lambda _: None) -> None:
    """Do all of a work now. Whoever raises from `told` stops it. Raises what the work raises."""
    with closing(work):
        for part in work:
            if part.waiting:
                time.sleep(PAUSE_S)
            else:
                told(part)


def awaited(future: Future[T], part: Part) -> Generator[Part, None, T]:
    """Wait for another thread in parts; what it gives is returned. Raises what it raised."""
    while not future.done():
        yield Part(part.done, part.of, part.text, waiting=True)
    return future.result()
