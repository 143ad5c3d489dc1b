"""The text of a PDF as its reader would find it, for files that Qt wrote."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-F]{4})> <[0-9A-F]{4}> \[([^\]]*)\]")


def texts(pdf: bytes) -> set[str]:
    """Every run of text, read with each font of the file; only the right font makes words."""
    streams = list(_streams(pdf))
    fonts = [_letters(stream) for stream in streams if b"begincmap" in stream]
    pages = [stream for stream in streams if b" Tf" in stream]
    runs = [run for page in pages for run in re.findall(rb"BT(.*?)ET", page, re.DOTALL)]
    return {_read(run, font) for run in runs for font in fonts}


def _streams(pdf: bytes) -> Iterator[bytes]:
    for match in _STREAM.finditer(pdf):
        try:
            yield zlib.decompress(match.group(1))
        except zlib.error:
            yield match.group(1)


def _letters(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for first, codes in _RANGE.findall(cmap):
        for i, code in enumerate(re.findall(rb"<([0-9A-F]+)>", codes)):
            letter = bytes.fromhex(code.decode()).decode("utf-16-be")
            found[int(first, 16) + i] = " " if letter.isspace() else letter
    return found


def _read(run: bytes, font: dict[int, str]) -> str:
    glyphs = re.findall(rb"<([0-9A-Fa-f]+)> Tj", run)
    return "".join(font.get(int(glyph, 16), "�") for glyph in glyphs)
