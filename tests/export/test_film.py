"""A film has the length, pace and size asked for, in every format, whole or not at all."""

from __future__ import annotations

import errno
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from filmed import SIZE, film, picture, save, seen
from PIL import Image, ImageChops
from PySide6.QtGui import QImage

from pathway_viewer.app.exits import RefusedError
from pathway_viewer.export import film_work as module
from pathway_viewer.export.film import TooShortError, takes, timetable
from pathway_viewer.export.film_cards import endings
from pathway_viewer.export.film_painting import FilmPainter
from pathway_viewer.export.look import Look
from pathway_viewer.look.theme import THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Step

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = ["x.mp4", "x.webm", "x.gif", "x.webp", "x"]


@pytest.mark.parametrize("name", NAMES)
def test_a_film_has_the_length_pace_and_size_asked_for(cascade: Pathway, tmp_path: Path, name):
    out = tmp_path / name
    save(film(cascade, out), out)
    found = seen(out)
    assert found.size == SIZE
    assert found.seconds == pytest.approx(2.0, abs=0.03)
    if out.suffix in (".mp4", ".webm"):
        assert (found.rate, found.pictures) == (30.0, 60)
    assert found.pictures > 10
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("seconds", [1.0, 2.37, 7.0, 30.0, 61.0])
@pytest.mark.parametrize("rate", [30.0, 12.5])
def test_the_parts_of_a_film_add_up_to_its_length(cascade, tmp_path, seconds, rate):
    made = replace(film(cascade, tmp_path / "x.mp4", seconds=seconds), rate=rate)
    table = timetable(made, 2)
    assert sum(one.frames for one in table) == round(seconds * rate)
    assert [one.what for one in table] == ["opening", "shot", "ending", "ending"]
    shown = list(takes(made, table))
    assert sum(take.frames for take in shown) == round(seconds * rate)
    numbers = [take.number for take in shown]
    assert numbers == sorted(numbers)
    assert all(0 <= take.share <= 1 and 0 <= take.before < 1 for take in shown)


def test_without_a_length_it_is_as_long_as_its_parts(cascade: Pathway, tmp_path: Path):
    made = film(cascade, tmp_path / "x.mp4", seconds=None)
    seconds = sum(one.frames for one in timetable(made, 1)) / 30
    assert seconds == pytest.approx(3 + made.shots[0].seconds + 4, abs=0.05)


def test_a_film_that_is_too_short_is_refused_in_words(cascade: Pathway, tmp_path: Path):
    made = film(cascade, tmp_path / "x.mp4", seconds=0.05)
    with pytest.raises(TooShortError, match="too short"):
        timetable(made, 3)


def test_a_stretch_runs_evenly_from_its_start_to_its_end(cascade: Pathway, tmp_path: Path):
    (shot,) = film(cascade, tmp_path / "x.mp4", start=1.0, until=9.0).shots
    times = [shot.hours(k / 10) for k in range(11)]
    assert (times[0], times[-1]) == (1.0, 9.0)
    assert times == sorted(times)
    places = [shot.axis.position(t) for t in times]
    steps = [b - a for a, b in pairwise(places)]
    assert max(steps) == pytest.approx(min(steps))


@pytest.mark.parametrize(("start", "until"), [(5.0, 2.0), (1.0, 1.0), (0.0, 1e6), (-500.0, 1.0)])
def test_a_time_outside_the_run_is_refused(cascade, tmp_path, start, until):
    with pytest.raises(RefusedError):
        film(cascade, tmp_path / "x.mp4", start=start, until=until)


def images(made) -> list[bytes]:
    cards = endings(made)
    table = timetable(made, len(cards.sheets))
    return [one.pixels.bgrx for one in FilmPainter(made, table, cards).images()]


def test_the_same_film_is_the_same_pictures(cascade: Pathway, tmp_path: Path):
    made = film(cascade, tmp_path / "x.mp4", seconds=1.0)
    first = images(made)
    assert first == images(made)
    assert len(set(first)) > 10


def test_a_frame_does_not_depend_on_those_before_it(cascade: Pathway, tmp_path: Path):
    made = film(cascade, tmp_path / "x.mp4", seconds=1.0, fades=False)
    cards = endings(made)
    table = timetable(made, len(cards.sheets))
    shown = list(takes(made, table))
    alone = FilmPainter(made, table, cards)
    image = QImage(*made.size, QImage.Format.Format_RGB32)
    last = next(i for i, take in reversed([*enumerate(shown)]) if take.what == "shot")
    alone._paint(image, shown[last])
    assert bytes(image.constBits()) == images(made)[last]


def test_nothing_moves_for_who_wants_less_motion(cascade: Pathway, tmp_path: Path):
    still = replace(film(cascade, tmp_path / "x.mp4", seconds=1.0, fades=False), moves=False)
    shot = replace(still.shots[0], until=still.shots[0].start, place=(0.0, 0.0))
    pictures = images(replace(still, shots=(shot,)))
    assert len(pictures) > 10
    assert len(set(pictures[1:-1])) == 1


@pytest.mark.parametrize("theme", THEMES)
def test_title_and_references_frame_the_film(cascade: Pathway, tmp_path: Path, theme):
    out = tmp_path / "x.mp4"
    made = film(cascade, out, look=Look(theme=theme, size=(640, 360)))
    assert [entry.partition(" ")[0] for entry in made.entries][:2] == ["1.", "2."]
    save(made, out)
    first, middle, last = (picture(out, n) for n in (2, 30, 59))
    assert ImageChops.difference(first, middle).getbbox() is not None
    assert ImageChops.difference(last, middle).getbbox() is not None
    paper = THEMES[theme].background
    wanted = tuple(int(paper[i : i + 2], 16) for i in (1, 3, 5))
    for image in (first, last):
        found = image.getpixel((4, 180))
        assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 8


