"""Keys and values of the wrong form are told with their place, what was expected and meant."""

import pytest
from broken import Edit, assert_told, edit

KEYS = (
    edit("unknown key", "    label: Drug\n", "    ⌖lable: Drug\n", "no key 'lable'", "'label'?"),
    edit("unknown key at the top", "lanes:", "⌖lane:", "no key 'lane'", "did you mean 'lanes'"),
    edit("key like no other", "    glyph: agent\n", "    ⌖qqq: 1\n", "'qqq'; expected 'id'"),
    edit("key in capitals", "    label: Drug\n", "    ⌖Label: Drug\n", "did you mean 'label'"),
    edit("missing key", "- id: drug\n    label: Drug", "- ⌖id: drug", "a node lacks", "'label'"),
    edit("missing in braces", "{strength: strong, ", "⌖{", "'evidence' lacks the key 'strength'"),
    edit("missing in the file", "format: 1\n", "⌖", "the pathway lacks the key 'format'"),
    edit("duplicate key", "name: The drug\n", "name: A\n    ⌖name: B\n", "second", "in line 22"),
    edit(
        "duplicate key of a map",
        "    enzyme: [300, 200, 120, 50]\n",
        "    enzyme: [300, 200]\n    ⌖enzyme: [1, 2]\n",
        "the key 'enzyme' is here a second time",
    ),
    edit("merge key", "    label: Drug\n", "    label: Drug\n    ⌖<<: {a: b}\n", "merge key '<<'"),
    edit("list as a key", "    glyph: agent\n", "    ? ⌖[a]\n    : b\n", "a list as a key"),
)

TYPES = (
    edit("number for a text", "label: Drug\n", "label: ⌖5\n", "the number '5'", "quotes: '5'"),
    edit("truth for a text", "label: Drug\n", "label: ⌖yes\n", "truth value 'yes'", "quotes"),
    edit("nothing for a text", "label: Drug\n", "label: ⌖~\n", "is nothing", "leave the key out"),
    edit("clock time for a text", "label: Drug\n", "label: ⌖1:30\n", "number '1:30'", "quotes"),
    edit("octal for a text", "label: Drug\n", "label: ⌖0o17\n", "number '0o17'", "quotes"),
    edit("list for a text", "label: Drug\n", "label: ⌖[a]\n", "'label' is a list: expected a text"),
    edit("map for a text", "title: A sound", "title: ⌖{a: b}\n#", "'title' is a map"),
    edit("text for a list", "lanes: [drug, enzyme]", "lanes: ⌖drug", "expected a list", "'- ...'"),
    edit("map for a list", "    members: [drug]", "    members: ⌖{drug: 1}", "is a map", "'- '"),
    edit(
        "text for a map",
        "evidence: {strength: weak, species: [cells]}",
        "evidence: ⌖weak",
        "'evidence' is the text 'weak'",
        "expected a map with 'strength', 'species'",
    ),
    edit("list for a map", "  de: {title: Ein Weg}", "  de: ⌖[a]", "is a list: expected a map"),
    edit("text for a number", "distributed: 0.5", "distributed: ⌖half", "expected a number"),
    edit("quoted number", "distributed: 0.5", "distributed: ⌖'0.5'", "without quotes"),
    edit(
        "unit in a number", "full_effect_dose: 10", "full_effect_dose: ⌖10 mg", "the text '10 mg'"
    ),
    edit("infinite number", "low: 0.1", "low: ⌖.inf", "expected a number"),
    edit("no number", "low: 0.1", "low: ⌖.nan", "expected a number"),
    edit("huge number", "high: 2,", "high: ⌖1e999,", "expected a number"),
    edit("octal number", "amount: 10,", "amount: ⌖010,", "plain decimal digits"),
    edit("hexadecimal", "amount: 10,", "amount: ⌖0x1F,", "plain decimal digits"),
    edit("grouped digits", "amount: 10,", "amount: ⌖1_000,", "plain decimal digits"),
    edit("word for a truth", "needed: false", "needed: ⌖maybe", "expected true or false"),
    edit("yes for a truth", "needed: false", "needed: ⌖no", "expected true or false", "false?"),
    edit("fraction for a whole", "[[2001, 5]]", "[[⌖2001.5, 5]]", "expected a whole number"),
)

VALUES = (
    edit("unknown choice", "sign: inhibits", "sign: ⌖inhibit", "expected activates", "'inhibits'?"),
    edit("unknown species", "[human, rodent]", "[human, ⌖mouse]", "human or rodent"),
    edit("format of the future", "format: 1", "format: ⌖2", "number '2': expected 1"),
    edit("level above one", "distributed: 0.5", "distributed: ⌖1.5", "at most 1"),
    edit("level below minus one", "level: -0.4", "level: ⌖-1.4", "at least -1"),
    edit("no dose", "amount: 10,", "amount: ⌖0,", "'amount' is '0': expected more than 0"),
    edit("half of one", "half: 0.4", "half: ⌖1", "less than 1"),
    edit("empty list", "species: [cells]", "species: ⌖[]", "has 0 entries: expected at least 1"),
    edit("short row", "canvas: [800, 400]", "canvas: ⌖[800]", "has 1 entries: expected 2"),
    edit("long position", "drug: [100, 200]", "drug: ⌖[1, 2, 3, 4, 5]", "expected 2 to 4"),
    edit("negative width", "120, 50]", "⌖-120, 50]", "a width or a height is -120"),
    edit("flat canvas", "canvas: [800, 400]", "canvas: [800, ⌖0]", "a width or a height is 0"),
    edit("not a date", "reviewed: 2026-01-31", "reviewed: ⌖May 2026", "such as 2026-01-31"),
    edit("no such day", "reviewed: 2026-01-31", "reviewed: ⌖2026-02-30", "no day '2026-02-30'"),
    edit("not a CURIE", "'chebi:6121'", "⌖chebi", "expected a CURIE"),
    edit("empty date", "[[2002]]", "[⌖[]]", "a date is a year"),
    edit("month of no year", "[[2001, 5]]", "[⌖[2001, 13]]", "a date is a year"),
    edit("bounds the wrong way", "high: 2,", "high: ⌖0.1,", "'high' (0.1) is not more than 'low'"),
    edit("clamp without a level", "{kind: clamp, target: enzyme, value: 0.2}",
         "⌖{kind: clamp, target: enzyme}", "a 'clamp' needs 'value'"),
    edit("clamp above one", "value: 0.2}", "value: ⌖2}", "'value' 0 to 1"),
    edit("block with a value", "{kind: block, target: enzyme}",
         "{kind: block, target: enzyme, ⌖value: 1}", "takes no 'value'", "'scale'?"),
)  # fmt: skip


@pytest.mark.parametrize("case", KEYS)
def test_a_wrong_key_is_told(tmp_path, case: Edit):
    assert_told(tmp_path, case)


@pytest.mark.parametrize("case", TYPES)
def test_a_value_of_the_wrong_type_is_told(tmp_path, case: Edit):
    assert_told(tmp_path, case)


@pytest.mark.parametrize("case", VALUES)
def test_a_value_out_of_range_is_told(tmp_path, case: Edit):
    assert_told(tmp_path, case)
