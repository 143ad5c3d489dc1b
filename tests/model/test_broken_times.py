"""Times without sense are told where they stand."""

import pytest
from broken import SOUND, Edit, assert_told, edit, problems_of

TIMES = (
    edit("no unit", "end: 2 d\n    doses", "end: ⌖2\n    doses", "'2' has no unit", "'2 h'"),
    edit("bare zero", "at: 0 h, over", "at: ⌖0, over", "'0' has no unit", "did you mean '0 min'"),
    edit("unit in full", "at: 30 min", "at: ⌖30 minutes", "not a time", "did you mean '30 min'?"),
    edit("unknown unit", "at: 30 min", "at: ⌖3 months", "a number with min, h, d or wk"),
    edit("decimal comma", "elimination: 3 h", "elimination: ⌖3,5 h", "did you mean '3.5 h'?"),
    edit("two units", "at: 30 min", "at: ⌖1 h 30 min", "'1 h 30 min' is not a time"),
    edit("no number", "at: 30 min", "at: ⌖nan h", "'nan h' is not a time"),
    edit("endless", "at: 30 min", "at: ⌖inf h", "'inf h' is not a time"),
    edit("far away", "at: 30 min", "at: ⌖99999 wk", "more than 1000 weeks"),
    edit("very many digits", "at: 30 min", f"at: ⌖{'9' * 400} h", "more than 1000 weeks"),
    edit("clock time", "at: 30 min", "at: ⌖1:30", "'1:30' is not a time"),
    edit("nothing", "elimination: 3 h", "elimination:⌖", "is nothing: expected a time"),
    edit("list", "elimination: 3 h", "elimination: ⌖[3 h]", "is a list: expected a time"),
    edit("negative span", "over: 40 min", "over: ⌖-40 min", "expected at least 0 h"),
    edit("no half-life", "elimination: 3 h", "elimination: ⌖0 h", "expected more than 0 h"),
)

ORDERS = (
    edit("chapter", "start: 0 h, end: 1 h", "start: 0 h, end: ⌖0 h", "(0 min) is not after"),
    edit("sentence", "end: 40 min, text", "end: ⌖-40 min, text", "'end' (-40 min) is not after"),
    edit("perturbation", "start: 1 h, end: 2 h", "start: 3 h, end: ⌖2 h", "not after 'start'"),
    edit("window", "latest: 20 min", "latest: ⌖2 min", "'latest' (2 min) is not after 'earliest'"),
    edit("played stretch", "until: 20 min", "until: ⌖10 min", "'until' (10 min) is not after 'at'"),
    edit("played too far", "until: 20 min", "until: ⌖9 d", "9 d is after the end"),
    edit("dose too late", "at: 0 h, over", "at: ⌖3 d, over", "3 d is after the end"),
    edit("measured too late", "    at: 40 min\n", "    at: ⌖3 d\n", "3 d is after the end"),
    edit("step too late", "at: 30 min", "at: ⌖1 wk", "1 wk is after the end", "(2 d)"),
    edit("read-out too late", "at: 1 d, exp", "at: ⌖2.5 d, exp", "2 d 12 h is after the end"),
    edit("overlap", "start: 1 h, end: 2 d", "start: ⌖30 min, end: 2 d",
         "'late' begins at 30 min, before 'early' ends at 1 h", "'single'"),
)  # fmt: skip


@pytest.mark.parametrize("case", TIMES)
def test_a_malformed_time_is_told(tmp_path, case: Edit):
    assert_told(tmp_path, case)


@pytest.mark.parametrize("case", ORDERS)
def test_times_that_contradict_each_other_are_told(tmp_path, case: Edit):
    assert_told(tmp_path, case)


def test_a_scenario_may_not_end_before_its_first_dose(tmp_path):
    text = SOUND.replace("end: 2 d\n    doses", "end: -1 h\n    doses")
    told = [p for p in problems_of(tmp_path, text) if "'end' is not after the first dose" in p.text]
    assert [(p.line, p.column) for p in told] == [(expected_line(text), 10)]


def expected_line(text: str) -> int:
    return text[: text.index("end: -1 h")].count("\n") + 1


def test_chapters_of_different_scenarios_may_overlap(tmp_path):
    both = "  - {id: double, label: D, clock: human, text: T, end: 3 d}\nkinetics:"
    text = SOUND.replace("kinetics:", both, 1)
    text = text.replace("text: It begins.,", "text: It begins., scenarios: [double],")
    text = text.replace("start: 1 h, end: 2 d", "start: 30 min, end: 2 d")
    assert problems_of(tmp_path, text) == ()


def test_a_chapter_within_a_long_one_overlaps_though_they_are_not_neighbours(tmp_path):
    late = "  - {id: late, title: Late, start: 1 h, end: 2 d, text: It ends., scenarios: [single]}"
    assert late in SOUND
    text = SOUND.replace(
        late,
        "  - {id: long, title: L, start: 1 h, end: 2 d, text: T}\n"
        "  - {id: a, title: A, start: 2 h, end: 3 h, text: T}\n"
        "  - {id: b, title: B, start: 4 h, end: 5 h, text: T}",
    )
    found = problems_of(tmp_path, text)
    assert [("'a' begins" in p.text, "'b' begins" in p.text) for p in found] == [
        (True, False),
        (False, True),
    ]
    assert all("'long' ends at 2 d" in p.text for p in found)
