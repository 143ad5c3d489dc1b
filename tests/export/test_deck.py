"""A deck: a slide a step between title and references, in text that is text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace as with_
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from PySide6.QtGui import QImage

from pathway_viewer.dynamics.course import Course
from pathway_viewer.export import deck_slides
from pathway_viewer.export.deck import Talk, cited_in, deck_parts, deck_work
from pathway_viewer.export.deck_slides import Stop
from pathway_viewer.export.look import Look
from pathway_viewer.export.work import Part, finished
from pathway_viewer.look.theme import THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import frame_at

pytestmark = pytest.mark.usefixtures("qapp")

NOTICE = "For education; not medical advice. Text reviewed 2026-01-31."
LOOK = Look(size=(320, 180), clock="Human clock")
SAID = (
    ("The first", "A start [@brown2010; @lost1999].", "Why [@adams2001]?", ("drug",)),
    ("The second", "It goes\non [@brown2010].", "", ("brake__relay", "relay")),
    ("The third", "Nothing is cited.", "", ()),
)


@pytest.fixture(scope="module")
def talk(cascade: Pathway, course: Course) -> Talk:
    """Three steps, the second with a what-if."""
    stops = tuple(
        Stop(
            title,
            notes,
            ask,
            frame_at(cascade, course, 2.0 * i),
            replace(LOOK, focus=focus),
            "One dose",
        )
        for i, (title, notes, ask, focus) in enumerate(SAID)
    )
    return Talk(stops)


def deck_bytes(pathway: Pathway, talk: Talk, told=lambda _part: None) -> bytes:
    """The presentation, all of it at once."""
    parts = deck_parts(pathway, talk)
    while True:
        try:
            part = next(parts)
        except StopIteration as end:
            return end.value
        if not part.waiting:
            told(part)


@pytest.fixture(scope="module")
def deck(cascade: Pathway, talk: Talk, qapp):
    """The presentation, read back."""
    return Presentation(BytesIO(deck_bytes(cascade, talk)))


def texts(slide) -> dict[str, str]:
    return {one.name: one.text_frame.text for one in slide.shapes if one.has_text_frame}


def all_text(slide) -> str:
    return "\n".join(texts(slide).values())


def notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text


def test_there_are_two_slides_more_than_steps(deck, cascade: Pathway):
    assert [slide.shapes.title.text for slide in deck.slides] == [
        cascade.title,
        *(said[0] for said in SAID),
        "References",
    ]


def test_the_title_slide_says_what_it_is(deck, cascade: Pathway):
    said = all_text(deck.slides[0])
    assert cascade.title in said
    assert "teaching model" in said
    assert "1. The first: At the dose, One dose" in notes(deck.slides[0])


def test_slides_are_wide(deck):
    assert deck.slide_width * 9 == deck.slide_height * 16


def test_every_slide_has_notes_notice_and_number(deck):
    for number, slide in enumerate(deck.slides, start=1):
        assert notes(slide).strip()
        assert texts(slide)["Notice"] == NOTICE
        field = next(slide.element.iter("{*}fld"))
        assert field.get("type") == "slidenum"
        assert field.find("{*}t").text == str(number)


def test_notes_cite_by_numbers_in_the_order_of_the_talk(deck, cascade, talk):
    assert cited_in(cascade, talk.stops) == {"brown2010": 1, "lost1999": 2, "adams2001": 3}
    first, second, third = (notes(slide) for slide in list(deck.slides)[1:-1])
    assert "A start [1, 2]." in first
    assert "Ask the room: Why [3]?" in first
    assert "It goes\n\non [1]." in second
    assert "@" not in first + second + third


def test_references_of_a_step_stand_on_its_slide(deck):
    first = all_text(deck.slides[1])
    assert "1. Brown B. A second study" in first
    assert "2. citation incomplete" in first
    assert "3. Adams A, Müller J. A first study" in first
    assert "Adams" not in all_text(deck.slides[2])
    assert not any(name.startswith("References") for name in texts(deck.slides[3]))


def test_the_last_slide_lists_all_of_them(deck):
    listed = [line for line in all_text(deck.slides[-1]).splitlines() if line[1:2] == "."]
    assert [line.partition(".")[0] for line in listed] == ["1", "2", "3"]
    assert notes(deck.slides[-1]).splitlines() == listed


def test_a_step_says_when_whose_run_and_what_to_look_at(deck, talk):
    said = texts(deck.slides[2])
    assert said["Moment"] == "2 h after the dose"
    assert said["Run"].splitlines() == ["One dose", "Human clock"]

    looked = said["Look at"].splitlines()
    assert looked[:2] == ["Look at", "Brake → Relay"]
    assert looked[2].startswith("Relay: ")

    assert "Look at" not in texts(deck.slides[3])


def test_a_what_if_is_told_on_its_slide(cascade: Pathway, talk: Talk):
    stop = replace(talk.stops[0], look=replace(LOOK, what_if="Relay blocked"))
    made = Presentation(BytesIO(deck_bytes(cascade, Talk((stop,)))))
    assert texts(made.slides[1])["What if"] == "What if: Relay blocked"


def pictures(slide) -> list:
    return [one for one in slide.shapes if hasattr(one, "image")]


def test_a_step_has_one_picture_of_twice_the_pixels_with_words_for_it(deck, cascade):
    seen: set[bytes] = set()
    for slide in list(deck.slides)[1:-1]:
        (picture,) = pictures(slide)
        image = QImage.fromData(picture.image.blob)
        assert (image.width(), image.height()) == (640, 360)
        assert picture.width * 9 == pytest.approx(picture.height * 16, rel=1e-3)
        told = picture.element.nvPicPr.cNvPr.get("descr")
        assert told.startswith(f"Diagram of {cascade.title}, ")
        seen.add(picture.image.blob)
    assert len(seen) == len(SAID)
    assert not pictures(deck.slides[0])


@pytest.mark.parametrize("size", [(320, 180), (200, 600), (900, 200)])
def test_nothing_leaves_the_slide_or_stands_on_another(cascade, talk, size):
    look = replace(LOOK, size=size, what_if="x" * 90)
    stops = tuple(replace(one, look=look) for one in talk.stops)
    made = Presentation(BytesIO(deck_bytes(cascade, Talk(stops))))
    for slide in made.slides:
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
        for left, top, right, bottom in boxes:
            assert min(left, top) >= 0
            assert right <= made.slide_width
            assert bottom <= made.slide_height
        for one, other in combinations(boxes, 2):
            beside = one[2] <= other[0] or other[2] <= one[0]
            below = one[3] <= other[1] or other[3] <= one[1]
            assert beside or below, (one, other)


def test_no_placeholder_is_left_empty(deck):
    for slide in deck.slides:
        assert all(one.text_frame.text for one in slide.placeholders)


@pytest.mark.parametrize("theme", THEMES)
def test_the_deck_has_the_colours_of_the_theme(cascade: Pathway, talk: Talk, theme):
    made = Presentation(BytesIO(deck_bytes(cascade, Talk(talk.stops[:1], theme))))
    part = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = part.blob.decode()
    for color in (THEMES[theme].ink, THEMES[theme].background, THEMES[theme].accent):
        assert f'srgbClr val="{color[1:].upper()}"' in xml
    runs = list(runs_of(made))
    assert runs
    assert all(run.font.color.theme_color is not None for run in runs)


def runs_of(made) -> Iterator:
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                for paragraph in shape.text_frame.paragraphs:
                    yield from paragraph.runs


def test_who_opens_its_properties_finds_the_title_and_no_strangers_name(deck, cascade):
    about = deck.core_properties
    assert (about.title, about.author) == (cascade.title, "Pathway Viewer")
    assert about.comments == NOTICE


def test_layouts_are_as_wide_as_the_slides(deck):
    title = next(iter(deck.slide_master.placeholders))
    left, right = title.left, deck.slide_width - title.left - title.width
    assert left == pytest.approx(right, abs=20000)


def test_what_finds_no_room_is_counted_and_in_the_notes(cascade, talk, monkeypatch):
    tight = deck_slides.Box(30, 56, 140, 16)
    monkeypatch.setattr(deck_slides, "LIST", tight)
    made = Presentation(BytesIO(deck_bytes(cascade, talk)))
    assert "more, in the notes" in all_text(made.slides[-1])
    assert len(notes(made.slides[-1]).splitlines()) == 3


def test_a_deck_without_citations_says_so(cascade: Pathway, talk: Talk):
    plain = with_(cascade, limits="", disclaimer="", reviewed="")
    made = Presentation(BytesIO(deck_bytes(plain, Talk(talk.stops[2:]))))
    assert "Nothing is cited." in all_text(made.slides[-1])
    assert "Notice" not in texts(made.slides[0])


def test_progress_is_told_a_slide_at_a_time(cascade: Pathway, talk: Talk):
    told: list[tuple[int, int]] = []
    deck_bytes(cascade, talk, lambda part: told.append((part.done, part.of)))
    assert list(dict.fromkeys(told)) == [(i, 5) for i in range(6)]
    assert told == sorted(told)


def test_a_slide_is_drawn_in_steps_between_which_a_window_may_live(cascade, talk):
    parts = deck_parts(cascade, talk)
    done = [part.done for part in iter(lambda: next(parts, None), None)]
    assert min(done.count(i) for i in range(1, 4)) > 8


@pytest.mark.parametrize("moment", range(1, 6))
def test_whoever_stops_it_leaves_the_file_that_was_there(cascade, talk, tmp_path, moment: int):
    out = tmp_path / "x.pptx"
    out.write_bytes(b"what was there")

    def stop(part: Part) -> None:
        if part.done == moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        finished(deck_work(cascade, talk, out), stop)
    assert out.read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pptx"]


def test_while_it_is_made_there_is_no_other_file(cascade, talk, tmp_path: Path):
    seen: list[int] = []
    work = deck_work(cascade, talk, tmp_path / "x.pptx")
    finished(work, lambda _: seen.append(len(list(tmp_path.iterdir()))))
    assert set(seen) == {0}
    assert [path.name for path in tmp_path.iterdir()] == ["x.pptx"]
    assert len(Presentation(str(tmp_path / "x.pptx")).slides) == 5


@pytest.mark.parametrize("place", ["nowhere/x.pptx", "folder.pptx"])
def test_a_place_that_cannot_be_written_is_an_error_before_any_work(
    cascade, talk, tmp_path: Path, place: str
):
    (tmp_path / "folder.pptx").mkdir()
    told: list[Part] = []
    with pytest.raises(OSError):
        finished(deck_work(cascade, talk, tmp_path / place), told.append)
    assert told == []
    assert list((tmp_path / "folder.pptx").iterdir()) == []


def test_a_full_disk_is_an_error_and_the_old_file_stays(cascade, talk, tmp_path, monkeypatch):
    def half(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    out = tmp_path / "x.pptx"
    out.write_bytes(b"what was there")
    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space left"):
        finished(deck_work(cascade, talk, out))
    assert out.read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pptx"]


def test_a_stretch_of_time_is_told_with_its_end(cascade: Pathway, talk: Talk):
    made = Presentation(BytesIO(deck_bytes(cascade, Talk((replace(talk.stops[1], until=12.0),)))))
    assert texts(made.slides[1])["Moment"] == "2 h after the dose, and on to 12 h"
