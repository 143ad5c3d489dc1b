"""Entries of a list in the file: moved, taken out, their texts written anew, all else untouched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pathway_viewer.app.resources import default_pathway
from pathway_viewer.model.loader import load
from pathway_viewer.model.rewrite import order_items, set_texts
from pathway_viewer.model.splice import RewriteError
from pathway_viewer.model.story import Step

SMALL = Path(__file__).parents[1] / "small.yaml"
STEPS = """
# How it is told.
steps:
  # The first one.
  - id: one
    title: At first  # to be changed
    at: 0 h
    focus: [drug]
    notes: >-
      A text that is folded
      into lines.

  - { id: two, title: In braces, at: 1 h, focus: [], notes: Short. }

  # About the third.
  # Two lines of it.
  - id: three
    title: At last
    at: 2 h
    focus: [relay]
    notes: The end.
    ask: Why?

# What comes after.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The small pathway with three steps."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL.read_text(encoding="utf-8") + STEPS, encoding="utf-8")
    return path


def steps(file: Path) -> tuple[Step, ...]:
    loaded = load(file)
    assert loaded.pathway is not None, loaded.problems
    return loaded.pathway.steps


def comments(text: str) -> list[str]:
    return sorted(line.split("#", 1)[1] for line in text.splitlines() if "#" in line)


def test_entries_change_places_with_their_comments(file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    named = {step.id: step for step in steps(file)}
    assert order_items(file, "steps", ["three", "one", "two"]) == file
    after = file.read_text(encoding="utf-8")
    assert steps(file) == tuple(named[id] for id in ("three", "one", "two"))
    assert comments(after) == comments(before)
    assert after.index("# Two lines of it.\n  - id: three") < after.index("# The first one.")
    assert after.endswith("\n\n# What comes after.\n")
    order_items(file, "steps", ["one", "two", "three"])
    assert file.read_text(encoding="utf-8") == before


def test_an_entry_goes_and_the_others_stay(file: Path) -> None:
    left = [step for step in steps(file) if step.id != "two"]
    order_items(file, "steps", ["one", "three"])
    assert list(steps(file)) == left
    order_items(file, "steps", [])
    assert steps(file) == ()
    assert "# What comes after." in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("title", "Said: with a colon # and more"),
        (
            "notes",
            "One paragraph that is long enough to be folded, " * 3 + "at its end.",
        ),
        ("notes", "First.\n\n- a point\n- another: point\n\nLast."),
        ("ask", "true"),
        ("ask", "7"),
    ],
)
@pytest.mark.parametrize("id", ["one", "two", "three"])
def test_texts_are_read_back_as_they_were_written(file: Path, id: str, key: str, text: str) -> None:
    before = file.read_text(encoding="utf-8")
    set_texts(file, {("steps", id, key): text.strip()})
    assert getattr(next(step for step in steps(file) if step.id == id), key) == text.strip()
    if key != "title":
        assert comments(file.read_text(encoding="utf-8")) == comments(before)


def test_an_empty_text_takes_its_key_out(file: Path) -> None:
    set_texts(file, {("steps", "three", "ask"): "", ("steps", "one", "ask"): "What now?"})
    assert [step.ask for step in steps(file)] == ["What now?", "", ""]
    assert file.read_text(encoding="utf-8").count("ask:") == 1


def test_what_does_not_pass_the_check_is_not_written(file: Path) -> None:
    before = file.read_bytes()
    for change in (
        lambda: order_items(file, "steps", ["one", "four"]),
        lambda: order_items(file, "steps", ["one", "one"]),
        lambda: set_texts(file, {("steps", "one", "notes"): "No such paper [@nobody1999]."}),
        lambda: set_texts(file, {("steps", "four", "notes"): "None."}),
    ):
        with pytest.raises(RewriteError):
            change()
    assert file.read_bytes() == before


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_flagships_steps_in_a_file_of_their_own(tmp_path: Path, ending: str) -> None:
    main = tmp_path / "ketamine.yaml"
    shutil.copy(default_pathway(), main)
    folder = default_pathway().with_suffix("")
    shutil.copytree(folder, tmp_path / "ketamine")
    own = tmp_path / "ketamine" / "steps.yaml"
    text = own.read_text(encoding="utf-8")
    own.write_bytes(text.replace("\n", ending).encode())
    before = own.read_bytes()
    ids = [step.id for step in steps(main)]
    assert order_items(main, "steps", ids[::-1]) == own
    assert [step.id for step in steps(main)] == ids[::-1]
    order_items(main, "steps", ids)
    assert own.read_bytes() == before
    notes = steps(main)[2].notes
    set_texts(main, {("steps", ids[2], "notes"): "Else."})
    set_texts(main, {("steps", ids[2], "notes"): notes})
    assert steps(main)[2].notes == notes
