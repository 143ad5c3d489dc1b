"""What reading a pathway file gave."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathway_viewer.model.pathway import Pathway
    from pathway_viewer.model.problems import Problem


@dataclass(frozen=True)
class Loaded:
    """What a load gave. `pathway` is None exactly when a problem is an error.

    `files` are all that were read, the main one first: those to watch. `digest` names their
    content, for whoever keeps what was computed from it.
    """

    pathway: Pathway | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    digest: str = ""


def digest(contents: Iterable[bytes]) -> str:
    """One name for several files' bytes in order (SHA-256, hexadecimal)."""
    each = (hashlib.sha256(content).digest() for content in contents)
    return hashlib.sha256(b"".join(each)).hexdigest()
