"""Writing a film as an animated picture, or as a folder of pictures, with Pillow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

from pathway_viewer.export.film_pipe import Shown
from pathway_viewer.export.pixels import Pixels, compressed, picture_of

if TYPE_CHECKING:
    from PIL.Image import Image

KEPT = 255
"""The colour of a GIF's palette that lets the picture before shine through."""

LONGEST_MS = 600_000
"""A GIF cannot hold a picture longer than about eleven minutes."""

FAST = 1
"""Compression of PNG frames: a film of them is large, and waiting is worse."""


def palette_of(samples: Sequence[Pixels]) -> Image:
    """The colours that serve these pictures best: 255, and one that is none."""
    # Late: Pillow, which the first frame does without.
    from PIL import Image

    wide, high = samples[0].width, samples[0].height
    strip = Image.new("RGB", (wide, high * len(samples)))
    for i, one in enumerate(samples):
        strip.paste(picture_of(one), (0, i * high))
    return strip.quantize(KEPT, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def write_gif(
    shown: Iterator[Shown], palette: Image, rate: float, about: Mapping[str, str], out: Path
) -> None:
    """Write all images as a GIF that goes on for ever; each holds what differs from the last."""
    # Late: as above.
    from PIL import GifImagePlugin, Image

    library = cast(Any, GifImagePlugin)
    with out.open("wb") as file:
        before: NDArray[np.uint8] | None = None
        held = _Held()
        for one in shown:
            drawn = picture_of(one.pixels).quantize(palette=palette, dither=Image.Dither.NONE)
            now = np.asarray(drawn)
            if before is None:
                header, _ = library.getheader(drawn, info={"loop": 0, "comment": _comment(about)})
                file.write(b"".join(header))
            part = _changed(before, now)
            if part is None:
                held.frames += one.frames
            else:
                file.write(held.data(library, rate))
                held = _Held(*part, one.frames)
            before = now
        file.write(held.data(library, rate) + b";")


class _Held:
    """A part of a picture whose duration is known once the next one comes."""

    def __init__(
        self,
        part: Image | None = None,
        corner: tuple[int, int] = (0, 0),
        frames: int = 0,
    ) -> None:
        self.part, self.corner, self.frames = part, corner, frames
        self._passed = 0

    def data(self, library: Any, rate: float) -> bytes:  # noqa: ANN401
        """It as a GIF holds it."""
        if self.part is None:
            return b""
        lasts = min(LONGEST_MS, round(self.frames / rate * 100) * 10)
        look = {"duration": lasts, "transparency": KEPT, "disposal": 1}
        return b"".join(library.getdata(self.part, self.corner, **look))


def _changed(
    before: NDArray[np.uint8] | None, now: NDArray[np.uint8]
) -> tuple[Image, tuple[int, int]] | None:
    """The part of a picture that differs, with nothing where it does not; None for no part."""
    # Late: as above.
    from PIL import Image

    if before is None:
        return Image.fromarray(now), (0, 0)
    differs = before != now
    rows, columns = np.flatnonzero(differs.any(1)), np.flatnonzero(differs.any(0))
    if not len(rows):
        return None
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    part = np.where(differs, now, np.uint8(KEPT))[top:bottom, left:right]
    return Image.fromarray(np.ascontiguousarray(part)), (int(left), int(top))


def _comment(about: Mapping[str, str]) -> str:
    return "\n".join(about.values())


def write_webp(
    shown: Iterator[Shown], counts: Sequence[int], rate: float, about: Mapping[str, str], out: Path
) -> None:
    """Write all images as an animated WebP; `counts` are the frames that each is seen for."""
    times = np.round(np.cumsum([0, *counts]) / rate * 1000).astype(int)
    reel = _reel(shown, len(counts))
    reel.save(
        out,
        "WEBP",
        save_all=True,
        duration=np.diff(times).tolist(),
        loop=0,
        quality=82,
        method=2,
        xmp=_xmp(about),
    )


def _xmp(about: Mapping[str, str]) -> bytes:
    """What a picture says of itself in the terms of Dublin Core, which is all Unicode."""
    names = {"Title": "title", "Description": "description", "Copyright": "rights"}
    told = "".join(
        f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(about[key])}</rdf:li></rdf:Alt>'
        f"</dc:{name}>"
        for key, name in names.items()
        if key in about
    )
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{told}</rdf:Description></rdf:RDF>'
        "</x:xmpmeta>"
    ).encode()


def _reel(shown: Iterator[Shown], count: int) -> Image:
    """Images that are not there yet, as one image of many frames, to be read once and in order."""
    # Late: as above.
    from PIL.Image import Image as Base

    class Reel(Base):
        """An image whose next frame comes when it is sought."""

        def __init__(self, first: Base) -> None:
            super().__init__()
            self.im, self._mode, self._size = first.im, first.mode, first.size
            self.n_frames, self._at = count, 0

        def seek(self, frame: int) -> None:
            """To the next frame; back to one that is gone leads nowhere."""
            while self._at < frame:
                self.im = picture_of(next(shown).pixels).im
                self._at += 1

    return Reel(picture_of(next(shown).pixels))


def write_folder(
    shown: Iterator[Shown], rate: float, about: Mapping[str, str], folder: Path
) -> None:
    """Write every frame as a PNG into an empty folder, and a text that says what they are."""
    number = 0
    for one in shown:
        data = compressed(one.pixels, FAST)
        for _ in range(one.frames):
            number += 1
            (folder / frame_name(number)).write_bytes(data)
    told = [about.get("Title", ""), f"{number} pictures, {rate:g} a second"]
    told += [text for key, text in about.items() if key != "Title"]
    (folder / ABOUT).write_text("\n\n".join(told) + "\n", encoding="utf-8")


ABOUT = "about.txt"


def frame_name(number: int) -> str:
    """The name of a frame's file; the first is number 1."""
    return f"frame_{number:05}.png"
