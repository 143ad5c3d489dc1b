"""Entries of a list in a pathway's file: taken out, put elsewhere, their texts written anew."""

from __future__ import annotations

from collections.abc import Sequence as Many

from pathway_viewer.model.splice import Edit, RewriteError, Way, at, end_of, id_of, in_brackets
from pathway_viewer.model.yaml_item import as_entry, as_flow
from pathway_viewer.model.yaml_tree import Budget, Node, Sequence, compose
from pathway_viewer.model.yaml_tree import Mapping as Map


def ordering(root: Map, section: str, ids: Many[str]) -> Edit:
    """A section's list with these entries in this order; those that are not named are gone.

    Each keeps its own text with the comment lines right above it. RewriteError where the
    entries are spread over several files, or are not all there.
    """
    home = _home(root, section)
    known = {id_of(item): i for i, item in enumerate(home.items)}
    if not set(ids) <= known.keys() or len(set(ids)) != len(ids):
        raise RewriteError(f"'{section}' has changed meanwhile")
    order = [known[id] for id in ids]
    return _flow_order(home, order) if in_brackets(home) else _block_order(home, order)


def texting(root: Map, way: Way, text: str) -> Edit:
    """A text at a way in place of what stands there; without one the key goes."""
    parent, key = at(root, way[:-1]), way[-1]
    if not isinstance(parent, Map) or not parent.entries:
        raise RewriteError(f"{'.'.join(way[:-1])} is not in the file")
    name, value = parent.key(key), parent.get(key)
    if name is None or value is None:
        return _added(parent, key, text)
    start, end = name.start.index, _text_end(value)
    if text:
        return Edit(parent.source, start, end, _entry(parent, key, text))
    return _removed(parent, name, end)


def _home(root: Map, section: str) -> Sequence:
    """The list of a section as its one file has it."""
    value = root.get(section)
    if not isinstance(value, Sequence) or not value.items:
        raise RewriteError(f"'{section}' is not a list")
    sources = {item.source.name: item.source for item in value.items}
    if len(sources) != 1:
        raise RewriteError(f"'{section}' is spread over several files")
    source = next(iter(sources.values()))
    own = compose(source, Budget())
    home = own.get(section) if source is root.source and isinstance(own, Map) else own
    if not isinstance(home, Sequence):
        raise RewriteError(f"'{section}' is not a list in {source.name}")
    return home


def _flow_order(home: Sequence, order: list[int]) -> Edit:
    text = home.source.text
    start, end = home.items[0].start.index, end_of(home.items[-1])
    parts = [text[home.items[i].start.index : end_of(home.items[i])] for i in order]
    return Edit(home.source, start, end, ", ".join(parts))


def _block_order(home: Sequence, order: list[int]) -> Edit:
    text, source = home.source.text, home.source
    line_end = "\r\n" if "\r\n" in text else "\n"
    starts = [_first_line(text, item) for item in home.items]
    last = text.find("\n", len(text[: end_of(home.items[-1])].rstrip()))
    end = len(text) if last < 0 else last + 1
    borders = [*starts, end]
    parts = [text[borders[i] : borders[i + 1]].rstrip() for i in range(len(starts))]
    apart = len(starts) > 1 and not text[starts[0] : starts[1]].splitlines()[-1].strip()
    gap = line_end * 2 if apart else line_end
    column = " " * home.start.column
    written = gap.join(parts[i] for i in order) if order else f"{column}[]"
    return Edit(source, starts[0], end, written + line_end)


def _first_line(text: str, item: Node) -> int:
    """Where an entry's first line begins: that of its dash, or of the comments right above."""
    start = text.rfind("\n", 0, text.rfind("-", 0, item.start.index + 1)) + 1
    while start > 0:
        before = text.rfind("\n", 0, start - 1) + 1
        if not text[before:start].lstrip().startswith("#"):
            break
        start = before
    return start


def _entry(parent: Map, key: str, text: str) -> str:
    """'key: text' as it stands in its map, from the key on."""
    if in_brackets(parent):
        return as_flow({key: text})[1:-1].strip()
    column = parent.entries[0][0].start.column
    line_end = "\r\n" if "\r\n" in parent.source.text else "\n"
    return line_end.join(as_entry(key, text, column)).lstrip(" ")


def _added(parent: Map, key: str, text: str) -> Edit:
    """A key after the last one of its map."""
    end = _text_end(parent.entries[-1][1])
    if in_brackets(parent):
        return Edit(parent.source, end, end, f", {_entry(parent, key, text)}" if text else "")
    line_end = "\r\n" if "\r\n" in parent.source.text else "\n"
    start = line_end + " " * parent.entries[0][0].start.column
    return Edit(parent.source, end, end, f"{start}{_entry(parent, key, text)}" if text else "")


def _removed(parent: Map, name: Node, end: int) -> Edit:
    """A key with its value and what parted it from the one before."""
    text, start = parent.source.text, name.start.index
    if name is parent.entries[0][0]:
        raise RewriteError("the first key of an entry cannot go")
    before = text[:start].rstrip(" \r\n" if not in_brackets(parent) else " \r\n,")
    return Edit(parent.source, len(before), end, "")


def _text_end(value: Node) -> int:
    """Behind the last character of a value; what a block text leaves open is not its own."""
    end = end_of(value)
    return len(value.source.text[:end].rstrip()) if end > value.start.index else end
