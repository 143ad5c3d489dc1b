"""Sound files made wrong in one place, and what the loader must say of that place."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from pathway_viewer.model.loader import load
from pathway_viewer.model.problems import Problem

SOUND = (Path(__file__).parent.parent / "data" / "sound.yaml").read_text(encoding="utf-8")

HERE = "⌖"
"""Stands in an edit where the problem must be reported; it is taken out of the file."""


@dataclass(frozen=True)
class Edit:
    """The first `old` of the sound file becomes `new`; the sentence must have `words` in it."""

    name: str
    old: str
    new: str
    words: tuple[str, ...]

    @property
    def marked(self) -> str:
        assert self.old in SOUND, self.old
        return SOUND.replace(self.old, self.new, 1)


def edit(name: str, old: str, new: str, *words: str) -> object:
    """One row of a table for pytest."""
    return pytest.param(Edit(name, old, new, words), id=name)


def expected_place(marked: str) -> tuple[int, int]:
    """Line and column of the mark, counted from 1."""
    before = marked[: marked.index(HERE)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def problems_of(folder: Path, text: str, name: str = "sound.yaml") -> tuple[Problem, ...]:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return load(path).problems


def assert_told(folder: Path, case: Edit, severity: str = "error") -> None:
    """The problem is at the mark, says what it should, and nothing else is made up."""
    marked = case.marked
    found = problems_of(folder, marked.replace(HERE, ""))
    listing = "\n".join(map(str, found))
    at_mark = [p for p in found if (p.line, p.column) == expected_place(marked)]
    assert at_mark, f"expected at {expected_place(marked)}:\n{listing}"
    told = [p for p in at_mark if all(word in p.text for word in case.words)]
    assert told, f"expected {case.words}:\n{listing}"
    assert told[0].severity == severity
    assert told[0].file == str(folder / "sound.yaml")
    assert len(found) == 1, listing
