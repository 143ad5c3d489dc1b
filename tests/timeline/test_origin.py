"""What times are counted from follows the doses and the words of the clock."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from small_pathway import CLOCK, course, hump, node, pathway

from pathway_viewer.model.pushes import Dose
from pathway_viewer.timeline.frame import frame_at
from pathway_viewer.timeline.origin import a, origin, zero

NOW, LATER = Dose(amount=1.0), Dose(amount=1.0, at=1.0)


@pytest.mark.parametrize(
    ("doses", "told"),
    [((NOW,), "the train"), ((NOW, LATER), "the first train"), ((LATER,), ""), ((), "")],
)
def test_times_are_counted_from_what_is_given_at_0(doses: tuple[Dose, ...], told: str) -> None:
    assert origin(doses, "train") == told


@pytest.mark.parametrize("word", ["dose", "train"])
def test_a_run_tells_it_in_the_words_of_its_clock(word: str) -> None:
    small, clock = pathway(node("a")), msgspec.structs.replace(CLOCK, dose_word=word)
    given = replace(course(lambda hours: [hump(hours)]), clock=clock, doses=(NOW,))
    assert zero(given) == word
    assert frame_at(small, given, 1.0).origin == f"the {word}"
    nothing = replace(given, doses=())
    assert zero(nothing) == "start"
    assert frame_at(small, nothing, 1.0).origin == ""


def test_articles() -> None:
    assert [a("dose"), a("infusion")] == ["a dose", "an infusion"]
