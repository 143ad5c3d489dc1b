"""A run copied as a command line is the same run when the command is given."""

from __future__ import annotations

import shlex
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.app.terminal.arguments import Parser, add_file
from pathway_viewer.app.terminal.what_if import add_what_if, conditions
from pathway_viewer.app.terminal.what_if_line import command_line
from pathway_viewer.dynamics.scenario import Conditions, tidy
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation

FILE = Path(__file__).parents[1] / "small.yaml"

nodes = st.sampled_from(["drug", "brake", "relay", "outcome"])
arrows = st.sampled_from(["drug__brake", "brake__relay"])
times = st.one_of(
    st.integers(-600, 600).map(lambda minutes: minutes / 60),
    st.floats(-500, 500).map(lambda hours: hours + 0.0),
)
values = st.one_of(st.sampled_from([0.0, 0.05, 0.5, 1.0]), st.floats(0, 1))


@st.composite
def pushes(draw: st.DrawFn) -> Perturbation:
    kind = draw(st.sampled_from(["block", "clamp", "scale", "cut"]))
    target = draw(arrows if kind == "cut" else nodes)
    value = draw(values) if kind in ("clamp", "scale") else None
    first, last = sorted((draw(times), draw(times)))
    return Perturbation(
        kind=kind,
        target=target,
        value=value,
        start=draw(st.sampled_from([None, first])),
        end=draw(st.sampled_from([None, last if last > first else None])),
    )


amounts = st.one_of(st.sampled_from([0.5, 10.0]), st.floats(1e-3, 1e4))
doses = st.builds(Dose, amount=amounts, at=times, over=st.sampled_from([0.0, 40 / 60, 0.123]))


def small() -> Pathway:
    pathway = load(FILE).pathway
    assert pathway is not None
    return pathway


@given(
    st.sampled_from(["single", "twice"]),
    st.none() | st.lists(doses, max_size=4, unique=True).map(tuple),
    st.lists(pushes(), max_size=4).map(tuple),
    st.sampled_from([(), (("other", False),)]),
)
def test_what_is_copied_is_read_back_as_the_same_run(scenario, given_doses, pushed, rivals) -> None:
    pathway = small()
    wished = tidy(pathway, Conditions(scenario, given_doses, pushed, rivals))
    words = shlex.split(command_line(FILE, wished))
    assert words[:2] == ["pathway-viewer", "levels"]
    parser = Parser()
    add_file(parser)
    add_what_if(parser)
    typed = parser.parse_args(words[2:])
    read = tidy(pathway, conditions(pathway, typed))
    assert read.scenario == wished.scenario
    assert read.doses == wished.doses
    assert read.rivals == wished.rivals
    assert sorted(map(str, read.perturbations)) == sorted(map(str, wished.perturbations))


def test_it_is_short_where_people_would_say_it_short() -> None:
    pushed = (
        Perturbation(kind="block", target="relay", start=-0.5, end=12.0),
        Perturbation(kind="scale", target="drug__brake", value=0.5, start=-10 / 60),
        Perturbation(kind="cut", target="brake__relay"),
        Perturbation(kind="clamp", target="brake", value=0.25, end=48.0),
    )
    wished = Conditions("single", (Dose(amount=0.5, at=48.0, over=40 / 60),), pushed)
    assert command_line(Path("my file.yaml"), wished) == (
        "pathway-viewer levels 'my file.yaml' --scenario=single "
        "'--dose=0.5 over 40min@2d' --block=relay@-30min..12h "
        "--scale=drug__brake=0.5@-10min --cut=brake__relay --clamp=brake=0.25@lifelong..2d"
    )
    assert command_line(None, Conditions("single", ())).endswith("--dose=none")
