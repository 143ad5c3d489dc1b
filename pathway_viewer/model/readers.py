"""The schema as readers: each type of the hub as what makes a value of a piece of the file."""

from __future__ import annotations

import re
from functools import cache

from msgspec import inspect

from pathway_viewer.model.numbers import Bounds, Number, Time
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.scalars import Choice, Text, Truth
from pathway_viewer.model.shapes import Known, ListOf, MapOf, Perhaps, Reader, Row, Thing


@cache
def pathway_reader() -> Thing:
    """The schema of a whole pathway, made from the types once."""
    return _thing(inspect.type_info(Pathway), {})


def _thing(info: inspect.Type, made: dict[type, Thing]) -> Thing:
    assert isinstance(info, inspect.StructType)
    if info.cls in made:
        return made[info.cls]
    thing = made[info.cls] = Thing(_noun(info.cls))
    for key in info.fields:
        reader = _reader(key.type, f"'{key.encode_name}'", made)
        thing.keys[key.encode_name] = Known(reader, key.required)
    return thing


_NOUNS = {
    "Pathway": "the pathway",
    "Evidence": "'evidence'",
    "Kinetics": "'kinetics'",
    "Arrangement": "'arrangement'",
    "Audience": "'audience'",
    "Texts": "'text'",
    "Words": "'words'",
    "Issued": "'issued'",
    "Now": "an entry of 'now'",
    "Free": "an entry of 'free'",
    "NodeKinetics": "the kinetics of a node",
    "EdgeKinetics": "the kinetics of an edge",
}


def _noun(cls: type) -> str:
    """What a thing is called in a sentence: 'an edge', 'a risk number', 'the pathway'."""
    if cls.__name__ in _NOUNS:
        return _NOUNS[cls.__name__]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _reader(info: inspect.Type, name: str, made: dict[type, Thing]) -> Reader:
    """The reader for one type of the schema."""
    match info:
        case inspect.StructType():
            return _thing(info, made)
        case inspect.VarTupleType():
            item = _reader(info.item_type, f"an entry of {name}", made)
            return ListOf(name, item, info.min_length or 0, info.max_length)
        case inspect.TupleType():
            inner = f"an entry of {name}"
            return Row(name, tuple(_reader(item, inner, made) for item in info.item_types))
        case inspect.DictType():
            return MapOf(name, _reader(info.value_type, f"an entry of {name}", made))
        case inspect.UnionType():
            some = next(t for t in info.types if not isinstance(t, inspect.NoneType))
            return Perhaps(_reader(some, name, made))
        case _:
            return _scalar_reader(info, name)


def _scalar_reader(info: inspect.Type, name: str) -> Reader:
    match info:
        case inspect.Metadata(type=inspect.FloatType() as number, extra={"unit": "time"}):
            return Time(name, _bounds(number))
        case inspect.StrType():
            return Text(name, info.pattern)
        case inspect.FloatType() | inspect.IntType():
            return Number(name, _bounds(info), whole=isinstance(info, inspect.IntType))
        case inspect.BoolType():
            return Truth(name)
        case inspect.LiteralType():
            return Choice(name, tuple(v for v in info.values if isinstance(v, str | int)))
        case _:
            raise TypeError(f"the schema has a type without a reader: {info}")


def _bounds(info: inspect.FloatType | inspect.IntType) -> Bounds:
    return Bounds(info.gt, info.ge, info.lt, info.le)
