"""Ids that name other things: a table of where they stand, and the check that none dangles."""

from __future__ import annotations

from functools import cache

from msgspec import inspect

from pathway_viewer.model.content import Content, Path
from pathway_viewer.model.kinetics import EdgeKinetics, NodeKinetics
from pathway_viewer.model.problems import Place, Report, listed, shown
from pathway_viewer.model.registry import Registry

LINKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("nodes.*.layer", ("layer",)),
    ("nodes.*.compartment", ("compartment",)),
    ("nodes.*.members.*", ("node",)),
    ("edges.*.source", ("node",)),
    ("edges.*.target", ("node",)),
    ("edges.*.layer", ("layer",)),
    ("edges.*.evidence.disputed_by.*", ("reference",)),
    ("arrangement.nodes.~", ("node",)),
    ("arrangement.compartments.~", ("compartment",)),
    ("arrangement.edges.~", ("edge",)),
    ("arrangement.chips.~", ("edge",)),
    ("audience.nodes.~", ("node",)),
    ("audience.compartments.~", ("compartment",)),
    ("audience.edges.~", ("edge",)),
    ("audience.chips.~", ("edge",)),
    ("kinetics.nodes.~", ("node",)),
    ("kinetics.edges.~", ("edge",)),
    ("clocks.*.drug", ("node",)),
    ("clocks.*.kinetics.nodes.~", ("node",)),
    ("clocks.*.kinetics.edges.~", ("edge",)),
    ("scenarios.*.clock", ("clock",)),
    ("scenarios.*.rivals.~", ("rival",)),
    ("scenarios.*.like", ("scenario",)),
    ("stages.*.node", ("node",)),
    ("stages.*.scenario", ("scenario",)),
    ("stages.*.basis.*", ("reference",)),
    ("lanes.*", ("node",)),
    ("measurements.*.node", ("node",)),
    ("measurements.*.reference", ("reference",)),
    ("measurements.*.scenario", ("scenario",)),
    ("chapters.*.scenarios.*", ("scenario",)),
    ("sheet.*.node", ("node",)),
    ("steps.*.focus.*", ("node", "edge")),
    ("steps.*.scenario", ("scenario",)),
    ("steps.*.camera.*", ("node",)),
    ("steps.*.rivals.~", ("rival",)),
    ("risks.*.node", ("node",)),
    ("risks.*.numbers.*.reference", ("reference",)),
    ("risks.*.references.*", ("reference",)),
    ("approvals.*.reference", ("reference",)),
    ("claims.*.about.*", ("node", "edge")),
    ("claims.*.supporting.*", ("reference",)),
    ("claims.*.contesting.*", ("reference",)),
    ("rivals.*.adds.*", ("edge",)),
    ("rivals.*.weakens.*", ("edge",)),
    ("rivals.*.supporting.*.reference", ("reference",)),
    ("rivals.*.contesting.*.reference", ("reference",)),
    ("experiments.*.scenario", ("scenario",)),
    ("experiments.*.rivals.~", ("rival",)),
    ("experiments.*.readouts.*.node", ("node",)),
)
"""Where in a file an id of another thing stands, and what kinds of thing it may name."""

_PUSHED = ("scenarios", "agents", "experiments", "steps")
PERTURBATIONS = tuple(f"{section}.*.perturbations.*" for section in _PUSHED)
_TARGETS = {"block": ("node",), "clamp": ("node",), "scale": ("node", "edge"), "cut": ("edge",)}
_FREE = ("kinetics.free.*.parameter", "clocks.*.kinetics.free.*.parameter")


def check_links(content: Content, registry: Registry, report: Report) -> None:
    """Report every id that names nothing."""
    for pattern, kinds in LINKS:
        is_key = pattern.endswith("~")
        for path, id in content.texts(pattern):
            if registry.lacks(id, *kinds):
                place = content.key_place(path) if is_key else content.place(path)
                _dangles(place, id, kinds, registry, report)
    for pattern in PERTURBATIONS:
        for path, perturbation in content.items(pattern):
            kinds = _TARGETS.get(str(perturbation.get("kind")), ("node", "edge"))
            target = perturbation.get("target")
            if isinstance(target, str) and registry.lacks(target, *kinds):
                place = content.place((*path, "target"))
                _dangles(place, target, kinds, registry, report)
    for pattern in _FREE:
        for path, parameter in content.texts(pattern):
            _check_parameter(content, path, parameter, registry, report)


def _dangles(
    place: Place, id: str, kinds: tuple[str, ...], registry: Registry, report: Report
) -> None:
    """The sentence for an id that names nothing, with the nearest one that names something."""
    wanted = listed([f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in kinds])
    report.error(place, f"{shown(id)} is not the id of {wanted}", id, registry.all_of(*kinds))


def _check_parameter(
    content: Content, path: Path, parameter: str, registry: Registry, report: Report
) -> None:
    """A free parameter is 'nodes.ID.KEY' or 'edges.ID.KEY', where KEY holds a number."""
    place = content.place(path)
    parts = parameter.split(".")
    if len(parts) != 3 or parts[0] not in ("nodes", "edges"):
        form = "'nodes.ID.KEY' or 'edges.ID.KEY'"
        report.error(place, f"{shown(parameter)} is not a parameter: expected {form}")
        return
    section, id, key = parts
    kind = section[:-1]
    if registry.lacks(id, kind):
        _dangles(place, id, (kind,), registry, report)
    keys = numeric_keys(section)
    if key not in keys:
        text = f"{shown(key)} is not a parameter of {section}: expected {listed(keys)}"
        report.error(place, text, key, keys)


@cache
def numeric_keys(section: str) -> tuple[str, ...]:
    """The keys of a node's or an edge's kinetics that hold a number or a time."""
    info = inspect.type_info(NodeKinetics if section == "nodes" else EdgeKinetics)
    assert isinstance(info, inspect.StructType)
    return tuple(key.encode_name for key in info.fields if _is_number(key.type))


def _is_number(info: inspect.Type) -> bool:
    bare = info.type if isinstance(info, inspect.Metadata) else info
    return isinstance(bare, inspect.FloatType)
