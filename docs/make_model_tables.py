"""Makes the tables of the model's documents from the pathway itself.

`python docs/make_model_tables.py` writes model_constants.md (every constant with its reason) and
the end of model.md (where the model fails); `--check` writes nothing and says which are old.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from pathway_viewer.app.resources import default_pathway
from pathway_viewer.app.terminal.constants_document import constants
from pathway_viewer.app.terminal.markdown import cited, table
from pathway_viewer.dynamics.agreement import Mark, marks, misfit, share
from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.experiments import Outcome, outcomes
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.times import exact, spoken
from pathway_viewer.widgets.experiment_words import looked_at, modelled

HERE = Path(__file__).resolve().parent
BORDER = "<!-- made by make_model_tables.py: do not edit from here -->"
NAMES = {"onset": "beginning", "peak": "peak", "fall": "end"}
NEARLY = 1.05
"""A time within this factor of its window is counted, not listed."""


def main(arguments: Sequence[str]) -> int:
    """Writes both documents, or tells which of them are out of step."""
    pathway = opened(default_pathway())
    made = {"model_constants.md": constants(pathway), "model.md": model(pathway)}
    old = [name for name, text in made.items() if not is_in_step(name, text)]
    if "--check" in arguments:
        print("\n".join(f"docs/{name} is out of step" for name in old) or "all in step")
        return 1 if old else 0
    for name, text in made.items():
        (HERE / name).write_text(text, encoding="utf-8")
    return 0


def opened(path: Path) -> Pathway:
    """The pathway of a file; ValueError when it has errors."""
    loaded = load(path)
    if loaded.pathway is None:
        raise ValueError(str(loaded.problems[0]))
    return loaded.pathway


def is_in_step(name: str, text: str) -> bool:
    """Whether a document says what it would say if it were made now."""
    path = HERE / name
    return path.exists() and path.read_text(encoding="utf-8") == text


def model(pathway: Pathway) -> str:
    """The document as it is written, with its end made anew."""
    written = (HERE / "model.md").read_text(encoding="utf-8").split(BORDER, 1)[0]
    return f"{written}{BORDER}\n\n{agreement(pathway)}"


def agreement(pathway: Pathway) -> str:
    """Times outside their windows, and experiments that come out otherwise."""
    needed = {stage.scenario for stage in pathway.stages}
    found = marks(pathway, {id: solve(pathway, Conditions(id)) for id in needed})
    rows = list(outcomes(pathway))
    parts = ["## Where the model fails", *missed(pathway, found), *experiments(pathway, rows)]
    return "\n\n".join(parts) + "\n"


def missed(pathway: Pathway, found: Sequence[Mark]) -> Iterable[str]:
    """Times outside their windows, the farthest first."""
    inside = sum(mark.inside for mark in found)
    yield "### Times"
    yield (
        f"Of {len(found)} times at which a step was seen to begin, to peak or to be over, "
        f"{inside} lie inside their window, {100 * share(found, 1.25):.0f} % within a factor of "
        f"1.25 of it and {100 * share(found, 1.5):.0f} % within 1.5. The misfit (root mean square "
        f"of the logarithm of the factor) is {misfit(found):.3f}. Those that miss by more than "
        f"{100 * (NEARLY - 1):.0f} % are listed, the farthest first."
    )
    stages = {stage.id: stage for stage in pathway.stages}
    rows = [
        (
            f"{stages[mark.stage].label}: {NAMES[mark.name]}",
            pathway.scenario(stages[mark.stage].scenario).label,
            "never" if math.isinf(mark.time) else exact(mark.time),
            " to ".join(dict.fromkeys(map(spoken, (mark.window.earliest, mark.window.latest)))),
            "–" if math.isinf(mark.ratio) else f"{mark.ratio:.2f}",
            cited(pathway, " ".join(stages[mark.stage].caveats)),
        )
        for mark in sorted(found, key=lambda mark: -mark.ratio)
        if mark.ratio > NEARLY
    ]
    yield from table(("step", "run", "model", "seen", "factor", "what to mind"), rows)


def experiments(pathway: Pathway, rows: Sequence[Outcome]) -> Iterable[str]:
    """Rows that disagree, with both sides; rows that the model has no words for."""
    judged = [one for one in rows if one.expressible]
    yield "### Published experiments"
    yield (
        f"{sum(one.agrees for one in judged)} of {len(judged)} expressible rows agree; "
        f"{len(rows) - len(judged)} are not expressible. These disagree:"
    )
    told = [
        (
            one.experiment.label,
            "; ".join(f"{looked_at(pathway, f.readout)}: {f.readout.expected}" for f in bad(one)),
            one.failure or "; ".join(modelled(f) for f in bad(one)),
            cited(pathway, one.experiment.text),
        )
        for one in judged
        if not one.agrees
    ]
    yield from table(("experiment", "published", "model", "source"), told)
    silent = [
        (one.experiment.label, cited(pathway, one.experiment.not_expressible))
        for one in rows
        if not one.expressible
    ]
    if silent:
        yield "These cannot be told in the model:"
        yield from table(("experiment", "why"), silent)


def bad(outcome: Outcome) -> list:
    """The findings of a row that disagree."""
    return [one for one in outcome.findings if not one.agrees]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
