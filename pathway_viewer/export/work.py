"""Work: an export done in small parts, so that it can be watched, and stopped after each."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar, cast

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
    last: Part | None = None
    with closing(work):
        for part in work:
            if part.waiting:
                time.sleep(PAUSE_S)
            elif part != last:
                told(last := part)


Steps = Generator[None, None, T]
"""Something done in steps, none of which a window need feel, and what comes of it in the end."""


def at_once(steps: Steps[T]) -> T:
    """What comes of it, with all steps taken now. Raises what they raise."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(T, end.value)


def stepwise(steps: Steps[T], part: Part) -> Generator[Part, None, T]:
    """What comes of it, as a share of a work that is meanwhile as far as `part` says."""
    with closing(steps):
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return cast(T, end.value)
            yield part


def elsewhere(call: Callable[[], T]) -> Steps[T]:
    """Something without Qt, done in another thread. Raises what it raises."""
    with ThreadPoolExecutor(1) as helper:
        future = helper.submit(call)
        while not wait((future,), PAUSE_S).done:
            yield
        return future.result()
