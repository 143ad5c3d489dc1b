"""Compare commands: what a user can do about a second run beside the one in use."""

from __future__ import annotations

from pathway_viewer.app.comparison.second_run import SecondRun


class CompareCommands:
    """Begin, change and leave a comparison."""

    def __init__(self, second: SecondRun) -> None:
        self._second = second

    def compare(self) -> None:
        """Put another run beside this one, or leave the comparison."""
        if self._second.second is None:
            self._second.begin()
        else:
            self._second.end()

    def compare_with(self, choice: str) -> None:
        """Compare with this scenario, or with the same run without its changes."""
        self._second.begin(choice)

    def leave(self) -> None:
        """Leave the comparison."""
        self._second.end()
