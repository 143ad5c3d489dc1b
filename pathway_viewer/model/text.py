"""Prose with citations in it, taken apart: which ids it cites, and the runs to draw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ID = r"[A-Za-z0-9_][A-Za-z0-9_:./+-]*"
_GROUP = re.compile(rf"\[@{_ID}(?:; ?@{_ID})*\]", re.ASCII)
_KEY = re.compile(rf"@({_ID})", re.ASCII)
_STRAY = re.compile(r"\[\s*@[^\]\n]{0,80}\]?|(?<![\w@])@[A-Za-z][\w-]{1,60}")


@dataclass(frozen=True)
class Run:
    """A piece of a text: words (`citations` empty), or one group of citations as written."""

    text: str
    citations: tuple[str, ...] = ()


def runs(text: str) -> tuple[Run, ...]:
    """A text as words and citation groups in order; joined, their `text` is the text again."""
    return tuple(_runs(text)) if "[@" in text else ((Run(text),) if text else ())


def _runs(text: str) -> Iterator[Run]:
    position = 0
    for group in _GROUP.finditer(text):
        if group.start() > position:
            yield Run(text[position : group.start()])
        yield Run(group[0], tuple(_KEY.findall(group[0])))
        position = group.end()
    if position < len(text):
        yield Run(text[position:])


def cited(text: str) -> tuple[str, ...]:
    """Reference ids in '[@id]' and '[@a; @b]' groups, in order of first mention."""
    if "[@" not in text:
        return ()
    found = (key for group in _GROUP.finditer(text) for key in _KEY.findall(group[0]))
    return tuple(dict.fromkeys(found))


def plain(text: str) -> str:
    """The text without its citations, spaces before them closed up; for speech and titles."""
    words = "".join(run.text for run in runs(text) if not run.citations)
    return re.sub(r" +([.,;:!?)])", r"\1", re.sub(r" {2,}", " ", words)).strip()


def malformed(text: str) -> tuple[str, ...]:
    """Pieces that look like a citation but are none: '[@]', '[@a, @b]', a bare '@li2010'."""
    if "@" not in text:
        return ()
    words = (run.text for run in runs(text) if not run.citations)
    return tuple(piece for part in words for piece in _STRAY.findall(part))
