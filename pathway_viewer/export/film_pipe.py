"""A pipe: images that one thread paints and another one writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, Full, Queue
from threading import Event, Thread

from pathway_viewer.export.pixels import Pixels

AHEAD = 4
"""Images that wait to be written: more would only take memory."""

GLANCE_S = 0.1


class StoppedError(Exception):
    """Whoever writes is told that nothing more will come and nothing is wanted."""


@dataclass(frozen=True)
class Shown:
    """An image and for how many frames of the film it is seen."""

    pixels: Pixels
    frames: int


Writer = Callable[[Iterator[Shown]], None]
"""Writes all images that it is given. It raises what goes wrong, StoppedError as it comes."""


class Pipe:
    """Runs a writer in a thread of its own, as long as the context lasts.

    Left before `close`, it stops the writer and waits for its end.
    """

    def __init__(self, writer: Writer) -> None:
        self._queue: Queue[Shown | None] = Queue(AHEAD)
        self._stopped = Event()
        self._failure: BaseException | None = None
        self._thread = Thread(target=self._run, args=(writer,), daemon=True)

    def __enter__(self) -> Pipe:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def offer(self, shown: Shown | None) -> bool:
        """Hand over an image, or None after the last; False while there is no room for it.

        Raises what the writer raised.
        """
        self._raise()
        try:
            self._queue.put_nowait(shown)
        except Full:
            return False
        return True

    def is_done(self) -> bool:
        """Whether all has been written; raises what the writer raised."""
        if self._thread.is_alive():
            return False
        self._raise()
        return True

    def _raise(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _run(self, writer: Writer) -> None:
        try:
            writer(self._images())
        except StoppedError:
            pass
        except BaseException as failure:  # noqa: BLE001 - it is raised in the other thread
            self._failure = failure

    def _images(self) -> Iterator[Shown]:
        while True:
            if self._stopped.is_set():
                raise StoppedError
            try:
                shown = self._queue.get(timeout=GLANCE_S)
            except Empty:
                continue
            if shown is None:
                return
            yield shown
