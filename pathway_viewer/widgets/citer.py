"""Citer: texts with [@id] groups turned into HTML with numbered links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pathway_viewer.model.text import runs


@dataclass(frozen=True)
class Citer:
    """Knows each reference's number in this pathway."""

    numbers: Mapping[str, int]

    def html(self, text: str) -> str:
        """A text as HTML: citations as superscript links, each line a paragraph.

        YAML folds the lines of a paragraph into one, so that a line break is a blank line.
        """
        paragraphs = [part for part in re.split(r"\s*\n\s*", text.strip()) if part]
        return "".join(f"<p>{self.inline(part)}</p>" for part in paragraphs)

    def inline(self, text: str) -> str:
        """One paragraph as HTML without its tags."""
        parts: list[str] = []
        for run in runs(text):
            if run.citations:
                parts[-1:] = [part.rstrip() for part in parts[-1:]]
            parts.append(self.marks(run.citations) if run.citations else html.escape(run.text))
        return "".join(parts)

    def marks(self, ids: Iterable[str]) -> str:
        """Reference ids as one superscript group of links ('[6, 7]')."""
        links = [
            f'<a href="ref:{html.escape(id)}">{self.numbers[id]}</a>'
            for id in sorted({*ids} & {*self.numbers}, key=self.numbers.__getitem__)
        ]
        return f"&#8288;<sup>&#8202;[{', '.join(links)}]</sup>" if links else ""

    def ordered(self, ids: Iterable[str]) -> list[str]:
        """Known references, each once, in order of number."""
        return sorted({*ids} & {*self.numbers}, key=self.numbers.__getitem__)
