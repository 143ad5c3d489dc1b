"""A film's formats: what each is called, its usual size and pace, and what can write it here."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

FOLDER = ""
"""The suffix of a folder of PNG files: it has none."""

Tool = Literal["pillow", "av", "ffmpeg"]

INSTALL = "put ffmpeg on the PATH, or install with pip install 'pathway-viewer[film]'"
"""How MP4 and WebM become possible."""


@dataclass(frozen=True)
class Format:
    """A kind of film, with its usual frames a second and its usual size.

    `codecs` are encoders by the names that ffmpeg has for them, best first. A film that `fades`
    lets one thing give way to the next: in a GIF that would be most of its bytes.
    """

    suffix: str
    label: str
    rate: float
    size: tuple[int, int]
    codecs: tuple[str, ...] = ()
    fades: bool = True

    @property
    def is_video(self) -> bool:
        """Whether a video library must write it."""
        return bool(self.codecs)


FORMATS = {
    one.suffix: one
    for one in (
        Format(".mp4", "MP4 video (H.264)", 30.0, (1920, 1080), ("libx264", "libopenh264")),
        Format(".webm", "WebM video (VP9)", 30.0, (1920, 1080), ("libvpx-vp9",)),
        Format(".gif", "Animated GIF", 12.5, (960, 540), fades=False),
        Format(".webp", "Animated WebP", 20.0, (960, 540)),
        Format(FOLDER, "Folder of PNG pictures", 30.0, (1920, 1080)),
    )
}


class MissingToolError(RuntimeError):
    """Nothing on this machine writes the format; the text says how to get it."""


@dataclass(frozen=True)
class Means:
    """What writes a format here: a tool, and for a video its codec."""

    tool: Tool
    codec: str = ""


def format_of(out: Path) -> Format:
    """The format of a file's name; KeyError for another suffix."""
    return FORMATS[out.suffix.lower()]


def means_for(wished: Format) -> Means:
    """What writes a format here. Raises MissingToolError where nothing does."""
    if not wished.is_video:
        return Means("pillow")
    if importlib.util.find_spec("av") is not None:
        codec = next((one for one in wished.codecs if _av_has(one)), None)
        if codec:
            return Means("av", codec)
    codec = next((one for one in wished.codecs if one in _ffmpeg_encoders(ffmpeg())), None)
    if codec:
        return Means("ffmpeg", codec)
    raise MissingToolError(f"nothing here writes {wished.label}: {INSTALL}")


def ffmpeg() -> str:
    """The ffmpeg on the PATH, '' where there is none."""
    return shutil.which("ffmpeg") or ""


def _av_has(codec: str) -> bool:
    # Late: PyAV, an extra, and heavy.
    from av.codec import Codec
    from av.error import FFmpegError

    try:
        return Codec(codec, "w").is_encoder
    except (FFmpegError, ValueError):
        return False


@cache
def _ffmpeg_encoders(program: str) -> frozenset[str]:
    """The names of the encoders that an ffmpeg has."""
    if not program:
        return frozenset()
    asked = [program, "-hide_banner", "-encoders"]
    try:
        told = subprocess.run(asked, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    lines = (line.split() for line in told.stdout.splitlines())
    return frozenset(words[1] for words in lines if len(words) > 1)
