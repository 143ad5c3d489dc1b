"""No id of another thing stands in the schema without being looked up."""

import types
import typing

from msgspec import Struct

from pathway_viewer.model.evidence import ReferenceId
from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.links import LINKS, PERTURBATIONS, numeric_keys
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.registry import KINDS

NAMED = {NodeId: "node", EdgeId: "edge", ReferenceId: "reference"}


def id_places(cls: type, path: str = "") -> dict[str, str]:
    """Every place of the schema whose type is an id, as a pattern with the kind it names."""
    found: dict[str, str] = {}
    hints = typing.get_type_hints(cls)
    for name in cls.__struct_fields__:
        found |= typed_places(hints[name], f"{path}{name}")
    return found


def typed_places(hint: object, path: str) -> dict[str, str]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint in NAMED:
        return {path: NAMED[hint]}
    if isinstance(hint, type) and issubclass(hint, Struct):
        return id_places(hint, f"{path}.")
    if origin is dict:
        return typed_places(args[0], f"{path}.~") | typed_places(args[1], f"{path}.*")
    if origin is tuple:
        return typed_places(args[0], f"{path}.*")
    if origin in (typing.Union, types.UnionType, typing.Annotated):
        return {k: v for arg in args[:2] for k, v in typed_places(arg, path).items()}
    return {}


def test_every_typed_id_is_in_the_table():
    table = dict(LINKS)
    own = {f"{section}.*.{key}" for section, key in KINDS.values()}
    places = id_places(Pathway)
    assert len(places) > 25
    missing = {
        path: kind
        for path, kind in places.items()
        if path not in own and kind not in table.get(path, ())
    }
    assert missing == {}


def test_every_row_of_the_table_leads_into_the_schema():
    for pattern in (*dict(LINKS), *PERTURBATIONS):
        hint: object = Pathway
        for step in pattern.split("."):
            hint = stepped(hint, step)
        assert hint is not None, pattern


def stepped(hint: object, step: str) -> object:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return stepped(args[0], step)
    if origin is dict:
        return args[0] if step == "~" else args[1]
    if origin is tuple:
        return args[0]
    assert isinstance(hint, type)
    return typing.get_type_hints(hint)[step]


def test_what_fit_may_move_is_every_number_of_the_kinetics():
    assert numeric_keys("nodes") == ("basal", "rise", "fall")
    assert {"weight", "half", "steepness", "delay"} <= set(numeric_keys("edges"))
    assert "needed" not in numeric_keys("edges")
