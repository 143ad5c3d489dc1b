"""Writing a film as a video: by PyAV, or by an ffmpeg that reads the images from a pipe."""

from __future__ import annotations

import errno
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from pathway_viewer.export.film_formats import Means, ffmpeg
from pathway_viewer.export.film_pipe import Shown
from pathway_viewer.export.pixels import Pixels

if TYPE_CHECKING:
    from av import VideoFrame

OPTIONS: dict[str, dict[str, str]] = {
    "libx264": {"preset": "veryfast", "crf": "20", "tune": "animation"},
    "libopenh264": {"b": "6000000"},
    "libvpx-vp9": {
        "crf": "32",
        "b": "0",
        "deadline": "realtime",
        "cpu-used": "7",
        "row-mt": "1",
        "tile-columns": "2",
    },
}
"""How each codec is told to work: sharp lines first, then speed."""

SEEK_S = 2
"""Seconds from one frame that stands by itself to the next: so long a step back may take."""

BT709 = 1
"""The colours of high definition, by their number in the standard."""


def write_with_av(
    shown: Iterator[Shown], means: Means, rate: float, about: Mapping[str, str], out: Path
) -> None:
    """Write all images with PyAV; OSError where that fails."""
    # Late: PyAV, an extra, and heavy.
    import av
    from av.error import FFmpegError

    options = {"movflags": "+faststart"} if out.suffix == ".mp4" else {}
    try:
        with av.open(str(out), "w", options=options) as film:
            film.metadata.update(_tags(about))
            _encode(cast(Any, film), shown, means.codec, Fraction(rate).limit_denominator(1000))
    except FFmpegError as error:
        raise OSError(error.errno or errno.EIO, error.strerror or str(error), str(out)) from error


def _encode(film: Any, shown: Iterator[Shown], codec: str, rate: Fraction) -> None:  # noqa: ANN401
    stream: Any = None
    count = 0
    for one in shown:
        stream = stream or _stream(film, one.pixels, codec, rate)
        frame = _frame(one.pixels)
        for _ in range(one.frames):
            frame.pts, frame.time_base = count, 1 / rate
            count += 1
            film.mux(stream.encode(frame))
    if stream is not None:
        film.mux(stream.encode(None))


def _stream(film: Any, pixels: Pixels, codec: str, rate: Fraction) -> Any:  # noqa: ANN401
    stream = film.add_stream(codec, rate=rate, options=OPTIONS[codec])
    stream.width, stream.height, stream.pix_fmt = pixels.width, pixels.height, "yuv420p"
    context = stream.codec_context
    context.gop_size = round(SEEK_S * rate)
    context.colorspace = context.color_primaries = context.color_trc = BT709
    return stream


def _frame(pixels: Pixels) -> VideoFrame:
    # Late: as above.
    from av import VideoFrame

    rows = np.frombuffer(pixels.bgrx, np.uint8).reshape(pixels.height, pixels.width, 4)
    whole = VideoFrame.from_numpy_buffer(rows, format="bgra")
    return whole.reformat(format="yuv420p", dst_colorspace="ITU709")


def write_with_ffmpeg(
    shown: Iterator[Shown], means: Means, rate: float, about: Mapping[str, str], out: Path
) -> None:
    """Write all images with the ffmpeg on the PATH; OSError with its last words where it fails."""
    first = next(shown, None)
    if first is None:
        return
    with tempfile.TemporaryFile() as words:
        command = ffmpeg_command(first.pixels, means.codec, rate, about, out)
        hidden = subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=words, stderr=words, creationflags=hidden
        )
        try:
            _feed(process, first, shown)
        finally:
            if process.poll() is None:
                process.kill()
            # Closed after it: what is left in the pipe has nobody to read it any more.
            with suppress(OSError):
                process.communicate()
        if process.returncode:
            words.seek(0)
            told = words.read().decode("utf-8", "replace").strip().splitlines()
            raise OSError(errno.EIO, f"ffmpeg stopped: {told[-1] if told else 'no reason'}")


def _feed(process: subprocess.Popen[bytes], first: Shown, others: Iterator[Shown]) -> None:
    """All images into the pipe; what ffmpeg does not take is left to its exit code."""
    pipe = process.stdin
    assert pipe is not None
    with suppress(BrokenPipeError):
        for one in _chained(first, others):
            for _ in range(one.frames):
                pipe.write(one.pixels.bgrx)
        pipe.close()
    process.wait()


def _chained(first: Shown, others: Iterator[Shown]) -> Iterator[Shown]:
    yield first
    yield from others


def ffmpeg_command(
    pixels: Pixels, codec: str, rate: float, about: Mapping[str, str], out: Path
) -> list[str]:
    """The words that make ffmpeg read raw images from its standard input and write a film."""
    size, pace = f"{pixels.width}x{pixels.height}", str(Fraction(rate).limit_denominator(1000))
    source = ["-f", "rawvideo", "-pix_fmt", "bgr0", "-s", size, "-r", pace, "-i", "-"]
    options = [word for key, value in OPTIONS[codec].items() for word in (f"-{key}", value)]
    color = ["-vf", "scale=out_color_matrix=bt709,format=yuv420p", "-colorspace", "bt709"]
    color += ["-color_primaries", "bt709", "-color_trc", "bt709"]
    tags = [word for key, text in _tags(about).items() for word in ("-metadata", f"{key}={text}")]
    end = ["-movflags", "+faststart"] if out.suffix == ".mp4" else []
    gop = ["-g", str(round(SEEK_S * rate))]
    quiet = [ffmpeg(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
    return [*quiet, *source, "-c:v", codec, *options, *gop, *color, *tags, *end, str(out)]


def _tags(about: Mapping[str, str]) -> dict[str, str]:
    """What a film says of itself, by the names that players know."""
    names = {"Title": "title", "Description": "comment", "Copyright": "copyright"}
    return {name: about[key] for key, name in names.items() if key in about}
