"""The fit command: parameters moved, every measurement told, the file rewritten if asked."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pathway_viewer.app.exits import WELL, RefusedError, WrongInsideError
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.app.terminal.jobs import loaded
from pathway_viewer.app.terminal.progress import progress

if TYPE_CHECKING:
    from pathway_viewer.dynamics.fit import Fit
    from pathway_viewer.dynamics.parameters import Parameter
    from pathway_viewer.dynamics.trials import Progress
    from pathway_viewer.model.pathway import Pathway


def fit(typed: argparse.Namespace) -> int:
    """Fit a pathway to its measurements, print a line for each, write the values if asked."""
    # Late: it brings numpy and scipy, which other commands do without.
    from pathway_viewer.app.terminal.fit_lines import lines

    path = default_pathway() if typed.file is None else Path(typed.file)
    pathway = loaded(str(path))
    try:
        found = _fitted(pathway, _free(path, pathway))
    except ValueError as error:
        raise WrongInsideError(str(error)) from None
    # Before a word is printed: where nothing can be written, nothing is said to be.
    files = _write(path, found) if typed.write else None
    print(*lines(found, files), sep="\n")
    return WELL


def _free(path: Path, pathway: Pathway) -> tuple[Parameter, ...]:
    """The free parameters, with the units that the file has their values in."""
    # Late: as above.
    from pathway_viewer.dynamics.parameters import parameters
    from pathway_viewer.model.rewrite import scalars

    texts = scalars(path, [one.way for one in parameters(pathway)])
    return parameters(pathway, {way: text.lstrip("-.0123456789 ") for way, text in texts.items()})


def _fitted(pathway: Pathway, free: tuple[Parameter, ...]) -> Fit:
    # Late: as above.
    from pathway_viewer.dynamics.fit import fit as fit_

    with progress() as line:

        def tell(now: Progress) -> None:
            reached = f", misfit {now.misfit:.4f}" if now.misfit < float("inf") else ""
            text = f"fit: {now.solved} of at most {now.most} courses{reached}"
            line.tell(now.solved, now.most, text)

        return fit_(pathway, free, tell)


def _write(path: Path, found: Fit) -> tuple[Path, ...]:
    """Write the values that moved; one line, and no file touched, where that cannot be."""
    # Late: only for those who write.
    from pathway_viewer.model.loader import UnreadableError
    from pathway_viewer.model.rewrite import set_scalars
    from pathway_viewer.model.splice import RewriteError

    try:
        return set_scalars(path, {one.way: one.text(value) for one, value in found.moved})
    except (RewriteError, UnreadableError) as error:
        raise RefusedError(str(error)) from None
    except OSError as error:
        where = error.filename or path
        raise RefusedError(f"{where} cannot be written: {error.strerror or error}") from None
