"""A pathway's files change only where they are asked to."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.model.loader import UnreadableError, load
from pathway_viewer.model.pathway import Pathway, Scenario
from pathway_viewer.model.rewrite import append_item, scalars, set_scalars
from pathway_viewer.model.splice import RewriteError

REPOSITORY = Path(__file__).parents[2]

MAIN = """\
# A file with comments, "quotes" and odd habits.
format: 1
id: small
title:   Small   # three spaces
nodes:
- {id: drug, label: Drug, name: Drug, layer: core, compartment: cell, summary: 'Given.',
   text: {patient: A, student: B, expert: C}}
- {id: mood, label: Mood, name: Mood, layer: core, compartment: cell, summary: 'Felt.',
   text: {patient: A, student: B, expert: C}}
compartments: [{id: cell, label: Cell}]
kinetics:
    nodes:
        mood: # the one that counts
            rise: 2 h   # slow
            fall: "30 min"
            reason: >-
                Folded by hand,
                  as the author
                likes it.
    edges: {}
clocks: small/clocks.yaml
scenarios:
  - id: one
    label: One
    clock: human
    text: |-
      Told in
      two lines
    end: 1 wk   # a week

  # another
  - {id: two, label: Two, clock: human, text: t, end: 2 wk}
# the end of the scenarios

rivals: [
]
"""
CLOCKS = """\
- id: human
  label: Human
  species: human
  drug: drug
  unit: mg/kg
  distribution: 10 min
  elimination: 3 h
  distributed: 0.5
  full_effect_dose: 1
  reason: r
  kinetics: {nodes: {mood: {rise: 1 h, reason: r}}}
