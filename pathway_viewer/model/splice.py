"""Places in a pathway's tree, and the pieces of text to put there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pathway_viewer.model.source import Source
from pathway_viewer.model.yaml_item import as_block, as_flow
from pathway_viewer.model.yaml_tree import Budget, Node, Scalar, Sequence, compose
from pathway_viewer.model.yaml_tree import Mapping as Map

Way = tuple[str, ...]
"""From the root to a value, by key, in a list by id: ('clocks', 'human', 'elimination')."""

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class RewriteError(ValueError):
    """A change that cannot be made, in one sentence; nothing was written."""


@dataclass(frozen=True)
class Edit:
    """A piece of a file's text, from one character to another, and what takes its place."""

    source: Source
    start: int
    end: int
    text: str


def edited(data: bytes, edits: list[Edit]) -> bytes:
    """A file's bytes with edits made that do not overlap."""
    text = data.decode("utf-8")
    # Places are counted without the mark that some editors put first.
    shift = 1 if text.startswith(BOM) else 0
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: shift + edit.start] + edit.text + text[shift + edit.end :]
    return text.encode("utf-8")


def at(node: Node, way: Way) -> Node | None:
    """The piece of the file at the end of a way, None where the file does not go there."""
    for step in way:
        if isinstance(node, Map):
            found = node.get(step)
        elif isinstance(node, Sequence):
            found = next((item for item in node.items if id_of(item) == step), None)
        else:
            found = None
        if found is None:
            return None
        node = found
    return node


def setting(root: Map, way: Way, text: str) -> Edit:
    """A number or a time in place of what stands at a way, in the same quotes if any."""
    parent, value = at(root, way[:-1]), at(root, way)
    if value is None and isinstance(parent, Map) and parent.entries:
        return _new_key(parent, way[-1], text)
    if not isinstance(value, Scalar):
        raise RewriteError(f"{'.'.join(way)} is not written in the file as a number or a time")
    old = value.source.text[value.start.index : value.end.index]
    quote = old[0] if old[:1] in ("'", '"') else ""
    return Edit(value.source, value.start.index, value.end.index, quote + text + quote)


def addition(root: Map, section: str, item: Mapping[str, object]) -> Edit:
    """An entry at the end of a section, in the file that holds the section's last one."""
    value = root.get(section)
    if value is None:
        return _new_section(root, section, item)
    if not isinstance(value, Sequence):
        raise RewriteError(f"'{section}' is not a list")
    source = value.items[-1].source if value.items else value.source
    # Lists of several files lie spliced together in the tree; each file by itself tells where.
    own = compose(source, Budget())
    home = own.get(section) if source is root.source and isinstance(own, Map) else own
    if not isinstance(home, Sequence):
        raise RewriteError(f"'{section}' is not a list in {source.name}")
    return _flow_entry(home, item) if in_brackets(home) else _block_entry(home, item)


def id_of(node: Node) -> str | None:
    """What an entry is called, None where it has no id."""
    id = node.get("id") if isinstance(node, Map) else None
    return id.value if isinstance(id, Scalar) else None


def _new_key(parent: Map, key: str, text: str) -> Edit:
    """A key before the first one of its map, which stands like it."""
    first, source = parent.entries[0][0], parent.entries[0][0].source
    after = ", " if in_brackets(parent) else _line_end(source) + " " * first.start.column
    return Edit(source, first.start.index, first.start.index, f"{key}: {text}{after}")


def _new_section(root: Map, section: str, item: Mapping[str, object]) -> Edit:
    source, end = root.source, len(root.source.text)
    if in_brackets(root):
        raise RewriteError(f"{source.name} is written in braces: '{section}' cannot be added")
    lines = [*([] if source.text.endswith("\n") else [""]), "", f"{section}:", *as_block(item, 2)]
    return Edit(source, end, end, "".join(_line_end(source).join([*lines, ""])))


def _flow_entry(home: Sequence, item: Mapping[str, object]) -> Edit:
    last = end_of(home.items[-1]) if home.items else home.start.index + 1
    return Edit(home.source, last, last, f"{', ' if home.items else ''}{as_flow(item)}")


def _block_entry(home: Sequence, item: Mapping[str, object]) -> Edit:
    """Lines after the last entry, with an empty one between where the others have one."""
    source, last = home.source, home.items[-1]
    text, line_end = source.text, _line_end(source)
    end = text.find("\n", len(text[: end_of(last)].rstrip()))
    whole = end >= 0
    before = text[: last.start.index].splitlines()[:-1]
    apart = len(home.items) > 1 and not before[-1].strip()
    lines = [*([] if whole else [""]), *([""] if apart else []), *as_block(item, home.start.column)]
    place = end + 1 if whole else len(text)
    return Edit(source, place, place, line_end.join([*lines, ""]))


def end_of(node: Node) -> int:
    """Where a piece ends. Of what is told by indentation the parser only
    knows where the next piece begins, so its last part is asked.
    """
    if isinstance(node, Sequence) and not in_brackets(node):
        return end_of(node.items[-1])
    if isinstance(node, Map) and not in_brackets(node):
        return end_of(node.entries[-1][1])
    return node.end.index


def in_brackets(node: Node) -> bool:
    """Whether a list or a map stands in brackets or braces, not in lines of its own."""
    return node.source.text[node.start.index] in "[{"


def _line_end(source: Source) -> str:
    return "\r\n" if re.search(r"\r\n", source.text) else "\n"
