"""YAML as a tree that remembers its places, built so that no file can exhaust the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn, Protocol, cast

from yaml import SafeLoader
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from pathway_viewer.model.problems import Place, shown
from pathway_viewer.model.source import RefusedError, Source
from pathway_viewer.model.yaml_errors import Mark, explained

try:
    from yaml._yaml import CParser
except ImportError:
    # A PyYAML built without libyaml: slower, with the same events.
    CParser = SafeLoader

MAX_DEPTH = 24
MAX_NODES = 150_000


class _Parser(Protocol):
    def get_event(self) -> Event | None: ...


class Node:
    """A piece of a file that knows its place. Used bare for a piece that could not be read."""

    __slots__ = ("end", "source", "start")

    def __init__(self, source: Source, start: Mark, end: Mark) -> None:
        self.source = source
        self.start = start
        self.end = end

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.source.name, self.start.line + 1, self.start.column + 1)


class Scalar(Node):
    """A text; `plain` when it stands without quotes and could mean a number."""

    __slots__ = ("plain", "value")

    def __init__(self, source: Source, event: ScalarEvent) -> None:
        super().__init__(source, event.start_mark, event.end_mark)
        self.value: str = event.value
        self.plain = not event.style


class Sequence(Node):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, source: Source, event: Event) -> None:
        super().__init__(source, event.start_mark, event.end_mark)
        self.items: list[Node] = []


class Mapping(Node):
    """A map, as its keys and values in order, duplicates and all."""

    __slots__ = ("entries",)

    def __init__(self, source: Source, event: Event) -> None:
        super().__init__(source, event.start_mark, event.end_mark)
        self.entries: list[tuple[Node, Node]] = []

    def get(self, key: str) -> Node | None:
        """The value of the first such key."""
        for name, value in self.entries:
            if isinstance(name, Scalar) and name.value == key:
                return value
        return None

    def key(self, key: str) -> Node | None:
        """The first such key itself."""
        for name, _ in self.entries:
            if isinstance(name, Scalar) and name.value == key:
                return name
        return None


def is_unread(node: Node) -> bool:
    """Whether this stands for a file that could not be read, which has been reported."""
    return type(node) is Node


@dataclass
class Budget:
    """How many pieces may still be read, over all files of a pathway."""

    nodes: int = MAX_NODES


@dataclass
class _Composer:
    """Builds the tree from events. The parser's own composer recurses and follows aliases."""

    source: Source
    budget: Budget
    _open: list[Node] = field(default_factory=list[Node])
    _keys: list[Node | None] = field(default_factory=list["Node | None"])
    root: Node | None = None
    last: ScalarEvent | None = None

    def run(self) -> Node | None:
        """The document's root; None when there is no document."""
        parser = cast(_Parser, CParser(self.source.text))
        while (event := parser.get_event()) is not None:
            if isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, CollectionEndEvent):
                self._open.pop().end = event.end_mark
                self._keys.pop()
            else:
                self._other(event)
        return self.root

    def _scalar(self, event: ScalarEvent) -> None:
        self._check(event, event.anchor, event.tag)
        self.last = event
        self._put(Scalar(self.source, event))

    def _begin(self, event: CollectionStartEvent) -> None:
        self._check(event, event.anchor, event.tag)
        if len(self._open) == MAX_DEPTH:
            self._refuse(event, f"nested more than {MAX_DEPTH} levels deep; no pathway needs that")
        mapping = isinstance(event, MappingStartEvent)
        node = Mapping(self.source, event) if mapping else Sequence(self.source, event)
        self._put(node)
        self._open.append(node)
        self._keys.append(None)

    def _put(self, node: Node) -> None:
        """Hang a new node where the parser stands: on its list, or as a key or a value."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif isinstance(parent, Mapping):
            if (key := self._keys[-1]) is None:
                self._keys[-1] = node
            else:
                parent.entries.append((key, node))
                self._keys[-1] = None

    def _other(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            self._refuse(
                event, f"the alias {shown('*' + event.anchor)} is not allowed: {_NO_ANCHORS}"
            )
        if isinstance(event, DocumentStartEvent) and self.root is not None:
            self._refuse(event, "a second document begins here; a file holds one, without '---'")

    def _check(self, event: Event, anchor: str | None, tag: str | None) -> None:
        self.budget.nodes -= 1
        if self.budget.nodes < 0:
            self._refuse(event, f"more than {MAX_NODES} entries; no pathway needs that")
        if anchor is not None:
            self._refuse(event, f"the anchor {shown('&' + anchor)} is not allowed: {_NO_ANCHORS}")
        if tag is not None:
            short = tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"the tag {shown(short)} is not allowed; write the plain value")

    def _refuse(self, event: Event, text: str) -> NoReturn:
        mark: Mark = event.start_mark
        raise RefusedError(Place(self.source.name, mark.line + 1, mark.column + 1), text)


_NO_ANCHORS = "write the value out each time"


def compose(source: Source, budget: Budget) -> Node | None:
    """The tree of a file, None when it is empty.

    RefusedError for a syntax error and for what a pathway file may not use: anchors, aliases,
    tags, several documents, deep nesting, more entries than the budget has left. Time and
    memory are linear in the text; the parser recurses nowhere.
    """
    composer = _Composer(source, budget)
    try:
        return composer.run()
    except MarkedYAMLError as error:
        raise explained(error, source, composer.last) from None
    except YAMLError as error:
        text = " ".join(str(error).split())
        raise RefusedError(Place(source.name, 1, 1), f"not readable as YAML: {text}") from None
