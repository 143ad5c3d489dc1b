"""Take-away commands: what a user can do to get something out of the window, or onto paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathway_viewer.app.take_away.printing import Printing
    from pathway_viewer.app.take_away.taking_away import TakingAway


class TakeAwayCommands:
    """Files and paper. Both desks are made when first asked for: the first frame needs neither."""

    def __init__(
        self, made: Callable[[], TakingAway], printer: Callable[[TakingAway], Printing]
    ) -> None:
        self._made, self._printer = made, printer

    @cached_property
    def desk(self) -> TakingAway:
        """What asks and writes."""
        return self._made()

    @cached_property
    def printing(self) -> Printing:
        """What previews and prints."""
        return self._printer(self.desk)

    def export_picture(self) -> None:
        """Save the picture of this moment as PNG, SVG or PDF."""
        self.desk.ask("picture")

    def export_slides(self) -> None:
        """Save the steps as slides with notes, for PowerPoint."""
        self.desk.ask("slides")

    def export_movie(self) -> None:
        """Save the steps, or a stretch of this run, as a film."""
        self.desk.ask("movie")

    def export_handout(self) -> None:
        """Save the steps as pages to hand out, with notes, glossary and references."""
        self.desk.ask("handout")

    def export_sheet(self) -> None:
        """Save one page in plain words for patients."""
        self.desk.ask("sheet")

    def export_references(self) -> None:
        """Save the references as BibTeX, RIS, CSL-JSON or text."""
        self.desk.ask("references")

    def print_picture(self) -> None:
        """Print the picture of this moment, with a preview."""
        self.printing.picture()

    def print_handout(self) -> None:
        """Print the steps as pages to hand out, with a preview."""
        self.printing.handout()

    def print_sheet(self) -> None:
        """Print the page for patients, with a preview."""
        self.printing.sheet()
