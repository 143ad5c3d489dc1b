"""Single values: what a text, a truth value or a choice may look like in the file.

YAML guesses a type from how an unquoted text looks, and its versions guess differently. Here
the schema says the type; a text that some YAML reader would take for something else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from pathway_viewer.model.problems import Report, listed, shown
from pathway_viewer.model.yaml_tree import Mapping, Node, Scalar, Sequence, is_unread

MAX_TEXT = 100_000


class Missing:
    """The kind of the one value that stands for a piece that could not be read."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()

_LOOKS_LIKE_NUMBER = re.compile(
    r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?0(?:x[0-9a-fA-F_]+|o[0-7_]+|b[01_]+)"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
    re.ASCII,
)
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029]")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLS = frozenset(
    form
    for word in ("true", "false", "yes", "no", "on", "off")
    for form in (word, word.capitalize(), word.upper())
)
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_TRUE_WORDS = frozenset(("yes", "on", "y", "1"))
_FALSE_WORDS = frozenset(("no", "off", "n", "0"))
# Only these first characters can begin a number, a truth value or nothing; most texts end here.
_SUSPECT = frozenset("0123456789+-.~nNtTfFyYoO")


def kind(node: Node) -> str:
    """What a piece of the file is, in words."""
    if isinstance(node, Mapping):
        return "a map"
    if isinstance(node, Sequence):
        return "a list"
    return _scalar_kind(node) if isinstance(node, Scalar) else "unreadable"


def _scalar_kind(node: Scalar) -> str:
    if node.plain and node.value in _NULLS:
        return "nothing"
    if node.plain and node.value in _BOOLS:
        return f"the truth value {shown(node.value)}"
    if node.plain and _LOOKS_LIKE_NUMBER.fullmatch(node.value[:64]):
        return f"the number {shown(node.value)}"
    return f"the text {shown(node.value)}"


def is_null(node: Node) -> bool:
    """Whether nothing is written there."""
    return isinstance(node, Scalar) and node.plain and node.value in _NULLS


@dataclass(frozen=True)
class Text:
    """A text of the file, exactly as written."""

    name: str
    pattern: str | None = None

    def read(self, node: Node, report: Report) -> object:
        """The text; a number, truth value or nothing without quotes is an error."""
        if not isinstance(node, Scalar):
            return wrong(node, report, self.name, "a text")
        text = node.value
        if node.plain and (not text or text[0] in _SUSPECT) and ambiguous(text):
            return self._quote(node, report)
        if len(text) > MAX_TEXT:
            report.error(
                node.place, f"{self.name} has {len(text)} characters; the limit is {MAX_TEXT}"
            )
            return MISSING
        if not node.plain and (bad := _CONTROL.search(text)):
            code = f"U+{ord(bad[0]):04X}"
            report.error(node.place, f"{self.name} has the control character {code} in it")
            return MISSING
        if self.pattern and not re.search(self.pattern, text):
            report.error(node.place, f"{self.name} is {shown(text)}: {_form(self.pattern)}")
            return MISSING
        return text

    def _quote(self, node: Scalar, report: Report) -> object:
        if node.value in _NULLS:
            advice = "write a text, or leave the key out"
        else:
            advice = f"put it in quotes: '{node.value[:40]}'"
        return wrong(node, report, self.name, "a text", advice)


def ambiguous(text: str) -> bool:
    """Whether some YAML reader takes these characters, unquoted, for anything but a text."""
    if text in _NULLS or text in _BOOLS:
        return True
    return len(text) <= 64 and _LOOKS_LIKE_NUMBER.fullmatch(text) is not None


def _form(pattern: str) -> str:
    known = {
        r"^\d{4}-\d{2}-\d{2}$": "expected a date as year-month-day, such as 2026-01-31",
        r"^[A-Za-z0-9._]+:\S+$": "expected a CURIE, such as uniprot:P42261",
    }
    return known.get(pattern, f"expected a text of the form {pattern}")


@dataclass(frozen=True)
class Truth:
    """true or false."""

    name: str

    def read(self, node: Node, report: Report) -> object:
        """The truth value; YAML's other words for it differ between readers and are errors."""
        if isinstance(node, Scalar) and node.plain and node.value in _TRUTHS:
            return _TRUTHS[node.value]
        word = node.value.casefold() if isinstance(node, Scalar) else ""
        near = "true" if word in _TRUE_WORDS else "false" if word in _FALSE_WORDS else ""
        advice = f"did you mean {near}?" if near else ""
        return wrong(node, report, self.name, "true or false", advice)


@dataclass(frozen=True)
class Choice:
    """One of a few words (or whole numbers)."""

    name: str
    values: tuple[str | int, ...]

    def read(self, node: Node, report: Report) -> object:
        """The chosen value as the schema has it."""
        words = [str(value) for value in self.values]
        if isinstance(node, Scalar) and node.value in words:
            value = self.values[words.index(node.value)]
            if isinstance(value, str) or node.plain:
                return value
        word = node.value if isinstance(node, Scalar) else ""
        return wrong(node, report, self.name, listed(words), word=word, candidates=words)


def wrong(
    node: Node,
    report: Report,
    name: str,
    expected: str,
    advice: str = "",
    word: str = "",
    candidates: Collection[str] = (),
) -> Missing:
    """Report that a piece is not what was expected, unless it could not even be read."""
    if not is_unread(node):
        hint = f"; {advice}" if advice else ""
        text = f"{name} is {kind(node)}: expected {expected}{hint}"
        report.error(node.place, text, word, candidates)
    return MISSING
