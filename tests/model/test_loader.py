"""A sound file gives its pathway; a file that cannot be read at all gives one clear line."""

import os
from pathlib import Path

import pytest
from broken import SOUND

from pathway_viewer.model.loader import UnreadableError, load
from pathway_viewer.model.problems import Problem

DATA = Path(__file__).parent.parent / "data" / "sound.yaml"
STARTER = Path(__file__).parent.parent.parent / "resources" / "starter.yaml"


def test_every_value_of_a_sound_file_arrives():
    loaded = load(DATA)
    assert loaded.problems == ()
    pathway = loaded.pathway
    assert pathway is not None
    assert pathway.title == "A sound pathway"
    assert pathway.reviewed == "2026-01-31"
    assert pathway.canvas == (800.0, 400.0)
    assert pathway.node("enzyme").text.expert == "It answers.\nAs was shown [@two2002].\n"
    assert pathway.edge("drug__enzyme").evidence.species == ("human", "rodent")
    assert pathway.arrangement.edges == {"enzyme__answer": ((400.0, 100.0), (450.0, 120.0))}
    assert pathway.rivals[0].on is True
    assert pathway.experiments[0].rivals == {"other": False}
    assert pathway.references[0].page == "1-9"
    assert pathway.references[0].issued is not None
    assert pathway.references[0].issued.date_parts == ((2001, 5),)


def test_times_are_hours():
    pathway = load(DATA).pathway
    assert pathway is not None
    assert pathway.scenarios[0].end == 48
    assert pathway.scenarios[0].doses[0].over == 40 / 60
    assert pathway.clocks[0].distribution == 10 / 60
    assert pathway.kinetics.edges["drug__enzyme"].delay == 5 / 60
    assert pathway.measurements[0].at == 40 / 60
    assert pathway.clocks[0].absorption == 0


def test_the_starter_is_without_a_problem_and_shows_every_kind_of_thing():
    loaded = load(STARTER)
    assert loaded.problems == ()
    pathway = loaded.pathway
    assert pathway is not None
    assert pathway.chapters_of("single")
    assert pathway.steps
    assert pathway.scenarios[0].doses


def test_every_problem_is_told_at_once_sorted_by_place(tmp_path):
    path = tmp_path / "sound.yaml"
    text = SOUND.replace("label: Drug\n", "lable: Drug\n").replace("layer: core", "layer: cor", 1)
    text = text.replace("end: 2 d\n    doses", "end: soon\n    doses").replace(
        "[@two2002].", "[@x]."
    )
    text = text.replace("expert: It blocks.", "expert: ''").replace("lanes: [drug", "lanes: [drg")
    path.write_text(text, encoding="utf-8")
    loaded = load(path)
    assert loaded.pathway is None
    places = [(p.line, p.column) for p in loaded.problems]
    assert places == sorted(places)
    assert [p.severity for p in loaded.problems] == ["error"] * 3 + ["warning"] + ["error"] * 2
    assert [p.text[:12] for p in loaded.problems] == [
        "a node has n",
        "'cor' is not",
        "no reference",
        "the edge 'dr",
        "'end': 'soon",
        "'drg' is not",
    ]


def test_warnings_alone_do_not_keep_a_pathway_back(tmp_path):
    path = tmp_path / "sound.yaml"
    path.write_text(SOUND.replace("expert: It blocks.", "expert: ''"), encoding="utf-8")
    loaded = load(path)
    assert [p.severity for p in loaded.problems] == ["warning"]
    assert loaded.pathway is not None


def test_a_problem_reads_as_editors_expect():
    problem = Problem("a/b.yaml", 3, 7, "error", "it is wrong")
    assert str(problem) == "a/b.yaml:3:7: error: it is wrong"


def test_the_digest_follows_the_content(tmp_path):
    path = tmp_path / "sound.yaml"
    path.write_text(SOUND, encoding="utf-8")
    first = load(path).digest
    assert load(DATA).digest == first
    path.write_text(SOUND + "# a word\n", encoding="utf-8")
    assert load(path).digest != first


def test_a_missing_file_is_told_in_one_line(tmp_path):
    with pytest.raises(UnreadableError, match=r"none\.yaml: cannot be read: No such file") as error:
        load(tmp_path / "none.yaml")
    assert "\n" not in str(error.value)


def test_a_folder_is_told_in_one_line(tmp_path):
    with pytest.raises(UnreadableError, match="it is a folder"):
        load(tmp_path)


def test_an_impossible_name_is_told_in_one_line(tmp_path):
    with pytest.raises(UnreadableError, match="null character"):
        load(tmp_path / "a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(UnreadableError, match="not an ordinary file"):
        load(tmp_path / "pipe.yaml")
