"""Sections in sibling files: read where they should be, refused where they must not be."""

import os
from pathlib import Path

import pytest
from broken import SOUND

from pathway_viewer.model.loader import load
from pathway_viewer.model.problems import Problem

SECTIONS = SOUND[: SOUND.index("nodes:\n  - id: drug")]
NODES = SOUND[SOUND.index("  - id: drug") : SOUND.index("edges:\n  - id")]
REST = SOUND[SOUND.index("edges:\n  - id") :]
MIDDLE = NODES.index("  - id: enzyme")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sound").mkdir()
    return tmp_path


def write(folder: Path, **files: str) -> Path:
    """The main file with `nodes:` as given, and files of its folder by their stem."""
    for name, text in files.items():
        if name != "nodes":
            (folder / "sound" / f"{name}.yaml").write_text(text, encoding="utf-8")
    main = folder / "sound.yaml"
    main.write_text(f"{SECTIONS}nodes: {files['nodes']}\n{REST}", encoding="utf-8")
    return main


def only(path: Path) -> Problem:
    (problem,) = load(path).problems
    return problem


def test_a_section_in_a_file_is_as_if_written_in_place(folder):
    whole = folder / "whole.yaml"
    whole.write_text(SOUND, encoding="utf-8")
    main = write(folder, nodes="sound/all.yaml", all=NODES)
    loaded = load(main)
    assert loaded.problems == ()
    assert loaded.pathway == load(whole).pathway
    assert loaded.files == (main, folder / "sound" / "all.yaml")


def test_a_section_in_several_files_is_joined_in_order(folder):
    main = write(
        folder, nodes="[sound/one.yaml, sound/two.yaml]", one=NODES[:MIDDLE], two=NODES[MIDDLE:]
    )
    pathway = load(main).pathway
    assert pathway is not None
    assert [node.id for node in pathway.nodes] == ["drug", "enzyme", "answer"]


def test_entries_and_files_may_be_mixed_and_files_may_include_others(folder):
    main = write(
        folder,
        nodes="\n" + NODES[:MIDDLE] + "  - sound/more.yaml",
        more="- deep/rest.yaml\n",
    )
    (folder / "sound" / "deep").mkdir()
    (folder / "sound" / "deep" / "rest.yaml").write_text(NODES[MIDDLE:], encoding="utf-8")
    loaded = load(main)
    assert loaded.problems == ()
    assert len(loaded.files) == 3


def test_a_map_section_may_be_in_a_file(folder):
    text = SOUND.replace("translations:\n  de: {title: Ein Weg}\n", "translations: sound/t.yaml\n")
    (folder / "sound.yaml").write_text(text, encoding="utf-8")
    (folder / "sound" / "t.yaml").write_text("de: {title: Ein Weg}\n", encoding="utf-8")
    pathway = load(folder / "sound.yaml").pathway
    assert pathway is not None
    assert pathway.translations == {"de": {"title": "Ein Weg"}}


def test_a_copy_under_another_name_still_finds_the_folder_of_its_id(folder):
    main = write(folder, nodes="sound/all.yaml", all=NODES)
    copy = main.rename(folder / "copy.yaml")
    assert load(copy).problems == ()


def test_a_problem_is_told_in_the_file_it_is_in(folder):
    main = write(folder, nodes="sound/all.yaml", all=NODES.replace("layer: core", "layer: cor", 1))
    problem = only(main)
    assert problem.file == str(folder / "sound" / "all.yaml")
    assert problem.line == 4
    assert problem.column == 12


def test_the_same_id_in_two_files_is_told_with_the_first_file(folder):
    main = write(folder, nodes="[sound/one.yaml, sound/two.yaml]", one=NODES, two=NODES[:MIDDLE])
    problem = only(main)
    assert problem.file.endswith("two.yaml")
    assert "a second node 'drug'; the first is in" in problem.text
    assert "one.yaml, line 1" in problem.text


