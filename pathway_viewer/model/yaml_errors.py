"""The YAML parser's complaints, told so that an author can act on them."""

from __future__ import annotations

import re
from typing import Protocol

from yaml.error import MarkedYAMLError
from yaml.events import ScalarEvent

from pathway_viewer.model.problems import Place, shown
from pathway_viewer.model.source import RefusedError, Source


class Mark(Protocol):
    """A parser's place: everything counts from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


_AT_OPENING = {
    "unexpected end of stream": "the quote opened here is never closed",
    "could not find expected ':'": "a key without ': ' after it, or a text that needs quotes",
    "alphabetic or numeric character": "a text may not begin with this character; put it in quotes",
}
_AT_PROBLEM = {
    "tab character that violates": "a tab cannot indent; use spaces",
    "did not find expected '-' indicator": "this line is indented unlike the list above it",
    "block sequence entries are not allowed": "a '-' may not follow a key on the same line",
    "did not find expected node content": "a value is missing here",
    "unexpected document indicator": "'---' or '...' stands inside a quoted text",
    "found unknown escape character": r"in double quotes a backslash is written '\\'",
    "expected <document start>": "nothing may follow the end of the value above",
    "expected comment or line break": "a text after '|' or '>' begins on the next line",
}
_UNCLOSED = {
    "did not find expected ',' or ']'": "the list begun here with '[' is not closed with ']'",
    "did not find expected ',' or '}'": "the map begun here with '{' is not closed with '}'",
}


def explained(
    error: MarkedYAMLError, source: Source, last: ScalarEvent | None = None
) -> RefusedError:
    """A syntax error as a place and one sentence; `last` is the text read before it, if any."""
    mark, text = _told(error, source)
    if mark is not None and last is not None and _swallowed(last, mark):
        text = f"the quote opened in line {last.start_mark.line + 1} closes only just before this"
    place = Place(source.name, 1, 1) if mark is None else _place(mark, source)
    return RefusedError(place, f"not readable as YAML: {text}")


def _swallowed(last: ScalarEvent, here: Mark) -> bool:
    """Whether a quoted text ran over lines up to here: most likely its end was forgotten."""
    end: Mark = last.end_mark
    begun: Mark = last.start_mark
    return last.style in ("'", '"') and begun.line < end.line == here.line


def _place(mark: Mark, source: Source) -> Place:
    """The mark's place; the parser puts the end of a text a line too far."""
    line = min(mark.line, source.text.count("\n"))
    return Place(source.name, line + 1, mark.column + 1)


def _told(error: MarkedYAMLError, source: Source) -> tuple[Mark | None, str]:
    """Where to point, and what to say."""
    problem = error.problem or "something is wrong here"
    here: Mark | None = error.problem_mark or error.context_mark
    opening: Mark | None = error.context_mark or here
    for sign, text in _AT_OPENING.items():
        if sign in problem:
            return opening, text
    for sign, text in _AT_PROBLEM.items():
        if sign in problem:
            return here, text
    if here is None or opening is None:
        return here, problem
    for sign, text in _UNCLOSED.items():
        if sign in problem:
            bracket = sign[-2]
            missing = f"',' or '{bracket}' is missing before this"
            return (opening, text) if opening.line < here.line else (here, missing)
    return here, _by_line(problem, here, source)


def _by_line(problem: str, here: Mark, source: Source) -> str:
    """What to say where that depends on how the line begins."""
    before = source.text[: here.index].rpartition("\n")[2]
    if "cannot start any token" in problem:
        return _odd_character(source.text[here.index : here.index + 1])
    if "mapping values are not allowed" in problem:
        if re.fullmatch(r"[\s-]*[\w-]+", before):
            return "a key cannot stand here: it is indented wrong, or the line above lacks its ':'"
        return "a ': ' stands inside a text without quotes; put the whole text in quotes"
    if "did not find expected key" in problem:
        if before.strip():
            return "the value before this has ended already; put the whole text in quotes"
        return "this line is indented unlike the keys above it"
    return problem


def _odd_character(character: str) -> str:
    if character == "\t":
        return "a tab cannot indent; use spaces"
    return f"a text may not begin with {shown(character)}; put it in quotes"
