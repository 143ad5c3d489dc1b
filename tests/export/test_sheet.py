"""The patient sheet: one page, easy to read, large type, every paper cited, lines to fill in."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from msgspec.structs import replace as with_
from paper import letters, outside, overlapping, points, squeezed

from pathway_viewer.app.resources import default_pathway
from pathway_viewer.app.terminal.handing_out import sheet_of
from pathway_viewer.export.notice import notice_of
from pathway_viewer.export.pages import DPI, MM, PAPERS, POINT, PaperId, page_image
from pathway_viewer.export.sheet import (
    BODY,
    TRIED,
    Sheet,
    TooLongError,
    chosen,
    save_sheet,
    sheet_page,
    short_references,
)
from pathway_viewer.export.sheet_text import easy, sheet_text, span
from pathway_viewer.model.evidence import ReferenceId
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.reference import Reference
from pathway_viewer.model.story import Risk
from pathway_viewer.model.text import cited, plain

pytestmark = pytest.mark.usefixtures("qapp")

HARDEST = 7.0


@pytest.fixture(scope="module")
def ketamine() -> Pathway:
    """The pathway that is shipped."""
    pathway = load(default_pathway()).pathway
    assert pathway is not None
    return pathway


@pytest.fixture(scope="module", params=["a4", "letter"])
def sheet(ketamine: Pathway, request: pytest.FixtureRequest) -> Sheet:
    """Its sheet on both papers."""
    return sheet_of(ketamine, request.param)


def syllables(word: str) -> int:
    """Groups of vowels (a, e, i, o, u, y), at least one; a last silent e is none ('made'), but
    '-le' after a consonant is one ('people'), and so is '-ed' only after t or d ('needed')."""
    low = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", low))
    silent = low.endswith("e") and not re.search(r"[^aeiouy]le$", low)
    silent |= bool(re.search(r"[^aeioutdy]ed$", low))
    if silent and count > 1 and not re.search(r"[aeiouy]e$", low):
        count -= 1
    return max(1, count)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade: 0.39 words/sentences + 11.8 syllables/words - 15.59.

    Source: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability
    formulas for Navy enlisted personnel. Research Branch Report 8-75, 1975. A sentence ends
    with . ! or ? before a space or the end; a number counts as a word of one syllable, and a
    word with a hyphen as one word.
    """
    sentences = [one for one in re.split(r"(?<=[.!?])\s+", text.strip()) if one]
    words = re.findall(r"[A-Za-z0-9][A-Za-z0-9'’-]*", text)
    told = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * told / len(words) - 15.59


def own_words(sheet: Sheet) -> list[str]:
    """All that the sheet tells: its running text, headings and labels as sentences, no papers."""
    told, _ = chosen(sheet)
    rows = [f"{point.label}. {plain(point.text)}" for point in (*told.times, *told.risks)]
    hills = [f"{plain(line.text)}." for line in told.hills]
    asked = [told.ask, *(f"{one}." for one in told.blanks)]
    return [plain(told.about), told.shown, *hills, *rows, *asked]


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("made", 1), ("people", 2), ("needed", 2), ("helped", 1), ("ketamine", 3),
     ("medical", 3), ("day", 1), ("dose", 1), ("12", 1)],
)  # fmt: skip
def test_syllables_are_counted_by_the_rule(word: str, count: int):
    assert syllables(word) == count


def test_the_formula_tells_easy_from_hard():
    assert grade("The cat sat on the mat.") < 1
    assert grade("Pharmacological characterisation necessitates multidisciplinary effort.") > 20


def test_the_sheet_reads_at_seventh_grade_or_below(sheet: Sheet):
    assert grade(" ".join(own_words(sheet))) <= HARDEST
    with_notice = [*own_words(sheet), notice_of(sheet.pathway)]
    assert grade(" ".join(with_notice)) <= HARDEST