def test_an_unreadable_section_says_nothing_of_ids_it_may_have_held(folder):
    main = write(folder, nodes="sound/all.yaml", all="- id: a: b\n")
    problem = only(main)
    assert problem.file.endswith("all.yaml")
    assert (problem.line, problem.column) == (1, 8)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("sound/missing.yaml", "cannot be read: No such file"),
        ("../sound.yaml", "leaves the pathway's own folder"),
        ("sound/../../other.yaml", "leaves the pathway's own folder"),
        ("/etc/all.yaml", "leaves the pathway's own folder"),
        ("other/all.yaml", "is not in the pathway's own folder: expected 'sound/all.yaml'"),
        ("all.yaml", "expected 'sound/all.yaml'"),
        ("sound\\all.yaml", "write folders with '/'"),
        ("'C:/all.yaml'", "write folders with '/'"),
        ("file://all.yaml", "write folders with '/'"),
        ('"sound/\\0.yaml"', "is not a file name"),
        (f"sound/{'a' * 300}.yaml", "is not a file name"),
        ("sound/folder.yaml", "it is a folder"),
        ("sound/empty.yaml", "the file is empty"),
        ("sound.yaml", "the includes go round in a circle: sound.yaml -> sound.yaml"),
        ("sound/word.yaml", "'nodes' is the text 'hello': expected a list"),
        ("sound/map.yaml", "leave out 'nodes:'"),
        ("[sound/words.yaml, sound/word.yaml]", "must hold a list"),
    ],
)
def test_a_file_that_may_not_be_included_is_told(folder, written, words):
    (folder / "sound" / "folder.yaml").mkdir()
    (folder / "other").mkdir()
    for path in (folder / "other" / "all.yaml", folder / "all.yaml", folder.parent / "other.yaml"):
        path.write_text(NODES, encoding="utf-8")
    main = write(
        folder,
        nodes=written,
        empty="# nothing\n",
        word="hello\n",
        words=NODES,
        map="nodes:\n" + NODES,
    )
    loaded = load(main)
    assert loaded.pathway is None
    told = [p for p in loaded.problems if words in p.text]
    assert told, loaded.problems
    assert len(loaded.problems) == 1
    if told[0].file == str(main):
        assert (told[0].line, told[0].column) == (SECTIONS.count("\n") + 1, 8)


def test_a_circle_of_includes_is_told_where_it_closes(folder):
    main = write(folder, nodes="sound/one.yaml", one="- two.yaml\n", two="- one.yaml\n")
    problem = only(main)
    assert problem.file.endswith("two.yaml")
    assert problem.text == "the includes go round in a circle: one.yaml -> two.yaml -> one.yaml"


def test_a_file_is_included_once(folder):
    main = write(folder, nodes="[sound/all.yaml, sound/all.yaml]", all=NODES)
    assert "'sound/all.yaml' is already included by" in only(main).text


def test_includes_do_not_multiply(folder):
    for i in range(150):
        (folder / "sound" / f"n{i}.yaml").write_text(f"- n{i + 1}.yaml\n", encoding="utf-8")
    main = write(folder, nodes="sound/n0.yaml")
    assert "no more than 100 files" in only(main).text


def test_all_files_together_may_not_be_too_large(folder):
    half = "#" * 3_000_000 + "\n"
    main = write(
        folder,
        nodes="[sound/one.yaml, sound/two.yaml]",
        one=half + NODES[:MIDDLE],
        two=half + NODES[MIDDLE:],
    )
    problem = only(main)
    assert problem.file.endswith("two.yaml")
    assert "5 MB" in problem.text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
class TestSpecialFiles:
    def test_a_link_out_of_the_folder_is_refused(self, folder):
        secret = folder / "secret.yaml"
        secret.write_text(NODES, encoding="utf-8")
        (folder / "sound" / "link.yaml").symlink_to(secret)
        assert (
            "leaves the pathway's own folder" in only(write(folder, nodes="sound/link.yaml")).text
        )

    def test_a_folder_that_is_a_link_out_is_refused(self, folder, tmp_path_factory):
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        (elsewhere / "all.yaml").write_text(NODES, encoding="utf-8")
        (folder / "sound" / "away").symlink_to(elsewhere)
        problem = only(write(folder, nodes="sound/away/all.yaml"))
        assert "leaves the pathway's own folder" in problem.text

    def test_a_link_inside_the_folder_is_fine(self, folder):
        main = write(folder, nodes="sound/link.yaml", all=NODES)
        (folder / "sound" / "link.yaml").symlink_to("all.yaml")
        assert load(main).problems == ()

    def test_a_circle_of_links_is_told(self, folder):
        (folder / "sound" / "a.yaml").symlink_to("b.yaml")
        (folder / "sound" / "b.yaml").symlink_to("a.yaml")
        assert "cannot be read" in only(write(folder, nodes="sound/a.yaml")).text

    def test_a_pipe_is_not_waited_for(self, folder):
        os.mkfifo(folder / "sound" / "pipe.yaml")
        problem = only(write(folder, nodes="sound/pipe.yaml"))
        assert "it is not an ordinary file" in problem.text

    def test_a_device_is_not_read(self, folder):
        (folder / "sound" / "zero.yaml").symlink_to("/dev/zero")
        assert "leaves" in only(write(folder, nodes="sound/zero.yaml")).text
