"""Where the files that come with the program are: pathways, icons, the starter; its version."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pathway_viewer

NAME = "pathway-viewer"
"""What the program is called on the command line and in the system's folders."""

SUFFIXES = (".yaml", ".yml", ".pathway")
"""How names of pathway files end; the last one is what systems open with this program."""

KINDS = f"Pathways ({' '.join(f'*{one}' for one in SUFFIXES)})"
"""The same, as a dialog that asks for a file has it."""

DEFAULT_FILE = "ketamine.yaml"
"""The pathway that opens when none is named: the only word of it in the program."""


def shipped(folder: str, name: str = "") -> Path:
    """A folder or file that comes with the program, whether installed or in a checkout.

    The package comes first, the checkout second: an editable install has no copy in the
    package. FileNotFoundError when it is in neither.
    """
    package = Path(pathway_viewer.__file__).resolve().parent
    for home in (package, package.parent):
        if (found := home / folder / name).exists():
            return found
    raise FileNotFoundError(f"'{folder}/{name}' does not come with this installation")


def default_pathway() -> Path:
    """The pathway file that opens when none is named."""
    return shipped("pathways", DEFAULT_FILE)


def starter() -> str:
    """The text of a pathway to begin from."""
    return shipped("resources", "starter.yaml").read_text(encoding="utf-8")


@cache
def version() -> str:
    """The program's version: of the installation, else of the checkout."""
    # Late: the first frame does not tell the version, and these take longer than they look.
    import tomllib
    from importlib import metadata

    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        project = Path(pathway_viewer.__file__).resolve().parents[1] / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
