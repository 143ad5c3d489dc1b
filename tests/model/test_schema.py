"""The schema for editors is the one in the code, and says what the loader accepts."""

import json
import re
from pathlib import Path

import pytest

from pathway_viewer.model import schema
from pathway_viewer.model.loader import sections
from pathway_viewer.model.times import parse_time

SHIPPED = Path(__file__).parent.parent.parent / "resources" / "pathway.schema.json"


@pytest.fixture(scope="module")
def made() -> dict:
    return schema.json_schema()


def test_the_shipped_schema_is_in_step():
    again = "python -m pathway_viewer.model.schema > resources/pathway.schema.json"
    assert SHIPPED.read_text(encoding="utf-8") == schema.text(), f"make it anew: {again}"


def test_it_names_its_dialect_and_itself(made):
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"]
    assert made["title"]
    assert made["type"] == "object"
    assert made["required"] == ["format", "id", "title", "nodes"]


def test_every_reference_inside_it_leads_somewhere(made):
    named = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(made)))
    assert named == set(made["$defs"])


def test_times_are_texts_with_a_unit_everywhere(made):
    text = json.dumps(made)
    patterns = re.findall(r'"type": "string", "pattern": "([^"]+wk[^"]+)"', text)
    assert len(patterns) > 15
    assert '"type": "number", "pattern"' not in text
    (pattern,) = {json.loads(f'"{found}"') for found in patterns}
    for written in ("40 min", "-10min", "2.5 h", "4 wk"):
        assert re.search(pattern, written)
        parse_time(written)
    for written in ("40", "4 hours", "1 h 30 min"):
        assert not re.search(pattern, written)


def test_no_bound_of_a_number_is_left_on_a_time(made):
    assert made["$defs"]["Dose"]["properties"]["over"] == {
        "description": made["$defs"]["Dose"]["properties"]["at"]["description"],
        "type": "string",
        "pattern": made["$defs"]["Dose"]["properties"]["at"]["pattern"],
        "default": "0 h",
    }


def test_any_section_may_be_in_a_file_and_nothing_else(made):
    in_file = {
        name
        for name, value in made["properties"].items()
        if any(part.get("pattern", "").endswith(r"\.yaml$") for part in value.get("anyOf", ()))
    }
    assert in_file == sections()


def test_descriptions_are_free_of_the_code_they_come_from(made):
    for definition in made["$defs"].values():
        assert "\n    " not in definition["description"]