"""
RISE = ("kinetics", "nodes", "mood", "rise")
FALL = ("kinetics", "nodes", "mood", "fall")
OWN = ("clocks", "human", "kinetics", "nodes", "mood", "rise")
NEW = {"id": "new", "label": "New", "clock": "human", "text": "t", "end": "3 d"}


def written(folder: Path, main: str = MAIN, clocks: str = CLOCKS) -> Path:
    """The two files on disk."""
    (folder / "small").mkdir(exist_ok=True)
    (folder / "small" / "clocks.yaml").write_bytes(clocks.encode())
    (folder / "small.yaml").write_bytes(main.encode())
    return folder / "small.yaml"


def pathway(main: Path) -> Pathway:
    """What the loader makes of the file."""
    loaded = load(main)
    assert loaded.pathway is not None, loaded.problems
    return loaded.pathway


def test_values_are_told_as_they_are_written(tmp_path: Path) -> None:
    missing = ("kinetics", "nodes", "mood", "basal")
    told = scalars(written(tmp_path), [RISE, FALL, OWN, missing])
    assert told == {RISE: "2 h", FALL: "30 min", OWN: "1 h", missing: ""}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_the_values_change(tmp_path: Path, line_end: str, mark: str) -> None:
    before = mark + MAIN.replace("\n", line_end)
    main = written(tmp_path, before)
    files = set_scalars(main, {RISE: "2.5 h", FALL: "31 min", OWN: "61 min"})
    assert [file.name for file in files] == ["small.yaml", "clocks.yaml"]
    expected = before.replace("rise: 2 h", "rise: 2.5 h").replace('"30 min"', '"31 min"')
    assert main.read_bytes() == expected.encode()
    clocks = (tmp_path / "small" / "clocks.yaml").read_text(encoding="utf-8")
    assert clocks == CLOCKS.replace("rise: 1 h", "rise: 61 min")
    assert pathway(main).kinetics.nodes["mood"].rise == 2.5


def test_a_value_that_stays_leaves_its_file_alone(tmp_path: Path) -> None:
    main = written(tmp_path)
    old = main.stat().st_ino
    assert set_scalars(main, {RISE: "2 h", OWN: "90 min"}) == (tmp_path / "small" / "clocks.yaml",)
    assert main.stat().st_ino == old


def test_a_key_that_is_not_there_is_added_to_its_map(tmp_path: Path) -> None:
    main = written(tmp_path)
    set_scalars(main, {(*RISE[:-1], "basal"): "0.25", (*OWN[:-1], "fall"): "4 d"})
    text = main.read_text(encoding="utf-8")
    assert text == MAIN.replace("rise: 2 h", "basal: 0.25\n            rise: 2 h")
    assert pathway(main).kinetics.nodes["mood"].basal == 0.25
    assert pathway(main).clocks[0].kinetics.nodes["mood"].fall == 96.0


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (("kinetics", "nodes", "absent", "rise"), "1 h"),
        (("kinetics", "nodes", "mood"), "1 h"),
        (("kinetics", "edges", "rise"), "1 h"),
        (RISE, "1"),
        (RISE, "-1 h"),
        (RISE, "1 h\n            basal: 0.5"),
        (("kinetics", "nodes", "mood", "reason"), "another"),
    ],
)
def test_what_would_break_the_file_is_refused(
    tmp_path: Path, way: tuple[str, ...], text: str
) -> None:
    main = written(tmp_path)
    with pytest.raises(RewriteError):
        set_scalars(main, {OWN: "2 h", way: text})
    assert main.read_text(encoding="utf-8") == MAIN
    assert (tmp_path / "small" / "clocks.yaml").read_text(encoding="utf-8") == CLOCKS


def test_a_pathway_with_an_error_is_not_touched(tmp_path: Path) -> None:
    main = written(tmp_path, MAIN.replace("end: 1 wk", "end: 1"))
    for change in (
        lambda: set_scalars(main, {RISE: "3 h"}),
        lambda: append_item(main, "scenarios", NEW),
        lambda: scalars(main, [RISE]),
    ):
        with pytest.raises(RewriteError, match="has no unit"):
            change()
    with pytest.raises(UnreadableError):
        scalars(tmp_path / "absent.yaml", [])


def test_a_file_marked_as_read_only_is_left_and_so_are_the_others(tmp_path: Path) -> None:
    main = written(tmp_path)
    (tmp_path / "small" / "clocks.yaml").chmod(0o444)
    with pytest.raises(OSError, match="read-only"):
        set_scalars(main, {RISE: "3 h", OWN: "2 h"})
    assert main.read_text(encoding="utf-8") == MAIN


def test_an_entry_follows_the_last_one(tmp_path: Path) -> None:
    main = written(tmp_path)
    assert append_item(main, "scenarios", NEW) == main
    block = "\n  - id: new\n    label: New\n    clock: human\n    text: t\n    end: 3 d\n"
    last = "text: t, end: 2 wk}\n"
    # The line above the last entry is a comment, so the entries do not stand apart.
    assert main.read_text(encoding="utf-8") == MAIN.replace(last, last + block.lstrip("\n"))


def test_an_entry_stands_apart_where_the_others_do(tmp_path: Path) -> None:
    main = written(tmp_path, MAIN.replace("  # another\n", ""))
    append_item(main, "scenarios", NEW)
    assert "end: 2 wk}\n\n  - id: new\n" in main.read_text(encoding="utf-8")


def test_an_entry_goes_into_the_file_of_its_section(tmp_path: Path) -> None:
    main = written(tmp_path, clocks=CLOCKS.rstrip("\n"))
    clock = {**plain_clock(), "id": "rodent", "species": "rodent"}
    assert append_item(main, "clocks", clock) == tmp_path / "small" / "clocks.yaml"
    text = (tmp_path / "small" / "clocks.yaml").read_text(encoding="utf-8")
    assert text.startswith(CLOCKS + "- id: rodent\n")
    assert main.read_text(encoding="utf-8") == MAIN
    append_item(main, "clocks", {**clock, "id": "third"})
    assert [one.id for one in pathway(main).clocks] == ["human", "rodent", "third"]


def plain_clock() -> dict[str, object]:
    keys = (line.strip("- ").split(": ") for line in CLOCKS.splitlines()[:-1])
    told = dict(keys)
    return told | {"distributed": 0.5, "full_effect_dose": 1}


def test_a_list_in_brackets_stays_in_brackets(tmp_path: Path) -> None:
    main = written(tmp_path)
    append_item(main, "compartments", {"id": "nucleus", "label": "Nucleus: within"})
    rival = {"id": "other", "label": "Other", "text": "t", "weakens": ()}
    append_item(main, "rivals", rival)
    append_item(main, "rivals", {**rival, "id": "third"})
    text = main.read_text(encoding="utf-8")
    assert "[{id: cell, label: Cell}, {id: nucleus, label: 'Nucleus: within'}]\nkin" in text
    assert [one.id for one in pathway(main).rivals] == ["other", "third"]
    assert text.endswith("\n]\n")


def test_a_section_that_is_not_there_is_begun(tmp_path: Path) -> None:
    for end in ("", "\n"):
        main = written(tmp_path, MAIN.rstrip("\n") + end)
        append_item(main, "glossary", {"word": "LTP", "meaning": "Lasting gain."})
        text = main.read_text(encoding="utf-8")
        assert text == MAIN + "\nglossary:\n  - word: LTP\n    meaning: Lasting gain.\n"


def test_an_entry_that_the_loader_refuses_is_not_written(tmp_path: Path) -> None:
    main = written(tmp_path)
    for entry, wrong in (
        ({**NEW, "id": "one"}, "a second scenario 'one'"),
        ({**NEW, "clock": "humn"}, "did you mean 'human'"),
        ({**NEW, "end": 3}, "has no unit"),
    ):
        with pytest.raises(RewriteError, match=wrong):
            append_item(main, "scenarios", entry)
    with pytest.raises(RewriteError, match="not a list"):
        append_item(main, "title", NEW)
    assert main.read_text(encoding="utf-8") == MAIN


# Without brackets: the loader takes "[@" for a citation, and refuses one that names nothing.
CHARACTERS = st.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="["
)
TEXTS = st.text(CHARACTERS, max_size=150)
AWKWARD = st.sampled_from(["yes", "1e3", "12:30", "# no", "- a", "a: b", "null", "'", "~", "@x"])


@given(label=TEXTS | AWKWARD, text=st.lists(TEXTS | AWKWARD, min_size=1, max_size=3).map("\n".join))
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, label: str, text: str
) -> None:
    main = written(tmp_path_factory.mktemp("any"))
    append_item(main, "scenarios", {**NEW, "label": label, "text": text})
    added = pathway(main).scenarios[-1]
    assert (added.label, added.text) == (label, text)
    kept = main.read_text(encoding="utf-8")
    start = kept.index("  - id: new")
    rest = MAIN.index("# the end of")
    assert kept[:start] == MAIN[:rest]
    assert kept.endswith(MAIN[rest:])


def test_the_shipped_pathway_takes_values_and_a_scenario(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "pathways", tmp_path, dirs_exist_ok=True)
    main = tmp_path / "ketamine.yaml"
    before = contents(tmp_path)
    own = pathway(main)
    way = ("kinetics", "nodes", "ampar", "fall")
    set_scalars(main, {way: "123 min"})
    append_item(main, "scenarios", {**NEW, "doses": [{"amount": 0.5, "at": "0 h", "over": "1 h"}]})
    after = contents(tmp_path)
    changed = {name for name, lines in after.items() if lines != before[name]}
    assert {name.name for name in changed} == {"kinetics.yaml", "scenarios.yaml"}
    for name in changed:
        taken = [line for line in before[name] if line not in after[name]]
        assert len(taken) == (1 if name.name == "kinetics.yaml" else 0)
    assert pathway(main).kinetics.nodes["ampar"].fall == 123 / 60
    assert [one.id for one in pathway(main).scenarios] == [*(s.id for s in own.scenarios), "new"]
    assert isinstance(pathway(main).scenario("new"), Scenario)


def contents(folder: Path) -> dict[Path, list[str]]:
    """The lines of every file."""
    files = [Path(root, name) for root, _, names in os.walk(folder) for name in names]
    return {file: file.read_text(encoding="utf-8").splitlines() for file in files}