def test_no_paragraph_of_it_is_much_harder(sheet: Sheet):
    hard = {text: round(grade(text), 1) for text in own_words(sheet) if grade(text) > 9}
    assert not hard


@pytest.mark.parametrize("name", ["ketamine", "ltp"])
def test_every_text_for_patients_of_chapters_and_risks_is_easy(name: str):
    pathway = load(default_pathway().with_name(f"{name}.yaml")).pathway
    assert pathway is not None
    told = [*pathway.chapters, *pathway.risks]
    assert all(one.patient for one in told)
    hard = {one.id: grade(plain(one.patient)) for one in told if grade(plain(one.patient)) > 7}
    assert not hard


def test_it_is_one_page_of_the_paper(sheet: Sheet, tmp_path: Path):
    save_sheet(sheet, tmp_path / "x.pdf")
    paper = PAPERS[sheet.paper]
    size = paper.width / POINT, paper.height / POINT
    assert points(tmp_path / "x.pdf") == [pytest.approx(size, abs=0.6)]


def test_nothing_leaves_the_page_or_lies_on_another(sheet: Sheet):
    page = sheet_page(sheet)
    paper = PAPERS[sheet.paper]
    room = paper.inner.adjusted(-1, -1, 1, paper.foot + 1)
    assert [piece.what for piece in page if not room.contains(piece.box)] == []
    assert overlapping(page) == []
    assert outside([page[:5]], paper) == []


def test_the_type_is_large(sheet: Sheet):
    assert BODY >= 12 * POINT
    assert all(size >= BODY for size, _ in TRIED)


def test_a_reader_finds_what_it_says(sheet: Sheet, tmp_path: Path):
    save_sheet(sheet, tmp_path / "x.pdf")
    found = letters(tmp_path / "x.pdf")
    pathway = sheet.pathway
    told, _ = chosen(sheet)
    assert len(told.times) == len(pathway.chapters_of(sheet.course.scenario))
    assert len(told.risks) == len(pathway.risks)
    labels = [point.label for point in (*told.times, *told.risks)]
    reviewed = f"reviewed {pathway.reviewed}"
    said = (told.shown, told.ask, *told.blanks)
    for text in (pathway.title, *said, *labels, reviewed, pathway.disclaimer):
        assert squeezed(text) in found, text


def test_every_paper_it_cites_is_listed(sheet: Sheet, tmp_path: Path):
    save_sheet(sheet, tmp_path / "x.pdf")
    found = letters(tmp_path / "x.pdf")
    told, _ = chosen(sheet)
    assert len(told.citations()) >= 10
    entries = short_references(sheet.pathway, told.citations())
    for i, entry in enumerate(entries, start=1):
        assert squeezed(f"{i}. {entry}") in found, entry


def test_each_thing_told_cites(sheet: Sheet):
    told, _ = chosen(sheet)
    assert [one.label for one in (*told.times, *told.risks) if not cited(one.text)] == []


def test_there_are_lines_to_fill_in_by_hand(sheet: Sheet):
    lines = [piece.box for piece in sheet_page(sheet) if piece.what == "lines"]
    assert len(lines) == len(chosen(sheet)[0].blanks)
    assert all(box.width() > 40 / 25.4 * 720 for box in lines)


def test_the_picture_is_large_enough_to_read(sheet: Sheet):
    boxes = [piece.box for piece in sheet_page(sheet) if piece.what == "hill"]
    assert len(boxes) == len(sheet.pathway.sheet)
    assert all(box.width() > PAPERS[sheet.paper].inner.width() * 0.6 for box in boxes)
    assert all(box.height() >= 6 * MM for box in boxes)


