"""The YAML parser's complaints, told so that an author can act on them."""

from __future__ import annotations

from yaml.error import MarkedYAMLError

from pathway_viewer.model.problems import Place, shown
from pathway_viewer.model.source import RefusedError, Source

_COLON = "a ': ' stands inside a text without quotes; put the whole text in quotes"
_ADVICE: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", "a key without ':' after it, or a text that needs quotes"),
    ("did not find expected key", "this line is indented unlike the keys above it"),
    ("did not find expected '-' indicator", "this line is indented unlike the list above it"),
    ("block sequence entries are not allowed", "a '-' may not follow a key on the same line"),
    ("did not find expected ',' or ']'", "a list begun with '[' is never closed with ']'"),
    ("did not find expected ',' or '}'", "a map begun with '{' is never closed with '}'"),
    ("did not find expected node content", "a value is missing here"),
    ("unexpected document indicator", "'---' or '...' stands inside a quoted text"),
    ("found unknown escape character", "in double quotes a backslash must be written '\\\\'"),
    ("did not find expected <document start>", "nothing may follow the end of the value above"),
    ("did not find expected whitespace or line break", "a space is missing after '|' or '>'"),
)


def explained(error: MarkedYAMLError, source: Source) -> RefusedError:
    """A syntax error as a place and one sentence."""
    problem = error.problem or "the YAML cannot be read"
    mark = error.problem_mark or error.context_mark
    if "unexpected end of stream" in problem and error.context_mark is not None:
        mark = error.context_mark
        return _at(mark, source, "the quote opened here is never closed")
    if "cannot start any token" in problem:
        return _at(mark, source, _odd_character(source, mark))
    for sign, advice in _ADVICE:
        if sign in problem:
            return _at(mark, source, advice)
    return _at(mark, source, problem)


def _at(mark: object, source: Source, text: str) -> RefusedError:
    line = min(getattr(mark, "line", 0), source.text.count("\n"))
    place = Place(source.name, line + 1, getattr(mark, "column", 0) + 1)
    return RefusedError(place, f"not readable as YAML: {text}")


def _odd_character(source: Source, mark: object) -> str:
    index = getattr(mark, "index", 0)
    character = source.text[index : index + 1]
    if character == "\t":
        return "a tab cannot indent; use spaces"
    return f"a text may not begin with {shown(character)}; put it in quotes"
