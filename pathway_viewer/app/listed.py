"""Listed: the references that the numbers in a picture lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.export.arranging import drawn_ids
from pathway_viewer.export.look import Look
from pathway_viewer.model.pathway import Pathway


def entries_of(pathway: Pathway, look: Look, numbers: Mapping[str, int]) -> tuple[str, ...]:
    """Each with its number, as it is printed, in order of the numbers."""
    return printed(pathway, shown(pathway, look, numbers))


def printed(pathway: Pathway, listed: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """References with their numbers, printed; so many that it may take a second."""
    known = Bibliography(pathway.references)
    return tuple(f"{number}. {known.entry(id)}" for number, id in listed)


def shown(pathway: Pathway, look: Look, numbers: Mapping[str, int]) -> list[tuple[int, str]]:
    """Number and id of each reference that something in the picture cites."""
    drawn = drawn_ids(pathway, look) & look.numbers.keys()
    found = {number for id in drawn for number in look.numbers[id]}
    return sorted((number, id) for id, number in numbers.items() if number in found)
