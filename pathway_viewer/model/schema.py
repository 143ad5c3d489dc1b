"""The JSON Schema of a pathway file, for editors.

`python -m pathway_viewer.model.schema > resources/pathway.schema.json` makes the file anew.
"""

from __future__ import annotations

import json
import sys
from inspect import cleandoc
from typing import Any, cast

import msgspec

from pathway_viewer.model.pathway import Pathway

ID = "https://pathway-viewer.invalid/pathway.schema.json"
"""A name, not an address: nothing is ever fetched."""

_FILE = {
    "type": "string",
    "pattern": r"^[^/\\:][^\\:]*\.yaml$",
    "description": "A file of the pathway's own folder that holds this: 'mine/nodes.yaml'.",
}

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema (JSON Schema 2020-12) as a plain value, made from the types.

    Times are texts with a unit; any section, and any part of a list section, may be the name of
    a file that holds it. What a schema cannot say (ids that name nothing) only `check` tells.
    """
    made = msgspec.json.schema(Pathway)
    definitions = cast(dict[str, Schema], made["$defs"])
    root = definitions.pop("Pathway")
    for definition in (root, *definitions.values()):
        _tidy(definition)
    for name, section in root["properties"].items():
        root["properties"][name] = _section(section, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        **root,
        "title": "A pathway of Pathway Viewer, format 1",
        "$defs": definitions,
    }


def _tidy(schema: object) -> None:
    """Make times texts, and descriptions free of the code's indentation, all the way down."""
    if isinstance(schema, list):
        for part in cast(list[object], schema):
            _tidy(part)
    if not isinstance(schema, dict):
        return
    known = cast(Schema, schema)
    if "pattern" in known and known.get("type") == "number":
        _make_time(known)
    if isinstance(known.get("description"), str):
        known["description"] = cleandoc(known["description"])
    for part in known.values():
        _tidy(part)


def _make_time(schema: Schema) -> None:
    """A number of hours, as the program has it, becomes a text with a unit, as the file has it."""
    schema["type"] = "string"
    for bound in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
        schema.pop(bound, None)
    if "default" in schema:
        schema["default"] = f"{schema['default']:g} h"


def _section(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    """A list or a map may also be the name of a file, and so may each part of a list."""
    kind = schema.get("type")
    if kind == "array" and "prefixItems" not in schema:
        schema["items"] = {"anyOf": [schema["items"], _FILE]}
    elif kind != "object" and "$ref" not in schema:
        return schema
    section: Schema = {"anyOf": [schema, _FILE]}
    target = definitions.get(str(schema.get("$ref", "")).rpartition("/")[2], {})
    if "description" in target:
        section["description"] = target["description"]
    return section


def text() -> str:
    """The schema as the file that is shipped holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
