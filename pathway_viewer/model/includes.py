"""A pathway's files gathered into one tree: sections that sit in sibling files."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Mapping_
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pathway_viewer.model.file_bytes import MAX_BYTES, read_bytes, reason
from pathway_viewer.model.problems import Place, Report, shown
from pathway_viewer.model.source import RefusedError, decoded
from pathway_viewer.model.yaml_tree import (
    Budget,
    Mapping,
    Node,
    Scalar,
    Sequence,
    compose,
    is_unread,
)

MAX_FILES = 100


@dataclass
class Gathering:
    """Reads a pathway's files, each at most once, and hangs them where they are named.

    `drafts` are contents to read in place of what the files hold.
    """

    main: Path
    sections: Collection[str]
    report: Report
    drafts: Mapping_[Path, bytes] = field(default_factory=dict[Path, bytes])
    files: dict[Path, bytes] = field(default_factory=dict[Path, bytes])
    _where: dict[Path, Place] = field(default_factory=dict[Path, Place])
    _budget: Budget = field(default_factory=Budget)
    _names: tuple[str, ...] = ()

    def gather(self) -> Node | None:
        """The whole tree, None when the main file has none; OSError when it is not readable.

        In the tree a bare Node stands for each included file that could not be read.
        """
        self._where[_resolved(self.main)] = Place(str(self.main), 1, 1)
        root = self._tree(self.main)
        if not isinstance(root, Mapping):
            return root
        id = root.get("id")
        self._names = (self.main.stem, *([id.value] if isinstance(id, Scalar) else []))
        chain = (_resolved(self.main),)
        for i, (key, node) in enumerate(root.entries):
            if _word(key) in self.sections:
                root.entries[i] = (key, self._section(key, node, self.main, chain))
        return root

    def _tree(self, path: Path) -> Node | None:
        """One file's tree; None, and a line in the report, when it is refused or empty."""
        left = MAX_BYTES - sum(map(len, self.files.values()))
        draft = self.drafts.get(path)
        data = read_bytes(path, left) if draft is None else draft
        self.files[path] = data[:left]
        try:
            if len(data) > left:
                text = f"a pathway with all its files may hold {MAX_BYTES // 1_000_000} MB, no more"
                raise RefusedError(Place(str(path), 1, 1), text)
            root = compose(decoded(str(path), data), self._budget)
        except RefusedError as refusal:
            self.report.error(refusal.place, refusal.text)
            return None
        if root is None:
            self.report.error(Place(str(path), 1, 1), "the file is empty")
        return root

    def _section(self, key: Node, node: Node, path: Path, chain: tuple[Path, ...]) -> Node:
        """A section's value with every file named in it put in its place."""
        if _is_include(node):
            return self._included(key, node, path, chain)
        if isinstance(node, Sequence) and any(map(_is_include, node.items)):
            items: list[Node] = []
            for item in node.items:
                if _is_include(item):
                    items += self._spliced(key, item, path, chain)
                else:
                    items.append(item)
            node.items[:] = items
        return node

    def _spliced(
        self, key: Node, item: Node, path: Path, chain: tuple[Path, ...]
    ) -> Sequence_[Node]:
        """The entries of an included list; one bare Node when there is no list."""
        part = self._included(key, item, path, chain)
        if isinstance(part, Sequence):
            return part.items
        if not is_unread(part):
            self.report.error(part.place, f"a file of a part of '{_word(key)}' must hold a list")
        return (Node(item.source, item.start, item.end),)

    def _included(self, key: Node, node: Node, path: Path, chain: tuple[Path, ...]) -> Node:
        """The tree of an included file, or a bare Node when there is none to be had."""
        assert isinstance(node, Scalar)
        unread = Node(node.source, node.start, node.end)
        try:
            target = self._target(node, path, chain)
            self._where[_resolved(target)] = node.place
            root = self._tree(target)
        except OSError as error:
            text = f"{shown(node.value)} cannot be read: {reason(error)}"
            self.report.error(node.place, text)
            return unread
        except RefusedError as refusal:
            self.report.error(refusal.place, refusal.text)
            return unread
        if root is None:
            return unread
        if _repeats(key, root):
            extra = shown(f"{_word(key)}:")
            text = f"an included file holds only the section's value; leave out {extra}"
            self.report.error(root.place, text)
            return unread
        return self._section(key, root, target, (*chain, _resolved(target)))

    def _target(self, node: Scalar, path: Path, chain: tuple[Path, ...]) -> Path:
        """The file an include names; RefusedError when it is not one that may be read."""
        name = _plain_name(node)
        target = path.parent / name
        resolved = _resolved(target)
        if resolved in chain:
            round_ = [*chain[chain.index(resolved) :], resolved]
            way = " -> ".join(member.name for member in round_)
            raise RefusedError(node.place, f"the includes go round in a circle: {way}")
        if path == self.main and (len(name.parts) < 2 or name.parts[0] not in self._names):
            folder = shown(f"{self.main.stem}/{name.name}")
            raise RefusedError(
                node.place,
                f"{shown(node.value)} is not in the pathway's own folder: expected {folder}",
            )
        home = _resolved(self.main.parent) / target.relative_to(self.main.parent).parts[0]
        if not resolved.is_relative_to(home):
            raise RefusedError(node.place, f"{shown(node.value)} leaves the pathway's own folder")
        if first := self._where.get(resolved):
            where = f"{first.file}, line {first.line}"
            raise RefusedError(node.place, f"{shown(node.value)} is already included by {where}")
        if len(self.files) >= MAX_FILES:
            raise RefusedError(node.place, f"a pathway may have no more than {MAX_FILES} files")
        return target


def _plain_name(node: Scalar) -> PurePosixPath:
    """The relative path an include is written as; RefusedError for any way out of the folder."""
    name = PurePosixPath(node.value)
    text = shown(node.value)
    if "\\" in node.value or ":" in node.value:
        raise RefusedError(node.place, f"{text} has '\\' or ':' in it; write folders with '/'")
    if name.is_absolute() or ".." in name.parts:
        raise RefusedError(node.place, f"{text} leaves the pathway's own folder")
    if not node.value.isprintable() or len(node.value) > 200:
        raise RefusedError(node.place, f"{text} is not a file name")
    return name


def _is_include(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value.endswith(".yaml") and "\n" not in node.value


def _word(key: Node) -> str:
    return key.value if isinstance(key, Scalar) else ""


def _repeats(key: Node, root: Node) -> bool:
    """Whether an included file wraps its value in the section's own key."""
    return isinstance(root, Mapping) and [_word(k) for k, _ in root.entries] == [_word(key)]


def _resolved(path: Path) -> Path:
    """The path without links; of a circle of links or an impossible name, the path itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()
