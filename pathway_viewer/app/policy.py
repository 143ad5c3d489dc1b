"""Policy: what an administrator has laid down for this computer, read from the system's folder."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from platformdirs import PlatformDirs

from pathway_viewer.app.resources import NAME

if TYPE_CHECKING:
    from pathway_viewer.look.theme import ThemeId
    from pathway_viewer.model.story import Reading

FILE = "policy.yaml"
MOST_BYTES = 100_000


@dataclass(frozen=True)
class Policy:
    """The keys of a policy file. '' means that the administrator left it to the user.

    `mistake` is no key: what is wrong with the file, in one line for the log.
    """

    kiosk: bool = False
    pathway: str = ""
    reading: Reading | Literal[""] = ""
    language: str = ""
    theme: ThemeId | Literal[""] = ""
    idle_seconds: int = 120
    pin_hash: str = ""
    links: bool = True
    mistake: str = ""


FREE = Policy()
"""What holds where nothing is laid down."""

SAFE = Policy(kiosk=True, links=False)
"""What holds where a policy cannot be understood: the most that it may have asked for."""


def policy() -> Policy:
    """The policy of this computer; where there is no file, nothing is laid down."""
    file = next((path for path in places() if path.exists()), None)
    if file is None:
        return FREE
    # Late: only a computer with a policy needs to understand one this early.
    from pathway_viewer.app.policy_rules import understood

    try:
        if file.stat().st_size > MOST_BYTES:
            raise ValueError(f"is larger than {MOST_BYTES // 1000} kB")
        found, problems = understood(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        found, problems = SAFE, (f"cannot be read ({' '.join(str(error).split())})",)
    if problems:
        kept = "it stays locked" if found.kiosk else "safe values are used instead"
        found = replace(found, mistake=f"policy {file}: {'; '.join(problems)}; {kept}")
    if found.pathway:
        found = replace(found, pathway=str(file.parent / found.pathway))
    return found


def places() -> tuple[Path, ...]:
    """Where a policy file may be, the one that counts first; only administrators write there."""
    shared = PlatformDirs(NAME, appauthor=False, multipath=True).site_config_dir
    separator = ";" if sys.platform == "win32" else ":"
    folders = [Path(folder) for folder in shared.split(separator) if folder]
    if sys.platform == "linux":
        folders.insert(0, Path("/etc") / NAME)
    return tuple(folder / FILE for folder in folders)
