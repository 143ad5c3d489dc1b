"""Citations of nothing are errors; texts and citations that lack something are warnings."""

import pytest
from broken import SOUND, Edit, assert_told, edit, problems_of

CITATIONS = (
    edit("unknown", "given [@one2001].", "given [⌖@one2011].", "the id 'one2011'", "'one2001'?"),
    edit("second of two", "[@one2001; @two2002]", "[@one2001; ⌖@too2002]", "'two2002'?"),
    edit("in a block", "shown [@two2002]", "shown [⌖@two20022]", "'two20022'", "'two2002'?"),
    edit("in a glossary", "meaning: A worker.", "meaning: 'A [⌖@w].'", "the id 'w'"),
    edit(
        "comma", "[@one2001; @two2002]", "⌖[@one2001, @two2002]", "not a citation: expected [@id]"
    ),
    edit("no bracket", "given [@one2001].", "given by ⌖@one2001.", "'@one2001' is not a citation"),
    edit("no id", "given [@one2001].", "given ⌖[@].", "'[@]' is not a citation"),
    edit("space before", "given [@one2001].", "given ⌖[ @one2001].", "is not a citation"),
)

WARNINGS = (
    edit("no text", "    text: {patient: It is seen., student: It is seen., expert: It is seen.}\n",
         "", "the node 'answer' has no text for patient, student or expert"),
    edit("one reader", "patient: It is seen., student: It is seen., expert", "expert",
         "'answer' has no text for patient or student"),
    edit("blank", "student: It is seen.", "student: ' '", "'answer' has no text for student"),
    edit("arrow", "text: The drug blocks the enzyme [@one2001].", "text: ⌖''", "no 'text'"),
    edit("arrow for experts", "expert: It blocks.", "expert: ⌖''", "no 'expert'"),
    edit("author", "- id: one2001\n    author: [{family: One, given: A.}]\n", "- ⌖id: one2001\n",
         "citation incomplete: 'one2001' lacks author", "'incomplete: true'"),
    edit("title and date", "- id: two2002\n    author: [{literal: The Two Group}]\n"
         "    title: The second\n    publisher: Publisher\n    issued: {date-parts: [[2002]]}",
         "- ⌖id: two2002\n    author: [{literal: The Two Group}]\n    publisher: P",
         "lacks title or issued"),
    edit("journal", "- id: one2001\n    author: [{family: One, given: A.}]\n    title: The first\n"
         "    container-title: Journal",
         "- ⌖id: one2001\n    author: [{family: One, given: A.}]\n    title: The first",
         "lacks container-title or publisher"),
)  # fmt: skip


@pytest.mark.parametrize("case", CITATIONS)
def test_a_citation_of_nothing_is_told_where_it_stands(tmp_path, case: Edit):
    assert_told(tmp_path, case)


@pytest.mark.parametrize("case", WARNINGS)
def test_what_a_reader_will_miss_is_a_warning(tmp_path, case: Edit):
    if "⌖" in case.new:
        assert_told(tmp_path, case, "warning")
        return
    (problem,) = problems_of(tmp_path, case.marked)
    assert problem.severity == "warning"
    assert case.words[0] in problem.text


def test_an_incomplete_reference_that_says_so_is_no_problem(tmp_path):
    text = SOUND.replace("given [@one2001].", "given [@lost1999].")
    assert problems_of(tmp_path, text) == ()


def test_an_address_is_not_a_citation(tmp_path):
    text = SOUND.replace("given [@one2001].", "given (write to me@example.org).")
    assert problems_of(tmp_path, text) == ()