def test_a_hill_stands_where_its_level_is_changed(sheet: Sheet):
    """Dark ink over the times of the effect, none of it before the dose and after its end."""
    image = page_image(sheet_page(sheet), PAPERS[sheet.paper])
    scale = 96 / DPI
    drug = next(piece.box for piece in sheet_page(sheet) if piece.what == "hill")
    row = round((drug.top() + 0.6 * drug.height()) * scale)
    dark = [
        image.pixelColor(round((drug.left() + x * drug.width()) * scale), row).lightness() < 190
        for x in (0.02, 0.25, 0.5, 0.9, 0.98)
    ]
    assert dark == [False, True, True, False, False]


@pytest.mark.parametrize("name", ["ketamine", "ltp"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_paper_listed_can_be_looked_up(name: str, paper: PaperId):
    pathway = load(default_pathway().with_name(f"{name}.yaml")).pathway
    assert pathway is not None
    told, made = chosen(sheet_of(pathway, paper))
    assert made is not None
    entries = short_references(pathway, told.citations())
    assert not [entry for entry in entries if not re.search(r"\d–\d|:e\d|:\w+\.\d|doi:", entry)]


def test_a_sentence_with_a_lost_paper_is_told_only_where_there_is_no_other(cascade: Pathway):
    lost = Reference(id=ReferenceId("lost"), incomplete=True)
    risk = Risk(id="r", label="A risk", text="x", patient="One [@lost]. Two.", who="all")
    only = with_(risk, patient="One [@lost].")
    pathway = with_(cascade, references=(*cascade.references, lost), risks=(risk, only))
    assert [one.text for one in sheet_text(pathway, "").risks] == ["Two.", "One [@lost]."]


def test_a_pathway_without_risks_or_patient_texts_has_a_sheet(cascade: Pathway, tmp_path: Path):
    save_sheet(sheet_of(cascade, "a4"), tmp_path / "x.pdf")
    found = letters(tmp_path / "x.pdf")
    assert squeezed("First 1 hour It begins[1].") in found
    assert squeezed("Risks and limits") not in found


def test_texts_that_no_page_holds_are_refused_and_leave_nothing(cascade: Pathway, tmp_path: Path):
    risk = Risk(id="r", label="A risk", text="It may hurt. " * 3, who="all")
    many = with_(cascade, risks=(risk,) * 90)
    with pytest.raises(TooLongError, match="do not fit on one page"):
        save_sheet(sheet_of(many, "a4"), tmp_path / "x.pdf")
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_more_is_told_where_there_is_room(cascade: Pathway):
    text = " ".join(["It may hurt at first, and then a good deal less as time goes on."] * 5)
    risk = Risk(id="r", label="A risk", text=text, who="all")
    few, _ = chosen(sheet_of(with_(cascade, risks=(risk,)), "a4"))
    many, _ = chosen(sheet_of(with_(cascade, risks=(risk,) * 8), "a4"))
    assert few.risks[0].text == risk.text
    assert len(many.risks[0].text) < len(risk.text)


def test_a_place_that_cannot_be_written_is_an_error(cascade: Pathway, tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        save_sheet(sheet_of(cascade, "a4"), tmp_path / "none" / "x.pdf")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (-1 / 6, 0.25, "First 15 minutes"),
        (0.25, 1.0, "Minutes 15 to 60"),
        (1.0, 4.0, "Hours 1 to 4"),
        (4.0, 48.0, "Hours 4 to 48"),
        (48.0, 240.0, "Days 2 to 10"),
        (0.0, 24.0, "First 1 day"),
    ],
)
def test_times_are_told_as_a_patient_would(start: float, end: float, told: str):
    assert span(start, end) == told


def test_easy_sentences_stand_for_a_text_that_is_hard():
    hard = "This sentence " + "goes on and " * 10 + "on [@one]."
    assert easy(f"{hard} Short [@two]. Done.") == "Short [@two]. Done."
    assert easy(hard) == hard
    assert easy("") == ""


def test_what_is_given_is_told_first(ketamine: Pathway):
    about = sheet_text(ketamine, "single").about
    assert about
    assert about.split(" [@")[0] in ketamine.node("ketamine").text.patient
