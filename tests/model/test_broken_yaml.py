"""What is not YAML, or YAML that a pathway may not use, is told in one sentence."""

import pytest
from broken import HERE, expected_place, problems_of

FILES = (
    ("colon", "title: Ketamine⌖: a story\n", ("': ' stands inside a text", "in quotes")),
    ("tab", "nodes:\n⌖\t- id: a\n", ("a tab cannot indent; use spaces",)),
    ("tab in a list", "nodes:\n  - id: a\n⌖\tlabel: b\n", ("a tab cannot indent",)),
    ("at sign", "title: ⌖@one says\n", ("may not begin with '@'", "in quotes")),
    ("citation first", "title: [⌖@one2001] says\n", ("may not begin with '@'",)),
    ("backtick", "title: ⌖`x`\n", ("may not begin with '`'",)),
    ("open quote", 'id: a\ntitle: ⌖"abc\n', ("the quote opened here is never closed",)),
    ("quote in quotes", "title: 'it'⌖s'\n", ("has ended already; put the whole text in quotes",)),
    ("quote closed late", 'id: "a\ntitle: "⌖b"\n', ("the quote opened in line 1 closes only",)),
    ("text after quotes", 'title: "a" ⌖b\n', ("has ended already",)),
    ("indented more", "nodes:\n  - id: a\n   ⌖label: b\n", ("indented unlike the list above",)),
    ("indented less", "nodes:\n  - id: a\n ⌖label: b\n", ("indented unlike the keys above",)),
    ("key under a value", "id: a\n title⌖: b\n", ("a key cannot stand here", "lacks its ':'")),
    ("dash after a key", "nodes: ⌖- id: a\n", ("a '-' may not follow a key",)),
    ("open list", "lanes: ⌖[a, b\nid: x\n", ("begun here with '[' is not closed",)),
    ("open map", "kinetics: ⌖{a: b\nid: x\n", ("begun here with '{' is not closed",)),
    ("no comma", "lanes: [a b: c⌖: d]\n", ("',' or ']' is missing before this",)),
    ("no colon", "id: x\n⌖title\nlanes: []\n", ("a key without ': ' after it",)),
    ("backslash", 'title: "a⌖\\q"\n', ("in double quotes a backslash",)),
    ("text beside a bar", "title: |⌖x\n  a\n", ("begins on the next line",)),
    ("ampersand", "title: ⌖& x\n", ("may not begin with this character",)),
    ("anchor", "title: ⌖&a x\n", ("the anchor '&a' is not allowed",)),
    ("alias", "id: a\ntitle: ⌖*x\n", ("the alias '*x' is not allowed",)),
    ("tag", "title: ⌖!!python/object:os.system x\n", ("the tag '!!python/object", "plain value")),
    ("tag of a map", "⌖!!set {a, b}\n", ("the tag '!!set' is not allowed",)),
    ("own tag", "title: ⌖!foo x\n", ("the tag '!foo' is not allowed",)),
    ("second file", "id: a\n⌖---\nid: b\n", ("a second document begins here",)),
    ("after the end", "id: a\n...\n⌖id: b\n", ("nothing may follow",)),
    ("directive", "⌖%YAML 1.1\n---\nid: a\n", ("directives are not used",)),
    ("null character", 'title: "a⌖\x00"\n', ("U+0000",)),
    ("bell", "title: a⌖\x07\n", ("the invisible character U+0007",)),
    ("line separator", "title: a⌖\u2028b\n", ("U+2028",)),
    ("nothing", "⌖", ("the file is empty",)),
    ("only a comment", "⌖# nothing here\n", ("the file is empty",)),
    ("a list", "⌖- id: a\n", ("the pathway is a list: expected a map with 'format'",)),
    ("a word", "⌖hello\n", ("the pathway is the text 'hello'",)),
    ("null", "⌖~\n", ("the pathway is nothing",)),
    ("deep flow", "id: " + "[" * 23 + "⌖" + "[" * 20 + "]" * 43 + "\n", ("levels deep",)),
)


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in FILES], ids=[r[0] for r in FILES])
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(tmp_path, text: str, words):
    (problem,) = problems_of(tmp_path, text.replace(HERE, ""))
    assert (problem.line, problem.column) == expected_place(text), problem
    assert all(word in problem.text for word in words), problem
    assert problem.severity == "error"
    assert "\n" not in str(problem)


def test_windows_line_ends_count_as_one_line(tmp_path):
    (problem,) = problems_of(tmp_path, "id: a\r\ntitle: b: c\r\n")
    assert (problem.line, problem.column) == (2, 9)


def test_columns_count_characters_not_bytes(tmp_path):
    (problem,) = problems_of(tmp_path, "title: Ca²⁺: ions\n")
    assert (problem.line, problem.column) == (1, 12)
