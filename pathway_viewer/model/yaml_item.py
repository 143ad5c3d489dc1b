"""One thing written as YAML that the loader reads back as the same thing."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any, cast

import yaml

from pathway_viewer.model.scalars import ambiguous

WIDTH = 110
"""Columns of a line, its indentation counted."""


LONG = 80
"""A text with more letters is folded into lines."""


class _Long(str):
    """A text that may be written in lines."""


class _Dumper(yaml.SafeDumper):
    """Without anchors, which a pathway file may not use, and with lists indented in their maps."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def text(self, value: str) -> yaml.ScalarNode:
        """In quotes where the loader would take it for a number or a truth value."""
        style = "|" if "\n" in value else "'" if ambiguous(value) else None
        represent = cast("Any", self.represent_scalar)
        return represent("tag:yaml.org,2002:str", value, style)

    def long(self, value: _Long) -> yaml.ScalarNode:
        """Folded where it needs more than a line, line by line where it has lines of its own."""
        if "\n" not in value and len(value) <= LONG:
            return self.text(str(value))
        represent = cast("Any", self.represent_scalar)
        style = "|" if "\n" in value else ">"
        return represent("tag:yaml.org,2002:str", str(value), style)


_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_representer(_Long, _Dumper.long)


def as_block(item: Mapping[str, object], column: int) -> list[str]:
    """Lines of a list's entry, without line ends, that begins with its dash at a column.

    Maps and lists that hold no others stand in braces and brackets.
    """
    lines = _written(item, WIDTH - column - 2, in_braces=False).splitlines()
    begun = [f"{'  ' if i else '- '}{line}" for i, line in enumerate(lines)]
    return [" " * column + line if line.strip() else "" for line in begun]


def as_entry(key: str, text: str, column: int) -> list[str]:
    """Lines of 'key: text' that begins at a column; a long text is folded."""
    lines = _written({key: _Long(text)}, WIDTH - column, in_braces=False).splitlines()
    return [" " * column + line if line.strip() else "" for line in lines]


def as_flow(item: Mapping[str, object]) -> str:
    """An entry in braces."""
    return _written(item, WIDTH, in_braces=True).strip()


def _written(item: Mapping[str, object], width: int, in_braces: bool) -> str:
    stream = io.StringIO()
    dumper = _Dumper(
        stream,
        default_flow_style=True if in_braces else None,
        allow_unicode=True,
        width=width,
        sort_keys=False,
    )
    dumper.open()
    node = cast("Any", dumper).represent_data(dict(item))
    node.flow_style = in_braces
    dumper.serialize(node)
    dumper.close()
    return stream.getvalue()
