"""Files made to exhaust, mislead or escape are refused in bounded time and memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from broken import SOUND, problems_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathway_viewer.model import yaml_tree
from pathway_viewer.model.loader import load

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def test_bombs_are_refused_within_two_seconds_and_a_gigabyte(tmp_path):
    pytest.importorskip("resource", reason="limits of this kind are POSIX")
    ran = subprocess.run(
        [sys.executable, HERE / "bombs.py", tmp_path],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = ran.stdout.splitlines()
    assert ran.returncode == 0, f"died after {told[-1:]}: {ran.stderr[-500:]}"
    expected = {
        "laughs": "the anchor '&a0' is not allowed",
        "deep lists": "nested more than 24 levels",
        "deep maps": "nested more than 24 levels",
        "many entries": "more than 150000 entries",
        "huge text": "'title' has 4799999 characters",
        "directives": "YAML directives are not used",
        "too large": "may hold 5 MB, no more",
    }
    for name, words in expected.items():
        assert any(line.startswith(f"{name}:") and words in line for line in told), name


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b"title: caf\xe9\n", 1, 11, "the byte 0xe9 is not UTF-8"),
        (b"id: a\ntitle: \xc3\xa9\xff\n", 2, 9, "0xff"),
        ("title: a".encode("utf-16"), 1, 1, "not UTF-8"),
        (b"\x7fELF\x02\x01\x01\x00", 1, 1, "U+007F"),
        (b"\x00\x00", 1, 1, "U+0000"),
    ],
)
def test_what_is_not_utf8_text_is_told_with_its_place(tmp_path, data, line, column, words):
    path = tmp_path / "sound.yaml"
    path.write_bytes(data)
    (problem,) = load(path).problems
    assert (problem.line, problem.column) == (line, column)
    assert words in problem.text


def test_a_byte_order_mark_is_no_problem(tmp_path):
    path = tmp_path / "sound.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.encode())
    assert load(path).problems == ()
    assert problems_of(tmp_path, "\ufefftitle: 5\n")[0].column == 1


def test_a_control_character_does_not_come_in_by_an_escape(tmp_path):
    text = SOUND.replace("title: A sound pathway", 'title: "a\\u001b[31m"')
    (problem,) = problems_of(tmp_path, text)
    assert "'title' has the control character U+001B in it" in problem.text


def test_a_sentence_never_carries_control_characters_or_a_long_text(tmp_path):
    hostile = '"\\e[2J' + "x" * 9000 + '\\n"'
    for problem in problems_of(tmp_path, f"{hostile}: a\nformat: {hostile}\n"):
        assert str(problem).isprintable()
        assert len(problem.text) < 400


def test_only_so_many_problems_are_listed_errors_first(tmp_path):
    nodes = "".join(
        f"  - {{id: n{i}, label: L, name: N, layer: core, compartment: c, summary: S}}\n"
        for i in range(300)
    )
    head = "format: 1\nid: a\ntitle: T\ncompartments: [{id: c, label: C}]\nnodes:\n"
    problems = problems_of(tmp_path, f"{head}{nodes}lanes: [nobody]\n")
    assert len(problems) == 201
    assert [p.text for p in problems if p.severity == "error"] == [
        "'nobody' is not the id of a node"
    ]
    assert problems[-1].text.startswith("101 more problems are not listed")


def test_a_file_of_nothing_but_errors_is_given_up(tmp_path):
    problems = problems_of(tmp_path, "".join(f"k{i}: x\n" for i in range(3000)))
    assert problems[-1].text.startswith("at least 1800 more problems")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_no_bytes_raise(tmp_path, data):
    path = tmp_path / "any.yaml"
    path.write_bytes(data)
    loaded = load(path)
    assert loaded.pathway is None
    assert loaded.problems


YAMLISH = st.text(alphabet="ab01:-[]{},'\"|>&*!%@#?~. \n\t\\é", max_size=80)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=YAMLISH)
def test_no_text_raises_and_every_place_is_in_the_file(tmp_path, text):
    for problem in problems_of(tmp_path, text, "any.yaml"):
        lines = text.replace("\r", "\n").split("\n")
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.integers(0, len(SOUND)),
    length=st.integers(0, 40),
    put=st.one_of(YAMLISH, st.sampled_from(["[]", "{}", "~", "0 h", "nodes:", "- x", "'", "1e9"])),
)
def test_no_damage_to_a_sound_file_raises(tmp_path, start, length, put):
    path = tmp_path / "sound.yaml"
    path.write_text(SOUND[:start] + put + SOUND[start + length :], encoding="utf-8", newline="")
    loaded = load(path)
    errors = [p for p in loaded.problems if p.severity == "error"]
    assert (loaded.pathway is None) == bool(errors)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.permutations(SOUND.splitlines()).map(lambda lines: lines[:60]))
def test_no_order_of_lines_raises(tmp_path, lines):
    assert problems_of(tmp_path, "\n".join(lines), "any.yaml")


def test_without_libyaml_the_same_is_read(tmp_path, monkeypatch):
    from yaml import SafeLoader

    path = tmp_path / "sound.yaml"
    path.write_text(SOUND, encoding="utf-8")
    fast = load(path).pathway
    monkeypatch.setattr(yaml_tree, "CParser", SafeLoader)
    assert fast is not None
    assert load(path).pathway == fast
    (problem,) = problems_of(tmp_path, "title: a: b\n")
    assert (problem.line, problem.column) == (1, 9)