def test_a_talk_shows_every_step_with_its_title(cascade: Pathway, tmp_path: Path):
    from msgspec.structs import replace as with_

    steps = (
        Step(id="a", title="One", at=1.0, focus=("relay",), notes="It starts [@adams2001]."),
        Step(id="b", title="Two", at=2.0, focus=(), notes="", until=8.0, seconds=3.0),
        Step(id="c", title="Three", at=1.0, focus=(), notes="", camera=("relay",)),
    )
    made = film(with_(cascade, steps=steps), tmp_path / "x.mp4", talk=True, seconds=None)
    assert [shot.title for shot in made.shots] == ["One", "Two", "Three"]
    assert [(shot.start, shot.until) for shot in made.shots] == [(1, 1), (2, 8), (1, 1)]
    assert made.shots[1].seconds == 3.0
    assert made.shots[0].look.focus == ("relay",)
    assert made.shots[2].look.camera == ("relay",)
    assert [mark.label for mark in made.marks] == ["1", "2", "3"]
    assert made.shots[0].place == (0.0, pytest.approx(1 / 3))
    # A picture for a hall has no small numbers: those of a step lead from its title to the list.
    assert [shot.cites for shot in made.shots] == [(1,), (), ()]
    assert [entry.partition(" ")[0] for entry in made.entries] == ["1."]
    assert not made.shots[0].look.numbers


def test_a_gif_of_many_colours_keeps_its_paper(cascade: Pathway, tmp_path: Path):
    out = tmp_path / "x.gif"
    save(film(cascade, out), out)
    with Image.open(out) as image:
        image.seek(image.n_frames // 2)
        found = image.convert("RGB").getpixel((2, 90))
    assert max(abs(a - b) for a, b in zip(found, (250, 248, 244), strict=True)) < 6


@pytest.mark.parametrize("name", NAMES)
def test_a_film_says_what_it_is_and_under_which_licence(cascade, tmp_path, name):
    out = tmp_path / name
    save(film(cascade, out), out)
    told = out / "about.txt" if out.is_dir() else out
    assert b"For education; not medical advice" in told.read_bytes()


def refused(cascade: Pathway, out: Path) -> None:
    save(film(cascade, out), out)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("moment", [1, 9, 20])
def test_whoever_stops_it_leaves_what_was_there(cascade, tmp_path, name, moment):
    out = tmp_path / name
    before(out)
    told: list[int] = []

    def stop(part) -> None:
        told.append(part.done)
        if len(told) == moment:
            raise KeyboardInterrupt

    made = film(cascade, out)
    with pytest.raises(KeyboardInterrupt):
        save(made, out, stop)
    assert_untouched(out)


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_leaves_what_was_there(cascade, tmp_path, monkeypatch, name):
    out = tmp_path / name
    before(out)

    def full(*_args: object) -> None:
        next(iter(_args[0]))
        raise OSError(errno.ENOSPC, "No space left on device")

    for writer in ("write_with_av", "write_gif", "write_webp", "write_folder"):
        monkeypatch.setattr(module, writer, full)
    with pytest.raises(OSError, match="No space left"):
        refused(cascade, out)
    assert_untouched(out)


def test_a_place_that_cannot_be_written_is_told_before_any_work(cascade, tmp_path, monkeypatch):
    monkeypatch.setattr(FilmPainter, "images", lambda _: pytest.fail("painted"))
    for name in NAMES:
        with pytest.raises(OSError):
            refused(cascade, tmp_path / "nowhere" / name)
    (tmp_path / "x.mp4").mkdir()
    with pytest.raises(IsADirectoryError):
        refused(cascade, tmp_path / "x.mp4")


def test_a_folder_with_other_files_is_left_alone(cascade, tmp_path):
    out = tmp_path / "x"
    out.mkdir()
    (out / "holiday.jpg").write_bytes(b"mine")
    with pytest.raises(OSError, match=r"holiday\.jpg"):
        refused(cascade, out)
    assert [one.name for one in out.iterdir()] == ["holiday.jpg"]


def test_a_folder_of_an_earlier_film_is_replaced(cascade, tmp_path):
    out = tmp_path / "x"
    before(out)
    (out / "frame_99999.png").write_bytes(b"old")
    refused(cascade, out)
    assert not (out / "frame_99999.png").exists()
    assert seen(out).pictures == 60
    assert list(tmp_path.iterdir()) == [out]


def test_a_video_needs_even_sides(cascade, tmp_path):
    made = film(cascade, tmp_path / "x.mp4", look=Look(size=(321, 180)))
    with pytest.raises(ValueError, match="even"):
        save(made, tmp_path / "x.mp4")
    assert list(tmp_path.iterdir()) == []


def before(out: Path) -> None:
    if out.suffix:
        out.write_bytes(b"what was there")
    else:
        out.mkdir()
        (out / "frame_00001.png").write_bytes(b"what was there")


def assert_untouched(out: Path) -> None:
    kept = out if out.suffix else out / "frame_00001.png"
    assert kept.read_bytes() == b"what was there"
    assert [one.name for one in out.parent.iterdir()] == [out.name]
